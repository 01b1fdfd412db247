//! Moving a mapped page to another address while its file is truncated.
//!
//! Source: mm/mremap.c `move_ptes()` of 6.1.192 and 6.12.117, which contain eb66ae030829; without
//! `flush-before-unlock` it follows the code that commit moved. The truncation is mm/memory.c `zap_pte_range()` for
//! one PTE that is found through the file, with what mm/mmu_gather.c flushes and frees after it, of 6.1.192 and
//! 6.12.117. Not modelled: the reverse-map lock (it is taken only where the order of the two addresses requires
//! it), the PMDs and the notifier, more than one PTE, what the zap writes to the page's flags.

use pmdrace_pgtable::Kernel;

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Note, Tlb};

const FLUSH_BEFORE_UNLOCK: Guard = Guard::new(
    "flush-before-unlock",
    "a CPU that finds the page at its new address does not free it while the old address is still cached",
);

const TLB: ArgSpec = ArgSpec::required("tlb", ArgKind::Tlb, "the TLB entry of the old address");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&MOVE_PTES, &ZAP_PTE_RANGE, &USER_ACCESS];

static MOVE_PTES: RoutineSpec = RoutineSpec {
    name: "move_ptes",
    summary: "moves a PTE, and flushes the old address",
    kernel: &["mm/mremap.c move_ptes() (6.1, 6.12)"],
    enters: &["move_ptes"],
    args: &[
        ArgSpec::required("old", ArgKind::Pte, "the old PTE"),
        ArgSpec::required("new", ArgKind::Pte, "the new PTE"),
        ArgSpec::PTE_LOCK,
        TLB,
    ],
    guards: &[FLUSH_BEFORE_UNLOCK],
    build: |args| {
        Box::new(MovePtes {
            old: args.pte("old"),
            new: args.pte("new"),
            ptl: args.lock("ptl"),
            tlb: args.tlb("tlb"),
            flush_before_unlock: args.on(FLUSH_BEFORE_UNLOCK),
        })
    },
    ..RoutineSpec::BASE
};

static ZAP_PTE_RANGE: RoutineSpec = RoutineSpec {
    name: "zap_pte_range",
    summary: "unmaps a page found through its file, flushes, and frees it",
    kernel: &["mm/memory.c zap_pte_range() (6.1, 6.12)"],
    enters: &["zap_pte_range"],
    args: &[
        ArgSpec::required("pte", ArgKind::Pte, "the PTE that is found through the file"),
        ArgSpec::PTE_LOCK,
        ArgSpec::required("page", ArgKind::Folio, "the page"),
    ],
    build: |args| {
        Box::new(Zap { ptep: args.pte("pte"), ptl: args.lock("ptl"), page: args.folio("page") })
    },
    ..RoutineSpec::BASE
};

static USER_ACCESS: RoutineSpec = RoutineSpec {
    name: "user-access",
    summary: "a CPU in user mode: a hardware walk, then an access through the TLB",
    kernel: &["none: hardware behaviour"],
    enters: &["user_access"],
    args: &[ArgSpec::required("pte", ArgKind::Pte, "the PTE of the address"), TLB],
    build: |args| Box::new(User { ptep: args.pte("pte"), tlb: args.tlb("tlb") }),
    ..RoutineSpec::BASE
};

struct MovePtes {
    old: Addr,
    new: Addr,
    ptl: LockId,
    tlb: Tlb,
    flush_before_unlock: bool,
}

impl MovePtes {
    /// `move_ptes()` with its locks held; returns whether a flush is due.
    fn move_locked(&self, k: &Ctx<'_>) -> bool {
        let pte = k.cpu.read_once(self.old);
        if k.pte_none(pte) {
            return false;
        }
        let pte = k.ptep_get_and_clear(self.old);
        let flush = k.pte_present(pte);
        // move_soft_dirty_pte()
        let moved = if flush { k.arch().pte_mksoft_dirty(pte.pte()) } else { pte.pte() };
        k.set_pte_at(self.new, pte.with_bits(moved.0));
        flush
    }
}

impl Routine for MovePtes {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("move_ptes");
        map(k); // of the old PTE
        k.cpu.spin_lock(self.ptl);
        map(k); // of the new PTE
        let flush = self.move_locked(k);
        if flush && self.flush_before_unlock {
            k.flush_tlb_page(self.tlb);
        }
        unmap(k);
        k.cpu.spin_unlock(self.ptl);
        unmap(k);
        if flush && !self.flush_before_unlock {
            k.flush_tlb_page(self.tlb);
        }
        k.cpu.note(Note::Return("moved"));
    }
}

/// `pte_offset_map()` of a table that nobody removes: in 6.12 the start of an RCU read section.
fn map(k: &Ctx<'_>) {
    if k.arch().kernel() >= Kernel::V6_12 {
        k.cpu.rcu_read_lock();
    }
}

/// `pte_unmap()`.
fn unmap(k: &Ctx<'_>) {
    if k.arch().kernel() >= Kernel::V6_12 {
        k.cpu.rcu_read_unlock();
    }
}

struct Zap {
    ptep: Addr,
    ptl: LockId,
    page: FolioId,
}

/// What is left to do where a PTE was cleared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Left {
    /// Nothing is mapped here.
    Nothing,
    /// The page is clean: a flush at the end.
    Clean,
    /// The page is dirty: a flush before the lock is dropped.
    Dirty,
}

impl Zap {
    /// `zap_pte_range()` with its lock held.
    fn zap_locked(&self, k: &Ctx<'_>) -> Left {
        let pte = k.cpu.read_once(self.ptep);
        if k.pte_none(pte) {
            return Left::Nothing;
        }
        let pte = k.ptep_get_and_clear(self.ptep);
        // zap_install_uffd_wp_if_needed() with PTE_MARKER_UFFD_WP; 6.12 looks at the flag of the PTE first.
        let markers = k.arch().pmd_swp_uffd_wp(pte.pmd()).is_some();
        if markers && k.arch().kernel() == Kernel::V6_1 {
            let cleared = k.cpu.read_once(self.ptep);
            k.warn_on(!k.pte_none(cleared), "WARN_ON_ONCE(!pte_none(*pte))", cleared);
        }
        if !k.pte_dirty(pte) {
            k.folio_remove_rmap(self.page);
            return Left::Clean;
        }
        // tlb_delay_rmap(), since 6.2.
        let delay = k.arch().kernel() >= Kernel::V6_12;
        if !delay {
            k.folio_remove_rmap(self.page);
        }
        k.flush_tlb(); // of the new address, which no CPU has cached
        if delay {
            k.folio_remove_rmap(self.page);
        }
        Left::Dirty
    }
}

impl Routine for Zap {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("zap_pte_range");
        map(k);
        k.cpu.spin_lock(self.ptl);
        let left = self.zap_locked(k);
        k.cpu.spin_unlock(self.ptl);
        unmap(k);
        if left == Left::Nothing {
            k.cpu.note(Note::Return("nothing mapped here"));
            return;
        }
        if left == Left::Clean {
            k.flush_tlb(); // of the new address, as above
        }
        k.folio_put(self.page);
        k.cpu.note(Note::Return("freed"));
    }
}

struct User {
    ptep: Addr,
    tlb: Tlb,
}

impl Routine for User {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("user_access");
        k.tlb_walk(self.tlb, self.ptep);
        if k.tlb_access(self.tlb) {
            k.cpu.note(Note::Return("the page is accessed"));
        }
    }
}
