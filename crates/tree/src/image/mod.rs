//! [`Image`]: the memory that the kernel's C sees, built from a model's objects.
//!
//! One process with one mapping of anonymous memory. Its upper page tables lead to one PMD table that holds the
//! model's PMD words, one per 2 MiB of the mapping (or what a PMD maps), in their order; page tables and folios
//! lie at the page frames that the model gives them. Entries and counts that the model has are shared words:
//! an access to one is a step of the model. Everything else is private to the run or constant, laid out by the
//! tree's own debug information and found by field name.

mod locks;
mod pages;
mod process;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use pmdrace_kir::{Machine, Memory, Region};
use pmdrace_mm::{Addr, CellKind, FolioId, LockId, Model, Tlb};

use crate::arch::Target;
use crate::flags::Flags;
use crate::layouts::Layouts;
use crate::probe::{Probe, declare_variables};
use crate::{Build, TreeError};

/// What the region of the mapping is called.
pub(crate) const VMA: &str = "vma";

/// The first address of the mapping.
pub(crate) const START: u64 = 0x4000_0000;
/// Where its `struct vm_area_struct` is.
pub(crate) const VMA_AT: u64 = 0xffff_a000_0000_0000;

/// Where the first object is that an entry asks for.
pub(crate) const OBJECTS: u64 = 0xffff_a300_0000_0000;

/// Where the objects of an image are that are no page frames: those that there are, and those that are only pointed to.
/// Some architectures have the first page frames between them.
const OWN: [std::ops::Range<u64>; 2] =
    [VMA_AT..0xffff_a900_0000_0000, 0xffff_b000_0000_0000..0xffff_b200_0000_0000];

/// What a shared word is to the model.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shared {
    /// A cell.
    Cell(Addr),
    /// The reference count of a folio.
    Count(FolioId),
    /// The flags of a struct page whose mark the model has.
    Flags(Flags),
    /// A spin lock that is released by a store.
    Lock(LockId),
    /// The mask of interrupts that are let in later.
    SoftMask,
}

impl Shared {
    /// Whether an access may be to a part of it.
    pub(crate) fn has_parts(&self) -> bool {
        matches!(self, Shared::Flags(_) | Shared::Lock(_))
    }
}

/// The memory of one CPU that runs kernel functions.
pub struct Image {
    pub(crate) machine: Machine,
    pub(crate) shared: HashMap<u64, Shared>,
    /// The model's locks by the address of the kernel's.
    pub(crate) locks: HashMap<u64, LockId>,
    pub(crate) vma: u64,
    pub(crate) mm: u64,
    pub(crate) task: u64,
    /// Whether every PMD table has a lock of its own.
    split_pmd_locks: bool,
    /// The page frame of the top page table.
    pgd: u64,
    pmd_table: u64,
    /// The PUD table's page frame, and that of a PMD table for a PMD that is apart.
    pud_table: u64,
    apart: u64,
    /// The page frame of the table that holds PTEs of no modelled table.
    loose: u64,
    entries: HashMap<Addr, (u64, u64)>,
    pub(crate) frames: Frames,
    /// The TLB that the model has for the mapping, if it has one.
    pub(crate) tlb: Option<Tlb>,
    pub(crate) layouts: Arc<Layouts>,
    pub(crate) target: &'static Target,
    /// The fields that were set: type and offset.
    pub(crate) declared: HashSet<(String, u64)>,
    /// The struct pages that the page allocator gives, in this order.
    pub(crate) allocator: Vec<u64>,
    /// Where the function leaves what it found, beside what it returns.
    pub(crate) found: Option<u64>,
    /// Where the next object that an entry asks for goes.
    next: u64,
    /// The next page frame that nothing of the model occupies.
    free: u64,
}

/// Where page frames and their struct pages are, and what a struct page looks like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frames {
    pub(crate) direct: u64,
    pub(crate) pages: u64,
    pub(crate) page_size: u64,
    pub(crate) struct_page: u64,
    pub(crate) refcount: u64,
    pub(crate) mapping: u64,
    /// How many page frames a table above the page tables takes.
    pub(crate) upper: u64,
    /// Where the struct of a PMD table's page has its deposited page tables, unless the process has those of all.
    pub(crate) deposit: Option<u64>,
    /// An empty entry of a page table.
    pub(crate) empty: u64,
    /// Whether entries have the other byte order in memory.
    pub(crate) reversed: bool,
    /// Whether page tables are handed out by address.
    pub(crate) tables_by_address: bool,
}

