//! The reverse map's walk: a lockless read that decides whether to lock, and a second read under the lock.
//!
//! Source: mm/page_vma_mapped.c `page_vma_mapped_walk()`, `map_pte()`, `check_pte()`, and `__pte_offset_map()`
//! and `pte_offset_map_lock()` behind them, of 6.1.192 and 6.12.117, for a folio that a PMD maps or its table.
//! The routine is the loop of a caller that does nothing with what is found, without PVMW_SYNC and
//! PVMW_MIGRATION. Not modelled: hugetlb, device-private and device-exclusive entries, and the lock of the
//! table, under which nobody else stores here.

use pmdrace_pgtable::{Kernel, MigrationEntry};

use super::clear_bad::pmd_clear_bad;
use super::{ArgKind, ArgSpec, Routine, RoutineSpec};
use crate::{Addr, Ctx, FolioId, LockId, Note, Word};

pub(super) static ROUTINES: &[&RoutineSpec] = &[&PAGE_VMA_MAPPED];

static PAGE_VMA_MAPPED: RoutineSpec = RoutineSpec {
    name: "page-vma-mapped",
    summary: "page_vma_mapped_walk(): a lockless read decides whether to lock, then reads again",
    kernel: &["mm/page_vma_mapped.c page_vma_mapped_walk() (6.1, 6.12)"],
    enters: &["__pte_offset_map", "map_pte", "page_vma_mapped_walk", "pmd_clear_bad"],
    args: &[
        ArgSpec::PMD_TO_WALK,
        ArgSpec::PMD_LOCK,
        ArgSpec::required("folio", ArgKind::Folio, "the folio whose mappings are looked for"),
    ],
    build: |args| {
        Box::new(PageVmaMapped {
            pmdp: args.pmd("pmd"),
            ptl: args.lock("ptl"),
            folio: args.folio("folio"),
        })
    },
    ..RoutineSpec::BASE
};

struct PageVmaMapped {
    pmdp: Addr,
    ptl: LockId,
    folio: FolioId,
}

impl Routine for PageVmaMapped {
    fn run(&self, k: &Ctx<'_>) {
        let mut walk = Walk::new(*k, self.pmdp, self.ptl, Some(self.folio));
        let mut found = "not mapped here";
        while let Some(mapped) = walk.next() {
            found = match mapped {
                Mapped::Pmd => "mapped here by this PMD, with the lock held",
                Mapped::Pte(..) => "mapped here by a PTE, with the lock of its table held",
            };
        }
        if !walk.faulted {
            k.cpu.note(Note::Return(found));
        }
    }
}

/// What maps the folio, or stands for its mapping while it moves.
pub(super) enum Mapped {
    /// The PMD, whose lock is held.
    Pmd,
    /// The PTE of this number in its table, whose lock is held.
    Pte(Addr, u64),
}

/// `struct page_vma_mapped_walk`.
pub(super) struct Walk<'k> {
    k: Ctx<'k>,
    pub(super) pmdp: Addr,
    ptl: LockId,
    /// None if every entry is of the folio that is looked for.
    folio: Option<FolioId>,
    /// PVMW_SYNC.
    pub(super) sync: bool,
    /// PVMW_MIGRATION.
    pub(super) migration: bool,
    /// Whether it goes on to tables, which 6.1 finds by the first value that it reads.
    pub(super) tables: bool,
    /// Whether the PMD was found, and its lock is held.
    pmd: bool,
    /// The entry that is looked at, if the table is mapped.
    pte: Option<Addr>,
    /// Whether the lock of the table is held.
    locked: bool,
    /// Whether the walk went where there is no memory.
    pub(super) faulted: bool,
}

/// What the walk found at the PMD.
enum AtPmd {
    /// The walk ends, or has found the folio.
    Ends(Option<Mapped>),
    /// There may be a table. The PMD, if it was read without the lock: with the lock it is read again.
    Table(Option<Word>),
}

/// What `map_pte()` found.
enum Table {
    /// No table: 6.12 begins again.
    None,
    /// An entry that is not what the walk looks for, seen without the lock.
    Passed,
    /// An entry, with the lock.
    Entry,
}

