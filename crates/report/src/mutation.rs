//! Mutation adequacy: is every guard that the routines rely on one that some scenario needs?
//!
//! Each guard is switched off in every cell that relies on it, until a property that is expected to hold there
//! is violated. A guard for which that never happens survives: nothing shows what it is for.

use std::fmt::Write as _;
use std::sync::Arc;

use pmdrace_engine::{Budget, Counterexample, EngineError, search};
use pmdrace_mm::Model;
use pmdrace_mm::routine::Guard;
use pmdrace_scenario::{CellKey, Diagnostic, Scenario};

use crate::teller::is_step;

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
        self.example.events[..=self.example.at].iter().filter(|event| is_step(event)).count()
    }
}

/// Why a mutant could not be explored.
#[derive(Debug, thiserror::Error)]
pub enum MutationError {
    /// Its model cannot be built.
    #[error("{0}")]
    Model(Diagnostic),
    /// The engine cannot run it.
    #[error("{0}")]
    Engine(#[from] EngineError),
}

impl Mutation {
    /// Why the guard is there although nothing shows that it is needed.
    pub fn reason(&self) -> Option<&'static str> {
        self.guard.uncaught
    }

    /// Whether it survives and nobody says why.
    pub fn survives(&self) -> bool {
        self.caught.is_none() && self.reason().is_none()
    }
}

/// Switches off every guard of these scenarios, one at a time; calls `done` after each.
///
/// # Errors
/// When a mutant cannot be built or run: without a guard a routine must still end.
pub fn mutate(
    scenarios: &[&Scenario],
    done: &dyn Fn(&Mutation),
) -> Result<Vec<Mutation>, MutationError> {
    // A search that something cut would take a guard for one that nothing needs.
    let budget = &Budget::unlimited();
    let mut all: Vec<Mutation> = Vec::new();
    for scenario in scenarios {
        for mutant in scenario.mutants() {
            let known = all.iter().any(|known| {
                (known.routine, known.guard.name) == (mutant.routine, mutant.guard.name)
            });
            if !known {
                let mut mutation = Mutation {
                    routine: mutant.routine,
                    guard: mutant.guard,
                    caught: None,
                    tried: 0,
                };
                for scenario in scenarios {
                    attack(scenario, &mut mutation, budget)?;
                }
                done(&mutation);
                all.push(mutation);
            }
        }
    }
    Ok(all)
}

/// Looks for a cell of a scenario that needs the guard, unless one was found before.
fn attack(
    scenario: &Scenario,
    mutation: &mut Mutation,
    budget: &Budget,
) -> Result<(), MutationError> {
    let mutants = scenario.mutants();
    let mutants = mutants.iter().filter(|mutant| {
        (mutant.routine, mutant.guard.name) == (mutation.routine, mutation.guard.name)
    });
    for mutant in mutants {
        for cell in scenario.cells(None) {
            if mutation.caught.is_some() {
                return Ok(());
            }
            if cell.not_applicable.is_some() {
                continue;
            }
            let model = scenario.mutated(&cell, mutant).map_err(MutationError::Model)?;
            let Some(model) = model.map(Arc::new) else { continue };
            mutation.tried += 1;
            let outcome = search::check(Arc::clone(&model), budget)?;
            let judged = model.properties.iter().zip(outcome.properties);
            let surprise = judged
                .filter(|(property, _)| !scenario.expects_violation(&cell, **property))
                .find_map(|(property, found)| Some((property.name(), found.shortest?)));
            if let Some((property, example)) = surprise {
                let scenario = scenario.name().to_owned();
                mutation.caught = Some(Caught { scenario, cell, property, model, example });
            }
        }
    }
    Ok(())
}

/// The table: guard, what it protects against, what catches it, and how long the shortest execution is.
pub fn mutation_table(mutations: &[Mutation]) -> String {
    let mut text = String::new();
    let mut routine = "";
    for mutation in mutations {
        if mutation.routine != routine {
            routine = mutation.routine;
            let _ = writeln!(text, "{routine}");
        }
        let _ = writeln!(text, "  {:<18} {}", mutation.guard.name, mutation.guard.protects);
        let _ = match (&mutation.caught, mutation.reason()) {
            (Some(caught), _) => writeln!(
                text,
                "  {:<18} caught: {} in {} {}, {} steps",
                "",
                caught.property,
                caught.scenario,
                caught.cell,
                caught.steps()
            ),
            (None, Some(reason)) => writeln!(text, "  {:<18} not caught: {reason}", ""),
            (None, None) => writeln!(
                text,
                "  {:<18} SURVIVES: {} cells rely on it, and none shows what for",
                "", mutation.tried
            ),
        };
    }
    text
}
