// SPDX-License-Identifier: MIT OR Apache-2.0
// Asks a kernel tree for what its configuration makes of addresses, page frames and entries.
// Compiled with the flags with which the tree compiles mm/gup.c; every function is run by the interpreter.
#include <linux/version.h>
#include <linux/mm.h>
#include <linux/huge_mm.h>
#include <linux/hugetlb.h>
#include <linux/swap.h>
#include <linux/swapops.h>
#include <linux/pgtable.h>
#include <asm/pgalloc.h>
#include <asm/tlb.h>

#ifndef CONFIG_TRANSPARENT_HUGEPAGE
#error "this configuration has no TRANSPARENT_HUGEPAGE: no PMD of a process maps a page"
#endif

typedef unsigned long word;

#define ASK0(name, value) word pmdrace_##name(void); word pmdrace_##name(void) { return (word)(value); }
#define ASK1(name, value) word pmdrace_##name(word x); word pmdrace_##name(word x) { return (word)(value); }
#define ASK2(name, value) word pmdrace_##name(word x, word y); word pmdrace_##name(word x, word y) { return (word)(value); }

/* Which source this was compiled from: see probe/mod.rs. */
ASK0(version, PMDRACE_VERSION)

/* Where a field is, and in the lowest byte how long it is. */
#define FIELD(name, type, field) ASK0(name, offsetof(type, field) << 8 | sizeof_field(type, field))

/* Where things lie. */
ASK1(address_of_frame, __va(PFN_PHYS(x)))
ASK1(page_of_frame, pfn_to_page(x))
ASK0(page_shift, PAGE_SHIFT)
ASK0(pmd_shift, PMD_SHIFT)
/* What one PMD table maps. */
ASK0(pud_shift, PUD_SHIFT)
ASK0(levels, CONFIG_PGTABLE_LEVELS)
ASK1(pgd_index, pgd_index(x))
ASK1(pud_index, pud_index(x))
ASK1(pmd_index, pmd_index(x))

