//! `export`: one cell for other tools.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use pmdrace_engine::{Budget, Counterexample, Engine, search};
use pmdrace_mm::Model;
use pmdrace_report::export::{dot, litmus, shiviz};
use pmdrace_scenario::{Catalogue, CellKey};

use crate::exit::{Exit, Failure};
use crate::options::{self, Selection};
use crate::output::{check_folders, print, write_file};
use crate::{select, source};

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The name of a shipped scenario, or a scenario file.
    pub(crate) scenario: String,
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// The format.
    #[arg(long = "as", value_name = "FORM")]
    pub(crate) form: Form,
    /// Write to a file instead of standard output.
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
}

/// A format of another tool.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Form {
    /// A C litmus test for herd7, from a scenario that lists its steps.
    Litmus,
    /// A Graphviz graph of the easiest violating execution, or of one that reaches a goal.
    Dot,
    /// The same execution as a ShiViz log.
    Shiviz,
}

pub(crate) fn run(args: &Export, catalogue: &Catalogue) -> Result<Exit, Failure> {
    check_folders(args.output.as_deref())?;
    let loaded = [source::load(catalogue, &args.scenario)?];
    let selected =
        select::cells(&loaded, None, &args.selection, options::Engine::Statespace, false)?;
    let cells: Vec<&CellKey> = selected.applicable().map(|cell| &cell.key).collect();
    let [cell] = cells.as_slice() else { return Err(narrow(&cells)) };
    let scenario = &loaded[0].scenario;
    let model = Arc::new(scenario.model(cell)?);
    let title = format!("{} {cell}", scenario.name());
    let text = match args.form {
        Form::Litmus => {
            litmus(&format!("{}-{}", scenario.name(), cell.variant), &model).map_err(|error| {
                Failure::usage(format!(
                    "{title} does not fit: {error}\n  = help: one that does is `mp --variant wmb-rmb`; --as dot takes any"
                ))
            })?
        }
        Form::Dot => dot(&title, &model, &example(&title, &model)?),
        Form::Shiviz => shiviz(&model, &example(&title, &model)?),
    };
    match &args.output {
        Some(path) => write_file(path, &text)?,
        None => print(&text)?,
    }
    Ok(Exit::AsExpected)
}

/// The failure if several cells are selected, with the options that tell them apart.
fn narrow(cells: &[&CellKey]) -> Failure {
    let differ = |of: &dyn Fn(&CellKey) -> String| cells.iter().any(|c| of(c) != of(cells[0]));
    let several = [
        ("--variant", differ(&|cell| cell.variant.clone())),
        ("--arch", differ(&|cell| cell.arch.to_owned())),
        ("--reader", differ(&|cell| cell.reader.clone().unwrap_or_default())),
        ("--param", differ(&|cell| format!("{:?}", cell.params))),
        ("--memory", differ(&|cell| cell.memory.name().to_owned())),
    ];
    let options: Vec<&str> =
        several.into_iter().filter(|(_, several)| *several).map(|(option, _)| option).collect();
    Failure::usage(format!(
        "{} cells are selected, and only one can be exported\n  = help: narrow with {}",
        cells.len(),
        options.join(", ")
    ))
}

/// The shortest violation, preferably of a consequence, or else a witness of a goal.
fn example(title: &str, model: &Arc<Model>) -> Result<Counterexample, Failure> {
    let budget = Budget::unlimited();
    let found = Engine::Statespace.check(Arc::clone(model), &budget)?;
    // A consequence says more than the predicate that led to it, and comes later.
    let mut violated = found.properties.into_iter().rev().filter_map(|found| found.shortest);
    if let Some(example) = violated.next() {
        return Ok(example);
    }
    let witness = (0..model.goals.len())
        .find_map(|goal| search::witness(model, goal, &budget).ok().flatten());
    witness.ok_or_else(|| {
        Failure::nothing(format!("{title}: nothing is violated and no goal is reached"))
    })
}
