//! The machine of Armv8 and RVWMO: one list of stores, and scalar views of it.
//!
//! Pulte, Pichon-Pharabod, Kang, Lee and Hur, "Promising-ARM/RISC-V: a simpler and faster operational concurrency
//! model" (PLDI 2019). Both are multi-copy atomic: there is one order of all stores, the list, and the place of a
//! store in it is its time. A *view* is a time up to which everything must be seen. A CPU executes its calls in
//! program order. A load may return an old store, but none that its views exclude; a store goes to the end of the
//! list. A store that others see before an earlier access of its CPU is *promised* (`promise`), if its CPU can keep the
//! promise (`certify`). A store of a word that no other CPU accesses has no place in the list, since nobody can tell
//! where it is: its time is that of what it must come after, which is where it binds the other stores of its CPU
//! least.
//!
//! A CPU has a view of what it has read and one of what it has stored, from which barriers, releases and
//! acquires make the view that its later reads must respect. The views that later stores must respect need no
//! place in a state: a store at the end of the list respects every view, so they bind promises only, and a step
//! after which a promise could not be kept is not taken. Dependencies, which order stores, are followed for
//! promises only as well (`depend`); an address dependency orders reads too, and a CPU has a view for it, which
//! binds the words that are found through others.
//!
//! What the kernel's primitives are in each instruction set, and where that makes a difference, is in [`isa`].
//!
//! Locks, semaphores, counters and sections keep what their last user has seen and done, as a mutex does: that is
//! the earliest place in the list at which its releasing store can be, and so the weakest.
//!
//! **Partial orders.** Where two stores are in the list is visible, to whoever reads one word and then another.
//! So the stores in the list conflict, whatever their words ([`Footprint::ORDER`]), and a promise is a store. Reads and barriers change
//! views of their own CPU. A promise becomes possible by stores to what is read on the way to it, and what a CPU
//! with promises can still do depends on the same words, so these count as read. A CPU with promises rests on
//! nothing that others can take away, except that it must not be interrupted before it keeps them; so where CPUs
//! interrupt others, every access conflicts with that.

mod access;
mod certify;
mod depend;
mod forget;
mod interrupt;
mod isa;
mod pack;
mod promise;
mod state;
mod step;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use pmdrace_mm::{Addr, Call, RmwOrder, SyncOp};

use super::footprint::Footprint;
use super::frame::{Frame, Head};
use super::{Choice, Machine, PROMISE, Promised, Visit};
use crate::program::automaton::Class;
use crate::program::values;
use certify::Certified;
use forget::{Ahead, ahead};
use isa::Isa;
use promise::{Finder, Promises};
use state::{Cpu, Oldest, State};
use step::initial;

pub(crate) struct Armv8<'m, const L: usize> {
    frame: Frame<'m>,
    isa: Isa,
    /// Per cell, its index among the entries; and the inverse.
    place: Vec<usize>,
    cells: Vec<usize>,
    /// The entries that are found through others, and those whose stores need a place in the list.
    dependent: Vec<bool>,
    shared: Vec<bool>,
    /// Per class: what it can still do, the number of its behaviour, what it can promise.
    ahead: Vec<Ahead>,
    behaviours: Vec<u32>,
    promises: Vec<Promises>,
    /// Whether an update is ahead by which a promise may fail; and whether one is ahead of any class that promises.
    updates: Vec<bool>,
    updates_bind: bool,
    /// Whether some CPU interrupts others.
    interrupts: bool,
    certified: Certified,
}

