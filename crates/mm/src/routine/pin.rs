//! GUP-fast with FOLL_PIN: pinning a page for a device without a lock, with interrupts disabled.
//!
//! Source: mm/gup.c `gup_fast()`, `gup_fast_pte_range()`, `try_grab_folio_fast()` of 6.12.117 and
//! `lockless_pages_from_mm()`, `gup_pte_range()`, `try_grab_folio()` of 6.1.192, include/linux/mm.h (6.1) and
//! mm/internal.h (6.12) `gup_must_unshare()`, include/linux/seqlock.h, for one small page and one PTE. With
//! FOLL_WRITE the page is exclusive to the process because the PTE is writable; without it the page's own flag
//! says so. With FOLL_WRITE the following are not guards: the order of the first reads of the sequence number
//! and of the PTE, the acquire of the former or the barrier after it, the second read of the PTE and the barrier
//! before it. Any one of them can be removed, because another detects the same. Not modelled: the levels above
//! the PTE, which nobody changes, MMF_HAS_PINNED, and a fork during a pin without FOLL_WRITE: the sequence
//! number is then no word of the model, and only its barriers are left.

use pmdrace_pgtable::Kernel;

use super::gup_fast::has_gup_fast;
use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::helpers::GUP_PIN_COUNTING_BIAS;
use crate::{Addr, Ctx, FolioId, Note, RmwOrder, Word};

const ODD_TEST: Guard = Guard::new("odd-test", "no page is pinned while a fork is in progress");
const END_CHECK: Guard = Guard::new("end-check", "no pin persists that a fork may have missed");
const PIN_BARRIER: Guard = Guard::new(
    "pin-barrier",
    "a CPU that does not see the pin has cleared the PTE before it is re-read",
);
const RECHECK_PTE: Guard =
    Guard::new("recheck-pte", "the PTE was not cleared before the page was pinned");
const FLAG_RMB: Guard = Guard::new(
    "flag-rmb",
    "a CPU that sees the restored PTE sees that the page is no longer exclusive",
);
const EXCLUSIVE_TEST: Guard =
    Guard::new("exclusive-test", "a page that may be shared is not pinned");

const PTE: ArgSpec = ArgSpec::required("pte", ArgKind::Pte, "the PTE");
const KERNEL: &[&str] = &[
    "mm/gup.c lockless_pages_from_mm(), gup_pte_range(), try_grab_folio() (6.1)",
    "mm/gup.c gup_fast(), gup_fast_pte_range(), try_grab_folio_fast() (6.12)",
];

pub(super) static ROUTINES: &[&RoutineSpec] = &[&GUP_FAST_PIN_WRITE, &GUP_FAST_PIN_READ];

/// What both have in common.
const GUP_FAST_PIN: RoutineSpec = RoutineSpec {
    kernel: KERNEL,
    enters: &["gup_fast", "gup_fast_pte_range", "gup_pte_range", "lockless_pages_from_mm"],
    exists: has_gup_fast,
    ..RoutineSpec::BASE
};

static GUP_FAST_PIN_WRITE: RoutineSpec = RoutineSpec {
    name: "gup-fast-pin-write",
    summary: "pin_user_pages_fast() with FOLL_WRITE, with fork's sequence counter",
    args: &[PTE, ArgSpec::required("seq", ArgKind::Word, "write_protect_seq")],
    guards: &[ODD_TEST, END_CHECK],
    build: |args| {
        let seq = SeqCount {
            at: args.word("seq"),
            odd_test: args.on(ODD_TEST),
            end_check: args.on(END_CHECK),
        };
        Box::new(Pin { seq: Some(seq), ..Pin::new(args.pte("pte"), true) })
    },
    ..GUP_FAST_PIN
};

static GUP_FAST_PIN_READ: RoutineSpec = RoutineSpec {
    name: "gup-fast-pin-read",
    summary: "pin_user_pages_fast() without FOLL_WRITE: the page must be exclusive to the process",
    args: &[PTE],
    guards: &[PIN_BARRIER, RECHECK_PTE, FLAG_RMB, EXCLUSIVE_TEST],
    build: |args| {
        Box::new(Pin {
            pin_barrier: args.on(PIN_BARRIER),
            recheck_pte: args.on(RECHECK_PTE),
            flag_rmb: args.on(FLAG_RMB),
            exclusive_test: args.on(EXCLUSIVE_TEST),
            ..Pin::new(args.pte("pte"), false)
        })
    },
    ..GUP_FAST_PIN
};

/// The sequence counter and its guards.
struct SeqCount {
    at: Addr,
    odd_test: bool,
    end_check: bool,
}

impl SeqCount {
    /// `raw_read_seqcount()`: an acquire in 6.12.
    fn begin(&self, k: &Ctx<'_>) -> u64 {
        match k.arch().kernel() {
            Kernel::V6_1 => k.cpu.read_once(self.at).bits,
            Kernel::V6_12 => k.cpu.smp_load_acquire(self.at).bits,
        }
    }

