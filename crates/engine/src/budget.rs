//! The limits of a search.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{Cut, Sampling, Scheduler};

/// The time that a search has taken, provided by a caller that may read a clock.
pub trait Clock: Send + Sync {
    /// The time since the search began.
    fn elapsed(&self) -> Duration;
}

/// The progress of a state-space search or of sampling, readable while it runs.
#[derive(Default, Debug)]
pub struct Progress {
    /// Distinct states visited.
    pub states: AtomicU64,
    /// Visited states whose successors have not been computed yet.
    pub frontier: AtomicU64,
    /// The depth of the states being expanded, in steps.
    pub level: AtomicU64,
    /// The steps of the longest execution that the routines' lengths allow, an upper bound of `level`.
    pub levels_at_most: AtomicU64,
    /// Executions sampled.
    pub drawn: AtomicU64,
}

/// Limits on one search, checked before every execution and every few hundred states.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Limits {
    /// The maximum number of executions.
    pub max_executions: Option<u64>,
    /// The maximum time, by the clock of the [`Budget`].
    pub max_time: Option<Duration>,
    /// The maximum number of states.
    pub max_states: Option<u64>,
    /// The maximum memory for visited states, in bytes.
    pub max_memory: Option<u64>,
    /// The preemption bound of an execution, for an engine that counts executions. A search under a bound
    /// finds violations and proves nothing.
    pub max_preemptions: Option<usize>,
    /// Stop at the first violating execution instead of counting them all.
    pub first_violation: bool,
    /// The maximum number of threads, for an engine that uses them.
    pub threads: NonZeroUsize,
    /// How to sample executions; `max_executions` is their number, by default [`Sampling::EXECUTIONS`].
    pub sampling: Sampling,
}

impl Default for Limits {
    /// No limits, one thread.
    fn default() -> Limits {
        Limits {
            max_executions: None,
            max_time: None,
            max_states: None,
            max_memory: None,
            max_preemptions: None,
            first_violation: false,
            threads: NonZeroUsize::MIN,
            sampling: Sampling { seed: 0, scheduler: Scheduler::Uniform },
        }
    }
}

/// The limits of one search, its clock, and how it is observed and interrupted from outside.
#[derive(Clone)]
pub struct Budget {
    /// The limits.
    pub limits: Limits,
    /// The clock for `max_time`: see [`Budget::with_clock`].
    pub clock: Arc<dyn Clock>,
    /// The progress, updated by an engine that counts states or samples executions.
    pub progress: Arc<Progress>,
    /// Set from outside to end the search with the results so far.
    pub interrupted: Arc<AtomicBool>,
}

/// A clock that stands still.
struct Stopped;

impl Clock for Stopped {
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}

impl From<Limits> for Budget {
    fn from(limits: Limits) -> Budget {
        Budget {
            limits,
            clock: Arc::new(Stopped),
            progress: Arc::default(),
            interrupted: Arc::default(),
        }
    }
}

impl Budget {
    /// No limits, one thread, and a clock that stands still.
    pub fn unlimited() -> Budget {
        Limits::default().into()
    }

    /// The same budget by another clock. Without one that runs, `max_time` never ends a search, and every
    /// duration is zero.
    #[must_use]
    pub fn with_clock(self, clock: Arc<dyn Clock>) -> Budget {
        Budget { clock, ..self }
    }

    /// Whether the search was asked to end.
    pub(crate) fn is_interrupted(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed)
    }

    /// Why the search must end after `executions`, if it must.
    pub(crate) fn spent(&self, executions: u64) -> Option<Cut> {
        if self.is_interrupted() {
            return Some(Cut::Interrupted);
        }
        if self.limits.max_executions.is_some_and(|max| executions >= max) {
            return Some(Cut::MaxExecutions);
        }
        if self.limits.max_time.is_some_and(|max| self.clock.elapsed() >= max) {
            return Some(Cut::MaxTime);
        }
        None
    }
}
