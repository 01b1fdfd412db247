//! Conditions on what registers and words hold in the end: of the outcome that a scenario is named for, and of goals.
//!
//! A condition is a text in the syntax of herd7's questions, which `pmdrace_litmus` reads, or a table: per CPU the values
//! of its registers, and under `memory` those of words, all of which must be met. Either way it is the same afterwards.

mod place;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use pmdrace_litmus::{Named, NamedLocation, NamedTerm, NamedValue, named};
use pmdrace_mm::{Addr, CellKind, Exists, Location, Meaning, Proposition, Role, Term};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use crate::layout::Layout;
use crate::schema::Document;
use crate::spanned::Spanned;
use crate::{Diagnostic, Scenario, steps};

/// The key of a table under which words are named, unless a CPU is.
const MEMORY: &str = "memory";

/// A condition as written.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(untagged))]
pub(crate) enum Condition {
    /// In the syntax of herd7: `P0:r0=1 /\ (x=2 \/ ~y=0)`.
    Text(String),
    /// Per CPU, the values of its registers; under `memory`, those of words.
    Table(BTreeMap<Spanned<String>, BTreeMap<String, u64>>),
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Condition, D::Error> {
        struct Either;

        impl<'de> Visitor<'de> for Either {
            type Value = Condition;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a condition")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Condition, E> {
                Ok(Condition::Text(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Condition, A::Error> {
                Deserialize::deserialize(MapAccessDeserializer::new(map)).map(Condition::Table)
            }
        }

        from.deserialize_any(Either)
    }
}

impl Scenario {
    /// The outcome that the scenario is named for, in the syntax of herd7.
    pub fn exists(&self) -> Option<String> {
        let table = match self.document.exists.as_ref()?.get_ref() {
            Condition::Text(asked) => return Some(asked.clone()),
            Condition::Table(table) => table,
        };
        let terms = table.iter().flat_map(|(name, values)| {
            let of = match is_memory(&self.document, name.get_ref()) {
                true => String::new(),
                false => format!("{name}:"),
            };
            values.iter().map(move |(inside, value)| format!("{of}{inside}={value}"))
        });
        Some(terms.collect::<Vec<_>>().join(" /\\ "))
    }
}

/// Whether a key of a table stands for memory, and not for a CPU.
fn is_memory(document: &Document, name: &str) -> bool {
    name == MEMORY && !document.cpu.iter().any(|cpu| cpu.name.get_ref() == name)
}

/// The conditions of a scenario, with their places in its text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Conditions {
    /// The outcome that it is named for.
    pub(crate) exists: Option<Named>,
    /// Those of its goals, by name.
    pub(crate) goals: BTreeMap<String, Named>,
}

impl Conditions {
    /// Reads those of a document, which was read from this text.
    ///
    /// # Errors
    /// What is wrong with their syntax.
    pub(crate) fn read(document: &Document, text: &str) -> Result<Conditions, Vec<Diagnostic>> {
        let mut problems = Vec::new();
        let mut read = |condition: &Spanned<Condition>| {
            let read = read(document, text, condition);
            read.map_err(|problem| problems.push(problem)).ok()
        };
        let exists = document.exists.as_ref().and_then(&mut read);
        let goals = document.goal.iter().filter_map(|(name, goal)| {
            Some((name.to_string(), read(goal.get_ref().outcome.as_ref()?)?))
        });
        let goals = goals.collect();
        if problems.is_empty() { Ok(Conditions { exists, goals }) } else { Err(problems) }
    }
}

fn read(
    document: &Document,
    text: &str,
    condition: &Spanned<Condition>,
) -> Result<Named, Diagnostic> {
    let table = match condition.get_ref() {
        Condition::Text(asked) => {
            let place = |at| place::in_the_file(text, condition.span(), at);
            let read = named(asked).map(|named| named.placed(&place));
            return read.map_err(|problem| {
                let at = place(problem.at..problem.at);
                Diagnostic::at(at, problem.message).help(problem.help)
            });
        }
        Condition::Table(table) => table,
    };
    let terms = table.iter().flat_map(|(name, values)| {
        let memory = is_memory(document, name.get_ref());
        values.iter().map(move |(inside, value)| NamedTerm {
            place: name.span(),
            of: match memory {
                true => NamedLocation::Memory(inside.clone()),
                false => {
                    let (cpu, register) = (name.to_string(), inside.clone());
                    NamedLocation::Register { cpu, register }
                }
            },
            value: NamedValue::Number(*value),
        })
    });
    Ok(Named::And(terms.map(Named::Equal).collect()))
}

/// What the names of a condition stand for in one cell.
pub(crate) struct Binder<'b, 's> {
    pub(crate) document: &'b Document,
    pub(crate) layout: &'b Layout<'s>,
    pub(crate) roles: &'b [Role],
}

impl Binder<'_, '_> {
    /// The condition with CPUs, registers and words resolved. A term that is dropped would change what is asked.
    pub(crate) fn exists(&self, asked: &Named) -> Result<Exists, Diagnostic> {
        let mut terms = Vec::new();
        let proposition = self.proposition(asked, &mut terms)?;
        Ok(Exists { terms, proposition })
    }

