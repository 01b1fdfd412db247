//! What may end a search before it is complete.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::Cut;

/// The time that a search has taken, told by whoever may read a clock.
pub trait Clock: Send + Sync {
    /// The time since the search began.
    fn elapsed(&self) -> Duration;
}

/// Limits on one search. Looked at before every execution.
#[derive(Clone)]
pub struct Budget {
    /// At most this many executions.
    pub max_executions: Option<u64>,
    /// At most this much time.
    pub max_time: Option<Duration>,
    /// At most this many preemptions in an execution; the result then holds only up to that bound.
    pub max_preemptions: Option<usize>,
    /// Stop at the first violating execution instead of counting them all.
    pub first_violation: bool,
    /// The clock for `max_time`.
    pub clock: Arc<dyn Clock>,
    /// Set from outside to end the search with what it has found.
    pub interrupted: Arc<AtomicBool>,
}

impl Budget {
    /// Why the search must end after `executions`, if it must.
    pub(crate) fn spent(&self, executions: u64) -> Option<Cut> {
        if self.interrupted.load(Ordering::Relaxed) {
            return Some(Cut::Interrupted);
        }
        if self.max_executions.is_some_and(|max| executions >= max) {
            return Some(Cut::MaxExecutions);
        }
        if self.max_time.is_some_and(|max| self.clock.elapsed() >= max) {
            return Some(Cut::MaxTime);
        }
        None
    }
}
