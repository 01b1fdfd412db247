//! [`Call`]: what a routine asks its CPU to do, and [`Answer`]: what the CPU answers.
//!
//! This is the one vocabulary of primitives. [`crate::Cpu`] puts the kernel's names on top of it; engines
//! learn it, litmus tests and traces are made of it. Source of the names and of how they order:
//! Documentation/memory-barriers.txt and Documentation/atomic_t.txt of the kernel. A non-value-returning
//! atomic orders nothing; a value-returning one is fully ordered unless its name says otherwise; a conditional
//! one is fully ordered when it succeeds and orders nothing when it fails.

use crate::{Meaning, Word};

/// The address of a word of the model: its place in [`crate::Model::cells`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Addr(pub usize);

/// A spin lock or a reader-writer semaphore of the model: its place in [`crate::Model::locks`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LockId(pub usize);

/// How a read orders what comes after it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReadOrder {
    /// `READ_ONCE()`: not at all.
    Once,
    /// `rcu_dereference()`: the accesses whose address depends on the value.
    Dependency,
    /// `smp_load_acquire()`: everything.
    Acquire,
}

/// How a store orders what comes before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum WriteOrder {
    /// `WRITE_ONCE()`: not at all.
    Once,
    /// `smp_store_release()`: everything.
    Release,
}

/// How an atomic read-modify-write orders what is around it, if it changes something.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RmwOrder {
    /// Not at all: `atomic_inc()`, `cmpxchg_relaxed()`, a loop of load-reserve and store-conditional.
    Relaxed,
    /// Fully: `atomic_add_return()`, `cmpxchg()`.
    Full,
}

/// An atomic read-modify-write of a counter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CountOp {
    /// `atomic_add()`: orders nothing.
    Add(u64),
    /// `atomic_add_unless()`: adds `n` unless the counter is `unless`; true if it added.
    AddUnless {
        /// What is added.
        n: u64,
        /// The value that stays.
        unless: u64,
    },
    /// `atomic_sub_and_test()`: true if the counter is now zero.
    SubAndTest(u64),
    /// `atomic_cmpxchg(at, old, new) == old`.
    Cmpxchg {
        /// The value that is replaced.
        old: u64,
        /// What replaces it.
        new: u64,
    },
}

impl CountOp {
    /// The new value of a counter, None where it stays, and what the operation returns.
    pub fn apply(self, count: u64) -> (Option<u64>, bool) {
        match self {
            CountOp::Add(n) => (Some(count.wrapping_add(n)), true),
            CountOp::AddUnless { n, unless } if count != unless => {
                (Some(count.wrapping_add(n)), true)
            }
            CountOp::SubAndTest(n) => {
                let left = count.wrapping_sub(n);
                (Some(left), left == 0)
            }
            CountOp::Cmpxchg { old, new } if count == old => (Some(new), true),
            CountOp::AddUnless { .. } | CountOp::Cmpxchg { .. } => (None, false),
        }
    }

    /// Whether it changed the counter, if it returned `yes`.
    pub fn changed(self, yes: bool) -> bool {
        yes || matches!(self, CountOp::SubAndTest(_))
    }

    /// How it orders where it changes the counter.
    pub fn order(self) -> RmwOrder {
        match self {
            CountOp::Add(_) => RmwOrder::Relaxed,
            _ => RmwOrder::Full,
        }
    }
}

/// A primitive that accesses no word: it orders, excludes or waits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SyncOp {
    /// `smp_mb()`.
    Mb,
    /// `smp_wmb()`.
    Wmb,
    /// `smp_rmb()`.
    Rmb,
    /// `spin_lock()`.
    Lock(LockId),
    /// `spin_unlock()`.
    Unlock(LockId),
    /// `down_read()`: waits for a writer.
    DownRead(LockId),
    /// `up_read()`.
    UpRead(LockId),
    /// `down_write()`: waits for readers and writers.
    DownWrite(LockId),
    /// `up_write()`.
    UpWrite(LockId),
    /// `downgrade_write()`: the writer goes on as a reader.
    Downgrade(LockId),
    /// `local_irq_save()`: until the restore, this CPU takes no interrupt.
    IrqSave,
    /// `local_irq_restore()`.
    IrqRestore,
    /// `smp_call_function_many(..., wait)` to every other CPU: returns when each of them has taken the
    /// interrupt, which a CPU with interrupts off does only after it has restored them.
    Ipi,
    /// `rcu_read_lock()`; sections do not nest here.
    RcuLock,
    /// `rcu_read_unlock()`.
    RcuUnlock,
    /// `synchronize_rcu()`: returns when each other CPU has left the read section, or the section with
    /// interrupts off, that it was in.
    GracePeriod,
}