impl<'m, const L: usize> Armv8<'m, L> {
    pub(crate) fn new(frame: Frame<'m>) -> Armv8<'m, L> {
        let cells: Vec<usize> = (0..frame.entry.len()).filter(|at| frame.entry[*at]).collect();
        let mut place = vec![usize::MAX; frame.counter.len()];
        for (index, at) in cells.iter().enumerate() {
            place[*at] = index;
        }
        let dependent: Vec<bool> = cells.iter().map(|at| !frame.pmd[*at]).collect();
        let shared: Vec<bool> = cells.iter().map(|at| is_shared(&frame, Addr(*at))).collect();
        let ahead = ahead(&frame, &place, &dependent, &shared);
        let behaviours = depend::behaviours(&frame);
        let kinds = frame.trees.len();
        let others = |kind: usize, of: &dyn Fn(&Ahead) -> u64| {
            let mut same = 0;
            frame.groups.iter().fold(0, |bits, group| {
                same += usize::from(*group == kind);
                let counts = *group != kind || same > 1;
                let root = frame.automata.roots[*group];
                bits | if counts { of(&ahead[usize::from(root)]) } else { 0 }
            })
        };
        let calls = || frame.automata.classes.iter().filter_map(|class| class.call);
        let updated = calls().fold(0, |bits, call| match call {
            Call::Write { at, .. } | Call::Xchg { at, .. } | Call::Update { at, .. } => {
                bits | 1 << at.0
            }
            _ => bits,
        });
        let isa = Isa::of(frame.model.memory);
        let finder = Finder {
            updated,
            frame: &frame,
            isa,
            place: &place,
            dependent: &dependent,
            shared: &shared,
            touched: (0..kinds).map(|kind| others(kind, &|ahead| ahead.touches)).collect(),
            stored: (0..kinds).map(|kind| others(kind, &|ahead| ahead.stored)).collect(),
        };
        let promises = finder.all();
        let interrupts = calls().any(|call| matches!(call, Call::Sync(SyncOp::Ipi(_))));
        let updates = promise::updates(&frame, isa, &|at| shared[place[at.0]]);
        let promising = promises.iter().zip(&updates);
        let updates_bind = promising.into_iter().any(|(own, ahead)| *ahead && !own.all.is_empty());
        let certified = Certified::default();
        Armv8 {
            frame,
            isa,
            place,
            cells,
            dependent,
            shared,
            ahead,
            behaviours,
            promises,
            updates,
            updates_bind,
            interrupts,
            certified,
        }
    }
}

impl<const L: usize> Machine for Armv8<'_, L> {
    type State = State<L>;