/// How many page frames a machine has at most, here.
const MOST_FRAMES: u64 = 1 << 36;

/// Above all that can be taken for the address of a page frame: the interpreter's own stack and variables.
const END_OF_FRAMES: u64 = 0xffff_f600_0000_0000;

impl Frames {
    pub(crate) fn address(&self, pfn: u64) -> u64 {
        self.direct.wrapping_add(pfn.wrapping_mul(self.page_size))
    }
    pub(crate) fn page(&self, pfn: u64) -> u64 {
        self.pages.wrapping_add(pfn.wrapping_mul(self.struct_page))
    }
    /// An entry as the CPU's loads see it, or the entry that they see.
    pub(crate) fn entry(&self, bits: u64) -> u64 {
        if self.reversed { bits.swap_bytes() } else { bits }
    }
    /// How the kernel hands out the page table at a page frame.
    pub(crate) fn handed_out(&self, pfn: u64) -> u64 {
        if self.tables_by_address { self.address(pfn) } else { self.page(pfn) }
    }
    /// The page frame of a page table that was handed out.
    pub(crate) fn pfn_of_table(&self, table: u64) -> Option<u64> {
        if self.tables_by_address { self.pfn_of_address(table) } else { self.pfn_of_page(table) }
    }
    /// The page frame whose struct page has this address.
    pub(crate) fn pfn_of_page(&self, address: u64) -> Option<u64> {
        let pfn = address.wrapping_sub(self.pages) / self.struct_page;
        (pfn < MOST_FRAMES).then_some(pfn)
    }
    /// The page frame that has this address, which is not that of an object of the image.
    pub(crate) fn pfn_of_address(&self, address: u64) -> Option<u64> {
        let pfn = address.wrapping_sub(self.direct) / self.page_size;
        (pfn < MOST_FRAMES && !OWN.iter().any(|own| own.contains(&address))).then_some(pfn)
    }
    /// Whether an address is that of a page frame or of its struct page, whether or not there is memory.
    pub(crate) fn covers(&self, address: u64) -> bool {
        let frame = address.wrapping_sub(self.direct) / self.page_size;
        (frame < MOST_FRAMES && address < END_OF_FRAMES) || self.pfn_of_page(address).is_some()
    }
}

/// The fewest levels of page tables of an image; a fifth would be folded.
const LEVELS: u64 = 3;

impl Image {
    /// Lays out a model's memory for a build's files.
    ///
    /// # Errors
    /// If the files are missing or not understood, or lack debug information.
    pub fn new(build: &Build, files: &[&str], model: &Model) -> Result<Image, TreeError> {
        let probe = &build.probe;
        let levels = probe.ask("levels", &[])?;
        if levels < LEVELS {
            return Err(TreeError::Unsupported {
                what: format!("the C of {} uses {levels} levels of page tables", build.release()),
                remedy: format!("images of memory are laid out with at least {LEVELS}"),
            });
        }
        let machine = Machine::new(build.program(files)?);
        let mut image = Image {
            machine,
            shared: HashMap::new(),
            locks: HashMap::new(),
            vma: VMA_AT,
            mm: 0xffff_a100_0000_0000,
            task: 0xffff_a200_0000_0000,
            split_pmd_locks: probe.ask("split_pmd_locks", &[])? != 0,
            pgd: 0,
            pmd_table: 0,
            pud_table: 0,
            apart: 0,
            loose: 0,
            entries: HashMap::new(),
            frames: Frames {
                direct: probe.ask("address_of_frame", &[0])?,
                pages: probe.ask("page_of_frame", &[0])?,
                page_size: 1 << probe.ask("page_shift", &[])?,
                struct_page: 0,
                refcount: 0,
                mapping: 0,
                upper: match probe.has("upper_table_pages") {
                    true => probe.ask("upper_table_pages", &[])?,
                    false => 1,
                },
                deposit: None,
                empty: build.arch.none_pte().0,
                reversed: build.target.reversed_entries,
                tables_by_address: build.target.tables_by_address,
            },
            tlb: None,
            layouts: Arc::clone(&build.layouts),
            target: build.target,
            declared: HashSet::new(),
            allocator: Vec::new(),
            found: None,
            next: OBJECTS,
            free: 0,
        };
        image.frames.struct_page = image.size("page")?;
        image.frames.refcount = image.offset("page", "_refcount")?;
        image.frames.mapping = image.offset("page", "mapping")?;
        if image.split_pmd_locks {
            image.frames.deposit = Some(image.offset(image.descriptor(), "pmd_huge_pte")?);
        }
        declare_variables(&mut image.machine, build.target, &|name| probe.ask(name, &[]))?;
        image.machine.settings.other_capabilities = Some(false);
        image.machine.settings.other_keys = Some(false);
        // A table of 16 KiB has 2048 entries, at each of which something may be counted.
        image.machine.settings.limits.events = 1 << 14;
        (build.target.settings)(&mut image.machine.settings, probe)?;
        image.folios(model, probe)?;
        image.tables(model, probe)?;
        image.process(build, model)?;
        Ok(image)
    }

