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
pub mod goal;
mod helpers;
mod kernel;
mod model;
pub mod property;
mod reload;
pub mod routine;
mod word;

pub use call::{Addr, Answer, Call, CountOp, LockId, ReadOrder, RmwOrder, SyncOp, WriteOrder};
pub use claim::{Claim, Claims, Subject, Use};
pub use cpu::{Change, Cpu};
pub use event::{Event, Note, Op};
pub use exists::{Exists, Register, Term};
pub use goal::Goal;
pub use helpers::{Invalidate, Notifier, Tlb};
pub use kernel::{Ctx, Folio, Kernel, Table};
pub use model::{Cell, CellKind, Judgement, Lock, LockKind, Model, Role};
pub use pmdrace_pgtable as pgtable;
pub use pmdrace_pgtable::MemoryModel;
pub use property::{Kind, Property};
pub use word::{FolioId, Meaning, TableId, Word};
