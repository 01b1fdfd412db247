//! Goals: what an execution must have shown at least once, or "holds" would be empty talk.

use crate::{CellKind, Event, Exists, Model, Note, Op};

/// Something that must happen in at least one execution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Goal {
    /// A reader reads a PMD while one other CPU is between entering one kernel function and leaving
    /// another.
    ReadBetween {
        /// The goal's name in the scenario.
        name: String,
        /// The function whose entry opens the window.
        enter: String,
        /// The function whose return closes it.
        leave: String,
    },
    /// A reader accepts a reference.
    Accepts {
        /// The goal's name in the scenario.
        name: String,
    },
    /// A CPU returns with words that begin so: a way out that the scenario is about was taken.
    Returns {
        /// The goal's name in the scenario.
        name: String,
        /// How the words begin.
        with: String,
    },
    /// Registers of a litmus test end up with certain values.
    Outcome {
        /// The goal's name in the scenario.
        name: String,
        /// The registers and their values.
        exists: Exists,
    },
}

impl Goal {
    /// The goal's name in the scenario.
    pub fn name(&self) -> &str {
        match self {
            Goal::ReadBetween { name, .. }
            | Goal::Accepts { name }
            | Goal::Returns { name, .. }
            | Goal::Outcome { name, .. } => name,
        }
    }

    /// Whether an execution reached the goal.
    pub fn reached(&self, model: &Model, events: &[Event]) -> bool {
        let reader = |event: &Event| model.roles[event.cpu].reader;
        match self {
            Goal::Accepts { .. } => events
                .iter()
                .any(|event| reader(event) && matches!(event.op, Op::Note(Note::Accept { .. }))),
            Goal::Outcome { exists, .. } => exists.met_at(events).is_some(),
            Goal::Returns { with, .. } => events.iter().any(
                |event| matches!(event.op, Op::Note(Note::Return(text)) if text.starts_with(with)),
            ),
            Goal::ReadBetween { enter, leave, .. } => {
                let mut open = vec![false; model.roles.len()];
                for event in events {
                    match &event.op {
                        Op::Note(Note::Enter(f)) if f == enter => open[event.cpu] = !reader(event),
                        Op::Note(Note::Leave(f)) if f == leave => open[event.cpu] = false,
                        Op::Read { at, .. }
                            if open.contains(&true)
                                && reader(event)
                                && model.cells[at.0].kind == CellKind::Pmd =>
                        {
                            return true;
                        }
                        _ => {}
                    }
                }
                false
            }
        }
    }
}
