//! x86_64, 4K pages.
//!
//! Source: arch/x86/include/asm/{pgtable,pgtable_64,pgtable_types,pgtable-invert}.h and
//! arch/x86/mm/{pgtable,hugetlbpage}.c of 6.1.192 and 6.12.117.
//!
//! | bits  | name               | meaning                                                          |
//! |-------|--------------------|------------------------------------------------------------------|
//! | 0-2   | PRESENT, RW, USER  |                                                                  |
//! | 3-4   | PWT, PCD           | cache mode                                                       |
//! | 5-6   | ACCESSED, DIRTY    | set by hardware                                                  |
//! | 7     | PSE                | leaf; stays set while PRESENT is cleared by an invalidation      |
//! | 8     | GLOBAL             | PROTNONE when PRESENT is 0                                       |
//! | 9-11  | SPECIAL, UFFD_WP, SOFT_DIRTY | software                                               |
//! | 12    | PAT_LARGE          | in a leaf                                                        |
//! | 12-51 | pfn                | 21-51 in a leaf; stored inverted when PRESENT is 0 (L1TF)        |
//! | 57    | 6.12: DEVMAP       |                                                                  |
//! | 58    | 6.1: DEVMAP; 6.12: SAVED_DIRTY |                                                      |
//! | 59-62 | pkey               |                                                                  |
//! | 63    | NX                 |                                                                  |
//!
//! Swap words: soft-dirty 1, uffd-wp 2, exclusive 3, offset 9-58 stored inverted, type 59-63; bits 0,
//! 7 and 8 are zero. `pmdp_establish()` is a full exchange; the TLB flush interrupts the CPUs that use
//! the address space and returns when they have answered.

use crate::join::join;
use crate::word::{bit, bits};
use crate::{
    AccessFlags, Arch, ClearYoung, Establish, Facts, Field, GetAndClear, Kernel, KvmWalk,
    MemoryModel, MigrationFormat, Mmu, Pmd, Pte, SwpEntry, TlbFlush, View,
};

const PRESENT: u64 = bit(0);
const RW: u64 = bit(1);
const USER: u64 = bit(2);
const ACCESSED: u64 = bit(5);
const DIRTY: u64 = bit(6);
const PSE: u64 = bit(7);
const PROTNONE: u64 = bit(8);
const SPECIAL: u64 = bit(9);
const UFFD_WP: u64 = bit(10);
const SOFT_DIRTY: u64 = bit(11);
const NX: u64 = bit(63);
const SWP_SOFT_DIRTY: u64 = bit(1);
const SWP_UFFD_WP: u64 = bit(2);
const PAGE_SHIFT: u32 = 12;
const PMD_SHIFT: u32 = 21;
const PTE_PFN_MASK: u64 = bits(51, PAGE_SHIFT);
const PMD_PFN_MASK: u64 = bits(51, PMD_SHIFT);
/// A and D alone do not make a word non-empty (the Knights Landing erratum).
const KNL_ERRATUM: u64 = ACCESSED | DIRTY;
/// _PAGE_TABLE: what `pmd_populate()` adds for a user page table.
const PAGE_TABLE: u64 = PRESENT | RW | USER | ACCESSED | DIRTY;
const KERNPG_TABLE: u64 = PRESENT | RW | ACCESSED | DIRTY;
const PAGE_READONLY: u64 = PRESENT | USER | ACCESSED | NX;

/// The eras, oldest first.
pub(super) const ERAS: &[&dyn Arch] = &[
    &X86_64 {
        facts: facts("x86_64@6.1", Kernel::V6_1, [23, 24, 25], &FIELDS_6_1),
        devmap: bit(58),
        saved_dirty: 0,
    },
    &X86_64 {
        facts: facts("x86_64@6.12", Kernel::V6_12, [24, 25, 26], &FIELDS_6_12),
        devmap: bit(57),
        saved_dirty: bit(58),
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
        config: "46-bit physical, 4 levels, protection keys allow all, no SME, no shadow stacks",
        fields,
        page_shift: PAGE_SHIFT,
        pmd_shift: PMD_SHIFT,
        memory_model: MemoryModel::Tso,
        mmu: Mmu {
            establish: Establish::Xchg,
            get_and_clear: GetAndClear::Xchg,
            collapse: GetAndClear::Xchg,
            access_flags: AccessFlags::Store,
            clear_young: ClearYoung::TestAndClearBit,
            flush: TlbFlush::Ipi,
            set_pmd_at_flushes: false,
            invalidate_ad_flushes: false,
            collapse_interrupts: false,
            merge_vmas: true,
            spurious_fault_flushes: false,
            pte_clear_reads: false,
        },
        thp_migration: Some(MigrationFormat { types, pfn_bits: 46 - PAGE_SHIFT }),
        gup_fast: true,
        numa_balancing: true,
        move_pmd: true,
        // Selected by PARAVIRT.
        rcu_table_free: true,
        kvm_walk: Some(KvmWalk::HostPfnMappingLevel { was_lookup_address: true }),
        hw_dirty: true,
        mkinvalid_guard: false,
        contpte: false,
        wrprotect_reads: matches!(kernel, Kernel::V6_12),
        per_vma_lock: matches!(kernel, Kernel::V6_12),
        hw_pte_young: matches!(kernel, Kernel::V6_12),
        max_physmem_bits: 46,
        userfaultfd_wp: true,
        addr_to_pfn: false,
    }
}

