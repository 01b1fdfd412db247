//! [`Cpus`]: to which CPUs something goes, such as an interrupt.

use std::ops::{BitOr, Not};

/// Some CPUs, by their place among the model's.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Cpus(u8);

impl Cpus {
    /// All.
    pub const ALL: Cpus = Cpus(u8::MAX);

    /// Whether a CPU is among them.
    pub fn contains(self, cpu: usize) -> bool {
        self.0 >> cpu & 1 != 0
    }
}

impl BitOr for Cpus {
    type Output = Cpus;

    /// These and those.
    fn bitor(self, others: Cpus) -> Cpus {
        Cpus(self.0 | others.0)
    }
}

impl Not for Cpus {
    type Output = Cpus;

    /// All others.
    fn not(self) -> Cpus {
        Cpus(!self.0)
    }
}

impl FromIterator<usize> for Cpus {
    fn from_iter<I: IntoIterator<Item = usize>>(cpus: I) -> Cpus {
        Cpus(cpus.into_iter().fold(0, |bits, cpu| bits | 1 << cpu))
    }
}