    /// The address of the mapping that the entry at `at` translates, and the address of the entry itself.
    ///
    /// # Errors
    /// If the model has no such PMD or PTE.
    pub fn entry(&self, at: Addr) -> Result<(u64, u64), TreeError> {
        let found = self.entries.get(&at).copied();
        found.ok_or_else(|| TreeError::Entry(format!("word {} is no page-table entry", at.0)))
    }

    /// The number of the page that an address of the mapping translates, counted from its start.
    pub fn index(&self, address: u64) -> u64 {
        address.saturating_sub(START) / self.frames.page_size
    }

    /// Has the page allocator give these struct pages, in this order.
    pub fn allocate(&mut self, pages: &[u64]) {
        self.allocator.extend(pages);
    }

    /// Unlocks the folios.
    ///
    /// # Errors
    /// If the tree's debug information lacks their flags.
    pub fn unlock_folios(&mut self, build: &Build, model: &Model) -> Result<(), TreeError> {
        let locked = build.probe.ask("page_locked", &[])?;
        let at = self.offset("page", "flags")?;
        for folio in &model.kernel.folios {
            if folio.pfns.is_empty() {
                continue;
            }
            let at = self.page(folio.pfns.start) + at;
            let flags = self.machine.memory.read_int(at, 8)?;
            self.machine.memory.write_int(at, 8, flags & !locked)?;
        }
        Ok(())
    }

    /// Sets a field of an object.
    ///
    /// # Errors
    /// If there is no such field, or nothing at the address.
    pub fn set(&mut self, object: u64, ty: &str, field: &str, value: u64) -> Result<(), TreeError> {
        let member = self.member(ty, field)?;
        let size = usize::try_from(member.1).unwrap_or(8).min(8);
        self.declared.insert((ty.to_owned(), member.0));
        Ok(self.machine.memory.write_int(object + member.0, size, value)?)
    }

    /// Declares the struct pages of a folio that is no part of the model: up to date, and not locked.
    ///
    /// # Errors
    /// If something is there already.
    pub fn other_folio(&mut self, pfn: u64, count: u64) -> Result<(), TreeError> {
        self.struct_pages("struct pages of another folio", pfn, count)?;
        let flags = ["PG_uptodate", "PG_swapbacked", "PG_head"];
        self.page_flags(pfn, if count > 1 { &flags } else { &flags[..2] })
    }

    /// Sets the flags of the page at a page frame, by their names, and clears all others.
    ///
    /// # Errors
    /// If there is no such flag, or no such page.
    pub fn page_flags(&mut self, pfn: u64, names: &[&str]) -> Result<(), TreeError> {
        let program = self.machine.program();
        let debug = || program.debug();
        let flag = |name: &&str| debug().find_map(|debug| debug.enumerator(name).ok());
        let mut flags = 0;
        for name in names {
            let bit = flag(name).ok_or_else(|| TreeError::Entry(format!("no page flag {name}")))?;
            flags |= 1 << bit;
        }
        self.set(self.page(pfn), "page", "flags", flags)
    }

    /// Says which word of the model a field of an object is.
    ///
    /// # Errors
    /// If there is no such field, or nothing at the address.
    pub fn word(&mut self, object: u64, ty: &str, field: &str, at: Addr) -> Result<(), TreeError> {
        let (offset, size) = self.member(ty, field)?;
        self.share(field, object + offset, size, Shared::Cell(at))
    }

    /// Declares an object of a type of the tree, zeroed, and returns its address.
    ///
    /// # Errors
    /// If there is no such type.
    pub fn object(&mut self, ty: &str) -> Result<u64, TreeError> {
        let size = self.size(ty)?;
        self.buffer(ty, size)
    }

    /// Declares private memory of so many bytes, zeroed, and returns its address.
    ///
    /// # Errors
    /// If it is too large.
    pub fn buffer(&mut self, name: &str, size: u64) -> Result<u64, TreeError> {
        let at = self.next;
        self.next += (size + 0xffff) & !0xfff;
        self.map(name, at, Region::Private, size)?;
        Ok(at)
    }

