//! Slow GUP of one page for reading: `follow_page()` of 6.1; in 6.12 `get_dump_page()`, the one caller of
//! `follow_page_mask()` that neither touches the entry nor faults in what is not there.

use pmdrace_kir::Value;
use pmdrace_mm::pgtable::Kernel;

use super::{Does, Entry, External, Setup, values};
use crate::image::VMA_AT;
use crate::{Image, TreeError};

const FOLL_GET: u64 = 4;

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "follow-pmd",
    function: |kernel| match kernel {
        Kernel::V6_1 => "follow_page",
        Kernel::V6_12 => "get_dump_page",
    },
    files: &["mm/gup", "mm/huge_memory", "mm/pgtable-generic", "mm/memory"],
    arguments: one_page,
    externals: &[
        External { name: "find_vma", does: Does::Returns(VMA_AT) },
        External { name: "handle_mm_fault", does: Does::Returns(VM_FAULT_OOM) },
        External { name: "down_read_killable", does: Does::Returns(0) },
        External { name: "up_read", does: Does::Nothing },
        External { name: "vma_is_secretmem", does: Does::Returns(0) },
        External { name: "flush_dcache_page", does: Does::Nothing },
        // No hugetlb page, which it says by an error pointer.
        External { name: "follow_huge_addr", does: Does::Returns(EINVAL) },
    ],
    // WARN_ON_ONCE() of a count that is not positive.
    hints: &["try_grab_page", "try_grab_folio"],
    rereads: &["follow_huge_pmd"],
    result: |page| match page as i64 {
        -4095..=0 => Some("no page: the caller faults it in"),
        _ => Some("one page, with a reference"),
    },
    ..Entry::BASE
}];

const VM_FAULT_OOM: u64 = 1;
const EINVAL: u64 = -22_i64 as u64;

fn one_page(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    image.machine.settings.asked.insert("handle_mm_fault".to_owned());
    Ok(match setup.build.arch().kernel() {
        Kernel::V6_1 => values(&[image.vma(), address, FOLL_GET]),
        Kernel::V6_12 => values(&[address]),
    })
}
