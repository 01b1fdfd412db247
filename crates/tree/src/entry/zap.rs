//! Zapping, `MADV_FREE` of, marking and faulting in a huge PMD of an anonymous mapping.

use pmdrace_kir::Value;
use pmdrace_mm::pgtable::{Kernel, Pmd};
use pmdrace_mm::{Addr, Note, Word};

use super::{Does, Entry, Seen, Setup, values};
use crate::external::externals;
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        routine: "zap_pmd_range",
        function: |_| "zap_page_range_single",
        files: &["mm/memory", "mm/huge_memory", "mm/mmu_gather", "mm/pgtable-generic"],
        arguments: zap,
        rereads: &["pmdp_huge_get_and_clear_full"],
        externals: externals! {
            Does::Nothing => "lru_add_drain", "__free_pages", "arch_check_zapped_pmd", "mod_node_page_state"
        },
        ends: zapped,
        ..Entry::BASE
    },
    Entry {
        routine: "madvise_free_huge_pmd",
        function: |_| "madvise_free_huge_pmd",
        files: &["mm/huge_memory", "mm/pgtable-generic"],
        arguments: madvise_free,
        externals: externals! {
            Does::Returns(1) => "folio_mapcount";
            Does::Nothing => "mark_page_lazyfree", "folio_mark_lazyfree", "unlock_page", "folio_unlock"
        },
        // Beside __pmd_trans_huge_lock(), which some compilers inline.
        rereads: &["madvise_free_huge_pmd"],
        result: |done| (done & 1 == 1).then_some("made old"),
        ..Entry::BASE
    },
    Entry {
        routine: "change_pmd_range",
        function: |_| "change_protection",
        files: &["mm/mprotect", "mm/huge_memory", "mm/pgtable-generic"],
        arguments: change_protection,
        externals: externals! {
            Does::Returns(1) => "node_is_toptier";
            Does::Returns(0) => "folio_use_access_time"
        },
        rereads: &["change_huge_pmd"],
        ends: changed,
        ..Entry::BASE
    },
    Entry {
        routine: "do_huge_pmd_anonymous_page",
        function: |_| "do_huge_pmd_anonymous_page",
        files: &["mm/huge_memory", "mm/pgtable-generic"],
        arguments: huge_fault,
        externals: externals! {
            Does::Returns(0) => "__anon_vma_prepare", "__vmf_anon_prepare", "__mem_cgroup_charge";
            Does::Nothing => "khugepaged_enter_vma", "clear_huge_page", "folio_zero_user",
                "page_add_new_anon_rmap", "folio_add_new_anon_rmap",
                "lru_cache_add_inactive_or_unevictable", "folio_add_lru_vma", "__free_pages",
                "mod_node_page_state", "__cgroup_throttle_swaprate", "__folio_throttle_swaprate",
                "deferred_split_folio", "count_vm_event", "count_mthp_stat"
        },
        ..Entry::BASE
    },
];

/// Whether the last look at the PMD found nothing.
fn is_none(seen: &Seen<'_>, pmd: Addr) -> Option<Word> {
    seen.last_read(pmd).filter(|word| seen.kernel.arch.pmd_none(word.pmd()))
}

fn zapped(seen: &Seen<'_>, tell: &mut dyn FnMut(Note)) {
    let pmd = seen.args.pmd("pmd");
    if seen.last_stored(pmd).is_some() {
        tell(Note::Return("zapped"));
    } else if let Some(word) = is_none(seen, pmd) {
        tell(Note::Skip { word });
        tell(Note::Return("nothing to zap"));
    }
}

fn changed(seen: &Seen<'_>, tell: &mut dyn FnMut(Note)) {
    let pmd = seen.args.pmd("pmd");
    let arch = seen.kernel.arch;
    let huge =
        |pmd: Pmd| arch.pmd_trans_huge(pmd) || (!arch.pmd_none(pmd) && !arch.pmd_present(pmd));
    // One that is marked already, or that the kernel never marks, stays as it was read.
    let found = seen.last_read(pmd).is_some_and(|word| huge(word.pmd()));
    if found || seen.last_stored(pmd).is_some() {
        tell(Note::Return("a huge PMD: change_huge_pmd()"));
    } else if is_none(seen, pmd).is_some() {
        tell(Note::Return("nothing here"));
    }
}

/// How much a PMD maps, in bytes.
fn size(setup: &Setup<'_>) -> u64 {
    1 << setup.model.kernel.arch.pmd_shift()
}

/// What an empty range begins with: `TASK_SIZE`.
const TASK_SIZE: u64 = 1 << 47;

/// A `struct mmu_gather` for the mapping's address space, as after `tlb_gather_mmu()`.
fn gather(image: &mut Image) -> Result<u64, TreeError> {
    let tlb = image.object("mmu_gather")?;
    image.set(tlb, "mmu_gather", "mm", image.mm())?;
    image.set(tlb, "mmu_gather", "start", TASK_SIZE)?;
    Ok(tlb)
}

fn zap(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    image.deposit_other(setup.model)?;
    Ok(values(&[image.vma(), address, size(setup), 0]))
}

fn madvise_free(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, pmdp) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    image.unlock_folios(setup.build, setup.model)?;
    let tlb = gather(image)?;
    Ok(values(&[tlb, image.vma(), pmdp, address, address + size(setup)]))
}

/// `MM_CP_PROT_NUMA`.
const PROT_NUMA: u64 = 2;

fn change_protection(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    let tlb = gather(image)?;
    let (vma, end) = (image.vma(), address + size(setup));
    let arch = setup.build.arch;
    Ok(match arch.kernel() {
        Kernel::V6_1 => {
            // PAGE_NONE, and bits of the page that pmd_modify() masks.
            let none = arch.pmd_modify_none(Pmd(0)).map_or(0, |none| none.0);
            values(&[tlb, vma, address, end, none, PROT_NUMA])
        }
        Kernel::V6_12 => values(&[tlb, vma, address, end, PROT_NUMA]),
    })
}

/// `FAULT_FLAG_WRITE`.
const WRITE: u64 = 1;

fn huge_fault(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, pmdp) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    let folio = setup.model.kernel.folios.get(setup.args.folio("folio").0);
    let page = image.page(folio.map_or(0, |folio| folio.pfns.start));
    let table = image.other_table(setup.model)?;
    image.allocate(&[page, table]);
    let vmf = image.object("vm_fault")?;
    let fields = [("vma", image.vma()), ("address", address), ("flags", WRITE), ("pmd", pmdp)];
    for (field, value) in fields {
        image.set(vmf, "vm_fault", field, value)?;
    }
    Ok(values(&[vmf]))
}
