//! `replay`: go a recorded way once more, and stop at the first step that is different; or show an execution
//! that reaches a goal.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use pmdrace_engine::{Budget, ModificationOrder, search};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_report::{About, Difference, Record, Replayed, Trace, digest, trace_page, trace_text};
use pmdrace_scenario::CellKey;

use super::{check_folders, print, width, write_file};
use crate::args::{Engine, Replay};
use crate::exit::{Exit, Failure};
use crate::select;
use crate::source::{self, Loaded, Origin};
use crate::traces::short;

/// A record, where it came from and the scenario it belongs to.
struct Found {
    record: Record,
    place: String,
    scenario: usize,
}

pub(crate) fn run(args: &Replay) -> Result<Exit, Failure> {
    check_folders(args.html.as_deref())?;
    if let Some(goal) = &args.goal {
        return witness(args, goal);
    }
    let path = Path::new(&args.what);
    let (loaded, records) = match path.is_file() && !args.what.ends_with(".toml") {
        true => of_file(args, path)?,
        false => of_scenario(args)?,
    };
    let wanted = |found: &Found| {
        args.property.as_ref().is_none_or(|property| *property == found.record.shows.name)
    };
    let records: Vec<Found> = records.into_iter().filter(wanted).collect();
    let mut done: Vec<(usize, CellKey, Model, Replayed)> = Vec::new();
    let mut text = String::new();
    let known: Vec<BTreeMap<String, CellKey>> = loaded.iter().map(by_name).collect();
    for (index, found) in records.iter().enumerate() {
        let (loaded, known) = (&loaded[found.scenario], &known[found.scenario]);
        for (cell, model) in cells(args, loaded, known, &found.record)? {
            let replayed = found
                .record
                .replay(&model)
                .map_err(|error| Failure::internal(format!("{}: {error}", found.place)))?;
            done.push((index, cell, model, replayed));
        }
    }
    if done.is_empty() {
        return Err(Failure::nothing(
            "no recorded execution is selected; `pmdrace check` writes traces of what it finds violated",
        ));
    }
    let stale = |(.., replayed): &&(usize, CellKey, Model, Replayed)| {
        matches!(replayed, Replayed::Stale(_))
    };
    for (index, cell, _, replayed) in &done {
        let found = &records[*index];
        if let Replayed::Stale(difference) = replayed {
            text.push_str(&told(found, &loaded[found.scenario], cell, difference));
        } else if done.len() > 1 {
            let shows = &found.record.shows;
            let _ = writeln!(text, "reproduced  {} {cell}: {}", found.record.scenario, shows.name);
        }
    }
    if args.step && done.len() > 1 {
        return Err(Failure::usage(format!(
            "--step shows one execution, and {} are selected\n  = help: select one by --variant, \
             --arch, --reader, --param and --property",
            done.len()
        )));
    }
    if let [(index, cell, model, Replayed::Reproduced(example))] = done.as_slice() {
        let found = &records[*index];
        let scenario = &loaded[found.scenario].scenario;
        let shows = &found.record.shows;
        let trace = Trace::new(scenario, cell, model, about(model, &found.record), example, None);
        show(args, &trace, &loaded[found.scenario], cell, example)?;
        let does = if shows.violated { "violates" } else { "reaches" };
        let _ = writeln!(
            text,
            "reproduced: {} {cell} {does} {} at step {}",
            found.record.scenario, shows.name, shows.at
        );
    } else {
        let again = done.len() - done.iter().filter(stale).count();
        let _ = writeln!(text, "{again} of {} reproduced", done.len());
    }
    print(&text);
    Ok(if done.iter().any(|one| stale(&one)) { Exit::Unexpected } else { Exit::AsExpected })
}

/// The records of a trace file, with their scenarios.
fn of_file(args: &Replay, path: &Path) -> Result<(Vec<Loaded>, Vec<Found>), Failure> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::usage(format!("cannot read {name}: {error}")))?;
    let records = Record::parse_all(&text).map_err(|error| {
        Failure::usage(format!(
            "{name}:{}: {}\n  = help: `pmdrace check` writes trace files",
            error.line, error.problem
        ))
    })?;
    let mut loaded: Vec<Loaded> = Vec::new();
    let mut found = Vec::new();
    for record in records {
        let known = loaded.iter().position(|l| l.scenario.name() == record.scenario);
        let scenario = match known {
            Some(index) => index,
            None => {
                loaded.push(scenario_of(args, &record)?);
                loaded.len() - 1
            }
        };
        found.push(Found { record, place: name.clone(), scenario });
    }
    Ok((loaded, found))
}

