//! khugepaged: removing a page table under lockless walkers.
//!
//! Source: mm/khugepaged.c `collapse_and_free_pmd()` of 6.1.192 (6.12 frees tables after a grace period instead),
//! `hpage_collapse_scan_pmd()` and `collapse_huge_page()` with `__collapse_huge_page_isolate()` and
//! `__collapse_huge_page_copy()` of 6.1.192 and 6.12.117; mm/mmu_gather.c `tlb_remove_table_sync_one()` and
//! mm/pgtable-generic.c `__pte_offset_map_lock()` of both. The table's own lock and the PMD lock are as there. Not
//! modelled: the locks that exclude other walkers (mmap_lock, anon_vma, i_mmap_rwsem: no CPU here takes them), map
//! counts, LRU isolation with its reference, more than one PTE, a machine check while the page is copied.

use pmdrace_pgtable::{Arch, Kernel};

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

/// Restricts a routine to kernels that free a retracted table at once.
fn only_6_1(arch: &dyn Arch) -> Result<(), &'static str> {
    match arch.kernel() {
        Kernel::V6_1 => Ok(()),
        Kernel::V6_12 => Err("khugepaged frees tables after a grace period"),
    }
}

pub(super) static ROUTINES: &[&RoutineSpec] = &[&COLLAPSE_AND_FREE_PMD, &COLLAPSE_HUGE_PAGE];

static COLLAPSE_AND_FREE_PMD: RoutineSpec = RoutineSpec {
    name: "collapse_and_free_pmd",
    summary: "removes the page table of a file mapping and frees it",
    kernel: &["mm/khugepaged.c collapse_and_free_pmd() (6.1)"],
    enters: &["collapse_and_free_pmd", "tlb_remove_table_sync_one"],
    exists: only_6_1,
    args: &[PMD, TABLE],
    guards: &[SYNC_ONE],
    build: |args| {
        Box::new(CollapseAndFreePmd {
            pmd: args.pmd("pmd"),
            table: args.table("table"),
            sync_one: args.on(SYNC_ONE),
        })
    },
};

