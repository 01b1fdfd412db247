//! Sections that other CPUs wait for, and what they order: nothing but that.

use std::sync::Arc;

use pmdrace_engine::{Budget, search};
use pmdrace_mm::{Ctx, MemoryModel};

use crate::by_hand::{Body, X, Y, of_bodies as model, warn, word};

fn sends(k: &Ctx<'_>) {
    k.cpu.write_once(Y, word(1));
    k.cpu.smp_wmb();
    k.cpu.write_once(X, word(1));
}

fn judge(k: &Ctx<'_>, (first, second): (u64, u64)) {
    if (first, second) == (1, 0) {
        warn(k);
    }
}

fn reads_with_interrupts_off(k: &Ctx<'_>) {
    let read = |at| {
        k.cpu.local_irq_save();
        let seen = k.cpu.read_once(at).bits;
        k.cpu.local_irq_restore();
        seen
    };
    judge(k, (read(X), read(Y)));
}

fn reads_under_rcu(k: &Ctx<'_>) {
    let read = |at| {
        k.cpu.rcu_read_lock();
        let seen = k.cpu.read_once(at).bits;
        k.cpu.rcu_read_unlock();
        seen
    };
    judge(k, (read(X), read(Y)));
}

/// A CPU that is waited for by another may still read a message before what was sent first.
#[test]
fn two_sections_of_a_cpu_are_in_no_order() {
    let pairs: [(Body, Body); 2] = [
        (reads_with_interrupts_off, |k| k.cpu.ipi_and_wait()),
        (reads_under_rcu, |k| k.cpu.synchronize_rcu()),
    ];
    for (reads, waits) in pairs {
        for memory in [MemoryModel::Lkmm, MemoryModel::Armv8, MemoryModel::Rvwmo] {
            for bodies in [vec![sends as Body, reads], vec![sends as Body, reads, waits]] {
                let found = search::check(Arc::new(model(memory, &bodies)), &Budget::unlimited());
                let violating = found.unwrap().properties[0].violating;
                assert!(violating > 0, "{memory:?}, {} CPUs", bodies.len());
            }
        }
    }
}
