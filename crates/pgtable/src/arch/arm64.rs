//! arm64, 4K granule, 48-bit addresses.
//!
//! Source: arch/arm64/include/asm/{pgtable,pgtable-hwdef,pgtable-prot}.h and mm/hugetlbpage.c of
//! 6.1.192 and 6.12.117. The software layout differs by era: the 6.1 tree keeps PROT_NONE and
//! PMD_PRESENT_INVALID in bits 58 and 59, the 6.12 tree shares bit 11 (nG) for "present but invalid".
//!
//! | bits  | name                     | meaning                                                     |
//! |-------|--------------------------|-------------------------------------------------------------|
//! | 0     | VALID                    | the hardware walker uses the entry                          |
//! | 1     | TABLE                    | 1: next-level table (or page, in a PTE); 0: block           |
//! | 2-4   | AttrIndx                 | memory type                                                 |
//! | 6, 7  | USER, RDONLY             | AP bits 1 and 2                                             |
//! | 8-9   | SH                       | shareability                                                |
//! | 10    | AF                       | accessed (young)                                            |
//! | 11    | nG                       | not global; 6.12: PTE_PRESENT_INVALID when VALID is 0       |
//! | 12-47 | output address           | 6.12's mask reaches to bit 49, for LPA2                     |
//! | 50-52 | GP, DBM/WRITE, CONT      |                                                             |
//! | 53-54 | PXN, UXN                 |                                                             |
//! | 55-57 | DIRTY, SPECIAL, DEVMAP   | software                                                    |
//! | 58    | 6.1: PROT_NONE; 6.12: UFFD_WP | 6.1: only when VALID is 0                              |
//! | 59    | 6.1: PMD_PRESENT_INVALID | only when VALID is 0; in a table entry PXNTable             |
//!
//! Swap words: 6.1 type 3-7, offset 8-57; 6.12 exclusive 2, uffd-wp 3, type 6-10, offset 12-61.
//! `__swp_entry_to_pmd()` and its inverse are the identity. `pmdp_establish()` is `xchg_relaxed()`; the TLB
//! flush is a broadcast (`TLBI ...IS` between two DSBs) that does not wait for IRQ-off sections.

use crate::join::join;
use crate::word::{SwpLayout, bit, bits};
use crate::{
    AccessFlags, Arch, ClearYoung, Establish, Facts, Field, GetAndClear, Kernel, KvmWalk,
    MemoryModel, MigrationFormat, Mmu, Pmd, Pte, SwpEntry, TlbFlush, View,
};

const VALID: u64 = bit(0);
/// PTE_SWP_UFFD_WP.
const SWP_UFFD_WP: u64 = bit(3);
const TABLE: u64 = bit(1);
const TYPE: u64 = bits(1, 0);
const ATTRINDX: u64 = bits(4, 2);
const USER: u64 = bit(6);
const RDONLY: u64 = bit(7);
const SHARED: u64 = bits(9, 8);
const AF: u64 = bit(10);
const NG: u64 = bit(11);
const GP: u64 = bit(50);
const WRITE: u64 = bit(51);
const PXN: u64 = bit(53);
const UXN: u64 = bit(54);
const DIRTY: u64 = bit(55);
const SPECIAL: u64 = bit(56);
const DEVMAP: u64 = bit(57);
/// The permission overlay index, which 6.12 replaces with the protection even where it has no overlays.
const PO_IDX: u64 = bits(62, 60);
/// In a table entry: no privileged execution below (PMD_TABLE_PXN).
const TABLE_PXN: u64 = bit(59);
const PAGE_SHIFT: u32 = 12;
const PMD_SHIFT: u32 = 21;
const PMD_MASK: u64 = u64::MAX << PMD_SHIFT;
/// PAGE_READONLY: a valid, young, user page, not executable, inner shareable, normal memory (index 0).
const PAGE_READONLY: u64 = TYPE | AF | SHARED | USER | RDONLY | NG | PXN | UXN;

/// The eras, oldest first.
pub(super) const ERAS: &[&dyn Arch] = &[
    &Arm64 {
        facts: facts("arm64@6.1", Kernel::V6_1, &FIELDS_6_1),
        protnone: bit(58),
        present_invalid: bit(59),
        address: bits(47, 12),
        swp: SwpLayout { swp_type: (7, 3), offset: (57, 8) },
    },
    &Arm64 {
        facts: facts("arm64@6.12", Kernel::V6_12, &FIELDS_6_12),
        protnone: 0,
        present_invalid: NG,
        address: bits(49, 12),
        swp: SwpLayout { swp_type: (10, 6), offset: (61, 12) },
    },
];

