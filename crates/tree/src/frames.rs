//! What becomes of page frames while the C runs: which folio or table they are, and who has given them back.

use pmdrace_mm::{Addr, Claim, FolioId, Subject, Word};

use crate::cpu::Asking;
use crate::image::Shared;

impl Asking<'_, '_> {
    /// What lies at an address, in a few words.
    pub(crate) fn name_of(&self, at: u64) -> String {
        match self.known.frames.pfn_of_page(at) {
            Some(pfn) => format!("struct page of {pfn:#x}"),
            None => format!("{at:#x}"),
        }
    }

    /// The folio whose struct page has this address.
    pub fn folio_of_page(&self, page: u64) -> Option<FolioId> {
        let pfn = self.known.frames.pfn_of_page(page)?;
        self.k.kernel.folio_at(pfn)
    }

    /// The next struct page that the page allocator gives; null if the entry has no more.
    pub fn allocate(&mut self) -> u64 {
        let page = self.known.allocator.get(self.allocated).copied().unwrap_or(0);
        self.allocated += 1;
        page
    }

    /// The entry at an address, and what this CPU found there last.
    pub fn known_entry(&self, at: u64) -> Option<(Addr, Word)> {
        let Some(Shared::Cell(at)) = self.shared(at) else { return None };
        self.found.get(&at).map(|found| (at, *found))
    }

    /// Whether a cell is a PTE.
    pub fn is_pte(&self, at: Addr) -> bool {
        self.kinds.get(at.0) == Some(&pmdrace_mm::CellKind::Pte)
    }

    /// The last reference to the folio with this struct page is gone.
    pub fn freed(&mut self, page: u64) {
        if let Some(folio) = self.folio_of_page(page) {
            self.k.claim(Subject::Folio(folio), Claim::Freed);
        }
    }

    /// Runs the callbacks that were left to RCU, after a grace period. They may run earlier, in between; but here
    /// nobody waits for them.
    pub(crate) fn run_callbacks(&mut self) {
        let tables = std::mem::take(&mut self.deferred);
        if !tables.is_empty() {
            self.k.cpu.synchronize_rcu();
        }
        for page in tables {
            self.free_table(page);
        }
    }

    /// The page of a table goes back to the allocator; returns whether it is one.
    pub(crate) fn free_table(&self, page: u64) -> bool {
        let pfn = self.known.frames.pfn_of_page(page);
        let table = pfn.and_then(|pfn| self.k.kernel.table_at(pfn));
        table.map(|table| self.k.pte_free(table)).is_some()
    }

    /// All CPUs drop what they have cached of the mapping.
    pub fn flush_tlb(&mut self) {
        match self.known.tlb {
            Some(tlb) => self.k.flush_tlb_page(tlb),
            None => self.k.flush_tlb(),
        }
    }
}
