//! The page fault's read of a PMD: an unlocked copy selects the handler, which compares it with the PMD under
//! the lock.
//!
//! Source: mm/memory.c `__handle_mm_fault()`, mm/huge_memory.c `huge_pmd_set_accessed()` and
//! `do_huge_pmd_wp_page()`, and mm/memory.c `handle_pte_fault()` up to the table, of 6.1.192 and 6.12.117,
//! for a write fault. Not modelled: the work of the handlers after `pmd_same()`.

use pmdrace_pgtable::Kernel;

use super::clear_bad::map_table;
use super::{ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Note, Word};

const PMD_SAME: Guard = Guard::new(
    "pmd-same",
    "a handler selected by a stale or false word does not act on the current entry",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&FAULT];

static FAULT: RoutineSpec = RoutineSpec {
    name: "fault",
    summary: "__handle_mm_fault(): an unlocked copy of the PMD selects the handler of a write fault",
    kernel: &[
        "mm/memory.c __handle_mm_fault() (6.1, 6.12)",
        "mm/huge_memory.c huge_pmd_set_accessed(), do_huge_pmd_wp_page() (6.1, 6.12)",
    ],
    enters: &[
        "__handle_mm_fault",
        "__pte_offset_map",
        "do_huge_pmd_wp_page",
        "huge_pmd_set_accessed",
        "pmd_clear_bad",
        "pmd_none_or_trans_huge_or_clear_bad",
    ],
    args: &[ArgSpec::PMD, ArgSpec::PMD_LOCK],
    guards: &[PMD_SAME],
    build: |args| {
        Box::new(Fault {
            pmdp: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            pmd_same: args.on(PMD_SAME),
        })
    },
    ..RoutineSpec::BASE
};

struct Fault {
    pmdp: Addr,
    ptl: LockId,
    pmd_same: bool,
}

impl Fault {
    /// The common part of `huge_pmd_set_accessed()` and `do_huge_pmd_wp_page()`.
    fn huge_handler(&self, k: &Ctx<'_>, orig_pmd: Word, name: &'static str) {
        let _fn = k.enter(name);
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmdp);
        if self.pmd_same && pmd.bits != orig_pmd.bits {
            k.cpu.note(Note::Return("the PMD has changed: the fault is taken again"));
        } else {
            k.pmd_page(orig_pmd);
        }
        k.cpu.spin_unlock(self.ptl);
    }
}

impl Routine for Fault {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("__handle_mm_fault");
        let orig_pmd = k.cpu.read_once_dep(self.pmdp);
        if k.pmd_none(orig_pmd) {
            return;
        }
        if !k.pmd_present(orig_pmd) {
            let supported = k.arch().thp_migration_supported();
            if supported {
                let text = match k.arch().kernel() {
                    Kernel::V6_1 => "VM_BUG_ON(!is_pmd_migration_entry(vmf.orig_pmd))",
                    Kernel::V6_12 => "VM_BUG_ON(!is_pmd_migration_entry(orig_pmd))",
                };
                k.warn_on(!k.is_pmd_migration_entry(orig_pmd), text, orig_pmd);
            }
            k.cpu.note(Note::Return("waits for the migration, under the lock"));
            return;
        }
        if k.pmd_trans_huge(orig_pmd) || k.pmd_devmap(orig_pmd) {
            if k.pmd_protnone(orig_pmd) {
                self.huge_handler(k, orig_pmd, "do_huge_pmd_numa_page");
            } else if k.pmd_write(orig_pmd) {
                self.huge_handler(k, orig_pmd, "huge_pmd_set_accessed");
            } else {
                self.huge_handler(k, orig_pmd, "do_huge_pmd_wp_page");
            }
            return;
        }
        // handle_pte_fault(): pmd_devmap_trans_unstable() in 6.1, pte_offset_map_nolock() in 6.12.
        if map_table(k, self.pmdp).is_some() {
            k.cpu.note(Note::Return("goes on with the table"));
        }
    }
}