/* What only one architecture has, or has under a name of its own. */
#if defined(CONFIG_ARM64)
#if CONFIG_PGTABLE_LEVELS > 2
ASK1(pud_to_table, __phys_to_pud_val(PFN_PHYS(x)) | PUD_TYPE_TABLE)
#endif
#if CONFIG_PGTABLE_LEVELS > 3
ASK1(p4d_to_table, __phys_to_p4d_val(PFN_PHYS(x)) | PUD_TYPE_TABLE)
#endif
ASK0(lse_capability, ARM64_HAS_LSE_ATOMICS)
/* Here __va() sets bits, so that a subtraction does not undo it. */
#define TABLE_FRAME(pmd) PHYS_PFN(__pmd_to_phys(pmd))
#define HW_DIRTY IS_ENABLED(CONFIG_ARM64_HW_AFDBM)
#elif defined(CONFIG_X86_64)
ASK1(pud_to_table, _PAGE_TABLE | PFN_PHYS(x))
ASK1(p4d_to_table, _PAGE_TABLE | PFN_PHYS(x))
#elif defined(CONFIG_PPC_BOOK3S_64)
#define INVALIDATED(pmd) __pmd((pmd_val(pmd) & ~_PAGE_PRESENT) | _PAGE_INVALID)
#define SERIALIZING(pmd) pmd_is_serializing(pmd)
/* As they lie in memory. */
ASK1(pud_to_table, cpu_to_be64(PFN_PHYS(x) | RADIX_PUD_VAL_BITS))
ASK1(p4d_to_table, cpu_to_be64(PFN_PHYS(x) | RADIX_PGD_VAL_BITS))
ASK0(radix_key, __builtin_ctzl(MMU_FTR_TYPE_RADIX) * sizeof(struct static_key_true))
ASK0(own_size, sizeof(struct paca_struct))
ASK0(own_current, offsetof(struct paca_struct, __current))
ASK0(own_mask, offsetof(struct paca_struct, irq_soft_mask))
#elif defined(CONFIG_S390)
#define INVALIDATED(pmd) __pmd(pmd_val(pmd) | _SEGMENT_ENTRY_INVALID)
#define READONLY PAGE_RO
ASK1(pud_to_table, _REGION3_ENTRY | PFN_PHYS(x))
ASK1(p4d_to_table, _REGION2_ENTRY | PFN_PHYS(x))
ASK0(upper_table_pages, 1UL << CRST_ALLOC_ORDER)
ASK0(mm_limit, offsetof(struct mm_struct, context.asce_limit))
ASK0(mm_limit_value, _REGION1_SIZE)
ASK0(own_size, sizeof(struct lowcore))
ASK0(own_current, offsetof(struct lowcore, current_task))
ASK0(own_flags, offsetof(struct lowcore, machine_flags))
ASK0(machine_flags, MACHINE_FLAG_IDTE | MACHINE_FLAG_EDAT1 | MACHINE_FLAG_NX | MACHINE_FLAG_ESOP)
#elif defined(CONFIG_RISCV)
#define READONLY PAGE_READ
ASK1(pud_to_table, x << _PAGE_PFN_SHIFT | _PAGE_TABLE)
ASK1(p4d_to_table, x << _PAGE_PFN_SHIFT | _PAGE_TABLE)
FIELD(direct_map_begins, struct kernel_mapping, page_offset)
FIELD(direct_map_offset, struct kernel_mapping, va_pa_offset)
#elif defined(CONFIG_LOONGARCH)
/* What private mappings that may be read get: PAGE_READONLY lacks the bit that makes an entry valid. */
#define READONLY __pgprot(_PAGE_PRESENT | _PAGE_VALID | _PAGE_USER | _CACHE_CC)
ASK1(pud_to_table, __va(PFN_PHYS(x)))
ASK1(p4d_to_table, __va(PFN_PHYS(x)))
/* The word is an address in one of several windows onto memory. */
#define TABLE_FRAME(pmd) PHYS_PFN(pmd_phys(pmd))
FIELD(virtual_bits, struct cpuinfo_loongarch, vabits)
FIELD(physical_bits, struct cpuinfo_loongarch, pabits)
#endif
/* The protection of a private mapping that may be read and written. */
#ifndef READONLY
#define READONLY PAGE_READONLY
#endif
#ifndef TABLE_FRAME
#define TABLE_FRAME(pmd) (((word)pmd_page_vaddr(pmd) - (word)__va(0)) >> PAGE_SHIFT)
#endif
#ifndef INVALIDATED
#define INVALIDATED(pmd) pmd_mkinvalid(pmd)
#endif
/* Whether the kernel lets the hardware note accesses, if it can. */
#ifndef HW_DIRTY
#define HW_DIRTY true
#endif
#ifndef SERIALIZING
#define SERIALIZING(pmd) false
#define HAS_SERIALIZING false
#else
#define HAS_SERIALIZING true
#endif

/* Whether the lock of a PMD table is its own, or that of the process. */
#if defined(CONFIG_SPLIT_PMD_PTLOCKS) || USE_SPLIT_PMD_PTLOCKS
ASK0(split_pmd_locks, 1)
#else
ASK0(split_pmd_locks, 0)
#endif

/* Flags of a struct page. */
ASK0(page_head, 1UL << PG_head)
ASK0(page_locked, 1UL << PG_locked)
ASK0(page_uptodate, 1UL << PG_uptodate)
ASK0(page_swapbacked, 1UL << PG_swapbacked)
ASK0(page_exclusive, 1UL << PG_anon_exclusive)

/* A private anonymous mapping. */
ASK0(vma_flags, VM_READ | VM_WRITE | VM_MAYREAD | VM_MAYWRITE)
ASK0(vma_protection, pgprot_val(READONLY))

