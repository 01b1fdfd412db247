//! Arithmetic, logic and flags.

use super::instruction::{Change, Function, Selected, Shift};
use super::register::Size;

impl Shift {
    /// Applies it to a value of this size.
    pub(super) fn apply(self, size: Size, value: u64) -> u64 {
        let value = size.zero_extend(value);
        let result = match self {
            Shift::None => value,
            Shift::Left(by) => value.checked_shl(by).unwrap_or(0),
            Shift::Right(by) => value.checked_shr(by).unwrap_or(0),
            Shift::ArithmeticRight(by) => (size.sign_extend(value) as i64 >> by.min(63)) as u64,
            Shift::Rotate(by) => Function::Rotate.apply(size, value, u64::from(by)),
            Shift::Extend { signed, from, left } => {
                let value = if signed { from.sign_extend(value) } else { from.zero_extend(value) };
                value.checked_shl(left).unwrap_or(0)
            }
        };
        // An extension makes a value of 64 bits out of a smaller one.
        if matches!(self, Shift::Extend { .. }) { result } else { size.zero_extend(result) }
    }
}

impl Function {
    /// Applies it to values of this size.
    pub(super) fn apply(self, size: Size, left: u64, right: u64) -> u64 {
        let (a, b) = (size.zero_extend(left), size.zero_extend(right));
        let by = (b % u64::from(size.bits())) as u32;
        let result = match self {
            Function::Add => a.wrapping_add(b),
            Function::Subtract => a.wrapping_sub(b),
            Function::And => a & b,
            Function::AndNot => a & !b,
            Function::Or => a | b,
            Function::OrNot => a | !b,
            Function::Xor => a ^ b,
            Function::XorNot => a ^ !b,
            Function::ShiftLeft => a << by,
            Function::ShiftRight => a >> by,
            Function::ShiftRightSigned => (size.sign_extend(a) as i64 >> by) as u64,
            Function::Rotate => match by {
                0 => a,
                by => a >> by | a << (size.bits() - by),
            },
        };
        size.zero_extend(result)
    }

    /// The flags N, Z, C and V that it leaves, as bits 3 to 0.
    pub(super) fn flags(self, size: Size, left: u64, right: u64) -> u64 {
        let result = self.apply(size, left, right);
        let right = if self == Function::Subtract { !right } else { right };
        let (a, b) = (size.sign(left), size.sign(right));
        let n = size.sign(result);
        let (c, v) = match self {
            Function::Add | Function::Subtract => ((a && b) || ((a || b) && !n), a == b && a != n),
            _ => (false, false),
        };
        let z = result == 0;
        u64::from(n) << 3 | u64::from(z) << 2 | u64::from(c) << 1 | u64::from(v)
    }
}

impl Change {
    /// The value that replaces the old one.
    pub(super) fn apply(self, size: Size, old: u64, operand: u64) -> u64 {
        let (old, operand) = (size.zero_extend(old), size.zero_extend(operand));
        let signed = |value: u64| size.sign_extend(value) as i64;
        let result = match self {
            Change::Swap => operand,
            Change::Add => old.wrapping_add(operand),
            Change::Clear => old & !operand,
            Change::Xor => old ^ operand,
            Change::Set => old | operand,
            Change::SignedMax => signed(old).max(signed(operand)) as u64,
            Change::SignedMin => signed(old).min(signed(operand)) as u64,
            Change::UnsignedMax => old.max(operand),
            Change::UnsignedMin => old.min(operand),
        };
        size.zero_extend(result)
    }
}

impl Selected {
    /// Applies it to a value of this size.
    pub(super) fn apply(self, size: Size, value: u64) -> u64 {
        let value = size.zero_extend(value);
        size.zero_extend(match self {
            Selected::Copy => value,
            Selected::Increment => value.wrapping_add(1),
            Selected::Invert => !value,
            Selected::Negate => value.wrapping_neg(),
        })
    }
}

