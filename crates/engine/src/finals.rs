//! Final outcomes of executions: the sets by which engines and memory models are compared.
//!
//! A final outcome is what the CPUs observed, in program order, and the counters' last values. The last value of
//! an entry is not part of it: engines need not agree on an order of stores that no CPU observes. A litmus
//! test about such an order has CPUs that read it, or asks for the last value (`pmdrace_mm::Exists`). The
//! routines' results follow from what they observed and are included for readability.

use std::collections::BTreeSet;
use std::fmt;

use pmdrace_mm::{Addr, CellKind, Event, Meaning, Model, Note, Op, Register};

use crate::Cut;

/// The final outcome of one execution.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Final {
    /// Per CPU, in program order: the bits returned by each read of an entry and each exchange, the counter
    /// values it read, and 1 or 0 for each counter change that was made or not.
    pub observed: Vec<Vec<u64>>,
    /// The last value of each counter, in the order of the cells.
    pub counters: Vec<u64>,
    /// Per CPU, its results.
    pub ends: Vec<Vec<End>>,
}

/// A result of a CPU.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum End {
    /// The routine's result, in a few words.
    Returned(&'static str),
    /// A register of a litmus test and its value.
    Holds(Register, u64),
}

impl End {
    /// The result that an operation records, if any.
    pub(crate) fn of(op: &Op) -> Option<End> {
        match op {
            Op::Note(Note::Return(text)) => Some(End::Returned(text)),
            Op::Note(Note::Register { register, value }) => Some(End::Holds(*register, *value)),
            _ => None,
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Returned(text) => f.write_str(text),
            End::Holds(register, value) => write!(f, "r{}={value}", register.0),
        }
    }
}

/// The final outcomes of all executions.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Finals {
    /// The outcomes.
    pub set: BTreeSet<Final>,
    /// Whether some execution deadlocks, so that it has no outcome.
    pub deadlocks: bool,
    /// Why the set may be incomplete; None if it is complete.
    pub cut: Option<Cut>,
}

/// What remains of an execution: the results of its CPUs and memory.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct LastState {
    /// Per CPU, its results.
    pub ends: Vec<Vec<End>>,
    /// The last value of each word, in the order of the cells.
    pub memory: Vec<u64>,
}

/// The last states of all executions.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LastStates {
    /// The states.
    pub set: BTreeSet<LastState>,
    /// How many states the search visited.
    pub visited: u64,
    /// Whether some execution deadlocks, so that it has no last state.
    pub deadlocks: bool,
    /// Why the set may be incomplete; None if it is complete.
    pub cut: Option<Cut>,
}

impl Final {
    /// The outcome of an execution.
    pub fn of(model: &Model, events: &[Event]) -> Final {
        let counter = |at: &Addr| model.cells[at.0].kind == CellKind::Counter;
        let mut observed = vec![Vec::new(); model.roles.len()];
        let mut ends = vec![Vec::new(); model.roles.len()];
        let mut memory: Vec<u64> = model.cells.iter().map(|cell| cell.init.bits).collect();
        for event in events {
            let seen = &mut observed[event.cpu];
            ends[event.cpu].extend(End::of(&event.op));
            match &event.op {
                // Lives are for oracles; no CPU observes them.
                Op::Count { word, .. } | Op::Rmw { old: word, .. }
                    if word.means() == Meaning::Claims => {}
                Op::Read { word, .. } | Op::Count { word, .. } => seen.push(word.bits),
                Op::Rmw { at, old, new } => {
                    seen.push(if counter(at) { u64::from(new.is_some()) } else { old.bits });
                    if let Some(new) = new {
                        memory[at.0] = new.bits;
                    }
                }
                Op::Write { at, word } => memory[at.0] = word.bits,
                _ => {}
            }
        }
        let cells = model.cells.iter().zip(memory);
        let counters = cells.filter(|(cell, _)| cell.kind == CellKind::Counter);
        Final { observed, counters: counters.map(|(_, bits)| bits).collect(), ends }
    }
}
