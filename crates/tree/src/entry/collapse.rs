//! khugepaged's collapses: of small pages into a huge one, and of a table whose PTEs map one.
//!
//! The collapse is one of MADV_COLLAPSE, which has no limits on empty PTEs: the table has 511 of them. The huge page
//! comes from the allocator or the page cache, and is the only one that the model has.

use pmdrace_kir::{Memory, Reply, Value};
use pmdrace_mm::FolioId;
use pmdrace_mm::pgtable::Kernel;

use super::{Does, Entry, External, Setup, values};
use crate::cpu::Asking;
use crate::external::externals;
use crate::image::VMA_AT;
use crate::{Image, TreeError};

pub(super) const COLLAPSE: Entry = Entry {
    files: &[
        "mm/khugepaged",
        "mm/pgtable-generic",
        "mm/mmu_gather",
        "mm/huge_memory",
        "mm/rmap",
        "mm/memory",
    ],
    externals: EXTERNALS,
    result,
    ..Entry::BASE
};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        routine: "collapse_and_free_pmd",
        function: |_| "collapse_and_free_pmd",
        arguments: |image, setup| {
            ask(image);
            let (address, pmdp) = image.entry(setup.args.pmd("pmd"))?;
            Ok(values(&[image.mm(), image.vma(), address, pmdp]))
        },
        result: |_| Some("the table is freed"),
        ..COLLAPSE
    },
    Entry {
        routine: "collapse_huge_page",
        function: |_| "hpage_collapse_scan_pmd",
        arguments: huge_page,
        ..COLLAPSE
    },
    Entry {
        routine: "collapse_pte_mapped_thp",
        function: |_| "collapse_pte_mapped_thp",
        arguments: pte_mapped,
        ..COLLAPSE
    },
];

/// Functions that the files define, of which no model has what they do.
const ASKED: &[&str] = &[
    "alloc_charge_folio",
    "alloc_charge_hpage",
    "folio_add_file_rmap_pmd",
    "folio_add_new_anon_rmap",
    "folio_remove_rmap_ptes",
    "hugepage_vma_check",
    "hugepage_vma_revalidate",
    "deferred_split_folio",
    "__thp_vma_allowable_orders",
    "page_add_file_rmap",
    "page_add_new_anon_rmap",
    "page_remove_rmap",
];

const EXTERNALS: &[External] = externals! {
    Does::Runs(alloc_charge) => "alloc_charge_folio", "alloc_charge_hpage";
    Does::Runs(find_page) => "pagecache_get_page", "__filemap_get_folio";
    Does::Runs(revalidate) => "hugepage_vma_revalidate";
    Does::Runs(put) => "free_page_and_swap_cache";
    Does::Runs(copy_page) => "copy_user_highpage";
    Does::Runs(copy_frame) => "copy_page", "copy_user_page", "copy_mc_to_kernel", "copy_mc_generic";
    Does::Returns(1) => "hugepage_vma_check", "folio_mapcount", "folio_isolate_lru";
    Does::Returns(u64::MAX) => "__thp_vma_allowable_orders";
    Does::Returns(0) => "isolate_lru_page";
    Does::Nothing => "page_add_file_rmap", "folio_add_file_rmap_pmd", "page_add_new_anon_rmap",
        "folio_add_new_anon_rmap", "lru_cache_add_inactive_or_unevictable", "folio_add_lru_vma",
        "deferred_split_folio", "putback_lru_page", "folio_putback_lru", "unlock_page",
        "folio_unlock", "clear_page", "clear_page_orig", "clear_user_page";
};

/// Has the files leave to the entry what no model has.
pub(super) fn ask(image: &mut Image) {
    image.machine.settings.asked.extend(ASKED.iter().map(|name| (*name).to_owned()));
}

/// `enum scan_result`.
fn result(value: u64) -> Option<&'static str> {
    Some(match value as u32 {
        1 => "SCAN_SUCCEED",
        2 => "SCAN_PMD_NULL",
        3 => "SCAN_PMD_NONE",
        4 => "SCAN_PMD_MAPPED",
        15 => "SCAN_PAGE_COUNT",
        _ => "SCAN_FAIL",
    })
}

