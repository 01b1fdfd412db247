//! Marking page tables for NUMA balancing while a huge page is faulted in.
//!
//! Source: mm/mprotect.c `change_pmd_range()` with `pmd_none_or_clear_bad_unless_trans_huge()` of 6.1.192,
//! which contains 8b272b3cbbb5; without `one-snapshot` it follows the code that commit removed. The fault is
//! mm/huge_memory.c `__do_huge_pmd_anonymous_page()` of 6.1.192, reduced to the PMD. Not modelled: the work
//! on a huge PMD or a table that was found, the deposited table.

use super::clear_bad::pmd_clear_bad;
use super::madvise::is_huge;
use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Note};

const ONE_SNAPSHOT: Guard = Guard::new(
    "one-snapshot",
    "a PMD that became huge between two reads is not found bad by the second",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&CHANGE_PMD_RANGE, &DO_HUGE_PMD_ANONYMOUS_PAGE];

static CHANGE_PMD_RANGE: RoutineSpec = RoutineSpec {
    name: "change_pmd_range",
    summary: "looks for entries to mark under a PMD, and clears the PMD if it is bad",
    kernel: &["mm/mprotect.c change_pmd_range(), pmd_none_or_clear_bad_unless_trans_huge() (6.1)"],
    enters: &["change_pmd_range", "pmd_clear_bad"],
    exists: |arch| {
        let balances = arch.facts().numa_balancing;
        balances.then_some(()).ok_or("no automatic NUMA balancing")
    },
    args: &[ArgSpec::PMD],
    guards: &[ONE_SNAPSHOT],
    build: |args| {
        Box::new(ChangePmdRange { pmdp: args.pmd("pmd"), one_snapshot: args.on(ONE_SNAPSHOT) })
    },
};

static DO_HUGE_PMD_ANONYMOUS_PAGE: RoutineSpec = RoutineSpec {
    name: "do_huge_pmd_anonymous_page",
    summary: "maps a huge page where nothing is mapped",
    kernel: &["mm/huge_memory.c __do_huge_pmd_anonymous_page() (6.1)"],
    enters: &["do_huge_pmd_anonymous_page"],
    args: &[
        ArgSpec::PMD,
        ArgSpec::PMD_LOCK,
        ArgSpec::required("folio", ArgKind::Folio, "the huge page"),
    ],
    build: |args| {
        Box::new(HugeFault {
            pmdp: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            folio: args.folio("folio"),
        })
    },
    ..RoutineSpec::BASE
};

struct ChangePmdRange {
    pmdp: Addr,
    one_snapshot: bool,
}

impl ChangePmdRange {
    /// Tests the PMD: nothing, a huge PMD, a table, or something bad, which is cleared.
    fn look(&self, k: &Ctx<'_>) -> &'static str {
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if is_huge(k, pmd) {
            return "a huge PMD: change_huge_pmd()";
        }
        let pmd = if self.one_snapshot { pmd } else { k.cpu.read_once_dep(self.pmdp) };
        if k.pmd_none(pmd) {
            return "nothing here";
        }
        if k.pmd_bad(pmd) {
            pmd_clear_bad(k, self.pmdp, pmd);
            return "a bad PMD, cleared";
        }
        "a table: change_pte_range()"
    }
}

impl Routine for ChangePmdRange {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("change_pmd_range");
        let found = self.look(k);
        k.cpu.note(Note::Return(found));
    }
}

struct HugeFault {
    pmdp: Addr,
    ptl: LockId,
    folio: FolioId,
}

impl Routine for HugeFault {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("do_huge_pmd_anonymous_page");
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmdp);
        if k.pmd_none(pmd) {
            k.set_pmd_at(self.pmdp, k.pmd_mkwrite(k.pmd_mkdirty(k.mk_huge_pmd(self.folio))));
        }
        k.cpu.spin_unlock(self.ptl);
    }
}
