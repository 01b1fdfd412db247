//! [`TreeArch`]: the architecture that a kernel build has, whose helpers are the build's own.
//!
//! A helper is a function of the build's probe, run by the interpreter. What no function of the build says is taken
//! from the shipped architecture of the same release: how entries are replaced and TLBs flushed, the memory model, and
//! what the hardware makes of a word.

mod check;
mod facts;
mod fields;

use std::panic::resume_unwind;
use std::sync::Arc;

use pmdrace_pgtable::{Arch, Facts, Pmd, Pte, SwpEntry};

use crate::probe::Probe;
use crate::{Build, TreeError};

/// The architecture of a build. Made by [`Build::tree_arch`].
///
/// Every helper was run on words of each kind when this was made. Should one not run on some other word, the call
/// unwinds with a `String` that says why: there is no answer that would be right.
#[derive(Debug)]
pub struct TreeArch {
    facts: Facts,
    /// The shipped architecture that it resembles.
    era: &'static dyn Arch,
    probe: Arc<Probe>,
    has: Has,
}

/// Which helpers are more than a stub.
#[derive(Debug)]
struct Has {
    devmap: bool,
    protnone: bool,
    serializing: bool,
    soft_dirty: bool,
    swap_pmd: bool,
    swp_soft_dirty: bool,
    swp_uffd_wp: bool,
}

impl TreeArch {
    pub(crate) fn new(build: &Build) -> Result<TreeArch, TreeError> {
        let probe = Arc::clone(&build.probe);
        let is = |name: &str| Ok::<bool, TreeError>(probe.ask(name, &[])? != 0);
        let has = Has {
            devmap: is("has_pmd_devmap")?,
            protnone: is("has_pmd_protnone")?,
            serializing: is("has_pmd_serializing")?,
            soft_dirty: is("has_pmd_soft_dirty")?,
            swap_pmd: is("has_swap_pmd")?,
            swp_soft_dirty: is("has_pmd_swp_soft_dirty")?,
            swp_uffd_wp: is("has_pmd_swp_uffd_wp")?,
        };
        let facts = facts::facts(build.target.name, build.arch, &probe)?;
        check::runs(&probe, &facts)?;
        let mut arch = TreeArch { facts, era: build.arch, probe, has };
        arch.facts.fields = Box::leak(fields::consistent(&arch, arch.era).into_boxed_slice());
        Ok(arch)
    }

    /// The answer of a helper.
    fn ask(&self, name: &str, arguments: &[u64]) -> u64 {
        self.probe.ask(name, arguments).unwrap_or_else(|error| {
            let asked: Vec<String> = arguments.iter().map(|one| format!("{one:#x}")).collect();
            let asked = asked.join(", ");
            resume_unwind(Box::new(format!(
                "{name}() of the kernel build does not run on {asked}: {error}"
            )))
        })
    }

    fn is(&self, name: &str, word: u64) -> bool {
        self.ask(name, &[word]) != 0
    }

    fn pmd(&self, name: &str, pmd: Pmd) -> Pmd {
        Pmd(self.ask(name, &[pmd.0]))
    }

    fn pte(&self, name: &str, pte: Pte) -> Pte {
        Pte(self.ask(name, &[pte.0]))
    }
}

