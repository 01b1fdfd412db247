//! A worker process: explores one cell after another, with jobs on standard input and results on standard output,
//! one JSON document per line.
//!
//! loom maps a stack for each model thread and execution, so searches scale over processes and not over threads. A
//! process also isolates failures of a search. When standard input ends, the search under way ends with what it has
//! found.

use std::collections::HashMap;
use std::io::{BufRead as _, Write as _};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossbeam::channel::{Receiver, RecvTimeoutError};
use pmdrace_engine::{
    Budget, Clock, Counterexample, Engine, Outcome, Progress, Sampling, Scheduler, search,
};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_report::{CellResult, Record, SamplingResult};
use pmdrace_scenario::{Catalogue, CellKey, Params, Scenario};
use serde::{Deserialize, Serialize};

use crate::exit::{Exit, Failure};
use crate::explore::Stopwatch;

/// How often a worker reports progress.
const EVERY: Duration = Duration::from_secs(1);

/// A job of a worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    /// The scenario's text.
    pub(crate) scenario: String,
    /// The variant.
    pub(crate) variant: String,
    /// The architecture.
    pub(crate) arch: String,
    /// The reader.
    pub(crate) reader: Option<String>,
    /// The parameters.
    pub(crate) params: Params,
    /// The memory model.
    pub(crate) memory: String,
    /// The engine.
    pub(crate) engine: String,
    /// Limits on the search.
    pub(crate) limits: Limits,
}

/// Limits on one search.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Limits {
    /// At most this many executions.
    pub(crate) max_executions: Option<u64>,
    /// At most this many states.
    pub(crate) max_states: Option<u64>,
    /// At most this many bytes for the states.
    pub(crate) max_memory: Option<u64>,
    /// At most this much time.
    pub(crate) max_time: Option<Duration>,
    /// At most this many preemptions.
    pub(crate) max_preemptions: Option<usize>,
    /// The seed of random executions.
    pub(crate) seed: u64,
    /// The depth of PCT; None for uniform scheduling.
    pub(crate) pct: Option<u8>,
    /// Stop at the first violation.
    pub(crate) first_violation: bool,
    /// Also record what loom finds, which the state-space engine has to retell first.
    pub(crate) retell: bool,
    /// At most this many threads; None for one.
    pub(crate) threads: Option<NonZeroUsize>,
}

/// A message of a worker.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Said {
    /// The progress of the search under way.
    Progress(Position),
    /// The result of a search.
    Result(Box<CellResult>),
}

/// The progress of a search.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Position {
    /// Different states seen.
    pub(crate) states: u64,
    /// States whose successors are not explored yet.
    pub(crate) frontier: u64,
    /// Steps from the beginning.
    pub(crate) level: u64,
    /// An upper bound of `level`.
    pub(crate) levels_at_most: u64,
    /// Executions drawn at random.
    pub(crate) drawn: u64,
    /// Seconds since the search began.
    pub(crate) seconds: f64,
}

impl Limits {
    /// How to draw executions at random.
    pub(crate) fn sampling(&self) -> Sampling {
        let pct = self.pct.map(|depth| Scheduler::Pct { depth });
        Sampling { seed: self.seed, scheduler: pct.unwrap_or(Scheduler::Uniform) }
    }
}

impl Job {
    /// The job of exploring `cell` on an engine.
    pub(crate) fn new(scenario: &str, cell: &CellKey, engine: Engine, limits: &Limits) -> Job {
        Job {
            scenario: scenario.to_owned(),
            variant: cell.variant.clone(),
            arch: cell.arch.to_owned(),
            reader: cell.reader.clone(),
            params: cell.params.clone(),
            memory: cell.memory.name().to_owned(),
            engine: engine.name().to_owned(),
            limits: limits.clone(),
        }
    }

    fn is_for(&self, cell: &CellKey) -> bool {
        cell.variant == self.variant
            && cell.arch == self.arch
            && cell.reader == self.reader
            && cell.params == self.params
            && cell.memory.name() == self.memory
    }
}

/// Works until standard input ends.
pub(crate) fn run(catalogue: &Catalogue) -> Result<Exit, Failure> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let (sender, jobs) = crossbeam::channel::unbounded::<String>();
    let ended = Arc::clone(&interrupted);
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
        ended.store(true, Ordering::Relaxed);
    });
    let mut scenarios = Scenarios { catalogue, latest: None };
    for line in jobs {
        let job: Job = serde_json::from_str(&line)
            .map_err(|error| Failure::internal(format!("not a job: {error}")))?;
        let result = explore(&job, scenarios.get(&job.scenario)?, &interrupted)?;
        // After a panic loom's own state is unreliable: continue in a new process.
        let failed = result.error.is_some();
        if !say(&Said::Result(Box::new(result)))? || failed {
            break;
        }
    }
    Ok(Exit::AsExpected)
}

/// Sends a message; returns whether anybody reads it.
fn say(said: &Said) -> Result<bool, Failure> {
    let text = serde_json::to_string(said)
        .map_err(|error| Failure::internal(format!("a result that cannot be written: {error}")))?;
    let mut out = std::io::stdout().lock();
    Ok(writeln!(out, "{text}").and_then(|()| out.flush()).is_ok())
}

