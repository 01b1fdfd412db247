//! The registers and flags of an inline assembly statement that runs, and the operations that touch nothing else.

use super::constraint::Operands;
use super::expression::{Expression, Leaf};
use super::micro::{Condition, Count, Micro, Reg, Source, Target, Test};
use crate::ir::op::{Binary, Flags, Predicate};
use crate::machine::arith;
use crate::machine::taint::{Taint, Taints};
use crate::machine::value::{Int, mask, signed};

/// Registers and flags.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    pub(crate) slots: Vec<Int>,
    pub(crate) flags: FlagState,
    /// What was pushed and not popped.
    pub(crate) pushed: Vec<Int>,
}

/// The flags, each with what makes it undefined or tainted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FlagState {
    equal: bool,
    below: bool,
    less: bool,
    negative: bool,
    overflow: bool,
    undefined: bool,
    taint: Taint,
}

/// What comes after an operation.
pub(crate) enum Flow {
    Next,
    Jump(Target),
    /// The operation touches something else.
    Outside,
}

impl State {
    /// The value of a register, as much of it as is meant.
    pub(crate) fn get(&self, reg: Reg) -> Int {
        let int = self.slots.get(reg.slot).copied().unwrap_or_default();
        let all = mask(reg.width);
        Int { bits: int.bits & all, undefined: int.undefined & all, taint: int.taint }
    }

    /// Writes a register.
    pub(crate) fn set(&mut self, reg: Reg, int: Int, taints: &mut Taints) {
        let all = mask(reg.width);
        let Some(slot) = self.slots.get_mut(reg.slot) else { return };
        let kept = if reg.merges { !all } else { 0 };
        let taint = if reg.merges { taints.join(slot.taint, int.taint) } else { int.taint };
        *slot = Int {
            bits: (slot.bits & kept) | (int.bits & all),
            undefined: (slot.undefined & kept) | (int.undefined & all),
            taint,
        };
    }

    /// The value of a source.
    pub(crate) fn value(&self, source: &Source, operands: &Operands) -> Int {
        match source {
            Source::Reg(reg) => self.get(*reg),
            Source::Number(number) => Int::new(*number),
            Source::Expression(expression) => self.expression(expression, operands),
        }
    }

    /// The value of an expression over operands: undefined if one has none.
    pub(crate) fn expression(&self, expression: &Expression, operands: &Operands) -> Int {
        let leaf = |leaf: &Leaf| match leaf {
            Leaf::Operand(number) => {
                let operand = operands.list.get(*number)?;
                let int = self.slots.get(operand.slot)?;
                int.is_defined().then(|| signed(int.bits & mask(operand.width), operand.width))
            }
            // What `- .` takes away is put back when the table is read.
            Leaf::Dot => Some(0),
            Leaf::Name(_) => None,
        };
        match expression.value(&leaf) {
            Some(number) => Int::new(number as u128),
            None => Int::partly(0, u128::MAX),
        }
    }

    /// A flag: one bit.
    pub(crate) fn flag(&self, condition: Condition) -> Int {
        let flags = &self.flags;
        let yes = match condition {
            Condition::Equal => flags.equal,
            Condition::Below => flags.below,
            Condition::BelowOrEqual => flags.below || flags.equal,
            Condition::Less => flags.less,
            Condition::LessOrEqual => flags.less || flags.equal,
            Condition::Negative => flags.negative,
            Condition::Overflow => flags.overflow,
        };
        let undefined = u128::from(flags.undefined);
        Int { taint: flags.taint, ..Int::partly(u128::from(yes), undefined) }
    }

    /// What a test says: one bit.
    pub(crate) fn test(&self, test: &Test, operands: &Operands, taints: &mut Taints) -> Int {
        match test {
            Test::Flag(condition, expected) => {
                let flag = self.flag(*condition);
                let bits = if *expected { flag.bits } else { flag.bits ^ 1 };
                Int { bits: bits & !flag.undefined, ..flag }
            }
            Test::Compare(predicate, width, a, b) => {
                let (a, b) = (self.value(a, operands), self.value(b, operands));
                let taint = taints.join(a.taint, b.taint);
                Int { taint, ..arith::compare(*predicate, *width, a, b) }
            }
            Test::Bit(from, bit) => {
                let (from, bit) = (self.value(from, operands), self.value(bit, operands));
                let by = u32::try_from(bit.bits & 127).unwrap_or(0);
                let taint = taints.join(from.taint, bit.taint);
                let undefined = (from.undefined >> by | bit.undefined) & 1;
                Int { taint, ..Int::partly(from.bits >> by & 1, undefined) }
            }
        }
    }

    /// Sets the flags as the subtraction of two numbers does.
    pub(crate) fn compare(&mut self, width: u32, a: Int, b: Int, taints: &mut Taints) {
        let decide = |predicate| arith::compare(predicate, width, a, b).bits == 1;
        let difference = a.bits.wrapping_sub(b.bits) & mask(width);
        self.flags = FlagState {
            equal: decide(Predicate::Eq),
            below: decide(Predicate::Ult),
            less: decide(Predicate::Slt),
            negative: difference >> (width - 1) & 1 == 1,
            overflow: arith::signed_overflow(Binary::Sub, width, a.bits, b.bits),
            undefined: !(a.is_defined() && b.is_defined()),
            taint: taints.join(a.taint, b.taint),
        };
    }

