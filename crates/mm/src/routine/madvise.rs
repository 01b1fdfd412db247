//! Zapping a range and changing a huge PMD in it, both with mmap_lock held for reading only.
//!
//! Source: mm/memory.c `zap_pmd_range()`, mm/huge_memory.c `zap_huge_pmd()`, `__pmd_trans_huge_lock()` and
//! `madvise_free_huge_pmd()`, of 6.1.192. The order before 58ceeb6bec86 follows the code that it removed;
//! ced108037c2a, 5b7abeae3af8 and d7c3393413fe fix the same step in other callers. Not modelled: splitting
//! for a partial range, the huge zero page, the page lock and its dirty flag, `pmd_mkclean()` (the entry is
//! clean from the start), the batched flush of the zapper.

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, Invalidate, LockId, Note, Word};

const IN_PLACE: Guard =
    Guard::new("in-place", "a lockless reader never sees a mapped PMD as empty");
const STILL_HUGE: Guard =
    Guard::new("still-huge", "a PMD that was zapped meanwhile is not restored")
        .uncaught("what is restored is what was read under the lock: an empty entry");

const FOLIO: ArgSpec = ArgSpec::required("folio", ArgKind::Folio, "the folio that the PMD maps");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&MADVISE_FREE_HUGE_PMD, &ZAP_PMD_RANGE];

static MADVISE_FREE_HUGE_PMD: RoutineSpec = RoutineSpec {
    name: "madvise_free_huge_pmd",
    summary: "makes a huge PMD old for MADV_FREE",
    kernel: &["mm/huge_memory.c madvise_free_huge_pmd() (6.1)"],
    enters: &["madvise_free_huge_pmd"],
    args: &[ArgSpec::PMD, ArgSpec::PMD_LOCK],
    guards: &[IN_PLACE, STILL_HUGE],
    build: |args| {
        Box::new(MadviseFree {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            in_place: args.on(IN_PLACE),
            still_huge: args.on(STILL_HUGE),
        })
    },
    ..RoutineSpec::BASE
};

static ZAP_PMD_RANGE: RoutineSpec = RoutineSpec {
    name: "zap_pmd_range",
    summary: "MADV_DONTNEED of a huge PMD: tested without the lock, then zapped under it",
    kernel: &["mm/memory.c zap_pmd_range() (6.1)", "mm/huge_memory.c zap_huge_pmd() (6.1)"],
    enters: &["zap_huge_pmd", "zap_pmd_range"],
    args: &[ArgSpec::PMD, ArgSpec::PMD_LOCK, FOLIO],
    build: |args| {
        Box::new(Zap { pmd: args.pmd("pmd"), ptl: args.lock("ptl"), folio: args.folio("folio") })
    },
    ..RoutineSpec::BASE
};

/// The combination of `is_swap_pmd()`, `pmd_trans_huge()` and `pmd_devmap()`.
pub(super) fn is_huge(k: &Ctx<'_>, pmd: Word) -> bool {
    (!k.pmd_none(pmd) && !k.pmd_present(pmd)) || k.pmd_trans_huge(pmd) || k.pmd_devmap(pmd)
}

struct MadviseFree {
    pmd: Addr,
    ptl: LockId,
    in_place: bool,
    still_huge: bool,
}

impl MadviseFree {
    fn make_old(&self, k: &Ctx<'_>) {
        // pmd_trans_huge_lock()
        let pmd = k.cpu.read_once(self.pmd);
        if self.still_huge && !is_huge(k, pmd) {
            k.cpu.note(Note::Return("no huge PMD here any more"));
            return;
        }
        let orig_pmd = match self.in_place {
            true => {
                k.pmdp_invalidate(self.pmd, Invalidate { warn: true, mkinvalid_guard: false });
                pmd
            }
            false => k.pmdp_huge_get_and_clear_transiently(self.pmd),
        };
        k.set_pmd_at(self.pmd, k.pmd_mkold(orig_pmd));
    }
}

impl Routine for MadviseFree {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("madvise_free_huge_pmd");
        k.cpu.spin_lock(self.ptl);
        self.make_old(k);
        k.cpu.spin_unlock(self.ptl);
    }
}

struct Zap {
    pmd: Addr,
    ptl: LockId,
    folio: FolioId,
}

impl Zap {
    /// `zap_huge_pmd()`; returns whether it found a huge PMD to zap.
    fn zap_huge_pmd(&self, k: &Ctx<'_>) -> bool {
        let _fn = k.enter("zap_huge_pmd");
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmd);
        if !is_huge(k, pmd) {
            k.cpu.spin_unlock(self.ptl);
            return false;
        }
        k.pmdp_huge_get_and_clear(self.pmd);
        k.flush_tlb();
        k.folio_remove_rmap(self.folio);
        k.folio_put(self.folio);
        k.cpu.spin_unlock(self.ptl);
        true
    }
}

impl Routine for Zap {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("zap_pmd_range");
        let pmd = k.cpu.read_once(self.pmd);
        if is_huge(k, pmd) && self.zap_huge_pmd(k) {
            k.cpu.note(Note::Return("zapped"));
            return;
        }
        // pmd_none_or_trans_huge_or_clear_bad(): this model has no table.
        let pmd = k.cpu.read_once(self.pmd);
        k.cpu.note(Note::Skip { word: k.cpu.used(pmd) });
    }
}
