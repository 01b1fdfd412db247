//! Litmus tests in C on the machine of `lkmm`, against the axioms: the same final states.
//!
//! The tables in `machine/` say of each test of a suite what comes of it: `agrees`, or `differs`, `refused` or `cut`
//! with more about it. Where a test differs, it is named in docs/explanation/memory-models.md. As in `kernel` and
//! `suites`, the tests are read from kernel sources or checkouts, of which this repository has no text, so what needs
//! them is ignored unless asked for: `cargo test -p pmdrace-litmus --test machine -- --ignored linux`, or
//! `just litmus-machine DIR` for the public suite. With `PMDRACE_BLESS=1` the tables are written anew.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "machine/suite.rs"]
mod suite;

use std::collections::BTreeSet;
use std::sync::Arc;

use pmdrace_axioms::model::Release;
use pmdrace_engine::{Budget, End, Limits, search};
use pmdrace_litmus::machine::{self, Ending, LastState};
use pmdrace_litmus::{MemoryModel, Observation, Outcomes, Test, read_for};
use pmdrace_mm::MemoryModel as Memory;

/// When the search for the states of one test ends.
const STATES: u64 = 100_000;

/// What the machine says, or why it does not.
fn by_machine(test: &Test, memory: Memory, release: Release) -> Result<Outcomes, String> {
    let model = machine::model(test, memory, release);
    let model = model.map_err(|error| format!("refused\t{error}"))?;
    let limits = Limits { max_states: Some(STATES), ..Limits::default() };
    let found = search::last_states(Arc::new(model), &Budget::from(limits));
    let found = found.map_err(|error| format!("refused\t{error}"))?;
    if let Some(cut) = found.cut {
        return Err(format!("cut\t{cut}"));
    }
    let states = found.set.into_iter().map(|state| LastState {
        threads: state.ends.iter().map(|ends| ended(ends)).collect(),
        memory: state.memory,
    });
    machine::outcomes(test, states).map_err(|cut| format!("refused\t{cut}"))
}

/// How a thread ended, and with which values.
fn ended(ends: &[End]) -> (Ending, Vec<u64>) {
    let mut values = Vec::new();
    let mut ending = Ending::Never;
    for end in ends {
        match end {
            End::Holds(_, value) => values.push(*value),
            End::Returned(text) => ending = Ending::of(text),
        }
    }
    (ending, values)
}

/// What comes of a test, as tables say it: see the top.
fn class(text: &str, release: Release) -> String {
    let Ok(test) = read_for(text, release) else { return "refused\tnot read".to_owned() };
    let machine = match by_machine(&test, Memory::Lkmm, release) {
        Ok(outcomes) => outcomes,
        Err(reason) => return reason,
    };
    let limits = pmdrace_litmus::Limits { histories: 100_000, stop: &|| false };
    let axioms = match MemoryModel::Lkmm(release).outcomes(&test, &limits) {
        Ok(outcomes) => outcomes,
        Err(cut) => return format!("refused\tby the axioms: {cut}"),
    };
    let states = |of: &Outcomes| -> BTreeSet<String> {
        of.states.iter().map(|(state, _)| state.clone()).collect()
    };
    let (mine, theirs) = (states(&machine), states(&axioms));
    let how = match (mine.is_subset(&theirs), theirs.is_subset(&mine)) {
        (true, true) => return "agrees".to_owned(),
        (true, false) => "stronger",
        (false, true) => "weaker",
        (false, false) => "stronger and weaker",
    };
    match machine.observation() == axioms.observation() {
        true => format!("differs\t{how}, with the same answer"),
        false => format!("differs\t{how}"),
    }
}

#[test]
#[ignore = "needs the kernel sources of .ci/kernel-trees"]
fn linux_6_1() {
    let tests = suite::kernel("6.1");
    suite::compare("linux-6.1", &tests, |text| class(text, Release::V6_1));
}

#[test]
#[ignore = "needs the kernel sources of .ci/kernel-trees"]
fn linux_6_12() {
    let tests = suite::kernel("6.12");
    suite::compare("linux-6.12", &tests, |text| class(text, Release::V6_12));
}

