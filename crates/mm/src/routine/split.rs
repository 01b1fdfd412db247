//! Splitting a huge PMD under the PMD lock: the mutator of the founding race.
//!
//! Source: mm/huge_memory.c, `__split_huge_pmd()` and `__split_huge_pmd_locked()` of 6.1.192 and
//! 6.12.117, for an anonymous mapping. Both trees contain the fix 3a5a8d343e1c; the order before it (`order =
//! "invalidate-then-test"`) follows the code that commit removed. Not modelled: `freeze` (splitting a present
//! PMD into migration entries), map counts, the folio's dirty flag, the huge zero page, soft-dirty migration entries,
//! and that 6.12 folds the PTEs of a present PMD to contiguous mappings with CONFIG_ARM64_CONTPTE.

use pmdrace_pgtable::{Establish, Kernel, MigrationAccess, MigrationEntry};

use super::{ArgKind, ArgSpec, ArgValue, Args, Guard, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, Invalidate, LockId, Meaning, Note, TableId, Word};

const TYPE_TEST: Guard = Guard::new("type-test", "a migration entry is not decoded as a mapping");

const BEFORE: &str = "invalidate-then-test";
const AFTER: &str = "test-then-invalidate";

pub(super) static ROUTINES: &[&RoutineSpec] = &[&SPLIT_HUGE_PMD_LOCKED];

static SPLIT_HUGE_PMD_LOCKED: RoutineSpec = RoutineSpec {
    name: "split_huge_pmd_locked",
    summary: "splits a huge PMD, present or migration entry, into a table of PTEs",
    kernel: &["mm/huge_memory.c __split_huge_pmd(), __split_huge_pmd_locked() (6.1, 6.12)"],
    enters: &["__split_huge_pmd", "__split_huge_pmd_locked"],
    args: &[
        ArgSpec::required("pmd", ArgKind::Pmd, "the PMD word to split"),
        ArgSpec::PMD_LOCK,
        ArgSpec::required("table", ArgKind::Table, "the deposited page table"),
        ArgSpec::optional(
            "order",
            ArgKind::Choice(&[BEFORE, AFTER]),
            ArgValue::Choice(AFTER),
            "whether the type is tested before the entry is invalidated (the fix) or after",
        ),
        ArgSpec::optional(
            "warn",
            ArgKind::Bool,
            ArgValue::Bool(true),
            "whether pmdp_invalidate() warns about a word that is not present",
        ),
        ArgSpec::optional(
            "mkinvalid-guard",
            ArgKind::Bool,
            ArgValue::Bool(false),
            "whether pmd_mkinvalid() leaves a word unchanged that is not valid, where that fix was queued",
        ),
    ],
    guards: &[TYPE_TEST],
    build: |args| Box::new(Split::new(args)),
    ..RoutineSpec::BASE
};

struct Split {
    pmd: Addr,
    ptl: LockId,
    table: TableId,
    test_first: bool,
    type_test: bool,
    invalidate: Invalidate,
}

/// The splitter's knowledge of the old entry: the locals of `__split_huge_pmd_locked()`.
struct Old {
    page: FolioId,
    pfn: u64,
    write: bool,
    anon_exclusive: bool,
    young: bool,
    dirty: bool,
    soft_dirty: bool,
    pmd_migration: bool,
}

impl Split {
    fn new(args: &Args) -> Split {
        Split {
            pmd: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            table: args.table("table"),
            test_first: args.choice("order") == AFTER,
            type_test: args.on(TYPE_TEST),
            invalidate: Invalidate {
                warn: args.bool("warn"),
                mkinvalid_guard: args.bool("mkinvalid-guard"),
            },
        }
    }

    fn is_migration(&self, k: &Ctx<'_>, pmd: Word) -> bool {
        self.type_test && k.is_pmd_migration_entry(pmd)
    }

