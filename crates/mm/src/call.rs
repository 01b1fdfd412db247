//! [`Call`]: an operation that a routine requests of its CPU, and [`Answer`]: its result.
//!
//! This is the only vocabulary of primitives: [`crate::Cpu`] adds the kernel's names, engines learn automata
//! over it, and litmus tests and traces consist of it. Source of the names and their ordering:
//! Documentation/memory-barriers.txt and Documentation/atomic_t.txt of the kernel. A non-value-returning
//! atomic is unordered; a value-returning one is fully ordered unless its name says otherwise; a conditional
//! one is fully ordered on success and unordered on failure.

use crate::{Cpus, Meaning, Word};

/// The address of a word of the model, as an index into [`crate::Model::cells`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Addr(pub usize);

/// A spin lock or a reader-writer semaphore, as an index into [`crate::Model::locks`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct LockId(pub usize);

/// How a read is ordered before later accesses.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReadOrder {
    /// `READ_ONCE()`: unordered.
    Once,
    /// `rcu_dereference()`: before the accesses whose address depends on the value.
    Dependency,
    /// `smp_load_acquire()`: before all later accesses.
    Acquire,
}

/// How a store is ordered after earlier accesses.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum WriteOrder {
    /// `WRITE_ONCE()`: unordered.
    Once,
    /// `smp_store_release()`: after all earlier accesses.
    Release,
}

/// How an atomic read-modify-write is ordered, if it changes the word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RmwOrder {
    /// Unordered: `atomic_inc()`, `cmpxchg_relaxed()`, a loop of load-reserve and store-conditional.
    Relaxed,
    /// Fully ordered: `atomic_add_return()`, `cmpxchg()`.
    Full,
}

/// An atomic read-modify-write of a counter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CountOp {
    /// `atomic_add()`: unordered.
    Add(u64),
    /// `atomic_add_unless()`: adds `n` unless the counter is `unless`; returns whether it did.
    AddUnless {
        /// The addend.
        n: u64,
        /// The value that is left unchanged.
        unless: u64,
    },
    /// `atomic_sub_and_test()`: returns whether the counter is now zero.
    SubAndTest(u64),
    /// `atomic_cmpxchg(at, old, new) == old`.
    Cmpxchg {
        /// The expected value.
        old: u64,
        /// The new value.
        new: u64,
    },
}

impl CountOp {
    /// Returns the new value of a counter, None if unchanged, and the operation's return value.
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

    /// Whether it changed the counter, given its return value.
    pub fn changed(self, yes: bool) -> bool {
        yes || matches!(self, CountOp::SubAndTest(_))
    }

    /// The difference that it makes where it changes the counter.
    pub fn difference(self) -> i64 {
        match self {
            CountOp::Add(n) | CountOp::AddUnless { n, .. } => n as i64,
            CountOp::SubAndTest(n) => (n as i64).wrapping_neg(),
            CountOp::Cmpxchg { old, new } => new.wrapping_sub(old) as i64,
        }
    }

    /// The ordering where it changes the counter.
    pub fn order(self) -> RmwOrder {
        match self {
            CountOp::Add(_) => RmwOrder::Relaxed,
            _ => RmwOrder::Full,
        }
    }
}

/// A primitive that accesses no word: ordering, mutual exclusion or waiting.
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
    /// `down_read()`: waits for a writer, and for writers that wait, even if this CPU reads already.
    DownRead(LockId),
    /// `up_read()`.
    UpRead(LockId),
    /// `down_write()`: waits for readers and writers.
    DownWrite(LockId),
    /// `up_write()`.
    UpWrite(LockId),
    /// `downgrade_write()`: the writer becomes a reader.
    Downgrade(LockId),
    /// `local_irq_save()`: until the restore, this CPU takes no interrupt; may nest.
    IrqSave,
    /// `local_irq_restore()`.
    IrqRestore,
    /// `smp_call_function_many(..., wait)` to these CPUs, except the one that sends it: returns when all have handled the
    /// interrupt, which a CPU with interrupts disabled does only after it has enabled them again.
    Ipi(Cpus),
    /// `rcu_read_lock()`; sections may nest.
    RcuLock,
    /// `rcu_read_unlock()`.
    RcuUnlock,
    /// `synchronize_rcu()`: returns when every CPU has left the RCU read section or the IRQ-off section that it
    /// was in. A CPU that calls it inside such a section waits for itself, forever. A full barrier at both ends.
    GracePeriod,
}

