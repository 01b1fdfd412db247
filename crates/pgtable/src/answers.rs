//! Every helper's answer for one word: what `decode` prints and the golden vectors contain.

use crate::{Arch, MigrationAccess, MigrationEntry, Pmd, SwpEntry};

/// The fields of a word that is a migration entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MigrationAnswers {
    /// `is_migration_entry_young()`.
    pub young: bool,
    /// `is_migration_entry_dirty()`.
    pub dirty: bool,
    /// `is_writable_migration_entry()`.
    pub writable: bool,
    /// `is_readable_exclusive_migration_entry()`.
    pub read_exclusive: bool,
}

/// Every helper's answer for one word. None: the architecture has no such helper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each field is the answer of the kernel helper of that name")]
pub struct Answers {
    pub word: Pmd,
    pub none: bool,
    pub present: bool,
    pub bad: bool,
    pub trans_huge: bool,
    pub leaf: bool,
    pub devmap: Option<bool>,
    pub protnone: Option<bool>,
    pub serializing: Option<bool>,
    pub write: bool,
    pub dirty: bool,
    pub young: bool,
    pub soft_dirty: Option<bool>,
    pub pfn: u64,
    pub mkinvalid: Pmd,
    pub access_read: bool,
    pub access_write: bool,
    pub hw_valid: bool,
    pub swp: Option<SwpEntry>,
    /// `swp_offset_pfn()`: the offset without its A/D flags; None without migration entries.
    pub swp_pfn: Option<u64>,
    pub soft_dirty_swp: Option<bool>,
    pub uffd_wp_swp: Option<bool>,
    pub is_migration: bool,
    pub migration: Option<MigrationAnswers>,
}

impl Answers {
    /// Calls every helper of `arch` with `word`.
    pub fn of(arch: &dyn Arch, word: Pmd) -> Answers {
        let swp = arch.pmd_to_swp_entry(word);
        let migration = MigrationEntry::from_pmd(arch, word).map(|entry| MigrationAnswers {
            young: entry.young,
            dirty: entry.dirty,
            writable: entry.access == MigrationAccess::Write,
            read_exclusive: entry.access == MigrationAccess::ReadExclusive,
        });
        Answers {
            word,
            none: arch.pmd_none(word),
            present: arch.pmd_present(word),
            bad: arch.pmd_bad(word),
            trans_huge: arch.pmd_trans_huge(word),
            leaf: arch.pmd_leaf(word),
            devmap: arch.pmd_devmap(word),
            protnone: arch.pmd_protnone(word),
            serializing: arch.pmd_serializing(word),
            write: arch.pmd_write(word),
            dirty: arch.pmd_dirty(word),
            young: arch.pmd_young(word),
            soft_dirty: arch.pmd_soft_dirty(word),
            pfn: arch.pmd_pfn(word),
            mkinvalid: arch.pmd_mkinvalid(word),
            access_read: arch.pmd_access_permitted(word, false),
            access_write: arch.pmd_access_permitted(word, true),
            hw_valid: arch.hw_valid(word),
            swp,
            swp_pfn: swp
                .zip(arch.facts().thp_migration)
                .map(|(entry, format)| entry.offset & ((1 << format.pfn_bits) - 1)),
            soft_dirty_swp: arch.pmd_swp_soft_dirty(word),
            uffd_wp_swp: arch.pmd_swp_uffd_wp(word),
            is_migration: arch.is_pmd_migration_entry(word),
            migration,
        }
    }
}
