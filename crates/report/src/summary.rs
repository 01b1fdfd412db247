//! One cell in detail, and a run in two lines.

use std::fmt::Write as _;

use pmdrace_engine::Verdict;

use crate::style::{heading, verdict_word};
use crate::{CellResult, Class, Report};

/// Everything about one cell but its traces.
pub fn cell_details(result: &CellResult) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}", heading(&format!("{}  {}", result.scenario, result.title())));
    if let Some(reason) = &result.not_applicable {
        let _ = writeln!(text, "  not applicable: {reason}");
        return text;
    }
    if let Some(error) = &result.error {
        let _ = writeln!(text, "  {}{}", verdict_word(Verdict::Error, false), error.message);
    }
    let executions = result.executions.unwrap_or(0);
    for property in result.properties.iter().filter(|_| executions > 0 || result.error.is_none()) {
        let settled = property.verdict() != Verdict::Inconclusive;
        let as_expected = property.verdict == property.expected;
        let expected = match (settled, as_expected) {
            (false, _) => "not settled",
            (true, true) => "as expected",
            (true, false) => "NOT EXPECTED",
        };
        let count = match property.verdict() {
            Verdict::Violated => format!("in {} of {executions} executions", property.violating),
            _ => String::new(),
        };
        let line = format!(
            "  {}{:<21} {:<11}  {:<12}  {count}",
            verdict_word(property.verdict(), as_expected),
            property.name,
            property.kind,
            expected
        );
        let _ = writeln!(text, "{}", line.trim_end());
    }
    for goal in &result.goals {
        let _ = writeln!(
            text,
            "  goal {} reached in {} of {executions} executions",
            goal.name, goal.reached
        );
    }
    let _ = writeln!(text, "  {}", extent(result));
    text
}

/// How far the search went, and what to do where that is not far enough.
fn extent(result: &CellResult) -> String {
    let executions = result.executions.unwrap_or(0);
    let by = match result.cut_by.as_deref() {
        None => match (result.executions, result.max_preemptions) {
            (None, _) => return "no execution was explored".to_owned(),
            (_, None) => return format!("{executions} executions, exhausted"),
            (_, Some(bound)) => {
                return format!(
                    "{executions} executions, exhausted up to {bound} preemptions; not a proof beyond"
                );
            }
        },
        Some("max-executions") => "the execution budget; raise --max-executions",
        Some("max-time") => "the time budget; raise --max-time",
        Some("interrupted") => "an interrupt",
        Some("first-violation") => "the first violation, as --first-violation asks",
        Some("loom-history") => "loom's memory of 7 stores per word; use fewer CPUs",
        Some("loom-hidden-load") => {
            "loom's search, which one load hid another from; use fewer CPUs"
        }
        Some("loom-branches") => {
            "loom's room for branch points; use fewer CPUs or --max-preemptions"
        }
        Some(other) => other,
    };
    format!("{executions} executions, cut by {by}")
}

/// The run in two lines.
pub fn totals(report: &Report, seconds: f64) -> String {
    let summary = report.summary;
    let cells = match report.results.len() - summary.not_applicable {
        1 => "1 cell".to_owned(),
        cells => format!("{cells} cells"),
    };
    let beside = match summary.not_applicable {
        0 => String::new(),
        cells => format!(", {cells} not applicable"),
    };
    let executions: u64 = report.results.iter().filter_map(|r| r.executions).sum();
    let violated =
        |r: &&CellResult| r.verdict() == Verdict::Violated && r.class() == Class::AsExpected;
    let bound = report.results.iter().find_map(|r| r.max_preemptions);
    let bound = bound
        .map_or(String::new(), |bound| format!(", up to {bound} preemptions; not a proof beyond"));
    format!(
        "{cells}, {executions} executions, {seconds:.1} s{bound}\n\
         {} as expected ({} violated), {} unexpected, {} inconclusive, {} errors{beside}",
        summary.as_expected,
        report.results.iter().filter(violated).count(),
        summary.unexpected,
        summary.inconclusive,
        summary.errors
    )
}
