//! `lint`: check scenario files without exploring them.

use std::path::PathBuf;

use clap::Args;
use pmdrace_scenario::{Catalogue, printable};

use super::print;
use crate::exit::{Exit, Failure};
use crate::source;

#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// The scenario files.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
}

pub(crate) fn run(args: &Lint, catalogue: &Catalogue) -> Result<Exit, Failure> {
    let mut exit = Exit::AsExpected;
    for file in &args.files {
        match source::load_file(catalogue, file) {
            Ok(loaded) => {
                let cells = loaded.scenario.cells(None).len();
                let (file, name) = (file.display().to_string(), loaded.scenario.name());
                print(&format!("{}: {name}, {cells} cells\n", printable(&file)));
            }
            Err(failure) => {
                anstream::eprintln!("{failure}");
                exit = failure.exit;
            }
        }
    }
    Ok(exit)
}
