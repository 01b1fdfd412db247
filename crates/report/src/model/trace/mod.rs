//! Traces: executions in steps that people can follow, such as counterexamples and witnesses of goals.
//!
//! A trace has everything that texts and pages show, as data: steps with the words that they access, and values
//! with the meaning of their bits. `tell` builds it from events; the wording is in `action`.

mod action;
pub(crate) mod describe;
mod lanes;
mod memory;
pub(crate) mod relations;
pub(crate) mod steps;
mod stuck;
mod tell;
mod value;
mod why;

use std::fmt;

use pmdrace_engine::{Counterexample, Effort, ModificationOrder, Outcome};
use pmdrace_mm::{Addr, Event, MemoryModel, Model, Property};
use pmdrace_scenario::{CellKey, Scenario, printable};
use serde::{Deserialize, Serialize};

pub use action::StepKind;
pub use lanes::{LaneRow, Lanes};
pub use memory::Held;
pub use relations::{Relation, RelationName};
pub use steps::{lines, listing, step_number};
pub use value::{TracedWord, Value};

use tell::Teller;

/// An execution as people see it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Trace {
    /// The name of the property or goal, and the text of a property.
    pub property: String,
    /// Whether it is a property that is violated, or else a goal that is reached.
    pub violated: bool,
    /// The cell.
    pub cell: String,
    /// The names of the CPUs.
    pub cpus: Vec<String>,
    /// The words of shared memory.
    pub words: Vec<TracedWord>,
    /// Every step, to the end.
    pub steps: Vec<Step>,
    /// How the accesses of these steps relate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// The effort of following it to the violation or goal.
    #[serde(default)]
    pub effort: Effort,
    /// Whether the same steps violate the property under `sc` too, in words; empty if not, or under `sc` itself.
    #[serde(default)]
    pub memory: String,
    /// Why it could happen.
    pub cause: String,
    /// Who is hurt.
    pub harm: String,
    /// What the fix changes; empty if the scenario does not say.
    pub fix: String,
}

/// One step.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Its number, from 1: the same as in the trace file.
    pub number: usize,
    /// The CPU.
    pub cpu: usize,
    /// The kernel function; empty if there is none.
    pub function: String,
    /// The kind of step.
    pub kind: StepKind,
    /// Where in the kernel's source it comes from, innermost first; empty for a transcription.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<SourceLine>,
    /// What the step does.
    pub text: String,
    /// What that means; one line each.
    pub details: Vec<String>,
    /// Whether it is one of the pair that races, or the violation.
    pub mark: Mark,
    /// Whether the short form shows it.
    pub shown: bool,
    /// For a read, the step that stored what it returns; 0 for the initial value.
    pub from: Option<usize>,
    /// The word that it accesses, as an index into the trace's words.
    pub word: Option<usize>,
    /// The value stored or returned.
    pub value: Option<Value>,
    /// For a store to an entry, what it changes.
    pub changed: Option<String>,
    /// The earlier step whose store is newer in modification order, so that the word keeps its value.
    pub before: Option<usize>,
}

/// A line of the kernel's source.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SourceLine {
    /// The function, which may be inlined.
    pub function: String,
    /// The file, as in the tree.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// Whether this line tells most to whoever knows the function that runs.
    pub telling: bool,
    /// Its text; empty if nobody has read it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl fmt::Display for SourceLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

impl SourceLine {
    /// The line in words: where it is, and its text if that was read.
    pub fn said(&self) -> String {
        if self.text.is_empty() { self.to_string() } else { format!("{self}  {}", self.text) }
    }
}

impl Step {
    /// The lines of the source that are shown of a step: the one that tells most, and before it, of a step that stands
    /// out, the innermost one of a C file.
    pub fn shown_source(&self) -> impl Iterator<Item = &SourceLine> {
        let stands_out = !matches!(self.mark, Mark::None | Mark::After);
        let innermost = self.source.iter().position(|line| line.file.ends_with(".c"));
        let shown =
            self.source.iter().enumerate().filter(move |(index, line)| {
                line.telling || (stands_out && Some(*index) == innermost)
            });
        shown.map(|(_, line)| line)
    }

    /// The line of the source that tells most; None for a transcription.
    pub fn telling(&self) -> Option<&SourceLine> {
        self.source.iter().find(|line| line.telling)
    }

    /// Whether the word holds this step's value afterwards.
    pub fn changes_memory(&self) -> bool {
        self.kind.stores() && self.before.is_none()
    }
}

/// What stands out about a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// Nothing.
    None,
    /// It is the write or the read of the racing pair.
    Racing,
    /// It violates the property.
    Violated,
    /// It reaches the goal.
    Reached,
    /// It comes after the violation and shows how the CPU goes on.
    After,
}

/// What a trace shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// The violation of a property, by its index in the model.
    Property(usize),
    /// A goal, by its index in the model.
    Goal(usize),
}

