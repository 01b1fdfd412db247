//! The outcome for which a litmus test is named: certain registers have certain final values.
//!
//! As in the `exists` clause of herd7 (Alglave, Maranget and Tautschnig, "Herding Cats", TOPLAS 2014), but a
//! conjunction over registers only. A test about the order of two stores has CPUs that read them.

use crate::{Event, Note, Op};

/// A register of a CPU in a litmus test, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Register(pub u8);

/// A condition on one register.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// The CPU, as an index into [`crate::Model::roles`].
    pub cpu: usize,
    /// The register.
    pub register: Register,
    /// The value.
    pub value: u64,
}

/// A conjunction of terms. A register is assigned once, so a term that is met stays met.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Exists {
    /// The terms; if empty, never met.
    pub terms: Vec<Term>,
}

impl Exists {
    /// The index of the term that this CPU's note meets.
    pub fn meets(&self, cpu: usize, note: &Note) -> Option<usize> {
        let Note::Register { register, value } = note else { return None };
        self.terms.iter().position(|t| (t.cpu, t.register, t.value) == (cpu, *register, *value))
    }

    /// The number of terms about this CPU.
    pub fn terms_of(&self, cpu: usize) -> usize {
        self.terms.iter().filter(|term| term.cpu == cpu).count()
    }

    /// The index of the event that meets the last term.
    pub fn met_at(&self, events: &[Event]) -> Option<usize> {
        let mut open: Vec<bool> = vec![true; self.terms.len()];
        for (index, event) in events.iter().enumerate() {
            let Op::Note(note) = &event.op else { continue };
            if let Some(term) = self.meets(event.cpu, note) {
                open[term] = false;
                if !open.contains(&true) {
                    return Some(index);
                }
            }
        }
        None
    }
}
