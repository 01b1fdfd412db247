//! GUP-fast with FOLL_PIN of one page, entered where it goes no slow way.

use pmdrace_kir::Value;
use pmdrace_mm::pgtable::Kernel;

use super::{Entry, Setup, values};
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        routine: "gup-fast-pin-read",
        arguments: |image, setup| call(image, setup, 0),
        ..GUP_FAST_PIN
    },
    Entry {
        routine: "gup-fast-pin-write",
        arguments: |image, setup| {
            let mm = image.mm();
            image.word(mm, "mm_struct", "write_protect_seq", setup.args.word("seq"))?;
            call(image, setup, FOLL_WRITE)
        },
        ..GUP_FAST_PIN
    },
];

const GUP_FAST_PIN: Entry = Entry {
    function: |kernel| match kernel {
        Kernel::V6_1 => "pin_user_pages_fast_only",
        Kernel::V6_12 => "gup_fast_fallback",
    },
    files: &["mm/gup", "mm/huge_memory", "mm/pgtable-generic"],
    hints: &["try_get_folio", "try_grab_folio_fast", "try_grab_folio"],
    result: |pages| match pages as i32 {
        1 => Some("one page, pinned"),
        _ => Some("no page: the caller goes on with slow GUP, under the lock"),
    },
    ..Entry::BASE
};

const FOLL_WRITE: u64 = 1;

fn call(image: &mut Image, setup: &Setup<'_>, flags: u64) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pte("pte"))?;
    let pages = image.buffer("pages[]", 64)?;
    let more = match setup.build.arch().kernel() {
        Kernel::V6_1 => 0, // the function adds them
        Kernel::V6_12 => image.enumerator("FOLL_PIN")? | image.enumerator("FOLL_FAST_ONLY")?,
    };
    Ok(values(&[address, 1, flags | more, pages]))
}
