//! Zapping a range and changing a huge PMD in it, both with mmap_lock held for reading only.
//!
//! Source: mm/memory.c `zap_page_range_single()` with `zap_pmd_range()`, mm/huge_memory.c `zap_huge_pmd()`,
//! `__pmd_trans_huge_lock()` and `madvise_free_huge_pmd()`, of 6.1.192 and 6.12.117. The order before 58ceeb6bec86
//! follows the code that it removed; ced108037c2a, 5b7abeae3af8 and d7c3393413fe fix the same step in other callers.
//! The tests of one PMD without the lock are several plain loads in the source, which compilers make one. Not
//! modelled: splitting for a partial range, the huge zero page, the page lock and its dirty flag, `pmd_mkclean()`
//! (the entry is clean from the start), the work on a table.

use pmdrace_pgtable::{GetAndClear, Kernel};

use super::clear_bad::pmd_clear_bad;
use super::{ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, Invalidate, LockId, Note, Word};

const IN_PLACE: Guard =
    Guard::new("in-place", "a lockless reader never sees a mapped PMD as empty");
const REREAD: Guard = Guard::new(
    "reread-under-lock",
    "a PMD that was zapped before the lock was taken is not restored",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&MADVISE_FREE_HUGE_PMD, &ZAP_PMD_RANGE];

static MADVISE_FREE_HUGE_PMD: RoutineSpec = RoutineSpec {
    name: "madvise_free_huge_pmd",
    summary: "makes a huge PMD old for MADV_FREE",
    kernel: &["mm/huge_memory.c madvise_free_huge_pmd()"],
    enters: &["madvise_free_huge_pmd"],
    args: &[ArgSpec::PMD, ArgSpec::PMD_LOCK],
    guards: &[IN_PLACE, REREAD],
    build: |args| {
        Box::new(MadviseFree {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            in_place: args.on(IN_PLACE),
            reread: args.on(REREAD),
        })
    },
    ..RoutineSpec::BASE
};

static ZAP_PMD_RANGE: RoutineSpec = RoutineSpec {
    name: "zap_pmd_range",
    summary: "MADV_DONTNEED of a huge PMD: tested without the lock, then zapped under it",
    kernel: &[
        "mm/memory.c zap_page_range_single(), zap_pmd_range()",
        "mm/huge_memory.c zap_huge_pmd()",
    ],
    enters: &[
        "__pte_offset_map",
        "pmd_clear_bad",
        "pmd_none_or_trans_huge_or_clear_bad",
        "zap_huge_pmd",
        "zap_pmd_range",
    ],
    args: &[ArgSpec::PMD, ArgSpec::PMD_LOCK],
    build: |args| Box::new(Zap { pmd: args.pmd("pmd"), ptl: args.lock("ptl") }),
    ..RoutineSpec::BASE
};

/// The combination of `is_swap_pmd()`, `pmd_trans_huge()` and `pmd_devmap()`.
pub(super) fn is_huge(k: &Ctx<'_>, pmd: Word) -> bool {
    (!k.pmd_none(pmd) && !k.pmd_present(pmd)) || k.pmd_trans_huge(pmd) || k.pmd_devmap(pmd)
}

/// What a caller finds below a PMD whose work on a table is not modelled.
pub(super) enum Below {
    /// The word is not a table.
    Nothing(Word),
    /// The word was bad, and is cleared.
    Cleared,
    /// A table.
    Table,
}

/// `pmd_none_or_trans_huge_or_clear_bad()` of 6.1, or `__pte_offset_map()` of 6.12.
pub(super) fn below(k: &Ctx<'_>, pmdp: Addr) -> Below {
    let rcu = k.arch().kernel() == Kernel::V6_12;
    let _fn = k.enter(if rcu { "__pte_offset_map" } else { "pmd_none_or_trans_huge_or_clear_bad" });
    if rcu {
        k.cpu.rcu_read_lock();
    }
    let pmd = k.cpu.read_once(pmdp);
    let swap = match rcu {
        true => k.is_pmd_migration_entry(pmd) || k.pmd_devmap(pmd),
        false => k.arch().thp_migration_supported() && !k.pmd_present(pmd),
    };
    let below = if k.pmd_none(pmd) || k.pmd_trans_huge(pmd) || swap {
        Below::Nothing(pmd)
    } else if k.pmd_bad(pmd) {
        pmd_clear_bad(k, pmdp, pmd);
        Below::Cleared
    } else {
        Below::Table
    };
    if rcu {
        k.cpu.rcu_read_unlock();
    }
    below
}

struct MadviseFree {
    pmd: Addr,
    ptl: LockId,
    in_place: bool,
    reread: bool,
}

