//! Helpers on single PTEs and their tables.
//!
//! Source: include/linux/pgtable.h, include/linux/rmap.h and mm/gup.c, 6.1.192 and 6.12.117.

use pmdrace_pgtable::{GetAndClear, MigrationEntry};

use crate::{Addr, Claim, Ctx, FolioId, Meaning, RmwOrder, Subject, TableId, Word};

impl Ctx<'_> {
    /// `ptep_get_lockless()`: an entry of a table that is found through the entry above it.
    pub fn ptep_get_lockless(&self, ptep: Addr) -> Word {
        self.cpu.read_once_dep(ptep)
    }

    /// `pte_none()`.
    pub fn pte_none(&self, pte: Word) -> bool {
        let pte = self.cpu.used(pte);
        self.arch().pte_none(pte.pte())
    }
    /// Decodes a PTE's migration entry, as `is_migration_entry(pte_to_swp_entry())` knows it; returns it with the page that
    /// is moved.
    pub fn pte_to_migration_entry(&self, pte: Word) -> Option<(MigrationEntry, FolioId)> {
        let (arch, bits) = (self.arch(), self.cpu.used(pte).pte());
        if arch.pte_none(bits) || arch.pte_present(bits) {
            return None;
        }
        let entry = MigrationEntry::from_pte(arch, bits)?;
        Some((entry, self.kernel.folio_at(entry.pfn)?))
    }
    /// `pte_write()`.
    pub fn pte_write(&self, pte: Word) -> bool {
        let pte = self.cpu.used(pte);
        self.arch().pte_write(pte.pte())
    }

    /// `pte_mkdirty()` and `pte_mkyoung()`.
    pub fn pte_mkdirty_mkyoung(&self, pte: Word) -> Word {
        let arch = self.arch();
        pte.with_bits(arch.pte_mkyoung(arch.pte_mkdirty(pte.pte())).0)
    }

    /// `pte_dirty()`.
    pub fn pte_dirty(&self, pte: Word) -> bool {
        let pte = self.cpu.used(pte);
        self.arch().pte_dirty(pte.pte())
    }

    /// A young, clean PTE of a page, writable or not.
    pub fn mk_pte(&self, folio: FolioId, write: bool) -> Word {
        let arch = self.arch();
        let pte = arch.mk_pte(self.kernel.folios[folio.0].pfns.start);
        let pte = if write { arch.pte_mkwrite(pte) } else { pte };
        Word::new(pte.0, Meaning::Leaf { folio, invalidated: false })
    }

    /// An empty PTE.
    pub fn none_pte(&self) -> Word {
        Word::new(self.arch().none_pte().0, Meaning::None)
    }

    /// `contpte_try_unfold()`, where there are contiguous mappings: no entry here is part of one.
    pub(crate) fn contpte_try_unfold(&self, ptep: Addr) {
        if self.arch().facts().contpte {
            self.cpu.read_once(ptep);
        }
    }

    /// `pte_clear()`, a plain store.
    pub fn pte_clear(&self, ptep: Addr) {
        let _fn = self.enter("pte_clear");
        self.contpte_try_unfold(ptep);
        if self.arch().facts().mmu.pte_clear_reads {
            self.cpu.read_once(ptep);
        }
        self.cpu.write_once(ptep, self.none_pte());
    }

    /// `ptep_get_and_clear()`: read and cleared as by `pmdp_huge_get_and_clear()`, but that a loop is one exchange.
    pub fn ptep_get_and_clear(&self, ptep: Addr) -> Word {
        let _fn = self.enter("ptep_get_and_clear");
        self.contpte_try_unfold(ptep);
        match self.arch().facts().mmu.get_and_clear {
            GetAndClear::Xchg => self.cpu.xchg(ptep, self.none_pte()),
            GetAndClear::ReadThenClear => {
                let old = self.cpu.read_once(ptep);
                self.pte_clear(ptep);
                old
            }
            GetAndClear::LoadReserveLoop => {
                self.cpu.update(ptep, RmwOrder::Relaxed, &|_| Some(self.none_pte()))
            }
            _ => self.cpu.xchg_relaxed(ptep, self.none_pte()),
        }
    }

    /// `ptep_set_wrprotect()`: removes write permission from the entry in one atomic step.
    pub fn ptep_set_wrprotect(&self, ptep: Addr) -> Word {
        let _fn = self.enter("ptep_set_wrprotect");
        let arch = self.arch();
        if arch.facts().wrprotect_reads {
            self.cpu.read_once(ptep);
        }
        let protect = |found: Word| {
            let pte = found.pte();
            arch.pte_present(pte).then(|| found.with_bits(arch.pte_wrprotect(pte).0))
        };
        self.cpu.update(ptep, RmwOrder::Relaxed, &protect)
    }

    /// `pte_free()`: returns the table to the page allocator.
    pub fn pte_free(&self, table: TableId) {
        self.claim(Subject::Table(table), Claim::Freed);
    }
}
