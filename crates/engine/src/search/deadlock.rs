//! Executions that end too early: a CPU waits for something that cannot happen.

use pmdrace_mm::{Call, SyncOp};

use crate::memory::Machine;

/// Whether a state without successors is a deadlock: some CPU is not done, or is done with a lock held.
pub(super) fn is_stuck<M: Machine>(machine: &M, state: &M::State) -> bool {
    let automata = machine.frame().automata;
    machine.heads(state).iter().any(|head| {
        let class = automata.class(head.class);
        class.call.is_some() || class.locks | class.shared != 0
    })
}

/// Describes which CPU holds and which waits for what.
pub(super) fn explain<M: Machine>(machine: &M, state: &M::State) -> String {
    let frame = machine.frame();
    let name = |slot: usize| frame.model.roles[frame.slots[slot]].name.as_str();
    let locks = &frame.model.locks;
    let lock = |lock: usize| locks[lock].name.as_str();
    let heads = machine.heads(state);
    let mut lines = Vec::new();
    for (slot, head) in heads.iter().enumerate() {
        let class = frame.automata.class(head.class);
        let held: Vec<&str> = (0..locks.len())
            .filter(|l| (class.locks | class.shared) >> l & 1 != 0)
            .map(lock)
            .collect();
        let waits = match class.call {
            None if held.is_empty() => continue,
            None => "has ended".to_owned(),
            Some(Call::Sync(
                SyncOp::Lock(wanted) | SyncOp::DownWrite(wanted) | SyncOp::DownRead(wanted),
            )) => format!("waits for {}", lock(wanted.0)),
            Some(Call::Sync(SyncOp::Ipi)) => {
                let target =
                    |target: &usize| *target != slot && heads[*target].acked >> slot & 1 == 0;
                let targets: Vec<&str> = (0..heads.len()).filter(target).map(name).collect();
                format!("waits for {} to take an interrupt", targets.join(" and "))
            }
            Some(Call::Sync(SyncOp::GracePeriod)) => "waits for a grace period".to_owned(),
            Some(_) => "waits".to_owned(),
        };
        let holding = match held.is_empty() {
            true => String::new(),
            false => format!(" and holds {}", held.join(" and ")),
        };
        let irqs = if frame.ipis && class.irqs_off { " with interrupts off" } else { "" };
        lines.push(format!("{} {waits}{holding}{irqs}", name(slot)));
    }
    lines.join("; ")
}
