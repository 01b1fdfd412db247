//! IPIs and grace periods, which wait for every other CPU.

use pmdrace_mm::{Call, SyncOp};

use super::super::view::join;
use super::super::{Step, Visit};
use super::Lkmm;
use super::state::State;
use super::step::Turn;

impl<const L: usize> Lkmm<'_, L> {
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

    /// The other CPUs that have yet to take the interrupt that a CPU sends, or to be seen outside of a section, and can.
    pub(crate) fn interruptible(&self, state: &State<L>, slot: usize) -> Vec<usize> {
        let grace = self.frame.call(state.heads[slot]) == Some(Call::Sync(SyncOp::GracePeriod));
        let targets = self.frame.interruptible(&state.heads, slot);
        targets.filter(|target| !(grace && self.is_inside(state, *target))).collect()
    }

    /// A CPU for whose sections a grace period need not wait any more, since it begins none again: nothing depends on
    /// when it is seen, so it is seen first.
    fn never_again(&self, state: &State<L>, slot: usize) -> Option<usize> {
        if self.frame.call(state.heads[slot]) != Some(Call::Sync(SyncOp::GracePeriod)) {
            return None;
        }
        let mut targets = self.interruptible(state, slot).into_iter();
        targets.find(|target| !self.ahead[usize::from(state.heads[*target].class)].irqs)
    }

    /// A CPU sees another outside of a section, or interrupts it; returns whether that was the last.
    fn see(&self, next: &mut State<L>, slot: usize, target: usize) -> bool {
        let left = next.cpus[target].section;
        let cpu = &mut next.cpus[slot];
        for view in [&mut cpu.reads, &mut cpu.writes, &mut cpu.acq] {
            join(view, &left);
        }
        let known = next.cpus[slot].known();
        join(&mut next.cpus[target].waited, &known);
        self.frame.interrupt(&mut next.heads, slot, target)
    }

    /// A CPU interrupts the others, or waits for a grace period: a full barrier, each other CPU in turn, and after
    /// a grace period another full barrier.
    pub(crate) fn interrupt(
        &self,
        state: &State<L>,
        turn: Turn,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let slot = turn.slot;
        let (begins, closes) = (self.can_begin(state, slot), self.can_close(state, slot));
        if begins || closes {
            next.copy(state);
            next.fence(slot);
            next.heads[slot].acked |= 1 << slot;
            while let Some(target) = self.never_again(next, slot) {
                self.see(next, slot, target);
            }
            let alone = self.frame.waits_for_nobody(&next.heads, slot);
            let step = if closes || alone {
                self.frame.interrupted_all(&mut next.heads, slot);
                self.act(turn, next)
            } else {
                self.normalise(next);
                Ok(Step::SILENT)
            };
            visit(step.map(|step| step.with_choice(slot)), next);
            return;
        }
        let never_again = self.never_again(state, slot);
        let targets = never_again.map_or_else(|| self.interruptible(state, slot), |one| vec![one]);
        for target in targets {
            next.copy(state);
            let done = self.see(next, slot, target);
            let step = if done && matches!(turn.call, Call::Sync(SyncOp::Ipi(_))) {
                self.frame.interrupted_all(&mut next.heads, slot);
                self.act(turn, next)
            } else {
                self.normalise(next);
                Ok(Step::SILENT)
            };
            visit(step.map(|step| step.with_choice(target)), next);
        }
    }
}
