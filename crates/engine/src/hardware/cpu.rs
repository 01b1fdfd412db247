//! [`Cpu`] on a thread of the host: each kernel primitive as an atomic of Rust, per memory model.
//!
//! | primitive              | weak                       | tso          | sc           |
//! |------------------------|----------------------------|--------------|--------------|
//! | `read_once`            | load Relaxed               | load Acquire | load SeqCst  |
//! | `read_once_dep`, `smp_load_acquire` | load Acquire  | load Acquire | load SeqCst  |
//! | `write_once`           | store Relaxed              | store Release | store SeqCst |
//! | `smp_store_release`    | store Release              | store Release | store SeqCst |
//! | `xchg_relaxed`         | swap Relaxed               | swap between fences SeqCst | swap SeqCst |
//! | `xchg`                 | swap between fences SeqCst | as weak      | as weak      |
//! | `update`, relaxed      | compare-exchange Relaxed   | between fences SeqCst | as tso |
//! | `update`, full         | between fences SeqCst      | as weak      | as weak      |
//! | counters, auxiliary words | compare-exchange and load SeqCst | as weak | as weak |
//! | `smp_mb`, `smp_wmb`, `smp_rmb` | fence SeqCst, Release, Acquire | as weak | as weak |
//!
//! These are the orderings that the memory model calls for and no stronger, but for three. Rust has no address
//! dependencies, so a read that heads one is an acquire load. The oracles' words change for all CPUs at once, so
//! they are sequentially consistent; on a host whose atomics are full barriers, x86-64 among them, each hides
//! what a store buffer would have shown. An update whose condition fails exchanges the word for itself, as the
//! other engines take it to have looked at the newest value.
//!
//! A CPU records the word that each call returned and nothing else: the rest follows from that
//! ([`crate::Observation`]), and recording it would slow the race down.

use std::cell::{Cell, RefCell};
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering, fence};
use std::time::Duration;

use crossbeam::epoch::{Guard, LocalHandle};
use crossbeam::utils::Backoff;
use parking_lot::{MutexGuard, RwLockReadGuard, RwLockWriteGuard};
use pmdrace_mm::{Addr, Cpu, LockId, MemoryModel, Note, RmwOrder, SemId, Word};

use super::machine::{Machine, Memory};
use super::pace::Pace;
use super::words::Copied;

/// How long a CPU waits for others before the round counts as stuck.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether the host's loads and exchanges are ordered as under TSO: a load of an oracle's word then needs no more.
const HOST_IS_TSO: bool =
    cfg!(any(target_arch = "x86_64", target_arch = "x86", target_arch = "s390x"));

/// Unwinds out of a routine that waits for ever, saying for what.
pub(super) struct Stuck(pub(super) String);

/// A semaphore that is held.
enum Held<'m> {
    Reading(#[expect(dead_code, reason = "held until it is dropped")] RwLockReadGuard<'m, ()>),
    Writing(RwLockWriteGuard<'m, ()>),
}

/// What a thread keeps from round to round.
pub(super) struct Thread<'w> {
    pub(super) words: Copied<'w>,
    pub(super) pace: Pace,
    pub(super) epochs: LocalHandle,
}

