/* Inline assembly as arm64's kernel code writes it, in words of our own. */

typedef unsigned int u32;
typedef unsigned long u64;

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
#define noinline __attribute__((noinline))
#define str_(x) #x
#define str(x) str_(x)

/* The original, and what replaces it on machines with a capability. */
#define ALTERNATIVE(old, new, cap)                                              \
	".if 1 == 1\n661:\n\t" old "\n662:\n"                                   \
	".pushsection .altinstructions,\"a\"\n"                                 \
	" .word 661b - .\n .word 663f - .\n .hword " str(cap) "\n"              \
	" .byte 662b-661b\n .byte 664f-663f\n.popsection\n"                     \
	".subsection 1\n663:\n\t" new "\n664:\n\t"                              \
	".org . - (664b-663b) + (662b-661b)\n\t"                                \
	".org . - (662b-661b) + (664b-663b)\n.previous\n.endif\n"

#define CAP_LSE 26

static inline u64 xchg(u64 *p, u64 v)
{
	u64 old, tmp;

	asm volatile(ALTERNATIVE("prfm pstl1strm, %2\n1:	ldxr %0, %2\n\tstlxr %w1, %3, %2\n"
				 "\tcbnz %w1, 1b\n\tdmb ish",
				 ".arch_extension lse\n\tswpal %3, %0, %2\n.rept 3\nnop\n.endr", CAP_LSE)
		     : "=&r"(old), "=&r"(tmp), "+Q"(*p)
		     : "r"(v)
		     : "memory");
	return old;
}

static inline u32 cmpxchg(u32 *p, u32 old, u32 new)
{
	u32 found;
	u64 tmp;

	asm volatile(ALTERNATIVE("1:	ldxr %w1, %2\n\teor %w0, %w1, %w3\n\tcbnz %w0, 2f\n"
				 "\tstlxr %w0, %w4, %2\n\tcbnz %w0, 1b\n\tdmb ish\n2:",
				 ".arch_extension lse\n\tmov %w1, %w3\n\tcasal %w1, %w4, %2\n", CAP_LSE)
		     : "=&r"(tmp), "=&r"(found), "+Q"(*p)
		     : "r"(old), "r"(new)
		     : "memory");
	return found;
}

static inline void add(u32 *p, u32 n)
{
	u32 tmp, status;

	asm volatile(ALTERNATIVE("1:	ldxr %w0, %2\n\tadd %w0, %w0, %w3\n\tstxr %w1, %w0, %2\n"
				 "\tcbnz %w1, 1b",
				 ".arch_extension lse\n\tstadd %w3, %2\n", CAP_LSE)
		     : "=&r"(tmp), "=&r"(status), "+Q"(*p)
		     : "r"(n));
}

u64 exchange(u64 *word, u64 v)
{
	return xchg(word, v);
}

/* Takes a reference unless there is none left. */
int get_unless_zero(u32 *count)
{
	u32 old = READ_ONCE(*count), found;

	while (old) {
		found = cmpxchg(count, old, old + 1);
		if (found == old)
			return 1;
		old = found;
	}
	return 0;
}

void add_seven(u32 *count)
{
	add(count, 7);
}

u64 acquire_and_release(u64 *from, u64 *to)
{
	u64 v;

	asm volatile("ldar %0, %1" : "=r"(v) : "Q"(*from) : "memory");
	asm volatile("dmb ishst" ::: "memory");
	asm volatile("stlr %1, %0" : "=Q"(*to) : "r"(v + 1) : "memory");
	return v;
}

void flush(u64 address)
{
	u64 arg = address >> 12;

	asm volatile("dsb ishst" ::: "memory");
	asm volatile("tlbi vale1is, %x0" ::"rZ"(arg));
	asm volatile("dsb ish" ::: "memory");
	asm volatile("isb" ::: "memory");
}

/* Interrupts off around a look. */
u64 irqs_off(u64 *word)
{
	u64 flags, v;

	asm volatile("mrs %0, daif" : "=r"(flags)::"memory");
	asm volatile("msr daifset, #3" ::: "memory");
	v = READ_ONCE(*word);
	asm volatile("msr daif, %0" ::"r"(flags) : "memory");
	return v;
}

struct key {
	int enabled;
};
extern struct key likely_key, unlikely_key;

/* Off unless somebody turns it on: the instruction does nothing at first. */
static inline int key_on(struct key *key)
{
	asm goto("1:	nop\n\t.pushsection __jump_table, \"aw\"\n\t.align 3\n\t"
		 ".long 1b - ., %l[yes] - .\n\t.quad %c0 - .\n\t.popsection\n\t"
		 ::"i"(key)::yes);
	return 0;
yes:
	return 1;
}

int keys(void)
{
	return key_on(&unlikely_key) * 10 + key_on(&likely_key);
}

static inline int has_cap(int cap)
{
	asm goto(".if 1 == 1\n661:\n\tb %l[no]\n662:\n.pushsection .altinstructions,\"a\"\n"
		 " .word 661b - .\n .word alt_cb_patch_nops - .\n .hword (1 << 15) | (%0)\n"
		 " .byte 662b-661b\n .byte 664f-663f\n.popsection\n663:\n\t664:\n\t.endif\n"
		 ::"i"(cap)::no);
	return 1;
no:
	return 0;
}

int capability(void)
{
	return has_cap(42);
}

/* A warning with its entry in the bug table. */
int warns(int v)
{
	if (v < 0)
		asm volatile(".pushsection __bug_table,\"aw\"; .align 2; 14470: .long 14471f - .; "
			     ".short 44; .short (1 << 0)|(9 << 8); .align 2; .popsection; 14471: brk 0x800");
	return v + 1;
}

u64 current_task(void)
{
	u64 v;

	asm("mrs %0, sp_el0" : "=r"(v));
	return v;
}

u64 by_macro(void)
{
	u64 v;

	asm volatile(".irp num,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20\n"
		     ".equ .L__gpr_num_x\\num, \\num\n.endr\n.macro mrs_s, rt, sreg\n"
		     ".inst (0xd5200000|(\\sreg)|(.L__gpr_num_\\rt))\n.endm\n"
		     "mrs_s %0, (((3) << 19) | ((0) << 16) | ((4) << 12) | ((6) << 8) | ((0) << 5))\n"
		     ".purgem mrs_s\n"
		     : "=&r"(v));
	return v;
}

void unknown_instruction(void)
{
	asm volatile("wrp x0, #3");
}

/* What a compare and a selection make of two numbers. */
u64 selects(u64 a, u64 b)
{
	u64 v;

	asm("cmp %1, %2\n\tcsel %0, %1, %2, lo" : "=r"(v) : "r"(a), "r"(b) : "cc");
	return v;
}
