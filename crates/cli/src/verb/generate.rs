//! `generate`: files that are drawn from the program itself, for whoever builds or packages it.

use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory as _, Subcommand, ValueEnum};
use clap_complete::Shell;
use pmdrace_report::{Golden, catalogue_page};
use pmdrace_scenario::{CATALOGUE, Scenario};

use super::{print, write_file};
use crate::args::Cli;
use crate::exit::{Exit, Failure};

/// What to print.
#[derive(Debug, Subcommand)]
pub(crate) enum Generate {
    /// The JSON schema of a document that the program writes.
    Schema {
        /// The document.
        which: Document,
    },
    /// The completion script of a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// The page about the shipped scenarios, in Markdown.
    Catalogue,
    /// Man pages, one for each verb, into a folder.
    Man {
        /// The folder.
        folder: PathBuf,
    },
}

/// A document with a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Document {
    /// What `--json` and `--report json=PATH` write.
    Report,
    /// A scenario file.
    Scenario,
    /// What `stress --json` writes.
    Stress,
}

pub(crate) fn run(generate: &Generate) -> Result<Exit, Failure> {
    match generate {
        Generate::Schema { which } => {
            let schema = match which {
                Document::Report => pmdrace_report::report_schema(),
                Document::Scenario => pmdrace_scenario::scenario_schema(),
                Document::Stress => pmdrace_report::stress_schema(),
            };
            let cannot =
                |error| Failure::internal(format!("the schema cannot be written: {error}"));
            print(&schema.map_err(cannot)?);
        }
        Generate::Catalogue => print(&catalogue()?),
        Generate::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut public(), "pmdrace", &mut script);
            print(&String::from_utf8_lossy(&script));
        }
        Generate::Man { folder } => man(folder)?,
    }
    Ok(Exit::AsExpected)
}

/// The shipped scenarios as a page: from their files and their committed results.
fn catalogue() -> Result<String, Failure> {
    let mut entries = Vec::new();
    for entry in CATALOGUE {
        let wrong = |problem: &dyn std::fmt::Display| {
            Failure::internal(format!("{}: {problem}", entry.path))
        };
        let scenario = Scenario::parse(entry.text).map_err(|problems| wrong(&problems[0]))?;
        let golden = Golden::parse(entry.golden).map_err(|problem| wrong(&problem))?;
        entries.push((entry.path, scenario, golden));
    }
    Ok(catalogue_page(&entries))
}

/// The command line without the verbs that are for the program itself.
fn public() -> Command {
    let whole = Cli::command();
    let verbs: Vec<Command> =
        whole.get_subcommands().filter(|verb| !verb.is_hide_set()).cloned().collect();
    // clap has no way to take a verb away: build the command again from what stays.
    let mut public = Command::new("pmdrace").version(env!("CARGO_PKG_VERSION"));
    if let Some(about) = whole.get_about() {
        public = public.about(about.clone());
    }
    if let Some(more) = whole.get_after_help() {
        public = public.after_help(more.clone());
    }
    public.subcommand_required(true).subcommands(verbs)
}

/// A page for the program and one for each verb.
fn man(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let kind = error.kind();
        Failure::usage(format!("cannot make the folder {}: {kind}", folder.display()))
    })?;
    let mut whole = public();
    whole.build();
    let verbs = whole.get_subcommands().filter(|verb| verb.get_name() != "help");
    let verbs = verbs.map(|verb| (format!("pmdrace-{}", verb.get_name()), verb.clone()));
    for (name, command) in [("pmdrace".to_owned(), whole.clone())].into_iter().chain(verbs) {
        let mut page = Vec::new();
        clap_mangen::Man::new(command)
            .title(&name)
            .date("")
            .render(&mut page)
            .map_err(|error| Failure::internal(format!("the page cannot be written: {error}")))?;
        write_file(&folder.join(format!("{name}.1")), &String::from_utf8_lossy(&page))?;
    }
    Ok(())
}
