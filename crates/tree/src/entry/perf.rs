//! perf's page size: `perf_get_page_size()` of an address of the current process.

use super::{Entry, values};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "perf-size",
    function: |_| "perf_get_page_size",
    files: &["kernel/events/core", "mm/pgtable-generic"],
    arguments: |image, setup| {
        let (address, _) = image.entry(setup.args.pmd("pmd"))?;
        Ok(values(&[address]))
    },
    // Of 4 KiB pages, as in all builds here.
    result: |size| match size {
        0 => Some("size 0"),
        0x1000 => Some("the size of a page"),
        0x20_0000 => Some("the size of a huge page"),
        _ => Some("another size"),
    },
    ..Entry::BASE
}];