impl SyncOp {
    /// The kernel function.
    pub fn name(self) -> &'static str {
        match self {
            SyncOp::Mb => "smp_mb",
            SyncOp::Wmb => "smp_wmb",
            SyncOp::Rmb => "smp_rmb",
            SyncOp::Lock(_) => "spin_lock",
            SyncOp::Unlock(_) => "spin_unlock",
            SyncOp::DownRead(_) => "down_read",
            SyncOp::UpRead(_) => "up_read",
            SyncOp::DownWrite(_) => "down_write",
            SyncOp::UpWrite(_) => "up_write",
            SyncOp::Downgrade(_) => "downgrade_write",
            SyncOp::IrqSave => "local_irq_save",
            SyncOp::IrqRestore => "local_irq_restore",
            SyncOp::Ipi => "smp_call_function_many",
            SyncOp::RcuLock => "rcu_read_lock",
            SyncOp::RcuUnlock => "rcu_read_unlock",
            SyncOp::GracePeriod => "synchronize_rcu",
        }
    }

    /// The lock or semaphore that it is about.
    pub fn lock(self) -> Option<LockId> {
        match self {
            SyncOp::Lock(lock)
            | SyncOp::Unlock(lock)
            | SyncOp::DownRead(lock)
            | SyncOp::UpRead(lock)
            | SyncOp::DownWrite(lock)
            | SyncOp::UpWrite(lock)
            | SyncOp::Downgrade(lock) => Some(lock),
            _ => None,
        }
    }
}

/// What a routine asks its CPU to do. `W` is the type of a stored word: [`Word`], or an engine's number for one.
///
/// What an access means depends on the [`crate::CellKind`] of the word: counters and auxiliary words change
/// for all CPUs at once, entries and data as the memory model says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Call<W = Word> {
    /// A load; answered by the word.
    Read {
        /// Where.
        at: Addr,
        /// How it orders.
        order: ReadOrder,
    },
    /// A store.
    Write {
        /// Where.
        at: Addr,
        /// What.
        word: W,
        /// How it orders.
        order: WriteOrder,
    },
    /// An exchange; answered by the old word.
    Xchg {
        /// Where.
        at: Addr,
        /// What is stored.
        word: W,
        /// How it orders.
        order: RmwOrder,
    },
    /// A read-modify-write whose new word is a function of the old one, which comes beside the call; answered by the
    /// old word. Where the function gives None the word stays, and nothing is ordered.
    Update {
        /// Where.
        at: Addr,
        /// How it orders.
        order: RmwOrder,
    },
    /// An atomic operation on a counter; answered by [`Answer::Test`].
    Count {
        /// Where.
        at: Addr,
        /// What is done.
        op: CountOp,
    },
    /// A primitive that accesses no word.
    Sync(SyncOp),
}

impl<W: Copy> Call<W> {
    /// The word that is accessed.
    pub fn at(self) -> Option<Addr> {
        match self {
            Call::Read { at, .. }
            | Call::Write { at, .. }
            | Call::Xchg { at, .. }
            | Call::Update { at, .. }
            | Call::Count { at, .. } => Some(at),
            Call::Sync(_) => None,
        }
    }

    /// The same call with another type of stored word.
    ///
    /// # Errors
    /// Those of `word`.
    pub fn map<V, E>(self, word: impl FnOnce(Addr, W) -> Result<V, E>) -> Result<Call<V>, E> {
        Ok(match self {
            Call::Write { at, word: stored, order } => {
                Call::Write { at, word: word(at, stored)?, order }
            }
            Call::Xchg { at, word: stored, order } => {
                Call::Xchg { at, word: word(at, stored)?, order }
            }
            Call::Read { at, order } => Call::Read { at, order },
            Call::Update { at, order } => Call::Update { at, order },
            Call::Count { at, op } => Call::Count { at, op },
            Call::Sync(op) => Call::Sync(op),
        })
    }
}

/// What a CPU answers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Answer {
    /// Nothing.
    Done,
    /// The word that was found.
    Word(Word),
    /// What an operation on a counter returned.
    Test {
        /// What it returned.
        yes: bool,
        /// Whether the folio had been given to someone else, which no routine sees.
        reused: bool,
    },
}

impl Answer {
    /// The answer of an operation on a counter that found this word.
    pub fn test(yes: bool, found: Word) -> Answer {
        Answer::Test { yes, reused: matches!(found.means(), Meaning::Count { reused: true }) }
    }

    /// The answer to a call that found this word, None for a call that finds none.
    pub fn to<W>(call: Call<W>, found: Option<Word>) -> Answer {
        match (call, found) {
            (Call::Count { op, .. }, Some(word)) => Answer::test(op.apply(word.bits).1, word),
            (_, Some(word)) => Answer::Word(word),
            (_, None) => Answer::Done,
        }
    }

    /// The word; an empty one where there is none.
    pub fn word(self) -> Word {
        match self {
            Answer::Word(word) => word,
            _ => Word::new(0, Meaning::None),
        }
    }

    /// What an operation on a counter returned.
    pub fn yes(self) -> bool {
        matches!(self, Answer::Test { yes: true, .. })
    }
}