    /// `__split_huge_pmd_locked()`.
    fn split_huge_pmd_locked(&self, k: &Ctx<'_>) {
        let _fn = k.enter("__split_huge_pmd_locked");
        let old = if self.test_first {
            let pmd = k.cpu.read_once(self.pmd);
            if self.is_migration(k, pmd) {
                self.learn_migration(k, pmd)
            } else if k.arch().facts().mmu.establish == Establish::FlushThenStore {
                // An inline function: the compiler reads once for both.
                self.learn_present(k, k.pmdp_invalidate_found(self.pmd, pmd, self.invalidate))
            } else {
                self.learn_present(k, k.pmdp_invalidate(self.pmd, self.invalidate))
            }
        } else {
            let pmd = k.pmdp_invalidate(self.pmd, self.invalidate);
            if self.is_migration(k, pmd) {
                self.learn_migration(k, pmd)
            } else {
                self.learn_present(k, pmd)
            }
        };
        let Some(old) = old else {
            k.cpu.note(Note::Return(
                "no memory lies at the decoded page: a real kernel would fault",
            ));
            return;
        };
        if !old.pmd_migration {
            k.folio_ref_add(old.page, k.arch().hpage_pmd_nr() - 1);
        }
        // pgtable_trans_huge_withdraw(): the deposited table is private to this CPU until it is linked.
        let maps_once = k.arch().kernel() >= Kernel::V6_12;
        if maps_once {
            k.cpu.rcu_read_lock(); // pte_offset_map() of it
        }
        for (i, ptep) in k.kernel.tables[self.table.0].ptes.iter().enumerate() {
            if !maps_once {
                let pte = k.cpu.read_once(*ptep);
                k.warn_on(!k.pte_none(pte), "BUG_ON(!pte_none(*pte))", pte);
            }
            let pte = self.make_pte(k, &old, i as u64);
            match maps_once && !old.pmd_migration {
                true => k.set_ptes(*ptep, pte),
                false => k.set_pte_at(*ptep, pte),
            }
        }
        k.pte_unmap();
        k.cpu.smp_wmb(); // the PTEs before the PMD
        k.pmd_populate(self.pmd, self.table);
    }

    /// The branch for a migration entry: everything is decoded from the entry.
    fn learn_migration(&self, k: &Ctx<'_>, pmd: Word) -> Option<Old> {
        let (entry, page) = k.pfn_swap_entry_to_page(pmd)?;
        Some(Old {
            page,
            pfn: entry.pfn,
            write: entry.access == MigrationAccess::Write,
            anon_exclusive: entry.access == MigrationAccess::ReadExclusive,
            young: entry.young,
            dirty: entry.dirty,
            soft_dirty: false,
            pmd_migration: true,
        })
    }

    /// The branch for a present entry. The page is assumed to be exclusive to this process.
    fn learn_present(&self, k: &Ctx<'_>, old_pmd: Word) -> Option<Old> {
        let page = k.pmd_page(old_pmd)?;
        let (arch, pmd) = (k.arch(), old_pmd.pmd());
        Some(Old {
            page,
            pfn: arch.pmd_pfn(pmd),
            write: arch.pmd_write(pmd),
            anon_exclusive: true,
            young: arch.pmd_young(pmd),
            dirty: arch.pmd_dirty(pmd),
            soft_dirty: arch.pmd_soft_dirty(pmd).unwrap_or(false),
            pmd_migration: false,
        })
    }

    /// The entry for `page + i`.
    fn make_pte(&self, k: &Ctx<'_>, old: &Old, i: u64) -> Word {
        let (arch, pfn) = (k.arch(), old.pfn + i);
        if old.pmd_migration {
            let access = match (old.write, old.anon_exclusive) {
                (true, _) => MigrationAccess::Write,
                (false, true) => MigrationAccess::ReadExclusive,
                (false, false) => MigrationAccess::Read,
            };
            let entry = MigrationEntry { access, pfn, young: old.young, dirty: old.dirty };
            if let Some(swp) = entry.to_swp_entry(arch) {
                return k.migration_pte(swp, old.page);
            }
        }
        let mut pte = arch.mk_pte(pfn);
        if old.write || arch.kernel() < Kernel::V6_12 {
            pte = arch.pte_mkwrite(pte); // maybe_mkwrite() in 6.1
        }
        if !old.write && arch.kernel() < Kernel::V6_12 {
            pte = arch.pte_wrprotect(pte);
        }
        if !old.young {
            pte = arch.pte_mkold(pte);
        }
        if old.dirty && arch.kernel() >= Kernel::V6_12 {
            pte = arch.pte_mkdirty(pte);
        }
        if old.soft_dirty {
            pte = arch.pte_mksoft_dirty(pte);
        }
        Word::new(pte.0, Meaning::Leaf { folio: old.page, invalidated: false })
    }
}

impl Routine for Split {
    /// `__split_huge_pmd()`.
    fn run(&self, k: &Ctx<'_>) {
        let _fn = k.enter("__split_huge_pmd");
        k.invalidate_range_start();
        k.cpu.spin_lock(self.ptl);
        let pmd = k.cpu.read_once(self.pmd);
        if k.pmd_trans_huge(pmd) || k.pmd_devmap(pmd) || k.is_pmd_migration_entry(pmd) {
            self.split_huge_pmd_locked(k);
        }
        k.cpu.spin_unlock(self.ptl);
        k.invalidate_range_end();
    }
}
