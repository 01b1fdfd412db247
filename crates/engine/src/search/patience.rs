//! How long the search for a trace may go on.
//!
//! A violation that was found is worth a trace, but not more time or memory than the budget has. The searches
//! for traces follow one another, and each may take half of the time that is left. Where the budget leaves
//! nothing, because it has ended the search for violations, they share [`GRACE`], so that most violations have
//! a trace all the same.

use std::time::Duration;

use crate::{Budget, Cut};

/// The time for traces where the budget leaves less.
const GRACE: Duration = Duration::from_millis(500);

/// The time and memory for the traces of one search.
pub(super) struct Patience {
    budget: Budget,
    /// When all of them must end.
    end: Option<Duration>,
    /// Whether the search for violations was interrupted: that request is known.
    interrupted: bool,
}

/// The part of one search for a trace.
pub(super) struct Share<'p> {
    patience: &'p Patience,
    until: Option<Duration>,
}

impl Patience {
    /// What a budget leaves.
    pub(super) fn new(budget: &Budget) -> Patience {
        let now = budget.clock.elapsed();
        let interrupted = budget.is_interrupted();
        let end = match budget.limits.max_time {
            _ if interrupted => Some(now + GRACE),
            max_time => max_time.map(|max| max.max(now + GRACE)),
        };
        Patience { budget: budget.clone(), end, interrupted }
    }

    /// Half of the time that is left.
    pub(super) fn share(&self) -> Share<'_> {
        let now = self.budget.clock.elapsed();
        let until = self.end.map(|end| now + end.saturating_sub(now) / 2);
        Share { patience: self, until }
    }
}

impl Share<'_> {
    /// Why the search must end that has taken this much memory, in bytes, if it must.
    pub(super) fn spent(&self, memory: usize) -> Option<Cut> {
        let Patience { budget, interrupted, .. } = self.patience;
        if budget.is_interrupted() && !interrupted {
            return Some(Cut::Interrupted);
        }
        if self.until.is_some_and(|until| budget.clock.elapsed() >= until) {
            return Some(if *interrupted { Cut::Interrupted } else { Cut::MaxTime });
        }
        let most = budget.limits.max_memory;
        most.is_some_and(|most| memory as u64 >= most).then_some(Cut::MaxMemory)
    }
}
