//! `stress`: run scenarios on real threads, and say what that showed and how much of it all it was.

use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use pmdrace_engine::hardware::{self, Settings};
use pmdrace_engine::{Budget, Clock, Cut, EngineError, Finals, search};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_report::{
    Possible, STRESS_FORMAT, StressProperty, StressReport, StressResult, digest, stress_details,
    stress_table, trace_text,
};
use pmdrace_scenario::CellKey;

use super::run::{any_seed, on_interrupt};
use super::{print, width};
use crate::TOOL;
use crate::args::{self, Stress};
use crate::exit::{Exit, Failure};
use crate::select;
use crate::source::{self, Loaded};
use crate::traces::{Folder, short};
use crate::worker::Stopwatch;

/// Up to this many cells are shown one by one; more become a table.
const FEW: usize = 4;
/// How many states are searched for the outcomes that a cell can have.
const WORTH_KNOWING: u64 = 1_000_000;

/// A cell that is stressed.
struct Cell<'l> {
    loaded: &'l Loaded,
    key: CellKey,
    model: Arc<Model>,
}

pub(crate) fn run(args: &Stress) -> Result<Exit, Failure> {
    let loaded = source::load_all(&args.scenarios)?;
    let cells = cells(&loaded, args)?;
    let folder = Folder::new(args.traces.as_deref())?;
    let seed = args.seed.unwrap_or_else(any_seed);
    let threads = args.threads.or_else(|| std::thread::available_parallelism().ok());
    let threads = threads.unwrap_or(NonZeroUsize::MIN);
    let interrupted = Arc::new(AtomicBool::new(false));
    let raised = Arc::clone(&interrupted);
    on_interrupt(move || raised.store(true, Ordering::Relaxed))?;
    let tell = |line: String| {
        if !args.quiet {
            anstream::eprintln!("{line}");
        }
    };
    tell(format!("{}, seed {seed:#x}: which outcomes are possible?", counted(cells.len())));
    let possible: Vec<Possible> =
        cells.iter().map(|cell| possible(cell, &interrupted)).collect::<Result<_, _>>()?;
    tell(format!("rounds for {}", humantime::format_duration(args.time)));
    let clock: Arc<dyn Clock> = Arc::new(Stopwatch::new());
    let budget = Budget {
        max_time: Some(args.time),
        interrupted: Arc::clone(&interrupted),
        ..Budget::unlimited().with_clock(Arc::clone(&clock))
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
    let problem = write_traces(&folder, &mut report)?;
    if args.json {
        let text = serde_json::to_string_pretty(&report)
            .map_err(|error| Failure::internal(format!("cannot write the report: {error}")))?;
        print(&(text + "\n"));
    } else {
        print(&text(&report, problem));
    }
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
    } else {
        Exit::AsExpected
    }
}

/// The selected cells that the kernel has.
fn cells<'l>(loaded: &'l [Loaded], args: &Stress) -> Result<Vec<Cell<'l>>, Failure> {
    let selected = select::cells(loaded, &args.selection, args::Engine::Statespace)?;
    let cells = selected.cells.into_iter().filter(|(_, key)| key.not_applicable.is_none());
    cells
        .map(|(index, key)| {
            let loaded = &loaded[index];
            let model = loaded.scenario.model(&key);
            let model = model.map_err(|problem| Failure::internal(problem.to_string()))?;
            Ok(Cell { loaded, key, model: Arc::new(model) })
        })
        .collect()
}

