//! Migration entries: swap entries that replace the mapping of a page while it is moved.
//!
//! Source: include/linux/swapops.h, 6.1.192 and 6.12.117. An entry consists of a type (one of three numbers
//! that depend on the kernel's configuration) and an offset (the page frame number, with a young flag at bit
//! `SWP_PFN_BITS` and a dirty flag above it).

use crate::{Arch, Pmd, Pte, SwpEntry};

/// How the page was mapped when the entry was made: the three migration types, in type order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MigrationAccess {
    /// `SWP_MIGRATION_READ`.
    Read,
    /// `SWP_MIGRATION_READ_EXCLUSIVE`: read-only, but the anonymous page is exclusive to this process.
    ReadExclusive,
    /// `SWP_MIGRATION_WRITE`.
    Write,
}

impl MigrationAccess {
    /// All three, in the order of their swap types.
    pub const ALL: [MigrationAccess; 3] = [Self::Read, Self::ReadExclusive, Self::Write];

    /// The name used in scenarios and golden vectors.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::ReadExclusive => "read-exclusive",
            Self::Write => "write",
        }
    }
}

/// The encoding of migration entries for an architecture and its configuration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MigrationFormat {
    /// The swap types, in the order of [`MigrationAccess::ALL`]. They depend on the other swap types that the
    /// kernel's configuration reserves (linux/swap.h).
    pub types: [u64; 3],
    /// `SWP_PFN_BITS`: the number of offset bits that hold the page frame number.
    pub pfn_bits: u32,
}

/// A decoded migration entry.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct MigrationEntry {
    /// How the page was mapped.
    pub access: MigrationAccess,
    /// The page frame number of the page being moved.
    pub pfn: u64,
    /// Whether the replaced entry was young.
    pub young: bool,
    /// Whether the replaced entry was dirty.
    pub dirty: bool,
}

impl MigrationEntry {
    /// Encodes the parts as a swap entry: `make_*_migration_entry()` with
    /// `make_migration_entry_young/dirty()`. None on an architecture without migration entries.
    pub fn to_swp_entry(self, arch: &dyn Arch) -> Option<SwpEntry> {
        let MigrationFormat { types, pfn_bits } = arch.facts().thp_migration?;
        let offset =
            self.pfn | u64::from(self.young) << pfn_bits | u64::from(self.dirty) << (pfn_bits + 1);
        Some(SwpEntry { swp_type: types[self.access as usize], offset })
    }

    /// The word that `set_pmd_migration_entry()` stores; None without migration entries.
    pub fn to_pmd(self, arch: &dyn Arch) -> Option<Pmd> {
        arch.swp_entry_to_pmd(self.to_swp_entry(arch)?)
    }

    /// Decodes a swap entry; None unless its type is one of the three migration types.
    pub fn from_swp_entry(arch: &dyn Arch, entry: SwpEntry) -> Option<MigrationEntry> {
        let MigrationFormat { types, pfn_bits } = arch.facts().thp_migration?;
        let at = types.iter().position(|t| *t == entry.swp_type)?;
        Some(MigrationEntry {
            access: MigrationAccess::ALL[at],
            pfn: entry.offset & ((1 << pfn_bits) - 1),
            young: entry.offset >> pfn_bits & 1 != 0,
            dirty: entry.offset >> (pfn_bits + 1) & 1 != 0,
        })
    }

    /// Decodes a word that `is_pmd_migration_entry()` accepts, by `pmd_to_swp_entry()`.
    pub fn from_pmd(arch: &dyn Arch, pmd: Pmd) -> Option<MigrationEntry> {
        arch.is_pmd_migration_entry(pmd)
            .then(|| arch.pmd_to_swp_entry(pmd))
            .flatten()
            .and_then(|entry| Self::from_swp_entry(arch, entry))
    }

    /// Decodes a PTE that is neither empty nor present, by `pte_to_swp_entry()`. An architecture with PMD migration
    /// entries reads both from the same bits.
    pub fn from_pte(arch: &dyn Arch, pte: Pte) -> Option<MigrationEntry> {
        Self::from_swp_entry(arch, arch.pmd_to_swp_entry(Pmd(pte.0))?)
    }
}
