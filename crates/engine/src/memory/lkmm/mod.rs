//! The machine of `lkmm`, the Linux kernel memory model (Alglave, Maranget, McKenney, Parri, Stern, "Frightening Small
//! Children and Disconcerting Grown-ups", ASPLOS 2018; tools/memory-model in the kernel).
//!
//! Like the machine of `rc11` it keeps, of each entry, its stores in coherence order, and views that give for each
//! entry the oldest store that may still be read. What the views say is what the kernel's model says:
//!
//! - **A store carries what reaches every CPU before it** (its *cumul-fence* predecessors): after `smp_wmb()` the
//!   earlier stores of its CPU and what they carry; if it is a release, and after a full barrier, all that has reached
//!   its CPU; in a critical section the stores of the earlier ones of its lock; as an atomic update, in the model of
//!   Linux 6.12, what the store before it carries.
//! - **A read of it acts on what is ordered after the read**, and on nothing else (*prop* and *happens-before*): an
//!   acquire on all later accesses; `smp_rmb()` on later reads; a full barrier on all; a dependency on the stores, or
//!   by an address on the accesses, that depend on it (`behaviour`, or `depend` where the routine states it); the
//!   release itself on the release store.
//! - **A full barrier is global** (*propagates-before*): what had reached its CPU has reached all CPUs before
//!   anything that happens after it, even through CPUs that order nothing else. Barriers are numbered in the order of
//!   execution, `State::fences` has for each what had reached all by then, and the last index of each view is the
//!   number of the last barrier known to come before. It travels with everything that happens-before orders, while
//!   the rest of a view only travels with barriers.
//! - **A grace period** is a full barrier, each other CPU seen outside of its read sections in turn, and another
//!   full barrier.
//!
//! The order of execution is one of happens-before and propagates-before: each store, and each barrier, is executed
//! at its place there. So a store may have to be executed before an earlier read of its CPU: see `window`.
//!
//! What differs from the axioms is in docs/explanation/memory-models.md, test by test.

mod behaviour;
mod depend;
mod forget;
mod interrupt;
mod pack;
mod state;
mod step;
mod update;
mod window;

use std::cmp::Ordering;

use pmdrace_mm::{Call, CellKind, SyncOp};

use super::ahead::{Ahead, ahead};
use super::footprint::Footprint;
use super::frame::{Frame, Head};
use super::rc11::barriers_within;
use super::view::{View, mask};
use super::{Machine, Step, Visit};
use crate::program::values;
use behaviour::Behaviours;
use state::{Cpu, Message, NOBODY, State};
use step::Turn;

/// The machine; `L` is the capacity for entries, and one more.
pub(crate) struct Lkmm<'m, const L: usize> {
    frame: Frame<'m>,
    /// Per cell, its index among the entries; and the inverse.
    place: Vec<usize>,
    cells: Vec<usize>,
    /// The entries that are found through others, by view index.
    dependent: Vec<bool>,
    dependents: View<L>,
    ahead: Vec<Ahead>,
    /// Per class the entries that it can still access, as masks.
    touched: Vec<View<L>>,
    behaviours: Behaviours,
    /// Per class, the calls that a CPU there may execute ahead.
    passed: Vec<Vec<Call<u16>>>,
    /// Whether the two barriers of a fully ordered exchange are separate steps.
    splits: bool,
    /// Whether an atomic update carries what the store before it carries: from the model of Linux 6.12 on.
    extends: bool,
    /// Whether routines state their dependencies, and per class how far back those reach.
    states: bool,
    needed: Vec<u64>,
}

impl<'m, const L: usize> Lkmm<'m, L> {
    pub(crate) fn new(frame: Frame<'m>) -> Lkmm<'m, L> {
        let cells: Vec<usize> = (0..frame.entry.len()).filter(|at| frame.entry[*at]).collect();
        let mut place = vec![usize::MAX; frame.counter.len()];
        for (index, at) in cells.iter().enumerate() {
            place[*at] = index;
        }
        let dependent: Vec<bool> = cells.iter().map(|at| !frame.pmd[*at]).collect();
        let bits = dependent.iter().enumerate();
        let bits = bits.fold(0, |bits, (entry, found)| bits | u64::from(*found) << entry);
        let ahead = ahead(&frame, &place);
        let mut machine = Lkmm {
            touched: ahead.iter().map(|ahead| mask(ahead.touches, true)).collect(),
            dependents: mask(bits, true),
            behaviours: Behaviours::new(frame.automata),
            passed: Vec::new(),
            splits: barriers_within(&frame),
            states: frame.automata.classes.iter().any(|class| class.depends.is_some()),
            needed: depend::needed(frame.automata),
            extends: frame.model.kernel.arch.facts().kernel.has_rmw_sequences(),
            frame,
            place,
            cells,
            dependent,
            ahead,
        };
        machine.passed = machine.all_passed();
        machine
    }

    /// The step of a CPU's own next call.
    fn front(
        &self,
        state: &State<L>,
        slot: usize,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let Some(call) = self.frame.call(state.heads[slot]) else { return };
        let turn = Turn { slot, ahead: 0, call };
        match call {
            _ if self.frame.can_queue(state.locks, &state.heads, slot) => {
                next.copy(state);
                next.heads[slot].queued = true;
                self.normalise(next);
                visit(Ok(Step::SILENT), next);
            }
            Call::Sync(op) if self.frame.is_blocked(state.locks, &state.heads, op) => {}
            Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod) => {
                self.interrupt(state, turn, next, visit);
            }
            _ => self.execute(state, turn, next, visit),
        }
    }

