//! The `pmdrace` command: arguments in, text and exit codes out.
//!
//! For a crate that brings routines and scenarios of its own to every verb: its `main` is
//!
//! ```no_run
//! use std::process::ExitCode;
//!
//! use pmdrace_scenario::Catalogue;
//!
//! fn main() -> ExitCode {
//!     // .with_routines(&[&MY_ROUTINE]).with_scenario(entry!("scenarios", "my", "race"))
//!     let catalogue = Catalogue::shipped();
//!     pmdrace_cli::main_with(&catalogue).into()
//! }
//! ```
//!
//! This is the only crate that reads the environment and the clock, and the only one that prints; of files, only
//! those of a kernel build are read elsewhere, in `pmdrace-tree`.
//! [`explore`] has what combines scenarios, the engine and reports; other crates may use it.

mod args;
mod diagnostic;
mod display;
mod exit;
pub mod explore;
mod input;
mod options;
mod output;
mod pool;
mod progress;
mod select;
mod source;
mod stepper;
mod tree;
mod verb;
mod worker;

use std::borrow::Cow;
use std::io::Write as _;

use clap::Parser;
use pmdrace_scenario::{Catalogue, printable};

pub use args::command;
pub use exit::Exit;

use args::{Cli, Verb};
use exit::Failure;

/// Name and version, as reports give them.
pub(crate) const TOOL: &str = concat!("pmdrace ", env!("CARGO_PKG_VERSION"));

/// Parses the command line and runs the command on the scenarios and routines of `catalogue`.
pub fn main_with(catalogue: &Catalogue) -> Exit {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // What is quoted of the command line may hold what steers a terminal.
            let plain = error.render().to_string();
            let printed = match printable(&plain) {
                Cow::Borrowed(_) => error.print(),
                Cow::Owned(safe) => write!(std::io::stderr(), "{safe}"),
            };
            let printed = output::printed(printed);
            return match (error.use_stderr(), printed) {
                (true, _) => Exit::Usage,
                (false, Ok(())) => Exit::AsExpected,
                (false, Err(failure)) => end(&failure),
            };
        }
    };
    cli.display.apply();
    let done = match cli.verb {
        Verb::List(list) => verb::list::run(&list, catalogue),
        Verb::Show(show) => verb::show::run(&show, catalogue),
        Verb::Check(check) => verb::check::run(&check, catalogue),
        Verb::Replay(replay) => verb::replay::run(&replay, catalogue),
        Verb::Matrix(matrix) => verb::matrix::run(&matrix, catalogue),
        Verb::Export(export) => verb::export::run(&export, catalogue),
        Verb::Gate(gate) => verb::gate::run(&gate, catalogue),
        Verb::Decode(decode) => verb::decode::run(&decode),
        Verb::Contract(contract) => verb::contract::run(&contract),
        Verb::Conform(conform) => verb::conform::run(&conform, catalogue),
        Verb::Kernel(kernel) => verb::kernel::run(&kernel, catalogue),
        Verb::Mutate(mutate) => verb::mutate::run(&mutate, catalogue),
        Verb::Stress(stress) => verb::stress::run(&stress, catalogue),
        Verb::Lint(lint) => verb::lint::run(&lint, catalogue),
        Verb::Worker => worker::run(catalogue),
    };
    done.unwrap_or_else(|failure| end(&failure))
}

/// Tells a failure, and how the program ends.
fn end(failure: &Failure) -> Exit {
    output::tell(failure);
    failure.exit
}