/* The configuration, as far as facts of an architecture follow from it. */
#define OPTION(name) ASK0(config_##name, IS_ENABLED(CONFIG_##name))
OPTION(NUMA_BALANCING)
OPTION(MEMORY_FAILURE)
OPTION(DEVICE_PRIVATE)
OPTION(MEM_SOFT_DIRTY)
OPTION(HAVE_ARCH_USERFAULTFD_WP)
OPTION(MMU_GATHER_RCU_TABLE_FREE)
OPTION(MMU_GATHER_MERGE_VMAS)
OPTION(KVM)
OPTION(INLINE_SPIN_UNLOCK)
OPTION(DEBUG_VM)
OPTION(LOCKDEP)
OPTION(KASAN)
OPTION(KCSAN)
OPTION(PER_VMA_LOCK)
OPTION(ARCH_HAS_HW_PTE_YOUNG)
ASK0(config_CONTPTE, IS_ENABLED(CONFIG_ARM64_CONTPTE))
ASK0(hw_dirty, HW_DIRTY)
ASK0(gup_fast, IS_ENABLED(CONFIG_HAVE_FAST_GUP) || IS_ENABLED(CONFIG_HAVE_GUP_FAST))
#ifdef arch_supports_page_table_move
ASK0(move_pmd, IS_ENABLED(CONFIG_HAVE_MOVE_PMD) && arch_supports_page_table_move())
#else
ASK0(move_pmd, IS_ENABLED(CONFIG_HAVE_MOVE_PMD))
#endif

/* Migration entries. */
ASK0(thp_migration, thp_migration_supported())
ASK0(swp_pfn_bits, SWP_PFN_BITS)
ASK0(max_physmem_bits, MAX_PHYSMEM_BITS)
#ifdef CONFIG_MIGRATION
ASK0(swp_migration_read, SWP_MIGRATION_READ)
ASK0(swp_migration_read_exclusive, SWP_MIGRATION_READ_EXCLUSIVE)
ASK0(swp_migration_write, SWP_MIGRATION_WRITE)
#else
ASK0(swp_migration_read, 0)
ASK0(swp_migration_read_exclusive, 0)
ASK0(swp_migration_write, 0)
#endif

/* Which helpers are more than a stub. */
ASK0(has_pmd_devmap, IS_ENABLED(CONFIG_ARCH_HAS_PTE_DEVMAP))
ASK0(has_pmd_protnone, IS_ENABLED(CONFIG_NUMA_BALANCING))
ASK0(has_pmd_serializing, HAS_SERIALIZING)
ASK0(has_pmd_soft_dirty, IS_ENABLED(CONFIG_MEM_SOFT_DIRTY))
ASK0(has_swap_pmd, IS_ENABLED(CONFIG_ARCH_ENABLE_THP_MIGRATION))
ASK0(has_pmd_swp_soft_dirty, IS_ENABLED(CONFIG_ARCH_ENABLE_THP_MIGRATION) && IS_ENABLED(CONFIG_MEM_SOFT_DIRTY))
ASK0(has_pmd_swp_uffd_wp, IS_ENABLED(CONFIG_ARCH_ENABLE_THP_MIGRATION) && IS_ENABLED(CONFIG_HAVE_ARCH_USERFAULTFD_WP))

/* Helpers on a word. */
/* A name that is a macro of the tree is not replaced before ##. */
#define PMD(name) word pmdrace_##name(word x); word pmdrace_##name(word x) { return !!name(__pmd(x)); }
#define PTE(name) word pmdrace_##name(word x); word pmdrace_##name(word x) { return !!name(__pte(x)); }
#define PMD_TO_PMD(name) word pmdrace_##name(word x); word pmdrace_##name(word x) { return pmd_val(name(__pmd(x))); }
#define PTE_TO_PTE(name) word pmdrace_##name(word x); word pmdrace_##name(word x) { return pte_val(name(__pte(x))); }
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
ASK1(pmd_serializing, !!SERIALIZING(__pmd(x)))
PMD(pmd_soft_dirty)
PMD(pmd_swp_soft_dirty)
PMD(pmd_swp_uffd_wp)
PMD(is_pmd_migration_entry)
ASK1(pmd_mkinvalid, pmd_val(INVALIDATED(__pmd(x))))
PMD_TO_PMD(pmd_wrprotect)
PMD_TO_PMD(pmd_mkdirty)
PMD_TO_PMD(pmd_mkyoung)
PMD_TO_PMD(pmd_mkold)
PMD_TO_PMD(pmd_mkhuge)
ASK1(pmd_modify_none, pmd_val(pmd_modify(__pmd(x), PAGE_NONE)))
ASK1(pmd_access_permitted_read, !!pmd_access_permitted(__pmd(x), false))
ASK1(pmd_access_permitted_write, !!pmd_access_permitted(__pmd(x), true))
ASK1(table_pfn, TABLE_FRAME(__pmd(x)))
PTE(pte_none)
PTE(pte_present)
PTE(pte_write)
PTE(pte_dirty)
ASK1(pte_pfn, pte_pfn(__pte(x)))
PTE(pte_special)
PTE(pte_devmap)
PTE(pte_protnone)
ASK1(pte_access_permitted_read, !!pte_access_permitted(__pte(x), false))
ASK1(pte_access_permitted_write, !!pte_access_permitted(__pte(x), true))
PTE_TO_PTE(pte_wrprotect)
PTE_TO_PTE(pte_mkdirty)
PTE_TO_PTE(pte_mksoft_dirty)
PTE_TO_PTE(pte_clear_soft_dirty)
PTE_TO_PTE(pte_mkyoung)
PTE_TO_PTE(pte_mkold)