/// The facts, most of which are the same in all eras.
const fn facts(name: &'static str, kernel: Kernel, fields: &'static [Field]) -> Facts {
    Facts {
        name,
        kernel,
        config: "4K pages, 48-bit VA and PA, no MTE, POE or LPA2, nG mappings",
        fields,
        page_shift: PAGE_SHIFT,
        pmd_shift: PMD_SHIFT,
        memory_model: MemoryModel::Armv8,
        mmu: Mmu {
            establish: Establish::XchgRelaxed,
            get_and_clear: GetAndClear::XchgRelaxed,
            collapse: GetAndClear::XchgRelaxed,
            access_flags: AccessFlags::CmpxchgThenFlush,
            clear_young: ClearYoung::CmpxchgLoop,
            flush: TlbFlush::Broadcast,
            set_pmd_at_flushes: false,
            invalidate_ad_flushes: true,
            collapse_interrupts: false,
            merge_vmas: false,
            spurious_fault_flushes: false,
            pte_clear_reads: false,
        },
        thp_migration: Some(MigrationFormat { types: [24, 25, 26], pfn_bits: 48 - PAGE_SHIFT }),
        gup_fast: true,
        numa_balancing: true,
        move_pmd: true,
        rcu_table_free: true,
        kvm_walk: Some(KvmWalk::GetUserMappingSize),
        // CONFIG_ARM64_HW_AFDBM, on a CPU with FEAT_HAFDBS.
        hw_dirty: true,
        mkinvalid_guard: true,
        contpte: matches!(kernel, Kernel::V6_12),
        wrprotect_reads: true,
        per_vma_lock: matches!(kernel, Kernel::V6_12),
        hw_pte_young: matches!(kernel, Kernel::V6_12),
        max_physmem_bits: 48,
        userfaultfd_wp: matches!(kernel, Kernel::V6_12),
        addr_to_pfn: false,
    }
}

/// arm64 in one of its eras.
#[derive(Debug)]
struct Arm64 {
    facts: Facts,
    /// PTE_PROT_NONE, in the eras that have it.
    protnone: u64,
    /// PMD_PRESENT_INVALID or PTE_PRESENT_INVALID.
    present_invalid: u64,
    /// PTE_ADDR_LOW.
    address: u64,
    swp: SwpLayout,
}

impl Arm64 {
    fn present_invalid(&self, word: u64) -> bool {
        word & (VALID | self.present_invalid) == self.present_invalid
    }

    /// `pte_present()`; the only present-invalid state of a PTE of the 6.1 era is PROT_NONE.
    fn present(&self, word: u64) -> bool {
        match self.facts.kernel {
            Kernel::V6_1 => word & (VALID | self.protnone) != 0,
            Kernel::V6_12 => word & VALID != 0 || self.present_invalid(word),
        }
    }

    fn mkdirty(word: u64) -> u64 {
        let word = word | DIRTY;
        if word & WRITE != 0 { word & !RDONLY } else { word }
    }

    fn access_permitted(word: u64, write: bool) -> bool {
        word & (VALID | USER) == VALID | USER && (!write || word & WRITE != 0)
    }
}

