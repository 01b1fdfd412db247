//! `export`: one cell for other tools.

use std::sync::Arc;

use pmdrace_engine::{Budget, Counterexample, Engine, search};
use pmdrace_mm::Model;
use pmdrace_report::export::{dot, litmus, shiviz};
use pmdrace_scenario::CellKey;

use super::{check_folders, print, write_file};
use crate::args::{self, Export, Form};
use crate::exit::{Exit, Failure};
use crate::{select, source};

pub(crate) fn run(args: &Export) -> Result<Exit, Failure> {
    check_folders(args.output.as_deref())?;
    let loaded = [source::load(&args.scenario)?];
    let selected = select::cells(&loaded, &args.selection, args::Engine::Statespace)?;
    let applies = |(_, cell): &&(usize, CellKey)| cell.not_applicable.is_none();
    let cells: Vec<&CellKey> =
        selected.cells.iter().filter(applies).map(|(_, cell)| cell).collect();
    let [cell] = cells.as_slice() else { return Err(narrow(&cells)) };
    let scenario = &loaded[0].scenario;
    let model = scenario.model(cell).map_err(|problem| Failure::usage(problem.to_string()))?;
    let model = Arc::new(model);
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
        None => print(&text),
    }
    Ok(Exit::AsExpected)
}

/// What tells the selected cells apart.
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
        "{} cells are selected, and one is exported\n  = help: narrow with {}",
        cells.len(),
        options.join(", ")
    ))
}

/// The shortest violation, of the property that comes first.
fn example(title: &str, model: &Arc<Model>) -> Result<Counterexample, Failure> {
    let budget = Budget::unlimited();
    let found = Engine::Statespace
        .check(Arc::clone(model), &budget)
        .map_err(|error| Failure::internal(error.to_string()))?;
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
