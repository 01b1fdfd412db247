//! s390x, 4K pages, 1M segments.
//!
//! Source: arch/s390/include/asm/{pgtable,pgalloc,tlbflush}.h and arch/s390/mm/{pgtable,hugetlbpage}.c of
//! 6.1.192 and 6.12.117. The helpers modelled here are the same in both. A PMD is a segment table entry,
//! whose bits differ from a PTE's. Bit numbers count from the least significant bit, unlike in the manual.
//!
//! | segment | name                 | meaning                                                        |
//! |---------|----------------------|----------------------------------------------------------------|
//! | 0-1     | READ, WRITE          | software                                                       |
//! | 2-3     | type                 | zero in a segment table                                        |
//! | 5       | INVALID              | the hardware stops here; alone (0x20) an empty entry           |
//! | 8-9     | NOEXEC, PROTECT      |                                                                |
//! | 10      | LARGE                | leaf                                                           |
//! | 12-14   | YOUNG, DIRTY, SOFT_DIRTY | software, in a leaf; address bits of a table word          |
//! | 11-63   | origin               | of a page table; of a leaf 20-63                               |
//!
//! | page    | name                 | meaning                                                        |
//! |---------|----------------------|----------------------------------------------------------------|
//! | 0-3     | PRESENT, SOFT_DIRTY, YOUNG, DIRTY | software                                          |
//! | 4-7     | READ, WRITE, SPECIAL, UNUSED | software                                               |
//! | 8-10    | NOEXEC, PROTECT, INVALID | INVALID alone (0x400) is an empty entry                    |
//! | 12-63   | address              |                                                                |
//!
//! An old leaf is INVALID, and so is an invalidated one: the words do not distinguish the two, and both are
//! present to Linux. `pmd_present()` only means "not empty"; there are no swap PMDs in these kernels. Swap
//! PTEs: INVALID and PROTECT set, PRESENT clear, type 2-6, exclusive 11, offset 12-63.
//!
//! `pmdp_invalidate()` is the architecture's own: it reads the word, sets INVALID and flushes all CPUs in one
//! step by IDTE (or CSP), and then stores the word with INVALID set. A word that is already INVALID is not
//! flushed again. No CPU is interrupted, so it does not wait for IRQ-off walkers.

use crate::word::{bit, bits};
use crate::{
    AccessFlags, Arch, ClearYoung, Establish, Facts, Field, GetAndClear, Kernel, MemoryModel, Mmu,
    Pmd, Pte, SwpEntry, TlbFlush,
};

const READ: u64 = bit(0);
const WRITE: u64 = bit(1);
const TYPE: u64 = bits(3, 2);
const INVALID: u64 = bit(5);
const NOEXEC: u64 = bit(8);
const PROTECT: u64 = bit(9);
const LARGE: u64 = bit(10);
const YOUNG: u64 = bit(12);
const DIRTY: u64 = bit(13);
const SOFT_DIRTY: u64 = bit(14);
const ORIGIN: u64 = bits(63, 11);
const ORIGIN_LARGE: u64 = bits(63, 20);
/// The bits that a table word may have besides the type (_SEGMENT_ENTRY_BITS, which includes the type in
/// 6.12).
const TABLE_BITS: u64 = bits(63, 9) | bits(5, 4) | READ | WRITE;
/// SEGMENT_RO, the segment-entry form of PAGE_RO.
const SEGMENT_RO: u64 = PROTECT | READ | NOEXEC;

const PTE_PRESENT: u64 = bit(0);
const PTE_SOFT_DIRTY: u64 = bit(1);
const PTE_YOUNG: u64 = bit(2);
const PTE_DIRTY: u64 = bit(3);
const PTE_READ: u64 = bit(4);
const PTE_WRITE: u64 = bit(5);
const PTE_SPECIAL: u64 = bit(6);
const PTE_INVALID: u64 = bit(10);
/// PAGE_RO after `pte_mkyoung()`, which `mk_pte()` applies: a readable young entry is valid.
const PAGE_RO_YOUNG: u64 = PTE_PRESENT | PTE_READ | PTE_YOUNG | NOEXEC | PROTECT;

