//! Searches that learn: what the answers that a search misses lead to, and the search again.
//!
//! A search goes on without what it misses, and a new one starts once that is learned. Behind a new answer there are
//! new calls, whose answers are missing too, so a routine would take as many searches as it has calls. Hence one CPU of
//! each kind learns first, among few; and after learning, a short search begins in the state where the answer was
//! missed (see `trail`), before a new one begins in the initial state. Only one that begins there and misses nothing is
//! complete.

use std::rc::Rc;
use std::sync::atomic::Ordering;

use super::Reductions;
use super::bfs::{Bfs, Reached};
use super::kept::Kept;
use super::trail::Trail;
use crate::memory::{self, Machine, Task};
use crate::program::automaton::{Automata, Merge};
use crate::program::{Program, Stop};
use crate::{Budget, Cut, EngineError, Limits};

/// A short search visits this share of the states of the last long one, and at least so many.
const SHARE: u64 = 16;
const FEW: u64 = 16;
/// All short ones together visit as many states as the last long one, and at least so many.
const MANY: u64 = 1000;
/// The number of states worth exploring to learn what a single execution may need.
const FEW_STATES: u64 = 5_000;

/// A search of all states.
#[derive(Clone, Copy)]
pub(super) struct Explore<'b> {
    pub(super) reductions: Reductions,
    /// Whether to keep the final states.
    pub(super) keep_finals: bool,
    pub(super) budget: &'b Budget,
}

/// One attempt at it, from one state on.
#[derive(Clone, Copy)]
pub(super) struct Attempt<'b> {
    pub(super) explore: Explore<'b>,
    /// How to reach the state; None for the initial one.
    pub(super) from: Option<&'b Trail>,
    /// How many states are enough: it ends with the level in which it has visited them.
    pub(super) at_most: u64,
}

impl Task for Attempt<'_> {
    type Result = Result<Reached, Stop>;

    fn run<M: Machine>(self, machine: &M) -> Result<Reached, Stop> {
        Ok(Bfs::new(machine, self).run()?)
    }
}

impl Explore<'_> {
    /// Searches the states of these CPUs, and again after learning, until no answer is missing or there is no
    /// time left to learn. What each attempt finds is kept.
    pub(super) fn settle(
        self,
        program: &mut Program<'_>,
        slots: &[usize],
        merge: Merge,
        kept: &mut Kept,
    ) -> Result<(Rc<Automata>, Reached), EngineError> {
        // Where to begin after learning, the last first; the states of the last long search, and of the short ones since.
        let mut trails: Vec<Trail> = Vec::new();
        let (mut long, mut short) = (0, 0);
        program.until_learned(merge, |program, automata| {
            let longest = program.longest(automata, slots);
            self.budget.progress.levels_at_most.store(longest, Ordering::Relaxed);
            loop {
                let from = trails.pop();
                let at_most = from.as_ref().map_or(u64::MAX, |_| FEW.max(long / SHARE));
                let attempt = Attempt { explore: self, from: from.as_ref(), at_most };
                let mut reached = memory::on(program, automata, slots, attempt)?;
                // Its limits are its own: see `FEW`.
                if from.is_some() && matches!(reached.cut, Some(Cut::MaxStates | Cut::MaxMemory)) {
                    reached.cut = None;
                }
                let missing = std::mem::take(&mut reached.missing);
                if !missing.is_empty() {
                    reached.cut = self.budget.spent(0);
                }
                let complete = from.is_none() && missing.is_empty();
                let again = !complete && reached.cut.is_none();
                kept.add(program, automata, slots, &reached, again);
                if !again {
                    return Ok(reached);
                }
                match from {
                    Some(_) => short += reached.states,
                    None => (long, short) = (reached.states, 0),
                }
                trails.extend(missing.values().flatten().cloned());
                if short > MANY.max(long) {
                    trails.clear();
                }
                if !missing.is_empty() {
                    return Err(Stop::Missing(missing.into_keys().collect()));
                }
            }
        })
    }
}

/// Learns the behaviour of one CPU of each kind among the others, which is nearly everything to learn.
pub(super) fn learn_kinds(
    program: &mut Program<'_>,
    budget: &Budget,
    kept: &mut Kept,
) -> Result<(), EngineError> {
    let one_each = program.one_of_each_kind();
    if one_each.len() < program.model.roles.len() {
        let reductions = Reductions { partial_order: true, symmetry: false };
        let explore = Explore { reductions, keep_finals: false, budget };
        explore.settle(program, &one_each, Merge::Alike, kept)?;
    }
    Ok(())
}

/// Learns what a small search of all CPUs needs, which is faster than learning many answers one by one.
pub(super) fn learn_some(program: &mut Program<'_>) -> Result<(), EngineError> {
    let budget = Budget::from(Limits { max_states: Some(FEW_STATES), ..Limits::default() });
    let explore = Explore { reductions: Reductions::ALL, keep_finals: false, budget: &budget };
    let every = program.cpus();
    let mut kept = Kept::new(program.model);
    explore.settle(program, &every, Merge::Alike, &mut kept).map(drop)
}
