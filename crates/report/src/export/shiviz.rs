//! An execution as a log for ShiViz: one host per CPU, a vector clock per event.
//!
//! Clocks join along program order, from a store to the reads that return it, from one update of a word to the
//! next, and from the release of a lock to its next acquisition.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pmdrace_engine::Counterexample;
use pmdrace_mm::{Model, Op, SyncOp};

use crate::model::trace::steps::{self, is_step};

/// The regular expression that ShiViz reads the log with.
const PARSER: &str = r"(?<event>.*)\n(?<host>\S*) (?<clock>{.*})";

type Clock = Vec<u64>;

/// Renders an execution as a log, preceded by the regular expression that parses it.
pub fn shiviz(model: &Model, example: &Counterexample) -> String {
    let events = &example.events;
    let mut text = format!("{PARSER}\n\n");
    let clocks = clocks(model, example);
    let host = |cpu: usize| model.roles[cpu].name.replace(char::is_whitespace, "_");
    for step in steps::tell(model, events) {
        let clock = clocks[&step.event].iter().enumerate().filter(|(_, count)| **count > 0);
        let clock: BTreeMap<String, u64> = clock.map(|(cpu, count)| (host(cpu), *count)).collect();
        let clock = serde_json::to_string(&clock).unwrap_or_default();
        let _ = writeln!(text, "{}\n{} {clock}", step.what(), host(step.cpu));
    }
    text
}

/// The vector clock of every step.
fn clocks(model: &Model, example: &Counterexample) -> BTreeMap<usize, Clock> {
    let Counterexample { events, order, .. } = example;
    let none = vec![0; model.roles.len()];
    let mut now = vec![none.clone(); model.roles.len()];
    let mut all: BTreeMap<usize, Clock> = BTreeMap::new();
    // The clock at the last release of each lock.
    let mut locks = vec![none; model.locks.len()];
    for (index, event) in events.iter().enumerate().filter(|(_, event)| is_step(event)) {
        let clock_of = |store: Option<usize>| store.and_then(|store| all.get(&store).cloned());
        let before = match &event.op {
            Op::Read { from, .. } => clock_of(*from),
            Op::Rmw { at, new: Some(_), .. } => clock_of(order.previous(*at, index)),
            Op::Rmw { at, new: None, .. } | Op::Count { at, .. } => {
                clock_of(order.newest(*at, index))
            }
            Op::Sync(SyncOp::Lock(lock)) => Some(locks[lock.0].clone()),
            _ => None,
        };
        let clock = &mut now[event.cpu];
        for (mine, theirs) in clock.iter_mut().zip(before.iter().flatten()) {
            *mine = (*mine).max(*theirs);
        }
        clock[event.cpu] += 1;
        if let Op::Sync(SyncOp::Unlock(lock)) = &event.op {
            locks[lock.0].clone_from(clock);
        }
        all.insert(index, clock.clone());
    }
    all
}
