//! [`Cpu`] on loom: how each kernel primitive maps to loom's C11 orderings, per memory model.
//!
//! | primitive              | rc11                       | tso          | sc               |
//! |------------------------|----------------------------|--------------|------------------|
//! | `read_once`            | load Relaxed               | load Acquire | failing exchange |
//! | `read_once_dep`, `smp_load_acquire` | load Acquire  | load Acquire | failing exchange |
//! | either, under a lock   | none in loom, if every store is made under that lock |||
//! | `write_once`           | store Relaxed              | store Release | swap            |
//! | `smp_store_release`    | store Release              | store Release | swap            |
//! | `xchg_relaxed`         | swap Relaxed               | as `xchg`    | as `xchg`        |
//! | `xchg`                 | swap between fences SeqCst | as rc11      | as rc11          |
//! | `update`, relaxed      | compare-exchange Relaxed   | as rc11      | as rc11          |
//! | `update`, full         | the same between fences SeqCst | as rc11  | as rc11          |
//! | auxiliary words        | store Relaxed, which nothing loads | as rc11 | as rc11       |
//! | `spin_lock`            | a mutex                    | then a fence SeqCst | as rc11       |
//! | semaphores             | a mutex and a gate per CPU, all of which a writer takes, and a counter that all update |||
//! | `smp_mb`               | fence SeqCst, under a mutex | fence SeqCst | as tso         |
//! | `smp_wmb`, `smp_rmb`   | fence Release, Acquire     | as rc11      | as rc11          |
//! | `smp_cond_load_*`      | refused: a loop of loads and yields has no last iteration |||
//! | counters               | a mutex, plus fence SeqCst where the kernel's atomic is fully ordered |||
//!
//! loom has no address dependencies, so a read that heads one is an acquire load, which is stronger. loom
//! treats SeqCst accesses as AcqRel, so full ordering uses SeqCst fences. Fences are no operations to loom, which
//! executes them at once after what is before them; so under rc11 all full barriers take one mutex, and loom tries them
//! in every order. The two around an update are taken together. A failing compare-exchange reads
//! the newest store: under sc that makes the search plain interleaving. A read under a lock that is held at
//! every store to the word also returns the newest store, and loom need not see it. tso is approximated from below by acquire and release: what holds
//! here holds under TSO.

mod auxiliary;
mod waits;

use std::cell::RefCell;
use std::panic::resume_unwind;

use loom::sync::MutexGuard;
use loom::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use loom::sync::atomic::{AtomicUsize, Ordering, fence};
use pmdrace_mm::{
    Addr, Answer, Call, CellKind, Change, CountOp, Cpu, Event, LockId, Locks, MemoryModel, Model,
    Note, Op, ReadOrder, RmwOrder, Word, WriteOrder, limits,
};

use super::Awaits;
use super::causality::Ordered;
use super::dpor::Access;
use super::machine::{LoomCell, Machine, acquire};
use crate::EngineError;
use waits::Section;

