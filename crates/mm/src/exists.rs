//! The outcome that a litmus test is named for: which registers end up with which values.
//!
//! As in the `exists` clause of herd7 (Alglave, Maranget and Tautschnig, "Herding Cats", TOPLAS 2014), but a
//! conjunction over registers only. A test that is about the order of two stores has CPUs that read them.

use crate::{Event, Note, Op};

/// A register of a litmus test's CPU, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Register(pub u8);

/// A register that must have a value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// The CPU: its place in [`crate::Model::roles`].
    pub cpu: usize,
    /// The register.
    pub register: Register,
    /// The value.
    pub value: u64,
}

/// All of these at once. A register is given its value once, so what is met stays met.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Exists {
    /// The terms; none: never met.
    pub terms: Vec<Term>,
}

impl Exists {
    /// The term that a note of this CPU meets, as an index.
    pub fn meets(&self, cpu: usize, note: &Note) -> Option<usize> {
        let Note::Register { register, value } = note else { return None };
        self.terms.iter().position(|t| (t.cpu, t.register, t.value) == (cpu, *register, *value))
    }

    /// How many terms are about this CPU.
    pub fn terms_of(&self, cpu: usize) -> usize {
        self.terms.iter().filter(|term| term.cpu == cpu).count()
    }

    /// The index of the event at which the last term is met.
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
