//! One machine on host threads: its words as host atomics, its locks from `parking_lot`, RCU as epochs.

use std::sync::atomic::{AtomicBool, AtomicU64};

use crossbeam::epoch::Collector;
use crossbeam::utils::CachePadded;
use parking_lot::{Mutex, RwLock};
use pmdrace_mm::{CellKind, LockKind, MemoryModel, Model};

use super::words::Words;

/// The words of one round, each on its own cache line.
pub(super) type Memory = Vec<CachePadded<AtomicU64>>;

/// The state that the CPUs share across rounds.
pub(super) struct Machine {
    pub(super) locks: Vec<CachePadded<HostLock>>,
    /// One per CPU, held while its interrupts are disabled; empty if no CPU sends interrupts.
    pub(super) irqs_off: Vec<CachePadded<Mutex<()>>>,
    /// Pinned in RCU read sections.
    pub(super) rcu: Collector,
    pub(super) memory: MemoryModel,
    pub(super) kinds: Vec<CellKind>,
    /// Whether sections with interrupts disabled delay somebody, as far as is known.
    pub(super) waits: bool,
    /// Whether some CPU has waited for others.
    pub(super) waited: AtomicBool,
}

/// A lock of the host.
pub(super) enum HostLock {
    Spin(Mutex<()>),
    Semaphore(RwLock<()>),
}

impl HostLock {
    fn new(kind: LockKind) -> HostLock {
        match kind {
            LockKind::PageTable | LockKind::Spin => HostLock::Spin(Mutex::default()),
            LockKind::Semaphore => HostLock::Semaphore(RwLock::default()),
        }
    }
}

impl Machine {
    pub(super) fn new(model: &Model, waits: bool) -> Machine {
        let cpus = if waits { model.roles.len() } else { 0 };
        Machine {
            locks: model
                .locks
                .iter()
                .map(|lock| CachePadded::new(HostLock::new(lock.kind)))
                .collect(),
            irqs_off: (0..cpus).map(|_| CachePadded::default()).collect(),
            rcu: Collector::new(),
            memory: model.memory,
            kinds: model.cells.iter().map(|cell| cell.kind).collect(),
            waits,
            waited: AtomicBool::new(waits),
        }
    }
}

/// The initial memory of a round.
pub(super) fn initial(model: &Model, words: &Words) -> Memory {
    let number = |cell: &pmdrace_mm::Cell| u64::from(words.number(cell.init));
    model.cells.iter().map(|cell| CachePadded::new(AtomicU64::new(number(cell)))).collect()
}
