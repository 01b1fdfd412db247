//! The operands of computations.

use super::super::instruction::{Condition, Function, Instruction, Operand};
use super::super::mnemonic::Mnemonic;
use super::super::operand::{below, condition, operand};
use super::super::register::{Register, Size, sized};
use super::Reader;
use crate::Problem;

impl Reader<'_, '_, '_, '_> {
    /// A result and its size, then the operands of a function.
    pub(super) fn compute(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
        let (to, size) = self.register()?;
        self.comma()?;
        Ok(match mnemonic {
            Mnemonic::Compute { function, flags } => {
                let left = self.operand_register(size)?;
                self.comma()?;
                let right = operand(self.cursor)?;
                computation(function, flags, size, to, left, right)
            }
            Mnemonic::Compare { function } => {
                let right = operand(self.cursor)?;
                computation(function, true, size, Register::ZERO, to, right)
            }
            Mnemonic::Unary { function, flags } => {
                let right = operand(self.cursor)?;
                computation(function, flags, size, to, Register::ZERO, right)
            }
            Mnemonic::Move => Instruction::Move { size, to, from: operand(self.cursor)? },
            Mnemonic::MoveWide { invert } => {
                let (value, shift) = self.wide_immediate(size)?;
                let value = value << shift;
                let from = Operand::Immediate(if invert { !value } else { value });
                Instruction::Move { size, to, from }
            }
            Mnemonic::MoveKeep => {
                let (value, shift) = self.wide_immediate(size)?;
                Instruction::MoveKeep { size, to, value, shift }
            }
            Mnemonic::Extend { signed, from: narrow } => {
                let (from, _) = self.register()?;
                let last = narrow.bits() - 1;
                Instruction::BitField { signed, size, to, from, rotate: 0, last }
            }
            Mnemonic::BitField { signed } => {
                let (from, rotate, last) = self.bits(size)?;
                Instruction::BitField { signed, size, to, from, rotate, last }
            }
            Mnemonic::Extract { signed } => {
                let at = self.cursor.at();
                let (from, lowest, count) = self.bits(size)?;
                if count == 0 || lowest + count > size.bits() {
                    let help = format!("the register has {} bits", size.bits());
                    return self.cursor.problem_at(at, "there are no such bits", help);
                }
                let last = lowest + count - 1;
                Instruction::BitField { signed, size, to, from, rotate: lowest, last }
            }
            Mnemonic::MultiplyAdd { subtract } => {
                let factors = [self.operand_register(size)?, self.next(size)?];
                let add = self.next(size)?;
                Instruction::MultiplyAdd { subtract, size, to, factors, add }
            }
            Mnemonic::Multiply { subtract } => {
                let factors = [self.operand_register(size)?, self.next(size)?];
                Instruction::MultiplyAdd { subtract, size, to, factors, add: Register::ZERO }
            }
            Mnemonic::Select(change) => {
                let then = self.operand_register(size)?;
                let otherwise = self.next(size)?;
                self.comma()?;
                let condition = condition(self.cursor)?;
                Instruction::Select { size, to, then, otherwise, change, condition }
            }
            Mnemonic::SelectFlag(change) => {
                let condition = self.opposite()?;
                let (then, otherwise) = (Register::ZERO, Register::ZERO);
                Instruction::Select { size, to, then, otherwise, change, condition }
            }
            Mnemonic::SelectChange(change) => {
                let then = self.operand_register(size)?;
                self.comma()?;
                let condition = self.opposite()?;
                Instruction::Select { size, to, then, otherwise: then, change, condition }
            }
            other => return self.other(other),
        })
    }

    /// A register that is an operand.
    fn operand_register(&mut self, size: Size) -> Result<Register, Problem> {
        sized(self.cursor, size)
    }

    /// The opposite of a condition.
    fn opposite(&mut self) -> Result<Condition, Problem> {
        let at = self.cursor.at();
        match condition(self.cursor)?.not() {
            Some(condition) => Ok(condition),
            None => self.cursor.problem_at(at, "AL has no opposite", "use MOV"),
        }
    }

    /// A register and two numbers below its size.
    fn bits(&mut self, size: Size) -> Result<(Register, u32, u32), Problem> {
        let from = self.operand_register(size)?;
        self.comma()?;
        let first = below(self.cursor, size.bits())?;
        self.comma()?;
        Ok((from, first, below(self.cursor, size.bits() + 1)?))
    }

    /// A number of 16 bits and where it goes.
    fn wide_immediate(&mut self, size: Size) -> Result<(u64, u32), Problem> {
        let value = below(self.cursor, 1 << 16)?;
        if !self.cursor.eat(',') {
            return Ok((u64::from(value), 0));
        }
        let lsl = |name: &str| name.eq_ignore_ascii_case("LSL").then_some(());
        if self.cursor.name(lsl).is_none() {
            return self.cursor.expected("`LSL`", "write it as `LSL #16`");
        }
        let at = self.cursor.at();
        match below(self.cursor, size.bits())? {
            shift if shift % 16 == 0 => Ok((u64::from(value), shift)),
            _ => {
                let help = "shift by 0, 16, 32 or 48";
                self.cursor.problem_at(at, "there is no such shift here", help)
            }
        }
    }
}

fn computation(
    function: Function,
    flags: bool,
    size: Size,
    to: Register,
    left: Register,
    right: Operand,
) -> Instruction {
    match flags {
        true => Instruction::ComputeFlags { function, size, to, left, right },
        false => Instruction::Compute { function, size, to, left, right },
    }
}
