//! The `pmdrace` command: arguments in, text and exit codes out.
//!
//! This is the only crate that reads files, the environment and the clock, and the only one that
//! prints. What is worth testing without a process lives in the crates below.

mod args;
mod diagnostic;
mod exit;
mod pool;
mod progress;
mod select;
mod source;
mod stepper;
mod traces;
mod verb;
mod worker;

use clap::Parser;

pub use args::command;
pub use exit::Exit;

use args::{Cli, Verb};

/// Name and version, as reports give them.
pub(crate) const TOOL: &str = concat!("pmdrace ", env!("CARGO_PKG_VERSION"));

/// Parses the command line, does what it asks for and says how it went.
pub fn run() -> Exit {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // A closed pipe is no reason to fail differently.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::AsExpected };
        }
    };
    let done = match cli.verb {
        Verb::List(list) => verb::list::run(&list),
        Verb::Show(show) => verb::show::run(&show),
        Verb::Check(check) => verb::check::run(&check),
        Verb::Replay(replay) => verb::replay::run(&replay),
        Verb::Matrix(matrix) => verb::matrix::run(&matrix),
        Verb::Export(export) => verb::export::run(&export),
        Verb::Gate(gate) => verb::gate::run(&gate),
        Verb::Decode(decode) => verb::decode::run(&decode),
        Verb::Contract(contract) => verb::contract::run(&contract),
        Verb::Mutate(mutate) => verb::mutate::run(&mutate),
        Verb::Stress(stress) => verb::stress::run(&stress),
        Verb::Lint(lint) => verb::lint::run(&lint),
        Verb::Worker => worker::run(),
    };
    done.unwrap_or_else(|failure| {
        anstream::eprintln!("{failure}");
        failure.exit
    })
}
