//! Splitting the PMD that maps a given folio: the test that it maps this one.
//!
//! Source: mm/huge_memory.c `__split_huge_pmd()` with a folio, which in 6.12.117 calls `split_huge_pmd_locked()`.
//! 6.1.192 and 6.12.117 both have the fix be6e843fc51a; without `type-test-first` it follows the code that commit
//! removed. Both sides hold the PMD lock: the race is over what the entry became before the lock was taken. Not
//! modelled: the split itself.

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Note};

const TYPE_TEST_FIRST: Guard = Guard::new(
    "type-test-first",
    "a migration entry is not decoded as a mapping to find its folio",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&SPLIT_HUGE_PMD_OF];

static SPLIT_HUGE_PMD_OF: RoutineSpec = RoutineSpec {
    name: "split_huge_pmd_of",
    summary: "__split_huge_pmd() of a given folio, up to the test whether the PMD maps it",
    kernel: &["mm/huge_memory.c __split_huge_pmd() (6.1, 6.12), split_huge_pmd_locked() (6.12)"],
    enters: &["__split_huge_pmd"],
    args: &[
        ArgSpec::PMD,
        ArgSpec::PMD_LOCK,
        ArgSpec::required("folio", ArgKind::Folio, "the folio to split"),
    ],
    guards: &[TYPE_TEST_FIRST],
    build: |args| {
        Box::new(SplitOf {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            folio: args.folio("folio"),
            type_test_first: args.on(TYPE_TEST_FIRST),
        })
    },
    ..RoutineSpec::BASE
};

struct SplitOf {
    pmd: Addr,
    ptl: LockId,
    folio: FolioId,
    type_test_first: bool,
}

impl SplitOf {
    fn look(&self, k: &Ctx<'_>) -> &'static str {
        let pmd = k.cpu.read_once(self.pmd);
        let migration = k.is_pmd_migration_entry(pmd);
        if !migration && !k.pmd_trans_huge(pmd) && !k.pmd_devmap(pmd) {
            return "nothing to split";
        }
        if self.type_test_first && migration {
            return "a migration entry: it cannot be of this folio, which is locked";
        }
        match k.pmd_page(pmd) {
            Some(folio) if folio == self.folio => "splits",
            Some(_) => "another folio",
            None => "no page lies there: a real kernel would fault here",
        }
    }
}

impl Routine for SplitOf {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("__split_huge_pmd");
        k.invalidate_range_start();
        k.cpu.spin_lock(self.ptl);
        let found = self.look(k);
        k.cpu.spin_unlock(self.ptl);
        k.invalidate_range_end();
        k.cpu.note(Note::Return(found));
    }
}
