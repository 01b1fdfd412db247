//! The shared memory of one execution in loom's types, and the record of its events.
//!
//! loom's atomics hold a number. To keep the meaning with the bits, a word's atomic holds the index of its
//! store in the record: a load that returns an older store, as weak memory permits, thus also returns what
//! that store meant and its event.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::PoisonError;

use loom::sync::atomic::{AtomicUsize, Ordering};
use loom::sync::{Mutex as LoomMutex, MutexGuard as LoomGuard};
use parking_lot::Mutex;
use pmdrace_mm::{
    Addr, CellKind, Event, LockId, LockKind, Meaning, MemoryModel, Model, Op, Property, Stuck,
    SyncOp, Word, limits,
};

use super::MAX_STORES;
use super::atomicity;
use super::causality::{Causality, Ordered};
use super::cpu::LoomCpu;
use super::dpor::{Access, Dpor};
use crate::Occasions;
use crate::profile::Profile;

/// One store to a word: the word and the event (None for the initial value).
#[derive(Clone, Copy)]
pub(super) struct Stored {
    pub(super) word: Word,
    pub(super) event: Option<usize>,
}

/// The record of the current execution, in the order in which loom executed it.
#[derive(Default)]
pub(super) struct Record {
    pub(super) events: Vec<Event>,
    stores: Vec<Stored>,
    stores_per_cell: Vec<usize>,
    /// Per cell, the store that was executed last.
    newest: Vec<usize>,
    /// Per event that is an update of an entry, the event of the store that it read.
    updates: BTreeMap<usize, Option<usize>>,
    dpor: Dpor,
    causality: Causality,
    /// The first object of `dpor` for each lock, and for the CPUs' interrupts.
    first_of_lock: Vec<usize>,
    first_irq: usize,
    cpus: usize,
    /// Whether it is judged who loses a table, and which references are foreign.
    judges_tables: bool,
    judges_references: bool,
    /// Per CPU, the primitive in which it may be waiting.
    inside: Vec<Option<Inside>>,
    /// The CPUs that have ended with a lock held.
    holding: Vec<usize>,
    /// What the CPUs have been seen to do, in all executions.
    pub(super) seen: Seen,
    /// The occasions of which only silent notes speak.
    pub(super) silent: Occasions,
}

/// A primitive that has not returned yet.
#[derive(Clone, Copy)]
struct Inside {
    op: SyncOp,
    /// For an interrupt or a grace period, the CPU that it waits for.
    on: Option<usize>,
    /// For a writer of a semaphore that keeps later readers out, the number of events before it did.
    queued: Option<usize>,
}

/// What the CPUs have been seen to do, on which it depends what loom must see.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) profile: Profile,
    /// Per entry, the locks that were not held at some store to it.
    unheld: [u32; limits::WORDS],
}

impl Default for Seen {
    fn default() -> Seen {
        Seen { profile: Profile::default(), unheld: [0; limits::WORDS] }
    }
}

impl Record {
    pub(super) fn new(seen: Seen) -> Record {
        Record { seen, ..Record::default() }
    }

    fn restart(&mut self, model: &Model) {
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
        let objects = self.first_irq + 2 * self.cpus;
        self.dpor.restart(self.cpus, objects);
        self.causality.restart(self.cpus, objects);
    }

    /// Records an access to a word.
    pub(super) fn access(&mut self, cpu: usize, at: Addr, access: Access) {
        self.dpor.access(cpu, at.0, access);
    }

    /// Records that a mutex of a lock was taken: the only one of a spin lock, or a mutex or gate of a
    /// semaphore. The counter of a semaphore follows those of all CPUs.
    pub(super) fn lock(&mut self, cpu: usize, lock: LockId, which: usize) {
        let object = self.first_of_lock[lock.0] + which;
        self.dpor.access(cpu, object, Access::Other);
        self.causality.take(cpu, object);
    }

    /// Records that the mutex of a CPU's interrupts was taken.
    pub(super) fn irq(&mut self, cpu: usize, target: usize) {
        self.interrupts(cpu, self.first_irq, target);
    }

