//! [`Cpus`]: to which CPUs something goes, such as an interrupt.

use std::ops::{BitOr, Not};

use crate::limits;

/// A set of CPUs, as indices into [`Model::roles`](crate::Model::roles), below [`limits::CPUS`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Cpus(u8);

impl Cpus {
    /// Every CPU.
    pub const ALL: Cpus = Cpus(u8::MAX);

    /// Whether a CPU is among them.
    pub fn contains(self, cpu: usize) -> bool {
        cpu < limits::CPUS && self.0 >> cpu & 1 != 0
    }
}

impl BitOr for Cpus {
    type Output = Cpus;

    /// The union.
    fn bitor(self, others: Cpus) -> Cpus {
        Cpus(self.0 | others.0)
    }
}

impl Not for Cpus {
    type Output = Cpus;

    /// The complement.
    fn not(self) -> Cpus {
        Cpus(!self.0)
    }
}

impl FromIterator<usize> for Cpus {
    /// The set of these; an index that no model has is left out.
    fn from_iter<I: IntoIterator<Item = usize>>(cpus: I) -> Cpus {
        let cpus = cpus.into_iter().filter(|cpu| *cpu < limits::CPUS);
        Cpus(cpus.fold(0, |bits, cpu| bits | 1 << cpu))
    }
}
