//! [`Instruction`]: the instructions of x86 that have a meaning here.

use super::super::size::Size;
use super::register::{Register, View};

/// An instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Instruction {
    /// `NOP`; also fences and flushes without an effect on write-back memory.
    Nop,
    /// `MFENCE`.
    Fence,
    /// `MOV`, `MOVNTI`.
    Move { size: Size, to: Place, from: Operand },
    /// `ADD`, `XOR` and their kin.
    Compute { function: Function, size: Size, locked: bool, to: Place, from: Operand },
    /// `CMP`, `TEST`: a computation of which only the flags are kept.
    Compare { function: Function, size: Size, left: Place, right: Operand },
    /// `XCHG`, locked if it accesses memory.
    Exchange { size: Size, places: [Place; 2] },
    /// `XADD`.
    ExchangeAdd { size: Size, locked: bool, to: Place, from: View },
    /// `CMPXCHG`.
    CompareExchange { size: Size, locked: bool, to: Place, from: View },
    /// `CMOVE` and its kin.
    MoveIf { condition: Condition, size: Size, to: View, from: Place },
    /// `SETE` and its kin.
    SetIf { condition: Condition, to: Place },
    /// `JMP`.
    Jump(usize),
    /// `JE` and its kin.
    JumpIf(Condition, usize),
    /// `RET`: the end of the thread.
    Return,
}

impl Instruction {
    /// The size of its accesses to memory, if it makes any.
    pub(crate) fn access(&self) -> Option<Size> {
        let (size, places) = match *self {
            Instruction::Move { size, to, from } | Instruction::Compute { size, to, from, .. } => {
                (size, [Operand::Place(to), from])
            }
            Instruction::Compare { size, left, right, .. } => (size, [Operand::Place(left), right]),
            Instruction::Exchange { size, places } => (size, places.map(Operand::Place)),
            Instruction::ExchangeAdd { size, to, .. }
            | Instruction::CompareExchange { size, to, .. }
            | Instruction::MoveIf { size, from: to, .. } => (size, [Operand::Place(to); 2]),
            Instruction::SetIf { to, .. } => (Size::Byte, [Operand::Place(to); 2]),
            _ => return None,
        };
        let is_memory = |place: &Operand| matches!(place, Operand::Place(Place::Memory(_)));
        places.iter().any(is_memory).then_some(size)
    }
}

/// What has a value that can be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Register(View),
    Memory(Address),
}

/// An address: a displacement, a base, an index and what it is multiplied by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Address {
    pub(crate) displacement: u64,
    pub(crate) base: Option<Register>,
    pub(crate) index: Option<(Register, u64)>,
}

/// What has a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Operand {
    Immediate(u64),
    Place(Place),
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
    /// `ADD` of one that leaves the carry: `INC`.
    Increment,
    /// `SUB` of one that leaves the carry: `DEC`.
    Decrement,
}

/// A condition on the flags.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Condition {
    test: Test,
    not: bool,
}

/// What a condition tests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Test {
    Overflow,
    Below,
    Equal,
    BelowOrEqual,
    Sign,
    Less,
    LessOrEqual,
}

/// The suffixes of conditional instructions. Of a test and its opposite.
const CONDITIONS: [(Test, &[&str], &[&str]); 7] = [
    (Test::Overflow, &["O"], &["NO"]),
    (Test::Below, &["B", "C", "NAE"], &["NB", "NC", "AE"]),
    (Test::Equal, &["E", "Z"], &["NE", "NZ"]),
    (Test::BelowOrEqual, &["BE", "NA"], &["NBE", "A"]),
    (Test::Sign, &["S"], &["NS"]),
    // `LT` and `GT` are herd7's.
    (Test::Less, &["L", "NGE", "LT"], &["NL", "GE"]),
    (Test::LessOrEqual, &["LE", "NG"], &["NLE", "G", "GT"]),
];

/// The flags, as bits of [`Register::FLAGS`].
pub(super) mod flag {
    pub(in super::super) const CARRY: u64 = 1;
    pub(in super::super) const ZERO: u64 = 2;
    pub(in super::super) const SIGN: u64 = 4;
    pub(in super::super) const OVERFLOW: u64 = 8;
}

impl Condition {
    /// The condition with this suffix, in capitals.
    pub(super) fn named(suffix: &str) -> Option<Condition> {
        CONDITIONS.iter().find_map(|(test, names, opposite)| {
            let not = opposite.contains(&suffix);
            (not || names.contains(&suffix)).then_some(Condition { test: *test, not })
        })
    }

