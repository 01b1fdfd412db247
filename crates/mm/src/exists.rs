//! The outcome for which a litmus test is named: a proposition about what registers and words hold in the end.
//!
//! As in the `exists` clause of herd7 (Alglave, Maranget and Tautschnig, "Herding Cats", TOPLAS 2014). It is judged where
//! an execution ends, whether all CPUs have ended then or some wait forever: a register holds what it was assigned last,
//! or 0; a word what the store holds that is the last in modification order. A conjunction over registers that are
//! assigned once needs no such wait: a term that is met stays met, so the last of them completes the outcome, whoever else
//! goes on.

use crate::routine::litmus::Step;
use crate::stuck::gave_up;
use crate::{Addr, Event, Model, Note, Op, Word};

/// A register of a CPU in a litmus test, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Register(pub u8);

/// What a term is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Location {
    /// A register of a CPU, which is an index into [`crate::Model::roles`].
    Register(usize, Register),
    /// A word of memory.
    Memory(Addr),
}

/// A condition on one location: its bits are these.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// The location.
    pub of: Location,
    /// The value.
    pub value: u64,
}

impl Term {
    /// The condition that a register of a CPU has a value.
    pub fn register(cpu: usize, register: Register, value: u64) -> Term {
        Term { of: Location::Register(cpu, register), value }
    }

    /// Whether an event meets the term (or fails it) as far as it goes; None if it is not about the location.
    pub fn is_met_by(&self, event: &Event) -> Option<bool> {
        let value = match (self.of, &event.op) {
            (Location::Register(cpu, of), Op::Note(Note::Register { register, value })) => {
                ((cpu, of) == (event.cpu, *register)).then_some(*value)
            }
            (
                Location::Memory(of),
                Op::Write { at, word } | Op::Rmw { at, new: Some(word), .. },
            ) => (of == *at).then_some(word.bits),
            _ => None,
        };
        value.map(|value| value == self.value)
    }
}

/// A proposition over terms, each by its index in [`Exists::terms`].
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Proposition {
    /// The term is met.
    Term(usize),
    /// It does not hold.
    Not(Box<Proposition>),
    /// All hold.
    And(Vec<Proposition>),
    /// Some hold.
    Or(Vec<Proposition>),
}

impl Proposition {
    /// Whether it holds where these terms are met.
    pub fn holds(&self, met: &impl Fn(usize) -> bool) -> bool {
        match self {
            Proposition::Term(term) => met(*term),
            Proposition::Not(inner) => !inner.holds(met),
            Proposition::And(all) => all.iter().all(|one| one.holds(met)),
            Proposition::Or(all) => all.iter().any(|one| one.holds(met)),
        }
    }

    /// Whether it may hold and whether it may fail, where each term may be met and may be failed.
    pub fn may(&self, terms: &impl Fn(usize) -> (bool, bool)) -> (bool, bool) {
        let each = |all: &[Proposition]| -> Vec<(bool, bool)> {
            all.iter().map(|one| one.may(terms)).collect()
        };
        match self {
            Proposition::Term(term) => terms(*term),
            Proposition::Not(inner) => {
                let (hold, fail) = inner.may(terms);
                (fail, hold)
            }
            Proposition::And(all) => {
                let all = each(all);
                (all.iter().all(|may| may.0), all.iter().any(|may| may.1))
            }
            Proposition::Or(all) => {
                let all = each(all);
                (all.iter().any(|may| may.0), all.iter().all(|may| may.1))
            }
        }
    }

    /// Whether it consists of terms joined by "and".
    pub fn is_conjunction(&self) -> bool {
        match self {
            Proposition::Term(_) => true,
            Proposition::And(all) => all.iter().all(Proposition::is_conjunction),
            Proposition::Not(_) | Proposition::Or(_) => false,
        }
    }
}

/// The outcome.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exists {
    /// The terms, all different; if there is none, the outcome is never met.
    pub terms: Vec<Term>,
    /// The proposition over them.
    pub proposition: Proposition,
}

