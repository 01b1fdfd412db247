//! sparc64 under the sun4v hypervisor, 8K pages, 8M huge pages.
//!
//! Source: arch/sparc/include/asm/{pgtable_64,pgalloc_64,tlbflush_64}.h, arch/sparc/mm/{init_64,tlb,
//! hugetlbpage}.c and arch/sparc/kernel/{smp_64.c,sun4v_ivec.S} of 6.1.192. The helpers there are
//! instructions patched at boot, so no golden vectors exist; tests/it/sparc64.rs has handwritten cases.
//! sun4u keeps the software bits elsewhere and is not modelled.
//!
//! | bits  | name               | meaning                                                          |
//! |-------|--------------------|------------------------------------------------------------------|
//! | 0-2   | SZ                 | page size: 0 is 8K, 3 is 4M                                      |
//! | 4     | PRESENT            | software, in a PTE                                               |
//! | 6     | W                  | the hardware's write enable                                      |
//! | 7-8   | EXEC, P            | P: privileged                                                    |
//! | 9-10  | CV, CP             | cacheable; from M7 on bit 9 means memory corruption detection    |
//! | 11-12 | E, IE              | side effect, inverted endianness                                 |
//! | 13-55 | paddr              | the only field of a table word                                   |
//! | 56    | PMD_HUGE           | leaf                                                             |
//! | 57    | SPECIAL            | software                                                         |
//! | 58-61 | WRITE, READ, ACCESSED, MODIFIED | software                                            |
//! | 62    | NFO                | no fault only                                                    |
//! | 63    | VALID              | also cleared while a leaf is old                                 |
//!
//! `pmd_present()` only means "not zero". There are no swap PMDs; swap PTEs: type 13-20, offset 21-63. The
//! hardware sees only what software has loaded into the TSB, so a table word has no valid bit.
//!
//! `pmdp_invalidate()` is the architecture's own: a compare-and-exchange loop stores the word without VALID.
//! The ranged flush after it is empty: the accounting in the loop's function, which `set_pmd_at()` also
//! calls, has already flushed the translations of the old word. That flush is a cross call, handled in the
//! trap vector of the target: masking interrupts does not delay it.

use crate::word::{bit, bits};
use crate::{
    AccessFlags, Arch, ClearYoung, Establish, Facts, Field, GetAndClear, Kernel, MemoryModel, Mmu,
    Pmd, Pte, SwpEntry, TlbFlush,
};

const SZ_4M: u64 = 3;
const PRESENT: u64 = bit(4);
const W: u64 = bit(6);
const PRIVILEGED: u64 = bit(8);
const CACHE: u64 = bits(10, 9);
const PMD_HUGE: u64 = bit(56);
const SPECIAL: u64 = bit(57);
const WRITE: u64 = bit(58);
const READ: u64 = bit(59);
const ACCESSED: u64 = bit(60);
const MODIFIED: u64 = bit(61);
const VALID: u64 = bit(63);
const PAGE_SHIFT: u32 = 13;
const PMD_SHIFT: u32 = 23;
const PADDR: u64 = bits(55, PAGE_SHIFT);
/// The protection bits of a private read-only mapping from `sun4v_pgprot_init()`, without the exec bit.
const PAGE_READONLY: u64 = VALID | PRESENT | CACHE | ACCESSED | READ;

/// The eras.
pub(super) const ERAS: &[&dyn Arch] = &[&Sparc64];

static FACTS: Facts = Facts {
    name: "sparc64@6.1",
    kernel: Kernel::V6_1,
    config: "sun4v before M7, 8K pages, SMP",
    fields: &FIELDS,
    page_shift: PAGE_SHIFT,
    pmd_shift: PMD_SHIFT,
    memory_model: MemoryModel::Tso,
    mmu: Mmu {
        establish: Establish::CmpxchgLoop,
        get_and_clear: GetAndClear::ReadThenSet,
        collapse: GetAndClear::ReadThenSet,
        access_flags: AccessFlags::StoreThenFlush,
        clear_young: ClearYoung::ReadThenStore,
        flush: TlbFlush::CrossCall,
        set_pmd_at_flushes: true,
        invalidate_ad_flushes: true,
        collapse_interrupts: false,
        merge_vmas: true,
        spurious_fault_flushes: false,
        pte_clear_reads: false,
    },
    thp_migration: None,
    gup_fast: false,
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
    max_physmem_bits: 53,
    userfaultfd_wp: false,
    addr_to_pfn: false,
};

/// sparc64 (sun4v), in the 6.1 tree.
#[derive(Debug)]
struct Sparc64;

/// `pte_pfn()`, which PMDs and table words share.
fn pfn(word: u64) -> u64 {
    (word & PADDR) >> PAGE_SHIFT
}

impl Arch for Sparc64 {
    fn facts(&self) -> &Facts {
        &FACTS
    }

    fn pmd_present(&self, pmd: Pmd) -> bool {
        pmd.0 != 0
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        pmd.0 & bits(PAGE_SHIFT - 1, 0) != 0
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        pmd.0 & PMD_HUGE != 0
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        pmd.0 & PMD_HUGE != 0
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        // Also true of a table word, which has neither bit.
        pmd.0 != 0 && pmd.0 & (VALID | PMD_HUGE) != VALID
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
        pfn(pmd.0)
    }
    fn hw_valid(&self, pmd: Pmd) -> bool {
        pmd.0 & VALID != 0
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !VALID)
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | SZ_4M | PMD_HUGE)
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | WRITE)
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !(WRITE | W))
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        // From here on the hardware may write, regardless of WRITE.
        Pmd(pmd.0 | MODIFIED | W)
    }
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 | ACCESSED | VALID)
    }
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd {
        Pmd(pmd.0 & !(ACCESSED | VALID))
    }
    fn pfn_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PAGE_SHIFT | PAGE_READONLY)
    }
    fn table_pmd(&self, pfn: u64) -> Pmd {
        Pmd(pfn << PAGE_SHIFT)
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        pfn(pmd.0)
    }

    fn pte_present(&self, pte: Pte) -> bool {
        pte.0 & PRESENT != 0
    }
    fn pte_special(&self, pte: Pte) -> bool {
        pte.0 & SPECIAL != 0
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        pfn(pte.0)
    }
    fn pte_access_permitted(&self, pte: Pte, write: bool) -> bool {
        // As in the header: the privileged bit is required, not rejected. Nothing calls the helper: this
        // kernel has no GUP-fast on sparc64.
        let need = PRESENT | PRIVILEGED | if write { WRITE } else { 0 };
        pte.0 & (need | SPECIAL) == need
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        Pte(entry.swp_type << PAGE_SHIFT | entry.offset << (PAGE_SHIFT + 8))
    }
}

static FIELDS: [Field; 18] = [
    Field::run("SZ", 2, 0),
    Field::flag("PRESENT", 4),
    Field::flag("W", 6),
    Field::flag("EXEC", 7),
    Field::flag("P", 8),
    Field::flag("CV", 9),
    Field::flag("CP", 10),
    Field::flag("E", 11),
    Field::flag("IE", 12),
    Field::run("paddr", 55, 13),
    Field::flag("PMD_HUGE", 56),
    Field::flag("SPECIAL", 57),
    Field::flag("WRITE", 58),
    Field::flag("READ", 59),
    Field::flag("ACCESSED", 60),
    Field::flag("MODIFIED", 61),
    Field::flag("NFO", 62),
    Field::flag("VALID", 63),
];