    /// Executes a call that waits for nobody.
    fn execute(
        &self,
        state: &State<L>,
        turn: Turn,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        match turn.call {
            Call::Read { at, order } | Call::Await { at, order } if self.frame.entry[at.0] => {
                self.read(state, turn, (at, order), next, visit);
            }
            Call::Write { at, word, order } if self.frame.entry[at.0] => {
                self.write(state, turn, (at, word, order), next, visit);
            }
            Call::Xchg { at, word, order } if self.frame.entry[at.0] => {
                self.update(state, turn, (at, Some(word), order), next, visit);
            }
            Call::Update { at, order } if self.frame.entry[at.0] => {
                self.update(state, turn, (at, None, order), next, visit);
            }
            Call::Await { at, .. } if self.refuses(state, turn, state.counters[at.0].0) => {}
            _ => {
                next.copy(state);
                let step = self.act(turn, next);
                visit(step, next);
            }
        }
    }

    /// Whether the only step of a CPU is the second barrier of its exchange.
    fn owes(&self, state: &State<L>, slot: usize) -> bool {
        self.splits && state.cpus[slot].owes
    }
}

impl<const L: usize> Machine for Lkmm<'_, L> {
    type State = State<L>;

    fn frame(&self) -> &Frame<'_> {
        &self.frame
    }

    fn initial(&self) -> State<L> {
        let zero = [0; L];
        let heads = self.frame.heads();
        let first = vec![Message { value: 0, sealed: false, by: NOBODY, view: zero }];
        let cells = self.frame.model.cells.iter();
        let counter = |cell: &pmdrace_mm::Cell| match cell.kind {
            CellKind::Counter => (values::code(cell.init), zero),
            _ => (0, zero),
        };
        let mut state = State {
            cpus: heads.iter().map(|head| Cpu::new(*head)).collect(),
            heads,
            entries: vec![first; self.cells.len()],
            counters: cells.map(counter).collect(),
            locks: 0,
            lock_views: vec![[zero; 2]; self.frame.model.locks.len()],
            fences: Vec::new(),
        };
        self.normalise(&mut state);
        state
    }

    fn encode(&self, state: &State<L>, bytes: &mut Vec<u8>) {
        self.pack(state, bytes);
    }

    fn decode(&self, bytes: &[u8], state: &mut State<L>) {
        self.unpack(bytes, state);
    }

    fn heads<'s>(&self, state: &'s State<L>) -> &'s [Head] {
        &state.heads
    }

    fn compare(&self, state: &State<L>, a: usize, b: usize) -> Ordering {
        state.cpus[a].cmp(&state.cpus[b])
    }

    fn swap(&self, state: &mut State<L>, a: usize, b: usize) {
        state.cpus.swap(a, b);
        state.heads.swap(a, b);
        for message in state.entries.iter_mut().flatten() {
            message.by = match usize::from(message.by) {
                by if by == a => b as u8,
                by if by == b => a as u8,
                _ => message.by,
            };
        }
    }

    fn enabled(&self, state: &State<L>, slot: usize) -> bool {
        match self.frame.call(state.heads[slot]) {
            _ if self.owes(state, slot) => true,
            None => false,
            Some(Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod)) => {
                self.can_begin(state, slot)
                    || self.can_close(state, slot)
                    || !self.interruptible(state, slot).is_empty()
            }
            Some(call @ Call::Await { at, .. }) => {
                self.can_read(state, Turn { slot, ahead: 0, call }, at)
            }
            Some(Call::Sync(op)) => {
                !self.frame.is_blocked(state.locks, &state.heads, op)
                    || self.frame.can_queue(state.locks, &state.heads, slot)
            }
            Some(_) => true,
        }
    }

    fn footprint(&self, class: u16) -> Footprint {
        let known = self.frame.automata.class(class);
        let of = |call| Footprint::of(&self.frame, call, Footprint::BARRIER);
        let calls = known.call.into_iter().chain(self.passed[usize::from(class)].iter().copied());
        calls.map(of).fold(Footprint::NONE, Footprint::and).with_judge(&self.frame, known)
    }

    fn buffered(&self, state: &State<L>, slot: usize) -> (Footprint, Footprint) {
        match self.owes(state, slot) {
            true => (Footprint::BARRIER, Footprint::BARRIER),
            false => (Footprint::NONE, Footprint::NONE),
        }
    }

    fn steps(
        &self,
        state: &State<L>,
        slot: usize,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        if self.owes(state, slot) {
            next.copy(state);
            next.cpus[slot].owes = false;
            next.fence(slot);
            self.normalise(next);
            return visit(Ok(Step::SILENT), next);
        }
        self.front(state, slot, next, visit);
        for turn in self.turns_ahead(state, slot) {
            let passed = self.passed_release(state, turn);
            match passed.filter(|_| state.cpus[slot].release.is_none()) {
                None => self.execute(state, turn, next, visit),
                Some(at) => {
                    let mut passing = state.clone();
                    passing.cpus[slot].release = Some((at as u8, state.cpus[slot].known()));
                    self.execute(&passing, turn, next, visit);
                }
            }
        }
    }

    fn memory(&self, state: &State<L>) -> Vec<u16> {
        let value = |at: usize| match self.frame.entry[at] {
            false => state.counters[at].0,
            true => {
                let last = state.entries[self.place[at]].last();
                last.map_or(0, |message| u16::from(message.value))
            }
        };
        (0..self.frame.counter.len()).map(value).collect()
    }
}
