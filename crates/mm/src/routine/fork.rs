//! fork: sharing a page read-only with the child, or copying it for the child because it is pinned.
//!
//! Source: mm/memory.c `copy_page_range()`, `copy_present_pte()` (6.1.192), `copy_present_ptes()`
//! (6.12.117), `copy_present_page()`, include/linux/rmap.h `page_try_dup_anon_rmap()` and its successors,
//! include/linux/seqlock.h, for one small anonymous page in a process that has pinned pages (MMF_HAS_PINNED). A page
//! whose exclusive flag no scenario models counts as exclusive. Without `get-first` it follows 57efa1fe5957, which
//! tested for pins before it took the reference for the child. Not modelled: large folios, whose pins have a
//! counter of their own, the child's own lock, map counts and the TLB flush at the end of fork.

use pmdrace_pgtable::Kernel;

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Meaning, Note, Word};

const SEQCOUNT: Guard = Guard::new("seqcount", "GUP-fast detects that a fork is in progress");
const BEGIN_WMB: Guard = Guard::new(
    "begin-wmb",
    "a CPU that sees the fork's changes to the page sees the odd sequence number",
);
const PIN_TEST: Guard = Guard::new("pin-test", "a pinned page is not shared");
const GET_FIRST: Guard = Guard::new(
    "get-first",
    "a pin that the test missed comes after the fork's own change of the count, and so after the odd \
     sequence number",
);
const END_WMB: Guard =
    Guard::new("end-wmb", "a CPU that sees the even sequence number sees the write-protected PTE");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&COPY_PRESENT_PTE];

static COPY_PRESENT_PTE: RoutineSpec = RoutineSpec {
    name: "copy_present_pte",
    summary: "fork: shares a page with the child, or copies it if it is pinned",
    kernel: &[
        "mm/memory.c copy_page_range(), copy_present_pte(), copy_present_page() (6.1)",
        "mm/memory.c copy_page_range(), copy_present_ptes(), copy_present_page() (6.12)",
    ],
    enters: &[
        "copy_page_range",
        "copy_present_page",
        "copy_present_pte",
        "raw_write_seqcount_begin",
        "raw_write_seqcount_end",
    ],
    args: &[
        ArgSpec::required("src", ArgKind::Pte, "the parent's PTE"),
        ArgSpec::required("dst", ArgKind::Pte, "the child's PTE"),
        ArgSpec::required("mmap-lock", ArgKind::Lock, "the parent's mmap lock, held for writing"),
        ArgSpec::PTE_LOCK,
        ArgSpec::required("seq", ArgKind::Word, "write_protect_seq"),
        ArgSpec::required("copy", ArgKind::Folio, "the page for the child's copy"),
        ArgSpec::optional(
            "full-barrier",
            ArgKind::Bool,
            super::ArgValue::Bool(false),
            "whether smp_mb() follows raw_write_seqcount_begin(); not in any kernel",
        ),
    ],
    guards: &[SEQCOUNT, BEGIN_WMB, PIN_TEST, GET_FIRST, END_WMB],
    build: |args| {
        Box::new(CopyPresentPte {
            src: args.pte("src"),
            dst: args.pte("dst"),
            mmap_lock: args.lock("mmap-lock"),
            ptl: args.lock("ptl"),
            seq: args.word("seq"),
            copy: args.folio("copy"),
            full_barrier: args.bool("full-barrier"),
            seqcount: args.on(SEQCOUNT),
            begin_wmb: args.on(BEGIN_WMB),
            pin_test: args.on(PIN_TEST),
            get_first: args.on(GET_FIRST),
            end_wmb: args.on(END_WMB),
        })
    },
    ..RoutineSpec::BASE
};

struct CopyPresentPte {
    src: Addr,
    dst: Addr,
    mmap_lock: LockId,
    ptl: LockId,
    seq: Addr,
    copy: FolioId,
    full_barrier: bool,
    seqcount: bool,
    begin_wmb: bool,
    pin_test: bool,
    get_first: bool,
    end_wmb: bool,
}

impl CopyPresentPte {
    fn add_one(&self, k: &Ctx<'_>) {
        let seq = k.cpu.read_once(self.seq);
        k.cpu.write_once(self.seq, seq.with_bits(seq.bits + 1));
    }

    fn raw_write_seqcount_begin(&self, k: &Ctx<'_>) {
        let _fn = k.enter("raw_write_seqcount_begin");
        self.add_one(k);
        if self.begin_wmb {
            k.cpu.smp_wmb();
        }
    }

    fn raw_write_seqcount_end(&self, k: &Ctx<'_>) {
        let _fn = k.enter("raw_write_seqcount_end");
        if self.end_wmb {
            k.cpu.smp_wmb();
        }
        self.add_one(k);
    }

