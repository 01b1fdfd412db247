//! 32-bit arm with the large physical address extension (LPAE): 64-bit entries, 4K pages.
//!
//! Source: arch/arm/include/asm/{pgtable,pgtable-3level,pgtable-3level-hwdef,pgalloc}.h and
//! arch/arm/mm/{mmu,hugetlbpage}.c, arch/arm/kernel/smp_tlb.c of 6.1.192.
//!
//! | bits  | name               | meaning                                                          |
//! |-------|--------------------|------------------------------------------------------------------|
//! | 0     | VALID              | the hardware walker uses the entry                               |
//! | 1     | TABLE              | 1: next-level table (or page, in a PTE); 0: section              |
//! | 2-4   | AttrIndx           | memory type                                                      |
//! | 6, 7  | USER, AP2          | AP2 is the hardware's read-only bit                              |
//! | 8-9   | SH                 | shareability                                                     |
//! | 10    | AF                 | accessed (young)                                                 |
//! | 11    | nG                 | not global                                                       |
//! | 12-39 | output address     |                                                                  |
//! | 53-54 | PXN, XN            |                                                                  |
//! | 55    | DIRTY              | software                                                         |
//! | 56-57 | SPECIAL, NONE      | software; NONE is PROT_NONE                                      |
//! | 58    | RDONLY             | software                                                         |
//!
//! There are no swap PMDs; swap PTEs are 32 bits wide: type 2-6, offset 7-31. **An invalidated section is not
//! present, yet `pmd_trans_huge()`**, while `pmd_leaf()` tests VALID and is false. `pmdp_establish()` is the
//! generic plain read and `set_pmd_at()`, a plain store. The changes that `set_pmd_at()` makes to the word
//! are not applied here: it sets nG, sets AP2 unless the word is dirty and writable, and clears VALID in a
//! NONE word. The TLB flush is a broadcast; CPUs without one, and early Cortex-A15, interrupt each other.

use crate::word::{bit, bits};
use crate::{
    AccessFlags, Arch, ClearYoung, Establish, Facts, Field, GetAndClear, Kernel, MemoryModel, Mmu,
    Pmd, Pte, SwpEntry, TlbFlush,
};

const VALID: u64 = bit(0);
const TABLE: u64 = bit(1);
const TYPE: u64 = bits(1, 0);
const USER: u64 = bit(6);
const AF: u64 = bit(10);
const XN: u64 = bit(54);
const DIRTY: u64 = bit(55);
const SPECIAL: u64 = bit(56);
const RDONLY: u64 = bit(58);
const PAGE_SHIFT: u32 = 12;
const PMD_SHIFT: u32 = 21;
const ADDRESS: u64 = bits(39, PAGE_SHIFT);
const PMD_ADDRESS: u64 = bits(39, PMD_SHIFT);
/// PAGE_READONLY without the memory type and shareability that the kernel adds at boot.
const PAGE_READONLY: u64 = TYPE | AF | USER | RDONLY | XN;

/// The eras.
pub(super) const ERAS: &[&dyn Arch] = &[&ArmLpae];

static FACTS: Facts = Facts {
    name: "arm-lpae@6.1",
    kernel: Kernel::V6_1,
    config: "4K pages, 40-bit physical, words as before set_pmd_at(), memory type and shareability 0",
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
        flush: TlbFlush::Broadcast,
        set_pmd_at_flushes: false,
        invalidate_ad_flushes: true,
        collapse_interrupts: false,
        merge_vmas: false,
        spurious_fault_flushes: true,
        pte_clear_reads: false,
    },
    thp_migration: None,
    gup_fast: true,
    numa_balancing: false,
    move_pmd: false,
    // With SMP.
    rcu_table_free: true,
    kvm_walk: None,
    hw_dirty: false,
    mkinvalid_guard: false,
    contpte: false,
    wrprotect_reads: false,
    per_vma_lock: false,
    hw_pte_young: false,
    max_physmem_bits: 36,
    userfaultfd_wp: false,
    addr_to_pfn: false,
};

/// arm with LPAE, in the 6.1 tree.
#[derive(Debug)]
struct ArmLpae;

impl Arch for ArmLpae {
    fn facts(&self) -> &Facts {
        &FACTS
    }

    fn pmd_present(&self, pmd: Pmd) -> bool {
        pmd.0 & VALID != 0
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        pmd.0 & TABLE == 0
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        pmd.0 != 0 && pmd.0 & TYPE != TYPE
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        pmd.0 & TYPE == VALID
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        pmd.0 != 0 && pmd.0 & TABLE == 0
    }
    fn pmd_write(&self, pmd: Pmd) -> bool {
        pmd.0 & RDONLY == 0
    }
    fn pmd_dirty(&self, pmd: Pmd) -> bool {
        pmd.0 & DIRTY != 0
    }
    fn pmd_young(&self, pmd: Pmd) -> bool {
        pmd.0 & AF != 0
    }
    fn pmd_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & PMD_ADDRESS) >> PAGE_SHIFT
    }
    fn hw_valid(&self, pmd: Pmd) -> bool {
        pmd.0 & VALID != 0
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !VALID)
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !TABLE)
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !RDONLY)
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | RDONLY)
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | DIRTY)
    }
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | AF)
    }
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !AF)
    }
    fn pfn_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PAGE_SHIFT | PAGE_READONLY)
    }
    fn table_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PAGE_SHIFT | TYPE)
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & ADDRESS) >> PAGE_SHIFT
    }

    fn pte_present(&self, pte: Pte) -> bool {
        // Either bit: a PROT_NONE page has VALID cleared but keeps the other.
        pte.0 & TYPE != 0
    }
    fn pte_special(&self, pte: Pte) -> bool {
        pte.0 & SPECIAL != 0
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        (pte.0 & ADDRESS) >> PAGE_SHIFT
    }
    fn pte_access_permitted(&self, pte: Pte, write: bool) -> bool {
        pte.0 & (TYPE | USER) == TYPE | USER && (!write || pte.0 & RDONLY == 0)
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        // swp_entry_t is one 32-bit word on this architecture.
        Pte((entry.swp_type << 2 | entry.offset << 7) & bits(31, 0))
    }
}

static FIELDS: [Field; 15] = [
    Field::flag("VALID", 0),
    Field::flag("TABLE", 1),
    Field::run("AttrIndx", 4, 2),
    Field::flag("USER", 6),
    Field::flag("AP2", 7),
    Field::run("SH", 9, 8),
    Field::flag("AF", 10),
    Field::flag("nG", 11),
    Field::run("address", 39, 12),
    Field::flag("PXN", 53),
    Field::flag("XN", 54),
    Field::flag("DIRTY", 55),
    Field::flag("SPECIAL", 56),
    Field::flag("NONE", 57),
    Field::flag("RDONLY", 58),
];
