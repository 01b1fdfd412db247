//! GUP-fast: `get_user_pages_fast_only()` of one page, which goes no slow way.

use pmdrace_kir::Value;

use super::{Entry, Setup, values};
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[
    Entry { routine: "gup-fast-read", arguments: |image, setup| call(image, setup, 0), ..GUP_FAST },
    Entry {
        routine: "gup-fast-write",
        arguments: |image, setup| call(image, setup, 1),
        ..GUP_FAST
    },
];

const GUP_FAST: Entry = Entry {
    function: |_| "get_user_pages_fast_only",
    files: &["mm/gup", "mm/huge_memory", "mm/pgtable-generic"],
    // VM_BUG_ON() and WARN_ON_ONCE() of a count that is not positive.
    hints: &["try_get_folio", "try_grab_folio_fast", "try_grab_folio"],
    result: |pages| match pages as i32 {
        1 => Some("one page, with a reference"),
        _ => Some("no page: the caller goes on with slow GUP, under the lock"),
    },
    ..Entry::BASE
};

fn call(image: &mut Image, setup: &Setup<'_>, flags: u64) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    let pages = image.buffer("pages[]", 64)?;
    Ok(values(&[address, 1, flags, pages]))
}
