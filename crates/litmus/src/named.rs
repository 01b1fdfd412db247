//! [`Named`]: a condition in the syntax of questions, about CPUs and words that have names of their own.
//!
//! Scenarios ask in this form. Names may hold `-` here, and somebody else says what they stand for.

use std::ops::Range;

use crate::Problem;
use crate::syntax::{self, Constant, Place, Symbol, View};

/// A condition as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Named {
    /// A location has a value.
    Equal(NamedTerm),
    /// `~`.
    Not(Box<Named>),
    /// `/\`.
    And(Vec<Named>),
    /// `\/`.
    Or(Vec<Named>),
}

/// That a location has a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedTerm {
    /// The bytes of the text that name the location.
    pub place: Range<usize>,
    /// The location.
    pub of: NamedLocation,
    /// The value.
    pub value: NamedValue,
}

/// What has a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NamedLocation {
    /// A register of a CPU: `P0:r1`.
    Register {
        /// The CPU.
        cpu: String,
        /// The register.
        register: String,
    },
    /// A word: `x`, `[x]`, `x[1]`.
    Memory(String),
}

/// A value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NamedValue {
    /// A number, in two's complement.
    Number(u64),
    /// A name.
    Name(String),
}

impl Named {
    /// The same with other places.
    pub fn placed(self, place: &impl Fn(Range<usize>) -> Range<usize>) -> Named {
        let all = |all: Vec<Named>| all.into_iter().map(|one| one.placed(place)).collect();
        match self {
            Named::Equal(term) => Named::Equal(NamedTerm { place: place(term.place), ..term }),
            Named::Not(inner) => Named::Not(Box::new(inner.placed(place))),
            Named::And(of) => Named::And(all(of)),
            Named::Or(of) => Named::Or(all(of)),
        }
    }

    /// The terms, as often as they occur.
    pub fn terms(&self) -> Vec<&NamedTerm> {
        match self {
            Named::Equal(term) => vec![term],
            Named::Not(inner) => inner.terms(),
            Named::And(all) | Named::Or(all) => all.iter().flat_map(Named::terms).collect(),
        }
    }
}

/// Reads a condition such as `gup-fast:r1=1 /\ (x=0 \/ ~[pmd]=none)`.
///
/// # Errors
/// What is wrong, with its place and a remedy.
pub fn named(text: &str) -> Result<Named, Problem> {
    let (proposition, threads) = syntax::named(text)?;
    Reader { text, threads: &threads }.proposition(&proposition)
}

struct Reader<'r> {
    text: &'r str,
    threads: &'r [&'r str],
}

