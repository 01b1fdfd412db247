//! One execution, step by step.

use super::super::path::Move;
use super::super::shortest::departs;
use super::super::{deadlock, ended};
use super::schedule::Schedule;
use crate::Effort;
use crate::memory::{Machine, Step};
use crate::program::{Missing, Stop};

/// An execution in progress.
pub(super) struct Execution<'m, M: Machine> {
    machine: &'m M,
    state: M::State,
    next: M::State,
    /// The first step of the last offers, and the state after it.
    first: Option<(usize, Step)>,
    after: M::State,
}

/// The first violation of a property in an execution.
pub(super) struct Violation {
    pub(super) property: usize,
    /// The CPUs that violate it, as bits.
    pub(super) slots: u8,
    /// The number of steps up to it.
    pub(super) steps: usize,
    pub(super) effort: Effort,
}

/// A complete execution.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) violations: Vec<Violation>,
    /// Its steps up to the last first violation of a property.
    pub(super) path: Vec<Move>,
    /// The goals it reached, as bits.
    pub(super) goals: u8,
    /// The loops that it gave up.
    pub(super) bounds: Vec<&'static str>,
}

impl<'m, M: Machine> Execution<'m, M> {
    pub(super) fn new(machine: &'m M) -> Execution<'m, M> {
        let state = machine.initial();
        Execution { machine, next: state.clone(), after: state.clone(), state, first: None }
    }

    pub(super) fn cpus(&self) -> usize {
        self.machine.frame().slots.len()
    }

    /// Whether a CPU is about to wait for all others.
    pub(super) fn waits_for_cpus(&self, slot: usize) -> bool {
        self.machine.frame().waits_for_cpus(self.machine.heads(&self.state)[slot])
    }

    pub(super) fn can_step(&self, slot: usize) -> bool {
        self.machine.enabled(&self.state, slot)
    }

    /// The steps that a CPU can take, newest choices first. An answer that has not been learned is missing
    /// even if it would not be chosen, so that choices do not depend on what is known.
    pub(super) fn offers(&mut self, slot: usize, into: &mut Vec<Step>) -> Result<(), Missing> {
        into.clear();
        let Execution { machine, state, next, first, after } = self;
        *first = None;
        let mut missing = None;
        machine.steps(state, slot, next, &mut |step, next| match step {
            Ok(step) => {
                if into.is_empty() {
                    *first = Some((slot, step));
                    std::mem::swap(after, next);
                }
                into.push(step);
            }
            Err(unknown) => missing = missing.or(Some(unknown)),
        });
        missing.map_or(Ok(()), Err)
    }

    /// Takes a step.
    pub(super) fn take(&mut self, made: Move) -> Option<Step> {
        let Execution { machine, state, next, first, after } = self;
        let slot = usize::from(made.slot);
        let mut taken = first.take().filter(|(of, step)| (*of, step.choice) == (slot, made.choice));
        if taken.is_none() {
            machine.steps(state, slot, next, &mut |step, next| {
                if let Ok(step) = step
                    && step.choice == made.choice
                {
                    taken = Some((slot, step));
                    std::mem::swap(after, next);
                }
            });
        }
        let (_, step) = taken?;
        std::mem::swap(state, after);
        Some(step)
    }

    /// Takes these steps and continues to the end, as
    /// [`Recorder::execution`](super::super::path::Recorder::execution) does.
    pub(super) fn complete(&mut self, path: &[Move]) -> Result<(), Missing> {
        for made in path {
            self.take(*made);
        }
        let prefer = path.last().map_or(0, |made| usize::from(made.slot));
        let mut offers = Vec::new();
        'steps: loop {
            for slot in std::iter::once(prefer).chain(0..self.cpus()) {
                self.offers(slot, &mut offers)?;
                if let Some(step) = offers.first() {
                    self.take(Move { slot: slot as u8, choice: step.choice });
                    continue 'steps;
                }
            }
            return Ok(());
        }
    }

    /// Runs an execution to its end.
    ///
    /// # Errors
    /// When an answer is missing.
    pub(super) fn run(&mut self, mut schedule: Schedule) -> Result<Drawn, Stop> {
        self.state = self.machine.initial();
        let mut drawn = Drawn::default();
        let mut effort = Effort::default();
        let (mut violated, mut bounds) = (0, 0_u64);
        while let Some(made) = schedule.next(self)? {
            let switch = drawn.path.last().is_some_and(|last| last.slot != made.slot);
            drawn.path.push(made);
            effort = effort.and(departs(self.machine, &self.state, made), switch);
            let Some(step) = self.take(made) else { break };
            drawn.goals |= step.goals;
            bounds |= 1 << step.bound;
            let first = step.violated & !violated;
            violated |= first;
            for property in (0..u32::BITS as usize).filter(|index| first >> index & 1 != 0) {
                let (slots, steps) = (1 << made.slot, drawn.path.len());
                drawn.violations.push(Violation { property, slots, steps, effort });
            }
        }
        let (met, goals) = ended::met(self.machine, &self.state);
        drawn.goals |= goals;
        for property in (0..u32::BITS as usize).filter(|index| met >> index & 1 != 0) {
            let slots = (0..self.cpus()).fold(0, |all, slot| all | 1 << slot);
            let steps = drawn.path.len();
            drawn.violations.push(Violation { property, slots, steps, effort });
        }
        let slots = deadlock::stuck(self.machine, &self.state);
        if let (1.., Some(property)) = (slots, self.machine.frame().deadlock) {
            let steps = drawn.path.len();
            drawn.violations.push(Violation { property, slots, steps, effort });
        }
        let known = self.machine.frame().automata.bounds.iter().enumerate();
        let given_up = known.filter(|(index, _)| bounds >> (index + 1) & 1 != 0);
        drawn.bounds = given_up.map(|(_, text)| *text).collect();
        drawn.path.truncate(drawn.violations.iter().map(|found| found.steps).max().unwrap_or(0));
        Ok(drawn)
    }
}
