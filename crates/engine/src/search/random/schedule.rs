//! Which CPU steps next in a random execution, and which of its steps it takes.
//!
//! **PCT.** Every thread has a priority, all different, in random order, and of those that can step the one
//! with the highest does. At `depth - 1` decisions, drawn beforehand, the thread that would step is put
//! behind all others instead, and the decision is repeated. The thread of the bug's first ordering must
//! initially be last: 1 in `n`. Each further ordering is kept by one change, at the decision where its
//! thread is about to step too early: 1 in `k`. Hence an execution triggers the bug with a probability of
//! at least `1/(n k^(depth-1))`. Here a change is made before the step, so that a thread's first step can be
//! postponed too, and counts as a decision, so that two in a row do not share one. The last change is then at
//! most at decision number `steps + depth - 2`, which is `k`: for a depth of 2 the number of steps.
//!
//! Under `tso` the store buffer of each CPU is a thread of its own, which steps when its oldest store reaches
//! memory. So TSO is sequential consistency with twice as many threads, and the guarantee is that for these.
//!
//! Under `rc11` a step may return a stale value or store before a newer one. With probability 1/2 an
//! execution takes the newest choice in every step: it triggers the bugs that need nothing else with half the
//! probability of `sc`. The others take the newest choice or any older one, and no guarantee is known for
//! them.
//!
//! The order in which an interrupt reaches several CPUs is a choice of the machine and not a priority, so
//! there is no guarantee either where that occurs.

use std::cmp::Reverse;

use pmdrace_mm::{MemoryModel, Model};
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use super::super::path::Move;
use super::execution::Execution;
use crate::memory::{FLUSH, Machine, SPIN, Step};
use crate::program::Missing;
use crate::{Guarantee, Sampling, Scheduler};

/// The generator of one execution, which depends only on the seed and the number of the execution.
pub(super) fn generator(seed: u64, index: u64) -> StdRng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&index.to_le_bytes());
    StdRng::from_seed(bytes)
}

/// The number of decisions among which the priority changes are drawn.
fn decisions(depth: u8, steps: u64) -> u64 {
    (steps + u64::from(depth)).saturating_sub(2).max(1)
}

/// What this many executions say about a bug that none of them triggers.
pub(super) fn guarantee(
    model: &Model,
    waits: bool,
    scheduler: Scheduler,
    (steps, executions): (u64, u64),
) -> Option<Guarantee> {
    let Scheduler::Pct { depth } = scheduler else { return None };
    let cpus = model.roles.len();
    if waits && cpus > 2 {
        return None;
    }
    let (threads, newest) = match model.memory {
        MemoryModel::Sc => (cpus, false),
        MemoryModel::Tso => (2 * cpus, false),
        _ => (cpus, true),
    };
    let probability = Guarantee::pct(depth, threads, decisions(depth, steps));
    let probability = if newest { probability / 2.0 } else { probability };
    Some(Guarantee { probability, steps, newest, executions })
}

/// The random choices of one execution.
pub(super) struct Schedule {
    random: StdRng,
    /// None for the uniform scheduler.
    priorities: Option<Priorities>,
    /// Whether every step takes the newest choice.
    newest: bool,
    /// The possible steps of the CPU whose turn it is.
    offers: Vec<Step>,
}

struct Priorities {
    /// The priority of each thread, highest first: the CPUs by number, followed by their store buffers.
    threads: Vec<(usize, usize)>,
    /// Per change, the decision at which it is made; its index is the priority that it gives.
    changes: Vec<u64>,
    /// The number of decisions made.
    made: u64,
}

impl Schedule {
    /// The choices of an execution of at most this many steps.
    pub(super) fn new(model: &Model, sampling: Sampling, index: u64, steps: u64) -> Schedule {
        let mut random = generator(sampling.seed, index);
        let (mut priorities, mut newest) = (None, false);
        if let Scheduler::Pct { depth } = sampling.scheduler {
            let buffers = if model.memory == MemoryModel::Tso { 2 } else { 1 };
            let mut threads: Vec<usize> = (0..buffers * model.roles.len()).collect();
            threads.shuffle(&mut random);
            // The priorities below are those that changes give.
            let behind = usize::from(depth.saturating_sub(1));
            let threads = threads.into_iter().enumerate();
            let threads = threads.map(|(place, thread)| (behind + place, thread)).rev().collect();
            let last = decisions(depth, steps);
            let changes = (0..behind).map(|_| random.random_range(1..=last)).collect();
            priorities = Some(Priorities { threads, changes, made: 0 });
            newest = model.memory.is_relaxed() && random.random_bool(0.5);
        }
        Schedule { random, priorities, newest, offers: Vec::new() }
    }

    /// The next step; None if no CPU can step.
    pub(super) fn next<M: Machine>(
        &mut self,
        execution: &mut Execution<'_, M>,
    ) -> Result<Option<Move>, Missing> {
        let slot = match &mut self.priorities {
            Some(priorities) => priorities.turn(execution, &mut self.offers)?,
            None => uniform(execution, &mut self.random, &mut self.offers)?,
        };
        let Some(slot) = slot else { return Ok(None) };
        // The choice of an interrupt is its target.
        let interrupts = execution.waits_for_cpus(slot);
        let last = self.offers.len() - 1;
        // A CPU that waits, and does not like the newest store, goes on waiting.
        let newest = self.offers.iter().position(|step| step.choice.which == SPIN).unwrap_or(0);
        let chosen = match &self.priorities {
            _ if last == 0 => 0,
            Some(_) if !interrupts && (self.newest || self.random.random_bool(0.5)) => newest,
            Some(_) if !interrupts => self.random.random_range(1..=last),
            _ => self.random.random_range(0..=last),
        };
        let choice = self.offers[chosen].choice;
        Ok(Some(Move { slot: slot as u8, choice }))
    }
}

/// Picks a CPU that can step, and lists its possible steps.
fn uniform<M: Machine>(
    execution: &mut Execution<'_, M>,
    random: &mut StdRng,
    offers: &mut Vec<Step>,
) -> Result<Option<usize>, Missing> {
    let mut can: Vec<usize> =
        (0..execution.cpus()).filter(|slot| execution.can_step(*slot)).collect();
    while !can.is_empty() {
        let slot = can.remove(random.random_range(0..can.len()));
        execution.offers(slot, offers)?;
        // Promises of others may forbid every step.
        if !offers.is_empty() {
            return Ok(Some(slot));
        }
    }
    Ok(None)
}

impl Priorities {
    /// The CPU of the thread whose turn it is; lists the possible steps of that thread.
    fn turn<M: Machine>(
        &mut self,
        execution: &mut Execution<'_, M>,
        offers: &mut Vec<Step>,
    ) -> Result<Option<usize>, Missing> {
        let cpus = execution.cpus();
        loop {
            let mut first = None;
            for (place, (_, thread)) in self.threads.iter().enumerate() {
                let slot = thread % cpus;
                if !execution.can_step(slot) {
                    continue;
                }
                execution.offers(slot, offers)?;
                offers.retain(|step| (step.choice == FLUSH) == (*thread >= cpus));
                if !offers.is_empty() {
                    first = Some((place, slot));
                    break;
                }
            }
            let Some((place, slot)) = first else { return Ok(None) };
            self.made += 1;
            match self.changes.iter().position(|decision| *decision == self.made) {
                Some(behind) => {
                    self.threads[place].0 = behind;
                    self.threads.sort_unstable_by_key(|(priority, _)| Reverse(*priority));
                }
                None => return Ok(Some(slot)),
            }
        }
    }
}
