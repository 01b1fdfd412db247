//! Folios and page tables of a model, at their page frames.

use pmdrace_kir::Region;
use pmdrace_mm::{Addr, CellKind, FolioId, LockId, Model};

use super::{ANONYMOUS, Image, START, Shared, cells, index};
use crate::flags::Flags;
use crate::probe::Probe;
use crate::{Build, TreeError};

impl Image {
    /// The struct pages of folios: locked, up to date, anonymous, exclusive to the process unless the model says
    /// whether they are.
    pub(super) fn folios(&mut self, model: &Model, probe: &Probe) -> Result<(), TreeError> {
        let flags = ["page_locked", "page_uptodate", "page_swapbacked"];
        let flags = flags
            .iter()
            .try_fold(0, |all, flag| Ok::<_, TreeError>(all | probe.ask(flag, &[])?))?;
        for (id, folio) in model.kernel.folios.iter().enumerate() {
            let count = folio.pfns.end.saturating_sub(folio.pfns.start);
            if count == 0 {
                continue;
            }
            let head = self.frames.page(folio.pfns.start);
            let name = format!("struct pages of {}", folio.name);
            self.struct_pages(&name, folio.pfns.start, count)?;
            let large = if count > 1 { probe.ask("page_head", &[])? } else { 0 };
            let tracked = folio.exclusive.is_some();
            let exclusive = if tracked { 0 } else { probe.ask("page_exclusive", &[])? };
            self.set(head, "page", "flags", flags | large | exclusive)?;
            self.set(head, "page", "mapping", ANONYMOUS)?;
            let at = head + self.frames.refcount;
            self.share(&format!("the count of {}", folio.name), at, 4, Shared::Count(FolioId(id)))?;
            if let Some(mark) = folio.exclusive {
                let bit = probe.ask("page_exclusive", &[])?;
                let at = head + self.offset("page", "flags")?;
                let others = self.machine.memory.read_int(at, 8)? & !bit;
                let name = format!("the flags of {}", folio.name);
                self.machine.memory.map(&name, at, Region::Flags { word: 8 }, &[0; 8])?;
                let flags = Flags { folio: FolioId(id), mark, bit, others };
                self.shared.insert(at, Shared::Flags(flags));
            }
        }
        Ok(())
    }

    /// The struct pages of one folio, all zero but for what makes them one.
    pub(super) fn struct_pages(
        &mut self,
        name: &str,
        pfn: u64,
        count: u64,
    ) -> Result<(), TreeError> {
        let head = self.frames.page(pfn);
        self.map(name, head, Region::Private, count * self.frames.struct_page)?;
        for tail in 1..count {
            let page = self.frames.page(pfn + tail);
            self.set(page, "page", "compound_head", head | 1)?;
        }
        if count > 1 {
            // The order is in the low byte of the second page's flags (6.12), or a byte of its own (6.1).
            let second = self.frames.page(pfn + 1);
            if self.set(second, "page", "compound_order", u64::from(count.ilog2())).is_err() {
                self.set(second, "page", "flags", u64::from(count.ilog2()))?;
                self.set_page_flag(second, "PG_large_rmappable")?;
                // On no queue of folios to split.
                let list = head + self.offset("folio", "_deferred_list")?;
                for at in [list, list + 8] {
                    self.machine.memory.write_int(at, 8, list)?;
                }
            }
            // Where the release has it.
            let _ = self.set(head, "folio", "_folio_nr_pages", count);
        }
        Ok(())
    }

    /// Sets a flag of a struct page.
    ///
    /// # Errors
    /// If the tree has no such flag, or there is no such page.
    pub fn set_page_flag(&mut self, page: u64, flag: &str) -> Result<(), TreeError> {
        let at = page + self.offset("page", "flags")?;
        let flags = self.machine.memory.read_int(at, 8)?;
        let number = self.enumerator(flag)?;
        Ok(self.machine.memory.write_int(at, 8, flags | 1 << number)?)
    }