/// One CPU of an execution under loom.
pub(super) struct LoomCpu<'m> {
    machine: &'m Machine,
    model: &'m Model,
    cpu: usize,
    /// The held spin locks.
    locks: RefCell<Vec<(LockId, MutexGuard<'m, ()>)>>,
    irqs_off: RefCell<Section<'m>>,
    in_rcu: RefCell<Section<'m>>,
    /// Of each semaphore, the held mutexes, by CPU.
    sems: RefCell<Vec<(LockId, usize, MutexGuard<'m, ()>)>>,
    /// The semaphores held for reading, each as often as it is.
    reads: RefCell<Vec<LockId>>,
}

/// Ends the search: a counter would leave its range.
fn out_of_range() -> ! {
    resume_unwind(Box::new(EngineError::CounterRange))
}

/// Reads the newest store without storing: a failing compare-exchange. It matters that loom's search does not
/// treat it as a load: see `dpor`.
fn newest(cell: &AtomicUsize, order: Ordering) -> usize {
    const NONE: usize = usize::MAX;
    match cell.compare_exchange(NONE, NONE, AcqRel, order) {
        Ok(index) | Err(index) => index,
    }
}

/// A full barrier. loom takes what a later store releases before it joins what earlier such fences left, so a
/// release fence follows.
fn sc_fence() {
    fence(SeqCst);
    fence(Release);
}

impl<'m> LoomCpu<'m> {
    pub(super) fn new(machine: &'m Machine, model: &'m Model, cpu: usize) -> LoomCpu<'m> {
        LoomCpu {
            machine,
            model,
            cpu,
            locks: RefCell::default(),
            irqs_off: RefCell::default(),
            in_rcu: RefCell::default(),
            sems: RefCell::default(),
            reads: RefCell::default(),
        }
    }

    /// The routine has ended: what it still holds stays held.
    pub(super) fn end(self) {
        let (locks, sems) = (self.locks.take(), self.sems.take());
        if !locks.is_empty() || !sems.is_empty() {
            self.machine.record.lock().ended_holding(self.cpu);
        }
        let guards = locks.into_iter().map(|(_, guard)| guard);
        let guards = guards.chain(sems.into_iter().map(|(.., guard)| guard));
        let sections = [self.irqs_off.take().guard, self.in_rcu.take().guard];
        guards.chain(sections.into_iter().flatten()).for_each(std::mem::forget);
    }

    /// How an access that has this ordering under `rc11` is ordered.
    fn ordered(&self, rc11: Ordering) -> Ordered {
        match (self.machine.memory, rc11) {
            (MemoryModel::Rc11, Relaxed) => Ordered::Relaxed,
            _ => Ordered::Synchronises,
        }
    }

    fn push(&self, op: Op) {
        self.machine.record.lock().push(self.cpu, op, None);
    }

    /// Begins one or more full barriers that other CPUs' barriers do not come between: an operation of its own, so
    /// that loom tries them in every order.
    fn barriers(&self) -> Option<MutexGuard<'m, ()>> {
        let barriers = self.machine.barriers()?;
        self.machine.record.lock().barriers(self.cpu);
        Some(barriers)
    }

    fn full_barrier(&self) {
        if !self.machine.record.lock().is_behind_barrier(self.cpu) {
            let barriers = self.barriers();
            self.barrier();
            drop(barriers);
        }
    }

    /// A full barrier among those begun.
    fn barrier(&self) {
        sc_fence();
        self.machine.record.lock().full_barrier(self.cpu);
    }

    /// The spin locks that the CPU holds, as bits.
    fn held(&self) -> u32 {
        self.locks.borrow().iter().fold(0, |held, (lock, _)| held | 1 << lock.0)
    }

    fn entry(&self, at: Addr) -> &'m AtomicUsize {
        match &self.machine.cells[at.0] {
            LoomCell::Entry(cell) => cell,
            LoomCell::Counter(_) => unreachable!("{at:?} is a counter"),
        }
    }

    fn load(&self, at: Addr, rc11: Ordering) -> Word {
        let cell = self.entry(at);
        let atomic = self.machine.kinds[at.0] == CellKind::Atomic;
        if !atomic && self.machine.seen.protects(self.held(), at) {
            return self.peek(at);
        }
        let (index, access) = match self.machine.memory {
            MemoryModel::Sc => (newest(cell, Acquire), Access::Other),
            MemoryModel::Tso => (cell.load(Acquire), Access::Load),
            // `explore` refuses others.
            _ => (cell.load(rc11), Access::Load),
        };
        let mut record = self.machine.record.lock();
        record.access(self.cpu, at, access);
        record.read(self.cpu, at, index, self.ordered(rc11))
    }

    /// A read under a lock under which every store to the word is made: it can only return the newest store, so
    /// loom need not see it.
    fn peek(&self, at: Addr) -> Word {
        let mut record = self.machine.record.lock();
        let newest = record.newest(at);
        record.read(self.cpu, at, newest, Ordered::Relaxed)
    }

    /// Announces a store, and notes whether it is made without a lock.
    fn stores(&self, at: Addr, word: Word) -> usize {
        if self.machine.kinds[at.0] == CellKind::Atomic {
            return self.machine.record.lock().announce(at, word);
        }
        let mut record = self.machine.record.lock();
        record.stores_under(at, self.held());
        record.announce(at, word)
    }

    fn put(&self, at: Addr, word: Word, rc11: Ordering) {
        let made = self.stores(at, word);
        let cell = self.entry(at);
        match self.machine.memory {
            MemoryModel::Tso => cell.store(made, Release),
            MemoryModel::Sc => {
                cell.swap(made, AcqRel);
            }
            _ => cell.store(made, rc11),
        }
        let mut record = self.machine.record.lock();
        record.access(self.cpu, at, Access::Other);
        record.write(self.cpu, at, made, self.ordered(rc11));
    }

    fn swap(&self, at: Addr, word: Word, full: bool) -> Word {
        let made = self.stores(at, word);
        let cell = self.entry(at);
        let barriers = full.then(|| self.barriers());
        if full {
            self.barrier();
        }
        let from = cell.swap(made, if full { AcqRel } else { Relaxed });
        let mut record = self.machine.record.lock();
        record.access(self.cpu, at, Access::Other);
        let old = record.update(self.cpu, at, from, Some(made), full);
        drop(record);
        if full {
            self.barrier();
        }
        drop(barriers);
        old
    }

    fn counter(&self, at: Addr) -> MutexGuard<'m, Word> {
        let LoomCell::Counter(counter) = &self.machine.cells[at.0] else {
            unreachable!("{at:?} is not a counter");
        };
        let value = acquire(counter);
        self.machine.record.lock().access(self.cpu, at, Access::Other);
        value
    }

    /// An atomic operation on a counter.
    fn count(&self, at: Addr, op: CountOp) -> Answer {
        let mut value = self.counter(at);
        let old = *value;
        let (new, yes) = op.apply(old.bits);
        if new.is_some_and(|new| !limits::is_count(new)) {
            drop(value);
            out_of_range();
        }
        let new = new.map(|bits| Word::new(bits, old.means()));
        if let Some(new) = new {
            *value = new;
        }
        let full = new.is_some() && op.order() == RmwOrder::Full;
        let barriers = full.then(|| self.barriers());
        if full {
            sc_fence();
        }
        self.machine.record.lock().count(self.cpu, at, full);
        drop(barriers);
        self.push(Op::Rmw { at, old, new });
        Answer::test(yes, old)
    }

    /// An atomic read-modify-write; where `change` returns None, the word is unchanged.
    fn exchange(&self, at: Addr, full: bool, change: Change<'_>) -> Word {
        let cell = self.entry(at);
        // Guess the newest store; if another CPU intervenes, the exchange returns what it found. A wrong guess would
        // cost an update that fails a barrier, so read where one does.
        let mut found = self.machine.record.lock().newest(at);
        if full && self.machine.seen.may_fail(at) {
            found = newest(cell, Relaxed);
            self.machine.record.lock().access(self.cpu, at, Access::Other);
        }
        loop {
            let old = self.machine.record.lock().store(found).word;
            let Some(new) = change(old) else {
                if full && self.machine.orders_barriers() {
                    self.machine.record.lock().failed(at);
                }
                // The condition fails: read again, now as an access, and store nothing.
                let actual = newest(cell, Relaxed);
                let mut record = self.machine.record.lock();
                record.access(self.cpu, at, Access::Other);
                if actual == found {
                    return record.update(self.cpu, at, found, None, false);
                }
                found = actual;
                continue;
            };
            let made = self.stores(at, new);
            let barriers = full.then(|| self.barriers());
            if full {
                self.barrier();
            }
            let exchanged = cell.compare_exchange(found, made, Relaxed, Relaxed);
            self.machine.record.lock().access(self.cpu, at, Access::Other);
            match exchanged {
                Ok(_) => {
                    let mut record = self.machine.record.lock();
                    record.update(self.cpu, at, found, Some(made), full);
                    drop(record);
                    if full {
                        self.barrier();
                    }
                    drop(barriers);
                    return old;
                }
                Err(actual) => {
                    self.machine.record.lock().withdraw(at);
                    found = actual;
                }
            }
        }
    }

    fn read(&self, at: Addr, order: ReadOrder) -> Word {
        match (self.machine.kinds[at.0], order) {
            (CellKind::Counter, _) => {
                let word = *self.counter(at);
                self.machine.record.lock().count(self.cpu, at, false);
                self.push(Op::Count { at, word });
                word
            }
            (_, ReadOrder::Once) => self.load(at, Relaxed),
            (_, ReadOrder::Dependency | ReadOrder::Acquire) => self.load(at, Acquire),
        }
    }

    fn write(&self, at: Addr, word: Word, order: WriteOrder) {
        match (self.machine.kinds[at.0], order) {
            (CellKind::Counter, _) => {
                if !limits::is_count(word.bits) {
                    out_of_range();
                }
                *self.counter(at) = word;
                self.machine.record.lock().count(self.cpu, at, false);
                self.push(Op::Write { at, word });
            }
            (_, WriteOrder::Once) => self.put(at, word, Relaxed),
            (_, WriteOrder::Release) => self.put(at, word, Release),
        }
    }

    /// Whether a read-modify-write of this order is a full barrier: under TSO a locked instruction is one.
    fn is_full(&self, order: RmwOrder) -> bool {
        order == RmwOrder::Full || self.machine.memory == MemoryModel::Tso
    }
}

