//! Who walks without a lock: derived from what each CPU holds when it takes a step.
//!
//! A CPU that holds a page-table lock keeps others from changing entries; one that does not sees whatever they do
//! meanwhile, and is what the kernel calls a lockless walker. Other locks make no difference: KVM walks the
//! host's tables under its own lock, and mmap_lock keeps out neither migration nor a split.

use std::collections::VecDeque;

use crate::{Event, Model, Op, SyncOp};

/// The locks that a CPU holds alone after a primitive, as bits.
pub fn locks_after(held: u64, op: SyncOp) -> u64 {
    match op {
        SyncOp::Lock(lock) | SyncOp::DownWrite(lock) => held | 1 << lock.0,
        SyncOp::Unlock(lock) | SyncOp::UpWrite(lock) | SyncOp::Downgrade(lock) => {
            held & !(1 << lock.0)
        }
        _ => held,
    }
}

/// For each of these events, whether its CPU took the step without a page-table lock. A buffered store reaches
/// memory as it was issued.
pub fn lockless(model: &Model, events: &[Event]) -> Vec<bool> {
    let locks = model.page_table_locks();
    let mut held = vec![0; model.roles.len()];
    let mut buffers: Vec<VecDeque<bool>> = vec![VecDeque::new(); model.roles.len()];
    let step = |event: &Event| {
        let lockless = held[event.cpu] & locks == 0;
        match event.op {
            Op::Sync(op) => held[event.cpu] = locks_after(held[event.cpu], op),
            Op::Buffer { .. } => buffers[event.cpu].push_back(lockless),
            Op::Write { .. } => return buffers[event.cpu].pop_front().unwrap_or(lockless),
            _ => {}
        }
        lockless
    };
    events.iter().map(step).collect()
}
