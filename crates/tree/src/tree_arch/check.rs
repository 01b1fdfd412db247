//! Runs every helper of a build once on words of each kind, so that one that does not run is told at the beginning.

use pmdrace_pgtable::Facts;

use crate::TreeError;
use crate::probe::Probe;

/// The helpers on a word.
const ON_WORDS: &[&str] = &[
    "pmd_none",
    "pmd_present",
    "pmd_bad",
    "pmd_trans_huge",
    "pmd_leaf",
    "pmd_huge",
    "pmd_devmap",
    "pmd_special",
    "pmd_protnone",
    "pmd_serializing",
    "pmd_write",
    "pmd_dirty",
    "pmd_young",
    "pmd_soft_dirty",
    "pmd_pfn",
    "pmd_access_permitted_read",
    "pmd_access_permitted_write",
    "pmd_mkinvalid",
    "pmd_mkhuge",
    "pmd_mkwrite",
    "pmd_wrprotect",
    "pmd_modify_none",
    "pmd_mk_savedwrite",
    "pmd_mkdirty",
    "pmd_mkyoung",
    "pmd_mkold",
    "table_pfn",
    "pmd_swp_type",
    "pmd_swp_offset",
    "pmd_swp_soft_dirty",
    "pmd_swp_uffd_wp",
    "is_pmd_migration_entry",
    "pte_none",
    "pte_present",
    "pte_protnone",
    "pte_devmap",
    "pte_special",
    "pte_write",
    "pte_dirty",
    "pte_pfn",
    "pte_access_permitted_read",
    "pte_access_permitted_write",
    "pte_mkwrite",
    "pte_wrprotect",
    "pte_mkdirty",
    "pte_mksoft_dirty",
    "pte_clear_soft_dirty",
    "pte_mkyoung",
    "pte_mkold",
];

/// Runs every helper.
pub(super) fn runs(probe: &Probe, facts: &Facts) -> Result<(), TreeError> {
    for word in words(probe, facts)? {
        for helper in ON_WORDS {
            probe.ask(helper, &[word])?;
        }
    }
    // What empty entries are told by, everything rests on.
    for (empty, none) in [("none_pmd", "pmd_none"), ("none_pte", "pte_none")] {
        let word = probe.ask(empty, &[])?;
        if probe.ask(none, &[word])? == 0 {
            let what = format!("{none}() of the kernel build denies {word:#x}, its empty entry");
            return Err(TreeError::Entry(what));
        }
    }
    Ok(())
}

/// Words of each kind.
fn words(probe: &Probe, facts: &Facts) -> Result<Vec<u64>, TreeError> {
    let ask = |name: &str, word: u64| probe.ask(name, &[word]);
    let mut words = vec![0, u64::MAX, probe.ask("none_pmd", &[])?, probe.ask("none_pte", &[])?];
    let pages = 1 << facts.pmd_shift.saturating_sub(facts.page_shift).min(32);
    for pfn in [pages, 0x25 * pages] {
        let huge = ask("pmd_mkhuge", ask("pfn_pmd", pfn)?)?;
        let written = ask("pmd_mkdirty", ask("pmd_mkwrite", huge)?)?;
        words.extend([huge, written, ask("pmd_mkold", huge)?, ask("pmd_wrprotect", written)?]);
        words.extend([ask("pmd_mkinvalid", written)?, ask("pmd_modify_none", written)?]);
        let page = ask("mk_pte", pfn)?;
        words.extend([ask("table_pmd", pfn + 1)?, page, ask("pte_mkdirty", page)?]);
        let types = facts.thp_migration.map_or([0, 1, 2], |format| format.types);
        for swp_type in types {
            let entry = probe.ask("swp_entry_to_pmd", &[swp_type, pfn])?;
            words.extend([entry, ask("pmd_mkinvalid", entry)?]);
            words.push(probe.ask("swp_entry_to_pte", &[swp_type, pfn])?);
        }
    }
    Ok(words)
}