fn scenario_of(args: &Replay, record: &Record) -> Result<Loaded, Failure> {
    let loaded = match &args.scenario {
        Some(path) => source::load_file(path)?,
        None => source::load(&record.scenario).map_err(|_| {
            Failure::usage(format!(
                "the trace is of the scenario `{}`, which is not shipped\n  = help: name its file \
                 with --scenario FILE",
                record.scenario
            ))
        })?,
    };
    match loaded.scenario.name() == record.scenario {
        true => Ok(loaded),
        false => Err(Failure::usage(format!(
            "the trace is of the scenario `{}`, and the file is of `{}`",
            record.scenario,
            loaded.scenario.name()
        ))),
    }
}

/// The committed records of a scenario.
fn of_scenario(args: &Replay) -> Result<(Vec<Loaded>, Vec<Found>), Failure> {
    let loaded = source::load(&args.what)?;
    let (text, place) = match &loaded.origin {
        Origin::Shipped(entry) => (entry.traces.to_owned(), entry.path.to_owned()),
        Origin::File(path) => {
            let path = path.with_extension("traces");
            let text = std::fs::read_to_string(&path).map_err(|error| {
                Failure::usage(format!(
                    "cannot read {}: {error}\n  = help: `pmdrace gate --bless` writes it",
                    path.display()
                ))
            })?;
            (text, path.display().to_string())
        }
    };
    let place = PathBuf::from(place).with_extension("traces").display().to_string();
    if text.trim().is_empty() {
        return Err(Failure::nothing(format!("nothing is violated in `{}`", args.what)));
    }
    let records = Record::parse_all(&text)
        .map_err(|error| Failure::usage(format!("{place}:{}: {}", error.line, error.problem)))?;
    let found = records.into_iter();
    let found = found.map(|record| Found { record, place: place.clone(), scenario: 0 }).collect();
    Ok((vec![loaded], found))
}

/// Every cell of a scenario by name, under every memory model: a record names its own.
fn by_name(loaded: &Loaded) -> BTreeMap<String, CellKey> {
    let memories = MemoryModel::ALL.into_iter();
    let cells = memories.flat_map(|memory| loaded.scenario.cells(Some(memory)));
    let cells = cells.flat_map(|cell| [cell.clone(), cell.with_plain_reloads()]);
    cells.map(|cell| (cell.to_string(), cell)).collect()
}

/// The cells of a record that are selected, each with its model.
fn cells(
    args: &Replay,
    loaded: &Loaded,
    known: &BTreeMap<String, CellKey>,
    record: &Record,
) -> Result<Vec<(CellKey, Model)>, Failure> {
    let one = std::slice::from_ref(loaded);
    let mut all = Vec::new();
    for name in &record.cells {
        let cell = known.get(name).ok_or_else(|| {
            Failure::usage(format!(
                "the trace is of the cell `{name}`, which `{}` does not have any more",
                record.scenario
            ))
        })?;
        if select::selects(one, &args.selection, cell)? {
            let model = loaded.scenario.model(cell);
            all.push((cell.clone(), model.map_err(|problem| Failure::usage(problem.to_string()))?));
        }
    }
    Ok(all)
}

fn about(model: &Model, record: &Record) -> About {
    let named = |name: &str| name == record.shows.name;
    match record.shows.violated {
        true => About::Property(model.properties.iter().position(|p| named(p.name())).unwrap_or(0)),
        false => About::Goal(model.goals.iter().position(|g| named(g.name())).unwrap_or(0)),
    }
}

