//! The gate: where the threads of a machine wait for each other, so that each round begins for all at once.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crossbeam::utils::{Backoff, CachePadded};

/// A gate for so many threads.
pub(super) struct Gate {
    threads: usize,
    arrived: CachePadded<AtomicUsize>,
    broken: AtomicBool,
}

impl Gate {
    pub(super) fn new(threads: usize) -> Gate {
        Gate { threads, arrived: CachePadded::default(), broken: AtomicBool::new(false) }
    }

    /// Waits for the others before a round; tells whether it begins at all.
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

    /// Keeps every later round from beginning.
    pub(super) fn close(&self) {
        self.broken.store(true, Ordering::Relaxed);
    }
}
