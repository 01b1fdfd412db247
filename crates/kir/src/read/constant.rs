//! Reads constants and works them out: symbols have addresses by now, so a constant expression is a value.

use std::sync::Arc;

use super::cursor::{Cursor, DEPTH};
use super::lex::{Token, unescape};
use super::types::read_type;
use crate::ReadError;
use crate::debug::Place;
use crate::ir::op::{Binary, Cast, Flags};
use crate::ir::types::Type;
use crate::machine::arith::{self, Wrong};
use crate::machine::value::{Int, Poison, Value, mask};
use crate::module::Module;
use crate::program::{Program, SymbolId};

/// How many scalars a constant may consist of: larger arrays are only initialisers of variables.
const SCALARS: u64 = 4096;

/// The file that is being read, and the program that gives its symbols addresses.
#[derive(Clone, Copy)]
pub(crate) struct Context<'p> {
    pub(crate) program: &'p Program,
    pub(crate) module: &'p Module,
    pub(crate) number: u32,
}

impl<'p> Context<'p> {
    /// A file of a program by number.
    pub(crate) fn new(program: &'p Program, number: u32) -> Option<Context<'p>> {
        let module = program.modules.get(number as usize)?;
        Some(Context { program, module, number })
    }

    /// Reads a type.
    pub(crate) fn ty(&self, cursor: &mut Cursor<'_>) -> Result<Type, ReadError> {
        read_type(self.module, cursor, &mut Vec::new())
    }

    /// The symbol that a name stands for; of an alias the one that it is for.
    pub(crate) fn symbol(&self, cursor: &Cursor<'_>, name: &str) -> Result<SymbolId, ReadError> {
        let name = super::lex::unescape_text(name);
        self.program
            .symbol_in(self.number, &name)
            .and_then(|symbol| self.program.target(symbol))
            .ok_or_else(|| cursor.error(format!("the symbol @{name} is nowhere declared")))
    }
}

/// Reads a constant of a type.
pub(crate) fn read_constant(
    cx: &Context<'_>,
    cursor: &mut Cursor<'_>,
    ty: &Type,
) -> Result<Value, ReadError> {
    nested(cx, cursor, ty, 0)
}

fn nested(
    cx: &Context<'_>,
    cursor: &mut Cursor<'_>,
    ty: &Type,
    depth: u32,
) -> Result<Value, ReadError> {
    if depth > DEPTH {
        return Err(cursor.error("constants nest too deeply"));
    }
    let width = ty.width().unwrap_or(64);
    let int = |bits: u128| Ok(Value::Int(Int::new(bits & mask(width))));
    match cursor.peek() {
        Some(Token::Integer(digits)) => {
            let Some(bits) = integer(digits) else {
                return Err(cursor.error("a number this large"));
            };
            cursor.next()?;
            int(bits)
        }
        Some(Token::Global(name)) => {
            let symbol = cx.symbol(cursor, name)?;
            cursor.next()?;
            int(u128::from(cx.program.address(symbol)))
        }
        Some(Token::Bytes(text)) => {
            cursor.next()?;
            let bytes = unescape(text);
            if bytes.len() as u64 > SCALARS {
                return Err(cursor.error("a string this long as a value"));
            }
            Ok(Value::Many(bytes.into_iter().map(|b| Value::new(u64::from(b))).collect()))
        }
        Some(Token::Mark('{' | '[' | '<')) => aggregate(cx, cursor, ty, depth),
        Some(Token::Word(word)) => {
            cursor.next()?;
            match word {
                "true" => int(1),
                "false" | "null" | "none" => int(0),
                "zeroinitializer" | "undef" | "poison" => uniform(cursor, ty, word),
                "splat" => {
                    cursor.expect('(')?;
                    let element = cx.ty(cursor)?;
                    let value = nested(cx, cursor, &element, depth + 1)?;
                    cursor.expect(')')?;
                    let count = usize::try_from(ty.parts().min(SCALARS)).unwrap_or(0);
                    Ok(Value::Many(vec![value; count].into()))
                }
                _ => expression(cx, cursor, word, depth),
            }
        }
        _ => Err(cursor.expected("a constant")),
    }
}

/// The two's complement of a decimal number.
pub(crate) fn integer(digits: &str) -> Option<u128> {
    match digits.parse::<i128>() {
        Ok(number) => Some(number as u128),
        Err(_) => digits.parse().ok(),
    }
}

/// A value whose scalars are all zero, undefined or poison.
fn uniform(cursor: &Cursor<'_>, ty: &Type, word: &str) -> Result<Value, ReadError> {
    if ty.scalars() > SCALARS {
        return Err(cursor.error("an aggregate this large as a value"));
    }
    Ok(filled(ty, &|width| match word {
        "undef" => Value::Int(Int::partly(0, mask(width))),
        "poison" => Value::Poison(Poison {
            made_by: "poison",
            place: Place::NONE,
            taint: Default::default(),
        }),
        _ => Value::NOTHING,
    }))
}

/// A value of a type whose scalars are made by `scalar` from their width. The caller has bounded its size.
pub(crate) fn filled(ty: &Type, scalar: &dyn Fn(u32) -> Value) -> Value {
    match ty {
        Type::Struct(fields) => {
            Value::Many(fields.fields.iter().map(|(_, field)| filled(field, scalar)).collect())
        }
        Type::Array(count, element) | Type::Vector(count, element) => {
            let one = filled(element, scalar);
            Value::Many((0..*count).map(|_| one.clone()).collect())
        }
        _ => scalar(ty.width().unwrap_or(64)),
    }
}

/// `{ i32 1, ptr null }`, `[2 x i8] [i8 1, i8 2]`, `<{ i8, i64 }> <{ i8 1, i64 2 }>`.
fn aggregate(
    cx: &Context<'_>,
    cursor: &mut Cursor<'_>,
    ty: &Type,
    depth: u32,
) -> Result<Value, ReadError> {
    let mut values = Vec::new();
    elements(cx, cursor, |cursor, element| {
        if values.len() as u64 >= SCALARS {
            return Err(cursor.error("an aggregate this large as a value"));
        }
        values.push(nested(cx, cursor, element, depth + 1)?);
        Ok(())
    })?;
    if values.len() as u64 != ty.parts() {
        return Err(cursor.error("an aggregate with another number of elements than its type"));
    }
    Ok(Value::Many(Arc::from(values)))
}

/// Reads the brackets of an aggregate, and each element's type; `each` reads its value.
pub(crate) fn elements(
    cx: &Context<'_>,
    cursor: &mut Cursor<'_>,
    mut each: impl FnMut(&mut Cursor<'_>, &Type) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let Token::Mark(open) = cursor.next()? else { return Err(cursor.expected("an aggregate")) };
    let packed = open == '<' && cursor.eat('{');
    let close = match open {
        '{' => '}',
        '[' => ']',
        _ if packed => '}',
        _ => '>',
    };
    let mut first = true;
    while !cursor.eat(close) {
        if !first {
            cursor.expect(',')?;
        }
        first = false;
        let element = cx.ty(cursor)?;
        each(cursor, &element)?;
    }
    if packed { cursor.expect('>') } else { Ok(()) }
}

/// A constant expression, after its keyword.
fn expression(
    cx: &Context<'_>,
    cursor: &mut Cursor<'_>,
    word: &str,
    depth: u32,
) -> Result<Value, ReadError> {
    let scalar = |cursor: &Cursor<'_>, value: Value| match value {
        Value::Int(int) => Ok(int),
        _ => Err(cursor.error("a constant expression of an aggregate or poison")),
    };
    if matches!(word, "dso_local_equivalent" | "no_cfi") {
        return nested(cx, cursor, &Type::Pointer(0), depth + 1);
    }
    let flags = read_flags(cursor)?;
    cursor.expect('(')?;
    if word == "blockaddress" {
        // Nothing jumps to it: the kernel only prints such addresses.
        let function = nested(cx, cursor, &Type::Pointer(0), depth + 1)?;
        cursor.expect(',')?;
        cursor.next()?;
        cursor.expect(')')?;
        let address = scalar(cursor, function)?.bits + 8;
        return Ok(Value::Int(Int::new(address)));
    }
    let found = if word == "getelementptr" {
        let element = cx.ty(cursor)?;
        cursor.expect(',')?;
        let base_type = cx.ty(cursor)?;
        let base = nested(cx, cursor, &base_type, depth + 1)?;
        let mut address = scalar(cursor, base)?.bits;
        let mut walk = Walk::new(&element);
        while cursor.eat(',') {
            cursor.eat_word("inrange");
            let index_type = cx.ty(cursor)?;
            let index = nested(cx, cursor, &index_type, depth + 1)?;
            let index = scalar(cursor, index)?.bits;
            let width = index_type.width().unwrap_or(64);
            match walk.step(Some((index, width)), cx.module) {
                Some(Move::Constant(by)) => address = address.wrapping_add(u128::from(by)),
                _ => return Err(cursor.error("an index that the type has not")),
            }
        }
        Ok(Int::new(address & mask(64)))
    } else if let Some(kind) = Cast::named(word) {
        let from = cx.ty(cursor)?;
        let value = nested(cx, cursor, &from, depth + 1)?;
        cursor.expect_word("to")?;
        let to = cx.ty(cursor)?;
        let (Some(from), Some(to)) = (from.width(), to.width()) else {
            return Err(cursor.error("a cast of something that is no integer"));
        };
        arith::cast(kind, flags, from, to, scalar(cursor, value)?)
    } else if let Some(op) = Binary::named(word) {
        let ty = cx.ty(cursor)?;
        let a = nested(cx, cursor, &ty, depth + 1)?;
        cursor.expect(',')?;
        cx.ty(cursor)?;
        let b = nested(cx, cursor, &ty, depth + 1)?;
        let width = ty.width().unwrap_or(64);
        arith::binary(op, flags, width, scalar(cursor, a)?, scalar(cursor, b)?)
    } else {
        return Err(cursor.error(format!("the constant expression `{word}` is not known")));
    };
    cursor.expect(')')?;
    match found {
        Ok(int) => Ok(Value::Int(int)),
        Err(Wrong::Poison) => Err(cursor.error("a constant expression that is poison")),
        Err(Wrong::Division(what)) => Err(cursor.error(what)),
        Err(Wrong::UndefinedDivisor) => Err(cursor.error("a division by an undefined value")),
    }
}

/// The promises behind an opcode: `nuw nsw`, `inbounds`, ...
pub(crate) fn read_flags(cursor: &mut Cursor<'_>) -> Result<Flags, ReadError> {
    let mut flags = Flags::default();
    while let Some(Token::Word(word)) = cursor.peek() {
        match word {
            "nuw" => flags.nuw = true,
            "nsw" => flags.nsw = true,
            "exact" => flags.exact = true,
            "disjoint" => flags.disjoint = true,
            "nneg" => flags.nneg = true,
            "inbounds" | "nusw" => {}
            "inrange" => {
                cursor.next()?;
                cursor.skip_nested()?;
                continue;
            }
            _ => break,
        }
        cursor.next()?;
    }
    Ok(flags)
}

/// The types that the indices of a getelementptr walk through.
pub(crate) struct Walk<'t> {
    element: &'t Type,
    first: bool,
}

