//! Each guard of the shipped routines protects something: with that one guard off, a cell that is expected to
//! hold is violated, or the routine's registry says why none is.

use std::sync::Arc;

use pmdrace_cli::explore::mutate;
use pmdrace_engine::{Budget, search};
use pmdrace_mm::routine::Registry;
use pmdrace_scenario::{CATALOGUE, Scenario};

use crate::program::pmdrace_in;
use crate::races::SMALL;

#[test]
fn every_guard_is_needed_by_some_scenario() {
    let scenarios: Vec<Scenario> =
        CATALOGUE.iter().map(|entry| Scenario::parse(entry.text).unwrap()).collect();
    let all: Vec<&Scenario> = scenarios.iter().collect();
    let mutations = mutate(&all, &|_| {}).unwrap();
    let guards: usize = Registry::shipped().iter().map(|spec| spec.guards.len()).sum();
    let of_routines =
        mutations.iter().filter(|mutation| mutation.guard.of == mutation.guard.routine);
    assert_eq!(of_routines.count(), guards, "some routine is in no scenario");
    assert!(mutations.len() > guards, "no steps have labels");
    for mutation in mutations {
        let name = format!("{} without {}", mutation.guard.of, mutation.guard.guard);
        assert!(!mutation.survives(), "nothing notices {name}");
        assert!(mutation.caught.is_none() || mutation.reason().is_none(), "{name} is caught");
        if let Some(caught) = mutation.caught {
            let judged = caught.model.judge(&caught.example.events).violated_at;
            assert!(judged.contains(&Some(caught.example.at)), "{name}");
        }
    }
}

/// One label of a pair leaves steps that cannot be run: the mistake is the scenario's, and told as one.
#[test]
fn steps_that_cannot_do_without_a_label_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let sb = CATALOGUE.iter().find(|entry| entry.name == "sb").unwrap().text;
    let text = sb.replacen(
        "args.steps = [",
        "args.steps = [\"take: rcu_read_lock()\", \"rcu_read_unlock()\", ",
        1,
    );
    std::fs::write(folder.path().join("t.toml"), text).unwrap();
    let ran = pmdrace_in(folder.path(), &["mutate", "t.toml", "--quiet"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(
        ran.err.contains("cannot do without take") && ran.err.contains("one label"),
        "{}",
        ran.err
    );
}

#[test]
fn undoing_the_fix_is_noticed() {
    let order = "set.splitter = { order = \"test-then-invalidate\"";
    assert_eq!(SMALL.matches(order).count(), 1);
    let undone = SMALL.replace(order, "set.splitter = { order = \"invalidate-then-test\"");
    let scenario = Scenario::parse(&undone).unwrap();
    let mut found = Vec::new();
    for cell in scenario.cells(None).into_iter().filter(|cell| cell.variant == "after") {
        let model = Arc::new(scenario.model(&cell).unwrap());
        let outcome = search::check(model, &Budget::unlimited()).unwrap();
        for (property, result) in scenario.properties().into_iter().zip(&outcome.properties) {
            if result.violating > 0 && !scenario.expects_violation(&cell, property) {
                found.push(format!("{} {cell}", property.name()));
            }
        }
    }
    assert!(found.iter().any(|f| f.starts_with("no-false-present after arm64@6.1 ")), "{found:?}");
}