    /// Records that the mutex of a CPU's RCU read section was taken.
    pub(super) fn rcu(&mut self, cpu: usize, target: usize) {
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
    pub(super) fn read(&mut self, cpu: usize, at: Addr, from: usize, ordered: Ordered) -> Word {
        let stored = self.store(from);
        self.causality.read(cpu, from, ordered);
        self.causality.is_event(cpu, self.events.len());
        self.push(cpu, Op::Read { at, word: stored.word, from: stored.event }, None);
        stored.word
    }

    /// Records a store to an entry.
    pub(super) fn write(&mut self, cpu: usize, at: Addr, made: usize, ordered: Ordered) {
        if self.is_judged_by_order(self.store(made).word) {
            self.causality.comes_last(cpu, at.0);
        }
        self.causality.store(cpu, at.0, made, ordered, None);
        self.causality.is_event(cpu, self.events.len());
        self.push(cpu, Op::Write { at, word: self.store(made).word }, Some((at, made)));
    }

    /// Whether it depends on the order of stores what a property says of this one.
    fn is_judged_by_order(&self, word: Word) -> bool {
        match word.means() {
            Meaning::None | Meaning::Table(_) => self.judges_tables,
            Meaning::Leaf { .. } => self.judges_references,
            _ => false,
        }
    }

    /// Records an update of an entry, fully ordered or not; None if it made no store.
    pub(super) fn update(
        &mut self,
        cpu: usize,
        at: Addr,
        from: usize,
        made: Option<usize>,
        full: bool,
    ) -> Word {
        let ordered = if full { Ordered::Synchronises } else { Ordered::Relaxed };
        let old = self.store(from);
        self.causality.comes_last(cpu, at.0);
        self.causality.read(cpu, from, ordered);
        if let Some(made) = made {
            self.causality.store(cpu, at.0, made, ordered, Some(from));
        }
        self.causality.is_event(cpu, self.events.len());
        self.updates.insert(self.events.len(), old.event);
        let new = made.map(|made| self.store(made).word);
        self.push(cpu, Op::Rmw { at, old: old.word, new }, made.map(|made| (at, made)));
        old.word
    }

    /// Records a full barrier.
    pub(super) fn full_barrier(&mut self, cpu: usize) {
        self.causality.full_barrier(cpu);
    }

    /// Records that a counter is used, under its mutex.
    pub(super) fn count(&mut self, cpu: usize, at: Addr, full: bool) {
        self.causality.take(cpu, at.0);
        if full {
            self.causality.full_barrier(cpu);
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
    pub(super) fn fixed_an_order(&self) -> bool {
        self.causality.fixed_an_order()
    }

    /// Whether some order of the stores to each word keeps updates atomic.
    pub(super) fn is_atomic(&self) -> bool {
        let precedes = |first, second| self.causality.precedes(first, second);
        atomicity::is_atomic(&self.events, &self.updates, precedes)
    }

    /// Records that a CPU enters a primitive in which it may have to wait, until its event is recorded.
    pub(super) fn enter(&mut self, cpu: usize, op: SyncOp) {
        self.inside[cpu] = Some(Inside { op, on: None, queued: None });
    }

    /// Records for which CPU an interrupt or a grace period waits now.
    pub(super) fn waits_on(&mut self, cpu: usize, target: usize) {
        if let Some(inside) = &mut self.inside[cpu] {
            inside.on = Some(target);
        }
    }

    /// Records that a writer of a semaphore keeps later readers out.
    pub(super) fn queued(&mut self, cpu: usize) {
        let events = self.events.len();
        if let Some(inside) = &mut self.inside[cpu] {
            inside.queued = Some(events);
        }
    }

    /// Records that a CPU has ended with a lock held.
    pub(super) fn ended_holding(&mut self, cpu: usize) {
        self.holding.push(cpu);
    }

    /// Whether some CPU is in a primitive that has not returned.
    pub(super) fn is_waiting(&self) -> bool {
        self.inside.iter().any(Option::is_some)
    }

    /// Ends the record of an execution: appends who is stuck, and inserts who queued for a semaphore in vain.
    pub(super) fn end(&mut self) {
        let waiting = std::mem::take(&mut self.inside);
        let mut stuck: Vec<(usize, Option<Inside>)> = Vec::new();
        for (cpu, inside) in waiting.into_iter().enumerate() {
            if inside.is_some() || self.holding.contains(&cpu) {
                stuck.push((cpu, inside));
            }
        }
        let queued = |(cpu, inside): &(usize, Option<Inside>)| {
            let inside = (*inside)?;
            let sem = inside.op.lock()?;
            Some((self.queues_at(sem, inside.queued?)?, *cpu, sem))
        };
        let mut queues: Vec<(usize, usize, LockId)> = stuck.iter().filter_map(queued).collect();
        // The last one first, so that the places of the others stay.
        queues.sort_unstable_by_key(|(place, ..)| std::cmp::Reverse(*place));
        for (place, cpu, sem) in queues {
            self.insert(place, Event { cpu, op: Op::Queue(sem) });
        }
        for (cpu, inside) in stuck {
            let on = inside.and_then(|inside| inside.on).into_iter().collect();
            let op = Op::Stuck(Stuck { inside: inside.map(|inside| inside.op), on });
            self.events.push(Event { cpu, op });
        }
        self.holding.clear();
    }

    /// The CPUs that violate a property at an event: in a deadlock all that are stuck.
    pub(super) fn violators(&self, at: usize) -> impl Iterator<Item = usize> {
        let stuck = |event: &Event| matches!(event.op, Op::Stuck(_));
        let deadlock = stuck(&self.events[at]);
        let events = self.events.iter().enumerate();
        let by = events.filter(move |(index, event)| *index == at || deadlock && stuck(event));
        by.map(|(_, event)| event.cpu)
    }

    /// Where a writer that waits for a semaphore since then keeps readers out who could go on otherwise: from
    /// when no other writer holds it. None if one still does.
    fn queues_at(&self, sem: LockId, since: usize) -> Option<usize> {
        let writes = |event: &Event| match event.op {
            Op::Sync(SyncOp::DownWrite(held)) if held == sem => Some(true),
            Op::Sync(SyncOp::UpWrite(held) | SyncOp::Downgrade(held)) if held == sem => Some(false),
            _ => None,
        };
        let events = self.events.iter().enumerate().rev();
        match events.filter_map(|(index, event)| Some((index, writes(event)?))).next() {
            Some((_, true)) => None,
            Some((index, false)) => Some(since.max(index + 1)),
            None => Some(since),
        }
    }

    /// Inserts an event that stores nothing.
    fn insert(&mut self, place: usize, event: Event) {
        for event in &mut self.events {
            if let Op::Read { from: Some(from), .. } = &mut event.op
                && *from >= place
            {
                *from += 1;
            }
        }
        self.events.insert(place, event);
        let moved = |index: usize| index + usize::from(index >= place);
        let updates = std::mem::take(&mut self.updates).into_iter();
        self.updates = updates.map(|(index, read)| (moved(index), read.map(moved))).collect();
        self.causality.move_events(moved);
    }

    /// Whether loom may have skipped an ordering of two accesses.
    pub(super) fn hid_a_load(&self) -> bool {
        self.dpor.hid_a_load()
    }

    /// Announces a store and returns its index.
    pub(super) fn announce(&mut self, at: Addr, word: Word) -> usize {
        self.stores_per_cell[at.0] += 1;
        self.stores.push(Stored { word, event: None });
        self.stores.len() - 1
    }

    /// Records the locks under which a store is made.
    pub(super) fn stores_under(&mut self, at: Addr, held: u32) {
        self.seen.unheld[at.0] |= !held;
    }

    /// Withdraws the announcement of a store that was not made.
    pub(super) fn withdraw(&mut self, at: Addr) {
        self.stores_per_cell[at.0] -= 1;
    }

    /// The index of the store executed last on a cell.
    pub(super) fn newest(&self, at: Addr) -> usize {
        self.newest[at.0]
    }

    pub(super) fn store(&self, index: usize) -> Stored {
        self.stores[index]
    }

    /// Records an event; if it made a store, the store gets the event's index.
    pub(super) fn push(&mut self, cpu: usize, op: Op, made: Option<(Addr, usize)>) {
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
    pub(super) fn forgot_stores(&self, model: &Model) -> bool {
        model.memory != MemoryModel::Sc
            && self
                .stores_per_cell
                .iter()
                .zip(&model.cells)
                .any(|(stores, cell)| cell.kind.follows_memory_model() && *stores > MAX_STORES)
    }
}

/// A word in loom's types.
pub(super) enum LoomCell {
    /// An entry: the index of its current store.
    Entry(AtomicUsize),
    /// A counter. loom has no atomic "add unless", and a loop of compare-exchanges would multiply executions,
    /// so a mutex makes each operation one step; each is at least acquire and release.
    Counter(LoomMutex<Word>),
}

/// A lock in loom's types.
enum LoomLock {
    Spin(LoomMutex<()>),
    /// A mutex per CPU, of which a reader takes its own and a writer all, and after them a gate per CPU, which
    /// a reader passes and a writer holds from before it waits, so that later readers wait behind it; and a
    /// counter that every operation updates, so that readers synchronise with each other as through the
    /// kernel's count.
    Semaphore(Vec<LoomMutex<()>>, AtomicUsize),
}

impl LoomLock {
    fn new(kind: LockKind, cpus: usize) -> LoomLock {
        match kind {
            LockKind::PageTable | LockKind::Spin => LoomLock::Spin(LoomMutex::new(())),
            LockKind::Semaphore => LoomLock::Semaphore(
                (0..2 * cpus).map(|_| LoomMutex::new(())).collect(),
                AtomicUsize::new(0),
            ),
        }
    }
}

/// The shared state of the CPUs of one execution.
pub(super) struct Machine {
    pub(super) cells: Vec<LoomCell>,
    locks: Vec<LoomLock>,
    /// One per CPU, held while its interrupts are disabled; empty if no CPU sends interrupts.
    irqs_off: Vec<LoomMutex<()>>,
    /// The same for RCU read sections.
    in_rcu: Vec<LoomMutex<()>>,
    pub(super) kinds: Vec<CellKind>,
    pub(super) memory: MemoryModel,
    /// The number of CPUs.
    pub(super) cpus: usize,
    /// What the CPUs do, as far as is known.
    pub(super) seen: Seen,
    pub(super) record: Arc<Mutex<Record>>,
}

impl Machine {
    pub(super) fn new(model: &Model, record: Arc<Mutex<Record>>, seen: Seen) -> Machine {
        record.lock().restart(model);
        let cells = model.cells.iter().enumerate().map(|(index, cell)| match cell.kind {
            CellKind::Counter => LoomCell::Counter(LoomMutex::new(cell.init)),
            _ => LoomCell::Entry(AtomicUsize::new(index)),
        });
        let cpus = if seen.profile.waits { model.roles.len() } else { 0 };
        Machine {
            cells: cells.collect(),
            locks: model
                .locks
                .iter()
                .map(|lock| LoomLock::new(lock.kind, model.roles.len()))
                .collect(),
            irqs_off: (0..cpus).map(|_| LoomMutex::new(())).collect(),
            in_rcu: (0..cpus).map(|_| LoomMutex::new(())).collect(),
            kinds: model.cells.iter().map(|cell| cell.kind).collect(),
            memory: model.memory,
            cpus: model.roles.len(),
            seen,
            record,
        }
    }

    /// Runs one role to its end.
    pub(super) fn run(&self, model: &Model, role: usize) {
        let cpu = LoomCpu::new(self, model, role);
        model.run(role, &cpu);
        cpu.end();
    }

    /// Whether one of these locks is, as far as is known, held at every store to an entry.
    pub(super) fn protects(&self, held: u32, at: Addr) -> bool {
        held & !self.seen.unheld[at.0] != 0
    }

    /// The number of a CPU's gate among the mutexes of a semaphore.
    pub(super) fn gate(&self, cpu: usize) -> usize {
        self.cpus + cpu
    }

    /// A mutex of a lock: see [`Record::lock`].
    pub(super) fn lock(&self, lock: LockId, which: usize) -> LoomGuard<'_, ()> {
        match &self.locks[lock.0] {
            LoomLock::Spin(mutex) => acquire(mutex),
            LoomLock::Semaphore(mutexes, _) => acquire(&mutexes[which]),
        }
    }

    /// Updates a semaphore's counter, as every operation on it does.
    pub(super) fn count(&self, sem: LockId, order: Ordering) {
        if let LoomLock::Semaphore(_, counter) = &self.locks[sem.0] {
            counter.fetch_add(1, order);
        }
    }

    /// The mutex that a CPU holds while its interrupts are disabled, if any CPU sends interrupts.
    pub(super) fn irqs_off(&self, cpu: usize) -> Option<LoomGuard<'_, ()>> {
        self.irqs_off.get(cpu).map(acquire)
    }

    /// The mutex that a CPU holds in an RCU read section, if any CPU waits for those.
    pub(super) fn in_rcu(&self, cpu: usize) -> Option<LoomGuard<'_, ()>> {
        self.in_rcu.get(cpu).map(acquire)
    }

    /// All CPUs that can be interrupted.
    pub(super) fn interruptible(&self) -> std::ops::Range<usize> {
        0..self.irqs_off.len()
    }
}

/// Locks a mutex. It is poisoned if its holder panicked, and loom ends the search then anyway.
pub(super) fn acquire<T>(mutex: &LoomMutex<T>) -> LoomGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
