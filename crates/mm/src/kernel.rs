//! The machine's fixed layout, and the context of a routine.

use std::ops::Range;

use pmdrace_pgtable::{Arch, TlbFlush};

use crate::Notifier;
use crate::{Addr, Cpu, Cpus, FolioId, Note, TableId, Word};

/// A folio: a range of page frames with one reference count.
#[derive(Clone, Debug)]
pub struct Folio {
    /// The name in the scenario.
    pub name: String,
    /// The page frames it covers; empty for the bystander, which covers all frames that nothing else does.
    pub pfns: Range<u64>,
    /// The reference count.
    pub refcount: Addr,
    /// Whether the count is a [`crate::CellKind::Atomic`], with the kernel's ordering, rather than a
    /// [`crate::CellKind::Counter`].
    pub atomic: bool,
    /// The anon-exclusive flag, if it has one.
    pub exclusive: Option<Addr>,
    /// The claims on it, if they are tracked.
    pub life: Option<Addr>,
}

/// A page table, deposited for a later split.
#[derive(Clone, Debug)]
pub struct Table {
    /// The name in the scenario.
    pub name: String,
    /// The page frame it occupies.
    pub pfn: u64,
    /// The modelled entries: the first ones of the real table.
    pub ptes: Vec<Addr>,
    /// The claims on it, if they are tracked.
    pub life: Option<Addr>,
}

/// The state that is fixed while the routines run.
#[derive(Clone, Debug)]
pub struct Kernel {
    /// The architecture and era.
    pub arch: &'static dyn Arch,
    /// The folios.
    pub folios: Vec<Folio>,
    /// The folio that stands for any page in use that the scenario does not name, if there is one.
    pub bystander: Option<FolioId>,
    /// The page tables.
    pub tables: Vec<Table>,
    /// The mmu notifier, if some role is subscribed to it. Routines get theirs from [`Args::notifier`].
    ///
    /// [`Args::notifier`]: crate::routine::Args::notifier
    pub notifier: Option<Notifier>,
    /// How a TLB flush reaches other CPUs: as on the architecture, if the scenario does not say otherwise.
    pub flush: TlbFlush,
    /// The CPUs that a flush by interrupt passes over, as a kernel does over those in lazy TLB mode.
    pub spared: Cpus,
    /// Whether entries are read by plain accesses, which the compiler repeats at each use.
    pub plain_reloads: bool,
}

impl Kernel {
    /// `pfn_to_page()` and `page_folio()`: the folio at a page frame. The bystander has no memory where none can be.
    pub fn folio_at(&self, pfn: u64) -> Option<FolioId> {
        self.named_at(pfn).or(self.bystander.filter(|_| self.is_physical(pfn)))
    }

    /// `pfn_valid()`: whether there is memory at a page frame. Where there can be, it is taken to be there.
    pub fn pfn_valid(&self, pfn: u64) -> bool {
        self.named_at(pfn).is_some() || self.is_physical(pfn)
    }

    /// The folio of the scenario at a page frame.
    fn named_at(&self, pfn: u64) -> Option<FolioId> {
        self.folios.iter().position(|folio| folio.pfns.contains(&pfn)).map(FolioId)
    }

    /// Whether a page frame is below MAX_PHYSMEM_BITS.
    fn is_physical(&self, pfn: u64) -> bool {
        let facts = self.arch.facts();
        pfn >> facts.max_physmem_bits.saturating_sub(facts.page_shift) == 0
    }

    /// The table that contains an entry.
    pub fn table_of(&self, ptep: Addr) -> Option<TableId> {
        self.tables.iter().position(|table| table.ptes.contains(&ptep)).map(TableId)
    }

    /// The page table at a page frame.
    pub fn table_at(&self, pfn: u64) -> Option<TableId> {
        self.tables.iter().position(|table| table.pfn == pfn).map(TableId)
    }
}

/// The context of a routine: its CPU and the kernel.
///
/// The kernel's helpers are methods of this type; those that a property judges also record a note.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// The CPU.
    pub cpu: &'a dyn Cpu,
    /// The kernel.
    pub kernel: &'a Kernel,
}

impl<'a> Ctx<'a> {
    /// The architecture.
    pub fn arch(&self) -> &'static dyn Arch {
        self.kernel.arch
    }

    /// `WARN_ON()`, `VM_BUG_ON()` and their like, about a word.
    pub fn warn_on(&self, fires: bool, text: &'static str, word: Word) {
        self.cpu.note(Note::Warn { text, word, fires });
    }

    /// Asserts what no oracle covers: the property `no-broken-assertion` is violated where it does not hold.
    pub fn assert(&self, holds: bool, text: &'static str) {
        self.cpu.note(Note::Assert { text, holds });
    }

    /// Records that a kernel function was entered; dropping the scope records its return.
    pub fn enter(&self, function: &'static str) -> Scope<'a> {
        self.cpu.note(Note::Enter(function));
        Scope { cpu: self.cpu, function }
    }
}

/// A kernel function that is executing.
#[must_use = "the function ends when its scope is dropped"]
pub struct Scope<'a> {
    cpu: &'a dyn Cpu,
    function: &'static str,
}

impl Drop for Scope<'_> {
    fn drop(&mut self) {
        self.cpu.note(Note::Leave(self.function));
    }
}