const PAGE_SHIFT: u32 = 12;
const PMD_SHIFT: u32 = 20;

/// The eras, oldest first.
pub(super) const ERAS: &[&dyn Arch] = &[
    &S390x { facts: facts("s390x@6.1", Kernel::V6_1) },
    &S390x { facts: facts("s390x@6.12", Kernel::V6_12) },
];

/// The facts, most of which are the same in all eras.
const fn facts(name: &'static str, kernel: Kernel) -> Facts {
    Facts {
        name,
        kernel,
        config: "4K pages, 1M segments, with EDAT1, no-execute and IDTE, no guest page tables",
        fields: &FIELDS,
        page_shift: PAGE_SHIFT,
        pmd_shift: PMD_SHIFT,
        memory_model: MemoryModel::Tso,
        mmu: Mmu {
            establish: Establish::FlushThenStore,
            get_and_clear: GetAndClear::FlushThenStore,
            collapse: GetAndClear::FlushThenStore,
            access_flags: AccessFlags::FlushThenStore,
            clear_young: ClearYoung::FlushThenStore,
            flush: TlbFlush::Broadcast,
            set_pmd_at_flushes: false,
            invalidate_ad_flushes: true,
            collapse_interrupts: false,
            merge_vmas: true,
            spurious_fault_flushes: false,
            pte_clear_reads: false,
        },
        thp_migration: None,
        gup_fast: true,
        numa_balancing: true,
        move_pmd: false,
        rcu_table_free: true,
        kvm_walk: None,
        hw_dirty: false,
        mkinvalid_guard: false,
        contpte: false,
        wrprotect_reads: false,
        per_vma_lock: matches!(kernel, Kernel::V6_12),
        hw_pte_young: false,
        max_physmem_bits: 46,
        userfaultfd_wp: false,
        addr_to_pfn: false,
    }
}

/// s390x in one of its eras.
#[derive(Debug)]
struct S390x {
    facts: Facts,
}

/// `pmd_deref()` as a page frame number, for leaves and tables.
fn origin_pfn(word: u64) -> u64 {
    let mask = if word & LARGE != 0 { ORIGIN_LARGE } else { ORIGIN };
    (word & mask) >> PAGE_SHIFT
}

