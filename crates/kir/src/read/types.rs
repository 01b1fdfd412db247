//! Reads a type.

use super::cursor::{Cursor, DEPTH};
use super::lex::Token;
use crate::ReadError;
use crate::ir::types::Type;
use crate::module::Module;

/// Whether a type begins with this token.
pub(crate) fn begins_type(token: Token<'_>) -> bool {
    match token {
        Token::Local(_) | Token::Mark('{' | '[' | '<') => true,
        Token::Word(word) => simple(word).is_some(),
        _ => false,
    }
}

/// The type that a keyword stands for.
fn simple(word: &str) -> Option<Type> {
    Some(match word {
        "void" => Type::Void,
        "ptr" => Type::Pointer(0),
        "label" => Type::Label,
        "metadata" => Type::Metadata,
        "token" => Type::Token,
        "half" | "bfloat" => Type::Float(2),
        "float" => Type::Float(4),
        "double" => Type::Float(8),
        "x86_fp80" => Type::Float(16),
        "fp128" | "ppc_fp128" => Type::Float(16),
        _ => Type::Int(word.strip_prefix('i')?.parse().ok()?),
    })
}

/// Reads a type. `within` are the named types that are being read.
pub(crate) fn read_type(
    module: &Module,
    cursor: &mut Cursor<'_>,
    within: &mut Vec<String>,
) -> Result<Type, ReadError> {
    nested(module, cursor, within, 0)
}

fn nested(
    module: &Module,
    cursor: &mut Cursor<'_>,
    within: &mut Vec<String>,
    depth: u32,
) -> Result<Type, ReadError> {
    if depth + u32::try_from(within.len()).unwrap_or(DEPTH) > DEPTH {
        return Err(cursor.error("types nest too deeply"));
    }
    let found = match cursor.peek() {
        Some(Token::Word(word)) => {
            let Some(found) = simple(word) else { return Err(cursor.expected("a type")) };
            cursor.next()?;
            match found {
                Type::Pointer(_) => Type::Pointer(address_space(cursor)?),
                Type::Int(width) if !(1..=128).contains(&width) => {
                    return Err(cursor.error(format!("integers of {width} bits")));
                }
                other => other,
            }
        }
        Some(Token::Local(name)) => {
            let found = module.named_type(name, cursor, within)?;
            cursor.next()?;
            found
        }
        Some(Token::Mark('{')) => structure(module, cursor, within, depth, false)?,
        Some(Token::Mark('[')) => {
            cursor.next()?;
            let found = sequence(module, cursor, within, depth, false)?;
            cursor.expect(']')?;
            found
        }
        Some(Token::Mark('<')) => {
            cursor.next()?;
            let found = if cursor.peek() == Some(Token::Mark('{')) {
                structure(module, cursor, within, depth, true)?
            } else {
                sequence(module, cursor, within, depth, true)?
            };
            cursor.expect('>')?;
            found
        }
        _ => return Err(cursor.expected("a type")),
    };
    if cursor.peek() == Some(Token::Mark('*')) {
        let what = "typed pointers: LLVM 14 and older write them, and 16 to 19 are supported";
        return Err(cursor.error(what));
    }
    Ok(found)
}

fn structure(
    module: &Module,
    cursor: &mut Cursor<'_>,
    within: &mut Vec<String>,
    depth: u32,
    packed: bool,
) -> Result<Type, ReadError> {
    cursor.expect('{')?;
    let mut fields = Vec::new();
    while !cursor.eat('}') {
        if !fields.is_empty() {
            cursor.expect(',')?;
        }
        fields.push(nested(module, cursor, within, depth + 1)?);
    }
    Type::structure(fields, packed, &module.layout)
        .ok_or_else(|| cursor.error("the struct is too large"))
}

/// `4 x i32`.
fn sequence(
    module: &Module,
    cursor: &mut Cursor<'_>,
    within: &mut Vec<String>,
    depth: u32,
    vector: bool,
) -> Result<Type, ReadError> {
    let count = cursor.number()?;
    cursor.expect_word("x")?;
    let element = nested(module, cursor, within, depth + 1)?;
    Type::sequence(count, element, vector, &module.layout)
        .ok_or_else(|| cursor.error("the array is too large"))
}

/// `addrspace(256)`, if it is next.
fn address_space(cursor: &mut Cursor<'_>) -> Result<u32, ReadError> {
    if !cursor.eat_word("addrspace") {
        return Ok(0);
    }
    cursor.expect('(')?;
    let space = cursor.number()?;
    cursor.expect(')')?;
    Ok(space)
}