    /// Sets the flags as a result does that neither carries nor overflows.
    pub(crate) fn result_flags(&mut self, width: u32, result: Int) {
        let negative = result.bits >> (width - 1) & 1 == 1;
        self.flags = FlagState {
            equal: result.bits & mask(width) == 0,
            below: false,
            less: negative,
            negative,
            overflow: false,
            undefined: !result.is_defined(),
            taint: result.taint,
        };
    }

    /// The flag of a tested bit, which x86 calls carry.
    pub(crate) fn carry(&mut self, bit: Int) {
        self.flags.below = bit.bits & 1 == 1;
        self.flags.undefined = bit.undefined & 1 == 1;
        self.flags.taint = bit.taint;
    }

    /// Does an operation that touches registers and flags only.
    pub(crate) fn run(&mut self, micro: &Micro, operands: &Operands, taints: &mut Taints) -> Flow {
        match micro {
            Micro::Move { into, from } => {
                let value = self.value(from, operands);
                self.set(*into, value, taints);
            }
            Micro::Extend { into, from, width, signed: with_sign } => {
                let value = self.value(from, operands);
                let extend = |bits: u128| {
                    if *with_sign { signed(bits, *width) as u128 } else { bits & mask(*width) }
                };
                let extended = Int {
                    taint: value.taint,
                    ..Int::partly(extend(value.bits), extend(value.undefined))
                };
                self.set(*into, extended, taints);
            }
            Micro::Binary { op, into, a, b, flags } => {
                let (a, b) = (self.value(a, operands), self.value(b, operands));
                let result = self.binary(*op, into.width, a, b, taints);
                if *flags {
                    match op {
                        Binary::Sub => self.compare(into.width, a, b, taints),
                        _ => self.result_flags(into.width, result),
                    }
                }
                self.set(*into, result, taints);
            }
            Micro::Compare { width, a, b } => {
                let (a, b) = (self.value(a, operands), self.value(b, operands));
                self.compare(*width, cut(a, *width), cut(b, *width), taints);
            }
            Micro::Test { width, a, b } => {
                let (a, b) = (self.value(a, operands), self.value(b, operands));
                let result = self.binary(Binary::And, *width, a, b, taints);
                self.result_flags(*width, result);
            }
            Micro::TestBit { from, bit } => {
                let found = self.test(&Test::Bit(from.clone(), bit.clone()), operands, taints);
                self.carry(found);
            }
            Micro::Count { kind, into, from, width } => {
                let value = cut(self.value(from, operands), *width);
                let result = Int { taint: value.taint, ..count(*kind, *width, value) };
                self.set(*into, result, taints);
            }
            Micro::Select { into, test, yes, no } => {
                let decided = self.test(test, operands, taints);
                let (yes, no) = (self.value(yes, operands), self.value(no, operands));
                let chosen = match (decided.is_defined(), decided.bits) {
                    (false, _) => arith::either(yes, no),
                    (true, 0) => no,
                    _ => yes,
                };
                let taint = taints.join(decided.taint, chosen.taint);
                self.set(*into, Int { taint, ..chosen }, taints);
            }
            Micro::Jump { test: None, to } => return Flow::Jump(*to),
            _ => return Flow::Outside,
        }
        Flow::Next
    }

    fn binary(&self, op: Binary, width: u32, a: Int, b: Int, taints: &mut Taints) -> Int {
        let taint = taints.join(a.taint, b.taint);
        let (a, mut b) = (cut(a, width), cut(b, width));
        if matches!(op, Binary::Shl | Binary::Lshr | Binary::Ashr) {
            // Machines shift by the lowest bits of the count.
            b.bits &= u128::from(width - 1);
        }
        let result = arith::binary(op, Flags::default(), width, a, b);
        Int { taint, ..result.unwrap_or(Int::partly(0, mask(width))) }
    }
}

/// As much of a value as fits.
fn cut(int: Int, width: u32) -> Int {
    let all = mask(width);
    Int { bits: int.bits & all, undefined: int.undefined & all, taint: int.taint }
}

fn count(kind: Count, width: u32, value: Int) -> Int {
    if !value.is_defined() {
        return Int::partly(0, mask(width));
    }
    let bits = value.bits;
    let unused = 128 - width;
    Int::new(match kind {
        Count::Trailing => u128::from(bits.trailing_zeros().min(width)),
        Count::Leading => u128::from((bits << unused).leading_zeros().min(width)),
        Count::Ones => u128::from(bits.count_ones()),
        Count::Highest if bits == 0 => return Int::partly(0, mask(width)),
        Count::Highest => u128::from(bits.ilog2()),
        Count::Bytes => bits.swap_bytes() >> unused,
        Count::Bits => bits.reverse_bits() >> unused,
    })
}
