//! The question: `locations [x; 0:r1;] filter (..) exists (0:r1=1 /\ x=2)`.

use std::ops::Range;

use super::lexer::Token;
use super::parser::Parser;
use super::{Constant, Place, Symbol};
use crate::fault::Classes;
use crate::{Problem, Quantifier};

/// A question as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Question {
    /// What is shown besides what is asked about, each with its place in the text.
    pub(crate) locations: Vec<(usize, Place)>,
    /// The faults among that.
    pub(crate) faults: Vec<Fault>,
    /// States that count.
    pub(crate) filter: Option<Proposition>,
    pub(crate) quantifier: Quantifier,
    pub(crate) proposition: Proposition,
}

/// A proposition as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Proposition {
    True,
    False,
    /// A place has a value.
    Equal(usize, Place, Constant),
    /// Two places have the same value.
    Same(usize, Place, Place),
    /// A fault happens: `fault(P0:L0, x)`.
    Fault(usize, Fault),
    Not(Box<Proposition>),
    And(Vec<Proposition>),
    Or(Vec<Proposition>),
    Implies(Box<Proposition>, Box<Proposition>),
}

impl Proposition {
    /// The places that it is about, each with its place in the text.
    pub(crate) fn places(&self) -> Vec<(usize, &Place)> {
        match self {
            Proposition::True | Proposition::False | Proposition::Fault(..) => Vec::new(),
            Proposition::Equal(at, place, _) => vec![(*at, place)],
            Proposition::Same(at, a, b) => vec![(*at, a), (*at, b)],
            Proposition::Not(inner) => inner.places(),
            Proposition::And(all) | Proposition::Or(all) => {
                all.iter().flat_map(Proposition::places).collect()
            }
            Proposition::Implies(a, b) => [a.places(), b.places()].concat(),
        }
    }

    /// The faults that it is about, with where it names them.
    pub(crate) fn faults(&self) -> Vec<(usize, &Fault)> {
        match self {
            Proposition::Fault(at, fault) => vec![(*at, fault)],
            Proposition::Not(inner) => inner.faults(),
            Proposition::And(all) | Proposition::Or(all) => {
                all.iter().flat_map(Proposition::faults).collect()
            }
            Proposition::Implies(a, b) => [a.faults(), b.faults()].concat(),
            Proposition::True
            | Proposition::False
            | Proposition::Equal(..)
            | Proposition::Same(..) => Vec::new(),
        }
    }

    /// The values that it names.
    pub(crate) fn constants(&self) -> Vec<&Constant> {
        match self {
            Proposition::Equal(_, _, value) => vec![value],
            Proposition::Not(inner) => inner.constants(),
            Proposition::And(all) | Proposition::Or(all) => {
                all.iter().flat_map(Proposition::constants).collect()
            }
            Proposition::Implies(a, b) => [a.constants(), b.constants()].concat(),
            Proposition::True
            | Proposition::False
            | Proposition::Same(..)
            | Proposition::Fault(..) => Vec::new(),
        }
    }
}

/// Which fault.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    pub(crate) thread: usize,
    /// The instruction.
    pub(crate) label: Option<String>,
    /// What was accessed.
    pub(crate) at: Option<Symbol>,
    /// The class of faults: `MMU:Permission`.
    pub(crate) class: Option<String>,
}

/// Reads a question.
pub(crate) fn question(text: &str, section: Range<usize>) -> Result<Question, Problem> {
    let mut parser = Parser::new(text, section)?;
    let (locations, faults) = locations(&mut parser)?;
    let filter = match parser.eat_name("filter") {
        true => Some(proposition(&mut parser)?),
        false => None,
    };
    let (quantifier, proposition) = condition(&mut parser)?;
    parser.eat_mark(';');
    if parser.peek(0).is_some() && !parser.eat_name("with") {
        let message = format!("expected the end of the question, found {}", parser.found());
        return parser.problem(message, "join propositions by `/\\` and `\\/`");
    }
    Ok(Question { locations, faults, filter, quantifier, proposition })
}

/// Reads a proposition about threads that have names, which are what the numbers of threads in it stand for.
pub(crate) fn named(text: &str) -> Result<(Proposition, Vec<&str>), Problem> {
    let mut parser = Parser::with_names(text)?;
    let proposition = proposition(&mut parser)?;
    if parser.peek(0).is_some() {
        let message = format!("expected the end of the condition, found {}", parser.found());
        return parser.problem(message, "join propositions by `/\\` and `\\/`");
    }
    Ok((proposition, parser.threads().to_vec()))
}

