//! How an architecture replaces live entries and flushes stale translations, as data.
//!
//! These are properties of the architecture, not of the calling routine: the same `pmdp_invalidate()` is an
//! atomic exchange and a broadcast on one architecture, a plain load and store and inter-processor interrupts
//! on another.

/// How `pmdp_establish()`, or the architecture's own `pmdp_invalidate()`, replaces a live word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Establish {
    /// One fully ordered atomic exchange.
    Xchg,
    /// One atomic exchange without ordering (`xchg_relaxed`).
    XchgRelaxed,
    /// The generic fallback: a plain read, then `set_pmd_at()`, a plain store.
    ReadThenStore,
    /// A loop of load-reserve and store-conditional that clears and sets bits of the current word (powerpc).
    /// Atomic on the word, without ordering other accesses; returns the word it replaced.
    LoadReserveLoop,
    /// A plain read and a fully ordered compare-and-exchange, retried until it succeeds (sparc64). The new
    /// word is not recomputed: it comes from an earlier read, while the returned old word is the one
    /// replaced.
    CmpxchgLoop,
    /// A plain read, whose value is returned; unless that word was already invalid, one instruction that sets
    /// the invalid bit in memory and flushes the translations of all CPUs; then a plain store of the new word
    /// (s390x). The flush precedes the store and waits for no CPU.
    FlushThenStore,
}

/// How a TLB flush reaches other CPUs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TlbFlush {
    /// A hardware broadcast, which does not wait for CPUs with interrupts disabled.
    Broadcast,
    /// An interrupt to each CPU: it returns only when every target has left its IRQ-off section.
    Ipi,
    /// A firmware call, which interrupts the other CPUs below the kernel (riscv64): the kernel's interrupt
    /// mask does not delay it, so it does not wait for IRQ-off sections.
    Firmware,
    /// A message that the target handles in its trap vector even with interrupts masked (sparc64): it does
    /// not wait for IRQ-off sections.
    CrossCall,
}

/// How an architecture changes live entries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Mmu {
    /// How a live word is replaced.
    pub establish: Establish,
    /// How a TLB flush reaches other CPUs, whether it is explicit or part of the change of the word.
    pub flush: TlbFlush,
    /// Whether `set_pmd_at()` itself flushes after its store: all TLBs on loongarch64, the translations of
    /// the old word on sparc64.
    pub set_pmd_at_flushes: bool,
    /// Whether `pmdp_invalidate_ad()` flushes after its change, as `pmdp_invalidate()` does; only x86
    /// overrides it with one that leaves the flush to its caller.
    pub invalidate_ad_flushes: bool,
    /// Whether `pmdp_collapse_flush()` interrupts all CPUs regardless of its flush, and so waits for every
    /// IRQ-off section: `serialize_against_pte_lookup()` of powerpc's hash MMU.
    pub collapse_interrupts: bool,
}
