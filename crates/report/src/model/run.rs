//! A run as reports tell it: the document, and what the document does not hold.
//!
//! The document holds what searches found. A report for people or for CI also says where a scenario's
//! text lies, which searches never began, and what differs from the golden files. Whoever runs the
//! searches knows that and gives it along.

use std::collections::BTreeMap;

use crate::{Drift, Report};

/// Where the text of a scenario lies.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ScenarioFile {
    /// How to ask for it on a command line: its name, or its path as the user gave it.
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
    /// Where the scenarios lie.
    pub files: &'r ScenarioFiles,
    /// Searches that an interrupt kept from beginning. Their cells may be missing from the report.
    pub not_begun: usize,
    /// What differs from the golden files; empty where nobody compared.
    pub drifts: &'r [Drift],
}

/// What an interrupt kept from beginning, if it did.
pub fn interrupted(not_begun: usize) -> Option<String> {
    (not_begun > 0).then(|| format!("interrupted: {not_begun} searches were not begun"))
}

impl Run<'_> {
    /// Whether every search was begun, all is as expected, and nothing differs from the golden files.
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
