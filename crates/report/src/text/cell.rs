//! One cell in detail, and the totals of a run.

use std::fmt::Write as _;

use pmdrace_engine::{Cut, Verdict};
use pmdrace_mm::Property;

use crate::text::style::{heading, verdict_word};
use crate::{Case, CellResult, Report, Source, counted};

/// The room for the name of a property, so that cells below each other are in line. Few names are longer.
const NAME: usize = 21;

/// Renders a cell without its traces: verdicts, goals, and how far each engine got.
pub fn cell_details(case: Case<'_>) -> String {
    let result = case.result();
    let mut text = String::new();
    let _ = writeln!(text, "{}", heading(&format!("{}  {}", result.scenario, result.title())));
    if let Some(reason) = &result.not_applicable {
        let _ = writeln!(text, "  not applicable: {reason}");
        return text;
    }
    if let Some(error) = &result.error {
        let _ = writeln!(text, "  {}{}", verdict_word(Verdict::Error, false), error.message);
    }
    let explored = explored(result);
    let names = result.properties.iter().map(|property| property.name.len());
    let name = names.max().unwrap_or(0).max(NAME);
    for property in
        result.properties.iter().filter(|_| explored.is_some() || result.error.is_none())
    {
        let settled = property.verdict != Verdict::Inconclusive;
        let as_expected = property.is_as_expected();
        let expected = match (settled, as_expected) {
            _ if property.verdict == Verdict::NotApplicable && as_expected => "",
            (false, _) => "not settled",
            (true, true) => "as expected",
            (true, false) => "NOT EXPECTED",
        };
        let deadlock = property.name == Property::NoDeadlock.name();
        let count = match (property.verdict, &explored, result.final_states) {
            (Verdict::Violated, _, Some(all)) if deadlock => {
                format!("in {} of {}", property.violating, counted(all, "final state"))
            }
            (Verdict::Violated, Some(of), _) => of.part(property.violating),
            _ => property.basis().unwrap_or_default(),
        };
        let said = format!("{expected:<12}  {count}");
        let line = format!(
            "  {}{:<name$} {:<11}  {}",
            verdict_word(property.verdict, as_expected),
            property.name,
            property.kind,
            said.trim()
        );
        let _ = writeln!(text, "{}", line.trim_end());
        if let Some(cut) = property.trace_cut_by {
            let what = match property.counterexample.is_some() {
                true => "the trace may not be the easiest",
                false => "no trace",
            };
            let _ =
                writeln!(text, "  {:<13}{what}: the search for it was cut by {}", "", limit(cut));
        }
    }
    for goal in &result.goals {
        let reached = explored.as_ref().map_or(String::new(), |of| of.part(goal.reached));
        let _ = writeln!(text, "  goal {} reached {reached}", goal.name);
    }
    for given_up in &result.bounds {
        let _ = writeln!(text, "  given up in some execution, and not explored beyond: {given_up}");
    }
    if let Some(source) = &result.source {
        played(&mut text, source);
    }
    for result in case.results() {
        let _ = writeln!(text, "  {:<11} {}", result.engine, extent(result));
        if let Some(sampling) = &result.sampling {
            let again = format!("again: {}", sampling.options(result.executions));
            let says = sampling.says(result.executions.unwrap_or(0));
            for line in says.iter().chain([&again]) {
                let _ = writeln!(text, "  {:<11} {line}", "");
            }
        }
    }
    text
}

/// The code that the CPUs ran, and how much the result assumes of it.
fn played(text: &mut String, source: &Source) {
    for cpu in &source.cpus {
        let code = match (&cpu.kernel, &cpu.transcription) {
            (Some(function), _) => format!("{function}() of Linux {}", source.kernel),
            (None, why) => {
                format!("transcription of {} ({})", cpu.routine, why.as_deref().unwrap_or(""))
            }
        };
        let _ = writeln!(text, "  {:<11} {code}", cpu.cpu);
    }
    let _ = writeln!(
        text,
        "  assumed     {}, which --json lists",
        counted(source.assumptions.len(), "thing")
    );
}

/// What an engine counts.
struct Counted {
    all: u64,
    unit: &'static str,
    preposition: &'static str,
}

impl Counted {
    /// A count as part of the whole.
    fn part(&self, count: u64) -> String {
        format!("{} {count} of {}", self.preposition, counted(self.all, self.unit))
    }
}