    fn may_be_pinned(&self, k: &Ctx<'_>, folio: FolioId) -> bool {
        self.pin_test && k.folio_maybe_dma_pinned(folio)
    }

    /// `page_try_dup_anon_rmap()` (6.1), `folio_try_dup_anon_rmap_pte()` (6.12); false where the page may be pinned.
    fn try_dup_anon_rmap(&self, k: &Ctx<'_>, folio: FolioId) -> bool {
        let tracked = k.kernel.folios[folio.0].exclusive.is_some();
        let exclusive = || !tracked || k.page_anon_exclusive(folio);
        let exclusive = match k.arch().kernel() {
            Kernel::V6_1 => {
                let exclusive = exclusive();
                if exclusive && self.may_be_pinned(k, folio) {
                    return false;
                }
                exclusive
            }
            Kernel::V6_12 => {
                if self.may_be_pinned(k, folio) && exclusive() {
                    return false;
                }
                exclusive()
            }
        };
        if exclusive {
            k.clear_page_anon_exclusive(folio);
        }
        true
    }

    /// `copy_present_page()`. The new page is marked up to date first.
    fn copy_present_page(&self, k: &Ctx<'_>) {
        let _fn = k.enter("copy_present_page");
        k.cpu.smp_wmb();
        let arch = k.arch();
        // The entry is read for its uffd-wp bit: by ptep_get() in 6.12, and in 6.1 where there is such a bit.
        if arch.kernel() >= Kernel::V6_12 || arch.pmd_swp_uffd_wp(arch.none_pmd()).is_some() {
            k.cpu.read_once(self.src);
        }
        let pte = arch.mk_pte(k.kernel.folios[self.copy.0].pfns.start);
        let pte = arch.pte_mkwrite(arch.pte_mkdirty(pte));
        let means = Meaning::Leaf { folio: self.copy, invalidated: false };
        k.set_pte_at(self.dst, Word::new(pte.0, means));
    }

    /// `copy_present_pte()`.
    fn copy_present_pte(&self, k: &Ctx<'_>, prealloc: bool) -> Copied {
        let _fn = k.enter("copy_present_pte");
        let arch = k.arch();
        let pte = k.cpu.read_once(self.src);
        let Some(folio) = k.pte_page(pte) else { return Copied::Page };
        if self.get_first {
            k.folio_get(folio);
        }
        if !self.try_dup_anon_rmap(k, folio) {
            if self.get_first {
                k.folio_put(folio);
            }
            if !prealloc {
                return Copied::Again;
            }
            self.copy_present_page(k);
            return Copied::Page;
        }
        if !self.get_first {
            k.folio_get(folio);
        }
        let mut copied = pte.pte();
        if k.pte_write(pte) {
            k.ptep_set_wrprotect(self.src);
            copied = arch.pte_wrprotect(copied);
        }
        k.set_pte_at(self.dst, pte.with_bits(arch.pte_mkold(copied).0));
        if prealloc {
            k.folio_put(self.copy);
        }
        Copied::Mapping
    }

    /// `copy_pte_range()`, which allocates a page and begins again if it needs one. In 6.12 both tables are mapped in
    /// RCU read sections.
    fn copy_pte_range(&self, k: &Ctx<'_>) -> Copied {
        let rcu = k.arch().kernel() >= Kernel::V6_12;
        let round = |prealloc| {
            if rcu {
                k.cpu.rcu_read_lock();
                k.cpu.rcu_read_lock();
            }
            k.cpu.spin_lock(self.ptl);
            let copied = self.copy_present_pte(k, prealloc);
            k.cpu.spin_unlock(self.ptl);
            if rcu {
                k.cpu.rcu_read_unlock();
                k.cpu.rcu_read_unlock();
            }
            copied
        };
        match round(false) {
            Copied::Again => round(true),
            copied => copied,
        }
    }
}

/// What the child gets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Copied {
    /// A mapping of the same page.
    Mapping,
    /// A copy of the page.
    Page,
    /// A copy, for which a page has to be allocated first.
    Again,
}

impl Routine for CopyPresentPte {
    /// `copy_page_range()`, with the locks of `dup_mmap()`.
    fn run(&self, k: &Ctx<'_>) {
        k.cpu.spin_lock(self.mmap_lock);
        let _fn = k.enter("copy_page_range");
        k.invalidate_range_start();
        if self.seqcount {
            self.raw_write_seqcount_begin(k);
        }
        if self.full_barrier {
            k.cpu.smp_mb();
        }
        let copied = self.copy_pte_range(k);
        if self.seqcount {
            self.raw_write_seqcount_end(k);
        }
        k.invalidate_range_end();
        k.cpu.spin_unlock(self.mmap_lock);
        k.cpu.note(Note::Return(match copied {
            Copied::Mapping => "parent and child share the page",
            _ => "the page may be pinned: the child gets a copy",
        }));
    }
}
