//! Replays a trace: finds the execution of a model whose steps read as recorded.
//!
//! A trace records what happened and not which choices a machine made, so replay is a search. A change since the
//! recording, in a routine, an architecture's bits or the scenario, shows as the first step that reads differently.

use pmdrace_engine::search::{self, Fit, Replay};
use pmdrace_engine::{Counterexample, EngineError, ModificationOrder};
use pmdrace_mm::{Event, Model};
use pmdrace_report::{About, Record, Shows, lines, step_number};

/// The result of replaying a trace in one cell.
#[derive(Clone, Debug)]
pub enum Replayed {
    /// The same execution, with the same violation or goal.
    Reproduced(About, Counterexample),
    /// A different execution, or none.
    Stale(Difference),
}

/// The first step that is different.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Its number.
    pub step: usize,
    /// The recorded step; None if the trace ends before it.
    pub recorded: Option<String>,
    /// The step now; None if the CPU can do nothing there.
    pub now: Option<String>,
}

/// Replays a trace in the model of one of its cells.
///
/// # Errors
/// When the engine cannot run the model.
pub fn replay(record: &Record, model: &Model) -> Result<Replayed, EngineError> {
    let fits = |events: &[Event]| {
        let now = lines(model, events);
        let after = agreeing(&now, &record.steps);
        match record.steps.get(now.len()) {
            _ if after < now.len().min(record.steps.len()) => Fit::Differs { after },
            Some(next) => Fit::Begins { after, next: cpu_of(model, next) },
            None => Fit::Complete,
        }
    };
    let shows = &record.shows;
    let about = shows.about(model);
    let shown = |events: &[Event], order: &ModificationOrder| {
        about.and_then(|about| Some((about, about.first_shown(model, events, order)?)))
    };
    let wanted = |events: &[Event], order: &ModificationOrder| {
        shown(events, order).is_some_and(|(_, at)| step_number(events, at) == shows.at)
    };
    let (events, order) = match search::replay(model, &fits, &wanted)? {
        Replay::Reproduced(events, order) => (events, order),
        Replay::Differs(events) => {
            let now = lines(model, &events);
            let index = agreeing(&now, &record.steps);
            return Ok(Replayed::Stale(Difference {
                step: index + 1,
                recorded: record.steps.get(index).cloned(),
                now: now.get(index).cloned(),
            }));
        }
    };
    match shown(&events, &order) {
        Some((about, at)) if step_number(&events, at) == shows.at => {
            Ok(Replayed::Reproduced(about, Counterexample::new(events, order, at)))
        }
        shown => Ok(Replayed::Stale(Difference {
            step: shows.at,
            recorded: Some(shows.to_string()),
            now: Some(match shown {
                Some((_, at)) => {
                    Shows { at: step_number(&events, at), ..shows.clone() }.to_string()
                }
                None => format!("the steps are the same, and {} is not shown", shows.name),
            }),
        })),
    }
}

/// The number of steps at the beginning that are the same.
fn agreeing(now: &[String], recorded: &[String]) -> usize {
    now.iter().zip(recorded).take_while(|(now, recorded)| now == recorded).count()
}

/// The CPU of a line.
fn cpu_of(model: &Model, line: &str) -> usize {
    let begins = |name: &str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
    model.roles.iter().position(|role| begins(&role.name)).unwrap_or(0)
}
