//! Arithmetic on integers of up to 128 bits of which some bits may be undefined.
//!
//! Undefined bits are followed exactly through logic, shifts and casts, because the kernel sets bit fields of
//! uninitialised structs one by one; through sums and products from the lowest undefined bit upwards.
//! Results carry no taint: the caller knows all that they come from.

use super::value::{Int, mask, signed};
use crate::ir::op::{Binary, Cast, Flags, Predicate};

/// Why an operation has no result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wrong {
    /// It broke a promise, or shifted by the width or more: the result is poison.
    Poison,
    /// Undefined behaviour, at once.
    Division(&'static str),
    /// It divides by an undefined value.
    UndefinedDivisor,
}

/// A binary operation on `width` bits.
pub(crate) fn binary(op: Binary, flags: Flags, width: u32, a: Int, b: Int) -> Result<Int, Wrong> {
    let all = mask(width);
    let undefined = a.undefined | b.undefined;
    let (x, y) = (a.bits, b.bits);
    match op {
        Binary::Add | Binary::Sub | Binary::Mul => {
            if undefined == 0 && overflows(op, flags, width, x, y) {
                return Err(Wrong::Poison);
            }
            let bits = match op {
                Binary::Add => x.wrapping_add(y),
                Binary::Sub => x.wrapping_sub(y),
                _ => x.wrapping_mul(y),
            };
            Ok(Int::partly(bits & all, upwards(undefined) & all))
        }
        Binary::And => {
            let zero = (!x & !a.undefined) | (!y & !b.undefined);
            Ok(Int::partly(x & y, undefined & !zero))
        }
        Binary::Or if flags.disjoint && x & y != 0 => Err(Wrong::Poison),
        Binary::Or => Ok(Int::partly(x | y, undefined & !(x | y))),
        Binary::Xor => Ok(Int::partly(x ^ y, undefined)),
        Binary::Shl | Binary::Lshr | Binary::Ashr => shift(op, flags, width, a, b),
        Binary::Udiv | Binary::Urem | Binary::Sdiv | Binary::Srem => divide(op, flags, width, a, b),
    }
}

/// All bits from the lowest one that is set.
fn upwards(bits: u128) -> u128 {
    if bits == 0 { 0 } else { u128::MAX << bits.trailing_zeros() }
}

fn overflows(op: Binary, flags: Flags, width: u32, x: u128, y: u128) -> bool {
    (flags.nuw && unsigned_overflow(op, width, x, y))
        || (flags.nsw && signed_overflow(op, width, x, y))
}

/// Whether a sum, difference or product of unsigned numbers does not fit.
pub(crate) fn unsigned_overflow(op: Binary, width: u32, x: u128, y: u128) -> bool {
    let exact = match op {
        Binary::Add => x.checked_add(y),
        Binary::Sub => x.checked_sub(y),
        _ => x.checked_mul(y),
    };
    exact.is_none_or(|exact| exact > mask(width))
}

/// Whether a sum, difference or product of signed numbers does not fit.
pub(crate) fn signed_overflow(op: Binary, width: u32, x: u128, y: u128) -> bool {
    let (x, y) = (signed(x, width), signed(y, width));
    let exact = match op {
        Binary::Add => x.checked_add(y),
        Binary::Sub => x.checked_sub(y),
        _ => x.checked_mul(y),
    };
    exact.is_none_or(|exact| signed(exact as u128, width) != exact)
}

fn shift(op: Binary, flags: Flags, width: u32, a: Int, b: Int) -> Result<Int, Wrong> {
    let all = mask(width);
    if !b.is_defined() {
        return Ok(Int::partly(0, all));
    }
    let Some(by) = u32::try_from(b.bits).ok().filter(|&by| by < width) else {
        return Err(Wrong::Poison);
    };
    let sign = |bits: u128| (signed(bits, width) >> by) as u128 & all;
    let (bits, undefined) = match op {
        Binary::Shl => ((a.bits << by) & all, (a.undefined << by) & all),
        Binary::Lshr => (a.bits >> by, a.undefined >> by),
        _ => (sign(a.bits), sign(a.undefined)),
    };
    if a.is_defined() {
        let lost = match op {
            Binary::Shl => {
                (flags.nuw && bits >> by != a.bits)
                    || (flags.nsw && signed(bits, width) >> by != signed(a.bits, width))
            }
            _ => flags.exact && a.bits & mask(by) != 0 && by > 0,
        };
        if lost {
            return Err(Wrong::Poison);
        }
    }
    Ok(Int::partly(bits, undefined))
}

fn divide(op: Binary, flags: Flags, width: u32, a: Int, b: Int) -> Result<Int, Wrong> {
    let all = mask(width);
    if !b.is_defined() {
        return Err(Wrong::UndefinedDivisor);
    }
    if b.bits == 0 {
        return Err(Wrong::Division("a division by zero"));
    }
    if !a.is_defined() {
        return Ok(Int::partly(0, all));
    }
    let (x, y) = (signed(a.bits, width), signed(b.bits, width));
    let overflow = x == signed(1 << (width - 1), width) && y == -1;
    let bits = match op {
        Binary::Udiv if flags.exact && !a.bits.is_multiple_of(b.bits) => return Err(Wrong::Poison),
        Binary::Udiv => a.bits / b.bits,
        Binary::Urem => a.bits % b.bits,
        _ if overflow => return Err(Wrong::Division("a signed division that overflows")),
        Binary::Sdiv if flags.exact && x % y != 0 => return Err(Wrong::Poison),
        Binary::Sdiv => (x / y) as u128,
        _ => (x % y) as u128,
    };
    Ok(Int::new(bits & all))
}

