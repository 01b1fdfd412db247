//! `replay`: replay recorded executions and stop at the first step that is different, or show an execution
//! that reaches a goal.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use pmdrace_engine::{Budget, Counterexample, search};
use pmdrace_mm::{MemoryModel, Model, Property};
use pmdrace_report::{About, Record, Trace, digest, trace_page, trace_text};
use pmdrace_scenario::{Catalogue, CellKey, printable, quoted};

use super::traces::short;
use super::width;
use crate::exit::{Exit, Failure};
use crate::explore::{Difference, Replayed, replay, with_fix};
use crate::input::{self, read_bounded};
use crate::options::{Code, Engine, Selection};
use crate::output::{all, check_folders, print, write_file};
use crate::select;
use crate::source::{self, Committed, Loaded};
use crate::stepper;
use crate::tree::Tree;

#[derive(Debug, Args)]
pub(crate) struct Replay {
    /// A trace file, the name of a shipped scenario, or a scenario file.
    #[arg(value_name = "TRACE|NAME")]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) code: Code,
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// Only traces that violate this property.
    #[arg(long, value_name = "P")]
    pub(crate) property: Option<String>,
    /// Show the easiest execution that reaches this goal instead.
    #[arg(long, value_name = "G", conflicts_with = "property")]
    pub(crate) goal: Option<String>,
    /// The file of the trace's scenario, if it is not shipped.
    #[arg(long, value_name = "FILE")]
    pub(crate) scenario: Option<PathBuf>,
    /// Step through it interactively.
    #[arg(long)]
    pub(crate) step: bool,
    /// Also write it as a self-contained HTML page.
    #[arg(long, value_name = "PATH")]
    pub(crate) html: Option<PathBuf>,
}

/// The records of one file.
struct Records {
    /// The file.
    place: String,
    text: String,
    records: Vec<Record>,
    /// The scenarios of the records.
    scenarios: Vec<Loaded>,
}

impl Records {
    /// The line on which a record names a cell.
    fn line_of_cell(&self, record: &Record, cell: &str) -> usize {
        let header = self.text.lines().take(record.first_line.saturating_sub(1)).enumerate();
        let names = |line: &str| line.trim().strip_prefix("cell ") == Some(cell);
        header.filter(|(_, line)| names(line)).last().map_or(record.first_line, |(i, _)| i + 1)
    }
}

/// The result of replaying a record in one of its cells.
struct Done<'r> {
    record: &'r Record,
    loaded: &'r Loaded,
    cell: CellKey,
    model: Arc<Model>,
    replayed: Replayed,
}

pub(crate) fn run(args: &Replay, catalogue: &Catalogue) -> Result<Exit, Failure> {
    check_folders(args.html.as_deref())?;
    if let Some(goal) = &args.goal {
        return witness(args, catalogue, goal);
    }
    let path = Path::new(&args.what);
    let tree = args.code.open()?;
    let mut found = match path.is_file() && !args.what.ends_with(".toml") {
        true => of_file(args, catalogue, path)?,
        false => of_scenario(args, catalogue)?,
    };
    if let Some(tree) = &tree {
        found.scenarios = tree.load(found.scenarios)?;
    }
    let done = replay_all(args, tree.as_ref(), &found)?;
    let reproduced: Vec<Again<'_>> = done.iter().filter_map(Done::again).collect();
    let (count, first) = (reproduced.len(), reproduced.first());
    let mut outputs = Vec::new();
    // The execution that the user has seen, which the page is of.
    let seen = Cell::new(None);
    let mut text = String::new();
    for done in &done {
        if let Replayed::Stale(difference) = &done.replayed {
            text.push_str(&told(&found.place, done, difference, args.scenario.is_some()));
        }
    }
    if first.is_some() && args.step {
        // Of one scenario what tells them apart comes first, where the line may be cut.
        let one = found.scenarios.len() == 1;
        let title = |again: &Again<'_>| {
            let title = if one { again.done.cell.to_string() } else { again.title() };
            format!("{title}: {}", again.done.record.shows.name)
        };
        let titles: Vec<String> = reproduced.iter().map(title).collect();
        outputs.push(stepper::run(&titles, &|index| {
            seen.set(Some(index));
            reproduced[index].trace(tree.as_ref())
        }));
    } else if let Some(first) = first {
        seen.set(Some(0));
        let _ = writeln!(text, "{}", trace_text(&first.trace(tree.as_ref()), width()));
    }
    if let (Some(path), Some(index)) = (&args.html, seen.get()) {
        let written = reproduced[index].write_page(path, tree.as_ref());
        if written.is_ok() {
            let _ = writeln!(text, "page: {}", short(path));
        }
        outputs.push(written);
    }
    if let Some(first) = first.filter(|_| done.len() == 1 || !args.step) {
        let shows = &first.done.record.shows;
        let (does, name, at) = (shows.verb(), &shows.name, shows.at);
        let _ = writeln!(text, "reproduced: {} {does} {name} at step {at}", first.title());
    }
    if done.len() > 1 || count == 0 {
        let _ = writeln!(text, "{count} of {} reproduced", done.len());
    }
    if count > 1 && !args.step {
        text.push_str(MORE);
    }
    outputs.push(print(&text));
    all(outputs)?;
    Ok(if count == done.len() { Exit::AsExpected } else { Exit::Unexpected })
}

