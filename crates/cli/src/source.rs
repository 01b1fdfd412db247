//! Finding and reading scenarios: a shipped name, or a file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pmdrace_scenario::{Catalogue, Entry, Scenario, nearest, quoted};

use crate::diagnostic;
use crate::exit::Failure;
use crate::input::{self, read_bounded};
use crate::tree::Tree;
use crate::verb::kernel::shell;

/// A scenario and its origin.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The scenario.
    pub(crate) scenario: Scenario,
    /// Its text, which the jobs of all its cells share.
    pub(crate) text: Arc<str>,
    /// Where it came from.
    pub(crate) origin: Origin,
}

/// Where a scenario came from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// The catalogue.
    Shipped(Entry),
    /// A file.
    File(PathBuf),
}

/// A file that is committed beside a scenario.
#[derive(Clone, Copy)]
pub(crate) enum Committed {
    /// Verdicts and counts.
    Golden,
    /// The traces of violations.
    Traces,
}

impl Committed {
    /// The extension, in place of the scenario's.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Committed::Golden => "expected.json",
            Committed::Traces => "traces",
        }
    }
}

impl Loaded {
    /// What names it on the command line.
    pub(crate) fn asked(&self) -> String {
        match &self.origin {
            Origin::Shipped(entry) => entry.name.to_owned(),
            Origin::File(path) => shell(&vec![path.display().to_string()]),
        }
    }

    /// The option that selects one of its readers, if it has any.
    pub(crate) fn reader_option(&self) -> &'static str {
        match self.scenario.readers().next() {
            Some(_) => " --reader R",
            None => "",
        }
    }

    /// The option that names its file beside a trace, if it is not shipped.
    pub(crate) fn option(&self) -> String {
        match &self.origin {
            Origin::Shipped(_) => String::new(),
            Origin::File(_) => format!(" --scenario {}", self.asked()),
        }
    }

    /// Reads what is committed beside the scenario; returns the name of the file and its text.
    pub(crate) fn committed(&self, what: Committed) -> Result<(String, String), Failure> {
        let named = |path: &Path| path.with_extension(what.extension());
        match &self.origin {
            Origin::Shipped(entry) => {
                let text = match what {
                    Committed::Golden => entry.golden,
                    Committed::Traces => entry.traces,
                };
                Ok((named(entry.path.as_ref()).display().to_string(), text.to_owned()))
            }
            Origin::File(path) => {
                let path = named(path);
                let name = path.display().to_string();
                if !path.exists() {
                    return Err(Failure::usage(format!(
                        "there is no {name}\n  = help: `pmdrace gate {} --bless` writes it",
                        self.asked()
                    )));
                }
                Ok((name, read_bounded(&path, input::RESULTS)?))
            }
        }
    }
}

/// Reads the named scenarios, or the whole catalogue.
pub(crate) fn load_all(catalogue: &Catalogue, asked: &[String]) -> Result<Vec<Loaded>, Failure> {
    if asked.is_empty() {
        return catalogue.entries().iter().map(|entry| load_entry(catalogue, entry)).collect();
    }
    let loaded: Vec<Loaded> =
        asked.iter().map(|asked| load(catalogue, asked)).collect::<Result<_, _>>()?;
    for (index, one) in loaded.iter().enumerate() {
        let name = one.scenario.name();
        if loaded[..index].iter().any(|other| other.scenario.name() == name) {
            return Err(Failure::usage(format!(
                "two of the scenarios are named `{name}`\n  = help: run them one after the other"
            )));
        }
    }
    Ok(loaded)
}

/// Reads the named scenarios, or the whole catalogue, on the architecture of a kernel build if there is one. Of the
/// catalogue, scenarios that do not cover it are left out.
pub(crate) fn load_on(
    catalogue: &Catalogue,
    asked: &[String],
    tree: Option<&Tree>,
) -> Result<Vec<Loaded>, Failure> {
    let loaded = load_all(catalogue, asked)?;
    let Some(tree) = tree else { return Ok(loaded) };
    if let Some(litmus) = loaded.iter().find(|one| !asked.is_empty() && one.scenario.is_litmus()) {
        return Err(Failure::nothing(format!(
            "`{}` is a litmus test, which has no kernel code",
            litmus.scenario.name()
        )));
    }
    let covers = |one: &Loaded| !asked.is_empty() || tree.scenario(&one.scenario).is_some();
    tree.load(loaded.into_iter().filter(covers).collect())
}

/// Reads the scenario of this name, or in this file.
pub(crate) fn load(catalogue: &Catalogue, asked: &str) -> Result<Loaded, Failure> {
    if let Some(entry) = catalogue.by_name(asked) {
        return load_entry(catalogue, entry);
    }
    let path = Path::new(asked);
    if path.exists() || path.extension().is_some() || asked.contains(std::path::MAIN_SEPARATOR) {
        return load_file(catalogue, path);
    }
    let names = catalogue.entries().iter().map(|entry| entry.name);
    let help = match nearest(asked, names) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`pmdrace list` shows the shipped scenarios; a file needs its extension".to_owned(),
    };
    Err(Failure::usage(format!(
        "no shipped scenario is named `{}`\n  = help: {help}",
        quoted(asked)
    )))
}

fn load_entry(catalogue: &Catalogue, entry: &Entry) -> Result<Loaded, Failure> {
    parse(catalogue, entry.text.into(), entry.path, Origin::Shipped(*entry))
}

/// Reads the scenario in a file.
pub(crate) fn load_file(catalogue: &Catalogue, path: &Path) -> Result<Loaded, Failure> {
    let name = path.display().to_string();
    let text = read_bounded(path, input::SCENARIO)?;
    if text.trim().is_empty() {
        return Err(Failure::usage(format!(
            "{name} is empty\n  = help: `pmdrace show` and the shipped scenarios show what one holds"
        )));
    }
    parse(catalogue, text.into(), &name, Origin::File(path.to_owned()))
}

fn parse(
    catalogue: &Catalogue,
    text: Arc<str>,
    name: &str,
    origin: Origin,
) -> Result<Loaded, Failure> {
    match catalogue.parse(&text) {
        Ok(scenario) => Ok(Loaded { scenario, text, origin }),
        Err(problems) => Err(Failure::rendered(diagnostic::render(name, &text, &problems))),
    }
}
