//! The layout of a trace: in lanes, one for each CPU, or as a list where space is short.
//!
//! Terminal, stepper and pages show the same rows: steps, the functions that CPUs enter, and where the execution
//! continues after the violation.

use super::{Mark, Step, Trace};

/// What a row shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum LaneRow {
    /// That the execution goes on after the violation or goal; the step is the first one after it.
    GoesOn,
    /// The function that the CPU enters, and in a list the CPU.
    Heading,
    /// The step.
    Step,
}

/// Steps in lanes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lanes<'t> {
    /// The CPUs that take part, each with a lane.
    pub cpus: Vec<usize>,
    /// The rows, each in the lane of its step's CPU.
    pub rows: Vec<(LaneRow, &'t Step)>,
}

impl Lanes<'_> {
    /// The position of a CPU's lane, from the left.
    pub fn place(&self, cpu: usize) -> usize {
        self.cpus.iter().position(|other| *other == cpu).unwrap_or(0)
    }
}

impl Trace {
    /// All steps, or those that the short form shows.
    pub fn visible(&self, all: bool) -> impl DoubleEndedIterator<Item = &Step> {
        self.steps.iter().filter(move |step| all || step.shown)
    }

    /// Whether the short form shows the step with a number.
    pub fn shows(&self, number: usize) -> bool {
        self.visible(false).any(|step| step.number == number)
    }

    /// Lays the steps out in lanes. A heading names the function where it differs from the CPU's previous step.
    pub fn lanes(&self, all: bool) -> Lanes<'_> {
        let takes_part = |cpu: &usize| self.visible(all).any(|step| step.cpu == *cpu);
        let mut functions = vec![""; self.cpus.len()];
        let rows = self.rows(all, |step| {
            let before = std::mem::replace(&mut functions[step.cpu], &step.function);
            before != step.function && !step.function.is_empty()
        });
        Lanes { cpus: (0..self.cpus.len()).filter(takes_part).collect(), rows }
    }

    /// Lays the steps out as a list. A heading names CPU and function where either changes.
    pub fn list(&self, all: bool) -> Vec<(LaneRow, &Step)> {
        let mut last = None;
        self.rows(all, |step| {
            let place = Some((step.cpu, &step.function));
            std::mem::replace(&mut last, place) != place
        })
    }

    fn rows<'t>(
        &'t self,
        all: bool,
        mut heads: impl FnMut(&'t Step) -> bool,
    ) -> Vec<(LaneRow, &'t Step)> {
        let mut rows = Vec::new();
        let mut after = false;
        for step in self.visible(all) {
            if step.mark == Mark::After && !after {
                after = true;
                rows.push((LaneRow::GoesOn, step));
            }
            if heads(step) {
                rows.push((LaneRow::Heading, step));
            }
            rows.push((LaneRow::Step, step));
        }
        rows
    }
}

impl Step {
    /// The step in lines of at most `width` columns, with its details if asked for.
    pub fn lines(&self, width: usize, details: bool) -> Vec<String> {
        let wrap = |text: &str, indent: &str| {
            let options = textwrap::Options::new(width.max(8)).initial_indent(indent);
            let lines = textwrap::wrap(text, options.subsequent_indent("    "));
            lines.into_iter().map(|line| line.into_owned()).collect::<Vec<_>>()
        };
        let mut lines = match self.mark {
            Mark::Violated => wrap(&format!("{}  <-- VIOLATED", self.text), ""),
            Mark::Reached => wrap(&format!("{}  <-- REACHED", self.text), ""),
            _ => wrap(&self.text, ""),
        };
        if details {
            lines.extend(self.details.iter().flat_map(|detail| wrap(detail, "  ")));
            // A line of source is cut rather than broken: the place says where the rest is.
            let cut = |text: String| match text.chars().count() > width.max(12) - 2 {
                true => text.chars().take(width.max(12) - 3).chain(['…']).collect(),
                false => text,
            };
            let source = self.shown_source().flat_map(|line| [line.to_string(), line.text.clone()]);
            let source = source.filter(|text| !text.is_empty());
            lines.extend(source.map(|text| format!("  {}", cut(text))));
        }
        lines
    }

    /// The function of the step as a call; empty if there is none.
    pub fn call(&self) -> String {
        if self.function.is_empty() { String::new() } else { format!("{}()", self.function) }
    }
}

impl Mark {
    /// The sign after a step's number: `*` for the racing pair, `!` for the violation or goal.
    pub fn sign(self) -> char {
        match self {
            Mark::Racing => '*',
            Mark::Violated | Mark::Reached => '!',
            Mark::None | Mark::After => ' ',
        }
    }
}
