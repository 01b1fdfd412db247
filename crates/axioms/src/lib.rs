//! Execution graphs: enumerates those of a small program that an axiomatic memory model allows.
//!
//! A graph has an event per access and fence, and relations between them: program order and dependencies, which
//! source each read has (`rf`), in which order the writes of a location reach memory (`co`). A model is a set of
//! axioms about these. This crate knows no syntax and no page table: a program is whatever implements [`Program`].

mod event;
mod execution;
pub mod model;
mod program;
mod relation;
mod search;

pub use event::{Event, Kind, Loc, Tag, Tags, UNKNOWN, Value};
pub use execution::Execution;
pub use model::Model;
pub use program::{End, Program, Run};
pub use relation::{MAX_EVENTS, Relation, Set};
pub use search::{Cut, Found, Limits, Paths, Visitor, explore};
