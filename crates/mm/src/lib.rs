//! A simulated Linux mm: the machine that routines race over, the routines, and what must hold.
//!
//! A routine is plain straight-line Rust over one trait, [`Cpu`], whose methods carry the kernel's own
//! names. It sees only the bits of a word. What the kernel means by a word travels beside the bits as a
//! [`Meaning`], which only the oracles in [`property`] look at. A [`Model`] joins a machine, the roles
//! that run on it and the properties to judge; an engine explores it through [`Cpu`] and knows no PMD.
//!
//! Nothing here prints, reads a clock or keeps a global.

mod call;
mod claim;
mod cpu;
mod event;
mod exists;
mod folio;
pub mod goal;
mod kernel;
mod model;
mod notifier;
mod pmd;
pub mod property;
mod pte;
mod reload;
pub mod routine;
mod tlb;
mod word;

pub use call::{Addr, Answer, Call, CountOp, LockId, ReadOrder, RmwOrder, SyncOp, WriteOrder};
pub use claim::{Claim, Claims, Subject, Use};
pub use cpu::{Change, Cpu};
pub use event::{Event, Note, Op};
pub use exists::{Exists, Register, Term};
pub use goal::Goal;
pub use kernel::{Ctx, Folio, Kernel, Table};
pub use model::{Cell, CellKind, Judgement, Lock, LockKind, Model, Role};
pub use notifier::Notifier;
pub use pmdrace_pgtable as pgtable;
pub use pmdrace_pgtable::MemoryModel;
pub use property::{Kind, Property};
pub use tlb::Tlb;
pub use word::{FolioId, Meaning, TableId, Word};
