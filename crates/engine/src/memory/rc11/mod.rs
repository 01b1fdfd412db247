//! The machine of `rc11`: per-location histories and per-thread views, after the promise-free part of
//! Kang et al., "A promising semantics for relaxed-memory concurrency" (POPL 2017).
//!
//! Each entry keeps its stores in modification order. A *view* gives, for each entry, the oldest store that
//! may still be read. A CPU has four: the one that it must not read behind (`cur`), the one that its later
//! stores carry after a release barrier (`rel`), the one that an acquire barrier will add (`acq`: the views
//! of the stores it has read), and the one that an address dependency adds (`dep`: for words found through
//! another). A store carries the writer's `rel`, a value-returning exchange its `cur`; a read never goes
//! ahead of `cur`, so there is no load buffering. `smp_mb()` takes a place in one order of all full
//! barriers and joins the view that the one before it left (`barrier`). A new store is placed anywhere after what its writer
//! has seen, but never between an atomic update and the store that the update read. Locks, counters and the
//! interrupts of each CPU pass on the view of their last user, as a mutex does.
//!
//! States keep nothing that no CPU can observe any more: stores that all have passed are dropped, and views
//! are reduced to what can still matter.

mod barrier;
mod forget;
mod order;
mod pack;
mod state;
mod step;

use std::cmp::Ordering;

use pmdrace_mm::{Call, ReadOrder, RmwOrder, SyncOp};

use super::ahead::{Ahead, ahead};
use super::footprint::Footprint;
use super::frame::{Frame, Head};
use super::view::mask;
use super::{Machine, Step, Visit};
use crate::program::values;
pub(super) use order::{matters as order_matters, within as barriers_within};
use pack::Uses;
use state::{Cpu, Message, State, View, join};

pub(crate) struct Rc11<'m, const L: usize> {
    frame: Frame<'m>,
    /// Per cell, its index among the entries; and the inverse.
    place: Vec<usize>,
    cells: Vec<usize>,
    /// The entries that are found through others, by view index.
    dependent: Vec<bool>,
    ahead: Vec<Ahead>,
    /// As masks: per class the entries that it can still access, and the dependent ones.
    touched: Vec<View<L>>,
    dependents: View<L>,
    /// Whether some CPU ever executes a full barrier or a release barrier, or reads by dependency.
    uses: Uses,
    /// Whether full barriers are placed in any order, and not as executed.
    any_order: bool,
}

impl<'m, const L: usize> Rc11<'m, L> {
    pub(crate) fn new(frame: Frame<'m>, any_order: bool) -> Rc11<'m, L> {
        let cells: Vec<usize> = (0..frame.entry.len()).filter(|at| frame.entry[*at]).collect();
        let mut place = vec![usize::MAX; frame.counter.len()];
        for (index, at) in cells.iter().enumerate() {
            place[*at] = index;
        }
        let dependent: Vec<bool> = cells.iter().map(|at| !frame.pmd[*at]).collect();
        let bits = dependent.iter().enumerate();
        let bits = bits.fold(0, |bits, (entry, found)| bits | u64::from(*found) << entry);
        let ahead = ahead(&frame, &place);
        let touched = ahead.iter().map(|ahead| mask(ahead.touches, any_order)).collect();
        let calls = || frame.automata.classes.iter().filter_map(|class| class.call);
        let full = |call| match call {
            Call::Xchg { order, .. } | Call::Update { order, .. } => order == RmwOrder::Full,
            Call::Count { op, .. } => op.order() == RmwOrder::Full,
            Call::Sync(op) => matches!(op, SyncOp::Mb | SyncOp::Ipi(_) | SyncOp::GracePeriod),
            Call::Read { .. } | Call::Await { .. } | Call::Write { .. } => false,
        };
        let dependency = |call| match call {
            Call::Read { order, .. } | Call::Await { order, .. } => order == ReadOrder::Dependency,
            _ => false,
        };
        let barrier = calls().any(full);
        let uses = Uses {
            barrier,
            rel: barrier || calls().any(|call| call == Call::Sync(SyncOp::Wmb)),
            acq: barrier || calls().any(|call| call == Call::Sync(SyncOp::Rmb)),
            dep: calls().any(dependency),
            irqs: frame.ipis,
        };
        let dependents = mask(bits, any_order);
        Rc11 { frame, place, cells, dependent, ahead, touched, dependents, uses, any_order }
    }
}

impl<const L: usize> Machine for Rc11<'_, L> {
    type State = State<L>;