/// What one index adds to the address.
pub(crate) enum Move {
    Constant(u64),
    /// The index, as a signed number, times this.
    Scaled(u64),
}

impl<'t> Walk<'t> {
    pub(crate) fn new(element: &'t Type) -> Walk<'t> {
        Walk { element, first: true }
    }

    /// One index, constant or not; None if the type has no such part.
    pub(crate) fn step(&mut self, index: Option<(u128, u32)>, module: &Module) -> Option<Move> {
        let layout = &module.layout;
        let index = index.map(|(bits, width)| arith_signed(bits, width));
        let scaled = |scale: u64| match index {
            Some(index) => Move::Constant((index as u64).wrapping_mul(scale)),
            None => Move::Scaled(scale),
        };
        if self.first {
            self.first = false;
            return Some(scaled(self.element.size(layout)));
        }
        match self.element {
            Type::Struct(_) => {
                let field = u64::try_from(index?).ok()?;
                let offset = self.element.offset(field, layout)?;
                self.element = self.element.part(field)?;
                Some(Move::Constant(offset))
            }
            Type::Array(_, element) | Type::Vector(_, element) => {
                self.element = element;
                Some(scaled(element.size(layout)))
            }
            _ => None,
        }
    }
}

fn arith_signed(bits: u128, width: u32) -> i64 {
    crate::machine::value::signed(bits, width) as i64
}
