//! Reads an instruction: a mnemonic and its operands.

use pmdrace_axioms::{Tag, Tags};

use super::super::cursor::Cursor;
use super::super::lexer::Token;
use super::super::reader::Names;
use super::super::size::Size;
use super::instruction::{Address, Both, Function, Instruction, Operand};
use super::mnemonic::Mnemonic;
use super::register::{Register, register};
use crate::Problem;

/// Reads an instruction.
pub(super) fn instruction(
    cursor: &mut Cursor<'_, '_>,
    names: &mut Names<'_>,
) -> Result<Instruction, Problem> {
    let at = cursor.at();
    let Some(name) = cursor.word() else {
        return cursor.expected("an instruction", "write one such as `lw x5,0(x6)`");
    };
    let Some((mnemonic, with)) = Mnemonic::named(name) else {
        let help = format!("instructions like it are {}", Mnemonic::like(name).join(", "));
        return cursor.problem_at(at, format!("there is no instruction `{name}`"), help);
    };
    match mnemonic {
        Mnemonic::Plain(instruction) => Ok(instruction),
        Mnemonic::Fence => fence(cursor),
        Mnemonic::Jump => Ok(Instruction::Jump(names.label(cursor)?)),
        mnemonic => operands(cursor, names, mnemonic, with),
    }
}

/// A register, then the operands that the mnemonic has besides.
fn operands(
    cursor: &mut Cursor<'_, '_>,
    names: &mut Names<'_>,
    mnemonic: Mnemonic,
    with: Both,
) -> Result<Instruction, Problem> {
    let first = register(cursor)?;
    cursor.expect(',')?;
    let compute = |function, size, to, left, right| {
        Ok(Instruction::Compute { function, size, to, left, right })
    };
    match mnemonic {
        Mnemonic::Load { size, signed } => {
            Ok(Instruction::Load { size, signed, with, to: first, at: address(cursor)? })
        }
        Mnemonic::Store { size } => {
            Ok(Instruction::Store { size, with, from: first, at: address(cursor)? })
        }
        Mnemonic::LoadReserved { size } => {
            Ok(Instruction::LoadReserved { size, with, to: first, at: base(cursor)? })
        }
        Mnemonic::StoreConditional { size } => {
            let from = register(cursor)?;
            cursor.expect(',')?;
            let at = base(cursor)?;
            Ok(Instruction::StoreConditional { size, with, status: first, from, at })
        }
        Mnemonic::Atomic { change, size } => {
            let from = register(cursor)?;
            cursor.expect(',')?;
            Ok(Instruction::Atomic { change, size, with, to: first, from, at: base(cursor)? })
        }
        Mnemonic::Compute { function, size } => {
            let left = register(cursor)?;
            cursor.expect(',')?;
            compute(function, size, first, left, Operand::Register(register(cursor)?))
        }
        Mnemonic::Immediate { function, size } => {
            let left = register(cursor)?;
            cursor.expect(',')?;
            compute(function, size, first, left, Operand::Immediate(number(cursor)?))
        }
        Mnemonic::Move => {
            compute(Function::Add, Size::Double, first, register(cursor)?, Operand::Immediate(0))
        }
        Mnemonic::Not => compute(
            Function::Xor,
            Size::Double,
            first,
            register(cursor)?,
            Operand::Immediate(u64::MAX),
        ),
        Mnemonic::Negate { size } => {
            let right = Operand::Register(register(cursor)?);
            compute(Function::Subtract, size, first, Register::ZERO, right)
        }
        Mnemonic::SetIfZero => {
            let one = Operand::Immediate(1);
            compute(Function::LessUnsigned, Size::Double, first, register(cursor)?, one)
        }
        Mnemonic::SetIfNotZero => {
            let right = Operand::Register(register(cursor)?);
            compute(Function::LessUnsigned, Size::Double, first, Register::ZERO, right)
        }
        Mnemonic::Extend { signed, size } => {
            Ok(Instruction::Extend { signed, size, to: first, from: register(cursor)? })
        }
        Mnemonic::LoadImmediate => Ok(Instruction::Constant { to: first, value: number(cursor)? }),
        Mnemonic::LoadUpper => {
            let value = Size::Word.sign_extend(number(cursor)? << 12);
            Ok(Instruction::Constant { to: first, value })
        }
        Mnemonic::LoadAddress => {
            Ok(Instruction::Constant { to: first, value: names.address(cursor)? })
        }
        Mnemonic::Branch(condition) => {
            let right = register(cursor)?;
            cursor.expect(',')?;
            let target = names.label(cursor)?;
            Ok(Instruction::Branch { condition, left: first, right, target })
        }
        Mnemonic::BranchSwapped(condition) => {
            let left = register(cursor)?;
            cursor.expect(',')?;
            let target = names.label(cursor)?;
            Ok(Instruction::Branch { condition, left, right: first, target })
        }
        Mnemonic::BranchZero(condition) => {
            let (right, target) = (Register::ZERO, names.label(cursor)?);
            Ok(Instruction::Branch { condition, left: first, right, target })
        }
        Mnemonic::Plain(_) | Mnemonic::Fence | Mnemonic::Jump => Ok(Instruction::Nop),
    }
}

fn number(cursor: &mut Cursor<'_, '_>) -> Result<u64, Problem> {
    match cursor.number()? {
        Some(number) => Ok(number),
        None => cursor.expected("a number", "write one such as `1` or `-1`"),
    }
}

/// Takes `8(x6)` or `(x6)`.
fn address(cursor: &mut Cursor<'_, '_>) -> Result<Address, Problem> {
    let offset = match cursor.peek() {
        Some(Token::Mark('(')) => 0,
        _ => number(cursor)?,
    };
    cursor.expect('(')?;
    let base = register(cursor)?;
    cursor.expect(')')?;
    Ok(Address { offset, base })
}

/// Takes `(x6)`: there is no offset.
fn base(cursor: &mut Cursor<'_, '_>) -> Result<Register, Problem> {
    let at = cursor.at();
    match address(cursor)? {
        Address { offset: 0, base } => Ok(base),
        _ => {
            let help = "add it in an instruction of its own";
            cursor.problem_at(at, "this instruction has no offset", help)
        }
    }
}

/// The operands of `fence`: what it orders before and after it, `rw,rw` if nothing is said.
fn fence(cursor: &mut Cursor<'_, '_>) -> Result<Instruction, Problem> {
    let all = (true, true);
    let (before, after) = match cursor.peek() {
        None => (all, all),
        Some(_) => {
            let before = accesses(cursor)?;
            cursor.expect(',')?;
            (before, accesses(cursor)?)
        }
    };
    let tags = [
        (before.0, Tag::AfterReads),
        (before.1, Tag::AfterWrites),
        (after.0, Tag::BeforeReads),
        (after.1, Tag::BeforeWrites),
    ];
    let named = tags.into_iter().filter(|(named, _)| *named);
    Ok(Instruction::Fence(named.fold(Tags::NONE, |all, (_, tag)| all.with(tag))))
}

/// Takes what a fence orders: whether reads, and whether writes of memory. Devices are not here.
fn accesses(cursor: &mut Cursor<'_, '_>) -> Result<(bool, bool), Problem> {
    let named = |name: &str| {
        let name = name.to_ascii_lowercase();
        let known = name.chars().all(|c| "iorw".contains(c));
        known.then(|| (name.contains('r'), name.contains('w')))
    };
    match cursor.name(named) {
        Some(accesses) => Ok(accesses),
        None => cursor.expected("what a fence orders", "use r, w, rw, or these with i and o"),
    }
}
