//! A worker process: explores one cell after the other, jobs in on standard input, results out on
//! standard output, one JSON document a line.
//!
//! loom keeps its state per thread and maps a stack per model thread and execution, so searches scale
//! over processes and not over threads. A process also contains whatever goes wrong in a search. When
//! standard input ends, the search under way ends with what it has found.

use std::collections::HashMap;
use std::io::{BufRead as _, Write as _};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossbeam::channel::{Receiver, RecvTimeoutError};
use pmdrace_engine::{
    Budget, Clock, Counterexample, Engine, Outcome, Progress, Sampling, Scheduler, search,
};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_report::{CellResult, Record, SamplingResult};
use pmdrace_scenario::{CellKey, Params, Scenario};
use serde::{Deserialize, Serialize};

use crate::exit::{Exit, Failure};

/// How often a worker tells how far it has got.
const EVERY: Duration = Duration::from_secs(1);

/// What a worker is to do.
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
    /// For executions drawn at random, the seed, and the depth that PCT is for; none: uniform.
    pub(crate) seed: u64,
    /// See `seed`.
    pub(crate) pct: Option<u8>,
    /// Stop at the first violation.
    pub(crate) first_violation: bool,
    /// Record what loom finds too: it must be told again first, as the state-space engine tells it.
    pub(crate) retell: bool,
    /// At most this many threads; none: one.
    pub(crate) threads: Option<NonZeroUsize>,
}

/// What a worker says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Said {
    /// How far the search under way has got.
    Progress(Position),
    /// What it found.
    Result(Box<CellResult>),
}

/// How far a search has got.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Position {
    /// Different states seen.
    pub(crate) states: u64,
    /// States whose successors are still to be found.
    pub(crate) frontier: u64,
    /// Steps from the beginning.
    pub(crate) level: u64,
    /// What `level` never exceeds.
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

/// The clock of a search.
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    /// From now on.
    pub(crate) fn new() -> Stopwatch {
        Stopwatch(Instant::now())
    }
}

impl Clock for Stopwatch {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Works until standard input ends.
pub(crate) fn run() -> Result<Exit, Failure> {
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
    let mut scenarios = Scenarios::default();
    for line in jobs {
        let job: Job = serde_json::from_str(&line)
            .map_err(|error| Failure::internal(format!("a job that is none: {error}")))?;
        let result = explore(&job, scenarios.get(&job.scenario)?, &interrupted)?;
        // After a panic loom's own state is not to be trusted: let a new process go on.
        let failed = result.error.is_some();
        if !say(&Said::Result(Box::new(result)))? || failed {
            break;
        }
    }
    Ok(Exit::AsExpected)
}

/// Says something; tells whether anybody listens.
fn say(said: &Said) -> Result<bool, Failure> {
    let text = serde_json::to_string(said)
        .map_err(|error| Failure::internal(format!("a result that cannot be written: {error}")))?;
    let mut out = std::io::stdout().lock();
    Ok(writeln!(out, "{text}").and_then(|()| out.flush()).is_ok())
}

/// Tells every now and then how far a search has got, until the sender of `ended` is gone.
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

/// The scenario of the latest job: checking a scenario takes longer than exploring most of its cells.
#[derive(Default)]
struct Scenarios {
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

impl Scenarios {
    fn get(&mut self, text: &str) -> Result<&mut Known, Failure> {
        if self.latest.as_ref().is_none_or(|(latest, _)| latest != text) {
            let scenario = Scenario::parse(text)
                .map_err(|_| Failure::internal("a scenario that does not parse"))?;
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
    let unknown = || Failure::internal("a cell that the scenario does not have");
    let cell = known.cell(job).ok_or_else(unknown)?;
    let scenario = &known.scenario;
    let engine = Engine::ALL.into_iter().find(|engine| engine.name() == job.engine);
    let engine = engine.ok_or_else(|| Failure::internal("an engine that there is not"))?;
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

/// For each property, the counterexample as the state-space engine tells it, if it can and is to. loom's then
/// get the order of stores that they have there.
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
            // What only loom's approximation of tso has cannot be told, and has no record.
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

/// Adds the record of each counterexample that can be told.
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
