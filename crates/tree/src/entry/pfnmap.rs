//! `follow_pfnmap_start()` of a mapping of page frames.

use pmdrace_kir::Value;
use pmdrace_mm::routine::Args;
use pmdrace_mm::{Ctx, Subject, Use};

use super::{Entry, Returned, Setup, values};
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "follow_pfnmap_start",
    function: |_| "follow_pfnmap_start",
    files: &["mm/memory", "mm/pgtable-generic"],
    arguments: start,
    result: |error| match error as i32 {
        0 => Some("a page frame, with the lock held"),
        _ => Some("-EINVAL: not present"),
    },
    caller: user,
    ..Entry::BASE
}];

const VM_PFNMAP: u64 = 0x400;

fn start(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    let flags = setup.build.probe.ask("vma_flags", &[])? | VM_PFNMAP;
    image.set(image.vma(), "vm_area_struct", "vm_flags", flags)?;
    let args = image.object("follow_pfnmap_args")?;
    image.set(args, "follow_pfnmap_args", "vma", image.vma())?;
    image.set(args, "follow_pfnmap_args", "address", address)?;
    image.leaves(image.field(args, "follow_pfnmap_args", "pfn")?);
    Ok(values(&[args]))
}

/// Goes to the page frame, and calls `follow_pfnmap_end()`.
fn user(k: &Ctx<'_>, args: &Args, start: &mut dyn FnMut() -> Option<Returned>) {
    if let Some(Returned { value: 0, found: pfn }) = start() {
        if let Some(folio) = k.kernel.folio_at(pfn) {
            k.uses(Subject::Folio(folio), Use::Frame);
        }
        k.cpu.spin_unlock(args.lock("ptl"));
    }
}
