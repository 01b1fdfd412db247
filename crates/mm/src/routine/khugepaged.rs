//! khugepaged's first read of a PMD: is there a table worth collapsing?
//!
//! Source: mm/khugepaged.c `find_pmd_or_thp_or_none()` of 6.1.192 and 6.12.117. It only derives a verdict;
//! every caller reads again under the lock.

use super::{ArgKind, ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&KHUGEPAGED];

static KHUGEPAGED: RoutineSpec = RoutineSpec {
    name: "khugepaged",
    summary: "find_pmd_or_thp_or_none(): a scan verdict from none, present, trans_huge, devmap and bad",
    kernel: &["mm/khugepaged.c find_pmd_or_thp_or_none() (6.1, 6.12)"],
    enters: &["find_pmd_or_thp_or_none"],
    args: &[ArgSpec::required("pmd", ArgKind::Pmd, "the PMD word to test")],
    build: |args| Box::new(Khugepaged { pmdp: args.pmd("pmd") }),
    ..RoutineSpec::BASE
};

struct Khugepaged {
    pmdp: Addr,
}

impl Khugepaged {
    fn find_pmd_or_thp_or_none(&self, k: &Ctx<'_>) -> &'static str {
        let pmde = k.cpu.read_once_dep(self.pmdp);
        if k.pmd_none(pmde) {
            "SCAN_PMD_NONE"
        } else if !k.pmd_present(pmde) {
            "SCAN_PMD_NULL"
        } else if k.pmd_trans_huge(pmde) {
            "SCAN_PMD_MAPPED"
        } else if k.pmd_devmap(pmde) || k.pmd_bad(pmde) {
            "SCAN_PMD_NULL"
        } else {
            "SCAN_SUCCEED"
        }
    }
}

impl Routine for Khugepaged {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("find_pmd_or_thp_or_none");
        let verdict = self.find_pmd_or_thp_or_none(k);
        k.cpu.note(Note::Return(verdict));
    }
}
