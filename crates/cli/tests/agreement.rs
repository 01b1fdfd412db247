//! Does the state-space engine see what the others see? What it leaves out, against itself without leaving
//! anything out; its outcomes, against loom's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, Explored, Outcome, loom, search};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::{CATALOGUE, CellKey, Scenario};

fn unlimited() -> Budget {
    Budget::unlimited()
}

/// Every applicable cell of the shipped scenarios, with its model.
fn cells(memory: Option<MemoryModel>) -> Vec<(CellKey, Arc<Model>, Vec<bool>)> {
    let scenarios = CATALOGUE.iter().map(|entry| Scenario::parse(entry.text).unwrap());
    let all = scenarios.flat_map(|scenario| {
        let cells = scenario.cells(memory).into_iter().filter(|cell| cell.not_applicable.is_none());
        cells
            .map(|cell| {
                let model = scenario.model(&cell).unwrap();
                let properties = model.properties.iter();
                let expected = properties.map(|p| scenario.expects_violation(&cell, *p)).collect();
                (cell, Arc::new(model), expected)
            })
            .collect::<Vec<_>>()
    });
    all.collect()
}

/// Verdicts, who violates, which goals are reached, which loops are given up.
fn shown(outcome: &Outcome) -> impl PartialEq + std::fmt::Debug + use<> {
    let verdicts = 0..outcome.properties.len();
    let verdicts: Vec<_> = verdicts.map(|index| outcome.verdict(index)).collect();
    let by: Vec<_> = outcome.properties.iter().map(|property| property.by.clone()).collect();
    let reached: Vec<bool> = outcome.goals.iter().map(|count| *count > 0).collect();
    (verdicts, by, reached, outcome.bounds.clone())
}

fn states(outcome: &Outcome) -> u64 {
    match outcome.explored {
        Explored::States { states, .. } => states,
        Explored::Executions { .. } => panic!("the engine counts states"),
    }
}

/// Leaving out orders and twins changes no verdict, and every counterexample is one.
fn leaves_out_nothing_that_matters(memory: MemoryModel) {
    let mut fewer = 0;
    for (cell, model, expected) in cells(Some(memory)) {
        let reduced = search::check(Arc::clone(&model), &unlimited()).unwrap();
        let whole = search::check_unreduced(Arc::clone(&model), &unlimited()).unwrap();
        assert_eq!(shown(&reduced), shown(&whole), "{cell}");
        assert!(states(&reduced) <= states(&whole), "{cell}");
        fewer += usize::from(states(&reduced) < states(&whole));
        for (index, found) in reduced.properties.iter().enumerate() {
            assert_eq!(found.violating > 0, expected[index], "{cell} {}", expected[index]);
            let Some(example) = &found.shortest else {
                assert_eq!(found.violating, 0, "{cell}: a violation without an execution");
                continue;
            };
            let judged = model.judge(&example.events).violated_at[index];
            assert_eq!(judged, Some(example.at), "{cell}: {}", model.properties[index].name());
            let unreduced = whole.properties[index].shortest.as_ref().unwrap();
            assert_eq!(example.events, unreduced.events, "{cell}");
        }
    }
    assert!(fewer > 1000, "the reduction reduces hardly anything: {fewer} cells");
}

#[test]
fn the_reduction_is_safe_under_sc() {
    leaves_out_nothing_that_matters(MemoryModel::Sc);
}

#[test]
fn the_reduction_is_safe_under_tso() {
    leaves_out_nothing_that_matters(MemoryModel::Tso);
}

#[test]
fn the_reduction_is_safe_under_weak() {
    leaves_out_nothing_that_matters(MemoryModel::Weak);
}

/// Every everyday cell ends with the same outcomes on both engines.
fn ends_as_on_loom(memory: MemoryModel) {
    let (mut all, mut hidden) = (0, 0);
    for (cell, model, _) in cells(Some(memory)).into_iter().filter(|(cell, ..)| !cell.long_on_loom)
    {
        let loom = loom::finals(Arc::clone(&model), &unlimited()).unwrap();
        let states = search::finals(Arc::clone(&model), &unlimited()).unwrap();
        assert_eq!(states.cut, None, "{cell}");
        match loom.cut {
            None => assert_eq!(loom.set, states.set, "{cell}"),
            // It left something out, and says so; what it has is possible all the same.
            Some(Cut::LoomHiddenLoad) => {
                assert!(loom.set.is_subset(&states.set), "{cell}");
                hidden += 1;
            }
            cut => panic!("{cell}: {cut:?}"),
        }
        all += 1;
    }
    assert!(all > 500 && hidden < all / 10, "{hidden} of {all}");
}

#[test]
fn outcomes_are_looms_under_sc() {
    ends_as_on_loom(MemoryModel::Sc);
}

#[test]
fn outcomes_are_looms_under_weak() {
    ends_as_on_loom(MemoryModel::Weak);
}