/// Every outcome that a cell can have, and every one that this host can show. If the search finds a CPU that waits
/// for ever, the cell must not run on threads.
fn possible(cell: &Cell<'_>, interrupted: &Arc<AtomicBool>) -> Result<Possible, Failure> {
    let budget = Budget {
        max_states: Some(WORTH_KNOWING),
        interrupted: Arc::clone(interrupted),
        ..Budget::unlimited()
    };
    let finals = |model: &Arc<Model>| -> Result<Option<Finals>, Failure> {
        match search::finals(Arc::clone(model), &budget) {
            Ok(finals) => Ok(Some(finals)),
            Err(error @ (EngineError::Deadlock(_) | EngineError::Panicked(_))) => {
                let (name, key) = (cell.loaded.scenario.name(), &cell.key);
                Err(Failure::internal(format!("{name}: {key}: {error}")))
            }
            // Too large to tell; threads can run it all the same.
            Err(_) => Ok(None),
        }
    };
    let mut possible = Possible { all: finals(&cell.model)?, on_host: None };
    if cfg!(target_arch = "x86_64") && cell.key.memory == MemoryModel::Weak {
        let host = CellKey { memory: MemoryModel::Tso, ..cell.key.clone() };
        if let Ok(model) = cell.loaded.scenario.model(&host) {
            possible.on_host = finals(&Arc::new(model))?;
        }
    }
    Ok(possible)
}

/// Writes the trace of each violation; returns why there are none, if that is no failure.
fn write_traces(folder: &Folder, report: &mut StressReport) -> Result<Option<String>, Failure> {
    let properties = || report.results.iter().flat_map(|result| &result.properties);
    let records = properties().filter_map(|property| property.record.clone()).collect();
    let written = folder.write_records(records)?;
    if written.problem.is_none() {
        for property in report.results.iter_mut().flat_map(|result| &mut result.properties) {
            property.trace = property.record.as_ref().map(|record| folder.path_of(record));
        }
    }
    Ok(written.problem.map(|problem| format!("no trace files in {}: {problem}", written.place)))
}

/// So many cells, in words.
fn counted(cells: usize) -> String {
    if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") }
}

fn text(report: &StressReport, problem: Option<String>) -> String {
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
    trace(&mut text, report);
    let rounds: u64 = results.iter().map(|result| result.rounds).sum();
    let violating: u64 = results.iter().map(|result| result.violating_rounds).sum();
    let _ = writeln!(
        text,
        "{}, {rounds} rounds, {violating} of them violating, in {:.1} s; seed {:#x}",
        counted(results.len()),
        report.seconds,
        report.seed
    );
    let odd = results.iter().filter(|result| !result.as_expected).count();
    if odd > 0 {
        let _ = writeln!(text, "{odd} cells show what nobody expects of them");
    }
    let idle = results.iter().filter(|result| result.rounds == 0).count();
    if idle > 0 {
        let _ = writeln!(text, "{idle} cells had no round: give it more --time");
    }
    if report.ended_by == Cut::Interrupted.name() {
        let _ = writeln!(text, "interrupted: this is what was found until then");
    }
    text.extend(problem.map(|problem| problem + "\n"));
    let _ = writeln!(
        text,
        "stress proves nothing: what it did not see, `pmdrace check` finds or excludes"
    );
    text
}

/// The most telling trace, if all cells are of one scenario, variant and architecture.
fn trace(text: &mut String, report: &StressReport) {
    let case = |result: &StressResult| {
        (result.scenario.clone(), result.variant.clone(), result.arch.clone())
    };
    if report.results.windows(2).any(|pair| case(&pair[0]) != case(&pair[1])) {
        return;
    }
    let violated = report.results.iter().flat_map(|result| {
        result.properties.iter().filter(|p| p.counterexample.is_some()).map(move |p| (result, p))
    });
    // What is certain tells more, and then a consequence more than the predicate that led to it.
    let least = |(_, p): &(_, &StressProperty)| (p.rounds == 0, p.kind != "consequence");
    let Some((result, property)) = violated.min_by_key(least) else { return };
    let Some(example) = &property.counterexample else { return };
    let _ = writeln!(text, "{}  {}", result.scenario, result.title());
    let _ = writeln!(text, "{}", order(property.rounds));
    let _ = writeln!(text, "{}", trace_text(example, width()));
    if let Some(file) = &property.trace {
        let _ = writeln!(text, "replay: pmdrace replay {}\n", short(file.as_ref()));
    }
}

/// What is known of the order of a trace's steps.
fn order(certain: u64) -> &'static str {
    match certain {
        0 => {
            "The order of steps is one that fits what the CPUs observed; another that fits does not \
             violate it.\n"
        }
        _ => "The order of steps is one that fits what the CPUs observed in a round.\n",
    }
}
