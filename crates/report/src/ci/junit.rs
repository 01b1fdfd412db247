//! A run as JUnit XML, which CI systems show as tests: a suite per scenario, a test per cell.
//!
//! An expected violation passes, and the test's output names it, as it names properties that do not apply and loop
//! bounds that a verdict rests on. An inconclusive cell fails and is never skipped, because skipped tests look like
//! passes; only cells that an architecture does not have are skipped. The document has no time of day, so two
//! runs differ in durations only.

use std::time::Duration;

use quick_junit::{NonSuccessKind, SerializeError, TestCase, TestCaseStatus, TestSuite};

use crate::model::finding::{findings, why};
use crate::model::remark::remarks;
use crate::model::run::interrupted;
use crate::{Case, CellResult, Class, ErrorKind, Run, cell_details, trace_text};

/// The width of traces.
const WIDTH: usize = 100;

/// Renders the run as a JUnit document.
///
/// # Errors
/// When the document cannot be written as XML.
pub fn junit(run: &Run<'_>) -> Result<String, SerializeError> {
    let mut document = quick_junit::Report::new("pmdrace");
    document.set_time(seconds(run.report.results.iter()));
    for name in run.scenarios() {
        let of_it = |case: &Case<'_>| case.result().scenario == name;
        let mut suite = TestSuite::new(name);
        suite.set_time(seconds(run.report.results.iter().filter(|r| r.scenario == name)));
        suite.add_test_cases(run.report.cases().filter(of_it).map(test));
        document.add_test_suite(suite);
    }
    if !run.drifts.is_empty() {
        let mut suite = TestSuite::new("golden files");
        suite.add_test_cases(run.drifts.iter().map(|drift| {
            let status = status(NonSuccessKind::Failure, "drift", &drift.change);
            named(&drift.scenario, &drift.cell, status)
        }));
        document.add_test_suite(suite);
    }
    if let Some(said) = interrupted(run.not_begun) {
        let status = status(NonSuccessKind::Error, "interrupted", &said);
        let mut suite = TestSuite::new("run");
        suite.add_test_case(named("run", "every search is begun", status));
        document.add_test_suite(suite);
    }
    document.to_string()
}

/// The total time of some searches.
fn seconds<'r>(results: impl Iterator<Item = &'r CellResult>) -> Duration {
    let sum: f64 = results.map(|result| result.seconds).sum();
    Duration::try_from_secs_f64(sum).unwrap_or_default()
}

/// A cell as a test.
fn test(case: Case<'_>) -> TestCase {
    let result = case.result();
    let status = match case.class() {
        Class::AsExpected => TestCaseStatus::success(),
        Class::Unexpected => status(NonSuccessKind::Failure, "unexpected", &why(result)),
        Class::Inconclusive => status(NonSuccessKind::Failure, "inconclusive", &why(result)),
        Class::Error => status(NonSuccessKind::Error, kind(result), &why(result)),
        Class::NotApplicable => {
            let mut skipped = TestCaseStatus::skipped();
            skipped.set_message(text(result.not_applicable.as_deref().unwrap_or_default()));
            skipped
        }
    };
    let mut test = named(&result.scenario, &result.title(), status);
    test.set_time(seconds(case.results().iter()));
    match case.class() {
        Class::AsExpected => {
            let found = findings(case).into_iter().map(|found| found.text);
            let beside = remarks(&[result]).into_iter().map(|remark| remark.text);
            let said: Vec<String> = found.chain(beside).collect();
            if !said.is_empty() {
                test.set_system_out(text(&said.join("\n")));
            }
        }
        Class::NotApplicable => {}
        _ => {
            test.status.set_description(text(&details(case)));
        }
    }
    test
}

fn named(class: &str, name: &str, status: TestCaseStatus) -> TestCase {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut test = TestCase::new(text(&words.join(" ")), status);
    test.set_classname(text(class));
    test
}

fn status(kind: NonSuccessKind, what: &str, message: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(kind);
    status.set_type(what).set_message(text(message));
    status
}

/// The type of an error.
fn kind(result: &CellResult) -> &'static str {
    match result.error.as_ref().map(|error| error.kind) {
        Some(ErrorKind::Vacuous) => "vacuous",
        Some(ErrorKind::Scenario) => "scenario",
        Some(ErrorKind::Disagreement) => "disagreement",
        Some(ErrorKind::Internal) | None => "internal",
    }
}

/// The cell in detail, with a trace of each unexpected violation.
fn details(case: Case<'_>) -> String {
    let mut text = cell_details(case);
    for found in findings(case).iter().filter(|found| found.class == Class::Unexpected) {
        if let Some(trace) = &found.property.counterexample {
            text.push('\n');
            text.push_str(&trace_text(trace, WIDTH));
        }
    }
    text
}

/// Text without the two characters that XML cannot hold and that quick-junit leaves in.
fn text(text: &str) -> String {
    text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}
