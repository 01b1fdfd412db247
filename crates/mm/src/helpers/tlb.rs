//! TLBs: stale translations, and the ordering of a flush.
//!
//! A flush is a full barrier; done by interrupt, it also waits for every IRQ-off section. A modelled TLB
//! holds one translation of one address. A hardware table walk and a flush of its result do not overlap: a
//! flush drops the results of earlier walks, and later walks see the stores before the flush. A lock between
//! the two models this. In the same way a TLB may hold a PMD, for walks of the table below.
//!
//! Source: arch/arm64/include/asm/tlbflush.h (DSB, TLBI, DSB), arch/x86/mm/tlb.c and
//! arch/loongarch/kernel/smp.c (`on_each_cpu_mask(..., wait)`), and the other architectures' files in
//! pgtable, 6.1.192 and 6.12.117.

use pmdrace_pgtable::TlbFlush;

use crate::{Addr, Ctx, LockId, Meaning, Note, Subject, SyncOp, TableId, Use, Word};

/// A TLB entry of one CPU for one address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tlb {
    /// The cached translation: an auxiliary word, empty or a copy of a PTE, or of a PMD in a walk cache.
    pub entry: Addr,
    /// Held by walks and by flushes.
    pub walk: LockId,
}

impl Ctx<'_> {
    /// `flush_tlb_range()`, `flush_pmd_tlb_range()` and `flush_tlb_all()`.
    pub fn flush_tlb(&self) {
        match self.kernel.flush {
            TlbFlush::Broadcast
            | TlbFlush::Firmware
            | TlbFlush::Hypercall
            | TlbFlush::CrossCall => self.cpu.smp_mb(),
            TlbFlush::Ipi => self.cpu.sync(SyncOp::Ipi(!self.kernel.spared)),
        }
    }

    /// `flush_tlb_page()` of an address that one TLB may have cached.
    pub fn flush_tlb_page(&self, tlb: Tlb) {
        let _fn = self.enter("flush_tlb_page");
        self.flush_tlb();
        self.drop_from_tlb(tlb);
    }

    /// The effect of a flush on one TLB: the entry is dropped, and accesses in flight through it have completed.
    pub fn drop_from_tlb(&self, tlb: Tlb) {
        self.cpu.spin_lock(tlb.walk);
        self.cpu.aux_update(tlb.entry, &|_| Word::new(0, Meaning::None));
        self.cpu.spin_unlock(tlb.walk);
    }

    /// The hardware walks the table and caches the entry, if it is valid.
    pub fn tlb_walk(&self, tlb: Tlb, ptep: Addr) {
        self.cpu.spin_lock(tlb.walk);
        let pte = self.cpu.read_once(ptep);
        if self.arch().pte_present(pte.pte()) {
            self.cpu.aux_update(tlb.entry, &|_| pte);
        }
        self.cpu.spin_unlock(tlb.walk);
    }

    /// The hardware reads a PMD and caches it for later table walks, if it points to a table.
    pub fn walk_cache(&self, tlb: Tlb, pmdp: Addr) {
        self.cpu.spin_lock(tlb.walk);
        let pmd = self.cpu.read_once_dep(pmdp);
        if self.table_of_pmd(pmd).is_some() {
            self.cpu.aux_update(tlb.entry, &|_| pmd);
        }
        self.cpu.spin_unlock(tlb.walk);
    }

    /// The hardware walks the table of the PMD that it has cached, also speculatively; returns whether there is one.
    pub fn walk_cached(&self, tlb: Tlb) -> bool {
        self.cpu.spin_lock(tlb.walk);
        let cached = self.table_of_pmd(self.cpu.aux_read(tlb.entry));
        if let Some(pte) = cached.and_then(|table| self.kernel.tables[table.0].ptes.first()) {
            self.cpu.read_once(*pte);
        }
        self.cpu.spin_unlock(tlb.walk);
        cached.is_some()
    }

    /// The table to which a PMD points, as the hardware sees it.
    fn table_of_pmd(&self, pmd: Word) -> Option<TableId> {
        let (arch, bits) = (self.arch(), pmd.pmd());
        let points = arch.pmd_present(bits) && !arch.pmd_leaf(bits);
        points.then(|| self.kernel.table_at(arch.table_pfn(bits)))?
    }

    /// The CPU accesses the address through its TLB entry; returns whether it has one.
    pub fn tlb_access(&self, tlb: Tlb) -> bool {
        let cached = self.through(tlb, Use::Translation);
        if !cached {
            self.cpu.note(Note::Return("nothing is cached: a page fault"));
        }
        cached
    }

    /// Accesses a page through the entry of a TLB or a secondary MMU, if there is one. An access in flight
    /// when the entry is flushed completes before the flush.
    pub fn through(&self, tlb: Tlb, how: Use) -> bool {
        self.cpu.spin_lock(tlb.walk);
        let cached = self.cpu.aux_read(tlb.entry);
        let is_walk_cache = matches!(cached.means(), Meaning::Table(_));
        let present = !is_walk_cache && self.arch().pte_present(cached.pte());
        if present && let Some(folio) = self.kernel.folio_at(self.arch().pte_pfn(cached.pte())) {
            self.uses(Subject::Folio(folio), how);
        }
        self.cpu.spin_unlock(tlb.walk);
        present
    }
}