impl Default for Exists {
    fn default() -> Exists {
        Exists::all(Vec::new())
    }
}

impl Exists {
    /// The conjunction of these terms.
    pub fn all(terms: Vec<Term>) -> Exists {
        let all = (0..terms.len()).map(Proposition::Term).collect();
        Exists { terms, proposition: Proposition::And(all) }
    }

    /// Whether only the end of an execution says if it is met: it is not a conjunction over registers that are all
    /// different, each assigned once.
    pub fn needs_the_end(&self, model: &Model) -> bool {
        let assigned_once = |of: Location| match of {
            Location::Register(cpu, register) => {
                let steps = model.roles.get(cpu).and_then(|role| role.routine.steps());
                let own = |step: &&Step| step.register == Some(register);
                steps.is_some_and(|steps| steps.iter().filter(own).count() <= 1)
            }
            Location::Memory(_) => false,
        };
        let others = |index: usize, of: Location| self.terms[..index].iter().any(|t| t.of == of);
        let early =
            |(index, term): (usize, &Term)| assigned_once(term.of) && !others(index, term.of);
        !(self.proposition.is_conjunction() && self.terms.iter().enumerate().all(early))
    }

    /// The index of the term that an event meets.
    pub fn meets(&self, event: &Event) -> Option<usize> {
        self.terms.iter().position(|term| term.is_met_by(event) == Some(true))
    }

    /// The number of terms about registers of this CPU.
    pub fn terms_of(&self, cpu: usize) -> usize {
        self.cpus().filter(|named| *named == cpu).count()
    }

    /// The CPU of each term about a register.
    pub fn cpus(&self) -> impl Iterator<Item = usize> {
        self.terms.iter().filter_map(|term| match term.of {
            Location::Register(cpu, _) => Some(cpu),
            Location::Memory(_) => None,
        })
    }

    /// The words that terms are about.
    pub fn words(&self) -> impl Iterator<Item = Addr> {
        self.terms.iter().filter_map(|term| match term.of {
            Location::Memory(at) => Some(at),
            Location::Register(..) => None,
        })
    }

    /// What a location holds at the end of an execution, where words hold `memory`.
    pub fn last(of: Location, events: &[Event], memory: &[Word]) -> u64 {
        let (cpu, register) = match of {
            Location::Memory(at) => return memory[at.0].bits,
            Location::Register(cpu, register) => (cpu, register),
        };
        let assigned = |event: &Event| match event.op {
            Op::Note(Note::Register { register: of, value })
                if (event.cpu, of) == (cpu, register) =>
            {
                Some(value)
            }
            _ => None,
        };
        events.iter().rev().find_map(assigned).unwrap_or(0)
    }

    /// The index of the event that meets the outcome in a complete execution, at whose end words hold `memory`: where
    /// it [needs the end](Exists::needs_the_end) the last one that changes what it is about, as far as the order of
    /// events says.
    pub fn met_at(&self, model: &Model, events: &[Event], memory: &[Word]) -> Option<usize> {
        if self.terms.is_empty() {
            return None;
        }
        if !self.needs_the_end(model) {
            return self.completed_at(events);
        }
        if gave_up(events) {
            return None;
        }
        let met = |index: usize| {
            let term = self.terms[index];
            Exists::last(term.of, events, memory) == term.value
        };
        let changes = |event: &Event| self.terms.iter().any(|t| t.is_met_by(event).is_some());
        let last = || events.iter().rposition(changes).or(events.len().checked_sub(1));
        self.proposition.holds(&met).then(last).flatten()
    }

    /// The index of the event that meets the last term.
    fn completed_at(&self, events: &[Event]) -> Option<usize> {
        let mut open: Vec<bool> = vec![true; self.terms.len()];
        for (index, event) in events.iter().enumerate() {
            if let Some(term) = self.meets(event) {
                open[term] = false;
                if !open.contains(&true) {
                    return Some(index);
                }
            }
        }
        None
    }
}
