//! The process: its task, its address space and the one mapping.

use pmdrace_kir::Region;
use pmdrace_mm::{Addr, Model};

use super::pages::free_frames;
use super::{Image, START, VMA};
use crate::arch::Current;
use crate::{Build, TreeError};

/// How many PMDs the mapping covers.
const LENGTH: u64 = 256;

/// `RWSEM_READER_BIAS`: one reader.
const READER: u64 = 1 << 8;

impl Image {
    pub(super) fn process(&mut self, build: &Build, model: &Model) -> Result<(), TreeError> {
        let probe = &build.probe;
        let (vma, mm, task) = (self.vma, self.mm, self.task);
        self.map(VMA, vma, Region::Constant, self.size("vm_area_struct")?)?;
        self.map("mm", mm, Region::Private, self.size("mm_struct")? + 64)?;
        self.map("current", task, Region::Private, self.size("task_struct")?)?;
        self.set(vma, "vm_area_struct", "vm_mm", mm)?;
        self.set(vma, "vm_area_struct", "vm_start", START)?;
        let end = START + (LENGTH << probe.ask("pmd_shift", &[])?);
        self.set(vma, "vm_area_struct", "vm_end", end)?;
        self.set(vma, "vm_area_struct", "vm_flags", probe.ask("vma_flags", &[])?)?;
        let protection = probe.ask("vma_protection", &[])?;
        self.set(vma, "vm_area_struct", "vm_page_prot", protection)?;
        self.set(mm, "mm_struct", "pgd", self.top())?;
        // The mmap_lock is held for reading by the caller, where the model does not have it.
        self.set(mm, "mm_struct", "mmap_lock.count", READER)?;
        if model.kernel.notifier.is_some() {
            // Somebody listens; what, is never followed.
            self.set(mm, "mm_struct", "notifier_subscriptions", 0xffff_b100_0000_0000)?;
        }
        for (offset, value) in (build.target.process)(probe)? {
            self.machine.memory.write_int(mm + offset, 8, value)?;
        }
        self.set(task, "task_struct", "mm", mm)?;
        self.node()?;
        match build.target.current {
            Current::Register(name) => {
                self.machine.settings.registers.insert(name.to_owned(), task);
            }
            Current::ThreadInfo(name) => {
                let info = self.object("thread_info")?;
                self.set(info, "thread_info", "task", task)?;
                self.set(task, "task_struct", "stack", info)?;
                self.machine.settings.registers.insert(name.to_owned(), info);
            }
            Current::Own(at) => {
                probe.declare_own(&mut self.machine, at, build.target)?;
                let current = at + probe.ask("own_current", &[])?;
                self.machine.memory.write_int(current, 8, task)?;
                if probe.has("own_mask") {
                    self.soft_mask(at + probe.ask("own_mask", &[])?)?;
                }
            }
            Current::PerCpu(names) => {
                let has = |name: &&&str| self.machine.program().symbol(name).is_some();
                if let Some(name) = names.iter().find(has) {
                    let at = self.machine.map_variable(name, Region::Private)?;
                    self.machine.memory.write_int(at, 8, task)?;
                }
            }
        }
        Ok(())
    }

    /// A mapping of another process at the same addresses, with a PTE of its own in the place of another one. Returns
    /// its `struct vm_area_struct`.
    ///
    /// # Errors
    /// If the model has no such PTEs, or the tree's debug information lacks something.
    pub fn child(
        &mut self,
        build: &Build,
        model: &Model,
        pte: Addr,
        place_of: Addr,
    ) -> Result<u64, TreeError> {
        let probe = &build.probe;
        let (address, _) = self.entry(place_of)?;
        let frames: Vec<u64> = free_frames(model, self.frames.upper).skip(16).take(4).collect();
        let [pgd, pud, pmd, table] = frames[..] else {
            return Err(TreeError::Entry("there are no free frames".to_owned()));
        };
        for pfn in [pgd, pud, pmd, table] {
            self.upper_table("a table of the child", pfn)?;
        }
        self.upper(probe, [pgd, pud, pmd], address)?;
        self.no_pmds(model.kernel.arch.none_pmd().0, pmd)?;
        let at = self.frames.address(pmd) + probe.ask("pmd_index", &[address])? * 8;
        let word = self.frames.entry(model.kernel.arch.table_pmd(table).0);
        self.machine.memory.write_int(at, 8, word)?;
        let number = address % (1 << probe.ask("pmd_shift", &[])?) / self.frames.page_size;
        self.place("the child's pte", pte, self.frames.address(table) + number * 8, address)?;
        let (mm, vma) = (self.object("mm_struct")?, self.object("vm_area_struct")?);
        self.set(mm, "mm_struct", "pgd", self.frames.address(pgd))?;
        self.set(vma, "vm_area_struct", "vm_mm", mm)?;
        self.set(vma, "vm_area_struct", "vm_flags", probe.ask("vma_flags", &[])?)?;
        self.set(vma, "vm_area_struct", "vm_page_prot", probe.ask("vma_protection", &[])?)?;
        Ok(vma)
    }

    /// The only node of the machine, whose statistics functions update. No file says how many nodes there can be.
    fn node(&mut self) -> Result<(), TreeError> {
        let program = self.machine.program();
        let Some(at) = program.symbol("node_data").map(|symbol| program.address(symbol)) else {
            return Ok(());
        };
        let node = self.object("pglist_data")?;
        self.map("node_data", at, Region::Constant, 8)?;
        Ok(self.machine.memory.write_int(at, 8, node)?)
    }
}
