//! Clearing the exclusive flag of an anonymous page, so that it may be shared: KSM, swap, migration.
//!
//! Source: include/linux/rmap.h `page_try_share_anon_rmap()` (6.1.192), `__folio_try_share_anon_rmap()`
//! (6.12.117); around it the steps of mm/ksm.c `write_protect_page()`, which restores a read-only PTE, with
//! the clear of mm/rmap.c `try_to_unmap_one()` when it defers the flush: an exchange that need not order
//! anything. The helper's own comment relies on no barrier of a caller, and neither does this. Not modelled:
//! the TLB, the notifier, map counts, KSM's own test of the reference count.

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Note};

const CLEAR_BARRIER: Guard = Guard::new(
    "clear-barrier",
    "a CPU whose pin is not seen re-reads the PTE after it was cleared",
);
const PIN_TEST: Guard = Guard::new("pin-test", "a pinned page stays exclusive");
const FLAG_BARRIER: Guard = Guard::new(
    "flag-barrier",
    "a CPU that sees the restored PTE sees that the page is no longer exclusive",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&TRY_SHARE_ANON_RMAP];

static TRY_SHARE_ANON_RMAP: RoutineSpec = RoutineSpec {
    name: "folio_try_share_anon_rmap",
    summary: "clears a PTE and, unless its page is pinned, the page's exclusive flag; restores the PTE",
    kernel: &[
        "include/linux/rmap.h page_try_share_anon_rmap() (6.1)",
        "include/linux/rmap.h __folio_try_share_anon_rmap() (6.12)",
        "mm/ksm.c write_protect_page() (6.1, 6.12), without its flush",
    ],
    enters: &["folio_try_share_anon_rmap", "write_protect_page"],
    args: &[ArgSpec::required("pte", ArgKind::Pte, "the PTE"), ArgSpec::PTE_LOCK],
    guards: &[CLEAR_BARRIER, PIN_TEST, FLAG_BARRIER],
    build: |args| {
        Box::new(TryShare {
            ptep: args.pte("pte"),
            ptl: args.lock("ptl"),
            clear_barrier: args.on(CLEAR_BARRIER),
            pin_test: args.on(PIN_TEST),
            flag_barrier: args.on(FLAG_BARRIER),
        })
    },
    ..RoutineSpec::BASE
};

struct TryShare {
    ptep: Addr,
    ptl: LockId,
    clear_barrier: bool,
    pin_test: bool,
    flag_barrier: bool,
}

impl TryShare {
    /// `page_try_share_anon_rmap()` (6.1), `folio_try_share_anon_rmap_pte()` (6.12).
    fn try_share(&self, k: &Ctx<'_>, folio: FolioId) -> bool {
        let _fn = k.enter("folio_try_share_anon_rmap");
        if self.clear_barrier {
            k.cpu.smp_mb();
        }
        if self.pin_test && k.folio_maybe_dma_pinned(folio) {
            return false;
        }
        k.clear_page_anon_exclusive(folio);
        if self.flag_barrier {
            k.cpu.smp_mb();
        }
        true
    }
}

impl Routine for TryShare {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("write_protect_page");
        k.cpu.spin_lock(self.ptl);
        let entry = k.ptep_get_and_clear(self.ptep);
        let shared = match k.pte_page(entry) {
            Some(folio) if self.try_share(k, folio) => {
                k.set_pte_at(self.ptep, k.mk_pte(folio, false));
                true
            }
            _ => {
                k.set_pte_at(self.ptep, entry);
                false
            }
        };
        k.cpu.spin_unlock(self.ptl);
        k.cpu.note(Note::Return(match shared {
            true => "the page is no longer exclusive",
            false => "the page may be pinned: all stays as it was",
        }));
    }
}
