//! The oracles on executions without an engine, and whether these would notice if an oracle were another.

mod mutants;
mod occasions;
mod outcomes;
mod steps;
mod table;

use pmdrace_mm::held;
use pmdrace_mm::occasion::{contributes, occasions};
use pmdrace_mm::property::first_violation;
use pmdrace_mm::{Event, Model, Property};

use steps::model;
use table::executions;

/// The first violation where stores follow each other in memory as the events do.
fn violation(property: Property, model: &Model, events: &[Event]) -> Option<usize> {
    first_violation(property, model, events, &model.memory_after(events))
}

#[test]
fn an_execution_violates_what_it_should_where_it_should() {
    let model = model();
    for (property, events, at) in executions() {
        let found = violation(property, &model, &events);
        assert_eq!(found, at, "{}: {events:?}", property.name());
    }
}

/// A property cannot be violated by what is no occasion to violate it.
#[test]
fn an_execution_that_violates_a_property_has_every_occasion_to_do_so() {
    let model = model();
    for (property, events, at) in executions() {
        let Some(at) = at else { continue };
        let (needed, _) = occasions(property);
        let come = events[..=at].iter().zip(held(&model, &events));
        let come = come.map(|(event, held)| contributes(property, &model, event, held));
        assert_eq!(come.fold(0, |all, bits| all | bits), needed, "{}: {events:?}", property.name());
    }
}
