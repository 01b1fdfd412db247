//! Promises: stores that others see before their CPU comes to them.
//!
//! A CPU may promise a store only if it could go on alone from here, with the messages that there are and its own
//! to come, and keep all its promises; and it takes only steps after which it still can (certification). Which
//! stores come into question follows from its automaton:
//!
//! - a promise pays only if it overtakes a read that may then return a later store of another CPU, or a store that
//!   others may then see later;
//! - nothing overtakes a full barrier, and a release needs no promise;
//! - to overtake an acquire, an access of the same word, a read before a read barrier, a store before a write barrier
//!   or a read on which the store depends does not pay in itself: the access binds the store, but what comes before
//!   the access may not, unless the instruction set has it so ([`Isa::orders`]);
//! - a store that is made after only one of several answers of a read depends on it, once it is known what comes after
//!   the others;
//! - a promise pays only as long as others may still do what it takes (`can_pay`).
//!
//! That is an overestimate, and certification decides. It would fail later through what others do if it rested on
//! state that is not in the list, so a CPU with promises uses none: counters, semaphores, TLB entries, sections
//! for which others wait. A spin lock that a store is to overtake must be free, and is taken with the promise: its
//! `spin_lock()` happens early, and its place in program order comes later. Lives change nothing that a CPU does.

use std::collections::{BTreeMap, BTreeSet};

use pmdrace_mm::{Addr, Call, CellKind, LockId, Meaning, ReadOrder, RmwOrder, SyncOp, WriteOrder};

use super::super::footprint::Footprint;
use super::super::frame::Frame;
use super::super::{Choice, PROMISE, Step, Visit};
use super::Armv8;
use super::isa::Isa;
use super::state::{Message, State};
use crate::program::automaton::{Automata, Class};
use crate::program::numbers::STAYS;

/// A store that can be promised.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Promise {
    pub(crate) entry: u8,
    pub(crate) value: u8,
    /// Whether it is made by a read-modify-write.
    pub(crate) exclusive: bool,
    /// The locks that must be taken with it.
    pub(crate) locks: u64,
}

/// What a class can promise.
#[derive(Clone, Default)]
pub(crate) struct Promises {
    pub(crate) all: Vec<Promise>,
    /// What making one accesses, and what keeping one reads on the way.
    pub(crate) making: Footprint,
    pub(crate) keeping: Footprint,
}

/// The stores ahead of a class that may be made before it: for each, in what ways, as bits of [`Way`].
type Ahead = BTreeMap<Promise, u8>;

/// What lies between a class and a store.
#[derive(Clone, Copy)]
struct Way {
    /// A barrier after which no read, or no store, is overtaken.
    reads_stay: bool,
    stores_stay: bool,
    /// An access that is worth overtaking.
    pays: bool,
}

impl Way {
    fn of(number: u8) -> Way {
        Way { reads_stay: number & 1 != 0, stores_stay: number & 2 != 0, pays: number & 4 != 0 }
    }

    fn bit(self) -> u8 {
        let number =
            u8::from(self.reads_stay) | u8::from(self.stores_stay) << 1 | u8::from(self.pays) << 2;
        1 << number
    }
}

/// Finds what can be promised.
pub(crate) struct Finder<'f> {
    pub(crate) frame: &'f Frame<'f>,
    pub(crate) isa: Isa,
    pub(crate) place: &'f [usize],
    pub(crate) dependent: &'f [bool],
    pub(crate) shared: &'f [bool],
    /// Per kind of CPU, the entries that others can access, and those that others can store to.
    pub(crate) touched: Vec<u64>,
    pub(crate) stored: Vec<u64>,
    /// The words outside memory that change.
    pub(crate) updated: u64,
}

