//! `generate`: files that are drawn from the program itself, for whoever builds or packages it.

use clap::{Subcommand, ValueEnum};

use super::print;
use crate::exit::{Exit, Failure};

/// What to print.
#[derive(Debug, Subcommand)]
pub(crate) enum Generate {
    /// The JSON schema of a document that the program writes.
    Schema {
        /// The document.
        which: Document,
    },
}

/// A document with a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Document {
    /// What `--json` and `--report json=PATH` write.
    Report,
}

pub(crate) fn run(generate: &Generate) -> Result<Exit, Failure> {
    match generate {
        Generate::Schema { which: Document::Report } => {
            let schema = pmdrace_report::report_schema().map_err(|error| {
                Failure::internal(format!("the schema cannot be written: {error}"))
            })?;
            print(&schema);
        }
    }
    Ok(Exit::AsExpected)
}
