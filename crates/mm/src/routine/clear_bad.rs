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

/// The table of a PMD that is not bad; one that is bad is cleared.
fn table_or_clear_bad(k: &Ctx<'_>, pmdp: Addr, pmdval: Word) -> Option<Addr> {
    if k.pmd_bad(pmdval) {
        pmd_clear_bad(k, pmdp, pmdval);
        return None;
    }
    k.pte_offset_map(pmdval)
}

/// `pmd_none_or_trans_huge_or_clear_bad()`, then finding the table, as a 6.1 walker does.
fn pmd_none_or_trans_huge_or_clear_bad(k: &Ctx<'_>, pmdp: Addr) -> Option<Addr> {
    let _fn = k.enter("pmd_none_or_trans_huge_or_clear_bad");
    let pmdval = k.cpu.read_once_dep(pmdp);
    let migration = k.arch().thp_migration_supported();
    if k.pmd_none(pmdval) || k.pmd_trans_huge(pmdval) || (migration && !k.pmd_present(pmdval)) {
        k.cpu.note(Note::Return("no table here"));
        return None;
    }
    table_or_clear_bad(k, pmdp, pmdval)
}

/// `__pte_offset_map()` of 6.12.
fn pte_offset_map(k: &Ctx<'_>, pmdp: Addr) -> Option<Addr> {
    let _fn = k.enter("__pte_offset_map");
    let pmdval = k.cpu.read_once_dep(pmdp);
    let huge = |pmd| k.pmd_trans_huge(pmd) || k.pmd_devmap(pmd);
    if k.pmd_none(pmdval) || k.is_pmd_migration_entry(pmdval) || huge(pmdval) {
        k.cpu.note(Note::Return("no table here"));
        return None;
    }
    table_or_clear_bad(k, pmdp, pmdval)
}

/// Finds the table below a PMD as this kernel's walkers do.
pub(super) fn map_table(k: &Ctx<'_>, pmdp: Addr) -> Option<Addr> {
    match k.arch().kernel() {
        Kernel::V6_1 => pmd_none_or_trans_huge_or_clear_bad(k, pmdp),
        Kernel::V6_12 => pte_offset_map(k, pmdp),
    }
}

struct MapTable {
    pmdp: Addr,
}

impl Routine for MapTable {
    fn run(&self, k: &Ctx<'_>) {
        map_table(k, self.pmdp);
    }
}
