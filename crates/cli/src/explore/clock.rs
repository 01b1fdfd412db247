//! The clock that searches run by.

use std::sync::Arc;
use std::time::{Duration, Instant};

use pmdrace_engine::{Budget, Clock};

/// A clock that starts when it is made.
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts a clock.
    pub(crate) fn new() -> Stopwatch {
        Stopwatch(Instant::now())
    }
}

impl Clock for Stopwatch {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// The budget of a search that nothing ends early.
pub(crate) fn unlimited() -> Budget {
    Budget::unlimited(Arc::new(Stopwatch::new()))
}