/// One CPU of one round.
pub(super) struct HardwareCpu<'m> {
    machine: &'m Machine,
    memory: &'m Memory,
    thread: &'m Thread<'m>,
    cpu: usize,
    observed: &'m RefCell<Vec<u32>>,
    locks: RefCell<Vec<(LockId, MutexGuard<'m, ()>)>>,
    sems: RefCell<Vec<(SemId, Held<'m>)>>,
    irqs_off: Cell<Option<MutexGuard<'m, ()>>>,
    in_rcu: Cell<Option<Guard>>,
}

impl<'m> HardwareCpu<'m> {
    pub(super) fn new(
        machine: &'m Machine,
        memory: &'m Memory,
        thread: &'m Thread<'m>,
        cpu: usize,
        observed: &'m RefCell<Vec<u32>>,
    ) -> HardwareCpu<'m> {
        let (locks, sems) = (RefCell::default(), RefCell::default());
        let (irqs_off, in_rcu) = (Cell::default(), Cell::default());
        HardwareCpu { machine, memory, thread, cpu, observed, locks, sems, irqs_off, in_rcu }
    }

    fn cell(&self, at: Addr) -> &'m AtomicU64 {
        self.thread.pace.step();
        &self.memory[at.0]
    }

    /// Notes what a call returned.
    fn observe(&self, number: u64) -> Word {
        self.observed.borrow_mut().push(number as u32);
        self.thread.words.word(number)
    }

    fn load(&self, at: Addr, weak: Ordering) -> Word {
        let order = match self.machine.memory {
            MemoryModel::Weak => weak,
            MemoryModel::Tso => Acquire,
            MemoryModel::Sc => SeqCst,
        };
        self.observe(self.cell(at).load(order))
    }

    fn store(&self, at: Addr, word: Word, weak: Ordering) {
        let order = match self.machine.memory {
            MemoryModel::Weak => weak,
            MemoryModel::Tso => Release,
            MemoryModel::Sc => SeqCst,
        };
        let number = self.thread.words.number(word);
        self.cell(at).store(number, order);
    }

    fn swap(&self, at: Addr, word: Word, full: bool) -> Word {
        let number = self.thread.words.number(word);
        let cell = self.cell(at);
        let old = fenced(full, || cell.swap(number, if full { SeqCst } else { Relaxed }));
        self.observe(old)
    }

    /// Replaces the word by `change` of it; where that is None, by itself.
    fn exchange(&self, at: Addr, order: Ordering, change: &dyn Fn(Word) -> Option<Word>) -> Word {
        let cell = self.cell(at);
        let failed = if order == SeqCst { SeqCst } else { Relaxed };
        let mut found = cell.load(failed);
        loop {
            let old = self.thread.words.word(found);
            let new = change(old).map_or(found, |new| self.thread.words.number(new));
            match cell.compare_exchange(found, new, order, failed) {
                Ok(_) => return self.observe(found),
                Err(other) => found = other,
            }
        }
    }

    /// One atomic step on a counter; returns what it was.
    fn count(&self, at: Addr, change: &dyn Fn(u64) -> Option<u64>) -> u64 {
        let change = |old: Word| change(old.bits).map(|bits| Word::new(bits, old.means()));
        fenced(!HOST_IS_TSO, || self.exchange(at, SeqCst, &change)).bits
    }

    /// Loads a word that changes for all CPUs at once.
    fn newest(&self, at: Addr) -> Word {
        let cell = self.cell(at);
        self.observe(fenced(!HOST_IS_TSO, || cell.load(SeqCst)))
    }

    /// Waits until the CPU of these interrupts has them on.
    fn interrupt(&self, target: usize) {
        let irqs_off = &self.machine.irqs_off[target];
        drop(self.taken(irqs_off.try_lock_for(PATIENCE), || format!("CPU{target}'s interrupts")));
    }

    fn interrupt_others(&self) {
        let cpus = 0..self.machine.irqs_off.len();
        cpus.filter(|target| *target != self.cpu).for_each(|target| self.interrupt(target));
    }

    /// What was waited for, if it came.
    fn taken<G>(&self, guard: Option<G>, what: impl Fn() -> String) -> G {
        guard.unwrap_or_else(|| {
            let stuck = format!("CPU{} waits for {} for ever", self.cpu, what());
            resume_unwind(Box::new(Stuck(stuck)))
        })
    }
}

/// Does it between full barriers, if it is to be.
fn fenced<R>(full: bool, access: impl FnOnce() -> R) -> R {
    if !full {
        return access();
    }
    fence(SeqCst);
    let result = access();
    fence(SeqCst);
    result
}

