//! Goals: what must happen in at least one execution, so that "holds" is not vacuous.

use crate::{CellKind, Event, Exists, Model, Note, Op, Word, held};

/// Something that must happen in at least one execution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Goal {
    /// A CPU that holds no page-table lock reads a PMD while another is between the entry of one kernel function and the
    /// return of another.
    ReadBetween {
        /// The goal's name in the scenario.
        name: String,
        /// The function whose entry opens the window.
        enter: String,
        /// The function whose return closes it.
        leave: String,
    },
    /// A CPU ends with a reference.
    Accepts {
        /// The goal's name in the scenario.
        name: String,
    },
    /// A CPU returns with a text that starts like this: it took an exit that the scenario is about.
    Returns {
        /// The goal's name in the scenario.
        name: String,
        /// The start of the text.
        with: String,
    },
    /// Registers and words have certain final values.
    Outcome {
        /// The goal's name in the scenario.
        name: String,
        /// The values.
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

    /// The index of the first event that reaches the goal in a complete execution, at whose end words hold `memory`.
    pub fn reached_at(&self, model: &Model, events: &[Event], memory: &[Word]) -> Option<usize> {
        match self {
            Goal::Accepts { .. } => {
                events.iter().position(|event| matches!(event.op, Op::Note(Note::Accept { .. })))
            }
            Goal::Outcome { exists, .. } => exists.met_at(model, events, memory),
            Goal::Returns { with, .. } => events.iter().position(
                |event| matches!(event.op, Op::Note(Note::Return(text)) if text.starts_with(with)),
            ),
            Goal::ReadBetween { enter, leave, .. } => {
                let mut open = vec![false; model.roles.len()];
                for (index, (event, held)) in events.iter().zip(held(model, events)).enumerate() {
                    let by_another = || (0..open.len()).any(|cpu| open[cpu] && cpu != event.cpu);
                    match &event.op {
                        Op::Note(Note::Enter(f)) if f == enter => open[event.cpu] = true,
                        Op::Note(Note::Leave(f)) if f == leave => open[event.cpu] = false,
                        Op::Read { at, .. }
                            if held.is_lockless(model)
                                && by_another()
                                && model.cells[at.0].kind == CellKind::Pmd =>
                        {
                            return Some(index);
                        }
                        _ => {}
                    }
                }
                None
            }
        }
    }
}
