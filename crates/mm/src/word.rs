//! A stored word: the bits that CPUs read, and a shadow that holds what the writer meant.

use pmdrace_pgtable::{Pmd, Pte, SwpEntry};

/// A folio of the model, as an index into [`crate::Kernel::folios`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FolioId(pub usize);

/// A page table of the model, as an index into [`crate::Kernel::tables`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TableId(pub usize);

/// What the kernel means by a word, whatever its bits are: the shadow for the oracles.
///
/// Invalidating an entry changes its bits but not its meaning: a migration entry stays one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Meaning {
    /// Nothing is mapped.
    None,
    /// Points to a page table.
    Table(TableId),
    /// Maps a folio or a page of one.
    Leaf {
        /// The mapped folio.
        folio: FolioId,
        /// Whether the entry was made invalid for the hardware; it still maps the folio for the kernel.
        invalidated: bool,
    },
    /// A migration entry.
    Swap {
        /// The folio under migration.
        folio: FolioId,
        /// Type and offset as encoded.
        entry: SwpEntry,
    },
    /// Left over from an earlier use of the memory.
    Rubbish,
    /// The claims in an auxiliary word.
    Claims,
    /// A reference count.
    Count {
        /// Whether the folio was freed and reallocated to someone else.
        reused: bool,
    },
}

/// A stored word: bits and meaning. Routines use only [`Word::bits`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Word {
    /// The bits that a CPU reads.
    pub bits: u64,
    means: Meaning,
}

impl Word {
    /// A word with these bits and this meaning.
    pub fn new(bits: u64, means: Meaning) -> Word {
        Word { bits, means }
    }

    /// The shadow, for oracles and reports; routines must not use it.
    pub fn means(self) -> Meaning {
        self.means
    }

    /// The folio that it maps for the kernel, if not for the hardware.
    pub fn maps(self) -> Option<FolioId> {
        match self.means {
            Meaning::Leaf { folio, .. } => Some(folio),
            _ => None,
        }
    }

    /// Whether storing it over `old` loses a page table.
    pub fn wipes_out(self, old: Word) -> bool {
        self.means == Meaning::None && matches!(old.means, Meaning::Table(_))
    }

    /// The bits as a PMD.
    pub fn pmd(self) -> Pmd {
        Pmd(self.bits)
    }

    /// The bits as a PTE.
    pub fn pte(self) -> Pte {
        Pte(self.bits)
    }

    /// The low and the high half, each with the meaning of the whole word.
    pub fn halves(self) -> [Word; 2] {
        [self.bits & u64::from(u32::MAX), self.bits >> 32].map(|bits| self.with_bits(bits))
    }

    /// The same meaning with other bits.
    pub fn with_bits(self, bits: u64) -> Word {
        Word { bits, ..self }
    }

    /// The word after an invalidation stored `bits`: a leaf becomes an invalidated leaf; any other meaning is
    /// unchanged.
    pub fn invalidated(self, bits: u64) -> Word {
        let means = match self.means {
            Meaning::Leaf { folio, .. } => Meaning::Leaf { folio, invalidated: true },
            other => other,
        };
        Word { bits, means }
    }
}