impl Cpu for LoomCpu<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        self.machine.record.lock().seen.profile.note(self.model, call);
        if let (Call::Read { at, .. }, Some(answer)) =
            (call, self.machine.seen.profile.answer(self.model, call))
        {
            self.push(Op::Count { at, word: answer.word() });
            return answer;
        }
        if let Some(answer) = self.auxiliary(call, change) {
            return answer;
        }
        match call {
            Call::Read { at, order } => Answer::Word(self.read(at, order)),
            Call::Await { .. } => resume_unwind(Box::new(Awaits)),
            Call::Write { at, word, order } => {
                self.write(at, word, order);
                Answer::Done
            }
            Call::Xchg { at, word, order } => {
                let full = order == RmwOrder::Full || self.machine.memory != MemoryModel::Rc11;
                Answer::Word(self.swap(at, word, full))
            }
            Call::Update { at, order } => {
                Answer::Word(self.exchange(at, self.is_full(order), change))
            }
            Call::Count { at, op } => self.count(at, op),
            Call::Sync(op) => {
                self.do_sync(op);
                Answer::Done
            }
        }
    }

    fn note(&self, note: Note) {
        if note.is_silent() {
            let event = Event { cpu: self.cpu, op: Op::Note(note) };
            let mut record = self.machine.record.lock();
            for index in 0..self.model.properties.len() {
                // Who holds a lock makes no difference to what silent notes are about.
                record.silent.add(self.model, index, &event, Locks::default());
            }
            return;
        }
        self.push(Op::Note(note));
    }
}