impl<'k> Walk<'k> {
    pub(super) fn new(k: Ctx<'k>, pmdp: Addr, ptl: LockId, folio: Option<FolioId>) -> Walk<'k> {
        Walk {
            k,
            pmdp,
            ptl,
            folio,
            sync: false,
            migration: false,
            tables: true,
            pmd: false,
            pte: None,
            locked: false,
            faulted: false,
        }
    }

    /// `page_vma_mapped_walk()`: the first or the next mapping; None releases what is held.
    pub(super) fn next(&mut self) -> Option<Mapped> {
        let _fn = self.k.enter("page_vma_mapped_walk");
        if self.pmd {
            return self.done();
        }
        if self.pte.is_some() {
            return self.next_pte();
        }
        loop {
            let pmd = match self.at_pmd() {
                AtPmd::Ends(found) => return found,
                AtPmd::Table(pmd) => pmd,
            };
            match self.map_pte(pmd) {
                Table::None if self.faulted => return None,
                Table::None => {}
                Table::Passed => return self.next_pte(),
                Table::Entry => return self.this_pte(),
            }
        }
    }

    /// `page_vma_mapped_walk_done()`.
    pub(super) fn done(&mut self) -> Option<Mapped> {
        if self.pte.take().is_some() {
            self.pte_unmap();
        }
        if self.pmd {
            self.k.cpu.spin_unlock(self.ptl);
        }
        (self.pmd, self.locked) = (false, false);
        None
    }

    /// The part on the PMD.
    fn at_pmd(&mut self) -> AtPmd {
        let k = self.k;
        let huge = |pmd| k.pmd_trans_huge(pmd) || k.pmd_devmap(pmd);
        let pmde = match k.arch().kernel() {
            Kernel::V6_1 if self.tables => k.cpu.read_once_dep(self.pmdp),
            _ => k.cpu.read_once(self.pmdp),
        };
        let lock = k.pmd_trans_huge(pmde)
            || k.is_pmd_migration_entry(pmde)
            || (k.pmd_present(pmde) && k.pmd_devmap(pmde));
        if lock {
            k.cpu.spin_lock(self.ptl);
            let pmde = k.cpu.read_once(self.pmdp);
            if !k.pmd_present(pmde) {
                let entry = MigrationEntry::from_pmd(k.arch(), pmde.pmd());
                self.pmd = true;
                return match entry {
                    Some(entry) if self.migration && self.is_of(entry.pfn) => {
                        AtPmd::Ends(Some(Mapped::Pmd))
                    }
                    _ => AtPmd::Ends(self.done()),
                };
            }
            if huge(pmde) {
                self.pmd = true;
                if self.migration {
                    return AtPmd::Ends(self.done());
                }
                k.pmd_page(pmde);
                let mine = self.is_of(k.arch().pmd_pfn(pmde.pmd()));
                return AtPmd::Ends(if mine { Some(Mapped::Pmd) } else { self.done() });
            }
            // The THP was split meanwhile.
            k.cpu.spin_unlock(self.ptl);
            return AtPmd::Table(None);
        }
        if k.pmd_present(pmde) {
            return AtPmd::Table(Some(pmde));
        }
        if self.sync {
            k.cpu.spin_lock(self.ptl);
            k.cpu.spin_unlock(self.ptl);
        }
        AtPmd::Ends(None)
    }

    /// `check_pmd()`, and the test of the page frame in `check_pte()`.
    fn is_of(&self, pfn: u64) -> bool {
        self.folio.is_none_or(|folio| self.k.kernel.folios[folio.0].pfns.contains(&pfn))
    }

    /// `map_pte()`. 6.1 uses the PMD again by a plain access, which the builds answer with the value that they
    /// have.
    fn map_pte(&mut self, pmd: Option<Word>) -> Table {
        let k = self.k;
        let _fn = k.enter("map_pte");
        let kernel = k.arch().kernel();
        let ptep = match kernel {
            Kernel::V6_1 => {
                let pmd = pmd.unwrap_or_else(|| k.cpu.read_once_dep(self.pmdp));
                self.table(pmd)
            }
            Kernel::V6_12 if self.sync => self.pte_offset_map_lock(),
            Kernel::V6_12 => self.pte_offset_map().and_then(|pmd| self.table(pmd)),
        };
        let Some(ptep) = ptep else { return Table::None };
        self.pte = Some(ptep);
        if !self.sync {
            let pte = k.cpu.read_once(ptep);
            let swap = !k.pte_none(pte) && !k.pte_present(pte);
            if swap != self.migration || k.pte_none(pte) {
                return Table::Passed;
            }
        }
        self.lock();
        Table::Entry
    }

    /// Takes the lock of the table; 6.1 finds it by the PMD each time.
    fn lock(&mut self) {
        if self.k.arch().kernel() == Kernel::V6_1 {
            self.k.cpu.read_once(self.pmdp);
        }
        self.locked = true;
    }

    /// The first entry of the table.
    fn table(&mut self, pmd: Word) -> Option<Addr> {
        let ptep = self.k.pte_offset_map(pmd);
        if ptep.is_none() {
            self.faulted = true;
            let fault = "nothing lies at that address: a real kernel would fault here";
            self.k.cpu.note(Note::Return(fault));
        }
        ptep
    }

    /// `__pte_offset_map()` of 6.12.
    fn pte_offset_map(&self) -> Option<Word> {
        let k = self.k;
        let _fn = k.enter("__pte_offset_map");
        k.cpu.rcu_read_lock();
        let pmd = k.cpu.read_once_dep(self.pmdp);
        let none = k.pmd_none(pmd)
            || k.is_pmd_migration_entry(pmd)
            || k.pmd_trans_huge(pmd)
            || k.pmd_devmap(pmd);
        let bad = !none && k.pmd_bad(pmd);
        if bad {
            pmd_clear_bad(&k, self.pmdp, pmd);
        }
        if none || bad {
            k.cpu.rcu_read_unlock();
            return None;
        }
        Some(pmd)
    }

    /// `pte_offset_map_lock()` of 6.12.
    fn pte_offset_map_lock(&mut self) -> Option<Addr> {
        loop {
            let pmd = self.pte_offset_map()?;
            let ptep = self.table(pmd)?;
            if self.k.cpu.read_once(self.pmdp).bits == pmd.bits {
                return Some(ptep);
            }
            self.pte_unmap();
        }
    }

    fn pte_unmap(&self) {
        if self.k.arch().kernel() >= Kernel::V6_12 {
            self.k.cpu.rcu_read_unlock();
        }
    }

    /// The label `this_pte`: the entry at which the walk is, with the lock.
    fn this_pte(&mut self) -> Option<Mapped> {
        match self.pte {
            Some(ptep) if self.check_pte(ptep) => Some(Mapped::Pte(ptep, self.number(ptep))),
            _ => self.next_pte(),
        }
    }

    /// The label `next_pte`: the entries behind that at which the walk is. Those that the model lacks are empty.
    fn next_pte(&mut self) -> Option<Mapped> {
        let k = self.k;
        loop {
            let Some(ptep) = self.pte.and_then(|ptep| self.behind(ptep)) else {
                return self.done();
            };
            self.pte = Some(ptep);
            if k.pte_none(k.cpu.read_once(ptep)) {
                continue;
            }
            if !self.locked {
                self.lock();
            }
            if self.check_pte(ptep) {
                return Some(Mapped::Pte(ptep, self.number(ptep)));
            }
        }
    }

    fn ptes(&self, ptep: Addr) -> &'k [Addr] {
        let kernel = self.k.kernel;
        kernel.table_of(ptep).map_or(&[], |table| &kernel.tables[table.0].ptes)
    }

    /// The number of an entry in its table.
    fn number(&self, ptep: Addr) -> u64 {
        self.ptes(ptep).iter().position(|at| *at == ptep).unwrap_or(0) as u64
    }

    /// The entry behind another in its table.
    fn behind(&self, ptep: Addr) -> Option<Addr> {
        self.ptes(ptep).get(self.number(ptep) as usize + 1).copied()
    }

    /// `check_pte()`.
    fn check_pte(&self, ptep: Addr) -> bool {
        let k = self.k;
        let pte = k.cpu.read_once(ptep);
        if k.pte_none(pte) {
            return false;
        }
        if k.pte_present(pte) {
            return !self.migration && self.is_of(k.arch().pte_pfn(pte.pte()));
        }
        let entry = MigrationEntry::from_pte(k.arch(), pte.pte());
        self.migration && entry.is_some_and(|entry| self.is_of(entry.pfn))
    }
}
