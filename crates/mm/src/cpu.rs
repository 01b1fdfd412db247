//! [`Cpu`]: the only seam between what is modelled and how it is explored.
//!
//! An engine provides [`Cpu::call`]. Routines use the methods on top of it, which carry the kernel's names.

use crate::{
    Addr, Answer, Call, CountOp, LockId, Note, ReadOrder, RmwOrder, SyncOp, Word, WriteOrder,
};

/// What an update makes of a word; None: it stays as it is.
pub type Change<'c> = &'c dyn Fn(Word) -> Option<Word>;

/// One CPU of the simulated machine.
pub trait Cpu {
    /// Does what is asked and answers. `change` belongs to [`Call::Update`]; other calls have none.
    fn call(&self, call: Call, change: Change<'_>) -> Answer;

    /// Records something that oracles and traces want to know and that no CPU can observe.
    fn note(&self, _: Note) {}

    /// The value of a word that was read before and is looked at now: the same, unless reads are plain accesses
    /// that the compiler may repeat.
    fn used(&self, word: Word) -> Word {
        word
    }

    /// `READ_ONCE()`, or a plain load of a naturally aligned word: one access, ordering nothing.
    fn read_once(&self, at: Addr) -> Word {
        self.ask(Call::Read { at, order: ReadOrder::Once }).word()
    }
    /// `READ_ONCE()` of a word whose value the address of later accesses depends on: those accesses
    /// are ordered after it by an address dependency.
    fn read_once_dep(&self, at: Addr) -> Word {
        self.ask(Call::Read { at, order: ReadOrder::Dependency }).word()
    }
    /// `smp_load_acquire()`: everything after it is ordered after it.
    fn smp_load_acquire(&self, at: Addr) -> Word {
        self.ask(Call::Read { at, order: ReadOrder::Acquire }).word()
    }
    /// `WRITE_ONCE()`, or a plain store of a naturally aligned word.
    fn write_once(&self, at: Addr, word: Word) {
        self.ask(Call::Write { at, word, order: WriteOrder::Once });
    }
    /// `smp_store_release()`: everything before it is ordered before it.
    fn smp_store_release(&self, at: Addr, word: Word) {
        self.ask(Call::Write { at, word, order: WriteOrder::Release });
    }
    /// `xchg()`: fully ordered.
    fn xchg(&self, at: Addr, word: Word) -> Word {
        self.ask(Call::Xchg { at, word, order: RmwOrder::Full }).word()
    }
    /// `xchg_relaxed()`: atomic, ordering nothing.
    fn xchg_relaxed(&self, at: Addr, word: Word) -> Word {
        self.ask(Call::Xchg { at, word, order: RmwOrder::Relaxed }).word()
    }
    /// An atomic read-modify-write, or the loop that makes one: replaces whatever it finds by `change` of it
    /// and returns what it found.
    fn update(&self, at: Addr, order: RmwOrder, change: Change<'_>) -> Word {
        self.call(Call::Update { at, order }, change).word()
    }

    /// `atomic_read()` of a counter: orders nothing.
    fn atomic_read(&self, at: Addr) -> u64 {
        self.read_once(at).bits
    }
    /// `atomic_set()` of a counter: orders nothing.
    fn atomic_set(&self, at: Addr, word: Word) {
        self.write_once(at, word);
    }
    /// `atomic_add()` on a counter: orders nothing.
    fn atomic_add(&self, at: Addr, n: u64) {
        self.ask(Call::Count { at, op: CountOp::Add(n) });
    }
    /// `atomic_add_unless()`: adds `n` unless the counter is `unless`; true if it added.
    fn atomic_add_unless(&self, at: Addr, n: u64, unless: u64) -> bool {
        self.ask(Call::Count { at, op: CountOp::AddUnless { n, unless } }).yes()
    }
    /// `atomic_sub_and_test()`: subtracts `n`; true if the counter is now zero.
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
        self.sync(SyncOp::Ipi);
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

    /// Reads an auxiliary word: what the oracles keep, or what hardware keeps beside memory.
    fn aux_read(&self, at: Addr) -> Word {
        self.read_once(at)
    }
    /// Replaces an auxiliary word by `change` of it, in one step, and returns what it was.
    fn aux_update(&self, at: Addr, change: &dyn Fn(Word) -> Word) -> Word {
        self.update(at, RmwOrder::Relaxed, &|found| Some(change(found)))
    }

    /// A call that changes no word by a function.
    fn ask(&self, call: Call) -> Answer {
        self.call(call, &|_| None)
    }
    /// A primitive that accesses no word.
    fn sync(&self, op: SyncOp) {
        self.ask(Call::Sync(op));
    }
}
