//! The syntax of what all languages share: initial states, and questions about final ones.
//!
//! Nothing is resolved here: names are names. Places are bytes of the text.

mod init;
mod lexer;
mod parser;
mod question;

pub(crate) use init::{Init, Type, init};
pub(crate) use question::{Fault, Proposition, Question, named, question};

/// A name of memory.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Symbol {
    /// What of the name is meant.
    pub(crate) view: View,
    pub(crate) name: String,
    /// The element of an array.
    pub(crate) index: Option<usize>,
}

/// What of a name is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum View {
    /// The memory at its virtual address: `x`.
    Memory,
    /// Its page-table entry: `PTE(x)`.
    Entry,
    /// Its physical address: `PA(x)`.
    Physical,
}

/// What holds a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// A register of a thread: `0:X1`.
    Register(usize, String),
    /// A location.
    Memory(Symbol),
}

/// A value, as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Constant {
    /// A number, in two's complement.
    Number(u64),
    /// The address of a location.
    Address(Symbol),
    /// The address of an instruction: a thread and a label.
    Label(usize, String),
    /// An instruction.
    Instruction(String),
    /// A page-table entry: `(oa:PA(x), valid:0)`, as keys and values.
    Entry(Vec<(String, Field)>),
    /// The elements of an array.
    Array(Vec<Constant>),
}

/// The value of a field of a page-table entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Field {
    /// None: an attribute.
    Set,
    /// A number.
    Number(u64),
    /// A name.
    Name(Symbol),
    /// Several.
    Names(Vec<String>),
}