/// The name of the helper that tests an access.
fn permitted(level: [&'static str; 2], write: bool) -> &'static str {
    level[usize::from(write)]
}

impl Arch for TreeArch {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn none_pmd(&self) -> Pmd {
        Pmd(self.ask("none_pmd", &[]))
    }
    fn pmd_none(&self, pmd: Pmd) -> bool {
        self.is("pmd_none", pmd.0)
    }
    fn pmd_present(&self, pmd: Pmd) -> bool {
        self.is("pmd_present", pmd.0)
    }
    fn pmd_bad(&self, pmd: Pmd) -> bool {
        self.is("pmd_bad", pmd.0)
    }
    fn pmd_trans_huge(&self, pmd: Pmd) -> bool {
        self.is("pmd_trans_huge", pmd.0)
    }
    fn pmd_leaf(&self, pmd: Pmd) -> bool {
        self.is("pmd_leaf", pmd.0)
    }
    fn pmd_huge(&self, pmd: Pmd) -> bool {
        self.is("pmd_huge", pmd.0)
    }
    fn pmd_devmap(&self, pmd: Pmd) -> Option<bool> {
        self.has.devmap.then(|| self.is("pmd_devmap", pmd.0))
    }
    fn pmd_special(&self, pmd: Pmd) -> bool {
        self.is("pmd_special", pmd.0)
    }
    fn pmd_protnone(&self, pmd: Pmd) -> Option<bool> {
        self.has.protnone.then(|| self.is("pmd_protnone", pmd.0))
    }
    fn pmd_serializing(&self, pmd: Pmd) -> Option<bool> {
        self.has.serializing.then(|| self.is("pmd_serializing", pmd.0))
    }
    fn pmd_write(&self, pmd: Pmd) -> bool {
        self.is("pmd_write", pmd.0)
    }
    fn pmd_dirty(&self, pmd: Pmd) -> bool {
        self.is("pmd_dirty", pmd.0)
    }
    fn pmd_young(&self, pmd: Pmd) -> bool {
        self.is("pmd_young", pmd.0)
    }
    fn pmd_soft_dirty(&self, pmd: Pmd) -> Option<bool> {
        self.has.soft_dirty.then(|| self.is("pmd_soft_dirty", pmd.0))
    }
    fn pmd_pfn(&self, pmd: Pmd) -> u64 {
        self.ask("pmd_pfn", &[pmd.0])
    }
    // What the hardware does with a word does not depend on how a kernel is configured.
    fn hw_valid(&self, pmd: Pmd) -> bool {
        self.era.hw_valid(pmd)
    }
    fn hw_store(&self, pmd: Pmd) -> Option<Pmd> {
        if self.facts.hw_dirty { self.era.hw_store(pmd) } else { None }
    }
    fn pmd_access_permitted(&self, pmd: Pmd, write: bool) -> bool {
        let names = ["pmd_access_permitted_read", "pmd_access_permitted_write"];
        self.is(permitted(names, write), pmd.0)
    }

    fn pmd_mkinvalid(&self, pmd: Pmd) -> Pmd {
        self.pmd("pmd_mkinvalid", pmd)
    }
    fn pmd_mkhuge(&self, pmd: Pmd) -> Pmd {
        self.pmd("pmd_mkhuge", pmd)
    }
    fn pmd_mkwrite(&self, pmd: Pmd) -> Pmd {
        self.pmd("pmd_mkwrite", pmd)
    }
    fn pmd_wrprotect(&self, pmd: Pmd) -> Pmd {
        self.pmd("pmd_wrprotect", pmd)
    }
    fn pmd_modify_none(&self, pmd: Pmd) -> Option<Pmd> {
        // Without huge migration entries change_huge_pmd() marks nothing.
        let marks = self.has.protnone && self.facts.thp_migration.is_some();
        marks.then(|| self.pmd("pmd_modify_none", pmd))
    }
    fn pmd_mk_savedwrite(&self, pmd: Pmd) -> Pmd {
        self.pmd("pmd_mk_savedwrite", pmd)
    }
    fn pmd_mkdirty(&self, pmd: Pmd) -> Pmd {
        self.pmd("pmd_mkdirty", pmd)
    }
    fn pmd_mkyoung(&self, pmd: Pmd) -> Pmd {
        self.pmd("pmd_mkyoung", pmd)
    }
    fn pmd_mkold(&self, pmd: Pmd) -> Pmd {
        self.pmd("pmd_mkold", pmd)
    }
    fn pfn_pmd(&self, pfn: u64) -> Pmd {
        Pmd(self.ask("pfn_pmd", &[pfn]))
    }
    fn table_pmd(&self, pfn: u64) -> Pmd {
        Pmd(self.ask("table_pmd", &[pfn]))
    }
    fn table_pfn(&self, pmd: Pmd) -> u64 {
        self.ask("table_pfn", &[pmd.0])
    }

    fn swp_entry_to_pmd(&self, entry: SwpEntry) -> Option<Pmd> {
        let made = || Pmd(self.ask("swp_entry_to_pmd", &[entry.swp_type, entry.offset]));
        self.has.swap_pmd.then(made)
    }
    fn pmd_to_swp_entry(&self, pmd: Pmd) -> Option<SwpEntry> {
        self.has.swap_pmd.then(|| SwpEntry {
            swp_type: self.ask("pmd_swp_type", &[pmd.0]),
            offset: self.ask("pmd_swp_offset", &[pmd.0]),
        })
    }
    fn pmd_swp_soft_dirty(&self, pmd: Pmd) -> Option<bool> {
        self.has.swp_soft_dirty.then(|| self.is("pmd_swp_soft_dirty", pmd.0))
    }
    fn pmd_swp_uffd_wp(&self, pmd: Pmd) -> Option<bool> {
        self.has.swp_uffd_wp.then(|| self.is("pmd_swp_uffd_wp", pmd.0))
    }
    fn is_pmd_migration_entry(&self, pmd: Pmd) -> bool {
        self.is("is_pmd_migration_entry", pmd.0)
    }

    fn none_pte(&self) -> Pte {
        Pte(self.ask("none_pte", &[]))
    }
    fn pte_none(&self, pte: Pte) -> bool {
        self.is("pte_none", pte.0)
    }
    fn pte_present(&self, pte: Pte) -> bool {
        self.is("pte_present", pte.0)
    }
    fn pte_protnone(&self, pte: Pte) -> bool {
        self.is("pte_protnone", pte.0)
    }
    fn pte_devmap(&self, pte: Pte) -> bool {
        self.is("pte_devmap", pte.0)
    }
    fn pte_special(&self, pte: Pte) -> bool {
        self.is("pte_special", pte.0)
    }
    fn pte_write(&self, pte: Pte) -> bool {
        self.is("pte_write", pte.0)
    }
    fn pte_dirty(&self, pte: Pte) -> bool {
        self.is("pte_dirty", pte.0)
    }
    fn pte_pfn(&self, pte: Pte) -> u64 {
        self.ask("pte_pfn", &[pte.0])
    }
    fn pte_access_permitted(&self, pte: Pte, write: bool) -> bool {
        let names = ["pte_access_permitted_read", "pte_access_permitted_write"];
        self.is(permitted(names, write), pte.0)
    }
    fn mk_pte(&self, pfn: u64) -> Pte {
        Pte(self.ask("mk_pte", &[pfn]))
    }
    fn pte_mkwrite(&self, pte: Pte) -> Pte {
        self.pte("pte_mkwrite", pte)
    }
    fn pte_wrprotect(&self, pte: Pte) -> Pte {
        self.pte("pte_wrprotect", pte)
    }
    fn pte_mkdirty(&self, pte: Pte) -> Pte {
        self.pte("pte_mkdirty", pte)
    }
    fn pte_mksoft_dirty(&self, pte: Pte) -> Pte {
        self.pte("pte_mksoft_dirty", pte)
    }
    fn pte_clear_soft_dirty(&self, pte: Pte) -> Pte {
        self.pte("pte_clear_soft_dirty", pte)
    }
    fn pte_mkyoung(&self, pte: Pte) -> Pte {
        self.pte("pte_mkyoung", pte)
    }
    fn pte_mkold(&self, pte: Pte) -> Pte {
        self.pte("pte_mkold", pte)
    }
    fn swp_entry_to_pte(&self, entry: SwpEntry) -> Pte {
        Pte(self.ask("swp_entry_to_pte", &[entry.swp_type, entry.offset]))
    }
}
