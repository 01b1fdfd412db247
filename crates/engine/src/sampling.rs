//! Random executions: how to sample them, and what a sample says about a bug that it did not find.
//!
//! The guarantee is that of PCT (Burckhardt, Kothari, Musuvathi, Nagarakatte, "A Randomized Scheduler with
//! Probabilistic Guarantees of Finding Bugs", ASPLOS 2010). The depth of a bug is the number of orderings
//! between steps of different threads that suffice to trigger it. One execution triggers any given bug with
//! at least a probability that depends on depth, threads and steps, and executions are sampled independently.

use serde::{Deserialize, Serialize};

/// How the steps of a random execution are chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Scheduler {
    /// At each step uniformly one of the CPUs that can step, then uniformly one of its steps.
    Uniform,
    /// By random priorities that change at a few random steps (PCT).
    Pct {
        /// The depth of the bugs that the guarantee covers, from 1.
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

/// How to sample.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sampling {
    /// The seed of the random numbers: the same seed gives the same executions.
    pub seed: u64,
    /// How the steps are chosen.
    pub scheduler: Scheduler,
}

impl Sampling {
    /// The default number of executions.
    pub const EXECUTIONS: u64 = 10_000;
}

/// How executions were sampled.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sampled {
    /// The settings.
    pub sampling: Sampling,
    /// What the sample says about bugs that it did not find; None if nothing.
    pub guarantee: Option<Guarantee>,
}

/// What independent samples say about a bug that none of them triggers.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Guarantee {
    /// One execution triggers a given bug of the depth with at least this probability.
    pub probability: f64,
    /// It covers executions of at most this many steps: the longest that the learned automata allow.
    pub steps: u64,
    /// Whether it covers only bugs that need no stale value: every read returns the newest store.
    pub newest: bool,
    /// The number of executions it is based on: those sampled for this many steps.
    pub executions: u64,
}

impl Guarantee {
    /// PCT's probability for this many threads, with priorities that change within this many decisions.
    pub(crate) fn pct(depth: u8, threads: usize, decisions: u64) -> f64 {
        let changes = i32::from(depth.saturating_sub(1));
        1.0 / (threads as f64 * (decisions.max(1) as f64).powi(changes))
    }

    /// The maximum probability that all executions miss a given bug of the depth.
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
    fn without_executions_nothing_is_excluded() {
        assert_eq!(guarantee(0.5, 0), 1.0);
        assert_eq!(guarantee(1.0, 0), 1.0);
        assert_eq!(guarantee(1.0, 3), 0.0);
        assert!((guarantee(0.5, 3) - 0.125).abs() < 1e-12);
        // One minus the probability rounds to one in floating point; a million million such samples still
        // count.
        assert!(guarantee(1e-17, 1_000_000_000_000) < 1.0);
    }
}
