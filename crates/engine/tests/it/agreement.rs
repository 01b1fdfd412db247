//! Does the state-space engine see what the others see? What it leaves out, against itself without leaving
//! anything out; its outcomes, against loom's.

use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, Explored, Outcome, loom, search};
use pmdrace_mm::MemoryModel;

use crate::catalogue::{cells, scenarios};

/// Verdicts, who violates, which goals are reached, which loops are given up.
pub(crate) fn shown(outcome: &Outcome) -> impl PartialEq + std::fmt::Debug + use<> {
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
    let (mut fewer, mut totals) = (0, (0, 0));
    for scenario in scenarios() {
        for (cell, model) in cells(&scenario, Some(memory)) {
            let reduced = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
            let whole = search::check_unreduced(Arc::clone(&model), &Budget::unlimited()).unwrap();
            assert_eq!(shown(&reduced), shown(&whole), "{cell}");
            // Not cell by cell: which histories are merged depends on the order in which they are learned.
            let (few, all) = (states(&reduced), states(&whole));
            totals = (totals.0 + few, totals.1 + all);
            fewer += usize::from(few < all);
            for (index, found) in reduced.properties.iter().enumerate() {
                let property = model.properties[index];
                let expected = scenario.expects_violation(&cell, property);
                assert_eq!(found.violating > 0, expected, "{cell} {}", property.name());
                let Some(example) = &found.shortest else {
                    assert_eq!(found.violating, 0, "{cell}: a violation without an execution");
                    continue;
                };
                let judged = model.judge(&example.events).violated_at[index];
                assert_eq!(judged, Some(example.at), "{cell}: {}", property.name());
                let unreduced = whole.properties[index].shortest.as_ref().unwrap();
                assert_eq!(example.events, unreduced.events, "{cell}");
            }
        }
    }
    assert!(totals.0 < totals.1, "{totals:?}");
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
fn the_reduction_is_safe_under_rc11() {
    leaves_out_nothing_that_matters(MemoryModel::Rc11);
}

/// Every everyday cell ends with the same outcomes on both engines.
fn ends_as_on_loom(memory: MemoryModel) {
    let (mut all, mut hidden) = (0, 0);
    for scenario in scenarios() {
        for (cell, model) in cells(&scenario, Some(memory)) {
            if scenario.is_slow_on_loom(&cell) {
                continue;
            }
            let loom = loom::finals(Arc::clone(&model), &Budget::unlimited()).unwrap();
            let states = search::finals(Arc::clone(&model), &Budget::unlimited()).unwrap();
            assert_eq!(states.cut, None, "{cell}");
            match loom.cut {
                None => assert_eq!(loom.set, states.set, "{cell}"),
                // It left something out, and says so; what it has is possible all the same.
                Some(Cut::LoomHiddenLoad | Cut::LoomOrder | Cut::LoomHistory) => {
                    assert!(loom.set.is_subset(&states.set), "{cell}");
                    hidden += 1;
                }
                // loom has no step that waits for a word.
                Some(Cut::LoomAwait) => continue,
                // loom ends at the first.
                Some(Cut::Deadlock) => {
                    assert!(states.deadlocks && loom.set.is_subset(&states.set), "{cell}");
                }
                cut => panic!("{cell}: {cut:?}"),
            }
            all += 1;
        }
    }
    assert!(all > 500 && hidden < all / 2, "{hidden} of {all}");
}

#[test]
fn outcomes_are_looms_under_sc() {
    ends_as_on_loom(MemoryModel::Sc);
}

#[test]
fn outcomes_are_looms_under_rc11() {
    ends_as_on_loom(MemoryModel::Rc11);
}