/// A comparison of `width` bits: one bit, undefined unless the defined bits decide.
pub(crate) fn compare(predicate: Predicate, width: u32, a: Int, b: Int) -> Int {
    let known = |yes: bool| Int::new(u128::from(yes));
    let undefined = a.undefined | b.undefined;
    match predicate {
        Predicate::Eq | Predicate::Ne => {
            let differ = (a.bits ^ b.bits) & !undefined != 0;
            match (differ, undefined) {
                (true, _) => known(predicate == Predicate::Ne),
                (false, 0) => known(predicate == Predicate::Eq),
                (false, _) => Int::partly(0, 1),
            }
        }
        Predicate::Ugt => less(b, a, true),
        Predicate::Uge => less_or_equal(b, a),
        Predicate::Ult => less(a, b, true),
        Predicate::Ule => less_or_equal(a, b),
        Predicate::Slt => less(biased(a, width), biased(b, width), true),
        Predicate::Sle => less_or_equal(biased(a, width), biased(b, width)),
        Predicate::Sgt => less(biased(b, width), biased(a, width), true),
        Predicate::Sge => less_or_equal(biased(b, width), biased(a, width)),
    }
}

/// A signed number moved so that unsigned comparison orders it.
fn biased(a: Int, width: u32) -> Int {
    let sign = 1u128 << (width - 1);
    Int::partly(a.bits ^ sign, a.undefined)
}

/// Whether `a < b`, for all values of undefined bits; `yes` is what the answer is called then.
fn less(a: Int, b: Int, yes: bool) -> Int {
    if a.bits | a.undefined < b.bits {
        Int::new(u128::from(yes))
    } else if a.bits >= b.bits | b.undefined {
        Int::new(u128::from(!yes))
    } else {
        Int::partly(0, 1)
    }
}

fn less_or_equal(a: Int, b: Int) -> Int {
    less(b, a, false)
}

/// A conversion from `from` to `to` bits.
pub(crate) fn cast(kind: Cast, flags: Flags, from: u32, to: u32, a: Int) -> Result<Int, Wrong> {
    let all = mask(to);
    match kind {
        Cast::Zext if flags.nneg && (a.bits >> (from - 1)) & 1 == 1 => Err(Wrong::Poison),
        Cast::Trunc if a.is_defined() && flags.nuw && a.bits & !all != 0 => Err(Wrong::Poison),
        Cast::Trunc
            if a.is_defined() && flags.nsw && signed(a.bits & all, to) != signed(a.bits, from) =>
        {
            Err(Wrong::Poison)
        }
        Cast::Sext => {
            let extend = |bits: u128| signed(bits, from) as u128 & all;
            Ok(Int::partly(extend(a.bits), extend(a.undefined)))
        }
        Cast::Trunc | Cast::Zext | Cast::Same => Ok(Int::partly(a.bits & all, a.undefined & all)),
    }
}

/// One of two values, of which is not known: defined where they agree.
pub(crate) fn either(a: Int, b: Int) -> Int {
    Int::partly(a.bits & b.bits, a.undefined | b.undefined | (a.bits ^ b.bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Flags =
        Flags { nuw: false, nsw: false, exact: false, disjoint: false, nneg: false };

    fn int(bits: u128) -> Int {
        Int::new(bits)
    }

    #[test]
    fn promises_that_are_broken_are_poison() {
        let nuw = Flags { nuw: true, ..PLAIN };
        let nsw = Flags { nsw: true, ..PLAIN };
        let exact = Flags { exact: true, ..PLAIN };
        let run = |op, flags, a, b| binary(op, flags, 8, int(a), int(b));
        assert_eq!(run(Binary::Add, PLAIN, 255, 1), Ok(int(0)));
        assert_eq!(run(Binary::Add, nuw, 255, 1), Err(Wrong::Poison));
        assert_eq!(run(Binary::Add, nsw, 255, 1), Ok(int(0)));
        assert_eq!(run(Binary::Add, nsw, 127, 1), Err(Wrong::Poison));
        assert_eq!(run(Binary::Sub, nuw, 0, 1), Err(Wrong::Poison));
        assert_eq!(run(Binary::Shl, nsw, 0x40, 1), Err(Wrong::Poison));
        assert_eq!(run(Binary::Shl, PLAIN, 1, 8), Err(Wrong::Poison));
        assert_eq!(run(Binary::Lshr, exact, 3, 1), Err(Wrong::Poison));
        assert_eq!(run(Binary::Sdiv, PLAIN, 0x80, 1), Ok(int(0x80)));
        assert!(matches!(run(Binary::Sdiv, PLAIN, 0x80, 255), Err(Wrong::Division(_))));
        assert!(matches!(run(Binary::Urem, PLAIN, 1, 0), Err(Wrong::Division(_))));
    }

    #[test]
    fn undefined_bits_stay_where_they_are() {
        let a = Int::partly(0, 0xf0);
        let masked = binary(Binary::And, PLAIN, 8, a, int(0x0f));
        assert_eq!(masked, Ok(int(0)));
        let set = binary(Binary::Or, PLAIN, 8, a, int(0xf0));
        assert_eq!(set, Ok(int(0xf0)));
        let sum = binary(Binary::Add, PLAIN, 8, a, int(1));
        assert_eq!(sum, Ok(Int::partly(1, 0xf0)));
        assert_eq!(compare(Predicate::Eq, 8, a, int(1)), int(0));
        assert_eq!(compare(Predicate::Eq, 8, a, int(0)), Int::partly(0, 1));
        assert_eq!(compare(Predicate::Ult, 8, a, int(0xff)), int(1));
        assert_eq!(compare(Predicate::Ugt, 8, a, int(0x10)), Int::partly(0, 1));
        assert_eq!(cast(Cast::Sext, PLAIN, 8, 16, a), Ok(Int::partly(0, 0xfff0)));
    }
}
