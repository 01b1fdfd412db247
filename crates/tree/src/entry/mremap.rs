//! `move_page_tables()`: of one page table, which a PMD maps, or of one PTE.

use pmdrace_kir::Value;
use pmdrace_mm::Note;
use pmdrace_mm::pgtable::Kernel;

use super::{Does, Entry, Setup, values};
use crate::external::externals;
use crate::{Image, TreeError};

const MOVE: Entry = Entry {
    function: |_| "move_page_tables",
    files: &["mm/mremap", "mm/pgtable-generic"],
    externals: externals! { Does::Returns(0) => "vma_has_uffd_without_event_remap"; },
    ..Entry::BASE
};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        routine: "move_normal_pmd",
        arguments: table,
        ends: |seen, tell| {
            if seen.last_stored(seen.args.pmd("new")).is_some() {
                tell(Note::Return("moved"));
            }
        },
        ..MOVE
    },
    Entry { routine: "move_ptes", arguments: page, result: |_| Some("moved"), ..MOVE },
];

/// `move_page_tables()` of so many bytes. 6.12 wants to know whether it is the stack that is moved.
fn call(image: &Image, setup: &Setup<'_>, old: u64, new: u64, length: u64) -> Vec<Value> {
    let all = [image.vma(), old, image.vma(), new, length, 0, 0];
    match setup.build.arch().kernel() {
        Kernel::V6_1 => values(&all[..6]),
        Kernel::V6_12 => values(&all),
    }
}

/// A mapping of a file, so that there is a reverse map to lock.
fn table(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (args, vma) = (setup.args, image.vma());
    let (old, _) = image.entry(args.pmd("old"))?;
    image.pmd_lock(args.lock("old-ptl"))?;
    let new = image.part(setup.build, args.pmd("new"), args.lock("new-ptl"))?;
    let file = image.object("file")?;
    let mapping = image.object("address_space")?;
    image.set(vma, "vm_area_struct", "vm_file", file)?;
    image.set(file, "file", "f_mapping", mapping)?;
    image.lock(mapping, "address_space", "i_mmap_rwsem", args.sem("rmap"))?;
    let length = 1 << setup.build.arch().pmd_shift();
    Ok(call(image, setup, old, new, length))
}

fn page(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let args = setup.args;
    let (old, _) = image.entry(args.pte("old"))?;
    let (new, _) = image.entry(args.pte("new"))?;
    image.loose_pte_lock(args.lock("ptl"))?;
    image.tlb = Some(args.tlb("tlb"));
    let length = 1 << setup.build.arch().page_shift();
    Ok(call(image, setup, old, new, length))
}
