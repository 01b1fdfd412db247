//! powerpc, 64-bit server (book3s64), 64K pages: the radix tree and the hashed page table.
//!
//! Source: arch/powerpc/include/asm/book3s/64/{pgtable,radix,radix-64k,hash,hash-64k}.h and
//! arch/powerpc/mm/book3s64/pgtable.c of 6.1.192 and 6.12.117. Words here are CPU-order values; in
//! memory they are big-endian on both endians. One kernel holds both layouts and picks one at boot.
//!
//! | bits  | name                | meaning                                                         |
//! |-------|---------------------|-----------------------------------------------------------------|
//! | 0-2   | EXEC, WRITE, READ   |                                                                 |
//! | 3     | PRIVILEGED          | no user access; set with R, W and X clear: PROT_NONE            |
//! | 4-5   | SAO, NON_IDEMPOTENT | cache mode                                                      |
//! | 6     | hash: BUSY          | another CPU is changing the word's hash entry: updaters wait    |
//! | 7-8   | DIRTY, ACCESSED     |                                                                 |
//! | 9-11  | SOFT_DIRTY, SPECIAL, DEVMAP | software; in a table word 11 means nothing              |
//! | 12    | hash: COMBO         | mapped by 4K hardware pages                                     |
//! | 13    | hash: THP_HUGE      | distinguishes THP from hugetlb; **absent from a swap PMD**      |
//! | 16-52 | rpn                 | the page frame                                                  |
//! | 55    | hash: HASHPTE       | the hash table has an entry for the word                        |
//! | 61    | INVALID             | only when PRESENT is 0: invalidated, but still present to Linux |
//! | 62    | PTE                 | a leaf, not a table; **also set in every swap word**            |
//! | 63    | PRESENT             | the hardware's valid bit                                        |
//!
//! Swap words: type 0-4, exclusive 5, soft-dirty 9, offset 16-52, PTE 62. In 6.1 a PROT_NONE word
//! without PRIVILEGED stands for a writable one ("saved write"), so `pmd_write()` is true of any word
//! that has none of bits 0-3, an empty one included; 6.12 has only the WRITE bit.
//!
//! There is no `pmd_mkinvalid()`: `pmdp_invalidate()` clears PRESENT and sets INVALID in a load-reserve loop
//! that orders no other accesses. On radix the TLB flush after it is a `tlbie` broadcast; on hash the update
//! itself drops the hash entries (`tlbie` too) and the ranged flush is empty. `hw_valid` is `pte_hw_valid()`,
//! which requires a leaf: it is false for a table word.

use crate::word::{bit, bits};
use crate::{
    AccessFlags, Arch, ClearYoung, Establish, Facts, Field, GetAndClear, Kernel, MemoryModel,
    MigrationFormat, Mmu, Pmd, Pte, SwpEntry, TlbFlush, View,
};

const WRITE: u64 = bit(1);
const READ: u64 = bit(2);
const RWX: u64 = bits(2, 0);
const PRIVILEGED: u64 = bit(3);
const BUSY: u64 = bit(6);
const DIRTY: u64 = bit(7);
const ACCESSED: u64 = bit(8);
const SOFT_DIRTY: u64 = bit(9);
const SPECIAL: u64 = bit(10);
const DEVMAP: u64 = bit(11);
const COMBO: u64 = bit(12);
const THP_HUGE: u64 = bit(13);
const HASHPTE: u64 = bit(55);
const INVALID: u64 = bit(61);
const PTE: u64 = bit(62);
const PRESENT: u64 = bit(63);
const PAGE_SHIFT: u32 = 16;
const RPN: u64 = bits(52, PAGE_SHIFT);
/// The bits that a radix table word must not have: the leaf and invalid bits and reserved low ones.
const RADIX_PMD_BAD: u64 = bits(62, 61) | bits(7, 5);
/// A hash page table takes 4K, half of it for the slots of its entries, and is aligned to that.
const HASH_PMD_BAD: u64 = bits(11, 0);
/// log2 of the number of entries below, which a radix table word holds for the hardware
/// (RADIX_PTE_INDEX_SIZE).
const RADIX_PTE_INDEX_SIZE: u64 = 5;
/// PMD_MASKED_BITS: the bits of a table word outside its address.
const TABLE_FLAGS: u64 = bits(63, 62) | bits(7, 0);
const PAGE_READONLY: u64 = PRESENT | ACCESSED | READ;

/// Both MMU modes in both trees.
pub(super) const ERAS: &[&dyn Arch] = &[
    &powerpc("powerpc-radix@6.1", Kernel::V6_1, Mode::Radix),
    &powerpc("powerpc-radix@6.12", Kernel::V6_12, Mode::Radix),
    &powerpc("powerpc-hash64k@6.1", Kernel::V6_1, Mode::Hash),
    &powerpc("powerpc-hash64k@6.12", Kernel::V6_12, Mode::Hash),
];

/// The MMU mode that the kernel was booted with (`radix_enabled()`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    /// The hardware walks the tree.
    Radix,
    /// The tree is Linux's own; the hardware uses a hash table that is filled from it.
    Hash,
}

