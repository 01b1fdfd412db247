//! Validation of a scenario as a whole: every name, every number, every rule.
//!
//! All problems are collected, so that one run of `lint` reports them all. What passes can be bound to a
//! model for every cell; the last step does so.

mod cpus;
mod expectations;
mod fixes;
mod head;
mod judged;
mod names;
mod size;
mod state;
mod text;

use std::ops::Range;

use pmdrace_mm::routine::Registry;
use pmdrace_pgtable::matches_pattern;

use crate::condition::Conditions;
use crate::schema::Document;
use crate::{CellKey, Diagnostic, Params, Scenario};

pub(crate) use text::characters;

/// The number of problems with models to report.
const MANY: usize = 100;

/// Validates everything and returns the scenario, or all problems in the order of the text.
pub(crate) fn check(
    document: Document,
    conditions: Conditions,
    routines: &Registry,
) -> Result<Scenario, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    size::lists(&document, &mut problems);
    size::terms(&document, &conditions, &mut problems);
    names::spelling(&document, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let architectures = head::architectures(&document, &mut problems);
    head::identity(&document, &mut problems);
    head::params(&document, &mut problems);
    cpus::repeated_readers(&document, &mut problems);
    names::unique(&document, &mut problems);
    judged::no_property(&document, &mut problems);
    head::long_on_loom(&document, &mut problems);
    head::memory_models(&document, &mut problems);
    judged::exists(&document, &conditions, &mut problems);
    state::nothing_to_race_over(&document, &mut problems);
    judged::properties(&document, &mut problems);
    size::cells(&document, architectures.len(), &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    state::state(&document, &architectures, &mut problems);
    cpus::cpus(&document, routines, &mut problems);
    cpus::variants(&document, &architectures, &mut problems);
    judged::goals(&document, &conditions, routines, &mut problems);
    let (known_as, routines, asserts) = (None, routines.clone(), false);
    let mut scenario =
        Scenario { document, conditions, architectures, known_as, routines, asserts };
    if problems.is_empty() {
        scenario.asserts = models(&scenario, &mut problems);
        expectations::expectations(&scenario, &mut problems);
        fixes::fixes(&scenario, &mut problems);
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

/// Builds one model per variant, architecture and reader, which checks all arguments and the size. The parameters
/// only change the number of CPUs, so the largest values cover all. Each problem is reported once. Returns whether some
/// routine asserts something by itself.
fn models(scenario: &Scenario, problems: &mut Problems) -> bool {
    let mut asserts = false;
    let largest =
        scenario.params().filter_map(|(name, v)| Some((name.to_owned(), *v.iter().max()?)));
    let params: Params = largest.collect();
    for (variant, _) in scenario.variants() {
        for (arch, reader) in scenario.kernels() {
            let cell = CellKey {
                variant: variant.to_owned(),
                arch: arch.name().to_owned(),
                reader: reader.map(str::to_owned),
                params: params.clone(),
                memory: arch.facts().memory_model,
            };
            let problem = match scenario.model(&cell) {
                Ok(model) => {
                    asserts |= model.roles.iter().any(|role| role.routine.asserts());
                    size::model(scenario, &cell, &model)
                }
                Err(problem) => Some(problem),
            };
            // What is too large is so in every cell.
            let known = |p: &Diagnostic| {
                problems.iter().any(|known| known.span == p.span && known.help == p.help)
            };
            if let Some(problem) = problem.filter(|problem| !known(problem)) {
                problems.push(problem);
            }
            if problems.len() >= MANY {
                return asserts;
            }
        }
    }
    asserts
}
