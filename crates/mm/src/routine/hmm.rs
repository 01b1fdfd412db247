//! HMM's walk for a device: page frames and permissions read without the lock, discarded if the mmu notifier
//! reports a change.
//!
//! Source: mm/hmm.c `hmm_vma_walk_pmd()` of 6.1.192 and 6.12.117, in the loop that Documentation/mm/hmm.rst
//! describes: read_begin, hmm_range_fault, then read_retry under the driver's lock, for a range of one page that
//! need not be faulted in. The walk may begin again once; a third round is not modelled.

use pmdrace_pgtable::Kernel;

use super::clear_bad::{Mapped, pte_offset_map};
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
    kernel: &[
        "mm/hmm.c hmm_vma_walk_pmd(), hmm_vma_handle_pmd(), hmm_vma_handle_pte() (6.1, 6.12)",
    ],
    enters: &["__pte_offset_map", "hmm_range_fault", "hmm_vma_walk_pmd", "pmd_clear_bad"],
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

/// The word from which a page frame is taken.
enum Frame {
    Pmd(Word),
    Pte(Word),
}

impl Hmm {
    /// `hmm_vma_walk_pmd()` of one page, which asks for no fault.
    fn hmm_vma_walk_pmd(&self, k: &Ctx<'_>) -> Result<Frame, &'static str> {
        let _fn = k.enter("hmm_vma_walk_pmd");
        for _ in 0..2 {
            let pmd = self.look(k);
            if k.pmd_none(pmd) || k.is_pmd_migration_entry(pmd) || !k.pmd_present(pmd) {
                return Err(NOTHING);
            }
            if k.pmd_devmap(pmd) || k.pmd_trans_huge(pmd) {
                // No lock: the notifier announces splits. Read and test again.
                let pmd = self.again(k, pmd);
                if k.pmd_devmap(pmd) || k.pmd_trans_huge(pmd) {
                    return Ok(Frame::Pmd(pmd));
                }
                continue;
            }
            if k.pmd_bad(pmd) {
                return Err(NOTHING);
            }
            let mapped = match k.arch().kernel() {
                Kernel::V6_1 => Mapped::at(k, self.again(k, pmd)),
                Kernel::V6_12 => pte_offset_map(k, self.pmdp),
            };
            match mapped {
                Mapped::Entry(ptep) => return self.hmm_vma_handle_pte(k, ptep),
                Mapped::Wild => return Err(FAULT),
                Mapped::Nothing | Mapped::Again => {}
            }
        }
        k.cpu.note(Note::Bound("hmm_vma_walk_pmd(): a third round"));
        Err(AGAIN)
    }

    /// The first read of the PMD, by which 6.1 finds the table.
    fn look(&self, k: &Ctx<'_>) -> Word {
        match k.arch().kernel() {
            Kernel::V6_1 => k.cpu.read_once_dep(self.pmdp),
            Kernel::V6_12 => k.cpu.read_once(self.pmdp),
        }
    }

    /// A second read of the PMD. That of 6.1 is a plain one, which compilers may answer with the first: there it
    /// is none. What it would find, a walk that begins then finds.
    fn again(&self, k: &Ctx<'_>, pmd: Word) -> Word {
        match k.arch().kernel() {
            Kernel::V6_1 => pmd,
            Kernel::V6_12 => k.cpu.read_once(self.pmdp),
        }
    }

    /// `hmm_vma_handle_pte()`, and the end of the loop around it.
    fn hmm_vma_handle_pte(&self, k: &Ctx<'_>, ptep: Addr) -> Result<Frame, &'static str> {
        let pte = k.cpu.read_once(ptep);
        let present = k.pte_present(pte);
        k.pte_unmap();
        if present { Ok(Frame::Pte(pte)) } else { Err(NOTHING) }
    }
}

const NOTHING: &str = "nothing to hand out here";
const FAULT: &str = "no table lies there: a real kernel would fault here";
const AGAIN: &str = "the walk begins again";

impl Routine for Hmm {
    /// A driver's fault handler around `hmm_range_fault()`.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("hmm_range_fault");
        let Some(seq) = k.read_begin(self.notifier) else {
            k.cpu.note(Note::Return("an invalidation is under way: waits for its end"));
            return;
        };
        let frame = match self.hmm_vma_walk_pmd(k) {
            Err(text) if matches!(text, FAULT | AGAIN) => {
                k.cpu.note(Note::Return(text));
                return;
            }
            found => found,
        };
        k.cpu.spin_lock(self.notifier.lock);
        if self.retry && k.read_retry(self.notifier, seq) {
            k.cpu.note(Note::Return("something was invalidated meanwhile: walks again"));
        } else {
            match frame {
                Ok(Frame::Pmd(pmd)) => drop(k.pmd_page(pmd)),
                Ok(Frame::Pte(pte)) => drop(k.pte_page(pte)),
                Err(text) => k.cpu.note(Note::Return(text)),
            }
            if frame.is_ok() {
                k.cpu.note(Note::Return("the device uses the page frames"));
            }
        }
        k.cpu.spin_unlock(self.notifier.lock);
    }
}
