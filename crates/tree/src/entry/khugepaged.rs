//! khugepaged's scan: `hpage_collapse_scan_pmd()`, with its limits of empty and swapped-out entries at 0.

use pmdrace_kir::Value;

use super::{Does, Entry, External, Setup, values};
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "khugepaged",
    function: |_| "hpage_collapse_scan_pmd",
    files: &["mm/khugepaged", "mm/rmap", "mm/pgtable-generic", "mm/memory"],
    arguments: scan,
    externals: &[
        // Mapped once.
        External { name: "__page_mapcount", does: Does::Returns(1) },
    ],
    result: |verdict| match verdict {
        2 => Some("SCAN_PMD_NULL"),
        3 => Some("SCAN_PMD_NONE"),
        4 => Some("SCAN_PMD_MAPPED"),
        5 => Some("SCAN_EXCEED_NONE_PTE"),
        6 => Some("SCAN_EXCEED_SWAP_PTE"),
        16 => Some("SCAN_PAGE_LRU"),
        _ => Some("another verdict"),
    },
    ..Entry::BASE
}];

fn scan(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    let mmap_locked = image.buffer("mmap_locked", 8)?;
    let control = image.object("collapse_control")?;
    image.set(control, "collapse_control", "is_khugepaged", 1)?;
    Ok(values(&[image.mm(), image.vma(), address, mmap_locked, control]))
}
