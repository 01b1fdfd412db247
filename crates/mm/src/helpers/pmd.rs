//! The page-table helpers that routines call: the architecture's pure functions on a word, with notes for the
//! oracles, and the helpers that change memory.
//!
//! Source: mm/pgtable-generic.c, include/linux/pgtable.h, include/linux/swapops.h and the
//! architecture's pgalloc.h and pgtable.h, 6.1.192 and 6.12.117.

use pmdrace_pgtable::{
    AccessFlags, ClearYoung, Establish, GetAndClear, Kernel, MigrationEntry, SwpEntry,
};

use crate::{Addr, Ctx, FolioId, Meaning, Note, RmwOrder, TableId, Word};

/// The warning of `pmdp_invalidate()`, which reads only with CONFIG_DEBUG_VM.
const NOT_PRESENT: &str = "VM_WARN_ON_ONCE(!pmd_present(*pmdp))";

/// How `pmdp_invalidate()` behaves: the points in which the fixes under discussion differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Invalidate {
    /// Whether it starts with `VM_WARN_ON_ONCE(!pmd_present(*pmdp))`, as it does since 3a5a8d343e1c.
    pub warn: bool,
    /// Whether `pmd_mkinvalid()` leaves words unchanged that are not valid for the hardware, on an
    /// architecture for which that fix was queued in April 2024 (it was withdrawn).
    pub mkinvalid_guard: bool,
}

