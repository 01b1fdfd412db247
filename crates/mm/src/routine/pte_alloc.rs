//! Publishing a new page table, and walking it.
//!
//! Source: mm/memory.c `__pte_alloc()` and `pmd_install()` of 6.1.192 and 6.12.117; the barrier between
//! clearing the table and linking it is that of 362a61ad6119. The page is cleared as the page allocator does for
//! `__GFP_ZERO`. Not modelled: the table's own lock, accounting. A walker relies on the address dependency from
//! its first read to its second; only Alpha does not preserve that order.

use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, LockId, Note, TableId};

const PUBLISH_BARRIER: Guard =
    Guard::new("publish-barrier", "a CPU that finds the new table sees it cleared");
const ADDRESS_DEPENDENCY: Guard =
    Guard::new("address-dependency", "an entry is not read before the link to its table");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&PTE_ALLOC, &WALK_TABLE];

static PTE_ALLOC: RoutineSpec = RoutineSpec {
    name: "pte_alloc",
    summary: "clears a page and links it as a page table",
    kernel: &["mm/memory.c __pte_alloc(), pmd_install() (6.1, 6.12)"],
    enters: &["__pte_alloc"],
    args: &[
        ArgSpec::PMD,
        ArgSpec::PMD_LOCK,
        ArgSpec::required("table", ArgKind::Table, "the page that becomes a table"),
    ],
    guards: &[PUBLISH_BARRIER],
    build: |args| {
        Box::new(PteAlloc {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            table: args.table("table"),
            barrier: args.on(PUBLISH_BARRIER),
        })
    },
    ..RoutineSpec::BASE
};

static WALK_TABLE: RoutineSpec = RoutineSpec {
    name: "walk-table",
    summary: "finds the table of a PMD without a lock and reads one of its entries",
    kernel: &["include/linux/pgtable.h pte_offset_map() and the read that follows it (6.1, 6.12)"],
    enters: &["walk_table"],
    args: &[ArgSpec::PMD],
    guards: &[ADDRESS_DEPENDENCY],
    build: |args| Box::new(Walk { pmdp: args.pmd("pmd"), dependency: args.on(ADDRESS_DEPENDENCY) }),
    ..RoutineSpec::BASE
};

struct PteAlloc {
    pmd: Addr,
    ptl: LockId,
    table: TableId,
    barrier: bool,
}

impl Routine for PteAlloc {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("__pte_alloc");
        // The page allocator clears the page, which is private to this CPU until it is linked.
        for ptep in &k.kernel.tables[self.table.0].ptes {
            k.cpu.write_once(*ptep, k.none_pte());
        }
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmd);
        let none = k.pmd_none(pmd);
        if none {
            if self.barrier {
                k.cpu.smp_wmb();
            }
            k.pmd_populate(self.pmd, self.table);
        }
        k.cpu.spin_unlock(self.ptl);
        if !none {
            // Another CPU was first.
            k.pte_free(self.table);
        }
    }
}

struct Walk {
    pmdp: Addr,
    dependency: bool,
}

impl Routine for Walk {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("walk_table");
        let pmd = match self.dependency {
            true => k.cpu.read_once_dep(self.pmdp),
            false => k.cpu.read_once(self.pmdp),
        };
        if k.pmd_none(pmd) {
            k.cpu.note(Note::Return("no table yet"));
            return;
        }
        if let Some(ptep) = k.pte_offset_map(pmd) {
            k.cpu.read_once(ptep);
            k.cpu.note(Note::Return("an entry was read"));
        }
    }
}
