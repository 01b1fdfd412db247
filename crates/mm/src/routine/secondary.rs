//! A secondary MMU that mirrors the page tables, and a collapse that does not notify it.
//!
//! Source: mm/khugepaged.c `collapse_pte_mapped_thp()` of 6.12.117, which contains f268f6cf875f: the order in which
//! it tells the notifier, clears what maps a page, and flushes. 6.1.192 has this order in `collapse_and_free_pmd()`,
//! without the lock. The last reference is dropped by whoever frees the page later: without a mapping it finds
//! nobody to notify (`try_to_unmap_one()`). virt/kvm/kvm_main.c `kvm_mmu_notifier_invalidate_range_start()` and
//! `_end()`, and the fault path that ends in `mmu_invalidate_retry()`, of 6.12.117. One number serves as count and
//! sequence: see the notifier. Not modelled: the table, which is retracted with the entry, the huge page, all
//! entries of the secondary MMU but one.

use pmdrace_pgtable::Kernel;

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Meaning, Note, Notifier, Tlb, Use, Word};

const NOTIFY: Guard =
    Guard::new("notify", "the secondary MMU drops its entry before the page is freed");
const END_SEQUENCE: Guard = Guard::new(
    "end-sequence",
    "a fault that read the old entry and resumes after the invalidation must retry",
);
const RETRY: Guard = Guard::new("retry", "a word read during an invalidation is discarded");

const PTE: ArgSpec = ArgSpec::required("pte", ArgKind::Pte, "the PTE of the primary MMU");
const SPTE: ArgSpec = ArgSpec::required("spte", ArgKind::Tlb, "the entry of the secondary MMU");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&RETRACT_MAPPING, &SECONDARY_FAULT];

static RETRACT_MAPPING: RoutineSpec = RoutineSpec {
    name: "retract-mapping",
    summary: "takes away what maps a page, as the collapse of a file's pages does with a table; then the page is freed",
    kernel: &["mm/khugepaged.c collapse_pte_mapped_thp(), its notifier and its flush (6.12)"],
    enters: &["collapse_pte_mapped_thp"],
    exists: |arch| match arch.kernel() {
        Kernel::V6_1 => Err("6.1 retracts the table without its lock"),
        Kernel::V6_12 => Ok(()),
    },
    args: &[PTE, ArgSpec::PTE_LOCK, ArgSpec::required("page", ArgKind::Folio, "the page"), SPTE],
    guards: &[NOTIFY, END_SEQUENCE],
    build: |args| {
        Box::new(Retract {
            ptep: args.pte("pte"),
            ptl: args.lock("ptl"),
            page: args.folio("page"),
            spte: args.tlb("spte"),
            notifier: args.notifier(),
            notify: args.on(NOTIFY),
            end_sequence: args.on(END_SEQUENCE),
        })
    },
};

static SECONDARY_FAULT: RoutineSpec = RoutineSpec {
    name: "secondary-fault",
    summary: "a fault of the secondary MMU: mirrors the entry, then the device accesses the page",
    kernel: &["arch/x86/kvm/mmu/mmu.c direct_page_fault() (6.12), its mmu_invalidate_retry()"],
    enters: &["direct_page_fault"],
    args: &[PTE, SPTE],
    guards: &[RETRY],
    build: |args| {
        Box::new(Fault {
            ptep: args.pte("pte"),
            spte: args.tlb("spte"),
            notifier: args.notifier(),
            retry: args.on(RETRY),
        })
    },
    ..RoutineSpec::BASE
};

struct Retract {
    ptep: Addr,
    ptl: LockId,
    page: FolioId,
    spte: Tlb,
    notifier: Notifier,
    notify: bool,
    end_sequence: bool,
}

impl Retract {
    /// `kvm_mmu_notifier_invalidate_range_start()`: counts the invalidation and drops the mirrored entry.
    fn start(&self, k: &Ctx<'_>) {
        k.invalidate_range_start();
        k.cpu.spin_lock(self.notifier.lock);
        k.cpu.spin_lock(self.spte.walk);
        k.cpu.aux_update(self.spte.entry, &|_| Word::new(0, Meaning::None));
        k.cpu.spin_unlock(self.spte.walk);
        k.cpu.spin_unlock(self.notifier.lock);
    }

    fn clear(&self, k: &Ctx<'_>) {
        k.cpu.spin_lock(self.ptl);
        k.ptep_get_and_clear(self.ptep);
        k.flush_tlb();
        k.cpu.spin_unlock(self.ptl);
    }
}

impl Routine for Retract {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("collapse_pte_mapped_thp");
        if self.notify {
            self.start(k);
        }
        self.clear(k);
        if self.notify {
            k.invalidate_range_end_with(self.end_sequence);
        }
        k.folio_put(self.page);
        k.cpu.note(Note::Return("SCAN_SUCCEED"));
    }
}

struct Fault {
    ptep: Addr,
    spte: Tlb,
    notifier: Notifier,
    retry: bool,
}

impl Fault {
    fn fault(&self, k: &Ctx<'_>) -> &'static str {
        let _fn = k.enter("direct_page_fault");
        let Some(seq) = k.read_begin(self.notifier) else {
            return "an invalidation is under way: the fault is taken again";
        };
        let pte = k.cpu.read_once(self.ptep);
        if !k.pte_present(pte) {
            return "nothing is mapped";
        }
        k.cpu.spin_lock(self.notifier.lock);
        if self.retry && k.read_retry(self.notifier, seq) {
            k.cpu.spin_unlock(self.notifier.lock);
            return "something was invalidated meanwhile: the fault is taken again";
        }
        k.cpu.spin_lock(self.spte.walk);
        k.cpu.aux_update(self.spte.entry, &|_| pte);
        k.cpu.spin_unlock(self.spte.walk);
        k.cpu.spin_unlock(self.notifier.lock);
        "mirrored"
    }
}

impl Routine for Fault {
    fn run(&self, k: &Ctx<'_>) {
        let done = self.fault(k);
        k.cpu.note(Note::Return(done));
        if k.through(self.spte, Use::Secondary) {
            k.cpu.note(Note::Return("the device accesses the page"));
        }
    }
}
