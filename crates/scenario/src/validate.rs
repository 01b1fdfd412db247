//! Validation of a scenario as a whole: every name, every number, every rule.
//!
//! All problems are collected, so that one run of `lint` reports them all. What passes can be bound to a
//! model for every cell; the last step does so.

mod cpus;
mod expectations;
mod fixes;
mod head;
mod judged;
mod state;

use std::ops::Range;

use pmdrace_mm::routine::Registry;
use pmdrace_pgtable::matches_pattern;

use crate::schema::Document;
use crate::{CellKey, Diagnostic, Scenario};

/// Validates everything and returns the scenario, or all problems in the order of the text.
pub(crate) fn check(document: Document, routines: &Registry) -> Result<Scenario, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let architectures = head::architectures(&document, &mut problems);
    head::identity(&document, &mut problems);
    head::params(&document, &mut problems);
    cpus::repeated_readers(&document, &mut problems);
    state::repeated_locks(&document, &mut problems);
    judged::no_property(&document, &mut problems);
    head::long_on_loom(&document, &mut problems);
    head::memory_models(&document, &mut problems);
    judged::exists(&document, &mut problems);
    state::nothing_to_race_over(&document, &mut problems);
    judged::properties(&document, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    state::state(&document, &architectures, &mut problems);
    cpus::cpus(&document, routines, &mut problems);
    cpus::variants(&document, &mut problems);
    judged::goals(&document, routines, &mut problems);
    let scenario = Scenario { document, architectures, routines: routines.clone() };
    if problems.is_empty() {
        expectations::expectations(&scenario, &mut problems);
        fixes::fixes(&scenario, &mut problems);
        models(&scenario, &mut problems);
    }
    problems.sort_by_key(|problem| problem.span.as_ref().map(|span| span.start));
    if problems.is_empty() { Ok(scenario) } else { Err(problems) }
}

type Problems = Vec<Diagnostic>;

/// Returns the first value that occurs a second time.
fn twice<T: PartialEq>(values: &[T]) -> Option<&T> {
    values
        .iter()
        .enumerate()
        .find(|(i, value)| values[..*i].contains(value))
        .map(|(_, value)| value)
}

/// Reports a name that is not among `names`.
fn known<'n>(
    span: Range<usize>,
    what: &str,
    name: &str,
    names: impl IntoIterator<Item = &'n str>,
    problems: &mut Problems,
) {
    let names: Vec<&str> = names.into_iter().collect();
    if !names.contains(&name) {
        problems.push(Diagnostic::unknown(span, what, name, names));
    }
}

/// Reports a pattern that selects none of `names`.
fn selects<'n>(
    span: Range<usize>,
    what: &str,
    pattern: &str,
    names: impl IntoIterator<Item = &'n str>,
    problems: &mut Problems,
) {
    let names: Vec<&str> = names.into_iter().collect();
    if !names.iter().any(|name| matches_pattern(name, pattern)) {
        problems.push(Diagnostic::unknown(span, what, pattern, names));
    }
}

/// Builds one model per variant, architecture and reader, which checks all arguments. The parameters only
/// change the number of CPUs, so the largest values cover all. Each problem is reported once.
fn models(scenario: &Scenario, problems: &mut Problems) {
    let largest = |cell: &CellKey| {
        let values = |name: &str| scenario.params().find(|(n, _)| *n == name).map(|(_, v)| v);
        cell.params
            .iter()
            .all(|(name, value)| values(name).and_then(|v| v.iter().max()) == Some(value))
    };
    let cells = scenario.cells(None).into_iter();
    for cell in cells.filter(|cell| scenario.applies(cell) && largest(cell)) {
        if let Err(problem) = scenario.model(&cell)
            && !problems.contains(&problem)
        {
            problems.push(problem);
        }
    }
}
