//! The outcome of a litmus test.

use pmdrace_mm::Op;
use pmdrace_scenario::CellKey;

use super::super::describe;
use super::super::tell::Teller;

/// Why the outcome is possible.
pub(super) fn text(teller: &Teller<'_>, cell: &CellKey) -> String {
    let terms = teller.model.exists.terms.iter();
    let terms = terms.map(|term| {
        let value = describe::number(term.value);
        format!("{}:r{}={value}", teller.model.roles[term.cpu].name, term.register.0)
    });
    let terms = terms.collect::<Vec<_>>().join(", ");
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
            "{terms}: a store takes effect before an earlier load of its CPU, as {memory} permits."
        ),
        0 => format!("{terms}: every read returns the newest store there is."),
        1 => format!("{terms}: one read returns an old value, as {memory} permits."),
        reads => format!("{terms}: {reads} reads return old values, as {memory} permits."),
    }
}