impl Arch for Arm64 {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn pmd_present(&self, pmd: Pmd) -> bool {
        match self.facts.kernel {
            // 6.1 tests PMD_PRESENT_INVALID without looking at VALID.
            Kernel::V6_1 => self.present(pmd.0) || pmd.0 & self.present_invalid != 0,
            Kernel::V6_12 => self.present(pmd.0),
        }
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        pmd.0 & TYPE != TYPE
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        pmd.0 != 0
            && self.pmd_present(pmd)
            && match self.facts.kernel {
                Kernel::V6_1 => pmd.0 & TABLE == 0,
                Kernel::V6_12 => (pmd.0 | VALID) & TYPE != TYPE,
            }
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        self.pmd_present(pmd) && pmd.0 & TYPE != TYPE
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        pmd.0 != 0 && pmd.0 & TABLE == 0
    }
    fn pmd_devmap(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & DEVMAP != 0)
    }
    fn pmd_special(&self, pmd: Pmd) -> bool {
        self.facts.kernel == Kernel::V6_12 && pmd.0 & SPECIAL != 0
    }
    fn pmd_protnone(&self, pmd: Pmd) -> Option<bool> {
        Some(match self.facts.kernel {
            Kernel::V6_1 => pmd.0 & (VALID | self.protnone) == self.protnone,
            Kernel::V6_12 => self.present_invalid(pmd.0) && pmd.0 & USER == 0 && pmd.0 & UXN != 0,
        })
    }
    fn pmd_write(&self, pmd: Pmd) -> bool {
        pmd.0 & WRITE != 0
    }
    fn pmd_dirty(&self, pmd: Pmd) -> bool {
        pmd.0 & DIRTY != 0 || pmd.0 & (WRITE | RDONLY) == WRITE
    }
    fn pmd_young(&self, pmd: Pmd) -> bool {
        pmd.0 & AF != 0
    }
    fn pmd_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & self.address & PMD_MASK) >> PAGE_SHIFT
    }
    fn hw_valid(&self, pmd: Pmd) -> bool {
        pmd.0 & VALID != 0
    }
    fn hw_store(&self, pmd: Pmd) -> Option<Pmd> {
        Self::access_permitted(pmd.0, true).then_some(Pmd(pmd.0 & !RDONLY | AF))
    }
    fn pmd_access_permitted(&self, pmd: Pmd, write: bool) -> bool {
        Self::access_permitted(pmd.0, write)
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        Pmd((pmd.0 | self.present_invalid) & !VALID)
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !TABLE)
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | WRITE;
        if word & DIRTY != 0 { Pmd(word & !RDONLY) } else { Pmd(word) }
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        let word = if pmd.0 & (WRITE | RDONLY) == WRITE { Self::mkdirty(pmd.0) } else { pmd.0 };
        Pmd(word & !WRITE | RDONLY)
    }
    fn pmd_modify_none(&self, pmd: Pmd) -> Option<Pmd> {
        let (none, po_idx) = match self.facts.kernel {
            Kernel::V6_1 => (self.protnone, 0),
            Kernel::V6_12 => (self.present_invalid, PO_IDX),
        };
        let word = if pmd.0 & (WRITE | RDONLY) == WRITE { pmd.0 | DIRTY } else { pmd.0 };
        let replaced = VALID | ATTRINDX | USER | RDONLY | GP | WRITE | PXN | UXN | po_idx | none;
        Some(Pmd(word & !replaced | RDONLY | PXN | UXN | none))
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        Pmd(Self::mkdirty(pmd.0))
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
        Pmd(pfn << PAGE_SHIFT | TYPE | TABLE_PXN)
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & self.address) >> PAGE_SHIFT
    }

    fn swp_entry_to_pmd(&self, entry: SwpEntry) -> Option<Pmd> {
        Some(Pmd(self.swp.encode(entry)))
    }
    fn pmd_to_swp_entry(&self, pmd: Pmd) -> Option<SwpEntry> {
        // 6.12 clears the uffd-wp bit before decoding; that bit lies outside type and offset.
        Some(self.swp.decode(pmd.0))
    }
    fn pmd_swp_uffd_wp(&self, pmd: Pmd) -> Option<bool> {
        self.facts.userfaultfd_wp.then_some(pmd.0 & SWP_UFFD_WP != 0)
    }

    fn pte_present(&self, pte: Pte) -> bool {
        self.present(pte.0)
    }
    fn pte_special(&self, pte: Pte) -> bool {
        pte.0 & SPECIAL != 0
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        (pte.0 & self.address) >> PAGE_SHIFT
    }
    fn pte_access_permitted(&self, pte: Pte, write: bool) -> bool {
        Self::access_permitted(pte.0, write)
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        Pte(self.swp.encode(entry))
    }
}

/// The fields of all eras.
const FIELDS: &[Field] = &[
    Field::flag("VALID", 0),
    Field::flag("TABLE", 1),
    Field::run("AttrIndx", 4, 2),
    Field::flag("USER", 6),
    Field::flag("RDONLY", 7),
    Field::run("SH", 9, 8),
    Field::flag("AF", 10),
    Field::flag("nG", 11),
    Field::run("address", 47, 12),
    Field::flag("GP", 50),
    Field::flag("DBM/WRITE", 51),
    Field::flag("CONT", 52),
    Field::flag("PXN", 53),
    Field::flag("UXN", 54),
    Field::flag("DIRTY", 55),
    Field::flag("SPECIAL", 56),
    Field::flag("DEVMAP", 57),
];

static FIELDS_6_1: [Field; 23] = join(&[
    FIELDS,
    &[
        Field::flag("PROT_NONE", 58).when(View::InvalidEntry),
        Field::flag("PRESENT_INVALID", 59).when(View::InvalidEntry),
        Field::flag("exclusive", 2).when(View::Swap),
        Field::run("type", 7, 3).when(View::Swap),
        Field::run("offset", 57, 8).when(View::Swap),
        Field::flag("UXNTable", 60),
    ],
]);

static FIELDS_6_12: [Field; 23] = join(&[
    FIELDS,
    &[
        Field::flag("UFFD_WP", 58),
        Field::flag("PRESENT_INVALID", 11).when(View::InvalidEntry),
        Field::flag("exclusive", 2).when(View::Swap),
        Field::flag("uffd-wp", 3).when(View::Swap),
        Field::run("type", 10, 6).when(View::Swap),
        Field::run("offset", 61, 12).when(View::Swap),
    ],
]);
