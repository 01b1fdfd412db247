//! The initial memory of a model: cells, folios, pages, tables, TLBs, and their names.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::spanned::Spanned;
use pmdrace_mm::{
    Addr, Cell, CellKind, Claims, Cpus, Folio, FolioId, Lock, LockId, LockKind, Meaning, Notifier,
    Table, TableId, Tlb, Word,
};
use pmdrace_pgtable::{Arch, MigrationAccess, MigrationEntry};

use crate::schema::{Access, Flags, PageState, PmdState, PteState, Variant};
use crate::{CellKey, Diagnostic, Mutant, Scenario};

/// Bits of an uninitialised entry.
const RUBBISH: u64 = 0x0dea_d000;

/// The memory under construction, and its names.
pub(crate) struct Layout<'s> {
    pub(crate) scenario: &'s Scenario,
    variant: Option<&'s Variant>,
    pub(crate) arch: &'static dyn Arch,
    pub(crate) mutant: Option<&'s Mutant>,
    pub(crate) cells: Vec<Cell>,
    pub(crate) locks: Vec<Lock>,
    pub(crate) folios: Vec<Folio>,
    pub(crate) tables: Vec<Table>,
    pub(crate) pmds: BTreeMap<&'s str, Addr>,
    pub(crate) halves: BTreeMap<&'s str, [Addr; 2]>,
    pub(crate) ptes: BTreeMap<String, Addr>,
    pub(crate) tlbs: Vec<(&'s str, Tlb)>,
    pub(crate) words: Vec<(&'s str, Addr)>,
    pub(crate) cpus: Vec<(&'s str, Cpus)>,
}

impl<'s> Layout<'s> {
    pub(crate) fn new(
        scenario: &'s Scenario,
        of: &CellKey,
        mutant: Option<&'s Mutant>,
    ) -> Result<Layout<'s>, Diagnostic> {
        let arch = &of.arch;
        let arch = scenario
            .architectures()
            .iter()
            .copied()
            .find(|known| known.name() == arch)
            .ok_or_else(|| Diagnostic::whole(format!("the scenario does not cover `{arch}`")))?;
        Ok(Layout {
            scenario,
            variant: scenario.document.variant.get(of.variant.as_str()),
            arch,
            mutant,
            cells: Vec::new(),
            locks: Vec::new(),
            folios: Vec::new(),
            tables: Vec::new(),
            pmds: BTreeMap::new(),
            halves: BTreeMap::new(),
            ptes: BTreeMap::new(),
            cpus: Vec::new(),
            tlbs: Vec::new(),
            words: Vec::new(),
        })
    }

    pub(crate) fn cell(&mut self, name: String, kind: CellKind, init: Word) -> Addr {
        self.cells.push(Cell { name, kind, init, guard: None });
        Addr(self.cells.len() - 1)
    }

    pub(crate) fn folio(&mut self, name: &str, pfns: Range<u64>, refcount: u64) -> FolioId {
        let init = Word::new(refcount, Meaning::Count { reused: false });
        let refcount = self.cell(format!("{name}.refcount"), CellKind::Counter, init);
        let life = self.life(name);
        let name = name.to_owned();
        self.folios.push(Folio { name, pfns, refcount, atomic: false, exclusive: None, life });
        FolioId(self.folios.len() - 1)
    }

    pub(crate) fn page(&mut self, name: &str, page: &PageState) {
        let init = Word::new(*page.refcount.get_ref(), Meaning::Count { reused: false });
        let refcount = self.cell(format!("{name}.refcount"), CellKind::Atomic, init);
        let exclusive = page.exclusive.map(|exclusive| {
            let init = Word::new(exclusive.into(), Meaning::None);
            self.cell(format!("{name}.exclusive"), CellKind::Word, init)
        });
        let life = self.life(name);
        let pfn = *page.pfn.get_ref();
        let (name, pfns) = (name.to_owned(), pfn..pfn + 1);
        self.folios.push(Folio { name, pfns, refcount, atomic: true, exclusive, life });
    }

    /// Adds the word for the claims on a folio or a table.
    fn life(&mut self, name: &str) -> Option<Addr> {
        Some(self.cell(format!("{name}.life"), CellKind::Auxiliary, Claims::none()))
    }

    /// Lays out folios and tables; returns the bystander.
    pub(crate) fn folios_and_tables(&mut self) -> Option<FolioId> {
        let state = &self.scenario.document.state;
        for (name, folio) in &state.folio {
            // Where huge pages are larger than the scenario's author thought of, the page is one of this folio.
            let pages = self.arch.hpage_pmd_nr();
            let pfn = *folio.pfn.get_ref() & !(pages - 1);
            let pfns = pfn..pfn + pages;
            self.folio(name.as_str(), pfns, *folio.refcount.get_ref());
        }
        for (name, page) in &state.page {
            self.page(name.as_str(), page);
        }
        for (name, table) in &state.table {
            let first = table.leaf.as_ref().and_then(|page| self.leaf_pte(page, table.access).ok());
            let none = Word::new(self.arch.none_pte().0, Meaning::None);
            let mut ptes = Vec::new();
            for i in 0..*table.entries.get_ref() {
                let init = match (first.filter(|_| i == 0), table.rubbish) {
                    (init, false) => init.unwrap_or(none),
                    (init, true) => {
                        Word::new(init.unwrap_or(none).bits | RUBBISH, Meaning::Rubbish)
                    }
                };
                let at = self.cell(format!("{name}[{i}]"), CellKind::Pte, init);
                self.ptes.insert(format!("{name}[{i}]"), at);
                ptes.push(at);
            }
            let life = self.life(name.as_str());
            self.tables.push(Table {
                name: name.to_string(),
                pfn: *table.pfn.get_ref(),
                ptes,
                life,
            });
        }
        let bystander = state.bystander.as_ref()?;
        Some(self.folio("bystander", 0..0, *bystander.refcount.get_ref()))
    }

    /// A PTE that maps a page.
    pub(crate) fn leaf_pte(
        &self,
        name: &Spanned<String>,
        access: Access,
    ) -> Result<Word, Diagnostic> {
        let folio = self.find_folio(name)?;
        let pte = self.arch.mk_pte(self.folios[folio.0].pfns.start);
        let pte = if access == Access::Write { self.arch.pte_mkwrite(pte) } else { pte };
        Ok(Word::new(pte.0, Meaning::Leaf { folio, invalidated: false }))
    }

    /// A migration entry of a folio, which replaced a mapping that was young and dirty or not.
    fn migration_entry(
        &self,
        name: &Spanned<String>,
        access: Access,
        (young, dirty): (bool, bool),
    ) -> Result<(FolioId, MigrationEntry), Diagnostic> {
        let folio = self.find_folio(name)?;
        let access = match access {
            Access::Read => MigrationAccess::Read,
            Access::ReadExclusive => MigrationAccess::ReadExclusive,
            Access::Write => MigrationAccess::Write,
        };
        let pfn = self.folios[folio.0].pfns.start;
        Ok((folio, MigrationEntry { access, pfn, young, dirty }))
    }

    fn no_entries(&self, name: &Spanned<String>) -> Diagnostic {
        let problem = format!("{} has no migration entries here", self.arch.name());
        Diagnostic::at(name.span(), problem)
            .help("remove the architecture, or start from another value")
    }

    pub(crate) fn find_folio(&self, name: &Spanned<String>) -> Result<FolioId, Diagnostic> {
        let found = self.folios.iter().position(|folio| folio.name == *name.get_ref());
        found.map(FolioId).ok_or_else(|| {
            let known = self.folios.iter().map(|folio| folio.name.as_str());
            Diagnostic::unknown(name.span(), "folio", name.get_ref(), known)
        })
    }

    fn lock(&mut self, name: String, kind: LockKind) -> LockId {
        self.locks.push(Lock { name, kind });
        LockId(self.locks.len() - 1)
    }

    /// The scenario's own locks and semaphores.
    pub(crate) fn locks(&mut self) {
        let state = &self.scenario.document.state;
        for name in &state.lock {
            self.lock(name.to_string(), LockKind::PageTable);
        }
        for name in &state.sem {
            self.lock(name.to_string(), LockKind::Semaphore);
        }
    }

    /// The locks that guard entries, once there are both.
    pub(crate) fn guards(&mut self) {
        let locks = self.locks_of(LockKind::PageTable);
        for (name, guard) in self.scenario.document.state.guards() {
            let lock = locks.iter().find(|(lock, _)| lock == guard.get_ref());
            let is_entry = |cell: &&mut Cell| match cell.name.strip_prefix(name) {
                Some("" | ".low" | ".high") => true,
                rest => rest.is_some_and(|rest| rest.starts_with('[')),
            };
            let entries = self.cells.iter_mut().filter(is_entry);
            entries.for_each(|cell| cell.guard = lock.map(|(_, lock)| *lock));
        }
    }

    /// The scenario's locks of a kind, by name.
    pub(crate) fn locks_of(&self, kind: LockKind) -> Vec<(&'s str, LockId)> {
        let state = &self.scenario.document.state;
        let (names, first) = match kind {
            LockKind::PageTable | LockKind::Spin => (&state.lock, 0),
            LockKind::Semaphore => (&state.sem, state.lock.len()),
        };
        names.iter().enumerate().map(|(i, name)| (name.as_str(), LockId(first + i))).collect()
    }

    /// The notifier that [`Layout::add_notifier`] adds after everything else, if a routine listens.
    pub(crate) fn notifier(&self) -> Notifier {
        Notifier { lock: LockId(self.locks.len()), seq: Addr(self.cells.len()) }
    }

    pub(crate) fn add_notifier(&mut self) -> Notifier {
        let notifier = self.notifier();
        self.lock("notifier.lock".to_owned(), LockKind::Spin);
        let init = Word::new(0, Meaning::Count { reused: false });
        self.cell("notifier.seq".to_owned(), CellKind::Counter, init);
        notifier
    }

    pub(crate) fn pmds(&mut self) -> Result<(), Diagnostic> {
        for (name, pmd) in &self.scenario.document.state.pmd {
            let flags = self.variant.and_then(|variant| variant.flags.get(name.as_str()));
            let init = self.initial_pmd(pmd, flags.copied().unwrap_or_default())?;
            if pmd.get_ref().halves {
                let [low, high] = init.halves();
                let low = self.cell(format!("{name}.low"), CellKind::Word, low);
                let high = self.cell(format!("{name}.high"), CellKind::Word, high);
                self.halves.insert(name.as_str(), [low, high]);
            } else {
                let at = self.cell(name.to_string(), CellKind::Pmd, init);
                self.pmds.insert(name.as_str(), at);
            }
        }
        Ok(())
    }

    pub(crate) fn ptes(&mut self) -> Result<(), Diagnostic> {
        for (name, pte) in &self.scenario.document.state.pte {
            let PteState { leaf, migration, access, .. } = pte.get_ref();
            let init = match (leaf, migration) {
                (Some(page), _) => self.leaf_pte(page, *access)?,
                (None, Some(page)) => {
                    let (folio, entry) = self.migration_entry(page, *access, (false, false))?;
                    let swp = entry.to_swp_entry(self.arch).ok_or_else(|| self.no_entries(page))?;
                    let meaning = Meaning::Swap { folio, entry: swp };
                    Word::new(self.arch.swp_entry_to_pte(swp).0, meaning)
                }
                (None, None) => Word::new(self.arch.none_pte().0, Meaning::None),
            };
            let at = self.cell(name.to_string(), CellKind::Pte, init);
            self.ptes.insert(name.to_string(), at);
        }
        Ok(())
    }

    pub(crate) fn tlbs(&mut self) {
        for name in &self.scenario.document.state.tlb {
            let init = Word::new(0, Meaning::None);
            let entry = self.cell(name.to_string(), CellKind::Auxiliary, init);
            let walk = self.lock(format!("{name}.walk"), LockKind::Spin);
            self.tlbs.push((name.as_str(), Tlb { entry, walk }));
        }
    }

    pub(crate) fn words(&mut self) {
        let state = &self.scenario.document.state;
        let words = state.word.iter().map(|(name, value)| (name, value, CellKind::Word));
        let aux = state.aux.iter().map(|(name, value)| (name, value, CellKind::Auxiliary));
        for (name, value, kind) in words.chain(aux) {
            let at = self.cell(name.to_string(), kind, Word::new(*value, Meaning::None));
            self.words.push((name.as_str(), at));
        }
    }

    fn initial_pmd(&self, pmd: &Spanned<PmdState>, flags: Flags) -> Result<Word, Diagnostic> {
        let state = pmd.get_ref();
        let young = flags.young.unwrap_or(state.young);
        let dirty = flags.dirty.unwrap_or(state.dirty);
        let folio = |name: &Spanned<String>| self.find_folio(name);
        if state.none {
            return Ok(Word::new(self.arch.none_pmd().0, Meaning::None));
        }
        if let Some(name) = &state.table {
            let tables = self.tables.iter().map(|table| table.name.as_str());
            let found = tables.clone().position(|table| table == name.get_ref());
            let id = found
                .ok_or_else(|| Diagnostic::unknown(name.span(), "table", name.get_ref(), tables))?;
            let pmd = self.arch.table_pmd(self.tables[id].pfn);
            return Ok(Word::new(pmd.0, Meaning::Table(TableId(id))));
        }
        if let Some(name) = &state.migration {
            let (folio, entry) = self.migration_entry(name, state.access, (young, dirty))?;
            let encoded = entry.to_swp_entry(self.arch).zip(entry.to_pmd(self.arch));
            let (entry, pmd) = encoded.ok_or_else(|| self.no_entries(name))?;
            return Ok(Word::new(pmd.0, Meaning::Swap { folio, entry }));
        }
        let name = state.leaf.as_ref().ok_or_else(|| {
            Diagnostic::at(pmd.span(), "a PMD is initially a migration entry or a leaf")
                .help("give `migration = \"FOLIO\"` or `leaf = \"FOLIO\"`")
        })?;
        let folio = folio(name)?;
        let mut pmd = self.arch.mk_huge_pmd(self.folios[folio.0].pfns.start);
        if state.access == Access::Write {
            pmd = self.arch.pmd_mkwrite(pmd);
        }
        if dirty {
            pmd = self.arch.pmd_mkdirty(pmd);
        }
        if !young {
            pmd = self.arch.pmd_mkold(pmd);
        }
        Ok(Word::new(pmd.0, Meaning::Leaf { folio, invalidated: false }))
    }
}