/// `UBFM` and `SBFM`: moves the bits up to `last` to the right by `rotate`, or, if there are not so many, the other
/// way round to the left.
pub(super) fn bit_field(signed: bool, size: Size, value: u64, rotate: u32, last: u32) -> u64 {
    let bits = size.bits();
    let (rotate, last) = (rotate % bits, last % bits);
    let (lowest, count, to) = match last >= rotate {
        true => (rotate, last - rotate + 1, 0),
        false => (0, last + 1, bits - rotate),
    };
    let mask = if count == 64 { u64::MAX } else { (1 << count) - 1 };
    let field = size.zero_extend(value) >> lowest & mask;
    let negative = signed && field >> (count - 1) & 1 == 1;
    let field = if negative { field | !mask } else { field };
    size.zero_extend(field << to)
}

#[cfg(test)]
mod tests {
    use super::super::instruction::Condition;
    use super::*;

    #[test]
    fn flags_answer_comparisons() {
        let samples = [0, 1, 2, 5, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
        for (a, b) in samples.into_iter().flat_map(|a| samples.map(|b| (a, b))) {
            let flags = Function::Subtract.flags(Size::Word, a, b);
            let (signed_a, signed_b) = (a as u32 as i32, b as u32 as i32);
            for (condition, expected) in [
                (Condition::Eq, a == b),
                (Condition::Cs, a >= b),
                (Condition::Hi, a > b),
                (Condition::Ls, a <= b),
                (Condition::Ge, signed_a >= signed_b),
                (Condition::Lt, signed_a < signed_b),
                (Condition::Gt, signed_a > signed_b),
                (Condition::Le, signed_a <= signed_b),
                (Condition::Vs, signed_a.checked_sub(signed_b).is_none()),
                (Condition::Mi, signed_a.wrapping_sub(signed_b) < 0),
            ] {
                assert_eq!(condition.holds(flags), expected, "{condition:?} {a:#x} {b:#x}");
                let opposite = condition.not().unwrap();
                assert_eq!(opposite.holds(flags), !expected);
            }
            let flags = Function::Add.flags(Size::Word, a, b);
            assert_eq!(Condition::Cs.holds(flags), a + b > 0xffff_ffff);
            assert_eq!(Condition::Vs.holds(flags), signed_a.checked_add(signed_b).is_none());
        }
    }

    #[test]
    fn bit_fields() {
        // SXTW, UXTB, LSL #4, ASR #8 of a word.
        let word = 0x8000_0012;
        assert_eq!(bit_field(true, Size::Double, word, 0, 31), 0xffff_ffff_8000_0012);
        assert_eq!(bit_field(false, Size::Word, word, 0, 7), 0x12);
        assert_eq!(bit_field(false, Size::Double, word, 60, 59), 0x8_0000_0120);
        assert_eq!(bit_field(true, Size::Word, word, 8, 31), 0xff80_0000);
        assert_eq!(bit_field(false, Size::Double, u64::MAX, 0, 63), u64::MAX);
    }

    #[test]
    fn functions_and_shifts() {
        assert_eq!(Function::Subtract.apply(Size::Word, 0, 1), 0xffff_ffff);
        assert_eq!(Function::Rotate.apply(Size::Word, 0x8000_0001, 1), 0xc000_0000);
        assert_eq!(Function::AndNot.apply(Size::Double, 7, 2), 5);
        assert_eq!(Shift::ArithmeticRight(4).apply(Size::Word, 0x8000_0000), 0xf800_0000);
        let extend = Shift::Extend { signed: true, from: Size::Word, left: 2 };
        assert_eq!(extend.apply(Size::Word, 0xffff_ffff), 4u64.wrapping_neg());
        assert_eq!(Change::SignedMax.apply(Size::Byte, 0xff, 1), 1);
        assert_eq!(Change::UnsignedMax.apply(Size::Byte, 0xff, 1), 0xff);
        assert_eq!(Change::Clear.apply(Size::Word, 7, 2), 5);
        assert_eq!(Selected::Negate.apply(Size::Word, 1), 0xffff_ffff);
    }
}
