//! The final outcomes of all executions: see [`crate::Finals`].

use std::collections::BTreeSet;
use std::sync::Arc;

use pmdrace_mm::Model;

use super::Reductions;
use super::kept::Kept;
use super::learning::{Explore, learn_kinds};
use crate::memory::{self, Machine, Task};
use crate::program::automaton::Merge;
use crate::program::{Program, values};
use crate::{Budget, EngineError, Final, Finals, LastState, LastStates};

/// The final outcomes of all executions of `model`, as far as `budget` allows.
///
/// # Errors
/// As [`super::check`].
pub fn finals(model: Arc<Model>, budget: &Budget) -> Result<Finals, EngineError> {
    let mut program = Program::new(&model)?;
    let mut kept = Kept::new(&model);
    learn_kinds(&mut program, budget, &mut kept)?;
    let every = program.cpus();
    let reductions = Reductions { partial_order: true, symmetry: false };
    let explore = Explore { reductions, keep_finals: true, budget };
    let (automata, reached) = explore.settle(&mut program, &every, Merge::Nothing, &mut kept)?;
    let set = memory::on(&program, &automata, &every, Observed(&reached.final_states));
    Ok(Finals { set, deadlocks: reached.stuck, cut: reached.cut })
}

/// The last states of all executions of `model`, as far as `budget` allows: what its CPUs result in, and memory.
///
/// # Errors
/// As [`super::check`].
pub fn last_states(model: Arc<Model>, budget: &Budget) -> Result<LastStates, EngineError> {
    let mut program = Program::new(&model)?;
    let mut kept = Kept::new(&model);
    let every = program.cpus();
    let reductions = Reductions { partial_order: true, symmetry: false };
    let explore = Explore { reductions, keep_finals: true, budget };
    let (automata, reached) = explore.settle(&mut program, &every, Merge::SameEnds, &mut kept)?;
    let set = memory::on(&program, &automata, &every, Last(&reached.final_states));
    Ok(LastStates { set, visited: reached.states, deadlocks: reached.stuck, cut: reached.cut })
}

/// The last state that a state without further steps is.
fn last<M: Machine>(machine: &M, state: &M::State) -> LastState {
    let frame = machine.frame();
    let heads = machine.heads(state).iter().zip(&frame.groups);
    let ends =
        heads.map(|(head, group)| frame.trees[*group].ends(frame.automata.history(head.class)));
    let memory = machine.memory(state).into_iter().enumerate();
    LastState {
        ends: ends.collect(),
        memory: memory.map(|(at, value)| frame.automata.values.word(at, value).bits).collect(),
    }
}

/// The final outcome of a state, where histories are not merged.
pub(super) fn observed<M: Machine>(machine: &M, state: &M::State) -> Final {
    let frame = machine.frame();
    let histories = || {
        let heads = machine.heads(state).iter().zip(&frame.groups);
        heads.map(|(head, group)| (&frame.trees[*group], frame.automata.history(head.class)))
    };
    let memory = machine.memory(state);
    let counters = (0..memory.len()).filter(|at| frame.counter[*at]);
    Final {
        observed: histories().map(|(tree, node)| tree.observed(node)).collect(),
        counters: counters.map(|at| values::count(memory[at])).collect(),
        ends: histories().map(|(tree, node)| tree.ends(node)).collect(),
    }
}

/// The last states that these packed states are.
struct Last<'f>(&'f [Vec<u8>]);

impl Task for Last<'_> {
    type Result = BTreeSet<LastState>;

    fn run<M: Machine>(self, machine: &M) -> BTreeSet<LastState> {
        let mut state = machine.initial();
        let mut set = BTreeSet::new();
        for packed in self.0 {
            machine.decode(packed, &mut state);
            set.insert(last(machine, &state));
        }
        set
    }
}

/// The final outcomes of these packed states.
struct Observed<'f>(&'f [Vec<u8>]);

impl Task for Observed<'_> {
    type Result = BTreeSet<Final>;

    fn run<M: Machine>(self, machine: &M) -> BTreeSet<Final> {
        let mut state = machine.initial();
        let mut finals = BTreeSet::new();
        for packed in self.0 {
            machine.decode(packed, &mut state);
            finals.insert(observed(machine, &state));
        }
        finals
    }
}
