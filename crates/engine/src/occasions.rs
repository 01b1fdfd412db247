//! Which properties the CPUs had occasion to violate.
//!
//! Histories that are merged are learned together, so the state-space engine may count an occasion that only a
//! history nobody reaches provides. A property can then hold that strictly speaking does not apply; never the
//! other way round.

use pmdrace_mm::Model;
use pmdrace_mm::occasion::occasions;

/// The occasions seen, two bits per property of the model: see [`pmdrace_mm::occasion`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Occasions(u64);

impl Occasions {
    /// Adds what an event contributes to the property at `index`.
    pub(crate) fn add(&mut self, index: usize, bits: u8) {
        self.0 |= u64::from(bits) << (2 * index);
    }

    /// Adds others.
    pub(crate) fn merge(&mut self, other: Occasions) {
        self.0 |= other.0;
    }

    /// Whether the property at `index` could be violated in some order of the events seen.
    pub fn apply(self, model: &Model, index: usize) -> bool {
        let (wanted, _) = occasions(model.properties[index]);
        (self.0 >> (2 * index)) as u8 & 3 & wanted == wanted
    }
}
