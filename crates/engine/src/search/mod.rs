//! The state-space engine: searches over the states of a machine whose CPUs run learned automata.
//!
//! A state of the machine takes a few bytes: the class of each CPU, memory, locks, and what the memory model
//! adds. The search visits each state once, level by level (`bfs`, `store`), skipping redundant interleavings
//! (`persistent`) and states that differ only in a permutation of interchangeable CPUs. The
//! counterexamples that are easiest to follow come from a separate search (`shortest`); `path` replays a path as
//! events. Where there are too many states, executions are sampled instead (`random`). Other searches find
//! single executions: those that fit what CPUs observed (`explain`), one that reproduces a recorded trace
//! (`replay`), one that reaches a goal (`witness`).

mod bfs;
mod deadlock;
mod ended;
mod explain;
mod finals;
mod kept;
mod learning;
mod path;
mod patience;
mod persistent;
mod random;
mod replay;
mod shortest;
mod store;
#[cfg(test)]
mod tests;
mod trail;
mod witness;

use std::rc::Rc;
use std::sync::Arc;

use pmdrace_mm::{History, Model};

use crate::memory::{self, Task};
use crate::program::automaton::{Automata, Merge};
use crate::program::tree::Tree;
use crate::program::{self, Program, Stop};
use crate::{Budget, Cut, EngineError, Outcome};
use kept::Kept;
use learning::{Explore, learn_kinds, learn_some};
use path::Target;
use shortest::shortest;

pub use explain::{Certainty, Explanation, Permitted, explain, explain_unreduced};
pub use finals::{finals, last_states};
pub use random::sample;
pub use replay::{Fit, Replay, replay, retell};
pub use witness::{follow, interleavings, turns, witness};

/// The maximum number of CPUs of a model.
pub const MAX_CPUS: usize = program::MAX_CPUS;

/// Explores `model` as far as `budget` allows.
///
/// # Errors
/// When the model exceeds a limit of the engine, or when a routine panics.
pub fn check(model: Arc<Model>, budget: &Budget) -> Result<Outcome, EngineError> {
    explore_all(&model, budget, Reductions::ALL)
}

/// Explores `model` without any reduction: every interleaving, every state. For tests of the reductions of
/// [`check`].
///
/// # Errors
/// As [`check`].
pub fn check_unreduced(model: Arc<Model>, budget: &Budget) -> Result<Outcome, EngineError> {
    explore_all(&model, budget, Reductions { partial_order: false, symmetry: false })
}

/// The reductions of a search.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Reductions {
    /// Skips interleavings that differ only in the order of steps that do not conflict.
    partial_order: bool,
    /// Skips states that differ only in a permutation of interchangeable CPUs.
    symmetry: bool,
}

impl Reductions {
    const ALL: Reductions = Reductions { partial_order: true, symmetry: true };
}

/// Explores `model` as [`check`] does, without looking for counterexamples.
///
/// # Errors
/// As [`check`].
pub fn survey(model: &Model, budget: &Budget) -> Result<Outcome, EngineError> {
    let mut program = Program::new(model)?;
    Ok(explore(&mut program, budget, Reductions::ALL)?.1)
}

/// Every history of every kind of CPU in the executions of a model, and what cut the search short, if anything
/// did.
///
/// # Errors
/// As [`check`].
pub fn histories(
    model: &Model,
    budget: &Budget,
) -> Result<(Vec<History>, Option<Cut>), EngineError> {
    let mut program = Program::new(model)?;
    // Histories that are merged are learned together, also those that nobody reaches.
    let reductions = Reductions { partial_order: true, symmetry: false };
    let explore = Explore { reductions, keep_finals: false, budget };
    let mut kept = Kept::new(model);
    let every = program.cpus();
    explore.settle(&mut program, &every, Merge::Nothing, &mut kept)?;
    let outcome = kept.outcome(model);
    let trees = program.trees.iter().map(|tree| tree.histories(model));
    let histories = trees.collect::<Result<Vec<_>, _>>()?;
    Ok((histories.into_iter().flatten().collect(), outcome.cut))
}

/// What a search of all CPUs finds, without counterexamples, and the automata that it ran on.
fn explore(
    program: &mut Program<'_>,
    budget: &Budget,
    reductions: Reductions,
) -> Result<(Rc<Automata>, Outcome), EngineError> {
    let mut kept = Kept::new(program.model);
    learn_kinds(program, budget, &mut kept)?;
    let every = program.cpus();
    let explore = Explore { reductions, keep_finals: false, budget };
    let (automata, _) = explore.settle(program, &every, Merge::Alike, &mut kept)?;
    let returns = program.trees.iter().flat_map(Tree::returns).collect();
    Ok((automata, Outcome { returns, ..kept.outcome(program.model) }))
}

fn explore_all(
    model: &Model,
    budget: &Budget,
    reductions: Reductions,
) -> Result<Outcome, EngineError> {
    let mut program = Program::new(model)?;
    let (automata, mut outcome) = explore(&mut program, budget, reductions)?;
    let violated = (0..model.properties.len()).filter(|p| outcome.properties[*p].violating > 0);
    let targets: Vec<Target> = violated.map(|index| Target::violation(model, index)).collect();
    for example in shortest(&program, &automata, &targets, budget) {
        if let Target::Property(index) | Target::Stuck(index) = example.target {
            let property = &mut outcome.properties[index];
            // What is known by now may not lead to a violation of an earlier attempt again.
            property.shortest_cut = match example.execution {
                Some(_) => example.cut,
                None => example.cut.or(outcome.cut),
            };
            property.shortest = example.execution;
        }
    }
    Ok(outcome)
}

/// Runs a task on the machine of all CPUs of a model, learning the answers that it needs.
fn on_all<T: Task<Result = Result<R, Stop>> + Copy, R>(
    model: &Model,
    task: T,
) -> Result<R, EngineError> {
    let mut program = Program::new(model)?;
    learn_some(&mut program)?;
    let every = program.cpus();
    let done = program.until_learned(Merge::Alike, |program, automata| {
        memory::on(program, automata, &every, task)
    })?;
    Ok(done.1)
}
