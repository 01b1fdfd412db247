//! Litmus tests in C by a machine: what `check --engine statespace` answers them by.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use pmdrace_engine::{Budget, Clock, Cut, End, Limits, search};
use pmdrace_litmus::machine::{self, Ending, LastState};
use pmdrace_litmus::{Language, MemoryModel, Outcomes, Release, Test};

use super::check::Check;
use super::litmus::PATIENCE;
use super::run::MEMORY;
use crate::explore::Stopwatch;

/// Why the machine runs no test of a language; None if it does.
pub(super) fn refused(language: Language) -> Option<String> {
    (language != Language::C).then(|| {
        "`--engine statespace` runs tests in C alone; leave the option out, and the axioms answer this one".to_owned()
    })
}

/// The last states of a test.
///
/// # Errors
/// Why there is no answer.
pub(super) fn outcomes(
    test: &Test,
    model: MemoryModel,
    args: &Check,
    interrupted: &Arc<AtomicBool>,
) -> Result<Outcomes, String> {
    let (memory, release) = match model {
        MemoryModel::Lkmm(release) => (pmdrace_mm::MemoryModel::Lkmm, release),
        _ => (pmdrace_mm::MemoryModel::Sc, Release::V6_12),
    };
    let model = machine::model(test, memory, release).map_err(|error| error.to_string())?;
    let limits = Limits {
        max_time: Some(args.search.max_time.unwrap_or(PATIENCE)),
        max_states: args.search.max_states,
        max_memory: Some(args.search.max_memory.map_or(MEMORY, |size| size.as_u64())),
        ..Limits::default()
    };
    let budget = Budget {
        interrupted: Arc::clone(interrupted),
        clock: Arc::new(Stopwatch::new()) as Arc<dyn Clock>,
        ..limits.into()
    };
    let found = search::last_states(Arc::new(model), &budget).map_err(|error| error.to_string())?;
    if let Some(cut) = found.cut {
        return Err(because(cut));
    }
    let states = found.set.into_iter().map(|state| LastState {
        threads: state.ends.iter().map(|ends| ended(ends)).collect(),
        memory: state.memory,
    });
    machine::outcomes(test, states).map_err(|cut| cut.to_string())
}

fn because(cut: Cut) -> String {
    match cut {
        Cut::MaxStates => "stopped by --max-states".to_owned(),
        Cut::MaxMemory => "stopped by --max-memory".to_owned(),
        Cut::MaxTime | Cut::Interrupted => "stopped by the budget".to_owned(),
        cut => format!("stopped: {cut}"),
    }
}

/// How a thread ended, and with which values.
fn ended(ends: &[End]) -> (Ending, Vec<u64>) {
    let values = ends.iter().filter_map(|end| match end {
        End::Holds(_, value) => Some(*value),
        End::Returned(_) => None,
    });
    let text = ends.iter().find_map(|end| match end {
        End::Returned(text) => Some(*text),
        End::Holds(..) => None,
    });
    (text.map_or(Ending::Never, Ending::of), values.collect())
}
