//! The `pmdrace` command.

use std::process::ExitCode;

use pmdrace_scenario::Catalogue;

fn main() -> ExitCode {
    pmdrace_cli::main_with(&Catalogue::shipped()).into()
}
