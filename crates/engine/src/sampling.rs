//! Executions drawn at random: how to draw them, and what a draw says about a bug that it did not show.
//!
//! The guarantee is that of PCT (Burckhardt, Kothari, Musuvathi, Nagarakatte, "A Randomized Scheduler with
//! Probabilistic Guarantees of Finding Bugs", ASPLOS 2010). The depth of a bug is how many orders between two
//! steps of different threads are enough to bring it about. Whatever the bug, one execution shows it with at
//! least a certain probability, which depth, threads and steps say, and executions are drawn independently.

use serde::{Deserialize, Serialize};

/// How the steps of a random execution are chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Scheduler {
    /// Each time any CPU that can step, all equally likely, and then any of the steps it can take.
    Uniform,
    /// By random priorities that change at a few random steps (PCT).
    Pct {
        /// The depth of the bugs that the guarantee is about, from 1.
        depth: u8,
    },
}

impl Scheduler {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Scheduler::Uniform => "uniform",
            Scheduler::Pct { .. } => "pct",
        }
    }
}

/// What to draw.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sampling {
    /// Where the random numbers come from: the same seed draws the same executions.
    pub seed: u64,
    /// How the steps are chosen.
    pub scheduler: Scheduler,
}

impl Sampling {
    /// How many executions are drawn unless a budget says otherwise.
    pub const EXECUTIONS: u64 = 10_000;
}

/// What was drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sampled {
    /// How.
    pub sampling: Sampling,
    /// What it says about bugs that it did not show; None: nothing.
    pub guarantee: Option<Guarantee>,
}

/// What independent draws say about a bug that none of them shows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Guarantee {
    /// One execution shows a given bug of the depth with at least this probability.
    pub probability: f64,
    /// It is about bugs in executions of at most so many steps: the most that any execution made of what was
    /// learned takes.
    pub steps: u64,
    /// Whether it is about bugs only that need no old value: every read returns the newest store.
    pub newest: bool,
    /// How many executions it counts: those drawn for so many steps.
    pub executions: u64,
}

impl Guarantee {
    /// What PCT says of so many threads, with priorities that change within so many decisions.
    pub(crate) fn pct(depth: u8, threads: usize, decisions: u64) -> f64 {
        let changes = i32::from(depth.saturating_sub(1));
        1.0 / (threads as f64 * (decisions.max(1) as f64).powi(changes))
    }

    /// All the executions miss a given bug of the depth with at most this probability.
    pub fn missed_at_most(&self) -> f64 {
        match self.executions {
            0 => 1.0,
            executions => (executions as f64 * (-self.probability).ln_1p()).exp(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Guarantee;

    fn guarantee(probability: f64, executions: u64) -> f64 {
        Guarantee { probability, steps: 10, newest: false, executions }.missed_at_most()
    }

    #[test]
    fn the_bound_is_that_of_the_paper() {
        assert_eq!(Guarantee::pct(1, 4, 50), 0.25);
        assert_eq!(Guarantee::pct(2, 2, 50), 0.01);
        assert_eq!(Guarantee::pct(3, 2, 50), 0.0002);
    }

    #[test]
    fn what_no_execution_counts_for_is_not_excluded() {
        assert_eq!(guarantee(0.5, 0), 1.0);
        assert_eq!(guarantee(1.0, 0), 1.0);
        assert_eq!(guarantee(1.0, 3), 0.0);
        assert!((guarantee(0.5, 3) - 0.125).abs() < 1e-12);
        // One minus the probability is one in floating point; a million million such draws are not nothing.
        assert!(guarantee(1e-17, 1_000_000_000_000) < 1.0);
    }
}
