//! The three word types that must not be mixed up: a PMD entry, a PTE, and an
//! architecture-independent swap entry (`swp_entry_t` decoded into type and offset). Beside them, how bits
//! are counted and how swap words are laid out.

/// A PMD entry, as `pmd_val()` gives it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Pmd(pub u64);

/// A PTE, as `pte_val()` gives it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Pte(pub u64);

/// A swap entry without its architecture's encoding (linux/swapops.h, `swp_type` and `swp_offset`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct SwpEntry {
    /// The swap type: a swap file's number, or one of the reserved numbers such as a migration type.
    pub swp_type: u64,
    /// The offset: for a migration entry a page frame number with the A/D flags above it.
    pub offset: u64,
}

impl SwpEntry {
    /// `swp_entry()`: packs both into one word of 6 and 58 bits, so a larger type or offset loses its
    /// high bits here (linux/swapops.h: SWP_TYPE_SHIFT is 63 - MAX_SWAPFILES_SHIFT).
    pub const fn new(swp_type: u64, offset: u64) -> SwpEntry {
        SwpEntry { swp_type: swp_type & bits(5, 0), offset: offset & bits(57, 0) }
    }
}

/// Where a swap word has its type and its offset: the highest and the lowest bit of each.
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
