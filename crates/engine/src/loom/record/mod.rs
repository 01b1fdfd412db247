//! The record of the current execution: its events in the order in which loom executed them, and what its
//! search must be asked afterwards.
//!
//! A word's atomic holds the index of its store in here, so that a load that returns an older store, as weak
//! memory permits, also returns what that store meant and its event.

mod stuck;

use std::collections::BTreeMap;

use pmdrace_mm::{
    Addr, Event, Goal, LockId, LockKind, Meaning, MemoryModel, Model, Op, Property, SyncOp, Word,
    limits,
};

use super::MAX_STORES;
use super::atomicity;
use super::between::Between;
use super::causality::{Causality, Ordered, Placed};
use super::dpor::{Access, Dpor};
use crate::Occasions;
use crate::profile::Profile;
use stuck::Inside;

/// One store to a word: the word and the event (None for the initial value).
#[derive(Clone, Copy)]
pub(in crate::loom) struct Stored {
    pub(in crate::loom) word: Word,
    pub(in crate::loom) event: Option<usize>,
}

/// The record of the current execution, in the order in which loom executed it.
#[derive(Default)]
pub(in crate::loom) struct Record {
    pub(in crate::loom) events: Vec<Event>,
    stores: Vec<Stored>,
    stores_per_cell: Vec<usize>,
    /// Per cell, the store that was executed last.
    newest: Vec<usize>,
    /// Per event that is an update of an entry, the event of the store that it read.
    updates: BTreeMap<usize, Option<usize>>,
    dpor: Dpor,
    causality: Causality,
    between: Between,
    /// The first object of `dpor` for each lock, and for the CPUs' interrupts.
    first_of_lock: Vec<usize>,
    first_irq: usize,
    cpus: usize,
    /// Whether it is judged who loses a table, and which references are foreign.
    judges_tables: bool,
    judges_references: bool,
    /// The words whose last value is judged.
    judged_last: Vec<Addr>,
    /// Per CPU, the primitive in which it may be waiting.
    inside: Vec<Option<Inside>>,
    /// The CPUs that have ended with a lock held.
    holding: Vec<usize>,
    /// What the CPUs have been seen to do, in all executions.
    pub(in crate::loom) seen: Seen,
    /// The occasions of which only silent notes speak.
    pub(in crate::loom) silent: Occasions,
}

/// What the CPUs have been seen to do, on which it depends what loom must see.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::loom) struct Seen {
    pub(in crate::loom) profile: Profile,
    /// Per entry, the locks that were not held at some store to it.
    unheld: [u32; limits::WORDS],
    /// The entries, as bits, of which an update that would have been a full barrier was not made.
    failing: u64,
}

impl Seen {
    /// Whether one of these locks is, as far as is known, held at every store to an entry.
    pub(in crate::loom) fn protects(&self, held: u32, at: Addr) -> bool {
        held & !self.unheld[at.0] != 0
    }

    /// Whether a fully ordered update of an entry may, as far as is known, not be made.
    pub(in crate::loom) fn may_fail(&self, at: Addr) -> bool {
        self.failing & 1 << at.0 != 0
    }
}

impl Default for Seen {
    fn default() -> Seen {
        Seen { profile: Profile::default(), unheld: [0; limits::WORDS], failing: 0 }
    }
}

impl Record {
    pub(in crate::loom) fn new(seen: Seen) -> Record {
        Record { seen, ..Record::default() }
    }

    pub(in crate::loom) fn restart(&mut self, model: &Model) {
        self.events.clear();
        self.silent = Occasions::default();
        self.stores.clear();
        self.stores.extend(model.cells.iter().map(|cell| Stored { word: cell.init, event: None }));
        self.stores_per_cell.clear();
        self.stores_per_cell.resize(model.cells.len(), 1);
        self.newest.clear();
        self.newest.extend(0..model.cells.len());
        self.cpus = model.roles.len();
        let judges = |property| model.properties.contains(&property);
        self.judges_tables = judges(Property::NoLostTable);
        self.judges_references = judges(Property::NoForeignReference);
        let property = judges(Property::NoOutcome).then_some(&model.exists);
        let goals = model.goals.iter().filter_map(|goal| match goal {
            Goal::Outcome { exists, .. } => Some(exists),
            _ => None,
        });
        self.judged_last.clear();
        self.judged_last.extend(property.into_iter().chain(goals).flat_map(|asked| asked.words()));
        self.inside.clear();
        self.inside.resize(self.cpus, None);
        self.holding.clear();
        self.first_of_lock.clear();
        self.first_irq = model.cells.len();
        for lock in &model.locks {
            self.first_of_lock.push(self.first_irq);
            self.first_irq += match lock.kind {
                LockKind::PageTable | LockKind::Spin => 1,
                // A mutex and a gate per CPU, and a counter.
                LockKind::Semaphore => 2 * self.cpus + 1,
            };
        }
        self.updates.clear();
        let objects = self.first_irq + 2 * self.cpus + 1;
        self.dpor.restart(self.cpus, objects);
        self.causality.restart(self.cpus, objects);
        self.between.restart(model.cells.len());
    }

