//! Conditions on final memory in tests with a name: whose store is the last, asked without CPUs that read it.
//!
//! The answers are those of the literature: Maranget, Sarkar and Sewell, A Tutorial Introduction to the ARM and POWER
//! Relaxed Memory Models (2012), and of the axioms in `independent`.

use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, Limits, loom, search};
use pmdrace_mm::MemoryModel::{self, Armv8, Lkmm, Rc11, Rvwmo, Sc, Tso};
use pmdrace_mm::{Model, Op};
use pmdrace_scenario::Scenario;

use crate::catalogue::cells;

/// Each CPU stores to x and y, in opposite order: the first stores are the last ones.
const TWO_PLUS_TWO_W: [&str; 3] = ["W(x, 1) W(y, 2)", "W(y, 1) W(x, 2)", r"x=1 /\ y=1"];
/// The second CPU's store is the last, and it does not see the first CPU's earlier one.
const R: [&str; 3] = ["W(x, 1) W(y, 1)", "W(y, 2) r0=R(x)", r"y=2 /\ P1:r0=0"];
/// The second CPU sees the first one's second store, and its own is overwritten by the first.
const S: [&str; 3] = ["W(x, 2) W(y, 1)", "r0=R(y) W(x, 1)", r"x=2 /\ P1:r0=1"];

/// The test with a barrier between the steps of each CPU, or none.
fn test([first, second, exists]: [&str; 3], barrier: &str) -> Scenario {
    let steps = |all: &str| {
        let all = all.replace("W(", "WRITE_ONCE(").replace("=R(", " = READ_ONCE(");
        let (one, other) = all.split_once(") ").unwrap();
        let between = if barrier.is_empty() { String::new() } else { format!("\"{barrier}\", ") };
        format!("[\"{one})\", {between}\"{other}\"]")
    };
    let cpu = |name: &str, all| {
        format!("[[cpu]]\nname = \"{name}\"\nroutine = \"litmus\"\nargs.steps = {}\n", steps(all))
    };
    let text = format!(
        "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
         architectures = [\"arm64@6.1\"]\nmemory = [\"sc\"]\nexists = '{exists}'\n[source]\n\
         [state.word]\nx = 0\ny = 0\n{}{}[variant.v]\nabout = \"t\"\n\
         [goal.g]\noutcome = '~({exists})'\n",
        cpu("P0", first),
        cpu("P1", second)
    );
    Scenario::parse(&text).unwrap()
}

fn model(scenario: &Scenario, memory: MemoryModel) -> Arc<Model> {
    cells(scenario, Some(memory)).next().unwrap().1
}

#[test]
fn the_last_store_is_whose_the_memory_model_says() {
    let weak = [Rc11, Armv8, Rvwmo, Lkmm];
    let also_tso = [Tso, Rc11, Armv8, Rvwmo, Lkmm];
    let none = &[][..];
    for (asked, barrier, allowed) in [
        (TWO_PLUS_TWO_W, "", &weak[..]),
        (TWO_PLUS_TWO_W, "smp_wmb()", &[Rc11, Lkmm][..]),
        (TWO_PLUS_TWO_W, "smp_mb()", none),
        (R, "", &also_tso[..]),
        (R, "smp_mb()", none),
        (S, "", &weak[..]),
        (S, "smp_mb()", none),
    ] {
        let scenario = test(asked, barrier);
        for memory in MemoryModel::ALL {
            let model = model(&scenario, memory);
            let found = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
            let name = format!("{} {barrier} {memory}", asked[2]);
            assert_eq!(found.properties[0].violating > 0, allowed.contains(&memory), "{name}");
            assert!(found.goals[0] > 0, "{name}");
            let Some(example) = &found.properties[0].shortest else { continue };
            // It is shown whole: nothing of it is cut off behind the last step that counts.
            let stores = example.events.iter().filter(|e| matches!(e.op, Op::Write { .. }));
            assert_eq!(stores.count(), asked[..2].concat().matches("W(").count(), "{name}");
            let again = search::retell(&model, &example.events).unwrap();
            assert!(again.is_some(), "{name}");
        }
    }
}

/// What loom says under `sc` is the whole answer. Under `rc11` it gives up where it took the order in which it executed
/// stores for that of memory; it never finds what is forbidden.
#[test]
fn loom_says_the_same_of_the_last_store() {
    for asked in [TWO_PLUS_TWO_W, R, S] {
        for barrier in ["", "smp_mb()"] {
            let scenario = test(asked, barrier);
            for memory in [Sc, Rc11] {
                let model = model(&scenario, memory);
                let states = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
                let found = loom::check(model, &Budget::unlimited()).unwrap();
                let name = format!("{} {barrier} {memory}", asked[2]);
                let met = [&states, &found].map(|found| found.properties[0].violating > 0);
                assert!(met[0] || !met[1], "{name}");
                match found.cut {
                    None => assert_eq!(met[0], met[1], "{name}"),
                    Some(Cut::LoomOrder) => assert_eq!(memory, Rc11, "{name}"),
                    Some(cut) => panic!("{name}: {cut}"),
                }
            }
        }
    }
}

/// Counts do not depend on the number of threads, nor on how often one asks.
#[test]
fn an_answer_is_always_the_same() {
    let model = model(&test(TWO_PLUS_TWO_W, ""), Armv8);
    let ask = |threads: usize| {
        let threads = threads.try_into().unwrap();
        let budget = Budget::from(Limits { threads, ..Limits::default() });
        let found = search::check(Arc::clone(&model), &budget).unwrap();
        let property = &found.properties[0];
        let shown = property.shortest.as_ref().map(|example| example.events.clone());
        (property.violating, property.by.clone(), found.goals, shown)
    };
    let once = ask(1);
    assert_eq!(once.1.len(), 2, "the outcome is about words alone: {once:?}");
    assert!(ask(1) == once && ask(2) == once);
}

/// A register has the same last value however it is read, and in an execution that never ends, too.
#[test]
fn who_waits_forever_has_an_outcome() {
    for read in
        ["r0 = READ_ONCE(x)", "r0 = READ_ONCE(x) + 0", "r0 = READ_ONCE(x); r0 = READ_ONCE(x)"]
    {
        for asked in ["P0:r0=0", r"P0:r0=0 \/ P0:r0=0", r"P0:r0=0 /\ y=0"] {
            let text = format!(
                "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
                 architectures = [\"arm64@6.1\"]\nmemory = [\"sc\"]\nexists = '{asked}'\n[source]\n\
                 [state.word]\nx = 0\ny = 0\n\
                 [[cpu]]\nname = \"P0\"\nroutine = \"litmus\"\nargs.steps = \"{read}\"\n\
                 [[cpu]]\nname = \"P1\"\nroutine = \"litmus\"\n\
                 args.steps = \"smp_cond_load_relaxed(&y, VAL == 1)\"\n\
                 [variant.v]\nabout = \"t\"\n[goal.g]\noutcome = '{asked}'\n"
            );
            let scenario = Scenario::parse(&text).unwrap();
            for memory in MemoryModel::ALL {
                let model = model(&scenario, memory);
                for found in [
                    search::check(Arc::clone(&model), &Budget::unlimited()).unwrap(),
                    search::check_unreduced(Arc::clone(&model), &Budget::unlimited()).unwrap(),
                    search::sample(&model, &Budget::unlimited()).unwrap(),
                ] {
                    let outcome = found.properties[0].violating > 0;
                    assert!(outcome && found.goals[0] > 0, "{read} {asked} {memory}");
                }
            }
        }
    }
}
