//! The reverse map's walk: a lockless read that decides whether to lock, and a second read under the lock.
//!
//! Source: mm/page_vma_mapped.c `page_vma_mapped_walk()` of 6.1.192 and 6.12.117, for a THP, without
//! PVMW_MIGRATION. Not modelled: its work at PTE level, for which it takes that table's lock first.

use pmdrace_pgtable::Kernel;

use super::clear_bad::map_table;
use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Note};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&PAGE_VMA_MAPPED];

static PAGE_VMA_MAPPED: RoutineSpec = RoutineSpec {
    name: "page-vma-mapped",
    summary: "page_vma_mapped_walk(): a lockless read decides whether to lock, then reads again",
    kernel: &["mm/page_vma_mapped.c page_vma_mapped_walk() (6.1, 6.12)"],
    enters: &[
        "__pte_offset_map",
        "map_pte",
        "page_vma_mapped_walk",
        "pmd_clear_bad",
        "pmd_none_or_trans_huge_or_clear_bad",
    ],
    args: &[ArgSpec::PMD_TO_WALK, ArgSpec::PMD_LOCK],
    build: |args| Box::new(PageVmaMapped { pmdp: args.pmd("pmd"), ptl: args.lock("ptl") }),
    ..RoutineSpec::BASE
};

struct PageVmaMapped {
    pmdp: Addr,
    ptl: LockId,
}

impl PageVmaMapped {
    /// `map_pte()`: 6.1 re-reads the PMD and treats it as a table, 6.12 uses `__pte_offset_map()`.
    fn map_pte(&self, k: &Ctx<'_>) {
        let _fn = k.enter("map_pte");
        match k.arch().kernel() {
            Kernel::V6_1 => {
                let pmd = k.cpu.read_once_dep(self.pmdp);
                k.pte_offset_map(pmd);
            }
            Kernel::V6_12 => {
                map_table(k, self.pmdp);
            }
        }
    }
}

impl Routine for PageVmaMapped {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("page_vma_mapped_walk");
        let pmde = k.cpu.read_once_dep(self.pmdp);
        let lock = k.pmd_trans_huge(pmde)
            || k.is_pmd_migration_entry(pmde)
            || (k.pmd_present(pmde) && k.pmd_devmap(pmde));
        if lock {
            k.cpu.spin_lock(self.ptl);
            let pmde = k.cpu.read_once(self.pmdp);
            if !k.pmd_present(pmde) {
                k.cpu.note(Note::Return("not mapped here"));
            } else if k.pmd_trans_huge(pmde) || k.pmd_devmap(pmde) {
                k.pmd_page(pmde);
                k.cpu.note(Note::Return("mapped here by this PMD, with the lock held"));
            } else {
                k.cpu.note(Note::Return("split meanwhile: goes on with the table, under its lock"));
            }
            k.cpu.spin_unlock(self.ptl);
        } else if k.pmd_present(pmde) {
            self.map_pte(k);
        } else {
            k.cpu.note(Note::Return("not mapped here"));
        }
    }
}
