//! A run as JSON lines, to be followed while it runs: one line per result, then one with the totals.
//!
//! A line holds the same object as the document's `results`. When it is written, the other engine may not yet
//! have reported on the same cell. The last line therefore repeats, as `amended`, the results that a comparison
//! of the engines changed.

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

/// Renders the line of one result.
///
/// # Errors
/// When the result cannot be written as JSON.
pub fn jsonl_result(result: &CellResult) -> Result<String, serde_json::Error> {
    serde_json::to_string(&result.without_traces()).map(|text| text + "\n")
}

/// Renders the line that ends a run.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn jsonl_last(run: &Run<'_>) -> Result<String, serde_json::Error> {
    let amended = |result: &&CellResult| {
        let disagrees = |error: &crate::CellError| error.kind == ErrorKind::Disagreement;
        let withdrawn = [Some(Cut::LoomTso), Some(Cut::LoomRc11)].contains(&result.cut_by);
        result.error.as_ref().is_some_and(disagrees) || withdrawn
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
