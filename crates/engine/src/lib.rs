//! Engines that run a [`pmdrace_mm::Model`]: all its executions, a random sample, or many on real threads.
//!
//! For embedding a search in another tool or a test. [`search`] is the state-space engine, [`loom`] the
//! reference engine, and [`hardware`] runs rounds on real threads.
//!
//! ```
//! use std::sync::Arc;
//!
//! use pmdrace_engine::{Budget, Engine, Verdict};
//! use pmdrace_scenario::{CATALOGUE, Scenario};
//!
//! // Store buffering: both loads may miss the other CPU's store, unless something orders them.
//! let test = CATALOGUE.iter().find(|entry| entry.name == "sb").expect("a shipped test");
//! let scenario = Scenario::parse(test.text).expect("a valid scenario");
//! let cell = &scenario.cells(None)[0];
//! let model = Arc::new(scenario.model(cell).expect("every cell can be built"));
//! let outcome = Engine::Statespace.check(model, &Budget::unlimited()).expect("a small model");
//! assert_eq!(outcome.verdict(0), Verdict::Holds); // under sc
//! ```
//!
//! An engine runs the model's roles on its own [`pmdrace_mm::Cpu`], records events, lets the model judge each
//! execution and reports how much it explored. It knows roles, words, locks and interrupts, but not PMDs. It
//! reads neither a clock nor the environment: a [`Budget`] provides both.

mod budget;
mod effort;
mod engine;
mod finals;
mod observation;
mod occasions;
mod order;
mod outcome;
mod profile;
mod sampling;

mod memory;
mod program;
pub mod search;

pub mod hardware;
pub mod loom;

pub use budget::{Budget, Clock, Limits, Progress};
pub use effort::Effort;
pub use engine::Engine;
pub use finals::{End, Final, Finals, LastState, LastStates};
pub use observation::Observation;
pub use occasions::Occasions;
pub use order::ModificationOrder;
pub use outcome::{Counterexample, Cut, EngineError, Explored, Outcome, PropertyOutcome, Verdict};
pub use sampling::{Guarantee, Sampled, Sampling, Scheduler};

use std::any::Any;

/// The message of a panic.
fn message(payload: &(dyn Any + Send)) -> String {
    payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "no message".to_owned())
}
