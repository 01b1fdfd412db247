//! [`Test`]: a litmus test, read.

use std::fmt;
use std::sync::Arc;

use pmdrace_axioms::{Loc, Program, Value};

use crate::fault::Classes;
use crate::{Condition, Proposition, Span, c};

/// The language of a test's threads, named in its first word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// `C`: the kernel's primitives.
    C,
    /// `AArch64`.
    AArch64,
    /// `X86` and `X86_64`.
    X86,
    /// `RISCV`.
    RiscV,
}

impl Language {
    /// The language with this name.
    pub fn named(name: &str) -> Option<Language> {
        match name {
            "C" => Some(Language::C),
            "AArch64" => Some(Language::AArch64),
            "X86" | "X86_64" => Some(Language::X86),
            "RISCV" => Some(Language::RiscV),
            _ => None,
        }
    }

    /// A number as this language's values hold it: in C they have 32 bits, and a sign. None if it has more.
    pub(crate) fn number(self, number: Value) -> Option<Value> {
        match self {
            Language::C => {
                let bits = i64::from(i32::MIN)..=i64::from(u32::MAX);
                bits.contains(&(number as i64)).then(|| i64::from(number as i32) as Value)
            }
            Language::AArch64 | Language::X86 | Language::RiscV => Some(number),
        }
    }
}

/// A litmus test.
pub struct Test {
    /// The language.
    pub language: Language,
    /// The name, after the language.
    pub name: String,
    /// The lines `key=value` before its initial state, such as `Variant=vmsa`.
    pub info: Vec<(String, String)>,
    /// The threads.
    pub program: Box<dyn Program>,
    /// The threads once more, if they are in C.
    pub(crate) source: Option<Arc<c::Test>>,
    /// The question.
    pub condition: Condition,
    /// The question as herd7 spells it: `exists (0:r1=1 /\ [x]=2)`.
    pub question: String,
    /// States that do not count: those that do not satisfy it.
    pub filter: Proposition,
    /// What a state shows: what the condition and `locations` name, in herd7's order and spelling.
    pub shown: Vec<Shown>,
    /// Spells a value: a number, or the name of the location whose address it is.
    pub spell: Box<dyn Fn(Value) -> String>,
    /// Spells a location.
    pub locate: Box<dyn Fn(Loc) -> String>,
}

/// What of a final state is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Shown {
    /// A register of a thread: the thread, its index in the final registers, its name.
    Register(usize, usize, String),
    /// A location, with its name.
    Memory(Span, String),
    /// The elements of an array, with its name.
    Array(Vec<Span>, String),
    /// Whether a fault happened.
    Fault {
        /// The thread.
        thread: usize,
        /// The index in its final registers of the classes that happened.
        index: usize,
        /// The instruction and the address: `P0:L0,x`.
        name: String,
        /// The class, if one is asked about.
        class: Option<String>,
    },
}

/// The names of the classes of faults that a final value of [`Shown::Fault`] stands for.
pub(crate) fn fault_classes(value: Value) -> impl Iterator<Item = &'static str> {
    Classes::names(value)
}

impl fmt::Debug for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Test").field("name", &self.name).field("shown", &self.shown).finish()
    }
}
