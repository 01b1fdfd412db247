//! Steps that are run like any routine, against the same steps as a litmus test.

use std::sync::Arc;

use pmdrace_engine::{Budget, search};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::{CATALOGUE, Scenario};

use crate::catalogue::cells;

/// With a step that does nothing and is no primitive, all steps of a CPU are run by the interpreter.
#[test]
fn interpreted_steps_end_as_those_of_a_litmus_test() {
    let mut compared = 0;
    for shipped in CATALOGUE {
        let text = shipped.text;
        let straight = Scenario::parse(text).unwrap();
        let is_straight = |(_, model): &(_, Arc<Model>)| {
            model.roles.iter().all(|role| role.routine.steps().is_some())
        };
        if !straight.is_litmus() || !cells(&straight, None).all(|cell| is_straight(&cell)) {
            continue;
        }
        let interpreted = text.replace("steps = [\"", "steps = [\"if (0) return\", \"");
        assert_ne!(interpreted, text);
        let interpreted = Scenario::parse(&interpreted).unwrap();
        for memory in MemoryModel::ALL {
            let models = cells(&straight, Some(memory)).zip(cells(&interpreted, Some(memory)));
            for ((cell, one), (_, other)) in models {
                assert!(other.roles.iter().all(|role| role.routine.steps().is_none()));
                let ends = |model| {
                    let finals = search::finals(Arc::clone(model), &Budget::unlimited()).unwrap();
                    assert_eq!(finals.cut, None);
                    finals.set
                };
                assert_eq!(ends(&one), ends(&other), "{} {cell} {memory}", straight.name());
                compared += 1;
            }
        }
    }
    assert!(compared > 200, "{compared}");
}
