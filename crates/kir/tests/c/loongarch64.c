/* Inline assembly as loongarch's kernel code writes it, in words of our own. */

typedef unsigned int u32;
typedef unsigned long u64;

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))

register u64 this_cpu asm("$r21");
register u64 task asm("$tp");

u64 exchange(u64 *word, u64 v)
{
	u64 old;

	asm volatile("amswap_db.d %1, %z2, %0\n" : "+ZB"(*word), "=&r"(old) : "Jr"(v) : "memory");
	return old;
}

/* A word of 32 bits, of which the sign becomes that of the register; and an addition that asks for nothing back. */
long add(u32 *count, int by)
{
	long old;

	asm volatile("amadd.w %1, %2, %0\n" : "+ZB"(*count), "=&r"(old) : "r"(by) : "memory");
	asm volatile("amadd.w $zero, %1, %0\n" : "+ZB"(*count) : "r"(by) : "memory");
	return old;
}

/* Takes a reference unless there is none left. */
int get_unless_zero(u32 *count)
{
	int prev, status;

	asm volatile("0:	ll.w %[p], %[c]\n\tbeq %[p], %[u], 1f\n\tadd.w %[rc], %[p], %[a]\n"
		     "\tsc.w %[rc], %[c]\n\tbeqz %[rc], 0b\n\tb 2f\n1:\n\tdbar 0x700\n2:\n"
		     : [p] "=&r"(prev), [rc] "=&r"(status), [c] "=ZB"(*count)
		     : [a] "r"(1), [u] "r"(0)
		     : "memory");
	return prev != 0;
}

/* Compares 32 bits, whatever the higher ones of the register are. */
int compare_exchange(u32 *word, u32 old, u32 new)
{
	u32 found;

	asm volatile("1:	ll.w %0, %2	# a comment\n\tbne %0, %z3, 2f\n\tmove $t0, %z4\n\tsc.w $t0, %1\n"
		     "\tbeqz $t0, 1b\n2:\n\tdbar 0x700\n"
		     : "=&r"(found), "=ZB"(*word)
		     : "ZB"(*word), "Jr"(old), "Jr"(new)
		     : "t0", "memory");
	return found == old;
}

u64 ordered(u64 *from, u64 *to)
{
	u64 v = READ_ONCE(*from);

	asm volatile("dbar %0 " ::"I"(0x15) : "memory");
	*(volatile u64 *)to = v;
	asm volatile("dbar %0 " ::"I"(0x10) : "memory");
	asm volatile("invtlb 0x5, $zero, %0" ::"r"(v) : "memory");
	return v;
}

u64 irqs_off(u64 *word)
{
	u32 flags = 0, v;
	register u32 mask asm("t0") = 4;

	asm volatile("csrxchg %[val], %[mask], %[reg]\n\t" : [val] "+r"(flags) : [mask] "r"(mask), [reg] "i"(0) : "memory");
	v = READ_ONCE(*word);
	asm volatile("csrxchg %[val], %[mask], %[reg]\n\t" : [val] "+r"(flags) : [mask] "r"(mask), [reg] "i"(0) : "memory");
	return v;
}

/* Of the variables of this CPU, and the register that has the task. */
u64 of_this_cpu(u64 *variable)
{
	u64 v;

	asm volatile("ldx.d %0, $r21, %1\n" : "=&r"(v) : "r"(variable) : "memory");
	asm volatile("stx.d %0, $r21, %1\n" ::"r"(v + 1), "r"(variable) : "memory");
	return v + task;
}

void unknown(void)
{
	asm volatile("amcas.d $a0, $a1, $a2" ::: "memory");
}

/* Of 32 bits: a sum that is too large loses its highest bits. */
u64 nothing_but_arithmetic(u64 a, u64 b)
{
	u64 x, y;

	asm("sub.d %0, %1, %2\n\tbgez %0, 1f\n\tli.d %0, 0\n1:" : "=&r"(x) : "r"(a), "r"(b));
	asm("slli.w %0, %1, 2\n\tadd.w %0, %0, %2" : "=&r"(y) : "r"(a), "r"(x));
	return y;
}
