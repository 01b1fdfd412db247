//! The operands of accesses to memory.

use super::super::instruction::{Address, Extend, Instruction, Offset};
use super::super::mnemonic::{Mnemonic, Width};
use super::super::operand::address;
use super::super::register::{Register, Size, sized};
use super::Reader;
use crate::Problem;

impl Reader<'_, '_, '_, '_> {
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

    pub(super) fn access(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
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

    pub(super) fn exclusive(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
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

    pub(super) fn atomic(&mut self, mnemonic: Mnemonic) -> Result<Instruction, Problem> {
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
}
