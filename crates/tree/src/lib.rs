//! Functions of a Linux kernel build as routines of a model.
//!
//! For whoever has a kernel tree and wants its own C explored, or a transcription held against it. A [`Build`] is
//! a build directory with LLVM IR in it. An [`Entry`] says how one kernel function is called from the arguments
//! of a routine; [`KernelRoutine`] runs it through [`pmdrace_mm::Cpu`], so that engines see the accesses,
//! barriers, locks and flushes of the compiled C. [`conform`] holds the histories of a transcription against it.
//!
//! What the C reads that no model describes (its task, its mapping, flags of pages) is a memory [`image`](Image)
//! built from the model; what it calls that no file defines is modelled or a stub, and each stub that a run used
//! is listed. Nothing here runs a makefile or a compiler: [`Plan`] says what to run.

mod adopt;
mod arch;
mod build;
mod conform;
mod counts;
mod cpu;
pub mod entry;
mod error;
mod external;
mod flags;
mod frames;
mod helpers;
mod image;
mod layouts;
mod learned;
mod meaning;
mod notes;
mod order;
mod own;
mod plan;
mod probe;
mod quiet;
mod routine;
mod sources;
mod spot;
mod tables;
mod tree_arch;

pub use adopt::{AdoptError, Runs, adopt, is_news, plays, provides};
pub use build::Build;
pub use conform::{Compared, Declared, Difference, conform, declared};
pub use entry::Entry;
pub use error::TreeError;
pub use helpers::{HelperDifference, compare_helpers};
pub use image::Image;
pub use learned::Learned;
pub use plan::{Command, LLVM, Plan};
pub use probe::PROBE_VERSION;
pub use routine::KernelRoutine;
pub use tree_arch::TreeArch;