/// How to see the others, where the first of several executions is shown.
const MORE: &str = "shown is the first; --variant, --arch, --reader, --param, --memory and --property select others, \
                    --step lists them\n";

/// A record that was reproduced.
struct Again<'d> {
    done: &'d Done<'d>,
    about: About,
    example: &'d Counterexample,
}

impl Done<'_> {
    fn again(&self) -> Option<Again<'_>> {
        match &self.replayed {
            Replayed::Stale(_) => None,
            Replayed::Reproduced(about, example) => {
                Some(Again { done: self, about: *about, example })
            }
        }
    }
}

impl Again<'_> {
    fn trace(&self, tree: Option<&Tree>) -> Trace {
        let Done { loaded, cell, model, .. } = self.done;
        let mut trace = Trace::new(&loaded.scenario, cell, model, self.about, self.example, None);
        tree.iter().for_each(|tree| tree.read_source(&mut trace));
        trace
    }

    fn write_page(&self, path: &Path, tree: Option<&Tree>) -> Result<(), Failure> {
        let Done { loaded, cell, .. } = self.done;
        write_page(path, &self.trace(tree), loaded, cell, self.example)
    }

    /// The scenario and the cell.
    fn title(&self) -> String {
        format!("{} {}", self.done.record.scenario, self.done.cell)
    }
}

/// Replays the selected records in each of their selected cells.
fn replay_all<'r>(
    args: &Replay,
    tree: Option<&Tree>,
    found: &'r Records,
) -> Result<Vec<Done<'r>>, Failure> {
    if let Some(name) = args.property.as_ref().filter(|name| Property::by_name(name).is_none()) {
        let known: BTreeSet<&str> = found.records.iter().map(|r| r.shows.name.as_str()).collect();
        return Err(select::unknown("property", name, &known.into_iter().collect::<Vec<_>>()));
    }
    let mut done = Vec::new();
    for loaded in &found.scenarios {
        let records = || found.records.iter().filter(|r| r.scenario == loaded.scenario.name());
        let known = by_name(loaded, records());
        for record in records() {
            if args.property.as_ref().is_some_and(|property| *property != record.shows.name) {
                continue;
            }
            for cell in cells(args, loaded, &known, (found, record))? {
                let place = &found.place;
                let failed = |error| Failure::internal(format!("{place}: {error}"));
                let (model, replayed) = match tree {
                    None => {
                        let model = Arc::new(loaded.scenario.model(&cell)?);
                        let replayed = replay(record, &model).map_err(failed)?;
                        (model, replayed)
                    }
                    Some(tree) => {
                        let adopted = tree
                            .model(&loaded.scenario, &cell)
                            .map_err(|error| Failure::usage(format!("{place}: {cell}: {error}")))?;
                        let replayed =
                            adopted.settled(|model| replay(record, model)).map_err(failed)?;
                        (adopted.model, replayed)
                    }
                };
                done.push(Done { record, loaded, cell, model, replayed });
            }
        }
    }
    match done.is_empty() {
        false => Ok(done),
        true => Err(Failure::nothing(
            "no recorded execution is selected; `pmdrace check` writes traces of what it finds violated",
        )),
    }
}