impl Ctx<'_> {
    fn answer(&self, helper: &'static str, word: Word, answer: bool) -> bool {
        self.cpu.note(Note::Answer { helper, word, answer });
        answer
    }

    /// `pmd_present()`.
    pub fn pmd_present(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_present", pmd, self.arch().pmd_present(pmd.pmd()))
    }
    /// `pmd_leaf()`.
    pub fn pmd_leaf(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_leaf", pmd, self.arch().pmd_leaf(pmd.pmd()))
    }
    /// `pmd_none()`.
    pub fn pmd_none(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_none", pmd, self.arch().pmd_none(pmd.pmd()))
    }
    /// `pmd_bad()`.
    pub fn pmd_bad(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_bad", pmd, self.arch().pmd_bad(pmd.pmd()))
    }
    /// `pmd_write()`.
    pub fn pmd_write(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_write", pmd, self.arch().pmd_write(pmd.pmd()))
    }
    /// `pmd_trans_huge()`.
    pub fn pmd_trans_huge(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_trans_huge", pmd, self.arch().pmd_trans_huge(pmd.pmd()))
    }
    /// `pmd_huge()`.
    pub fn pmd_huge(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_huge", pmd, self.arch().pmd_huge(pmd.pmd()))
    }
    /// `pmd_devmap()`.
    pub fn pmd_devmap(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_devmap", pmd, self.arch().pmd_devmap(pmd.pmd()).unwrap_or(false))
    }
    /// `pmd_special()`.
    pub fn pmd_special(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_special", pmd, self.arch().pmd_special(pmd.pmd()))
    }
    /// `pmd_protnone()`.
    pub fn pmd_protnone(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        self.answer("pmd_protnone", pmd, self.arch().pmd_protnone(pmd.pmd()).unwrap_or(false))
    }
    /// `pmd_access_permitted()`.
    pub fn pmd_access_permitted(&self, pmd: Word, write: bool) -> bool {
        let pmd = self.cpu.used(pmd);
        let answer = self.arch().pmd_access_permitted(pmd.pmd(), write);
        self.answer("pmd_access_permitted", pmd, answer)
    }
    /// `is_pmd_migration_entry()`.
    pub fn is_pmd_migration_entry(&self, pmd: Word) -> bool {
        let pmd = self.cpu.used(pmd);
        let answer = self.arch().is_pmd_migration_entry(pmd.pmd());
        self.answer("is_pmd_migration_entry", pmd, answer)
    }
    /// `pte_present()`.
    pub fn pte_present(&self, pte: Word) -> bool {
        let pte = self.cpu.used(pte);
        self.answer("pte_present", pte, self.arch().pte_present(pte.pte()))
    }
    /// `pte_protnone()`.
    pub fn pte_protnone(&self, pte: Word) -> bool {
        let pte = self.cpu.used(pte);
        self.answer("pte_protnone", pte, self.arch().pte_protnone(pte.pte()))
    }
    /// `pte_access_permitted()`.
    pub fn pte_access_permitted(&self, pte: Word, write: bool) -> bool {
        let pte = self.cpu.used(pte);
        let answer = self.arch().pte_access_permitted(pte.pte(), write);
        self.answer("pte_access_permitted", pte, answer)
    }

    /// `pmd_page()`: the folio of the page; None where the model has no memory.
    pub fn pmd_page(&self, pmd: Word) -> Option<FolioId> {
        let pmd = self.cpu.used(pmd);
        let pfn = self.arch().pmd_pfn(pmd.pmd());
        let folio = self.kernel.folio_at(pfn);
        self.cpu.note(Note::Page { helper: "pmd_page", word: pmd, pfn, folio });
        folio
    }
    /// `pte_page()`.
    pub fn pte_page(&self, pte: Word) -> Option<FolioId> {
        let pte = self.cpu.used(pte);
        let pfn = self.arch().pte_pfn(pte.pte());
        let folio = self.kernel.folio_at(pfn);
        self.cpu.note(Note::Page { helper: "pte_page", word: pte, pfn, folio });
        folio
    }
    /// `pte_offset_map()`: the first entry of the table that a PMD points to; None where there is no table.
    pub fn pte_offset_map(&self, pmd: Word) -> Option<Addr> {
        let pmd = self.cpu.used(pmd);
        let pfn = self.arch().table_pfn(pmd.pmd());
        let table = self.kernel.table_at(pfn);
        self.cpu.note(Note::Table { word: pmd, pfn, table });
        table.and_then(|table| self.kernel.tables[table.0].ptes.first().copied())
    }

    /// `pte_offset_map()` of a copy of the PMD, in 6.12 in an RCU read section that [`Ctx::pte_unmap`] ends. In
    /// 6.12 `__pte_offset_map()` rejects a word that is not a table (and would clear only the copy): then this
    /// returns None. 6.1 has no check. Where no table lies, a kernel faults at the first entry: `Some(None)`.
    pub fn pte_offset_map_copy(&self, pmd: Word) -> Option<Option<Addr>> {
        if self.arch().kernel() >= Kernel::V6_12 {
            self.cpu.rcu_read_lock();
            let refused = self.pmd_none(pmd)
                || self.is_pmd_migration_entry(pmd)
                || self.pmd_trans_huge(pmd)
                || self.pmd_devmap(pmd)
                || self.pmd_bad(pmd);
            if refused {
                self.cpu.note(Note::Return("no table here"));
                self.cpu.rcu_read_unlock();
                return None;
            }
        }
        Some(self.pte_offset_map(pmd))
    }

    /// `pte_unmap()`: in 6.12 the end of the RCU read section that `pte_offset_map()` began.
    pub fn pte_unmap(&self) {
        if self.arch().kernel() >= Kernel::V6_12 {
            self.cpu.rcu_read_unlock();
        }
    }

    /// Decodes a migration entry; returns it with the folio under migration.
    pub fn pmd_to_migration_entry(&self, pmd: Word) -> Option<(MigrationEntry, FolioId)> {
        let entry = MigrationEntry::from_pmd(self.arch(), pmd.pmd())?;
        Some((entry, self.kernel.folio_at(entry.pfn)?))
    }

    /// The same with the read barrier of `pfn_swap_entry_to_page()`, which orders the entry before what is read of
    /// its page.
    pub fn pfn_swap_entry_to_page(&self, pmd: Word) -> Option<(MigrationEntry, FolioId)> {
        let found = self.pmd_to_migration_entry(pmd)?;
        self.cpu.smp_rmb();
        Some(found)
    }

    /// `mk_huge_pmd()`: a young, clean, read-only leaf.
    pub fn mk_huge_pmd(&self, folio: FolioId) -> Word {
        let pmd = self.arch().mk_huge_pmd(self.kernel.folios[folio.0].pfns.start);
        Word::new(pmd.0, Meaning::Leaf { folio, invalidated: false })
    }
    /// `pmd_mkwrite()`.
    pub fn pmd_mkwrite(&self, pmd: Word) -> Word {
        pmd.with_bits(self.arch().pmd_mkwrite(pmd.pmd()).0)
    }
    /// `pmd_mkdirty()`.
    pub fn pmd_mkdirty(&self, pmd: Word) -> Word {
        pmd.with_bits(self.arch().pmd_mkdirty(pmd.pmd()).0)
    }
    /// `pmd_mkyoung()`.
    pub fn pmd_mkyoung(&self, pmd: Word) -> Word {
        pmd.with_bits(self.arch().pmd_mkyoung(pmd.pmd()).0)
    }
    /// `pmd_mkold()`.
    pub fn pmd_mkold(&self, pmd: Word) -> Word {
        pmd.with_bits(self.arch().pmd_mkold(pmd.pmd()).0)
    }
    /// `swp_entry_to_pmd()` of a migration entry; None on an architecture without them.
    pub fn migration_pmd(&self, entry: MigrationEntry, folio: FolioId) -> Option<Word> {
        let swp = entry.to_swp_entry(self.arch())?;
        let pmd = self.arch().swp_entry_to_pmd(swp)?;
        Some(Word::new(pmd.0, Meaning::Swap { folio, entry: swp }))
    }
    /// `swp_entry_to_pte()` of a migration entry.
    pub fn migration_pte(&self, swp: SwpEntry, folio: FolioId) -> Word {
        let pte = self.arch().swp_entry_to_pte(swp);
        Word::new(pte.0, Meaning::Swap { folio, entry: swp })
    }

    /// `set_pmd_at()`.
    pub fn set_pmd_at(&self, pmdp: Addr, pmd: Word) {
        let _fn = self.enter("set_pmd_at");
        self.cpu.write_once(pmdp, pmd);
        if self.arch().facts().mmu.set_pmd_at_flushes {
            self.flush_tlb();
        }
    }
    /// `pmdp_set_access_flags()` of an entry that is to become dirty. The caller holds the lock, so that only accessed
    /// and dirty bits can change meanwhile, which are not modelled.
    pub fn pmdp_set_access_flags(&self, pmdp: Addr, entry: Word) -> bool {
        let found = self.cpu.read_once(pmdp);
        self.access_flags(pmdp, found, entry, &|| self.set_pmd_at(pmdp, entry))
    }

    /// The same of an entry that a plain store sets, such as `ptep_set_access_flags()`.
    pub fn set_access_flags(&self, at: Addr, entry: Word) -> bool {
        let found = self.cpu.read_once(at);
        self.set_access_flags_of(at, found, entry)
    }

    /// The same of an entry that was read just before.
    pub fn set_access_flags_of(&self, at: Addr, found: Word, entry: Word) -> bool {
        self.access_flags(at, found, entry, &|| self.cpu.write_once(at, entry))
    }

    fn access_flags(&self, at: Addr, found: Word, entry: Word, set: &dyn Fn()) -> bool {
        let _fn = self.enter("pmdp_set_access_flags");
        if found.bits == entry.bits {
            return false;
        }
        match self.arch().facts().mmu.access_flags {
            AccessFlags::Store => self.cpu.write_once(at, entry),
            AccessFlags::StoreThenFlush => {
                set();
                self.flush_tlb();
            }
            AccessFlags::CmpxchgThenFlush => {
                self.cpu.update(at, RmwOrder::Relaxed, &|found| Some(found.with_bits(entry.bits)));
                self.flush_tlb();
            }
            AccessFlags::LoadReserveLoop => {
                self.cpu.update(at, RmwOrder::Relaxed, &|found| Some(found.with_bits(entry.bits)));
            }
            AccessFlags::FlushThenStore => {
                self.flush_tlb();
                self.cpu.write_once(at, entry);
            }
        }
        true
    }
    /// `pmdp_test_and_clear_young()`; returns whether the entry was young.
    pub fn pmdp_test_and_clear_young(&self, pmdp: Addr) -> bool {
        let _fn = self.enter("pmdp_test_and_clear_young");
        let arch = self.arch();
        let young = |pmd: Word| arch.pmd_young(pmd.pmd());
        let old = |pmd: Word| pmd.with_bits(arch.pmd_mkold(pmd.pmd()).0);
        let read = || self.cpu.read_once(pmdp);
        let update = |order| young(self.cpu.update(pmdp, order, &|found| Some(old(found))));
        match arch.facts().mmu.clear_young {
            ClearYoung::CmpxchgLoop => {
                read();
                update(RmwOrder::Relaxed)
            }
            ClearYoung::TestAndClearBit => young(read()) && update(RmwOrder::Full),
            ClearYoung::LoadReserveLoop => young(read()) && update(RmwOrder::Relaxed),
            ClearYoung::ReadThenStore => {
                let found = read();
                if young(found) {
                    self.set_pmd_at(pmdp, old(found));
                }
                young(found)
            }
            // Inline: what it reads first is what its caller has read.
            ClearYoung::FlushThenStore => young(self.flush_then_store(pmdp, &old)),
        }
    }
    /// `pmd_clear()`.
    pub fn pmd_clear(&self, pmdp: Addr) {
        let _fn = self.enter("pmd_clear");
        self.cpu.write_once(pmdp, Word::new(self.arch().none_pmd().0, Meaning::None));
    }
    /// `set_pte_at()`.
    pub fn set_pte_at(&self, ptep: Addr, pte: Word) {
        let _fn = self.enter("set_pte_at");
        self.contpte_try_unfold(ptep);
        self.cpu.write_once(ptep, pte);
    }
    /// One entry of a `set_ptes()` of several, which were empty.
    pub fn set_ptes(&self, ptep: Addr, pte: Word) {
        let _fn = self.enter("set_ptes");
        self.cpu.write_once(ptep, pte);
    }
    /// `pmd_populate()`. The barriers that some architectures add after the store are omitted: they order
    /// only later accesses.
    pub fn pmd_populate(&self, pmdp: Addr, table: TableId) {
        let _fn = self.enter("pmd_populate");
        let pmd = self.arch().table_pmd(self.kernel.tables[table.0].pfn);
        self.cpu.write_once(pmdp, Word::new(pmd.0, Meaning::Table(table)));
    }

    pub(crate) fn pmd_mkinvalid(&self, pmd: Word, how: Invalidate) -> Word {
        let arch = self.arch();
        let guarded = how.mkinvalid_guard && arch.facts().mkinvalid_guard;
        if guarded && !arch.hw_valid(pmd.pmd()) {
            return pmd;
        }
        pmd.invalidated(arch.pmd_mkinvalid(pmd.pmd()).0)
    }

    /// `pmdp_xchg_direct()` of s390x: reads the entry, and stores another after an instruction that sets the invalid bit
    /// and flushes, if it was not set.
    fn flush_then_store(&self, pmdp: Addr, new: &dyn Fn(Word) -> Word) -> Word {
        let old = self.cpu.read_once(pmdp);
        if self.arch().hw_valid(old.pmd()) {
            let how = Invalidate { warn: false, mkinvalid_guard: false };
            self.update_invalid(pmdp, how);
            self.flush_tlb();
        }
        self.cpu.write_once(pmdp, new(old));
        old
    }

    fn update_invalid(&self, pmdp: Addr, how: Invalidate) -> Word {
        self.cpu.update(pmdp, RmwOrder::Relaxed, &|found| Some(self.pmd_mkinvalid(found, how)))
    }

    /// `pmdp_establish()` of the invalidated entry, or the architecture's own `pmdp_invalidate()`, up to the
    /// flush that follows. `pmd` is the entry as read before.
    fn establish_invalid(&self, pmdp: Addr, pmd: Word, how: Invalidate) -> Word {
        let _fn = self.enter("pmdp_establish");
        let invalid = self.pmd_mkinvalid(pmd, how);
        match self.arch().facts().mmu.establish {
            Establish::Xchg | Establish::CmpxchgLoop => self.cpu.xchg(pmdp, invalid),
            Establish::XchgRelaxed => self.cpu.xchg_relaxed(pmdp, invalid),
            Establish::LoadReserveLoop => self.update_invalid(pmdp, how),
            Establish::ReadThenStore => {
                // It reads by a plain access, which compilers merge with the one before.
                self.set_pmd_at(pmdp, invalid);
                pmd
            }
            Establish::FlushThenStore => self.flush_then_store(pmdp, &|_| invalid),
        }
    }

    /// Reads and clears an entry. `kept` is for a caller that restores a mapping of the same folio: the word is
    /// transiently empty, but the folio still counts as mapped.
    fn get_and_clear(&self, pmdp: Addr, how: GetAndClear, kept: bool) -> Word {
        let none = self.arch().none_pmd().0;
        let empty = |found: Word| match kept {
            true => found.invalidated(none),
            false => Word::new(none, Meaning::None),
        };
        let change = |found| Some(empty(found));
        match how {
            GetAndClear::Xchg if kept => self.cpu.update(pmdp, RmwOrder::Full, &change),
            GetAndClear::Xchg => self.cpu.xchg(pmdp, Word::new(none, Meaning::None)),
            GetAndClear::XchgRelaxed if !kept => {
                self.cpu.xchg_relaxed(pmdp, Word::new(none, Meaning::None))
            }
            GetAndClear::XchgRelaxed | GetAndClear::LoadReserveLoop => {
                self.cpu.update(pmdp, RmwOrder::Relaxed, &change)
            }
            GetAndClear::ReadThenClear => {
                let old = self.cpu.read_once(pmdp);
                self.cpu.write_once(pmdp, empty(old));
                old
            }
            GetAndClear::ReadThenSet => {
                let old = self.cpu.read_once(pmdp);
                self.set_pmd_at(pmdp, empty(old));
                old
            }
            GetAndClear::FlushThenStore => self.flush_then_store(pmdp, &empty),
        }
    }

    /// `pmdp_huge_get_and_clear()`.
    pub fn pmdp_huge_get_and_clear(&self, pmdp: Addr) -> Word {
        let _fn = self.enter("pmdp_huge_get_and_clear");
        self.get_and_clear(pmdp, self.arch().facts().mmu.get_and_clear, false)
    }

    /// `pmdp_huge_get_and_clear_full()` of a part of an address space, of an entry that was just read under its lock.
    /// With a loop of reservations it stores to an entry that is not present, and flushes for one that is.
    pub fn pmdp_huge_get_and_clear_full(&self, pmdp: Addr, found: Word) -> Word {
        let arch = self.arch();
        if arch.facts().mmu.get_and_clear != GetAndClear::LoadReserveLoop {
            return self.pmdp_huge_get_and_clear(pmdp);
        }
        let _fn = self.enter("pmdp_huge_get_and_clear_full");
        if !arch.pmd_present(found.pmd()) {
            let old = self.cpu.read_once(pmdp);
            self.pmd_clear(pmdp);
            return old;
        }
        let old = self.pmdp_huge_get_and_clear(pmdp);
        self.flush_tlb();
        old
    }

    /// `pmdp_huge_get_and_clear()` by a caller that restores a mapping of the same folio.
    pub fn pmdp_huge_get_and_clear_transiently(&self, pmdp: Addr) -> Word {
        let _fn = self.enter("pmdp_huge_get_and_clear");
        self.get_and_clear(pmdp, self.arch().facts().mmu.get_and_clear, true)
    }

    /// `pmdp_collapse_flush()`: clears an entry that points to a table, and flushes.
    pub fn pmdp_collapse_flush(&self, pmdp: Addr) -> Word {
        let _fn = self.enter("pmdp_collapse_flush");
        let mmu = self.arch().facts().mmu;
        let pmd = self.get_and_clear(pmdp, mmu.collapse, false);
        if mmu.collapse_interrupts {
            self.cpu.ipi_and_wait();
        }
        if mmu.collapse != GetAndClear::FlushThenStore {
            self.flush_tlb();
        }
        pmd
    }

    /// `pmdp_invalidate()`: makes the entry invalid for the hardware and returns the old one.
    pub fn pmdp_invalidate(&self, pmdp: Addr, how: Invalidate) -> Word {
        let _fn = self.enter("pmdp_invalidate");
        if self.arch().facts().mmu.establish == Establish::LoadReserveLoop {
            // Nothing but the loop reads.
            let old = self.update_invalid(pmdp, how);
            if how.warn {
                self.warn_on(!self.pmd_present(old), NOT_PRESENT, old);
            }
            self.flush_tlb();
            return old;
        }
        let pmd = self.cpu.read_once(pmdp);
        self.pmdp_invalidate_found(pmdp, pmd, how)
    }

    /// The same after the entry was read, where one read serves for both.
    pub fn pmdp_invalidate_found(&self, pmdp: Addr, pmd: Word, how: Invalidate) -> Word {
        if how.warn {
            self.warn_on(!self.pmd_present(pmd), NOT_PRESENT, pmd);
        }
        let old = self.establish_invalid(pmdp, pmd, how);
        if self.arch().facts().mmu.establish != Establish::FlushThenStore {
            self.flush_tlb();
        }
        old
    }

    /// `pmdp_invalidate_ad()`: the same for a caller that only changes permissions, and on some architectures
    /// flushes itself.
    pub fn pmdp_invalidate_ad(&self, pmdp: Addr, how: Invalidate) -> Word {
        let _fn = self.enter("pmdp_invalidate_ad");
        if self.arch().facts().mmu.invalidate_ad_flushes {
            return self.pmdp_invalidate(pmdp, how);
        }
        let pmd = self.cpu.read_once(pmdp);
        self.warn_on(!self.pmd_present(pmd), NOT_PRESENT, pmd);
        self.establish_invalid(pmdp, pmd, how)
    }
}
