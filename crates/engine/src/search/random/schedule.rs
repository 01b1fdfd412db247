//! Who steps next in a random execution, and which of its steps it takes.
//!
//! **PCT.** Every thread has a priority, all different, in random order, and of those that can step the one
//! with the highest does. At `depth - 1` decisions, drawn beforehand, whoever would step is put behind all
//! others instead, and it is decided again. The thread of the bug's first order must be last at the
//! beginning: one of `n`. Each further order is kept by one change, at the decision where its thread is about
//! to step too early: one of `k`. That is why an execution shows the bug with a probability of at least
//! `1/(n k^(depth-1))`. Here a change is made before the step, so that a thread's first step can be
//! put off too, and counts as a decision, so that two in a row do not share one. The last change is then
//! at most the decision number `steps + depth - 2`, which is `k`: for a depth of 2 the number of steps.
//!
//! Under `tso` the store buffer of each CPU is a thread of its own, which steps when its oldest store reaches
//! memory. So TSO is sequential consistency with twice as many threads, and the guarantee is that of these.
//!
//! Under `weak` a step may return an old value or store before a newer one. Every other execution, by the toss
//! of a coin, takes the newest there is in each step: of the bugs that need nothing else it shows half of
//! what it would under `sc`. The rest take the newest or anything older, and no guarantee is known for them.
//!
//! In which order an interrupt reaches several CPUs is a choice of the machine and no priority, so there is no
//! guarantee either where that occurs.

use std::cmp::Reverse;

use pmdrace_mm::{MemoryModel, Model};
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use super::super::path::Move;
use super::execution::Execution;
use crate::memory::{FLUSH, Machine, Step};
use crate::program::Missing;
use crate::{Guarantee, Sampling, Scheduler};

/// The generator of one execution. It depends on nothing but the seed and the number of the execution.
pub(super) fn generator(seed: u64, index: u64) -> StdRng {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&index.to_le_bytes());
    StdRng::from_seed(bytes)
}

/// The decisions among which the changes of priority are drawn.
fn decisions(depth: u8, steps: u64) -> u64 {
    (steps + u64::from(depth)).saturating_sub(2).max(1)
}

/// What so many executions say about a bug that none of them shows.
pub(super) fn guarantee(
    model: &Model,
    scheduler: Scheduler,
    (steps, executions): (u64, u64),
) -> Option<Guarantee> {
    let Scheduler::Pct { depth } = scheduler else { return None };
    let cpus = model.roles.len();
    if model.waits_for_cpus() && cpus > 2 {
        return None;
    }
    let (threads, newest) = match model.memory {
        MemoryModel::Sc => (cpus, false),
        MemoryModel::Tso => (2 * cpus, false),
        MemoryModel::Weak => (cpus, true),
    };
    let probability = Guarantee::pct(depth, threads, decisions(depth, steps));
    let probability = if newest { probability / 2.0 } else { probability };
    Some(Guarantee { probability, steps, newest, executions })
}

/// The random choices of one execution.
pub(super) struct Schedule {
    random: StdRng,
    /// None: uniform.
    priorities: Option<Priorities>,
    /// Whether every step takes the newest there is.
    newest: bool,
    /// What the CPU whose turn it is can do.
    offers: Vec<Step>,
}

struct Priorities {
    /// Threads, each with its priority, highest first: the CPUs by number, and behind them their store buffers.
    threads: Vec<(usize, usize)>,
    /// Per change, the decision at which it is made; its number is the priority that it gives.
    changes: Vec<u64>,
    /// How many decisions have been made.
    made: u64,
}

/// The next step.
pub(super) struct Turn {
    pub(super) made: Move,
    /// Whether it returns an old value or stores before a newer one.
    pub(super) old: bool,
}

impl Schedule {
    /// The choices of an execution of at most so many steps.
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
            newest = model.memory == MemoryModel::Weak && random.random_bool(0.5);
        }
        Schedule { random, priorities, newest, offers: Vec::new() }
    }

    /// The next step; None: no CPU can step.
    pub(super) fn next<M: Machine>(
        &mut self,
        execution: &mut Execution<'_, M>,
    ) -> Result<Option<Turn>, Missing> {
        let slot = match &mut self.priorities {
            Some(priorities) => priorities.turn(execution, &mut self.offers)?,
            None => uniform(execution, &mut self.random, &mut self.offers)?,
        };
        let Some(slot) = slot else { return Ok(None) };
        // Of an interrupt the choice is its target.
        let interrupts = execution.waits_for_cpus(slot);
        let last = self.offers.len() - 1;
        let chosen = match &self.priorities {
            _ if last == 0 => 0,
            Some(_) if !interrupts && (self.newest || self.random.random_bool(0.5)) => 0,
            Some(_) if !interrupts => self.random.random_range(1..=last),
            _ => self.random.random_range(0..=last),
        };
        let choice = self.offers[chosen].choice;
        let old = choice != 0 && choice != FLUSH && !interrupts;
        Ok(Some(Turn { made: Move { slot: slot as u8, choice }, old }))
    }
}

/// Any CPU that can step, and what it can do.
fn uniform<M: Machine>(
    execution: &mut Execution<'_, M>,
    random: &mut StdRng,
    offers: &mut Vec<Step>,
) -> Result<Option<usize>, Missing> {
    let can: Vec<usize> = (0..execution.cpus()).filter(|slot| execution.can_step(*slot)).collect();
    if can.is_empty() {
        return Ok(None);
    }
    let slot = can[random.random_range(0..can.len())];
    execution.offers(slot, offers)?;
    Ok(Some(slot))
}

impl Priorities {
    /// The CPU of the thread whose turn it is, and what that thread can do.
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
