//! How a search reached a state, so that another one can begin there.
//!
//! A search that misses an answer starts again once it is learned (see `program`). What follows that answer is
//! new too and misses others, so a routine would cost as many searches as it has steps. So the searches after
//! learning first begin where the answer was missed: see [`Explore::settle`](super::Explore::settle).
//!
//! A trail outlives the automata that it was made with: it consists of steps, not of classes. The CPUs are numbered as
//! in the initial state, whatever the order that a search sorts interchangeable ones into.

use super::path::Move;
use crate::memory::{Choice, Machine};
use crate::program::MAX_CPUS;

/// The bytes of a step.
const STEP: usize = 5;

/// A trail: the original numbers of the CPUs by slot, and the steps, packed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(super) struct Trail(Vec<u8>);

impl Trail {
    /// The trail of an initial state.
    pub(super) fn new() -> Trail {
        Trail((0..MAX_CPUS as u8).collect())
    }

    /// A packed trail; None if it was not kept.
    pub(super) fn unpack(packed: &[u8]) -> Option<Trail> {
        (!packed.is_empty()).then(|| Trail(packed.to_vec()))
    }

    /// A copy in a buffer.
    pub(super) fn copy(&mut self, packed: &[u8]) {
        self.0.clear();
        self.0.extend_from_slice(packed);
    }

    pub(super) fn packed(&self) -> &[u8] {
        &self.0
    }

    /// Adds a step of the CPU in this slot. A trail that is not kept stays empty.
    pub(super) fn push(&mut self, slot: usize, choice: Choice) {
        if let Some(cpu) = self.0.get(slot) {
            let Choice { which, before: [first, second], ahead } = choice;
            self.0.extend([*cpu, which, first, second, ahead]);
        }
    }

    /// Two CPUs have exchanged their slots.
    pub(super) fn swap(&mut self, a: usize, b: usize) {
        if !self.0.is_empty() {
            self.0.swap(a, b);
        }
    }

    /// The steps, with the CPUs in their original slots.
    fn moves(&self) -> impl Iterator<Item = Move> {
        let steps = self.0.get(MAX_CPUS..).unwrap_or_default().chunks_exact(STEP);
        steps.map(|step| Move {
            slot: step[0],
            choice: Choice { which: step[1], before: [step[2], step[3]], ahead: step[4] },
        })
    }

    /// Repeats the steps from the initial state on, with all CPUs in their original slots in the end. Returns the state
    /// that they lead to; None if one cannot be taken any more, or an answer is missing.
    pub(super) fn repeat<M: Machine>(&mut self, machine: &M) -> Option<M::State> {
        let mut state = machine.initial();
        let (mut next, mut after) = (state.clone(), state.clone());
        for made in self.moves() {
            let mut taken = false;
            machine.steps(&state, made.slot.into(), &mut next, &mut |step, next| {
                if !taken && step.is_ok_and(|step| step.choice == made.choice) {
                    taken = true;
                    std::mem::swap(&mut after, next);
                }
            });
            if !taken {
                return None;
            }
            std::mem::swap(&mut state, &mut after);
        }
        for (slot, cpu) in self.0.iter_mut().take(MAX_CPUS).enumerate() {
            *cpu = slot as u8;
        }
        Some(state)
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, Move, Trail};

    #[test]
    fn a_trail_names_cpus_as_in_the_initial_state() {
        let choice = |which| Choice { which, before: [1, 2], ahead: 3 };
        let mut trail = Trail::new();
        trail.push(0, choice(4));
        trail.swap(0, 1);
        trail.push(0, choice(5));
        let moves: Vec<Move> = trail.moves().collect();
        assert_eq!(moves[0], Move { slot: 0, choice: choice(4) });
        assert_eq!(moves[1], Move { slot: 1, choice: choice(5) });
    }

    #[test]
    fn a_trail_that_is_not_kept_stays_empty() {
        let mut trail = Trail::default();
        trail.push(0, Choice::default());
        trail.swap(0, 1);
        assert_eq!(Trail::unpack(trail.packed()), None);
    }
}
