//! `follow_pfnmap_start()`: returning a page frame number under the page-table lock.
//!
//! Source: mm/memory.c `follow_pfnmap_start()`, include/linux/mm.h `follow_pfnmap_end()` of 6.12.117, which contains
//! ffef67b93aa3; the variant without `reread-under-lock` and `present-test` follows the code that commit removed.
//! Where the kernel looks again because the entry became a table, this gives up. Not modelled: the levels above,
//! the lock of the page table.

use pmdrace_pgtable::Kernel;

use super::clear_bad::{Mapped, pte_offset_map_lock};
use super::{ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Note, Subject, Use, Word};

const REREAD_UNDER_LOCK: Guard = Guard::new(
    "reread-under-lock",
    "the page frame is that of the entry under the lock, not of an earlier read",
);
const PRESENT_TEST: Guard = Guard::new(
    "present-test",
    "an entry that is not present is not a leaf, whatever pmd_leaf() returns for its bits, neither without the \
     lock nor under it",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&FOLLOW_PFNMAP_START];

static FOLLOW_PFNMAP_START: RoutineSpec = RoutineSpec {
    name: "follow_pfnmap_start",
    summary: "tests a PMD without the lock, and returns its page frame under it",
    kernel: &["mm/memory.c follow_pfnmap_start() (6.12)"],
    enters: &["__pte_offset_map", "follow_pfnmap_start", "pmd_clear_bad"],
    exists: |arch| match arch.kernel() {
        Kernel::V6_1 => Err("it has no follow_pfnmap_start()"),
        Kernel::V6_12 => Ok(()),
    },
    args: &[ArgSpec::PMD, ArgSpec::PMD_LOCK],
    guards: &[REREAD_UNDER_LOCK, PRESENT_TEST],
    build: |args| {
        Box::new(FollowPfnmap {
            pmdp: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            reread: args.on(REREAD_UNDER_LOCK),
            present_test: args.on(PRESENT_TEST),
        })
    },
};

struct FollowPfnmap {
    pmdp: Addr,
    ptl: LockId,
    reread: bool,
    present_test: bool,
}

impl FollowPfnmap {
    /// `pmd_present()`, where it is asked at all.
    fn present(&self, k: &Ctx<'_>, pmd: Word) -> bool {
        !self.present_test || k.pmd_present(pmd)
    }

    /// Under the lock: `pfnmap_args_setup()` of the current entry, or nothing.
    fn locked(&self, k: &Ctx<'_>, snapshot: Word) -> &'static str {
        let pmd = if self.reread { k.cpu.read_once(self.pmdp) } else { snapshot };
        if !self.present(k, pmd) {
            return NOT_PRESENT;
        }
        if !k.pmd_leaf(pmd) {
            return "not a leaf any more: the walk begins again";
        }
        if let Some(folio) = k.pmd_page(pmd) {
            k.uses(Subject::Folio(folio), Use::Frame);
        }
        HANDED_OUT
    }

    /// The branch for an entry that is no leaf.
    fn pte(&self, k: &Ctx<'_>) -> &'static str {
        let ptep = match pte_offset_map_lock(k, self.pmdp) {
            Mapped::Entry(ptep) => ptep,
            Mapped::Nothing => return NOT_PRESENT,
            Mapped::Again => return "the table went away: the walk begins again",
            Mapped::Wild => return "no table lies there: a real kernel would fault here",
        };
        let pte = k.cpu.read_once(ptep);
        let present = k.pte_present(pte);
        if present && let Some(folio) = k.pte_page(pte) {
            k.uses(Subject::Folio(folio), Use::Frame);
        }
        k.pte_unmap();
        if present { HANDED_OUT } else { NOT_PRESENT }
    }
}

const HANDED_OUT: &str = "a page frame, with the lock held";
const NOT_PRESENT: &str = "-EINVAL: not present";

impl Routine for FollowPfnmap {
    /// `follow_pfnmap_start()`, and `follow_pfnmap_end()` of what it found.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("follow_pfnmap_start");
        let pmd = k.cpu.read_once(self.pmdp);
        if !self.present(k, pmd) {
            k.cpu.note(Note::Return(NOT_PRESENT));
            return;
        }
        if !k.pmd_leaf(pmd) {
            let found = self.pte(k);
            k.cpu.note(Note::Return(found));
            return;
        }
        k.cpu.spin_lock(self.ptl);
        let found = self.locked(k, pmd);
        k.cpu.note(Note::Return(found));
        k.cpu.spin_unlock(self.ptl);
    }
}
