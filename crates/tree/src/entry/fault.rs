//! A write fault: `handle_mm_fault()` of the current process.

use pmdrace_kir::{Memory, Reply, Value};

use super::{Does, Entry, External, Setup, values};
use crate::cpu::Asking;
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "fault",
    function: |_| "handle_mm_fault",
    files: &["mm/memory", "mm/huge_memory", "mm/pgtable-generic", "mm/migrate"],
    arguments: write_fault,
    rereads: &["touch_pmd", "radix__ptep_set_access_flags"],
    externals: &[
        External { name: "migration_entry_wait_on_locked", does: Does::Runs(wait_on_locked) },
        External { name: "ptep_set_access_flags", does: Does::Runs(set_access_flags) },
        External { name: "__ptep_set_access_flags", does: Does::Runs(set_folded_access_flags) },
    ],
    ..Entry::BASE
}];

const FAULT_FLAG_WRITE: u64 = 1;

fn write_fault(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    Ok(values(&[image.vma(), address, FAULT_FLAG_WRITE, 0]))
}

/// Drops the lock and waits.
fn wait_on_locked(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let lock = arguments.last().copied().unwrap_or(0);
    if let Some(lock) = asking.lock(lock) {
        asking.k.cpu.spin_unlock(lock);
    }
    let _ = memory.write_int(lock, 4, 0);
    Reply::Done
}

/// The access flags of an entry, where a file sets them that is not linked.
fn set_access_flags(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    let [_, _, at, bits, _] = arguments else { return Reply::Unknown };
    let Some((at, found)) = asking.known_entry(*at) else { return Reply::Unknown };
    let entry = found.with_bits(*bits);
    Reply::Value(u128::from(asking.k.set_access_flags(at, entry)))
}

/// The same behind a wrapper that folds contiguous PTEs, and reads a PTE first: the two reads are one.
fn set_folded_access_flags(
    asking: &mut Asking<'_, '_>,
    arguments: &[u64],
    memory: &mut Memory,
) -> Reply {
    let [_, _, at, bits, _] = arguments else { return Reply::Unknown };
    match asking.known_entry(*at) {
        Some((at, found)) if asking.is_pte(at) => {
            let entry = found.with_bits(*bits);
            Reply::Value(u128::from(asking.k.set_access_flags_of(at, found, entry)))
        }
        _ => set_access_flags(asking, arguments, memory),
    }
}
