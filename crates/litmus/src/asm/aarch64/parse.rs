//! Reads an instruction: a mnemonic and its operands.

use super::super::cursor::Cursor;
use super::super::reader::Names;
use super::instruction::{Address, Condition, Extend, Function, Instruction, Offset, Operand};
use super::mnemonic::{Mnemonic, Width, barrier};
use super::operand::{address, base, below, condition, immediate, operand};
use super::register::{Register, Size, register, sized, wide};
use crate::Problem;

/// Reads an instruction.
pub(super) fn instruction(
    cursor: &mut Cursor<'_, '_>,
    names: &mut Names<'_>,
) -> Result<Instruction, Problem> {
    let at = cursor.at();
    let Some(name) = cursor.word() else {
        return cursor.expected("an instruction", "write one such as `LDR W0,[X1]`");
    };
    if let Some(condition) = name.get(2..).filter(|_| name.get(..2).is_some_and(is_branch)) {
        let Some(condition) = Condition::named(condition) else {
            let help = "use B.EQ, B.NE, B.GE, B.LT or another condition";
            return cursor.problem_at(at, format!("there is no instruction `{name}`"), help);
        };
        return Ok(Instruction::BranchIf(condition, names.label(cursor)?));
    }
    match Mnemonic::named(name) {
        Some(mnemonic) => Reader { cursor, names }.operands(mnemonic),
        None => {
            let help = format!("instructions like it are {}", Mnemonic::like(name).join(", "));
            cursor.problem_at(at, format!("there is no instruction `{name}`"), help)
        }
    }
}

fn is_branch(name: &str) -> bool {
    name.eq_ignore_ascii_case("B.")
}

struct Reader<'r, 'c, 't, 'n> {
    cursor: &'r mut Cursor<'c, 't>,
    names: &'r mut Names<'n>,
}

impl Reader<'_, '_, '_, '_> {
    fn operands(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
        match mnemonic {
            Mnemonic::Nop
            | Mnemonic::Fence { .. }
            | Mnemonic::Isb
            | Mnemonic::Adr
            | Mnemonic::ReadSystem
            | Mnemonic::WriteSystem
            | Mnemonic::Invalidate
            | Mnemonic::ExceptionReturn
            | Mnemonic::SupervisorCall
            | Mnemonic::Undefined => self.other(mnemonic),
            Mnemonic::Load { .. }
            | Mnemonic::Store { .. }
            | Mnemonic::LoadPair { .. }
            | Mnemonic::StorePair { .. } => self.access(mnemonic),
            Mnemonic::LoadExclusive { .. }
            | Mnemonic::LoadExclusivePair { .. }
            | Mnemonic::StoreExclusive { .. }
            | Mnemonic::StoreExclusivePair { .. } => self.exclusive(mnemonic),
            Mnemonic::Atomic { .. }
            | Mnemonic::AtomicStore { .. }
            | Mnemonic::CompareAndSwap { .. }
            | Mnemonic::CompareAndSwapPair { .. } => self.atomic(mnemonic),
            Mnemonic::Branch
            | Mnemonic::BranchLink
            | Mnemonic::CompareBranch { .. }
            | Mnemonic::TestBranch { .. }
            | Mnemonic::BranchRegister { .. }
            | Mnemonic::Return => self.branch(mnemonic),
            _ => self.compute(mnemonic),
        }
    }

    fn comma(&mut self) -> Result<(), Problem> {
        self.cursor.expect(',')
    }

    fn register(&mut self) -> Result<(Register, Size), Problem> {
        register(self.cursor)
    }

    /// A comma and a register of this size.
    fn next(&mut self, size: Size) -> Result<Register, Problem> {
        self.comma()?;
        sized(self.cursor, size)
    }

    /// A comma and a base in brackets.
    fn base(&mut self) -> Result<Register, Problem> {
        self.comma()?;
        base(self.cursor)
    }

    /// A register of an access of this width: the register, the size of the access, the size of the register.
    fn accessed(&mut self, width: Width) -> Result<(Register, Size, Size), Problem> {
        let at = self.cursor.at();
        let (register, size) = self.register()?;
        match width {
            Width::Register => Ok((register, size, size)),
            Width::Fixed(fixed) if size == Size::Word => Ok((register, fixed, size)),
            Width::Signed(fixed) if size > fixed => Ok((register, fixed, size)),
            _ => {
                let help = "use a register of the other size, W or X";
                self.cursor.problem_at(at, "this register has the wrong size", help)
            }
        }
    }

