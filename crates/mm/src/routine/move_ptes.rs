//! Moving a mapped page to another address while its file is truncated.
//!
//! Source: mm/mremap.c `move_ptes()` of 6.1.192, which contains eb66ae030829; without `flush-before-unlock`
//! it follows the code that commit moved. The truncation is mm/memory.c `zap_pte_range()` of 6.1.192 for one
//! PTE, found through the file. Not modelled: the reverse-map lock (it is taken only where the order of the
//! two addresses requires it), more than one PTE, the batching of flushes.

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
    kernel: &["mm/mremap.c move_ptes() (6.1)"],
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
    kernel: &["mm/memory.c zap_pte_range() (6.1)"],
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

impl Routine for MovePtes {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("move_ptes");
        k.cpu.spin_lock(self.ptl);
        let pte = k.ptep_get_and_clear(self.old);
        k.set_pte_at(self.new, pte);
        if self.flush_before_unlock {
            k.flush_tlb_page(self.tlb);
        }
        k.cpu.spin_unlock(self.ptl);
        if !self.flush_before_unlock {
            k.flush_tlb_page(self.tlb);
        }
        k.cpu.note(Note::Return("moved"));
    }
}

struct Zap {
    ptep: Addr,
    ptl: LockId,
    page: FolioId,
}

impl Routine for Zap {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("zap_pte_range");
        k.cpu.spin_lock(self.ptl);
        let pte = k.cpu.read_once(self.ptep);
        if k.pte_none(pte) {
            k.cpu.spin_unlock(self.ptl);
            k.cpu.note(Note::Return("nothing mapped here"));
            return;
        }
        k.ptep_get_and_clear(self.ptep);
        k.flush_tlb(); // of the new address, which no CPU has cached
        k.cpu.spin_unlock(self.ptl);
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
