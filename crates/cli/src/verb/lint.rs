//! `lint`: check scenario files without exploring them.

use super::print;
use crate::args::Lint;
use crate::exit::{Exit, Failure};
use crate::source;

pub(crate) fn run(args: &Lint) -> Result<Exit, Failure> {
    let mut exit = Exit::AsExpected;
    for file in &args.files {
        match source::load_file(file) {
            Ok(loaded) => {
                let cells = loaded.scenario.cells(None).len();
                print(&format!("{}: {}, {cells} cells\n", file.display(), loaded.scenario.name()));
            }
            Err(failure) => {
                anstream::eprintln!("{failure}");
                exit = failure.exit;
            }
        }
    }
    Ok(exit)
}
