//! How an architecture replaces a live entry and forgets stale translations, as data.
//!
//! These are properties of the architecture, not of the routine that asks for them: the same
//! `pmdp_invalidate()` is an atomic exchange followed by a broadcast on one machine and a plain load
//! and store followed by inter-processor interrupts on another.

/// The kernel tree an architecture's helpers were read from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kernel {
    /// 6.1.192 (the stable tree that contains the backported fix of April 2024).
    V6_1,
    /// 6.12.117.
    V6_12,
}

/// The order in which other CPUs may see one CPU's memory accesses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MemoryModel {
    /// Sequential consistency: a plain interleaving.
    Sc,
    /// Total store order: a store may be delayed past later loads of other words (x86).
    Tso,
    /// Loads and stores of different words are unordered unless a barrier or a dependency orders them.
    Weak,
}

impl MemoryModel {
    /// The name used on the command line and in reports.
    pub const fn name(self) -> &'static str {
        match self {
            MemoryModel::Sc => "sc",
            MemoryModel::Tso => "tso",
            MemoryModel::Weak => "weak",
        }
    }
}

/// How `pmdp_establish()` puts a new word in the place of a live one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Establish {
    /// One fully ordered atomic exchange.
    Xchg,
    /// One atomic exchange that orders nothing else (`xchg_relaxed`).
    XchgRelaxed,
    /// The generic fallback: a plain read, then `set_pmd_at()`, a plain store.
    ReadThenStore,
}

/// How a TLB flush reaches the other CPUs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TlbFlush {
    /// A broadcast by hardware: it does not wait for a CPU that has interrupts off.
    Broadcast,
    /// An interrupt to each CPU: it returns only when every target has left its IRQ-off section.
    Ipi,
}

/// How one architecture changes live entries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Mmu {
    /// What `pmdp_establish()` is.
    pub establish: Establish,
    /// What a ranged TLB flush is.
    pub flush: TlbFlush,
    /// Whether `set_pmd_at()` itself flushes all TLBs after its store.
    pub set_pmd_at_flushes: bool,
}
