//! The fix to show beside a bug: a variant without violations, with CPUs taking turns in the same order.

use pmdrace_engine::{Counterexample, ModificationOrder, search};
use pmdrace_report::Trace;
use pmdrace_scenario::{CellKey, Scenario};

use crate::exit::Failure;

/// The execution of a variant without expected violations in which CPUs take turns as in `example`. None if there
/// is no such variant, or if `cell` is of one.
pub(crate) fn with_fix(
    scenario: &Scenario,
    cell: &CellKey,
    example: &Counterexample,
) -> Result<Option<Trace>, Failure> {
    let quiet = |cell: &CellKey| {
        scenario.properties().iter().all(|p| !scenario.expects_violation(cell, *p))
    };
    let mut others = scenario.cells(Some(cell.memory)).into_iter().filter(|other| {
        other.variant != cell.variant
            && (&other.arch, &other.reader, &other.params)
                == (&cell.arch, &cell.reader, &cell.params)
            && scenario.applies(other)
            && quiet(other)
    });
    let Some(other) = others.next().filter(|_| !quiet(cell)) else { return Ok(None) };
    let model = scenario.model(&other)?;
    let events = search::follow(&model, &search::turns(&example.events))?;
    let at = events.len().saturating_sub(1);
    // Every read returns the newest store, so the modification order is that of execution.
    let order = ModificationOrder::as_executed(&events);
    Ok(Some(Trace::plain(scenario, &other, &model, &Counterexample::new(events, order, at))))
}
