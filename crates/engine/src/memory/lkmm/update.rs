//! Atomic read-modify-writes, of entries and of counters.

use pmdrace_mm::{Addr, CountOp, RmwOrder};

use super::super::Visit;
use super::super::sc_tso::count;
use super::super::view::join;
use super::Lkmm;
use super::state::State;
use super::step::{Done, Turn};
use crate::program::Missing;
use crate::program::numbers::STAYS;

impl<const L: usize> Lkmm<'_, L> {
    /// An atomic update, between two full barriers if it is fully ordered and changes the word.
    pub(crate) fn update(
        &self,
        state: &State<L>,
        turn: Turn,
        (at, value, order): (Addr, Option<u16>, RmwOrder),
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let (slot, entry) = (turn.slot, self.place[at.0]);
        let mut fenced = None;
        if order == RmwOrder::Full {
            let mut ordered = state.clone();
            ordered.fence(slot);
            fenced = Some(ordered);
        }
        let count = state.entries[entry].len();
        let lowest = |state: &State<L>| {
            let after = self.read_after(state, turn, entry);
            self.low(state, slot, entry, &after)
        };
        let low = fenced.as_ref().map_or(0, lowest);
        for place in (lowest(state)..count).rev() {
            let answer = u16::from(state.entries[entry][place].value);
            let set = self.at(state, slot, turn.ahead);
            let stored = match value {
                Some(value) => value,
                None => match self.behaviours.stored(&set, answer) {
                    Some(stored) => stored,
                    None if turn.ahead > 0 => {
                        // It depends on a read that is yet to come, once all is known.
                        if let Err(missing) = self.must_know(state, turn, answer) {
                            next.copy(state);
                            visit(Err(missing), next);
                        }
                        continue;
                    }
                    None => {
                        next.copy(state);
                        let class = state.heads[slot].class;
                        visit(Err(Missing { class, answer }), next);
                        continue;
                    }
                },
            };
            let choice = count - 1 - place;
            if stored == STAYS {
                // A failed condition orders nothing.
                next.copy(state);
                let view = self.returned(next, turn, entry, place);
                self.tie(next, turn, answer, view);
                let step = self.finish(next, turn, Done { answer, choice, ..Done::PLAIN });
                visit(step, next);
                continue;
            }
            let from = fenced.as_ref().unwrap_or(state);
            if place < low || from.entries[entry].get(place + 1).is_some_and(|after| after.sealed) {
                continue;
            }
            let mut after = self.store_after(from, turn, entry, Some(answer));
            if place < self.low(from, slot, entry, &after) {
                continue;
            }
            next.copy(from);
            let view = self.returned(next, turn, entry, place);
            let old = from.entries[entry][place];
            join(&mut after, &view);
            let mut with = next.cpus[slot].rel;
            if self.extends {
                join(&mut with, &old.view);
            }
            self.forward(next, turn, entry, Some(view));
            let stores = (stored, true);
            let violated = self.make(next, turn, (entry, place + 1), stores, (after, with));
            if order == RmwOrder::Full {
                match self.splits {
                    true => next.cpus[slot].owes = true,
                    false => next.fence(slot),
                }
            } else {
                self.tie(next, turn, answer, view);
            }
            let step = self.finish(next, turn, Done { answer, choice, violated, ..Done::PLAIN });
            visit(step, next);
        }
    }

    /// An atomic operation on a counter. It is made on the newest value.
    pub(super) fn count(&self, next: &mut State<L>, turn: Turn, (at, op): (Addr, CountOp)) -> u16 {
        let slot = turn.slot;
        let (answer, value) = count(op, next.counters[at.0].0);
        let (_, view) = next.counters[at.0];
        let changed = op.changed(answer & 1 != 0);
        join(&mut next.cpus[slot].acq, &view);
        next.counters[at.0].0 = value;
        match op.order() == RmwOrder::Full && changed {
            true => next.fence(slot),
            false => self.tie(next, turn, answer, view),
        }
        if changed {
            self.counted(next, slot, at, true);
        }
        answer
    }

    /// A CPU changes a counter: what comes with its stores comes with that.
    pub(super) fn counted(&self, next: &mut State<L>, slot: usize, at: Addr, update: bool) {
        let cpu = &mut next.cpus[slot];
        let mut with = cpu.rel;
        with[L - 1] = with[L - 1].max(cpu.writes[L - 1]);
        let left = &mut next.counters[at.0].1;
        if !(update && self.extends) {
            *left = [0; L];
        }
        join(left, &with);
        let with = *left;
        join(&mut cpu.made, &with);
        join(&mut cpu.before, &cpu.writes.clone());
    }
}
