//! HMM's walk for a device: page frames and permissions read without the lock, discarded if the mmu notifier
//! reports a change.
//!
//! Source: mm/hmm.c `hmm_vma_walk_pmd()` of 6.1.192 and 6.12.117, in the loop that Documentation/mm/hmm.rst
//! describes: read_begin, hmm_range_fault, then read_retry under the driver's lock. The second read may
//! restart the walk once; a third round is not modelled.

use super::{ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note, Notifier, Word};

pub(super) const NOTIFIER_RETRY: Guard = Guard::new(
    "notifier-retry",
    "a word read during an invalidation of the primary MMU is discarded",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&HMM];

static HMM: RoutineSpec = RoutineSpec {
    name: "hmm",
    summary: "hmm_vma_walk_pmd(): a device takes page frames without the lock, with notifier retry",
    kernel: &["mm/hmm.c hmm_vma_walk_pmd(), hmm_vma_handle_pmd() (6.1, 6.12)"],
    enters: &["hmm_range_fault", "hmm_vma_walk_pmd"],
    args: &[ArgSpec::PMD_TO_WALK],
    guards: &[NOTIFIER_RETRY],
    build: |args| {
        let (pmdp, notifier) = (args.pmd("pmd"), args.notifier());
        Box::new(Hmm { pmdp, notifier, retry: args.on(NOTIFIER_RETRY) })
    },
    ..RoutineSpec::BASE
};

struct Hmm {
    pmdp: Addr,
    notifier: Notifier,
    retry: bool,
}

impl Hmm {
    /// `hmm_vma_walk_pmd()`: the word from which page frames are taken, if any.
    fn hmm_vma_walk_pmd(&self, k: &Ctx<'_>) -> Option<Word> {
        let _fn = k.enter("hmm_vma_walk_pmd");
        for _ in 0..2 {
            let pmd = k.cpu.read_once_dep(self.pmdp);
            if k.pmd_none(pmd) || k.is_pmd_migration_entry(pmd) || !k.pmd_present(pmd) {
                k.cpu.note(Note::Return("nothing to hand out here"));
                return None;
            }
            if !k.pmd_devmap(pmd) && !k.pmd_trans_huge(pmd) {
                let bad = k.pmd_bad(pmd);
                k.cpu.note(Note::Return(if bad { "an error" } else { "goes on with the table" }));
                return None;
            }
            // No lock: the notifier announces splits. Read and test again.
            let pmd = k.cpu.read_once_dep(self.pmdp);
            if k.pmd_devmap(pmd) || k.pmd_trans_huge(pmd) {
                return Some(pmd);
            }
        }
        k.cpu.note(Note::Bound("hmm_vma_walk_pmd(): a third round"));
        None
    }
}

impl Routine for Hmm {
    /// A driver's fault handler around `hmm_range_fault()`.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("hmm_range_fault");
        let Some(seq) = k.read_begin(self.notifier) else {
            k.cpu.note(Note::Return("an invalidation is under way: waits for its end"));
            return;
        };
        let Some(pmd) = self.hmm_vma_walk_pmd(k) else { return };
        k.cpu.spin_lock(self.notifier.lock);
        if self.retry && k.read_retry(self.notifier, seq) {
            k.cpu.note(Note::Return("something was invalidated meanwhile: walks again"));
        } else {
            k.pmd_page(pmd);
            k.cpu.note(Note::Return("the device uses the page frames"));
        }
        k.cpu.spin_unlock(self.notifier.lock);
    }
}
