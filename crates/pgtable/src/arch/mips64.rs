//! mips64 release 2 or later, 16K pages, 3 levels.
//!
//! Source: arch/mips/include/asm/{pgtable,pgtable-64,pgtable-bits,pgalloc}.h and arch/mips/mm/{pgtable-64,
//! hugetlbpage}.c of 6.1.192. The kernel's configuration determines the bit positions; this is the layout
//! with huge pages and the read/execute-inhibit bits (RIXI). Software refills the TLB.
//!
//! | bits  | name               | meaning                                                          |
//! |-------|--------------------|------------------------------------------------------------------|
//! | 0     | PRESENT            | software                                                         |
//! | 1-3   | WRITE, ACCESSED, MODIFIED | software                                                  |
//! | 4     | HUGE               | leaf; stays set while PRESENT is cleared by an invalidation      |
//! | 5     | SPECIAL            | software                                                         |
//! | 6-7   | NO_EXEC, NO_READ   |                                                                  |
//! | 8     | GLOBAL             |                                                                  |
//! | 9     | VALID              | cleared while the entry is old (SILENT_READ)                     |
//! | 10    | DIRTY              | the hardware's write enable (SILENT_WRITE)                       |
//! | 11-13 | cache              | cache mode                                                       |
//! | 16-63 | pfn                |                                                                  |
//!
//! A none PMD holds the address of `invalid_pte_table`, not 0, and a table PMD is a kernel virtual
//! address. There are no swap PMDs; swap PTEs: type 16-23, offset 24-63. **An invalidated leaf is not
//! present, yet `pmd_trans_huge()`.** `pmdp_establish()` is the generic plain read and plain store;
//! the TLB flush interrupts the CPUs (a broadcast exists on cores with memory-map IDs).

use crate::word::{bit, bits};
use crate::{
    AccessFlags, Arch, ClearYoung, Establish, Facts, Field, GetAndClear, Kernel, MemoryModel, Mmu,
    Pmd, Pte, SwpEntry, TlbFlush,
};

const PRESENT: u64 = bit(0);
const WRITE: u64 = bit(1);
const ACCESSED: u64 = bit(2);
const MODIFIED: u64 = bit(3);
const HUGE: u64 = bit(4);
const SPECIAL: u64 = bit(5);
const NO_EXEC: u64 = bit(6);
const GLOBAL: u64 = bit(8);
const VALID: u64 = bit(9);
const DIRTY: u64 = bit(10);
/// Cacheable coherent, shifted into the cache field.
const CACHE_COHERENT: u64 = 5 << 11;
const PFN_SHIFT: u32 = 16;
const PAGE_SHIFT: u32 = 14;
const PMD_SHIFT: u32 = 25;
/// The directly mapped, cacheable coherent window that page-table addresses lie in.
const DIRECT_MAP: u64 = 0xa800_0000_0000_0000;
/// The physical address within an address of that window.
const TO_PHYS: u64 = bits(58, 0);
/// A stand-in for the address of `invalid_pte_table`; that of a real kernel depends on its link.
const INVALID_PTE_TABLE: u64 = 0xa800_0000_012a_4000;
/// The protection of private read-only data, young.
const PAGE_READONLY: u64 = PRESENT | ACCESSED | NO_EXEC | VALID | CACHE_COHERENT;

/// The eras.
pub(super) const ERAS: &[&dyn Arch] = &[&Mips64];

