//! [`Event`]: a node of an execution graph.

use crate::Set;

/// A value: a number, or an address in the encoding of whoever made the program.
pub type Value = u64;

/// The value of reads and writes that have it from each other, in a cycle, and from nowhere else. A program may guess
/// it where such a cycle is not forbidden; no number is computed from it, and no branch taken by it.
pub const UNKNOWN: Value = 1 << 63;

/// A location, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Loc(pub u16);

/// What an event does to memory.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// Reads a location.
    Read,
    /// Writes a location.
    Write,
    /// Anything else: a fence, a fault, a TLB invalidation, the begin of an RCU read section.
    Other,
}

/// An event of a thread, as the thread makes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// What it does to memory.
    pub kind: Kind,
    /// The location; of a [`Kind::Other`] what it concerns, such as the SRCU domain.
    pub at: Option<Loc>,
    /// The value that is read or written; of a [`Kind::Other`] up to its maker.
    pub value: Value,
    /// Its annotations.
    pub tags: Tags,
    /// The number of its instruction in the thread. Program order relates events of different instructions.
    pub instruction: u16,
    /// The earlier events of the thread whose values its address is made from, by index in the thread.
    pub addr: Set,
    /// Those that the value that it writes is made from.
    pub data: Set,
    /// Those that its value is computed from, whether or not a model calls that a dependency; [`Event::data`] is a
    /// part of it.
    pub flow: Set,
    /// Those that a branch before it decided by.
    pub ctrl: Set,
    /// Events of its own instruction that come before it because it uses what they give.
    pub iico_data: Set,
    /// Events of its own instruction that decide whether it happens.
    pub iico_ctrl: Set,
    /// Those that its address is made from if what selects a value counts as well: the condition of a conditional
    /// select, the comparison of a compare-and-swap (Armv8's pick dependencies). [`Event::addr`] is a part of it.
    pub pick_addr: Set,
    /// Those that the value that it writes is made from or selected by, or that decide whether it writes;
    /// [`Event::data`] is a part of it.
    pub pick_data: Set,
    /// Those that a branch before it decided by, through selected values too; [`Event::ctrl`] is a part of it.
    pub pick_ctrl: Set,
    /// Those that it depends on in any way that a selected value may take. It is the largest: an event of which a
    /// register was made, an address, a value, a condition.
    pub pick: Set,
    /// Of the write of a read-modify-write, its read. In one instruction it is an atomic operation, otherwise a pair
    /// of load-exclusive and store-exclusive.
    pub rmw: Option<u8>,
    /// Events of its own instruction that come before it by decree: the read of an acquire pair to its other read.
    pub iico_order: Set,
    /// The first event of the single-copy atomic access that it is a part of, where an access is split.
    pub part_of: Option<u8>,
    /// Its offset in its page, if it has a virtual address.
    pub offset: Option<u16>,
    /// Of an access to a translation table descriptor, the page frame that its value names.
    pub frame: Option<u16>,
}

impl Event {
    /// An event that depends on nothing.
    pub fn new(kind: Kind, at: Option<Loc>, value: Value, tags: Tags) -> Event {
        Event {
            kind,
            at,
            value,
            tags,
            instruction: 0,
            addr: Set::EMPTY,
            data: Set::EMPTY,
            flow: Set::EMPTY,
            ctrl: Set::EMPTY,
            iico_data: Set::EMPTY,
            iico_ctrl: Set::EMPTY,
            pick_addr: Set::EMPTY,
            pick_data: Set::EMPTY,
            pick_ctrl: Set::EMPTY,
            pick: Set::EMPTY,
            rmw: None,
            iico_order: Set::EMPTY,
            part_of: None,
            offset: None,
            frame: None,
        }
    }
}

/// A set of annotations.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Tags(u128);

impl Tags {
    /// No annotation.
    pub const NONE: Tags = Tags(0);

    /// Whether it has this one.
    pub const fn has(self, tag: Tag) -> bool {
        self.0 >> tag as u8 & 1 == 1
    }

    /// With this one too.
    #[must_use]
    pub const fn with(self, tag: Tag) -> Tags {
        Tags(self.0 | 1 << tag as u8)
    }
}

impl From<Tag> for Tags {
    fn from(tag: Tag) -> Tags {
        Tags::NONE.with(tag)
    }
}

