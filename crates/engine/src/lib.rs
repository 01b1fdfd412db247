//! Ways to run a [`pmdrace_mm::Model`]: every execution of it, or many on real threads.
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

pub use budget::{Budget, Clock, Progress};
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
