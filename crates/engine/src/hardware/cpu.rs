//! [`Cpu`] on a host thread: each kernel primitive as a Rust atomic, per memory model.
//!
//! | primitive              | rc11, lkmm, rvwmo, armv8   | tso          | sc           |
//! |------------------------|----------------------------|--------------|--------------|
//! | `read_once`            | load Relaxed               | load Acquire | load SeqCst  |
//! | `read_once_dep`, `smp_load_acquire` | load Acquire  | load Acquire | load SeqCst  |
//! | `smp_cond_load_*`      | such loads in a loop, for 20 seconds at most |||
//! | `write_once`           | store Relaxed              | store Release | store SeqCst |
//! | `smp_store_release`    | store Release              | store Release | store SeqCst |
//! | `xchg_relaxed`         | swap Relaxed               | swap between fences SeqCst | swap SeqCst |
//! | `xchg`                 | swap between fences SeqCst | as rc11      | as rc11      |
//! | `update`, relaxed      | compare-exchange Relaxed   | between fences SeqCst | as tso |
//! | `update`, full         | between fences SeqCst      | as rc11      | as rc11      |
//! | counters, auxiliary words | compare-exchange and load SeqCst | as rc11 | as rc11 |
//! | `smp_mb`, `smp_wmb`, `smp_rmb` | fence SeqCst, Release, Acquire | as rc11 | as rc11 |
//!
//! Under armv8 `smp_load_acquire` and `smp_store_release` are SeqCst: there a load-acquire waits for the store-releases
//! before it, and a store buffer does not.
//!
//! These are the orderings that the memory model requires and no stronger, with three exceptions. Rust has no
//! address dependencies, so a read that heads one is an acquire load. The oracles' words change for all CPUs
//! at once, so they are sequentially consistent; on a host whose atomics are full barriers, such as x86-64,
//! each hides what a store buffer would have shown. An update whose condition fails exchanges the word for
//! itself, because the other engines have it read the newest value.
//!
//! A CPU only records the word that each call returned: the rest follows from that ([`crate::Observation`]),
//! and recording it would slow down the race.

use std::cell::{Cell, RefCell};
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering, fence};
use std::thread::sleep;
use std::time::Duration;

use crossbeam::epoch::{Guard, LocalHandle};
use crossbeam::utils::Backoff;
use parking_lot::{MutexGuard, RwLockReadGuard, RwLockWriteGuard};
use pmdrace_mm::{
    Addr, Answer, Call, CellKind, Change, CountOp, Cpu, Cpus, LockId, MemoryModel, ReadOrder,
    RmwOrder, SyncOp, Word, WriteOrder,
};

use super::machine::{HostLock, Machine, Memory};
use super::pace::Pace;
use super::words::Copied;

/// How long a CPU waits for others before the round counts as deadlocked.
const TIMEOUT: Duration = Duration::from_secs(20);

/// How long a CPU that waits for a word sleeps before it looks again.
const NAP: Duration = Duration::from_millis(1);

/// Whether the host's loads and exchanges are ordered as under TSO: a load of an oracle's word then needs no
/// fence.
const HOST_IS_TSO: bool =
    cfg!(any(target_arch = "x86_64", target_arch = "x86", target_arch = "s390x"));

/// The payload that unwinds out of a routine that waits forever, with what it waits for.
pub(super) struct Stuck(pub(super) String);