    /// Records an access to a word.
    pub(in crate::loom) fn access(&mut self, cpu: usize, at: Addr, access: Access) {
        self.dpor.access(cpu, at.0, access);
    }

    /// Records that a mutex of a lock was taken: the only one of a spin lock, or a mutex or gate of a
    /// semaphore. The counter of a semaphore follows those of all CPUs.
    pub(in crate::loom) fn lock(&mut self, cpu: usize, lock: LockId, which: usize) {
        let object = self.first_of_lock[lock.0] + which;
        self.dpor.access(cpu, object, Access::Other);
        self.causality.take(cpu, object);
    }

    /// Records that the mutex of a CPU's interrupts was taken.
    pub(in crate::loom) fn irq(&mut self, cpu: usize, target: usize) {
        self.interrupts(cpu, self.first_irq, target);
    }

    /// Records that the mutex of a CPU's RCU read section was taken.
    pub(in crate::loom) fn rcu(&mut self, cpu: usize, target: usize) {
        self.interrupts(cpu, self.first_irq + self.cpus, target);
    }

    fn interrupts(&mut self, cpu: usize, first: usize, target: usize) {
        self.dpor.access(cpu, first + target, Access::Other);
        self.causality.take(cpu, first + target);
        if cpu != target {
            self.give(cpu, first + target);
        }
    }

    /// Records a read of an entry, and with it which store it returned.
    pub(in crate::loom) fn read(
        &mut self,
        cpu: usize,
        at: Addr,
        from: usize,
        ordered: Ordered,
    ) -> Word {
        let stored = self.store(from);
        self.between.access(cpu, at.0);
        self.causality.read(cpu, from, ordered);
        self.causality.is_event(cpu, self.events.len());
        self.push(cpu, Op::Read { at, word: stored.word, from: stored.event }, None);
        stored.word
    }

    /// Records a store to an entry.
    pub(in crate::loom) fn write(&mut self, cpu: usize, at: Addr, made: usize, ordered: Ordered) {
        let placed = match self.is_judged_by_order(at, self.store(made).word) {
            true => Placed::Judged,
            false => Placed::Anywhere,
        };
        self.between.access(cpu, at.0);
        if placed == Placed::Judged {
            self.causality.comes_last(cpu, at.0);
        }
        self.causality.store(cpu, at.0, made, ordered, placed);
        self.causality.is_event(cpu, self.events.len());
        self.push(cpu, Op::Write { at, word: self.store(made).word }, Some((at, made)));
    }

    /// Whether it depends on the order of stores what a property says of this one.
    fn is_judged_by_order(&self, at: Addr, word: Word) -> bool {
        match word.means() {
            _ if self.judged_last.contains(&at) => true,
            Meaning::None | Meaning::Table(_) => self.judges_tables,
            Meaning::Leaf { .. } => self.judges_references,
            _ => false,
        }
    }

    /// Records an update of an entry, fully ordered or not; None if it made no store.
    pub(in crate::loom) fn update(
        &mut self,
        cpu: usize,
        at: Addr,
        from: usize,
        made: Option<usize>,
        full: bool,
    ) -> Word {
        let ordered = if full { Ordered::Synchronises } else { Ordered::Relaxed };
        let old = self.store(from);
        self.between.access(cpu, at.0);
        if full {
            self.between.update(cpu, at.0);
        }
        self.causality.comes_last(cpu, at.0);
        self.causality.read(cpu, from, ordered);
        if let Some(made) = made {
            self.causality.store(cpu, at.0, made, ordered, Placed::Behind(from));
        }
        self.causality.is_event(cpu, self.events.len());
        self.updates.insert(self.events.len(), old.event);
        let new = made.map(|made| self.store(made).word);
        self.push(cpu, Op::Rmw { at, old: old.word, new }, made.map(|made| (at, made)));
        old.word
    }

    /// Records an access to an auxiliary word, and what it stored.
    pub(in crate::loom) fn auxiliary(&mut self, cpu: usize, at: Addr, op: Op, new: Option<Word>) {
        self.access(cpu, at, Access::Other);
        self.causality.auxiliary(cpu, at.0, new.is_some());
        let made = new.map(|new| (at, self.announce(at, new)));
        self.push(cpu, op, made);
    }

    /// Records that full barriers begin, in an order with those of other CPUs that loom knows.
    pub(in crate::loom) fn barriers(&mut self, cpu: usize) {
        let object = self.first_irq + 2 * self.cpus;
        self.dpor.access(cpu, object, Access::Other);
        self.dpor.give(cpu, object);
    }

    /// Whether the last thing that a CPU did is a full barrier.
    pub(in crate::loom) fn is_behind_barrier(&self, cpu: usize) -> bool {
        self.dpor.is_behind_barrier(cpu)
    }

