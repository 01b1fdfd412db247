//! What a CPU holds when it takes a step. Who walks without a lock is derived from it, not declared.
//!
//! A CPU that holds a page-table lock keeps others from changing entries; one that does not sees whatever they do
//! meanwhile, and is what the kernel calls a lockless walker. Other locks make no difference: KVM walks the
//! host's tables under its own lock, and mmap_lock keeps out neither migration nor a split.

use crate::{Event, LockId, Model, Op, SyncOp};

/// The locks that a CPU holds alone, as bits: spin locks, and semaphores for writing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct Locks(pub u64);

impl Locks {
    /// What is held after a primitive.
    #[must_use]
    pub fn after(self, op: SyncOp) -> Locks {
        match op {
            SyncOp::Lock(lock) | SyncOp::DownWrite(lock) => Locks(self.0 | 1 << lock.0),
            SyncOp::Unlock(lock) | SyncOp::UpWrite(lock) | SyncOp::Downgrade(lock) => {
                Locks(self.0 & !(1 << lock.0))
            }
            _ => self,
        }
    }

    /// Whether this one is among them.
    pub fn has(self, lock: LockId) -> bool {
        self.0 >> lock.0 & 1 != 0
    }

    /// Whether a CPU that holds these walks without a page-table lock.
    pub fn is_lockless(self, model: &Model) -> bool {
        self.0 & model.page_table_locks() == 0
    }
}

/// For each of these events, what its CPU held when it took the step. Under TSO a lock is released through the
/// store buffer, as stores are, and taken with an empty one: a store reaches memory under the locks under which it
/// was issued. A read between a release and the moment at which the lock is free counts as under the lock here.
pub fn held(model: &Model, events: &[Event]) -> Vec<Locks> {
    let mut held = vec![Locks::default(); model.roles.len()];
    let step = |event: &Event| {
        let now = held[event.cpu];
        if let Op::Sync(op) = event.op {
            held[event.cpu] = now.after(op);
        }
        now
    };
    events.iter().map(step).collect()
}