    fn frame(&self) -> &Frame<'_> {
        &self.frame
    }

    fn initial(&self) -> State<L> {
        let zero = [0; L];
        let heads = self.frame.heads();
        let cpu = |head: &Head| Cpu {
            head: *head,
            cur: zero,
            rel: zero,
            acq: zero,
            dep: zero,
            irq: zero,
        };
        let first = vec![Message { value: 0, sealed: false, view: zero }];
        let counter = |cell: &pmdrace_mm::Cell| (values::code(cell.init), zero);
        let mut state = State {
            cpus: heads.iter().map(cpu).collect(),
            heads,
            entries: vec![first; self.cells.len()],
            counters: self.frame.model.cells.iter().map(counter).collect(),
            locks: 0,
            lock_views: vec![zero; self.frame.model.locks.len()],
            barriers: Vec::new(),
        };
        for (at, counter) in state.counters.iter_mut().enumerate() {
            counter.0 = if self.frame.counter[at] { counter.0 } else { 0 };
        }
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
    }

    fn enabled(&self, state: &State<L>, slot: usize) -> bool {
        match self.frame.call(state.heads[slot]) {
            None => false,
            Some(Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod)) => {
                self.can_begin(state, slot)
                    || self.can_close(state, slot)
                    || self.frame.interruptible(&state.heads, slot).next().is_some()
            }
            Some(Call::Await { at, .. }) => self.can_read(state, slot, at),
            Some(Call::Sync(op)) => {
                !self.frame.is_blocked(state.locks, &state.heads, op)
                    || self.frame.can_queue(state.locks, &state.heads, slot)
            }
            Some(_) => true,
        }
    }

    fn footprint(&self, class: u16) -> Footprint {
        let known = self.frame.automata.class(class);
        // In any order a barrier finds its place whenever it is executed.
        let barrier = if self.any_order { Footprint::NONE } else { Footprint::BARRIER };
        let touched =
            known.call.map_or(Footprint::NONE, |call| Footprint::of(&self.frame, call, barrier));
        touched.with_judge(&self.frame, known)
    }

    fn buffered(&self, _: &State<L>, _: usize) -> (Footprint, Footprint) {
        (Footprint::NONE, Footprint::NONE)
    }

    fn steps(
        &self,
        state: &State<L>,
        slot: usize,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let Some(call) = self.frame.call(state.heads[slot]) else { return };
        match call {
            _ if self.frame.can_queue(state.locks, &state.heads, slot) => {
                next.copy(state);
                next.heads[slot].queued = true;
                self.normalise(next);
                visit(Ok(Step::SILENT), next);
            }
            Call::Sync(op) if self.frame.is_blocked(state.locks, &state.heads, op) => {}
            Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod) => {
                self.interrupt(state, slot, call, next, visit);
            }
            Call::Await { at, .. } if !self.can_read(state, slot, at) => {}
            Call::Read { at, order } | Call::Await { at, order } if self.frame.entry[at.0] => {
                self.read(state, slot, (at, order), next, visit);
            }
            Call::Write { at, word, order } if self.frame.entry[at.0] => {
                self.write(state, slot, (at, word, order), next, visit);
            }
            Call::Xchg { at, word, order } if self.frame.entry[at.0] => {
                self.update(state, slot, (at, Some(word), order), next, visit);
            }
            Call::Update { at, order } if self.frame.entry[at.0] => {
                self.update(state, slot, (at, None, order), next, visit);
            }
            Call::Sync(SyncOp::Mb) => self.ordered(state, slot, call, next, visit),
            Call::Count { at, op } if self.orders(state, at, op) => {
                // As under a mutex: what the counter passes on comes before the barrier.
                let mut met = state.clone();
                join(&mut met.cpus[slot].cur, &state.counters[at.0].1);
                self.ordered(&met, slot, call, next, visit);
            }
            call => {
                next.copy(state);
                let step = self.act(slot, call, next);
                visit(step, next);
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
