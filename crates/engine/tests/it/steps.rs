//! Steps that are run like any routine, against the same steps as a litmus test.

use std::sync::Arc;

use pmdrace_engine::{Budget, search};
use pmdrace_mm::{MemoryModel, Model, Note, Op, Property, SyncOp};
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

/// A CPU without a step is judged by what it tells, under every memory model.
#[test]
fn steps_that_access_nothing_are_judged() {
    let text = FAULT.replace(
        "spin_lock(ptl); r0 = rcu_dereference(x); r1 = READ_ONCE(*r0); spin_unlock(ptl);",
        "r0 = 0; assert(r0);",
    );
    assert_ne!(text, FAULT);
    let scenario = Scenario::parse(&text).unwrap();
    for memory in MemoryModel::ALL {
        for (_, model) in cells(&scenario, Some(memory)) {
            let found = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
            assert!(found.goals.iter().all(|reached| *reached > 0), "{memory}: {:?}", found.goals);
            let broken = model.properties.iter().position(|p| *p == Property::NoBrokenAssertion);
            let broken = &found.properties[broken.unwrap()];
            let example = broken.shortest.as_ref().unwrap();
            assert!(matches!(example.events[example.at].op, Op::Note(Note::Assert { .. })));
            assert!(!example.events.iter().any(|event| event.op == Op::Sync(SyncOp::Mb)));
        }
    }
}

const FAULT: &str = "\
format = \"pmdrace-scenario/1\"
name = \"fault\"
title = \"t\"
why = \"t\"
architectures = [\"arm64@6.12\"]
memory = [\"sc\"]
properties = [\"no-broken-assertion\"]
[source]
[state]
lock = [\"ptl\"]
word.x = 0
[[cpu]]
name = \"faults\"
routine = \"litmus\"
args.steps = \"spin_lock(ptl); r0 = rcu_dereference(x); r1 = READ_ONCE(*r0); spin_unlock(ptl);\"
[[cpu]]
name = \"waits\"
routine = \"litmus\"
args.steps = \"spin_lock(ptl); r0 = 1; spin_unlock(ptl);\"
[variant.v]
about = \"t\"
[goal.read]
outcome.faults = { r0 = 0 }
[goal.unlocked]
outcome.waits = { r0 = 1 }
";

/// Both what was assigned before the fault and the lock that was held are there for goals and other CPUs.
#[test]
fn steps_that_use_an_address_of_nothing_end_there() {
    let scenario = Scenario::parse(FAULT).unwrap();
    for (_, model) in cells(&scenario, None) {
        let outcome = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
        assert!(outcome.cut.is_none() && outcome.bounds.is_empty(), "{:?}", outcome.bounds);
        assert!(outcome.goals.iter().all(|reached| *reached > 0), "{:?}", outcome.goals);
        let violating = |property: Property| {
            let index = model.properties.iter().position(|judged| *judged == property).unwrap();
            outcome.properties[index].violating
        };
        assert!(violating(Property::NoBrokenAssertion) > 0);
        assert_eq!(violating(Property::NoDeadlock), 0);
    }
}

/// A PTE that is initially a migration entry is decoded by its bits, where the model has such entries.
#[test]
fn a_pte_begins_as_a_migration_entry() {
    let text = "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
         architectures = [\"*@6.1\"]\nmemory = [\"sc\"]\n[source]\n[state]\n\
         page.P = { pfn = 0x12345, refcount = 1 }\npage.Q = { pfn = 0x12346, refcount = 1 }\n\
         pte.moved = { migration = \"P\" }\npte.mapped = { leaf = \"Q\" }\npte.empty = {}\n\
         [[cpu]]\nname = \"P0\"\nroutine = \"litmus\"\nargs.steps = \"\"\"\n\
         entry = ptep_get(moved);\n\
         r0 = !pte_none(entry) && !pte_present(entry) && is_migration_entry(entry);\n\
         r1 = pte_migration_page(entry) == P;\n\
         r2 = is_migration_entry(ptep_get(mapped)) || is_migration_entry(ptep_get(empty));\n\
         \"\"\"\n[variant.v]\nabout = \"t\"\n[goal.g]\noutcome.P0 = { r0 = 1, r1 = 1, r2 = 0 }\n";
    let scenario = Scenario::parse(text).unwrap();
    let (mut with, mut without) = (0, 0);
    for cell in scenario.cells(None) {
        match scenario.not_applicable(&cell) {
            Some(_) => without += 1,
            None => {
                let model = Arc::new(scenario.model(&cell).unwrap());
                let found = search::check(model, &Budget::unlimited()).unwrap();
                assert!(found.goals[0] > 0, "{cell}");
                with += 1;
            }
        }
    }
    assert!(with >= 5 && without >= 3, "{with} and {without}");
    let both = text.replace("migration = \"P\"", "migration = \"P\", leaf = \"P\"");
    let problems = Scenario::parse(&both).unwrap_err();
    assert!(problems[0].message.contains("one initial value"), "{problems:?}");
}
