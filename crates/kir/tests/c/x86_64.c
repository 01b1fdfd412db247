/* Inline assembly as x86's kernel code writes it, in words of our own. */

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
#define LOCK ".pushsection .smp_locks,\"a\"\n.balign 4\n.long 671f - .\n.popsection\n671:\n\tlock; "

/* The original, padded, and what replaces it on machines with a capability. */
#define ALTERNATIVE(old, new, cap)                                                  \
	"# ALT: old\n661:\n\t" old "\n662:\n"                                       \
	".skip -(((6651f-6641f)-(662b-661b)) > 0) * ((6651f-6641f)-(662b-661b)),0x90\n663:\n" \
	".pushsection .altinstructions,\"a\"\n .long 661b - .\n .long 6641f - .\n"  \
	" .4byte " #cap "\n .byte 663b-661b\n .byte 6651f-6641f\n.popsection\n"     \
	".pushsection .altinstr_replacement, \"ax\"\n6641:\n\t" new "\n6651:\n.popsection\n"

u64 exchange(u64 *word, u64 v)
{
	asm volatile("xchgq %q0, %1\n" : "+r"(v), "+m"(*word)::"memory", "cc");
	return v;
}

static inline int try_cmpxchg(u32 *p, u32 *old, u32 new)
{
	int success;

	asm volatile(LOCK "cmpxchgl %[new], %[p]"
		     : "=@ccz"(success), [p] "+m"(*p), [old] "+a"(*old)
		     : [new] "r"(new)
		     : "memory");
	return success;
}

/* Takes a reference unless there is none left. */
int get_unless_zero(u32 *count)
{
	u32 old = READ_ONCE(*count);

	do {
		if (!old)
			return 0;
	} while (!try_cmpxchg(count, &old, old + 1));
	return 1;
}

int put_and_test(u32 *count)
{
	int zero;

	asm volatile(LOCK "decl %0\n\t/* output condition code e */\n"
		     : "+m"(*count), "=@cce"(zero)::"memory");
	return zero;
}

u64 fetch_add(u64 *word, u64 n)
{
	asm volatile(LOCK "xaddq %0, %1\n" : "+r"(n), "+m"(*word)::"memory", "cc");
	return n;
}

int test_and_set(u64 *word, long bit)
{
	int old;

	asm volatile(LOCK " btsq %2, %0\n" : "+m"(*word), "=@ccc"(old) : "Ir"(bit) : "memory");
	return old;
}

int test_bit(const u64 *word, long bit)
{
	int old;

	asm volatile(" btq %2,%1\n" : "=@ccc"(old) : "m"(*word), "Ir"(bit) : "memory");
	return old;
}

void barriers(void)
{
	asm volatile("lock; addl $0,-4(%%rsp)" ::: "memory", "cc");
	asm volatile("mfence" ::: "memory");
	asm volatile("sfence" ::: "memory");
}

u64 irqs_off(u64 *word)
{
	u64 flags, v;

	asm volatile("# save\n\tpushf ; pop %0" : "=rm"(flags)::"memory");
	asm volatile("cli" ::: "memory");
	v = READ_ONCE(*word);
	if (flags & 0x200)
		asm volatile("sti" ::: "memory");
	return v;
}

void flush(u64 address)
{
	asm volatile("invlpg (%0)" ::"r"(address) : "memory");
}

extern u64 per_cpu_word;

u64 per_cpu(u64 n)
{
	u64 v;

	asm volatile("addq %1, %%gs:%0" : "+m"(per_cpu_word) : "re"(n));
	asm("movq %%gs:%P1, %0" : "=r"(v) : "p"(&per_cpu_word));
	return v;
}

struct key {
	int enabled;
};
extern struct key likely_key, unlikely_key;

/* Bit 0 of the key says that the branch is taken while it is off. */
static inline int key_branch(struct key *key, const int inverted)
{
	asm goto("1:jmp %l[yes] # becomes nops\n\t.pushsection __jump_table, \"aw\"\n\t.balign 8\n\t"
		 ".long 1b - .\n\t.long %l[yes] - .\n\t.quad %c0 + %c1 - .\n\t.popsection\n\t"
		 ::"i"(key), "i"(inverted)::yes);
	return 0;
yes:
	return 1;
}

int keys(void)
{
	return key_branch(&unlikely_key, 0) * 10 + key_branch(&likely_key, 1);
}

/* A replacement that does nothing, and one for machines without the capability. */
u64 alternatives(u64 v)
{
	asm(ALTERNATIVE("addq $1, %0", "", (3*32+21)) : "+r"(v)::"cc");
	asm(ALTERNATIVE("", "shlq $4, %0", ((1 << 16) | 77)) : "+r"(v)::"cc");
	return v;
}

int warns(int v)
{
	if (v < 0)
		asm volatile("1:\t.byte 0x0f, 0x0b\n.pushsection __bug_table,\"aw\"\n2:\t.long 1b - .\n"
			     "\t.word 33\n\t.word %c0\n\t.org 2b+8\n.popsection\n" ::"i"(2305));
	return v + 1;
}

u64 counts(u64 v)
{
	u64 trailing, highest;

	asm("rep; bsf %1,%0" : "=r"(trailing) : "rm"(v));
	asm("bsrq %1,%q0" : "=r"(highest) : "rm"(v), "0"(-1ul));
	return trailing * 100 + highest;
}

u64 calls(u64 v)
{
	asm volatile("call helper_%P2" : "+a"(v) : "D"(v), "i"(sizeof(v)) : "memory");
	return v;
}

void unknown_instruction(void)
{
	asm volatile("vzeroall");
}
