//! Moving a THP: installing a migration entry in its place, and replacing that by the new mapping.
//!
//! Source: mm/rmap.c `try_to_migrate_one()`, mm/migrate.c `migrate_folio()` and `remove_migration_pte()`,
//! mm/huge_memory.c `set_pmd_migration_entry()` and `remove_migration_pmd()`, of 6.1.192 and 6.12.117, for an
//! anonymous folio that is exclusive to the process and not in the swap cache. Nobody freezes such a folio in
//! 6.1: its count is read. 6.12 reads it before the copy and freezes it after that for a moment, to take it off
//! the queue of folios to split. The folio counts as dirty where its migration entry says so.
//! Not modelled: map counts, pins of a large folio (its exclusive flag is always cleared), the test before it
//! all whether the folio is still in use, `try_to_migrate_one()` on the PTEs of a THP that was split, and what
//! becomes of a folio whose migration fails, and the soft-dirty and uffd-wp bits.

use pmdrace_pgtable::{Kernel, MigrationAccess, MigrationEntry};

use super::page_vma_mapped::{Mapped, Walk};
use super::{ArgKind, ArgSpec, Routine, RoutineSpec, with_migration_entries};
use crate::{Addr, Claim, Ctx, FolioId, Invalidate, LockId, Meaning, Note, Subject, Word};

const NEW: ArgSpec = ArgSpec::required("new", ArgKind::Folio, "the destination folio");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&REMOVE_MIGRATION_PMD, &MIGRATE_HUGE_PMD];

static REMOVE_MIGRATION_PMD: RoutineSpec = RoutineSpec {
    name: "remove_migration_pmd",
    summary: "replaces a PMD migration entry by a mapping of the new folio",
    kernel: &[
        "mm/migrate.c remove_migration_pte(), mm/huge_memory.c remove_migration_pmd() (6.1, 6.12)",
    ],
    enters: &["remove_migration_pmd", "remove_migration_ptes"],
    exists: with_migration_entries,
    args: &[ArgSpec::PMD, ArgSpec::PMD_LOCK, NEW],
    build: |args| {
        Box::new(RemoveMigrationPmd {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            new: args.folio("new"),
        })
    },
    ..RoutineSpec::BASE
};

static MIGRATE_HUGE_PMD: RoutineSpec = RoutineSpec {
    name: "migrate_huge_pmd",
    summary: "moves a mapped THP to a new folio; the old one is freed and reallocated",
    kernel: &[
        "mm/rmap.c try_to_migrate_one(), mm/huge_memory.c set_pmd_migration_entry() (6.1, 6.12)",
        "mm/migrate.c migrate_folio(), folio_migrate_mapping() (6.1, 6.12)",
        "mm/migrate.c remove_migration_pte(), mm/huge_memory.c remove_migration_pmd() (6.1, 6.12)",
    ],
    enters: &["migrate_folio", "migrate_pages", "remove_migration_pmd", "set_pmd_migration_entry"],
    exists: with_migration_entries,
    args: &[
        ArgSpec::PMD,
        ArgSpec::PMD_LOCK,
        NEW,
        ArgSpec::required("old", ArgKind::Folio, "the source folio"),
    ],
    build: |args| {
        Box::new(MigrateHugePmd {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            old: args.folio("old"),
            new: args.folio("new"),
        })
    },
    ..RoutineSpec::BASE
};

/// `remove_migration_ptes()` for the only mapping: `remove_migration_pte()`.
fn remove_migration_ptes(k: &Ctx<'_>, mut walk: Walk<'_>, new: FolioId) {
    let _fn = k.enter("remove_migration_ptes");
    (walk.sync, walk.migration) = (true, true);
    while let Some(mapped) = walk.next() {
        match mapped {
            Mapped::Pmd => remove_migration_pmd(k, walk.pmdp, new),
            Mapped::Pte(ptep, number) => remove_migration_pte(k, ptep, new, number),
        }
    }
}

/// `remove_migration_pmd()`: the entry is read once more, and again for its soft-dirty and uffd-wp bits where there
/// are any.
fn remove_migration_pmd(k: &Ctx<'_>, pmdp: Addr, new: FolioId) {
    let _fn = k.enter("remove_migration_pmd");
    let pmd = k.cpu.read_once(pmdp);
    let Some(entry) = MigrationEntry::from_pmd(k.arch(), pmd.pmd()) else { return };
    k.folio_get(new);
    let arch = k.arch();
    let soft_dirty = arch.pmd_swp_soft_dirty(pmd.pmd()).is_some();
    let uffd_wp = arch.pmd_swp_uffd_wp(pmd.pmd()).is_some();
    if soft_dirty || uffd_wp {
        k.cpu.read_once(pmdp);
    }
    let mut pmde = k.mk_huge_pmd(new);
    if entry.access == MigrationAccess::Write {
        pmde = k.pmd_mkwrite(pmde);
        // Between the two looks 6.12 calls pmd_mkwrite(), so that the builds cannot make one of them.
        if soft_dirty && uffd_wp && arch.kernel() >= Kernel::V6_12 {
            k.cpu.read_once(pmdp);
        }
    }
    if !entry.young {
        pmde = k.pmd_mkold(pmde);
    }
    if entry.dirty {
        pmde = k.pmd_mkdirty(pmde);
    }
    k.set_pmd_at(pmdp, pmde);
}