impl Finder<'_> {
    /// What each class can promise.
    pub(crate) fn all(&self) -> Vec<Promises> {
        let automata = self.frame.automata;
        let mut ahead: Vec<Ahead> = Vec::new();
        let mut keeping: Vec<Footprint> = Vec::new();
        // Whether a class leads to a call that nothing has answered yet, and so perhaps to any store.
        let mut open: Vec<bool> = Vec::new();
        let mut found = Vec::new();
        for number in 0..automata.classes.len() as u16 {
            let class = automata.class(number);
            let mut passed = Ahead::new();
            let mut all = BTreeSet::new();
            for (promise, ways, depends) in behind(automata, number, class, &ahead, &open) {
                let Some(promise) = class.call.and_then(|call| self.beyond(call, promise)) else {
                    continue;
                };
                for way in (0..8).filter(|way| ways >> way & 1 != 0).map(Way::of) {
                    let (way, pays) = self.passed(class, promise, way, depends);
                    *passed.entry(promise).or_default() |= way.bit();
                    if pays {
                        all.insert(promise);
                    }
                }
            }
            let all: Vec<Promise> = all.into_iter().collect();
            let targets = automata.edges(number).iter().map(|edge| usize::from(edge.class));
            let targets = targets.filter(|target| !ahead[*target].is_empty());
            let mut reads =
                targets.map(|target| keeping[target]).fold(Footprint::NONE, Footprint::and);
            if let Some(at) = class.call.and_then(Call::at) {
                reads = reads.and(Footprint::reads(at));
            }
            let mut mine = passed;
            for promise in self.own(class, number) {
                let way = Way { reads_stay: false, stores_stay: false, pays: false };
                *mine.entry(promise).or_default() |= way.bit();
            }
            if mine.is_empty() {
                reads = Footprint::NONE;
            }
            let touches = |promise: &Promise| {
                let at = self.place.iter().position(|place| *place == usize::from(promise.entry));
                let store = at.map_or(Footprint::NONE, |at| Footprint::writes(Addr(at)));
                let locks = (0..u64::BITS as usize).filter(|lock| promise.locks >> lock & 1 != 0);
                locks.map(|lock| Footprint::lock(LockId(lock))).fold(store, Footprint::and)
            };
            let made = all.iter().map(touches).fold(Footprint::NONE, Footprint::and);
            let making = match all.is_empty() {
                true => Footprint::NONE,
                false => made.and(reads).and(Footprint::ORDER),
            };
            let passes = class.call.is_some_and(|call| match call {
                Call::Sync(SyncOp::Lock(_)) => !self.isa.full_lock,
                call => passes(self.frame, self.isa, call),
            });
            let edges = automata.edges(number);
            let leads = edges.iter().any(|edge| open[usize::from(edge.class)]);
            open.push(passes && (leads || edges.is_empty()));
            found.push(Promises { all, making, keeping: reads });
            ahead.push(mine);
            keeping.push(reads);
        }
        found
    }

    /// The stores that a class makes itself.
    fn own(&self, class: &Class, number: u16) -> Vec<Promise> {
        let edges = self.frame.automata.edges(number).iter();
        let (at, values, exclusive): (_, Vec<u16>, _) = match class.call {
            Some(Call::Write { at, word, order: WriteOrder::Once }) => (at, vec![word], false),
            Some(Call::Xchg { at, word, order: RmwOrder::Relaxed }) => (at, vec![word], true),
            Some(Call::Update { at, order: RmwOrder::Relaxed }) => {
                let stored = edges.map(|edge| edge.stored).filter(|stored| *stored != STAYS);
                (at, stored.collect(), true)
            }
            _ => return Vec::new(),
        };
        let entry = self.place[at.0];
        if !self.frame.entry[at.0] || !self.shared[entry] {
            return Vec::new();
        }
        let entry = entry as u8;
        let promise = |value| Promise { entry, value: value as u8, exclusive, locks: 0 };
        values.into_iter().map(promise).collect()
    }

    /// A promise that overtakes a call, if any can.
    fn beyond(&self, call: Call<u16>, promise: Promise) -> Option<Promise> {
        match call {
            Call::Sync(SyncOp::Lock(lock)) if !self.isa.full_lock => {
                let locks = promise.locks | 1 << lock.0;
                (locks != promise.locks).then_some(Promise { locks, ..promise })
            }
            call => passes(self.frame, self.isa, call).then_some(promise),
        }
    }

    /// The way of a promise that overtakes a class, and whether that pays: whether a read can then return a later
    /// store, or others see a store of the class later. An oracle's look belongs to the access behind it.
    fn passed(&self, class: &Class, promise: Promise, way: Way, depends: bool) -> (Way, bool) {
        let Some(call) = class.call else { return (way, false) };
        if let Some(at) = call.at().filter(|at| is_life(self.frame, *at)) {
            let updated = self.updated >> at.0 & 1 != 0;
            return (way, way.pays && updated);
        }
        let others = |entries: &[u64], at: Addr| {
            let entry = self.place[at.0];
            entry != usize::from(promise.entry) && entries[class.group] >> entry & 1 != 0
        };
        let read = |at| !way.reads_stay && !depends && others(&self.stored, at);
        let store = |at| !way.stores_stay && others(&self.touched, at);
        let pays = match call {
            Call::Read { at, order } => {
                let found =
                    order == ReadOrder::Dependency && self.dependent[usize::from(promise.entry)];
                order != ReadOrder::Acquire && !found && read(at)
            }
            // Every later store depends on it.
            Call::Await { .. } => false,
            Call::Write { at, .. } => store(at),
            Call::Xchg { at, .. } | Call::Update { at, .. } => read(at) || store(at),
            Call::Count { .. } | Call::Sync(_) => false,
        };
        let (reads, stores) = self.isa.orders(call, promise.exclusive);
        let way = Way {
            reads_stay: way.reads_stay || reads,
            stores_stay: way.stores_stay || stores,
            pays: way.pays || pays,
        };
        (way, pays)
    }
}