    /// Nobody has locked a page.
    ///
    /// # Errors
    /// If there is no such page.
    pub fn unlocked(&mut self, page: u64) -> Result<(), TreeError> {
        let at = page + self.offset("page", "flags")?;
        let locked = 1 << self.enumerator("PG_locked")?;
        if let Some(Shared::Flags(flags)) = self.shared.get_mut(&at) {
            flags.others &= !locked;
            return Ok(());
        }
        let flags = self.machine.memory.read_int(at, 8)?;
        Ok(self.machine.memory.write_int(at, 8, flags & !locked)?)
    }

    /// Upper tables, the PMD table, and the model's page tables.
    pub(super) fn tables(&mut self, model: &Model, probe: &Probe) -> Result<(), TreeError> {
        let mut free = free_frames(model, self.frames.upper);
        let mut fresh = || free.next().unwrap_or(1);
        let (pgd, pud, pmd) = (fresh(), fresh(), fresh());
        let apart = fresh();
        // And one for PTEs.
        self.free = 5;
        for (name, pfn) in [("pgd", pgd), ("pud", pud), ("pmd", pmd)] {
            self.upper_table(name, pfn)?;
        }
        let size = 1 << probe.ask("pmd_shift", &[])?;
        self.upper(probe, [pgd, pud, pmd], START)?;
        self.no_pmds(model.kernel.arch.none_pmd().0, pmd)?;
        (self.pud_table, self.apart) = (pud, apart);
        self.pgd = pgd;
        self.pmd_table = pmd;
        for (number, (at, name)) in cells(model, CellKind::Pmd).enumerate() {
            let address = START + number as u64 * size;
            let slot = self.frames.address(pmd) + index(probe, "pmd_index", address)? * 8;
            self.place(name, at, slot, address)?;
        }
        for table in &model.kernel.tables {
            self.table(&table.name, table.pfn)?;
            for (number, at) in table.ptes.iter().enumerate() {
                let slot = self.frames.address(table.pfn) + number as u64 * 8;
                let name = model.cells.get(at.0).map_or("pte", |cell| &cell.name);
                self.place(name, *at, slot, START + number as u64 * self.frames.page_size)?;
            }
        }
        self.loose_ptes(model, probe, fresh())
    }

    /// Moves a PMD into a PMD table of its own, with its own lock, and returns the address that it translates.
    ///
    /// # Errors
    /// If the model has no such PMD, or the tree's debug information lacks the lock.
    pub fn part(&mut self, build: &Build, at: Addr, lock: LockId) -> Result<u64, TreeError> {
        self.entry(at)?;
        let pfn = self.apart;
        let address = START + (1 << build.probe.ask("pud_shift", &[])?);
        self.upper_table("pmd table of its own", pfn)?;
        self.no_pmds(build.arch.none_pmd().0, pfn)?;
        let tables = [self.pgd, self.pud_table, pfn];
        self.upper(&build.probe, tables, address)?;
        let slot = self.frames.address(pfn) + index(&build.probe, "pmd_index", address)? * 8;
        self.place("a pmd apart", at, slot, address)?;
        self.table_lock(self.frames.page(pfn), lock)?;
        Ok(address)
    }

    /// Links upper tables down to a PMD table. With three levels the top one holds what the table of PUDs would.
    pub(super) fn upper(
        &mut self,
        probe: &Probe,
        [pgd, pud, pmd]: [u64; 3],
        address: u64,
    ) -> Result<(), TreeError> {
        let folded = probe.ask("levels", &[])? <= 3;
        let (below, name) = if folded { (pmd, "pud_to_table") } else { (pud, "p4d_to_table") };
        let at = self.frames.address(pgd) + index(probe, "pgd_index", address)? * 8;
        self.machine.memory.write_int(at, 8, probe.ask(name, &[below])?)?;
        if !folded {
            let at = self.frames.address(pud) + index(probe, "pud_index", address)? * 8;
            self.machine.memory.write_int(at, 8, probe.ask("pud_to_table", &[pmd])?)?;
        }
        Ok(())
    }

    /// Empties a PMD table, where an entry that is none is not zero.
    pub(super) fn no_pmds(&mut self, none: u64, pfn: u64) -> Result<(), TreeError> {
        let (table, size) = (self.frames.address(pfn), self.frames.page_size * self.frames.upper);
        for at in (table..table + size).step_by(8).filter(|_| none != 0) {
            self.machine.memory.write_int(at, 8, self.frames.entry(none))?;
        }
        Ok(())
    }

