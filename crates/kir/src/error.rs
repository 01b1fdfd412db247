//! What can go wrong: in reading a file, in linking files, in a run. Each error says where.

use std::fmt;

use crate::debug::Frame;

/// A file, or a part of it, that is not understood.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{module}:{line}:{column}: {what}")]
pub struct ReadError {
    /// The name that the file was given.
    pub module: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in bytes, from 1.
    pub column: usize,
    /// What is wrong there.
    pub what: String,
}

/// Files that do not belong to one program.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LinkError {
    /// Two files were built for different machines.
    #[error("{first} is built for {first_target} and {second} for {second_target}")]
    Targets {
        /// A file.
        first: String,
        /// What it was built for.
        first_target: String,
        /// Another.
        second: String,
        /// What that was built for.
        second_target: String,
    },
    /// A machine whose inline assembly is not known.
    #[error("{module} is built for {target}, whose inline assembly is not known: {known} are")]
    UnknownTarget {
        /// The file.
        module: String,
        /// Its target triple.
        target: String,
        /// The first parts of the triples that are known.
        known: String,
    },
    /// A symbol that two files define.
    #[error("{symbol} is defined by both {first} and {second}")]
    Twice {
        /// The symbol.
        symbol: String,
        /// A file.
        first: String,
        /// Another.
        second: String,
    },
    /// Nothing to link, or more than can be numbered.
    #[error("{0}")]
    Size(&'static str),
}

/// A run that had to end. The place is the innermost first: inlined functions, then their callers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RunError {
    /// Why.
    pub cause: Cause,
    /// Where, innermost first.
    pub trace: Vec<Frame>,
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.cause)?;
        for (depth, frame) in self.trace.iter().enumerate() {
            write!(f, "{} {frame}", if depth == 0 { " at" } else { " <" })?;
        }
        Ok(())
    }
}

impl std::error::Error for RunError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

/// Why a run had to end.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Cause {
    /// A part of a file that is not understood was reached.
    #[error("{0}")]
    Read(#[from] ReadError),
    /// No module defines the function that was to be run.
    #[error("no module defines the function {0}")]
    NoFunction(String),
    /// A function got another number of arguments than it has parameters.
    #[error("{function} has {parameters} parameters and was given {arguments} arguments")]
    Arguments {
        /// The function.
        function: String,
        /// How many parameters it has.
        parameters: usize,
        /// How many arguments it was given.
        arguments: usize,
    },
    /// An access to memory that was not declared, or not for this.
    #[error(transparent)]
    Memory(#[from] MemoryError),
    /// An undefined value decides something.
    #[error("an undefined value {0}")]
    Undefined(Decides),
    /// A poison value decides something.
    #[error("a poison value {decides}; it was made by {made}")]
    Poison {
        /// What it decides.
        decides: Decides,
        /// The operation that made it, and where.
        made: String,
    },
    /// A division by zero, or one that overflows.
    #[error("{0}")]
    Division(&'static str),
    /// Control reached a point that the compiler took for unreachable.
    #[error("control reaches `unreachable` in {0}: a call before it was not expected to return")]
    Unreachable(String),
    /// A call of an address where no function is.
    #[error("calls {0:#x}, where no function is")]
    NotAFunction(u64),
    /// Something in inline assembly that is not known.
    #[error("inline assembly: {0}")]
    Assembly(String),
    /// An intrinsic, instruction or type that the interpreter does not know.
    #[error("{0} is not known")]
    Unknown(String),
    /// A capability, static key or register whose state was not declared.
    #[error("the state of {0} is not declared")]
    Undeclared(String),
    /// An answer of the host that does not fit the question.
    #[error("the host answered `{asked}` with {answered}")]
    Answer {
        /// The question.
        asked: String,
        /// The answer.
        answered: &'static str,
    },
    /// A function that no module defines and the host does not know.
    #[error("calls {0}(), which no linked file defines and nothing models")]
    External(String),
    /// What the host said when it refused to answer.
    #[error("{0}")]
    Host(String),
    /// One of [`crate::Limits`] was reached.
    #[error("more than {bound} {what}: the limit of one run")]
    Limit {
        /// What there is too much of.
        what: &'static str,
        /// How much is allowed.
        bound: u64,
    },
}

/// What an undefined or poison value would have decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Decides {
    /// Which way a branch or switch goes.
    #[error("decides a branch")]
    Branch,
    /// The address of an access or a call.
    #[error("is used as an address")]
    Address,
    /// What shared memory holds.
    #[error("is stored to shared memory")]
    Store,
    /// An operand of a division.
    #[error("is an operand of a division")]
    Division,
    /// An operand of an instruction with an effect.
    #[error("is an operand of an instruction")]
    Instruction,
    /// The length of a copy, the size of an allocation.
    #[error("decides a size")]
    Size,
    /// A condition that the compiler was told to hold.
    #[error("is assumed to be true")]
    Assumption,
}

/// An access that memory does not allow.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MemoryError {
    /// Nothing was declared there.
    #[error("{access} of {size} bytes at {address:#x}, which is not mapped{near}")]
    Unmapped {
        /// `load`, `store`, `update`.
        access: &'static str,
        /// Where.
        address: u64,
        /// How many bytes.
        size: u64,
        /// What is near: ` (40 bytes into the global x)`.
        near: String,
    },
    /// It begins in a region and ends outside.
    #[error("{access} of {size} bytes at {address:#x} leaves {region}")]
    Crosses {
        /// `load`, `store`, `update`.
        access: &'static str,
        /// Where.
        address: u64,
        /// How many bytes.
        size: u64,
        /// The region.
        region: String,
    },
    /// A store to constant memory.
    #[error("{access} of {size} bytes to the constant {region}+{offset}")]
    Constant {
        /// `store`, `update`.
        access: &'static str,
        /// How many bytes.
        size: u64,
        /// The region.
        region: String,
        /// How far into it.
        offset: u64,
    },
    /// A part of a shared word, or more than one.
    #[error(
        "{access} of {size} bytes at {region}+{offset}, whose words are shared and have {word} bytes"
    )]
    Partial {
        /// `load`, `store`, `update`.
        access: &'static str,
        /// How many bytes.
        size: u64,
        /// The region.
        region: String,
        /// How far into it.
        offset: u64,
        /// The size of a word.
        word: u64,
    },
    /// A declaration that cannot be.
    #[error("{0}")]
    Declaration(String),
}
