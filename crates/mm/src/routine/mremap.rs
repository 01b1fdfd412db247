//! mremap moving a whole page table while khugepaged removes it.
//!
//! Source: mm/mremap.c `move_page_tables()`, `get_old_pmd()`, `move_pgt_entry()` and `move_normal_pmd()` of
//! 6.12.117, which contains 6fa1066fc5d0; mm/khugepaged.c `retract_page_tables()`, `find_pmd_or_thp_or_none()` and
//! mm/pgtable-generic.c `pte_free_defer()` of 6.12.117. Not modelled: mmap_lock (each side holds another one, or
//! none), the table's own lock, moving single PTEs and huge pages, the upper page tables, the checks that exclude
//! anonymous and userfaultfd mappings. The table is freed at the end, rather than by a callback that may run from
//! `pte_free_defer()` on.

use pmdrace_pgtable::{Arch, Kernel};

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Meaning, Note, TableId, Word};

const RECHECK_PRESENT: Guard =
    Guard::new("recheck-present", "the moved entry is still a table once the locks are held");

const RMAP: ArgSpec = ArgSpec::required("rmap", ArgKind::Sem, "the file's i_mmap_rwsem");
const OLD_PTL: ArgSpec = ArgSpec::required("old-ptl", ArgKind::Lock, "the old PMD's lock");

/// Restricts a routine to kernels whose mremap moves page tables and whose khugepaged retracts them without
/// mmap_lock.
fn races_with_retract(arch: &dyn Arch) -> Result<(), &'static str> {
    if arch.kernel() < Kernel::V6_12 {
        return Err("khugepaged takes mmap_lock, as mremap does");
    }
    arch.facts().move_pmd.then_some(()).ok_or("mremap does not move whole page tables")
}

pub(super) static ROUTINES: &[&RoutineSpec] = &[&MOVE_NORMAL_PMD, &RETRACT_PAGE_TABLES];

static MOVE_NORMAL_PMD: RoutineSpec = RoutineSpec {
    name: "move_normal_pmd",
    summary: "moves a page table from one PMD to another",
    kernel: &["mm/mremap.c move_page_tables(), move_pgt_entry(), move_normal_pmd() (6.12)"],
    enters: &["move_normal_pmd", "move_page_tables"],
    exists: races_with_retract,
    args: &[
        ArgSpec::required("old", ArgKind::Pmd, "the old PMD"),
        ArgSpec::required("new", ArgKind::Pmd, "the new PMD"),
        RMAP,
        OLD_PTL,
        ArgSpec::required("new-ptl", ArgKind::Lock, "the new PMD's lock"),
    ],
    guards: &[RECHECK_PRESENT],
    build: |args| {
        Box::new(Move {
            old: args.pmd("old"),
            new: args.pmd("new"),
            rmap: args.sem("rmap"),
            old_ptl: args.lock("old-ptl"),
            new_ptl: args.lock("new-ptl"),
            recheck: args.on(RECHECK_PRESENT),
        })
    },
};

static RETRACT_PAGE_TABLES: RoutineSpec = RoutineSpec {
    name: "retract_page_tables",
    summary: "removes the page table of a file mapping, and frees it after a grace period",
    kernel: &["mm/khugepaged.c retract_page_tables() (6.12)"],
    enters: &["retract_page_tables"],
    exists: |arch| match arch.kernel() {
        Kernel::V6_1 => {
            Err("khugepaged takes mmap_lock, and frees the table without a grace period")
        }
        Kernel::V6_12 => Ok(()),
    },
    args: &[
        ArgSpec::required("pmd", ArgKind::Pmd, "the PMD that points to the table"),
        RMAP,
        OLD_PTL,
        ArgSpec::required("table", ArgKind::Table, "the page table"),
    ],
    build: |args| {
        Box::new(Retract {
            pmd: args.pmd("pmd"),
            rmap: args.sem("rmap"),
            ptl: args.lock("old-ptl"),
            table: args.table("table"),
        })
    },
    guards: &[],
};

