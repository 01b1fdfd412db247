//! `folio_walk_start()` without flags, and `folio_walk_end()` of what it finds.

use pmdrace_kir::Value;
use pmdrace_mm::Ctx;
use pmdrace_mm::routine::Args;

use super::{Entry, Returned, Setup, values};
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "folio-walk",
    function: |_| "folio_walk_start",
    files: &["mm/pagewalk", "mm/memory", "mm/pgtable-generic"],
    arguments: start,
    result: |folio| match folio {
        0 => Some("no folio"),
        _ => Some("a folio, with the lock of its entry"),
    },
    caller: user,
    ..Entry::BASE
}];

/// FW_LEVEL_PMD, an `enum` of 4 bytes with nothing behind it.
const LEVEL_PMD: u64 = 1;

fn start(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    let walk = image.object("folio_walk")?;
    image.leaves(image.field(walk, "folio_walk", "level")?);
    Ok(values(&[walk, image.vma(), address, 0]))
}

/// Calls `folio_walk_end()`.
fn user(k: &Ctx<'_>, args: &Args, start: &mut dyn FnMut() -> Option<Returned>) {
    match start() {
        None | Some(Returned { value: 0, .. }) => {}
        Some(Returned { found: LEVEL_PMD, .. }) => k.cpu.spin_unlock(args.lock("ptl")),
        Some(_) => k.pte_unmap(),
    }
}