/// What is to be shown: places, and faults.
type Shown = (Vec<(usize, Place)>, Vec<Fault>);

fn locations(parser: &mut Parser<'_>) -> Result<Shown, Problem> {
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    if !parser.eat_name("locations") {
        return Ok((all, faults));
    }
    parser.expect('[', "list the locations in brackets")?;
    while !parser.eat_mark(']') {
        let at = parser.at();
        match fault(parser)? {
            Some(fault) => faults.push(fault),
            None => all.push((at, parser.place()?)),
        }
        // A type says how herd7 prints the value.
        if let Some(Token::Name(_)) = parser.peek(0) {
            parser.advance();
        }
        while parser.eat_mark('*') {}
        if !parser.is_mark(0, ']') {
            parser.expect(';', "separate locations by `;`, end with `]`")?;
        }
    }
    Ok((all, faults))
}

fn condition(parser: &mut Parser<'_>) -> Result<(Quantifier, Proposition), Problem> {
    let quantifier = match parser.peek(0) {
        // Without a question all states are shown.
        None => return Ok((Quantifier::Forall, Proposition::True)),
        Some(Token::Name("exists" | "final")) => Quantifier::Exists,
        Some(Token::Name("forall")) => Quantifier::Forall,
        Some(Token::Not) if parser.peek(1) == Some(Token::Name("exists")) => {
            parser.advance();
            Quantifier::NotExists
        }
        Some(Token::Mark('(')) => return Ok((Quantifier::Exists, proposition(parser)?)),
        _ => {
            let message = format!("expected a question, found {}", parser.found());
            return parser.problem(message, "begin it with `exists`, `~exists` or `forall`");
        }
    };
    parser.advance();
    Ok((quantifier, proposition(parser)?))
}

/// `\/` binds weakest, then `/\`, then `=>`, as in herd7.
fn proposition(parser: &mut Parser<'_>) -> Result<Proposition, Problem> {
    parser.nested(|parser| {
        joined(parser, Token::Or, Proposition::Or, |parser| {
            joined(parser, Token::And, Proposition::And, implication)
        })
    })
}

fn implication(parser: &mut Parser<'_>) -> Result<Proposition, Problem> {
    let left = negated(parser)?;
    if !parser.eat(Token::Implies) {
        return Ok(left);
    }
    let right = parser.nested(implication)?;
    Ok(Proposition::Implies(Box::new(left), Box::new(right)))
}

