//! Results of mutation: for each guard that was switched off, what detected it.

use std::sync::Arc;

use pmdrace_engine::Counterexample;
use pmdrace_mm::Model;
use pmdrace_scenario::{CellKey, Mutant};

use crate::step_number;

/// The result for one guard.
pub struct Mutation {
    /// The guard.
    pub guard: Mutant,
    /// What detected that it was off, if anything did.
    pub caught: Option<Caught>,
    /// The number of cells tried.
    pub tried: usize,
}

/// A violation that the missing guard causes.
pub struct Caught {
    /// The scenario.
    pub scenario: String,
    /// The cell.
    pub cell: CellKey,
    /// The property that is violated without the guard.
    pub property: &'static str,
    /// The model without the guard.
    pub model: Arc<Model>,
    /// The easiest execution that shows it.
    pub example: Counterexample,
}

impl Caught {
    /// The number of steps to the violation.
    pub fn steps(&self) -> usize {
        step_number(&self.example.events, self.example.at)
    }
}

impl Mutation {
    /// Why the guard is there although no scenario needs it.
    pub fn reason(&self) -> Option<&'static str> {
        self.guard.uncaught
    }

    /// Whether the mutant survives without a stated reason.
    pub fn survives(&self) -> bool {
        self.caught.is_none() && self.reason().is_none()
    }
}
