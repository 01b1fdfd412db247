/* A kernel in miniature, in words of our own: what an image is built from, laid out in our own order. */

typedef unsigned int u32;
typedef unsigned long u64;

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))

struct list {
	void *next, *prev;
};

struct page {
	u64 flags;
	u64 compound_head;
	u32 compound_order;
	u32 _refcount;
	void *mapping;
	struct list lru;
	struct page *pmd_huge_pte;
	u32 ptl;
};

struct mm_struct {
	void *notifier_subscriptions;
	u64 *pgd;
	struct {
		long count;
	} mmap_lock;
};

struct vm_area_struct {
	struct mm_struct *vm_mm;
	u64 vm_start, vm_end, vm_flags, vm_page_prot;
};

struct task_struct {
	u64 state;
	struct mm_struct *mm;
};

/* Where page frames and struct pages are. */
#define DIRECT 0xffff000000000000ul
#define PAGES 0xfffffc0000000000ul
#define address_of(pfn) ((void *)(DIRECT + ((pfn) << 12)))
#define page_of(pfn) ((struct page *)PAGES + (pfn))
