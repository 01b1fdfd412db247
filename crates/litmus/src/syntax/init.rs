//! The initial state: `{ int x=1; int *p=&x; 0:X1=x; int a[2]={1,2}; }`.

use std::ops::Range;

use super::lexer::Token;
use super::parser::Parser;
use super::{Constant, Place};
use crate::Problem;

/// A place and its initial value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Init {
    /// Its first byte in the text.
    pub(crate) at: usize,
    pub(crate) place: Place,
    pub(crate) typed: Type,
    /// None if none is given, which means zero.
    pub(crate) value: Option<Constant>,
}

/// The type of a place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Type {
    /// The name of the type, if one is given; `struct` is left out.
    pub(crate) name: Option<String>,
    /// Whether it is a pointer to that.
    pub(crate) pointer: bool,
    /// The number of elements of an array.
    pub(crate) elements: Option<usize>,
}

/// Reads an initial state.
pub(crate) fn init(text: &str, section: Range<usize>) -> Result<Vec<Init>, Problem> {
    let mut parser = Parser::new(text, section)?;
    let mut all = Vec::new();
    loop {
        while parser.eat_mark(';') {}
        if parser.peek(0).is_none() {
            return Ok(all);
        }
        all.push(one(&mut parser)?);
        if parser.peek(0).is_some() {
            parser.expect(';', "separate the parts of the initial state by `;`")?;
        }
    }
}

fn one(parser: &mut Parser<'_>) -> Result<Init, Problem> {
    let at = parser.at();
    let mut typed = Type { name: type_name(parser), ..Type::default() };
    while parser.eat_mark('*') {
        typed.pointer = true;
    }
    let here = parser.at();
    let mut place = parser.place()?;
    if let (Some(_), Place::Memory(symbol)) = (&typed.name, &mut place) {
        // With a type, what is in brackets is a size.
        typed.elements = symbol.index.take();
    }
    let indexed = matches!(&place, Place::Memory(symbol) if symbol.index.is_some());
    if indexed || typed.elements == Some(0) {
        let help = "write an array as `int x[2]={1,2}`";
        return parser.problem_at(here, "an element has no initial value of its own", help);
    }
    let mut value = None;
    if parser.eat(Token::Equal) {
        let here = parser.at();
        let given = match parser.eat_name("ATOMIC_INIT") {
            true => {
                parser.expect('(', "write it as `ATOMIC_INIT(0)`")?;
                let given = parser.constant()?;
                parser.expect(')', "close the parenthesis")?;
                given
            }
            false => parser.constant()?,
        };
        let elements = if let Constant::Array(of) = &given { Some(of.len()) } else { None };
        if elements != typed.elements && (elements.is_some() || typed.elements != Some(1)) {
            let help = "give as many values in braces as the array has elements";
            return parser.problem_at(here, "this does not fit the declared size", help);
        }
        value = Some(given);
    }
    Ok(Init { at, place, typed, value })
}

/// The name of a type, if one follows: `unsigned short` is `uint16_t`.
fn type_name(parser: &mut Parser<'_>) -> Option<String> {
    let qualifiers = ["struct", "volatile", "const", "_Atomic"];
    let mut unsigned = false;
    loop {
        if parser.eat_name("unsigned") {
            unsigned = true;
        } else if !qualifiers.iter().any(|word| parser.eat_name(word)) {
            break;
        }
    }
    let name = signed_name(parser);
    match (unsigned, name.as_deref()) {
        (false, _) => name,
        (true, None | Some("int")) => Some("uint32_t".into()),
        (true, Some("char")) => Some("uint8_t".into()),
        (true, Some("short")) => Some("uint16_t".into()),
        (true, Some("long")) => Some("uint64_t".into()),
        (true, Some(_)) => name,
    }
}

