//! Litmus tests about which an engine was wrong, found at random or in published suites, and what RC11
//! or the kernel's model says of them.

use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, Verdict, loom, search};
use pmdrace_mm::{MemoryModel, Model, Property};
use pmdrace_scenario::Scenario;

use super::compare;
use crate::catalogue::cells;
use crate::independent::{instructions, lkmm};

/// A litmus test of these CPUs, about an outcome.
pub(crate) fn scenario(cpus: &[&str], outcome: &str) -> Scenario {
    Scenario::parse(&text(cpus, outcome)).unwrap()
}

fn text(cpus: &[&str], outcome: &str) -> String {
    let cpu = |(index, steps): (usize, &&str)| {
        let steps: Vec<&str> = steps.split("; ").collect();
        format!("[[cpu]]\nname = \"P{index}\"\nroutine = \"litmus\"\nargs.steps = {steps:?}\n")
    };
    let cpus: String = cpus.iter().enumerate().map(cpu).collect();
    let goal = outcome.lines().next().unwrap();
    format!(
        "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
         architectures = [\"arm64@6.1\"]\nmemory = [\"sc\", \"tso\", \"rc11\"]\n[source]\n\
         [state]\nlock = [\"l\", \"m\"]\n[state.word]\nx = 0\ny = 0\nz = 0\n{cpus}\
         [variant.v]\nabout = \"t\"\n[exists]\n{outcome}\n[goal.g]\noutcome.{goal}\n"
    )
}

fn rc11(scenario: &Scenario) -> Arc<Model> {
    cells(scenario, Some(MemoryModel::Rc11)).next().unwrap().1
}

/// Whether the outcome occurs under `rc11`; everything that can run the test agrees about all its outcomes.
pub(super) fn occurs(cpus: &[&str], outcome: &str) -> bool {
    let scenario = scenario(cpus, outcome);
    compare::everywhere(&scenario, false, true).unwrap();
    let found = search::check(rc11(&scenario), &Budget::unlimited()).unwrap();
    found.properties[0].violating > 0
}

/// Whether the outcome occurs under `armv8`; its axioms agree about all outcomes, and so do those of `rvwmo`.
fn on_armv8(cpus: &[&str], outcome: &str) -> bool {
    let scenario = scenario(cpus, outcome);
    let [armv8, rvwmo] = [MemoryModel::Armv8, MemoryModel::Rvwmo]
        .map(|memory| cells(&scenario, Some(memory)).next().unwrap().1);
    for model in [&armv8, &rvwmo] {
        let found = search::finals(Arc::clone(model), &Budget::unlimited()).unwrap();
        assert_eq!(found.set, instructions::outcomes(model));
    }
    let found = search::check(armv8, &Budget::unlimited()).unwrap();
    found.properties[0].violating > 0
}

/// Why loom's search of it under `rc11` was not complete.
pub(super) fn cut_on_loom(cpus: &[&str], outcome: &str) -> Option<Cut> {
    let found = loom::check(rc11(&scenario(cpus, outcome)), &Budget::unlimited()).unwrap();
    assert_eq!(found.cut.is_some(), found.verdict(0) == Verdict::Inconclusive);
    found.cut
}

/// A CPU that has promised what it stores after an update cannot keep the promise once another store comes between.
#[test]
fn a_promise_that_an_update_would_break_is_seen_by_nobody() {
    let promises = |to: &str, value: u8| {
        format!("r0 = xchg_relaxed(x, {value}); r1 = r0 + 7; WRITE_ONCE({to}, r1)")
    };
    let (y, z) = (promises("y", 2), promises("z", 3));
    let sees = "r0 = READ_ONCE(y); r1 = READ_ONCE(z)";
    let first = "P0 = { r0 = 7 }\nP1 = { r0 = 0 }";
    assert!(!on_armv8(&[sees, "r0 = xchg_relaxed(x, 1)", &y], first));
    assert!(!on_armv8(&[sees, &y, &z], "P0 = { r0 = 7, r1 = 7 }"));
    assert!(on_armv8(&[sees, "WRITE_ONCE(x, 1)", &y], "P0 = { r0 = 7 }"));
    let scenario = scenario(&[sees, "WRITE_ONCE(x, 1)", &y], "P0 = { r0 = 7 }");
    let (_, model) = cells(&scenario, Some(MemoryModel::Armv8)).next().unwrap();
    let deadlock = model.properties.iter().position(|p| *p == Property::NoDeadlock).unwrap();
    let budget = Budget::unlimited();
    for found in [
        search::check(Arc::clone(&model), &budget).unwrap(),
        search::check_unreduced(Arc::clone(&model), &budget).unwrap(),
        search::sample(&model, &budget).unwrap(),
    ] {
        assert_eq!(found.properties[deadlock].violating, 0);
    }
}

#[test]
fn two_exchanges_are_seen_in_different_orders() {
    let writers = ["r0 = xchg(x, 1)", "r0 = xchg(y, 1)"];
    let readers = [
        "r0 = READ_ONCE(x); smp_rmb(); r1 = READ_ONCE(y)",
        "r0 = READ_ONCE(y); smp_rmb(); r1 = READ_ONCE(x)",
    ];
    let outcome = "P2 = { r0 = 1, r1 = 0 }\nP3 = { r0 = 1, r1 = 0 }";
    assert!(occurs(&[writers[0], writers[1], readers[0], readers[1]], outcome));
}

#[test]
fn an_update_reads_an_old_store_though_loom_has_no_such_execution() {
    let cpus = ["WRITE_ONCE(x, 1); WRITE_ONCE(y, 1)", "r0 = READ_ONCE(y); r1 = xchg_relaxed(x, 2)"];
    let outcome = "P1 = { r0 = 1, r1 = 0 }";
    assert!(occurs(&cpus, outcome));
    assert_eq!(cut_on_loom(&cpus, outcome), Some(Cut::LoomOrder));
    // Through another update.
    let cpus =
        ["WRITE_ONCE(z, 1); r0 = xchg_relaxed(x, 2)", "WRITE_ONCE(x, 3); r0 = xchg_relaxed(z, 4)"];
    let outcome = "P0 = { r0 = 0 }\nP1 = { r0 = 0 }";
    assert!(occurs(&cpus, outcome));
    assert_eq!(cut_on_loom(&cpus, outcome), Some(Cut::LoomOrder));
}

/// CPU0 accesses an auxiliary word before CPU1, so loom executes what is before it earlier than what is behind it there.
#[test]
fn an_update_or_barrier_comes_before_what_an_auxiliary_word_led_there() {
    let cut = |steps: &[&str], outcome: &str| {
        let aux = "[state.aux]\na = 0\n[state.word]";
        let text = text(steps, outcome).replace("[state.word]", aux);
        let model = rc11(&Scenario::parse(&text).unwrap());
        let found = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
        assert!(found.properties[0].violating > 0, "{steps:?}");
        loom::check(model, &Budget::unlimited()).unwrap().cut
    };
    let steps = ["WRITE_ONCE(z, 2); r0 = READ_ONCE(a)", "WRITE_ONCE(a, 1); r0 = xchg(z, 1)"];
    assert_eq!(cut(&steps, "P0 = { r0 = 0 }\nP1 = { r0 = 0 }"), Some(Cut::LoomOrder));
    // A barrier need not take over what the one before it left, where a third CPU passes on what it does not order.
    let steps = [
        "WRITE_ONCE(x, 1); smp_mb(); WRITE_ONCE(y, 1); WRITE_ONCE(a, 1)",
        "r1 = READ_ONCE(a); smp_mb(); r0 = READ_ONCE(x); r2 = READ_ONCE(z)",
        "r0 = READ_ONCE(y); WRITE_ONCE(z, 1)",
    ];
    assert_eq!(cut(&steps, "P1 = { r0 = 0, r1 = 1 }"), Some(Cut::LoomOrder));
}

/// loom may execute CPU0's store after the one that CPU0 then reads.
#[test]
fn a_store_is_not_the_last_if_its_cpu_reads_another_later() {
    let cpus = ["WRITE_ONCE(y, 1); r0 = READ_ONCE(y)", "WRITE_ONCE(y, 3)"];
    for (last, violating) in [(1, false), (3, true)] {
        let asked = format!("P0 = {{ r0 = 3 }}\nmemory = {{ y = {last} }}");
        let model = rc11(&scenario(&cpus, &asked));
        for check in [search::check, loom::check] {
            let found = check(Arc::clone(&model), &Budget::unlimited()).unwrap();
            assert_eq!(found.properties[0].violating > 0, violating, "y = {last}");
            assert_eq!(found.cut, None);
        }
    }
}

#[test]
fn loom_finishes_where_updates_and_barriers_have_one_order() {
    let cpus = [
        "spin_lock(l); WRITE_ONCE(x, 1); WRITE_ONCE(y, 1); spin_unlock(l)",
        "spin_lock(l); r0 = READ_ONCE(y); r1 = xchg(x, 2); spin_unlock(l)",
    ];
    let outcome = "P1 = { r0 = 1, r1 = 0 }";
    assert!(!occurs(&cpus, outcome));
    assert_eq!(cut_on_loom(&cpus, outcome), None);
}

#[test]
fn an_update_does_not_read_a_store_older_than_the_cpus_own() {
    let cpus = ["WRITE_ONCE(y, 1); r0 = xchg_relaxed(y, 3)", "r0 = xchg_relaxed(y, 2)"];
    assert!(!occurs(&cpus, "P0 = { r0 = 2 }\nP1 = { r0 = 0 }"));
}

#[test]
fn an_update_does_not_overtake_a_store_that_a_lock_hands_on() {
    let cpus = [
        "r0 = xchg(x, 1)",
        "spin_lock(l); r0 = READ_ONCE(z); r1 = READ_ONCE(x); WRITE_ONCE(z, 1); spin_unlock(l)",
        "WRITE_ONCE(x, 3); spin_lock(l); r0 = READ_ONCE(z); spin_unlock(l)",
    ];
    assert!(!occurs(&cpus, "P0 = { r0 = 0 }\nP1 = { r1 = 1 }\nP2 = { r0 = 0 }"));
}

#[test]
fn a_store_behind_a_barrier_carries_what_earlier_barriers_left() {
    let cpus = [
        "WRITE_ONCE(x, 1); smp_mb(); WRITE_ONCE(y, 1)",
        "r0 = smp_load_acquire(y); r1 = READ_ONCE(z)",
        "WRITE_ONCE(z, 1); smp_mb(); r0 = READ_ONCE(x)",
    ];
    assert!(!occurs(&cpus, "P1 = { r0 = 1, r1 = 0 }\nP2 = { r0 = 0 }"));
}

/// CPU1's load under the lock is the last one before CPU0's exchange, which cannot come before it.
#[test]
fn a_load_under_a_lock_hides_that_of_another_cpu_from_loom() {
    let cpus = [
        "spin_lock(l); r0 = xchg(z, 1); spin_unlock(l)",
        "spin_lock(l); r0 = READ_ONCE(z); spin_unlock(l)",
        "smp_store_release(z, 2); r0 = READ_ONCE(z)",
    ];
    let scenario = scenario(&cpus, "P0 = { r0 = 2 }\nP1 = { r0 = 2 }\nP2 = { r0 = 1 }");
    compare::everywhere(&scenario, false, true).unwrap();
    let (_, model) = cells(&scenario, Some(MemoryModel::Tso)).next().unwrap();
    let found = loom::check(model, &Budget::unlimited()).unwrap();
    assert_eq!(found.cut, Some(Cut::LoomHiddenLoad));
}

/// Whether the outcome occurs under `lkmm`, where the machine and the axioms agree about all outcomes.
fn occurs_in_the_kernel(cpus: &[&str], outcome: &str) -> bool {
    let scenario = scenario(cpus, outcome);
    let model = cells(&scenario, Some(MemoryModel::Lkmm)).next().unwrap().1;
    assert_eq!(lkmm::differences(&model), Some([Vec::new(), Vec::new()]), "{cpus:?}");
    let found = search::check(model, &Budget::unlimited()).unwrap();
    found.properties[0].violating > 0
}

#[test]
fn a_reader_may_leave_before_it_has_read() {
    let writer = "r0 = smp_load_acquire(y); WRITE_ONCE(x, 1)";
    let outcome = "P0 = { r0 = 1 }\nP1 = { r0 = 1 }";
    for (reader, possible) in [
        ("r0 = READ_ONCE(x); WRITE_ONCE(y, 1)", true),
        ("r0 = READ_ONCE(x); smp_rmb(); WRITE_ONCE(y, 1)", true),
        ("r0 = READ_ONCE(x); WRITE_ONCE(y, r0)", false),
        ("r0 = READ_ONCE(x); smp_store_release(y, 1)", false),
        ("r0 = smp_load_acquire(x); WRITE_ONCE(y, 1)", false),
    ] {
        assert_eq!(occurs_in_the_kernel(&[reader, writer], outcome), possible, "{reader}");
    }
}

#[test]
fn a_write_barrier_orders_no_reads() {
    let last = "r0 = READ_ONCE(y); smp_rmb(); r1 = READ_ONCE(x)";
    let outcome = "P1 = { r0 = 1 }\nP2 = { r0 = 1, r1 = 0 }";
    for (middle, possible) in [
        ("r0 = READ_ONCE(x); WRITE_ONCE(y, 1)", true),
        ("r0 = READ_ONCE(x); smp_wmb(); WRITE_ONCE(y, 1)", true),
        ("r0 = READ_ONCE(x); smp_store_release(y, 1)", false),
    ] {
        let cpus = ["WRITE_ONCE(x, 1)", middle, last];
        assert_eq!(occurs_in_the_kernel(&cpus, outcome), possible, "{middle}");
    }
    let outcome = "P0 = { r0 = 2 }\nP1 = { r0 = 2 }";
    let both = [
        "WRITE_ONCE(x, 2); smp_wmb(); WRITE_ONCE(y, 1); r0 = READ_ONCE(y)",
        "WRITE_ONCE(y, 2); smp_wmb(); WRITE_ONCE(x, 1); r0 = READ_ONCE(x)",
    ];
    assert!(occurs_in_the_kernel(&both, outcome));
}

#[test]
fn a_full_barrier_is_global() {
    let cpus = [
        "WRITE_ONCE(x, 1); smp_mb(); WRITE_ONCE(y, 1)",
        "r0 = smp_load_acquire(y); WRITE_ONCE(z, 1)",
        "r0 = smp_load_acquire(z); r1 = READ_ONCE(x)",
    ];
    let outcome = "P1 = { r0 = 1 }\nP2 = { r0 = 1, r1 = 0 }";
    assert!(!occurs_in_the_kernel(&cpus, outcome));
    let without = [cpus[0].replace("smp_mb", "smp_wmb"), cpus[1].to_owned(), cpus[2].to_owned()];
    assert!(occurs_in_the_kernel(&without.each_ref().map(String::as_str), outcome));

    let cpus = [
        "WRITE_ONCE(x, 1); smp_mb(); WRITE_ONCE(y, 1)",
        "r0 = smp_load_acquire(y); r1 = READ_ONCE(z)",
        "WRITE_ONCE(z, 1); smp_mb(); r0 = READ_ONCE(x)",
    ];
    assert!(!occurs_in_the_kernel(&cpus, "P1 = { r0 = 1, r1 = 0 }\nP2 = { r0 = 0 }"));
}

#[test]
fn a_release_carries_what_was_read_before() {
    let cpus = [
        "WRITE_ONCE(x, 2); smp_store_release(y, 1)",
        "r0 = READ_ONCE(y); smp_store_release(x, 1); r1 = READ_ONCE(x)",
    ];
    assert!(!occurs_in_the_kernel(&cpus, "P1 = { r0 = 1, r1 = 2 }"));
}

#[test]
fn a_lock_hands_over_what_was_stored_under_it() {
    let cpus = [
        "spin_lock(l); WRITE_ONCE(x, 1); spin_unlock(l)",
        "spin_lock(l); r0 = READ_ONCE(x); WRITE_ONCE(y, 1); spin_unlock(l)",
        "r0 = READ_ONCE(y); smp_rmb(); r1 = READ_ONCE(x)",
    ];
    assert!(!occurs_in_the_kernel(&cpus, "P1 = { r0 = 1 }\nP2 = { r0 = 1, r1 = 0 }"));
}

#[test]
fn a_grace_period_carries_what_it_waited_for() {
    let cpus = [
        "rcu_read_lock(); r0 = READ_ONCE(z); WRITE_ONCE(x, 1); rcu_read_unlock()",
        "WRITE_ONCE(z, 1); synchronize_rcu(); WRITE_ONCE(y, 1)",
        "r0 = smp_load_acquire(y); r1 = READ_ONCE(x)",
    ];
    assert!(!occurs_in_the_kernel(&cpus, "P0 = { r0 = 0 }\nP2 = { r0 = 1, r1 = 0 }"));
}

#[test]
fn a_store_passes_what_waits_for_a_read() {
    let last = "r0 = xchg(x, 2); r1 = xchg_relaxed(y, 5)";
    for (first, seen) in [
        ("r0 = xchg_relaxed(y, 2); WRITE_ONCE(y, r0); WRITE_ONCE(x, 3)", 3),
        ("r0 = xchg_relaxed(y, 2); smp_store_release(y, 3); WRITE_ONCE(x, 4)", 4),
    ] {
        let outcome = format!("P0 = {{ r0 = 5 }}\nP1 = {{ r0 = {seen}, r1 = 0 }}");
        assert!(occurs_in_the_kernel(&[first, last], &outcome), "{first}");
    }
}

#[test]
fn a_store_that_concerns_nobody_else_holds_back_no_promise() {
    let last = "r0 = READ_ONCE(y); smp_mb(); WRITE_ONCE(x, 1)";
    let outcome = "P0 = { r0 = 1 }\nP1 = { r0 = 1 }";
    let first = |store: &str| {
        let first = format!("r0 = READ_ONCE(x); {store}; smp_wmb(); WRITE_ONCE(y, 1)");
        on_armv8(&[&first, last], outcome)
    };
    assert!(first("WRITE_ONCE(z, 1)"));
    assert!(first("r1 = xchg_relaxed(z, 1)"));
    assert!(!first("WRITE_ONCE(z, r0)"));
    assert!(!first("WRITE_ONCE(z, r0); WRITE_ONCE(z, 1)"));
    assert!(!first("smp_store_release(z, 1)"));
    assert!(!first("r1 = xchg(z, 1)"));
}

/// Once another CPU has returned the store through x, nothing is known yet of what comes behind that value.
#[test]
fn a_store_is_promised_while_what_is_behind_a_new_value_is_unknown() {
    let last = "r0 = READ_ONCE(z); WRITE_ONCE(x, r0)";
    let outcome = "P0 = { r0 = 1 }\nP1 = { r0 = 1 }";
    assert!(on_armv8(&["r0 = READ_ONCE(x); r1 = READ_ONCE(y); WRITE_ONCE(z, 1)", last], outcome));
    assert!(on_armv8(&["r0 = READ_ONCE(x); WRITE_ONCE(x, 2); WRITE_ONCE(z, 1)", last], outcome));
    assert!(!on_armv8(&["r0 = READ_ONCE(x); r1 = READ_ONCE(y); WRITE_ONCE(z, r0)", last], outcome));
}

/// From an exclusive store of its CPU a load-acquire sees what the update has read, not when others see the store.
#[test]
fn a_load_acquire_does_not_wait_for_the_exclusive_store_that_is_forwarded_to_it() {
    let last = "WRITE_ONCE(y, 1); smp_mb(); r0 = READ_ONCE(z)";
    let outcome = "P0 = { r2 = 0 }\nP1 = { r0 = 0 }";
    let first = |rest: &str| {
        let first = format!("r0 = xchg_relaxed(z, 1); {rest}; r2 = READ_ONCE(y)");
        on_armv8(&[&first, last], outcome)
    };
    assert!(first("r1 = smp_load_acquire(z)"));
    assert!(first("WRITE_ONCE(z, 2); r1 = smp_load_acquire(z)"));
    assert!(!first("smp_mb(); r1 = smp_load_acquire(z)"));
    let seen = "P0 = { r0 = 5, r2 = 0 }\nP1 = { r0 = 0 }";
    let first = "r0 = xchg_relaxed(z, 1); r1 = smp_load_acquire(z); r2 = READ_ONCE(y)";
    let last = "WRITE_ONCE(y, 1); smp_mb(); r0 = READ_ONCE(z); WRITE_ONCE(z, 5)";
    assert!(!on_armv8(&[first, last], seen));
}

/// Rows of the table in docs/explanation/memory-models.md, for scenarios.
#[test]
fn the_machine_of_the_kernel_differs_where_the_table_says_so() {
    let writer = "WRITE_ONCE(x, 1); smp_wmb(); WRITE_ONCE(y, 1)";
    let copies = "r0 = READ_ONCE(y); WRITE_ONCE(x, r0)";
    let differ = |cpus: [&str; 2], z: u64| {
        let text = text(&cpus, "P0 = { r0 = 1 }").replace("z = 0", &format!("z = {z}"));
        let scenario = Scenario::parse(&text).unwrap();
        let (_, model) = cells(&scenario, Some(MemoryModel::Lkmm)).next().unwrap();
        lkmm::differences(&model).unwrap().map(|outcomes| !outcomes.is_empty())
    };
    let [weaker, stronger, same] = [[true, false], [false, true], [false, false]];
    // The word that is read always holds one value, or may hold another.
    let depends = "r0 = READ_ONCE(x); smp_rmb(); r1 = READ_ONCE(z); WRITE_ONCE(y, r1)";
    assert_eq!(differ([depends, copies], 1), weaker);
    assert_eq!(differ([depends, &format!("{copies}; WRITE_ONCE(z, 2)")], 1), same);
    // The read is of a store of its CPU, which depends on an earlier read.
    let forwards = "r0 = READ_ONCE(y); WRITE_ONCE(z, r0); r1 = rcu_dereference(z)";
    assert_eq!(differ([&format!("{forwards}; r2 = READ_ONCE(r1->x)"), writer], 0), weaker);
    let unlocks = "r0 = READ_ONCE(x); spin_lock(l); spin_unlock(l); WRITE_ONCE(y, 1)";
    assert_eq!(differ([unlocks, copies], 0), stronger);
}

/// The axioms do not speak of semaphores; a store does not pass one here.
#[test]
fn no_store_overtakes_a_read_across_a_semaphore() {
    let overtakes = |between: &str| {
        let first = format!("r0 = READ_ONCE(x); {between}WRITE_ONCE(y, 1)");
        let text = text(&[&first, "r0 = READ_ONCE(y); WRITE_ONCE(x, r0)"], "P0 = { r0 = 1 }");
        let text = text.replace("[state.word]", "sem = [\"s\"]\n[state.word]");
        let scenario = Scenario::parse(&text).unwrap();
        let (_, model) = cells(&scenario, Some(MemoryModel::Lkmm)).next().unwrap();
        search::check(model, &Budget::unlimited()).unwrap().properties[0].violating > 0
    };
    assert!(overtakes(""));
    assert!(!overtakes("down_read(s); up_read(s); "));
}