    /// `do___read_seqcount_retry()`.
    fn retry(&self, k: &Ctx<'_>, seq: u64) -> bool {
        self.end_check && k.cpu.read_once(self.at).bits != seq
    }
}

struct Pin {
    ptep: Addr,
    write: bool,
    seq: Option<SeqCount>,
    pin_barrier: bool,
    recheck_pte: bool,
    flag_rmb: bool,
    exclusive_test: bool,
}

impl Pin {
    fn new(ptep: Addr, write: bool) -> Pin {
        let (pin_barrier, recheck_pte, flag_rmb, exclusive_test) = (true, true, true, true);
        Pin { ptep, write, seq: None, pin_barrier, recheck_pte, flag_rmb, exclusive_test }
    }

    /// `try_grab_folio()` (6.1), `try_grab_folio_fast()` (6.12) with FOLL_PIN.
    fn try_grab_folio(&self, k: &Ctx<'_>, folio: FolioId) -> bool {
        if !k.try_get_folio_refs(folio, 1, RmwOrder::Full) {
            return false;
        }
        k.folio_ref_add(folio, GUP_PIN_COUNTING_BIAS - 1);
        if self.pin_barrier {
            k.cpu.smp_mb();
        }
        true
    }

    /// `gup_must_unshare()`.
    fn gup_must_unshare(&self, k: &Ctx<'_>, folio: FolioId) -> bool {
        if self.write || !self.exclusive_test {
            return false;
        }
        if self.flag_rmb {
            k.cpu.smp_rmb();
        }
        !k.page_anon_exclusive(folio)
    }

    /// `gup_pte_range()` (6.1), `gup_fast_pte_range()` (6.12).
    fn gup_pte_range(&self, k: &Ctx<'_>) -> Option<FolioId> {
        let _fn = k.enter(match k.arch().kernel() {
            Kernel::V6_1 => "gup_pte_range",
            Kernel::V6_12 => "gup_fast_pte_range",
        });
        if k.arch().kernel() >= Kernel::V6_12 {
            k.cpu.rcu_read_lock(); // pte_offset_map()
        }
        let pinned = self.gup_pte(k);
        k.pte_unmap();
        pinned
    }

    /// One round of its loop.
    fn gup_pte(&self, k: &Ctx<'_>) -> Option<FolioId> {
        let pte = k.ptep_get_lockless(self.ptep);
        if k.pte_protnone(pte) || !k.pte_access_permitted(pte, self.write) {
            return None;
        }
        let folio = k.pte_page(pte)?;
        if !self.try_grab_folio(k, folio) {
            return None;
        }
        if self.changed(k, pte) || (!k.pte_write(pte) && self.gup_must_unshare(k, folio)) {
            unpin(k, folio);
            return None;
        }
        Some(folio)
    }

    fn changed(&self, k: &Ctx<'_>, pte: Word) -> bool {
        self.recheck_pte && pte.bits != k.cpu.read_once(self.ptep).bits
    }

    /// `lockless_pages_from_mm()` (6.1), `gup_fast()` (6.12).
    fn gup_fast(&self, k: &Ctx<'_>) -> bool {
        let _fn = k.enter(match k.arch().kernel() {
            Kernel::V6_1 => "lockless_pages_from_mm",
            Kernel::V6_12 => "gup_fast",
        });
        let seq = self.seq.as_ref().map(|seqcount| (seqcount, seqcount.begin(k)));
        if k.arch().kernel() < Kernel::V6_12 {
            k.cpu.smp_rmb(); // raw_read_seqcount()
        }
        if seq.is_some_and(|(seqcount, seq)| seqcount.odd_test && seq % 2 == 1) {
            k.cpu.note(Note::Return("a fork is under way"));
            return false;
        }
        k.cpu.local_irq_save();
        let pinned = self.gup_pte_range(k);
        k.cpu.local_irq_restore();
        k.cpu.smp_rmb(); // read_seqcount_retry()
        if seq.is_some_and(|(seqcount, seq)| seqcount.retry(k, seq)) {
            k.cpu.note(Note::Return("a fork came in between: unpinned"));
            pinned.inspect(|folio| unpin(k, *folio));
            return false;
        }
        pinned.is_some()
    }
}

/// `gup_put_folio()` with FOLL_PIN.
fn unpin(k: &Ctx<'_>, folio: FolioId) {
    k.folio_put_refs(folio, GUP_PIN_COUNTING_BIAS);
}

impl Routine for Pin {
    /// `internal_get_user_pages_fast()` (6.1), `gup_fast_fallback()` (6.12).
    fn run(&self, k: &Ctx<'_>) {
        let pinned = self.gup_fast(k);
        k.cpu.note(Note::Return(if pinned {
            "one page, pinned"
        } else {
            "no page: the caller goes on with slow GUP, under the lock"
        }));
    }
}
