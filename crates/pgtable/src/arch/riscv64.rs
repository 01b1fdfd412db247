//! riscv64, 4K pages, 39- to 57-bit addresses.
//!
//! Source: arch/riscv/include/asm/{pgtable,pgtable-64,pgtable-bits,pgalloc}.h and arch/riscv/mm/{tlbflush,
//! hugetlbpage}.c of 6.1.192 and 6.12.117. The 6.12 tree has a devmap bit, an exclusive bit in swap
//! words (which moved type and offset up by one) and GUP-fast.
//!
//! | bits  | name               | meaning                                                          |
//! |-------|--------------------|------------------------------------------------------------------|
//! | 0     | V                  | valid                                                            |
//! | 1-3   | R, W, X            | all three clear: next-level table; otherwise a leaf              |
//! | 4     | U                  | user                                                             |
//! | 5     | G                  | global; PROT_NONE when V is 0                                    |
//! | 6-7   | A, D               | accessed, dirty                                                  |
//! | 8     | SPECIAL            | software                                                         |
//! | 9     | 6.12: DEVMAP       | software                                                         |
//! | 10-53 | pfn                | PFNs of a PMD leaf are rounded down to 2M when decoded           |
//! | 61-62 | PBMT               | memory type (Svpbmt)                                             |
//! | 63    | N                  | contiguous range (Svnapot)                                       |
//!
//! Swap words: bits 0-3 and 5 are zero; 6.1 type 6-10, offset 11-63; 6.12 exclusive 6, type 7-11, offset
//! 12-63. `__swp_entry_to_pmd()` and its inverse are the identity. An invalidated leaf keeps R, W and X,
//! which is why `pmd_present()` tests them; no other bit marks it as invalidated, so the generic
//! `pmd_access_permitted()` **lets GUP-fast through**. `pmdp_establish()` is a full exchange. The TLB flush
//! of 6.1 is a firmware call. So is that of 6.12, unless the interrupt controller lets Linux send interrupts
//! itself, which would wait for IRQ-off sections; the firmware call is what is modelled.

use crate::join::join;
use crate::word::{SwpLayout, bit, bits};
use crate::{
    AccessFlags, Arch, ClearYoung, Establish, Facts, Field, GetAndClear, Kernel, MemoryModel,
    MigrationFormat, Mmu, Pmd, Pte, SwpEntry, TlbFlush, View,
};

const PRESENT: u64 = bit(0);
const READ: u64 = bit(1);
const WRITE: u64 = bit(2);
const LEAF: u64 = bits(3, 1);
const USER: u64 = bit(4);
const PROT_NONE: u64 = bit(5);
const ACCESSED: u64 = bit(6);
const DIRTY: u64 = bit(7);
const SPECIAL: u64 = bit(8);
const PFN_SHIFT: u32 = 10;
const PFN: u64 = bits(53, PFN_SHIFT);
const PAGE_SHIFT: u32 = 12;
const PMD_SHIFT: u32 = 21;
/// Mask of the page frames within one PMD.
const PMD_PAGES: u64 = bits(PMD_SHIFT - PAGE_SHIFT - 1, 0);
const PAGE_READ: u64 = PRESENT | ACCESSED | USER | READ;

/// The eras, oldest first.
pub(super) const ERAS: &[&dyn Arch] = &[
    &Riscv64 {
        facts: facts("riscv64@6.1", Kernel::V6_1, [28, 29, 30], &FIELDS_6_1),
        devmap: None,
        swp: SwpLayout { swp_type: (10, 6), offset: (63, 11) },
    },
    &Riscv64 {
        facts: facts("riscv64@6.12", Kernel::V6_12, [24, 25, 26], &FIELDS_6_12),
        devmap: Some(bit(9)),
        swp: SwpLayout { swp_type: (11, 7), offset: (63, 12) },
    },
];

/// The facts, most of which are the same in all eras.
const fn facts(
    name: &'static str,
    kernel: Kernel,
    types: [u64; 3],
    fields: &'static [Field],
) -> Facts {
    Facts {
        name,
        kernel,
        config: "4K pages, 44-bit page frame numbers, no Svpbmt, Svnapot or T-Head memory types",
        fields,
        page_shift: PAGE_SHIFT,
        pmd_shift: PMD_SHIFT,
        memory_model: MemoryModel::Rvwmo,
        mmu: Mmu {
            establish: Establish::Xchg,
            get_and_clear: GetAndClear::Xchg,
            collapse: GetAndClear::Xchg,
            access_flags: AccessFlags::Store,
            clear_young: ClearYoung::TestAndClearBit,
            flush: TlbFlush::Firmware,
            set_pmd_at_flushes: false,
            invalidate_ad_flushes: true,
            collapse_interrupts: false,
            merge_vmas: false,
            spurious_fault_flushes: false,
            pte_clear_reads: false,
        },
        thp_migration: Some(MigrationFormat { types, pfn_bits: 56 - PAGE_SHIFT }),
        gup_fast: !matches!(kernel, Kernel::V6_1),
        numa_balancing: true,
        move_pmd: true,
        rcu_table_free: matches!(kernel, Kernel::V6_12),
        kvm_walk: None,
        hw_dirty: false,
        mkinvalid_guard: false,
        contpte: false,
        wrprotect_reads: false,
        per_vma_lock: matches!(kernel, Kernel::V6_12),
        hw_pte_young: false,
        max_physmem_bits: 56,
        userfaultfd_wp: false,
        addr_to_pfn: false,
    }
}

