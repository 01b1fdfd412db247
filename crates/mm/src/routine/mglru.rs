//! The multi-generational LRU's walk of a process: which huge pages were accessed?
//!
//! Source: mm/vmscan.c `walk_pud_range()`, `walk_pmd_range()`, `walk_pmd_range_locked()`, `get_pmd_pfn()` of 6.1.192
//! and 6.12.117. The first look is without the lock; one that finds a young huge page is repeated under it. There the
//! kernel only tries to take the lock, and passes over the entry if it is taken: as if the walk came later. 6.1 walks
//! where the hardware marks entries as accessed, and elsewhere if debugfs asks for it. Not modelled: tables, which the
//! Bloom filter does not name and the walk passes over; their accessed bits; and what is done with the folio.

use pmdrace_pgtable::Kernel;

use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Note, Word};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&MGLRU];

static MGLRU: RoutineSpec = RoutineSpec {
    name: "mglru",
    summary: "walk_pmd_range(): looks for young huge pages without the lock, and makes them old under it",
    kernel: &[
        "mm/vmscan.c walk_pud_range(), walk_pmd_range(), walk_pmd_range_locked() (6.1, 6.12)",
    ],
    enters: &["walk_pmd_range", "walk_pmd_range_locked"],
    exists: |arch| match arch.kernel() {
        Kernel::V6_12 if !arch.facts().hw_pte_young => {
            Err("the walk is built only where the hardware marks entries as accessed")
        }
        Kernel::V6_1 | Kernel::V6_12 => Ok(()),
    },
    args: &[ArgSpec::PMD_TO_WALK, ArgSpec::PMD_LOCK],
    build: |args| Box::new(Mglru { pmdp: args.pmd("pmd"), ptl: args.lock("ptl") }),
    ..RoutineSpec::BASE
};

struct Mglru {
    pmdp: Addr,
    ptl: LockId,
}

impl Mglru {
    /// `get_pmd_pfn()`: whether the entry is worth a look at its page.
    fn get_pmd_pfn(&self, k: &Ctx<'_>, pmd: Word) -> bool {
        let devmap = k.pmd_devmap(pmd);
        k.warn_on(devmap, "WARN_ON_ONCE(pmd_devmap(pmd))", pmd);
        let old = k.arch().kernel() == Kernel::V6_12
            && k.kernel.notifier.is_none()
            && !k.arch().pmd_young(pmd.pmd());
        if devmap || old {
            return false;
        }
        let valid = self.is_memory(k, pmd);
        k.warn_on(!valid, "WARN_ON_ONCE(!pfn_valid(pfn))", pmd);
        valid
    }

    fn is_memory(&self, k: &Ctx<'_>, pmd: Word) -> bool {
        k.kernel.pfn_valid(k.arch().pmd_pfn(pmd.pmd()))
    }

    /// The look without the lock. That of 6.1 is not by `get_pmd_pfn()`: it asks whether the entry is young and its page one
    /// of the node.
    fn first_look(&self, k: &Ctx<'_>, pmd: Word) -> bool {
        match k.arch().kernel() {
            Kernel::V6_1 => k.arch().pmd_young(pmd.pmd()) && self.is_memory(k, pmd),
            Kernel::V6_12 => self.get_pmd_pfn(k, pmd),
        }
    }

    /// `walk_pmd_range()`.
    fn walk_pmd_range(&self, k: &Ctx<'_>) -> &'static str {
        let _fn = k.enter("walk_pmd_range");
        let pmd = k.cpu.read_once(self.pmdp);
        if !k.pmd_present(pmd) {
            return "nothing is mapped here";
        }
        if !k.pmd_trans_huge(pmd) {
            return "a table, which the Bloom filter does not name";
        }
        if !self.first_look(k, pmd) {
            return "a huge page that was not accessed";
        }
        let _fn = k.enter("walk_pmd_range_locked");
        k.cpu.spin_lock(self.ptl);
        let found = self.locked(k);
        k.cpu.spin_unlock(self.ptl);
        found
    }

    /// `walk_pmd_range_locked()`, with the lock.
    fn locked(&self, k: &Ctx<'_>) -> &'static str {
        let pmd = k.cpu.read_once(self.pmdp);
        if !k.pmd_present(pmd) {
            return GONE;
        }
        let is_huge = match k.arch().kernel() {
            Kernel::V6_1 => {
                self.get_pmd_pfn(k, pmd) && k.pmd_trans_huge(k.cpu.read_once(self.pmdp))
            }
            Kernel::V6_12 => k.pmd_trans_huge(pmd) && self.get_pmd_pfn(k, pmd),
        };
        if !is_huge {
            return GONE;
        }
        k.pmd_page(pmd);
        if !k.pmdp_test_and_clear_young(self.pmdp) {
            return "a huge page that was not accessed";
        }
        // Whether it is dirty.
        k.cpu.read_once(self.pmdp);
        "a huge page that was accessed"
    }
}

const GONE: &str = "no huge page any more";

impl Routine for Mglru {
    /// `walk_pud_range()` of one PMD.
    fn run(&self, k: &Ctx<'_>) {
        let found = self.walk_pmd_range(k);
        if k.arch().kernel() == Kernel::V6_1 {
            // wq_has_sleeper().
            k.cpu.smp_mb();
        }
        k.cpu.note(Note::Return(found));
    }
}
