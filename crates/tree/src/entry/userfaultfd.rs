//! `handle_userfault()`, into which compilers expand `userfaultfd_must_wait()`. Nobody wakes the fault: it waits for no
//! time.

use pmdrace_kir::Value;

use super::{Does, Entry, Setup, values};
use crate::external::externals;
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "userfaultfd",
    function: |_| "handle_userfault",
    files: &["fs/userfaultfd", "mm/pgtable-generic"],
    arguments: fault,
    externals: externals! {
        // The lock of the queue of faults.
        Does::Nothing => "_raw_spin_lock_irq", "_raw_spin_unlock_irq", "schedule";
        Does::Returns(1) => "__wake_up";
    },
    ..Entry::BASE
}];

/// FAULT_FLAG_ALLOW_RETRY, FAULT_FLAG_KILLABLE and FAULT_FLAG_USER.
const FLAGS: u64 = 1 << 2 | 1 << 4 | 1 << 6;
const VM_UFFD_MISSING: u64 = 0x200;
const VM_UFFD_WP: u64 = 0x1000;

fn fault(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    let context = image.object("userfaultfd_ctx")?;
    image.set(context, "userfaultfd_ctx", "mm", image.mm())?;
    image.set(context, "userfaultfd_ctx", "refcount", 1)?;
    let queue = image.field(context, "userfaultfd_ctx", "fault_pending_wqh.head")?;
    for link in [queue, queue + 8] {
        image.machine.memory.write_int(link, 8, queue)?;
    }
    image.set(image.vma(), "vm_area_struct", "vm_userfaultfd_ctx.ctx", context)?;
    let fault = image.object("vm_fault")?;
    image.set(fault, "vm_fault", "vma", image.vma())?;
    image.set(fault, "vm_fault", "address", address)?;
    image.set(fault, "vm_fault", "flags", FLAGS)?;
    let protected = setup.model.kernel.arch.facts().userfaultfd_wp;
    Ok(values(&[fault, if protected { VM_UFFD_WP } else { VM_UFFD_MISSING }]))
}
