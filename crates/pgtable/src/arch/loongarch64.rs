//! loongarch64, 16K pages, 3 levels.
//!
//! Source: arch/loongarch/include/asm/{pgtable,pgtable-bits}.h and arch/loongarch/mm/{pgtable,
//! hugetlbpage}.c of 6.1.192 and 6.12.117. Both have ddc1729b07cc, which added the PRESENT_INVALID bit;
//! the era before it ("pre") is 6.1.192 without that bit, not an actual older header.
//!
//! | bits  | name               | meaning                                                          |
//! |-------|--------------------|------------------------------------------------------------------|
//! | 0     | VALID / ACCESSED   | one bit for both: an entry that is not young is not valid        |
//! | 1     | DIRTY              | the hardware's write enable                                      |
//! | 2-3   | PLV                | privilege level                                                  |
//! | 4-5   | MAT                | cache mode                                                       |
//! | 6     | GLOBAL / HUGE      | HUGE in a PMD; **also set in every swap PMD**                    |
//! | 7-9   | PRESENT, WRITE, MODIFIED | software                                                   |
//! | 10-11 | PROTNONE, SPECIAL  | software                                                         |
//! | 12    | HGLOBAL            | in a leaf                                                        |
//! | 14-47 | pfn                |                                                                  |
//! | 59    | 6.12: DEVMAP       | software                                                         |
//! | 60    | not pre: PRESENT_INVALID | an invalidated leaf still counts as present                |
//! | 61-63 | NO_READ, NO_EXEC, RPLV |                                                              |
//!
//! Swap words: type 16-23 (6.12: 16-22, exclusive 23), offset 24-63. A none PMD holds the address of
//! `invalid_pte_table`, not 0, and a table PMD is a kernel virtual address. `pmdp_establish()` is the
//! generic plain read and `set_pmd_at()`, which here is a plain store **followed by a flush of all TLBs
//! by interrupt**.

use crate::join::join;
use crate::word::{SwpLayout, bit, bits};
use crate::{
    AccessFlags, Arch, ClearYoung, Establish, Facts, Field, GetAndClear, Kernel, KvmWalk,
    MemoryModel, MigrationFormat, Mmu, Pmd, Pte, SwpEntry, TlbFlush, View,
};

const VALID: u64 = bit(0);
const ACCESSED: u64 = VALID;
const DIRTY: u64 = bit(1);
const PLV_USER: u64 = bits(3, 2);
const CACHE_CC: u64 = 1 << 4;
const CACHE: u64 = bits(5, 4);
const GLOBAL: u64 = bit(6);
const HUGE: u64 = bit(6);
const PRESENT: u64 = bit(7);
const WRITE: u64 = bit(8);
const MODIFIED: u64 = bit(9);
const PROTNONE: u64 = bit(10);
const SPECIAL: u64 = bit(11);
const HGLOBAL: u64 = bit(12);
const DEVMAP: u64 = bit(59);
const PRESENT_INVALID: u64 = bit(60);
const NO_READ: u64 = bit(61);
const PAGE_SHIFT: u32 = 14;
const PMD_SHIFT: u32 = 25;
const PFN: u64 = bits(47, PAGE_SHIFT);
/// The directly mapped, cached kernel window that page-table addresses lie in.
const DIRECT_MAP: u64 = 0x9000_0000_0000_0000;
/// The address of `invalid_pte_table` in the golden vectors; that of a real kernel depends on its link.
const INVALID_PTE_TABLE: u64 = 0x9000_0000_012a_4000;
/// PAGE_READONLY with VALID, which a young entry has.
const PAGE_READONLY: u64 = PRESENT | PLV_USER | CACHE_CC | VALID;

