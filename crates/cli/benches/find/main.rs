//! How soon does each way to run a model find the race? `just bench-find`: every cell of the catalogue in which a
//! race is expected, on loom, the state-space engine, random executions of both kinds, and real threads.
//!
//! Each search ends at its first violation or when its time is up. One that finds nothing in its time is counted as
//! such and has no part in the medians. Random executions and delays have the cell's number as seed.

#![expect(clippy::print_stdout, reason = "a benchmark prints")]

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::{Duration, Instant};

use pmdrace_engine::hardware::{Seen, Settings, stress};
use pmdrace_engine::{Budget, Clock, Engine, Explored, Limits, Sampling, Scheduler};
use pmdrace_mm::Model;
use pmdrace_scenario::{CATALOGUE, Scenario};

/// How long a search may take.
const PATIENCE: Duration = Duration::from_secs(1);

struct Stopwatch(Instant);

impl Clock for Stopwatch {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// A way to run a model.
#[derive(Clone, Copy)]
enum Way {
    Search(Engine),
    Draw(Scheduler),
    Threads,
}

const WAYS: [(&str, Way); 5] = [
    ("loom", Way::Search(Engine::Loom)),
    ("statespace", Way::Search(Engine::Statespace)),
    ("uniform", Way::Draw(Scheduler::Uniform)),
    ("pct, d=2", Way::Draw(Scheduler::Pct { depth: 2 })),
    ("threads", Way::Threads),
];

/// What it took to find a violation: executions, states or rounds, and time.
type Found = Option<(u64, Duration)>;

/// The cells of one variant in which a race is expected, and what each way took for each.
struct Row {
    name: String,
    litmus: bool,
    cells: usize,
    found: Vec<Vec<(u64, Duration)>>,
}

fn main() {
    // `cargo test` runs every target once: nothing is measured then.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    let started = Instant::now();
    let mut rows: Vec<Row> = Vec::new();
    for entry in CATALOGUE {
        let scenario = Scenario::parse(entry.text).expect("a shipped scenario");
        for (index, cell) in scenario.cells(None).into_iter().enumerate() {
            let expected = |property| scenario.expects_violation(&cell, property);
            if !scenario.applies(&cell) || !scenario.properties().into_iter().any(expected) {
                continue;
            }
            let name = format!("{} {}", entry.name, cell.variant);
            if rows.last().is_none_or(|row| row.name != name) {
                let found = vec![Vec::new(); WAYS.len()];
                let litmus = scenario.is_litmus();
                rows.push(Row { name, litmus, cells: 0, found });
            }
            let Some(row) = rows.last_mut() else { continue };
            row.cells += 1;
            let model = Arc::new(scenario.model(&cell).expect("a model"));
            for (found, (_, way)) in row.found.iter_mut().zip(WAYS) {
                found.extend(run(&model, way, index as u64));
            }
        }
    }
    let (litmus, races): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.litmus);
    let executions = |found: &(u64, Duration)| found.0 as f64;
    let milliseconds = |found: &(u64, Duration)| found.1.as_secs_f64() * 1e3;
    table("races: executions (statespace: states) to the first violation", &races, &executions, 0);
    table("races: milliseconds to the first violation", &races, &milliseconds, 2);
    table("litmus tests: executions (statespace: states)", &litmus, &executions, 0);
    println!(
        "\nin {:.0} s, {} s at most for each search",
        started.elapsed().as_secs_f64(),
        PATIENCE.as_secs()
    );
}

fn run(model: &Arc<Model>, way: Way, seed: u64) -> Found {
    let started = Instant::now();
    let limits = Limits { max_time: Some(PATIENCE), first_violation: true, ..Limits::default() };
    let budget = |limits| Budget::from(limits).with_clock(Arc::new(Stopwatch(started)));
    let (engine, budget) = match way {
        Way::Threads => return on_threads(model, seed, &budget(limits)),
        Way::Search(engine) => (engine, budget(limits)),
        Way::Draw(scheduler) => {
            let sampling = Sampling { seed, scheduler };
            let limits = Limits { sampling, max_executions: Some(u64::MAX), ..limits };
            (Engine::Random, budget(limits))
        }
    };
    if model.roles.len() > engine.max_cpus() {
        return None;
    }
    let outcome = engine.check(Arc::clone(model), &budget).expect("a search");
    let violated = outcome.properties.iter().any(|property| property.violating > 0);
    let explored = match outcome.explored {
        Explored::Executions { all, .. } => all,
        Explored::States { states, .. } => states,
    };
    violated.then(|| (explored, started.elapsed()))
}

fn on_threads(model: &Arc<Model>, seed: u64, budget: &Budget) -> Found {
    let settings = Settings { threads: NonZeroUsize::MIN, seed, yield_every: None };
    let (stressed, _) = stress(std::slice::from_ref(model), settings, budget);
    let seen = stressed.into_iter().flat_map(|stressed| stressed.seen);
    seen.filter(Seen::violates).map(|seen| (seen.first, seen.after)).min()
}

/// Prints the medians of one figure.
fn table(title: &str, rows: &[Row], figure: &dyn Fn(&(u64, Duration)) -> f64, digits: usize) {
    println!("\n{title}");
    print!("{:<47} {:>5}", "", "cells");
    WAYS.iter().for_each(|(name, _)| print!(" {name:>15}"));
    println!();
    for row in rows {
        print!("{:<47} {:>5}", row.name, row.cells);
        for found in &row.found {
            let mut figures: Vec<f64> = found.iter().map(figure).collect();
            figures.sort_by(f64::total_cmp);
            let words = match (figures.get(figures.len() / 2), figures.len() == row.cells) {
                (None, _) => "not found".to_owned(),
                (Some(median), true) => format!("{median:.digits$}"),
                (Some(median), false) => format!("{median:.digits$} ({} found)", figures.len()),
            };
            print!(" {words:>15}");
        }
        println!();
    }
    print!("{:<47} {:>5}", "found", rows.iter().map(|row| row.cells).sum::<usize>());
    for way in 0..WAYS.len() {
        print!(" {:>15}", rows.iter().map(|row| row.found[way].len()).sum::<usize>());
    }
    println!();
}
