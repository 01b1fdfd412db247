//! Litmus tests in which the order of full barriers decides what `rc11` permits and what loom finds.

use pmdrace_engine::Cut;

use super::found::{cut_on_loom, occurs};

#[test]
fn a_barrier_comes_between_the_barriers_of_an_exchange() {
    let cpus = [
        "r0 = xchg(x, 1)",
        "r0 = READ_ONCE(x); smp_rmb(); r1 = READ_ONCE(y)",
        "WRITE_ONCE(y, 1); smp_mb(); r0 = READ_ONCE(x)",
    ];
    assert!(occurs(&cpus, "P1 = { r0 = 1, r1 = 0 }\nP2 = { r0 = 0 }"));
    assert_eq!(
        cut_on_loom(&cpus, "P1 = { r0 = 1, r1 = 0 }\nP2 = { r0 = 0 }"),
        Some(Cut::LoomOrder)
    );
    // Between a store and the barrier behind it too; not if the reader is fully ordered.
    let fully = ["r0 = xchg(x, 1)", "r0 = READ_ONCE(x); smp_mb(); r1 = READ_ONCE(y)", cpus[2]];
    assert!(!occurs(&fully, "P1 = { r0 = 1, r1 = 0 }\nP2 = { r0 = 0 }"));
}

#[test]
fn a_barrier_precedes_one_that_led_to_it_without_synchronising() {
    let outcome = "P2 = { r0 = 1, r1 = 0 }\nP1 = { r0 = 1 }";
    let by = |between: &str| {
        occurs(
            &[
                "WRITE_ONCE(x, 1); smp_mb(); WRITE_ONCE(y, 1)",
                between,
                "r0 = READ_ONCE(z); smp_mb(); r1 = READ_ONCE(x)",
            ],
            outcome,
        )
    };
    assert!(by("r0 = READ_ONCE(y); WRITE_ONCE(z, 1)"));
    assert!(!by("r0 = smp_load_acquire(y); WRITE_ONCE(z, 1)"));
    assert!(!by("r0 = READ_ONCE(y); smp_store_release(z, 1)"));
}

/// loom has reason to reverse no two accesses here, only the barriers.
#[test]
fn loom_tries_barriers_in_every_order() {
    for (cpus, outcome) in [
        (
            &[
                "r0 = READ_ONCE(y); smp_mb(); r1 = READ_ONCE(y)",
                "WRITE_ONCE(y, 1); r0 = xchg_relaxed(x, 2)",
                "r0 = xchg_relaxed(x, 2); smp_mb(); if (r0) r1 = smp_load_acquire(y)",
            ][..],
            "P0 = { r0 = 1, r1 = 1 }\nP1 = { r0 = 0 }\nP2 = { r0 = 2, r1 = 0 }",
        ),
        (
            &[
                "WRITE_ONCE(x, 2); smp_mb(); WRITE_ONCE(y, 1)",
                "WRITE_ONCE(z, 1); smp_mb(); r0 = READ_ONCE(y); if (r0) r1 = READ_ONCE(x)",
            ],
            "P1 = { r0 = 1, r1 = 0 }",
        ),
        (
            &[
                "r0 = cmpxchg(z, 0, 1); r1 = READ_ONCE(y)",
                "WRITE_ONCE(y, 1); smp_mb(); WRITE_ONCE(z, 1)",
            ],
            "P0 = { r0 = 1, r1 = 0 }",
        ),
    ] {
        assert!(occurs(cpus, outcome), "{cpus:?}");
        assert_eq!(cut_on_loom(cpus, outcome), None, "{cpus:?}");
    }
}

#[test]
fn a_barrier_precedes_one_that_a_read_before_it_did_not_wait_for() {
    let cpus = [
        "r0 = READ_ONCE(y); WRITE_ONCE(x, 1)",
        "WRITE_ONCE(y, 2); smp_mb(); r0 = READ_ONCE(x)",
        "r0 = READ_ONCE(x); smp_mb(); r1 = READ_ONCE(y)",
    ];
    let outcome = "P0 = { r0 = 2 }\nP1 = { r0 = 1 }\nP2 = { r0 = 1, r1 = 0 }";
    assert!(occurs(&cpus, outcome));
    assert_eq!(cut_on_loom(&cpus, outcome), None);
}