    fn access(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
        match mnemonic {
            Mnemonic::Load { width, order } => {
                let (to, size, whole) = self.accessed(width)?;
                self.comma()?;
                let at = address(self.cursor)?;
                let signed = matches!(width, Width::Signed(_));
                let extend = if signed { Extend::Sign(whole) } else { Extend::Zero };
                Ok(Instruction::Load { size, extend, order, to, at })
            }
            Mnemonic::Store { width, release } => {
                let (from, size, _) = self.accessed(width)?;
                self.comma()?;
                let at = address(self.cursor)?;
                Ok(Instruction::Store { size, release, from, at })
            }
            Mnemonic::LoadPair { signed, order } => {
                let (first, whole) = self.register()?;
                let to = [first, self.next(whole)?];
                self.comma()?;
                let at = self.pair_address()?;
                let (size, extend) = match signed {
                    true => (Size::Word, Extend::Sign(whole)),
                    false => (whole, Extend::Zero),
                };
                Ok(Instruction::LoadPair { size, extend, order, to, at })
            }
            Mnemonic::StorePair { release } => {
                let (first, size) = self.register()?;
                let from = [first, self.next(size)?];
                self.comma()?;
                let at = self.pair_address()?;
                Ok(Instruction::StorePair { size, release, from, at })
            }
            other => self.other(other),
        }
    }

    fn pair_address(&mut self) -> Result<Address, Problem> {
        let at = self.cursor.at();
        match address(self.cursor)? {
            Address { offset: Offset::Register(..), .. } => {
                let help = "add it in an instruction of its own";
                self.cursor.problem_at(at, "a pair has no register as offset", help)
            }
            address => Ok(address),
        }
    }

    fn exclusive(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
        match mnemonic {
            Mnemonic::LoadExclusive { width, acquire } => {
                let (to, size, _) = self.accessed(width)?;
                let at = self.base()?;
                Ok(Instruction::LoadExclusive { size, acquire, to, at })
            }
            Mnemonic::LoadExclusivePair { acquire } => {
                let (first, size) = self.register()?;
                let to = [first, self.next(size)?];
                let at = self.base()?;
                Ok(Instruction::LoadExclusivePair { size, acquire, to, at })
            }
            Mnemonic::StoreExclusive { width, release } => {
                let status = sized(self.cursor, Size::Word)?;
                self.comma()?;
                let (from, size, _) = self.accessed(width)?;
                let at = self.base()?;
                Ok(Instruction::StoreExclusive { size, release, status, from, at })
            }
            Mnemonic::StoreExclusivePair { release } => {
                let status = sized(self.cursor, Size::Word)?;
                self.comma()?;
                let (first, size) = self.register()?;
                let from = [first, self.next(size)?];
                let at = self.base()?;
                Ok(Instruction::StoreExclusivePair { size, release, status, from, at })
            }
            other => self.other(other),
        }
    }

    fn atomic(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
        match mnemonic {
            Mnemonic::Atomic { change, width, with } => {
                let (from, size, whole) = self.accessed(width)?;
                let to = self.next(whole)?;
                let at = self.base()?;
                Ok(Instruction::Atomic { change, size, with, from, to, at })
            }
            Mnemonic::AtomicStore { change, width, with } => {
                let (from, size, _) = self.accessed(width)?;
                let at = self.base()?;
                let to = Register::ZERO;
                Ok(Instruction::Atomic { change, size, with, from, to, at })
            }
            Mnemonic::CompareAndSwap { width, with } => {
                let (old, size, whole) = self.accessed(width)?;
                let new = self.next(whole)?;
                let at = self.base()?;
                Ok(Instruction::CompareAndSwap { size, with, old, new, at })
            }
            Mnemonic::CompareAndSwapPair { with } => {
                let (first, size) = self.register()?;
                let old = [first, self.next(size)?];
                let new = [self.next(size)?, self.next(size)?];
                let at = self.base()?;
                Ok(Instruction::CompareAndSwapPair { size, with, old, new, at })
            }
            other => self.other(other),
        }
    }

