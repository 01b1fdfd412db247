//! The verdicts of a kernel tree's C beside those of the transcriptions, cell by cell.
//!
//! Where a verdict differs although `conform` finds both equal, notes or helpers do: it is an independent check of what
//! the oracles are told of the C.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pmdrace_engine::{Engine, Verdict};
use pmdrace_report::{CellResult, Report, counted};
use pmdrace_scenario::CellKey;

use super::reports::Reports;
use super::run::{How, explore};
use crate::exit::Failure;
use crate::options::Output;
use crate::select::{Selected, SelectedCell};
use crate::source::Loaded;

/// A verdict that differs: scenario, property, the transcription's, that of the C, and why it does not apply if so.
type Change = (String, String, &'static str, &'static str, String);

/// How verdicts compare.
pub(crate) struct Beside {
    era: &'static str,
    cells: usize,
    same: usize,
    changes: BTreeMap<Change, usize>,
    /// Whether one says violated and the other not.
    pub(crate) contradicts: bool,
}

/// Explores the cells of a report of a kernel build again, with transcriptions on a shipped architecture.
pub(crate) fn beside(
    of_tree: &Report,
    era: &'static str,
    loaded: &[Loaded],
    how: &How<'_>,
) -> Result<Beside, Failure> {
    let cells: Vec<&CellResult> =
        of_tree.cells().filter(|result| result.not_applicable.is_none()).collect();
    let shipped = |result: &&&CellResult| {
        let scenario = loaded.iter().position(|one| one.scenario.name() == result.scenario)?;
        let key = CellKey { arch: era.to_owned(), ..result.cell.clone() };
        let not_applicable = loaded[scenario].scenario.not_applicable(&key).map(str::to_owned);
        Some(SelectedCell { scenario, key, not_applicable, engines: vec![Engine::Statespace] })
    };
    let selected = Selected {
        cells: cells.iter().filter_map(|result| shipped(&result)).collect(),
        left_out: 0,
        too_large: 0,
    };
    let nowhere = Output { json: false, traces: None, report: Vec::new() };
    let reports = Reports::begin(&nowhere, loaded)?;
    let how = How { kernel: None, traces: None, limits: how.limits.clone(), ..*how };
    let transcribed = explore(loaded, &selected, &how, &reports)?.report;
    let mut beside =
        Beside { era, cells: 0, same: 0, changes: BTreeMap::new(), contradicts: false };
    for (of_c, ours) in cells.iter().zip(transcribed.cells()) {
        beside.cells += 1;
        for (its, ours) in of_c.properties.iter().zip(&ours.properties) {
            beside.add(&of_c.scenario, its, ours);
        }
    }
    Ok(beside)
}

impl Beside {
    fn add(
        &mut self,
        scenario: &str,
        its: &pmdrace_report::PropertyResult,
        ours: &pmdrace_report::PropertyResult,
    ) {
        if its.verdict == ours.verdict {
            self.same += 1;
            return;
        }
        let violated = |verdict| verdict == Verdict::Violated;
        self.contradicts |= violated(its.verdict) != violated(ours.verdict);
        let why = its.reason.clone().or_else(|| ours.reason.clone()).unwrap_or_default();
        let (was, now) = (ours.verdict.name(), its.verdict.name());
        let change = (scenario.to_owned(), its.name.clone(), was, now, why);
        *self.changes.entry(change).or_default() += 1;
    }

    /// The comparison in words.
    pub(crate) fn text(&self) -> String {
        let mut text = format!(
            "beside the transcriptions on {}: {} of {}, {} the same\n",
            self.era,
            counted(self.same + self.changes.values().sum::<usize>(), "verdict"),
            counted(self.cells, "cell"),
            self.same
        );
        for ((scenario, property, was, now, why), count) in &self.changes {
            let cells = counted(*count, "cell");
            let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
            let _ =
                writeln!(text, "  {scenario} {property}: {was}, with the C {now}, in {cells}{why}");
        }
        text
    }
}
