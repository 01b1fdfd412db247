//! A worker process: explores one cell after another, with jobs on standard input and results on standard output,
//! one JSON document per line.
//!
//! loom maps a stack for each model thread and execution, so searches scale over processes and not over threads. A
//! process also isolates failures of a search. At the line [`INTERRUPT`] the search under way ends with what it has
//! found. When standard input ends, there is nobody left to report to, and the process ends at once.

use std::any::Any;
use std::io::{BufRead as _, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossbeam::channel::{Receiver, RecvTimeoutError};
use pmdrace_engine::{
    Budget, Clock, Counterexample, Cut, Engine, EngineError, Limits, Outcome, Progress, search,
};
use pmdrace_mm::Model;
use pmdrace_report::{CellResult, Record, SamplingResult};
use pmdrace_scenario::{Catalogue, CellKey, Scenario};
use serde::{Deserialize, Serialize};

use crate::exit::{Exit, Failure};
use crate::explore::Stopwatch;
use crate::output::tell;
use crate::tree::Tree;

/// How often a worker reports progress.
const EVERY: Duration = Duration::from_secs(1);

/// The line that ends the search under way.
pub(crate) const INTERRUPT: &str = "interrupt";

/// A job of a worker.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    /// The scenario's text, shared by its jobs.
    pub(crate) scenario: Arc<str>,
    /// The cells, at least one, all of which the engine explores by the same search: see [`Engine::stand_in`].
    pub(crate) cells: Vec<CellKey>,
    /// The engine.
    pub(crate) engine: Engine,
    /// Limits on the search.
    pub(crate) limits: Limits,
    /// Whether to retell and record what loom finds as the state-space engine does.
    pub(crate) retell: bool,
    /// The kernel build whose C the CPUs run, if it is not the transcriptions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) kernel: Option<PathBuf>,
}

/// A message of a worker.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Said {
    /// The progress of the search under way.
    Progress(Position),
    /// The results of a search, in the order of its cells.
    Results(Vec<CellResult>),
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

/// Works until standard input ends.
pub(crate) fn run(catalogue: &Catalogue) -> Result<Exit, Failure> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let (sender, jobs) = crossbeam::channel::unbounded::<String>();
    let ended = Arc::clone(&interrupted);
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if line == INTERRUPT {
                ended.store(true, Ordering::Relaxed);
            } else if sender.send(line).is_err() {
                break;
            }
        }
        std::process::exit(Exit::AsExpected as i32);
    });
    // A panic is told by its message, in one line.
    std::panic::set_hook(Box::new(|panic| tell(panic.to_string().replace('\n', " "))));
    let mut latest = Latest { catalogue, scenario: None, tree: None };
    for line in jobs {
        let job: Job = serde_json::from_str(&line)
            .map_err(|error| Failure::internal(format!("not a job: {error}")))?;
        let (scenario, tree) = latest.get(&job)?;
        let explored =
            catch_unwind(AssertUnwindSafe(|| explore(&job, scenario, tree, &interrupted)));
        let results = explored.unwrap_or_else(|payload| Ok(panicked(&job, scenario, &*payload)))?;
        let failed = is_last(&results);
        if !say(&Said::Results(results))? || failed {
            break;
        }
    }
    Ok(Exit::AsExpected)
}

/// The results of a job whose search panicked.
fn panicked(job: &Job, scenario: &Scenario, payload: &(dyn Any + Send)) -> Vec<CellResult> {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| payload.downcast_ref::<&str>().copied());
    let error = EngineError::Panicked(text.unwrap_or("no message").to_owned());
    let failed = |cell| CellResult::failed(scenario, cell, job.engine, &error);
    job.cells.iter().map(failed).collect()
}

/// Whether a worker ends after these results: after a panic loom's own state is unreliable, and so is it after a search
/// that was left in the middle of an execution.
pub(crate) fn is_last(results: &[CellResult]) -> bool {
    let left = |cut| matches!(cut, Some(Cut::Deadlock | Cut::LoomAwait));
    results.iter().any(|result| result.error.is_some() || left(result.cut_by))
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

/// The scenario and the kernel build of the latest job, since reading one takes longer than exploring most cells.
struct Latest<'c> {
    catalogue: &'c Catalogue,
    scenario: Option<(Arc<str>, Scenario)>,
    tree: Option<Tree>,
}