    /// Whether the flags satisfy it.
    pub(super) fn holds(self, flags: u64) -> bool {
        let is = |bit| flags & bit != 0;
        let less = is(flag::SIGN) != is(flag::OVERFLOW);
        let holds = match self.test {
            Test::Overflow => is(flag::OVERFLOW),
            Test::Below => is(flag::CARRY),
            Test::Equal => is(flag::ZERO),
            Test::BelowOrEqual => is(flag::CARRY) || is(flag::ZERO),
            Test::Sign => is(flag::SIGN),
            Test::Less => less,
            Test::LessOrEqual => less || is(flag::ZERO),
        };
        holds != self.not
    }
}

impl Function {
    /// Applies it to values of this size: the result, and the flags that it leaves where these were `flags`.
    pub(super) fn apply(self, size: Size, left: u64, right: u64, flags: u64) -> (u64, u64) {
        let (a, b) = (size.zero_extend(left), size.zero_extend(right));
        let (result, carry, overflow) = match self {
            Function::Add | Function::Increment => {
                let sum = size.zero_extend(a.wrapping_add(b));
                let same = size.sign(a) == size.sign(b);
                (sum, sum < a, same && size.sign(sum) != size.sign(a))
            }
            Function::Subtract | Function::Decrement => {
                let difference = size.zero_extend(a.wrapping_sub(b));
                let differ = size.sign(a) != size.sign(b);
                (difference, a < b, differ && size.sign(difference) != size.sign(a))
            }
            Function::And => (a & b, false, false),
            Function::Or => (a | b, false, false),
            Function::Xor => (a ^ b, false, false),
            Function::ShiftLeft | Function::ShiftRight => {
                let count = (b % if size == Size::Double { 64 } else { 32 }) as u32;
                if count == 0 {
                    return (a, flags);
                }
                let left = self == Function::ShiftLeft;
                let (result, out) = match left {
                    true => (size.zero_extend(a << count), size.bits().checked_sub(count)),
                    false => (a >> count, Some(count - 1)),
                };
                let carry = out.is_some_and(|bit| a >> bit & 1 == 1);
                let top = if left { size.sign(result) != carry } else { size.sign(a) };
                (result, carry, top)
            }
        };
        let keeps = matches!(self, Function::Increment | Function::Decrement);
        let bit = |set, bit| if set { bit } else { 0 };
        let carry = if keeps { flags & flag::CARRY } else { bit(carry, flag::CARRY) };
        let flags = carry
            | bit(result == 0, flag::ZERO)
            | bit(size.sign(result), flag::SIGN)
            | bit(overflow, flag::OVERFLOW);
        (result, flags)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_answer_comparisons() {
        let samples = [0, 1, 2, 5, 0x7f, 0x80, 0x81, 0xff];
        for (a, b) in samples.into_iter().flat_map(|a| samples.map(|b| (a, b))) {
            let (_, flags) = Function::Subtract.apply(Size::Byte, a, b, 0);
            let (signed_a, signed_b) = (a as u8 as i8, b as u8 as i8);
            for (name, expected) in [
                ("E", a == b),
                ("NE", a != b),
                ("B", a < b),
                ("AE", a >= b),
                ("A", a > b),
                ("BE", a <= b),
                ("L", signed_a < signed_b),
                ("GE", signed_a >= signed_b),
                ("GT", signed_a > signed_b),
                ("LE", signed_a <= signed_b),
                ("S", signed_a.wrapping_sub(signed_b) < 0),
                ("O", signed_a.checked_sub(signed_b).is_none()),
            ] {
                let condition = Condition::named(name).unwrap();
                assert_eq!(condition.holds(flags), expected, "{name} {a:#x} {b:#x}");
            }
            let (sum, flags) = Function::Add.apply(Size::Byte, a, b, 0);
            assert_eq!(sum, (a + b) & 0xff);
            assert_eq!(flags & flag::CARRY != 0, a + b > 0xff);
            assert_eq!(flags & flag::OVERFLOW != 0, signed_a.checked_add(signed_b).is_none());
        }
        assert_eq!(Condition::named("X"), None);
    }

    #[test]
    fn increments_keep_the_carry_and_shifts_by_zero_all_flags() {
        let all = flag::CARRY | flag::ZERO | flag::SIGN | flag::OVERFLOW;
        assert_eq!(Function::Increment.apply(Size::Word, 1, 1, all), (2, flag::CARRY));
        assert_eq!(Function::Decrement.apply(Size::Word, 1, 1, 0), (0, flag::ZERO));
        assert_eq!(Function::ShiftLeft.apply(Size::Word, 1, 32, all), (1, all));
        let shifted = Function::ShiftLeft.apply(Size::Byte, 0x81, 1, 0);
        assert_eq!(shifted, (2, flag::CARRY | flag::OVERFLOW));
        assert_eq!(Function::ShiftRight.apply(Size::Byte, 3, 1, 0), (1, flag::CARRY));
    }
}