/// One MMU mode in one tree.
const fn powerpc(name: &'static str, kernel: Kernel, mode: Mode) -> Powerpc {
    let facts = Facts {
        name,
        kernel,
        config: "64K pages, 51-bit physical, no memory protection keys",
        fields: match mode {
            Mode::Radix => FIELDS_RADIX,
            Mode::Hash => FIELDS,
        },
        page_shift: PAGE_SHIFT,
        pmd_shift: match mode {
            Mode::Radix => 21,
            Mode::Hash => 24,
        },
        memory_model: MemoryModel::Lkmm,
        mmu: Mmu {
            establish: Establish::LoadReserveLoop,
            get_and_clear: GetAndClear::LoadReserveLoop,
            collapse: GetAndClear::ReadThenClear,
            access_flags: AccessFlags::LoadReserveLoop,
            clear_young: ClearYoung::LoadReserveLoop,
            flush: TlbFlush::Broadcast,
            set_pmd_at_flushes: false,
            invalidate_ad_flushes: true,
            collapse_interrupts: matches!(mode, Mode::Hash),
            merge_vmas: true,
            spurious_fault_flushes: false,
            pte_clear_reads: false,
        },
        thp_migration: Some(MigrationFormat { types: [24, 25, 26], pfn_bits: 51 - PAGE_SHIFT }),
        gup_fast: true,
        numa_balancing: true,
        // arch_supports_page_table_move() is radix_enabled().
        move_pmd: matches!(mode, Mode::Radix),
        rcu_table_free: true,
        kvm_walk: None,
        hw_dirty: false,
        mkinvalid_guard: false,
        contpte: false,
        wrprotect_reads: true,
        per_vma_lock: matches!(kernel, Kernel::V6_12),
        hw_pte_young: false,
        max_physmem_bits: 51,
        userfaultfd_wp: false,
        addr_to_pfn: true,
    };
    Powerpc { facts, mode }
}

/// powerpc with one MMU mode in one of its eras.
#[derive(Debug)]
struct Powerpc {
    facts: Facts,
    mode: Mode,
}

impl Powerpc {
    /// `pte_savedwrite()`: a PROT_NONE word of 6.1 that was writable.
    fn savedwrite(&self, word: u64) -> bool {
        self.facts.kernel == Kernel::V6_1 && word & (RWX | PRIVILEGED) == 0
    }

    fn write(&self, word: u64) -> bool {
        word & WRITE != 0 || self.savedwrite(word)
    }

    fn access_permitted(&self, word: u64, write: bool) -> bool {
        present_leaf(word) && word & (PRIVILEGED | READ) == READ && (!write || self.write(word))
    }

    /// The bits that `pfn_pmd()` adds, which acts as `__pmd_mkhuge()` as well.
    fn huge(&self) -> u64 {
        match self.mode {
            Mode::Radix => PTE,
            Mode::Hash => PTE | THP_HUGE,
        }
    }
}

/// `pte_hw_valid()`.
fn hw_valid(word: u64) -> bool {
    word & (PRESENT | PTE) == PRESENT | PTE
}

/// `pte_present()`: unlike `pmd_present()` it requires the leaf bit.
fn present_leaf(word: u64) -> bool {
    hw_valid(word) || word & (INVALID | PTE) == INVALID | PTE
}

/// `__swp_entry()` with the leaf bit of `__swp_entry_to_pte()`.
fn swp(entry: SwpEntry) -> u64 {
    entry.swp_type | entry.offset << PAGE_SHIFT & RPN | PTE
}

