//! The report document: what `--json` prints, and what worker processes hand back.

use pmdrace_engine::Verdict;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::case::{cases, compare};
use crate::{Case, CellResult, Class};

/// The format of the document.
pub const REPORT_FORMAT: &str = "pmdrace-report/1";

/// The report document of pmdrace: what searches found, and how it compares with what is expected.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The format of the document; it changes when a program that reads it has to.
    #[schemars(extend("const" = REPORT_FORMAT))]
    pub format: String,
    /// Name and version of the tool.
    pub tool: String,
    /// One per cell and engine, in the order of the scenario; a cell's results stand side by side.
    pub results: Vec<CellResult>,
    /// How many cells of each class.
    pub summary: Summary,
}

/// How many cells are of each class.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Every property as expected.
    pub as_expected: usize,
    /// Some verdict differs from its expectation.
    pub unexpected: usize,
    /// Some property could not be settled, and nothing worse.
    pub inconclusive: usize,
    /// The tool or the scenario is at fault.
    pub errors: usize,
    /// The architecture has no such case.
    pub not_applicable: usize,
}

impl Report {
    /// The document of these results. Engines that contradict each other about a cell make it an error.
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

    /// The document as `--json` prints it: counterexamples are in the trace files.
    pub fn without_traces(&self) -> Report {
        let results = self.results.iter().map(CellResult::without_traces).collect();
        Report {
            format: self.format.clone(),
            tool: self.tool.clone(),
            results,
            summary: self.summary,
        }
    }

    /// The cells with the results of all engines.
    pub fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        cases(&self.results)
    }

    /// Per cell, the result that speaks for it.
    pub fn cells(&self) -> impl Iterator<Item = &CellResult> {
        self.cases().map(Case::result)
    }

    /// The options that draw the same executions once more, if they were drawn at random.
    pub fn sampling_options(&self) -> Option<String> {
        let sampling = self.results.iter().find_map(|result| result.sampling.as_ref())?;
        let mut counts: Vec<u64> = self.results.iter().filter_map(|r| r.executions).collect();
        counts.dedup();
        // Where time ended some searches earlier than others, no number is right for all.
        Some(sampling.options(counts.first().copied().filter(|_| counts.len() == 1)))
    }

    /// How many cells there are that the architectures have.
    pub(crate) fn explored(&self) -> usize {
        self.cells().count().saturating_sub(self.summary.not_applicable)
    }

    /// The sum of a count over all results; None where none has it.
    pub(crate) fn sum(&self, count: fn(&CellResult) -> Option<u64>) -> Option<u64> {
        self.results.iter().filter_map(count).reduce(|all, more| all + more)
    }

    /// How many cells violate something and are expected to.
    pub(crate) fn violated_as_expected(&self) -> usize {
        let violated = |result: &&CellResult| {
            result.verdict() == Verdict::Violated && result.class() == Class::AsExpected
        };
        self.cells().filter(violated).count()
    }
}
