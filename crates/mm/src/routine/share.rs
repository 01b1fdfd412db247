//! Clearing the exclusive flag of an anonymous page, so that it may be shared: KSM, swap, migration.
//!
//! Source: include/linux/rmap.h `page_try_share_anon_rmap()` (6.1.192), `__folio_try_share_anon_rmap()`
//! (6.12.117), and mm/ksm.c `write_protect_page()`, which restores a read-only PTE. By KSM the clear of the PTE is
//! flushed, and KSM tests the reference count itself. The helper's own comment relies on no barrier of a caller, so
//! the other form is a caller that gives it none: it clears the PTE as mm/rmap.c `try_to_unmap_one()` does when it
//! defers the flush, by an exchange that need not order anything. Not modelled: the TLB, the notifier, map counts, a
//! dirty PTE.

use pmdrace_pgtable::Kernel;

use super::{ArgKind, ArgSpec, ArgValue, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Note, Word};

const CLEAR_BARRIER: Guard = Guard::new(
    "clear-barrier",
    "a CPU whose pin is not seen re-reads the PTE after it was cleared",
);
const PIN_TEST: Guard = Guard::new("pin-test", "a pinned page stays exclusive");
const FLAG_BARRIER: Guard = Guard::new(
    "flag-barrier",
    "a CPU that sees the restored PTE sees that the page is no longer exclusive",
);

const KSM: &str = "ksm";
const DEFERRED_FLUSH: &str = "deferred-flush";

pub(super) static ROUTINES: &[&RoutineSpec] = &[&TRY_SHARE_ANON_RMAP];

static TRY_SHARE_ANON_RMAP: RoutineSpec = RoutineSpec {
    name: "folio_try_share_anon_rmap",
    summary: "clears a PTE and, unless its page is pinned, the page's exclusive flag; restores the PTE",
    kernel: &[
        "include/linux/rmap.h page_try_share_anon_rmap() (6.1)",
        "include/linux/rmap.h __folio_try_share_anon_rmap() (6.12)",
        "mm/ksm.c write_protect_page() (6.1, 6.12)",
    ],
    enters: &["folio_try_share_anon_rmap", "write_protect_page"],
    args: &[
        ArgSpec::required("pte", ArgKind::Pte, "the PTE"),
        ArgSpec::PTE_LOCK,
        ArgSpec::optional(
            "caller",
            ArgKind::Choice(&[KSM, DEFERRED_FLUSH]),
            ArgValue::Choice(DEFERRED_FLUSH),
            "KSM, or a caller whose clear of the PTE orders nothing; not in any kernel with a PTE that is restored",
        ),
    ],
    guards: &[CLEAR_BARRIER, PIN_TEST, FLAG_BARRIER],
    build: |args| {
        Box::new(TryShare {
            ptep: args.pte("pte"),
            ptl: args.lock("ptl"),
            ksm: args.choice("caller") == KSM,
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
    ksm: bool,
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

    /// The caller that gives the helper no barrier.
    fn share(&self, k: &Ctx<'_>) -> bool {
        let entry = k.ptep_get_and_clear(self.ptep);
        match k.pte_page(entry) {
            Some(folio) if self.try_share(k, folio) => {
                k.set_pte_at(self.ptep, k.mk_pte(folio, false));
                true
            }
            _ => {
                k.set_pte_at(self.ptep, entry);
                false
            }
        }
    }

    /// `write_protect_page()` from where `page_vma_mapped_walk()` has found the PTE.
    fn write_protect_page(&self, k: &Ctx<'_>, folio: FolioId) -> bool {
        let arch = k.arch();
        let exclusive = k.page_anon_exclusive(folio);
        let entry = k.cpu.read_once(self.ptep);
        if k.pte_write(entry) || exclusive {
            let entry = k.ptep_get_and_clear(self.ptep);
            k.flush_tlb();
            // The mapping's reference and KSM's own.
            if k.folio_ref_count(folio) != 2 || (exclusive && !self.try_share(k, folio)) {
                k.set_pte_at(self.ptep, entry);
                return false;
            }
            k.set_pte_at(self.ptep, k.mk_pte(folio, false));
        }
        if arch.kernel() == Kernel::V6_1 {
            k.cpu.read_once(self.ptep);
        }
        true
    }

    /// `page_vma_mapped_walk()`, then `write_protect_page()` if the page is mapped.
    fn by_ksm(&self, k: &Ctx<'_>) -> bool {
        let rcu = k.arch().kernel() >= Kernel::V6_12;
        if rcu {
            k.cpu.rcu_read_lock();
        }
        let present = |pte: Word| k.pte_present(pte);
        if !present(k.cpu.read_once(self.ptep)) {
            if rcu {
                k.cpu.rcu_read_unlock();
            }
            return false;
        }
        k.cpu.spin_lock(self.ptl);
        let pte = k.cpu.read_once(self.ptep);
        let folio = k.pte_page(pte).filter(|_| present(pte));
        let shared = folio.is_some_and(|folio| self.write_protect_page(k, folio));
        if rcu {
            k.cpu.rcu_read_unlock();
        }
        k.cpu.spin_unlock(self.ptl);
        shared
    }
}

impl Routine for TryShare {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("write_protect_page");
        let shared = if self.ksm {
            self.by_ksm(k)
        } else {
            k.cpu.spin_lock(self.ptl);
            let shared = self.share(k);
            k.cpu.spin_unlock(self.ptl);
            shared
        };
        k.cpu.note(Note::Return(match shared {
            true => "the page is no longer exclusive",
            false => "the page may be pinned: all stays as it was",
        }));
    }
}
