//! Interrupts of other CPUs, and grace periods.
//!
//! Whoever interrupts others, or waits for a grace period, first executes a full barrier, and after a grace period
//! another one. An interrupt is handled between two steps of its target: the handler sees what the sender did
//! before, and tells it that the target has done everything before; its own atomic operations are full barriers.
//! A grace period orders what the kernel promises, read sections and IRQ-off sections, and nothing else.

use pmdrace_mm::{Call, SyncOp};

use std::collections::BTreeSet;

use super::super::{Step, Visit};
use super::Armv8;
use super::state::State;

impl<const L: usize> Armv8<'_, L> {
    /// Whether a CPU has yet to begin to interrupt others.
    pub(crate) fn can_begin(&self, state: &State<L>, slot: usize) -> bool {
        state.heads[slot].acked >> slot & 1 == 0
    }

    /// Whether every other CPU has been seen outside of a section, and a grace period can end.
    pub(crate) fn can_close(&self, state: &State<L>, slot: usize) -> bool {
        let heads = &state.heads;
        !self.can_begin(state, slot)
            && !self.frame.waits_for_itself(heads[slot])
            && self.frame.all_took(heads, slot)
    }

    /// The CPUs that can take the interrupt now.
    pub(crate) fn targets(&self, state: &State<L>, slot: usize) -> Vec<usize> {
        let mut next = state.clone();
        let targets = self.frame.interruptible(&state.heads, slot);
        targets.filter(|target| self.meet_target(state, slot, *target, &mut next)).collect()
    }

    /// The views of a CPU and of one that takes its interrupt, in `next`; false if the target could not keep a
    /// promise.
    fn meet_target(
        &self,
        state: &State<L>,
        slot: usize,
        target: usize,
        next: &mut State<L>,
    ) -> bool {
        next.copy(state);
        let mine = next.cpus[slot].all();
        if self.frame.call(state.heads[slot]) == Some(Call::Sync(SyncOp::GracePeriod)) {
            let left = next.cpus[target].section;
            let fits = Self::acquire(next, slot, left);
            next.cpus[target].waited = next.cpus[target].waited.max(next.cpus[slot].all());
            return fits;
        }
        let theirs = next.cpus[target].all();
        Self::acquire(next, slot, theirs);
        let fits = Self::acquire(next, target, mine.max(theirs));
        let mut missing = BTreeSet::new();
        fits && self.is_certified(next, target, &mut missing)
    }

    pub(crate) fn interrupt(
        &self,
        state: &State<L>,
        slot: usize,
        call: Call<u16>,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let (begins, closes) = (self.can_begin(state, slot), self.can_close(state, slot));
        if begins || closes {
            next.copy(state);
            Self::full_barrier(next, slot);
            next.heads[slot].acked |= 1 << slot;
            let alone = self.frame.waits_for_nobody(&next.heads, slot);
            let step = match closes || alone {
                true => {
                    self.frame.interrupted_all(&mut next.heads, slot);
                    self.act(slot, call, false, next)
                }
                false => {
                    self.normalise(next);
                    Some(Ok(Step::SILENT))
                }
            };
            if let Some(step) = step {
                visit(step.map(|step| step.with_choice(slot)), next);
            }
            return;
        }
        for target in self.frame.interruptible(&state.heads, slot) {
            if !self.meet_target(state, slot, target, next) {
                continue;
            }
            let done = self.frame.interrupt(&mut next.heads, slot, target);
            let step = match done && matches!(call, Call::Sync(SyncOp::Ipi(_))) {
                true => {
                    self.frame.interrupted_all(&mut next.heads, slot);
                    self.act(slot, call, false, next)
                }
                false => {
                    self.normalise(next);
                    Some(Ok(Step::SILENT))
                }
            };
            if let Some(step) = step {
                visit(step.map(|step| step.with_choice(target)), next);
            }
        }
    }
}
