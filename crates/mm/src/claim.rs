//! Claims: actions of CPUs on a page or a table that may conflict with those of other CPUs.
//!
//! An auxiliary variable in the sense of Owicki and Gries ("Verifying properties of parallel programs: an
//! axiomatic approach", CACM 1976): routines write it and never branch on it. Each tracked page and table has
//! one. A CPU that takes a relevant action *claims* the page or table and, in the same step, reads the
//! earlier claims; a CPU that uses a page or a table reads them. A property about several CPUs thus reduces
//! to one step of one CPU, whichever comes last, and every engine judges it alike.

use crate::{Addr, Ctx, FolioId, Meaning, Note, TableId, Word};

/// A claim on a page or a table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Claim {
    /// It was returned to the allocator and may have been reused.
    Freed,
    /// A lockless walker holds a reference that it will use.
    Held,
    /// Its contents were copied elsewhere and must not be written any more.
    Moved,
    /// Data was written to it through a mapping.
    Written,
    /// A CPU concluded that no data had been written to it.
    TakenClean,
    /// A walker has pinned it: its contents must stay where they are.
    Pinned,
    /// It was shared copy-on-write, or lost its anon-exclusive flag.
    Shared,
    /// An entry that mapped it was cleared, and the mapping dropped.
    Unmapped,
    /// No entry and no TLB permits a write to it any more.
    Protected,
}

impl Claim {
    /// All claims.
    pub const ALL: [Claim; 9] = [
        Claim::Freed,
        Claim::Held,
        Claim::Moved,
        Claim::Written,
        Claim::TakenClean,
        Claim::Pinned,
        Claim::Shared,
        Claim::Unmapped,
        Claim::Protected,
    ];

    /// The name used in traces.
    pub fn name(self) -> &'static str {
        match self {
            Claim::Freed => "freed",
            Claim::Held => "held",
            Claim::Moved => "moved",
            Claim::Written => "written",
            Claim::TakenClean => "taken for clean",
            Claim::Pinned => "pinned",
            Claim::Shared => "shared",
            Claim::Unmapped => "unmapped",
            Claim::Protected => "protected",
        }
    }

    fn bit(self) -> u64 {
        1 << self as u32
    }
}

/// A set of claims.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Claims(u64);

impl Claims {
    /// The claims in an auxiliary word.
    pub fn of(word: Word) -> Claims {
        Claims(word.bits)
    }

    /// Whether this claim was made.
    pub fn has(self, claim: Claim) -> bool {
        self.0 & claim.bit() != 0
    }

    /// The claims as text.
    pub fn text(self) -> String {
        let names = Claim::ALL.into_iter().filter(|claim| self.has(*claim)).map(Claim::name);
        let names: Vec<&str> = names.collect();
        if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
    }

    /// The auxiliary word without any claim.
    pub fn none() -> Word {
        Word::new(0, Meaning::Claims)
    }
}

/// The subject of a claim or a use.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    /// A folio.
    Folio(FolioId),
    /// A page table.
    Table(TableId),
}

/// How a page or a table is used.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Use {
    /// An entry of the table is read.
    Entry,
    /// The page is accessed through a TLB entry.
    Translation,
    /// The page is accessed through an entry of a secondary MMU.
    Secondary,
    /// It is accessed by a page frame number that was found under a lock that keeps it mapped.
    Frame,
    /// An entry that maps the page is stored.
    Map,
    /// An entry that links the table is stored.
    Link,
}

impl Use {
    /// The text used in traces.
    pub fn name(self) -> &'static str {
        match self {
            Use::Entry => "reads an entry of",
            Use::Translation => "goes by its TLB to",
            Use::Secondary => "goes by its secondary MMU to",
            Use::Frame => "hands out the page frame of",
            Use::Map => "maps",
            Use::Link => "links",
        }
    }
}

impl Ctx<'_> {
    fn claims_of(&self, subject: Subject) -> Option<Addr> {
        match subject {
            Subject::Folio(id) => self.kernel.folios[id.0].life,
            Subject::Table(id) => self.kernel.tables[id.0].life,
        }
    }

    /// Makes a claim; does nothing where the subject is not tracked.
    pub fn claim(&self, subject: Subject, claim: Claim) {
        if let Some(at) = self.claims_of(subject) {
            let with = |word: Word| word.with_bits(word.bits | claim.bit());
            let found = Claims::of(self.cpu.aux_update(at, &with));
            self.cpu.note(Note::Claim { subject, claim, found });
        }
    }

    /// Uses a page or a table; does nothing where it is not tracked.
    pub fn uses(&self, subject: Subject, how: Use) {
        if let Some(at) = self.claims_of(subject) {
            let found = Claims::of(self.cpu.aux_read(at));
            self.cpu.note(Note::Use { subject, how, found });
        }
    }
}