/// How much an engine explored, if it counted.
fn explored(result: &CellResult) -> Option<Counted> {
    let transitions = result.transitions;
    let states = transitions.map(|all| Counted { all, unit: "transition", preposition: "by" });
    let executions = result.executions;
    states.or(executions.map(|all| Counted { all, unit: "execution", preposition: "in" }))
}

/// How far a search got, and what to do if it was cut short.
fn extent(result: &CellResult) -> String {
    let count = match (result.states, result.transitions, result.executions) {
        (Some(states), Some(transitions), _) => {
            format!("{}, {}", counted(states, "state"), counted(transitions, "transition"))
        }
        (_, _, Some(executions)) if result.explored_under() != result.cell.memory => {
            format!("{} under {}", counted(executions, "execution"), result.explored_under())
        }
        (_, _, Some(executions)) => counted(executions, "execution"),
        _ => return "nothing was explored".to_owned(),
    };
    let count = match &result.sampling {
        Some(sampling) => format!("{count} drawn at random, seed {}", sampling.seed),
        None => count,
    };
    let Some(cut) = result.cut_by else {
        return match result.max_preemptions {
            None => format!("{count}, exhausted"),
            Some(bound) => {
                let bound = counted(bound, "preemption");
                format!("{count}, exhausted up to {bound}; not a proof")
            }
        };
    };
    match cut {
        Cut::Sampled => format!("{count}; not a proof"),
        Cut::LoopBound if result.source.is_some() => {
            format!("{count}; some execution could not be run further, see above")
        }
        cut => format!("{count}, cut by {}", limit(cut)),
    }
}

/// What cut a search short, and what to do about it.
fn limit(cut: Cut) -> &'static str {
    match cut {
        Cut::Sampled => "the number of executions; raise --max-executions",
        Cut::MaxExecutions => "the execution budget; raise --max-executions",
        Cut::MaxTime => "the time budget; raise --max-time",
        Cut::MaxStates => "the state budget; raise --max-states",
        Cut::MaxMemory => "the memory ceiling; raise --max-memory",
        Cut::Interrupted => "an interrupt",
        Cut::FirstViolation => "the first violation, as --first-violation asks",
        Cut::LoomHistory => "loom's memory of 7 stores per word; use fewer CPUs or statespace",
        Cut::LoomHiddenLoad => {
            "loom's search, from which one load hid another; use fewer CPUs or --engine statespace"
        }
        Cut::LoomOrder => {
            "loom's search, which orders updates, stores and full barriers as executed only; use --engine statespace"
        }
        Cut::LoomAwait => {
            "a CPU that waits for a word, which loom cannot do; use --engine statespace"
        }
        Cut::LoomBranches => {
            "loom's room for branch points; use fewer CPUs or --max-preemptions or statespace"
        }
        Cut::LoomTso => {
            "a violation that only loom's approximation of tso has; see memory-models.md"
        }
        Cut::LoomRc11 => {
            "its memory model, rc11, under which the answer may differ; see memory-models.md"
        }
        Cut::Deadlock => "a deadlock, which ends loom's search; use statespace",
        Cut::LoopBound => {
            "a loop bound; where a scenario accepts it by `bounds = [\"...\"]`, properties hold up to it"
        }
        Cut::Failed => "a failure: nothing was left that runs without an error",
    }
}

/// Renders the totals of a run in two lines.
pub fn totals(report: &Report, seconds: f64) -> String {
    let summary = report.summary;
    let cells = counted(report.explored(), "cell");
    let beside = match summary.not_applicable {
        0 => String::new(),
        cells => format!(", {cells} not applicable"),
    };
    let states = report.sum(|r| r.states).map(|states| format!(", {}", counted(states, "state")));
    let executions = report.sum(|r| r.executions);
    let executions = executions.map(|executions| format!(", {}", counted(executions, "execution")));
    let bound = report.cells().find_map(|r| r.max_preemptions);
    let bound =
        bound.map_or(String::new(), |bound| format!(", up to {}", counted(bound, "preemption")));
    let seed = report.results.iter().find_map(|r| r.sampling.as_ref());
    let seed = seed.map_or(String::new(), |its| format!(", drawn with seed {}", its.seed));
    format!(
        "{cells}{}{}{seed}, {seconds:.1} s{bound}\n\
         {} as expected ({} violated), {} unexpected, {} inconclusive, {}{beside}",
        states.unwrap_or_default(),
        executions.unwrap_or_default(),
        summary.as_expected,
        report.violated_as_expected(),
        summary.unexpected,
        summary.inconclusive,
        counted(summary.errors, "error")
    )
}