/// Whether a store can be promised before this call and made after it.
pub(crate) fn passes(frame: &Frame<'_>, isa: Isa, call: Call<u16>) -> bool {
    match call {
        Call::Read { at, .. } | Call::Write { at, .. } => frame.entry[at.0] || is_life(frame, at),
        Call::Await { at, .. } => frame.entry[at.0],
        Call::Xchg { at, order, .. } => frame.entry[at.0] && order == RmwOrder::Relaxed,
        // It is a barrier only if it changes the word.
        Call::Update { at, .. } => frame.entry[at.0] || is_life(frame, at),
        Call::Count { .. } => false,
        Call::Sync(op) => match op {
            SyncOp::Wmb
            | SyncOp::Rmb
            | SyncOp::Unlock(_)
            | SyncOp::UpRead(_)
            | SyncOp::UpWrite(_)
            | SyncOp::Downgrade(_)
            | SyncOp::RcuUnlock
            | SyncOp::IrqRestore => true,
            SyncOp::Lock(_) => !isa.full_lock,
            SyncOp::RcuLock | SyncOp::IrqSave => !frame.ipis,
            SyncOp::Mb
            | SyncOp::DownRead(_)
            | SyncOp::DownWrite(_)
            | SyncOp::Ipi(_)
            | SyncOp::GracePeriod => false,
        },
    }
}

/// Per class, whether an update lies ahead of it that stores behind a store of another CPU, and that a promise can pass.
pub(crate) fn updates(frame: &Frame<'_>, isa: Isa, shared: &dyn Fn(Addr) -> bool) -> Vec<bool> {
    let mut updates: Vec<bool> = Vec::new();
    for (number, class) in frame.automata.classes.iter().enumerate() {
        let own = |call: Call<u16>| match call {
            Call::Xchg { at, order, .. } | Call::Update { at, order } => {
                frame.entry[at.0] && shared(at) && order == RmwOrder::Relaxed
            }
            _ => false,
        };
        let passed = class.call.filter(|call| passes(frame, isa, *call));
        let mut edges = frame.automata.edges(number as u16).iter();
        let leads = edges.any(|edge| updates[usize::from(edge.class)]);
        updates.push(passed.is_some_and(|call| own(call) || leads));
    }
    updates
}

/// Whether a word is for oracles: no CPU decides by it.
pub(crate) fn is_life(frame: &Frame<'_>, at: Addr) -> bool {
    frame.kinds[at.0] == CellKind::Auxiliary
        && frame.model.cells[at.0].init.means() == Meaning::Claims
}