    fn branch(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
        Ok(match mnemonic {
            Mnemonic::Branch => Instruction::Branch(self.names.label(self.cursor)?),
            Mnemonic::BranchLink => Instruction::BranchLink(self.names.label(self.cursor)?),
            Mnemonic::CompareBranch { zero } => {
                let (register, size) = self.register()?;
                self.comma()?;
                let target = self.names.label(self.cursor)?;
                Instruction::CompareBranch { zero, size, register, target }
            }
            Mnemonic::TestBranch { zero } => {
                let (register, size) = self.register()?;
                self.comma()?;
                let bit = below(self.cursor, size.bits())?;
                self.comma()?;
                let target = self.names.label(self.cursor)?;
                Instruction::TestBranch { zero, bit, register, target }
            }
            Mnemonic::BranchRegister { link } => {
                Instruction::BranchRegister { link, register: wide(self.cursor)? }
            }
            _ => {
                let register = match self.cursor.peek() {
                    None => Register::LINK,
                    Some(_) => wide(self.cursor)?,
                };
                Instruction::BranchRegister { link: false, register }
            }
        })
    }

    /// A result and its size, then the operands of a function.
    fn compute(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
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

    fn other(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
        Ok(match mnemonic {
            Mnemonic::Fence { wait } => match self.cursor.name(|name| barrier(name, wait)) {
                Some(tag) => Instruction::Fence(tag),
                None => {
                    let help = "use SY, LD, ST, or ISH, OSH, NSH with LD or ST behind them";
                    return self.cursor.expected("the option of a barrier", help);
                }
            },
            Mnemonic::Isb => {
                let _ = self.cursor.name(|name| name.eq_ignore_ascii_case("SY").then_some(()));
                Instruction::Fence(pmdrace_axioms::Tag::Isb)
            }
            Mnemonic::Adr => {
                let to = wide(self.cursor)?;
                self.comma()?;
                Instruction::AddressOf { to, address: self.names.address(self.cursor)? }
            }
            Mnemonic::ReadSystem => {
                let to = wide(self.cursor)?;
                self.comma()?;
                Instruction::ReadSystem { to, from: self.system()? }
            }
            Mnemonic::WriteSystem => {
                let to = self.system()?;
                self.comma()?;
                Instruction::WriteSystem { to, from: wide(self.cursor)? }
            }
            Mnemonic::Invalidate => self.invalidate()?,
            Mnemonic::ExceptionReturn => Instruction::ExceptionReturn,
            Mnemonic::SupervisorCall => {
                immediate(self.cursor)?;
                Instruction::SupervisorCall
            }
            Mnemonic::Undefined => {
                immediate(self.cursor)?;
                Instruction::Undefined
            }
            _ => Instruction::Nop,
        })
    }

    /// The operation of a TLB invalidation, and the register with the page.
    fn invalidate(&mut self) -> Result<Instruction, Problem> {
        let named = |name: &str| {
            let upper = name.to_ascii_uppercase();
            let (scope, shared) = match upper.strip_suffix("IS").or(upper.strip_suffix("OS")) {
                Some(scope) => (scope, true),
                None => (&upper[..], false),
            };
            match scope {
                "VMALLE1" | "ALLE1" | "ALLE2" => Some((shared, false)),
                "VAE1" | "VALE1" | "VAAE1" | "VAALE1" | "VAE2" | "VALE2" => Some((shared, true)),
                _ => None,
            }
        };
        let Some((shared, by_page)) = self.cursor.name(named) else {
            let help = "use VMALLE1, VAE1, VALE1, VAAE1 or VAALE1, with IS for all CPUs";
            return self.cursor.expected("a TLB invalidation", help);
        };
        let mut page = None;
        if by_page || self.cursor.peek().is_some() {
            self.comma()?;
            page = Some(wide(self.cursor)?).filter(|_| by_page);
        }
        Ok(Instruction::Invalidate { shared, page })
    }

    fn system(&mut self) -> Result<Register, Problem> {
        let named = |name: &str| match &name.to_ascii_uppercase()[..] {
            "NZCV" => Some(Register::FLAGS),
            "ELR_EL1" => Some(Register::RETURN),
            _ => None,
        };
        match self.cursor.name(named) {
            Some(register) => Ok(register),
            None => self.cursor.expected("a system register", "use NZCV or ELR_EL1"),
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