impl Cpu for HardwareCpu<'_> {
    fn read_once(&self, at: Addr) -> Word {
        self.load(at, Relaxed)
    }

    fn read_once_dep(&self, at: Addr) -> Word {
        self.load(at, Acquire)
    }

    fn smp_load_acquire(&self, at: Addr) -> Word {
        self.load(at, Acquire)
    }

    fn write_once(&self, at: Addr, word: Word) {
        self.store(at, word, Relaxed);
    }

    fn smp_store_release(&self, at: Addr, word: Word) {
        self.store(at, word, Release);
    }

    fn xchg(&self, at: Addr, word: Word) -> Word {
        self.swap(at, word, true)
    }

    fn xchg_relaxed(&self, at: Addr, word: Word) -> Word {
        self.swap(at, word, self.machine.memory != MemoryModel::Weak)
    }

    fn update(&self, at: Addr, order: RmwOrder, change: &dyn Fn(Word) -> Option<Word>) -> Word {
        let full = order == RmwOrder::Full || self.machine.memory != MemoryModel::Weak;
        fenced(full, || self.exchange(at, if full { SeqCst } else { Relaxed }, change))
    }

    fn atomic_read(&self, at: Addr) -> u64 {
        self.newest(at).bits
    }

    fn atomic_add(&self, at: Addr, n: u64) {
        self.count(at, &|value| Some(value.wrapping_add(n)));
    }

    fn atomic_add_unless(&self, at: Addr, n: u64, unless: u64) -> bool {
        self.count(at, &|value| (value != unless).then(|| value.wrapping_add(n))) != unless
    }

    fn atomic_sub_and_test(&self, at: Addr, n: u64) -> bool {
        self.count(at, &|value| Some(value.wrapping_sub(n))) == n
    }

    fn atomic_cmpxchg(&self, at: Addr, old: u64, new: u64) -> bool {
        self.count(at, &|value| (value == old).then_some(new)) == old
    }

    fn atomic_set(&self, at: Addr, word: Word) {
        let number = self.thread.words.number(word);
        self.cell(at).store(number, SeqCst);
    }

    fn smp_mb(&self) {
        fence(SeqCst);
    }

    fn smp_wmb(&self) {
        fence(Release);
    }

    fn smp_rmb(&self) {
        fence(Acquire);
    }

    fn spin_lock(&self, lock: LockId) {
        self.thread.pace.step();
        let guard = self.machine.locks[lock.0].try_lock_for(PATIENCE);
        let guard = self.taken(guard, || format!("lock {}", lock.0));
        if self.machine.memory != MemoryModel::Weak {
            fence(SeqCst);
        }
        self.locks.borrow_mut().push((lock, guard));
    }

    fn spin_unlock(&self, lock: LockId) {
        self.thread.pace.step();
        self.locks.borrow_mut().retain(|(held, _)| *held != lock);
    }

    fn down_read(&self, sem: SemId) {
        self.thread.pace.step();
        let guard = self.machine.sems[sem.0].try_read_for(PATIENCE);
        let guard = self.taken(guard, || format!("semaphore {}", sem.0));
        self.sems.borrow_mut().push((sem, Held::Reading(guard)));
    }

    fn up_read(&self, sem: SemId) {
        self.thread.pace.step();
        self.sems.borrow_mut().retain(|(held, _)| *held != sem);
    }

    fn down_write(&self, sem: SemId) {
        self.thread.pace.step();
        let guard = self.machine.sems[sem.0].try_write_for(PATIENCE);
        let guard = self.taken(guard, || format!("semaphore {}", sem.0));
        self.sems.borrow_mut().push((sem, Held::Writing(guard)));
    }

    fn up_write(&self, sem: SemId) {
        self.up_read(sem);
    }

    fn downgrade_write(&self, sem: SemId) {
        self.thread.pace.step();
        let mut sems = self.sems.borrow_mut();
        let held = sems.iter().position(|(held, _)| *held == sem);
        if let Some((_, Held::Writing(guard))) = held.map(|held| sems.swap_remove(held)) {
            sems.push((sem, Held::Reading(RwLockWriteGuard::downgrade(guard))));
        }
    }

    fn local_irq_save(&self) {
        self.thread.pace.step();
        let irqs_off = self.machine.irqs_off.get(self.cpu);
        let own = || "its own interrupts".to_owned();
        let taken = irqs_off.map(|irqs_off| self.taken(irqs_off.try_lock_for(PATIENCE), own));
        self.irqs_off.set(taken);
    }

    fn local_irq_restore(&self) {
        self.thread.pace.step();
        self.irqs_off.set(None);
    }

    fn ipi_and_wait(&self) {
        self.thread.pace.step();
        fence(SeqCst);
        self.interrupt_others();
    }

    fn rcu_read_lock(&self) {
        self.thread.pace.step();
        self.in_rcu.set(Some(self.thread.epochs.pin()));
    }

    fn rcu_read_unlock(&self) {
        self.thread.pace.step();
        self.in_rcu.set(None);
    }

    /// What is deferred runs when every section that is under way has ended. Those of other CPUs do end: whatever
    /// a CPU waits for inside, its patience is limited.
    fn synchronize_rcu(&self) {
        self.thread.pace.step();
        fence(SeqCst);
        self.taken(self.in_rcu.take().is_none().then_some(()), || {
            "its own read section".to_owned()
        });
        let ended = Arc::new(AtomicBool::new(false));
        let guard = self.thread.epochs.pin();
        let end = Arc::clone(&ended);
        guard.defer(move || end.store(true, Release));
        guard.flush();
        drop(guard);
        let backoff = Backoff::new();
        while !ended.load(Acquire) {
            backoff.snooze();
            self.thread.epochs.pin().flush();
        }
        self.interrupt_others();
    }

    fn aux_read(&self, at: Addr) -> Word {
        self.newest(at)
    }

    fn aux_update(&self, at: Addr, change: &dyn Fn(Word) -> Word) -> Word {
        fenced(!HOST_IS_TSO, || self.exchange(at, SeqCst, &|old| Some(change(old))))
    }

    /// What routines tell follows from what they observe.
    fn note(&self, _: Note) {}
}
