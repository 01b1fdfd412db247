//! Exploration on behalf of reports: what needs scenarios, the engine and report data together.
//!
//! The engine knows no scenarios and the report crate explores nothing, so these functions are here: mutants of
//! scenarios, replay of recorded executions, the fixed variant beside a bug, properties that apply in no cell, and
//! the helper contract checked on generated words.

mod behaviours;
mod clock;
mod conform;
mod contract;
mod fixed;
mod idle;
mod mutants;
mod replay;
mod words;

pub use behaviours::{Behaviours, behaviours};
pub(crate) use clock::Stopwatch;
pub use conform::{ConformError, Conformance, conformance};
pub use contract::{RANDOM_WORDS, SEED, check_contract};
pub(crate) use fixed::with_fix;
pub(crate) use idle::{Idle, idle};
pub use mutants::{MutationError, mutate};
pub use replay::{Difference, Replayed, replay};
