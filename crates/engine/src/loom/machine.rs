//! The shared memory of one execution in loom's types.
//!
//! loom's atomics hold a number. To keep the meaning with the bits, a word's atomic holds the index of its
//! store in the [`Record`].

use std::sync::{Arc, PoisonError};

use loom::sync::atomic::{AtomicUsize, Ordering};
use loom::sync::{Mutex as LoomMutex, MutexGuard as LoomGuard};
use parking_lot::Mutex;
use pmdrace_mm::{CellKind, LockId, LockKind, MemoryModel, Model, Word};

use super::cpu::LoomCpu;
use super::record::{Record, Seen};

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
    /// Held during a full barrier.
    barriers: LoomMutex<()>,
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
            barriers: LoomMutex::new(()),
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

    /// Whether loom tries full barriers in every order. Where each access is ordered there is no need.
    pub(super) fn orders_barriers(&self) -> bool {
        self.memory == MemoryModel::Rc11
    }

    /// What a CPU holds during a full barrier, if their order matters.
    pub(super) fn barriers(&self) -> Option<LoomGuard<'_, ()>> {
        self.orders_barriers().then(|| acquire(&self.barriers))
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
