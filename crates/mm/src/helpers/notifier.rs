//! The mmu notifier, by which a secondary MMU detects that what it read may be stale.
//!
//! Source: mm/mmu_notifier.c (`mn_itree_inv_start_range()`, `mn_itree_inv_end()`,
//! `mmu_interval_read_begin()`, `mmu_interval_read_retry()`), virt/kvm/kvm_main.c
//! (`kvm_mmu_notifier_invalidate_range_start()` and `_end()`) and `mmu_invalidate_retry()`, 6.1.192 and
//! 6.12.117. Both keep a sequence number under a lock of their own; here one number serves for both: odd
//! during an invalidation. A reader that would wait for its end gives up instead.

use crate::{Addr, Ctx, LockId};

/// The sequence number and its lock.
#[derive(Clone, Copy, Default, Debug)]
pub struct Notifier {
    /// The lock: the notifier's own, or KVM's mmu_lock.
    pub lock: LockId,
    /// The sequence number; odd during an invalidation.
    pub seq: Addr,
}

impl Ctx<'_> {
    /// `mmu_notifier_invalidate_range_start()`: does nothing without a notifier.
    pub fn invalidate_range_start(&self) {
        let _fn = self.enter("mmu_notifier_invalidate_range_start");
        self.bump();
    }

    /// `mmu_notifier_invalidate_range_end()`.
    pub fn invalidate_range_end(&self) {
        let _fn = self.enter("mmu_notifier_invalidate_range_end");
        self.bump();
    }

    /// The same, or an end that fails to advance the sequence number: after the invalidation, the number is
    /// what it was before.
    pub fn invalidate_range_end_with(&self, advance: bool) {
        let _fn = self.enter("mmu_notifier_invalidate_range_end");
        self.add(if advance { 1 } else { 1_u64.wrapping_neg() });
    }

    fn bump(&self) {
        self.add(1);
    }

    fn add(&self, n: u64) {
        if let Some(notifier) = self.kernel.notifier {
            self.cpu.spin_lock(notifier.lock);
            self.cpu.atomic_add(notifier.seq, n);
            self.cpu.spin_unlock(notifier.lock);
        }
    }

    /// `mmu_interval_read_begin()`: the sequence number, or None during an invalidation.
    pub fn read_begin(&self, notifier: Notifier) -> Option<u64> {
        let _fn = self.enter("mmu_interval_read_begin");
        self.cpu.spin_lock(notifier.lock);
        let seq = self.cpu.atomic_read(notifier.seq);
        self.cpu.spin_unlock(notifier.lock);
        seq.is_multiple_of(2).then_some(seq)
    }

    /// `mmu_interval_read_retry()` or `mmu_invalidate_retry()`, under the notifier's lock.
    pub fn read_retry(&self, notifier: Notifier, seq: u64) -> bool {
        self.cpu.atomic_read(notifier.seq) != seq
    }
}
