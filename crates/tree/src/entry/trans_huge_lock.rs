//! The walks of /proc/PID/smaps and mincore(), which give these functions to `walk_page_range()`, of one page.

use pmdrace_kir::Value;

use super::{Entry, Setup, values};
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        routine: "smaps",
        function: |_| "smaps_pte_range",
        files: &["fs/proc/task_mmu", "mm/huge_memory", "mm/memory", "mm/gup", "mm/pgtable-generic"],
        arguments: |image, setup| {
            let private = image.object("mem_size_stats")?;
            walk(image, setup, private)
        },
        // Whether the page is mapped once.
        hints: &["smaps_account", "try_grab_page"],
        ..Entry::BASE
    },
    Entry {
        routine: "mincore",
        function: |_| "mincore_pte_range",
        files: &["mm/mincore", "mm/huge_memory", "mm/pgtable-generic"],
        arguments: |image, setup| {
            let private = image.buffer("a byte per page", 8)?;
            walk(image, setup, private)
        },
        ..Entry::BASE
    },
];

fn walk(image: &mut Image, setup: &Setup<'_>, private: u64) -> Result<Vec<Value>, TreeError> {
    let (address, pmdp) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    let ops = image.object("mm_walk_ops")?;
    let walk = image.object("mm_walk")?;
    image.set(walk, "mm_walk", "ops", ops)?;
    image.set(walk, "mm_walk", "mm", image.mm())?;
    image.set(walk, "mm_walk", "vma", image.vma())?;
    image.set(walk, "mm_walk", "private", private)?;
    Ok(values(&[pmdp, address, address + image.page_size(), walk]))
}
