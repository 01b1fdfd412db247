//! Walkers that clear a PMD they find bad: in 6.1 `pmd_none_or_trans_huge_or_clear_bad()`, which compilers expand
//! where it is called, at the head of a walk that then has no page to look at; in 6.12 `__pte_offset_map()`.

use pmdrace_kir::Value;

use super::{Entry, Setup, values};
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        routine: "clear-bad",
        function: |_| "swapin_walk_pmd_entry",
        files: &["mm/madvise", "mm/pgtable-generic"],
        arguments: nothing_to_swap_in,
        ..Entry::BASE
    },
    Entry {
        routine: "pte-offset-map",
        function: |_| "__pte_offset_map",
        files: &["mm/pgtable-generic"],
        arguments: |image, setup| {
            let (address, pmdp) = image.entry(setup.args.pmd("pmd"))?;
            Ok(values(&[pmdp, address, 0]))
        },
        caller: |k, _, map| {
            if map().is_some_and(|entry| entry.value != 0) {
                k.pte_unmap();
            }
        },
        ..Entry::BASE
    },
];

/// The walk of MADV_WILLNEED over an empty range.
fn nothing_to_swap_in(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, pmdp) = image.entry(setup.args.pmd("pmd"))?;
    let walk = image.object("mm_walk")?;
    image.set(walk, "mm_walk", "private", image.vma())?;
    Ok(values(&[pmdp, address, address, walk]))
}