static FACTS: Facts = Facts {
    name: "mips64@6.1",
    kernel: Kernel::V6_1,
    config: "release 2, 16K pages, 3 levels, huge pages, RIXI, cache mode 5",
    fields: &FIELDS,
    page_shift: PAGE_SHIFT,
    pmd_shift: PMD_SHIFT,
    memory_model: MemoryModel::Lkmm,
    mmu: Mmu {
        establish: Establish::ReadThenStore,
        get_and_clear: GetAndClear::ReadThenClear,
        collapse: GetAndClear::ReadThenClear,
        access_flags: AccessFlags::StoreThenFlush,
        clear_young: ClearYoung::ReadThenStore,
        flush: TlbFlush::Ipi,
        set_pmd_at_flushes: false,
        invalidate_ad_flushes: true,
        collapse_interrupts: false,
        merge_vmas: false,
        spurious_fault_flushes: false,
        pte_clear_reads: false,
    },
    thp_migration: None,
    gup_fast: true,
    numa_balancing: false,
    move_pmd: false,
    rcu_table_free: false,
    kvm_walk: None,
    hw_dirty: false,
    mkinvalid_guard: false,
    contpte: false,
    wrprotect_reads: false,
    per_vma_lock: false,
    hw_pte_young: false,
    max_physmem_bits: 48,
    userfaultfd_wp: false,
    addr_to_pfn: false,
};

/// mips64, in the 6.1 tree.
#[derive(Debug)]
struct Mips64;

impl Arch for Mips64 {
    fn facts(&self) -> &Facts {
        &FACTS
    }

    fn none_pmd(&self) -> Pmd {
        Pmd(INVALID_PTE_TABLE)
    }
    fn pmd_present(&self, pmd: Pmd) -> bool {
        if pmd.0 & HUGE != 0 { pmd.0 & PRESENT != 0 } else { !self.pmd_none(pmd) }
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        pmd.0 & HUGE == 0 && pmd.0 & bits(PAGE_SHIFT - 1, 0) != 0
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        pmd.0 & HUGE != 0
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        pmd.0 & HUGE != 0
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        pmd.0 & HUGE != 0
    }
    fn pmd_write(&self, pmd: Pmd) -> bool {
        pmd.0 & WRITE != 0
    }
    fn pmd_dirty(&self, pmd: Pmd) -> bool {
        pmd.0 & MODIFIED != 0
    }
    fn pmd_young(&self, pmd: Pmd) -> bool {
        pmd.0 & ACCESSED != 0
    }
    fn pmd_pfn(&self, pmd: Pmd) -> u64 {
        pmd.0 >> PFN_SHIFT
    }
    fn hw_valid(&self, pmd: Pmd) -> bool {
        pmd.0 & VALID != 0
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !(PRESENT | VALID | DIRTY))
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | HUGE)
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | WRITE;
        if word & MODIFIED != 0 { Pmd(word | DIRTY) } else { Pmd(word) }
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !(WRITE | DIRTY))
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | MODIFIED;
        if word & WRITE != 0 { Pmd(word | DIRTY) } else { Pmd(word) }
    }
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd {
        // NO_READ is clear in every entry of the model.
        Pmd(pmd.0 | ACCESSED | VALID)
    }
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !(ACCESSED | VALID))
    }
    fn pfn_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PFN_SHIFT | PAGE_READONLY)
    }
    fn table_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PAGE_SHIFT | DIRECT_MAP)
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & TO_PHYS) >> PAGE_SHIFT
    }

    fn pte_none(&self, pte: Pte) -> bool {
        pte.0 & !GLOBAL == 0
    }
    fn pte_present(&self, pte: Pte) -> bool {
        pte.0 & PRESENT != 0
    }
    fn pte_special(&self, pte: Pte) -> bool {
        pte.0 & SPECIAL != 0
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        pte.0 >> PFN_SHIFT
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        Pte(entry.swp_type << 16 | entry.offset << 24)
    }
}

static FIELDS: [Field; 13] = [
    Field::flag("PRESENT", 0),
    Field::flag("WRITE", 1),
    Field::flag("ACCESSED", 2),
    Field::flag("MODIFIED", 3),
    Field::flag("HUGE", 4),
    Field::flag("SPECIAL", 5),
    Field::flag("NO_EXEC", 6),
    Field::flag("NO_READ", 7),
    Field::flag("GLOBAL", 8),
    Field::flag("VALID", 9),
    Field::flag("DIRTY", 10),
    Field::run("cache", 13, 11),
    Field::run("pfn", 63, 16),
];
