//! [`Arch`]: one architecture's page-table helpers in one kernel era, under the kernel's own names.
//!
//! A default body is the generic fallback of include/linux/pgtable.h, include/linux/swapops.h or
//! include/linux/huge_mm.h (6.1.192, 6.12.117); an architecture overrides what its header overrides.
//! include/linux/huge_mm.h (6.1.192, 6.12.117); an architecture overrides what its header overrides. A helper
//! that an architecture does not have returns None, never a made-up false. By default a PTE helper without a
//! generic fallback is the PMD helper of the same name: both levels have the same bits on every architecture
//! but s390x, and most headers define one by the other (`pmd_pte()`, `pte_pmd()`).

use crate::{Facts, Kernel, Pmd, Pte, SwpEntry};

/// The page-table helpers of one architecture in one kernel era.
pub trait Arch: Sync + Send + core::fmt::Debug {
    /// The properties besides these helpers.
    fn facts(&self) -> &Facts;
    /// The name on the command line, such as `arm64@6.1`.
    fn name(&self) -> &'static str {
        self.facts().name
    }
    /// The kernel tree from which the helpers were read.
    fn kernel(&self) -> Kernel {
        self.facts().kernel
    }
    /// log2 of the page size.
    fn page_shift(&self) -> u32 {
        self.facts().page_shift
    }
    /// log2 of the size of what one PMD maps.
    fn pmd_shift(&self) -> u32 {
        self.facts().pmd_shift
    }
    /// `HPAGE_PMD_NR`: the number of base pages under one PMD.
    fn hpage_pmd_nr(&self) -> u64 {
        1 << (self.pmd_shift() - self.page_shift())
    }

    /// The value of an empty PMD, which is not always zero.
    fn none_pmd(&self) -> Pmd {
        Pmd(0)
    }
    /// `pmd_none()`.
    fn pmd_none(&self, pmd: Pmd) -> bool {
        pmd == self.none_pmd()
    }
    /// `pmd_present()`.
    fn pmd_present(&self, pmd: Pmd) -> bool;
    /// `pmd_bad()`.
    fn pmd_bad(&self, pmd: Pmd) -> bool;
    /// `pmd_trans_huge()`.
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool;
    /// `pmd_leaf()`.
    fn pmd_leaf(&self, pmd: Pmd) -> bool;
    /// `pmd_huge()`, the hugetlb test of 6.1. The default is the stub that returns false.
    fn pmd_huge(&self, _pmd: Pmd) -> bool {
        false
    }
    /// `pmd_devmap()`; None where the kernel has only the stub that returns false.
    fn pmd_devmap(&self, _pmd: Pmd) -> Option<bool> {
        None
    }
    /// `pmd_special()` of 6.12; the default is the stub that returns false.
    fn pmd_special(&self, _pmd: Pmd) -> bool {
        false
    }
    /// `pmd_protnone()`; None where the kernel has only the stub that returns false.
    fn pmd_protnone(&self, _pmd: Pmd) -> Option<bool> {
        None
    }
    /// `pmd_is_serializing()`: invalidated and therefore closed to lockless walkers; None without such a
    /// helper (all but powerpc).
    fn pmd_serializing(&self, _pmd: Pmd) -> Option<bool> {
        None
    }
    /// `pmd_write()`.
    fn pmd_write(&self, pmd: Pmd) -> bool;
    /// `pmd_dirty()`.
    fn pmd_dirty(&self, pmd: Pmd) -> bool;
    /// `pmd_young()`.
    fn pmd_young(&self, pmd: Pmd) -> bool;
    /// `pmd_soft_dirty()`; None where the architecture has no soft-dirty bit.
    fn pmd_soft_dirty(&self, _pmd: Pmd) -> Option<bool> {
        None
    }
    /// `pmd_pfn()`, in pages.
    fn pmd_pfn(&self, pmd: Pmd) -> u64;
    /// Whether the hardware treats the word as a valid mapping, by its valid bit. False for a table word
    /// where only leaves have that bit or where software walks the tables.
    fn hw_valid(&self, pmd: Pmd) -> bool;
    /// The leaf after the hardware has handled a user store through it: accessed and dirty. None: the store
    /// faults, or the hardware leaves these bits to software ([`Facts::hw_dirty`]).
    fn hw_store(&self, _pmd: Pmd) -> Option<Pmd> {
        None
    }
    /// `pmd_access_permitted()`: GUP-fast's test before it looks at the page.
    fn pmd_access_permitted(&self, pmd: Pmd, write: bool) -> bool {
        self.pmd_present(pmd) && (!write || self.pmd_write(pmd))
    }

    /// `pmd_mkinvalid()`, or what `pmdp_invalidate()` writes where there is no such helper.
    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd;
    /// `pmd_mkhuge()`.
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd;
    /// `pmd_mkwrite()` for a mapping that is not a shadow stack.
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd;
    /// `pmd_wrprotect()`.
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd;
    /// `pmd_modify()` with `PAGE_NONE`, by which NUMA balancing marks a huge page; None where the kernel marks none.
    fn pmd_modify_none(&self, _pmd: Pmd) -> Option<Pmd> {
        None
    }
    /// `pmd_mk_savedwrite()` of 6.1: notes in a PROT_NONE word that it was writable.
    fn pmd_mk_savedwrite(&self, pmd: Pmd) -> Pmd {
        self.pmd_mkwrite(pmd)
    }
    /// `pmd_mkdirty()`.
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd;
    /// `pmd_mkyoung()`.
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd;
    /// `pmd_mkold()`.
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd;
    /// `pfn_pmd()` with the protection bits of a private read-only user mapping, the `vm_page_prot` of
    /// writable private mappings as well.
    fn pfn_pmd(&self, pfn: u64) -> Pmd;
    /// `mk_huge_pmd()`: a young, clean, read-only leaf that maps the page at `pfn`.
    fn mk_huge_pmd(&self, pfn: u64) -> Pmd {
        self.pmd_mkhuge(self.pfn_pmd(pfn))
    }
    /// The word `pmd_populate()` stores for a table whose first page frame is `pfn`.
    fn table_pmd(&self, pfn: u64) -> Pmd;
    /// `pmd_page_vaddr()` or `pmd_page_paddr()` as a page frame number: the table that `pte_offset_map()`
    /// would use.
    fn table_pfn(&self, pmd: Pmd) -> u64;

    /// `__swp_entry_to_pmd()`; None on an architecture without swap PMDs.
    fn swp_entry_to_pmd(&self, _entry: SwpEntry) -> Option<Pmd> {
        None
    }
    /// `pmd_to_swp_entry()` of any word, whether a swap word or not; None without swap PMDs.
    fn pmd_to_swp_entry(&self, _pmd: Pmd) -> Option<SwpEntry> {
        None
    }
    /// `pmd_swp_soft_dirty()`; None where it is a stub.
    fn pmd_swp_soft_dirty(&self, _pmd: Pmd) -> Option<bool> {
        None
    }
    /// `pmd_swp_uffd_wp()`; None where it is a stub or not in the golden vectors.
    fn pmd_swp_uffd_wp(&self, _pmd: Pmd) -> Option<bool> {
        None
    }
    /// `thp_migration_supported()`.
    fn thp_migration_supported(&self) -> bool {
        self.facts().thp_migration.is_some()
    }
    /// `is_pmd_migration_entry()`.
    fn is_pmd_migration_entry(&self, pmd: Pmd) -> bool {
        !self.pmd_none(pmd)
            && !self.pmd_present(pmd)
            && match (self.facts().thp_migration, self.pmd_to_swp_entry(pmd)) {
                (Some(format), Some(entry)) => format.types.contains(&entry.swp_type),
                _ => false,
            }
    }

    /// The word that `pte_clear()` stores.
    fn none_pte(&self) -> Pte {
        Pte(0)
    }
    /// `pte_none()`.
    fn pte_none(&self, pte: Pte) -> bool {
        pte == self.none_pte()
    }
    /// `pte_present()`.
    fn pte_present(&self, pte: Pte) -> bool;
    /// `pte_protnone()`.
    fn pte_protnone(&self, pte: Pte) -> bool {
        self.pmd_protnone(Pmd(pte.0)).unwrap_or(false)
    }
    /// `pte_devmap()`.
    fn pte_devmap(&self, pte: Pte) -> bool {
        self.pmd_devmap(Pmd(pte.0)).unwrap_or(false)
    }
    /// `pte_special()`.
    fn pte_special(&self, pte: Pte) -> bool;
    /// `pte_write()`.
    fn pte_write(&self, pte: Pte) -> bool {
        self.pmd_write(Pmd(pte.0))
    }
    /// `pte_dirty()`.
    fn pte_dirty(&self, pte: Pte) -> bool {
        self.pmd_dirty(Pmd(pte.0))
    }
    /// `pte_pfn()`, in pages.
    fn pte_pfn(&self, pte: Pte) -> u64;
    /// `pte_access_permitted()`.
    fn pte_access_permitted(&self, pte: Pte, write: bool) -> bool {
        self.pte_present(pte) && (!write || self.pte_write(pte))
    }
    /// `mk_pte()` with the protection of a private read-only user mapping.
    fn mk_pte(&self, pfn: u64) -> Pte {
        Pte(self.pfn_pmd(pfn).0)
    }
    /// `pte_mkwrite()`.
    fn pte_mkwrite(&self, pte: Pte) -> Pte {
        Pte(self.pmd_mkwrite(Pmd(pte.0)).0)
    }
    /// `pte_wrprotect()`.
    fn pte_wrprotect(&self, pte: Pte) -> Pte {
        Pte(self.pmd_wrprotect(Pmd(pte.0)).0)
    }
    /// `pte_mkdirty()`.
    fn pte_mkdirty(&self, pte: Pte) -> Pte {
        Pte(self.pmd_mkdirty(Pmd(pte.0)).0)
    }
    /// `pte_mksoft_dirty()`; leaves the word as it is where the architecture has no soft-dirty bit.
    fn pte_mksoft_dirty(&self, pte: Pte) -> Pte {
        pte
    }
    /// `pte_clear_soft_dirty()`; leaves the word as it is where the architecture has no soft-dirty bit.
    fn pte_clear_soft_dirty(&self, pte: Pte) -> Pte {
        pte
    }
    /// `pte_mkyoung()`.
    fn pte_mkyoung(&self, pte: Pte) -> Pte {
        Pte(self.pmd_mkyoung(Pmd(pte.0)).0)
    }
    /// `pte_mkold()`.
    fn pte_mkold(&self, pte: Pte) -> Pte {
        Pte(self.pmd_mkold(Pmd(pte.0)).0)
    }
    /// `swp_entry_to_pte()`.
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte;
}
