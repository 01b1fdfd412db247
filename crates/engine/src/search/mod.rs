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
mod explain;
mod finals;
mod path;
mod persistent;
mod random;
mod replay;
mod shortest;
mod store;
mod witness;

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use pmdrace_mm::Model;

use crate::memory::{self, Machine, Task};
use crate::program::automaton::Automata;
use crate::program::{self, Program, Stop};
use crate::{Budget, Cut, EngineError, Explored, Limits, Outcome, PropertyOutcome};
use bfs::{Bfs, Reached};
use path::Target;
use shortest::shortest;

pub use explain::{Certainty, Explanation, Permitted, explain, explain_unreduced};
pub use finals::finals;
pub use random::sample;
pub use replay::{Fit, Replay, replay, retell};
pub use witness::{follow, interleavings, turns, witness};

/// The maximum number of CPUs of a model.
pub const MAX_CPUS: usize = program::MAX_CPUS;

/// Explores `model` as far as `budget` allows.
///
/// # Errors
/// When the model exceeds a limit of the engine, when some execution ends in a deadlock, or when a routine
/// panics.
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

fn explore_all(
    model: &Model,
    budget: &Budget,
    reductions: Reductions,
) -> Result<Outcome, EngineError> {
    let mut program = Program::new(model)?;
    learn_kinds(&mut program, budget)?;
    let every = program.cpus();
    let explore = Explore { reductions, keep_finals: false, budget };
    let (automata, reached) = explore.settle(&mut program, &every, true)?;
    let mut outcome = outcome(&program, &automata, &reached);
    let violated = (0..model.properties.len()).filter(|p| reached.violating[*p] > 0);
    let wanted: Vec<Target> = violated.map(Target::Property).collect();
    for (target, example) in shortest(&program, &automata, &wanted) {
        if let Target::Property(index) = target {
            outcome.properties[index].shortest = Some(example);
        }
    }
    Ok(outcome)
}

/// Learns the behaviour of one CPU of each kind among the others, which is nearly everything to learn.
fn learn_kinds(program: &mut Program<'_>, budget: &Budget) -> Result<(), EngineError> {
    let one_each = program.one_of_each_kind();
    if one_each.len() < program.model.roles.len() {
        let reductions = Reductions { partial_order: true, symmetry: false };
        let explore = Explore { reductions, keep_finals: false, budget };
        explore.settle(program, &one_each, true)?;
    }
    Ok(())
}

/// The number of states worth exploring to learn what a single execution may need.
const FEW_STATES: u64 = 5_000;

/// Learns what a small search of all CPUs needs, which is faster than learning many answers one by one.
fn learn_some(program: &mut Program<'_>) -> Result<(), EngineError> {
    let budget = Budget::from(Limits { max_states: Some(FEW_STATES), ..Limits::default() });
    let explore = Explore { reductions: Reductions::ALL, keep_finals: false, budget: &budget };
    let every = program.cpus();
    explore.settle(program, &every, true).map(drop)
}

/// Runs a task on the machine of all CPUs of a model, learning the answers that it needs.
fn on_all<T: Task<Result = Result<R, Stop>> + Copy, R>(
    model: &Model,
    task: T,
) -> Result<R, EngineError> {
    let mut program = Program::new(model)?;
    learn_some(&mut program)?;
    let every = program.cpus();
    let done = program
        .until_learned(true, |program, automata| memory::on(program, automata, &every, task))?;
    Ok(done.1)
}

/// A search of all states.
#[derive(Clone, Copy)]
struct Explore<'b> {
    reductions: Reductions,
    /// Whether to keep the final states.
    keep_finals: bool,
    budget: &'b Budget,
}

impl Explore<'_> {
    /// Searches the states of these CPUs, and again after learning, until no answer is missing.
    fn settle(
        self,
        program: &mut Program<'_>,
        slots: &[usize],
        merge: bool,
    ) -> Result<(Rc<Automata>, Reached), EngineError> {
        program.until_learned(merge, |program, automata| {
            let longest = program.longest(automata, slots);
            self.budget.progress.levels_at_most.store(longest, Ordering::Relaxed);
            memory::on(program, automata, slots, self)
        })
    }
}

impl Task for Explore<'_> {
    type Result = Result<Reached, Stop>;

    fn run<M: Machine>(self, machine: &M) -> Result<Reached, Stop> {
        let reached = Bfs::new(machine, self).run()?;
        if !reached.missing.is_empty() {
            return Err(Stop::Missing(reached.missing));
        }
        if let Some(stuck) = &reached.stuck {
            let mut state = machine.initial();
            machine.decode(stuck, &mut state);
            return Err(EngineError::Deadlock(deadlock::explain(machine, &state)).into());
        }
        Ok(reached)
    }
}

fn outcome(program: &Program<'_>, automata: &Automata, reached: &Reached) -> Outcome {
    let model = program.model;
    let roles = 0..model.roles.len();
    let property = |index: usize| PropertyOutcome {
        violating: reached.violating[index],
        // CPUs of one kind are not distinguished.
        by: roles
            .clone()
            .filter(|role| {
                let same_kind = |slot: &usize| program.groups[*slot] == program.groups[*role];
                let violates = |slot: &usize| reached.by[index] >> slot & 1 != 0;
                roles.clone().any(|slot| violates(&slot) && same_kind(&slot))
            })
            .flat_map(|role| model.violators(index, role))
            .collect(),
        shortest: None,
    };
    let bounds = automata.bounds.iter().enumerate();
    let bounds: BTreeSet<_> = bounds
        .filter(|(index, _)| reached.bounds >> (index + 1) & 1 != 0)
        .map(|(_, text)| *text)
        .collect();
    let bound = bounds.iter().any(|bound| !model.accepts_bound(bound));
    Outcome {
        explored: Explored::States {
            states: reached.states,
            transitions: reached.transitions,
            finals: reached.finals,
        },
        cut: reached.cut.or(bound.then_some(Cut::LoopBound)),
        max_preemptions: None,
        properties: (0..model.properties.len()).map(property).collect(),
        goals: reached.reaching[..model.goals.len()].to_vec(),
        bounds,
        not_applicable: (0..model.properties.len())
            .filter(|index| !automata.occasions.apply(model, *index))
            .collect(),
        sampled: None,
    }
}
