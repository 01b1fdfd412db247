//! Operands: addresses, immediates, shifted registers, conditions.

use super::super::cursor::Cursor;
use super::super::lexer::Token;
use super::instruction::{Address, Condition, Offset, Operand, Shift};
use super::register::{Register, Size, register, wide};
use crate::Problem;

/// Takes a number, with or without `#`.
pub(super) fn immediate(cursor: &mut Cursor<'_, '_>) -> Result<u64, Problem> {
    cursor.eat('#');
    match cursor.number()? {
        Some(number) => Ok(number),
        None => cursor.expected("a number", "write it as `#1`"),
    }
}

/// Takes a number below `limit`.
pub(super) fn below(cursor: &mut Cursor<'_, '_>, limit: u32) -> Result<u32, Problem> {
    let at = cursor.at();
    let number = immediate(cursor)?;
    match u32::try_from(number).ok().filter(|number| *number < limit) {
        Some(number) => Ok(number),
        None => {
            let help = format!("it is at least 0 and below {limit}");
            cursor.problem_at(at, format!("{} is too large here", number as i64), help)
        }
    }
}

/// Takes a condition.
pub(super) fn condition(cursor: &mut Cursor<'_, '_>) -> Result<Condition, Problem> {
    match cursor.name(Condition::named) {
        Some(condition) => Ok(condition),
        None => cursor.expected(
            "a condition",
            "use EQ, NE, CS, CC, MI, PL, VS, VC, HI, LS, GE, LT, GT, LE or AL",
        ),
    }
}

fn is_immediate(cursor: &Cursor<'_, '_>) -> bool {
    matches!(cursor.peek(), Some(Token::Number(_) | Token::Mark('#')))
}

/// Takes an address in brackets.
pub(super) fn address(cursor: &mut Cursor<'_, '_>) -> Result<Address, Problem> {
    cursor.expect('[')?;
    let base = wide(cursor)?;
    if !cursor.eat(',') {
        cursor.expect(']')?;
        let offset = match cursor.eat(',') {
            true => Offset::After(immediate(cursor)?),
            false => Offset::Immediate(0),
        };
        return Ok(Address { base, offset });
    }
    let offset = if is_immediate(cursor) {
        Offset::Immediate(immediate(cursor)?)
    } else {
        let (index, size) = register(cursor)?;
        let shift = if cursor.eat(',') { shift(cursor)? } else { Shift::None };
        if size == Size::Word && !matches!(shift, Shift::Extend { .. }) {
            let help = "extend it: `[X1,W2,SXTW]`";
            return cursor.problem_at(cursor.at(), "this register has not 64 bits", help);
        }
        Offset::Register(index, shift)
    };
    cursor.expect(']')?;
    let offset = match offset {
        Offset::Immediate(by) if cursor.eat('!') => Offset::Before(by),
        offset => offset,
    };
    Ok(Address { base, offset })
}

/// Takes a base in brackets, without an offset.
pub(super) fn base(cursor: &mut Cursor<'_, '_>) -> Result<Register, Problem> {
    let at = cursor.at();
    match address(cursor)? {
        Address { base, offset: Offset::Immediate(0) } => Ok(base),
        _ => cursor.problem_at(
            at,
            "this instruction has no offset",
            "add it in an instruction of its own",
        ),
    }
}

/// Takes what is done to a register: `LSL #3`, `SXTW`.
fn shift(cursor: &mut Cursor<'_, '_>) -> Result<Shift, Problem> {
    let at = cursor.at();
    let Some(name) = cursor.word() else {
        return cursor.expected("a shift", "use LSL, LSR, ASR, ROR or an extension such as SXTW");
    };
    let upper = name.to_ascii_uppercase();
    let plain = match &upper[..] {
        "LSL" => Some(Shift::Left as fn(u32) -> Shift),
        "LSR" => Some(Shift::Right as fn(u32) -> Shift),
        "ASR" => Some(Shift::ArithmeticRight as fn(u32) -> Shift),
        "ROR" => Some(Shift::Rotate as fn(u32) -> Shift),
        _ => None,
    };
    if let Some(shift) = plain {
        return Ok(shift(below(cursor, 64)?));
    }
    let signed = upper.starts_with('S');
    let from = match &upper[..] {
        "UXTB" | "SXTB" => Size::Byte,
        "UXTH" | "SXTH" => Size::Half,
        "UXTW" | "SXTW" => Size::Word,
        "UXTX" | "SXTX" => Size::Double,
        _ => {
            let help = "use LSL, LSR, ASR, ROR or an extension such as SXTW";
            return cursor.problem_at(at, format!("`{name}` is no shift"), help);
        }
    };
    let left = if is_immediate(cursor) { below(cursor, 5)? } else { 0 };
    Ok(Shift::Extend { signed, from, left })
}

/// Takes a number or a register, and what is done to it.
pub(super) fn operand(cursor: &mut Cursor<'_, '_>) -> Result<Operand, Problem> {
    if !is_immediate(cursor) {
        let (register, _) = register(cursor)?;
        let shift = if cursor.eat(',') { shift(cursor)? } else { Shift::None };
        return Ok(Operand::Register(register, shift));
    }
    let value = immediate(cursor)?;
    if !cursor.eat(',') {
        return Ok(Operand::Immediate(value));
    }
    let at = cursor.at();
    match shift(cursor)? {
        Shift::Left(by) => Ok(Operand::Immediate(value << by)),
        _ => cursor.problem_at(at, "a number can only be shifted by LSL", "write `LSL #16`"),
    }
}