/// A held lock.
enum Held<'m> {
    Spinning(#[expect(dead_code, reason = "held until it is dropped")] MutexGuard<'m, ()>),
    Reading(#[expect(dead_code, reason = "held until it is dropped")] RwLockReadGuard<'m, ()>),
    Writing(RwLockWriteGuard<'m, ()>),
}

/// The state of a thread that persists across rounds.
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
    locks: RefCell<Vec<(LockId, Held<'m>)>>,
    irqs_off: Cell<Option<MutexGuard<'m, ()>>>,
    /// The number of sections with interrupts disabled it is in; the outermost holds the guard.
    irq_depth: Cell<usize>,
    /// A pin per RCU read section.
    in_rcu: RefCell<Vec<Guard>>,
}

impl<'m> HardwareCpu<'m> {
    pub(super) fn new(
        machine: &'m Machine,
        memory: &'m Memory,
        thread: &'m Thread<'m>,
        cpu: usize,
        observed: &'m RefCell<Vec<u32>>,
    ) -> HardwareCpu<'m> {
        HardwareCpu {
            machine,
            memory,
            thread,
            cpu,
            observed,
            locks: RefCell::default(),
            irqs_off: Cell::default(),
            irq_depth: Cell::default(),
            in_rcu: RefCell::default(),
        }
    }

    fn cell(&self, at: Addr) -> &'m AtomicU64 {
        self.thread.pace.step();
        &self.memory[at.0]
    }

    /// Records the word that a call returned.
    fn observe(&self, number: u64) -> Word {
        self.observed.borrow_mut().push(number as u32);
        self.thread.words.word(number)
    }

    fn swap(&self, at: Addr, word: Word, full: bool) -> Word {
        let number = self.thread.words.number(word);
        let cell = self.cell(at);
        let old = fenced(full, || cell.swap(number, if full { SeqCst } else { Relaxed }));
        self.observe(old)
    }

    /// Replaces the word by `change` of it, or by itself where that is None.
    fn exchange(&self, at: Addr, order: Ordering, change: Change<'_>) -> Word {
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

    /// An atomic operation on a counter.
    fn count(&self, at: Addr, op: CountOp) -> Answer {
        let change = |old: Word| op.apply(old.bits).0.map(|bits| Word::new(bits, old.means()));
        let old = fenced(!HOST_IS_TSO, || self.exchange(at, SeqCst, &change));
        Answer::test(op.apply(old.bits).1, old)
    }

    /// Loads a word that changes for all CPUs at once.
    fn newest(&self, at: Addr) -> Word {
        let cell = self.cell(at);
        self.observe(fenced(!HOST_IS_TSO, || cell.load(SeqCst)))
    }

    /// Waits until the CPU has its interrupts enabled.
    fn interrupt(&self, target: usize) {
        let irqs_off = &self.machine.irqs_off[target];
        drop(self.taken(irqs_off.try_lock_for(TIMEOUT), || format!("CPU{target}'s interrupts")));
    }

    fn interrupt_others(&self, cpus: Cpus) {
        let others = (0..self.machine.irqs_off.len()).filter(|target| *target != self.cpu);
        others.filter(|target| cpus.contains(*target)).for_each(|target| self.interrupt(target));
    }

    /// The guard, unless the wait timed out.
    fn taken<G>(&self, guard: Option<G>, what: impl Fn() -> String) -> G {
        guard.unwrap_or_else(|| {
            let stuck = format!("CPU{} waits for {} forever", self.cpu, what());
            resume_unwind(Box::new(Stuck(stuck)))
        })
    }
}

/// The ordering of a load.
fn load(memory: MemoryModel, order: ReadOrder) -> Ordering {
    match (memory, order) {
        (MemoryModel::Sc, _) | (MemoryModel::Armv8, ReadOrder::Acquire) => SeqCst,
        (MemoryModel::Tso, _) | (_, ReadOrder::Dependency | ReadOrder::Acquire) => Acquire,
        (_, ReadOrder::Once) => Relaxed,
    }
}

/// The ordering of a store.
fn store(memory: MemoryModel, order: WriteOrder) -> Ordering {
    match (memory, order) {
        (MemoryModel::Sc, _) | (MemoryModel::Armv8, WriteOrder::Release) => SeqCst,
        (MemoryModel::Tso, _) | (_, WriteOrder::Release) => Release,
        (_, WriteOrder::Once) => Relaxed,
    }
}

/// Makes an access, between full barriers if `full`.
fn fenced<R>(full: bool, access: impl FnOnce() -> R) -> R {
    if !full {
        return access();
    }
    fence(SeqCst);
    let result = access();
    fence(SeqCst);
    result
}

impl HardwareCpu<'_> {
    fn read(&self, at: Addr, order: ReadOrder) -> Word {
        match self.machine.kinds[at.0].follows_memory_model() {
            true => self.observe(self.cell(at).load(load(self.machine.memory, order))),
            false => self.newest(at),
        }
    }

    /// Loads a word until it fulfils a condition; only the last load counts.
    fn wait_for(&self, at: Addr, order: ReadOrder, condition: Change<'_>) -> Word {
        let cell = self.cell(at);
        let follows = self.machine.kinds[at.0].follows_memory_model();
        let order = if follows { load(self.machine.memory, order) } else { SeqCst };
        let (backoff, mut naps) = (Backoff::new(), 0);
        loop {
            let found = fenced(!follows && !HOST_IS_TSO, || cell.load(order));
            if condition(self.thread.words.word(found)).is_some() {
                return self.observe(found);
            }
            if !backoff.is_completed() {
                backoff.snooze();
                continue;
            }
            let patient = NAP * naps < TIMEOUT;
            self.taken(patient.then_some(()), || format!("word {}", at.0));
            sleep(NAP);
            naps += 1;
        }
    }

    fn write(&self, at: Addr, word: Word, order: WriteOrder) {
        let follows = self.machine.kinds[at.0].follows_memory_model();
        let order = if follows { store(self.machine.memory, order) } else { SeqCst };
        self.cell(at).store(self.thread.words.number(word), order);
    }

    fn update(&self, at: Addr, order: RmwOrder, change: Change<'_>) -> Word {
        if self.machine.kinds[at.0] == CellKind::Auxiliary {
            return fenced(!HOST_IS_TSO, || self.exchange(at, SeqCst, change));
        }
        let full = self.is_full(order);
        fenced(full, || self.exchange(at, if full { SeqCst } else { Relaxed }, change))
    }

    /// Whether a read-modify-write of this order is a full barrier.
    fn is_full(&self, order: RmwOrder) -> bool {
        order == RmwOrder::Full || !self.machine.memory.is_relaxed()
    }

    /// Takes a lock as `op` does, and waits for it if necessary.
    fn take(&self, lock: LockId, op: SyncOp) {
        let guard = match (&*self.machine.locks[lock.0], op) {
            (HostLock::Spin(lock), _) => lock.try_lock_for(TIMEOUT).map(Held::Spinning),
            (HostLock::Semaphore(sem), SyncOp::DownRead(_)) => {
                sem.try_read_for(TIMEOUT).map(Held::Reading)
            }
            (HostLock::Semaphore(sem), _) => sem.try_write_for(TIMEOUT).map(Held::Writing),
        };
        let guard = self.taken(guard, || format!("lock {}", lock.0));
        self.locks.borrow_mut().push((lock, guard));
    }

    /// Releases a lock, or one of several reads of a semaphore.
    fn release(&self, lock: LockId) {
        let mut locks = self.locks.borrow_mut();
        if let Some(last) = locks.iter().rposition(|(held, _)| *held == lock) {
            locks.remove(last);
        }
    }

    /// Disables interrupts, unless they are.
    fn disable_irqs(&self) {
        let depth = self.irq_depth.replace(self.irq_depth.get() + 1);
        if depth == 0 {
            let irqs_off = self.machine.irqs_off.get(self.cpu);
            let own = || "its own interrupts".to_owned();
            self.irqs_off.set(irqs_off.map(|irqs| self.taken(irqs.try_lock_for(TIMEOUT), own)));
        }
    }

    /// Ends a section with interrupts disabled; the outermost enables them.
    fn restore_irqs(&self) {
        self.irq_depth.set(self.irq_depth.get().saturating_sub(1));
        if self.irq_depth.get() == 0 {
            self.irqs_off.set(None);
        }
    }

    fn downgrade(&self, sem: LockId) {
        let mut locks = self.locks.borrow_mut();
        let held = locks.iter().position(|(held, _)| *held == sem);
        if let Some((_, Held::Writing(guard))) = held.map(|held| locks.swap_remove(held)) {
            locks.push((sem, Held::Reading(RwLockWriteGuard::downgrade(guard))));
        }
    }

    /// A deferred function runs when every section in progress has ended. Those of other CPUs do end, because
    /// every wait inside them times out.
    fn wait_for_grace_period(&self) {
        let outside = self.in_rcu.borrow().is_empty() && self.irq_depth.get() == 0;
        self.taken(outside.then_some(()), || "its own read section".to_owned());
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
    }

    fn do_sync(&self, op: SyncOp) {
        match op {
            SyncOp::Mb => return fence(SeqCst),
            SyncOp::Wmb => return fence(Release),
            SyncOp::Rmb => return fence(Acquire),
            _ => self.thread.pace.step(),
        }
        match op {
            SyncOp::Mb | SyncOp::Wmb | SyncOp::Rmb => {}
            SyncOp::Lock(lock) => {
                self.take(lock, op);
                if !self.machine.memory.is_relaxed() {
                    fence(SeqCst);
                }
            }
            SyncOp::DownRead(lock) | SyncOp::DownWrite(lock) => self.take(lock, op),
            SyncOp::Unlock(lock) | SyncOp::UpRead(lock) | SyncOp::UpWrite(lock) => {
                self.release(lock);
            }
            SyncOp::Downgrade(lock) => self.downgrade(lock),
            SyncOp::IrqSave => self.disable_irqs(),
            SyncOp::IrqRestore => self.restore_irqs(),
            SyncOp::RcuLock => self.in_rcu.borrow_mut().push(self.thread.epochs.pin()),
            SyncOp::RcuUnlock => drop(self.in_rcu.borrow_mut().pop()),
            SyncOp::Ipi(cpus) => {
                self.machine.waited.store(true, Relaxed);
                fence(SeqCst);
                self.interrupt_others(cpus);
            }
            SyncOp::GracePeriod => {
                self.machine.waited.store(true, Relaxed);
                fence(SeqCst);
                self.wait_for_grace_period();
                self.interrupt_others(Cpus::ALL);
                fence(SeqCst);
            }
        }
    }
}

