//! Executions that end too early: a CPU waits for something that cannot happen, or has ended with a lock held.

use pmdrace_mm::{Call, Stuck, Wait};

use crate::memory::Machine;

/// The CPUs of a state that are stuck, as bits, if no CPU can step; 0 if some can, or all are done.
pub(super) fn stuck<M: Machine>(machine: &M, state: &M::State) -> u8 {
    let cpus = machine.heads(state).len();
    match (0..cpus).any(|slot| machine.enabled(state, slot)) {
        true => 0,
        false => left_over(machine, state),
    }
}

/// The CPUs that are not done, or are done with a lock held, in a state without successors. None if some CPU stopped where
/// it is not known how it goes on: the others may only wait for it.
pub(super) fn left_over<M: Machine>(machine: &M, state: &M::State) -> u8 {
    let class = |slot: usize| machine.frame().automata.class(machine.heads(state)[slot].class);
    let cpus = 0..machine.heads(state).len();
    if cpus.clone().any(|slot| class(slot).stopped) {
        return 0;
    }
    let stuck = cpus.filter(|slot| {
        class(*slot).call.is_some() || class(*slot).locks | class(*slot).shared != 0
    });
    stuck.fold(0, |bits, slot| bits | 1 << slot)
}

/// Why a CPU of a state without successors is stuck.
pub(super) fn explain<M: Machine>(machine: &M, state: &M::State, slot: usize) -> Stuck {
    let frame = machine.frame();
    let heads = machine.heads(state);
    let inside = match frame.call(heads[slot]) {
        Some(Call::Sync(op)) => Some(Wait::Return(op)),
        Some(Call::Await { at, .. }) => {
            let newest = machine.memory(state)[at.0];
            Some(Wait::Word { at, stays: frame.automata.values.word(at.0, newest) })
        }
        _ => None,
    };
    let waits = frame.waits_for_cpus(heads[slot]);
    let own = frame.waits_for_itself(heads[slot]);
    let others = frame.awaited(heads, slot);
    let awaited = |target: &usize| match *target == slot {
        true => own,
        // A CPU that waits for itself has asked no other.
        false => !own && others(*target) && heads[*target].acked >> slot & 1 == 0,
    };
    let on = (0..heads.len()).filter(|target| waits && awaited(target));
    Stuck { inside, on: on.map(|target| frame.slots[target]).collect() }
}
