//! `stress`: run scenarios on real threads, and report what was observed and outcome coverage.

use std::fmt::Write as _;
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clap::Args;
use pmdrace_engine::hardware::{self, Settings};
use pmdrace_engine::{Budget, Clock, Cut, EngineError, Finals, Limits, search};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_report::{
    Possible, STRESS_FORMAT, StressProperty, StressReport, StressResult, counted, digest,
    stress_details, stress_table,
};
use pmdrace_scenario::{Catalogue, CellKey};

use super::run::{any_seed, on_interrupt};
use super::show_trace;
use super::traces::Folder;
use crate::TOOL;
use crate::exit::{Exit, Failure};
use crate::explore::Stopwatch;
use crate::options::{self, MAX_PARALLEL, Selection, number, some_time};
use crate::output::{self, all, print};
use crate::select::{self, SelectedCell};
use crate::source::{self, Loaded};

#[derive(Debug, Args)]
pub(crate) struct Stress {
    /// Names of shipped scenarios or scenario files. Default: all shipped scenarios.
    pub(crate) scenarios: Vec<String>,
    #[command(flatten)]
    pub(crate) selection: Selection,
    /// The total time, for all selected cells together. Cells take turns in random order.
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = some_time)]
    pub(crate) time: Duration,
    /// The maximum number of threads. A model takes one per CPU, and as many copies run side by side as fit, at
    /// least one. Default: one per core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MAX_PARALLEL))]
    pub(crate) threads: Option<u16>,
    /// The seed of delays and of the choice of cells. It does not make a run repeatable, since threads are not.
    /// By default pmdrace picks a seed and prints it.
    #[arg(long, value_name = "S", value_parser = number)]
    pub(crate) seed: Option<u64>,
    /// Make each CPU yield the processor before one step in this many.
    #[arg(long, value_name = "N")]
    pub(crate) yield_every: Option<NonZeroU32>,
    /// Print only one JSON document on standard output.
    #[arg(long)]
    pub(crate) json: bool,
    /// Write trace files, one per violation, to this directory. Default: the platform's cache.
    #[arg(long, value_name = "DIR")]
    pub(crate) traces: Option<PathBuf>,
    /// Print nothing on standard error.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// The maximum number of cells to show in detail; more become a table.
const FEW: usize = 4;
/// The maximum number of states to search for the possible outcomes of a cell.
const WORTH_KNOWING: u64 = 1_000_000;

/// A cell to stress.
struct Cell<'l> {
    loaded: &'l Loaded,
    key: CellKey,
    model: Arc<Model>,
}

pub(crate) fn run(args: &Stress, catalogue: &Catalogue) -> Result<Exit, Failure> {
    let loaded = source::load_all(catalogue, &args.scenarios)?;
    let cells = cells(&loaded, args)?;
    let folder = Folder::new(args.traces.as_deref())?;
    let seed = args.seed.unwrap_or_else(any_seed);
    let threads = options::parallel(args.threads);
    let interrupted = Arc::new(AtomicBool::new(false));
    let raised = Arc::clone(&interrupted);
    on_interrupt(move || raised.store(true, Ordering::Relaxed))?;
    let tell = |line: String| {
        if !args.quiet {
            output::tell(line);
        }
    };
    tell(format!("{}, seed {seed:#x}: which outcomes are possible?", counted(cells.len(), "cell")));
    let possible: Vec<Possible> =
        cells.iter().map(|cell| possible(cell, &interrupted)).collect::<Result<_, _>>()?;
    tell(format!("rounds for {}", humantime::format_duration(args.time)));
    let clock: Arc<dyn Clock> = Arc::new(Stopwatch::new());
    let budget = Budget {
        clock: Arc::clone(&clock),
        interrupted: Arc::clone(&interrupted),
        ..Limits { max_time: Some(args.time), ..Limits::default() }.into()
    };
    let settings = Settings { threads, seed, yield_every: args.yield_every };
    let models: Vec<Arc<Model>> = cells.iter().map(|cell| Arc::clone(&cell.model)).collect();
    let (stressed, ended) = hardware::stress(&models, settings, &budget);
    let results = cells.iter().zip(&stressed).zip(&possible).map(|((cell, stressed), possible)| {
        let (scenario, digest) = (&cell.loaded.scenario, digest(&cell.loaded.text));
        let from = (TOOL, digest.as_str());
        StressResult::new(scenario, &cell.key, &cell.model, stressed, possible, from)
    });
    let mut report = StressReport {
        format: STRESS_FORMAT.to_owned(),
        tool: TOOL.to_owned(),
        seed,
        threads: threads.get(),
        yield_every: args.yield_every.map(Into::into),
        seconds: clock.elapsed().as_secs_f64(),
        ended_by: ended.name().to_owned(),
        results: results.collect(),
    };
    let properties = report.results.iter_mut().flat_map(|result| &mut result.properties);
    let properties = properties.map(|property| (&property.record, &mut property.trace));
    let mut written = folder.write(properties);
    let failed = written.result();
    let problem = written.problem.map(|why| format!("no trace files in {}: {why}", written.place));
    let printed = if args.json {
        let text = serde_json::to_string_pretty(&report)
            .map_err(|error| Failure::internal(format!("cannot write the report: {error}")))?;
        print(&(text + "\n"))
    } else {
        print(&text(&loaded, &report, problem))
    };
    all([printed, failed])?;
    Ok(exit(&report, ended))
}