/// The rest of `remove_migration_pte()`, on the PTE of a THP that was split meanwhile. 6.1 takes the reference
/// before it reads the entry.
fn remove_migration_pte(k: &Ctx<'_>, ptep: Addr, new: FolioId, number: u64) {
    let arch = k.arch();
    if arch.kernel() == Kernel::V6_1 {
        k.folio_get(new);
    }
    let old_pte = k.cpu.read_once(ptep);
    if arch.kernel() >= Kernel::V6_12 {
        k.folio_get(new);
    }
    let Some(entry) = MigrationEntry::from_pte(arch, old_pte.pte()) else { return };
    let mut pte = arch.mk_pte(k.kernel.folios[new.0].pfns.start + number);
    if entry.access == MigrationAccess::Write {
        pte = arch.pte_mkwrite(pte);
    }
    if !entry.young {
        pte = arch.pte_mkold(pte);
    }
    if entry.dirty {
        pte = arch.pte_mkdirty(pte);
    }
    // No entry here is soft-dirty. pte_mkdirty() makes it so, and 6.12 takes that back.
    if arch.kernel() >= Kernel::V6_12 {
        pte = arch.pte_clear_soft_dirty(pte);
    }
    k.set_pte_at(ptep, Word::new(pte.0, Meaning::Leaf { folio: new, invalidated: false }));
}

/// The migration entry that replaces a leaf; None on an architecture without them.
fn migration_entry_of(k: &Ctx<'_>, pmdval: Word, folio: FolioId) -> Option<Word> {
    let (arch, pmd) = (k.arch(), pmdval.pmd());
    let entry = MigrationEntry {
        access: match arch.pmd_write(pmd) {
            true => MigrationAccess::Write,
            false => MigrationAccess::ReadExclusive,
        },
        pfn: k.kernel.folios[folio.0].pfns.start,
        young: arch.pmd_young(pmd),
        dirty: arch.pmd_dirty(pmd),
    };
    k.migration_pmd(entry, folio)
}

/// `set_pmd_migration_entry()` after it has invalidated the PMD, for a folio that is exclusive; returns whether
/// it is marked dirty.
pub(super) fn replace_by_migration_entry(
    k: &Ctx<'_>,
    pmdp: Addr,
    folio: FolioId,
    pmdval: Word,
) -> bool {
    // folio_try_share_anon_rmap_pmd()
    if k.arch().facts().gup_fast {
        k.cpu.smp_mb();
        k.smp_mb_after_atomic();
    }
    let dirty = k.arch().pmd_dirty(pmdval.pmd());
    if let Some(pmdswp) = migration_entry_of(k, pmdval, folio) {
        k.set_pmd_at(pmdp, pmdswp);
    }
    if !dirty {
        k.claim(Subject::Folio(folio), Claim::TakenClean);
    }
    k.folio_remove_rmap(folio);
    k.folio_put(folio);
    dirty
}

struct RemoveMigrationPmd {
    pmd: Addr,
    ptl: LockId,
    new: FolioId,
}

impl Routine for RemoveMigrationPmd {
    /// Every migration entry here is of the folio that moves.
    fn run(&self, k: &Ctx<'_>) {
        remove_migration_ptes(k, Walk::new(*k, self.pmd, self.ptl, None), self.new);
    }
}

struct MigrateHugePmd {
    pmd: Addr,
    ptl: LockId,
    old: FolioId,
    new: FolioId,
}

impl MigrateHugePmd {
    /// A walk for the old folio, of a PMD that nobody splits.
    fn walk<'k>(&self, k: &Ctx<'k>) -> Walk<'k> {
        let mut walk = Walk::new(*k, self.pmd, self.ptl, Some(self.old));
        walk.tables = false;
        walk
    }

    /// `try_to_migrate_one()`.
    fn try_to_migrate(&self, k: &Ctx<'_>) {
        k.invalidate_range_start();
        let mut walk = self.walk(k);
        while let Some(mapped) = walk.next() {
            match mapped {
                Mapped::Pmd => self.set_pmd_migration_entry(k),
                Mapped::Pte(..) => {
                    k.cpu.note(Note::Bound("try_to_migrate_one(): the PTEs of a THP"))
                }
            }
        }
        k.invalidate_range_end();
    }

    fn set_pmd_migration_entry(&self, k: &Ctx<'_>) {
        // Which of the folio's pages it maps.
        k.cpu.read_once(self.pmd);
        let _fn = k.enter("set_pmd_migration_entry");
        let pmdval = k.pmdp_invalidate(self.pmd, Invalidate { warn: true, mkinvalid_guard: false });
        replace_by_migration_entry(k, self.pmd, self.old, pmdval);
    }

    /// `migrate_folio()`: copies the folio unless someone else holds a reference.
    fn migrate_folio(&self, k: &Ctx<'_>) -> bool {
        let _fn = k.enter("migrate_folio");
        // The migrator's own, from isolating the folio.
        let expected = 1;
        if k.folio_ref_count(self.old) != expected {
            return false;
        }
        k.copy_page(self.old);
        if k.arch().kernel() >= Kernel::V6_12 {
            if !k.folio_ref_freeze(self.old, expected) {
                return false;
            }
            k.folio_ref_unfreeze(self.old, expected);
        }
        // folio_migrate_flags(): folio_test_uptodate(), folio_mark_uptodate()
        k.cpu.smp_rmb();
        k.cpu.smp_wmb();
        true
    }
}

impl Routine for MigrateHugePmd {
    /// `migrate_folio_unmap()` and `migrate_folio_move()` for one folio with one mapping.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("migrate_pages");
        self.try_to_migrate(k);
        let moved = self.migrate_folio(k);
        remove_migration_ptes(k, self.walk(k), if moved { self.new } else { self.old });
        if k.folio_put(self.old) {
            k.reuse(self.old);
        }
        if !moved {
            k.cpu.note(Note::Return("someone holds a reference: the folio stays where it is"));
        }
    }
}
