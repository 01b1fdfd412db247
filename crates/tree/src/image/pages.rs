//! Folios and page tables of a model, at their page frames.

use pmdrace_kir::Region;
use pmdrace_mm::{Addr, CellKind, FolioId, LockId, Model};

use super::{APART, Image, START, Shared, cells, index};
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
            // An anonymous page: the lowest bit says so, the rest is never followed.
            self.set(head, "page", "mapping", 0xffff_b000_0000_0001)?;
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
        let mut free = free_frames(model);
        let mut fresh = || free.next().unwrap_or(1);
        let (pgd, pud, pmd) = (fresh(), fresh(), fresh());
        (self.pud_table, self.apart) = (pud, fresh());
        // And one for PTEs.
        self.free = 5;
        for (name, pfn) in [("pgd", pgd), ("pud", pud), ("pmd", pmd)] {
            self.table(name, pfn)?;
        }
        let size = 1 << probe.ask("pmd_shift", &[])?;
        let link = |image: &mut Image, table, at: u64, word| {
            let at = image.frames.address(table) + at * 8;
            image.machine.memory.write_int(at, 8, word).map_err(TreeError::from)
        };
        let at = index(probe, "pgd_index", START)?;
        link(self, pgd, at, probe.ask("p4d_to_table", &[pud])?)?;
        let at = index(probe, "pud_index", START)?;
        link(self, pud, at, probe.ask("pud_to_table", &[pmd])?)?;
        self.pmds = self.frames.address(pgd);
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
        let address = START + APART;
        self.table("pmd table of its own", pfn)?;
        let link =
            self.frames.address(self.pud_table) + index(&build.probe, "pud_index", address)? * 8;
        let word = build.probe.ask("pud_to_table", &[pfn])?;
        self.machine.memory.write_int(link, 8, word)?;
        let slot = self.frames.address(pfn) + index(&build.probe, "pmd_index", address)? * 8;
        self.place("a pmd apart", at, slot, address)?;
        self.table_lock(self.frames.page(pfn), lock)?;
        Ok(address)
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
        let word = self.machine.memory.write_int(slot, 8, model.kernel.arch.table_pmd(pfn).0);
        word?;
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
        let old = self.machine.memory.read_int(slot, 8)?;
        self.machine.memory.map(name, slot, Region::Flags { word: 8 }, &old.to_le_bytes())?;
        self.shared.insert(slot, Shared::Cell(at));
        self.entries.insert(at, (address, slot));
        Ok(())
    }

    /// A page that holds a page table, and its struct page with empty lists.
    pub(super) fn table(&mut self, name: &str, pfn: u64) -> Result<(), TreeError> {
        self.map(name, self.frames.address(pfn), Region::Private, self.frames.page_size)?;
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
        self.pmds
    }
}

/// Page frames that nothing of the model occupies.
pub(super) fn free_frames(model: &Model) -> impl Iterator<Item = u64> + use<'_> {
    let taken = |pfn: &u64| {
        model.kernel.folios.iter().any(|folio| folio.pfns.contains(pfn))
            || model.kernel.tables.iter().any(|table| table.pfn == *pfn)
    };
    (0x4_0000..).filter(move |pfn| !taken(pfn))
}
