//! `__split_huge_pmd()` of an anonymous mapping: of whatever the PMD maps, or of a given folio.

use pmdrace_kir::Value;
use pmdrace_mm::Note;

use super::{Does, Entry, External, Seen, Setup, values};
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[SPLIT_HUGE_PMD_LOCKED, SPLIT_HUGE_PMD_OF];

const SPLIT_HUGE_PMD_LOCKED: Entry = Entry {
    routine: "split_huge_pmd_locked",
    function: |_| "__split_huge_pmd",
    files: &["mm/huge_memory", "mm/pgtable-generic"],
    is: |args| match (args.choice("order"), args.bool("warn"), args.bool("mkinvalid-guard")) {
        ("test-then-invalidate", true, false) => Ok(()),
        _ => Err("the releases test the type first, and warn"),
    },
    arguments: |image, setup| {
        image.deposit(setup.model, setup.args.table("table"))?;
        call(image, setup, 0)
    },
    externals: RMAP,
    rereads: &["split_huge_pmd_locked", "__split_huge_pmd"],
    ..Entry::BASE
};

/// What it finds in the PMD maps another folio than the one to split.
fn finds(seen: &Seen<'_>, tell: &mut dyn FnMut(Note)) {
    let found = seen.last_read(seen.args.pmd("pmd")).map(|word| word.pmd());
    if found.is_some_and(|pmd| seen.kernel.arch.pmd_trans_huge(pmd)) {
        tell(Note::Return("another folio"));
    }
}

/// Which never gets as far as to split: no folio that a role wants to split is mapped by the PMD.
const SPLIT_HUGE_PMD_OF: Entry = Entry {
    routine: "split_huge_pmd_of",
    ends: finds,
    arguments: |image, setup| {
        let folio = setup.model.kernel.folios.get(setup.args.folio("folio").0);
        let folio = image.page(folio.map_or(0, |folio| folio.pfns.start));
        call(image, setup, folio)
    },
    is: |_| Ok(()),
    rereads: &["split_huge_pmd_locked", "__split_huge_pmd"],
    externals: &[],
    ..SPLIT_HUGE_PMD_LOCKED
};

fn call(image: &mut Image, setup: &Setup<'_>, folio: u64) -> Result<Vec<Value>, TreeError> {
    let (address, pmdp) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    let freeze = 0;
    Ok(values(&[image.vma(), pmdp, address, freeze, folio]))
}

/// The page stays mapped: PTEs map it from now on.
const RMAP: &[External] = &[
    External { name: "folio_add_anon_rmap_ptes", does: Does::Nothing },
    External { name: "folio_remove_rmap_pmd", does: Does::Nothing },
];