impl Reader<'_> {
    fn proposition(&self, proposition: &syntax::Proposition) -> Result<Named, Problem> {
        let all = |of: &[syntax::Proposition]| -> Result<Vec<Named>, Problem> {
            of.iter().map(|one| self.proposition(one)).collect()
        };
        Ok(match proposition {
            syntax::Proposition::Equal(at, place, value) => Named::Equal(NamedTerm {
                place: *at..self.end(*at),
                of: self.location(*at, place)?,
                value: self.value(*at, value)?,
            }),
            syntax::Proposition::Not(inner) => Named::Not(Box::new(self.proposition(inner)?)),
            syntax::Proposition::And(of) => Named::And(all(of)?),
            syntax::Proposition::Or(of) => Named::Or(all(of)?),
            syntax::Proposition::Implies(a, b) => {
                let not = Named::Not(Box::new(self.proposition(a)?));
                Named::Or(vec![not, self.proposition(b)?])
            }
            syntax::Proposition::Same(at, ..) => {
                return self.problem(
                    *at,
                    "two locations are compared here",
                    "compare each with a number",
                );
            }
            syntax::Proposition::Fault(at, _) => {
                return self.problem(
                    *at,
                    "no fault can be asked about here",
                    "ask about registers and words",
                );
            }
            syntax::Proposition::True | syntax::Proposition::False => {
                return self.problem(0, "`true` and `false` ask about nothing", "leave them out");
            }
        })
    }

    /// The end of the location that begins here.
    fn end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        let name = rest.split(|c: char| "=!<".contains(c)).next().unwrap_or("");
        at + name.trim_end().len()
    }

    fn location(&self, at: usize, place: &Place) -> Result<NamedLocation, Problem> {
        match place {
            Place::Register(thread, register) => Ok(NamedLocation::Register {
                cpu: self.threads.get(*thread).copied().unwrap_or_default().to_owned(),
                register: register.clone(),
            }),
            Place::Memory(Symbol { view: View::Memory, name, index: None }) => {
                Ok(NamedLocation::Memory(name.clone()))
            }
            Place::Memory(Symbol { view: View::Memory, name, index: Some(index) }) => {
                Ok(NamedLocation::Memory(format!("{name}[{index}]")))
            }
            Place::Memory(_) => self.problem(
                at,
                "a word has its own name here",
                "name the entry itself, without `PTE` or `PA`",
            ),
        }
    }

    fn value(&self, at: usize, value: &Constant) -> Result<NamedValue, Problem> {
        match value {
            Constant::Number(value) => Ok(NamedValue::Number(*value)),
            Constant::Address(Symbol { view: View::Memory, name, index: None }) => {
                Ok(NamedValue::Name(name.clone()))
            }
            _ => self.problem(
                at,
                "this is compared with something else than a number",
                "write a number",
            ),
        }
    }

    fn problem<T>(&self, at: usize, message: &str, help: &str) -> Result<T, Problem> {
        Err(Problem::new(self.text, at, message, help))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn equal(place: Range<usize>, of: NamedLocation, value: u64) -> Named {
        Named::Equal(NamedTerm { place, of, value: NamedValue::Number(value) })
    }

    fn register(cpu: &str, register: &str) -> NamedLocation {
        NamedLocation::Register { cpu: cpu.into(), register: register.into() }
    }

    fn memory(name: &str) -> NamedLocation {
        NamedLocation::Memory(name.into())
    }

    #[test]
    fn cpus_and_words_have_names_with_hyphens() {
        let read =
            named(r"gup-fast:r1=1 /\ ([x-y]!=0x10 \/ ~T[1]=-1) /\ P0:r0=2 /\ 0:r0=3 /\ 2nd=0");
        let not = |of| Named::Not(Box::new(of));
        let expected = Named::And(vec![
            equal(0..11, register("gup-fast", "r1"), 1),
            Named::Or(vec![
                not(equal(18..23, memory("x-y"), 16)),
                not(equal(34..38, memory("T[1]"), u64::MAX)),
            ]),
            equal(46..51, register("P0", "r0"), 2),
            equal(57..61, register("0", "r0"), 3),
            equal(67..70, memory("2nd"), 0),
        ]);
        assert_eq!(read.unwrap(), expected);
    }

    #[test]
    fn a_value_may_be_a_name() {
        let read = named("pmd = none => F.refcount=1").unwrap();
        let terms = read.terms();
        assert_eq!(terms[0].value, NamedValue::Name("none".into()));
        assert_eq!((terms[0].place.clone(), &terms[1].of), (0..3, &memory("F.refcount")));
    }

    #[test]
    fn what_is_wrong_has_its_place() {
        for (text, column, message) in [
            ("", 1, "expected a location, found the end"),
            ("P0:r0", 6, "expected `=`, found the end"),
            ("P0:r0=1 P1:r0=1", 9, "expected the end of the condition, found `P1`"),
            ("x=1 /\\ (y=2", 12, "expected `)`, found the end"),
            ("P0:r0=P1:r1", 1, "two locations are compared here"),
            ("P0:r0=gup-fast:r1", 1, "two locations are compared here"),
            ("true", 1, "`true` and `false` ask about nothing"),
            ("x=(oa:PA(x))", 1, "this is compared with something else than a number"),
            ("PTE(x)=1", 1, "a word has its own name here"),
            ("x=1 /\\ fault(P0,x)", 8, "no fault can be asked about here"),
            ("x=1 ?", 5, "`?` means nothing here"),
        ] {
            let problem = named(text).unwrap_err();
            assert_eq!((problem.column, &problem.message[..]), (column, message), "{text}");
            assert!(!problem.help.is_empty());
        }
    }
}
