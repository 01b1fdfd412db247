//! fork of one page: `copy_page_range()`.

use pmdrace_mm::{Note, Word};

use super::share::anonymous;
use super::{Does, Entry, External, values};

/// MMF_HAS_PINNED of include/linux/sched/coredump.h.
const HAS_PINNED: u64 = 1 << 27;

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "copy_present_pte",
    function: |_| "copy_page_range",
    files: &["mm/memory", "mm/pgtable-generic"],
    is: |args| match args.bool("full-barrier") {
        false => Ok(()),
        true => Err("no release has a full barrier there"),
    },
    held: |args| Some(args.lock("mmap-lock")),
    ends: |seen, tell| {
        let shared = seen.last_read(seen.args.pte("src")).and_then(Word::maps);
        let child = seen.last_stored(seen.args.pte("dst")).and_then(Word::maps);
        tell(Note::Return(match shared.is_some() && shared == child {
            true => "parent and child share the page",
            false => "the page may be pinned: the child gets a copy",
        }));
    },
    arguments: |image, setup| {
        let (src, dst) = (setup.args.pte("src"), setup.args.pte("dst"));
        image.loose_pte_lock(setup.args.lock("ptl"))?;
        let (vma, mm) = (image.vma(), image.mm());
        let child = image.child(setup.build, setup.model, dst, src)?;
        let address = image.entry(src)?.0;
        let end = address + image.page_size();
        for vma in [vma, child] {
            image.set(vma, "vm_area_struct", "vm_start", address)?;
            image.set(vma, "vm_area_struct", "vm_end", end)?;
        }
        let folios = &setup.model.kernel.folios;
        let first = |folio: pmdrace_mm::FolioId| folios.get(folio.0).map(|folio| folio.pfns.start);
        let mapped = setup.model.cells.get(src.0).and_then(|cell| cell.init.maps()).and_then(first);
        anonymous(image, image.page(mapped.unwrap_or(0)))?;
        let copy = first(setup.args.folio("copy")).map(|pfn| image.page(pfn));
        image.allocate(copy.as_slice());
        image.word(mm, "mm_struct", "write_protect_seq", setup.args.word("seq"))?;
        image.set(mm, "mm_struct", "flags", HAS_PINNED)?;
        Ok(values(&[child, vma]))
    },
    externals: &[
        External { name: "__mem_cgroup_charge", does: Does::Returns(0) },
        External { name: "__cgroup_throttle_swaprate", does: Does::Nothing },
        External { name: "__folio_throttle_swaprate", does: Does::Nothing },
        External { name: "copy_user_highpage", does: Does::Nothing },
        External { name: "copy_page", does: Does::Nothing },
        External { name: "copy_mc_to_kernel", does: Does::Returns(0) },
        External { name: "copy_mc_generic", does: Does::Returns(0) },
        External { name: "page_add_new_anon_rmap", does: Does::Nothing },
        External { name: "folio_add_new_anon_rmap", does: Does::Nothing },
        External { name: "lru_cache_add_inactive_or_unevictable", does: Does::Nothing },
        External { name: "folio_add_lru_vma", does: Does::Nothing },
    ],
    ..Entry::BASE
}];
