//! A worker process: explores one cell after the other, jobs in on standard input, results out on
//! standard output, one JSON document a line.
//!
//! loom keeps its state per thread and maps a stack per model thread and execution, so searches scale
//! over processes and not over threads. A process also contains whatever goes wrong in a search. When
//! standard input ends, the search under way ends with what it has found.

use std::io::{BufRead as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use pmdrace_engine::{Budget, Clock, loom};
use pmdrace_mm::MemoryModel;
use pmdrace_report::CellResult;
use pmdrace_scenario::{CellKey, Params, Scenario};
use serde::{Deserialize, Serialize};

use crate::exit::{Exit, Failure};

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
    /// Limits on the search.
    pub(crate) limits: Limits,
}

/// Limits on one search.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Limits {
    /// At most this many executions.
    pub(crate) max_executions: Option<u64>,
    /// At most this much time.
    pub(crate) max_time: Option<Duration>,
    /// At most this many preemptions.
    pub(crate) max_preemptions: Option<usize>,
    /// Stop at the first violation.
    pub(crate) first_violation: bool,
}

impl Job {
    /// The job of exploring `cell`.
    pub(crate) fn new(scenario: &str, cell: &CellKey, limits: &Limits) -> Job {
        Job {
            scenario: scenario.to_owned(),
            variant: cell.variant.clone(),
            arch: cell.arch.to_owned(),
            reader: cell.reader.clone(),
            params: cell.params.clone(),
            memory: cell.memory.name().to_owned(),
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

struct Stopwatch(Instant);

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
        let failed = result.error.is_some();
        let text = serde_json::to_string(&result).map_err(|error| {
            Failure::internal(format!("a result that cannot be written: {error}"))
        })?;
        let mut out = std::io::stdout().lock();
        if writeln!(out, "{text}").and_then(|()| out.flush()).is_err() || failed {
            // After a panic loom's own state is not to be trusted: let a new process go on.
            break;
        }
    }
    Ok(Exit::AsExpected)
}

/// The scenario of the latest job: checking a scenario takes longer than exploring most of its cells.
#[derive(Default)]
struct Scenarios {
    latest: Option<(String, Scenario)>,
}

impl Scenarios {
    fn get(&mut self, text: &str) -> Result<&Scenario, Failure> {
        if self.latest.as_ref().is_none_or(|(latest, _)| latest != text) {
            let scenario = Scenario::parse(text)
                .map_err(|_| Failure::internal("a scenario that does not parse"))?;
            self.latest = Some((text.to_owned(), scenario));
        }
        let latest = self.latest.as_ref().map(|(_, scenario)| scenario);
        latest.ok_or_else(|| Failure::internal("no scenario"))
    }
}

fn explore(
    job: &Job,
    scenario: &Scenario,
    interrupted: &Arc<AtomicBool>,
) -> Result<CellResult, Failure> {
    let memories = [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Weak];
    let cell = memories
        .into_iter()
        .flat_map(|memory| scenario.cells(Some(memory)))
        .find(|cell| job.is_for(cell))
        .ok_or_else(|| Failure::internal("a cell that the scenario does not have"))?;
    let model = scenario.model(&cell).map_err(|problem| Failure::internal(problem.to_string()))?;
    let model = Arc::new(model);
    let started = Instant::now();
    let budget = Budget {
        max_executions: job.limits.max_executions,
        max_time: job.limits.max_time,
        max_preemptions: job.limits.max_preemptions,
        first_violation: job.limits.first_violation,
        interrupted: Arc::clone(interrupted),
        ..Budget::unlimited(Arc::new(Stopwatch(started)))
    };
    let mut result = match loom::check(Arc::clone(&model), &budget) {
        Ok(outcome) => CellResult::new(scenario, &cell, &model, &outcome),
        Err(error) => CellResult::failed(scenario, &cell, &error),
    };
    result.seconds = started.elapsed().as_secs_f64();
    Ok(result)
}
