//! The word types, which must not be mixed up: PMD entries, PTEs and architecture-independent swap entries
//! (`swp_entry_t`, decoded into type and offset). Also bit masks and the layout of swap words.

/// A PMD entry: the value of `pmd_val()`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Pmd(pub u64);

/// A PTE: the value of `pte_val()`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Pte(pub u64);

/// An architecture-independent swap entry (linux/swapops.h, `swp_type` and `swp_offset`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct SwpEntry {
    /// The swap type: the number of a swap file, or a reserved number such as a migration type.
    pub swp_type: u64,
    /// The offset; in a migration entry, a page frame number with the A/D flags above it.
    pub offset: u64,
}

impl SwpEntry {
    /// `swp_entry()`: packs 6 bits of type and 58 bits of offset into one word. Higher bits are lost
    /// (linux/swapops.h: SWP_TYPE_SHIFT is 63 - MAX_SWAPFILES_SHIFT).
    pub const fn new(swp_type: u64, offset: u64) -> SwpEntry {
        SwpEntry { swp_type: swp_type & bits(5, 0), offset: offset & bits(57, 0) }
    }
}

/// The bit ranges of type and offset in a swap word: the highest and the lowest bit of each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SwpLayout {
    pub(crate) swp_type: (u32, u32),
    pub(crate) offset: (u32, u32),
}

impl SwpLayout {
    /// `__swp_entry()`.
    pub(crate) const fn encode(self, entry: SwpEntry) -> u64 {
        entry.swp_type << self.swp_type.1 | entry.offset << self.offset.1
    }

    /// `__swp_type()` and `__swp_offset()`.
    pub(crate) const fn decode(self, word: u64) -> SwpEntry {
        let ((type_hi, type_lo), (hi, lo)) = (self.swp_type, self.offset);
        SwpEntry::new((word & bits(type_hi, type_lo)) >> type_lo, (word & bits(hi, lo)) >> lo)
    }
}

/// The mask that covers bits `lo..=hi` of a word.
pub(crate) const fn bits(hi: u32, lo: u32) -> u64 {
    (u64::MAX >> (63 - hi)) & (u64::MAX << lo)
}

/// The mask of one bit.
pub(crate) const fn bit(n: u32) -> u64 {
    1 << n
}
