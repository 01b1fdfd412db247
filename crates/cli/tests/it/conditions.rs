//! Conditions on final memory, from a scenario to what a user gets: an explanation, a trace that replays, and a litmus
//! test that has the same answer by the axioms.

use std::fs;
use std::sync::Arc;

use pmdrace_cli::explore::{Replayed, replay};
use pmdrace_engine::{Budget, search};
use pmdrace_litmus::{Limits, Observation, Release, read};
use pmdrace_mm::MemoryModel;
use pmdrace_report::{Record, export};
use pmdrace_scenario::Scenario;

use crate::program::{Ran, pmdrace_in};

const STORES: &str = include_str!("../fixtures/stores.toml");

/// What is asked of the stores, of which some is possible under every memory model and some under none.
const ASKED: [&str; 10] = [
    r"x=1 /\ y=1",
    r"x=1 \/ y=1",
    r"~(x=2 \/ y=2)",
    r"x=2 /\ y=2 /\ P1:r0=1",
    r"x=2 /\ ~P1:r0=1",
    r"[x]=1 => P1:r0=0",
    r"x!=1 /\ x!=2",
    r"P1:r0=1 /\ y=2",
    r"P1:r0=2",
    r"(x=1 /\ y=2) \/ (x=2 /\ P1:r0=0)",
];

fn asking(exists: &str) -> Scenario {
    Scenario::parse(&STORES.replace(r"exists = 'x=1 /\ y=1'", &format!("exists = '{exists}'")))
        .unwrap()
}

#[test]
fn an_exported_condition_has_the_same_answer_by_the_axioms_of_the_kernel() {
    let (mut possible, mut impossible) = (0, 0);
    for exists in ASKED {
        let scenario = asking(exists);
        for cell in scenario.cells(Some(MemoryModel::Lkmm)) {
            let model = Arc::new(scenario.model(&cell).unwrap());
            let text = export::litmus("stores", &model).unwrap();
            let test = read(&text).unwrap();
            let limits = Limits { histories: 1 << 20, stop: &|| false };
            let axioms = pmdrace_litmus::MemoryModel::Lkmm(Release::V6_12);
            let seen = axioms.observe(&test, &limits).unwrap() != Observation::Never;
            let found = search::check(model, &Budget::unlimited()).unwrap();
            assert_eq!(found.properties[0].violating > 0, seen, "{exists} {cell}\n{text}");
            if seen { possible += 1 } else { impossible += 1 }
        }
    }
    assert!(possible > 10 && impossible > 5, "{possible} and {impossible}");
}

/// The order of stores in memory is no part of a trace, and the execution that replays has one as asked.
#[test]
fn a_trace_of_final_memory_replays_under_every_memory_model() {
    let (mut replayed, mut overtaken) = (0, 0);
    for exists in ASKED {
        let scenario = asking(exists);
        for memory in MemoryModel::ALL {
            for cell in scenario.cells(Some(memory)) {
                let model = Arc::new(scenario.model(&cell).unwrap());
                let found = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
                let Some(example) = &found.properties[0].shortest else { continue };
                let from = ("pmdrace test", "stores", "0");
                let record = Record::new(&model, example, ("no-outcome", true), from, &cell);
                let again = replay(&record, &model).unwrap();
                assert!(matches!(again, Replayed::Reproduced(..)), "{exists} {cell}: {again:?}");
                replayed += 1;
                let events = 0..example.events.len();
                let late = |at: &usize| example.order.overtaken(&example.events, *at).is_some();
                overtaken += usize::from(events.filter(late).count() > 0);
            }
        }
    }
    assert!(replayed > 50 && overtaken > 0, "{replayed}, {overtaken}");
}

#[test]
fn an_explanation_names_the_words_and_registers_with_their_last_values() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("stores.toml"), STORES).unwrap();
    let args = ["check", "stores.toml", "--variant=plain", "--memory=rc11", "--engine=statespace"];
    let Ran { out: text, .. } = pmdrace_in(folder.path(), &args);
    assert!(text.contains("cause  x=1, y=1: "), "{text}");
    let entry = STORES
        .replace("[state.word]", "[state.pmd]\npmd = { none = true }\n\n[state.word]")
        .replace(r"x=1 /\ y=1", r"pmd=none /\ (x=1 \/ P1:r0=7)");
    fs::write(folder.path().join("stores.toml"), entry).unwrap();
    let Ran { out: text, .. } = pmdrace_in(folder.path(), &args);
    assert!(text.contains("cause  pmd=0 (nothing), x=1, P1:r0="), "{text}");
}

#[test]
fn what_can_never_be_met_does_not_apply() {
    let folder = tempfile::tempdir().unwrap();
    for (exists, applies) in [("x=3", false), ("x=3 /\\ y=1", false), ("~x=0", true), ("x=0", true)]
    {
        let text = STORES.replace(r"x=1 /\ y=1", exists);
        fs::write(folder.path().join("stores.toml"), text).unwrap();
        for engine in ["statespace", "loom"] {
            let cell =
                ["check", "stores.toml", "--variant=plain", "--memory=sc", "--engine", engine];
            let said = pmdrace_in(folder.path(), &cell).out;
            assert_eq!(!said.contains("n/a          no-outcome"), applies, "{exists}: {said}");
        }
    }
}

#[test]
fn a_mistake_in_a_condition_is_told_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let text = STORES.replace(r"x=1 /\ y=1", r"x=1 /\ z=1");
    fs::write(folder.path().join("stores.toml"), text).unwrap();
    let Ran { code, err: said, .. } = pmdrace_in(folder.path(), &["lint", "stores.toml"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("unknown word `z`") && said.contains("7:18"), "{said}");
}