/// The name of a type, if what follows is another name or a pointer.
fn signed_name(parser: &mut Parser<'_>) -> Option<String> {
    let Some(Token::Name(name)) = parser.peek(0) else { return None };
    let is_type = match parser.peek(1) {
        Some(Token::Name(_) | Token::Number(_) | Token::Thread(_) | Token::Mark('*')) => true,
        // `int [x]`, unlike the array `x[2]`.
        Some(Token::Mark('[')) => matches!(parser.peek(2), Some(Token::Name(_))),
        _ => false,
    };
    if is_type {
        parser.advance();
    }
    is_type.then(|| name.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::{Field, Symbol, View};

    fn read(text: &str) -> Result<Vec<Init>, Problem> {
        init(text, 0..text.len())
    }

    fn symbol(name: &str) -> Symbol {
        Symbol { view: View::Memory, name: name.into(), index: None }
    }

    #[test]
    fn types_pointers_arrays_and_registers() {
        let all = read(
            "x=-1; int y = 0x10; int *p = &x; 0:X1=y;; atomic_t a = ATOMIC_INIT(3);\
             int t[2]={1,x}; struct srcu_struct s; uint64_t 1:X2; *q = x",
        )
        .unwrap();
        let places: Vec<&Place> = all.iter().map(|one| &one.place).collect();
        let memory = |name| Place::Memory(symbol(name));
        let register = |thread, name: &str| Place::Register(thread, name.into());
        assert_eq!(
            places,
            [
                &memory("x"),
                &memory("y"),
                &memory("p"),
                &register(0, "X1"),
                &memory("a"),
                &memory("t"),
                &memory("s"),
                &register(1, "X2"),
                &memory("q"),
            ]
        );
        let address = || Constant::Address(symbol("x"));
        assert_eq!(all[0].value, Some(Constant::Number(u64::MAX)));
        assert_eq!(all[1].value, Some(Constant::Number(16)));
        assert_eq!((all[2].typed.pointer, &all[2].value), (true, &Some(address())));
        assert_eq!(all[4].value, Some(Constant::Number(3)));
        assert_eq!(all[5].value, Some(Constant::Array(vec![Constant::Number(1), address()])));
        assert_eq!(all[6].typed.name.as_deref(), Some("srcu_struct"));
        assert_eq!(all[8].value, Some(address()));
    }

    #[test]
    fn page_table_entries_labels_and_instructions() {
        let all = read(
            "[PTE(x)]=(oa:PA(y), valid:0, attrs:(NC,WB)); 0:X0=PTE(x); 0:X1=P1:L0; \
             1:X2=label:\"P0:L1\"; 1:X3=instr:\"NOP\"; x:",
        );
        assert_eq!(all.unwrap_err().message, "expected `;`, found `:`");
        let all = read("[PTE(x)]=(oa:PA(y), valid:0, attrs:(NC,WB)); 0:X1=P1:L0").unwrap();
        let place = Place::Memory(Symbol { view: View::Entry, ..symbol("x") });
        assert_eq!(all[0].place, place);
        let physical = Symbol { view: View::Physical, ..symbol("y") };
        let fields = vec![
            ("oa".into(), Field::Name(physical)),
            ("valid".into(), Field::Number(0)),
            ("attrs".into(), Field::Names(vec!["NC".into(), "WB".into()])),
        ];
        assert_eq!(all[0].value, Some(Constant::Entry(fields)));
        assert_eq!(all[1].value, Some(Constant::Label(1, "L0".into())));
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        for (text, column, message) in [
            ("x=", 3, "expected a location, found the end"),
            ("x=1 y=2", 5, "expected `;`, found `y`"),
            ("int x[2]={1}", 10, "this does not fit the declared size"),
            ("int x={1}", 7, "this does not fit the declared size"),
            ("x[1]=2", 1, "an element has no initial value of its own"),
            ("x=99999999999999999999", 3, "this number is too large"),
            ("300:r1=1", 1, "this is no thread"),
            ("x=?", 3, "`?` means nothing here"),
            ("a=ATOMIC_INIT(1", 16, "expected `)`, found the end"),
        ] {
            let problem = read(text).unwrap_err();
            assert_eq!((problem.column, &problem.message[..]), (column, message), "{text}");
            assert!(!problem.help.is_empty());
        }
    }
}