static COLLAPSE_HUGE_PAGE: RoutineSpec = RoutineSpec {
    name: "collapse_huge_page",
    summary: "copies a page into a huge one and maps that instead of its table",
    kernel: &["mm/khugepaged.c hpage_collapse_scan_pmd(), collapse_huge_page() (6.1, 6.12)"],
    enters: &[
        "__collapse_huge_page_copy",
        "__collapse_huge_page_isolate",
        "collapse_huge_page",
        "hpage_collapse_scan_pmd",
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

/// `tlb_remove_table_sync_one()`: interrupts all CPUs, and waits; empty where a flush does so.
pub(super) fn tlb_remove_table_sync_one(k: &Ctx<'_>) {
    let _fn = k.enter("tlb_remove_table_sync_one");
    if k.arch().facts().rcu_table_free {
        k.cpu.ipi_and_wait();
    }
}

/// `collapse_and_free_pmd()`, with or without the interrupt to all CPUs.
pub(super) fn collapse_and_free_pmd(k: &Ctx<'_>, pmdp: Addr, table: TableId, sync_one: bool) {
    let _fn = k.enter("collapse_and_free_pmd");
    k.invalidate_range_start();
    k.pmdp_collapse_flush(pmdp);
    if sync_one {
        tlb_remove_table_sync_one(k);
    }
    k.invalidate_range_end();
    k.pte_free(table);
}

/// `find_pmd_or_thp_or_none()`: whether the PMD points to a table; the error says why not.
pub(super) fn find_pmd(k: &Ctx<'_>, pmdp: Addr) -> Result<(), &'static str> {
    let pmd = k.cpu.read_once(pmdp);
    if k.pmd_none(pmd) {
        return Err("SCAN_PMD_NONE");
    }
    if !k.pmd_present(pmd) {
        return Err("SCAN_PMD_NULL");
    }
    if k.pmd_trans_huge(pmd) {
        return Err("SCAN_PMD_MAPPED");
    }
    if k.pmd_devmap(pmd) || k.pmd_bad(pmd) {
        return Err("SCAN_PMD_NULL");
    }
    Ok(())
}

/// `pte_unmap()`: in 6.12 the end of the RCU read section that mapping the table began.
pub(super) fn pte_unmap(k: &Ctx<'_>) {
    if k.arch().kernel() >= Kernel::V6_12 {
        k.cpu.rcu_read_unlock();
    }
}

/// `pte_offset_map_lock()`: the first PTE of the table, with the table's lock held if the model has it. In 6.12 the
/// PMD is read again under the lock, and if it changed, all begins again; 6.1 reads it once.
pub(super) fn pte_offset_map_lock(k: &Ctx<'_>, pmdp: Addr, ptl: Option<LockId>) -> Option<Addr> {
    let lock = || ptl.into_iter().for_each(|ptl| k.cpu.spin_lock(ptl));
    if k.arch().kernel() == Kernel::V6_1 {
        let ptep = k.pte_offset_map(k.cpu.read_once_dep(pmdp))?;
        lock();
        return Some(ptep);
    }
    k.cpu.rcu_read_lock();
    let pmd = k.cpu.read_once_dep(pmdp);
    if k.pmd_none(pmd)
        || k.is_pmd_migration_entry(pmd)
        || k.pmd_trans_huge(pmd)
        || k.pmd_devmap(pmd)
        || k.pmd_bad(pmd)
    {
        k.cpu.rcu_read_unlock();
        return None;
    }
    let ptep = k.pte_offset_map(pmd)?;
    lock();
    if k.cpu.read_once(pmdp).bits == pmd.bits {
        return Some(ptep);
    }
    k.cpu.note(Note::Bound("more rounds of looking for the table"));
    ptl.into_iter().for_each(|ptl| k.cpu.spin_unlock(ptl));
    k.cpu.rcu_read_unlock();
    None
}

/// `mmap_write_lock()` and `mmap_write_unlock()`: with locks of mappings a sequence count, of which only the barrier is
/// here.
fn mmap_lock_sequence(k: &Ctx<'_>) {
    if k.arch().facts().per_vma_lock {
        k.cpu.smp_wmb();
    }
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

    /// `is_refcount_suitable()`: only the mapping holds a reference.
    fn is_refcount_suitable(&self, k: &Ctx<'_>) -> bool {
        k.folio_ref_count(self.page) == 1
    }

    /// `hpage_collapse_scan_pmd()` up to the collapse; the error says why there is none.
    fn scan(&self, k: &Ctx<'_>) -> Result<(), &'static str> {
        find_pmd(k, self.pmd)?;
        let ptep = pte_offset_map_lock(k, self.pmd, Some(self.pte_ptl)).ok_or("SCAN_PMD_NULL")?;
        k.cpu.read_once(ptep);
        let suitable = !self.refcount_test || self.is_refcount_suitable(k);
        k.cpu.spin_unlock(self.pte_ptl);
        pte_unmap(k);
        suitable.then_some(()).ok_or("SCAN_PAGE_COUNT")
    }

    /// `__collapse_huge_page_isolate()` of one page.
    fn isolate(&self, k: &Ctx<'_>, ptep: Addr) -> bool {
        let _fn = k.enter("__collapse_huge_page_isolate");
        k.cpu.read_once(ptep);
        !self.refcount_test || self.is_refcount_suitable(k)
    }

    /// `__collapse_huge_page_copy()`: copies the contents, clears the PTE and drops the page.
    fn copy(&self, k: &Ctx<'_>, ptep: Addr) {
        let _fn = k.enter("__collapse_huge_page_copy");
        k.cpu.read_once(ptep);
        k.copy_page(self.page);
        if k.arch().kernel() >= Kernel::V6_12 {
            k.cpu.read_once(ptep); // __collapse_huge_page_copy_succeeded()
        }
        k.cpu.spin_lock(self.pte_ptl);
        k.ptep_get_and_clear(ptep); // ptep_clear()
        k.folio_remove_rmap(self.page);
        k.cpu.spin_unlock(self.pte_ptl);
        k.folio_put(self.page);
    }

    /// `BUG_ON(!pmd_none(*pmd))`, under the PMD lock.
    fn bug_on_pmd(&self, k: &Ctx<'_>) {
        let pmd = k.cpu.read_once(self.pmd);
        k.warn_on(!k.pmd_none(pmd), "BUG_ON(!pmd_none(*pmd))", pmd);
    }

    /// `collapse_huge_page()` with the huge page, which the allocator gave it.
    fn collapse(&self, k: &Ctx<'_>) -> Result<(), &'static str> {
        let _fn = k.enter("collapse_huge_page");
        find_pmd(k, self.pmd)?;
        mmap_lock_sequence(k);
        let done = self.collapse_locked(k);
        mmap_lock_sequence(k);
        done
    }

    /// The same with mmap_lock held for writing.
    fn collapse_locked(&self, k: &Ctx<'_>) -> Result<(), &'static str> {
        find_pmd(k, self.pmd)?; // check_pmd_still_valid()
        k.invalidate_range_start();
        if k.arch().kernel() == Kernel::V6_1 {
            k.pte_offset_map(k.cpu.read_once_dep(self.pmd));
        }
        k.cpu.spin_lock(self.ptl);
        k.pmdp_collapse_flush(self.pmd);
        k.cpu.spin_unlock(self.ptl);
        k.invalidate_range_end();
        if self.sync_one {
            tlb_remove_table_sync_one(k);
        }
        let Some(ptep) = k.kernel.tables[self.table.0].ptes.first().copied() else {
            return Err("SCAN_PMD_NULL");
        };
        if k.arch().kernel() >= Kernel::V6_12 {
            k.cpu.rcu_read_lock(); // pte_offset_map_lock() of what the PMD was
        }
        k.cpu.spin_lock(self.pte_ptl);
        let isolated = self.isolate(k, ptep);
        k.cpu.spin_unlock(self.pte_ptl);
        if !isolated {
            pte_unmap(k);
            k.cpu.spin_lock(self.ptl);
            self.bug_on_pmd(k);
            k.pmd_populate(self.pmd, self.table);
            k.cpu.spin_unlock(self.ptl);
            return Err("SCAN_PAGE_COUNT");
        }
        self.copy(k, ptep);
        pte_unmap(k);
        // __SetPageUptodate(): orders the copy before the mapping.
        k.cpu.smp_wmb();
        let pmd = k.pmd_mkwrite(k.pmd_mkdirty(k.mk_huge_pmd(self.huge)));
        k.cpu.spin_lock(self.ptl);
        self.bug_on_pmd(k);
        k.set_pmd_at(self.pmd, pmd);
        k.cpu.spin_unlock(self.ptl);
        Ok(())
    }
}

impl Routine for CollapseHugePage {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("hpage_collapse_scan_pmd");
        let done = self.scan(k).and_then(|()| {
            let collapsed = self.collapse(k);
            if collapsed.is_err() {
                k.folio_put(self.huge);
            }
            collapsed
        });
        k.cpu.note(Note::Return(done.err().unwrap_or("SCAN_SUCCEED")));
    }
}