#[test]
#[ignore = "needs a checkout of the suite; minutes"]
fn paulmckrcu() {
    let tests = suite::public(include_str!("suites/paulmckrcu-litmus.tsv"));
    suite::compare("paulmckrcu-litmus", &tests, |text| class(text, Release::V6_12));
}

/// The threads of a test on two words, and the outcome that it asks about.
fn test(threads: &[&str], exists: &str) -> Test {
    let mut text = "C test\n{}\n".to_owned();
    for (thread, body) in threads.iter().enumerate() {
        text += &format!(
            "P{thread}(int *w, int *x, int *y, int *z, spinlock_t *s, spinlock_t *t)\n{{\n{body}\n}}\n"
        );
    }
    let text = text + &format!("exists ({exists})\n");
    read_for(&text, Release::V6_12).unwrap_or_else(|problem| panic!("{text}{problem}"))
}

/// Whether the machine of `lkmm` sees the outcome; the axioms must say the same, state by state.
fn seen(threads: &[&str], exists: &str) -> bool {
    let [machine, axioms] = both(threads, exists);
    let states =
        |of: &Outcomes| of.states.iter().map(|(state, _)| state.clone()).collect::<Vec<_>>();
    assert_eq!(states(&machine), states(&axioms), "{threads:?}");
    machine.observation() != Observation::Never
}

/// What the machine and the axioms say.
fn both(threads: &[&str], exists: &str) -> [Outcomes; 2] {
    let test = test(threads, exists);
    let machine = by_machine(&test, Memory::Lkmm, Release::V6_12).unwrap();
    let limits = pmdrace_litmus::Limits { histories: 100_000, stop: &|| false };
    let axioms = MemoryModel::Lkmm(Release::V6_12).outcomes(&test, &limits).unwrap();
    [machine, axioms]
}

const SENDS: &str = "WRITE_ONCE(*x, 1); smp_wmb(); WRITE_ONCE(*y, 1);";

#[test]
fn reads_are_ordered_by_barriers_and_dependencies_of_addresses_alone() {
    let receives = |order: &str| format!("int a = READ_ONCE(*y); {order}");
    for (order, expected) in [
        ("int b = READ_ONCE(*x);", true),
        ("smp_rmb(); int b = READ_ONCE(*x);", false),
        ("int *p = x + (a ^ a); int b = READ_ONCE(*p);", false),
        // A branch orders no read.
        ("int b = 0; if (a) { b = READ_ONCE(*x); }", true),
    ] {
        assert_eq!(seen(&[SENDS, &receives(order)], "1:a=1 /\\ 1:b=0"), expected, "{order}");
    }
}

#[test]
fn stores_pass_reads_on_which_they_do_not_depend() {
    let second = "int a = READ_ONCE(*y); WRITE_ONCE(*x, a);";
    for (first, expected) in [
        ("int a = READ_ONCE(*x); WRITE_ONCE(*y, 1);", true),
        // Of a false dependency, and of both arms of a branch that do the same.
        ("int a = READ_ONCE(*x); WRITE_ONCE(*y, 1 + (a ^ a));", false),
        ("int a = READ_ONCE(*x); if (a) { WRITE_ONCE(*y, 1); } else { WRITE_ONCE(*y, 1); }", false),
        // Behind both arms, and behind the begin of a read section.
        (
            "int a = READ_ONCE(*x); int b = 0; if (a) { b = READ_ONCE(*x); } WRITE_ONCE(*y, 1);",
            true,
        ),
        ("int a = READ_ONCE(*x); rcu_read_lock(); WRITE_ONCE(*y, 1); rcu_read_unlock();", true),
    ] {
        assert_eq!(seen(&[first, second], "0:a=1"), expected, "{first}");
    }
}

/// What the other thread stores is known only once the operation has been seen.
#[test]
fn the_store_of_an_unordered_operation_passes_an_earlier_read() {
    let copies = "int b = READ_ONCE(*y); WRITE_ONCE(*x, b);";
    for (operation, expected) in [
        ("int b = xchg_relaxed(y, 1);", true),
        ("atomic_inc(y);", true),
        ("int b = cmpxchg_relaxed(y, 0, 1);", true),
        ("int b = xchg(y, 1);", false),
        ("int b = xchg_relaxed(y, a);", false),
    ] {
        let first = format!("int a = READ_ONCE(*x); {operation}");
        assert_eq!(seen(&[&first, copies], "0:a=1"), expected, "{operation}");
    }
}

