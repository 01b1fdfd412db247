//! Litmus tests in the format of herd7: reads a file into a [`Test`] and answers it by the execution graphs that a
//! memory model allows, or prepares it for an operational machine ([`machine`]).
//!
//! Source of the format: the documentation of herd7 (<https://diy.inria.fr/doc/herd.html>) and
//! tools/memory-model/Documentation/litmus-tests.txt of the kernel.

mod answer;
mod asm;
mod c;
mod condition;
mod entry;
mod fault;
mod file;
pub mod machine;
mod memory;
mod memory_model;
mod named;
mod problem;
mod read;
mod resolve;
mod span;
mod spelling;
mod stated;
pub mod steps;
mod syntax;
mod test;
mod view;
mod witness;

pub use answer::{Observation, Outcomes, observe, outcomes};
pub use condition::{Atom, Condition, Operand, Proposition, Quantifier};
pub use memory_model::MemoryModel;
pub use named::{Named, NamedLocation, NamedTerm, NamedValue, named};
pub use problem::Problem;
pub use read::{read, read_for};
pub use span::Span;
pub use stated::{Stated, stated};
pub use test::{Language, Shown, Test};
pub use witness::Witness;

pub use pmdrace_axioms::model::Release;
pub use pmdrace_axioms::{Cut, Limits};
