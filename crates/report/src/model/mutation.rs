//! Mutation results: what became of each guard that was switched off.

use std::sync::Arc;

use pmdrace_engine::Counterexample;
use pmdrace_mm::Model;
use pmdrace_mm::routine::{Guard, UNCAUGHT};
use pmdrace_scenario::CellKey;

use crate::step_number;

/// What became of one guard.
pub struct Mutation {
    /// The routine.
    pub routine: &'static str,
    /// The guard.
    pub guard: Guard,
    /// What noticed that it was off; None: nothing did.
    pub caught: Option<Caught>,
    /// How many cells were tried.
    pub tried: usize,
}

/// How a guard was missed.
pub struct Caught {
    /// The scenario.
    pub scenario: String,
    /// The cell.
    pub cell: CellKey,
    /// The property that is violated without the guard.
    pub property: &'static str,
    /// The model without the guard.
    pub model: Arc<Model>,
    /// The shortest execution that shows it.
    pub example: Counterexample,
}

impl Caught {
    /// How many steps the execution takes to the violation.
    pub fn steps(&self) -> usize {
        step_number(&self.example.events, self.example.at)
    }
}

impl Mutation {
    /// Why the guard is there although nothing shows that it is needed.
    pub fn reason(&self) -> Option<&'static str> {
        let about = |(routine, guard, _): &&(&str, &str, &str)| {
            *routine == self.routine && *guard == self.guard.name
        };
        UNCAUGHT.iter().find(about).map(|(.., reason)| *reason)
    }

    /// Whether it survives and nobody says why.
    pub fn survives(&self) -> bool {
        self.caught.is_none() && self.reason().is_none()
    }
}
