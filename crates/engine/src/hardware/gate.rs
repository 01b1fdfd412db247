//! The gate: where the threads of a machine wait for each other, so that all begin each round together.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crossbeam::utils::{Backoff, CachePadded};

/// A gate for this many threads.
pub(super) struct Gate {
    threads: usize,
    arrived: CachePadded<AtomicUsize>,
    broken: AtomicBool,
}

impl Gate {
    pub(super) fn new(threads: usize) -> Gate {
        Gate { threads, arrived: CachePadded::default(), broken: AtomicBool::new(false) }
    }

    /// Waits for the others before a round; returns whether the round takes place.
    pub(super) fn pass(&self, round: usize) -> bool {
        self.arrived.fetch_add(1, Ordering::AcqRel);
        let all = (round + 1) * self.threads;
        let backoff = Backoff::new();
        while self.arrived.load(Ordering::Acquire) < all {
            if self.broken.load(Ordering::Relaxed) {
                return false;
            }
            backoff.snooze();
        }
        true
    }

    /// Prevents all later rounds.
    pub(super) fn close(&self) {
        self.broken.store(true, Ordering::Relaxed);
    }
}
