//! The final outcomes of all executions: see [`crate::Finals`].

use std::collections::BTreeSet;
use std::sync::Arc;

use pmdrace_mm::Model;

use super::kept::Kept;
use super::{Explore, Reductions, learn_kinds};
use crate::memory::{self, Machine, Task};
use crate::program::{Program, values};
use crate::{Budget, EngineError, Final, Finals};

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
    let (automata, reached) = explore.settle(&mut program, &every, false, &mut kept)?;
    let set = memory::on(&program, &automata, &every, Observed(&reached.final_states));
    Ok(Finals { set, deadlocks: reached.stuck, cut: reached.cut })
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