    /// Says where the function leaves what it found: 8 bytes, for [`Entry::caller`](crate::Entry::caller).
    pub fn leaves(&mut self, at: u64) {
        self.found = Some(at);
    }

    /// The address of a field of an object.
    ///
    /// # Errors
    /// If there is no such field.
    pub fn field(&self, object: u64, ty: &str, field: &str) -> Result<u64, TreeError> {
        Ok(object + self.offset(ty, field)?)
    }

    /// The mapping: a `struct vm_area_struct`.
    pub fn vma(&self) -> u64 {
        self.vma
    }
    /// Its `struct mm_struct`.
    pub fn mm(&self) -> u64 {
        self.mm
    }
    /// The bytes of a page.
    pub fn page_size(&self) -> u64 {
        self.frames.page_size
    }
    /// The struct page at a page frame.
    pub fn page(&self, pfn: u64) -> u64 {
        self.frames.page(pfn)
    }

    fn map(&mut self, name: &str, at: u64, region: Region, size: u64) -> Result<(), TreeError> {
        let bytes = vec![0; usize::try_from(size).unwrap_or(usize::MAX)];
        Ok(self.machine.memory.map(name, at, region, &bytes)?)
    }

    fn share(&mut self, name: &str, at: u64, size: u64, what: Shared) -> Result<(), TreeError> {
        self.machine.memory.share(name, at, size)?;
        self.shared.insert(at, what);
        Ok(())
    }

    /// The byte in which interrupts are masked that are let in later is a step of the model.
    pub(crate) fn soft_mask(&mut self, at: u64) -> Result<(), TreeError> {
        self.share("the mask of interrupts", at, 1, Shared::SoftMask)
    }

    /// The offset and size in bytes of a field.
    fn member(&self, ty: &str, field: &str) -> Result<(u64, u64), TreeError> {
        self.layouts.member(self.machine.program(), ty, field)
    }

    /// The value of an enumerator, out of the first file that describes it.
    ///
    /// # Errors
    /// If there is no such enumerator.
    pub fn enumerator(&self, name: &str) -> Result<u64, TreeError> {
        let program = self.machine.program();
        let mut last = None;
        for debug in program.debug() {
            match debug.enumerator(name) {
                Ok(value) => return Ok(value as u64),
                Err(error) => last = Some(error),
            }
        }
        Err(last.map_or_else(|| TreeError::Entry("no file is linked".to_owned()), TreeError::from))
    }

    pub(crate) fn offset(&self, ty: &str, field: &str) -> Result<u64, TreeError> {
        Ok(self.member(ty, field)?.0)
    }

    pub(crate) fn size(&self, ty: &str) -> Result<u64, TreeError> {
        self.layouts.size(self.machine.program(), ty)
    }

    /// The type that describes a page table's page: `struct ptdesc`, which 6.1 has not.
    fn descriptor(&self) -> &'static str {
        if self.size("ptdesc").is_ok() { "ptdesc" } else { "page" }
    }
}

/// The cells of one kind, in their order.
fn cells(model: &Model, kind: CellKind) -> impl Iterator<Item = (Addr, &str)> {
    let cells = model.cells.iter().enumerate();
    cells.filter(move |(_, cell)| cell.kind == kind).map(|(at, cell)| (Addr(at), &*cell.name))
}

/// What an anonymous page is mapped by: the lowest bit says so, the rest is never followed.
pub(crate) const ANONYMOUS: u64 = 0xffff_b000_0000_0001;

/// Declares the struct page of a page frame that no object of the model covers, for the rest of a run: an anonymous
/// page.
pub(crate) fn bystander_page(frames: &Frames, memory: &mut Memory, pfn: u64) -> Option<u64> {
    let page = frames.page(pfn);
    let bytes = vec![0; usize::try_from(frames.struct_page).ok()?];
    memory.map("the page of a bystander", page, Region::Private, &bytes).ok()?;
    memory.write_int(page + frames.mapping, 8, ANONYMOUS).ok()?;
    let count = page + frames.refcount;
    memory.map("its count", count, Region::Shared { word: 4 }, &[0; 4]).ok()?;
    Some(count)
}

/// What the probe says of an address.
fn index(probe: &Probe, name: &str, address: u64) -> Result<u64, TreeError> {
    probe.ask(name, &[address])
}