    fn frame(&self) -> &Frame<'_> {
        &self.frame
    }

    fn initial(&self) -> State<L> {
        let heads = self.frame.heads();
        let oldest = |entry| Oldest { message: initial(entry), time: 0 };
        let counter = |cell: &pmdrace_mm::Cell| (values::code(cell.init), 0);
        let mut state = State {
            cpus: heads.iter().map(|head| Cpu::new(*head)).collect(),
            heads,
            oldest: (0..self.cells.len()).map(oldest).collect(),
            list: Vec::new(),
            counters: self.frame.model.cells.iter().map(counter).collect(),
            locks: 0,
            lock_views: vec![0; self.frame.model.locks.len()],
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
        let of = |slot: usize| {
            let oldest =
                state.oldest.iter().map(move |oldest| usize::from(oldest.message.by) == slot);
            oldest.chain(state.list.iter().map(move |message| usize::from(message.by) == slot))
        };
        state.cpus[a].cmp(&state.cpus[b]).then_with(|| of(a).cmp(of(b)))
    }

    fn swap(&self, state: &mut State<L>, a: usize, b: usize) {
        state.cpus.swap(a, b);
        state.heads.swap(a, b);
        let oldest = state.oldest.iter_mut().map(|oldest| &mut oldest.message);
        for message in oldest.chain(&mut state.list) {
            match usize::from(message.by) {
                by if by == a => message.by = b as u8,
                by if by == b => message.by = a as u8,
                _ => {}
            }
        }
    }

    fn enabled(&self, state: &State<L>, slot: usize) -> bool {
        match self.frame.call(state.heads[slot]) {
            None => false,
            Some(Call::Sync(SyncOp::Ipi(_) | SyncOp::GracePeriod)) => {
                self.can_begin(state, slot)
                    || self.can_close(state, slot)
                    || !self.targets(state, slot).is_empty()
            }
            Some(Call::Await { at, order }) if self.frame.entry[at.0] => {
                self.can_read(state, slot, at, order)
            }
            Some(call) => {
                !self.is_blocked(state, slot, call)
                    || self.frame.can_queue(state.locks, &state.heads, slot)
            }
        }
    }

    fn footprint(&self, class: u16) -> Footprint {
        let known = self.frame.automata.class(class);
        let irqs = if self.interrupts { Footprint::IRQS_READ } else { Footprint::NONE };
        let listed = |at: Addr| self.frame.entry[at.0] && self.shared[self.place[at.0]];
        let store = |at: Addr| match listed(at) {
            true => Footprint::writes(at).and(Footprint::ORDER),
            false => Footprint::writes(at),
        };
        let touched = match known.call {
            None => Footprint::NONE,
            // A counter passes on views even to a CPU that only reads it.
            Some(Call::Read { at, .. } | Call::Await { at, .. }) if self.frame.counter[at.0] => {
                Footprint::writes(at)
            }
            Some(Call::Read { at, .. } | Call::Await { at, .. }) => Footprint::reads(at),
            Some(Call::Write { at, .. } | Call::Xchg { at, .. } | Call::Update { at, .. }) => {
                store(at)
            }
            Some(Call::Count { at, .. }) => Footprint::writes(at),
            Some(Call::Sync(op)) => match op {
                SyncOp::Wmb | SyncOp::Rmb | SyncOp::Mb => Footprint::NONE,
                SyncOp::Lock(lock)
                | SyncOp::Unlock(lock)
                | SyncOp::DownRead(lock)
                | SyncOp::UpRead(lock)
                | SyncOp::DownWrite(lock)
                | SyncOp::UpWrite(lock)
                | SyncOp::Downgrade(lock) => Footprint::lock(lock),
                SyncOp::IrqSave | SyncOp::IrqRestore | SyncOp::RcuLock | SyncOp::RcuUnlock => {
                    Footprint::IRQS_READ
                }
                SyncOp::Ipi(_) | SyncOp::GracePeriod => Footprint::IRQS_WRITTEN,
            },
        };
        let irqs = if known.call.is_some() { irqs } else { Footprint::NONE };
        let making = self.promises(class).making;
        touched.and(irqs).and(making).with_judge(&self.frame, known)
    }

    fn buffered(&self, state: &State<L>, slot: usize) -> (Footprint, Footprint) {
        let keeping = match state.first_promise(slot) {
            Some(_) => self.promises(state.heads[slot].class).keeping,
            None => Footprint::NONE,
        };
        (keeping, Footprint::NONE)
    }

    fn steps(
        &self,
        state: &State<L>,
        slot: usize,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        if self.frame.can_queue(state.locks, &state.heads, slot) {
            next.copy(state);
            next.heads[slot].queued = true;
            self.normalise(next);
            return visit(Ok(super::Step::SILENT), next);
        }
        self.execute(state, slot, false, next, &mut |step, next| {
            let Ok(taken) = step else { return visit(step, next) };
            let mut missing = BTreeSet::new();
            match self.is_certified(next, slot, &mut missing) {
                true => {
                    self.frame.take(taken);
                    visit(step, next);
                }
                false => missing.into_iter().for_each(|missing| visit(Err(missing), next)),
            }
        });
        self.promise(state, slot, next, visit);
    }

    fn memory(&self, state: &State<L>) -> Vec<u16> {
        let value = |at: usize| match self.frame.entry[at] {
            false => state.counters[at].0,
            true => {
                let newest = state.stores(self.place[at]).next();
                newest.map_or(0, |(_, message)| u16::from(message.value))
            }
        };
        (0..self.frame.counter.len()).map(value).collect()
    }

    fn promised(&self, state: &State<L>, slot: usize, choice: Choice) -> Option<Promised> {
        if choice.which != PROMISE {
            return None;
        }
        let index = usize::from(u16::from_le_bytes(choice.before));
        let promise = self.promises(state.heads[slot].class).all.get(index)?;
        let at = Addr(self.cells[usize::from(promise.entry)]);
        Some(Promised { at, value: promise.value.into(), exclusive: promise.exclusive })
    }
}

/// Whether it makes a difference where in the list the stores of a word are: several CPUs access it, or a relaxed update
/// that is one event stores to it. Such a store waits for what comes before it, and later reads may wait for it.
fn is_shared(frame: &Frame<'_>, at: Addr) -> bool {
    let classes = &frame.automata.classes;
    let updates = |call: Call<u16>| match call {
        Call::Xchg { order, .. } | Call::Update { order, .. } => order == RmwOrder::Relaxed,
        _ => false,
    };
    let one = Isa::of(frame.model.memory).updates_are_one;
    let mut calls = classes.iter().filter_map(|class| class.call);
    if one && calls.any(|call| call.at() == Some(at) && updates(call)) {
        return true;
    }
    let accesses = |class: &&Class| class.call.and_then(Call::at) == Some(at);
    let kinds: BTreeSet<usize> = classes.iter().filter(accesses).map(|class| class.group).collect();
    frame.groups.iter().filter(|group| kinds.contains(group)).count() > 1
}
