//! `pmdrace` with a routine and a scenario of this crate: `cargo run --release -- check`.
//!
//! Every verb works as it does in `pmdrace`. Start from `Catalogue::shipped()` instead to keep the shipped scenarios.

mod walker;

use std::process::ExitCode;

use pmdrace_scenario::{Catalogue, entry};

fn main() -> ExitCode {
    let catalogue = Catalogue::empty()
        .with_routines(&[&walker::OWN_WALKER])
        .with_scenario(entry!("scenarios", "own", "walker-vs-migration"));
    pmdrace_cli::main_with(&catalogue).into()
}
