//! Which locks of the kernel are locks of the model, and tables that the model has no part of.

use pmdrace_kir::Region;
use pmdrace_mm::{LockId, Model, TableId};

use super::{Image, Shared, pages};
use crate::TreeError;

/// The bytes of a spin lock without debugging.
const SPIN_LOCK: u64 = 4;

impl Image {
    /// Says which lock of the model the lock of the PMD table is.
    ///
    /// # Errors
    /// If the tree's debug information lacks it.
    pub fn pmd_lock(&mut self, lock: LockId) -> Result<(), TreeError> {
        if !self.split_pmd_locks {
            return self.lock(self.mm, "mm_struct", "page_table_lock", lock);
        }
        let page = self.frames.page(self.pmd_table);
        self.table_lock(page, lock)
    }

    /// Says which lock of the model the lock of a page table is.
    ///
    /// # Errors
    /// If the tree's debug information lacks it.
    pub fn pte_lock(
        &mut self,
        model: &Model,
        table: TableId,
        lock: LockId,
    ) -> Result<(), TreeError> {
        let pfn = model.kernel.tables.get(table.0).map_or(0, |table| table.pfn);
        self.table_lock(self.frames.page(pfn), lock)
    }

    /// Says which lock of the model the lock of the table is that holds PTEs of no modelled table.
    ///
    /// # Errors
    /// If the tree's debug information lacks it.
    pub fn loose_pte_lock(&mut self, lock: LockId) -> Result<(), TreeError> {
        self.table_lock(self.frames.page(self.loose), lock)
    }

    /// Says which lock of the model a lock or semaphore in an object is.
    ///
    /// # Errors
    /// If there is no such field.
    pub fn lock(
        &mut self,
        object: u64,
        ty: &str,
        field: &str,
        lock: LockId,
    ) -> Result<(), TreeError> {
        let (offset, size) = self.member(ty, field)?;
        self.add_lock(object + offset, size, lock)
    }

    pub(super) fn table_lock(&mut self, page: u64, lock: LockId) -> Result<(), TreeError> {
        let (offset, size) = self.member(self.descriptor(), "ptl")?;
        self.add_lock(page + offset, size, lock)
    }

    /// Where a spin lock is released by a store, that is a step of the model.
    fn add_lock(&mut self, at: u64, size: u64, lock: LockId) -> Result<(), TreeError> {
        self.locks.insert(at, lock);
        if self.target.unlocks_by_store && size == SPIN_LOCK && !self.shared.contains_key(&at) {
            let region = Region::Flags { word: SPIN_LOCK };
            self.machine.memory.map("a lock", at, region, &[0; SPIN_LOCK as usize])?;
            self.shared.insert(at, Shared::Lock(lock));
        }
        Ok(())
    }

    /// Deposits a page table for the PMD table, as `pgtable_trans_huge_deposit()` does.
    ///
    /// # Errors
    /// If the tree's debug information lacks where.
    pub fn deposit(&mut self, model: &Model, table: TableId) -> Result<(), TreeError> {
        let pfn = model.kernel.tables.get(table.0).map_or(0, |table| table.pfn);
        let at = self.deposits()?;
        Ok(self.machine.memory.write_int(at, 8, self.frames.handed_out(pfn))?)
    }

    /// Where the page table is listed that was deposited last.
    fn deposits(&self) -> Result<u64, TreeError> {
        Ok(if self.split_pmd_locks {
            self.frames.page(self.pmd_table) + self.offset(self.descriptor(), "pmd_huge_pte")?
        } else {
            self.mm + self.offset("mm_struct", "pmd_huge_pte")?
        })
    }

    /// Deposits a page table that the model has no part of.
    ///
    /// # Errors
    /// If the tree's debug information lacks where.
    pub fn deposit_other(&mut self, model: &Model) -> Result<(), TreeError> {
        let page = self.other_table(model)?;
        let table = self.frames.pfn_of_page(page).map_or(page, |pfn| self.frames.handed_out(pfn));
        let at = self.deposits()?;
        Ok(self.machine.memory.write_int(at, 8, table)?)
    }

    /// Declares a page table that the model has no part of, and returns its struct page.
    ///
    /// # Errors
    /// If the tree's debug information lacks what describes it.
    pub fn other_table(&mut self, model: &Model) -> Result<u64, TreeError> {
        let free = self.free;
        self.free += 1;
        let pfn = pages::free_frames(model, self.frames.upper)
            .nth(usize::try_from(free).unwrap_or(0))
            .unwrap_or(1);
        self.table("another page table", pfn)?;
        Ok(self.frames.page(pfn))
    }
}
