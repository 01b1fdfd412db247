//! The multi-generational LRU's walk: `walk_pud_range()`, which its ops give to `walk_page_range()`, of one PMD. Its
//! Bloom filters name no table.

use pmdrace_kir::{Memory, Region, Reply, Value};

use super::{Does, Entry, External, Setup, values};
use crate::cpu::Asking;
use crate::{Image, TreeError};

pub(super) static ENTRIES: &[Entry] = &[Entry {
    routine: "mglru",
    function: |_| "walk_pud_range",
    files: &["mm/vmscan", "mm/pgtable-generic"],
    arguments: walk,
    externals: &[
        External { name: "_raw_spin_trylock", does: Does::Runs(trylock) },
        // No other mapping.
        External { name: "mas_find", does: Does::Returns(0) },
    ],
    ..Entry::BASE
}];

fn walk(image: &mut Image, setup: &Setup<'_>) -> Result<Vec<Value>, TreeError> {
    let (address, _) = image.entry(setup.args.pmd("pmd"))?;
    image.pmd_lock(setup.args.lock("ptl"))?;
    let end = address + (1 << setup.build.probe.ask("pmd_shift", &[])?);
    memory_everywhere(image)?;
    let node = image.object("pglist_data")?;
    image.set(node, "pglist_data", "node_spanned_pages", 1 << 52)?;
    let lruvec = image.field(node, "pglist_data", "__lruvec")?;
    // Without memory cgroups the node is found by where its lruvec is.
    if image.field(lruvec, "lruvec", "pgdat").is_ok() {
        image.set(lruvec, "lruvec", "pgdat", node)?;
    }
    let state = image.field(lruvec, "lruvec", "mm_state")?;
    let filters = image.field(state, "lru_gen_mm_state", "filters")?;
    let filter = image.buffer("a Bloom filter", 1 << 12)?;
    for number in 0..2 {
        image.machine.memory.write_int(filters + number * 8, 8, filter)?;
    }
    let private = image.object("lru_gen_mm_walk")?;
    image.set(private, "lru_gen_mm_walk", "lruvec", lruvec)?;
    image.set(private, "lru_gen_mm_walk", "can_swap", 1)?;
    let walk = image.object("mm_walk")?;
    image.set(walk, "mm_walk", "mm", image.mm())?;
    image.set(walk, "mm_walk", "vma", image.vma())?;
    image.set(walk, "mm_walk", "private", private)?;
    let top = image.top_entry(setup.build, address)?;
    Ok(values(&[top, address, end, walk]))
}

/// What `pfn_valid()` reads: all sections have memory since boot.
fn memory_everywhere(image: &mut Image) -> Result<(), TreeError> {
    const ROOTS: u64 = 1 << 14;
    const VALID: u64 = 0xf;
    let size = image.size("mem_section")?;
    let page = image.page_size();
    let sections = image.buffer("sections of memory", page)?;
    for number in 0..page / size {
        image.machine.memory.write_int(sections + number * size, 8, VALID)?;
    }
    let roots = image.buffer("roots of sections", ROOTS * 8)?;
    for number in 0..ROOTS {
        image.machine.memory.write_int(roots + number * 8, 8, sections)?;
    }
    let at = image.machine.map_variable("mem_section", Region::Constant)?;
    Ok(image.machine.memory.write_int(at, 8, roots)?)
}

/// Takes the lock when it is free: a walk that finds it taken passes over the entry.
fn trylock(asking: &mut Asking<'_, '_>, arguments: &[u64], memory: &mut Memory) -> Reply {
    let at = arguments.first().copied().unwrap_or(0);
    match asking.lock(at) {
        Some(lock) => asking.k.cpu.spin_lock(lock),
        None => return Reply::Unknown,
    }
    asking.locks_held += 1;
    asking.assume("a lock that is tried is free".to_owned());
    let _ = memory.write_int(at, 4, 1);
    Reply::Value(1)
}
