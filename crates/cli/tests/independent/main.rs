//! The state-space engine against checkers that share nothing with it but the routines: a plain enumerator
//! of interleavings, and the axioms of RC11.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod axioms;
mod interleavings;
mod replay;

use std::sync::Arc;

use pmdrace_engine::Budget;
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::{CATALOGUE, CellKey, Scenario};

fn unlimited() -> Budget {
    Budget::unlimited()
}

/// Every cell of the catalogue with one walker or none.
fn cells(memory: MemoryModel) -> Vec<(String, CellKey, Arc<Model>)> {
    let mut all = Vec::new();
    for entry in CATALOGUE {
        let scenario = Scenario::parse(entry.text).unwrap();
        for cell in scenario.cells(Some(memory)) {
            let walkers = cell.params.get("walkers").map(ToString::to_string);
            let few = walkers.is_none_or(|walkers| walkers == "1");
            if cell.not_applicable.is_none() && few {
                let model = Arc::new(scenario.model(&cell).unwrap());
                all.push((scenario.name().to_owned(), cell, model));
            }
        }
    }
    all
}
