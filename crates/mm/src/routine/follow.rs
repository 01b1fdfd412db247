//! Slow GUP's read of a PMD: first without the lock, then again under it.
//!
//! Source: mm/gup.c `follow_pmd_mask()` and `follow_page_pte()` of 6.1.192 and 6.12.117, with FOLL_GET.
//! Not modelled: hugetlb, devmap, FOLL_MIGRATION, FOLL_SPLIT_PMD, and the lock of the PTE table (no CPU here
//! changes a linked PTE).

use pmdrace_pgtable::Kernel;

use super::clear_bad::map_table;
use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Note, Word};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&FOLLOW_PMD];

static FOLLOW_PMD: RoutineSpec = RoutineSpec {
    name: "follow-pmd",
    summary: "follow_pmd_mask(): slow GUP's lockless first read, then the same tests under the lock",
    kernel: &["mm/gup.c follow_pmd_mask(), follow_page_pte() (6.1, 6.12)"],
    enters: &[
        "__pte_offset_map",
        "follow_page_pte",
        "follow_pmd_mask",
        "pmd_clear_bad",
        "pmd_none_or_trans_huge_or_clear_bad",
    ],
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

    /// `follow_page_pte()` up to the table: 6.1 only tests whether the PMD is bad, 6.12 maps the table.
    fn find_table(&self, k: &Ctx<'_>) -> Option<Addr> {
        match k.arch().kernel() {
            Kernel::V6_1 => {
                let pmd = k.cpu.read_once_dep(self.pmdp);
                if k.pmd_bad(pmd) { None } else { k.pte_offset_map(pmd) }
            }
            Kernel::V6_12 => map_table(k, self.pmdp),
        }
    }

    fn follow_page_pte(&self, k: &Ctx<'_>) {
        let _fn = k.enter("follow_page_pte");
        let Some(ptep) = self.find_table(k) else {
            k.cpu.note(Note::Return("no page table: the caller tries again"));
            return;
        };
        let pte = k.cpu.read_once_dep(ptep);
        if !k.pte_present(pte) {
            k.cpu.note(Note::Return("no page"));
            return;
        }
        if let Some(folio) = k.pte_page(pte) {
            k.try_get_folio(folio);
        }
    }

    /// 6.1's assertion about a non-present word.
    fn assert_migration(&self, k: &Ctx<'_>, pmd: Word) {
        if k.arch().kernel() == Kernel::V6_1 {
            let text = "VM_BUG_ON(!thp_migration_supported() || !is_pmd_migration_entry(pmdval))";
            k.warn_on(!k.is_pmd_migration_entry(pmd), text, pmd);
        }
    }
}

impl Routine for FollowPmd {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("follow_pmd_mask");
        let pmdval = k.cpu.read_once_dep(self.pmdp);
        let none = k.pmd_none(pmdval);
        let present = !none && k.pmd_present(pmdval);
        if !none && !present {
            self.assert_migration(k, pmdval);
        }
        if !present || k.pmd_devmap(pmdval) {
            k.cpu.note(Note::Return("no page: the caller faults it in"));
            return;
        }
        if !self.is_leaf(k, pmdval) {
            self.follow_page_pte(k);
            return;
        }
        if k.pmd_protnone(pmdval) {
            return;
        }
        k.cpu.spin_lock(self.ptl);
        let pmdval = k.cpu.read_once(self.pmdp);
        if !k.pmd_present(pmdval) {
            k.cpu.spin_unlock(self.ptl);
            return;
        }
        if !self.is_leaf(k, pmdval) {
            k.cpu.spin_unlock(self.ptl);
            self.follow_page_pte(k);
            return;
        }
        if let Some(folio) = k.pmd_page(pmdval) {
            k.try_get_folio(folio);
        }
        k.cpu.spin_unlock(self.ptl);
    }
}
