//! [`Resolver`]: questions whose names stand for registers and locations.

use pmdrace_axioms::{Loc, Value};

use crate::condition::{Atom, Operand, Proposition};
use crate::file::File;
use crate::memory::Memory;
use crate::read::{Paged, by_name, constant, constant_at, element, paged};
use crate::syntax::{self, Constant, Fault, Place, Symbol};
use crate::view::View;
use crate::{Problem, Shown, Span};

/// What names stand for.
pub(crate) struct Resolver<'r> {
    pub(crate) file: &'r File<'r>,
    pub(crate) memory: &'r Memory,
    /// Per thread, the registers that histories end with.
    pub(crate) wanted: &'r [Vec<String>],
    /// How their values are seen; as a whole if nothing is said.
    pub(crate) views: &'r [Vec<View>],
    /// Per thread, the faults that they end with then.
    pub(crate) faults: &'r [Vec<Fault>],
    /// The number of threads.
    pub(crate) threads: usize,
}

impl Resolver<'_> {
    /// What states show, in herd7's order: registers by thread, then locations by name, then elements of arrays,
    /// then page-table entries, then faults.
    pub(crate) fn shown(&self, places: &[(usize, &Place)]) -> Result<Vec<Shown>, Problem> {
        let (mut registers, mut locations) = (Vec::new(), Vec::new());
        for (at, place) in places {
            if let Some((name, array)) = self.whole(place) {
                locations.push(((0, name, 0), Shown::Array(array, name.into())));
                continue;
            }
            match (place, self.operand(*at, place)?) {
                (Place::Register(_, name), Operand::Register(thread, index)) => {
                    registers.push((thread, name, index));
                }
                (_, Operand::Memory(span)) => {
                    let (name, element) = self.memory.order(span.first());
                    let rank = match self.memory.array(name) {
                        Some(_) => 1,
                        None if self.memory.is_entry(span.first()) => 2,
                        None => 0,
                    };
                    let shown = Shown::Memory(span, self.place_spelled(place));
                    locations.push(((rank, name, element), shown));
                }
                _ => {}
            }
        }
        let mut faults = Vec::new();
        for (thread, of_thread) in self.faults.iter().enumerate() {
            for fault in of_thread {
                let Operand::Register(_, index) = self.fault(self.file.question.start, fault)?
                else {
                    continue;
                };
                let (name, class) = (self.fault_spelled(fault), fault.class.clone());
                faults.push(Shown::Fault { thread, index, name, class });
            }
        }
        let language = self.file.language;
        registers.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| by_name(language, a.1, b.1)));
        registers.dedup();
        locations.sort_by(|a, b| a.0.cmp(&b.0));
        locations.dedup();
        let registers = registers.into_iter().map(|(thread, name, index)| {
            Shown::Register(thread, index, format!("{thread}:{name}"))
        });
        let locations = locations.into_iter().map(|(_, shown)| shown);
        Ok(registers.chain(locations).chain(faults).collect())
    }

    /// The name of an array that is named as a whole, and its elements.
    fn whole<'p>(&self, place: &'p Place) -> Option<(&'p str, Vec<Span>)> {
        let Place::Memory(symbol @ Symbol { name, index: None, .. }) = place else { return None };
        if paged(self.file, symbol).is_some() {
            return None;
        }
        let elements = 0..self.memory.array(name)?;
        let elements = elements.filter_map(|element| self.span(self.memory.element(name, element)));
        Some((name, elements.collect()))
    }

    /// A proposition.
    pub(crate) fn proposition(
        &self,
        proposition: &syntax::Proposition,
    ) -> Result<Proposition, Problem> {
        let all = |of: &[syntax::Proposition]| -> Result<Vec<Proposition>, Problem> {
            of.iter().map(|one| self.proposition(one)).collect()
        };
        let not = |of: Proposition| Proposition::Not(Box::new(of));
        Ok(match proposition {
            syntax::Proposition::True => Proposition::True,
            syntax::Proposition::False => not(Proposition::True),
            syntax::Proposition::Equal(at, place, Constant::Array(values)) => {
                let equal = |(element, value): (usize, &Constant)| {
                    let place = self.element(*at, place, element, values.len())?;
                    let value = constant(self.file, *at, self.memory, value)?;
                    let value = self.view(&place).see(value);
                    Ok(Proposition::Atom(Atom::Equal(place, Operand::Value(value))))
                };
                Proposition::And(values.iter().enumerate().map(equal).collect::<Result<_, _>>()?)
            }
            syntax::Proposition::Equal(at, place, value) => {
                let value = self.value(*at, place, value)?;
                let place = self.operand(*at, place)?;
                Proposition::Atom(Atom::Equal(place, Operand::Value(value)))
            }
            syntax::Proposition::Same(at, a, b) => {
                Proposition::Atom(Atom::Equal(self.operand(*at, a)?, self.operand(*at, b)?))
            }
            syntax::Proposition::Fault(at, fault) => {
                let happened = self.fault(*at, fault)?;
                not(Proposition::Atom(Atom::Equal(happened, Operand::Value(0))))
            }
            syntax::Proposition::Not(inner) => not(self.proposition(inner)?),
            syntax::Proposition::And(of) => Proposition::And(all(of)?),
            syntax::Proposition::Or(of) => Proposition::Or(all(of)?),
            syntax::Proposition::Implies(a, b) => {
                Proposition::Or(vec![not(self.proposition(a)?), self.proposition(b)?])
            }
        })
    }

    /// What of the end of a history says whether a fault happened.
    fn fault(&self, at: usize, fault: &Fault) -> Result<Operand, Problem> {
        let thread = fault.thread;
        let registers = self.wanted.get(thread).map_or(0, Vec::len);
        let faults = self.faults.get(thread).map_or(&[][..], |faults| faults);
        match faults.iter().position(|other| other == fault) {
            Some(index) if thread < self.threads => {
                Ok(Operand::Register(thread, registers + index))
            }
            _ => {
                let help = format!("the test has {} threads", self.threads);
                self.file.problem(at, format!("there is no thread {thread}"), help)
            }
        }
    }

    /// The value that a place is compared with.
    pub(crate) fn value(
        &self,
        at: usize,
        place: &Place,
        value: &Constant,
    ) -> Result<Value, Problem> {
        let page = match place {
            Place::Memory(symbol) => match paged(self.file, symbol) {
                Some(Paged::Entry(name)) => Some(name),
                _ => None,
            },
            Place::Register(..) => None,
        };
        let value = constant_at(self.file, at, self.memory, page, value)?;
        Ok(self.view(&self.operand(at, place)?).see(value))
    }

    /// How a place is seen.
    fn view(&self, operand: &Operand) -> View {
        match operand {
            Operand::Register(thread, index) => {
                let views = self.views.get(*thread);
                views.and_then(|views| views.get(*index)).copied().unwrap_or(View::WHOLE)
            }
            Operand::Memory(span) => span.view(),
            Operand::Value(_) => View::WHOLE,
        }
    }

    fn operand(&self, at: usize, place: &Place) -> Result<Operand, Problem> {
        match place {
            Place::Register(thread, name) => {
                let names = self.wanted.get(*thread).map_or(&[][..], |names| names);
                match names.iter().position(|other| other == name) {
                    Some(index) if *thread < self.threads => Ok(Operand::Register(*thread, index)),
                    _ => {
                        let help = format!("the test has {} threads", self.threads);
                        self.file.problem(at, format!("there is no thread {thread}"), help)
                    }
                }
            }
            Place::Memory(symbol) if paged(self.file, symbol).is_some() => {
                match self.span(element(self.file, at, self.memory, symbol)?) {
                    Some(span) => Ok(Operand::Memory(span)),
                    None => {
                        self.file.problem(at, "there is no such location", "name one of the test")
                    }
                }
            }
            Place::Memory(Symbol { name, index, .. }) => {
                let location = match (self.memory.array(name), index) {
                    (None, None) => self.memory.element(name, 0),
                    (Some(_), Some(index)) => self.memory.element(name, *index),
                    _ => None,
                };
                match self.span(location) {
                    Some(span) => Ok(Operand::Memory(span)),
                    None => {
                        let help = "name an element, counted from 0";
                        self.file.problem(at, format!("`{name}` is an array"), help)
                    }
                }
            }
        }
    }

    /// An element of an array that is compared as a whole.
    fn element(
        &self,
        at: usize,
        place: &Place,
        element: usize,
        elements: usize,
    ) -> Result<Operand, Problem> {
        let found = match place {
            Place::Memory(Symbol { name, index: None, .. })
                if self.memory.array(name) == Some(elements) =>
            {
                self.memory.element(name, element)
            }
            _ => None,
        };
        match self.span(found) {
            Some(span) => Ok(Operand::Memory(span)),
            None => {
                let help = "compare an array with as many values as it has elements";
                self.file.problem(at, "this is not an array of that size", help)
            }
        }
    }

    /// The locations of what begins at a location.
    fn span(&self, at: Option<Loc>) -> Option<Span> {
        at.and_then(|at| self.memory.span(at))
    }
}
