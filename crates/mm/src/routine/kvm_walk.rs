//! One level of KVM's walk of the host's page tables, and a collapse that removes the table under it.
//!
//! Source: arch/x86/kvm/mmu/mmu.c `host_pfn_mapping_level()` of 6.1.192, which contains 44187235cbcc; without
//! the guards it follows `lookup_address_in_mm()`, whose use that commit removed. The collapse is
//! mm/khugepaged.c `collapse_pte_mapped_thp()` with `install_pmd`, of 6.1.192. The upper entry is called a
//! PMD and the lower one a PTE here; the walk does the same between PUD and PMD, where it matters, because it
//! reads nothing below a PMD.

use pmdrace_pgtable::KvmWalk;

use super::collapse::collapse_and_free_pmd;
use super::{ArgKind, ArgSpec, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Note, TableId};

const ONE_LOAD: Guard = Guard::new(
    "one-load",
    "the tested value is the followed one, so a leaf is never followed as a table",
);
const IRQS_OFF: Guard = Guard::new(
    "irqs-off",
    "no table is freed during the walk by a CPU that interrupts all others first",
);

pub(super) static ROUTINES: &[&RoutineSpec] = &[&KVM_HOST_WALK, &COLLAPSE_PTE_MAPPED_THP];

static KVM_HOST_WALK: RoutineSpec = RoutineSpec {
    name: "kvm-host-walk",
    summary: "host_pfn_mapping_level(): a leaf here, or the level of the table below",
    kernel: &["arch/x86/kvm/mmu/mmu.c host_pfn_mapping_level() (6.1, 6.12)"],
    enters: &["host_pfn_mapping_level"],
    exists: |arch| match arch.facts().kvm_walk {
        Some(KvmWalk::HostPfnMappingLevel { was_lookup_address: true }) => Ok(()),
        _ => Err("only x86 had the walk before the fix"),
    },
    args: &[ArgSpec::required("pmd", ArgKind::Pmd, "the upper entry")],
    guards: &[ONE_LOAD, IRQS_OFF],
    build: |args| {
        Box::new(HostWalk {
            pmdp: args.pmd("pmd"),
            one_load: args.on(ONE_LOAD),
            irqs_off: args.on(IRQS_OFF),
        })
    },
};

static COLLAPSE_PTE_MAPPED_THP: RoutineSpec = RoutineSpec {
    name: "collapse_pte_mapped_thp",
    summary: "frees a table whose PTEs map one THP, and maps the THP by the PMD",
    kernel: &["mm/khugepaged.c collapse_pte_mapped_thp() with install_pmd (6.1)"],
    enters: &["collapse_and_free_pmd", "collapse_pte_mapped_thp", "tlb_remove_table_sync_one"],
    args: &[
        ArgSpec::required("pmd", ArgKind::Pmd, "the PMD that points to the table"),
        ArgSpec::PMD_LOCK,
        ArgSpec::required("table", ArgKind::Table, "the page table"),
        ArgSpec::required("huge", ArgKind::Folio, "the huge page"),
    ],
    build: |args| {
        Box::new(CollapsePteMapped {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            table: args.table("table"),
            huge: args.folio("huge"),
        })
    },
    ..RoutineSpec::BASE
};

struct HostWalk {
    pmdp: Addr,
    one_load: bool,
    irqs_off: bool,
}

impl HostWalk {
    fn walk(&self, k: &Ctx<'_>) -> &'static str {
        let pmd = k.cpu.read_once_dep(self.pmdp);
        if k.pmd_none(pmd) {
            return "PG_LEVEL_4K: nothing mapped";
        }
        if k.pmd_leaf(pmd) || !k.pmd_present(pmd) {
            return "a huge page";
        }
        let pmd = if self.one_load { pmd } else { k.cpu.read_once_dep(self.pmdp) };
        let Some(ptep) = k.pte_offset_map(pmd) else {
            return "nothing lies at that address: a real kernel would fault here";
        };
        let pte = k.ptep_get_lockless(ptep);
        if k.pte_present(pte) { "what the table maps" } else { "PG_LEVEL_4K" }
    }
}

impl Routine for HostWalk {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("host_pfn_mapping_level");
        if self.irqs_off {
            k.cpu.local_irq_save();
        }
        let level = self.walk(k);
        if self.irqs_off {
            k.cpu.local_irq_restore();
        }
        k.cpu.note(Note::Return(level));
    }
}

struct CollapsePteMapped {
    pmd: Addr,
    ptl: LockId,
    table: TableId,
    huge: FolioId,
}

impl Routine for CollapsePteMapped {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("collapse_pte_mapped_thp");
        collapse_and_free_pmd(k, self.pmd, self.table, true);
        // set_huge_pmd(), do_set_pmd()
        k.cpu.spin_lock(self.ptl);
        k.set_pmd_at(self.pmd, k.mk_huge_pmd(self.huge));
        k.cpu.spin_unlock(self.ptl);
        k.cpu.note(Note::Return("collapsed"));
    }
}
