/* SPDX-License-Identifier: MIT OR Apache-2.0 */
/* Included before a file of the tree: marks where page-table helpers answer. A mark is a comment in the assembly that
 * takes the answer and gives it back; the interpreter tells whoever runs the code the word and the answer. To the compiler
 * it computes a value out of two and touches no memory. What it gives back is assumed to be the answer and not used, so
 * that the code knows of the answer what it knows without the mark, and accesses stay as they are.
 * A helper that another one uses is not marked there. */
#ifndef PMDRACE_MARKS_H
#define PMDRACE_MARKS_H
#include <linux/pfn.h>
#include <asm/pgtable.h>

#define PMDRACE_MARK(helper, word, answer) \
	do { \
		unsigned long told = answer; \
		asm("/* pmdrace " #helper " */" : "=r"(told) : "r"(word), "0"(told)); \
		__builtin_assume(told == answer); \
	} while (0)
#define PMDRACE_ON(level, helper) \
static __always_inline int pmdrace_##helper(level##_t x) \
{ \
	unsigned long answer = !!helper(x); \
	PMDRACE_MARK(helper, level##_val(x), answer); \
	return answer; \
}
#define PMDRACE_PERMITTED(level) \
static __always_inline int pmdrace_##level##_access_permitted(level##_t x, bool write) \
{ \
	unsigned long answer = !!level##_access_permitted(x, write); \
	PMDRACE_MARK(level##_access_permitted, level##_val(x), answer); \
	return answer; \
}

PMDRACE_ON(pmd, pmd_none)
PMDRACE_ON(pmd, pmd_present)
PMDRACE_ON(pmd, pmd_bad)
PMDRACE_ON(pte, pte_present)
#ifdef pmd_leaf
PMDRACE_ON(pmd, pmd_leaf)
#endif
#ifdef CONFIG_TRANSPARENT_HUGEPAGE
PMDRACE_ON(pmd, pmd_trans_huge)
#ifdef CONFIG_ARCH_HAS_PTE_DEVMAP
PMDRACE_ON(pmd, pmd_devmap)
#endif
#endif
#ifdef CONFIG_NUMA_BALANCING
PMDRACE_ON(pmd, pmd_protnone)
PMDRACE_ON(pte, pte_protnone)
#endif
#ifdef pmd_access_permitted
PMDRACE_PERMITTED(pmd)
#endif
#ifdef pte_access_permitted
PMDRACE_PERMITTED(pte)
#endif

/* From here on the marked ones have the names. */
#undef pmd_none
#define pmd_none(x) pmdrace_pmd_none(x)
#undef pmd_present
#define pmd_present(x) pmdrace_pmd_present(x)
#undef pmd_bad
#define pmd_bad(x) pmdrace_pmd_bad(x)
#undef pte_present
#define pte_present(x) pmdrace_pte_present(x)
#ifdef pmd_leaf
#undef pmd_leaf
#define pmd_leaf(x) pmdrace_pmd_leaf(x)
#endif
#ifdef CONFIG_TRANSPARENT_HUGEPAGE
#undef pmd_trans_huge
#define pmd_trans_huge(x) pmdrace_pmd_trans_huge(x)
#ifdef CONFIG_ARCH_HAS_PTE_DEVMAP
#undef pmd_devmap
#define pmd_devmap(x) pmdrace_pmd_devmap(x)
#endif
#endif
#ifdef CONFIG_NUMA_BALANCING
#undef pmd_protnone
#define pmd_protnone(x) pmdrace_pmd_protnone(x)
#undef pte_protnone
#define pte_protnone(x) pmdrace_pte_protnone(x)
#endif
#ifdef pmd_access_permitted
#undef pmd_access_permitted
#define pmd_access_permitted(x, write) pmdrace_pmd_access_permitted(x, write)
#endif
#ifdef pte_access_permitted
#undef pte_access_permitted
#define pte_access_permitted(x, write) pmdrace_pte_access_permitted(x, write)
#endif
#endif
