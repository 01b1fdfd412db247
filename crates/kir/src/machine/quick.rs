//! The common case: operations on defined integers of up to 64 bits, done in place.
//!
//! Nothing here has a meaning of its own. Whatever is not done here, because an operand is undefined, a promise is
//! broken or a word is shared, is done by the general code, which a test holds this against.

use super::taint::Taint;
use super::value::{Int, Value};
use super::{Machine, arith};
use crate::ir::function::{Function, Instruction, Op, Operand, Step};
use crate::ir::op::{Binary, Cast, Flags, Predicate};
use crate::ir::types::Type;
use crate::memory::Loaded;

/// The lowest `width` bits, up to 64.
fn low(width: u32) -> u64 {
    if width >= 64 { u64::MAX } else { (1 << width) - 1 }
}

/// The value of `width` bits, up to 64, as a signed number.
fn sign(bits: u64, width: u32) -> i64 {
    let unused = 64 - width.clamp(1, 64);
    ((bits << unused) as i64) >> unused
}

impl Machine {
    /// Does an instruction if it is one of the common cases; says whether it has.
    pub(super) fn quick(
        &mut self,
        function: &Function,
        base: usize,
        instruction: &Instruction,
    ) -> bool {
        if let Op::Store { ty, value, pointer, space: 0, .. } = &instruction.op {
            return self.quick_store(function, base, (ty, *value), *pointer);
        }
        let Some(into) = instruction.into else { return false };
        let found = match &instruction.op {
            Op::Binary { op, flags, width, a, b } if *width <= 64 => self
                .pair(function, base, *a, *b)
                .and_then(|(x, y, taint)| Some((binary(*op, *flags, *width, x, y)?, taint))),
            Op::Compare { predicate, width, a, b } if *width <= 64 => {
                let found = self.pair(function, base, *a, *b);
                found.map(|(x, y, taint)| (u64::from(compare(*predicate, *width, x, y)), taint))
            }
            Op::Cast { kind, flags, from, to, a } if *from <= 64 && *to <= 64 => {
                let found = self.defined(function, base, *a);
                found.and_then(|(x, taint)| Some((cast(*kind, *flags, (*from, *to), x)?, taint)))
            }
            Op::Offset { base: pointer, offset, steps } => {
                self.quick_offset(function, base, *pointer, *offset, steps)
            }
            Op::Load { ty, pointer, space: 0, .. } => {
                return self.quick_load(function, base, into, (ty, *pointer));
            }
            Op::Select { condition, yes, no } => {
                let Some((bit, taint)) = self.defined(function, base, *condition) else {
                    return false;
                };
                let chosen = if bit & 1 == 1 { *yes } else { *no };
                match self.defined(function, base, chosen) {
                    Some((bits, own)) => Some((bits, self.taints.join(taint, own))),
                    None => None,
                }
            }
            _ => None,
        };
        match found {
            Some((bits, taint)) => self.put(base, into, Int { taint, ..Int::new(bits.into()) }),
            None => return false,
        }
        true
    }

    /// A defined integer of up to 64 bits.
    pub(super) fn defined(
        &self,
        function: &Function,
        base: usize,
        operand: Operand,
    ) -> Option<(u64, Taint)> {
        match self.value(function, base, operand) {
            Value::Int(int) if int.undefined == 0 => {
                u64::try_from(int.bits).ok().map(|bits| (bits, int.taint))
            }
            _ => None,
        }
    }

    fn pair(
        &mut self,
        function: &Function,
        base: usize,
        a: Operand,
        b: Operand,
    ) -> Option<(u64, u64, Taint)> {
        let (x, taint) = self.defined(function, base, a)?;
        let (y, other) = self.defined(function, base, b)?;
        Some((x, y, self.taints.join(taint, other)))
    }

    fn put(&mut self, base: usize, into: u32, int: Int) {
        if let Some(slot) = self.registers.get_mut(base + into as usize) {
            *slot = Value::Int(int);
        }
    }

    fn quick_offset(
        &mut self,
        function: &Function,
        base: usize,
        pointer: Operand,
        offset: u64,
        steps: &[Step],
    ) -> Option<(u64, Taint)> {
        let (mut address, mut taint) = self.defined(function, base, pointer)?;
        address = address.wrapping_add(offset);
        for step in steps {
            let (index, own) = self.defined(function, base, step.index)?;
            let index = sign(index, step.width.min(64)) as u64;
            address = address.wrapping_add(index.wrapping_mul(step.scale));
            taint = self.taints.join(taint, own);
        }
        Some((address, taint))
    }

    fn quick_load(
        &mut self,
        function: &Function,
        base: usize,
        into: u32,
        (ty, pointer): (&Type, Operand),
    ) -> bool {
        let Some((size, width)) = scalar(ty) else { return false };
        let Some((address, taint)) = self.defined(function, base, pointer) else { return false };
        let Ok(Loaded::Int(int)) = self.memory.load(address, size, &mut self.taints) else {
            return false;
        };
        if taint != Taint::NONE {
            self.touched = Some((address, taint));
        }
        let all = u128::from(low(width));
        let taint = self.taints.join(int.taint, taint);
        self.put(base, into, Int { bits: int.bits & all, undefined: int.undefined & all, taint });
        true
    }

    fn quick_store(
        &mut self,
        function: &Function,
        base: usize,
        (ty, value): (&Type, Operand),
        pointer: Operand,
    ) -> bool {
        let Some((size, width)) = scalar(ty) else { return false };
        let Some((bits, taint)) = self.defined(function, base, value) else { return false };
        let Some((address, its)) = self.defined(function, base, pointer) else { return false };
        let int = Int { taint, ..Int::new((bits & low(width)).into()) };
        let stored = matches!(self.memory.store(address, size, int, "store"), Ok(true));
        if stored && its != Taint::NONE {
            self.touched = Some((address, its));
        }
        stored
    }
}

