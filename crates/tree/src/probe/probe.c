// SPDX-License-Identifier: MIT OR Apache-2.0
// Asks a kernel tree for what its configuration makes of addresses, page frames and entries.
// Compiled with the flags with which the tree compiles mm/gup.c; every function is run by the interpreter.
#include <linux/mm.h>
#include <linux/hugetlb.h>
#include <linux/swap.h>
#include <linux/swapops.h>
#include <linux/pgtable.h>
#include <asm/pgalloc.h>

typedef unsigned long word;

#define ASK0(name, value) word pmdrace_##name(void); word pmdrace_##name(void) { return (word)(value); }
#define ASK1(name, value) word pmdrace_##name(word x); word pmdrace_##name(word x) { return (word)(value); }

/* Where things lie. */
ASK1(address_of_frame, __va(PFN_PHYS(x)))
ASK1(page_of_frame, pfn_to_page(x))
ASK0(page_shift, PAGE_SHIFT)
ASK0(pmd_shift, PMD_SHIFT)
ASK0(levels, CONFIG_PGTABLE_LEVELS)
ASK1(pgd_index, pgd_index(x))
ASK1(pud_index, pud_index(x))
ASK1(pmd_index, pmd_index(x))

/* Words that link tables. */
#if defined(CONFIG_ARM64)
ASK1(pud_to_table, __phys_to_pud_val(PFN_PHYS(x)) | PUD_TYPE_TABLE)
ASK1(p4d_to_table, __phys_to_p4d_val(PFN_PHYS(x)) | PUD_TYPE_TABLE)
ASK0(lse_capability, ARM64_HAS_LSE_ATOMICS)
#elif defined(CONFIG_X86_64)
ASK1(pud_to_table, _PAGE_TABLE | PFN_PHYS(x))
ASK1(p4d_to_table, _PAGE_TABLE | PFN_PHYS(x))
#endif

/* Flags of a struct page. */
ASK0(page_head, 1UL << PG_head)
ASK0(page_locked, 1UL << PG_locked)
ASK0(page_uptodate, 1UL << PG_uptodate)
ASK0(page_swapbacked, 1UL << PG_swapbacked)
ASK0(page_exclusive, 1UL << PG_anon_exclusive)

/* A private anonymous mapping. */
ASK0(vma_flags, VM_READ | VM_WRITE | VM_MAYREAD | VM_MAYWRITE)
ASK0(vma_protection, pgprot_val(PAGE_READONLY))

/* Helpers on a word, as crates/tree/src/helpers.rs compares them. */
/* A name that is a macro of the tree is not replaced before ##. */
#define PMD(name) word pmdrace_##name(word x); word pmdrace_##name(word x) { return !!name(__pmd(x)); }
#define PTE(name) word pmdrace_##name(word x); word pmdrace_##name(word x) { return !!name(__pte(x)); }
#define PMD_TO_PMD(name) word pmdrace_##name(word x); word pmdrace_##name(word x) { return pmd_val(name(__pmd(x))); }
PMD(pmd_none)
PMD(pmd_present)
PMD(pmd_bad)
PMD(pmd_trans_huge)
PMD(pmd_leaf)
PMD(pmd_write)
PMD(pmd_dirty)
PMD(pmd_young)
ASK1(pmd_pfn, pmd_pfn(__pmd(x)))
PMD(pmd_devmap)
PMD(pmd_protnone)
PMD(is_pmd_migration_entry)
PMD_TO_PMD(pmd_mkinvalid)
PMD_TO_PMD(pmd_wrprotect)
PMD_TO_PMD(pmd_mkdirty)
PMD_TO_PMD(pmd_mkold)
PMD_TO_PMD(pmd_mkhuge)
ASK1(pmd_access_permitted_read, !!pmd_access_permitted(__pmd(x), false))
ASK1(pmd_access_permitted_write, !!pmd_access_permitted(__pmd(x), true))
PTE(pte_none)
PTE(pte_present)
PTE(pte_write)
ASK1(pte_pfn, pte_pfn(__pte(x)))
PTE(pte_special)
PTE(pte_protnone)
ASK1(pte_access_permitted_read, !!pte_access_permitted(__pte(x), false))
ASK1(pte_access_permitted_write, !!pte_access_permitted(__pte(x), true))

/* Words of a page frame. */
ASK1(pfn_pmd, pmd_val(pfn_pmd(x, PAGE_READONLY)))
ASK1(mk_pte, pte_val(pfn_pte(x, PAGE_READONLY)))
ASK1(migration_pmd_read, pmd_val(swp_entry_to_pmd(make_readable_migration_entry(x))))
ASK1(migration_pmd_write, pmd_val(swp_entry_to_pmd(make_writable_migration_entry(x))))
ASK1(migration_pte_write, pte_val(swp_entry_to_pte(make_writable_migration_entry(x))))
