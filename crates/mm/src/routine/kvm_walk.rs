//! One level of KVM's walk of the host's page tables, and a collapse that removes the table under it.
//!
//! Source: arch/x86/kvm/mmu/mmu.c `host_pfn_mapping_level()` of 6.1.192, which contains 44187235cbcc; without
//! the guards it follows `lookup_address_in_mm()`, whose use that commit removed. The collapse is
//! mm/khugepaged.c `collapse_pte_mapped_thp()` with `install_pmd`, and mm/memory.c `do_set_pmd()`, of 6.1.192 and
//! 6.12.117. The upper entry is called a PMD and the lower one a PTE here; the walk does the same between PUD and
//! PMD, where it matters, because it reads nothing below a PMD. Not modelled: mmap_lock, i_mmap_rwsem, the page
//! lock and the table's own lock, which no walk takes; more than one PTE. In 6.12 the table is freed at the end,
//! rather than by a callback that may run from `pte_free_defer()` on.

use pmdrace_pgtable::{Kernel, KvmWalk};

use super::collapse::{collapse_and_free_pmd, find_pmd, pte_offset_map_lock, pte_unmap};
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
    kernel: &["mm/khugepaged.c collapse_pte_mapped_thp() with install_pmd (6.1, 6.12)"],
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
        // lookup_address_in_pgd() took what is not present for a huge page.
        if self.one_load && !k.pmd_present(pmd) {
            return "PG_LEVEL_4K: not present";
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

impl CollapsePteMapped {
    /// Whether the PTE maps the huge page: what is done with each PTE that is not empty.
    fn maps_huge(&self, k: &Ctx<'_>, ptep: Addr) -> Option<bool> {
        let pte = k.cpu.read_once(ptep);
        if k.pte_none(pte) {
            return None;
        }
        Some(k.pte_present(pte) && k.pte_page(pte) == Some(self.huge))
    }

    /// `set_huge_pmd()`, `do_set_pmd()`.
    fn set_huge_pmd(&self, k: &Ctx<'_>) -> &'static str {
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmd);
        let free = k.pmd_none(pmd);
        if free {
            k.set_pmd_at(self.pmd, k.mk_huge_pmd(self.huge));
        }
        k.cpu.spin_unlock(self.ptl);
        if !free {
            return "SCAN_FAIL";
        }
        k.folio_get(self.huge);
        "SCAN_SUCCEED"
    }

    /// `collapse_pte_mapped_thp()` of 6.1, with the page locked.
    fn collapse_and_free(&self, k: &Ctx<'_>) -> &'static str {
        let Some(ptep) = pte_offset_map_lock(k, self.pmd, None) else { return "SCAN_PMD_NULL" };
        if self.maps_huge(k, ptep) == Some(false) {
            return "SCAN_FAIL";
        }
        if self.maps_huge(k, ptep).is_some() {
            k.folio_remove_rmap(self.huge);
            k.folio_ref_sub_and_test(self.huge, 1);
        }
        collapse_and_free_pmd(k, self.pmd, self.table, true);
        self.set_huge_pmd(k)
    }

    /// The same of 6.12, which leaves the table to RCU; the second value is whether it did.
    fn collapse_and_defer(&self, k: &Ctx<'_>) -> (&'static str, bool) {
        if let Err(result) = find_pmd(k, self.pmd) {
            return (result, false);
        }
        let Some(ptep) = pte_offset_map_lock(k, self.pmd, None) else {
            return ("SCAN_PMD_NULL", false);
        };
        let another = self.maps_huge(k, ptep) == Some(false);
        pte_unmap(k);
        if another {
            return ("SCAN_FAIL", false);
        }
        k.invalidate_range_start();
        // pte_offset_map_nolock()
        k.cpu.rcu_read_lock();
        k.pte_offset_map(k.cpu.read_once_dep(self.pmd));
        let mapped = self.maps_huge(k, ptep).is_some();
        if mapped {
            k.ptep_get_and_clear(ptep); // ptep_clear()
            k.folio_remove_rmap(self.huge);
        }
        pte_unmap(k);
        if mapped {
            k.folio_ref_sub_and_test(self.huge, 1);
        }
        k.cpu.spin_lock(self.ptl);
        k.pmdp_collapse_flush(self.pmd);
        k.cpu.spin_unlock(self.ptl);
        k.invalidate_range_end();
        (self.set_huge_pmd(k), true)
    }

    fn collapse(&self, k: &Ctx<'_>) -> (&'static str, bool) {
        if let Err(result) = find_pmd(k, self.pmd) {
            return (result, false);
        }
        // find_lock_page(), filemap_lock_folio(): a reference of the caller's own.
        if !k.try_get_folio(self.huge) {
            return ("SCAN_PAGE_NULL", false);
        }
        let done = match k.arch().kernel() {
            Kernel::V6_1 => (self.collapse_and_free(k), false),
            Kernel::V6_12 => self.collapse_and_defer(k),
        };
        k.folio_put(self.huge);
        done
    }
}

impl Routine for CollapsePteMapped {
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("collapse_pte_mapped_thp");
        let (result, deferred) = self.collapse(k);
        if deferred {
            // pte_free_defer()
            k.cpu.synchronize_rcu();
            k.pte_free(self.table);
        }
        k.cpu.note(Note::Return(result));
    }
}
