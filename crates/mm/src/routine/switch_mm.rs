//! Switching to an address space while one of its pages is unmapped: which TLBs are flushed.
//!
//! Source: arch/x86/mm/tlb.c `switch_mm_irqs_off()` and `flush_tlb_mm_range()` of 6.1.192, which contain
//! 71b3c126e611. A CPU that is not in the mask of an address space is not interrupted. The barrier of the
//! switch represents the locked instruction that sets the bit, and the write of CR3, which is serialising.
//! The page is unmapped by a plain `pte_clear()`. Most of x86's unmapping on SMP clears by a locked exchange
//! (`native_ptep_get_and_clear()`), which is a full barrier itself: under it nothing is lost on TSO without the
//! flush's barrier.
//! Not modelled: ASIDs, generations, lazy TLB mode, the local flush (the flushing CPU runs another address
//! space).

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Meaning, Note, Tlb, Word};

const SWITCH_BARRIER: Guard = Guard::new(
    "switch-barrier",
    "the bit is set in the mask before the first walk through the new tables",
);
const FLUSH_BARRIER: Guard =
    Guard::new("flush-barrier", "the cleared entry is visible to all CPUs before the mask is read");

const PTE: ArgSpec = ArgSpec::required("pte", ArgKind::Pte, "the PTE of the page");
const MASK: ArgSpec = ArgSpec::required("cpumask", ArgKind::Word, "mm_cpumask(), one bit");
const TLB: ArgSpec = ArgSpec::required("tlb", ArgKind::Tlb, "the TLB of the switching CPU");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&SWITCH_MM_IRQS_OFF, &FLUSH_TLB_MM_RANGE];

static SWITCH_MM_IRQS_OFF: RoutineSpec = RoutineSpec {
    name: "switch_mm_irqs_off",
    summary: "switches to an address space, and accesses one of its pages",
    kernel: &["arch/x86/mm/tlb.c switch_mm_irqs_off() (6.1)"],
    enters: &["switch_mm_irqs_off"],
    args: &[PTE, MASK, TLB],
    guards: &[SWITCH_BARRIER],
    build: |args| {
        Box::new(Switch {
            ptep: args.pte("pte"),
            mask: args.word("cpumask"),
            tlb: args.tlb("tlb"),
            barrier: args.on(SWITCH_BARRIER),
        })
    },
    ..RoutineSpec::BASE
};

static FLUSH_TLB_MM_RANGE: RoutineSpec = RoutineSpec {
    name: "flush_tlb_mm_range",
    summary: "unmaps a page, flushes the TLBs of the CPUs in the mask, and frees the page",
    kernel: &["arch/x86/mm/tlb.c flush_tlb_mm_range() (6.1)"],
    enters: &["flush_tlb_mm_range"],
    args: &[
        PTE,
        ArgSpec::PTE_LOCK,
        MASK,
        TLB,
        ArgSpec::required("page", ArgKind::Folio, "the page"),
    ],
    guards: &[FLUSH_BARRIER],
    build: |args| {
        Box::new(Flush {
            ptep: args.pte("pte"),
            ptl: args.lock("ptl"),
            mask: args.word("cpumask"),
            tlb: args.tlb("tlb"),
            page: args.folio("page"),
            barrier: args.on(FLUSH_BARRIER),
        })
    },
    ..RoutineSpec::BASE
};

struct Switch {
    ptep: Addr,
    mask: Addr,
    tlb: Tlb,
    barrier: bool,
}

impl Routine for Switch {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("switch_mm_irqs_off");
        k.cpu.local_irq_save();
        k.cpu.write_once(self.mask, Word::new(1, Meaning::None));
        if self.barrier {
            k.cpu.smp_mb();
        }
        // The hardware may walk as soon as the tables are loaded. The lock of a TLB entry would be a barrier;
        // disabled interrupts also keep the flush away.
        let pte = k.cpu.read_once(self.ptep);
        if k.arch().pte_present(pte.pte()) {
            k.cpu.aux_update(self.tlb.entry, &|_| pte);
        }
        k.cpu.local_irq_restore();
        if k.tlb_access(self.tlb) {
            k.cpu.note(Note::Return("the page is accessed"));
        }
    }
}

struct Flush {
    ptep: Addr,
    ptl: LockId,
    mask: Addr,
    tlb: Tlb,
    page: FolioId,
    barrier: bool,
}

impl Routine for Flush {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("flush_tlb_mm_range");
        k.cpu.spin_lock(self.ptl);
        k.pte_clear(self.ptep);
        k.cpu.spin_unlock(self.ptl);
        if self.barrier {
            k.cpu.smp_mb();
        }
        if k.cpu.read_once(self.mask).bits & 1 != 0 {
            k.flush_tlb_page(self.tlb);
        } else {
            k.cpu.note(Note::Return("the other CPU does not use this address space"));
        }
        k.folio_put(self.page);
    }
}
