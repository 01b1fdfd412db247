//! Executions that end too early: a CPU waits for what nobody will do.

use super::calls::Do;
use super::machine::Machine;

/// Whether a state without successors is a deadlock: some CPU is not done, or is done with a lock held.
pub(super) fn is_stuck<M: Machine>(machine: &M, state: &M::State) -> bool {
    let automata = machine.frame().automata;
    machine.heads(state).iter().any(|head| {
        let class = automata.class(head.class);
        class.op != Do::Nothing || class.locks | class.shared != 0
    })
}

/// Says who holds and who waits for what.
pub(super) fn explain<M: Machine>(machine: &M, state: &M::State) -> String {
    let frame = machine.frame();
    let name = |slot: usize| frame.model.roles[frame.slots[slot]].name.as_str();
    let locks: Vec<&String> = frame.model.locks.iter().chain(&frame.model.sems).collect();
    let lock = |lock: usize| locks[lock].as_str();
    let heads = machine.heads(state);
    let mut lines = Vec::new();
    for (slot, head) in heads.iter().enumerate() {
        let class = frame.automata.class(head.class);
        let held: Vec<&str> = (0..locks.len())
            .filter(|l| (class.locks | class.shared) >> l & 1 != 0)
            .map(lock)
            .collect();
        let waits = match class.op {
            Do::Nothing if held.is_empty() => continue,
            Do::Nothing => "has ended".to_owned(),
            Do::Lock(wanted) | Do::DownRead(wanted) => {
                format!("waits for {}", lock(usize::from(wanted)))
            }
            Do::Ipi => {
                let target =
                    |target: &usize| *target != slot && heads[*target].acked >> slot & 1 == 0;
                let targets: Vec<&str> = (0..heads.len()).filter(target).map(name).collect();
                format!("waits for {} to take an interrupt", targets.join(" and "))
            }
            Do::GracePeriod => "waits for a grace period".to_owned(),
            _ => "waits".to_owned(),
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
