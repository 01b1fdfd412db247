//! Each guard of the shipped scenarios protects something: with that one guard off, a cell that is
//! expected to hold is violated.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;
use std::time::Duration;

use pmdrace_engine::{Budget, Clock, loom};
use pmdrace_mm::routine::ROUTINES;
use pmdrace_scenario::{Scenario, by_name};

struct Stopped;

impl Clock for Stopped {
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}

/// Explores the small cells of one variant and returns the properties, with cell, that are violated
/// though the scenario expects them to hold.
fn surprises(text: &str, variant: &str) -> Vec<String> {
    let scenario = Scenario::parse(text).unwrap();
    let budget = Budget::unlimited(Arc::new(Stopped));
    let mut found = Vec::new();
    for cell in scenario.cells(None) {
        let small = cell.params.get("walkers").is_some_and(|walkers| walkers.to_string() == "1");
        if cell.variant != variant || !small {
            continue;
        }
        let outcome = loom::check(Arc::new(scenario.model(&cell).unwrap()), &budget).unwrap();
        for (property, result) in scenario.properties().into_iter().zip(&outcome.properties) {
            if result.violating > 0 && !scenario.expects_violation(&cell, property) {
                found.push(format!("{} {cell}", property.name()));
            }
        }
    }
    found
}

fn shipped(name: &str) -> &'static str {
    by_name(name).unwrap().text
}

/// The scenario's text with one place changed.
fn changed(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "`{from}` must occur once");
    text.replace(from, to)
}

/// The founding race, with few readers and architectures.
const SPLIT: &str = include_str!("fixtures/small.toml");
const MIGRATE: &str = "migrate-vs-gup-fast";
const WALKER: &str = "reader = true\ncount = \"walkers\"\nargs = { pmd = \"pmd\"";

#[test]
fn the_shipped_scenarios_show_what_they_expect() {
    assert_eq!(surprises(SPLIT, "after"), Vec::<String>::new());
    assert_eq!(surprises(shipped(MIGRATE), "recheck"), Vec::<String>::new());
}

#[test]
fn undoing_the_fix_is_noticed() {
    let order = "set.splitter = { order = \"test-then-invalidate\"";
    let undone = "set.splitter = { order = \"invalidate-then-test\"";
    let found = surprises(&changed(SPLIT, order, undone), "after");
    assert!(found.iter().any(|f| f.starts_with("no-false-present after arm64@6.1 ")), "{found:?}");
}

#[test]
fn dropping_the_type_test_is_noticed() {
    let args = "table = \"T\" }";
    let text = changed(SPLIT, args, "table = \"T\", without = [\"type-test\"] }");
    let found = surprises(&text, "after");
    assert!(found.iter().any(|f| f.starts_with("no-wrong-page")), "{found:?}");
}

#[test]
fn dropping_the_second_read_of_the_pmd_is_noticed() {
    let without =
        "reader = true\ncount = \"walkers\"\nargs = { pmd = \"pmd\", without = [\"recheck-pmd\"]";
    let found = surprises(&changed(shipped(MIGRATE), WALKER, without), "recheck");
    assert!(
        found.iter().any(|f| f.starts_with("no-foreign-reference recheck arm64@6.1 ")),
        "{found:?}"
    );
}

/// The founding race with one guard off in its readers.
fn without(guard: &str) -> String {
    assert!(guard.starts_with("without = "));
    changed(SPLIT, WALKER, &format!("{WALKER}, {guard}"))
}

#[test]
fn dropping_the_access_test_is_noticed() {
    let found = surprises(&without("without = [\"access-test\"]"), "before");
    assert!(
        found.iter().any(|f| f.starts_with("no-wrong-page before arm64@6.1 gup-fast-read")),
        "{found:?}"
    );
}

#[test]
fn dropping_the_handlers_second_look_is_noticed() {
    let found = surprises(&without("without = [\"pmd-same\"]"), "before");
    assert!(
        found.iter().any(|f| f.starts_with("no-wrong-page before arm64@6.1 fault")),
        "{found:?}"
    );
}

#[test]
fn dropping_the_notifier_retry_is_noticed() {
    let found = surprises(&without("without = [\"notifier-retry\"]"), "before");
    assert!(found.iter().any(|f| f.starts_with("no-wrong-page before arm64@6.1 hmm")), "{found:?}");
    let kvm = "no-wrong-size before loongarch64@6.12 kvm-host-level";
    assert!(found.iter().any(|f| f.starts_with(kvm)), "{found:?}");
}

#[test]
fn every_guard_has_a_test_here() {
    let tests = include_str!("guards.rs");
    for guard in ROUTINES.iter().flat_map(|spec| spec.guards) {
        assert!(tests.contains(&format!("without = [\\\"{}\\\"]", guard.name)), "{}", guard.name);
    }
}
