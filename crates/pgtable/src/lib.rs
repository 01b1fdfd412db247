//! What the bits of a Linux page-table entry mean, per architecture and kernel era.
//!
//! Every function here is pure: a word in, an answer or a word out. One file per architecture under
//! [`arch`] opens with its bit table and the kernel header it was read from; the trait [`Arch`] holds
//! the kernel's own helper names and the generic fallbacks of `asm-generic` and `linux/pgtable.h`.
//! The answers are tested row by row against those of the real kernel headers (`tests/vectors`).
//!
//! Words are CPU-order values (`pmd_val`); bit 0 is the least significant bit.
#![no_std]

mod answers;
pub mod arch;
mod catalogue;
mod contract;
mod facts;
mod field;
mod join;
mod migration;
mod mmu;
mod traits;
mod word;

pub use answers::{Answers, MigrationAnswers};
pub use arch::ARCHITECTURES;
pub use catalogue::{by_name, matches_pattern};
pub use contract::{CLAUSES, Change, Clause, Domain};
pub use facts::{Facts, Kernel, KvmWalk, MemoryModel};
pub use field::{Field, View};
pub use migration::{MigrationAccess, MigrationEntry, MigrationFormat};
pub use mmu::{Establish, Mmu, TlbFlush};
pub use traits::Arch;
pub use word::{Pmd, Pte, SwpEntry};
