//! Replaying a trace: the execution of a model, if there is one, whose steps read as recorded.
//!
//! A trace says what happened and not which choices a machine made, so replaying is a search. Whatever has
//! changed since, in a routine, in an architecture's bits or in the scenario, shows as the first step that
//! reads differently.

use pmdrace_engine::statespace::{self, Fit, Replay};
use pmdrace_engine::{Counterexample, EngineError};
use pmdrace_mm::{Event, Model};
use pmdrace_report::{About, Record, Shows, lines, step_number};

/// What came of replaying a trace in one cell.
#[derive(Clone, Debug)]
pub enum Replayed {
    /// The same execution, which shows the same.
    Reproduced(About, Counterexample),
    /// Something is different now.
    Stale(Difference),
}

/// The first step that is different.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Its number.
    pub step: usize,
    /// What the trace says; None: the trace ends before it.
    pub recorded: Option<String>,
    /// What happens now; None: the CPU can do nothing there.
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
    let (events, order) = match statespace::replay(model, &fits)? {
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
    let shows = &record.shows;
    let about = shows.about(model);
    let shown = about.and_then(|about| Some((about, about.first_shown(model, &events)?)));
    match shown {
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

/// How many steps at the beginning read the same.
fn agreeing(now: &[String], recorded: &[String]) -> usize {
    now.iter().zip(recorded).take_while(|(now, recorded)| now == recorded).count()
}

/// The CPU whose step a line is.
fn cpu_of(model: &Model, line: &str) -> usize {
    let begins = |name: &str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
    model.roles.iter().position(|role| begins(&role.name)).unwrap_or(0)
}
