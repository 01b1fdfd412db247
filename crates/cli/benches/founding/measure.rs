//! One search in a process of its own, so that its peak memory is its own too.

use std::num::NonZeroUsize;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use pmdrace_engine::{Budget, Clock, Explored, Limits, loom, search};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::{ParamValue, Scenario, by_name};
use serde::{Deserialize, Serialize};

use crate::shuttle_cpu;

/// Tells a process of this program to measure.
const ASKED: &str = "PMDRACE_BENCH_SEARCH";

/// A search to measure: the founding scenario on arm64@6.1 with gup-fast-read and the remover.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Search {
    pub(crate) engine: String,
    pub(crate) memory: String,
    pub(crate) variant: String,
    pub(crate) walkers: u64,
    pub(crate) entries: u64,
    pub(crate) threads: usize,
    /// Leave nothing out: for spaces that are large without being another model.
    pub(crate) unreduced: bool,
    pub(crate) seconds_at_most: f64,
    pub(crate) max_memory: Option<u64>,
}

/// What it took.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Measured {
    pub(crate) executions: Option<u64>,
    pub(crate) states: Option<u64>,
    pub(crate) transitions: Option<u64>,
    pub(crate) violated: bool,
    pub(crate) cut: Option<String>,
    pub(crate) seconds: f64,
    pub(crate) peak_megabytes: f64,
}

struct Stopwatch(Instant);

impl Clock for Stopwatch {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

impl Search {
    pub(crate) fn new(engine: &str, memory: &str, variant: &str, walkers: u64) -> Search {
        Search {
            engine: engine.to_owned(),
            memory: memory.to_owned(),
            variant: variant.to_owned(),
            walkers,
            entries: 1,
            threads: 1,
            unreduced: false,
            seconds_at_most: 20.0,
            max_memory: None,
        }
    }

    /// The model it searches.
    pub(crate) fn model(&self) -> Arc<Model> {
        let shipped = by_name("split-migration-vs-gup-fast").expect("the founding scenario").text;
        let text = shipped
            .replace("walkers = [1, 2]", "walkers = [1, 2, 3, 4, 5, 6]")
            .replace("entries = 1 ", &format!("entries = {} ", self.entries));
        let scenario = Scenario::parse(&text).expect("a scenario");
        let memory = MemoryModel::by_name(&self.memory);
        let cell = scenario.cells(memory).into_iter().find(|cell| {
            cell.variant == self.variant
                && cell.arch == "arm64@6.1"
                && cell.reader.as_deref() == Some("gup-fast-read")
                && cell.params["walkers"] == ParamValue::Count(self.walkers)
                && cell.params["remover"] == ParamValue::Bool(true)
        });
        Arc::new(scenario.model(&cell.expect("a cell")).expect("a model"))
    }

    /// Measures it in a process of its own.
    pub(crate) fn measure(&self) -> Measured {
        let program = std::env::current_exe().expect("this program");
        let asked = serde_json::to_string(self).expect("a search as JSON");
        let output = Command::new(program).env(ASKED, asked).output().expect("a process");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{self:?}: {error}: {}", String::from_utf8_lossy(&output.stderr))
        })
    }

    /// The best of several measurements: the one that the rest of the machine disturbed least.
    pub(crate) fn best_of(&self, times: usize) -> Measured {
        let all = (0..times).map(|_| self.measure());
        all.min_by(|a, b| a.seconds.total_cmp(&b.seconds)).expect("a measurement")
    }

    fn run(&self) -> Measured {
        let model = self.model();
        let started = Instant::now();
        let limits = Limits {
            threads: NonZeroUsize::new(self.threads).expect("a thread"),
            max_time: Some(Duration::from_secs_f64(self.seconds_at_most)),
            max_memory: self.max_memory,
            ..Limits::default()
        };
        let budget = Budget::from(limits).with_clock(Arc::new(Stopwatch(started)));
        let mut measured = Measured::default();
        match self.engine.as_str() {
            "shuttle" => {
                let found =
                    shuttle_cpu::explore(&model, Duration::from_secs_f64(self.seconds_at_most));
                measured.executions = Some(found.executions);
                measured.violated = found.violating > 0;
                measured.cut = found.cut.then(|| "max-time".to_owned());
            }
            engine => {
                let outcome = match (engine, self.unreduced) {
                    ("loom", _) => loom::check(model, &budget),
                    (_, true) => search::check_unreduced(model, &budget),
                    _ => search::check(model, &budget),
                };
                let outcome = outcome.expect("a search");
                match outcome.explored {
                    Explored::Executions { all, .. } => measured.executions = Some(all),
                    Explored::States { states, transitions, .. } => {
                        measured.states = Some(states);
                        measured.transitions = Some(transitions);
                    }
                }
                measured.violated = outcome.properties.iter().any(|found| found.violating > 0);
                measured.cut = outcome.cut.map(|cut| cut.name().to_owned());
            }
        }
        measured.seconds = started.elapsed().as_secs_f64();
        measured.peak_megabytes = peak_megabytes();
        measured
    }
}

/// The most memory that this process ever had.
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

/// Measures what the environment asks for, if this process was started for that.
pub(crate) fn serve() -> bool {
    let Ok(asked) = std::env::var(ASKED) else { return false };
    let search: Search = serde_json::from_str(&asked).expect("a search");
    println!("{}", serde_json::to_string(&search.run()).expect("a measurement as JSON"));
    true
}

impl Measured {
    /// Nanoseconds per transition.
    pub(crate) fn nanoseconds(&self) -> f64 {
        self.seconds * 1e9 / self.transitions.map_or(f64::NAN, |count| count as f64)
    }
}
