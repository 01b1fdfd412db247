//! What an engine records during an execution: the input of oracles and traces.

use crate::{
    Addr, Claim, Claims, FolioId, LockId, Place, Register, Stuck, Subject, SyncOp, TableId, Use,
    Word,
};

/// One recorded step of one CPU; events are in the order in which the engine executed them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// The CPU, as an index into [`crate::Model::roles`].
    pub cpu: usize,
    /// The operation.
    pub op: Op,
}

/// An operation: the effect of a call, or a note by the routine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Op {
    /// A load.
    Read {
        /// The address.
        at: Addr,
        /// The word that it returned.
        word: Word,
        /// The event that stored it; None for the initial value.
        from: Option<usize>,
    },
    /// A store.
    Write {
        /// The address.
        at: Addr,
        /// The stored word.
        word: Word,
    },
    /// A store entered the CPU's store buffer; its [`Op::Write`] follows when it reaches memory.
    Buffer {
        /// The address.
        at: Addr,
        /// The stored word.
        word: Word,
    },
    /// An atomic read-modify-write.
    Rmw {
        /// The address.
        at: Addr,
        /// The old word.
        old: Word,
        /// The new word; None when the condition failed.
        new: Option<Word>,
    },
    /// A counter or an auxiliary word was read.
    Count {
        /// The address.
        at: Addr,
        /// Its value.
        word: Word,
    },
    /// A primitive that accesses no word.
    Sync(SyncOp),
    /// A `down_write()` finds readers and queues: later readers wait behind it.
    Queue(LockId),
    /// At the end of an execution: the CPU never goes on.
    Stuck(Stuck),
    /// A note by the routine.
    Note(Note),
}

impl Note {
    /// Whether it only says that nothing is wrong here: an oracle counts it as an occasion, and a trace does
    /// not show it.
    pub fn is_silent(&self) -> bool {
        match self {
            Note::Warn { fires, .. } => !fires,
            Note::Assert { holds, .. } => *holds,
            Note::Use { found, .. } => *found == Claims::default(),
            _ => false,
        }
    }
}

/// A note by a routine for oracles and traces, which no CPU can observe.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// A kernel function was entered.
    Enter(&'static str),
    /// A kernel function returned.
    Leave(&'static str),
    /// The CPU waits from now on until a word fulfils a condition.
    Await(Addr),
    /// Where in the kernel's source the CPU is from now on.
    At(Place),
    /// A predicate was evaluated on a word.
    Answer {
        /// The kernel helper.
        helper: &'static str,
        /// The word.
        word: Word,
        /// The result.
        answer: bool,
    },
    /// A `struct page` was computed from a word.
    Page {
        /// The kernel helper.
        helper: &'static str,
        /// The word it was computed from.
        word: Word,
        /// The page frame that the word's bits decode to.
        pfn: u64,
        /// The folio there; None where the model has no memory.
        folio: Option<FolioId>,
    },
    /// A page table's address was computed from a word.
    Table {
        /// The word it was computed from.
        word: Word,
        /// The page frame that the word's bits decode to.
        pfn: u64,
        /// The table there, if any.
        table: Option<TableId>,
    },
    /// A mapping size was derived from a word and reported.
    Size {
        /// The word.
        word: Word,
        /// The size in bytes.
        bytes: u64,
    },
    /// A walker ends with a reference: the caller will use the page.
    Accept {
        /// The folio.
        folio: FolioId,
    },
    /// A kernel warning was evaluated.
    Warn {
        /// The kernel's condition.
        text: &'static str,
        /// The word that it is about.
        word: Word,
        /// Whether it fired.
        fires: bool,
    },
    /// An assertion of a routine was evaluated.
    Assert {
        /// What it asserts.
        text: &'static str,
        /// Whether it holds.
        holds: bool,
    },
    /// A claim was made on a page or a table.
    Claim {
        /// The page or table.
        subject: Subject,
        /// The claim.
        claim: Claim,
        /// The claims made before.
        found: Claims,
    },
    /// A page or a table was used.
    Use {
        /// The page or table.
        subject: Subject,
        /// The kind of use.
        how: Use,
        /// The claims on it.
        found: Claims,
    },
    /// Work on an entry was skipped because of the entry's value.
    Skip {
        /// The word.
        word: Word,
    },
    /// An entry was found bad and is about to be cleared.
    Bad {
        /// The word.
        word: Word,
    },
    /// A word was assembled from two halves, read one after the other.
    Assembled {
        /// The low half as first read.
        first: Word,
        /// The high half.
        high: Word,
        /// The low half as last read; the same as `first` if it was read once.
        last: Word,
    },
    /// A register of a litmus test was assigned.
    Register {
        /// The register.
        register: Register,
        /// The value.
        value: u64,
    },
    /// The routine gave up a loop that the kernel would continue: executions beyond it are not explored.
    Bound(&'static str),
    /// The CPU goes no further: the kernel stops it here, or what it does next is not known. What it holds, nobody uses.
    Stop,
    /// The routine's result, in a few words.
    Return(&'static str),
}
