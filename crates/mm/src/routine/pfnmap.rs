//! `follow_pfnmap_start()`: returning a page frame number under the page-table lock.
//!
//! Source: mm/memory.c `follow_pfnmap_start()` of 6.12.117, which contains ffef67b93aa3; the variant without
//! `reread-under-lock` follows the code that commit removed. Where the kernel retries because the entry
//! became a table, this gives up. Not modelled: the levels above, the PTE branch.

use pmdrace_pgtable::Kernel;

use super::{ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Note, Subject, Use, Word};

const REREAD_UNDER_LOCK: Guard = Guard::new(
    "reread-under-lock",
    "the page frame is that of the entry under the lock, not of an earlier read",
);
const PRESENT_TEST: Guard = Guard::new(
    "present-test",
    "an entry that is not present is not a leaf, whatever pmd_leaf() returns for its bits",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&FOLLOW_PFNMAP_START];

static FOLLOW_PFNMAP_START: RoutineSpec = RoutineSpec {
    name: "follow_pfnmap_start",
    summary: "tests a PMD without the lock, and returns its page frame under it",
    kernel: &["mm/memory.c follow_pfnmap_start() (6.12)"],
    enters: &["follow_pfnmap_start"],
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
    /// Under the lock: `pfnmap_args_setup()` of the current entry, or nothing.
    fn locked(&self, k: &Ctx<'_>, snapshot: Word) -> &'static str {
        let pmd = if self.reread { k.cpu.read_once(self.pmdp) } else { snapshot };
        if self.present_test && !k.pmd_present(pmd) {
            return "-EINVAL: not present any more";
        }
        if !k.pmd_leaf(pmd) {
            return "not a leaf any more: the walk begins again";
        }
        if let Some(folio) = k.pmd_page(pmd) {
            k.uses(Subject::Folio(folio), Use::Frame);
        }
        "a page frame, with the lock held"
    }
}

impl Routine for FollowPfnmap {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("follow_pfnmap_start");
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if !k.pmd_present(pmd) || !k.pmd_leaf(pmd) {
            k.cpu.note(Note::Return("-EINVAL: no leaf here"));
            return;
        }
        k.cpu.spin_lock(self.ptl);
        let found = self.locked(k, pmd);
        k.cpu.note(Note::Return(found));
        k.cpu.spin_unlock(self.ptl);
    }
}
