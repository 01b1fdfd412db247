//! Invalidating a PMD while the hardware marks it dirty.
//!
//! Source: mm/pgtable-generic.c `pmdp_invalidate()` of 6.1.192, which contains d52605d7cb30, with a caller that
//! carries the dirty mark over to the folio as mm/huge_memory.c `set_pmd_migration_entry()` does, which contains
//! 8a8683ad9ba4; without the guards it follows the lines that these commits removed. The hardware's side is Intel
//! SDM volume 3, 4.8, and Arm ARM D8.5: the accessed and dirty bits are set in one atomic step with the check
//! that the entry is valid, and before the store is made.

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec, SPEC};
use crate::pmd::Invalidate;
use crate::{Addr, Claim, Ctx, FolioId, LockId, Note, RmwOrder, Subject, Word};

const ATOMIC_EXCHANGE: Guard = Guard {
    name: "atomic-exchange",
    protects: "a mark that the hardware sets between the read and the store is not overwritten",
};
const RETURNED_VALUE: Guard = Guard {
    name: "returned-value",
    protects: "the mark is taken from the entry as it was when it became invalid, not from an earlier look",
};

const PMD: ArgSpec = ArgSpec::required("pmd", ArgKind::Pmd, "the PMD word");
const FOLIO: ArgSpec = ArgSpec::required("folio", ArgKind::Folio, "the folio that it maps");

pub(super) static INVALIDATE_AND_TRANSFER_DIRTY: RoutineSpec = RoutineSpec {
    name: "invalidate_and_transfer_dirty",
    summary: "invalidates a PMD, and marks the folio dirty if the entry was",
    kernel: &[
        "mm/pgtable-generic.c pmdp_invalidate() (6.1)",
        "mm/huge_memory.c set_pmd_migration_entry() (6.1), its dirty mark",
    ],
    args: &[PMD, ArgSpec::required("ptl", ArgKind::Lock, "the PMD lock"), FOLIO],
    guards: &[ATOMIC_EXCHANGE, RETURNED_VALUE],
    build: |args| {
        Box::new(Transfer {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            folio: args.folio("folio"),
            atomic: args.on(ATOMIC_EXCHANGE),
            returned_value: args.on(RETURNED_VALUE),
        })
    },
    ..SPEC
};

pub(super) static HARDWARE_STORE: RoutineSpec = RoutineSpec {
    name: "hardware-store",
    summary: "a store in user mode: the hardware sets accessed and dirty, and writes",
    kernel: &["no code of the kernel: what the hardware does"],
    reader: true,
    lockless_stores: true,
    args: &[PMD, FOLIO],
    build: |args| Box::new(Store { pmdp: args.pmd("pmd"), folio: args.folio("folio") }),
    ..SPEC
};

struct Transfer {
    pmd: Addr,
    ptl: LockId,
    folio: FolioId,
    atomic: bool,
    returned_value: bool,
}

impl Transfer {
    fn invalidate(&self, k: &Ctx<'_>) -> Word {
        let how = Invalidate { warn: false, arm64_guard: false };
        match self.atomic {
            true => k.pmdp_invalidate(self.pmd, how),
            false => {
                let pmd = k.cpu.read_once(self.pmd);
                k.set_pmd_at(self.pmd, k.pmd_mkinvalid(pmd, how));
                k.flush_tlb();
                pmd
            }
        }
    }
}

impl Routine for Transfer {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("set_pmd_migration_entry");
        k.cpu.spin_lock(self.ptl);
        let before = k.cpu.read_once(self.pmd);
        let pmdval = self.invalidate(k);
        let pmd = if self.returned_value { pmdval } else { before };
        if k.arch().pmd_dirty(pmd.pmd()) {
            k.cpu.note(Note::Return("folio_mark_dirty()"));
        } else {
            k.claim(Subject::Folio(self.folio), Claim::TakenClean);
            k.cpu.note(Note::Return("the folio is clean"));
        }
        k.cpu.spin_unlock(self.ptl);
    }
}

struct Store {
    pmdp: Addr,
    folio: FolioId,
}

impl Routine for Store {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("hardware_store");
        let arch = k.arch();
        let permits = |pmd: Word| arch.hw_valid(pmd.pmd()) && arch.pmd_write(pmd.pmd());
        let mark = |pmd: Word| permits(pmd).then(|| k.pmd_mkdirty(pmd));
        let found = k.cpu.update(self.pmdp, RmwOrder::Relaxed, &mark);
        if permits(found) {
            k.claim(Subject::Folio(self.folio), Claim::Written);
            k.cpu.note(Note::Return("written"));
        } else {
            k.cpu.note(Note::Return("a page fault"));
        }
    }
}
