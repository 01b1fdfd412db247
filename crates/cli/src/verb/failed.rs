//! `check --failed`: the cells of the last check that were not as expected.
//!
//! Each check leaves the list in the platform's cache, for the next one. A list that cannot be written is none.

use std::collections::HashSet;
use std::path::PathBuf;

use pmdrace_report::Class;
use pmdrace_scenario::CellKey;
use serde::{Deserialize, Serialize};

use super::run::Found;
use crate::exit::Failure;
use crate::input::{self, read_bounded};
use crate::output::write_file;
use crate::select::Selected;
use crate::source::{Loaded, Origin};

/// The format of the list.
const FORMAT: &str = "pmdrace-failed/1";

/// The cells of a run that were not as expected.
#[derive(Serialize, Deserialize)]
pub(crate) struct Failed {
    format: String,
    cells: Vec<Cell>,
}

#[derive(Serialize, Deserialize)]
struct Cell {
    /// The name of a shipped scenario, or the absolute path of a file.
    asked: String,
    scenario: String,
    cell: CellKey,
}

/// The file of the list.
fn path() -> Option<PathBuf> {
    Some(dirs::cache_dir()?.join("pmdrace").join("failed.json"))
}

impl Failed {
    /// Those of a run.
    pub(crate) fn of(loaded: &[Loaded], found: &Found) -> Failed {
        let well = [Class::AsExpected, Class::NotApplicable];
        let failed = found.report.cases().filter(|case| !well.contains(&case.class()));
        let cell = |result: &pmdrace_report::CellResult| {
            let of = loaded.iter().find(|loaded| loaded.scenario.name() == result.scenario)?;
            let asked = match &of.origin {
                Origin::Shipped(entry) => entry.name.to_owned(),
                Origin::File(path) => std::path::absolute(path).ok()?.display().to_string(),
            };
            Some(Cell { asked, scenario: result.scenario.clone(), cell: result.cell.clone() })
        };
        let cells = failed.filter_map(|case| cell(case.result())).collect();
        Failed { format: FORMAT.to_owned(), cells }
    }

    /// Leaves the list for the next run.
    pub(crate) fn keep(&self) {
        // Whatever else is at its place stays.
        let path =
            path().filter(|path| path.metadata().is_ok_and(|m| m.is_file()) || !path.exists());
        if let (Some(path), Ok(text)) = (path, serde_json::to_string(self)) {
            let made = path.parent().is_some_and(|folder| std::fs::create_dir_all(folder).is_ok());
            let _ = made && write_file(&path, &text).is_ok();
        }
    }

    /// The list that the last run left.
    ///
    /// # Errors
    /// When there is none, nothing is on it, or it cannot be read.
    pub(crate) fn last() -> Result<Failed, Failure> {
        let none = || {
            Failure::nothing(
                "nothing is known to have failed: `pmdrace check` keeps what was not as expected",
            )
        };
        let path = path().filter(|path| path.exists()).ok_or_else(none)?;
        let failed: Failed =
            serde_json::from_str(&read_bounded(&path, input::RESULTS)?).map_err(|_| none())?;
        match failed.format == FORMAT && !failed.cells.is_empty() {
            true => Ok(failed),
            false => Err(none()),
        }
    }

    /// What names its scenarios on the command line.
    pub(crate) fn asked(&self) -> Vec<String> {
        let mut asked: Vec<String> = self.cells.iter().map(|cell| cell.asked.clone()).collect();
        asked.dedup();
        asked
    }

    /// Leaves of what is selected the cells of the list.
    ///
    /// # Errors
    /// When none is left.
    pub(crate) fn narrow(&self, loaded: &[Loaded], selected: &mut Selected) -> Result<(), Failure> {
        let failed: HashSet<(&str, &CellKey)> =
            self.cells.iter().map(|cell| (cell.scenario.as_str(), &cell.cell)).collect();
        selected.cells.retain(|selected| {
            failed.contains(&(loaded[selected.scenario].scenario.name(), &selected.key))
        });
        match selected.applicable().next() {
            Some(_) => Ok(()),
            None => Err(Failure::nothing("no selected cell is among those that failed")),
        }
    }
}
