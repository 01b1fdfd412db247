//! khugepaged: removing a page table under lockless walkers.
//!
//! Source: mm/khugepaged.c `collapse_and_free_pmd()` and `collapse_huge_page()` with
//! `__collapse_huge_page_isolate()` and `__collapse_huge_page_copy()`, mm/mmu_gather.c
//! `tlb_remove_table_sync_one()`, of 6.1.192; the table's own lock and the PMD lock are as there. Not
//! modelled: the locks that exclude other walkers (mmap_lock, anon_vma, i_mmap_rwsem: no CPU here takes
//! them), the notifier, map counts, LRU isolation, more than one PTE.

use super::{ArgKind, ArgSpec, Args, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Note, TableId};

const SYNC_ONE: Guard = Guard::new(
    "sync-one",
    "every IRQ-off walk that may have seen the table has ended before it is freed or its pages are examined",
);
const REFCOUNT_TEST: Guard =
    Guard::new("refcount-test", "a page on which a walker holds a reference is not moved");

const PMD: ArgSpec = ArgSpec::required("pmd", ArgKind::Pmd, "the PMD that points to the table");
const TABLE: ArgSpec = ArgSpec::required("table", ArgKind::Table, "the page table");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&COLLAPSE_AND_FREE_PMD, &COLLAPSE_HUGE_PAGE];

static COLLAPSE_AND_FREE_PMD: RoutineSpec = RoutineSpec {
    name: "collapse_and_free_pmd",
    summary: "removes the page table of a file mapping and frees it",
    kernel: &["mm/khugepaged.c collapse_and_free_pmd() (6.1)"],
    enters: &["collapse_and_free_pmd", "tlb_remove_table_sync_one"],
    args: &[PMD, TABLE],
    guards: &[SYNC_ONE],
    build: |args| {
        Box::new(CollapseAndFreePmd {
            pmd: args.pmd("pmd"),
            table: args.table("table"),
            sync_one: args.on(SYNC_ONE),
        })
    },
    ..RoutineSpec::BASE
};

static COLLAPSE_HUGE_PAGE: RoutineSpec = RoutineSpec {
    name: "collapse_huge_page",
    summary: "copies a page into a huge one and maps that instead of its table",
    kernel: &["mm/khugepaged.c collapse_huge_page() (6.1)"],
    enters: &[
        "__collapse_huge_page_copy",
        "__collapse_huge_page_isolate",
        "collapse_huge_page",
        "tlb_remove_table_sync_one",
    ],
    args: &[
        PMD,
        ArgSpec::PMD_LOCK,
        ArgSpec::required("pte-ptl", ArgKind::Lock, "the table's lock"),
        TABLE,
        ArgSpec::required("page", ArgKind::Folio, "the page that the table maps"),
        ArgSpec::required("huge", ArgKind::Folio, "the huge page"),
    ],
    guards: &[SYNC_ONE, REFCOUNT_TEST],
    build: |args| Box::new(CollapseHugePage::new(args)),
    ..RoutineSpec::BASE
};

/// `tlb_remove_table_sync_one()`: interrupts all CPUs, and waits.
fn tlb_remove_table_sync_one(k: &Ctx<'_>) {
    let _fn = k.enter("tlb_remove_table_sync_one");
    k.cpu.ipi_and_wait();
}

/// `collapse_and_free_pmd()`, with or without the interrupt to all CPUs.
pub(super) fn collapse_and_free_pmd(k: &Ctx<'_>, pmdp: Addr, table: TableId, sync_one: bool) {
    let _fn = k.enter("collapse_and_free_pmd");
    k.pmdp_collapse_flush(pmdp);
    if sync_one {
        tlb_remove_table_sync_one(k);
    }
    k.pte_free(table);
}

struct CollapseAndFreePmd {
    pmd: Addr,
    table: TableId,
    sync_one: bool,
}

impl Routine for CollapseAndFreePmd {
    fn run(&self, k: &Ctx<'_>) {
        collapse_and_free_pmd(k, self.pmd, self.table, self.sync_one);
        k.cpu.note(Note::Return("the table is freed"));
    }
}

struct CollapseHugePage {
    pmd: Addr,
    ptl: LockId,
    pte_ptl: LockId,
    table: TableId,
    page: FolioId,
    huge: FolioId,
    sync_one: bool,
    refcount_test: bool,
}

impl CollapseHugePage {
    fn new(args: &Args) -> CollapseHugePage {
        CollapseHugePage {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            pte_ptl: args.lock("pte-ptl"),
            table: args.table("table"),
            page: args.folio("page"),
            huge: args.folio("huge"),
            sync_one: args.on(SYNC_ONE),
            refcount_test: args.on(REFCOUNT_TEST),
        }
    }

    /// `__collapse_huge_page_isolate()`, reduced to `is_refcount_suitable()`: only the mapping holds a
    /// reference.
    fn isolate(&self, k: &Ctx<'_>) -> bool {
        let _fn = k.enter("__collapse_huge_page_isolate");
        !self.refcount_test || k.folio_ref_count(self.page) == 1
    }

    /// `__collapse_huge_page_copy()`: copies the contents, clears the PTE and drops the page.
    fn copy(&self, k: &Ctx<'_>) {
        let _fn = k.enter("__collapse_huge_page_copy");
        k.copy_page(self.page);
        k.cpu.spin_lock(self.pte_ptl);
        if let Some(ptep) = k.kernel.tables[self.table.0].ptes.first() {
            k.pte_clear(*ptep);
        }
        k.cpu.spin_unlock(self.pte_ptl);
        k.folio_put(self.page);
    }
}

impl Routine for CollapseHugePage {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("collapse_huge_page");
        k.cpu.spin_lock(self.ptl);
        k.pmdp_collapse_flush(self.pmd);
        k.cpu.spin_unlock(self.ptl);
        if self.sync_one {
            tlb_remove_table_sync_one(k);
        }
        k.cpu.spin_lock(self.pte_ptl);
        let isolated = self.isolate(k);
        k.cpu.spin_unlock(self.pte_ptl);
        if !isolated {
            k.cpu.spin_lock(self.ptl);
            k.pmd_populate(self.pmd, self.table);
            k.cpu.spin_unlock(self.ptl);
            k.cpu.note(Note::Return("SCAN_PAGE_COUNT: somebody holds a reference"));
            return;
        }
        self.copy(k);
        // __SetPageUptodate(): orders the copy before the mapping.
        k.cpu.smp_wmb();
        let pmd = k.pmd_mkwrite(k.pmd_mkdirty(k.mk_huge_pmd(self.huge)));
        k.cpu.spin_lock(self.ptl);
        k.set_pmd_at(self.pmd, pmd);
        k.cpu.spin_unlock(self.ptl);
        k.cpu.note(Note::Return("SCAN_SUCCEED"));
    }
}