/// x86_64 in one of its eras.
#[derive(Debug)]
struct X86_64 {
    facts: Facts,
    devmap: u64,
    /// SAVED_DIRTY: the dirty bit of a read-only entry in 6.12; 0 in 6.1.
    saved_dirty: u64,
}

/// `protnone_mask()`: all ones for a word whose pfn is stored inverted.
fn protnone_mask(word: u64) -> u64 {
    if word != 0 && word & PRESENT == 0 { u64::MAX } else { 0 }
}

fn pmd_pfn_mask(word: u64) -> u64 {
    if word & PSE != 0 { PMD_PFN_MASK } else { PTE_PFN_MASK }
}

/// `pfn_pmd()` with the given protection bits.
fn pfn_pmd(pfn: u64, prot: u64) -> u64 {
    ((pfn << PAGE_SHIFT) ^ protnone_mask(prot)) & PMD_PFN_MASK | prot
}

/// `__swp_entry()`: the offset is stored inverted between the type and bit 9.
fn swp(entry: SwpEntry) -> u64 {
    (!entry.offset << 14) >> 5 | entry.swp_type << 59
}

impl X86_64 {
    /// `_HPAGE_CHG_MASK`.
    fn kept(&self) -> u64 {
        let cache = bit(3) | bit(4);
        PTE_PFN_MASK
            | cache
            | SPECIAL
            | UFFD_WP
            | ACCESSED
            | DIRTY
            | self.saved_dirty
            | SOFT_DIRTY
            | self.devmap
            | PSE
    }

    /// `__pte_access_permitted()`; protection keys allow everything.
    fn access_permitted(word: u64, write: bool) -> bool {
        let need = PRESENT | USER | if write { RW } else { 0 };
        word & need == need
    }
}

