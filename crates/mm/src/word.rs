//! A stored word: the bits every CPU can read, and the shadow that says what its writer meant.

use pmdrace_pgtable::{Pmd, Pte, SwpEntry};

/// A folio of the model, by its place in [`crate::Kernel::folios`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FolioId(pub usize);

/// A page table of the model, by its place in [`crate::Kernel::tables`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TableId(pub usize);

/// What the kernel means by a word, whatever its bits say: the oracle's shadow.
///
/// Invalidating an entry changes its bits and not its meaning: a migration entry stays one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Meaning {
    /// Nothing is mapped here.
    None,
    /// Points at a page table.
    Table(TableId),
    /// Maps (a page of) a folio.
    Leaf {
        /// The folio mapped.
        folio: FolioId,
        /// The entry was made invalid for the hardware and still maps the folio for the kernel.
        invalidated: bool,
    },
    /// A migration entry.
    Swap {
        /// The folio under migration.
        folio: FolioId,
        /// Type and offset as they were encoded.
        entry: SwpEntry,
    },
    /// What an earlier use of the memory left there.
    Rubbish,
    /// Claims of an auxiliary word.
    Claims,
    /// A reference count.
    Count {
        /// The folio was freed and belongs to someone else now.
        reused: bool,
    },
}

/// A word as stored: bits and meaning. Routines use [`Word::bits`] only.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Word {
    /// What a CPU reads.
    pub bits: u64,
    means: Meaning,
}

impl Word {
    /// A word and what its writer means by it.
    pub fn new(bits: u64, means: Meaning) -> Word {
        Word { bits, means }
    }

    /// The shadow. For oracles and reports; a routine must not look at it.
    pub fn means(self) -> Meaning {
        self.means
    }

    /// The folio it maps, for the kernel if not for the hardware.
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

    /// The low and the high half, each with the meaning of the whole.
    pub fn halves(self) -> [Word; 2] {
        [self.bits & u64::from(u32::MAX), self.bits >> 32].map(|bits| self.with_bits(bits))
    }

    /// The same meaning under other bits.
    pub(crate) fn with_bits(self, bits: u64) -> Word {
        Word { bits, ..self }
    }

    /// The word after an invalidation wrote `bits`: a leaf becomes an invalidated leaf, anything else
    /// goes on meaning what it meant.
    pub(crate) fn invalidated(self, bits: u64) -> Word {
        let means = match self.means {
            Meaning::Leaf { folio, .. } => Meaning::Leaf { folio, invalidated: true },
            other => other,
        };
        Word { bits, means }
    }
}
