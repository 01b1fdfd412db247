//! `lint`: check scenario files, and find properties that nothing in them can violate and guards that readers lack.

use std::path::PathBuf;

use clap::Args;
use pmdrace_mm::Property;
use pmdrace_mm::occasion::{occasions, provider};
use pmdrace_report::counted;
use pmdrace_scenario::{Catalogue, Diagnostic, printable};

use crate::diagnostic;
use crate::exit::{Exit, Failure};
use crate::explore::{Idle, idle};
use crate::output::{all, print, tell};
use crate::source::{self, Loaded};

#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// The scenario files.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
}

pub(crate) fn run(args: &Lint, catalogue: &Catalogue) -> Result<Exit, Failure> {
    let mut exit = Exit::AsExpected;
    let mut printed = Vec::new();
    for file in &args.files {
        match source::load_file(catalogue, file) {
            Ok(loaded) => printed.push(print(&told(&file.display().to_string(), &loaded)?)),
            Err(failure) => {
                tell(&failure);
                exit = failure.exit;
            }
        }
    }
    all(printed)?;
    Ok(exit)
}

/// What is said of a scenario without mistakes; warnings go to standard error.
fn told(file: &str, loaded: &Loaded) -> Result<String, Failure> {
    let scenario = &loaded.scenario;
    let cells = counted(scenario.cells(None).len(), "cell");
    let mut text = format!("{}: {}, {cells}\n", printable(file), scenario.name());
    let lacked = scenario.guards_that_readers_lack();
    if !lacked.is_empty() {
        tell(diagnostic::warnings(file, &loaded.text, &lacked));
    }
    let idle = idle(scenario)?;
    match (idle.explored, idle.left) {
        _ if idle.properties.is_empty() => {}
        // The kernel has none of its cells.
        (0, 0) => {}
        (_, 0) => {
            let places = scenario.listed_properties();
            let places = places.filter(|(property, _)| idle.properties.contains(property));
            let warnings: Vec<Diagnostic> =
                places.map(|(property, span)| warning(property, span, &idle)).collect();
            tell(diagnostic::warnings(file, &loaded.text, &warnings));
        }
        (_, left) => {
            let names: Vec<&str> = idle.properties.iter().map(|property| property.name()).collect();
            text += &format!(
                "  not known whether anything can violate {}: {} not explored to the end\n",
                names.join(", "),
                counted(left, "cell")
            );
        }
    }
    Ok(text)
}

/// The warning that a listed property applies in no cell.
fn warning(property: Property, span: std::ops::Range<usize>, idle: &Idle) -> Diagnostic {
    let cells = match idle.explored {
        1 => "the only cell".to_owned(),
        cells => format!("any of {}", counted(cells, "cell")),
    };
    let (name, why) = (property.name(), occasions(property).1);
    let bounds = match idle.bounds.iter().copied().collect::<Vec<_>>().join("; ").as_str() {
        "" => String::new(),
        bounds => format!(", up to the bound: {bounds}"),
    };
    Diagnostic::at(span, format!("nothing can violate `{name}` in {cells}: {why}{bounds}"))
        .help(format!("remove it, or add {}", provider(property)))
}
