//! The shipped scenarios and their cells.

use std::sync::Arc;

use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::{CATALOGUE, CellKey, Scenario};

/// Every shipped scenario.
pub(crate) fn scenarios() -> impl Iterator<Item = Scenario> {
    CATALOGUE.iter().map(|entry| Scenario::parse(entry.text).unwrap())
}

/// The applicable cells of a scenario with their models.
pub(crate) fn cells(
    scenario: &Scenario,
    memory: Option<MemoryModel>,
) -> impl Iterator<Item = (CellKey, Arc<Model>)> {
    let cells = scenario.cells(memory).into_iter().filter(|cell| scenario.applies(cell));
    cells.map(|cell| {
        let model = Arc::new(scenario.model(&cell).unwrap());
        (cell, model)
    })
}
