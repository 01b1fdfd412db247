//! The state-space engine against checkers that share nothing with it but the routines: a plain enumerator
//! of interleavings, and the axioms of RC11, LKMM, Armv8 and RVWMO.

pub(crate) mod axioms;
pub(crate) mod instructions;
pub(crate) mod interleavings;
pub(crate) mod lkmm;
mod replay;

use std::collections::BTreeSet;
use std::sync::Arc;

use pmdrace_engine::LastState;
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::CellKey;

use crate::catalogue::{cells, scenarios};

/// The last states of every execution of a litmus test, by the checker of its memory model.
pub(crate) fn last_states(model: &Model) -> BTreeSet<LastState> {
    match model.memory {
        MemoryModel::Sc | MemoryModel::Tso => interleavings::last_states(model),
        MemoryModel::Rc11 => axioms::last_states(model),
        MemoryModel::Lkmm => lkmm::last_states(model).unwrap(),
        MemoryModel::Armv8 | MemoryModel::Rvwmo => instructions::last_states(model),
    }
}

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
