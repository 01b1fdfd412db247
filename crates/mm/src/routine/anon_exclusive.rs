//! Taking the anon-exclusive mark off a page while GUP-fast pins it for reading.
//!
//! Source: include/linux/rmap.h `__folio_try_share_anon_rmap()`, mm/internal.h `gup_must_unshare()` and mm/gup.c
//! `gup_fast_pte_range()` of 6.12.117, which contain 088b8aa537c2. The caller is one that clears the PTE without
//! a flush of its own, as a batched unmap does. Left out: the walk above the PTE, KSM, what comes of the page.

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec, SPEC};
use crate::folio::GUP_PIN_COUNTING_BIAS;
use crate::{Addr, Claim, Ctx, FolioId, LockId, Meaning, Note, RmwOrder, Subject, Word};

const CLEAR_BARRIER: Guard = Guard {
    name: "clear-barrier",
    protects: "the PTE is cleared for everybody before the pins are counted",
};
const FLAG_BARRIER: Guard =
    Guard { name: "flag-barrier", protects: "the mark is off for whoever sees the PTE restored" };
const PIN_BARRIER: Guard = Guard {
    name: "pin-barrier",
    protects: "the pin is there for everybody before the PTE is read again",
};
const FLAG_RMB: Guard =
    Guard { name: "flag-rmb", protects: "the mark is read no earlier than the PTE was read again" };

const PTE: ArgSpec = ArgSpec::required("pte", ArgKind::Pte, "the PTE");
const PAGE: ArgSpec = ArgSpec::required("page", ArgKind::Folio, "the page, with its mark");

pub(super) static TRY_SHARE_ANON_RMAP: RoutineSpec = RoutineSpec {
    name: "try_share_anon_rmap",
    summary: "takes the anon-exclusive mark off a page, unless it is pinned",
    kernel: &["include/linux/rmap.h __folio_try_share_anon_rmap() (6.12)"],
    args: &[PTE, ArgSpec::required("ptl", ArgKind::Lock, "the page-table lock"), PAGE],
    guards: &[CLEAR_BARRIER, FLAG_BARRIER],
    build: |args| {
        Box::new(Share {
            ptep: args.pte("pte"),
            ptl: args.lock("ptl"),
            page: args.folio("page"),
            clear_barrier: args.on(CLEAR_BARRIER),
            flag_barrier: args.on(FLAG_BARRIER),
        })
    },
    ..SPEC
};

pub(super) static PIN_FAST_READ: RoutineSpec = RoutineSpec {
    name: "pin-fast-read",
    summary: "pin_user_pages_fast() for reading, from the PTE on",
    kernel: &["mm/gup.c gup_fast_pte_range() (6.12)", "mm/internal.h gup_must_unshare() (6.12)"],
    reader: true,
    args: &[PTE],
    guards: &[PIN_BARRIER, FLAG_RMB],
    build: |args| {
        Box::new(Pin {
            ptep: args.pte("pte"),
            order: if args.on(PIN_BARRIER) { RmwOrder::Full } else { RmwOrder::Relaxed },
            rmb: args.on(FLAG_RMB),
        })
    },
    ..SPEC
};

struct Share {
    ptep: Addr,
    ptl: LockId,
    page: FolioId,
    clear_barrier: bool,
    flag_barrier: bool,
}

impl Share {
    /// `__folio_try_share_anon_rmap()`; tells whether the page may be shared now.
    fn try_share(&self, k: &Ctx<'_>) -> bool {
        let _fn = k.enter("folio_try_share_anon_rmap_pte");
        if self.clear_barrier {
            k.cpu.smp_mb();
        }
        if k.folio_maybe_dma_pinned(self.page) {
            return false;
        }
        if let Some(exclusive) = k.kernel.folios[self.page.0].exclusive {
            // ClearPageAnonExclusive()
            k.cpu.xchg_relaxed(exclusive, Word::new(0, Meaning::None));
        }
        k.claim(Subject::Folio(self.page), Claim::Shared);
        if self.flag_barrier {
            k.cpu.smp_mb(); // smp_mb__after_atomic()
        }
        true
    }
}

impl Routine for Share {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("try_to_unmap_one");
        k.cpu.spin_lock(self.ptl);
        let pte = k.ptep_get_and_clear(self.ptep);
        let shared = self.try_share(k);
        // Restored read-only, as it was; a real caller may store a swap entry instead.
        k.set_pte_at(self.ptep, pte);
        k.cpu.spin_unlock(self.ptl);
        k.cpu.note(Note::Return(if shared { "may be shared now" } else { "-EBUSY: pinned" }));
    }
}

struct Pin {
    ptep: Addr,
    order: RmwOrder,
    rmb: bool,
}

impl Pin {
    /// `gup_must_unshare()` for a page of which the PTE is not writable.
    fn must_unshare(&self, k: &Ctx<'_>, folio: FolioId) -> bool {
        if self.rmb {
            k.cpu.smp_rmb();
        }
        let exclusive = k.kernel.folios[folio.0].exclusive;
        exclusive.is_some_and(|at| k.cpu.read_once(at).bits == 0)
    }

    fn gup_fast_pte_range(&self, k: &Ctx<'_>) -> Option<FolioId> {
        let _fn = k.enter("gup_fast_pte_range");
        let pte = k.cpu.read_once_dep(self.ptep);
        if !k.pte_access_permitted(pte, false) {
            return None;
        }
        let folio = k.pte_page(pte)?;
        if !k.try_get_folio_refs(folio, GUP_PIN_COUNTING_BIAS, self.order) {
            return None;
        }
        let changed = pte.bits != k.cpu.read_once(self.ptep).bits;
        if changed || (!k.pte_write(pte) && self.must_unshare(k, folio)) {
            k.folio_put_refs(folio, GUP_PIN_COUNTING_BIAS);
            return None;
        }
        Some(folio)
    }
}

impl Routine for Pin {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("gup_fast");
        k.cpu.local_irq_save();
        let pinned = self.gup_fast_pte_range(k);
        k.cpu.local_irq_restore();
        if let Some(folio) = pinned {
            k.claim(Subject::Folio(folio), Claim::Pinned);
            k.cpu.note(Note::Accept { folio });
        }
        k.cpu.note(Note::Return(match pinned {
            Some(_) => "one page, pinned",
            None => "no page: the caller goes on with slow GUP, under the lock",
        }));
    }
}
