//! Sections that other CPUs wait for, and what they order: nothing but that.

use std::sync::Arc;

use pmdrace_engine::{Budget, Engine, search};
use pmdrace_mm::{Cpus, Ctx, MemoryModel, SyncOp};
use pmdrace_scenario::Scenario;

use crate::by_hand::{Body, X, Y, of_bodies as model, warn, word};
use crate::catalogue::cells;

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

/// CPU0 reads both words in one section; CPU1 interrupts some CPUs between its stores.
#[test]
fn an_interrupt_waits_for_the_cpus_that_it_is_sent_to() {
    let reads: Body = |k| {
        k.cpu.local_irq_save();
        let (x, y) = (k.cpu.read_once(X).bits, k.cpu.read_once(Y).bits);
        k.cpu.local_irq_restore();
        judge(k, (y, x));
    };
    fn stores(k: &Ctx<'_>, cpus: Cpus) {
        k.cpu.write_once(X, word(1));
        k.cpu.sync(SyncOp::Ipi(cpus));
        k.cpu.write_once(Y, word(1));
    }
    let senders: [(Body, bool); 5] = [
        (|k| stores(k, Cpus::ALL), false),
        (|k| stores(k, Cpus::from_iter([0])), false),
        (|k| stores(k, Cpus::from_iter([1, 2])), true),
        (|k| stores(k, Cpus::from_iter([1])), true),
        (|k| stores(k, Cpus::default()), true),
    ];
    for memory in MemoryModel::ALL {
        for (index, (sends, torn)) in senders.into_iter().enumerate() {
            let model = Arc::new(model(memory, &[reads, sends, |_| {}]));
            for engine in [Engine::Statespace, Engine::Loom] {
                let Ok(found) = engine.check(Arc::clone(&model), &Budget::unlimited()) else {
                    continue; // loom has not every memory model
                };
                let violated = found.properties[0].violating > 0;
                assert_eq!(violated, torn, "{memory} {engine:?}, sender {index}");
            }
        }
    }
}

/// Two CPUs are alike but for the interrupts that CPU0 takes: what these keep from happening to it happens to CPU1 only.
#[test]
fn cpus_of_which_one_is_interrupted_are_not_interchangeable() {
    let reads = "local_irq_save(); a = READ_ONCE(x); b = READ_ONCE(y); local_irq_restore(); \
                 local_irq_save(); c = READ_ONCE(u); d = READ_ONCE(v); local_irq_restore(); \
                 first = b && !a; second = d && !c; \
                 if (first && !second) WRITE_ONCE(only_first, 1); \
                 if (second && !first) WRITE_ONCE(only_second, 1);";
    let sends = "WRITE_ONCE(x, 1); smp_call_function_many(P0); WRITE_ONCE(y, 1); \
                 WRITE_ONCE(u, 1); smp_call_function_many(P0); WRITE_ONCE(v, 1);";
    let cpus: String = [reads, reads, sends]
        .iter()
        .enumerate()
        .map(|(cpu, steps)| {
            format!("[[cpu]]\nname = \"P{cpu}\"\nroutine = \"litmus\"\nargs.steps = \"{steps}\"\n")
        })
        .collect();
    let text = format!(
        "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
         architectures = [\"arm64@6.1\"]\nmemory = [\"sc\"]\n[source]\n\
         [state.word]\nx = 0\ny = 0\nu = 0\nv = 0\nonly_first = 0\nonly_second = 0\n{cpus}\
         [variant.v]\nabout = \"t\"\n[exists]\nmemory = {{ only_first = 1, only_second = 1 }}\n\
         [goal.first]\noutcome.memory = {{ only_first = 1 }}\n\
         [goal.second]\noutcome.memory = {{ only_second = 1 }}\n"
    );
    let (_, mut model) = cells(&Scenario::parse(&text).unwrap(), None).next().unwrap();
    Arc::get_mut(&mut model).unwrap().roles[1].group = 0;
    for check in [search::check, search::check_unreduced] {
        let found = check(Arc::clone(&model), &Budget::unlimited()).unwrap();
        assert!(found.goals.iter().all(|reached| *reached > 0), "{:?}", found.goals);
        assert_eq!(found.properties[0].violating, 0);
    }
}

/// A name is that of as many CPUs as there are in the cell.
#[test]
fn all_cpus_of_a_name_are_interrupted() {
    for (to, torn) in [("reader", false), ("absent", true), ("sender", true)] {
        let text = format!(
            "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
             architectures = [\"arm64@6.1\"]\nmemory = [\"sc\"]\n[source]\n\
             [params]\nreaders = [1, 2]\nthere = [false]\n[state.word]\nx = 0\ny = 0\n\
             [[cpu]]\nname = \"absent\"\nroutine = \"litmus\"\nwhen = \"there\"\nargs.steps = \"smp_mb();\"\n\
             [[cpu]]\nname = \"sender\"\nroutine = \"litmus\"\n\
             args.steps = \"WRITE_ONCE(x, 1); smp_call_function_many({to}); WRITE_ONCE(y, 1); r0 = 1;\"\n\
             [[cpu]]\nname = \"reader\"\nroutine = \"litmus\"\ncount = \"readers\"\n\
             args.steps = \"local_irq_save(); a = READ_ONCE(x); b = READ_ONCE(y); local_irq_restore(); \
             assert(a || !b);\"\n\
             [variant.v]\nabout = \"t\"\n[goal.sent]\noutcome.sender = {{ r0 = 1 }}\n"
        );
        let scenario = Scenario::parse(&text).unwrap();
        let asserts = pmdrace_mm::Property::NoBrokenAssertion;
        assert_eq!(cells(&scenario, None).count(), 2);
        for (cell, model) in cells(&scenario, None) {
            let index = model.properties.iter().position(|property| *property == asserts).unwrap();
            let found = search::check(model, &Budget::unlimited()).unwrap();
            assert_eq!(found.properties[index].violating > 0, torn, "{to}, {cell}");
        }
    }
}
