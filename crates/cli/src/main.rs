//! The `pmdrace` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    pmdrace_cli::run().into()
}
