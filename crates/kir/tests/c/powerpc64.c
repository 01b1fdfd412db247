/* Inline assembly as the kernel code of 64-bit powerpc writes it, in words of our own. */

typedef unsigned int u32;
typedef unsigned long u64;

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))

/* Takes references unless there is none left; both barriers belong to the update. */
u32 add_unless_zero(u32 *count, u32 n)
{
	u32 old;

	asm volatile("\nsync\n1:	lwarx	%0,0,%1		# take\n\tcmpw	0,%0,%3\n\tbeq	2f\n"
		     "\tadd%I2c	%0,%0,%2\n\tstwcx.	%0,0,%1\n\tbne-	1b\n\nsync\n\tsub%I2c	%0,%0,%2\n2:"
		     : "=&r"(old)
		     : "r"(count), "rI"(n), "r"(0)
		     : "cc", "memory", "xer");
	return old;
}

/* Changes bits of a word, in no order. */
u64 change(u64 *word, u64 clear, u64 set)
{
	u64 old, tmp;

	asm volatile("1:	ldarx	%0,0,%3\n\tandc	%1,%0,%5\n\tor	%1,%1,%4\n\tstdcx.	%1,0,%3\n\tbne-	1b"
		     : "=&r"(old), "=&r"(tmp), "=m"(*word)
		     : "r"(word), "r"(set), "r"(clear)
		     : "cc");
	return old;
}

/* Waits for a bit to be clear: what it then stores. */
u64 change_unless_busy(u64 *word, u64 busy, u64 set)
{
	u64 old, tmp;

	asm volatile("1:	ldarx	%0,0,%3\n\tand.	%1,%0,%4\n\tbne-	1b\n\tor	%1,%0,%5\n"
		     "\tstdcx.	%1,0,%3\n\tbne-	1b"
		     : "=&r"(old), "=&r"(tmp), "=m"(*word)
		     : "r"(word), "r"(busy), "r"(set)
		     : "cc");
	return old;
}

u64 ordered(u64 *from, u64 *to)
{
	u64 v;

	asm volatile("ld%U1%X1 %0,%1" : "=r"(v) : "m<>"(*from));
	asm volatile("lwsync " ::: "memory");
	asm volatile("std%U0%X0 %1,%0" : "=m<>"(*to) : "r"(v));
	asm volatile("sync" ::: "memory");
	asm volatile("eieio; tlbsync; ptesync" ::: "memory");
	return v;
}

/* The byte of the CPU's own struct that masks interrupts. */
u64 own_byte(u64 *word)
{
	u64 flags;

	asm volatile("lbz %0,%1(13)" : "=r"(flags) : "i"(16));
	asm volatile("stb %0,%1(13)" : : "r"(flags | 1), "i"(16) : "memory");
	return flags + READ_ONCE(*word);
}

/* Warns where its argument is not zero. */
u64 warn_if(u64 x)
{
	asm volatile("1:	tdnei	%4, 0\n.section __bug_table,\"aw\"\n2:	.4byte 1b - .\n\t.4byte %0 - .\n"
		     "\t.short %1, %2\n.org 2b+%3\n.previous\n"
		     : : "i"(0), "i"(7), "i"(2305), "i"(12), "r"(x));
	return x + 1;
}

u64 leading(u64 x)
{
	u64 n;

	asm("cntlzd %0,%1" : "=r"(n) : "r"(x));
	return n;
}

void unknown(void)
{
	asm volatile("tlbiel %0" : : "r"(0) : "memory");
}

void fixed_up(void)
{
	asm volatile("971: or 1,1,1\n972:\n.pushsection __mmu_ftr_fixup,\"a\"\n973: .8byte 1\n.popsection" ::: "memory");
}
