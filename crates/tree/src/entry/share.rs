//! KSM's `write_protect_page()`, entered through `try_to_merge_one_page()` without a page to merge with.

use pmdrace_kir::{Memory, Reply};

use super::{Does, Entry, External, values};
use crate::cpu::Asking;
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "folio_try_share_anon_rmap",
    function: |_| "try_to_merge_one_page",
    files: &["mm/rmap", "mm/ksm", "mm/page_vma_mapped", "mm/pgtable-generic"],
    is: |args| match args.choice("caller") {
        "ksm" => Ok(()),
        _ => Err("every caller that restores the PTE flushes its clear"),
    },
    arguments: |image, setup| {
        let pte = setup.args.pte("pte");
        image.loose_pte_lock(setup.args.lock("ptl"))?;
        let folio = setup.model.cells.get(pte.0).and_then(|cell| cell.init.maps());
        let folios = &setup.model.kernel.folios;
        let pfn = folio.and_then(|folio| folios.get(folio.0)).map_or(0, |folio| folio.pfns.start);
        let page = image.page(pfn);
        let index = image.index(image.entry(pte)?.0);
        image.set(page, "page", "index", index)?;
        image.unlocked(page)?;
        anonymous(image, page)?;
        Ok(values(&[image.vma(), page, 0]))
    },
    externals: &[
        External { name: "folio_anon_vma", does: Does::Runs(folio_anon_vma) },
        External { name: "unlock_page", does: Does::Nothing },
        External { name: "folio_unlock", does: Does::Nothing },
        External { name: "set_page_dirty", does: Does::Nothing },
        External { name: "folio_mark_dirty", does: Does::Nothing },
    ],
    result: |error| match error as i32 {
        0 => Some("the page is no longer exclusive"),
        _ => Some("the page may be pinned: all stays as it was"),
    },
    ..Entry::BASE
}];

/// The page belongs to the reverse map of the mapping.
pub(super) fn anonymous(image: &mut Image, page: u64) -> Result<(), TreeError> {
    let anon_vma = image.object("anon_vma")?;
    image.set(anon_vma, "anon_vma", "root", anon_vma)?;
    let vma = image.vma();
    image.set(vma, "vm_area_struct", "anon_vma", anon_vma)?;
    // The lowest bit says that it is anonymous.
    image.set(page, "page", "mapping", anon_vma | 1)
}

/// `folio_anon_vma()`: the mapping without the bit that says that it is one.
fn folio_anon_vma(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let page = arguments.first().copied().unwrap_or(0);
    let field = asking.known.program.debug().find_map(|debug| debug.member("page", "mapping").ok());
    match field.map(|field| memory.read_int(page + field.offset(), 8)) {
        Some(Ok(mapping)) => Reply::Value(u128::from(mapping & !3)),
        _ => Reply::Refuse("a page has no mapping".to_owned()),
    }
}
