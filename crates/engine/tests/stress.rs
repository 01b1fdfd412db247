//! The routines on real threads: every outcome that stress sees is one that the memory model permits, and on a
//! host with TSO one that TSO permits. And what the state-space engine says of an observation is checked on
//! executions whose answer is known.
//!
//! A test binary of its own: rounds on real threads show little while other tests keep the cores busy.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "it/catalogue.rs"]
mod catalogue;

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::{Duration, Instant};

use pmdrace_engine::hardware::{Settings, Stressed, stress};
use pmdrace_engine::search::{self, Certainty, Explanation};
use pmdrace_engine::{Budget, Clock, Final, Limits, Observation};
use pmdrace_mm::{CellKind, Event, MemoryModel, Model, Op, Property, Word};
use pmdrace_scenario::{CellKey, Scenario, by_name};

use catalogue::{cells, scenarios};

struct Stopwatch(Instant);

impl Clock for Stopwatch {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// So much time from now on.
fn from_now(time: Duration) -> Budget {
    let clock = Arc::new(Stopwatch(Instant::now()));
    Budget::from(Limits { max_time: Some(time), ..Limits::default() }).with_clock(clock)
}

fn scenario(name: &str) -> Scenario {
    Scenario::parse(by_name(name).unwrap().text).unwrap()
}

fn settings(seed: u64) -> Settings {
    Settings { threads: NonZeroUsize::MIN, seed, yield_every: None }
}

/// Whether a memory model permits what was seen.
fn permits(model: &Model, observation: &Observation) -> bool {
    match search::explain(model, observation).unwrap() {
        Explanation::Permitted(_) => true,
        Explanation::Forbidden => false,
    }
}

fn all_permitted(scenario: &Scenario, (cell, model): &(CellKey, Arc<Model>), stressed: &Stressed) {
    let name = scenario.name();
    assert_eq!(stressed.error, None, "{name} {cell}");
    let finals = search::finals(Arc::clone(model), &Budget::unlimited()).unwrap();
    assert_eq!(finals.cut, None, "{name} {cell}");
    for seen in &stressed.seen {
        let Explanation::Permitted(found) = seen.explanation.as_ref().unwrap() else {
            panic!("{name} {cell}: {:?}", seen.observation);
        };
        assert!(finals.set.contains(&found.ends), "{name} {cell}: {:?}", found.ends);
        if cfg!(target_arch = "x86_64") && cell.memory.is_relaxed() {
            let tso = CellKey { memory: MemoryModel::Tso, ..cell.clone() };
            let model = scenario.model(&tso).unwrap();
            assert!(permits(&model, &seen.observation), "{name} {cell}: not under tso");
        }
    }
}

/// How long each scenario is stressed.
const EACH: Duration = Duration::from_secs(2);
/// The most cells of a scenario for which there is time.
const CELLS: usize = 500;

#[test]
fn what_stress_sees_is_permitted() {
    for scenario in scenarios() {
        // A deadlock would block a thread.
        let stuck =
            |(cell, _): &(CellKey, _)| scenario.expects_violation(cell, Property::NoDeadlock);
        let cells: Vec<_> = cells(&scenario, None).filter(|cell| !stuck(cell)).collect();
        let every = cells.len().div_ceil(CELLS);
        let cells: Vec<_> = cells.into_iter().step_by(every).collect();
        let models: Vec<Arc<Model>> = cells.iter().map(|(_, model)| Arc::clone(model)).collect();
        let (stressed, _) = stress(&models, settings(1), &from_now(EACH));
        let rounds: u64 = stressed.iter().map(|stressed| stressed.rounds).sum();
        let seen: usize = stressed.iter().map(|stressed| stressed.seen.len()).sum();
        let name = scenario.name();
        eprintln!("{name}: {} cells, {rounds} rounds, {seen} observations", cells.len());
        assert!(rounds > 0, "{name}");
        for (cell, stressed) in cells.iter().zip(&stressed).filter(|(_, s)| s.rounds > 0) {
            all_permitted(&scenario, cell, stressed);
        }
    }
}

/// What is found of an execution agrees with the execution, and with a search that leaves no order out.
fn agrees(name: &str, model: &Model, events: &[Event]) -> Observation {
    let observation = Observation::of(model.roles.len(), events);
    let explain = |explanation| match explanation {
        Explanation::Permitted(found) => found,
        Explanation::Forbidden => panic!("{name}: {events:#?}"),
    };
    let found = explain(search::explain(model, &observation).unwrap());
    let whole = explain(search::explain_unreduced(model, &observation).unwrap());
    assert_eq!((&found.violated, &found.reached), (&whole.violated, &whole.reached), "{name}");
    assert_eq!(found.ends, Final::of(model, events), "{name}");
    for (index, at) in model.judge(events).violated_at.iter().enumerate() {
        let wrong = if at.is_some() { Certainty::No } else { Certainty::Certainly };
        assert_ne!(found.violated[index], wrong, "{name}");
        let example = found.examples[index].as_ref();
        assert_eq!(example.is_some(), found.violated[index] != Certainty::No, "{name}");
        if let Some(example) = example {
            assert_eq!(Observation::of(model.roles.len(), &example.events), observation, "{name}");
            assert_eq!(model.judge(&example.events).violated_at[index], Some(example.at), "{name}");
        }
    }
    observation
}

/// Executions of each memory model explained under it, and those of weak memory under sc, which permits just
/// those whose outcome is one of its own.
#[test]
fn an_explanation_agrees_with_the_execution() {
    let (mut permitted, mut forbidden) = (0, 0);
    for scenario in scenarios() {
        let some = cells(&scenario, Some(MemoryModel::Rc11)).step_by(7).take(6);
        for (weak, _) in some {
            let model = |memory| {
                let cell = CellKey { memory, ..weak.clone() };
                Arc::new(scenario.model(&cell).unwrap())
            };
            let name = format!("{}: {weak}", scenario.name());
            let sc = model(MemoryModel::Sc);
            let finals = (sc.roles.len() == 2)
                .then(|| search::finals(Arc::clone(&sc), &Budget::unlimited()).unwrap().set);
            for memory in [MemoryModel::Rc11, MemoryModel::Tso, MemoryModel::Sc] {
                let model = model(memory);
                for (events, _) in search::interleavings(&model, 40).unwrap() {
                    // On real threads nobody comes to the end of a deadlock.
                    if events.iter().any(|event| matches!(event.op, Op::Stuck(_))) {
                        continue;
                    }
                    let observation = agrees(&name, &model, &events);
                    if let (MemoryModel::Rc11, Some(finals)) = (memory, &finals) {
                        let permits = permits(&sc, &observation);
                        assert_eq!(permits, finals.contains(&Final::of(&model, &events)), "{name}");
                        permitted += usize::from(permits);
                        forbidden += usize::from(!permits);
                    }
                }
            }
        }
    }
    assert!(permitted > 100 && forbidden > 20, "{permitted} permitted, {forbidden} forbidden");
}

/// A count that no order of steps leads to is forbidden, whatever the tests of it said.
#[test]
fn a_count_that_cannot_be_is_forbidden() {
    let scenario = scenario("migrate-vs-gup-fast");
    let (_, model) = cells(&scenario, None).next().unwrap();
    let (events, _) = search::interleavings(&model, 1).unwrap().remove(0);
    let changed = events.iter().find_map(|event| match event.op {
        Op::Rmw { at, old, .. } if model.cells[at.0].kind == CellKind::Counter => {
            Some((event.cpu, old))
        }
        _ => None,
    });
    let (cpu, was) = changed.unwrap();
    let mut observation = agrees("migrate-vs-gup-fast", &model, &events);
    let word = observation.0[cpu].iter_mut().find(|word| **word == was).unwrap();
    *word = Word::new(was.bits + 4, was.means());
    assert!(!permits(&model, &observation));
}

#[test]
fn the_founding_race_is_found_and_not_after_the_fix() {
    let scenario = scenario("split-migration-vs-gup-fast");
    for (variant, race) in [("before", true), ("after", false)] {
        let cells = cells(&scenario, None);
        let cells = cells.filter(|(cell, _)| cell.variant == variant && cell.arch == "arm64@6.1");
        let models: Vec<Arc<Model>> = cells.map(|(_, model)| model).collect();
        let (stressed, _) = stress(&models, settings(2), &from_now(Duration::from_secs(3)));
        let certain = |found: &Explanation| match found {
            Explanation::Permitted(found) => found.violated.contains(&Certainty::Certainly),
            Explanation::Forbidden => false,
        };
        let seen = stressed.iter().flat_map(|stressed| &stressed.seen);
        let found = seen.filter(|seen| certain(seen.explanation.as_ref().unwrap())).count();
        assert_eq!(found > 0, race, "{variant}: {found}");
    }
}
