//! [`Isa`]: what the kernel's primitives are in an instruction set, as far as that makes a difference.
//!
//! | primitive | arm64 | riscv |
//! |---|---|---|
//! | `READ_ONCE()`, `WRITE_ONCE()` | `LDR`, `STR` | `l`, `s` |
//! | `smp_load_acquire()` | `LDAR`: it sees its CPU's `STLR`s | `l; fence r,rw` |
//! | `smp_cond_load_acquire()` | `LDAR`, a branch | `l`, a branch, `fence r,r` |
//! | `smp_store_release()` | `STLR` | `fence rw,w; s` |
//! | `smp_mb()` | `DMB ISH` | `fence rw,rw` |
//! | `smp_rmb()`, `smp_wmb()` | `DMB ISHLD`, `DMB ISHST` | `fence r,r`, `fence w,w` |
//! | a relaxed update | `LDXR`, `STXR`: atomic, and nothing else | `amoswap`, `amoand` |
//! | a fully ordered update | `LDXR`, `STLXR`, `DMB ISH`; `SWPAL` orders the same | `amoswap.aqrl`, `amoand.aqrl` |
//! | an update whose condition fails | `LDXR`, which may return an old store | `lr`, likewise |
//! | `spin_lock()` | an acquiring read | `amoadd.aqrl` |
//! | `spin_unlock()` | a releasing store | `fence rw,w; s` |
//! | `down_read()`, `down_write()` | an acquiring read | `amoadd` or `sc`, `fence r,rw` |
//! | `up_read()`, `up_write()`, `downgrade_write()` | a releasing store | `fence rw,w; amoadd` |
//!
//! arm64: arch/arm64/include/asm/{barrier,cmpxchg,atomic_ll_sc,atomic_lse}.h and asm-generic/qspinlock.h. riscv:
//! arch/riscv/include/asm/{barrier,fence,cmpxchg,atomic,bitops,pgtable}.h and asm-generic/spinlock.h, which order the
//! same in 6.1 and 6.12. No update of an entry is a loop of `lr` and `sc` there, so what depends on the success of
//! `sc` needs no rule.

use pmdrace_mm::{Call, MemoryModel, ReadOrder, SyncOp, WriteOrder};

/// Where instruction sets differ.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Isa {
    /// Acquires and releases are plain accesses beside fences. Such a fence orders all reads before it, or all stores
    /// after it, not those of one access; and a load-acquire does not wait for an earlier store-release.
    pub(crate) fences: bool,
    /// After a read barrier stores are ordered too, not only reads.
    pub(crate) read_barrier_orders_stores: bool,
    /// An atomic update is one event: what is ordered with its read or its store is so with both, and what it stores
    /// is not forwarded before it is in memory.
    pub(crate) updates_are_one: bool,
    /// `spin_lock()` is a full barrier.
    pub(crate) full_lock: bool,
}

const ARM64: Isa = Isa {
    fences: false,
    read_barrier_orders_stores: true,
    updates_are_one: false,
    full_lock: false,
};

const RISCV: Isa =
    Isa { fences: true, read_barrier_orders_stores: false, updates_are_one: true, full_lock: true };

impl Isa {
    /// The instruction set of a memory model.
    pub(crate) fn of(memory: MemoryModel) -> Isa {
        match memory {
            MemoryModel::Rvwmo => RISCV,
            _ => ARM64,
        }
    }

    /// Whether the barrier of `smp_cond_load_acquire()` is a read barrier, which orders no store that the branch does
    /// not order.
    pub(crate) fn waits_by_read_barrier(self) -> bool {
        self.fences
    }

    /// Whether a store after this call, `exclusive` if it is an update's, comes after all reads before the call; and
    /// after all stores. Calls that no store overtakes do not count.
    pub(crate) fn orders(self, call: Call<u16>, exclusive: bool) -> (bool, bool) {
        match call {
            Call::Await { order: ReadOrder::Acquire, .. } if self.waits_by_read_barrier() => {
                self.orders(Call::Sync(SyncOp::Rmb), exclusive)
            }
            Call::Sync(SyncOp::Rmb) => {
                (self.read_barrier_orders_stores || exclusive && self.updates_are_one, false)
            }
            Call::Sync(SyncOp::Wmb) => (false, true),
            Call::Read { order: ReadOrder::Acquire, .. } => (self.fences, false),
            Call::Write { order: WriteOrder::Release, .. }
            | Call::Sync(
                SyncOp::Unlock(_) | SyncOp::UpRead(_) | SyncOp::UpWrite(_) | SyncOp::Downgrade(_),
            ) => (self.fences, self.fences),
            _ => (false, false),
        }
    }
}
