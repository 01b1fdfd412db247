//! The two forms of an answer agree: the list of all outcomes, and the search that ends with the first witness. On the
//! tests that show where a short search may miss something, and on random ones.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "herd/aarch64.rs"]
mod aarch64;
#[path = "herd/c.rs"]
mod c;
#[path = "herd/vmsa.rs"]
mod vmsa;

use std::collections::BTreeSet;

use pmdrace_litmus::{Cut, Limits, MemoryModel, Observation, Release, read_for};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

type Answer = Result<(Observation, BTreeSet<&'static str>), Cut>;

/// Both answers to a test: by all outcomes, and by a search for each part.
fn both(text: &str, release: Release) -> (Answer, Answer) {
    let test = read_for(text, release).unwrap();
    let model = MemoryModel::of(test.language, release);
    let limits = Limits { histories: 100_000, stop: &|| false };
    let all = model.outcomes(&test, &limits).map(|all| (all.observation(), all.flags));
    let observed = model.observe(&test, &limits);
    let short = observed.and_then(|observed| Ok((observed, model.flags(&test, &limits)?)));
    (all, short)
}

/// The flags that both forms show under Linux 6.12.
fn flags(text: &str) -> Vec<&'static str> {
    let (all, short) = both(text, Release::V6_12);
    assert_eq!(all, short, "{text}");
    all.unwrap().1.into_iter().collect()
}

fn test(threads: &[&str]) -> String {
    let parameters = "int *x, int *y, spinlock_t *l, struct srcu_struct *s";
    let threads = threads.iter().enumerate();
    let threads =
        threads.map(|(number, body)| format!("P{number}({parameters}) {{ int r0; {body} }}\n"));
    format!("C f\n{{}}\n{}exists (0:r0=0)", threads.collect::<String>())
}

#[test]
fn what_one_path_of_a_thread_shows_is_not_missed() {
    let writer = "WRITE_ONCE(*x, 1);";
    for (reader, shown) in [
        ("r0 = READ_ONCE(*x); if (r0) rcu_read_unlock();", "unmatched-rcu-unlock"),
        ("r0 = READ_ONCE(*x); if (r0) spin_unlock(l);", "unmatched-unlock"),
        ("r0 = READ_ONCE(*x); if (r0) { *y = 1; WRITE_ONCE(*y, 2); }", "mixed-accesses"),
        (
            "rcu_read_lock(); r0 = READ_ONCE(*x); if (r0) synchronize_srcu(s); rcu_read_unlock();",
            "invalid-sleep",
        ),
        (
            "int r1 = srcu_read_lock(s); r0 = READ_ONCE(*x); r1 = r1 + r0; srcu_read_unlock(s, r1);",
            "srcu-bad-value-match",
        ),
        (
            "int r1 = srcu_read_lock(s); WRITE_ONCE(*y, r1); r0 = READ_ONCE(*x); if (r0) r1 = READ_ONCE(*y); \
             srcu_read_unlock(s, r1); srcu_read_unlock(s, r1);",
            "multiple-srcu-matches",
        ),
    ] {
        assert_eq!(flags(&test(&[reader, writer])), [shown], "{reader}");
        assert_eq!(flags(&test(&[reader])).contains(&shown), shown == "multiple-srcu-matches");
    }
}

#[test]
fn what_paths_of_two_threads_show_is_not_missed() {
    let branch = |inside: &str| format!("r0 = READ_ONCE(*x); if (r0) {{ {inside} }}");
    let writer = "WRITE_ONCE(*x, 1);";
    let takes = branch("spin_lock(l); spin_unlock(l);");
    let stores = branch("WRITE_ONCE(*l, 0);");
    assert_eq!(flags(&test(&[&takes, &stores, writer])), ["mixed-lock-accesses"]);
    assert_eq!(flags(&test(&[&takes, &stores])), [""; 0]);
    let races = [&branch("*y = 1;")[..], &branch("*y = 2;"), writer];
    assert_eq!(flags(&test(&races)), ["data-race"]);
}

#[test]
fn one_flag_does_not_hide_another() {
    let threads =
        ["*y = 1; r0 = READ_ONCE(*x); if (r0) rcu_read_unlock();", "*y = 2; WRITE_ONCE(*x, 1);"];
    assert_eq!(flags(&test(&threads)), ["data-race", "unmatched-rcu-unlock"]);
}

#[test]
fn what_is_left_out_is_told_by_both() {
    let spins = "while (READ_ONCE(*x) == 0) { r0 = 1; }";
    assert_eq!(flags(&test(&[spins, "WRITE_ONCE(*x, 1);"])), ["loop-cut"]);
    let astray = "r0 = READ_ONCE(*x); if (r0) { r0 = READ_ONCE(*r0); }";
    let text = test(&[astray, "WRITE_ONCE(*x, 1);"]);
    let (all, short) = both(&text, Release::V6_12);
    assert_eq!(all, short);
    assert!(matches!(all, Err(Cut::Astray(0, _))), "{all:?}");
}

fn are_answered_alike<S: Strategy>(cases: u32, strategy: &S)
where
    S::Value: ToString,
{
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    for _ in 0..cases {
        let text = strategy.new_tree(&mut runner).unwrap().current().to_string();
        for release in [Release::V6_1, Release::V6_12] {
            let (all, short) = both(&text, release);
            assert_eq!(all, short, "{text}");
        }
    }
}

#[test]
fn random_tests_are_answered_alike() {
    are_answered_alike(100, &c::programs());
    are_answered_alike(20, &aarch64::programs());
    are_answered_alike(20, &vmsa::programs());
}
