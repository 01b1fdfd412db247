//! The walk to the folio of an address: a lockless look decides which lock to take, and the entry is read again under
//! it.
//!
//! Source: mm/pagewalk.c `folio_walk_start()`, include/linux/pagewalk.h `folio_walk_end()` of 6.12.117, without flags: it
//! looks for no migration entry and no zero page. Its callers, such as move_pages() and KSM, work on the folio with the
//! lock. Not modelled: leaves above the PMD, and the lock of the page table.

use pmdrace_pgtable::Kernel;

use super::clear_bad::{Mapped, pte_offset_map_lock};
use super::{ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Note, Word};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&FOLIO_WALK];

static FOLIO_WALK: RoutineSpec = RoutineSpec {
    name: "folio-walk",
    summary: "folio_walk_start(): what a lockless look takes for a leaf or a swap entry is read again under the lock",
    kernel: &["mm/pagewalk.c folio_walk_start() (6.12)"],
    enters: &["__pte_offset_map", "folio_walk_start", "pmd_clear_bad"],
    exists: |arch| match arch.kernel() {
        Kernel::V6_1 => Err("6.1 has no folio_walk_start()"),
        Kernel::V6_12 => Ok(()),
    },
    args: &[ArgSpec::PMD_TO_WALK, ArgSpec::PMD_LOCK],
    build: |args| Box::new(FolioWalk { pmdp: args.pmd("pmd"), ptl: args.lock("ptl") }),
    ..RoutineSpec::BASE
};

struct FolioWalk {
    pmdp: Addr,
    ptl: LockId,
}

impl FolioWalk {
    /// What the entry is under the lock; None if it is a table.
    fn locked(&self, k: &Ctx<'_>) -> Option<&'static str> {
        let pmd = k.cpu.read_once(self.pmdp);
        if k.pmd_none(pmd) {
            return Some(NOTHING);
        }
        if !k.pmd_present(pmd) {
            return Some(NOTHING);
        }
        if !k.pmd_leaf(pmd) {
            return None;
        }
        self.normal_page(k, pmd);
        Some(FOUND)
    }

    /// `vm_normal_page_pmd()`.
    fn normal_page(&self, k: &Ctx<'_>, pmd: Word) {
        if !k.pmd_special(pmd) && !k.pmd_devmap(pmd) {
            k.pmd_page(pmd);
        }
    }

    /// From the label `pte_table` on.
    fn pte_table(&self, k: &Ctx<'_>) -> &'static str {
        let ptep = match pte_offset_map_lock(k, self.pmdp) {
            Mapped::Entry(ptep) => ptep,
            Mapped::Nothing => return NOTHING,
            Mapped::Again => return "the table went away: the mapping begins again",
            Mapped::Wild => return "no table lies there: a real kernel would fault here",
        };
        let pte = k.cpu.read_once(ptep);
        let present = k.pte_present(pte);
        if present {
            k.pte_page(pte);
        }
        k.pte_unmap();
        if present { FOUND } else { NOTHING }
    }

    /// `folio_walk_start()` and `folio_walk_end()`.
    fn walk(&self, k: &Ctx<'_>) -> &'static str {
        let _fn = k.enter("folio_walk_start");
        let pmd = k.cpu.read_once(self.pmdp);
        if k.pmd_none(pmd) {
            return NOTHING;
        }
        if !k.pmd_present(pmd) || k.pmd_leaf(pmd) {
            k.cpu.spin_lock(self.ptl);
            let found = self.locked(k);
            k.cpu.spin_unlock(self.ptl);
            if let Some(found) = found {
                return found;
            }
        }
        self.pte_table(k)
    }
}

const NOTHING: &str = "no folio";
const FOUND: &str = "a folio, with the lock of its entry";

impl Routine for FolioWalk {
    fn run(&self, k: &Ctx<'_>) {
        let found = self.walk(k);
        k.cpu.note(Note::Return(found));
    }
}
