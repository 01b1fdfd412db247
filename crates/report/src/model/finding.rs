//! Findings about a cell: each property that is violated, inconclusive or in error.

use pmdrace_engine::{Cut, Verdict};

use crate::{Case, CellResult, Class, ErrorKind, PropertyResult, counted};

/// A finding about a property of a cell.
pub(crate) struct Finding<'r> {
    /// The property.
    pub(crate) property: &'r PropertyResult,
    /// As expected, unexpected, inconclusive or error.
    pub(crate) class: Class,
    /// The finding, as the end of a sentence that begins with the cell.
    pub(crate) text: String,
}

/// The findings about a cell. Properties that hold as expected give none, nor do cells that are not applicable.
pub(crate) fn findings<'r>(case: Case<'r>) -> Vec<Finding<'r>> {
    let result = case.result();
    let at_fault = at_fault(case);
    let tell = |(index, property): (usize, &'r PropertyResult)| {
        let name = &property.name;
        let (class, text) = match (&result.error, property.verdict) {
            (Some(error), _) if at_fault.contains(&index) => {
                (Class::Error, format!("{name}: {}", error.message))
            }
            // Nobody asked for more.
            (_, Verdict::Inconclusive) if result.cut_by == Some(Cut::FirstViolation) => {
                return None;
            }
            (_, Verdict::Inconclusive) => {
                (Class::Inconclusive, format!("{name} is not settled: {}", cut(result)))
            }
            _ if !property.is_as_expected() => (Class::Unexpected, differs(property)),
            (_, Verdict::Violated) => {
                (Class::AsExpected, format!("{name} is violated, as expected"))
            }
            _ => return None,
        };
        Some(Finding { property, class, text })
    };
    result.properties.iter().enumerate().filter_map(tell).collect()
}

/// The properties that a cell's error is about: those on which engines contradict each other, or those without
/// a verdict; all if there are no such properties.
fn at_fault(case: Case<'_>) -> Vec<usize> {
    let result = case.result();
    let Some(error) = &result.error else { return Vec::new() };
    let about = |index: &usize| {
        let verdicts = || case.results().iter().filter_map(|r| r.properties.get(*index));
        let says = |verdict| verdicts().any(|property| property.verdict == verdict);
        match error.kind {
            ErrorKind::Disagreement => {
                says(Verdict::Violated) && (says(Verdict::Holds) || says(Verdict::NotApplicable))
            }
            ErrorKind::Vacuous | ErrorKind::Scenario | ErrorKind::Internal => {
                result.properties[*index].verdict == Verdict::Error
            }
        }
    };
    let all = 0..result.properties.len();
    let some: Vec<usize> = all.clone().filter(about).collect();
    if some.is_empty() { all.collect() } else { some }
}

/// Why a cell is not as expected, in one sentence; empty if it is.
pub(crate) fn why(result: &CellResult) -> String {
    if let Some(error) = &result.error {
        return error.message.clone();
    }
    let settled = result.properties.iter().filter(|p| p.verdict != Verdict::Inconclusive);
    let differ: Vec<String> = settled.filter(|p| !p.is_as_expected()).map(differs).collect();
    match result.class() {
        Class::Inconclusive => cut(result),
        _ => differ.join("; "),
    }
}

fn differs(property: &PropertyResult) -> String {
    format!("{} is {}, expected {}", property.name, property.verdict, property.expected)
}

/// Why the search of a cell is inconclusive.
fn cut(result: &CellResult) -> String {
    match (&result.cut_by, result.max_preemptions) {
        (Some(Cut::Sampled), _) => {
            let executions = result.executions.unwrap_or(0);
            let seed = result.sampling.as_ref().map_or(0, |sampling| sampling.seed);
            let were = if executions == 1 { "was" } else { "were" };
            let executions = counted(executions, "execution");
            format!("only {executions} {were} drawn at random, with seed {seed}")
        }
        (Some(cut), _) => format!("cut by {cut}"),
        (None, Some(bound)) => {
            let bound = counted(bound, "preemption");
            format!("only executions with at most {bound} were explored")
        }
        (None, None) => "the search is not complete".to_owned(),
    }
}
