//! Moving a THP: installing a migration entry in its place, and replacing that by the new mapping.
//!
//! Source: mm/huge_memory.c `set_pmd_migration_entry()` and `remove_migration_pmd()`, mm/migrate.c
//! `folio_migrate_mapping()`, of 6.1.192 and 6.12.117, for an anonymous mapping.
//! Not modelled: the caller's lockless first read of the PMD (it only decides whether to take the lock), map
//! counts, anon-exclusive, the copy itself, and the work of `remove_migration_pte()` on the PTEs of a PMD
//! that was split meanwhile.

use pmdrace_pgtable::{MigrationAccess, MigrationEntry};

use super::{ArgKind, ArgSpec, Routine, RoutineSpec, with_migration_entries};
use crate::{Addr, Ctx, FolioId, Invalidate, LockId, Note, Word};

const NEW: ArgSpec = ArgSpec::required("new", ArgKind::Folio, "the destination folio");

pub(super) static ROUTINES: &[&RoutineSpec] = &[&REMOVE_MIGRATION_PMD, &MIGRATE_HUGE_PMD];

static REMOVE_MIGRATION_PMD: RoutineSpec = RoutineSpec {
    name: "remove_migration_pmd",
    summary: "replaces a PMD migration entry by a mapping of the new folio",
    kernel: &["mm/huge_memory.c remove_migration_pmd() (6.1, 6.12)"],
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
        "mm/huge_memory.c set_pmd_migration_entry(), remove_migration_pmd() (6.1, 6.12)",
        "mm/migrate.c folio_migrate_mapping() (6.1, 6.12), with its unfreeze and the final put combined",
    ],
    enters: &["migrate_pages", "remove_migration_pmd", "set_pmd_migration_entry"],
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

/// `remove_migration_pmd()`, as `page_vma_mapped_walk()` calls it: under the lock, and only if the PMD is
/// still a migration entry.
fn remove_migration_pmd(k: &Ctx<'_>, pmdp: Addr, new: FolioId) {
    let pmd = k.cpu.read_once(pmdp);
    if !k.is_pmd_migration_entry(pmd) {
        k.cpu.note(Note::Return("no migration entry here any more"));
        return;
    }
    let _fn = k.enter("remove_migration_pmd");
    let Some((entry, _)) = k.pmd_to_migration_entry(pmd) else { return };
    k.folio_get(new);
    let mut pmde = k.mk_huge_pmd(new);
    if entry.access == MigrationAccess::Write {
        pmde = k.pmd_mkwrite(pmde);
    }
    if !entry.young {
        pmde = k.pmd_mkold(pmde);
    }
    if entry.dirty {
        pmde = k.pmd_mkdirty(pmde);
    }
    k.set_pmd_at(pmdp, pmde);
}

/// The migration entry that replaces a leaf; None on an architecture without them.
pub(super) fn migration_entry_of(k: &Ctx<'_>, pmdval: Word, folio: FolioId) -> Option<Word> {
    let (arch, pmd) = (k.arch(), pmdval.pmd());
    let entry = MigrationEntry {
        access: if arch.pmd_write(pmd) { MigrationAccess::Write } else { MigrationAccess::Read },
        pfn: k.kernel.folios[folio.0].pfns.start,
        young: arch.pmd_young(pmd),
        dirty: arch.pmd_dirty(pmd),
    };
    k.migration_pmd(entry, folio)
}

struct RemoveMigrationPmd {
    pmd: Addr,
    ptl: LockId,
    new: FolioId,
}

impl Routine for RemoveMigrationPmd {
    /// `remove_migration_pte()` for a PMD-mapped folio.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("remove_migration_ptes");
        k.cpu.spin_lock(self.ptl);
        remove_migration_pmd(k, self.pmd, self.new);
        k.cpu.spin_unlock(self.ptl);
    }
}

struct MigrateHugePmd {
    pmd: Addr,
    ptl: LockId,
    old: FolioId,
    new: FolioId,
}

impl MigrateHugePmd {
    /// `set_pmd_migration_entry()`; false on an architecture without migration entries.
    fn set_pmd_migration_entry(&self, k: &Ctx<'_>) -> bool {
        let _fn = k.enter("set_pmd_migration_entry");
        let pmdval = k.pmdp_invalidate(self.pmd, Invalidate { warn: true, mkinvalid_guard: false });
        let Some(pmdswp) = migration_entry_of(k, pmdval, self.old) else { return false };
        k.set_pmd_at(self.pmd, pmdswp);
        k.folio_put(self.old);
        true
    }
}

impl Routine for MigrateHugePmd {
    /// `migrate_folio_unmap()` and `migrate_folio_move()` for one folio with one mapping.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("migrate_pages");
        k.cpu.spin_lock(self.ptl);
        // page_vma_mapped_walk() has verified, under the lock, that the folio is still mapped here.
        let pmd = k.cpu.read_once(self.pmd);
        let installed = k.pmd_trans_huge(pmd) && self.set_pmd_migration_entry(k);
        k.cpu.spin_unlock(self.ptl);
        if !installed {
            k.cpu.note(Note::Return("not mapped any more"));
            return;
        }
        // The remaining reference is the migrator's own, from isolating the folio.
        let frozen = k.folio_ref_freeze(self.old, 1);
        k.cpu.spin_lock(self.ptl);
        remove_migration_pmd(k, self.pmd, if frozen { self.new } else { self.old });
        k.cpu.spin_unlock(self.ptl);
        if frozen {
            k.free_and_reuse(self.old);
        } else {
            k.cpu.note(Note::Return("someone holds a reference: the folio stays where it is"));
        }
    }
}
