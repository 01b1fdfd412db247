//! [`Condition`]: the question that a test asks about final states, `exists (0:r1=1 /\ x=2)`.

use pmdrace_axioms::{Loc, Value};

use crate::Span;

/// What is asked about all final states.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantifier {
    /// `exists`: some state satisfies the proposition.
    Exists,
    /// `~exists`: none does.
    NotExists,
    /// `forall`: all do.
    Forall,
}

/// A question about final states.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Condition {
    /// What is asked.
    pub quantifier: Quantifier,
    /// About which states.
    pub proposition: Proposition,
}

/// A proposition about one final state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Proposition {
    /// Always true.
    True,
    /// An elementary one.
    Atom(Atom),
    /// `~`.
    Not(Box<Proposition>),
    /// `/\`.
    And(Vec<Proposition>),
    /// `\/`.
    Or(Vec<Proposition>),
}

/// An elementary proposition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Atom {
    /// Two operands have the same value.
    Equal(Operand, Operand),
}

/// What a proposition compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operand {
    /// A register of a thread, as an index into the registers that its history ends with.
    Register(usize, usize),
    /// The final value of a location, or of several that hold one value.
    Memory(Span),
    /// A value.
    Value(Value),
}

impl Proposition {
    /// Whether a state satisfies it, where everything is known.
    pub fn holds(&self, registers: &[&[Value]], memory: &[Value]) -> bool {
        let registers: Vec<Option<&[Value]>> = registers.iter().copied().map(Some).collect();
        let memory: Vec<Option<Value>> = memory.iter().copied().map(Some).collect();
        self.decided(&registers, &memory) == Some(true)
    }

    /// Whether a state satisfies it, as far as is known: the registers of threads that have not ended are missing,
    /// and so may be locations.
    pub fn decided(
        &self,
        registers: &[Option<&[Value]>],
        memory: &[Option<Value>],
    ) -> Option<bool> {
        let value = |operand: Operand| match operand {
            Operand::Register(thread, register) => {
                registers.get(thread).copied().flatten()?.get(register).copied()
            }
            Operand::Memory(span) => {
                span.value(|Loc(at)| memory.get(usize::from(at)).copied().flatten())
            }
            Operand::Value(value) => Some(value),
        };
        match self {
            Proposition::True => Some(true),
            Proposition::Atom(Atom::Equal(a, b)) => Some(value(*a)? == value(*b)?),
            Proposition::Not(inner) => inner.decided(registers, memory).map(|holds| !holds),
            Proposition::And(all) => any(all, registers, memory, false).map(|fails| !fails),
            Proposition::Or(all) => any(all, registers, memory, true),
        }
    }
}

/// Whether one of them is decided as `wanted`; None if that is open.
fn any(
    all: &[Proposition],
    registers: &[Option<&[Value]>],
    memory: &[Option<Value>],
    wanted: bool,
) -> Option<bool> {
    let mut open = false;
    for one in all {
        match one.decided(registers, memory) {
            Some(holds) if holds == wanted => return Some(true),
            Some(_) => {}
            None => open = true,
        }
    }
    if open { None } else { Some(false) }
}
