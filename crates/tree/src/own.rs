//! Shared words that are no cells of a model but calls of its CPU: a lock that is released by a store in line, and
//! the byte in which interrupts are masked that are let in later.

use pmdrace_kir::{Ask, Kind, Reply};
use pmdrace_mm::LockId;

use crate::cpu::Asking;

impl Asking<'_, '_> {
    /// A lock is released by a store, and tried by a compare and exchange, where those are no calls. It is found free.
    pub(crate) fn lock_word(&mut self, lock: LockId, ask: &Ask<'_>) -> Reply {
        if let Kind::Load(_) = ask.kind {
            // What assert_spin_locked() reads.
            return Reply::Value(u128::from(self.locks_held > 0));
        }
        if let Kind::Cmpxchg { expected: 0, .. } = ask.kind {
            self.just_read = None;
            self.k.cpu.spin_lock(lock);
            self.locks_held += 1;
            return Reply::Value(0);
        }
        let Kind::Store { value: 0, .. } = ask.kind else {
            return Reply::Refuse("an update of a lock that is not known".to_owned());
        };
        self.just_read = None;
        self.k.cpu.spin_unlock(lock);
        self.locks_held = self.locks_held.saturating_sub(1);
        Reply::Done
    }

    /// The mask of interrupts that are let in later: those of devices by its lowest bit.
    pub(crate) fn mask(&mut self, ask: &Ask<'_>) -> Reply {
        self.just_read = None;
        match ask.kind {
            Kind::Load(_) => Reply::Value(u128::from(self.soft_mask)),
            Kind::Store { value, .. } => {
                self.set_mask(value as u64);
                Reply::Done
            }
            _ => Reply::Refuse("an update of the mask of interrupts".to_owned()),
        }
    }

    /// Changes the mask of interrupts that are let in later.
    pub(crate) fn set_mask(&mut self, mask: u64) {
        let old = std::mem::replace(&mut self.soft_mask, mask);
        match (old & 1, mask & 1) {
            (0, 1) => self.k.cpu.local_irq_save(),
            (1, 0) => self.k.cpu.local_irq_restore(),
            _ => {}
        }
    }
}
