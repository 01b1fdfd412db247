//! A simulated Linux mm: the machine, the routines that race on it, and the properties that must hold.
//!
//! For transcribing a kernel function, or writing a walker of one's own, and racing it against others. A
//! routine is plain straight-line Rust over one trait, [`Cpu`], whose methods have the kernel's names:
//!
//! ```
//! use pmdrace_mm::routine::{ArgKind, ArgSpec, Routine, RoutineSpec};
//! use pmdrace_mm::{Addr, Ctx, Note};
//!
//! /// Reads a PMD without a lock and takes a reference on what it maps.
//! struct Walker {
//!     pmdp: Addr,
//! }
//!
//! impl Routine for Walker {
//!     fn run(&self, k: &Ctx<'_>) {
//!         let _fn = k.enter("my_walk");
//!         let pmd = k.cpu.read_once_dep(self.pmdp);
//!         if k.pmd_present(pmd)
//!             && let Some(folio) = k.pmd_page(pmd)
//!         {
//!             k.try_get_folio(folio);
//!         }
//!     }
//! }
//!
//! /// How scenarios refer to it.
//! pub static WALKER: RoutineSpec = RoutineSpec {
//!     name: "my-walker",
//!     summary: "a walker that trusts pmd_present()",
//!     enters: &["my_walk"],
//!     args: &[ArgSpec::required("pmd", ArgKind::Pmd, "the PMD to walk")],
//!     build: |args| Box::new(Walker { pmdp: args.pmd("pmd") }),
//!     ..RoutineSpec::BASE
//! };
//! ```
//!
//! A routine sees only the bits of a word. What the kernel means by the word is kept beside the bits as a
//! [`Meaning`], which only the oracles in [`property`] use. A [`Model`] combines a machine, the roles that
//! run on it and the properties to judge; an engine explores it through [`Cpu`] and knows nothing of PMDs.
//!
//! Nothing here prints or reads a clock; names and places of a kernel build are the only state that is global.

mod call;
mod claim;
mod cpu;
mod cpus;
mod event;
mod exists;
pub mod goal;
mod held;
mod helpers;
mod history;
mod kernel;
pub mod limits;
mod model;
pub mod occasion;
mod place;
pub mod property;
mod reload;
pub mod routine;
mod stuck;
mod watch;
mod word;

pub use call::{Addr, Answer, Call, CountOp, LockId, ReadOrder, RmwOrder, SyncOp, WriteOrder};
pub use claim::{Claim, Claims, Subject, Use};
pub use cpu::{Change, Cpu, Depends};
pub use cpus::Cpus;
pub use event::{Event, Note, Op};
pub use exists::{Exists, Location, Proposition, Register, Term};
pub use goal::Goal;
pub use held::{Locks, held};
pub use helpers::{Invalidate, Notifier, Tlb};
pub use history::{History, Step};
pub use kernel::{Ctx, Folio, Kernel, Table};
pub use model::{Cell, CellKind, Judgement, Lock, LockKind, Model, Role};
pub use place::{Frame, Place, kept};
pub use pmdrace_pgtable as pgtable;
pub use pmdrace_pgtable::MemoryModel;
pub use property::{Kind, Property};
pub use stuck::{Held, Hold, Stuck, Wait, gave_up, holdings};
pub use word::{FolioId, Meaning, TableId, Word};
