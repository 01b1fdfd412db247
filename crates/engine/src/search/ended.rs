//! What is judged where executions end: outcomes about the last values of registers and words.
//!
//! Every end of an execution is a state without successors, and the searches reach all of them, reduced or not (see
//! `persistent`): executions that differ in the order of steps that do not conflict end in the same state, stores to one
//! word conflict, and what registers hold in the end distinguishes the classes of a CPU that has ended.

use crate::memory::Machine;

/// The properties and goals that a state meets as the end of an execution. None if it is not the end of one: some CPU can
/// go on, or stopped where it is not known how it goes on; or CPUs of the model are left out.
pub(super) fn met<M: Machine>(machine: &M, state: &M::State) -> (u32, u8) {
    let frame = machine.frame();
    let heads = machine.heads(state);
    let has_ended = |slot: usize| {
        let stopped = frame.automata.class(heads[slot].class).stopped;
        !machine.enabled(state, slot) && !stopped
    };
    let asked = frame.judged_at_the_end() != (0, 0);
    let all = asked && heads.len() == frame.model.roles.len();
    match all && (0..heads.len()).all(has_ended) {
        true => frame.met_at_the_end(heads, &machine.memory(state)),
        false => (0, 0),
    }
}