impl MadviseFree {
    /// The work under the lock. `seen` was read before it.
    fn make_old(&self, k: &Ctx<'_>, seen: Word) {
        // __pmd_trans_huge_lock()
        let pmd = if self.reread { k.cpu.read_once(self.pmd) } else { seen };
        if !is_huge(k, pmd) {
            k.cpu.note(Note::Return("no huge PMD here any more"));
            return;
        }
        if !k.pmd_present(pmd) {
            k.cpu.note(Note::Return("a migration entry"));
            return;
        }
        if k.arch().pmd_young(pmd.pmd()) || k.arch().pmd_dirty(pmd.pmd()) {
            let orig_pmd = match self.in_place {
                true => {
                    k.pmdp_invalidate(self.pmd, Invalidate { warn: true, mkinvalid_guard: false });
                    pmd
                }
                false => k.pmdp_huge_get_and_clear_transiently(self.pmd),
            };
            k.set_pmd_at(self.pmd, k.pmd_mkold(orig_pmd));
        }
        k.cpu.note(Note::Return("made old"));
    }
}

impl Routine for MadviseFree {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("madvise_free_huge_pmd");
        // pmd_trans_huge_lock()
        let pmd = k.cpu.read_once(self.pmd);
        if !is_huge(k, pmd) {
            k.cpu.note(Note::Return("no huge PMD here"));
            return;
        }
        k.cpu.spin_lock(self.ptl);
        self.make_old(k, pmd);
        k.cpu.spin_unlock(self.ptl);
    }
}

struct Zap {
    pmd: Addr,
    ptl: LockId,
}

/// What `zap_huge_pmd()` leaves for the end of the zap: the flush, and the page that is freed after it, which an
/// entry that maps none has not.
struct Zapped {
    page: Option<FolioId>,
}

impl Zap {
    /// `zap_huge_pmd()`; None if it finds no huge PMD.
    fn zap_huge_pmd(&self, k: &Ctx<'_>) -> Option<Zapped> {
        let _fn = k.enter("zap_huge_pmd");
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmd);
        if !is_huge(k, pmd) {
            k.cpu.spin_unlock(self.ptl);
            return None;
        }
        let orig_pmd = k.pmdp_huge_get_and_clear_full(self.pmd, pmd);
        let mapped = k.pmd_present(orig_pmd);
        let page = if mapped { k.pmd_page(orig_pmd) } else { None };
        if let Some(page) = page {
            k.folio_remove_rmap(page);
        }
        if !mapped {
            // swap_entry_migration_sync(), before it is asked whether the page is locked
            k.cpu.smp_rmb();
        }
        k.cpu.spin_unlock(self.ptl);
        Some(Zapped { page })
    }

    /// Goes on to the next PMD.
    fn skip(&self, k: &Ctx<'_>, pmd: Word) {
        k.cpu.note(Note::Skip { word: k.cpu.used(pmd) });
        k.cpu.note(Note::Return("nothing to zap"));
    }

    /// The step to a table; returns whether the PMD is looked at again, because no table could be mapped.
    fn zap_table(&self, k: &Ctx<'_>) -> bool {
        if k.arch().kernel() == Kernel::V6_12 {
            let pmd = k.cpu.read_once(self.pmd);
            if k.pmd_none(pmd) {
                self.skip(k, pmd);
                return false;
            }
        }
        match (below(k, self.pmd), k.arch().kernel()) {
            (Below::Nothing(_) | Below::Cleared, Kernel::V6_12) => return true,
            (Below::Nothing(pmd), Kernel::V6_1) => self.skip(k, pmd),
            (Below::Cleared, Kernel::V6_1) => k.cpu.note(Note::Return("a bad PMD, cleared")),
            (Below::Table, _) => k.cpu.note(Note::Return("a table: zap_pte_range()")),
        }
        false
    }

    /// `zap_pmd_range()` of one PMD.
    fn zap_pmd_range(&self, k: &Ctx<'_>) -> Option<Zapped> {
        let _fn = k.enter("zap_pmd_range");
        loop {
            let pmd = k.cpu.read_once(self.pmd);
            let zapped = if is_huge(k, pmd) { self.zap_huge_pmd(k) } else { None };
            if zapped.is_some() {
                return zapped;
            }
            if !self.zap_table(k) {
                return None;
            }
        }
    }
}

impl Routine for Zap {
    fn run(&self, k: &Ctx<'_>) {
        let merge_vmas = k.arch().facts().mmu.merge_vmas;
        k.invalidate_range_start();
        let mut zapped = self.zap_pmd_range(k);
        if k.arch().facts().mmu.get_and_clear == GetAndClear::FlushThenStore {
            // __tlb_remove_page_size() of s390x: all CPUs have dropped the translation, so the page is freed at once.
            if let Some(zapped) = zapped.take() {
                if let Some(page) = zapped.page {
                    k.folio_put(page);
                }
                k.invalidate_range_end();
                k.cpu.note(Note::Return("zapped"));
                return;
            }
        }
        if zapped.is_some() && !merge_vmas {
            // tlb_end_vma()
            k.flush_tlb();
        }
        k.invalidate_range_end();
        let Some(zapped) = zapped else { return };
        // tlb_finish_mmu()
        if merge_vmas {
            k.flush_tlb();
        }
        if let Some(page) = zapped.page {
            k.folio_put(page);
        }
        k.cpu.note(Note::Return("zapped"));
    }
}
