//! The routines on real threads: what stress finds, and what it does not.
//!
//! Every CPU of a model is a thread of the host, its words are the host's atomics, its locks are `parking_lot`'s
//! and its RCU sections are pins of `crossbeam`'s epochs. A round is one execution. All that is recorded of it is
//! what the CPUs observed; the state-space engine then says which executions fit that
//! ([`statespace::explain`]), whether they violate a property, and whether the memory model permits any of them.
//!
//! Stress proves nothing: a property that no round violates may be violated in the next.

mod batch;
mod cpu;
mod gate;
mod machine;
mod pace;
mod words;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use pmdrace_mm::Model;
use rand::RngExt;

use crate::statespace::{self, Explanation};
use crate::{Budget, Cut, EngineError, Observation};
use batch::{Bench, generator};

pub use batch::Settings;

/// Something that CPUs observed in some rounds.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What.
    pub observation: Observation,
    /// In how many rounds.
    pub rounds: u64,
    /// The first of them, from 1.
    pub first: u64,
    /// How long the rounds up to it took.
    pub after: Duration,
    /// The executions that fit; or why nobody can tell.
    pub explanation: Result<Explanation, EngineError>,
}

/// What the rounds of one model showed.
#[derive(Clone, Debug, Default)]
pub struct Stressed {
    /// How many there were.
    pub rounds: u64,
    /// How long they took.
    pub time: Duration,
    /// What was observed, in the order in which it was first seen.
    pub seen: Vec<Seen>,
    /// Why there are no more rounds: some CPU waited for ever, or something panicked.
    pub error: Option<EngineError>,
}

impl Seen {
    /// Whether some execution that fits violates a property of the model, if any fits.
    fn violates(&self) -> bool {
        let Ok(Explanation::Permitted(permitted)) = &self.explanation else { return false };
        permitted.violated.iter().any(|certainty| *certainty != statespace::Certainty::No)
    }
}

/// One model under stress.
struct Cell {
    model: Arc<Model>,
    bench: Bench,
    /// What was seen, by its numbers.
    known: HashMap<Vec<u32>, usize>,
    stressed: Stressed,
}

impl Cell {
    fn new(model: &Arc<Model>, settings: Settings) -> Cell {
        Cell {
            model: Arc::clone(model),
            bench: Bench::new(Arc::clone(model), settings),
            known: HashMap::new(),
            stressed: Stressed::default(),
        }
    }
}

/// Runs rounds of these models until the budget ends it; which model the next rounds are of is drawn at random.
/// Returns what each showed, and why it ended.
///
/// A budget without a limit ends when it is interrupted. `max_executions` limits the rounds of all models
/// together, and `first_violation` ends them when some round may have violated something.
pub fn stress(models: &[Arc<Model>], settings: Settings, budget: &Budget) -> (Vec<Stressed>, Cut) {
    let mut random = generator(settings.seed);
    let mut cells: Vec<Cell> = models.iter().map(|model| Cell::new(model, settings)).collect();
    let mut rounds = 0;
    let cut = loop {
        let running: Vec<usize> =
            (0..cells.len()).filter(|cell| cells[*cell].stressed.error.is_none()).collect();
        if let Some(cut) = budget.spent(rounds) {
            break cut;
        }
        if running.is_empty() {
            break Cut::Failed;
        }
        let cell = &mut cells[running[random.random_range(0..running.len())]];
        let before = (cell.stressed.rounds, cell.stressed.seen.len());
        cell.batch(settings, &mut random, budget);
        rounds += cell.stressed.rounds - before.0;
        if budget.first_violation && cell.stressed.seen[before.1..].iter().any(Seen::violates) {
            break Cut::FirstViolation;
        }
    };
    (cells.into_iter().map(|cell| cell.stressed).collect(), cut)
}

impl Cell {
    /// Runs a batch and has what is new explained.
    fn batch(&mut self, settings: Settings, random: &mut rand::rngs::SmallRng, budget: &Budget) {
        let begun = budget.clock.elapsed();
        let ran = self.bench.run(settings, random);
        let stressed = &mut self.stressed;
        stressed.time += budget.clock.elapsed().saturating_sub(begun);
        let logs = match ran {
            Ok(logs) => logs,
            Err(error) => {
                stressed.error = Some(error);
                return;
            }
        };
        for numbers in logs.rounds() {
            stressed.rounds += 1;
            if let Some(seen) = self.known.get(&numbers) {
                stressed.seen[*seen].rounds += 1;
                continue;
            }
            let observation = self.bench.observation(&numbers);
            let explanation = statespace::explain(&self.model, &observation);
            let (first, after) = (stressed.rounds, stressed.time);
            self.known.insert(numbers, stressed.seen.len());
            stressed.seen.push(Seen { observation, rounds: 1, first, after, explanation });
        }
    }
}
