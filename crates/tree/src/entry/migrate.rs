//! Moving a THP: `try_to_migrate_one()`, `migrate_folio()` and `remove_migration_pte()`.

use pmdrace_kir::{Memory, Reply, Value};
use pmdrace_mm::pgtable::Kernel;
use pmdrace_mm::{Addr, Claim, FolioId, Meaning, Note, Subject};

use super::{Does, Entry, External, Setup, Then, values};
use crate::cpu::Asking;
use crate::{Image, TreeError};

macro_rules! externals {
    ($($does:expr => $($name:literal),+;)+) => {
        &[$($(External { name: $name, does: $does },)+)+]
    };
}

/// What becomes of the flags and counts of a folio that moves or changes its mappings.
const EXTERNALS: &[External] = externals! {
    Does::Runs(mark_dirty) => "set_page_dirty", "folio_mark_dirty";
    Does::Runs(remove_rmap) => "page_remove_rmap", "folio_remove_rmap_pmd";
    Does::Runs(copy) => "folio_copy", "folio_mc_copy";
    Does::Runs(free) => "__folio_put", "__put_page";
    Does::Returns(0) => "folio_xchg_last_cpupid", "page_cpupid_xchg_last";
    Does::Nothing => "page_add_anon_rmap", "folio_add_anon_rmap_pmd", "folio_add_anon_rmap_ptes",
        "mem_cgroup_migrate", "folio_migrate_ksm", "folio_add_lru", "__split_page_owner";
};

/// Functions of linked files that are asked all the same: they keep counts of mappings.
const ASKED: &[&str] = &[
    "page_remove_rmap",
    "folio_remove_rmap_pmd",
    "page_add_anon_rmap",
    "folio_add_anon_rmap_pmd",
    "folio_add_anon_rmap_ptes",
];

const WALK: &[&str] = &["mm/migrate", "mm/page_vma_mapped", "mm/huge_memory", "mm/pgtable-generic"];
const MIGRATE: &[&str] = &[
    "mm/rmap",
    "mm/migrate",
    "mm/page_vma_mapped",
    "mm/huge_memory",
    "mm/pgtable-generic",
    "mm/vmscan",
];

pub(super) static ENTRIES: &[Entry] = &[
    Entry {
        routine: "remove_migration_pmd",
        function: |_| "remove_migration_pte",
        files: WALK,
        arguments: |image, setup| {
            let pmd = setup.args.pmd("pmd");
            let new = setup.args.folio("new");
            let old = moving(setup, pmd).unwrap_or(new);
            prepare(image, setup, pmd, &[old, new])?;
            remove(image, setup, pmd, old, new)
        },
        externals: EXTERNALS,
        ..Entry::BASE
    },
    Entry {
        routine: "set_pmd_migration_entry",
        function: |_| "try_to_migrate_one",
        files: MIGRATE,
        arguments: |image, setup| {
            let pmd = setup.args.pmd("pmd");
            let folio = setup.args.folio("folio");
            prepare(image, setup, pmd, &[folio])?;
            image.tlb = Some(setup.args.tlb("tlb"));
            migrate(image, setup, pmd, folio)
        },
        externals: EXTERNALS,
        ..Entry::BASE
    },
    Entry {
        routine: "migrate_huge_pmd",
        function: |_| "try_to_migrate_one",
        files: MIGRATE,
        arguments: |image, setup| {
            let pmd = setup.args.pmd("pmd");
            let old = setup.args.folio("old");
            prepare(image, setup, pmd, &[old, setup.args.folio("new")])?;
            unmapped(image, setup, old)?;
            migrate(image, setup, pmd, old)
        },
        then: |image, setup, _| {
            let pmd = setup.args.pmd("pmd");
            let (old, new) = (setup.args.folio("old"), setup.args.folio("new"));
            let pages = [head(image, setup, new), head(image, setup, old)];
            let moved = remove(image, setup, pmd, old, new)?;
            let stayed = remove(image, setup, pmd, old, old)?;
            let says_nothing = |_| None;
            Ok(vec![
                Then {
                    function: "migrate_folio",
                    // The mapping, the destination, the source, MIGRATE_SYNC.
                    arguments: values(&[0, pages[0], pages[1], 2]),
                    when: |_| true,
                    result: |error| {
                        let stays = "someone holds a reference: the folio stays where it is";
                        (error as i32 != 0).then_some(stays)
                    },
                },
                Then {
                    function: "remove_migration_pte",
                    arguments: moved,
                    when: |returned| returned.get(1) == Some(&Some(0)),
                    result: says_nothing,
                },
                Then {
                    function: "remove_migration_pte",
                    arguments: stayed,
                    when: |returned| returned.get(1) != Some(&Some(0)),
                    result: says_nothing,
                },
                // Where migrate_pages() puts the folio itself, in a function of its own that does the same.
                Then {
                    function: "folio_putback_lru",
                    arguments: values(&[pages[1]]),
                    when: |_| true,
                    result: says_nothing,
                },
            ])
        },
        externals: EXTERNALS,
        ..Entry::BASE
    },
];