/// The bytes and bits of a scalar of up to 64 bits.
fn scalar(ty: &Type) -> Option<(u64, u32)> {
    match ty {
        Type::Int(width) if *width <= 64 => Some((u64::from(width.div_ceil(8)), *width)),
        Type::Pointer(_) => Some((8, 64)),
        _ => None,
    }
}

/// A result, unless a promise is broken or there is none.
fn binary(op: Binary, flags: Flags, width: u32, x: u64, y: u64) -> Option<u64> {
    let all = low(width);
    let shift = || u32::try_from(y).ok().filter(|by| *by < width);
    let bits = match op {
        Binary::Add | Binary::Sub | Binary::Mul => {
            if (flags.nuw && arith::unsigned_overflow(op, width, x.into(), y.into()))
                || (flags.nsw && signed_overflow(op, width, x, y))
            {
                return None;
            }
            match op {
                Binary::Add => x.wrapping_add(y),
                Binary::Sub => x.wrapping_sub(y),
                _ => x.wrapping_mul(y),
            }
        }
        Binary::And => x & y,
        Binary::Or if flags.disjoint && x & y != 0 => return None,
        Binary::Or => x | y,
        Binary::Xor => x ^ y,
        Binary::Shl if !flags.nuw && !flags.nsw => x << shift()?,
        Binary::Lshr if !flags.exact => x >> shift()?,
        Binary::Ashr if !flags.exact => (sign(x, width) >> shift()?) as u64,
        Binary::Udiv if !flags.exact => x.checked_div(y)?,
        Binary::Urem => x.checked_rem(y)?,
        _ => return None,
    };
    Some(bits & all)
}

fn signed_overflow(op: Binary, width: u32, x: u64, y: u64) -> bool {
    let (x, y) = (sign(x, width), sign(y, width));
    let exact = match op {
        Binary::Add => x.checked_add(y),
        Binary::Sub => x.checked_sub(y),
        _ => x.checked_mul(y),
    };
    exact.is_none_or(|exact| sign(exact as u64, width) != exact)
}

fn compare(predicate: Predicate, width: u32, x: u64, y: u64) -> bool {
    let (a, b) = (sign(x, width), sign(y, width));
    match predicate {
        Predicate::Eq => x == y,
        Predicate::Ne => x != y,
        Predicate::Ult => x < y,
        Predicate::Ule => x <= y,
        Predicate::Ugt => x > y,
        Predicate::Uge => x >= y,
        Predicate::Slt => a < b,
        Predicate::Sle => a <= b,
        Predicate::Sgt => a > b,
        Predicate::Sge => a >= b,
    }
}

fn cast(kind: Cast, flags: Flags, (from, to): (u32, u32), x: u64) -> Option<u64> {
    match kind {
        Cast::Zext if flags.nneg => None,
        Cast::Trunc if flags.nuw || flags.nsw => None,
        Cast::Sext => Some(sign(x, from) as u64 & low(to)),
        Cast::Trunc | Cast::Zext | Cast::Same => Some(x & low(to)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::machine::value::mask;

    const OPS: [Binary; 13] = [
        Binary::Add,
        Binary::Sub,
        Binary::Mul,
        Binary::Udiv,
        Binary::Sdiv,
        Binary::Urem,
        Binary::Srem,
        Binary::Shl,
        Binary::Lshr,
        Binary::Ashr,
        Binary::And,
        Binary::Or,
        Binary::Xor,
    ];
    const PREDICATES: [Predicate; 10] = [
        Predicate::Eq,
        Predicate::Ne,
        Predicate::Ult,
        Predicate::Ule,
        Predicate::Ugt,
        Predicate::Uge,
        Predicate::Slt,
        Predicate::Sle,
        Predicate::Sgt,
        Predicate::Sge,
    ];

    /// Numbers that overflow more often than random ones.
    fn number() -> impl Strategy<Value = u64> {
        prop_oneof![any::<u64>(), 0..70u64, (0..64u32).prop_map(|n| (1u64 << n).wrapping_sub(1))]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn agrees_with_the_general_code(
            op in prop::sample::select(&OPS[..]),
            predicate in prop::sample::select(&PREDICATES[..]),
            kind in prop::sample::select(&[Cast::Trunc, Cast::Zext, Cast::Sext, Cast::Same][..]),
            flags in any::<[bool; 5]>(),
            (width, to) in (1..=64u32, 1..=64u32),
            (x, y) in (number(), number()),
        ) {
            let [nuw, nsw, exact, disjoint, nneg] = flags;
            let flags = Flags { nuw, nsw, exact, disjoint, nneg };
            let (x, y) = (x & low(width), y & low(width));
            let (a, b) = (Int::new(x.into()), Int::new(y.into()));
            if let Some(bits) = binary(op, flags, width, x, y) {
                prop_assert_eq!(arith::binary(op, flags, width, a, b), Ok(Int::new(bits.into())));
            }
            let yes = compare(predicate, width, x, y);
            prop_assert_eq!(arith::compare(predicate, width, a, b), Int::new(yes.into()));
            if let Some(bits) = cast(kind, flags, (width, to), x) {
                let general = arith::cast(kind, flags, width, to, a);
                prop_assert_eq!(general, Ok(Int::new(u128::from(bits) & mask(to))));
            }
        }
    }
}
