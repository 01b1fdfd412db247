//! The class of a PMD word in plain words, and where its helpers contradict each other.

use pmdrace_pgtable::{Answers, Arch, MigrationEntry, SwpEntry, View};

use super::mask;
use crate::model::fields::fields;

/// Classifies a word.
pub(super) fn classify(arch: &dyn Arch, answers: &Answers) -> String {
    if answers.none {
        return if answers.word == arch.none_pmd() {
            "none, an empty PMD".to_owned()
        } else {
            "none, an empty PMD: the bits that are set do not count".to_owned()
        };
    }
    if !answers.present {
        return classify_absent(arch, answers);
    }
    if let Some((swp, entry)) = disguised_migration(arch, answers) {
        return format!(
            "present by pmd_present(), though type {} and offset {:#x} read as a migration entry \
             ({}) of pfn {:#x}",
            swp.swp_type,
            swp.offset,
            entry.access.name(),
            entry.pfn
        );
    }
    if answers.leaf { classify_leaf(answers) } else { classify_table(arch, answers) }
}

/// Classifies a word that is neither none nor present.
fn classify_absent(arch: &dyn Arch, answers: &Answers) -> String {
    if let Some(entry) = MigrationEntry::from_pmd(arch, answers.word) {
        let mut class = format!(
            "migration entry ({}) of pfn {:#x}, {} and {}",
            entry.access.name(),
            entry.pfn,
            choose(entry.young, "young", "old"),
            choose(entry.dirty, "dirty", "clean"),
        );
        let pages = arch.hpage_pmd_nr();
        if entry.pfn % pages != 0 {
            class += &format!("; no huge page starts there: the pfn is no multiple of {pages:#x}");
        }
        if answers.hw_valid {
            class += "; yet valid to the hardware";
        }
        return class;
    }
    if answers.hw_valid {
        return "not present by pmd_present(), though valid to the hardware".to_owned();
    }
    match answers.swp {
        Some(entry) => format!(
            "swap entry of type {} and offset {:#x}, not a migration entry",
            entry.swp_type, entry.offset
        ),
        None => "neither none nor present, where no PMD can be a swap entry".to_owned(),
    }
}

/// Classifies a word that is present and a leaf.
fn classify_leaf(answers: &Answers) -> String {
    let devmap = answers.devmap == Some(true);
    if !answers.trans_huge && !devmap {
        return format!(
            "present and a leaf by pmd_leaf(), though none by pmd_trans_huge(); {} to the hardware",
            choose(answers.hw_valid, "valid", "not valid")
        );
    }
    let kind = if answers.hw_valid {
        "present leaf"
    } else if answers.protnone == Some(true) {
        "leaf without access rights (PROT_NONE: present, not valid to the hardware)"
    } else if answers.mkinvalid == answers.word {
        "invalidated leaf (present by pmd_present(), not valid to the hardware)"
    } else {
        "present leaf, not valid to the hardware,"
    };
    format!(
        "{kind} of pfn {:#x}: {}, {}, {}{}",
        answers.pfn,
        choose(answers.write, "writable", "read-only"),
        choose(answers.dirty, "dirty", "clean"),
        choose(answers.young, "young", "old"),
        choose(devmap, ", devmap", ""),
    )
}

/// Classifies a word that is present and not a leaf.
fn classify_table(arch: &dyn Arch, answers: &Answers) -> String {
    let at = format!("table at pfn {:#x}", arch.table_pfn(answers.word));
    match (answers.bad, answers.hw_valid) {
        (false, _) if answers.word.0 == 0 => format!(
            "all zero, which reads as a present table: an empty PMD holds {:#018x} here",
            arch.none_pmd().0
        ),
        (false, _) => at,
        (true, true) => at + ", though pmd_bad() rejects it",
        (true, false) => {
            "present by pmd_present(), though neither a leaf nor a table that pmd_bad() accepts"
                .to_owned()
        }
    }
}

/// The migration entry in a word that answers present: the word is a migration entry as encoded, or what
/// `pmd_mkinvalid()` makes of one. The swap type alone is not enough: on arm64@6.1 the permission bits of
/// an invalidated clean user leaf also read as type 24.
fn disguised_migration(arch: &dyn Arch, answers: &Answers) -> Option<(SwpEntry, MigrationEntry)> {
    let swp = answers.swp?;
    let entry = MigrationEntry::from_swp_entry(arch, swp)?;
    let encoded = entry.to_pmd(arch)?;
    // Single-bit flags of a swap word (soft-dirty, uffd-wp, exclusive) are set on top of the entry.
    let flags = mask(fields(arch, View::Swap, answers.word).filter(|field| field.is_flag()));
    [encoded, arch.pmd_mkinvalid(encoded)]
        .iter()
        .any(|made| (made.0 ^ answers.word.0) & !flags == 0)
        .then_some((swp, entry))
}

fn choose(condition: bool, yes: &'static str, no: &'static str) -> &'static str {
    if condition { yes } else { no }
}