/// riscv64 in one of its eras.
#[derive(Debug)]
struct Riscv64 {
    facts: Facts,
    /// _PAGE_DEVMAP, in the eras that have it.
    devmap: Option<u64>,
    swp: SwpLayout,
}

impl Arch for Riscv64 {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn pmd_present(&self, pmd: Pmd) -> bool {
        pmd.0 & (PRESENT | PROT_NONE | LEAF) != 0
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        !self.pmd_present(pmd) || pmd.0 & LEAF != 0
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        self.pmd_leaf(pmd)
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        // A leaf bit alone makes the word present.
        pmd.0 & LEAF != 0
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        self.pmd_leaf(pmd)
    }
    fn pmd_devmap(&self, pmd: Pmd) -> Option<bool> {
        self.devmap.map(|devmap| pmd.0 & devmap != 0)
    }
    fn pmd_protnone(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & (PRESENT | PROT_NONE) == PROT_NONE)
    }
    fn pmd_write(&self, pmd: Pmd) -> bool {
        pmd.0 & WRITE != 0
    }
    fn pmd_dirty(&self, pmd: Pmd) -> bool {
        pmd.0 & DIRTY != 0
    }
    fn pmd_young(&self, pmd: Pmd) -> bool {
        pmd.0 & ACCESSED != 0
    }
    fn pmd_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & PFN) >> PFN_SHIFT & !PMD_PAGES
    }
    fn hw_valid(&self, pmd: Pmd) -> bool {
        pmd.0 & PRESENT != 0
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !(PRESENT | PROT_NONE))
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        pmd
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | WRITE)
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !WRITE)
    }
    fn pmd_modify_none(&self, pmd: Pmd) -> Option<Pmd> {
        Some(Pmd(pmd.0 & !(PRESENT | LEAF | USER) | PROT_NONE | READ))
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | DIRTY)
    }
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | ACCESSED)
    }
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !ACCESSED)
    }
    fn pfn_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PFN_SHIFT | PAGE_READ)
    }
    fn table_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PFN_SHIFT | PRESENT)
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & PFN) >> PFN_SHIFT
    }

    fn swp_entry_to_pmd(&self, entry: SwpEntry) -> Option<Pmd> {
        Some(Pmd(self.swp.encode(entry)))
    }
    fn pmd_to_swp_entry(&self, pmd: Pmd) -> Option<SwpEntry> {
        Some(self.swp.decode(pmd.0))
    }

    fn pte_present(&self, pte: Pte) -> bool {
        pte.0 & (PRESENT | PROT_NONE) != 0
    }
    fn pte_special(&self, pte: Pte) -> bool {
        pte.0 & SPECIAL != 0
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        (pte.0 & PFN) >> PFN_SHIFT
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        Pte(self.swp.encode(entry))
    }
}

/// The fields of all eras.
const FIELDS: &[Field] = &[
    Field::flag("V", 0),
    Field::flag("R", 1),
    Field::flag("W", 2),
    Field::flag("X", 3),
    Field::flag("U", 4),
    Field::flag("G/PROT_NONE", 5),
    Field::flag("A", 6),
    Field::flag("D", 7),
    Field::flag("SPECIAL", 8),
    Field::run("pfn", 53, 10),
    Field::run("PBMT", 62, 61),
    Field::flag("N", 63),
];

static FIELDS_6_1: [Field; 15] = join(&[
    FIELDS,
    &[
        Field::flag("RSW", 9),
        Field::run("type", 10, 6).when(View::Swap),
        Field::run("offset", 63, 11).when(View::Swap),
    ],
]);

static FIELDS_6_12: [Field; 15] = join(&[
    FIELDS,
    &[
        Field::flag("DEVMAP", 9),
        Field::run("type", 11, 7).when(View::Swap),
        Field::run("offset", 63, 12).when(View::Swap),
    ],
]);