struct Move {
    old: Addr,
    new: Addr,
    rmap: LockId,
    old_ptl: LockId,
    new_ptl: LockId,
    recheck: bool,
}

impl Move {
    /// `move_normal_pmd()`; returns whether it moved the table.
    fn move_table(&self, k: &Ctx<'_>) -> bool {
        let _fn = k.enter("move_normal_pmd");
        let new = k.cpu.read_once(self.new);
        let established = !k.pmd_none(new);
        k.warn_on(established, "WARN_ON_ONCE(!pmd_none(*new_pmd))", new);
        if established {
            return false;
        }
        k.cpu.spin_lock(self.old_ptl);
        k.cpu.spin_lock(self.new_ptl);
        let moved = self.move_locked(k);
        k.cpu.spin_unlock(self.new_ptl);
        k.cpu.spin_unlock(self.old_ptl);
        moved
    }

    /// `move_normal_pmd()` with its locks held.
    fn move_locked(&self, k: &Ctx<'_>) -> bool {
        let pmd = k.cpu.read_once(self.old);
        if self.recheck && (!k.pmd_present(pmd) || k.pmd_leaf(pmd)) {
            return false;
        }
        k.pmd_clear(self.old);
        // pmd_populate() of pmd_pgtable()
        let pfn = k.arch().table_pfn(pmd.pmd());
        match k.kernel.table_at(pfn) {
            Some(table) => k.pmd_populate(self.new, table),
            None => {
                let nothing = Word::new(k.arch().table_pmd(pfn).0, Meaning::None);
                k.cpu.write_once(self.new, nothing);
            }
        }
        k.flush_tlb();
        true
    }

    /// `move_page_tables()` within the notifier.
    fn move_range(&self, k: &Ctx<'_>) -> &'static str {
        let pmd = k.cpu.read_once(self.old); // get_old_pmd()
        if k.pmd_none(pmd) {
            return "nothing to move";
        }
        let pmd = k.cpu.read_once(self.old);
        let swap = !k.pmd_none(pmd) && !k.pmd_present(pmd);
        if swap || k.pmd_trans_huge(pmd) || k.pmd_devmap(pmd) {
            return "moves or splits a huge page";
        }
        k.cpu.down_write(self.rmap);
        let moved = self.move_table(k);
        k.cpu.up_write(self.rmap);
        if moved {
            return "moved";
        }
        let pmd = k.cpu.read_once(self.old);
        if k.pmd_none(pmd) { "no table here any more" } else { "moves PTE by PTE" }
    }
}

impl Routine for Move {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("move_page_tables");
        k.invalidate_range_start();
        let done = self.move_range(k);
        k.invalidate_range_end();
        k.cpu.note(Note::Return(done));
    }
}

struct Retract {
    pmd: Addr,
    rmap: LockId,
    ptl: LockId,
    table: TableId,
}

impl Retract {
    /// `retract_page_tables()` of one mapping; returns whether it took the table away.
    fn retract(&self, k: &Ctx<'_>) -> bool {
        let pmd = k.cpu.read_once(self.pmd); // find_pmd_or_thp_or_none()
        if k.pmd_none(pmd) || !k.pmd_present(pmd) || k.pmd_trans_huge(pmd) || k.pmd_bad(pmd) {
            return false;
        }
        k.invalidate_range_start();
        k.cpu.spin_lock(self.ptl);
        k.pte_offset_map(k.cpu.read_once_dep(self.pmd)); // pte_lockptr()
        k.pmdp_collapse_flush(self.pmd);
        k.cpu.spin_unlock(self.ptl);
        k.invalidate_range_end();
        true
    }
}

impl Routine for Retract {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("retract_page_tables");
        k.cpu.down_read(self.rmap);
        let retracted = self.retract(k);
        k.cpu.up_read(self.rmap);
        if !retracted {
            k.cpu.note(Note::Return("no table to retract"));
            return;
        }
        // pte_free_defer()
        k.cpu.synchronize_rcu();
        k.pte_free(self.table);
        k.cpu.note(Note::Return("retracted"));
    }
}
