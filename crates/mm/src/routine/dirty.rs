//! The dirty bit of a PMD: hardware sets it, and an invalidation of the PMD must not lose it.
//!
//! Source: mm/rmap.c `try_to_migrate_one()` and mm/huge_memory.c `set_pmd_migration_entry()` of 6.1.192 and
//! 6.12.117, for a folio that is exclusive to the process; the variants without a guard
//! follow the code that d52605d7cb30 and 8a8683ad9ba4 removed. The hardware: Intel SDM volume 3, "Accessed
//! and Dirty Flags"; Arm ARM, "Hardware management of the dirty state" (FEAT_HAFDBS): the entry is tested and
//! marked in one atomic step, before the data is written. A store in progress completes before the flush
//! does. Not modelled: anon-exclusive, map counts, and a TLB that has already cached the entry as dirty.

use super::migrate::replace_by_migration_entry;
use super::page_vma_mapped::{Mapped, Walk};
use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec, with_migration_entries};
use crate::{Addr, Claim, Ctx, FolioId, Invalidate, LockId, Note, RmwOrder, Subject, Tlb, Word};

const ATOMIC_EXCHANGE: Guard = Guard::new(
    "atomic-exchange",
    "an update by the hardware is in the replaced word and is not overwritten",
);
const RETURNED_VALUE: Guard = Guard::new(
    "returned-value",
    "the dirty bit is taken from the replaced word and not from an earlier read",
);

const TLB: ArgSpec = ArgSpec::required("tlb", ArgKind::Tlb, "the TLB of the CPU that stores");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&SET_PMD_MIGRATION_ENTRY, &HARDWARE_STORE];

static SET_PMD_MIGRATION_ENTRY: RoutineSpec = RoutineSpec {
    name: "set_pmd_migration_entry",
    summary: "replaces a THP by a migration entry, and transfers its dirty bit",
    kernel: &[
        "mm/rmap.c try_to_migrate_one(), mm/huge_memory.c set_pmd_migration_entry() (6.1, 6.12)",
    ],
    enters: &["set_pmd_migration_entry"],
    exists: with_migration_entries,
    args: &[
        ArgSpec::PMD,
        TLB,
        ArgSpec::PMD_LOCK,
        ArgSpec::required("folio", ArgKind::Folio, "the THP"),
    ],
    guards: &[ATOMIC_EXCHANGE, RETURNED_VALUE],
    build: |args| {
        Box::new(SetPmdMigrationEntry {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            folio: args.folio("folio"),
            tlb: args.tlb("tlb"),
            exchange: args.on(ATOMIC_EXCHANGE),
            returned: args.on(RETURNED_VALUE),
        })
    },
};

static HARDWARE_STORE: RoutineSpec = RoutineSpec {
    name: "hardware-store",
    summary: "a user store to a THP: the hardware marks the PMD accessed and dirty, then writes",
    kernel: &["none: hardware behaviour"],
    enters: &["hardware_store"],
    exists: |arch| {
        let marks = arch.facts().hw_dirty;
        marks.then_some(()).ok_or("no hardware that sets the dirty bit is modelled")
    },
    args: &[ArgSpec::PMD, TLB],
    build: |args| Box::new(HardwareStore { pmd: args.pmd("pmd"), tlb: args.tlb("tlb") }),
    ..RoutineSpec::BASE
};

struct SetPmdMigrationEntry {
    pmd: Addr,
    ptl: LockId,
    folio: FolioId,
    tlb: Tlb,
    exchange: bool,
    returned: bool,
}

impl SetPmdMigrationEntry {
    /// `pmdp_invalidate()` before d52605d7cb30: a plain load, and a plain store of the invalidated word. It
    /// returned nothing then; here it returns the loaded word.
    fn invalidate_in_two_steps(&self, k: &Ctx<'_>) -> Word {
        let _fn = k.enter("pmdp_invalidate");
        let pmd = k.cpu.read_once(self.pmd);
        let how = Invalidate { warn: false, mkinvalid_guard: false };
        k.set_pmd_at(self.pmd, k.pmd_mkinvalid(pmd, how));
        k.flush_tlb();
        pmd
    }

    /// The word from which the dirty bit is taken.
    fn pmdval(&self, k: &Ctx<'_>) -> Word {
        let snapshot = (!self.returned).then(|| k.cpu.read_once(self.pmd));
        let old = if self.exchange {
            k.pmdp_invalidate(self.pmd, Invalidate { warn: true, mkinvalid_guard: false })
        } else {
            self.invalidate_in_two_steps(k)
        };
        k.drop_from_tlb(self.tlb);
        snapshot.unwrap_or(old)
    }

    /// `set_pmd_migration_entry()`; returns whether the folio is marked dirty.
    fn set_pmd_migration_entry(&self, k: &Ctx<'_>) -> bool {
        // Which of the folio's pages it maps.
        k.cpu.read_once(self.pmd);
        let _fn = k.enter("set_pmd_migration_entry");
        let pmdval = self.pmdval(k);
        replace_by_migration_entry(k, self.pmd, self.folio, pmdval)
    }
}

impl Routine for SetPmdMigrationEntry {
    /// `try_to_migrate_one()`.
    fn run(&self, k: &Ctx<'_>) {
        k.invalidate_range_start();
        let mut walk = Walk::new(*k, self.pmd, self.ptl, Some(self.folio));
        walk.tables = false;
        while let Some(mapped) = walk.next() {
            if !matches!(mapped, Mapped::Pmd) {
                k.cpu.note(Note::Bound("try_to_migrate_one(): the PTEs of a THP"));
                continue;
            }
            k.cpu.note(Note::Return(match self.set_pmd_migration_entry(k) {
                true => "the folio is marked dirty",
                false => "the folio is taken for clean",
            }));
        }
        k.invalidate_range_end();
    }
}

struct HardwareStore {
    pmd: Addr,
    tlb: Tlb,
}

impl Routine for HardwareStore {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("hardware_store");
        let arch = k.arch();
        let mark = |pmd: Word| Some(pmd.with_bits(arch.hw_store(pmd.pmd())?.0));
        k.cpu.spin_lock(self.tlb.walk);
        let found = k.cpu.update(self.pmd, RmwOrder::Relaxed, &mark);
        let stores = arch.hw_store(found.pmd()).is_some();
        if let Some(folio) = k.kernel.folio_at(arch.pmd_pfn(found.pmd())).filter(|_| stores) {
            k.claim(Subject::Folio(folio), Claim::Written);
        }
        k.cpu.spin_unlock(self.tlb.walk);
        k.cpu.note(Note::Return(match stores {
            true => "the data is written",
            false => "a page fault: nothing is written",
        }));
    }
}
