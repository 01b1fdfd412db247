//! perf's page size: `perf_get_page_size()` of an address of the current process.

use pmdrace_mm::Note;

use super::{Entry, values};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "perf-size",
    function: |_| "perf_get_page_size",
    files: &["kernel/events/core", "mm/pgtable-generic"],
    arguments: |image, setup| {
        let (address, _) = image.entry(setup.args.pmd("pmd"))?;
        Ok(values(&[address]))
    },
    // Of 4, 16 or 64 KiB, and what their tables map, or the segments of s390.
    result: |size| match size {
        0 => Some("size 0"),
        0x1000 | 0x4000 | 0x1_0000 => Some("the size of a page"),
        0x10_0000 | 0x20_0000 | 0x200_0000 => Some("the size of a huge page"),
        _ => Some("another size"),
    },
    ends: |seen, tell| {
        // The entry that was read last, of a page or of a huge page.
        if let Some((_, word)) = seen.reads.last().filter(|_| seen.value != 0) {
            tell(Note::Size { word: *word, bytes: seen.value });
        }
    },
    ..Entry::BASE
}];