impl Arch for X86_64 {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn pmd_none(&self, pmd: Pmd) -> bool {
        pmd.0 & !KNL_ERRATUM == 0
    }
    fn pmd_present(&self, pmd: Pmd) -> bool {
        pmd.0 & (PRESENT | PROTNONE | PSE) != 0
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        let flags = pmd.0 & !pmd_pfn_mask(pmd.0);
        flags & !(USER | ACCESSED) != KERNPG_TABLE & !ACCESSED
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        pmd.0 & (PSE | self.devmap) == PSE
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        pmd.0 & PSE != 0
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        !self.pmd_none(pmd) && pmd.0 & (PRESENT | PSE) != PRESENT
    }
    fn pmd_devmap(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & self.devmap != 0)
    }
    fn pmd_special(&self, pmd: Pmd) -> bool {
        self.facts.kernel == Kernel::V6_12 && pmd.0 & SPECIAL != 0
    }
    fn pmd_protnone(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & (PRESENT | PROTNONE) == PROTNONE)
    }
    fn pmd_write(&self, pmd: Pmd) -> bool {
        pmd.0 & RW != 0
    }
    fn pmd_dirty(&self, pmd: Pmd) -> bool {
        pmd.0 & (DIRTY | self.saved_dirty) != 0
    }
    fn pmd_young(&self, pmd: Pmd) -> bool {
        pmd.0 & ACCESSED != 0
    }
    fn pmd_soft_dirty(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & SOFT_DIRTY != 0)
    }
    fn pmd_pfn(&self, pmd: Pmd) -> u64 {
        ((pmd.0 ^ protnone_mask(pmd.0)) & pmd_pfn_mask(pmd.0)) >> PAGE_SHIFT
    }
    fn hw_valid(&self, pmd: Pmd) -> bool {
        pmd.0 & PRESENT != 0
    }
    fn hw_store(&self, pmd: Pmd) -> Option<Pmd> {
        Self::access_permitted(pmd.0, true).then_some(Pmd(pmd.0 | ACCESSED | DIRTY))
    }
    fn pmd_access_permitted(&self, pmd: Pmd, write: bool) -> bool {
        Self::access_permitted(pmd.0, write)
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        let flags = pmd.0 & !pmd_pfn_mask(pmd.0);
        Pmd(pfn_pmd(self.pmd_pfn(pmd), flags & !(PRESENT | PROTNONE)))
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | PSE)
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | RW;
        // A writable entry has its dirty bit in the hardware's position.
        if word & self.saved_dirty != 0 { Pmd(word & !self.saved_dirty | DIRTY) } else { Pmd(word) }
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 & !RW;
        // 6.12: a read-only entry with the hardware's dirty bit would be a shadow stack.
        if self.saved_dirty != 0 && word & DIRTY != 0 {
            Pmd(word & !DIRTY | self.saved_dirty)
        } else {
            Pmd(word)
        }
    }
    fn pmd_modify_none(&self, pmd: Pmd) -> Option<Pmd> {
        // PAGE_NONE is young too, but its ACCESSED is one of the bits that are kept.
        let word = pmd.0 & self.kept() | PROTNONE;
        // flip_protnone_guard()
        let flipped = protnone_mask(pmd.0) != protnone_mask(word);
        let word = if flipped { word ^ PMD_PFN_MASK } else { word };
        // 6.12: a read-only entry with the hardware's dirty bit would be a shadow stack.
        let dirty = word & DIRTY != 0 && pmd.0 & RW != 0 && self.saved_dirty != 0;
        Some(Pmd(if dirty { word & !DIRTY | self.saved_dirty } else { word }))
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | DIRTY | SOFT_DIRTY;
        // As above: the dirty bit of a read-only entry moves.
        if self.saved_dirty != 0 && word & RW == 0 {
            Pmd(word & !DIRTY | self.saved_dirty)
        } else {
            Pmd(word)
        }
    }
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | ACCESSED)
    }
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !ACCESSED)
    }
    fn pfn_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn_pmd(pfn, PAGE_READONLY))
    }
    fn table_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PAGE_SHIFT | PAGE_TABLE)
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & pmd_pfn_mask(pmd.0)) >> PAGE_SHIFT
    }

    fn swp_entry_to_pmd(&self, entry: SwpEntry) -> Option<Pmd> {
        Some(Pmd(swp(entry)))
    }
    fn pmd_to_swp_entry(&self, pmd: Pmd) -> Option<SwpEntry> {
        let word = pmd.0 & !(SWP_SOFT_DIRTY | SWP_UFFD_WP);
        Some(SwpEntry::new(word >> 59, (!word << 5) >> 14))
    }
    fn pmd_swp_soft_dirty(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & SWP_SOFT_DIRTY != 0)
    }
    fn pmd_swp_uffd_wp(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & SWP_UFFD_WP != 0)
    }

    fn pte_none(&self, pte: Pte) -> bool {
        pte.0 & !KNL_ERRATUM == 0
    }
    fn pte_present(&self, pte: Pte) -> bool {
        pte.0 & (PRESENT | PROTNONE) != 0
    }
    fn pte_special(&self, pte: Pte) -> bool {
        pte.0 & SPECIAL != 0
    }
    fn pte_mksoft_dirty(&self, pte: Pte) -> Pte {
        Pte(pte.0 | SOFT_DIRTY)
    }
    fn pte_clear_soft_dirty(&self, pte: Pte) -> Pte {
        Pte(pte.0 & !SOFT_DIRTY)
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        ((pte.0 ^ protnone_mask(pte.0)) & PTE_PFN_MASK) >> PAGE_SHIFT
    }
    fn pte_access_permitted(&self, pte: Pte, write: bool) -> bool {
        Self::access_permitted(pte.0, write)
    }
    fn mk_pte(&self, pfn: u64) -> Pte {
        Pte((pfn << PAGE_SHIFT) & PTE_PFN_MASK | PAGE_READONLY)
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        Pte(swp(entry))
    }
}

/// The fields of all eras below the bits in which they differ.
const FIELDS_LOW: &[Field] = &[
    Field::flag("PRESENT", 0),
    Field::flag("RW", 1),
    Field::flag("USER", 2),
    Field::flag("PWT", 3),
    Field::flag("PCD", 4),
    Field::flag("ACCESSED", 5),
    Field::flag("DIRTY", 6),
    Field::flag("PSE", 7),
    Field::flag("GLOBAL/PROTNONE", 8),
    Field::flag("SPECIAL", 9),
    Field::flag("UFFD_WP", 10),
    Field::flag("SOFT_DIRTY", 11),
    Field::run("pfn", 51, 12),
];

/// The fields of all eras above those bits.
const FIELDS_HIGH: &[Field] = &[
    Field::run("pkey", 62, 59),
    Field::flag("NX", 63),
    Field::flag("soft-dirty", 1).when(View::Swap),
    Field::flag("uffd-wp", 2).when(View::Swap),
    Field::run("~offset", 58, 9).when(View::Swap),
    Field::run("type", 63, 59).when(View::Swap),
];

static FIELDS_6_1: [Field; 21] =
    join(&[FIELDS_LOW, &[Field::flag("SOFTW5", 57), Field::flag("DEVMAP", 58)], FIELDS_HIGH]);

static FIELDS_6_12: [Field; 21] =
    join(&[FIELDS_LOW, &[Field::flag("DEVMAP", 57), Field::flag("SAVED_DIRTY", 58)], FIELDS_HIGH]);
