//! RVWMO on the shapes of the literature: the published answers, and the axioms. What it has in common with Armv8 is
//! in `armv8`.

use std::sync::Arc;

use pmdrace_engine::{Budget, search};
use pmdrace_mm::MemoryModel;

use crate::armv8::{Allowed, as_by_axioms, as_published, reduction_is_safe};
use crate::catalogue::cells;
use crate::fuzz::found::scenario;
use crate::independent::instructions::outcomes;

/// Which variants of the litmus tests RVWMO allows. Other than on arm64, a load-acquire passes an earlier
/// store-release.
const ALLOWED: Allowed = [
    ("sb", &["plain", "one-mb", "release-acquire", "xchg-relaxed"]),
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

#[test]
fn the_published_answers() {
    as_published(MemoryModel::Rvwmo, &ALLOWED);
}

#[test]
fn the_outcomes_of_the_axioms() {
    as_by_axioms(MemoryModel::Rvwmo);
}

#[test]
fn the_reduction_is_safe_under_rvwmo() {
    reduction_is_safe(MemoryModel::Rvwmo, "riscv64@");
}

/// A litmus test that the two models answer differently: its CPUs, the outcome, and whether RVWMO is the one that
/// allows it.
struct Difference {
    cpus: [&'static str; 2],
    outcome: &'static str,
    on_riscv: bool,
}

const BOTH_ZERO: &str = "P0 = { r0 = 0 }\nP1 = { r0 = 0 }";
const BOTH_ONE: &str = "P0 = { r0 = 1 }\nP1 = { r0 = 1 }";

/// By the axioms of both, too.
const DIFFERENCES: [Difference; 9] = [
    // A load-acquire passes a store-release.
    Difference {
        cpus: [
            "smp_store_release(x, 1); r0 = smp_load_acquire(y)",
            "smp_store_release(y, 1); r0 = smp_load_acquire(x)",
        ],
        outcome: BOTH_ZERO,
        on_riscv: true,
    },
    // A load-acquire comes with a fence for earlier reads.
    Difference {
        cpus: [
            "WRITE_ONCE(x, 1); smp_wmb(); WRITE_ONCE(y, 1)",
            "r0 = READ_ONCE(y); r1 = smp_load_acquire(z); r2 = READ_ONCE(x)",
        ],
        outcome: "P1 = { r0 = 1, r2 = 0 }",
        on_riscv: false,
    },
    // A store-release comes with a fence for later stores.
    Difference {
        cpus: [
            "WRITE_ONCE(x, 1); smp_store_release(z, 1); WRITE_ONCE(y, 1)",
            "r0 = READ_ONCE(y); smp_rmb(); r1 = READ_ONCE(x)",
        ],
        outcome: "P1 = { r0 = 1, r1 = 0 }",
        on_riscv: false,
    },
    // A read barrier does not hold back stores.
    Difference {
        cpus: [
            "r0 = READ_ONCE(x); smp_rmb(); WRITE_ONCE(y, 1)",
            "r0 = READ_ONCE(y); smp_rmb(); WRITE_ONCE(x, 1)",
        ],
        outcome: BOTH_ONE,
        on_riscv: true,
    },
    // The store of an update is ordered by its read.
    Difference {
        cpus: [
            "r1 = xchg_relaxed(x, 1); smp_rmb(); r0 = READ_ONCE(y)",
            "r1 = xchg_relaxed(y, 1); smp_rmb(); r0 = READ_ONCE(x)",
        ],
        outcome: BOTH_ZERO,
        on_riscv: false,
    },
    // Also by what orders stores, though nobody else accesses the word.
    Difference {
        cpus: [
            "WRITE_ONCE(x, 1); smp_wmb(); r1 = xchg_relaxed(z, 1); smp_rmb(); r0 = READ_ONCE(y)",
            "WRITE_ONCE(y, 1); smp_mb(); r0 = READ_ONCE(x)",
        ],
        outcome: BOTH_ZERO,
        on_riscv: false,
    },
    // It is not forwarded.
    Difference {
        cpus: [
            "r1 = xchg_relaxed(x, 1); r2 = rcu_dereference(x); r0 = READ_ONCE(r2->y)",
            "r1 = xchg_relaxed(y, 1); r2 = rcu_dereference(y); r0 = READ_ONCE(r2->x)",
        ],
        outcome: BOTH_ZERO,
        on_riscv: false,
    },
    // To take a lock is a full barrier.
    Difference {
        cpus: [
            "WRITE_ONCE(x, 1); spin_lock(l); r0 = READ_ONCE(y); spin_unlock(l)",
            "WRITE_ONCE(y, 1); spin_lock(m); r0 = READ_ONCE(x); spin_unlock(m)",
        ],
        outcome: BOTH_ZERO,
        on_riscv: false,
    },
    // To release one comes with a fence for later stores.
    Difference {
        cpus: [
            "spin_lock(l); r0 = READ_ONCE(x); spin_unlock(l); WRITE_ONCE(y, 1)",
            "spin_lock(m); r0 = READ_ONCE(y); spin_unlock(m); WRITE_ONCE(x, 1)",
        ],
        outcome: BOTH_ONE,
        on_riscv: false,
    },
];

/// What an update of a word waits for that nobody else accesses, later reads may wait for too.
#[test]
fn updates_of_private_words() {
    let writer = "WRITE_ONCE(y, 1); smp_mb(); r0 = READ_ONCE(x)";
    let updates = [
        "WRITE_ONCE(x, 1); smp_wmb(); r1 = xchg_relaxed(z, 1); smp_rmb(); r0 = READ_ONCE(y)",
        "WRITE_ONCE(x, 1); smp_wmb(); r1 = xchg_relaxed(z, 1); r2 = smp_load_acquire(z); r0 = READ_ONCE(y)",
        "r0 = READ_ONCE(y); r1 = xchg_relaxed(z, 1); smp_wmb(); WRITE_ONCE(x, 1)",
        "smp_store_release(x, 1); r1 = xchg_relaxed(z, 1); r2 = rcu_dereference(z); r0 = READ_ONCE(r2->y)",
    ];
    for cpu in updates {
        let scenario = scenario(&[cpu, writer], BOTH_ZERO);
        for memory in [MemoryModel::Armv8, MemoryModel::Rvwmo] {
            let (_, model) = cells(&scenario, Some(memory)).next().unwrap();
            let found = search::finals(Arc::clone(&model), &Budget::unlimited()).unwrap();
            let by_axioms = outcomes(&model);
            let only: Vec<_> = found.set.difference(&by_axioms).collect();
            assert!(only.is_empty(), "{memory}: {cpu}: forbidden {only:?}");
            let only: Vec<_> = by_axioms.difference(&found.set).collect();
            assert!(only.is_empty(), "{memory}: {cpu}: {only:?}");
        }
    }
}

#[test]
fn where_the_instruction_sets_differ() {
    for Difference { cpus, outcome, on_riscv } in DIFFERENCES {
        let scenario = scenario(&cpus, outcome);
        for memory in [MemoryModel::Armv8, MemoryModel::Rvwmo] {
            let (_, model) = cells(&scenario, Some(memory)).next().unwrap();
            let found = search::finals(Arc::clone(&model), &Budget::unlimited()).unwrap();
            assert_eq!(found.set, outcomes(&model), "{memory}: {cpus:?}");
            let checked = search::check(model, &Budget::unlimited()).unwrap();
            let occurs = checked.properties[0].violating > 0;
            assert_eq!(occurs, (memory == MemoryModel::Rvwmo) == on_riscv, "{memory}: {cpus:?}");
        }
    }
}
