//! The routines on real threads: every outcome that stress sees is one that the memory model permits, and on a
//! host with TSO one that TSO permits. And what the state-space engine says of an observation is checked on
//! executions whose answer is known.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::{Duration, Instant};

use pmdrace_engine::hardware::{Settings, Stressed, stress};
use pmdrace_engine::statespace::{self, Certainty, Explanation};
use pmdrace_engine::{Budget, Clock, Final, Observation};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::{CATALOGUE, CellKey, Scenario};

struct Watch(Instant);

impl Clock for Watch {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

fn budget(time: Duration) -> Budget {
    Budget { max_time: Some(time), ..Budget::unlimited(Arc::new(Watch(Instant::now()))) }
}

fn settings(seed: u64) -> Settings {
    Settings { threads: NonZeroUsize::MIN, seed, yield_every: None }
}

fn scenario(name: &str) -> Scenario {
    let entry = CATALOGUE.iter().find(|entry| entry.name == name).unwrap();
    Scenario::parse(entry.text).unwrap()
}

/// The applicable cells of a scenario with their models.
fn cells(scenario: &Scenario, memory: Option<MemoryModel>) -> Vec<(CellKey, Arc<Model>)> {
    let cells = scenario.cells(memory).into_iter().filter(|cell| cell.not_applicable.is_none());
    cells.map(|cell| (cell.clone(), Arc::new(scenario.model(&cell).unwrap()))).collect()
}

/// Whether a memory model permits what was seen.
fn permits(model: &Model, observation: &Observation) -> bool {
    match statespace::explain(model, observation).unwrap() {
        Explanation::Permitted(_) => true,
        Explanation::Forbidden => false,
    }
}

fn all_permitted(
    name: &str,
    (cell, model): &(CellKey, Arc<Model>),
    scenario: &Scenario,
    stressed: &Stressed,
) {
    assert_eq!(stressed.error, None, "{name} {cell}");
    let finals = statespace::finals(Arc::clone(model), &budget(Duration::from_secs(60))).unwrap();
    assert_eq!(finals.cut, None, "{name} {cell}");
    for seen in &stressed.seen {
        let Explanation::Permitted(found) = seen.explanation.as_ref().unwrap() else {
            panic!("{name} {cell}: {:?}", seen.observation);
        };
        assert!(finals.set.contains(&found.ends), "{name} {cell}: {:?}", found.ends);
        if cfg!(target_arch = "x86_64") && cell.memory == MemoryModel::Weak {
            let tso = CellKey { memory: MemoryModel::Tso, ..cell.clone() };
            let model = scenario.model(&tso).unwrap();
            assert!(permits(&model, &seen.observation), "{name} {cell}: not under tso");
        }
    }
}

/// How long each scenario is stressed.
const EACH: Duration = Duration::from_secs(2);

#[test]
fn what_stress_sees_is_permitted() {
    for entry in CATALOGUE {
        let scenario = Scenario::parse(entry.text).unwrap();
        let cells = cells(&scenario, None);
        let models: Vec<Arc<Model>> = cells.iter().map(|(_, model)| Arc::clone(model)).collect();
        let (stressed, _) = stress(&models, settings(1), &budget(EACH));
        let rounds: u64 = stressed.iter().map(|stressed| stressed.rounds).sum();
        let seen: usize = stressed.iter().map(|stressed| stressed.seen.len()).sum();
        eprintln!("{}: {} cells, {rounds} rounds, {seen} observations", entry.name, cells.len());
        assert!(rounds > 0, "{}", entry.name);
        for (cell, stressed) in cells.iter().zip(&stressed).filter(|(_, s)| s.rounds > 0) {
            all_permitted(entry.name, cell, &scenario, stressed);
        }
    }
}

/// Executions of weak memory, explained under it and under sc: what is found agrees with the execution, and with the
/// set of all outcomes.
#[test]
fn an_explanation_agrees_with_the_execution() {
    let (mut permitted, mut forbidden) = (0, 0);
    for entry in CATALOGUE {
        let scenario = Scenario::parse(entry.text).unwrap();
        for (cell, model) in
            cells(&scenario, Some(MemoryModel::Weak)).into_iter().step_by(7).take(6)
        {
            let sc = CellKey { memory: MemoryModel::Sc, ..cell.clone() };
            let sc = Arc::new(scenario.model(&sc).unwrap());
            let unlimited = Budget::unlimited(Arc::new(Watch(Instant::now())));
            let finals = (sc.roles.len() == 2)
                .then(|| statespace::finals(Arc::clone(&sc), &unlimited).unwrap().set);
            for events in statespace::interleavings(&model, 40).unwrap() {
                let observation = Observation::of(model.roles.len(), &events);
                let Explanation::Permitted(found) =
                    statespace::explain(&model, &observation).unwrap()
                else {
                    panic!("{}: {cell}: {events:#?}", entry.name);
                };
                let whole = statespace::explain_unreduced(&model, &observation).unwrap();
                let Explanation::Permitted(whole) = whole else { panic!("{}: {cell}", entry.name) };
                assert_eq!(found.violated, whole.violated, "{}: {cell}", entry.name);
                assert_eq!(found.reached, whole.reached, "{}: {cell}", entry.name);
                let ends = Final::of(&model, &events);
                assert_eq!(found.ends.observed, ends.observed, "{}: {cell}", entry.name);
                assert_eq!(found.ends.ends, ends.ends, "{}: {cell}", entry.name);
                let judged = model.judge(&events);
                for (index, at) in judged.violated_at.iter().enumerate() {
                    let expected = if at.is_some() { Certainty::No } else { Certainty::Certainly };
                    assert_ne!(found.violated[index], expected, "{}: {cell}", entry.name);
                    let example = found.examples[index].as_ref();
                    assert_eq!(example.is_some(), found.violated[index] != Certainty::No);
                    if let Some(example) = example {
                        assert_eq!(
                            Observation::of(model.roles.len(), &example.events),
                            observation
                        );
                        let at = model.judge(&example.events).violated_at[index];
                        assert_eq!(at, Some(example.at));
                    }
                }
                if let Some(finals) = &finals {
                    let permits = permits(&sc, &observation);
                    assert_eq!(permits, finals.contains(&ends), "{}: {cell}", entry.name);
                    permitted += usize::from(permits);
                    forbidden += usize::from(!permits);
                }
            }
        }
    }
    assert!(permitted > 100 && forbidden > 20, "{permitted} permitted, {forbidden} forbidden");
}

#[test]
fn the_founding_race_is_found_and_not_after_the_fix() {
    let scenario = scenario("split-migration-vs-gup-fast");
    for (variant, race) in [("before", true), ("after", false)] {
        let mut cells = cells(&scenario, None);
        cells.retain(|(cell, _)| cell.variant == variant && cell.arch == "arm64@6.1");
        let models: Vec<Arc<Model>> = cells.iter().map(|(_, model)| Arc::clone(model)).collect();
        let (stressed, _) = stress(&models, settings(2), &budget(Duration::from_secs(3)));
        let certain = |found: &Explanation| match found {
            Explanation::Permitted(found) => found.violated.contains(&Certainty::Certainly),
            Explanation::Forbidden => false,
        };
        let seen = stressed.iter().flat_map(|stressed| &stressed.seen);
        let found = seen.filter(|seen| certain(seen.explanation.as_ref().unwrap())).count();
        assert_eq!(found > 0, race, "{variant}: {found}");
    }
}
