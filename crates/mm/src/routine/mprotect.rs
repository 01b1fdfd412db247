//! Marking page tables for NUMA balancing while a huge page is faulted in.
//!
//! Source: mm/mprotect.c `change_pmd_range()` of 6.1.192, with `pmd_none_or_clear_bad_unless_trans_huge()`, and of
//! 6.12.117, which reads the PMD once for all questions and leaves a bad one to `pte_offset_map_lock()`; and
//! mm/huge_memory.c `change_huge_pmd()` of both. Without `one-snapshot` it follows the code that 8b272b3cbbb5
//! removed. 6.1 asks `is_swap_pmd()` and `pmd_devmap()` of plain loads before it takes the snapshot, which compilers
//! make one load with it. The fault is mm/huge_memory.c `__do_huge_pmd_anonymous_page()` of 6.1.192 and 6.12.117,
//! reduced to the PMD. Not modelled: the work on a table, the caller's `tlb_finish_mmu()` where `tlb_end_vma()` leaves
//! the flush to it, soft-dirty and uffd-wp bits of migration entries, the deposited table.

use pmdrace_pgtable::{Kernel, MigrationAccess, MigrationEntry};

use super::clear_bad::pmd_clear_bad;
use super::madvise::{Below, below, is_huge};
use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, Invalidate, LockId, Note, Word};

const ONE_SNAPSHOT: Guard = Guard::new(
    "one-snapshot",
    "a PMD that became huge between two reads is not found bad by the second",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&CHANGE_PMD_RANGE, &DO_HUGE_PMD_ANONYMOUS_PAGE];

static CHANGE_PMD_RANGE: RoutineSpec = RoutineSpec {
    name: "change_pmd_range",
    summary: "looks for entries to mark under a PMD, and clears the PMD if it is bad",
    kernel: &[
        "mm/mprotect.c change_pmd_range()",
        "mm/mprotect.c pmd_none_or_clear_bad_unless_trans_huge() (6.1)",
        "mm/huge_memory.c change_huge_pmd()",
    ],
    enters: &[
        "__pte_offset_map",
        "change_huge_pmd",
        "change_pmd_range",
        "pmd_clear_bad",
        "pmd_none_or_trans_huge_or_clear_bad",
    ],
    exists: |arch| {
        let balances = arch.facts().numa_balancing;
        balances.then_some(()).ok_or("no automatic NUMA balancing")
    },
    args: &[ArgSpec::PMD, ArgSpec::PMD_LOCK],
    guards: &[ONE_SNAPSHOT],
    build: |args| {
        Box::new(ChangePmdRange {
            pmdp: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            one_snapshot: args.on(ONE_SNAPSHOT),
        })
    },
};

static DO_HUGE_PMD_ANONYMOUS_PAGE: RoutineSpec = RoutineSpec {
    name: "do_huge_pmd_anonymous_page",
    summary: "maps a huge page where nothing is mapped",
    kernel: &["mm/huge_memory.c __do_huge_pmd_anonymous_page()"],
    enters: &["do_huge_pmd_anonymous_page"],
    args: &[
        ArgSpec::PMD,
        ArgSpec::PMD_LOCK,
        ArgSpec::required("folio", ArgKind::Folio, "the huge page"),
    ],
    build: |args| {
        Box::new(HugeFault {
            pmdp: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            folio: args.folio("folio"),
        })
    },
    ..RoutineSpec::BASE
};

const NOTHING: &str = "nothing here";
const HUGE: &str = "a huge PMD: change_huge_pmd()";
const BAD: &str = "a bad PMD, cleared";
const TABLE: &str = "a table: change_pte_range()";
const NO_TABLE: &str = "no table: change_pte_range()";

/// What `change_huge_pmd()` did.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    /// No huge PMD was there.
    NotHuge,
    /// The PMD stays as it is.
    Unchanged,
    /// The PMD is changed, and to be flushed.
    Changed,
}

struct ChangePmdRange {
    pmdp: Addr,
    ptl: LockId,
    one_snapshot: bool,
}

impl ChangePmdRange {
    /// `change_huge_pmd()` of a migration entry: makes it read-only.
    fn change_migration_entry(&self, k: &Ctx<'_>, pmd: Word) {
        // swap_entry_migration_sync(), before it is asked whether the page is locked
        k.cpu.smp_rmb();
        let Some((entry, folio)) = k.pmd_to_migration_entry(pmd) else { return };
        if entry.access != MigrationAccess::Write {
            return;
        }
        let entry = MigrationEntry { access: MigrationAccess::ReadExclusive, ..entry };
        let Some(newpmd) = k.migration_pmd(entry, folio) else { return };
        if k.cpu.read_once(self.pmdp).bits != newpmd.bits {
            k.set_pmd_at(self.pmdp, newpmd);
        }
    }

