//! The report document, which `--json` prints.

use pmdrace_engine::Verdict;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::case::{cases, compare};
use crate::{Case, CellResult, Class};

/// The format of the document.
pub const REPORT_FORMAT: &str = "pmdrace-report/1";

/// The report document of pmdrace: what searches found, and how it compares with what is expected.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Report {
    /// The format of the document; it changes when a program that reads it has to.
    #[cfg_attr(feature = "schema", schemars(extend("const" = REPORT_FORMAT)))]
    pub format: String,
    /// Name and version of the tool.
    pub tool: String,
    /// One per cell and engine, in the order of the scenario; a cell's results stand side by side.
    pub results: Vec<CellResult>,
    /// The number of cells of each class.
    pub summary: Summary,
}

/// The number of cells of each class.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Summary {
    /// Every property as expected.
    pub as_expected: usize,
    /// Some verdict differs from its expectation.
    pub unexpected: usize,
    /// Some verdict is inconclusive, and nothing is worse.
    pub inconclusive: usize,
    /// The tool or the scenario is at fault.
    pub errors: usize,
    /// The architecture has no such case.
    pub not_applicable: usize,
}

impl Report {
    /// Builds the document. Engines that contradict each other about a cell make it an error.
    pub fn new(tool: &str, mut results: Vec<CellResult>) -> Report {
        compare(&mut results);
        let mut summary = Summary::default();
        for case in cases(&results) {
            *match case.class() {
                Class::AsExpected => &mut summary.as_expected,
                Class::Unexpected => &mut summary.unexpected,
                Class::Inconclusive => &mut summary.inconclusive,
                Class::Error => &mut summary.errors,
                Class::NotApplicable => &mut summary.not_applicable,
            } += 1;
        }
        Report { format: REPORT_FORMAT.to_owned(), tool: tool.to_owned(), results, summary }
    }

    /// The document as `--json` prints it: without counterexamples, which are in the trace files.
    pub fn without_traces(&self) -> Report {
        let results = self.results.iter().map(CellResult::without_traces).collect();
        Report {
            format: self.format.clone(),
            tool: self.tool.clone(),
            results,
            summary: self.summary,
        }
    }

    /// The cells, each with the results of all engines.
    pub fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        cases(&self.results)
    }

    /// The result that represents each cell.
    pub fn cells(&self) -> impl Iterator<Item = &CellResult> {
        self.cases().map(Case::result)
    }

    /// The options that repeat the sampling, if executions were drawn at random.
    pub fn sampling_options(&self) -> Option<String> {
        let sampling = self.results.iter().find_map(|result| result.sampling.as_ref())?;
        let mut counts: Vec<u64> = self.results.iter().filter_map(|r| r.executions).collect();
        counts.dedup();
        // If a time limit ended some searches earlier than others, no number fits all.
        Some(sampling.options(counts.first().copied().filter(|_| counts.len() == 1)))
    }

    /// The number of cells that apply.
    pub(crate) fn explored(&self) -> usize {
        self.cells().count().saturating_sub(self.summary.not_applicable)
    }

    /// The sum of a count over all results; None if no result has it.
    pub(crate) fn sum(&self, count: fn(&CellResult) -> Option<u64>) -> Option<u64> {
        self.results.iter().filter_map(count).reduce(|all, more| all + more)
    }

    /// The number of cells with an expected violation.
    pub(crate) fn violated_as_expected(&self) -> usize {
        let violated = |result: &&CellResult| {
            result.verdict == Verdict::Violated && result.class() == Class::AsExpected
        };
        self.cells().filter(violated).count()
    }
}
