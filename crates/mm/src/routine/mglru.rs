//! The multi-generational LRU's walk of a process: which huge pages were accessed?
//!
//! Source: mm/vmscan.c `walk_pud_range()`, `walk_pmd_range()`, `walk_pmd_range_locked()`, `get_pmd_pfn()` of 6.1.192
//! and 6.12.117. The first look is without the lock; one that finds a young huge page is repeated under it. There the
//! kernel only tries to take the lock, and passes over the entry if it is taken: as if the walk came later. 6.1 walks
//! where the hardware marks entries as accessed, and elsewhere if debugfs asks for it. Not modelled: tables, which the Bloom filter does not name and the walk passes over; their accessed bits; and what is
//! done with the folio.

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
    /// `get_pmd_pfn()`: whether the entry is worth a look at its page. In 6.1 the first look is not by this function: it
    /// asks only whether the entry is young and its page one of the node, and the second one does not ask.
    fn wanted(&self, k: &Ctx<'_>, pmd: Word, locked: bool) -> bool {
        let listens = k.kernel.notifier.is_some();
        let (any_age, warns) = match k.arch().kernel() {
            Kernel::V6_1 => (locked, locked),
            Kernel::V6_12 => (listens, true),
        };
        if k.pmd_devmap(pmd) || !(any_age || k.arch().pmd_young(pmd.pmd())) {
            return false;
        }
        let valid = k.kernel.pfn_valid(k.arch().pmd_pfn(pmd.pmd()));
        if warns {
            k.warn_on(!valid, "WARN_ON_ONCE(!pfn_valid(pfn))", pmd);
        }
        valid
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
        if !self.wanted(k, pmd, false) {
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
        let mut pmd = k.cpu.read_once(self.pmdp);
        if !k.pmd_present(pmd) {
            return GONE;
        }
        if k.arch().kernel() == Kernel::V6_1 {
            pmd = k.cpu.read_once(self.pmdp);
        }
        if !k.pmd_trans_huge(pmd) || !self.wanted(k, pmd, true) {
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