    /// `change_huge_pmd()` under the lock.
    fn change_locked(&self, k: &Ctx<'_>) -> Change {
        let pmd = k.cpu.read_once(self.pmdp);
        if !is_huge(k, pmd) {
            return Change::NotHuge;
        }
        if !k.pmd_present(pmd) {
            self.change_migration_entry(k, pmd);
            return Change::Unchanged;
        }
        if k.pmd_protnone(pmd) {
            return Change::Unchanged;
        }
        let how = Invalidate { warn: true, mkinvalid_guard: false };
        let oldpmd = k.pmdp_invalidate_ad(self.pmdp, how);
        let saves_write = k.arch().kernel() == Kernel::V6_1 && k.pmd_write(pmd);
        if let Some(entry) = k.arch().pmd_modify_none(oldpmd.pmd()) {
            let entry = if saves_write { k.arch().pmd_mk_savedwrite(entry) } else { entry };
            k.set_pmd_at(self.pmdp, oldpmd.with_bits(entry.0));
        }
        Change::Changed
    }

    /// `change_huge_pmd()`.
    fn change_huge_pmd(&self, k: &Ctx<'_>) -> Change {
        let _fn = k.enter("change_huge_pmd");
        if !k.arch().thp_migration_supported() {
            return Change::Unchanged;
        }
        k.cpu.spin_lock(self.ptl);
        let change = self.change_locked(k);
        k.cpu.spin_unlock(self.ptl);
        change
    }

    /// `pmd_none_or_clear_bad_unless_trans_huge()` of what the tests before it read, or the `pmd_none_or_clear_bad()`
    /// before that, which reads the PMD again; returns what it found instead of something to change.
    fn nothing_to_change(&self, k: &Ctx<'_>, pmd: Word) -> Option<&'static str> {
        let pmd = if self.one_snapshot { pmd } else { k.cpu.read_once(self.pmdp) };
        if k.pmd_none(pmd) {
            return Some(NOTHING);
        }
        let huge = self.one_snapshot && k.pmd_trans_huge(pmd);
        if !huge && k.pmd_bad(pmd) {
            pmd_clear_bad(k, self.pmdp, pmd);
            return Some(BAD);
        }
        None
    }

    /// The look at the PMD of 6.1, or before 8b272b3cbbb5.
    fn look_6_1(&self, k: &Ctx<'_>) -> (&'static str, Change) {
        let pmd = k.cpu.read_once(self.pmdp);
        if !is_huge(k, pmd)
            && let Some(found) = self.nothing_to_change(k, pmd)
        {
            return (found, Change::NotHuge);
        }
        k.invalidate_range_start();
        let done = self.change_6_1(k);
        k.invalidate_range_end();
        done
    }

    /// The rest of `change_pmd_range()` of 6.1.
    fn change_6_1(&self, k: &Ctx<'_>) -> (&'static str, Change) {
        let pmd = k.cpu.read_once(self.pmdp);
        let change = if is_huge(k, pmd) { self.change_huge_pmd(k) } else { Change::NotHuge };
        if change != Change::NotHuge {
            return (HUGE, change);
        }
        // pmd_trans_unstable()
        match below(k, self.pmdp) {
            Below::Nothing(_) | Below::Cleared => (NO_TABLE, Change::NotHuge),
            Below::Table => (TABLE, Change::NotHuge),
        }
    }

    /// `change_pmd_range()` of 6.12.
    fn change_6_12(&self, k: &Ctx<'_>) -> (&'static str, Change) {
        loop {
            let pmd = k.cpu.read_once(self.pmdp);
            if k.pmd_none(pmd) {
                return (NOTHING, Change::NotHuge);
            }
            let pmd = k.cpu.read_once(self.pmdp);
            let change = if is_huge(k, pmd) { self.change_huge_pmd(k) } else { Change::NotHuge };
            if change != Change::NotHuge {
                return (HUGE, change);
            }
            if let Below::Table = below(k, self.pmdp) {
                return (TABLE, Change::NotHuge);
            }
        }
    }

    /// Tests the PMD: nothing, a huge PMD, a table, or something bad.
    fn look(&self, k: &Ctx<'_>) -> (&'static str, Change) {
        if k.arch().kernel() == Kernel::V6_1 || !self.one_snapshot {
            return self.look_6_1(k);
        }
        // In change_pud_range().
        k.invalidate_range_start();
        let done = self.change_6_12(k);
        k.invalidate_range_end();
        done
    }
}

impl Routine for ChangePmdRange {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("change_pmd_range");
        let (found, change) = self.look(k);
        if change == Change::Changed && !k.arch().facts().mmu.merge_vmas {
            // tlb_end_vma()
            k.flush_tlb();
        }
        k.cpu.note(Note::Return(found));
    }
}

struct HugeFault {
    pmdp: Addr,
    ptl: LockId,
    folio: FolioId,
}

impl Routine for HugeFault {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("do_huge_pmd_anonymous_page");
        // __SetPageUptodate(), after the page was cleared
        k.cpu.smp_wmb();
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmdp);
        let none = k.pmd_none(pmd);
        if none {
            k.set_pmd_at(self.pmdp, k.pmd_mkwrite(k.pmd_mkdirty(k.mk_huge_pmd(self.folio))));
        }
        k.cpu.spin_unlock(self.ptl);
        if !none {
            k.folio_put(self.folio);
        }
    }
}