/// Reports progress at intervals, until the sender of `ended` is dropped.
fn tell_progress(progress: &Progress, clock: &dyn Clock, ended: &Receiver<()>) {
    while ended.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
        let read = |count: &std::sync::atomic::AtomicU64| count.load(Ordering::Relaxed);
        let position = Position {
            states: read(&progress.states),
            frontier: read(&progress.frontier),
            level: read(&progress.level),
            levels_at_most: read(&progress.levels_at_most),
            drawn: read(&progress.drawn),
            seconds: clock.elapsed().as_secs_f64(),
        };
        if position.states + position.drawn > 0
            && !matches!(say(&Said::Progress(position)), Ok(true))
        {
            break;
        }
    }
}

/// The scenario of the latest job, since parsing one takes longer than exploring most of its cells.
struct Scenarios<'c> {
    catalogue: &'c Catalogue,
    latest: Option<(String, Known)>,
}

/// A scenario, and its cells under each memory model that a job has asked for.
struct Known {
    scenario: Scenario,
    cells: HashMap<MemoryModel, Vec<CellKey>>,
}

impl Known {
    /// The cell of a job.
    fn cell(&mut self, job: &Job) -> Option<CellKey> {
        let memory = MemoryModel::by_name(&job.memory)?;
        let cells = self.cells.entry(memory).or_insert_with(|| {
            let cells = self.scenario.cells(Some(memory)).into_iter();
            cells.flat_map(|cell| [cell.clone(), cell.with_plain_reloads()]).collect()
        });
        cells.iter().find(|cell| job.is_for(cell)).cloned()
    }
}

impl Scenarios<'_> {
    fn get(&mut self, text: &str) -> Result<&mut Known, Failure> {
        if self.latest.as_ref().is_none_or(|(latest, _)| latest != text) {
            let scenario = self
                .catalogue
                .parse(text)
                .map_err(|_| Failure::internal("the scenario does not parse"))?;
            self.latest = Some((text.to_owned(), Known { scenario, cells: HashMap::new() }));
        }
        let latest = self.latest.as_mut().map(|(_, known)| known);
        latest.ok_or_else(|| Failure::internal("no scenario"))
    }
}

fn explore(
    job: &Job,
    known: &mut Known,
    interrupted: &Arc<AtomicBool>,
) -> Result<CellResult, Failure> {
    let unknown = || Failure::internal("the scenario has no such cell");
    let cell = known.cell(job).ok_or_else(unknown)?;
    let scenario = &known.scenario;
    let engine = Engine::ALL.into_iter().find(|engine| engine.name() == job.engine);
    let engine = engine.ok_or_else(|| Failure::internal("unknown engine"))?;
    let model = scenario.model(&cell).map_err(|problem| Failure::internal(problem.to_string()))?;
    let model = Arc::new(model);
    let clock = Arc::new(Stopwatch::new());
    let budget = Budget {
        max_executions: job.limits.max_executions,
        max_states: job.limits.max_states,
        max_memory: job.limits.max_memory,
        threads: job.limits.threads.unwrap_or(NonZeroUsize::MIN),
        max_time: job.limits.max_time,
        max_preemptions: job.limits.max_preemptions,
        sampling: job.limits.sampling(),
        first_violation: job.limits.first_violation,
        interrupted: Arc::clone(interrupted),
        ..Budget::unlimited().with_clock(Arc::clone(&clock) as Arc<dyn Clock>)
    };
    let explored = std::thread::scope(|scope| {
        let (end, ended) = crossbeam::channel::bounded(0);
        scope.spawn(|| tell_progress(&budget.progress, clock.as_ref(), &{ ended }));
        let explored = engine.check(Arc::clone(&model), &budget);
        drop(end);
        explored
    });
    let mut result = match explored {
        Ok(mut outcome) => {
            let told = told(&model, engine, job.limits.retell, &mut outcome);
            let mut result = CellResult::new(scenario, &cell, engine, &model, &outcome);
            record(job, &cell, &model, told, &mut result);
            result
        }
        Err(error) => CellResult::failed(scenario, &cell, engine, &error),
    };
    if engine == Engine::Random && result.sampling.is_none() {
        result.sampling = Some(SamplingResult::failed(budget.sampling));
    }
    result.seconds = clock.elapsed().as_secs_f64();
    Ok(result)
}

/// For each property, the counterexample as the state-space engine retells it, if it can and is asked to. Those of
/// loom take over its modification order.
fn told(
    model: &Model,
    engine: Engine,
    retell: bool,
    outcome: &mut Outcome,
) -> Vec<Option<Counterexample>> {
    let found = outcome.properties.iter_mut().enumerate();
    let told = found.map(|(index, property)| {
        let example = property.shortest.as_mut()?;
        match engine {
            Engine::Statespace | Engine::Random => Some(example.clone()),
            Engine::Loom if !retell => None,
            // An execution that only loom's approximation of TSO permits cannot be retold.
            Engine::Loom => {
                let (events, order) = search::retell(model, &example.events).ok().flatten()?;
                let its = order.retold(&events, &example.events);
                *example = Counterexample::new(example.events.clone(), its, example.at);
                let at = model.judge(&events).violated_at[index]?;
                Some(Counterexample::new(events, order, at))
            }
        }
    });
    told.collect()
}

/// Adds the record of each counterexample that was retold.
fn record(
    job: &Job,
    cell: &CellKey,
    model: &Model,
    told: Vec<Option<Counterexample>>,
    result: &mut CellResult,
) {
    let digest = pmdrace_report::digest(&job.scenario);
    for (property, example) in result.properties.iter_mut().zip(told) {
        property.record = example.map(|example| {
            let from = (crate::TOOL, result.scenario.as_str(), digest.as_str());
            Record::new(model, &example, (&property.name, true), from, cell)
        });
    }
}