impl Arch for Powerpc {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn pmd_present(&self, pmd: Pmd) -> bool {
        pmd.0 & (PRESENT | INVALID) != 0
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        match self.mode {
            Mode::Radix => pmd.0 & RADIX_PMD_BAD != 0,
            Mode::Hash => pmd.0 & HASH_PMD_BAD != 0,
        }
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        self.pmd_present(pmd) && pmd.0 & (self.huge() | DEVMAP) == self.huge()
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        pmd.0 & PTE != 0
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        pmd.0 & PTE != 0
    }
    fn pmd_devmap(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & (DEVMAP | PTE) == DEVMAP | PTE)
    }
    fn pmd_protnone(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & (PRESENT | PTE | RWX) == PRESENT | PTE)
    }
    fn pmd_serializing(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & (PRESENT | INVALID) == INVALID)
    }
    fn pmd_write(&self, pmd: Pmd) -> bool {
        self.write(pmd.0)
    }
    fn pmd_dirty(&self, pmd: Pmd) -> bool {
        pmd.0 & DIRTY != 0
    }
    fn pmd_young(&self, pmd: Pmd) -> bool {
        pmd.0 & ACCESSED != 0
    }
    fn pmd_soft_dirty(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & SOFT_DIRTY != 0)
    }
    fn pmd_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & RPN) >> PAGE_SHIFT
    }
    fn hw_valid(&self, pmd: Pmd) -> bool {
        hw_valid(pmd.0)
    }
    fn pmd_access_permitted(&self, pmd: Pmd, write: bool) -> bool {
        self.pmd_serializing(pmd) != Some(true) && self.access_permitted(pmd.0, write)
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !PRESENT | INVALID)
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        // `pfn_pmd()` has already made the leaf; the helper only checks.
        pmd
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | READ | WRITE)
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        if self.savedwrite(pmd.0) { Pmd(pmd.0 | PRIVILEGED) } else { Pmd(pmd.0 & !WRITE) }
    }
    fn pmd_modify_none(&self, pmd: Pmd) -> Option<Pmd> {
        let hash = BUSY | HASHPTE | COMBO | THP_HUGE;
        let kept = RPN | hash | DIRTY | ACCESSED | PTE | SOFT_DIRTY | DEVMAP;
        let none = match self.facts.kernel {
            Kernel::V6_1 => PRESENT | ACCESSED | PRIVILEGED,
            Kernel::V6_12 => PRESENT | ACCESSED,
        };
        Some(Pmd(pmd.0 & kept | none))
    }
    fn pmd_mk_savedwrite(&self, pmd: Pmd) -> Pmd {
        match self.facts.kernel {
            Kernel::V6_1 => Pmd(pmd.0 & !PRIVILEGED),
            Kernel::V6_12 => self.pmd_mkwrite(pmd),
        }
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | DIRTY | SOFT_DIRTY)
    }
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | ACCESSED)
    }
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !ACCESSED)
    }
    fn pfn_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PAGE_SHIFT & RPN | PAGE_READONLY | self.huge())
    }
    fn table_pmd(&self, pfn: u64) -> Pmd {
        // The first fragment of the page: a page table is smaller than a page here.
        Pmd(pfn << PAGE_SHIFT
            | match self.mode {
                Mode::Radix => PRESENT | RADIX_PTE_INDEX_SIZE,
                Mode::Hash => PRESENT,
            })
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        (pmd.0 & !TABLE_FLAGS) >> PAGE_SHIFT
    }

    fn swp_entry_to_pmd(&self, entry: SwpEntry) -> Option<Pmd> {
        Some(Pmd(swp(entry)))
    }
    fn pmd_to_swp_entry(&self, pmd: Pmd) -> Option<SwpEntry> {
        Some(SwpEntry::new(pmd.0 & bits(4, 0), (pmd.0 & RPN) >> PAGE_SHIFT))
    }
    fn pmd_swp_soft_dirty(&self, pmd: Pmd) -> Option<bool> {
        Some(pmd.0 & SOFT_DIRTY != 0)
    }

    fn pte_none(&self, pte: Pte) -> bool {
        // Bits that may remain in an empty entry: a late hardware update, or the hash bookkeeping.
        let ignored = match self.mode {
            Mode::Radix => DIRTY | ACCESSED,
            Mode::Hash => BUSY | HASHPTE | COMBO,
        };
        pte.0 & !ignored == 0
    }
    fn pte_present(&self, pte: Pte) -> bool {
        present_leaf(pte.0)
    }
    fn pte_mksoft_dirty(&self, pte: Pte) -> Pte {
        Pte(pte.0 | SOFT_DIRTY)
    }
    fn pte_clear_soft_dirty(&self, pte: Pte) -> Pte {
        Pte(pte.0 & !SOFT_DIRTY)
    }
    fn pte_special(&self, pte: Pte) -> bool {
        pte.0 & SPECIAL != 0
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        (pte.0 & RPN) >> PAGE_SHIFT
    }
    fn pte_access_permitted(&self, pte: Pte, write: bool) -> bool {
        self.access_permitted(pte.0, write)
    }
    fn mk_pte(&self, pfn: u64) -> Pte {
        Pte(pfn << PAGE_SHIFT | PAGE_READONLY | PTE)
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        Pte(swp(entry))
    }
}

/// The fields of both modes; the last four are used by hash only.
const FIELDS: &[Field] = &[
    Field::flag("EXEC", 0),
    Field::flag("WRITE", 1),
    Field::flag("READ", 2),
    Field::flag("PRIVILEGED", 3),
    Field::flag("SAO", 4),
    Field::flag("NON_IDEMPOTENT", 5),
    Field::flag("DIRTY", 7),
    Field::flag("ACCESSED", 8),
    Field::flag("SOFT_DIRTY", 9),
    Field::flag("SPECIAL", 10),
    Field::flag("DEVMAP", 11),
    Field::run("rpn", 52, 16),
    Field::flag("INVALID", 61).when(View::InvalidEntry),
    Field::flag("PTE", 62),
    Field::flag("PRESENT", 63),
    Field::run("type", 4, 0).when(View::Swap),
    Field::flag("exclusive", 5).when(View::Swap),
    Field::flag("soft-dirty", 9).when(View::Swap),
    Field::run("offset", 52, 16).when(View::Swap),
    Field::flag("BUSY", 6),
    Field::flag("COMBO", 12),
    Field::flag("THP_HUGE", 13),
    Field::flag("HASHPTE", 55),
];
const FIELDS_RADIX: &[Field] = FIELDS.split_at(FIELDS.len() - 4).0;