    /// PTEs that the model puts in no table: in one of their own, behind the last PMD.
    fn loose_ptes(&mut self, model: &Model, probe: &Probe, pfn: u64) -> Result<(), TreeError> {
        let in_table = |at: &Addr| model.kernel.tables.iter().any(|table| table.ptes.contains(at));
        let loose = cells(model, CellKind::Pte).filter(|(at, _)| !in_table(at));
        let loose: Vec<(Addr, &str)> = loose.collect();
        if loose.is_empty() {
            return Ok(());
        }
        self.table("loose ptes", pfn)?;
        self.loose = pfn;
        let size = 1 << probe.ask("pmd_shift", &[])?;
        let address = START + 100 * size;
        let slot = self.frames.address(self.pmd_table) + index(probe, "pmd_index", address)? * 8;
        let word = self.frames.entry(model.kernel.arch.table_pmd(pfn).0);
        self.machine.memory.write_int(slot, 8, word)?;
        for (number, (at, name)) in loose.into_iter().enumerate() {
            let slot = self.frames.address(pfn) + number as u64 * 8;
            self.place(name, at, slot, address + number as u64 * self.frames.page_size)?;
        }
        Ok(())
    }

    pub(super) fn place(
        &mut self,
        name: &str,
        at: Addr,
        slot: u64,
        address: u64,
    ) -> Result<(), TreeError> {
        // An update may be of the byte with a bit of the entry.
        let old = self.machine.memory.read(slot, 8)?;
        self.machine.memory.map(name, slot, Region::Flags { word: 8 }, &old)?;
        self.shared.insert(slot, Shared::Cell(at));
        self.entries.insert(at, (address, slot));
        Ok(())
    }

    /// A page that holds a page table, and its struct page with empty lists.
    pub(super) fn table(&mut self, name: &str, pfn: u64) -> Result<(), TreeError> {
        self.table_of(name, pfn, 1)?;
        let (first, empty) = (self.frames.address(pfn), self.frames.entry(self.frames.empty));
        if empty != 0 {
            for at in (0..self.frames.page_size).step_by(8) {
                self.machine.memory.write_int(first + at, 8, empty)?;
            }
        }
        Ok(())
    }

    /// The same of a table above the page tables.
    pub(super) fn upper_table(&mut self, name: &str, pfn: u64) -> Result<(), TreeError> {
        self.table_of(name, pfn, self.frames.upper)?;
        if let Some(deposit) = self.frames.deposit {
            // No page table is deposited.
            self.machine.memory.write_int(self.frames.page(pfn) + deposit, 8, 0)?;
        }
        Ok(())
    }

    fn table_of(&mut self, name: &str, pfn: u64, pages: u64) -> Result<(), TreeError> {
        let size = self.frames.page_size * pages;
        self.map(name, self.frames.address(pfn), Region::Private, size)?;
        let page = self.frames.page(pfn);
        self.map(
            &format!("struct page of {name}"),
            page,
            Region::Private,
            self.frames.struct_page,
        )?;
        let list = page + self.offset("page", "lru")?;
        for at in [list, list + 8] {
            self.machine.memory.write_int(at, 8, list)?;
        }
        Ok(())
    }

    /// The entry of the top page table for an address.
    ///
    /// # Errors
    /// If the probe does not answer.
    pub fn top_entry(&self, build: &Build, address: u64) -> Result<u64, TreeError> {
        Ok(self.top() + index(&build.probe, "pgd_index", address)? * 8)
    }

    /// Where the top of the page tables is.
    pub(super) fn top(&self) -> u64 {
        self.frames.address(self.pgd)
    }
}

/// Page frames that nothing of the model occupies: the first of as many as the largest table takes.
pub(super) fn free_frames(model: &Model, size: u64) -> impl Iterator<Item = u64> + use<'_> {
    let taken = |pfn: &u64| {
        model.kernel.folios.iter().any(|folio| folio.pfns.contains(pfn))
            || model.kernel.tables.iter().any(|table| table.pfn == *pfn)
    };
    let step = usize::try_from(size).unwrap_or(1);
    let several = (0x4_0000..).step_by(step);
    several.filter(move |pfn| !(*pfn..pfn + size).any(|pfn| taken(&pfn)))
}
