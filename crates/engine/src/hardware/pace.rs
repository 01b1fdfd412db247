//! The delays of the CPUs at the beginning and between steps, which make rounds differ.
//!
//! Threads that begin together and run freely produce the same few interleavings again and again. So every
//! CPU begins after a random delay and sometimes waits between two steps, for a time whose order of magnitude
//! is random too, because race windows differ widely in length.

use std::cell::RefCell;
use std::hint;
use std::num::NonZeroU32;
use std::thread;

use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};

/// One step in this many is delayed.
const DELAYED: u32 = 3;
/// The longest delay: the binary logarithm of iterations of a waiting loop.
const LONGEST: u32 = 8;

/// The pace of one thread.
pub(super) struct Pace {
    random: RefCell<SmallRng>,
    yield_every: Option<NonZeroU32>,
}

impl Pace {
    pub(super) fn new(seed: u64, yield_every: Option<NonZeroU32>) -> Pace {
        Pace { random: RefCell::new(SmallRng::seed_from_u64(seed)), yield_every }
    }

    /// Delays a CPU's first step.
    pub(super) fn start(&self) {
        self.wait();
    }

    /// Sometimes delays a step that other CPUs may observe.
    pub(super) fn step(&self) {
        if self.random.borrow_mut().random_ratio(1, DELAYED) {
            self.wait();
        }
        let gives_way = |every: NonZeroU32| self.random.borrow_mut().random_ratio(1, every.get());
        if self.yield_every.is_some_and(gives_way) {
            thread::yield_now();
        }
    }

    fn wait(&self) {
        let turns = {
            let mut random = self.random.borrow_mut();
            let most = 1_u32 << random.random_range(0..=LONGEST);
            random.random_range(0..most)
        };
        (0..turns).for_each(|_| hint::spin_loop());
    }
}
