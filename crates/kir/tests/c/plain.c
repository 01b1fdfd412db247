/* The idioms of kernel C that need no assembly. Ours, under the licence of this repository. */

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef unsigned __int128 u128;

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
#define WRITE_ONCE(x, v) (*(volatile typeof(x) *)&(x) = (v))
#define noinline __attribute__((noinline))

typedef struct {
	u64 bits;
} entry_t;

struct list {
	struct list *next, *prev;
};

enum kind { KIND_TABLE = 3, KIND_LEAF = 1, KIND_NONE = 0 };

struct object {
	u32 flags;
	u32 dirty : 1;
	u32 order : 5;
	u32 young : 1;
	union {
		struct list lru;
		struct {
			u64 owner;
			u16 small[4];
		};
	};
	int (*shrink)(struct object *, int);
	enum kind kind;
	entry_t entries[4];
};

u64 table[4] = { 1, 10, 100, 1000 };
static const u16 primes[] = { 2, 3, 5, 7, 11, 13 };
static struct object first = { .flags = 7, .order = 9, .entries = { { 1 }, { 2 }, { 3 }, { 4 } } };
struct object *const objects[] = { &first, (struct object *)&table };
extern u64 elsewhere(u64 a, struct object *o);

/* A walker's two looks: the second must depend on nothing but the word. */
u64 two_looks(entry_t *entry)
{
	entry_t once = { READ_ONCE(entry->bits) };

	if (once.bits & 1)
		return entry->bits;
	return 0;
}

/* An address that depends on a load. */
u64 follow(u64 **head)
{
	u64 *p = READ_ONCE(*head);

	return READ_ONCE(p[2]);
}

/* Data and control dependencies of a store. */
void dependent_stores(u64 *from, u64 *to)
{
	u64 v = READ_ONCE(*from);

	WRITE_ONCE(to[0], v + 1);
	if (v & 2)
		WRITE_ONCE(to[1], 5);
}

u64 bit_fields(u32 order)
{
	struct object o;

	/* Nothing else of it is initialised. */
	o.dirty = 1;
	o.order = order;
	o.young = 0;
	return o.dirty | o.order << 8 | o.young << 16;
}

u64 reads_uninitialised(u32 order)
{
	volatile struct object o;

	o.order = order;
	if (o.dirty)
		return 1;
	return 2;
}

u64 unions(u64 owner)
{
	struct object o = { .owner = owner };

	o.small[1] = 0xbeef;
	return (u64)o.lru.next + o.small[1];
}

u64 switches(int v)
{
	switch (v) {
	case 0:
		return 7;
	case 1 ... 5:
		return primes[v];
	case -3:
		return 99;
	case 1000:
		return table[3];
	default:
		return 0;
	}
}

u64 loops(u64 n)
{
	u64 sum = 0;

	for (u64 i = 0; i < n; i++) {
		if (i % 3 == 0)
			continue;
		sum += i * i;
	}
	return sum;
}

static noinline int halve(struct object *o, int n)
{
	o->flags += n;
	return n / 2;
}

static noinline int twice(struct object *o, int n)
{
	o->flags ^= n;
	return n * 2;
}

int pointers(int which, int n)
{
	struct object o = { .flags = 100, .shrink = which ? halve : twice };

	return o.shrink(&o, n) + (int)o.flags;
}

static noinline void list_add(struct list *head, struct list *item)
{
	item->next = head->next;
	item->prev = head;
	head->next->prev = item;
	head->next = item;
}

u64 lists(void)
{
	struct list head = { &head, &head }, items[3];
	u64 n = 0;

	for (int i = 0; i < 3; i++)
		list_add(&head, &items[i]);
	for (struct list *l = head.next; l != &head; l = l->next)
		n = n * 10 + (l - items) + 1;
	return n;
}

/* Constants of the program, and one of another file. */
u64 constants(int i)
{
	return objects[0]->entries[i & 3].bits * 1000 + primes[i & 3];
}

u64 calls_out(struct object *o)
{
	return elsewhere(o->flags, o) + 1;
}

u128 wide(u64 a, u64 b)
{
	return ((u128)a * b + b) / 3;
}

int overflow(int a, int b)
{
	int sum;

	if (__builtin_add_overflow(a, b, &sum))
		return -1;
	return sum;
}

u64 builtins(u64 v)
{
	u64 found = __builtin_popcountl(v);

	found = found * 100 + (v ? __builtin_ctzl(v) : 64);
	found = found * 100 + (v ? __builtin_clzl(v) : 64);
	return found + __builtin_bswap16(v) + __builtin_constant_p(v);
}

struct pair {
	u64 a, b, c;
};

static noinline struct pair swapped(struct pair p)
{
	return (struct pair){ p.b, p.a, p.c + 1 };
}

u64 by_value(u64 a, u64 b)
{
	struct pair p = swapped((struct pair){ a, b, 40 });

	return p.a * 10000 + p.b * 100 + p.c;
}

void copies(struct object *to, const struct object *from)
{
	*to = *from;
}

void clears(struct object *o)
{
	__builtin_memset(o, 0, sizeof(*o));
}

u32 compiler_atomics(u32 *word)
{
	u32 old = __atomic_fetch_add(word, 3, __ATOMIC_ACQ_REL);

	__atomic_store_n(word, old + 1, __ATOMIC_RELEASE);
	__atomic_thread_fence(__ATOMIC_SEQ_CST);
	__atomic_compare_exchange_n(word, &old, 9, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED);
	return __atomic_load_n(word, __ATOMIC_ACQUIRE);
}

/* A partial access to a word that others see. */
u8 low_byte(entry_t *entry)
{
	return *(volatile u8 *)entry;
}

u64 deep(u64 n)
{
	return n ? deep(n - 1) * 2 + (n ^ deep(n / 2)) : 1;
}

int asserts(int v)
{
	if (v > 5)
		__builtin_unreachable();
	return v < 6;
}
