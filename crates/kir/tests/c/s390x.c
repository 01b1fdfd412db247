/* Inline assembly as s390's kernel code writes it, in words of our own. */

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))

/* Adds, fully ordered. */
u32 add_ordered(u32 *count, u32 n)
{
	u32 old;

	asm volatile("laa	%0,%2,%1\nbcr 14,0\n" : "=d"(old), "+QS"(*count) : "d"(n) : "cc", "memory");
	return old;
}

u64 set_bits(u64 *word, u64 bits)
{
	u64 old;

	asm volatile("laog	%0,%2,%1\n" : "=d"(old), "+QS"(*word) : "d"(bits) : "cc", "memory");
	return old;
}

u64 exchange_if(u64 *word, u64 old, u64 new)
{
	asm volatile("	csg	%0,%2,%1\n" : "+d"(old), "+QS"(*word) : "d"(new) : "cc", "memory");
	return old;
}

/* Invalidates the entry of a segment table that an address chooses, on all CPUs or on this one. */
void invalidate_segment(u64 *entry, u64 table, u64 address)
{
	asm volatile("	idte	%1,0,%2,%3" : "+m"(*entry) : "a"(table), "a"(address), "i"(0) : "cc");
}

void invalidate_page_here(u64 *entry, u64 table, u64 address)
{
	asm volatile("	ipte	%1,%2,0,%3" : "+m"(*entry) : "a"(table), "a"(address), "i"(1));
}

void drop_space(u64 space, u64 options)
{
	asm volatile("idte	0,%1,%0" : : "a"(options), "a"(space) : "cc");
}

u64 irqs_off(u64 *word)
{
	u8 flags;
	u64 v;

	asm volatile("	stnsm	%0,%1" : "=Q"(flags) : "i"(0xfc) : "memory");
	v = READ_ONCE(*word);
	if (flags & 3)
		asm volatile("	stosm	%0,%1" : "=Q"(flags) : "i"(0x03) : "memory");
	return v;
}

/* Where the CPU's own struct is, which a feature may move. */
u64 own(void)
{
	u64 at;

	asm(".pushsection .altinstr_replacement, \"ax\"\n6641:\n\tllilh %0,%1\n6651:\n.popsection\n661:\n\tllilh %0,0\n662:\n"
	    ".pushsection .altinstructions,\"a\"\n\t.long 661b - .\n\t.long 6641b - .\n\t.long (1 << 28 | 2 << 20)\n"
	    "\t.byte 662b-661b\n.popsection\n"
	    : "=d"(at) : "i"(7));
	return at;
}

/* Zeros above the highest bit. */
u64 leading(u64 x)
{
	unsigned __int128 pair = (unsigned __int128)x << 64;

	asm volatile("	flogr	%0,%0\n" : "+d"(pair) : : "cc");
	return (u64)(pair >> 64) & 127;
}

/* The bytes of a word, the highest first. */
u64 second_byte(u64 x)
{
	volatile u64 word = x;

	return ((volatile u8 *)&word)[1];
}

void unknown(void)
{
	asm volatile("sske %0,%1" : : "d"(1UL), "a"(2UL));
}