    fn proposition(&self, asked: &Named, terms: &mut Vec<Term>) -> Result<Proposition, Diagnostic> {
        let mut all = |of: &[Named]| -> Result<Vec<Proposition>, Diagnostic> {
            of.iter().map(|one| self.proposition(one, terms)).collect()
        };
        Ok(match asked {
            Named::Equal(term) => {
                let term = self.term(term)?;
                let known = terms.iter().position(|known| *known == term);
                terms.extend(known.is_none().then_some(term));
                Proposition::Term(known.unwrap_or(terms.len() - 1))
            }
            Named::Not(inner) => Proposition::Not(Box::new(self.proposition(inner, terms)?)),
            Named::And(of) => Proposition::And(all(of)?),
            Named::Or(of) => Proposition::Or(all(of)?),
        })
    }

    fn term(&self, NamedTerm { place, of, value }: &NamedTerm) -> Result<Term, Diagnostic> {
        let of = match of {
            NamedLocation::Register { cpu, register } => {
                let group = self.document.cpu.iter().position(|known| known.name.get_ref() == cpu);
                let mut cpus =
                    (0..self.roles.len()).filter(|cpu| Some(self.roles[*cpu].group) == group);
                let (Some(index), None) = (cpus.next(), cpus.next()) else {
                    let problem = format!("`{cpu}` is not exactly one CPU of this cell");
                    return Err(Diagnostic::at(place.clone(), problem)
                        .help("name a CPU that has neither `count` nor `when`"));
                };
                let register = steps::register(register).ok_or_else(|| {
                    Diagnostic::at(place.clone(), format!("`{register}` is not a register"))
                        .help("registers are named r0, r1 and so on")
                })?;
                Location::Register(index, register)
            }
            NamedLocation::Memory(name) => Location::Memory(self.word(place, name)?),
        };
        let value = match value {
            NamedValue::Number(value) => *value,
            NamedValue::Name(name) => self.state(place, of, name)?,
        };
        Ok(Term { of, value })
    }

    /// The word of this name. What oracles keep of folios and tables is none.
    fn word(&self, place: &Range<usize>, name: &str) -> Result<Addr, Diagnostic> {
        let words = self.layout.cells.iter().enumerate();
        let mut words = words.filter(|(_, cell)| cell.init.means() != Meaning::Claims);
        let found = words.clone().find(|(_, cell)| cell.name == name);
        found.map(|(at, _)| Addr(at)).ok_or_else(|| {
            let known = words.by_ref().map(|(_, cell)| cell.name.as_str());
            Diagnostic::unknown(place.clone(), "word", name, known)
        })
    }

    /// The bits of an entry in a state that has a name.
    fn state(&self, place: &Range<usize>, of: Location, name: &str) -> Result<u64, Diagnostic> {
        let kind = match of {
            Location::Memory(at) => Some(self.layout.cells[at.0].kind),
            Location::Register(..) => None,
        };
        match (kind, name) {
            (Some(CellKind::Pmd), "none") => Ok(self.layout.arch.none_pmd().0),
            (Some(CellKind::Pte), "none") => Ok(self.layout.arch.none_pte().0),
            _ => Err(Diagnostic::at(place.clone(), format!("`{name}` is no value of it"))
                .help("compare it with a number; PMDs and PTEs can also be `none`")),
        }
    }
}
