//! fork shares a page copy-on-write while GUP-fast pins it for writing.
//!
//! Source: mm/memory.c `copy_page_range()`, `copy_present_pte()`, include/linux/mm.h
//! `page_needs_cow_for_dma()`, include/linux/seqlock.h, mm/gup.c `lockless_pages_from_mm()`, of 6.1.192 and
//! 6.12.117, which contain 57efa1fe5957.
//! Left out: mmap_lock (GUP-fast does not take it), the anon-exclusive mark, which came later, the walk above the
//! PTE, the page that the child gets when the parent's is pinned.

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec, SPEC};
use crate::folio::GUP_PIN_COUNTING_BIAS;
use crate::{Addr, Claim, Ctx, FolioId, LockId, Meaning, Note, RmwOrder, Subject, Word};

const WRITE_SECTION: Guard = Guard {
    name: "write-section",
    protects: "whoever pins while pages are being shared can tell that they are",
};
const ODD_TEST: Guard = Guard {
    name: "odd-test",
    protects: "a walk that begins while pages are being shared is turned away",
};
const END_CHECK: Guard =
    Guard { name: "end-check", protects: "a walk within which sharing began drops its pin" };

const SEQ: ArgSpec = ArgSpec::required("seq", ArgKind::Word, "mm->write_protect_seq");

pub(super) static COPY_PAGE_RANGE: RoutineSpec = RoutineSpec {
    name: "copy_page_range",
    summary: "shares a page of the parent with the child, copy-on-write, unless it is pinned",
    kernel: &["mm/memory.c copy_page_range(), copy_present_pte() (6.1, 6.12)"],
    lockless_stores: true,
    args: &[
        ArgSpec::required("parent", ArgKind::Pte, "the parent's PTE"),
        ArgSpec::required("child", ArgKind::Pte, "the child's PTE"),
        ArgSpec::required("ptl", ArgKind::Lock, "the page-table lock"),
        SEQ,
        ArgSpec::required("page", ArgKind::Folio, "the page"),
        ArgSpec::optional(
            "full-barrier",
            ArgKind::Bool,
            super::ArgValue::Bool(false),
            "whether a full barrier follows the odd number, which no kernel has",
        ),
    ],
    guards: &[WRITE_SECTION],
    build: |args| {
        Box::new(Fork {
            parent: args.pte("parent"),
            child: args.pte("child"),
            ptl: args.lock("ptl"),
            seq: args.word("seq"),
            page: args.folio("page"),
            full_barrier: args.bool("full-barrier"),
            write_section: args.on(WRITE_SECTION),
        })
    },
    ..SPEC
};

pub(super) static PIN_FAST_WRITE: RoutineSpec = RoutineSpec {
    name: "pin-fast-write",
    summary: "pin_user_pages_fast() with FOLL_WRITE, from the PTE on",
    kernel: &["mm/gup.c lockless_pages_from_mm(), gup_pte_range() (6.1), gup_fast() (6.12)"],
    reader: true,
    args: &[ArgSpec::required("pte", ArgKind::Pte, "the PTE"), SEQ],
    guards: &[ODD_TEST, END_CHECK],
    build: |args| {
        Box::new(Pin {
            ptep: args.pte("pte"),
            seq: args.word("seq"),
            odd_test: args.on(ODD_TEST),
            end_check: args.on(END_CHECK),
        })
    },
    ..SPEC
};

struct Fork {
    parent: Addr,
    child: Addr,
    ptl: LockId,
    seq: Addr,
    page: FolioId,
    full_barrier: bool,
    write_section: bool,
}

impl Fork {
    /// `raw_write_seqcount_begin()` stores before its barrier, `raw_write_seqcount_end()` after it.
    fn add_one(&self, k: &Ctx<'_>) {
        let seq = k.cpu.read_once(self.seq).bits;
        k.cpu.write_once(self.seq, Word::new(seq + 1, Meaning::None));
    }

    fn copy_present_pte(&self, k: &Ctx<'_>) -> &'static str {
        let _fn = k.enter("copy_present_pte");
        if k.folio_maybe_dma_pinned(self.page) {
            return "pinned: the child gets a copy";
        }
        k.ptep_set_wrprotect(self.parent);
        k.claim(Subject::Folio(self.page), Claim::Shared);
        k.set_pte_at(self.child, k.mk_pte(self.page, false));
        "shared"
    }
}

impl Routine for Fork {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("copy_page_range");
        if self.write_section {
            self.add_one(k);
            k.cpu.smp_wmb();
        }
        if self.full_barrier {
            k.cpu.smp_mb();
        }
        k.cpu.spin_lock(self.ptl);
        let done = self.copy_present_pte(k);
        k.cpu.spin_unlock(self.ptl);
        if self.write_section {
            k.cpu.smp_wmb();
            self.add_one(k);
        }
        k.cpu.note(Note::Return(done));
    }
}

struct Pin {
    ptep: Addr,
    seq: Addr,
    odd_test: bool,
    end_check: bool,
}

impl Pin {
    /// `gup_pte_range()` for one PTE: the page, with a pin.
    fn gup_pte_range(&self, k: &Ctx<'_>, pte: Word) -> Option<FolioId> {
        let _fn = k.enter("gup_pte_range");
        if !k.pte_access_permitted(pte, true) {
            return None;
        }
        let folio = k.pte_page(pte)?;
        if !k.try_get_folio_refs(folio, GUP_PIN_COUNTING_BIAS, RmwOrder::Full) {
            return None;
        }
        if pte.bits != k.cpu.read_once(self.ptep).bits {
            k.folio_put_refs(folio, GUP_PIN_COUNTING_BIAS);
            return None;
        }
        Some(folio)
    }

    fn pin(&self, k: &Ctx<'_>) -> &'static str {
        const SLOW: &str = "no page: the caller goes on with slow GUP, under the lock";
        let seq = k.cpu.smp_load_acquire(self.seq).bits;
        if self.odd_test && seq & 1 != 0 {
            return "fork is sharing pages: slow GUP";
        }
        k.cpu.local_irq_save();
        let pte = k.cpu.read_once_dep(self.ptep);
        let pinned = self.gup_pte_range(k, pte);
        k.cpu.local_irq_restore();
        let Some(folio) = pinned else { return SLOW };
        k.cpu.smp_rmb();
        if self.end_check && k.cpu.read_once(self.seq).bits != seq {
            k.folio_put_refs(folio, GUP_PIN_COUNTING_BIAS);
            return "fork began to share pages: the pin is dropped";
        }
        k.claim(Subject::Folio(folio), Claim::Pinned);
        k.cpu.note(Note::Accept { folio });
        "one page, pinned"
    }
}

impl Routine for Pin {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("lockless_pages_from_mm");
        let done = self.pin(k);
        k.cpu.note(Note::Return(done));
    }
}
