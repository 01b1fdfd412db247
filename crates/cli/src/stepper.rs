//! `replay --step`: an execution key by key, in the terminal.

use pmdrace_report::Trace;

use crate::exit::Failure;

/// Walks through an execution until the user leaves.
pub(crate) fn run(_trace: &Trace) -> Result<(), Failure> {
    Err(Failure::usage("--step needs a terminal"))
}