/// Notes of routines follow from what they observe, and are not recorded.
impl Cpu for HardwareCpu<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        match call {
            Call::Read { at, order } => Answer::Word(self.read(at, order)),
            Call::Await { at, order } => Answer::Word(self.wait_for(at, order, change)),
            Call::Write { at, word, order } => {
                self.write(at, word, order);
                Answer::Done
            }
            Call::Xchg { at, word, order } => {
                Answer::Word(self.swap(at, word, self.is_full(order)))
            }
            Call::Update { at, order } => Answer::Word(self.update(at, order, change)),
            Call::Count { at, op } => self.count(at, op),
            Call::Sync(op) => {
                self.do_sync(op);
                Answer::Done
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A store buffer lets a load pass an earlier store, and arm64 no load-acquire a store-release.
    #[test]
    fn a_load_acquire_passes_no_store_release_on_arm64_alone() {
        let ordered = |memory| {
            let pair = (load(memory, ReadOrder::Acquire), store(memory, WriteOrder::Release));
            pair == (SeqCst, SeqCst)
        };
        let all = MemoryModel::ALL.into_iter();
        let ordered: Vec<MemoryModel> = all.filter(|memory| ordered(*memory)).collect();
        assert_eq!(ordered, [MemoryModel::Sc, MemoryModel::Armv8]);
    }
}