impl Latest<'_> {
    fn get(&mut self, job: &Job) -> Result<(&Scenario, Option<&Tree>), Failure> {
        let known = self.tree.as_ref().map(Tree::directory);
        let other = known != job.kernel.as_deref();
        if other {
            self.tree = job.kernel.as_deref().map(Tree::open).transpose()?;
        }
        if other || self.scenario.as_ref().is_none_or(|(latest, _)| *latest != job.scenario) {
            let parsed = self.catalogue.parse(&job.scenario);
            let parsed = parsed.map_err(|_| Failure::internal("the scenario does not parse"))?;
            let on = match &self.tree {
                Some(tree) => tree.scenario(&parsed),
                None => Some(parsed),
            };
            let on =
                on.ok_or_else(|| Failure::internal("the scenario has no such architecture"))?;
            self.scenario = Some((Arc::clone(&job.scenario), on));
        }
        let scenario = self.scenario.as_ref().map(|(_, scenario)| scenario);
        let scenario = scenario.ok_or_else(|| Failure::internal("no scenario"))?;
        Ok((scenario, self.tree.as_ref()))
    }
}

fn explore(
    job: &Job,
    scenario: &Scenario,
    tree: Option<&Tree>,
    interrupted: &Arc<AtomicBool>,
) -> Result<Vec<CellResult>, Failure> {
    let Job { cells, engine, limits, .. } = job;
    let Some(first) = cells.first() else { return Ok(Vec::new()) };
    let memory = engine.stand_in(first.memory).unwrap_or(first.memory);
    let under = CellKey { memory, ..first.clone() };
    let adopted = match tree.map(|tree| tree.model(scenario, &under)) {
        None => None,
        Some(Ok(adopted)) => Some(adopted),
        // What a build lacks concerns these cells alone.
        Some(Err(error)) => {
            let lacks = |cell| CellResult::internal(scenario, cell, *engine, error.to_string());
            return Ok(cells.iter().map(lacks).collect());
        }
    };
    let model = match &adopted {
        Some(adopted) => Arc::clone(&adopted.model),
        None => scenario
            .model(&under)
            .map(Arc::new)
            .map_err(|problem| Failure::internal(problem.to_string()))?,
    };
    let clock = Arc::new(Stopwatch::new());
    let budget = Budget {
        interrupted: Arc::clone(interrupted),
        clock: Arc::clone(&clock) as Arc<dyn Clock>,
        ..limits.clone().into()
    };
    let explored = std::thread::scope(|scope| {
        let (end, ended) = crossbeam::channel::bounded(0);
        scope.spawn(|| tell_progress(&budget.progress, clock.as_ref(), &{ ended }));
        let explored = match &adopted {
            Some(adopted) => adopted.check(*engine, &budget),
            None => engine.check(Arc::clone(&model), &budget),
        };
        drop(end);
        explored
    });
    let explored = explored.map(|mut outcome| {
        let told = told(&model, job, &mut outcome);
        (outcome, told)
    });
    let finish = |cell| {
        let mut result = match &explored {
            Ok((outcome, told)) => {
                let mut result = CellResult::new(scenario, cell, *engine, &model, outcome);
                record(job, &model, told, &mut result);
                result
            }
            Err(error) => CellResult::failed(scenario, cell, *engine, error),
        };
        if *engine == Engine::Random && result.sampling.is_none() {
            result.sampling = Some(SamplingResult::failed(limits.sampling));
        }
        if let (Some(tree), Some(adopted)) = (tree, &adopted) {
            result.source = Some(tree.source(adopted));
            let traces = result.properties.iter_mut().filter_map(|p| p.counterexample.as_mut());
            traces.for_each(|trace| tree.read_source(trace));
        }
        result.seconds = clock.elapsed().as_secs_f64();
        result
    };
    Ok(cells.iter().map(finish).collect())
}

/// For each property, the counterexample as the state-space engine retells it, if it can and is asked to. Those of
/// loom take over its modification order.
fn told(model: &Model, job: &Job, outcome: &mut Outcome) -> Vec<Option<Counterexample>> {
    let found = outcome.properties.iter_mut().enumerate();
    let told = found.map(|(index, property)| {
        let example = property.shortest.as_mut()?;
        match job.engine {
            Engine::Statespace | Engine::Random => Some(example.clone()),
            Engine::Loom if !job.retell => None,
            // An execution that only loom's approximation of TSO permits cannot be retold.
            Engine::Loom => {
                let (events, order) = search::retell(model, &example.events).ok().flatten()?;
                let its = order.retold(&events, &example.events);
                *example = Counterexample::new(example.events.clone(), its, example.at);
                let memory = order.last_words(model, &events);
                let at = model.judge_with(&events, &memory).violated_at[index]?;
                Some(Counterexample::new(events, order, at))
            }
        }
    });
    told.collect()
}

/// Adds the record of each counterexample that was retold.
fn record(job: &Job, model: &Model, told: &[Option<Counterexample>], result: &mut CellResult) {
    let digest = pmdrace_report::digest(&job.scenario);
    for (property, example) in result.properties.iter_mut().zip(told) {
        property.record = example.as_ref().map(|example| {
            let from = (crate::TOOL, result.scenario.as_str(), digest.as_str());
            Record::new(model, example, (&property.name, true), from, &result.cell)
        });
    }
}
