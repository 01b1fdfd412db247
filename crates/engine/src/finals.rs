//! What executions end with: the set that engines and memory models are compared by.
//!
//! A final outcome is what the CPUs observed, in program order, and the counters' last values. The
//! last value of an entry is no part of it: two engines need not agree on an order of stores that
//! nobody observes. A litmus test that is about such an order has CPUs that read it. What the routines
//! returned follows from what they observed; it is there because people can read it.

use std::collections::BTreeSet;
use std::fmt;

use pmdrace_mm::{Addr, CellKind, Event, Model, Note, Op, Register};

use crate::Cut;

/// What one execution ends with.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Final {
    /// Per CPU, in program order: the bits that each read of an entry and each exchange returned, the
    /// values of counters that it read, and 1 or 0 for each change of a counter that was made or not.
    pub observed: Vec<Vec<u64>>,
    /// The last value of each counter, in the order of the cells.
    pub counters: Vec<u64>,
    /// Per CPU, what it ended with.
    pub ends: Vec<Vec<End>>,
}

/// Something that a CPU ends with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum End {
    /// The routine's result, in a few words.
    Returned(&'static str),
    /// A register of a litmus test and its value.
    Holds(Register, u64),
}

impl End {
    /// What a note says about the end, if it does.
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

/// The final outcomes of every execution.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Finals {
    /// The outcomes.
    pub set: BTreeSet<Final>,
    /// Why some may be missing; None: none is.
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
