//! [`Cpu`]: the only seam between what is modelled and how it is explored.
//!
//! Source of the names and their ordering: Documentation/memory-barriers.txt and
//! Documentation/atomic_t.txt of the kernel. A non-value-returning atomic orders nothing; a
//! value-returning one is fully ordered unless its name says otherwise; a conditional one is fully
//! ordered when it succeeds and orders nothing when it fails.

use crate::{Note, Word};

/// The address of a word of the model: its place in [`crate::Model::cells`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Addr(pub usize);

/// A lock of the model: its place in [`crate::Model::locks`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LockId(pub usize);

/// A reader-writer semaphore of the model: its place in [`crate::Model::sems`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SemId(pub usize);

/// How an atomic read-modify-write orders what is around it, if it changes something.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RmwOrder {
    /// Not at all: `atomic_inc()`, `cmpxchg_relaxed()`, a loop of load-reserve and store-conditional.
    Relaxed,
    /// Fully: `atomic_add_return()`, `cmpxchg()`.
    Full,
}

/// One CPU of the simulated machine.
pub trait Cpu {
    /// `READ_ONCE()`, or a plain load of a naturally aligned word: one access, ordering nothing.
    fn read_once(&self, at: Addr) -> Word;
    /// `READ_ONCE()` of a word whose value the address of later accesses depends on: those accesses
    /// are ordered after it by an address dependency.
    fn read_once_dep(&self, at: Addr) -> Word;
    /// `smp_load_acquire()`: everything after it is ordered after it.
    fn smp_load_acquire(&self, at: Addr) -> Word;
    /// `WRITE_ONCE()`, or a plain store of a naturally aligned word.
    fn write_once(&self, at: Addr, word: Word);
    /// `smp_store_release()`: everything before it is ordered before it.
    fn smp_store_release(&self, at: Addr, word: Word);
    /// `xchg()`: fully ordered.
    fn xchg(&self, at: Addr, word: Word) -> Word;
    /// `xchg_relaxed()`: atomic, ordering nothing.
    fn xchg_relaxed(&self, at: Addr, word: Word) -> Word;

    /// An atomic read-modify-write, or the loop that makes one: replaces whatever it finds by `change` of it
    /// and returns what it found. Where `change` is None the word stays, and nothing is ordered.
    fn update(&self, at: Addr, order: RmwOrder, change: &dyn Fn(Word) -> Option<Word>) -> Word;

    /// `atomic_read()` of a counter: orders nothing.
    fn atomic_read(&self, at: Addr) -> u64;
    /// `atomic_add()` on a counter: orders nothing.
    fn atomic_add(&self, at: Addr, n: u64);
    /// `atomic_add_unless()`: adds `n` unless the counter is `unless`; tells whether it added.
    fn atomic_add_unless(&self, at: Addr, n: u64, unless: u64) -> bool;
    /// `atomic_sub_and_test()`: subtracts `n`; tells whether the counter is now zero.
    fn atomic_sub_and_test(&self, at: Addr, n: u64) -> bool;
    /// `atomic_cmpxchg(at, old, new) == old`.
    fn atomic_cmpxchg(&self, at: Addr, old: u64, new: u64) -> bool;
    /// `atomic_set()`: orders nothing.
    fn atomic_set(&self, at: Addr, word: Word);

    /// `smp_mb()`.
    fn smp_mb(&self);
    /// `smp_wmb()`.
    fn smp_wmb(&self);
    /// `smp_rmb()`.
    fn smp_rmb(&self);

    /// `spin_lock()`.
    fn spin_lock(&self, lock: LockId);
    /// `spin_unlock()`.
    fn spin_unlock(&self, lock: LockId);
    /// `down_read()`: waits for a writer.
    fn down_read(&self, sem: SemId);
    /// `up_read()`.
    fn up_read(&self, sem: SemId);
    /// `down_write()`: waits for readers and writers.
    fn down_write(&self, sem: SemId);
    /// `up_write()`.
    fn up_write(&self, sem: SemId);
    /// `downgrade_write()`: the writer goes on as a reader.
    fn downgrade_write(&self, sem: SemId);
    /// `local_irq_save()`: until the restore, this CPU takes no interrupt.
    fn local_irq_save(&self);
    /// `local_irq_restore()`.
    fn local_irq_restore(&self);
    /// `smp_call_function_many(..., wait)` to every other CPU: returns when each of them has taken the
    /// interrupt, which a CPU with interrupts off does only after it has restored them.
    fn ipi_and_wait(&self);

    /// `rcu_read_lock()`; sections do not nest here.
    fn rcu_read_lock(&self);
    /// `rcu_read_unlock()`.
    fn rcu_read_unlock(&self);
    /// `synchronize_rcu()`: returns when each other CPU has left the read section, or the section with
    /// interrupts off, that it was in.
    fn synchronize_rcu(&self);

    /// Reads an auxiliary word: what the oracles keep, or what hardware keeps beside memory.
    fn aux_read(&self, at: Addr) -> Word;
    /// Replaces an auxiliary word by `change` of it, in one step, and returns what it was.
    fn aux_update(&self, at: Addr, change: &dyn Fn(Word) -> Word) -> Word;

    /// The value of a word that was read before and is looked at now: the same, unless reads are plain accesses
    /// that may be repeated.
    fn used(&self, word: Word) -> Word {
        word
    }

    /// Records something that oracles and traces want to know and that no CPU can observe.
    fn note(&self, note: Note);
}