/// One or several, joined by a connective.
fn joined(
    parser: &mut Parser<'_>,
    by: Token<'_>,
    join: impl FnOnce(Vec<Proposition>) -> Proposition,
    part: impl Fn(&mut Parser<'_>) -> Result<Proposition, Problem>,
) -> Result<Proposition, Problem> {
    let first = part(parser)?;
    if parser.peek(0) != Some(by) {
        return Ok(first);
    }
    let mut all = vec![first];
    while parser.eat(by) {
        all.push(part(parser)?);
    }
    Ok(join(all))
}

fn negated(parser: &mut Parser<'_>) -> Result<Proposition, Problem> {
    if parser.eat(Token::Not) {
        return parser.nested(|parser| Ok(Proposition::Not(Box::new(negated(parser)?))));
    }
    if parser.eat_mark('(') {
        let inner = proposition(parser)?;
        parser.expect(')', "close the parenthesis")?;
        return Ok(inner);
    }
    if parser.eat_name("true") {
        return Ok(Proposition::True);
    }
    if parser.eat_name("false") {
        return Ok(Proposition::False);
    }
    atom(parser)
}

fn atom(parser: &mut Parser<'_>) -> Result<Proposition, Problem> {
    let at = parser.at();
    if let Some(fault) = fault(parser)? {
        return Ok(Proposition::Fault(at, fault));
    }
    let place = parser.place()?;
    let equal = parser.eat(Token::Equal);
    if !equal && !parser.eat(Token::NotEqual) {
        let message = format!("expected `=`, found {}", parser.found());
        return parser.problem(message, "compare the location or register with a value");
    }
    // `0:r1` is a register here, not a label.
    let place_follows =
        matches!(parser.peek(0), Some(Token::Mark('[' | '*'))) || parser.is_register();
    let atom = match place_follows {
        true => Proposition::Same(at, place, parser.place()?),
        false => Proposition::Equal(at, place, parser.constant()?),
    };
    Ok(if equal { atom } else { Proposition::Not(Box::new(atom)) })
}

/// `fault(P0:L0, x, MMU:Permission)`, if it is next.
fn fault(parser: &mut Parser<'_>) -> Result<Option<Fault>, Problem> {
    let is_fault = matches!(parser.peek(0), Some(Token::Name("fault" | "Fault")));
    if !is_fault || !parser.is_mark(1, '(') {
        return Ok(None);
    }
    parser.advance();
    parser.advance();
    let thread = match parser.peek(0) {
        Some(Token::Thread(name)) => name[1..].parse::<u8>().ok(),
        _ => None,
    };
    let Some(thread) = thread else {
        return parser.problem("expected a thread", "write it as `fault(P0:L0, x)`");
    };
    parser.advance();
    let label = match parser.eat_mark(':') {
        true => Some(parser.name("a label")?.into()),
        false => None,
    };
    let mut fault = Fault { thread: thread.into(), label, at: None, class: None };
    while parser.eat_mark(',') {
        let is_class = |name: &str| name == "TagCheck" || Classes::named(name).is_some();
        match parser.peek(0) {
            Some(Token::Name(name)) if is_class(name) || parser.is_mark(1, ':') => {
                let mut class = String::from(parser.name("a class of faults")?);
                while parser.eat_mark(':') {
                    class = format!("{class}:{}", parser.name("a class of faults")?);
                }
                fault.class = Some(class);
            }
            _ => fault.at = Some(parser.symbol()?),
        }
    }
    parser.expect(')', "close the parenthesis")?;
    Ok(Some(fault))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::View;

    fn read(text: &str) -> Result<Question, Problem> {
        question(text, 0..text.len())
    }

    fn register(thread: usize, name: &str) -> Place {
        Place::Register(thread, name.into())
    }

    fn memory(name: &str, index: Option<usize>) -> Place {
        Place::Memory(Symbol { view: View::Memory, name: name.into(), index })
    }

    #[test]
    fn connectives_bind_as_in_herd7() {
        let text = r"locations [x; 0:r1; y int*;] filter (x=1)
            ~exists (not 0:r1=1 /\ x=2 \/ [x]!=y) ;";
        let read = read(text).unwrap();
        let places: Vec<&Place> = read.locations.iter().map(|(_, place)| place).collect();
        assert_eq!(places, [&memory("x", None), &register(0, "r1"), &memory("y", None)]);
        assert!(matches!(read.filter, Some(Proposition::Equal(_, _, Constant::Number(1)))));
        assert_eq!(read.quantifier, Quantifier::NotExists);
        let Proposition::Or(parts) = read.proposition else { panic!("not a disjunction") };
        assert!(matches!(&parts[0], Proposition::And(both) if both.len() == 2));
        assert!(matches!(&parts[1], Proposition::Not(inner)
            if matches!(&**inner, Proposition::Equal(_, _, Constant::Address(_)))));
    }

    #[test]
    fn places_are_compared_with_values_and_places() {
        let atom = |text| read(text).unwrap().proposition;
        assert_eq!(
            atom("exists 1:r1=0:r2"),
            Proposition::Same(7, register(1, "r1"), register(0, "r2"))
        );
        assert_eq!(
            atom("exists [x]=[y]"),
            Proposition::Same(7, memory("x", None), memory("y", None))
        );
        assert_eq!(
            atom("exists x[1]==-2"),
            Proposition::Equal(7, memory("x", Some(1)), Constant::Number(2u64.wrapping_neg()))
        );
        assert_eq!(atom("forall (true)"), Proposition::True);
        assert_eq!(atom(""), Proposition::True);
        let fault = Fault {
            thread: 0,
            label: Some("L0".into()),
            at: Some(Symbol { view: View::Memory, name: "x".into(), index: None }),
            class: Some("MMU:Translation".into()),
        };
        assert_eq!(atom("exists (fault(P0:L0,x,MMU:Translation))"), Proposition::Fault(8, fault));
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        let deep = format!("exists {}", "(".repeat(5000));
        for (text, column, message) in [
            ("exists", 7, "expected a location, found the end"),
            ("exists (x=1", 12, "expected `)`, found the end"),
            ("exists x=1 y=2", 12, "expected the end of the question, found `y`"),
            ("exists (x)", 10, "expected `=`, found `)`"),
            ("exists x=1 /\\", 14, "expected a location, found the end"),
            ("maybe x=1", 1, "expected a question, found `maybe`"),
            ("locations [x y", 15, "expected `;`, found the end"),
            ("exists fault(L0)", 14, "expected a thread"),
            (&deep, 208, "this is nested too deeply"),
        ] {
            let problem = read(text).unwrap_err();
            assert_eq!((problem.column, &problem.message[..]), (column, message), "{text}");
            assert!(!problem.help.is_empty());
        }
    }
}
