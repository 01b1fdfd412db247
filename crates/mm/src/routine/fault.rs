//! The page fault's read of a PMD: an unlocked copy selects the handler, which compares it with the PMD under
//! the lock.
//!
//! Source: mm/memory.c `__handle_mm_fault()`, `handle_pte_fault()`, mm/huge_memory.c `huge_pmd_set_accessed()`,
//! `do_huge_pmd_wp_page()`, mm/migrate.c `pmd_migration_entry_wait()`, `migration_entry_wait()` of 6.1.192 and
//! 6.12.117, for a write fault while no huge page is allocated (`enabled` says never). Not modelled: the work of
//! `do_huge_pmd_wp_page()`, `do_huge_pmd_numa_page()` and `do_wp_page()` after they find the entry unchanged, what is
//! allocated for an empty entry, the wait for a migration, and the lock of the page table.

use pmdrace_pgtable::Kernel;

use super::clear_bad::{
    Mapped, pmd_none_or_trans_huge_or_clear_bad, pte_offset_map, pte_offset_map_lock,
};
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
        "mm/memory.c __handle_mm_fault(), handle_pte_fault() (6.1, 6.12)",
        "mm/huge_memory.c huge_pmd_set_accessed(), do_huge_pmd_wp_page() (6.1, 6.12)",
        "mm/migrate.c pmd_migration_entry_wait(), migration_entry_wait() (6.1, 6.12)",
    ],
    enters: &[
        "__handle_mm_fault",
        "__pte_offset_map",
        "do_huge_pmd_wp_page",
        "handle_pte_fault",
        "huge_pmd_set_accessed",
        "migration_entry_wait",
        "pmd_clear_bad",
        "pmd_migration_entry_wait",
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
    /// `pmd_migration_entry_wait()`.
    fn pmd_migration_entry_wait(&self, k: &Ctx<'_>) {
        let _fn = k.enter("pmd_migration_entry_wait");
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmdp);
        k.is_pmd_migration_entry(pmd);
        k.cpu.note(Note::Return("waits for the migration, if it is still under way"));
        k.cpu.spin_unlock(self.ptl);
    }

    /// `pmd_lock()` and `pmd_same()` of the handlers of huge entries; returns whether the PMD is the same.
    fn lock_same(&self, k: &Ctx<'_>, orig_pmd: Word) -> bool {
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmdp);
        if self.pmd_same && pmd.bits != orig_pmd.bits {
            k.cpu.note(Note::Return("the PMD has changed: the fault is taken again"));
            k.cpu.spin_unlock(self.ptl);
            return false;
        }
        true
    }

    /// `huge_pmd_set_accessed()`, which looks at no page.
    fn huge_pmd_set_accessed(&self, k: &Ctx<'_>, orig_pmd: Word) {
        let _fn = k.enter("huge_pmd_set_accessed");
        if self.lock_same(k, orig_pmd) {
            k.pmdp_set_access_flags(self.pmdp, k.pmd_mkdirty(k.pmd_mkyoung(orig_pmd)));
            k.cpu.spin_unlock(self.ptl);
        }
    }

    /// `do_huge_pmd_wp_page()`, `do_huge_pmd_numa_page()` up to the page.
    fn huge_handler(&self, k: &Ctx<'_>, orig_pmd: Word, name: &'static str) {
        let _fn = k.enter(name);
        if self.lock_same(k, orig_pmd) {
            k.pmd_page(orig_pmd);
            k.cpu.spin_unlock(self.ptl);
        }
    }

    /// The first look: 6.12 asks whether the PMD is empty, and reads it again.
    fn orig_pmd(&self, k: &Ctx<'_>) -> Word {
        if k.arch().kernel() >= Kernel::V6_12 {
            let pmd = k.cpu.read_once(self.pmdp);
            k.pmd_none(pmd);
        }
        k.cpu.read_once(self.pmdp)
    }

    /// `handle_pte_fault()` up to the PTE.
    fn handle_pte_fault(&self, k: &Ctx<'_>) {
        let _fn = k.enter("handle_pte_fault");
        let pmd = k.cpu.read_once(self.pmdp);
        if k.pmd_none(pmd) {
            k.cpu.note(Note::Return("no table: allocates one"));
            return;
        }
        // pmd_devmap_trans_unstable(): 6.1 tests this word, and then reads once more.
        if k.arch().kernel() == Kernel::V6_1
            && (k.pmd_devmap(pmd) || pmd_none_or_trans_huge_or_clear_bad(k, self.pmdp, pmd))
        {
            return;
        }
        match pte_offset_map(k, self.pmdp) {
            Mapped::Entry(ptep) => self.pte_fault(k, ptep),
            Mapped::Wild => {
                k.cpu.note(Note::Return("no table lies there: a real kernel would fault here"));
            }
            Mapped::Nothing | Mapped::Again => {}
        }
    }

    /// What `handle_pte_fault()` does with a PTE.
    fn pte_fault(&self, k: &Ctx<'_>, ptep: Addr) {
        let orig_pte = k.cpu.read_once(ptep);
        if k.pte_none(orig_pte) {
            k.pte_unmap();
            k.cpu.note(Note::Return("no page: allocates one"));
            return;
        }
        if !k.pte_present(orig_pte) {
            k.pte_unmap();
            self.migration_entry_wait(k);
            return;
        }
        if k.arch().kernel() == Kernel::V6_1 {
            // pte_lockptr() reads the PMD once more, for the lock.
            k.cpu.read_once(self.pmdp);
        }
        let pte = k.cpu.read_once(ptep);
        if pte.bits == orig_pte.bits {
            if k.pte_write(pte) {
                let changed = k.set_access_flags(ptep, k.pte_mkdirty_mkyoung(pte));
                if !changed && k.arch().facts().mmu.spurious_fault_flushes {
                    k.flush_tlb();
                }
            } else {
                k.pte_page(pte);
            }
        }
        k.pte_unmap();
    }

    /// `migration_entry_wait()`.
    fn migration_entry_wait(&self, k: &Ctx<'_>) {
        let _fn = k.enter("migration_entry_wait");
        if let Mapped::Entry(ptep) = pte_offset_map_lock(k, self.pmdp) {
            k.cpu.read_once(ptep);
            k.pte_unmap();
            k.cpu.note(Note::Return("waits for the migration, if it is still under way"));
        }
    }
}

