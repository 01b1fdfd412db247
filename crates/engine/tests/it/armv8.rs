//! The machine of Armv8 and RVWMO on the shapes of the literature: the published answers, and the axioms.

use std::collections::BTreeSet;
use std::sync::Arc;

use pmdrace_engine::{Budget, search};
use pmdrace_mm::MemoryModel;

use crate::agreement::shown;
use crate::catalogue::{cells, scenarios};
use crate::independent::instructions::{has_instructions, outcomes};

/// Which variants of the litmus tests Armv8 allows.
const ALLOWED: Allowed = [
    ("sb", &["plain", "one-mb", "xchg-relaxed"]),
    ("mp", &["plain", "wmb", "rmb", "release", "xchg-relaxed"]),
    ("lb", &["plain"]),
    ("wrc", &["plain", "again"]),
    ("iriw", &["plain"]),
    ("isa2", &["plain"]),
    ("2-2w", &["plain"]),
    ("s", &["plain", "wmb"]),
    ("r", &["plain"]),
    ("rwc", &["plain", "one-mb"]),
    ("corr", &[]),
    ("coww", &[]),
    ("rmw", &[]),
];

/// Per litmus test, the variants that are allowed.
pub(crate) type Allowed = [(&'static str, &'static [&'static str]); 13];

#[test]
fn the_published_answers() {
    as_published(MemoryModel::Armv8, &ALLOWED);
}

#[test]
fn the_outcomes_of_the_axioms() {
    as_by_axioms(MemoryModel::Armv8);
}

/// On one architecture, since what bits mean makes no difference to the reduction.
#[test]
fn the_reduction_is_safe_under_armv8() {
    reduction_is_safe(MemoryModel::Armv8, "arm64@");
}

pub(crate) fn as_published(memory: MemoryModel, allowed: &Allowed) {
    let mut found = Vec::new();
    for scenario in scenarios() {
        let Some((name, _)) = allowed.iter().find(|(known, _)| *known == scenario.name()) else {
            continue;
        };
        for (cell, model) in cells(&scenario, Some(memory)) {
            let outcome = search::check(model, &Budget::unlimited()).unwrap();
            let occurs = outcome.properties[0].violating > 0;
            found.extend(occurs.then(|| (*name, cell.variant.clone())));
        }
    }
    let allowed =
        allowed.iter().flat_map(|(name, variants)| variants.iter().map(move |v| (*name, *v)));
    let allowed: BTreeSet<(&str, String)> = allowed.map(|(name, v)| (name, v.to_owned())).collect();
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), allowed);
}

pub(crate) fn as_by_axioms(memory: MemoryModel) {
    let mut compared = 0;
    for scenario in scenarios() {
        if !ALLOWED.iter().any(|(known, _)| *known == scenario.name()) {
            continue;
        }
        for (cell, model) in cells(&scenario, Some(memory)) {
            if !has_instructions(&model) {
                continue;
            }
            let by_axioms = outcomes(&model);
            let found = search::finals(Arc::clone(&model), &Budget::unlimited()).unwrap();
            let only = found.set.difference(&by_axioms).next();
            assert_eq!(only, None, "{cell}: the axioms forbid it");
            let only = by_axioms.difference(&found.set).next();
            assert_eq!(only, None, "{cell}: only the axioms allow it");
            compared += 1;
        }
    }
    assert!(compared > 50, "{compared}");
}

pub(crate) fn reduction_is_safe(memory: MemoryModel, arch: &str) {
    let mut compared = 0;
    for scenario in scenarios() {
        for (cell, model) in cells(&scenario, Some(memory)) {
            let walkers = cell.params.get("walkers").map(ToString::to_string);
            if !cell.arch.starts_with(arch) || walkers.is_some_and(|walkers| walkers != "1") {
                continue;
            }
            let reduced = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
            let whole = search::check_unreduced(Arc::clone(&model), &Budget::unlimited()).unwrap();
            assert_eq!(shown(&reduced), shown(&whole), "{cell}");
            for (index, found) in reduced.properties.iter().enumerate() {
                assert_eq!(found.violating > 0, found.shortest.is_some(), "{cell}");
                let again = whole.properties[index].shortest.as_ref();
                let events = |found: &pmdrace_engine::Counterexample| found.events.clone();
                assert_eq!(found.shortest.as_ref().map(events), again.map(events), "{cell}");
            }
            compared += 1;
        }
    }
    assert!(compared > 150, "{compared}");
}