/// The folio of which a PMD holds the migration entry at first.
fn moving(setup: &Setup<'_>, pmd: Addr) -> Option<FolioId> {
    match setup.model.cells.get(pmd.0)?.init.means() {
        Meaning::Swap { folio, .. } | Meaning::Leaf { folio, .. } => Some(folio),
        _ => None,
    }
}

/// The struct page of a folio.
pub(super) fn head(image: &Image, setup: &Setup<'_>, folio: FolioId) -> u64 {
    image.page(setup.model.kernel.folios.get(folio.0).map_or(0, |folio| folio.pfns.start))
}

/// The lock of the PMD; folios that count as dirty, at the address that the PMD maps.
pub(super) fn prepare(
    image: &mut Image,
    setup: &Setup<'_>,
    pmd: Addr,
    folios: &[FolioId],
) -> Result<(), TreeError> {
    image.pmd_lock(setup.args.lock("ptl"))?;
    let index = image.index(image.entry(pmd)?.0);
    for folio in folios {
        let page = head(image, setup, *folio);
        image.set(page, "page", "index", index)?;
        image.set_page_flag(page, "PG_dirty")?;
    }
    image.machine.settings.asked.extend(ASKED.iter().map(|name| (*name).to_owned()));
    Ok(())
}

/// No entry maps a folio, as `migrate_folio()` finds it.
fn unmapped(image: &mut Image, setup: &Setup<'_>, folio: FolioId) -> Result<(), TreeError> {
    let page = head(image, setup, folio);
    if setup.build.arch().kernel() >= Kernel::V6_12 {
        image.set(page, "folio", "_large_mapcount", u64::MAX)?;
        image.set(page, "folio", "_entire_mapcount", u64::MAX)?;
    }
    Ok(())
}

/// The arguments of `try_to_migrate_one()`: the folio, the mapping, the address, no flags.
fn migrate(
    image: &mut Image,
    setup: &Setup<'_>,
    pmd: Addr,
    folio: FolioId,
) -> Result<Vec<Value>, TreeError> {
    let page = head(image, setup, folio);
    Ok(values(&[page, image.vma(), image.entry(pmd)?.0, 0]))
}

/// The arguments of `remove_migration_pte()`: the destination, the mapping, the address, and the source.
fn remove(
    image: &mut Image,
    setup: &Setup<'_>,
    pmd: Addr,
    old: FolioId,
    new: FolioId,
) -> Result<Vec<Value>, TreeError> {
    let (old, new) = (head(image, setup, old), head(image, setup, new));
    let source = match setup.build.arch().kernel() {
        Kernel::V6_1 => old,
        Kernel::V6_12 => {
            let argument = image.object("rmap_walk_arg")?;
            image.set(argument, "rmap_walk_arg", "folio", old)?;
            argument
        }
    };
    Ok(values(&[new, image.vma(), image.entry(pmd)?.0, source]))
}

/// The folio is marked dirty.
fn mark_dirty(asking: &mut Asking<'_, '_>, _: &[u64], _: &mut Memory) -> Reply {
    asking.dirtied = true;
    Reply::Value(1)
}

/// The last that is done to a mapping that goes away: what is not marked dirty by now is taken for clean.
fn remove_rmap(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    let Some(folio) = arguments.first().and_then(|page| asking.folio_of_page(*page)) else {
        return Reply::Refuse("the page of a mapping that goes away is no folio's".to_owned());
    };
    let dirty = std::mem::take(&mut asking.dirtied);
    if !dirty {
        asking.k.claim(Subject::Folio(folio), Claim::TakenClean);
    }
    asking.k.folio_remove_rmap(folio);
    asking.k.cpu.note(Note::Return(match dirty {
        true => "the folio is marked dirty",
        false => "the folio is taken for clean",
    }));
    Reply::Done
}

/// A folio's contents are copied to another.
fn copy(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    let from = arguments.get(1).and_then(|page| asking.folio_of_page(*page));
    if let Some(from) = from {
        asking.k.copy_page(from);
    }
    Reply::Value(0)
}

/// The last reference is gone, and the page allocator hands the folio to someone else.
fn free(asking: &mut Asking<'_, '_>, arguments: &[u64], _: &mut Memory) -> Reply {
    let page = arguments.first().copied().unwrap_or(0);
    asking.freed(page);
    if let Some(folio) = asking.folio_of_page(page) {
        asking.k.reuse(folio);
    }
    Reply::Done
}
