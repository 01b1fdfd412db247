//! Stress: the routines on real threads.
//!
//! Every CPU of a model is a host thread, its words are host atomics, its locks are `parking_lot`'s and its
//! RCU sections are pins of `crossbeam`'s epochs. A round is one execution, of which only the CPUs'
//! observations are recorded; the state-space engine then determines which executions fit them
//! ([`search::explain`]), whether they violate a property, and whether the memory model permits any of them.
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
use rand::rngs::SmallRng;
use rand::seq::SliceRandom;

use crate::search::{self, Certainty, Explanation, Permitted};
use crate::{Budget, Cut, EngineError, Observation};
use batch::{Bench, generator};

pub use batch::Settings;

/// An observation made in some rounds.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The observation.
    pub observation: Observation,
    /// The number of rounds.
    pub rounds: u64,
    /// The first of them, from 1.
    pub first: u64,
    /// The time of the rounds up to it, estimated from its place among the rounds of its batch.
    pub after: Duration,
    /// The executions that fit, or why they cannot be determined.
    pub explanation: Result<Explanation, EngineError>,
}

/// The results of the rounds of one model.
#[derive(Clone, Debug, Default)]
pub struct Stressed {
    /// The number of rounds.
    pub rounds: u64,
    /// Their time.
    pub time: Duration,
    /// The observations, in the order in which they were first made.
    pub seen: Vec<Seen>,
    /// Why there are no more rounds: some CPU waited forever, or something panicked.
    pub error: Option<EngineError>,
}

impl Seen {
    /// The executions that fit, if there are any and they could be determined.
    pub fn permitted(&self) -> Option<&Permitted> {
        match &self.explanation {
            Ok(Explanation::Permitted(permitted)) => Some(permitted),
            _ => None,
        }
    }

    /// Whether it certainly violates a property.
    pub fn violates(&self) -> bool {
        self.permitted().is_some_and(|found| found.violated.contains(&Certainty::Certainly))
    }
}

/// One model under stress.
struct Cell {
    model: Arc<Model>,
    bench: Bench,
    /// The index of each observation, by its numbers.
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

    /// Runs a batch and explains new observations.
    fn batch(&mut self, settings: Settings, random: &mut SmallRng, budget: &Budget) {
        let begun = budget.clock.elapsed();
        let ran = self.bench.run(settings, random);
        let took = budget.clock.elapsed().saturating_sub(begun);
        let logs = match ran {
            Ok(logs) => logs,
            Err(error) => {
                self.stressed.error = Some(error);
                return;
            }
        };
        let stressed = &mut self.stressed;
        let rounds: Vec<Vec<u32>> = logs.rounds().collect();
        let each = took / rounds.len().max(1) as u32;
        for (index, numbers) in rounds.into_iter().enumerate() {
            stressed.rounds += 1;
            if let Some(seen) = self.known.get(&numbers) {
                stressed.seen[*seen].rounds += 1;
                continue;
            }
            let observation = self.bench.observation(&numbers);
            let explanation = search::explain(&self.model, &observation);
            let (first, after) = (stressed.rounds, stressed.time + each * (index as u32 + 1));
            self.known.insert(numbers, stressed.seen.len());
            stressed.seen.push(Seen { observation, rounds: 1, first, after, explanation });
        }
        stressed.time += took;
    }
}

/// Runs rounds of these models until the budget ends, in batches, in a new random order of the models each
/// time. Returns the results per model, and why it ended.
///
/// A budget without a limit ends when it is interrupted. `max_executions` limits the rounds of all models
/// together, and `first_violation` ends them when some round has certainly violated a property.
pub fn stress(models: &[Arc<Model>], settings: Settings, budget: &Budget) -> (Vec<Stressed>, Cut) {
    let mut random = generator(settings.seed);
    let mut cells: Vec<Cell> = models.iter().map(|model| Cell::new(model, settings)).collect();
    let cut = run(&mut cells, settings, &mut random, budget);
    (cells.into_iter().map(|cell| cell.stressed).collect(), cut)
}

fn run(cells: &mut [Cell], settings: Settings, random: &mut SmallRng, budget: &Budget) -> Cut {
    let mut rounds = 0;
    loop {
        let running = |cell: &usize| cells[*cell].stressed.error.is_none();
        let mut order: Vec<usize> = (0..cells.len()).filter(running).collect();
        if order.is_empty() {
            return Cut::Failed;
        }
        order.shuffle(random);
        for index in order {
            if let Some(cut) = budget.spent(rounds) {
                return cut;
            }
            let cell = &mut cells[index];
            let before = (cell.stressed.rounds, cell.stressed.seen.len());
            cell.batch(settings, random, budget);
            rounds += cell.stressed.rounds - before.0;
            if budget.limits.first_violation
                && cell.stressed.seen[before.1..].iter().any(Seen::violates)
            {
                return Cut::FirstViolation;
            }
        }
    }
}
