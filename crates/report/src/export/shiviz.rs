//! An execution as a log for ShiViz: one host per CPU, a vector clock per event.
//!
//! A clock joins along program order, from the store that a read returns to the read, from one update of a
//! word to the next, and from whoever gave a lock back to who takes it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pmdrace_mm::{Event, Model, Op};

use super::told;
use crate::teller::is_step;

/// The regular expression that ShiViz reads the log with.
const PARSER: &str = r"(?<event>.*)\n(?<host>\S*) (?<clock>{.*})";

type Clock = Vec<u64>;

/// The log of an execution, with the parser's regular expression in front.
pub fn shiviz(model: &Model, events: &[Event]) -> String {
    let mut text = format!("{PARSER}\n\n");
    let clocks = clocks(model, events);
    let host = |cpu: usize| model.roles[cpu].name.replace(char::is_whitespace, "_");
    for step in told(model, events) {
        let clock = clocks[&step.index].iter().enumerate().filter(|(_, count)| **count > 0);
        let clock: BTreeMap<String, u64> = clock.map(|(cpu, count)| (host(cpu), *count)).collect();
        let clock = serde_json::to_string(&clock).unwrap_or_default();
        let _ = writeln!(text, "{}\n{} {clock}", step.text, host(events[step.index].cpu));
    }
    text
}

/// The vector clock of every step.
fn clocks(model: &Model, events: &[Event]) -> BTreeMap<usize, Clock> {
    let none = vec![0; model.roles.len()];
    let mut now = vec![none.clone(); model.roles.len()];
    let mut all: BTreeMap<usize, Clock> = BTreeMap::new();
    // What the last update of each word, and the last owner of each lock, left.
    let mut words = vec![none.clone(); model.cells.len()];
    let mut locks = vec![none; model.locks.len()];
    for (index, event) in events.iter().enumerate().filter(|(_, event)| is_step(event)) {
        let before = match &event.op {
            Op::Read { from: Some(from), .. } => all.get(from).cloned(),
            Op::Rmw { at, .. } | Op::Count { at, .. } => Some(words[at.0].clone()),
            Op::Lock(lock) => Some(locks[lock.0].clone()),
            _ => None,
        };
        let clock = &mut now[event.cpu];
        for (mine, theirs) in clock.iter_mut().zip(before.iter().flatten()) {
            *mine = (*mine).max(*theirs);
        }
        clock[event.cpu] += 1;
        match &event.op {
            Op::Write { at, .. } | Op::Rmw { at, .. } => words[at.0].clone_from(clock),
            Op::Unlock(lock) => locks[lock.0].clone_from(clock),
            _ => {}
        }
        all.insert(index, clock.clone());
    }
    all
}
