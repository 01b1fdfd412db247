//! Which locks of the kernel are locks of the model, and tables that the model has no part of.

use pmdrace_mm::{LockId, Model, TableId};

use super::{Image, pages};
use crate::TreeError;

impl Image {
    /// Says which lock of the model the lock of the PMD table is.
    ///
    /// # Errors
    /// If the tree's debug information lacks it.
    pub fn pmd_lock(&mut self, lock: LockId) -> Result<(), TreeError> {
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
        let at = object + self.offset(ty, field)?;
        self.locks.insert(at, lock);
        Ok(())
    }

    pub(super) fn table_lock(&mut self, page: u64, lock: LockId) -> Result<(), TreeError> {
        let at = page + self.offset(self.descriptor(), "ptl")?;
        self.locks.insert(at, lock);
        Ok(())
    }

    /// Deposits a page table for the PMD table, as `pgtable_trans_huge_deposit()` does.
    ///
    /// # Errors
    /// If the tree's debug information lacks where.
    pub fn deposit(&mut self, model: &Model, table: TableId) -> Result<(), TreeError> {
        let pfn = model.kernel.tables.get(table.0).map_or(0, |table| table.pfn);
        let at =
            self.frames.page(self.pmd_table) + self.offset(self.descriptor(), "pmd_huge_pte")?;
        Ok(self.machine.memory.write_int(at, 8, self.frames.page(pfn))?)
    }

    /// Deposits a page table that the model has no part of.
    ///
    /// # Errors
    /// If the tree's debug information lacks where.
    pub fn deposit_other(&mut self, model: &Model) -> Result<(), TreeError> {
        let page = self.other_table(model)?;
        let at =
            self.frames.page(self.pmd_table) + self.offset(self.descriptor(), "pmd_huge_pte")?;
        Ok(self.machine.memory.write_int(at, 8, page)?)
    }

    /// Declares a page table that the model has no part of, and returns its struct page.
    ///
    /// # Errors
    /// If the tree's debug information lacks what describes it.
    pub fn other_table(&mut self, model: &Model) -> Result<u64, TreeError> {
        let free = self.free;
        self.free += 1;
        let pfn = pages::free_frames(model).nth(usize::try_from(free).unwrap_or(0)).unwrap_or(1);
        self.table("another page table", pfn)?;
        Ok(self.frames.page(pfn))
    }
}
