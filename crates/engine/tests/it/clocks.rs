//! Clocks for searches with a time limit.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use pmdrace_engine::Clock;

/// Stands still after ten seconds.
pub(crate) struct TenSeconds;

impl Clock for TenSeconds {
    fn elapsed(&self) -> Duration {
        Duration::from_secs(10)
    }
}

/// Runs out after it has been looked at so many times.
pub(crate) struct RunsOut(pub(crate) AtomicUsize);

impl Clock for RunsOut {
    fn elapsed(&self) -> Duration {
        match self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1))
        {
            Ok(_) => Duration::ZERO,
            Err(_) => Duration::from_secs(60),
        }
    }
}

/// Advances by a millisecond each time it is looked at.
pub(crate) struct Ticking(pub(crate) AtomicUsize);

impl Clock for Ticking {
    fn elapsed(&self) -> Duration {
        Duration::from_millis(self.0.fetch_add(1, Ordering::Relaxed) as u64)
    }
}