    /// Records a full barrier.
    pub(in crate::loom) fn full_barrier(&mut self, cpu: usize) {
        self.dpor.full_barrier(cpu);
        self.causality.full_barrier(cpu);
        self.between.full_barrier(cpu);
    }

    /// Records that a counter is used, under its mutex.
    pub(in crate::loom) fn count(&mut self, cpu: usize, at: Addr, full: bool) {
        self.causality.take(cpu, at.0);
        if full {
            self.full_barrier(cpu);
        }
        self.give(cpu, at.0);
    }

    /// Records that a mutex is given back.
    fn give(&mut self, cpu: usize, object: usize) {
        self.causality.give(cpu, object);
        self.dpor.give(cpu, object);
    }

    /// What a primitive that accesses no word hands on.
    fn hand_on(&mut self, cpu: usize, op: SyncOp) {
        match op {
            SyncOp::Wmb => self.causality.release_barrier(cpu),
            SyncOp::Rmb => self.causality.acquire_barrier(cpu),
            SyncOp::Unlock(lock)
            | SyncOp::UpRead(lock)
            | SyncOp::UpWrite(lock)
            | SyncOp::Downgrade(lock) => {
                let first = self.first_of_lock[lock.0];
                let next = self.first_of_lock.get(lock.0 + 1).copied().unwrap_or(self.first_irq);
                (first..next).for_each(|object| self.give(cpu, object));
            }
            // Who comes in lets others through the gates again.
            SyncOp::DownRead(lock) => self.give(cpu, self.first_of_lock[lock.0] + self.cpus + cpu),
            SyncOp::DownWrite(lock) => {
                let first = self.first_of_lock[lock.0] + self.cpus;
                (first..first + self.cpus).for_each(|gate| self.give(cpu, gate));
            }
            SyncOp::IrqRestore => self.give(cpu, self.first_irq + cpu),
            SyncOp::RcuUnlock => self.give(cpu, self.first_irq + self.cpus + cpu),
            _ => {}
        }
    }

    /// Whether loom ordered an update, a barrier or a store as executed, where memory need not and it matters.
    pub(in crate::loom) fn fixed_an_order(&self, memory: MemoryModel) -> bool {
        match memory {
            MemoryModel::Sc => false,
            MemoryModel::Rc11 => self.causality.fixed_an_order() || self.between.missed_an_order(),
            // Every update is a barrier here, and passed by nothing.
            _ => self.causality.fixed_an_order(),
        }
    }

    /// Whether some order of the stores to each word keeps updates atomic.
    pub(in crate::loom) fn is_atomic(&self) -> bool {
        let precedes = |first, second| self.causality.precedes(first, second);
        let as_executed = |at: Addr| self.judged_last.contains(&at);
        atomicity::is_atomic(&self.events, &self.updates, precedes, as_executed)
    }

    /// Whether loom may have skipped an ordering of two accesses.
    pub(in crate::loom) fn hid_a_load(&self) -> bool {
        self.dpor.hid_a_load()
    }

    /// Announces a store and returns its index.
    pub(in crate::loom) fn announce(&mut self, at: Addr, word: Word) -> usize {
        self.stores_per_cell[at.0] += 1;
        self.stores.push(Stored { word, event: None });
        self.stores.len() - 1
    }

    /// Records that a fully ordered update was not made.
    pub(in crate::loom) fn failed(&mut self, at: Addr) {
        self.seen.failing |= 1 << at.0;
    }

    /// Records the locks under which a store is made.
    pub(in crate::loom) fn stores_under(&mut self, at: Addr, held: u32) {
        self.seen.unheld[at.0] |= !held;
    }

    /// Withdraws the announcement of a store that was not made.
    pub(in crate::loom) fn withdraw(&mut self, at: Addr) {
        self.stores_per_cell[at.0] -= 1;
    }

    /// The index of the store executed last on a cell.
    pub(in crate::loom) fn newest(&self, at: Addr) -> usize {
        self.newest[at.0]
    }

    pub(in crate::loom) fn store(&self, index: usize) -> Stored {
        self.stores[index]
    }

    /// Records an event; if it made a store, the store gets the event's index.
    pub(in crate::loom) fn push(&mut self, cpu: usize, op: Op, made: Option<(Addr, usize)>) {
        if let Op::Sync(op) = op {
            self.hand_on(cpu, op);
        }
        if let Some((at, index)) = made {
            self.stores[index].event = Some(self.events.len());
            self.newest[at.0] = index;
        }
        if let Op::Sync(_) = op {
            self.inside[cpu] = None;
        }
        self.events.push(Event { cpu, op });
    }

    /// Whether some word was stored to more often than loom remembers. Under sc only the newest store
    /// is ever read, so nothing is lost.
    pub(in crate::loom) fn forgot_stores(&self, model: &Model) -> bool {
        model.memory != MemoryModel::Sc
            && self
                .stores_per_cell
                .iter()
                .zip(&model.cells)
                .any(|(stores, cell)| cell.kind.follows_memory_model() && *stores > MAX_STORES)
    }
}