/// The eras, oldest first.
pub(super) const ERAS: &[&dyn Arch] = &[
    // The 6.1 tree without bit 60.
    &Loongarch64 {
        facts: facts("loongarch64@pre", Kernel::V6_1, [28, 29, 30], &FIELDS_PRE),
        present_invalid: 0,
        devmap: None,
        dirty: MODIFIED,
        swp: SwpLayout { swp_type: (23, 16), offset: (63, 24) },
    },
    // The 6.1 tree (6.1.192, with bit 60).
    &Loongarch64 {
        facts: facts("loongarch64@6.1", Kernel::V6_1, [28, 29, 30], &FIELDS_6_1),
        present_invalid: PRESENT_INVALID,
        devmap: None,
        dirty: MODIFIED,
        swp: SwpLayout { swp_type: (23, 16), offset: (63, 24) },
    },
    &Loongarch64 {
        facts: facts("loongarch64@6.12", Kernel::V6_12, [24, 25, 26], &FIELDS_6_12),
        present_invalid: PRESENT_INVALID,
        devmap: Some(DEVMAP),
        dirty: MODIFIED | DIRTY,
        swp: SwpLayout { swp_type: (22, 16), offset: (63, 24) },
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
        config: "16K pages, 3 levels, 48-bit physical",
        fields,
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
            set_pmd_at_flushes: true,
            invalidate_ad_flushes: true,
            collapse_interrupts: false,
            merge_vmas: true,
            spurious_fault_flushes: true,
            pte_clear_reads: true,
        },
        thp_migration: Some(MigrationFormat { types, pfn_bits: 48 - PAGE_SHIFT }),
        gup_fast: true,
        numa_balancing: true,
        move_pmd: false,
        rcu_table_free: false,
        // 6.1 has no KVM.
        kvm_walk: match kernel {
            Kernel::V6_1 => None,
            Kernel::V6_12 => Some(KvmWalk::HostPfnMappingLevel { was_lookup_address: false }),
        },
        hw_dirty: false,
        mkinvalid_guard: false,
        contpte: false,
        wrprotect_reads: false,
        per_vma_lock: false,
        hw_pte_young: false,
        max_physmem_bits: 48,
        userfaultfd_wp: false,
        addr_to_pfn: false,
    }
}

/// loongarch64 in one of its eras.
#[derive(Debug)]
struct Loongarch64 {
    facts: Facts,
    /// _PAGE_PRESENT_INVALID; 0 in the era without it.
    present_invalid: u64,
    /// _PAGE_DEVMAP, in the eras that have it.
    devmap: Option<u64>,
    /// The bits that `pmd_dirty()` tests.
    dirty: u64,
    swp: SwpLayout,
}