#[test]
fn a_grace_period_waits_for_a_section_that_began_ahead_of_an_earlier_read() {
    let reader = |from: &str, to: &str| {
        format!(
            "int a = READ_ONCE(*{from}); rcu_read_lock(); WRITE_ONCE(*{to}, 1); rcu_read_unlock();"
        )
    };
    let writer =
        |from: &str| format!("int a = READ_ONCE(*{from}); synchronize_rcu(); WRITE_ONCE(*y, 1);");
    // One section for one grace period is too few, two are enough.
    assert!(!seen(&[&reader("y", "x"), &writer("x")], "0:a=1 /\\ 1:a=1"));
    let threads = [&reader("y", "x")[..], &reader("x", "z"), &writer("z")];
    assert!(seen(&threads, "0:a=1 /\\ 1:a=1 /\\ 2:a=1"));
    // A section counts whatever is in it, between what is before and what is after it.
    let threads = [
        "int a = READ_ONCE(*x); synchronize_rcu(); WRITE_ONCE(*y, 1);",
        "rcu_read_lock(); int a = READ_ONCE(*y); WRITE_ONCE(*z, 1); rcu_read_unlock();",
        "int a = READ_ONCE(*z); rcu_read_lock(); rcu_read_unlock(); WRITE_ONCE(*w, 1);",
        "int a = READ_ONCE(*w); synchronize_rcu(); WRITE_ONCE(*x, 1);",
    ];
    assert!(!seen(&threads, "0:a=1 /\\ 1:a=1 /\\ 2:a=1 /\\ 3:a=1"));
}

#[test]
fn what_is_done_before_a_lock_is_given_back_comes_before_what_is_done_in_another() {
    let writer = "spin_lock(s); WRITE_ONCE(*x, 1); spin_unlock(s); spin_lock(t); WRITE_ONCE(*y, 1); spin_unlock(t);";
    let reader = "int a = READ_ONCE(*y); smp_rmb(); int b = READ_ONCE(*x);";
    assert!(!seen(&[writer, reader], "1:a=1 /\\ 1:b=0"));
}

#[test]
fn read_sections_order_nothing_among_themselves() {
    let section = |read: &str| format!("rcu_read_lock(); {read} rcu_read_unlock();");
    let reader = section("int a = READ_ONCE(*y);") + &section("int b = READ_ONCE(*x);");
    assert!(seen(&[SENDS, &reader, "synchronize_rcu();"], "1:a=1 /\\ 1:b=0"));
}

#[test]
fn a_read_of_an_own_store_comes_after_what_that_depends_on() {
    let reader = "int a = READ_ONCE(*y); WRITE_ONCE(*z, a); int c = READ_ONCE(*z); int *p = x + (c ^ c); int b = READ_ONCE(*p);";
    assert!(!seen(&[SENDS, reader], "1:a=1 /\\ 1:b=0"));
}

