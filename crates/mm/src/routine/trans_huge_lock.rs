//! Walks that ask `pmd_trans_huge_lock()` whether an entry is huge: /proc/PID/smaps and mincore().
//!
//! Source: include/linux/huge_mm.h `pmd_trans_huge_lock()`, mm/huge_memory.c `__pmd_trans_huge_lock()`,
//! fs/proc/task_mmu.c `smaps_pte_range()`, mm/mincore.c `mincore_pte_range()` of 6.1.192 and 6.12.117, of one page. Both
//! look for a table where the entry is not huge; that look, without a lock, is the same. Under the lock smaps finds the
//! page and mincore reads nothing. Users like these are pagemap, clear_refs, madvise, mempolicy, mlock and memory-failure. The
//! tests without the lock are several plain loads in the source, in 6.1 those of `pmd_trans_unstable()` among them, which
//! clang makes one. Not modelled: the generic page walk that calls both, and the lock of the page table.

use pmdrace_pgtable::Kernel;

use super::clear_bad::{Mapped, pmd_none_or_trans_huge_or_clear_bad, pte_offset_map_lock};
use super::madvise::is_huge;
use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Note, Word};

const ENTERS: &[&str] = &[
    "__pmd_trans_huge_lock",
    "__pte_offset_map",
    "pmd_clear_bad",
    "pmd_none_or_trans_huge_or_clear_bad",
    "pmd_trans_huge_lock",
];

pub(super) static ROUTINES: &[&RoutineSpec] = &[&SMAPS, &MINCORE];

/// What both have in common.
const BASE: RoutineSpec = RoutineSpec {
    enters: ENTERS,
    args: &[ArgSpec::PMD_TO_WALK, ArgSpec::PMD_LOCK],
    ..RoutineSpec::BASE
};

static SMAPS: RoutineSpec = RoutineSpec {
    name: "smaps",
    summary: "smaps_pte_range(): accounts what an entry maps, under its lock if a lockless look finds it huge",
    kernel: &[
        "fs/proc/task_mmu.c smaps_pte_range(), smaps_pmd_entry(), smaps_pte_entry() (6.1, 6.12)",
    ],
    build: |args| Box::new(Walk { pmdp: args.pmd("pmd"), ptl: args.lock("ptl"), of: Of::Smaps }),
    ..BASE
};

static MINCORE: RoutineSpec = RoutineSpec {
    name: "mincore",
    summary: "mincore_pte_range(): says which pages are in memory, all of an entry that a lockless look finds huge",
    kernel: &["mm/mincore.c mincore_pte_range() (6.1, 6.12)"],
    build: |args| Box::new(Walk { pmdp: args.pmd("pmd"), ptl: args.lock("ptl"), of: Of::Mincore }),
    ..BASE
};

#[derive(Clone, Copy)]
enum Of {
    Smaps,
    Mincore,
}

/// What `pmd_trans_huge_lock()` found.
enum Look {
    /// A huge entry; the lock is held.
    Locked,
    /// Another one, without the lock.
    NotHuge(Word),
    /// Another one under the lock, which is given back.
    NotHugeAnyMore,
}

struct Walk {
    pmdp: Addr,
    ptl: LockId,
    of: Of,
}

impl Walk {
    /// `pmd_trans_huge_lock()`: whether the entry is huge, with the lock held.
    fn pmd_trans_huge_lock(&self, k: &Ctx<'_>) -> Look {
        let _fn = k.enter("pmd_trans_huge_lock");
        let pmd = k.cpu.read_once(self.pmdp);
        if !is_huge(k, pmd) {
            return Look::NotHuge(pmd);
        }
        let _fn = k.enter("__pmd_trans_huge_lock");
        k.cpu.spin_lock(self.ptl);
        if is_huge(k, k.cpu.read_once(self.pmdp)) {
            return Look::Locked;
        }
        k.cpu.spin_unlock(self.ptl);
        Look::NotHugeAnyMore
    }

    /// `smaps_pmd_entry()`.
    fn smaps_pmd_entry(&self, k: &Ctx<'_>) -> &'static str {
        let pmd = k.cpu.read_once(self.pmdp);
        let present = k.pmd_present(pmd);
        if !present {
            k.pfn_swap_entry_to_page(pmd);
        } else if k.arch().kernel() == Kernel::V6_1 {
            // follow_trans_huge_pmd()
            let pmd = k.cpu.read_once(self.pmdp);
            k.pmd_page(pmd);
        } else {
            k.pmd_page(pmd);
        }
        // Whether it is young, and dirty.
        k.cpu.read_once(self.pmdp);
        if present { "accounts a huge page" } else { "accounts a huge page under migration" }
    }

    /// `smaps_pte_entry()`.
    fn smaps_pte_entry(&self, k: &Ctx<'_>, ptep: Addr, pte: Word) -> &'static str {
        if k.pte_present(pte) {
            k.pte_page(pte);
            if k.arch().kernel() == Kernel::V6_1 {
                // Whether it is young, and dirty.
                k.cpu.read_once(ptep);
            }
            return "accounts a page";
        }
        if k.pte_none(pte) {
            return "accounts nothing";
        }
        // pfn_swap_entry_to_page()
        k.cpu.smp_rmb();
        "accounts a page under migration"
    }

    /// One PTE of `mincore_pte_range()`.
    fn mincore_pte(&self, k: &Ctx<'_>, pte: Word) -> &'static str {
        if k.pte_none(pte) {
            return "not in memory";
        }
        k.pte_present(pte);
        "in memory"
    }

    /// The entry of an address where the PMD is not huge; `pmd` is what the look without the lock found.
    fn pte(&self, k: &Ctx<'_>, pmd: Option<Word>) -> &'static str {
        if k.arch().kernel() == Kernel::V6_1 {
            // pmd_trans_unstable()
            let pmd = pmd.unwrap_or_else(|| k.cpu.read_once(self.pmdp));
            if pmd_none_or_trans_huge_or_clear_bad(k, self.pmdp, pmd) {
                return "no table";
            }
        }
        let ptep = match pte_offset_map_lock(k, self.pmdp) {
            Mapped::Entry(ptep) => ptep,
            Mapped::Nothing => return "no table: the walk begins again",
            Mapped::Again => return "the table went away: the mapping begins again",
            Mapped::Wild => return "no table lies there: a real kernel would fault here",
        };
        let pte = k.cpu.read_once(ptep);
        let found = match self.of {
            Of::Smaps => self.smaps_pte_entry(k, ptep, pte),
            Of::Mincore => self.mincore_pte(k, pte),
        };
        k.pte_unmap();
        found
    }

    /// `smaps_pte_range()`, `mincore_pte_range()`.
    fn walk(&self, k: &Ctx<'_>) -> &'static str {
        match self.pmd_trans_huge_lock(k) {
            Look::Locked => {}
            Look::NotHuge(pmd) => return self.pte(k, Some(pmd)),
            Look::NotHugeAnyMore => return self.pte(k, None),
        }
        let found = match self.of {
            Of::Smaps => self.smaps_pmd_entry(k),
            Of::Mincore => "in memory",
        };
        k.cpu.spin_unlock(self.ptl);
        found
    }
}

impl Routine for Walk {
    fn run(&self, k: &Ctx<'_>) {
        let found = self.walk(k);
        k.cpu.note(Note::Return(found));
    }
}