impl Arch for S390x {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn none_pmd(&self) -> Pmd {
        Pmd(INVALID)
    }
    fn pmd_present(&self, pmd: Pmd) -> bool {
        !self.pmd_none(pmd)
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        pmd.0 & (TYPE | LARGE) != 0 || pmd.0 & !TABLE_BITS != 0
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        pmd.0 & LARGE != 0
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        pmd.0 & LARGE != 0
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        pmd.0 & LARGE != 0
    }
    fn pmd_protnone(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & (LARGE | READ) == LARGE)
    }
    fn pmd_write(&self, pmd: Pmd) -> bool {
        pmd.0 & WRITE != 0
    }
    fn pmd_dirty(&self, pmd: Pmd) -> bool {
        pmd.0 & DIRTY != 0
    }
    fn pmd_young(&self, pmd: Pmd) -> bool {
        pmd.0 & YOUNG != 0
    }
    fn pmd_soft_dirty(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & SOFT_DIRTY != 0)
    }
    fn pmd_pfn(&self, pmd: Pmd) -> u64 {
        origin_pfn(pmd.0)
    }
    fn hw_valid(&self, pmd: Pmd) -> bool {
        pmd.0 & INVALID == 0
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | INVALID)
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | LARGE | YOUNG | PROTECT)
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | WRITE;
        if word & DIRTY != 0 { Pmd(word & !PROTECT) } else { Pmd(word) }
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !WRITE | PROTECT)
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | DIRTY | SOFT_DIRTY;
        if word & WRITE != 0 { Pmd(word & !PROTECT) } else { Pmd(word) }
    }
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd {
        let word = pmd.0 | YOUNG;
        if word & READ != 0 { Pmd(word & !INVALID) } else { Pmd(word) }
    }
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !YOUNG | INVALID)
    }
    fn pfn_pmd(&self, pfn: u64) -> Pmd {
        Pmd((pfn << PAGE_SHIFT) + SEGMENT_RO)
    }
    fn table_pmd(&self, pfn: u64) -> Pmd {
        // The first half of the page: a page table takes only 2K.
        Pmd(pfn << PAGE_SHIFT)
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        origin_pfn(pmd.0)
    }

    fn none_pte(&self) -> Pte {
        Pte(PTE_INVALID)
    }
    fn pte_present(&self, pte: Pte) -> bool {
        pte.0 & PTE_PRESENT != 0
    }
    fn pte_protnone(&self, pte: Pte) -> bool {
        pte.0 & (PTE_PRESENT | PTE_READ) == PTE_PRESENT
    }
    fn pte_special(&self, pte: Pte) -> bool {
        pte.0 & PTE_SPECIAL != 0
    }
    fn pte_write(&self, pte: Pte) -> bool {
        pte.0 & PTE_WRITE != 0
    }
    fn pte_dirty(&self, pte: Pte) -> bool {
        pte.0 & PTE_DIRTY != 0
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        pte.0 >> PAGE_SHIFT
    }
    fn mk_pte(&self, pfn: u64) -> Pte {
        Pte(pfn << PAGE_SHIFT | PAGE_RO_YOUNG)
    }
    fn pte_mkwrite(&self, pte: Pte) -> Pte {
        let word = pte.0 | PTE_WRITE;
        if word & PTE_DIRTY != 0 { Pte(word & !PROTECT) } else { Pte(word) }
    }
    fn pte_mkdirty(&self, pte: Pte) -> Pte {
        let word = pte.0 | PTE_DIRTY | PTE_SOFT_DIRTY;
        if word & PTE_WRITE != 0 { Pte(word & !PROTECT) } else { Pte(word) }
    }
    fn pte_wrprotect(&self, pte: Pte) -> Pte {
        Pte(pte.0 & !PTE_WRITE | PROTECT)
    }
    fn pte_mksoft_dirty(&self, pte: Pte) -> Pte {
        Pte(pte.0 | PTE_SOFT_DIRTY)
    }
    fn pte_clear_soft_dirty(&self, pte: Pte) -> Pte {
        Pte(pte.0 & !PTE_SOFT_DIRTY)
    }
    fn pte_mkyoung(&self, pte: Pte) -> Pte {
        let word = pte.0 | PTE_YOUNG;
        if word & PTE_READ != 0 { Pte(word & !PTE_INVALID) } else { Pte(word) }
    }
    fn pte_mkold(&self, pte: Pte) -> Pte {
        Pte(pte.0 & !PTE_YOUNG | PTE_INVALID)
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        let swp_type = (entry.swp_type & bits(4, 0)) << 2;
        Pte(PTE_INVALID | PROTECT | swp_type | entry.offset << PAGE_SHIFT)
    }
}

static FIELDS: [Field; 12] = [
    Field::flag("READ", 0),
    Field::flag("WRITE", 1),
    Field::run("type", 3, 2),
    Field::flag("INVALID", 5),
    Field::flag("NOEXEC", 8),
    Field::flag("PROTECT", 9),
    Field::flag("LARGE", 10),
    Field::flag("YOUNG", 12),
    Field::flag("DIRTY", 13),
    Field::flag("SOFT_DIRTY", 14),
    Field::run("origin", 63, 11),
    Field::run("origin of a leaf", 63, 20),
];