impl SyncOp {
    /// The name of the kernel function.
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
            SyncOp::Ipi(_) => "smp_call_function_many",
            SyncOp::RcuLock => "rcu_read_lock",
            SyncOp::RcuUnlock => "rcu_read_unlock",
            SyncOp::GracePeriod => "synchronize_rcu",
        }
    }

    /// Whether it may have to wait for another CPU.
    pub fn may_wait(self) -> bool {
        matches!(
            self,
            SyncOp::Lock(_)
                | SyncOp::DownRead(_)
                | SyncOp::DownWrite(_)
                | SyncOp::Ipi(_)
                | SyncOp::GracePeriod
        )
    }

    /// The lock or semaphore, if it concerns one.
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

/// An operation that a routine requests of its CPU. `W` is the type of a stored word: [`Word`], or an
/// engine's number for one.
///
/// The semantics of an access depend on the [`crate::CellKind`] of the word: counters and auxiliary words
/// change for all CPUs at once, entries and data follow the memory model.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Call<W = Word> {
    /// A load; the answer is the word.
    Read {
        /// The address.
        at: Addr,
        /// The ordering.
        order: ReadOrder,
    },
    /// A load that waits: it returns a word that fulfils a condition, which is passed beside the call as a function:
    /// it returns None for a word that does not. Until there is one, the CPU cannot go on. Whether later accesses are
    /// executed depends on the word (a control dependency), and its ordering is that of the load that returns it.
    Await {
        /// The address.
        at: Addr,
        /// The ordering.
        order: ReadOrder,
    },
    /// A store.
    Write {
        /// The address.
        at: Addr,
        /// The word to store.
        word: W,
        /// The ordering.
        order: WriteOrder,
    },
    /// An exchange; the answer is the old word.
    Xchg {
        /// The address.
        at: Addr,
        /// The word to store.
        word: W,
        /// The ordering.
        order: RmwOrder,
    },
    /// A read-modify-write whose new word is a function of the old one, which is passed beside the call; the
    /// answer is the old word. Where the function returns None the word is unchanged, and nothing is ordered.
    Update {
        /// The address.
        at: Addr,
        /// The ordering.
        order: RmwOrder,
    },
    /// An atomic operation on a counter; the answer is [`Answer::Test`].
    Count {
        /// The address.
        at: Addr,
        /// The operation.
        op: CountOp,
    },
    /// A primitive that accesses no word.
    Sync(SyncOp),
}

impl<W: Copy> Call<W> {
    /// The address that is accessed.
    pub fn at(self) -> Option<Addr> {
        match self {
            Call::Read { at, .. }
            | Call::Await { at, .. }
            | Call::Write { at, .. }
            | Call::Xchg { at, .. }
            | Call::Update { at, .. }
            | Call::Count { at, .. } => Some(at),
            Call::Sync(_) => None,
        }
    }

    /// Converts the stored word to another type.
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
            Call::Await { at, order } => Call::Await { at, order },
            Call::Update { at, order } => Call::Update { at, order },
            Call::Count { at, op } => Call::Count { at, op },
            Call::Sync(op) => Call::Sync(op),
        })
    }
}

/// The result of a call.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Answer {
    /// Nothing.
    Done,
    /// The word that was found.
    Word(Word),
    /// The result of an operation on a counter.
    Test {
        /// The return value.
        yes: bool,
        /// Whether the folio had been reallocated to someone else, which no routine sees.
        reused: bool,
    },
}

impl Answer {
    /// The answer of a counter operation that found this word.
    pub fn test(yes: bool, found: Word) -> Answer {
        Answer::Test { yes, reused: matches!(found.means(), Meaning::Count { reused: true }) }
    }

    /// The answer to a call that found this word; None for a call that finds none.
    pub fn to<W>(call: Call<W>, found: Option<Word>) -> Answer {
        match (call, found) {
            (Call::Count { op, .. }, Some(word)) => Answer::test(op.apply(word.bits).1, word),
            (_, Some(word)) => Answer::Word(word),
            (_, None) => Answer::Done,
        }
    }

    /// The word; an empty one if the answer has none.
    pub fn word(self) -> Word {
        match self {
            Answer::Word(word) => word,
            _ => Word::new(0, Meaning::None),
        }
    }

    /// The return value of an operation on a counter.
    pub fn yes(self) -> bool {
        matches!(self, Answer::Test { yes: true, .. })
    }
}
