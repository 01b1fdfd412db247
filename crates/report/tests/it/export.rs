//! Litmus tests for herd7: every scenario that is one can be written as one. Graphs: they have the edges that traces
//! have.

use std::sync::Arc;

use pmdrace_engine::{Budget, search};
use pmdrace_mm::MemoryModel;
use pmdrace_report::export::{DoesNotFit, dot, litmus};
use pmdrace_report::{About, Trace};
use pmdrace_scenario::{CATALOGUE, Scenario};

#[test]
fn a_trace_has_the_edges_of_its_graph() {
    let entry = CATALOGUE.iter().find(|entry| entry.name == "sb").unwrap();
    let scenario = Scenario::parse(entry.text).unwrap();
    let mut cells = scenario.cells(Some(MemoryModel::Tso)).into_iter();
    let cell = cells.find(|cell| cell.variant == "plain" && scenario.applies(cell)).unwrap();
    let model = Arc::new(scenario.model(&cell).unwrap());
    let found = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
    let violated = found.properties.iter().position(|found| found.shortest.is_some()).unwrap();
    let example = found.properties[violated].shortest.as_ref().unwrap();
    let trace = Trace::new(&scenario, &cell, &model, About::Property(violated), example, None);
    let told = trace.relations.iter().map(|edge| {
        let (name, word) = (edge.name, &trace.words[edge.word].name);
        format!("{name} {word} {} {}", edge.from, edge.to)
    });
    // Either CPU reads the initial value, which the other one overwrites.
    let told: Vec<String> = told.collect();
    for (read, written, word) in [(2, 4, "y"), (5, 7, "x")] {
        for edge in [
            format!("rf {word} 0 {read}"),
            format!("fr {word} {read} {written}"),
            format!("co {word} 0 {written}"),
        ] {
            assert!(told.contains(&edge), "{edge} is not in {told:?}");
        }
    }
    assert_eq!(told.len(), 6, "{told:?}");
    let graph = dot("t", &model, example);
    for name in ["rf", "fr", "co"] {
        let drawn = graph.matches(&format!("[label={name},")).count();
        assert_eq!(drawn, told.iter().filter(|edge| edge.starts_with(name)).count(), "{graph}");
    }
    // A report says what it said before: only the page of one execution draws edges.
    assert!(trace.slim().relations.is_empty());
}

#[test]
fn every_litmus_scenario_fits_and_no_race_does() {
    let mut all = String::new();
    for entry in CATALOGUE {
        let scenario = Scenario::parse(entry.text).unwrap();
        for cell in scenario.cells(None).into_iter().filter(|c| scenario.applies(c)) {
            let model = scenario.model(&cell).unwrap();
            match litmus(entry.name, &model) {
                Ok(text) => all.push_str(&text),
                Err(
                    DoesNotFit::Semaphore { .. }
                    | DoesNotFit::Waits { .. }
                    | DoesNotFit::Word { .. },
                ) => panic!("{cell}"),
                Err(DoesNotFit::Routine { .. } | DoesNotFit::Steps { .. }) => {
                    assert!(!scenario.is_litmus(), "{cell}");
                    break;
                }
            }
        }
    }
    for form in [
        "READ_ONCE(*x)",
        "READ_ONCE(*(x + (r0 ^ r0)))",
        "WRITE_ONCE(*(z + (r0 ^ r0)), 1)",
        "smp_load_acquire(x)",
        "WRITE_ONCE(*x, 1)",
        "smp_store_release(flag, 1)",
        "= xchg(x, 1)",
        "= xchg_relaxed(x, 1)",
        "smp_mb();",
        "smp_wmb();",
        "smp_rmb();",
        "spin_lock(ptl);",
        "spin_unlock(ptl);",
        "spinlock_t *ptl",
        "exists (0:r0=0 /\\ 1:r0=0)",
    ] {
        assert!(all.contains(form), "{form}");
    }
}

const FINAL_MEMORY: &str = include_str!("../fixtures/final-memory.toml");

/// The only cell of the scenario, with what it asks replaced.
fn asking(exists: &str) -> Result<String, DoesNotFit> {
    let text = FINAL_MEMORY.replace("exists = 'x=1'", &format!("exists = '{exists}'"));
    let scenario = Scenario::parse(&text).unwrap();
    litmus("final-memory", &scenario.model(&scenario.cells(None)[0]).unwrap())
}

#[test]
fn a_condition_is_written_with_all_its_connectives() {
    for (exists, written) in [
        ("x=1", "exists (x=1)"),
        (r"P0:r0=1 /\ x=2 /\ w-1=3", r"exists (0:r0=1 /\ x=2 /\ w_1=3)"),
        (r"P0:r0=1 /\ (x=2 \/ ~(w-1=1 /\ x=0))", r"exists (0:r0=1 /\ (x=2 \/ ~(w_1=1 /\ x=0)))"),
        ("~~x=1 => x!=2", r"exists (~(~(~x=1)) \/ ~x=2)"),
    ] {
        let text = asking(exists).unwrap();
        assert!(text.ends_with(&format!("\n{written}\n")), "{exists}: {text}");
    }
}

#[test]
fn what_no_litmus_test_has_is_not_asked_in_one() {
    let word = |name: &str| Err(DoesNotFit::Word { word: name.to_owned() });
    assert_eq!(asking("x=1 => pmd=none"), word("pmd"));
    assert_eq!(asking("F.refcount=1"), word("F.refcount"));
}
