//! The three word types that must not be mixed up: a PMD entry, a PTE, and an
//! architecture-independent swap entry (`swp_entry_t` decoded into type and offset).

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

/// The mask that covers bits `lo..=hi` of a word.
pub(crate) const fn bits(hi: u32, lo: u32) -> u64 {
    (u64::MAX >> (63 - hi)) & (u64::MAX << lo)
}

/// The mask of one bit.
pub(crate) const fn bit(n: u32) -> u64 {
    1 << n
}
