//! HMM's walk: `hmm_vma_walk_pmd()`, which `hmm_range_fault()` gives to `walk_page_range()`, of one page without
//! a required fault. The notifier around it is its caller's.

use pmdrace_kir::Value;
use pmdrace_mm::routine::Args;
use pmdrace_mm::{Ctx, Note};

use super::{Entry, Returned, Setup, values};
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "hmm",
    function: |_| "hmm_vma_walk_pmd",
    files: &["mm/hmm", "mm/pgtable-generic", "mm/memory"],
    arguments: walk,
    caller: driver,
    ..Entry::BASE
}];

fn walk(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, pmdp) = image.entry(setup.args.pmd("pmd"))?;
    let end = address + image.page_size();
    let frames = image.buffer("hmm_pfns[]", 8)?;
    image.leaves(frames);
    let range = image.object("hmm_range")?;
    image.set(range, "hmm_range", "start", address)?;
    image.set(range, "hmm_range", "end", end)?;
    image.set(range, "hmm_range", "hmm_pfns", frames)?;
    let private = image.object("hmm_vma_walk")?;
    image.set(private, "hmm_vma_walk", "range", range)?;
    let walk = image.object("mm_walk")?;
    image.set(walk, "mm_walk", "mm", image.mm())?;
    image.set(walk, "mm_walk", "vma", image.vma())?;
    image.set(walk, "mm_walk", "private", private)?;
    Ok(values(&[pmdp, address, end, walk]))
}

/// The driver: `mmu_interval_read_begin()` before, `mmu_interval_read_retry()` after.
fn driver(k: &Ctx<'_>, args: &Args, walk: &mut dyn FnMut() -> Option<Returned>) {
    let notifier = args.notifier();
    let Some(seq) = k.read_begin(notifier) else { return };
    let Some(Returned { found, .. }) = walk() else { return };
    k.cpu.spin_lock(notifier.lock);
    if k.read_retry(notifier, seq) {
        k.cpu.note(Note::Return("something was invalidated meanwhile: walks again"));
    } else {
        let frames = found & HMM_PFN_VALID != 0;
        k.cpu.note(Note::Return(if frames { "the device uses the page frames" } else { NOTHING }));
    }
    k.cpu.spin_unlock(notifier.lock);
}

const HMM_PFN_VALID: u64 = 1 << 63;
const NOTHING: &str = "nothing to hand out here";