/// An annotation of an event. Each memory model gives a meaning to its own.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, strum::Display, strum::EnumIter,
)]
#[strum(serialize_all = "kebab-case")]
#[repr(u8)]
pub enum Tag {
    // Accesses of the Linux kernel's memory model (tools/memory-model/linux-kernel.bell). An access without any of
    // these is plain.
    /// `READ_ONCE()`, `WRITE_ONCE()`.
    Once,
    /// `smp_load_acquire()`; a load-acquire of an architecture.
    Acquire,
    /// `smp_store_release()`; a store-release of an architecture.
    Release,
    /// The read of an atomic operation that returns nothing.
    NoReturn,
    /// Half of an atomic read-modify-write, or the read of one that fails: what `smp_mb__before_atomic()` and
    /// `smp_mb__after_atomic()` are about.
    Atomic,
    // Its fences.
    /// `smp_mb()`.
    Mb,
    /// `smp_wmb()`.
    Wmb,
    /// `smp_rmb()`.
    Rmb,
    /// `barrier()`.
    Barrier,
    /// `smp_mb__before_atomic()`.
    BeforeAtomic,
    /// `smp_mb__after_atomic()`.
    AfterAtomic,
    /// `smp_mb__after_spinlock()`.
    AfterSpinlock,
    /// `smp_mb__after_unlock_lock()`.
    AfterUnlockLock,
    /// `smp_mb__after_srcu_read_unlock()`.
    AfterSrcuReadUnlock,
    // RCU.
    /// `rcu_read_lock()`.
    RcuLock,
    /// `rcu_read_unlock()`.
    RcuUnlock,
    /// `synchronize_rcu()`.
    SyncRcu,
    /// `srcu_read_lock()`.
    SrcuLock,
    /// `srcu_read_unlock()`.
    SrcuUnlock,
    /// `synchronize_srcu()`.
    SyncSrcu,
    // Spin locks (tools/memory-model/lock.cat). The lock is a location that holds 1 while it is taken.
    /// The read of a `spin_lock()`, of 0.
    LockRead,
    /// The write of a `spin_lock()`, of 1; the read is its [`Event::rmw`].
    LockWrite,
    /// `spin_unlock()`.
    Unlock,
    /// A `spin_trylock()` that fails, or a `spin_is_locked()` that is true.
    LockFail,
    /// A `spin_is_locked()` that is false.
    NotLocked,
    // Armv8 (Arm ARM, B2.3). Loads and stores are explicit unless they are `Implicit`; `Acquire` and `Release` are
    // above, and so is `NoReturn`.
    /// A load-acquirePC: `LDAPR`.
    AcquirePc,
    /// `DMB SY`, `ISH`, `OSH`.
    DmbFull,
    /// `DMB LD`, `ISHLD`, `OSHLD`.
    DmbLd,
    /// `DMB ST`, `ISHST`, `OSHST`.
    DmbSt,
    /// `DSB SY`, `ISH`, `OSH`.
    DsbFull,
    /// `DSB LD`, `ISHLD`, `OSHLD`.
    DsbLd,
    /// `DSB ST`, `ISHST`, `OSHST`.
    DsbSt,
    /// `ISB`.
    Isb,
    /// An exception is taken: by a fault, or by `SVC`.
    ExceptionEntry,
    /// `ERET`.
    ExceptionReturn,
    // Its virtual memory (VMSA).
    /// An access that the memory management unit makes: a read of a table walk, a write of the access flag or of
    /// the dirty bit.
    Implicit,
    /// An access to a translation table descriptor, implicit or not.
    Ttd,
    /// An access by no instruction: the memory management unit sets an access flag of its own accord. It is in no
    /// thread's order.
    Spontaneous,
    /// A fault of the memory management unit; one of the next three says which.
    MmuFault,
    /// A translation fault: the descriptor is not valid.
    TranslationFault,
    /// An access flag fault.
    AccessFlagFault,
    /// A permission fault.
    PermissionFault,
    /// A TLB invalidation.
    Tlbi,
    /// A TLB invalidation that other CPUs take part in: `...IS`, `...OS`.
    TlbiShared,
    // RISC-V: `Acquire` and `Release` are above.
    /// An access of an atomic operation, of LR or of SC; on x86 of a locked instruction.
    Exclusive,
    /// A fence that orders reads before it.
    AfterReads,
    /// A fence that orders writes before it.
    AfterWrites,
    /// A fence that orders reads after it.
    BeforeReads,
    /// A fence that orders writes after it.
    BeforeWrites,
    /// `fence.tso`.
    FenceTso,
}

impl Tag {
    /// All annotations.
    pub fn all() -> impl Iterator<Item = Tag> {
        <Tag as strum::IntoEnumIterator>::iter()
    }
}
