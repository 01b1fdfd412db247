//! [`Cpu`]: the only interface between models and engines.
//!
//! An engine implements [`Cpu::call`]. Routines use the methods on top of it, which have the kernel's names.

use crate::{
    Addr, Answer, Call, CountOp, Cpus, LockId, Note, ReadOrder, RmwOrder, SyncOp, Word, WriteOrder,
};

/// Computes the new word of an update, where None leaves the word unchanged. For an await, None says that the word does
/// not fulfil the condition.
pub type Change<'c> = &'c dyn Fn(Word) -> Option<Word>;

/// Which earlier calls of a CPU, by [number](Cpu::next_call), an access depends on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Depends<'d> {
    /// Its address is made from what these returned.
    pub address: &'d [usize],
    /// The word that it stores is.
    pub data: &'d [usize],
    /// Whether it is executed is decided by what these returned.
    pub control: &'d [usize],
}

/// One CPU of the simulated machine.
pub trait Cpu {
    /// Executes a call and returns its answer. `change` is for [`Call::Update`] and [`Call::Await`], and
    /// ignored by other calls.
    fn call(&self, call: Call, change: Change<'_>) -> Answer;

    /// Records a note for oracles and traces, which no CPU can observe.
    fn note(&self, _: Note) {}

    /// The number of the next call among those of this CPU: what [`Cpu::depends`] calls it later.
    fn next_call(&self) -> usize {
        0
    }

    /// States which earlier calls the next access depends on. A routine that states nothing has the dependencies that
    /// make a difference; one that follows the rules of a language for them states them before every access.
    fn depends(&self, _: Depends<'_>) {}

    /// The value of an earlier read at the point of use: the same, unless reads are plain accesses that the
    /// compiler may repeat.
    fn used(&self, word: Word) -> Word {
        word
    }

    /// `READ_ONCE()`, or a plain load of a naturally aligned word: one access, unordered.
    fn read_once(&self, at: Addr) -> Word {
        self.ask(Call::Read { at, order: ReadOrder::Once }).word()
    }
    /// `READ_ONCE()` of a word on whose value the address of later accesses depends: an address dependency
    /// orders them after it.
    fn read_once_dep(&self, at: Addr) -> Word {
        self.ask(Call::Read { at, order: ReadOrder::Dependency }).word()
    }
    /// `smp_load_acquire()`: all later accesses are ordered after it.
    fn smp_load_acquire(&self, at: Addr) -> Word {
        self.ask(Call::Read { at, order: ReadOrder::Acquire }).word()
    }
    /// `smp_cond_load_relaxed()`: waits until a load returns a word that fulfils the condition, which must depend on
    /// nothing but the word. Stores that follow are ordered after it, by control. On a counter it is
    /// `atomic_cond_read_relaxed()`.
    fn smp_cond_load_relaxed(&self, at: Addr, condition: &dyn Fn(Word) -> bool) -> Word {
        self.wait_for(at, ReadOrder::Once, condition)
    }
    /// `smp_cond_load_acquire()`: the same, and all later accesses are ordered after the load that returns the word.
    fn smp_cond_load_acquire(&self, at: Addr, condition: &dyn Fn(Word) -> bool) -> Word {
        self.wait_for(at, ReadOrder::Acquire, condition)
    }
    /// `WRITE_ONCE()`, or a plain store of a naturally aligned word.
    fn write_once(&self, at: Addr, word: Word) {
        self.ask(Call::Write { at, word, order: WriteOrder::Once });
    }
    /// `smp_store_release()`: all earlier accesses are ordered before it.
    fn smp_store_release(&self, at: Addr, word: Word) {
        self.ask(Call::Write { at, word, order: WriteOrder::Release });
    }
    /// `xchg()`: fully ordered.
    fn xchg(&self, at: Addr, word: Word) -> Word {
        self.ask(Call::Xchg { at, word, order: RmwOrder::Full }).word()
    }
    /// `xchg_relaxed()`: atomic, unordered.
    fn xchg_relaxed(&self, at: Addr, word: Word) -> Word {
        self.ask(Call::Xchg { at, word, order: RmwOrder::Relaxed }).word()
    }
    /// An atomic read-modify-write, or the loop that implements one: replaces the current word by `change` of
    /// it and returns the old one.
    fn update(&self, at: Addr, order: RmwOrder, change: Change<'_>) -> Word {
        self.call(Call::Update { at, order }, change).word()
    }

    /// `atomic_read()` of a counter: unordered.
    fn atomic_read(&self, at: Addr) -> u64 {
        self.read_once(at).bits
    }
    /// `atomic_set()` of a counter: unordered.
    fn atomic_set(&self, at: Addr, word: Word) {
        self.write_once(at, word);
    }
    /// `atomic_add()` on a counter: unordered.
    fn atomic_add(&self, at: Addr, n: u64) {
        self.ask(Call::Count { at, op: CountOp::Add(n) });
    }
    /// `atomic_add_unless()`: adds `n` unless the counter is `unless`; returns whether it did.
    fn atomic_add_unless(&self, at: Addr, n: u64, unless: u64) -> bool {
        self.ask(Call::Count { at, op: CountOp::AddUnless { n, unless } }).yes()
    }
    /// `atomic_sub_and_test()`: subtracts `n`; returns whether the counter is now zero.
    fn atomic_sub_and_test(&self, at: Addr, n: u64) -> bool {
        self.ask(Call::Count { at, op: CountOp::SubAndTest(n) }).yes()
    }
    /// `atomic_cmpxchg(at, old, new) == old`.
    fn atomic_cmpxchg(&self, at: Addr, old: u64, new: u64) -> bool {
        self.ask(Call::Count { at, op: CountOp::Cmpxchg { old, new } }).yes()
    }

    /// `smp_mb()`.
    fn smp_mb(&self) {
        self.sync(SyncOp::Mb);
    }
    /// `smp_wmb()`.
    fn smp_wmb(&self) {
        self.sync(SyncOp::Wmb);
    }
    /// `smp_rmb()`.
    fn smp_rmb(&self) {
        self.sync(SyncOp::Rmb);
    }
    /// `spin_lock()`.
    fn spin_lock(&self, lock: LockId) {
        self.sync(SyncOp::Lock(lock));
    }
    /// `spin_unlock()`.
    fn spin_unlock(&self, lock: LockId) {
        self.sync(SyncOp::Unlock(lock));
    }
    /// `down_read()`.
    fn down_read(&self, sem: LockId) {
        self.sync(SyncOp::DownRead(sem));
    }
    /// `up_read()`.
    fn up_read(&self, sem: LockId) {
        self.sync(SyncOp::UpRead(sem));
    }
    /// `down_write()`.
    fn down_write(&self, sem: LockId) {
        self.sync(SyncOp::DownWrite(sem));
    }
    /// `up_write()`.
    fn up_write(&self, sem: LockId) {
        self.sync(SyncOp::UpWrite(sem));
    }
    /// `downgrade_write()`.
    fn downgrade_write(&self, sem: LockId) {
        self.sync(SyncOp::Downgrade(sem));
    }
    /// `local_irq_save()`.
    fn local_irq_save(&self) {
        self.sync(SyncOp::IrqSave);
    }
    /// `local_irq_restore()`.
    fn local_irq_restore(&self) {
        self.sync(SyncOp::IrqRestore);
    }
    /// `smp_call_function_many(..., wait)` to every other CPU.
    fn ipi_and_wait(&self) {
        self.sync(SyncOp::Ipi(Cpus::ALL));
    }
    /// `rcu_read_lock()`.
    fn rcu_read_lock(&self) {
        self.sync(SyncOp::RcuLock);
    }
    /// `rcu_read_unlock()`.
    fn rcu_read_unlock(&self) {
        self.sync(SyncOp::RcuUnlock);
    }
    /// `synchronize_rcu()`.
    fn synchronize_rcu(&self) {
        self.sync(SyncOp::GracePeriod);
    }

    /// Reads an auxiliary word: state of the oracles, or hardware state outside memory.
    fn aux_read(&self, at: Addr) -> Word {
        self.read_once(at)
    }
    /// Replaces an auxiliary word by `change` of it in one step, and returns the old one.
    fn aux_update(&self, at: Addr, change: &dyn Fn(Word) -> Word) -> Word {
        self.update(at, RmwOrder::Relaxed, &|found| Some(change(found)))
    }

    /// A load of this order that waits for a word.
    fn wait_for(&self, at: Addr, order: ReadOrder, condition: &dyn Fn(Word) -> bool) -> Word {
        self.call(Call::Await { at, order }, &|word| condition(word).then_some(word)).word()
    }
    /// A call without a function.
    fn ask(&self, call: Call) -> Answer {
        self.call(call, &|_| None)
    }
    /// A primitive that accesses no word.
    fn sync(&self, op: SyncOp) {
        self.ask(Call::Sync(op));
    }
}
