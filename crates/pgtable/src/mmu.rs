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

/// How an entry is read and cleared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum GetAndClear {
    /// One fully ordered atomic exchange.
    Xchg,
    /// One atomic exchange without ordering (`xchg_relaxed`).
    XchgRelaxed,
    /// A loop of load-reserve and store-conditional, atomic on the word, without ordering (powerpc).
    LoadReserveLoop,
    /// A plain read, then `pmd_clear()`, a plain store.
    ReadThenClear,
    /// A plain read, then `set_pmd_at()` of an empty word, with the flush that it has (sparc64).
    ReadThenSet,
    /// A plain read; unless that word was already invalid, one instruction that sets the invalid bit in memory
    /// and flushes the translations of all CPUs; then a plain store of an empty word (s390x). No flush follows
    /// the store.
    FlushThenStore,
}

/// How `pmdp_set_access_flags()` and `ptep_set_access_flags()` make an entry young, dirty or writable, if it is not
/// so yet.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AccessFlags {
    /// A plain store. A CPU that goes by the old entry faults again.
    Store,
    /// The generic version: `set_pmd_at()`, then a flush.
    StoreThenFlush,
    /// A loop of compare and exchange without ordering, then a flush (arm64).
    CmpxchgThenFlush,
    /// A loop of load-reserve and store-conditional, without ordering and without a flush (powerpc).
    LoadReserveLoop,
    /// One instruction that makes the entry invalid and flushes the translations of all CPUs, then a plain store
    /// (s390x).
    FlushThenStore,
}

/// How `pmdp_test_and_clear_young()` makes an entry old, after it has read it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ClearYoung {
    /// `test_and_clear_bit()` if it is young: atomic, fully ordered.
    TestAndClearBit,
    /// A loop of compare and exchange without ordering, young or not (arm64).
    CmpxchgLoop,
    /// A loop of load-reserve and store-conditional if it is young, without ordering (powerpc).
    LoadReserveLoop,
    /// The generic version: `set_pmd_at()` of the old entry if it is young.
    ReadThenStore,
    /// One instruction that makes the entry invalid and flushes the translations of all CPUs, then a plain store
    /// (s390x).
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
    /// A hypercall: the hypervisor flushes for the other CPUs, which take no interrupt (x86 as a guest). It does not wait
    /// for IRQ-off sections.
    Hypercall,
    /// A message that the target handles in its trap vector even with interrupts masked (sparc64): it does
    /// not wait for IRQ-off sections.
    CrossCall,
}

impl TlbFlush {
    /// In words.
    pub const fn name(self) -> &'static str {
        match self {
            TlbFlush::Broadcast => "broadcast",
            TlbFlush::Ipi => "interrupt",
            TlbFlush::Firmware => "firmware call",
            TlbFlush::Hypercall => "hypercall",
            TlbFlush::CrossCall => "cross call",
        }
    }
}

/// How an architecture changes live entries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Mmu {
    /// How a live word is replaced.
    pub establish: Establish,
    /// How `pmdp_huge_get_and_clear()` reads and clears an entry that maps a huge page.
    pub get_and_clear: GetAndClear,
    /// How `pmdp_collapse_flush()` reads and clears an entry that points to a table, up to its flush.
    pub collapse: GetAndClear,
    /// How accesses are recorded in a live word.
    pub access_flags: AccessFlags,
    /// How the record of an access is taken out of a live word.
    pub clear_young: ClearYoung,
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
    /// MMU_GATHER_MERGE_VMAS (arch/*/Kconfig): whether only `tlb_finish_mmu()` flushes what an operation on a range
    /// has changed. Elsewhere `tlb_end_vma()` flushes at the end of each mapping.
    pub merge_vmas: bool,
    /// Whether a write fault that finds a PTE as it wants it drops the translation on all CPUs
    /// (`flush_tlb_fix_spurious_fault()`). Not where every such fault counts as a change, nor where only this CPU is
    /// concerned.
    pub spurious_fault_flushes: bool,
    /// Whether `pte_clear()` reads the entry first, to keep one of its bits.
    pub pte_clear_reads: bool,
}
