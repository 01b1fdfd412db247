//! What is wrong with a build directory, or stops a function of it from running.

use std::path::PathBuf;

use pmdrace_kir::debug::DebugError;
use pmdrace_kir::{LinkError, MemoryError, ReadError, RunError};

/// Why a build, or a function of it, cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    /// A file that a build has is not there or cannot be read.
    #[error("cannot read {}: {source}; {remedy}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
        /// What to run.
        remedy: String,
    },
    /// A file cannot be written.
    #[error("cannot write {}: {source}; {remedy}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
        /// What to do.
        remedy: String,
    },
    /// The build is of something that is not supported.
    #[error("{what}; {remedy}")]
    Unsupported {
        /// What is not supported.
        what: String,
        /// What is, or what to run.
        remedy: String,
    },
    /// A file is not understood.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Files do not belong together.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The debug information lacks something.
    #[error("{0}; build with debug information (CONFIG_DEBUG_INFO, or KCFLAGS=-g)")]
    Debug(#[from] DebugError),
    /// Memory cannot be laid out.
    #[error(transparent)]
    Memory(#[from] MemoryError),
    /// A function ends in an error.
    #[error("{0}")]
    Run(#[from] RunError),
    /// An entry does not fit the model.
    #[error("{0}")]
    Entry(String),
}
