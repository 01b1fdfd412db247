//! khugepaged's scan of a mapping: is there a table worth collapsing?
//!
//! Source: mm/khugepaged.c `hpage_collapse_scan_pmd()`, `find_pmd_or_thp_or_none()` of 6.1.192 and 6.12.117, with
//! max_ptes_none and max_ptes_swap of 0, so that a first PTE that maps no page ends the scan. A page that is mapped
//! is on no LRU list yet, which ends it too. The verdict decides only whether a collapse is tried, which reads
//! everything again under its locks. Not modelled: the lock of the page table.

use super::clear_bad::{Mapped, pte_offset_map_lock};
use super::{ArgKind, ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, Note, Word};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&KHUGEPAGED];

static KHUGEPAGED: RoutineSpec = RoutineSpec {
    name: "khugepaged",
    summary: "hpage_collapse_scan_pmd(): a verdict from the PMD, read without the lock, and a PTE",
    kernel: &["mm/khugepaged.c hpage_collapse_scan_pmd(), find_pmd_or_thp_or_none() (6.1, 6.12)"],
    enters: &[
        "__pte_offset_map",
        "find_pmd_or_thp_or_none",
        "hpage_collapse_scan_pmd",
        "pmd_clear_bad",
    ],
    args: &[ArgSpec::required("pmd", ArgKind::Pmd, "the PMD word to test")],
    build: |args| Box::new(Khugepaged { pmdp: args.pmd("pmd") }),
    ..RoutineSpec::BASE
};

struct Khugepaged {
    pmdp: Addr,
}

impl Khugepaged {
    /// `find_pmd_or_thp_or_none()`; None stands for SCAN_SUCCEED.
    fn find_pmd_or_thp_or_none(&self, k: &Ctx<'_>) -> Option<&'static str> {
        let _fn = k.enter("find_pmd_or_thp_or_none");
        let pmde = k.cpu.read_once(self.pmdp);
        if k.pmd_none(pmde) {
            Some("SCAN_PMD_NONE")
        } else if !k.pmd_present(pmde) {
            Some("SCAN_PMD_NULL")
        } else if k.pmd_trans_huge(pmde) {
            Some("SCAN_PMD_MAPPED")
        } else if k.pmd_devmap(pmde) || k.pmd_bad(pmde) {
            Some("SCAN_PMD_NULL")
        } else {
            None
        }
    }

    /// `hpage_collapse_scan_pmd()`.
    fn hpage_collapse_scan_pmd(&self, k: &Ctx<'_>) -> &'static str {
        let _fn = k.enter("hpage_collapse_scan_pmd");
        if let Some(verdict) = self.find_pmd_or_thp_or_none(k) {
            return verdict;
        }
        let ptep = match pte_offset_map_lock(k, self.pmdp) {
            Mapped::Entry(ptep) => ptep,
            Mapped::Nothing => return "SCAN_PMD_NULL",
            Mapped::Again => return "the table went away: the mapping begins again",
            Mapped::Wild => return "no table lies there: a real kernel would fault here",
        };
        let pte = k.cpu.read_once(ptep);
        let verdict = scan_pte(k, pte);
        k.pte_unmap();
        verdict
    }
}

fn scan_pte(k: &Ctx<'_>, pte: Word) -> &'static str {
    if k.pte_none(pte) {
        return "SCAN_EXCEED_NONE_PTE";
    }
    if !k.pte_present(pte) {
        return "SCAN_EXCEED_SWAP_PTE";
    }
    match k.pte_page(pte) {
        Some(_) => "SCAN_PAGE_LRU",
        None => "nothing lies at that address: a real kernel would fault here",
    }
}

impl Routine for Khugepaged {
    fn run(&self, k: &Ctx<'_>) {
        let verdict = self.hpage_collapse_scan_pmd(k);
        k.cpu.note(Note::Return(verdict));
    }
}
