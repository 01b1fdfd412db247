//! What an engine records while an execution runs: the input of oracles and traces.

use crate::{Addr, Claim, Claims, FolioId, Register, Subject, SyncOp, TableId, Use, Word};

/// One recorded step of one CPU, in the order the engine executed the steps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// The CPU: its place in [`crate::Model::roles`].
    pub cpu: usize,
    /// What it did.
    pub op: Op,
}

/// A step: what a call did, or a note of the routine itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Op {
    /// A load.
    Read {
        /// Where.
        at: Addr,
        /// What it returned.
        word: Word,
        /// The event that stored it; None for the initial value.
        from: Option<usize>,
    },
    /// A store.
    Write {
        /// Where.
        at: Addr,
        /// What.
        word: Word,
    },
    /// A store entered the CPU's store buffer; its [`Op::Write`] follows when it reaches memory.
    Buffer {
        /// Where.
        at: Addr,
        /// What.
        word: Word,
    },
    /// An atomic read-modify-write.
    Rmw {
        /// Where.
        at: Addr,
        /// What was there.
        old: Word,
        /// What is there now; None when the condition failed.
        new: Option<Word>,
    },
    /// A counter or an auxiliary word was read.
    Count {
        /// Where.
        at: Addr,
        /// What it was.
        word: Word,
    },
    /// A primitive that accesses no word.
    Sync(SyncOp),
    /// Something the routine told about itself.
    Note(Note),
}

/// Something no CPU can observe, told by a routine for oracles and traces.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// A kernel function was entered.
    Enter(&'static str),
    /// A kernel function returned.
    Leave(&'static str),
    /// A predicate was asked about a word.
    Answer {
        /// The kernel helper.
        helper: &'static str,
        /// The word asked about.
        word: Word,
        /// Its answer.
        answer: bool,
    },
    /// A `struct page` was computed from a word.
    Page {
        /// The kernel helper.
        helper: &'static str,
        /// The word it was computed from.
        word: Word,
        /// The page frame the word's bits decode to.
        pfn: u64,
        /// The folio that lies there; None where the model has no memory.
        folio: Option<FolioId>,
    },
    /// A page table's address was computed from a word.
    Table {
        /// The word it was computed from.
        word: Word,
        /// The page frame the word's bits decode to.
        pfn: u64,
        /// The table that lies there, if any.
        table: Option<TableId>,
    },
    /// A mapping size was derived from a word and reported.
    Size {
        /// The word.
        word: Word,
        /// The size in bytes.
        bytes: u64,
    },
    /// A reference that was taken is accepted: the caller will use the page.
    Accept {
        /// The folio.
        folio: FolioId,
    },
    /// A warning of the kernel fired.
    Warn {
        /// The kernel's condition.
        text: &'static str,
        /// The word it was about.
        word: Word,
    },
    /// Something was claimed of a page or a table.
    Claim {
        /// Of what.
        subject: Subject,
        /// What.
        claim: Claim,
        /// What had been claimed before.
        found: Claims,
    },
    /// A page or a table was used.
    Use {
        /// Which.
        subject: Subject,
        /// How.
        how: Use,
        /// What had been claimed of it.
        found: Claims,
    },
    /// Work on an entry was left out because of what the word says.
    Skip {
        /// The word.
        word: Word,
    },
    /// An entry was judged bad and is about to be cleared.
    Bad {
        /// The word.
        word: Word,
    },
    /// A word was put together from two halves read one after the other.
    Assembled {
        /// The low half, as read first.
        first: Word,
        /// The high half.
        high: Word,
        /// The low half, as read last; the same as `first` where it is read once.
        last: Word,
    },
    /// An entry that links a table is about to be stored.
    Link {
        /// The table; None where the address is none's.
        table: Option<TableId>,
        /// What had been claimed of it.
        found: Claims,
    },
    /// A register of a litmus test got its value.
    Register {
        /// The register.
        register: Register,
        /// The value.
        value: u64,
    },
    /// The routine gave up a loop that the kernel would go on with: what lies beyond is not explored.
    Bound(&'static str),
    /// The routine's result, in a few words.
    Return(&'static str),
}
