//! [`Cpu`] on loom: how each kernel primitive maps to loom's C11 orderings, per memory model.
//!
//! | primitive              | weak                     | tso                      | sc         |
//! |------------------------|--------------------------|--------------------------|------------|
//! | `read_once`            | load Relaxed             | load Acquire             | RMW        |
//! | `read_once_dep`        | load Acquire             | load Acquire             | RMW        |
//! | `write_once`           | store Relaxed            | store Release            | swap       |
//! | `xchg_relaxed`         | swap Relaxed             | swap between fences SeqCst | as tso   |
//! | `xchg`                 | swap between fences SeqCst | as weak                | as weak    |
//! | `smp_mb`, `smp_wmb`    | fence SeqCst, Release    | the same                 | the same   |
//! | counters               | mutex, plus fence SeqCst where the kernel's atomic is fully ordered | | |
//!
//! loom has no address dependencies, so a read that heads one is an acquire load, which is stronger.
//! loom treats SeqCst accesses as AcqRel, so full ordering is SeqCst fences. Under sc every access is a
//! read-modify-write: those always see the newest store, which makes the search a plain interleaving.
//! tso is approximated from below by acquire and release: what holds here holds under TSO.

use std::cell::RefCell;

use loom::sync::MutexGuard;
use loom::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use loom::sync::atomic::{AtomicUsize, Ordering, fence};
use pmdrace_mm::{Addr, Cpu, LockId, MemoryModel, Note, Op, Word};

use super::machine::{LoomCell, Machine, acquire};

/// One CPU of an execution under loom.
pub(super) struct LoomCpu<'m> {
    machine: &'m Machine,
    cpu: usize,
    locks: RefCell<Vec<(LockId, MutexGuard<'m, ()>)>>,
    irqs_off: RefCell<Option<MutexGuard<'m, ()>>>,
}

impl<'m> LoomCpu<'m> {
    pub(super) fn new(machine: &'m Machine, cpu: usize) -> LoomCpu<'m> {
        LoomCpu { machine, cpu, locks: RefCell::default(), irqs_off: RefCell::default() }
    }

    fn push(&self, op: Op) {
        self.machine.record.lock().push(self.cpu, op, None);
    }

    fn entry(&self, at: Addr) -> &'m AtomicUsize {
        match &self.machine.cells[at.0] {
            LoomCell::Entry(cell) => cell,
            LoomCell::Counter(_) => unreachable!("{at:?} is a counter; use the atomic operations"),
        }
    }

    fn load(&self, at: Addr, weak: Ordering) -> Word {
        let cell = self.entry(at);
        let index = match self.machine.memory {
            MemoryModel::Weak => cell.load(weak),
            MemoryModel::Tso => cell.load(Acquire),
            MemoryModel::Sc => cell.fetch_or(0, AcqRel),
        };
        let mut record = self.machine.record.lock();
        let stored = record.store(index);
        record.push(self.cpu, Op::Read { at, word: stored.word, from: stored.event }, None);
        stored.word
    }

    fn swap(&self, at: Addr, word: Word, full: bool) -> Word {
        let made = self.machine.record.lock().announce(at, word);
        let cell = self.entry(at);
        let old = if full {
            fence(SeqCst);
            let old = cell.swap(made, AcqRel);
            fence(SeqCst);
            old
        } else {
            cell.swap(made, Relaxed)
        };
        let mut record = self.machine.record.lock();
        let old = record.store(old).word;
        record.push(self.cpu, Op::Rmw { at, old, new: Some(word) }, Some(made));
        old
    }

    /// One atomic step on a counter: `change` gives the new value, or None to leave it alone.
    fn count(&self, at: Addr, full: bool, change: impl FnOnce(u64) -> Option<u64>) -> (u64, bool) {
        let LoomCell::Counter(counter) = &self.machine.cells[at.0] else {
            unreachable!("{at:?} is no counter");
        };
        let mut value = acquire(counter);
        let old = *value;
        let new = change(old.bits).map(|bits| Word::new(bits, old.means()));
        if let Some(new) = new {
            *value = new;
            if full {
                fence(SeqCst);
            }
        }
        self.push(Op::Rmw { at, old, new });
        (new.unwrap_or(old).bits, new.is_some())
    }
}

impl Cpu for LoomCpu<'_> {
    fn read_once(&self, at: Addr) -> Word {
        self.load(at, Relaxed)
    }

    fn read_once_dep(&self, at: Addr) -> Word {
        self.load(at, Acquire)
    }

    fn write_once(&self, at: Addr, word: Word) {
        let made = self.machine.record.lock().announce(at, word);
        let cell = self.entry(at);
        match self.machine.memory {
            MemoryModel::Weak => cell.store(made, Relaxed),
            MemoryModel::Tso => cell.store(made, Release),
            MemoryModel::Sc => {
                cell.swap(made, AcqRel);
            }
        }
        self.machine.record.lock().push(self.cpu, Op::Write { at, word }, Some(made));
    }

    fn xchg(&self, at: Addr, word: Word) -> Word {
        self.swap(at, word, true)
    }

    fn xchg_relaxed(&self, at: Addr, word: Word) -> Word {
        self.swap(at, word, self.machine.memory != MemoryModel::Weak)
    }

    fn atomic_add(&self, at: Addr, n: u64) {
        self.count(at, false, |value| Some(value.wrapping_add(n)));
    }

    fn atomic_add_unless(&self, at: Addr, n: u64, unless: u64) -> bool {
        self.count(at, true, |value| (value != unless).then(|| value.wrapping_add(n))).1
    }

    fn atomic_sub_and_test(&self, at: Addr, n: u64) -> bool {
        self.count(at, true, |value| Some(value.wrapping_sub(n))).0 == 0
    }

    fn atomic_cmpxchg(&self, at: Addr, old: u64, new: u64) -> bool {
        self.count(at, true, |value| (value == old).then_some(new)).1
    }

    fn atomic_set(&self, at: Addr, word: Word) {
        let LoomCell::Counter(counter) = &self.machine.cells[at.0] else {
            unreachable!("{at:?} is no counter");
        };
        *acquire(counter) = word;
        self.push(Op::Write { at, word });
    }

    fn smp_mb(&self) {
        fence(SeqCst);
        self.push(Op::Mb);
    }

    fn smp_wmb(&self) {
        fence(Release);
        self.push(Op::Wmb);
    }

    fn spin_lock(&self, lock: LockId) {
        let guard = self.machine.lock(lock.0);
        self.locks.borrow_mut().push((lock, guard));
        self.push(Op::Lock(lock));
    }

    fn spin_unlock(&self, lock: LockId) {
        self.push(Op::Unlock(lock));
        self.locks.borrow_mut().retain(|(held, _)| *held != lock);
    }

    fn local_irq_save(&self) {
        *self.irqs_off.borrow_mut() = self.machine.irqs_off(self.cpu);
        self.push(Op::IrqSave);
    }

    fn local_irq_restore(&self) {
        self.push(Op::IrqRestore);
        *self.irqs_off.borrow_mut() = None;
    }

    fn ipi_and_wait(&self) {
        fence(SeqCst);
        for target in self.machine.interruptible().filter(|target| *target != self.cpu) {
            drop(self.machine.irqs_off(target));
        }
        self.push(Op::Ipi);
    }

    fn note(&self, note: Note) {
        self.push(Op::Note(note));
    }
}
