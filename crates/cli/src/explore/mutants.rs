//! Mutation adequacy: does some scenario need each guard that the routines rely on?
//!
//! Each guard is switched off in every cell that relies on it, until a property that is expected to hold there, and
//! does with the guard, is violated. If that never happens, the mutant survives: no scenario needs the guard.

use std::sync::Arc;

use pmdrace_engine::{Budget, EngineError, search};
use pmdrace_report::{Caught, Mutation};
use pmdrace_scenario::{Diagnostic, Mutant, Scenario};

/// Why a mutant could not be explored.
#[derive(Debug, thiserror::Error)]
pub enum MutationError {
    /// The model cannot be built.
    #[error("{0}")]
    Model(Diagnostic),
    /// Without the statements of one label, what is left of some steps is wrong.
    #[error(
        "{of} cannot do without {guard}: {problem}; give statements that are left out together one label"
    )]
    Steps {
        /// The scenario and CPU.
        of: String,
        /// The label.
        guard: String,
        /// What is wrong with the rest.
        problem: Box<Diagnostic>,
    },
    /// The engine cannot run the model.
    #[error("{0}")]
    Engine(#[from] EngineError),
}

/// Switches off every guard of these scenarios in turn, and calls `done` after each.
///
/// # Errors
/// When a mutant cannot be built or run: a routine must terminate without any one guard.
pub fn mutate(
    scenarios: &[&Scenario],
    done: &dyn Fn(&Mutation),
) -> Result<Vec<Mutation>, MutationError> {
    // A search that was cut short could miss that a guard is needed.
    let budget = &Budget::unlimited();
    let mut all: Vec<Mutation> = Vec::new();
    for mutant in scenarios.iter().flat_map(|scenario| scenario.mutants()) {
        if !all.iter().any(|known| is_same(&known.guard, &mutant)) {
            let mutation = attack(scenarios, mutant, budget)?;
            done(&mutation);
            all.push(mutation);
        }
    }
    Ok(all)
}

/// Whether two CPUs have the same guard of the same routine.
fn is_same(one: &Mutant, other: &Mutant) -> bool {
    (&one.of, &one.guard) == (&other.of, &other.guard)
}

/// Looks for the first cell that needs the guard.
fn attack(
    scenarios: &[&Scenario],
    guard: Mutant,
    budget: &Budget,
) -> Result<Mutation, MutationError> {
    let mut mutation = Mutation { guard, caught: None, tried: 0 };
    for scenario in scenarios {
        let mutants = scenario.mutants();
        let mutants = mutants.iter().filter(|mutant| is_same(&mutation.guard, mutant));
        let cells = scenario.cells(None);
        let cells = cells.iter().filter(|cell| scenario.applies(cell));
        for (mutant, cell) in
            mutants.flat_map(|mutant| cells.clone().map(move |cell| (mutant, cell)))
        {
            let model = scenario.mutated(cell, mutant).map_err(|problem| {
                let Mutant { of, guard, .. } = mutant.clone();
                MutationError::Steps { of, guard, problem: Box::new(problem) }
            })?;
            let Some(model) = model.map(Arc::new) else { continue };
            mutation.tried += 1;
            let outcome = search::check(Arc::clone(&model), budget)?;
            let judged = model.properties.iter().zip(outcome.properties).enumerate();
            let mut surprises = judged
                .filter(|(_, (property, _))| !scenario.expects_violation(cell, **property))
                .filter_map(|(at, (property, found))| Some((at, property.name(), found.shortest?)))
                .peekable();
            if surprises.peek().is_none() {
                continue;
            }
            // What is violated with every guard on says nothing about this one.
            let whole = Arc::new(scenario.model(cell).map_err(MutationError::Model)?);
            let whole = search::check(whole, budget)?.properties;
            let surprise = surprises.find(|(at, ..)| whole[*at].violating == 0);
            if let Some((_, property, example)) = surprise {
                let (scenario, cell) = (scenario.name().to_owned(), cell.clone());
                mutation.caught = Some(Caught { scenario, cell, property, model, example });
                return Ok(mutation);
            }
        }
    }
    Ok(mutation)
}