/// A difference, with what may be the reason.
fn told(found: &Found, loaded: &Loaded, cell: &CellKey, difference: &Difference) -> String {
    let Difference { step, recorded, now } = difference;
    let line = found.record.first_line + step - 1;
    let none = |text: &Option<String>, instead: &str| text.clone().unwrap_or(instead.to_owned());
    let mut text = format!(
        "stale: {}:{line}: step {step} is different now, in {cell}\n  recorded  {}\n  now       {}\n",
        found.place,
        none(recorded, "nothing more"),
        none(now, "the CPU can do nothing there")
    );
    if found.record.tool != crate::TOOL {
        let _ = writeln!(text, "  the trace was written by {}", found.record.tool);
    }
    if found.record.digest != digest(&loaded.text) {
        text.push_str("  the scenario has changed since\n");
    }
    text
}

/// Shows one execution in the forms that were asked for.
fn show(
    args: &Replay,
    trace: &Trace,
    loaded: &Loaded,
    cell: &CellKey,
    example: &pmdrace_engine::Counterexample,
) -> Result<(), Failure> {
    if let Some(path) = &args.html {
        let beside = beside(loaded, cell, example)?;
        write_file(path, &trace_page(crate::TOOL, trace, beside.as_ref()))?;
    }
    if args.step {
        return crate::stepper::run(trace);
    }
    print(&format!("{}\n", trace_text(trace, width())));
    if let Some(path) = &args.html {
        print(&format!("page: {}\n", short(path)));
    }
    Ok(())
}

/// The last variant of the scenario that is expected to be without violations, taking turns in the same
/// order: after beside before.
fn beside(
    loaded: &Loaded,
    cell: &CellKey,
    example: &pmdrace_engine::Counterexample,
) -> Result<Option<Trace>, Failure> {
    let scenario = &loaded.scenario;
    let quiet = |cell: &CellKey| {
        scenario.properties().iter().all(|p| !scenario.expects_violation(cell, *p))
    };
    let mut others = scenario.cells(Some(cell.memory)).into_iter().filter(|other| {
        other.variant != cell.variant
            && (other.arch, &other.reader, &other.params) == (cell.arch, &cell.reader, &cell.params)
            && other.not_applicable.is_none()
            && quiet(other)
    });
    let Some(other) = others.next().filter(|_| !quiet(cell)) else { return Ok(None) };
    let fail = |error: &dyn std::fmt::Display| Failure::internal(error.to_string());
    let model = scenario.model(&other).map_err(|problem| fail(&problem))?;
    let turns = search::turns(&example.events);
    let events = search::follow(&model, &turns).map_err(|error| fail(&error))?;
    let at = events.len().saturating_sub(1);
    // These turns read the newest stores and make none in the middle.
    let order = ModificationOrder::as_executed(&events);
    let example = pmdrace_engine::Counterexample::new(events, order, at);
    Ok(Some(Trace::plain(scenario, &other, &model, &example)))
}

/// An execution that reaches a goal.
fn witness(args: &Replay, goal: &str) -> Result<Exit, Failure> {
    let loaded = [source::load(&args.what)?];
    let selected = select::cells(&loaded, &args.selection, Engine::Statespace)?;
    let cells: Vec<&CellKey> = selected
        .cells
        .iter()
        .map(|(_, cell)| cell)
        .filter(|c| c.not_applicable.is_none())
        .collect();
    let scenario = &loaded[0].scenario;
    let mut known: Vec<String> = Vec::new();
    for cell in &cells {
        let model = scenario.model(cell).map_err(|p| Failure::usage(p.to_string()))?;
        known.extend(model.goals.iter().map(|goal| goal.name().to_owned()));
        let Some(index) = model.goals.iter().position(|known| known.name() == goal) else {
            continue;
        };
        let budget = Budget::unlimited();
        let found = search::witness(&model, index, &budget)
            .map_err(|error| Failure::internal(error.to_string()))?;
        let Some(example) = found else { continue };
        let trace = Trace::new(scenario, cell, &model, About::Goal(index), &example, None);
        show(args, &trace, &loaded[0], cell, &example)?;
        let more = cells.len() - 1;
        let more = if more > 0 {
            format!(", the first of {} selected cells", more + 1)
        } else {
            String::new()
        };
        print(&format!("reached: {} {cell} reaches {goal}{more}\n", scenario.name()));
        return Ok(Exit::AsExpected);
    }
    known.dedup();
    match known.iter().any(|known| known == goal) {
        true => {
            Err(Failure::nothing(format!("no execution of the selected cells reaches `{goal}`")))
        }
        false => {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            Err(select::unknown("goal", goal, &known))
        }
    }
}
