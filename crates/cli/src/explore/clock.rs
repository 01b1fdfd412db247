//! The clock that searches run by.

use std::time::{Duration, Instant};

use pmdrace_engine::Clock;

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
