//! Reads the initialiser of a variable into bytes.

use super::constant::{Context, elements, read_constant};
use super::cursor::{Cursor, DEPTH};
use super::lex::{Token, unescape};
use crate::ReadError;
use crate::ir::types::{Endian, Type};
use crate::machine::value::Value;
use crate::program::{GLOBAL_SIZE, SymbolId};

/// A variable as its file defines it.
#[derive(Debug)]
pub(crate) struct Variable {
    pub(crate) size: u64,
    pub(crate) constant: bool,
    /// None if another file defines it.
    pub(crate) image: Option<Vec<u8>>,
}

/// Reads the definition, or else a declaration, of a variable.
pub(crate) fn read_variable(
    cx: &Context<'_>,
    symbol: SymbolId,
) -> Option<Result<Variable, ReadError>> {
    let name = cx.program.name(symbol);
    let entry = cx.module.index.symbols.iter().find(|entry| entry.name == name)?;
    let mut cursor = cx.module.cursor(entry.span);
    Some(variable(cx, &mut cursor))
}

fn variable(cx: &Context<'_>, cursor: &mut Cursor<'_>) -> Result<Variable, ReadError> {
    let constant = loop {
        match cursor.next()? {
            Token::Word("global") => break false,
            Token::Word("constant") => break true,
            _ => {}
        }
    };
    let ty = cx.ty(cursor)?;
    let size = ty.size(&cx.module.layout);
    let declared = cursor.is_done()
        || matches!(cursor.peek(), Some(Token::Mark(',') | Token::Attributes | Token::Kind(_)));
    if declared || size > GLOBAL_SIZE {
        return Ok(Variable { size, constant, image: None });
    }
    let mut image = vec![0; usize::try_from(size).unwrap_or(0)];
    fill(cx, cursor, &ty, &mut image, 0)?;
    Ok(Variable { size, constant, image: Some(image) })
}

fn fill(
    cx: &Context<'_>,
    cursor: &mut Cursor<'_>,
    ty: &Type,
    image: &mut [u8],
    depth: u32,
) -> Result<(), ReadError> {
    if depth > DEPTH {
        return Err(cursor.error("constants nest too deeply"));
    }
    match cursor.peek() {
        Some(Token::Word("zeroinitializer" | "undef" | "poison")) => {
            cursor.next()?;
            Ok(())
        }
        Some(Token::Bytes(text)) => {
            cursor.next()?;
            for (to, from) in image.iter_mut().zip(unescape(text)) {
                *to = from;
            }
            Ok(())
        }
        Some(Token::Mark('{' | '[' | '<')) => {
            let layout = &cx.module.layout;
            let mut part = 0u64;
            elements(cx, cursor, |cursor, element| {
                let offset = ty.offset(part, layout).and_then(|at| usize::try_from(at).ok());
                let rest = offset.and_then(|at| image.get_mut(at..));
                let Some(rest) = rest.filter(|_| part < ty.parts()) else {
                    return Err(cursor.error("an initialiser with more elements than its type"));
                };
                part += 1;
                fill(cx, cursor, element, rest, depth + 1)
            })
        }
        _ => {
            let value = read_constant(cx, cursor, ty)?;
            let size = usize::try_from(ty.stored(&cx.module.layout)).unwrap_or(0);
            if let Value::Int(int) = value {
                let little = int.bits.to_le_bytes();
                for (place, to) in image.iter_mut().take(size).enumerate() {
                    let from = match cx.module.layout.endian {
                        Endian::Little => place,
                        Endian::Big => size - 1 - place,
                    };
                    *to = little.get(from).copied().unwrap_or(0);
                }
            }
            Ok(())
        }
    }
}
