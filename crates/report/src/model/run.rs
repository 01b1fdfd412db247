//! A run as reports show it: the document, and what the document does not hold.
//!
//! The document holds what searches found. Reports for people or for CI also show where a scenario's text is, how
//! many searches never began, and what differs from the golden files.

use std::collections::BTreeMap;

use crate::{Drift, Report, counted};

/// Where the text of a scenario is.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ScenarioFile {
    /// Its name on a command line: that of a shipped scenario, or the path as the user gave it.
    pub asked: String,
    /// The path of the file.
    pub path: String,
    /// The line of each variant, from 1.
    pub lines: BTreeMap<String, usize>,
}

/// The files of scenarios, by the scenario's name.
pub type ScenarioFiles = BTreeMap<String, ScenarioFile>;

/// A run.
#[derive(Clone, Copy, Debug)]
pub struct Run<'r> {
    /// What the searches found.
    pub report: &'r Report,
    /// Where the scenarios are.
    pub files: &'r ScenarioFiles,
    /// The number of searches that never began because of an interrupt. Their cells may be missing.
    pub not_begun: usize,
    /// The differences from the golden files; empty if they were not compared.
    pub drifts: &'r [Drift],
}

/// Says how many searches an interrupt kept from beginning, if any.
pub fn interrupted(not_begun: usize) -> Option<String> {
    let were = if not_begun == 1 { "was" } else { "were" };
    let searches = counted(not_begun, "search");
    (not_begun > 0).then(|| format!("interrupted: {searches} {were} not begun"))
}

impl Run<'_> {
    /// Whether the run is complete, as expected, and without differences from the golden files.
    pub(crate) fn is_as_expected(&self) -> bool {
        let summary = &self.report.summary;
        summary.unexpected + summary.inconclusive + summary.errors == 0
            && self.not_begun == 0
            && self.drifts.is_empty()
    }

    /// The names of the scenarios, in the order of the report.
    pub(crate) fn scenarios(&self) -> Vec<&str> {
        crate::model::grid::distinct(self.report.results.iter().map(|r| r.scenario.as_str()))
    }
}
