//! Ways to run a [`pmdrace_mm::Model`]: every execution of it, or many on real threads.
//!
//! For whoever embeds a search in a tool or a test of their own. [`search`] is the state-space engine, [`loom`]
//! the reference engine, [`hardware`] runs rounds on real threads.
//!
//! ```
//! use std::sync::Arc;
//!
//! use pmdrace_engine::{Budget, Engine, Verdict};
//! use pmdrace_scenario::{CATALOGUE, Scenario};
//!
//! // Store buffering: both loads may miss the other CPU's store, unless something orders them.
//! let test = CATALOGUE.iter().find(|entry| entry.name == "sb").expect("a shipped test");
//! let scenario = Scenario::parse(test.text).expect("it has no mistakes");
//! let cell = &scenario.cells(None)[0];
//! let model = Arc::new(scenario.model(cell).expect("every cell can be built"));
//! let outcome = Engine::Statespace.check(model, &Budget::unlimited()).expect("it is small");
//! assert_eq!(outcome.verdict(0), Verdict::Holds); // under sc
//! ```
//!
//! An engine runs the model's roles on its own [`pmdrace_mm::Cpu`], records what happens, lets the
//! model judge each execution and says how far it got. It knows roles, words, locks and interrupts; it
//! knows no PMD. It reads no clock and no environment: a [`Budget`] brings both.

mod budget;
mod engine;
mod finals;
mod observation;
mod order;
mod outcome;
mod sampling;

mod memory;
mod program;
pub mod search;

pub mod hardware;
pub mod loom;

pub use budget::{Budget, Clock, Limits, Progress};
pub use engine::Engine;
pub use finals::{End, Final, Finals};
pub use observation::Observation;
pub use order::ModificationOrder;
pub use outcome::{Counterexample, Cut, EngineError, Explored, Outcome, PropertyOutcome, Verdict};
pub use sampling::{Guarantee, Sampled, Sampling, Scheduler};

use std::any::Any;

/// What a panic said.
fn message(payload: &(dyn Any + Send)) -> String {
    payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "no message".to_owned())
}
