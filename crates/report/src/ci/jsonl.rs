//! A run as JSON lines, for whoever wants to read along: one line per result as it comes, then one with
//! the sums.
//!
//! A line holds the same object as the document's `results`. One thing cannot be known when a line is
//! written: what another engine will say about the same cell. The last line therefore repeats the results
//! that this changed, as `amended`.

use pmdrace_engine::Cut;
use serde::Serialize;

use crate::{CellResult, Drift, ErrorKind, Run, Summary};

/// The last line.
#[derive(Serialize)]
struct Last<'r> {
    summary: Summary,
    not_begun: usize,
    drift: &'r [Drift],
    amended: Vec<CellResult>,
}

/// The line of one result.
///
/// # Errors
/// When the result cannot be written as JSON.
pub fn jsonl_result(result: &CellResult) -> Result<String, serde_json::Error> {
    serde_json::to_string(&result.without_traces()).map(|text| text + "\n")
}

/// The line that ends a run.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn jsonl_last(run: &Run<'_>) -> Result<String, serde_json::Error> {
    let amended = |result: &&CellResult| {
        let disagrees = |error: &crate::CellError| error.kind == ErrorKind::Disagreement;
        result.error.as_ref().is_some_and(disagrees)
            || result.cut_by.as_deref() == Some(Cut::LoomTso.name())
    };
    let last = Last {
        summary: run.report.summary,
        not_begun: run.not_begun,
        drift: run.drifts,
        amended: run
            .report
            .results
            .iter()
            .filter(amended)
            .map(CellResult::without_traces)
            .collect(),
    };
    serde_json::to_string(&last).map(|text| text + "\n")
}
