//! Walkers that clear a PMD they find bad, without the lock.
//!
//! Source: include/linux/pgtable.h `pmd_none_or_trans_huge_or_clear_bad()` of 6.1.192, and its replacement,
//! mm/pgtable-generic.c `__pte_offset_map()` of 6.12.117; both with `pmd_clear_bad()`. The caller holds the
//! address space's lock shared, which does not exclude a splitter.

use pmdrace_pgtable::Kernel;

use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note, Word};

const ARGS: &[ArgSpec] = &[ArgSpec::PMD_TO_WALK];

pub(super) static ROUTINES: &[&RoutineSpec] = &[&CLEAR_BAD, &PTE_OFFSET_MAP];

static CLEAR_BAD: RoutineSpec = RoutineSpec {
    name: "clear-bad",
    summary: "pmd_none_or_trans_huge_or_clear_bad(): clears a bad PMD",
    kernel: &["include/linux/pgtable.h pmd_none_or_trans_huge_or_clear_bad() (6.1)"],
    enters: &["pmd_clear_bad", "pmd_none_or_trans_huge_or_clear_bad"],
    exists: |arch| match arch.kernel() {
        Kernel::V6_1 => Ok(()),
        Kernel::V6_12 => Err("replaced by pte_offset_map() in 6.12"),
    },
    args: ARGS,
    build: |args| Box::new(MapTable { pmdp: args.pmd("pmd") }),
    ..RoutineSpec::BASE
};

static PTE_OFFSET_MAP: RoutineSpec = RoutineSpec {
    name: "pte-offset-map",
    summary: "__pte_offset_map(): maps the table of a PMD, or clears the PMD if it is bad",
    kernel: &["mm/pgtable-generic.c __pte_offset_map() (6.12)"],
    enters: &["__pte_offset_map", "pmd_clear_bad"],
    exists: |arch| match arch.kernel() {
        Kernel::V6_1 => Err("pte_offset_map() of 6.1 does not test the PMD"),
        Kernel::V6_12 => Ok(()),
    },
    args: ARGS,
    build: |args| Box::new(MapTable { pmdp: args.pmd("pmd") }),
    ..RoutineSpec::BASE
};

/// `pmd_clear_bad()`: reports the word and stores an empty one.
pub(super) fn pmd_clear_bad(k: &Ctx<'_>, pmdp: Addr, pmd: Word) {
    let _fn = k.enter("pmd_clear_bad");
    k.cpu.note(Note::Bad { word: k.cpu.used(pmd) });
    k.cpu.note(Note::Answer { helper: "pmd_ERROR", word: pmd, answer: true });
    k.pmd_clear(pmdp);
}

/// What looking for the table below a PMD found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mapped {
    /// The word is not a table.
    Nothing,
    /// The PMD changed before the lock of the table was taken: the kernel looks again.
    Again,
    /// The first entry of the table.
    Entry(Addr),
    /// The word passed for a table, but none lies there: the kernel faults at the first entry.
    Wild,
}

impl Mapped {
    /// `pte_offset_map()` of a word.
    pub(super) fn at(k: &Ctx<'_>, pmd: Word) -> Mapped {
        k.pte_offset_map(pmd).map_or(Mapped::Wild, Mapped::Entry)
    }
}

/// `pmd_none_or_trans_huge_or_clear_bad()` of a word that was read from the PMD: whether it is no table.
pub(super) fn pmd_none_or_trans_huge_or_clear_bad(k: &Ctx<'_>, pmdp: Addr, pmdval: Word) -> bool {
    let _fn = k.enter("pmd_none_or_trans_huge_or_clear_bad");
    let migration = k.arch().thp_migration_supported();
    if k.pmd_none(pmdval) || k.pmd_trans_huge(pmdval) || (migration && !k.pmd_present(pmdval)) {
        k.cpu.note(Note::Return("no table here"));
        return true;
    }
    if k.pmd_bad(pmdval) {
        pmd_clear_bad(k, pmdp, pmdval);
        return true;
    }
    false
}

/// `__pte_offset_map()` of 6.12, with the word that it read. What it mapped stays in an RCU read section that
/// `pte_unmap()` ends.
fn pte_offset_map_value(k: &Ctx<'_>, pmdp: Addr) -> (Mapped, Word) {
    let _fn = k.enter("__pte_offset_map");
    k.cpu.rcu_read_lock();
    let pmdval = k.cpu.read_once_dep(pmdp);
    let huge = |pmd| k.pmd_trans_huge(pmd) || k.pmd_devmap(pmd);
    if k.pmd_none(pmdval) || k.is_pmd_migration_entry(pmdval) || huge(pmdval) {
        k.cpu.note(Note::Return("no table here"));
    } else if k.pmd_bad(pmdval) {
        pmd_clear_bad(k, pmdp, pmdval);
    } else {
        return (Mapped::at(k, pmdval), pmdval);
    }
    k.cpu.rcu_read_unlock();
    (Mapped::Nothing, pmdval)
}

/// `pte_offset_map()`: that of 6.1 reads the PMD and tests nothing.
pub(super) fn pte_offset_map(k: &Ctx<'_>, pmdp: Addr) -> Mapped {
    match k.arch().kernel() {
        Kernel::V6_1 => Mapped::at(k, k.cpu.read_once_dep(pmdp)),
        Kernel::V6_12 => pte_offset_map_value(k, pmdp).0,
    }
}

/// `pte_offset_map_lock()` without the lock of the table: 6.12 reads the PMD again under it.
pub(super) fn pte_offset_map_lock(k: &Ctx<'_>, pmdp: Addr) -> Mapped {
    if k.arch().kernel() == Kernel::V6_1 {
        return pte_offset_map(k, pmdp);
    }
    let (mapped, pmdval) = pte_offset_map_value(k, pmdp);
    if matches!(mapped, Mapped::Entry(_)) && k.cpu.read_once(pmdp).bits != pmdval.bits {
        k.pte_unmap();
        return Mapped::Again;
    }
    mapped
}

/// Finds the table below a PMD as this kernel's walkers do. In 6.12 `pte_unmap()` is for the caller.
pub(super) fn map_table(k: &Ctx<'_>, pmdp: Addr) -> Mapped {
    if k.arch().kernel() >= Kernel::V6_12 {
        return pte_offset_map(k, pmdp);
    }
    let pmdval = k.cpu.read_once_dep(pmdp);
    match pmd_none_or_trans_huge_or_clear_bad(k, pmdp, pmdval) {
        true => Mapped::Nothing,
        false => Mapped::at(k, pmdval),
    }
}

struct MapTable {
    pmdp: Addr,
}

impl Routine for MapTable {
    fn run(&self, k: &Ctx<'_>) {
        if let Mapped::Entry(_) = map_table(k, self.pmdp) {
            k.pte_unmap();
        }
    }
}