/// The shapes of the table in docs/explanation/memory-models.md. Where one of them is no longer seen here, the table
/// has to be mended with it.
#[test]
fn the_machine_is_stronger_where_the_table_says_so() {
    let copies = "int a = READ_ONCE(*y); WRITE_ONCE(*x, a);";
    for rest in [
        "spin_lock(s); spin_unlock(s); WRITE_ONCE(*y, 1);",
        "smp_store_release(z, 1); smp_store_release(w, 1); WRITE_ONCE(*y, 1);",
        "smp_store_release(z, 1); int b = READ_ONCE(*z); WRITE_ONCE(*y, b);",
        "int b = cmpxchg(z, 1, 2); WRITE_ONCE(*y, 1);",
        "int b = cmpxchg_relaxed(y, a - 1, 1);",
        "int b = 1; if (!a) { b = 2; } WRITE_ONCE(*y, b);",
        "if (!a) { int b = smp_load_acquire(z); } WRITE_ONCE(*y, 1);",
        "if (!a) { smp_mb(); } WRITE_ONCE(*y, 1);",
        "if (!a) { int b = xchg(z, 1); } WRITE_ONCE(*y, 1);",
        "if (!a) { spin_lock(s); spin_unlock(s); } WRITE_ONCE(*y, 1);",
        "if (!a) { rcu_read_lock(); rcu_read_unlock(); } WRITE_ONCE(*y, 1);",
        "if (!a) { synchronize_rcu(); } WRITE_ONCE(*y, 1);",
        "if (!a) { while (READ_ONCE(*z)) { } } WRITE_ONCE(*y, 1);",
    ] {
        let overtakes = format!("int a = READ_ONCE(*x); {rest}");
        let [machine, axioms] = both(&[&overtakes, copies], "0:a=1");
        assert_eq!(machine.observation(), Observation::Never, "{rest}");
        assert_eq!(axioms.observation(), Observation::Sometimes, "{rest}");
    }
    let counts = "atomic_inc(y); smp_rmb(); int a = READ_ONCE(*x);";
    let [machine, axioms] = both(&[SENDS, counts], "1:a=0 /\\ y=2");
    assert_eq!(machine.observation(), Observation::Never);
    assert_eq!(axioms.observation(), Observation::Sometimes);
}

/// What the first thread has seen through y comes back to it through another one, ordered by dependencies alone.
#[test]
fn the_machine_is_weaker_where_the_table_says_so() {
    let first = |last: &str| {
        format!("int a = READ_ONCE(*y); WRITE_ONCE(*z, a); int b = READ_ONCE(*w); {last}")
    };
    let passes_on = "int a = READ_ONCE(*z); WRITE_ONCE(*w, a);";
    let reads = first("int *p = x + (b ^ b); int c = READ_ONCE(*p);");
    let threads = [&reads[..], passes_on, SENDS];
    let [machine, axioms] = both(&threads, "0:a=1 /\\ 0:b=1 /\\ 0:c=0");
    assert_eq!(machine.observation(), Observation::Sometimes);
    assert_eq!(axioms.observation(), Observation::Never);
    // Nothing comes back without the dependency of the last read.
    assert!(seen(
        &[&first("int c = READ_ONCE(*x);"), passes_on, SENDS],
        "0:a=1 /\\ 0:b=1 /\\ 0:c=0"
    ));
}

#[test]
fn sequential_consistency_is_a_machine_too() {
    let threads =
        ["WRITE_ONCE(*x, 1); int a = READ_ONCE(*y);", "WRITE_ONCE(*y, 1); int a = READ_ONCE(*x);"];
    let test = test(&threads, "0:a=0 /\\ 1:a=0");
    for (memory, expected) in
        [(Memory::Sc, Observation::Never), (Memory::Lkmm, Observation::Sometimes)]
    {
        let found = by_machine(&test, memory, Release::V6_12).unwrap();
        assert_eq!(found.observation(), expected);
    }
}

#[test]
fn what_machines_lack_is_refused_with_the_reason() {
    for (body, reason) in [
        ("int a = *x;", "plain accesses"),
        ("int a = spin_is_locked(s);", "spin_is_locked()"),
        ("int a = spin_trylock(s);", "spin_trylock()"),
        ("smp_mb__before_atomic(); WRITE_ONCE(*x, 1); atomic_inc(y);", "apart from what"),
        ("int a = srcu_read_lock(x);", "SRCU"),
        ("spin_lock(s); WRITE_ONCE(*x, 1);", "does not end"),
        ("int a = READ_ONCE(*x); spin_lock(s); if (a) { spin_unlock(s); }", "one side of a branch"),
        ("rcu_read_lock(); WRITE_ONCE(*x, 1);", "does not end"),
        ("rcu_read_unlock();", "did not begin"),
        ("spin_unlock(s);", "does not hold"),
        ("int a = xchg(x, READ_ONCE(*y));", "whose operand is read"),
    ] {
        let refused = by_machine(&test(&[body], "x=1"), Memory::Lkmm, Release::V6_12).unwrap_err();
        assert!(
            refused.contains("unsupported by the machine") && refused.contains(reason),
            "{refused}"
        );
    }
}
