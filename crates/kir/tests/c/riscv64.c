/* Inline assembly as riscv's kernel code writes it, in words of our own. */

typedef unsigned int u32;
typedef unsigned long u64;

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))

u64 exchange(u64 *word, u64 v)
{
	u64 old;

	asm volatile("amoswap.d.aqrl %0, %2, %1\n" : "=r"(old), "+A"(*word) : "r"(v) : "memory");
	return old;
}

/* Takes a reference unless there is none left. */
int get_unless_zero(u32 *count)
{
	int prev, status;

	asm volatile("0:	lr.w %[p], %[c]\n\tbeq %[p], %[u], 1f\n\tadd %[rc], %[p], %[a]\n"
		     "\tsc.w.rl %[rc], %[rc], %[c]\n\tbnez %[rc], 0b\n\tfence rw, rw\n1:\n"
		     : [p] "=&r"(prev), [rc] "=&r"(status), [c] "+A"(*count)
		     : [a] "r"(1), [u] "r"(0)
		     : "memory");
	return prev != 0;
}

u64 ordered(u64 *from, u64 *to)
{
	u64 v = READ_ONCE(*from);

	asm volatile("fence r,r" ::: "memory");
	*(volatile u64 *)to = v;
	asm volatile("fence w,rw" ::: "memory");
	asm volatile("sfence.vma %0" ::"r"(v) : "memory");
	return v;
}

u64 irqs_off(u64 *word)
{
	u64 flags, v;

	asm volatile("csrrc %0, sstatus, %1" : "=r"(flags) : "rK"(2) : "memory");
	v = READ_ONCE(*word);
	asm volatile("csrs sstatus, %0" ::"rK"(flags & 2) : "memory");
	return v;
}
