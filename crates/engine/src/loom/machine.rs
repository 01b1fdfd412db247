//! The shared memory of one execution in loom's types, and the record of what happened in it.
//!
//! loom's atomics hold a number. To let the meaning travel with the bits, a word's atomic holds the
//! index of its store in the record: a load that returns an older store, as weak memory permits, thus
//! also returns what that store meant and who made it.

use std::sync::Arc;
use std::sync::PoisonError;

use loom::sync::atomic::AtomicUsize;
use loom::sync::{Mutex as LoomMutex, MutexGuard as LoomGuard};
use parking_lot::Mutex;
use pmdrace_mm::{Addr, CellKind, Event, MemoryModel, Model, Op, Word};

use super::MAX_STORES;
use super::cpu::LoomCpu;

/// One store to a word: what, and at which event (None: the initial value).
#[derive(Clone, Copy)]
pub(super) struct Stored {
    pub(super) word: Word,
    pub(super) event: Option<usize>,
}

/// What happened in the current execution, in the order loom executed it.
#[derive(Default)]
pub(super) struct Record {
    pub(super) events: Vec<Event>,
    stores: Vec<Stored>,
    stores_per_cell: Vec<usize>,
}

impl Record {
    fn restart(&mut self, model: &Model) {
        self.events.clear();
        self.stores.clear();
        self.stores.extend(model.cells.iter().map(|cell| Stored { word: cell.init, event: None }));
        self.stores_per_cell.clear();
        self.stores_per_cell.resize(model.cells.len(), 1);
    }

    /// Announces a store that is about to be made and returns its index.
    pub(super) fn announce(&mut self, at: Addr, word: Word) -> usize {
        self.stores_per_cell[at.0] += 1;
        self.stores.push(Stored { word, event: None });
        self.stores.len() - 1
    }

    pub(super) fn store(&self, index: usize) -> Stored {
        self.stores[index]
    }

    /// Records a step; if it made a store, the store learns its event.
    pub(super) fn push(&mut self, cpu: usize, op: Op, made: Option<usize>) {
        if let Some(index) = made {
            self.stores[index].event = Some(self.events.len());
        }
        self.events.push(Event { cpu, op });
    }

    /// Whether some word was stored to more often than loom remembers. Under sc only the newest store
    /// is ever read, so nothing is lost.
    pub(super) fn forgot_stores(&self, model: &Model) -> bool {
        let entry = |cell: &pmdrace_mm::Cell| cell.kind != CellKind::Counter;
        model.memory != MemoryModel::Sc
            && self
                .stores_per_cell
                .iter()
                .zip(&model.cells)
                .any(|(stores, cell)| entry(cell) && *stores > MAX_STORES)
    }
}

/// A word in loom's types.
pub(super) enum LoomCell {
    /// An entry: the index of the store it holds.
    Entry(AtomicUsize),
    /// A counter. loom offers no "add unless" in one step, and a loop of compare-exchanges would
    /// multiply executions, so a mutex makes each operation one step; each is at least acquire and
    /// release.
    Counter(LoomMutex<Word>),
}

/// Everything the CPUs of one execution share.
pub(super) struct Machine {
    pub(super) cells: Vec<LoomCell>,
    locks: Vec<LoomMutex<()>>,
    /// One per CPU, held while its interrupts are off; empty where no one sends interrupts.
    irqs_off: Vec<LoomMutex<()>>,
    pub(super) memory: MemoryModel,
    pub(super) record: Arc<Mutex<Record>>,
}

impl Machine {
    pub(super) fn new(model: &Model, record: Arc<Mutex<Record>>) -> Machine {
        record.lock().restart(model);
        let cells = model.cells.iter().enumerate().map(|(index, cell)| match cell.kind {
            CellKind::Pmd | CellKind::Pte => LoomCell::Entry(AtomicUsize::new(index)),
            CellKind::Counter => LoomCell::Counter(LoomMutex::new(cell.init)),
        });
        let cpus = if model.sends_ipis() { model.roles.len() } else { 0 };
        Machine {
            cells: cells.collect(),
            locks: model.locks.iter().map(|_| LoomMutex::new(())).collect(),
            irqs_off: (0..cpus).map(|_| LoomMutex::new(())).collect(),
            memory: model.memory,
            record,
        }
    }

    /// Runs one role to its end.
    pub(super) fn run(&self, model: &Model, role: usize) {
        model.run(role, &LoomCpu::new(self, role));
    }

    pub(super) fn lock(&self, index: usize) -> LoomGuard<'_, ()> {
        acquire(&self.locks[index])
    }

    /// The mutex that a CPU holds while its interrupts are off, if anyone sends interrupts.
    pub(super) fn irqs_off(&self, cpu: usize) -> Option<LoomGuard<'_, ()>> {
        self.irqs_off.get(cpu).map(acquire)
    }

    /// Every CPU that can be interrupted.
    pub(super) fn interruptible(&self) -> std::ops::Range<usize> {
        0..self.irqs_off.len()
    }
}

/// Locks; a poisoned lock is one whose holder panicked, and loom ends the search then anyway.
pub(super) fn acquire<T>(mutex: &LoomMutex<T>) -> LoomGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
