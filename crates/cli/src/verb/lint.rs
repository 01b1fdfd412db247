//! `lint`: check scenario files without exploring them.

use std::path::PathBuf;

use clap::Args;
use pmdrace_report::counted;
use pmdrace_scenario::{Catalogue, printable};

use crate::exit::{Exit, Failure};
use crate::output::{all, print, tell};
use crate::source;

#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// The scenario files.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
}

pub(crate) fn run(args: &Lint, catalogue: &Catalogue) -> Result<Exit, Failure> {
    let mut exit = Exit::AsExpected;
    let mut printed = Vec::new();
    for file in &args.files {
        match source::load_file(catalogue, file) {
            Ok(loaded) => {
                let cells = counted(loaded.scenario.cells(None).len(), "cell");
                let (file, name) = (file.display().to_string(), loaded.scenario.name());
                printed.push(print(&format!("{}: {name}, {cells}\n", printable(&file))));
            }
            Err(failure) => {
                tell(&failure);
                exit = failure.exit;
            }
        }
    }
    all(printed)?;
    Ok(exit)
}