/// `hpage_collapse_scan_pmd()`, with the small page on the LRU and not locked.
fn huge_page(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    ask(image);
    let (args, vma, mm) = (setup.args, image.vma(), image.mm());
    let (address, _) = image.entry(args.pmd("pmd"))?;
    image.pmd_lock(args.lock("ptl"))?;
    image.pte_lock(setup.model, args.table("table"), args.lock("pte-ptl"))?;
    let page = args.folio("page");
    let pfn = setup.model.kernel.folios.get(page.0).map_or(0, |folio| folio.pfns.start);
    image.page_flags(pfn, &["PG_lru", "PG_uptodate", "PG_swapbacked"])?;
    let anon_vma = image.object("anon_vma")?;
    image.set(anon_vma, "anon_vma", "root", anon_vma)?;
    image.set(vma, "vm_area_struct", "anon_vma", anon_vma)?;
    image.set(mm, "mm_struct", "mm_users", 1)?;
    let per_vma_lock = image.field(vma, "vm_area_struct", "vm_lock_seq").is_ok();
    if setup.build.arch().kernel() >= Kernel::V6_12 && per_vma_lock {
        // What mmap_write_lock() makes of the sequence: the mapping counts as locked for writing.
        image.set(vma, "vm_area_struct", "vm_lock_seq", 1)?;
    }
    let control = image.object("collapse_control")?;
    let locked = image.buffer("mmap_locked", 8)?;
    Ok(values(&[mm, vma, address, locked, control]))
}

/// `collapse_pte_mapped_thp()` with `install_pmd`, in a mapping of a file.
fn pte_mapped(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    ask(image);
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    let file = image.object("file")?;
    let mapping = image.object("address_space")?;
    image.set(image.vma(), "vm_area_struct", "vm_file", file)?;
    image.set(file, "file", "f_mapping", mapping)?;
    Ok(values(&[image.mm(), address, 1]))
}

/// The huge page of the model, with the address of its struct page.
fn huge(asking: &Asking<'_, '_>) -> Option<(FolioId, u64)> {
    let folios = asking.k.kernel.folios.iter().enumerate();
    let mut large = folios.filter(|(_, folio)| folio.pfns.end - folio.pfns.start > 1);
    let (id, folio) = large.next()?;
    Some((FolioId(id), asking.known.frames.page(folio.pfns.start)))
}

/// An argument by its number.
pub(super) fn argument(arguments: &[u64], number: usize) -> u64 {
    arguments.get(number).copied().unwrap_or(0)
}

/// A huge page that nobody else has, through its first argument.
fn alloc_charge(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let Some((_, page)) = huge(asking) else { return Reply::Value(25) };
    match memory.write_int(argument(arguments, 0), 8, page) {
        Ok(()) => Reply::Value(1),
        Err(error) => Reply::Refuse(error.to_string()),
    }
}

/// The huge page of the page cache, locked, with a reference.
fn find_page(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    match huge(asking) {
        Some((folio, page)) if asking.k.try_get_folio(folio) => Reply::Value(u128::from(page)),
        _ => Reply::Value(0),
    }
}

/// The only mapping, through the fourth argument.
fn revalidate(_: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    match memory.write_int(argument(arguments, 3), 8, VMA_AT) {
        Ok(()) => Reply::Value(1),
        Err(error) => Reply::Refuse(error.to_string()),
    }
}

fn put(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    if let Some(folio) = asking.folio_of_page(argument(arguments, 0)) {
        asking.k.folio_put(folio);
    }
    Reply::Done
}

/// Copies the page of the second argument, a struct page.
pub(super) fn copy_page(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    if let Some(folio) = asking.folio_of_page(argument(arguments, 1)) {
        asking.k.copy_page(folio);
    }
    Reply::Value(0)
}

/// The same of a page frame.
pub(super) fn copy_frame(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    let pfn = asking.known.frames.pfn_of_address(argument(arguments, 1));
    if let Some(folio) = pfn.and_then(|pfn| asking.k.kernel.folio_at(pfn)) {
        asking.k.copy_page(folio);
    }
    Reply::Value(0)
}