/// The records of a trace file.
fn of_file(args: &Replay, catalogue: &Catalogue, path: &Path) -> Result<Records, Failure> {
    let place = path.display().to_string();
    let text = read_bounded(path, input::RESULTS)?;
    let records = parse(&place, &text)?;
    let mut scenarios: Vec<Loaded> = Vec::new();
    for record in &records {
        if !scenarios.iter().any(|known| known.scenario.name() == record.scenario) {
            scenarios.push(scenario_of(args, catalogue, record)?);
        }
    }
    Ok(Records { place, text, records, scenarios })
}

/// The committed records of a scenario.
fn of_scenario(args: &Replay, catalogue: &Catalogue) -> Result<Records, Failure> {
    let loaded = source::load(catalogue, &args.what)?;
    let (place, text) = loaded.committed(Committed::Traces)?;
    if text.trim().is_empty() {
        return Err(Failure::nothing(format!("nothing is violated in `{}`", args.what)));
    }
    Ok(Records { records: parse(&place, &text)?, place, text, scenarios: vec![loaded] })
}

fn parse(place: &str, text: &str) -> Result<Vec<Record>, Failure> {
    Record::parse_all(text).map_err(|error| {
        Failure::usage(format!(
            "{place}:{}: {}\n  = help: `pmdrace check` writes trace files",
            error.line, error.problem
        ))
    })
}

fn scenario_of(args: &Replay, catalogue: &Catalogue, record: &Record) -> Result<Loaded, Failure> {
    let loaded = match &args.scenario {
        Some(path) => source::load_file(catalogue, path)?,
        None => source::load(catalogue, &record.scenario).map_err(|_| {
            Failure::usage(format!(
                "the trace is of the scenario `{}`, which is not shipped\n  = help: name its file \
                 with --scenario FILE",
                quoted(&record.scenario)
            ))
        })?,
    };
    match loaded.scenario.name() == record.scenario {
        true => Ok(loaded),
        false => Err(Failure::usage(format!(
            "the trace is of the scenario `{}`, and the file is of `{}`",
            quoted(&record.scenario),
            loaded.scenario.name()
        ))),
    }
}

/// The cells of a scenario that these records name, under every memory model, since a record names its own.
fn by_name<'r>(
    loaded: &Loaded,
    records: impl Iterator<Item = &'r Record>,
) -> BTreeMap<String, CellKey> {
    let named: BTreeSet<&str> = records.flat_map(|r| r.cells.iter().map(String::as_str)).collect();
    let memories = MemoryModel::ALL.into_iter();
    let cells = memories.flat_map(|memory| loaded.scenario.cells(Some(memory)));
    let cells = cells.flat_map(|cell| [cell.clone(), cell.with_plain_reloads()]);
    let cells = cells.map(|cell| (cell.to_string(), cell));
    cells.filter(|(name, _)| named.contains(name.as_str())).collect()
}

/// The selected cells of a record.
fn cells(
    args: &Replay,
    loaded: &Loaded,
    known: &BTreeMap<String, CellKey>,
    (found, record): (&Records, &Record),
) -> Result<Vec<CellKey>, Failure> {
    let mut all = Vec::new();
    for name in &record.cells {
        let cell = known.get(name).ok_or_else(|| {
            let help = match name.contains("@tree") && args.code.kernel.is_none() {
                true => "it is of a kernel build: name it, or another, with --kernel DIR",
                false => {
                    "`pmdrace show` lists its variants, architectures, readers and parameters; \
                     `pmdrace check` writes new traces"
                }
            };
            Failure::usage(format!(
                "{}:{}: `{}` has no cell `{}`\n  = help: {help}",
                found.place,
                found.line_of_cell(record, name),
                record.scenario,
                quoted(name)
            ))
        })?;
        if select::selects(std::slice::from_ref(loaded), &args.selection, cell)? {
            all.push(cell.clone());
        }
    }
    Ok(all)
}

