//! Migration entries: the swap entries that stand in for a page while it is being moved.
//!
//! Source: include/linux/swapops.h, 6.1.192 and 6.12.117. The entry is a type (one of three numbers
//! that depend on the kernel's configuration) and an offset (the page frame number, with a young flag
//! at bit `SWP_PFN_BITS` and a dirty flag above it).

use crate::{Arch, Pmd, SwpEntry};

/// What the page was mapped for when the entry was made: the three migration types, in type order.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MigrationAccess {
    /// `SWP_MIGRATION_READ`.
    Read,
    /// `SWP_MIGRATION_READ_EXCLUSIVE`: read-only, but the anonymous page belongs to this process alone.
    ReadExclusive,
    /// `SWP_MIGRATION_WRITE`.
    Write,
}

impl MigrationAccess {
    /// All three, in the order of their swap types.
    pub const ALL: [MigrationAccess; 3] = [Self::Read, Self::ReadExclusive, Self::Write];

    /// The name used in scenarios and in the vectors.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::ReadExclusive => "read-exclusive",
            Self::Write => "write",
        }
    }
}

/// How an architecture and its configuration encode migration entries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MigrationFormat {
    /// The swap types, in the order of [`MigrationAccess::ALL`]. They depend on what else the kernel's
    /// configuration reserves swap types for (linux/swap.h).
    pub types: [u64; 3],
    /// `SWP_PFN_BITS`: how many bits of the offset hold the page frame.
    pub pfn_bits: u32,
}

/// A migration entry in parts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct MigrationEntry {
    /// What the page was mapped for.
    pub access: MigrationAccess,
    /// The page frame number of the page being moved.
    pub pfn: u64,
    /// The entry it replaced was young.
    pub young: bool,
    /// The entry it replaced was dirty.
    pub dirty: bool,
}

impl MigrationEntry {
    /// `make_*_migration_entry()` with `make_migration_entry_young/dirty()`: the parts as a swap entry.
    /// None on an architecture without migration entries.
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

    /// The parts of a swap entry, or None when its type is not one of the three migration types.
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

    /// `pmd_to_swp_entry()` of a word that `is_pmd_migration_entry()` accepts.
    pub fn from_pmd(arch: &dyn Arch, pmd: Pmd) -> Option<MigrationEntry> {
        arch.is_pmd_migration_entry(pmd)
            .then(|| arch.pmd_to_swp_entry(pmd))
            .flatten()
            .and_then(|entry| Self::from_swp_entry(arch, entry))
    }
}
