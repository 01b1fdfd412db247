//! `check --failed`: the cells that were not as expected when a check last explored them.
//!
//! Each check leaves the list in the platform's cache, for the next one: cells that it found as expected come off the
//! list, others come on. What it did not get to stays as it was. A list that cannot be written is none.

use std::collections::HashSet;
use std::path::PathBuf;

use indexmap::IndexSet;
use pmdrace_mm::MemoryModel;
use pmdrace_report::Class;
use pmdrace_scenario::CellKey;
use serde::{Deserialize, Serialize};

use super::run::Found;
use crate::exit::{Exit, Failure};
use crate::input::{self, read_bounded};
use crate::options::{Engine, Selection};
use crate::output::write_file;
use crate::select::{self, Selected};
use crate::source::{Loaded, Origin};
use crate::tree::Tree;

/// The format of the list.
const FORMAT: &str = "pmdrace-failed/1";

/// The list.
#[derive(Serialize, Deserialize)]
pub(crate) struct Failed {
    format: String,
    cells: IndexSet<Cell>,
}

#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Cell {
    /// The name of a shipped scenario, or the absolute path of a file.
    asked: String,
    cell: CellKey,
}

/// The file of the list.
fn path() -> Option<PathBuf> {
    Some(dirs::cache_dir()?.join("pmdrace").join("failed.json"))
}

/// What names a scenario from any directory.
fn asked(loaded: &Loaded) -> Option<String> {
    match &loaded.origin {
        Origin::Shipped(entry) => Some(entry.name.to_owned()),
        Origin::File(path) => Some(std::path::absolute(path).ok()?.display().to_string()),
    }
}

impl Failed {
    fn new() -> Failed {
        Failed { format: FORMAT.to_owned(), cells: IndexSet::new() }
    }

    /// Leaves the list for the next run, after a run that found this.
    pub(crate) fn update(loaded: &[Loaded], found: &Found) {
        // A list that is damaged is replaced.
        let mut failed = Failed::read().ok().flatten().unwrap_or_else(Failed::new);
        for case in found.report.cases() {
            let result = case.result();
            let of = loaded.iter().find(|loaded| loaded.scenario.name() == result.scenario);
            let Some(asked) = of.and_then(asked) else { continue };
            let cell = Cell { asked, cell: result.cell.clone() };
            match case.class() {
                Class::AsExpected | Class::NotApplicable => drop(failed.cells.shift_remove(&cell)),
                _ => drop(failed.cells.insert(cell)),
            }
        }
        // Whatever else is at its place stays.
        let path = path().filter(|path| path.metadata().map_or(!path.exists(), |m| m.is_file()));
        if let (Some(path), Ok(text)) = (path, serde_json::to_string(&failed)) {
            let made = path.parent().is_some_and(|folder| std::fs::create_dir_all(folder).is_ok());
            let _ = made && write_file(&path, &text).is_ok();
        }
    }

    /// The list, if there is one.
    fn read() -> Result<Option<Failed>, Failure> {
        let Some(path) = path().filter(|path| path.exists()) else { return Ok(None) };
        let damaged = || {
            Failure::usage(format!(
                "{}: the list of what failed is damaged\n  = help: remove it; the next check writes it anew",
                path.display()
            ))
        };
        let text = read_bounded(&path, input::RESULTS).map_err(|_| damaged())?;
        let failed: Failed = serde_json::from_str(&text).map_err(|_| damaged())?;
        if failed.format == FORMAT { Ok(Some(failed)) } else { Err(damaged()) }
    }

    /// The list that the last run left.
    ///
    /// # Errors
    /// When there is none, nothing is on it, or it cannot be read.
    pub(crate) fn last() -> Result<Failed, Failure> {
        Failed::read()?.filter(|failed| !failed.cells.is_empty()).ok_or_else(|| {
            Failure::nothing(
                "nothing is known to have failed: `pmdrace check` keeps what was not as expected",
            )
        })
    }

    /// What names its scenarios on the command line.
    pub(crate) fn asked(&self) -> Vec<String> {
        let asked: IndexSet<String> = self.cells.iter().map(|cell| cell.asked.clone()).collect();
        asked.into_iter().collect()
    }

    /// Selects the cells of the list that are among these, each under the memory model that it failed under.
    ///
    /// # Errors
    /// When there is none, and those of [`select::cells`].
    pub(crate) fn select(
        &self,
        (loaded, tree): (&[Loaded], Option<&Tree>),
        selection: &Selection,
        (engine, full): (Engine, bool),
    ) -> Result<Selected, Failure> {
        let all: Vec<(String, &Loaded)> =
            loaded.iter().filter_map(|loaded| Some((asked(loaded)?, loaded))).collect();
        let failed: HashSet<(&str, &CellKey)> =
            self.cells.iter().map(|cell| (cell.asked.as_str(), &cell.cell)).collect();
        let how: IndexSet<(MemoryModel, bool)> = self
            .cells
            .iter()
            .map(|Cell { cell, .. }| (cell.memory, cell.has_plain_reloads()))
            .collect();
        let asked = |(memory, reloads): &(MemoryModel, bool)| {
            selection.memory.is_none_or(|asked| asked == *memory)
                && (*reloads || !selection.plain_reloads)
        };
        let mut selected = Selected { cells: Vec::new(), left_out: 0, too_large: 0 };
        for (memory, plain_reloads) in how.into_iter().filter(asked) {
            let one = Selection { memory: Some(memory), plain_reloads, ..selection.clone() };
            match select::cells(loaded, tree, &one, engine, full) {
                Ok(more) => selected.cells.extend(more.cells),
                Err(failure) if failure.exit == Exit::NothingSelected => {}
                Err(failure) => return Err(failure),
            }
        }
        selected.cells.retain(|cell| {
            let name = all.iter().find(|(_, of)| std::ptr::eq(*of, &loaded[cell.scenario]));
            name.is_some_and(|(name, _)| failed.contains(&(name.as_str(), &cell.key)))
        });
        selected.cells.sort_by_key(|cell| cell.scenario);
        if selected.applicable().next().is_none() {
            return Err(Failure::nothing("no selected cell is among those that failed"));
        }
        Ok(selected)
    }
}
