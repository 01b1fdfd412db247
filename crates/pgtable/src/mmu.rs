//! How an architecture replaces a live entry and forgets stale translations, as data.
//!
//! These are properties of the architecture, not of the routine that asks for them: the same
//! `pmdp_invalidate()` is an atomic exchange followed by a broadcast on one machine and a plain load
//! and store followed by inter-processor interrupts on another.

/// How `pmdp_establish()`, or the architecture's own `pmdp_invalidate()`, puts a new word in the place
/// of a live one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Establish {
    /// One fully ordered atomic exchange.
    Xchg,
    /// One atomic exchange that orders nothing else (`xchg_relaxed`).
    XchgRelaxed,
    /// The generic fallback: a plain read, then `set_pmd_at()`, a plain store.
    ReadThenStore,
    /// A loop of load-reserve and store-conditional that clears and sets bits of whatever word it
    /// finds (powerpc). Atomic on the word, ordering nothing else; it returns the word it replaced.
    LoadReserveLoop,
    /// A plain read and a fully ordered compare-and-exchange, repeated until they agree (sparc64). The
    /// new word was made from an earlier read: the loop finds the true old word, not a newer new one.
    CmpxchgLoop,
    /// A plain read, whose value is returned; then, unless that word was already invalid, one
    /// instruction that sets the invalid bit in memory and drops the translations of every CPU; then a
    /// plain store of the new word (s390x). The flush comes before the store, and no CPU is waited for.
    FlushThenStore,
}

/// How a TLB flush reaches the other CPUs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TlbFlush {
    /// A broadcast by hardware: it does not wait for a CPU that has interrupts off.
    Broadcast,
    /// An interrupt to each CPU: it returns only when every target has left its IRQ-off section.
    Ipi,
    /// A call to the firmware, which interrupts the other CPUs below the kernel (riscv64): the kernel's
    /// interrupt mask does not hold it back, so it waits for no IRQ-off section.
    Firmware,
    /// A message that the target handles in its trap vector, whatever interrupts the kernel has masked
    /// (sparc64): it waits for no IRQ-off section.
    CrossCall,
}

/// How one architecture changes live entries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Mmu {
    /// What replaces a live word.
    pub establish: Establish,
    /// What a TLB flush is, whether it stands on its own or is part of the change of the word.
    pub flush: TlbFlush,
    /// Whether `set_pmd_at()` itself flushes after its store: all TLBs on loongarch64, what the old word
    /// mapped on sparc64.
    pub set_pmd_at_flushes: bool,
    /// Whether `pmdp_invalidate_ad()` flushes after its change, as `pmdp_invalidate()` does; x86 alone
    /// replaces it by one that leaves the flush to its caller.
    pub invalidate_ad_flushes: bool,
    /// Whether `pmdp_collapse_flush()` interrupts every CPU whatever its flush does, and so waits for every
    /// section with interrupts off: `serialize_against_pte_lookup()` of powerpc's hash MMU.
    pub collapse_interrupts: bool,
}
