//! What the bits of a Linux page-table entry mean, per architecture and kernel era.
//!
//! For tools that decode page-table entries, and for looking up what a helper returns on another
//! architecture. Every function is pure.
//!
//! ```
//! use pmdrace_pgtable::{Pmd, by_name};
//!
//! let arm64 = by_name("arm64@6.1").expect("a shipped architecture");
//! // A migration entry after pmdp_invalidate(): present, although it maps nothing.
//! let pmd = Pmd(0x0800_0001_2346_00c0);
//! assert!(arm64.pmd_present(pmd));
//! assert!(!arm64.is_pmd_migration_entry(pmd));
//! ```
//!
//! Each file under [`arch`] starts with the bit table of one architecture and the kernel headers it was read
//! from; the trait [`Arch`] has the kernel's helper names and the generic fallbacks of `asm-generic` and
//! `linux/pgtable.h`; [`Facts`] holds an architecture's other properties as data. The results are tested row
//! by row against the real kernel headers (`tests/vectors`).
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
pub use mmu::{AccessFlags, ClearYoung, Establish, GetAndClear, Mmu, TlbFlush};
pub use traits::Arch;
pub use word::{Pmd, Pte, SwpEntry};
