/*
 * A lockless walk for one page, as arm64 of 6.1 does it, in words of our own. Each variant leaves out or changes one
 * thing: the comparison must see it.
 */
#include "tree.h"

#define VALID (1ul << 0)
#define TABLE (1ul << 1)
#define USER (1ul << 6)
#define WRITE (1ul << 51)
#define SPECIAL (1ul << 56)
#define DEVMAP (1ul << 57)
#define PROT_NONE (1ul << 58)
#define INVALID (1ul << 59)
#define ADDRESS 0x0000fffffffff000ul

void __folio_put(struct page *page);
void mystery(struct page *page);

/* The answer of a helper passes through a comment, as the header does it that a tree is built with. */
#define MARK(helper, word, answer) \
	asm("/* pmdrace " #helper " */" : "=r"(answer) : "r"(word), "0"(answer))

#define TRAP(flags) \
	asm volatile(".pushsection __bug_table,\"aw\"; .align 2; 14470: .long 14471f - .; " \
		     ".short 44; .short " flags "; .align 2; .popsection; 14471: brk 0x800")

static inline struct task_struct *current(void)
{
	u64 task;

	asm("mrs %0, sp_el0" : "=r"(task));
	return (struct task_struct *)task;
}

static inline u64 irq_save(void)
{
	u64 flags;

	asm volatile("mrs %0, daif" : "=r"(flags) : : "memory");
	asm volatile("msr daifset, #3" : : : "memory");
	return flags;
}

static inline void irq_restore(u64 flags)
{
	asm volatile("msr daif, %0" : : "r"(flags) : "memory");
}

static inline u32 cmpxchg(u32 *p, u32 old, u32 new)
{
	u32 found = old;

	asm volatile(".arch_extension lse\ncasal %w0, %w2, %1" : "+r"(found), "+Q"(*p) : "r"(new) : "memory");
	return found;
}

static inline int raw_atomic_fetch_add_unless(u32 *p, u32 n, u32 unless)
{
	u32 old = READ_ONCE(*p), found;

	for (;;) {
		if (old == unless)
			return 0;
		found = cmpxchg(p, old, old + n);
		if (found == old)
			return 1;
		old = found;
	}
}

static inline u32 dec_return(u32 *p)
{
	u32 old, minus = -1;

	asm volatile(".arch_extension lse\nldaddal %w2, %w0, %1" : "=&r"(old), "+Q"(*p) : "r"(minus) : "memory");
	return old - 1;
}

static inline int permitted(u64 entry, int write)
{
	return (entry & (VALID | USER)) == (VALID | USER) && (!write || entry & WRITE);
}

static inline int pmd_access_permitted(u64 pmd, int write)
{
	u64 answer = permitted(pmd, write);

	MARK(pmd_access_permitted, pmd, answer);
	return answer;
}

static inline int pte_access_permitted(u64 pte, int write)
{
	u64 answer = permitted(pte, write);

	MARK(pte_access_permitted, pte, answer);
	return answer;
}

static inline int pmd_present(u64 pmd)
{
	u64 answer = !!(pmd & (VALID | PROT_NONE | INVALID));

	MARK(pmd_present, pmd, answer);
	return answer;
}

/* Of an entry that is present. */
static inline int pmd_trans_huge(u64 pmd)
{
	u64 answer = !(pmd & TABLE);

	MARK(pmd_trans_huge, pmd, answer);
	return answer;
}

static struct page *get(u64 entry)
{
	struct page *page = page_of((entry & ADDRESS) >> 12);
	u64 head = page->compound_head;

	if (head & 1)
		page = (struct page *)(head - 1);
#ifdef PLAIN_REFERENCE
	page->_refcount++;
	return page;
#endif
	return raw_atomic_fetch_add_unless(&page->_refcount, 1, 0) ? page : 0;
}

static void put(struct page *page)
{
	if (dec_return(&page->_refcount) == 0)
		__folio_put(page);
}

static int huge(u64 pmd, u64 *pmdp, int write)
{
	struct page *page;

#ifndef NO_ACCESS_TEST
	if (!pmd_access_permitted(pmd, write))
		return 0;
#endif
	if (pmd & DEVMAP)
		return 0;
	page = get(pmd & ~0x1ff000ul);
	if (!page)
		return 0;
#ifdef UNKNOWN_CALL
	mystery(page);
#endif
#ifndef NO_RECHECK
	if (pmd != READ_ONCE(*pmdp)) {
#ifdef WARNS
		TRAP("(1 << 0)|(9 << 8)");
#endif
#ifdef BUGS
		TRAP("0");
		__builtin_unreachable();
#endif
		put(page);
		return 0;
	}
#endif
	return 1;
}

static int small(u64 pmd, u64 *pmdp, int write)
{
	u64 *ptep = address_of((pmd & ADDRESS) >> 12);
	u64 pte = READ_ONCE(*ptep);
	struct page *page;

	if ((pte & (VALID | PROT_NONE)) == PROT_NONE || !pte_access_permitted(pte, write) || pte & (DEVMAP | SPECIAL))
		return 0;
	page = get(pte);
	if (!page)
		return 0;
#ifdef SWAPPED
	if (pte != READ_ONCE(*ptep) || pmd != READ_ONCE(*pmdp)) {
#else
	if (pmd != READ_ONCE(*pmdp) || pte != READ_ONCE(*ptep)) {
#endif
		put(page);
		return 0;
	}
	return 1;
}

static int walk(u64 address, int write)
{
	u64 *pgd = current()->mm->pgd;
	u64 *pud = address_of((pgd[address >> 39 & 511] & ADDRESS) >> 12);
	u64 *pmds = address_of((pud[address >> 30 & 511] & ADDRESS) >> 12);
	u64 *pmdp = pmds + (address >> 21 & 511);
	u64 pmd = READ_ONCE(*pmdp);

	if (!pmd_present(pmd))
		return 0;
#ifdef EARLY_RETURN
	if (pmd & WRITE)
		return 0;
#endif
	if (pmd_trans_huge(pmd) || pmd & DEVMAP) {
		if ((pmd & (VALID | PROT_NONE)) == PROT_NONE)
			return 0;
		return huge(pmd, pmdp, write);
	}
	return small(pmd, pmdp, write);
}

int get_user_pages_fast_only(u64 start, int count, u32 flags, struct page **pages)
{
	int got;
#ifndef IRQS_ON
	u64 irqs = irq_save();
#endif

	got = walk(start, flags & 1);
#ifndef IRQS_ON
	irq_restore(irqs);
#endif
	return got;
}

/* What has no entry, but types. */
struct vm_area_struct *unused_vma;