/* Helpers that not every release has under one name. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 6, 0)
/* A mapping without flags: no shadow stack. */
static const struct vm_area_struct plain;
ASK1(pmd_mkwrite, pmd_val(pmd_mkwrite(__pmd(x), (struct vm_area_struct *)&plain)))
ASK1(pte_mkwrite, pte_val(pte_mkwrite(__pte(x), (struct vm_area_struct *)&plain)))
#else
PMD_TO_PMD(pmd_mkwrite)
PTE_TO_PTE(pte_mkwrite)
#endif
#ifdef pmd_mk_savedwrite
PMD_TO_PMD(pmd_mk_savedwrite)
#else
ASK1(pmd_mk_savedwrite, pmdrace_pmd_mkwrite(x))
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
PMD(pmd_special)
#else
ASK1(pmd_special, false)
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 10, 0)
PMD(pmd_huge)
#else
ASK1(pmd_huge, false)
#endif

/* Words of a page frame. */
ASK1(pfn_pmd, pmd_val(pfn_pmd(x, READONLY)))
ASK1(mk_pte, pte_val(pfn_pte(x, READONLY)))
ASK1(migration_pmd_read, pmd_val(swp_entry_to_pmd(make_readable_migration_entry(x))))
ASK1(migration_pmd_write, pmd_val(swp_entry_to_pmd(make_writable_migration_entry(x))))
ASK1(migration_pte_write, pte_val(swp_entry_to_pte(make_writable_migration_entry(x))))

word pmdrace_table_pmd(word x);
word pmdrace_table_pmd(word x)
{
	/* A pgtable_t is a struct page, or where the table is. */
	bool page = __builtin_types_compatible_p(pgtable_t, struct page *);
	pmd_t pmd = __pmd(0);

	pmd_populate(NULL, &pmd, (pgtable_t)(page ? (void *)pfn_to_page(x) : (void *)__va(PFN_PHYS(x))));
	return pmd_val(pmd);
}

/* Empty words. */
word pmdrace_none_pmd(void);
word pmdrace_none_pmd(void)
{
	pmd_t pmd = __pmd(0);

	pmd_clear(&pmd);
	return pmd_val(pmd);
}

word pmdrace_none_pte(void);
word pmdrace_none_pte(void)
{
	/* Some architectures look at the entry beside it. */
	pte_t pair[2] __aligned(2 * sizeof(pte_t)) = { __pte(0), __pte(0) };

	pte_clear(NULL, 0, &pair[0]);
	return pte_val(pair[0]);
}

/* Swap entries. */
ASK2(swp_entry_to_pmd, pmd_val(swp_entry_to_pmd(swp_entry(x, y))))
ASK2(swp_entry_to_pte, pte_val(swp_entry_to_pte(swp_entry(x, y))))
ASK1(pmd_swp_type, swp_type(pmd_to_swp_entry(__pmd(x))))
ASK1(pmd_swp_offset, swp_offset(pmd_to_swp_entry(__pmd(x))))
