//! The footprint of a step: the cells, locks, interrupts and barriers that decide whether two steps conflict.

use pmdrace_mm::{Addr, Call, LockId, RmwOrder, SyncOp};

use super::frame::Frame;
use crate::program::automaton::Class;

/// What some steps access: cells, locks, interrupts, barriers and windows, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Footprint {
    read: u128,
    written: u128,
}

const FIRST_LOCK: usize = 64;
const IRQS: u128 = 1 << 96;
const BARRIERS: u128 = 1 << 97;
const WINDOWS: u128 = 1 << 98;
const ORDER: u128 = 1 << 99;

impl Footprint {
    pub(crate) const NONE: Footprint = Footprint { read: 0, written: 0 };
    /// Disables or enables interrupts.
    pub(crate) const IRQS_READ: Footprint = Footprint { read: IRQS, written: 0 };
    /// Interrupts others.
    pub(crate) const IRQS_WRITTEN: Footprint = Footprint { read: 0, written: IRQS };

    /// Takes a place in the order of all full barriers.
    pub(crate) const BARRIER: Footprint = Footprint { read: 0, written: BARRIERS };

    /// Takes a place in the order of all stores.
    pub(crate) const ORDER: Footprint = Footprint { read: 0, written: ORDER };

    pub(crate) fn reads(at: Addr) -> Footprint {
        Footprint { read: 1 << at.0, written: 0 }
    }

    pub(crate) fn writes(at: Addr) -> Footprint {
        Footprint { read: 0, written: 1 << at.0 }
    }

    pub(crate) fn lock(lock: LockId) -> Footprint {
        Footprint { read: 0, written: 1 << (FIRST_LOCK + lock.0) }
    }

    /// A reader of a semaphore, which conflicts with writers only.
    pub(crate) fn lock_shared(lock: LockId) -> Footprint {
        Footprint { read: 1 << (FIRST_LOCK + lock.0), written: 0 }
    }

    pub(crate) fn and(self, other: Footprint) -> Footprint {
        Footprint { read: self.read | other.read, written: self.written | other.written }
    }

    /// What a call accesses on a machine with histories and views, where a full barrier accesses `barrier`.
    pub(crate) fn of(frame: &Frame<'_>, call: Call<u16>, barrier: Footprint) -> Footprint {
        let full = |order| if order == RmwOrder::Full { barrier } else { Footprint::NONE };
        match call {
            // A counter passes on views even to a CPU that only reads it.
            Call::Read { at, .. } | Call::Await { at, .. } if frame.counter[at.0] => {
                Footprint::writes(at)
            }
            Call::Read { at, .. } | Call::Await { at, .. } => Footprint::reads(at),
            Call::Write { at, .. } => Footprint::writes(at),
            Call::Xchg { at, order, .. } | Call::Update { at, order } => {
                Footprint::writes(at).and(full(order))
            }
            Call::Count { at, op } => Footprint::writes(at).and(full(op.order())),
            Call::Sync(op) => match op {
                SyncOp::Wmb | SyncOp::Rmb => Footprint::NONE,
                SyncOp::Mb => barrier,
                SyncOp::Lock(lock)
                | SyncOp::Unlock(lock)
                | SyncOp::DownRead(lock)
                | SyncOp::UpRead(lock)
                | SyncOp::DownWrite(lock)
                | SyncOp::UpWrite(lock)
                | SyncOp::Downgrade(lock) => Footprint::lock(lock),
                SyncOp::IrqSave | SyncOp::IrqRestore | SyncOp::RcuLock | SyncOp::RcuUnlock => {
                    Footprint::IRQS_READ
                }
                SyncOp::Ipi(_) | SyncOp::GracePeriod => Footprint::IRQS_WRITTEN.and(barrier),
            },
        }
    }

    /// Adds what the judge reads.
    pub(crate) fn with_judge(self, frame: &Frame<'_>, class: &Class) -> Footprint {
        let mut also = Footprint::NONE;
        if class.accepts {
            also.read |= u128::from(class.read);
        }
        if frame.has_windows() {
            if let Some(Call::Read { at, .. } | Call::Await { at, .. }) = class.call
                && frame.pmd[at.0]
            {
                also.read |= WINDOWS;
            }
            if class.toggles {
                also.written |= WINDOWS;
            }
        }
        self.and(also)
    }

    pub(crate) fn conflicts(self, other: Footprint) -> bool {
        self.written & (other.read | other.written) | self.read & other.written != 0
    }
}
