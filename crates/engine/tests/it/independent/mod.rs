//! The state-space engine against checkers that share nothing with it but the routines: a plain enumerator
//! of interleavings, and the axioms of RC11, LKMM, Armv8 and RVWMO.

pub(crate) mod axioms;
pub(crate) mod instructions;
pub(crate) mod interleavings;
pub(crate) mod lkmm;
mod replay;

use std::sync::Arc;

use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::CellKey;

use crate::catalogue::{cells, scenarios};

/// Every cell of the catalogue with one walker or none, and the name of its scenario.
fn small(memory: MemoryModel) -> Vec<(String, CellKey, Arc<Model>)> {
    let mut all = Vec::new();
    for scenario in scenarios() {
        for (cell, model) in cells(&scenario, Some(memory)) {
            let walkers = cell.params.get("walkers").map(ToString::to_string);
            if walkers.is_none_or(|walkers| walkers == "1") {
                all.push((scenario.name().to_owned(), cell, model));
            }
        }
    }
    all
}