impl Routine for Fault {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("__handle_mm_fault");
        let orig_pmd = self.orig_pmd(k);
        if k.pmd_none(orig_pmd) {
            self.handle_pte_fault(k);
            return;
        }
        if !k.pmd_present(orig_pmd) {
            let supported = k.arch().thp_migration_supported();
            let migration = k.is_pmd_migration_entry(orig_pmd);
            if supported {
                let text = match k.arch().kernel() {
                    Kernel::V6_1 => "VM_BUG_ON(!is_pmd_migration_entry(vmf.orig_pmd))",
                    Kernel::V6_12 => "VM_BUG_ON(!is_pmd_migration_entry(orig_pmd))",
                };
                k.warn_on(!migration, text, orig_pmd);
            }
            if migration {
                self.pmd_migration_entry_wait(k);
            }
            return;
        }
        if k.pmd_trans_huge(orig_pmd) || k.pmd_devmap(orig_pmd) {
            if k.pmd_protnone(orig_pmd) {
                self.huge_handler(k, orig_pmd, "do_huge_pmd_numa_page");
            } else if k.pmd_write(orig_pmd) {
                self.huge_pmd_set_accessed(k, orig_pmd);
            } else {
                self.huge_handler(k, orig_pmd, "do_huge_pmd_wp_page");
            }
            return;
        }
        self.handle_pte_fault(k);
    }
}