/// Describes a difference and possible reasons.
fn told(place: &str, done: &Done<'_>, difference: &Difference, named: bool) -> String {
    let Done { record, loaded, cell, .. } = done;
    let Difference { step, recorded, now } = difference;
    let line = record.first_line + step - 1;
    let mut text = format!(
        "stale: {}:{line}: step {step} is different now, in {cell}\n  recorded  {}\n  now       {}\n",
        printable(place),
        recorded.as_deref().unwrap_or("nothing more"),
        now.as_deref().unwrap_or("the CPU can do nothing there")
    );
    if record.tool != crate::TOOL {
        let _ = writeln!(text, "  the trace was written by {}", record.tool);
    }
    if record.digest != digest(&loaded.text) {
        text.push_str(match named {
            true => "  the scenario has changed since\n",
            false => {
                "  the scenario has changed since, or is another: --scenario FILE names its file\n"
            }
        });
    }
    text
}

/// Writes the page of an execution.
fn write_page(
    path: &Path,
    trace: &Trace,
    loaded: &Loaded,
    cell: &CellKey,
    example: &Counterexample,
) -> Result<(), Failure> {
    // Beside a kernel's own code there is no variant of it.
    let beside = match loaded.scenario.is_of_build() {
        true => None,
        false => with_fix(&loaded.scenario, cell, example)?,
    };
    write_file(path, &trace_page(crate::TOOL, trace, beside.as_ref()))
}

/// Shows an execution that reaches a goal.
fn witness(args: &Replay, catalogue: &Catalogue, goal: &str) -> Result<Exit, Failure> {
    let tree = args.code.open()?;
    let loaded = source::load_on(catalogue, std::slice::from_ref(&args.what), tree.as_ref())?;
    let selected =
        select::cells(&loaded, tree.as_ref(), &args.selection, Engine::Statespace, false)?;
    let cells: Vec<&CellKey> = selected.applicable().map(|cell| &cell.key).collect();
    let Some(loaded) = loaded.first() else { return Err(Failure::nothing("no scenario")) };
    let scenario = &loaded.scenario;
    let mut known: Vec<String> = Vec::new();
    for cell in &cells {
        let adopted = tree.as_ref().map(|tree| tree.model(scenario, cell)).transpose();
        let adopted = adopted.map_err(|error| Failure::usage(format!("{cell}: {error}")))?;
        let model = match &adopted {
            Some(adopted) => Arc::clone(&adopted.model),
            None => Arc::new(scenario.model(cell)?),
        };
        known.extend(model.goals.iter().map(|goal| goal.name().to_owned()));
        let Some(index) = model.goals.iter().position(|known| known.name() == goal) else {
            continue;
        };
        let witness = |model: &Model| search::witness(model, index, &Budget::unlimited());
        let found = match &adopted {
            Some(adopted) => adopted.settled(witness)?,
            None => witness(&model)?,
        };
        let Some(example) = found else { continue };
        let mut trace = Trace::new(scenario, cell, &model, About::Goal(index), &example, None);
        tree.iter().for_each(|tree| tree.read_source(&mut trace));
        let title = format!("{} {cell}", scenario.name());
        let page = args.html.as_deref();
        page.map_or(Ok(()), |path| write_page(path, &trace, loaded, cell, &example))?;
        if args.step {
            stepper::run(&[title], &|_| trace.clone())?;
            return Ok(Exit::AsExpected);
        }
        let more = match cells.len() {
            1 => String::new(),
            cells => format!(", the first of {cells} selected cells"),
        };
        let page = page.map_or(String::new(), |path| format!("page: {}\n\n", short(path)));
        let text = trace_text(&trace, width());
        print(&format!("{text}\n{page}reached: {title} reaches {goal}{more}\n"))?;
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
