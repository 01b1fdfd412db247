//! Named bit fields: the bit tables at the top of the architectures' files as data, for `decode`.

/// The reading of a word under which a field's name applies.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum View {
    /// The word is a mapping or points to a table.
    Entry,
    /// As [`View::Entry`], and only while the hardware-valid bit is clear.
    InvalidEntry,
    /// The word is a swap entry.
    Swap,
}

/// A named bit or range of bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Field {
    /// The kernel's or the manual's name.
    pub name: &'static str,
    /// Highest bit.
    pub hi: u32,
    /// Lowest bit.
    pub lo: u32,
    /// The reading under which the name applies.
    pub view: View,
}

impl Field {
    /// One bit of a mapping or table entry.
    pub const fn flag(name: &'static str, bit: u32) -> Field {
        Field { name, hi: bit, lo: bit, view: View::Entry }
    }

    /// A range of bits of a mapping or table entry.
    pub const fn run(name: &'static str, hi: u32, lo: u32) -> Field {
        Field { name, hi, lo, view: View::Entry }
    }

    /// The same field under another reading.
    pub const fn when(self, view: View) -> Field {
        Field { view, ..self }
    }

    /// The field's bits.
    pub const fn mask(&self) -> u64 {
        crate::word::bits(self.hi, self.lo)
    }

    /// The field's value in `word`, shifted down.
    pub const fn value(&self, word: u64) -> u64 {
        (word & self.mask()) >> self.lo
    }

    /// Whether the field is a single bit.
    pub const fn is_flag(&self) -> bool {
        self.hi == self.lo
    }
}
