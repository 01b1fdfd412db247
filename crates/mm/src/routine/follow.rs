//! Slow GUP's read of a PMD: first without the lock, then again under it.
//!
//! Source: mm/gup.c `follow_pmd_mask()`, `follow_page_pte()`, `follow_huge_pmd()` (6.12), mm/huge_memory.c
//! `follow_trans_huge_pmd()` (6.1) of 6.1.192 and 6.12.117, with FOLL_GET. Not modelled: hugetlb, devmap,
//! FOLL_MIGRATION, FOLL_SPLIT_PMD, and the lock of the PTE table (no CPU here changes a linked PTE).

use pmdrace_pgtable::Kernel;

use super::clear_bad::{Mapped, pte_offset_map_lock};
use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Note, Word};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&FOLLOW_PMD];

static FOLLOW_PMD: RoutineSpec = RoutineSpec {
    name: "follow-pmd",
    summary: "follow_pmd_mask(): slow GUP's lockless first read, then the same tests under the lock",
    kernel: &["mm/gup.c follow_pmd_mask(), follow_page_pte() (6.1, 6.12)"],
    enters: &["__pte_offset_map", "follow_page_pte", "follow_pmd_mask", "pmd_clear_bad"],
    args: &[ArgSpec::PMD_TO_WALK, ArgSpec::PMD_LOCK],
    build: |args| Box::new(FollowPmd { pmdp: args.pmd("pmd"), ptl: args.lock("ptl") }),
    ..RoutineSpec::BASE
};

struct FollowPmd {
    pmdp: Addr,
    ptl: LockId,
}

impl FollowPmd {
    fn is_leaf(&self, k: &Ctx<'_>, pmd: Word) -> bool {
        match k.arch().kernel() {
            Kernel::V6_1 => k.pmd_trans_huge(pmd),
            Kernel::V6_12 => k.pmd_leaf(pmd),
        }
    }

    /// `gup_can_follow_protnone()` without FOLL_FORCE (6.1) and without FOLL_HONOR_NUMA_FAULT (6.12).
    fn refuses(&self, k: &Ctx<'_>, protnone: bool) -> bool {
        protnone && k.arch().kernel() == Kernel::V6_1
    }

    /// `follow_page_pte()` up to the table: 6.1 only tests whether the PMD is bad.
    fn map_table(&self, k: &Ctx<'_>) -> Mapped {
        if k.arch().kernel() >= Kernel::V6_12 {
            return pte_offset_map_lock(k, self.pmdp);
        }
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if k.pmd_bad(pmd) { Mapped::Nothing } else { Mapped::at(k, pmd) }
    }

    fn follow_page_pte(&self, k: &Ctx<'_>) -> &'static str {
        let _fn = k.enter("follow_page_pte");
        let ptep = match self.map_table(k) {
            Mapped::Entry(ptep) => ptep,
            Mapped::Nothing => return NO_PAGE,
            Mapped::Again => return "the table went away: the walk begins again",
            Mapped::Wild => return "no table lies there: a real kernel would fault here",
        };
        let pte = k.cpu.read_once_dep(ptep);
        let found = self.grab_pte(k, pte);
        k.pte_unmap();
        found
    }

    fn grab_pte(&self, k: &Ctx<'_>, pte: Word) -> &'static str {
        if !k.pte_present(pte) || self.refuses(k, k.pte_protnone(pte)) {
            return NO_PAGE;
        }
        grab(k, k.pte_page(pte))
    }

    /// The second look, under the lock.
    fn locked(&self, k: &Ctx<'_>) -> Option<&'static str> {
        let pmdval = k.cpu.read_once(self.pmdp);
        if k.pmd_none(pmdval) || !k.pmd_present(pmdval) {
            return Some(NO_PAGE);
        }
        if !self.is_leaf(k, pmdval) {
            return None;
        }
        Some(self.follow_huge_pmd(k, pmdval))
    }

    /// `follow_trans_huge_pmd()` (6.1), which reads the PMD again, `follow_huge_pmd()` (6.12).
    fn follow_huge_pmd(&self, k: &Ctx<'_>, pmdval: Word) -> &'static str {
        let pmdval = match k.arch().kernel() {
            Kernel::V6_1 => k.cpu.read_once(self.pmdp),
            Kernel::V6_12 => pmdval,
        };
        if self.refuses(k, k.pmd_protnone(pmdval)) {
            return NO_PAGE;
        }
        grab(k, k.pmd_page(pmdval))
    }

    /// 6.1's assertion about a non-present word.
    fn assert_migration(&self, k: &Ctx<'_>, pmd: Word) {
        if k.arch().kernel() == Kernel::V6_1 {
            let text = "VM_BUG_ON(!thp_migration_supported() || !is_pmd_migration_entry(pmdval))";
            k.warn_on(!k.is_pmd_migration_entry(pmd), text, pmd);
        }
    }

    /// `follow_pmd_mask()`.
    fn follow_pmd_mask(&self, k: &Ctx<'_>) -> &'static str {
        let _fn = k.enter("follow_pmd_mask");
        let pmdval = k.cpu.read_once(self.pmdp);
        if k.pmd_none(pmdval) {
            return NO_PAGE;
        }
        if !k.pmd_present(pmdval) {
            self.assert_migration(k, pmdval);
            return NO_PAGE;
        }
        if k.pmd_devmap(pmdval) {
            return NO_PAGE;
        }
        if !self.is_leaf(k, pmdval) {
            return self.follow_page_pte(k);
        }
        if self.refuses(k, k.pmd_protnone(pmdval)) {
            return NO_PAGE;
        }
        k.cpu.spin_lock(self.ptl);
        let found = self.locked(k);
        k.cpu.spin_unlock(self.ptl);
        found.unwrap_or_else(|| self.follow_page_pte(k))
    }
}

const NO_PAGE: &str = "no page: the caller faults it in";

/// `try_grab_page()` (6.1), `try_grab_folio()` (6.12) with FOLL_GET: under a lock that keeps the page mapped, they
/// add to the count, and only warn if it is zero.
fn grab(k: &Ctx<'_>, folio: Option<FolioId>) -> &'static str {
    let Some(folio) = folio else {
        return "nothing lies at that address: a real kernel would fault here";
    };
    k.folio_get(folio);
    "one page, with a reference"
}

impl Routine for FollowPmd {
    fn run(&self, k: &Ctx<'_>) {
        let found = self.follow_pmd_mask(k);
        k.cpu.note(Note::Return(found));
    }
}
