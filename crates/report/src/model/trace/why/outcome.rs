//! The outcome of a litmus test.

use pmdrace_mm::{CellKind, Exists, Location, Op};
use pmdrace_scenario::CellKey;

use super::super::describe;
use super::super::tell::Teller;

/// Why the outcome is possible.
pub(super) fn text(teller: &Teller<'_>, cell: &CellKey) -> String {
    let mut locations: Vec<Location> = Vec::new();
    for term in &teller.model.exists.terms {
        if !locations.contains(&term.of) {
            locations.push(term.of);
        }
    }
    let locations = locations.into_iter().map(|of| last(teller, of));
    let terms = locations.collect::<Vec<_>>().join(", ");
    let memory = describe::memory(cell.memory);
    let until = 0..teller.at + 1;
    let stale = |index: &usize| teller.order.newer_than_read(teller.events, *index).is_some();
    let buffered = |index: usize| matches!(teller.events[index].op, Op::Buffer { .. });
    match until.clone().filter(stale).count() {
        0 if until.clone().any(buffered) => {
            format!("{terms}: a store waits in its CPU's buffer while later loads go ahead.")
        }
        0 if until.clone().any(|index| teller.overtaken(index).is_some()) => format!(
            "{terms}: a store takes its place before one that was executed earlier, as {memory} \
             permits."
        ),
        0 if until.clone().any(|index| teller.order.is_early(index)) => format!(
            "{terms}: a store takes effect before an earlier access of its CPU, as {memory} permits."
        ),
        0 => format!("{terms}: every read returns the newest store there is."),
        1 => format!("{terms}: one read returns an old value, as {memory} permits."),
        reads => format!("{terms}: {reads} reads return old values, as {memory} permits."),
    }
}

/// What a register or a word that the outcome names holds in the end.
fn last(teller: &Teller<'_>, of: Location) -> String {
    let model = teller.model;
    let memory = teller.order.last_words(model, teller.events);
    let value = describe::number(Exists::last(of, teller.events, &memory));
    match of {
        Location::Register(cpu, register) => {
            format!("{}:r{}={value}", model.roles[cpu].name, register.0)
        }
        Location::Memory(at) => {
            let cell = &model.cells[at.0];
            match cell.kind {
                CellKind::Pmd | CellKind::Pte => {
                    format!("{}={value} ({})", cell.name, describe::meaning(model, memory[at.0]))
                }
                _ => format!("{}={value}", cell.name),
            }
        }
    }
}
