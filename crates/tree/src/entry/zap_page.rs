//! `zap_page_range_single()` of one PTE, of a page of a file.

use pmdrace_kir::Value;
use pmdrace_mm::Note;

use super::{Does, Entry, Setup, values};
use crate::external::externals;
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "zap_pte_range",
    function: |_| "zap_page_range_single",
    files: &["mm/memory", "mm/mmu_gather", "mm/pgtable-generic"],
    arguments: zap,
    externals: externals! {
        Does::Nothing => "lru_add_drain";
        Does::Returns(1) => "set_page_dirty", "folio_mark_dirty";
    },
    ends: |seen, tell| {
        tell(Note::Return(match seen.last_stored(seen.args.pte("pte")) {
            Some(_) => "freed",
            None => "nothing mapped here",
        }));
    },
    ..Entry::BASE
}];

fn zap(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let args = setup.args;
    let (address, _) = image.entry(args.pte("pte"))?;
    image.loose_pte_lock(args.lock("ptl"))?;
    let page = args.folio("page");
    let pfn = setup.model.kernel.folios.get(page.0).map_or(0, |folio| folio.pfns.start);
    let mapping = image.object("address_space")?;
    image.set(image.page(pfn), "page", "mapping", mapping)?;
    let length = 1 << setup.build.arch().page_shift();
    Ok(values(&[image.vma(), address, length, 0]))
}
