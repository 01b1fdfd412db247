//! Reads an instruction: a mnemonic and its operands.

mod compute;
mod memory;

use super::super::cursor::Cursor;
use super::super::reader::Names;
use super::instruction::{Condition, Instruction};
use super::mnemonic::{Mnemonic, barrier};
use super::operand::{base, below, immediate};
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