impl About {
    /// The event that first violates the property or reaches the goal.
    pub fn first_shown(
        self,
        model: &Model,
        events: &[Event],
        order: &ModificationOrder,
    ) -> Option<usize> {
        let memory = order.last_words(model, events);
        match self {
            About::Property(index) => model.judge_with(events, &memory).violated_at[index],
            About::Goal(index) => model.goals[index].reached_at(model, events, &memory),
        }
    }
}

impl Trace {
    /// Fills in the lines of the source, as far as `read` finds them by file and number, with control characters spelled
    /// out.
    pub fn read_source(&mut self, read: &dyn Fn(&str, u32) -> Option<String>) {
        for line in self.steps.iter_mut().flat_map(|step| &mut step.source) {
            let text = read(&line.file, line.line).unwrap_or_default();
            line.text = printable(&text.replace('\t', " ")).into_owned();
        }
    }

    /// The step of the kernel's C that opens the window: the store of the racing pair, else the read of it, else the step
    /// that violates the property. None if transcriptions do all of that.
    pub fn opens(&self) -> Option<&Step> {
        let from = |mark: Mark, stores: bool| {
            let mut steps =
                self.steps.iter().filter(|step| step.mark == mark && !step.source.is_empty());
            steps.rfind(|step| !stores || step.kind.stores())
        };
        from(Mark::Racing, true)
            .or_else(|| from(Mark::Racing, false))
            .or_else(|| from(Mark::Violated, false))
    }

    /// The trace of an execution. `outcome` is that of the whole search, if it is known.
    pub fn new(
        scenario: &Scenario,
        cell: &CellKey,
        model: &Model,
        about: About,
        example: &Counterexample,
        outcome: Option<&Outcome>,
    ) -> Trace {
        let property = match about {
            About::Property(index) => Some(model.properties[index]),
            About::Goal(_) => None,
        };
        let violated = property.is_some();
        let teller = Teller::new(model, example, property);
        let cpus = model.roles.iter().enumerate();
        let words = (0..model.cells.len()).map(|at| TracedWord::new(model, Addr(at)));
        Trace {
            property: match about {
                About::Property(index) => {
                    let property = model.properties[index];
                    format!("{}: {}", property.name(), property.text())
                }
                About::Goal(index) => model.goals[index].name().to_owned(),
            },
            violated,
            cell: format!("{} {cell}", scenario.name()),
            cpus: cpus.map(|(cpu, role)| format!("CPU{cpu} {}", role.name)).collect(),
            words: words.collect(),
            steps: teller.steps(),
            relations: relations::between_steps(example, &teller.numbers),
            effort: example.effort,
            memory: match violated && cell.memory != MemoryModel::Sc && example.is_sc() {
                true => "also under sc: no weak memory is needed".to_owned(),
                false => String::new(),
            },
            cause: if violated { teller.cause(cell) } else { String::new() },
            harm: if violated { teller.harm(outcome) } else { String::new() },
            fix: match about {
                About::Property(index) => why::fix(scenario, cell, model.properties[index]),
                About::Goal(_) => String::new(),
            },
        }
    }

    /// The trace of an execution to compare another with; it shows no property or goal itself.
    pub fn plain(
        scenario: &Scenario,
        cell: &CellKey,
        model: &Model,
        example: &Counterexample,
    ) -> Trace {
        let mut trace = Trace::new(scenario, cell, model, About::Goal(0), example, None);
        trace.property = String::new();
        trace.steps.iter_mut().for_each(|step| {
            step.mark = Mark::None;
            step.shown = true;
        });
        trace
    }

    /// The trace in the short form, without the words, values and relations that only a page of its own shows.
    pub fn slim(mut self) -> Trace {
        self.words.clear();
        self.relations.clear();
        self.steps.retain(|step| step.shown);
        self.steps.iter_mut().for_each(|step| step.value = None);
        self
    }

    /// Cause, harm and fix, as far as they are known, and that no weak memory is needed if so.
    pub fn explanation(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("memory", &self.memory),
            ("cause", &self.cause),
            ("harm", &self.harm),
            ("fix", &self.fix),
        ];
        all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name, &**text))
    }
}

impl Trace {
    /// The violated property of a cell whose trace is most informative: a consequence if there is one, else a
    /// warning, else the first predicate.
    pub fn most_telling<'p>(
        properties: impl Iterator<Item = &'p crate::PropertyResult>,
    ) -> Option<&'p crate::PropertyResult> {
        let violated: Vec<_> = properties.filter(|p| p.counterexample.is_some()).collect();
        let rank = |p: &&&crate::PropertyResult| {
            Property::by_name(&p.name).map(|property| match property {
                Property::NoWrongPage | Property::NoWrongTable | Property::NoWrongSize => 1,
                Property::NoWarning => 2,
                Property::NoFalsePresent => 3,
                Property::SwapEntryIntact => 4,
                Property::NoOutcome => 5,
                _ => 0,
            })
        };
        violated.iter().min_by_key(rank).copied()
    }
}
