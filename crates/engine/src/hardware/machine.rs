//! One machine on real threads: its words as atomics of the host, its locks as `parking_lot`'s, RCU as epochs.

use std::sync::atomic::AtomicU64;

use crossbeam::epoch::Collector;
use crossbeam::utils::CachePadded;
use parking_lot::{Mutex, RwLock};
use pmdrace_mm::{MemoryModel, Model};

use super::words::Words;

/// The words of one round, each on a cache line of its own.
pub(super) type Memory = Vec<CachePadded<AtomicU64>>;

/// What the CPUs share from round to round.
pub(super) struct Machine {
    pub(super) locks: Vec<CachePadded<Mutex<()>>>,
    pub(super) sems: Vec<CachePadded<RwLock<()>>>,
    /// One per CPU, held while its interrupts are off; empty where no one sends interrupts.
    pub(super) irqs_off: Vec<CachePadded<Mutex<()>>>,
    /// Pinned in RCU read sections.
    pub(super) rcu: Collector,
    pub(super) memory: MemoryModel,
}

impl Machine {
    pub(super) fn new(model: &Model) -> Machine {
        let cpus = if model.waits_for_cpus() { model.roles.len() } else { 0 };
        Machine {
            locks: model.locks.iter().map(|_| CachePadded::default()).collect(),
            sems: model.sems.iter().map(|_| CachePadded::default()).collect(),
            irqs_off: (0..cpus).map(|_| CachePadded::default()).collect(),
            rcu: Collector::new(),
            memory: model.memory,
        }
    }
}

/// The memory that a round begins with.
pub(super) fn initial(model: &Model, words: &Words) -> Memory {
    let number = |cell: &pmdrace_mm::Cell| u64::from(words.number(cell.init));
    model.cells.iter().map(|cell| CachePadded::new(AtomicU64::new(number(cell)))).collect()
}
