//! A step that takes effect before earlier ones of its CPU: load buffering.

use pmdrace_mm::Op;
use pmdrace_scenario::CellKey;

use super::super::describe;
use super::super::tell::Teller;

/// The first such step up to the violation.
pub(super) fn first(teller: &Teller<'_>) -> Option<usize> {
    (0..=teller.at).find(|index| teller.order.is_early(*index))
}

/// The first such step up to the violation, as a sentence to add to the cause; empty without one.
pub(super) fn text(teller: &Teller<'_>, cell: &CellKey) -> String {
    let Some(index) = first(teller) else { return String::new() };
    let (by, step) = (teller.by(index), teller.numbers[index]);
    let memory = describe::memory(cell.memory);
    match teller.event(index).op {
        Op::Write { at, .. } | Op::Rmw { at, new: Some(_), .. } => format!(
            " {by} stores to {} in step {step} before earlier steps of its CPU take effect, as {memory} permits.",
            teller.name(at)
        ),
        _ => format!(
            " {by} executes step {step} before earlier steps of its CPU take effect, as {memory} permits."
        ),
    }
}
