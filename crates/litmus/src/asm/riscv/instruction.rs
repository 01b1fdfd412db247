//! [`Instruction`]: the instructions of RISC-V that have a meaning here.

use pmdrace_axioms::Tags;

use super::super::size::Size;
use super::register::Register;

/// An instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Instruction {
    /// `nop`; also `fence.i`, which orders no data.
    Nop,
    /// `fence`.
    Fence(Tags),
    /// `lw` and its kin.
    Load { size: Size, signed: bool, with: Both, to: Register, at: Address },
    /// `sw` and its kin.
    Store { size: Size, with: Both, from: Register, at: Address },
    /// `lr.w`, `lr.d`.
    LoadReserved { size: Size, with: Both, to: Register, at: Register },
    /// `sc.w`, `sc.d`.
    StoreConditional { size: Size, with: Both, status: Register, from: Register, at: Register },
    /// `amoadd.w` and its kin.
    Atomic { change: Change, size: Size, with: Both, to: Register, from: Register, at: Register },
    /// Arithmetic and logic, on 64 bits or on 32 with their sign.
    Compute { function: Function, size: Size, to: Register, left: Register, right: Operand },
    /// `sext.w`, `zext.b` and their kin.
    Extend { signed: bool, size: Size, to: Register, from: Register },
    /// `li`, `lui`, `la`: a number or an address.
    Constant { to: Register, value: u64 },
    /// `beq` and its kin.
    Branch { condition: Condition, left: Register, right: Register, target: usize },
    /// `j`.
    Jump(usize),
    /// `ret`: the end of the thread.
    Return,
}

impl Instruction {
    /// The size of its accesses to memory, if it makes any.
    pub(crate) fn access(&self) -> Option<Size> {
        match self {
            Instruction::Load { size, .. }
            | Instruction::Store { size, .. }
            | Instruction::LoadReserved { size, .. }
            | Instruction::StoreConditional { size, .. }
            | Instruction::Atomic { size, .. } => Some(*size),
            _ => None,
        }
    }
}

/// `8(x6)`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Address {
    pub(crate) offset: u64,
    pub(crate) base: Register,
}

/// The second operand of a computation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operand {
    Immediate(u64),
    Register(Register),
}

/// The bits `.aq` and `.rl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Both {
    pub(crate) acquire: bool,
    pub(crate) release: bool,
}

/// A function of two values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Function {
    Add,
    Subtract,
    And,
    Or,
    Xor,
    ShiftLeft,
    ShiftRight,
    ShiftRightSigned,
    /// Whether it is less: `slt`.
    Less,
    /// `sltu`.
    LessUnsigned,
    Multiply,
}

/// What an atomic operation writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Change {
    Swap,
    Add,
    And,
    Or,
    Xor,
    Max,
    Min,
    MaxUnsigned,
    MinUnsigned,
}

/// The condition of a branch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Condition {
    Equal,
    NotEqual,
    Less,
    NotLess,
    LessUnsigned,
    NotLessUnsigned,
}

impl Function {
    /// Applies it to values of this size; the result has the sign of that size.
    pub(crate) fn apply(self, size: Size, left: u64, right: u64) -> u64 {
        let by = (right % u64::from(size.bits())) as u32;
        let signed = |value: u64| size.sign_extend(value) as i64;
        let result = match self {
            Function::Add => left.wrapping_add(right),
            Function::Subtract => left.wrapping_sub(right),
            Function::And => left & right,
            Function::Or => left | right,
            Function::Xor => left ^ right,
            Function::ShiftLeft => left << by,
            Function::ShiftRight => size.zero_extend(left) >> by,
            Function::ShiftRightSigned => (signed(left) >> by) as u64,
            Function::Less => u64::from((left as i64) < right as i64),
            Function::LessUnsigned => u64::from(left < right),
            Function::Multiply => left.wrapping_mul(right),
        };
        size.sign_extend(result)
    }
}

impl Change {
    /// The value that replaces the old one.
    pub(crate) fn apply(self, size: Size, old: u64, operand: u64) -> u64 {
        let (a, b) = (size.sign_extend(old), size.sign_extend(operand));
        match self {
            Change::Swap => b,
            Change::Add => a.wrapping_add(b),
            Change::And => a & b,
            Change::Or => a | b,
            Change::Xor => a ^ b,
            Change::Max => (a as i64).max(b as i64) as u64,
            Change::Min => (a as i64).min(b as i64) as u64,
            Change::MaxUnsigned => size.zero_extend(a).max(size.zero_extend(b)),
            Change::MinUnsigned => size.zero_extend(a).min(size.zero_extend(b)),
        }
    }
}

impl Condition {
    /// Whether it holds.
    pub(crate) fn holds(self, left: u64, right: u64) -> bool {
        match self {
            Condition::Equal => left == right,
            Condition::NotEqual => left != right,
            Condition::Less => (left as i64) < right as i64,
            Condition::NotLess => left as i64 >= right as i64,
            Condition::LessUnsigned => left < right,
            Condition::NotLessUnsigned => left >= right,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_sign() {
        let minus_one = u64::MAX;
        assert_eq!(Function::Add.apply(Size::Word, 0xffff_fffe, 1), minus_one);
        assert_eq!(Function::Subtract.apply(Size::Word, 0, 1), minus_one);
        assert_eq!(Function::ShiftRight.apply(Size::Word, minus_one, 31), 1);
        assert_eq!(Function::ShiftRightSigned.apply(Size::Double, minus_one, 63), minus_one);
        assert_eq!(Function::ShiftLeft.apply(Size::Word, 1, 33), 2);
        assert_eq!(Function::Less.apply(Size::Double, minus_one, 0), 1);
        assert_eq!(Function::LessUnsigned.apply(Size::Double, minus_one, 0), 0);
        assert_eq!(Change::Max.apply(Size::Word, 0xffff_ffff, 1), 1);
        assert_eq!(Change::MaxUnsigned.apply(Size::Word, 0xffff_ffff, 1), 0xffff_ffff);
        assert!(
            Condition::Less.holds(minus_one, 0) && !Condition::LessUnsigned.holds(minus_one, 0)
        );
    }
}
