//! Values that registers hold: integers with the bits that are undefined, poison, and sequences of values.

use std::sync::Arc;

use super::taint::Taint;
use crate::debug::Place;

/// What a register holds.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// An integer or a pointer.
    Int(Int),
    /// The result of an operation that has none: an overflow that the compiler was told not to expect.
    Poison(Poison),
    /// A struct, an array or a vector.
    Many(Arc<[Value]>),
}

/// An integer or a pointer of up to 128 bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Int {
    /// The value; 0 where it is undefined.
    pub bits: u128,
    /// Which bits are undefined: those of uninitialised memory, or of `undef`.
    pub undefined: u128,
    /// The events that it comes from.
    pub taint: Taint,
}

/// Where a poison value was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Poison {
    /// The operation.
    pub made_by: &'static str,
    /// Its place.
    pub place: Place,
    /// The events that it comes from.
    pub taint: Taint,
}

impl Int {
    /// A defined value that comes from no event.
    pub const fn new(bits: u128) -> Int {
        Int { bits, undefined: 0, taint: Taint::NONE }
    }

    /// A value of which some bits are undefined.
    pub(crate) fn partly(bits: u128, undefined: u128) -> Int {
        Int { bits: bits & !undefined, undefined, taint: Taint::NONE }
    }

    /// Whether every bit is defined.
    pub fn is_defined(&self) -> bool {
        self.undefined == 0
    }
}

impl Value {
    /// An integer or a pointer that is defined and comes from no event.
    pub fn new(bits: u64) -> Value {
        Value::Int(Int::new(u128::from(bits)))
    }

    /// Nothing: what a function without a result returns.
    pub const NOTHING: Value = Value::Int(Int::new(0));

    /// The low 64 bits of a defined integer or pointer.
    pub fn bits(&self) -> Option<u64> {
        match self {
            Value::Int(int) if int.is_defined() => u64::try_from(int.bits).ok(),
            _ => None,
        }
    }
}

impl From<u64> for Value {
    fn from(bits: u64) -> Value {
        Value::new(bits)
    }
}

/// The lowest `width` bits.
pub(crate) fn mask(width: u32) -> u128 {
    if width >= 128 { u128::MAX } else { (1 << width) - 1 }
}

/// The value of `width` bits as a signed number.
pub(crate) fn signed(bits: u128, width: u32) -> i128 {
    let unused = 128 - width.clamp(1, 128);
    ((bits << unused) as i128) >> unused
}