/// The stores behind a class, each with its ways, and whether it comes after one of several answers only, as far as all
/// is known that comes after the others.
fn behind(
    automata: &Automata,
    number: u16,
    class: &Class,
    ahead: &[Ahead],
    open: &[bool],
) -> impl Iterator<Item = (Promise, u8, bool)> + use<> {
    let edges = automata.edges(number);
    let full = matches!(class.call, Some(Call::Update { order: RmwOrder::Full, .. }));
    let mut all: BTreeMap<Promise, (u8, usize)> = BTreeMap::new();
    for edge in edges.iter().filter(|edge| !full || edge.stored == STAYS) {
        for (promise, ways) in &ahead[usize::from(edge.class)] {
            let (known, answers) = all.entry(*promise).or_default();
            *known |= ways;
            *answers += 1;
        }
    }
    let asks = matches!(
        class.call,
        Some(Call::Read { .. } | Call::Xchg { .. } | Call::Update { .. } | Call::Count { .. })
    );
    let known = !edges.iter().any(|edge| open[usize::from(edge.class)]);
    let one_of_several = asks && edges.len() > 1 && known;
    all.into_iter()
        .map(move |(promise, (ways, answers))| (promise, ways, one_of_several && answers == 1))
}

impl<const L: usize> Armv8<'_, L> {
    /// The promises of a class.
    pub(crate) fn promises(&self, class: u16) -> &Promises {
        &self.promises[usize::from(class)]
    }

    /// Whether others can still do what it takes for a promise to pay before the next call of a CPU: store to the word
    /// that it reads, or access the one that it stores to.
    ///
    /// If they cannot, a read returns a store from before the promise, and the list is the same if the promise is made
    /// after the read. So it is if the call is a store, but for the order of the two: as nobody else sees the store,
    /// that order binds only its own CPU, and less if the promise comes second. What the judge sees at the call, or of
    /// the store, must not depend on when it happens.
    fn can_pay(&self, state: &State<L>, slot: usize) -> bool {
        let class = self.frame.automata.class(state.heads[slot].class);
        let judged = Footprint::NONE.with_judge(&self.frame, class) != Footprint::NONE;
        let Some(at) = class.call.and_then(Call::at) else { return true };
        let reads = matches!(class.call, Some(Call::Read { .. } | Call::Await { .. }));
        if judged || !self.frame.entry[at.0] || !reads && self.frame.watches {
            return true;
        }
        let others = state.heads.iter().enumerate().filter(|(other, _)| *other != slot);
        let mut others = others.map(|(_, head)| &self.ahead[usize::from(head.class)]);
        let entry = self.place[at.0];
        others.any(|ahead| (if reads { ahead.stored } else { ahead.touches }) >> entry & 1 != 0)
    }

    /// Visits every promise that a CPU can make.
    pub(crate) fn promise(
        &self,
        state: &State<L>,
        slot: usize,
        next: &mut State<L>,
        visit: Visit<'_, State<L>>,
    ) {
        let head = state.heads[slot];
        if !self.can_pay(state, slot) {
            return;
        }
        for (index, promise) in self.promises(head.class).all.iter().enumerate() {
            if state.locks & promise.locks & !state.cpus[slot].early != 0 {
                continue;
            }
            next.copy(state);
            let entry = usize::from(promise.entry);
            let old = next.stores(entry).next().map_or(0, |(_, newest)| newest.value);
            let Promise { entry: to, value, exclusive, locks } = *promise;
            let by = slot as u8;
            next.list.push(Message { entry: to, value, by, exclusive, promised: true });
            next.locks |= locks;
            next.cpus[slot].early |= locks;
            let mut missing = BTreeSet::new();
            if self.is_certified(next, slot, &mut missing) {
                self.normalise(next);
                let at = self.cells[entry];
                let (value, old) = (u16::from(value), u16::from(old));
                self.frame.stored(&mut next.heads, false, at, value, old);
                next.cpus.iter_mut().zip(&next.heads).for_each(|(cpu, head)| cpu.head = *head);
                let number = (index as u16).to_le_bytes();
                visit(
                    Ok(Step {
                        choice: Choice { which: PROMISE, before: number, ahead: 0 },
                        ..Step::SILENT
                    }),
                    next,
                );
            } else {
                missing.into_iter().for_each(|missing| visit(Err(missing), next));
            }
        }
    }
}
