//! `madvise_collapse()` of a file's mapping, for the sake of `retract_page_tables()` in it.
//!
//! What is collapsed is no part of a model: two folios of a file in shared memory, each half as large as the huge
//! page that replaces them. Nobody maps them.

use pmdrace_kir::{Memory, Reply, Value};
use pmdrace_mm::Note;

use super::collapse::{COLLAPSE, argument, ask, copy_frame, copy_page};
use super::{Does, Entry, External, Setup, values};
use crate::cpu::Asking;
use crate::external::externals;
use crate::image::{OBJECTS, START, VMA_AT};
use crate::{Image, TreeError};

/// The page frames of the small folios; those of the huge page follow.
const SMALL: u64 = 0x700_0000;

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "retract_page_tables",
    function: |_| "madvise_collapse",
    arguments: retract,
    externals: EXTERNALS,
    result: |_| None,
    ends: |seen, tell| {
        tell(Note::Return(match seen.last_stored(seen.args.pmd("pmd")) {
            Some(_) => "retracted",
            None => "no table to retract",
        }));
    },
    ..COLLAPSE
}];

const EXTERNALS: &[External] = externals! {
    Does::Runs(alloc_charge) => "alloc_charge_folio";
    Does::Runs(allocate) => "__kmalloc_cache_noprof";
    Does::Runs(load) => "xas_load";
    Does::Runs(folio_mapping) => "folio_mapping";
    Does::Runs(first_mapping) => "vma_interval_tree_iter_first";
    Does::Runs(copy_page) => "copy_highpage";
    Does::Runs(copy_frame) => "copy_page", "copy_user_page", "copy_mc_to_kernel", "copy_mc_generic";
    Does::Returns(0) => "vma_interval_tree_iter_next", "xas_find", "xas_store";
    Does::Returns(u64::MAX) => "__thp_vma_allowable_orders";
    Does::Nothing => "clear_page", "clear_page_orig", "clear_user_page", "lru_add_drain_all", "fput", "kfree",
        "folio_putback_lru", "xas_create_range", "_raw_spin_lock_irq", "_raw_spin_unlock_irq",
        "try_to_unmap", "try_to_unmap_flush", "folio_add_lru", "folio_unlock";
    Does::Returns(1) => "shmem_mapping", "folio_isolate_lru", "filemap_release_folio",
        "folio_mark_dirty", "collapse_pte_mapped_thp";
};

fn retract(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    ask(image);
    let asked = ["collapse_pte_mapped_thp", "try_to_unmap", "try_to_unmap_flush"];
    image.machine.settings.asked.extend(asked.map(str::to_owned));
    // The first object, which the C allocates.
    image.object("collapse_control")?;
    let (args, mm, vma) = (setup.args, image.mm(), image.vma());
    let (address, _) = image.entry(args.pmd("pmd"))?;
    image.pmd_lock(args.lock("old-ptl"))?;
    image.set(mm, "mm_struct", "mm_users", 1)?;
    image.set(mm, "mm_struct", "mm_count", 1)?;
    let file = image.object("file")?;
    let mapping = image.object("address_space")?;
    image.set(file, "file", "f_mapping", mapping)?;
    image.set(file, "file", "f_count", 1)?;
    image.set(vma, "vm_area_struct", "vm_file", file)?;
    let operations = image.object("vm_operations_struct")?;
    image.set(vma, "vm_area_struct", "vm_ops", operations)?;
    image.lock(mapping, "address_space", "i_mmap_rwsem", args.sem("rmap"))?;
    let arch = setup.build.arch();
    let (half, start) = (arch.hpage_pmd_nr() / 2, (address - START) >> arch.page_shift());
    for (number, count) in [(0, half), (1, half), (2, 2 * half)] {
        let pfn = SMALL + number * half;
        image.other_folio(pfn, count)?;
        let page = image.page(pfn);
        image.set(page, "page", "mapping", mapping)?;
        image.set(page, "page", "index", start + number * half)?;
        // That of the page cache for each page, and that of the LRU.
        image.set(page, "page", "_refcount", count + 1)?;
    }
    let previous = image.buffer("prev", 8)?;
    Ok(values(&[vma, previous, address, address + (1 << arch.pmd_shift())]))
}

/// The object that was declared first.
fn allocate(_: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    Reply::Value(u128::from(OBJECTS))
}

/// The huge page, through the first argument.
fn alloc_charge(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let half = asking.k.arch().hpage_pmd_nr() / 2;
    let page = asking.known.frames.page(SMALL + 2 * half);
    match memory.write_int(argument(arguments, 0), 8, page) {
        Ok(()) => Reply::Value(1),
        Err(error) => Reply::Refuse(error.to_string()),
    }
}

/// The folio at the index of a `struct xa_state`, which follows a pointer.
fn load(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let half = asking.k.arch().hpage_pmd_nr() / 2;
    match memory.read_int(argument(arguments, 0) + 8, 8) {
        Ok(index) => {
            let pfn = SMALL + index % (2 * half) / half * half;
            Reply::Value(u128::from(asking.known.frames.page(pfn)))
        }
        Err(error) => Reply::Refuse(error.to_string()),
    }
}

/// What the struct page says, which follows its flags and the list it is in.
fn folio_mapping(_: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    match memory.read_int(argument(arguments, 0) + 24, 8) {
        Ok(mapping) => Reply::Value(u128::from(mapping)),
        Err(error) => Reply::Refuse(error.to_string()),
    }
}

/// The only mapping maps the file from its start.
fn first_mapping(_: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    Reply::Value(u128::from(VMA_AT))
}
