//! The properties that a scenario lists though nothing in any of its cells can violate them.
//!
//! Whether a property applies in a cell is known when the cell has been explored to its end, and earlier if
//! something that could violate it has been seen. Budgets are numbers of states, so that the answer is the same on
//! every machine.

use std::collections::BTreeSet;

use pmdrace_engine::{Budget, Explored, Limits, search};
use pmdrace_mm::Property;
use pmdrace_scenario::{Diagnostic, Scenario};

/// The maximum number of states to explore of a cell.
const OF_A_CELL: u64 = 20_000;
/// The maximum number of states to explore of all cells together.
const OF_ALL: u64 = 200_000;

/// The properties that were not seen to apply in any cell.
pub(crate) struct Idle {
    /// The properties.
    pub(crate) properties: Vec<Property>,
    /// The number of cells that were explored to their end.
    pub(crate) explored: usize,
    /// The number of cells that were not: in these the properties may apply.
    pub(crate) left: usize,
    /// The loop bounds beyond which nothing was explored.
    pub(crate) bounds: BTreeSet<&'static str>,
}

/// Looks for listed properties that apply in no cell of the scenario.
pub(crate) fn idle(scenario: &Scenario) -> Result<Idle, Diagnostic> {
    let properties = scenario.listed_properties().map(|(property, _)| property).collect();
    let mut idle = Idle { properties, explored: 0, left: 0, bounds: BTreeSet::new() };
    let mut states = OF_ALL;
    for cell in scenario.cells(None).iter().filter(|cell| scenario.applies(cell)) {
        if idle.properties.is_empty() {
            break;
        }
        if states == 0 {
            idle.left += 1;
            continue;
        }
        let model = scenario.model(cell)?;
        let max_states = Some(states.min(OF_A_CELL));
        let budget = Budget::from(Limits { max_states, ..Limits::default() });
        // A cell that no engine runs is left as one that is too large.
        let Ok(outcome) = search::survey(&model, &budget) else {
            idle.left += 1;
            continue;
        };
        let lacks = |property: &Property| {
            let at = model.properties.iter().position(|its| its == property);
            at.is_some_and(|at| outcome.not_applicable.contains(&at))
        };
        idle.properties.retain(lacks);
        idle.bounds.extend(&outcome.bounds);
        match outcome.cut {
            None => idle.explored += 1,
            Some(_) => idle.left += 1,
        }
        if let Explored::States { states: its, .. } = outcome.explored {
            states = states.saturating_sub(its);
        }
    }
    Ok(idle)
}
