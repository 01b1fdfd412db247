//! [`Span`]: the locations that an access concerns.
//!
//! A location that is accessed in parts is several: a word is four if single bytes of it are accessed. Their values
//! together are one, with the lowest bits first.

use pmdrace_axioms::{Loc, Value};

use crate::view::View;

/// Neighbouring locations that hold one value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    first: Loc,
    count: u16,
    /// The bits of each, if there are several.
    bits: u32,
    view: View,
}

impl Span {
    /// `count` locations from this one with this number of bits each.
    pub(crate) fn new(first: Loc, count: u16, bits: u32, view: View) -> Span {
        Span { first, count, bits, view }
    }

    /// The first location.
    pub(crate) fn first(&self) -> Loc {
        self.first
    }

    /// The bytes of each, if there are several.
    pub(crate) fn bytes(&self) -> u64 {
        u64::from(self.bits / 8)
    }

    /// As a question sees values of it.
    pub(crate) fn view(&self) -> View {
        self.view
    }

    /// The locations.
    pub(crate) fn locations(self) -> impl Iterator<Item = Loc> {
        (0..self.count).map(move |index| Loc(self.first.0 + index))
    }

    /// The part of a value that goes to a location, by its index.
    pub(crate) fn part(&self, value: Value, index: u32) -> Value {
        match self.count {
            0 | 1 => value,
            _ => value >> (self.bits * index) & ((1 << self.bits) - 1),
        }
    }

    /// The value that its parts are, with the lowest first.
    pub(crate) fn join(&self, parts: impl Iterator<Item = Value>) -> Value {
        let shifted = (0..).zip(parts).map(|(index, part)| part << (self.bits * index));
        shifted.fold(0, |all, part| all | part)
    }

    /// The value that it has in memory, if its parts are known.
    pub fn value(&self, memory: impl Fn(Loc) -> Option<Value>) -> Option<Value> {
        let parts: Option<Vec<Value>> = self.locations().map(memory).collect();
        Some(self.view.see(self.join(parts?.into_iter())))
    }
}