impl Arch for Loongarch64 {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn none_pmd(&self) -> Pmd {
        Pmd(INVALID_PTE_TABLE)
    }
    fn pmd_present(&self, pmd: Pmd) -> bool {
        if pmd.0 & HUGE != 0 {
            pmd.0 & (PRESENT | PROTNONE | self.present_invalid) != 0
        } else {
            pmd.0 != INVALID_PTE_TABLE
        }
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        pmd.0 & bits(PAGE_SHIFT - 1, 0) != 0
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        pmd.0 & HUGE != 0 && self.pmd_present(pmd)
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        pmd.0 & HUGE != 0
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        pmd.0 & HUGE != 0
    }
    fn pmd_devmap(&self, pmd: Pmd) -> Option<bool> {
        self.devmap.map(|devmap| pmd.0 & devmap != 0)
    }
    fn pmd_protnone(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & PROTNONE != 0)
    }
    fn pmd_write(&self, pmd: Pmd) -> bool {
        pmd.0 & WRITE != 0
    }
    fn pmd_dirty(&self, pmd: Pmd) -> bool {
        pmd.0 & self.dirty != 0
    }
    fn pmd_young(&self, pmd: Pmd) -> bool {
        pmd.0 & ACCESSED != 0
    }
    fn pmd_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & PFN) >> PAGE_SHIFT
    }
    fn hw_valid(&self, pmd: Pmd) -> bool {
        pmd.0 & VALID != 0
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        Pmd((pmd.0 | self.present_invalid) & !(PRESENT | VALID | DIRTY | PROTNONE))
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        let global = if pmd.0 & GLOBAL != 0 { HGLOBAL } else { 0 };
        Pmd(pmd.0 & !GLOBAL | global | HUGE)
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | WRITE;
        if word & MODIFIED != 0 { Pmd(word | DIRTY) } else { Pmd(word) }
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        // A set hardware dirty bit is preserved as the software one.
        let word = if pmd.0 & DIRTY != 0 { pmd.0 | MODIFIED } else { pmd.0 };
        Pmd(word & !(WRITE | DIRTY))
    }
    fn pmd_modify_none(&self, pmd: Pmd) -> Option<Pmd> {
        let word = if pmd.0 & DIRTY != 0 { pmd.0 | MODIFIED } else { pmd.0 };
        let kept = MODIFIED | SPECIAL | self.devmap.unwrap_or(0) | PFN | CACHE | PLV_USER | HUGE;
        Some(Pmd(word & kept | PROTNONE | NO_READ))
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | MODIFIED;
        if word & WRITE != 0 { Pmd(word | DIRTY) } else { Pmd(word) }
    }
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | ACCESSED)
    }
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !ACCESSED)
    }
    fn pfn_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PAGE_SHIFT | PAGE_READONLY)
    }
    fn table_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PAGE_SHIFT | DIRECT_MAP)
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & PFN) >> PAGE_SHIFT
    }

    fn swp_entry_to_pmd(&self, entry: SwpEntry) -> Option<Pmd> {
        Some(Pmd(self.swp.encode(entry) | HUGE))
    }
    fn pmd_to_swp_entry(&self, pmd: Pmd) -> Option<SwpEntry> {
        Some(self.swp.decode(pmd.0))
    }

    fn pte_none(&self, pte: Pte) -> bool {
        pte.0 & !GLOBAL == 0
    }
    fn pte_present(&self, pte: Pte) -> bool {
        pte.0 & (PRESENT | PROTNONE) != 0
    }
    fn pte_special(&self, pte: Pte) -> bool {
        pte.0 & SPECIAL != 0
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        (pte.0 & PFN) >> PAGE_SHIFT
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        Pte(self.swp.encode(entry))
    }
}

/// The fields of all eras.
const FIELDS: &[Field] = &[
    Field::flag("VALID/ACCESSED", 0),
    Field::flag("DIRTY", 1),
    Field::run("PLV", 3, 2),
    Field::run("MAT", 5, 4),
    Field::flag("HUGE", 6),
    Field::flag("PRESENT", 7),
    Field::flag("WRITE", 8),
    Field::flag("MODIFIED", 9),
    Field::flag("PROTNONE", 10),
    Field::flag("SPECIAL", 11),
    Field::flag("HGLOBAL", 12),
    Field::run("pfn", 47, 14),
    Field::flag("NO_READ", 61),
    Field::flag("NO_EXEC", 62),
    Field::flag("RPLV", 63),
];

static FIELDS_PRE: [Field; 17] = join(&[
    FIELDS,
    &[Field::run("type", 23, 16).when(View::Swap), Field::run("offset", 63, 24).when(View::Swap)],
]);

static FIELDS_6_1: [Field; 18] = join(&[
    FIELDS,
    &[
        Field::flag("PRESENT_INVALID", 60).when(View::InvalidEntry),
        Field::run("type", 23, 16).when(View::Swap),
        Field::run("offset", 63, 24).when(View::Swap),
    ],
]);

static FIELDS_6_12: [Field; 20] = join(&[
    FIELDS,
    &[
        Field::flag("DEVMAP", 59),
        Field::flag("PRESENT_INVALID", 60).when(View::InvalidEntry),
        Field::flag("exclusive", 23).when(View::Swap),
        Field::run("type", 22, 16).when(View::Swap),
        Field::run("offset", 63, 24).when(View::Swap),
    ],
]);