fn exit(report: &StressReport, ended: Cut) -> Exit {
    let failed = |result: &StressResult| result.error.is_some() || result.forbidden_rounds > 0;
    if ended == Cut::Interrupted {
        Exit::Interrupted
    } else if report.results.iter().any(failed) {
        Exit::Internal
    } else if report.results.iter().any(|result| !result.as_expected) {
        Exit::Unexpected
    } else if report.results.iter().all(|result| result.rounds == 0) {
        Exit::Inconclusive
    } else {
        Exit::AsExpected
    }
}

/// The selected cells that apply.
fn cells<'l>(loaded: &'l [Loaded], args: &Stress) -> Result<Vec<Cell<'l>>, Failure> {
    let selected =
        select::cells(loaded, None, &args.selection, options::Engine::Statespace, false)?;
    let cell = |cell: &SelectedCell| {
        let loaded = &loaded[cell.scenario];
        let model = Arc::new(loaded.scenario.model(&cell.key)?);
        Ok(Cell { loaded, key: cell.key.clone(), model })
    };
    selected.applicable().map(cell).collect()
}

/// The possible outcomes of a cell, and those that this host can show. A cell in which the search finds a CPU that
/// waits for ever must not run on threads.
fn possible(cell: &Cell<'_>, interrupted: &Arc<AtomicBool>) -> Result<Possible, Failure> {
    let budget = Budget {
        interrupted: Arc::clone(interrupted),
        ..Limits { max_states: Some(WORTH_KNOWING), ..Limits::default() }.into()
    };
    let (name, key) = (cell.loaded.scenario.name(), &cell.key);
    let finals = |model: &Arc<Model>| -> Result<Option<Finals>, Failure> {
        match search::finals(Arc::clone(model), &budget) {
            Ok(finals) if finals.deadlocks => Err(Failure::usage(format!(
                "{name}: {key}: some execution deadlocks, which would block a thread; `pmdrace check` shows it"
            ))),
            Ok(finals) => Ok(Some(finals)),
            Err(error @ EngineError::Panicked(_)) => {
                Err(Failure::internal(format!("{name}: {key}: {error}")))
            }
            // The model is too large to search; threads can still run it.
            Err(_) => Ok(None),
        }
    };
    let mut possible = Possible { all: finals(&cell.model)?, on_host: None };
    if cfg!(target_arch = "x86_64") && cell.key.memory.is_relaxed() {
        let host = CellKey { memory: MemoryModel::Tso, ..cell.key.clone() };
        if let Ok(model) = cell.loaded.scenario.model(&host) {
            possible.on_host = finals(&Arc::new(model))?;
        }
    }
    Ok(possible)
}

fn text(loaded: &[Loaded], report: &StressReport, problem: Option<String>) -> String {
    let mut text = String::new();
    let results = &report.results;
    if results.len() <= FEW {
        for result in results {
            text.push_str(&stress_details(result));
            text.push('\n');
        }
    } else {
        text.push_str(&stress_table(report));
        text.push('\n');
        for result in results.iter().filter(|result| !result.as_expected).take(FEW) {
            text.push_str(&stress_details(result));
            text.push('\n');
        }
    }
    trace(&mut text, loaded, report);
    let rounds: u64 = results.iter().map(|result| result.rounds).sum();
    let violating: u64 = results.iter().map(|result| result.violating_rounds).sum();
    let _ = writeln!(
        text,
        "{}, {}, {violating} of them violating, in {:.1} s; seed {:#x}",
        counted(results.len(), "cell"),
        counted(rounds, "round"),
        report.seconds,
        report.seed
    );
    let odd = results.iter().filter(|result| !result.as_expected).count();
    if odd > 0 {
        let show = if odd == 1 { "shows" } else { "show" };
        let _ = writeln!(text, "{} {show} something unexpected", counted(odd, "cell"));
    }
    let idle = results.iter().filter(|result| result.rounds == 0).count();
    if idle > 0 {
        let _ = writeln!(text, "{} had no round: use more --time", counted(idle, "cell"));
    }
    if report.ended_by == Cut::Interrupted.name() {
        let _ = writeln!(text, "interrupted: this is what was found until then");
    }
    text.extend(problem.map(|problem| problem + "\n"));
    let _ = writeln!(
        text,
        "stress proves nothing: `pmdrace check` finds or excludes what it did not observe"
    );
    text
}

/// Appends the most informative trace, if all cells are of one scenario, variant and architecture.
fn trace(text: &mut String, loaded: &[Loaded], report: &StressReport) {
    let case = |result: &StressResult| {
        (result.scenario.clone(), result.cell.variant.clone(), result.cell.arch.clone())
    };
    if report.results.windows(2).any(|pair| case(&pair[0]) != case(&pair[1])) {
        return;
    }
    let violated = report.results.iter().flat_map(|result| {
        result.properties.iter().filter(|p| p.counterexample.is_some()).map(move |p| (result, p))
    });
    // Prefer what is certain, then a consequence to the predicate that led to it.
    let least = |(_, p): &(_, &StressProperty)| (p.rounds == 0, p.kind != "consequence");
    let Some((result, property)) = violated.min_by_key(least) else { return };
    let Some(example) = &property.counterexample else { return };
    let _ = writeln!(text, "{}  {}", result.scenario, result.title());
    let _ = writeln!(text, "{}", order(property.rounds));
    let of = loaded.iter().find(|loaded| loaded.scenario.name() == result.scenario);
    let option = of.map_or(String::new(), Loaded::option);
    show_trace(text, example, property.trace.as_deref(), &option);
}

/// What is known about the order of a trace's steps.
fn order(certain: u64) -> &'static str {
    match certain {
        0 => {
            "The order of steps is one that fits what the CPUs observed; another that fits does not \
             violate it.\n"
        }
        _ => "The order of steps is one that fits what the CPUs observed in a round.\n",
    }
}
