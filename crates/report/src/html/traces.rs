//! Selects the traces of a page: one for each violated property and case, identical ones once.

use crate::model::grid::Places;
use crate::{CellResult, Trace};

/// A case in which a property is violated.
#[derive(PartialEq, Eq)]
pub(super) struct Case<'r> {
    pub(super) variant: &'r str,
    /// The name of its column.
    pub(super) arch: String,
    pub(super) property: &'r str,
    pub(super) reader: Option<&'r str>,
    /// Who is hurt in this case; it can differ between cases with the same steps.
    pub(super) harm: &'r str,
}

/// A trace and its cases.
pub(super) struct Told<'r> {
    /// Its number on the page.
    pub(super) number: usize,
    pub(super) trace: &'r Trace,
    pub(super) cases: Vec<Case<'r>>,
}

/// The traces of one scenario.
pub(super) struct Traces<'r>(Vec<Told<'r>>);

impl<'r> Traces<'r> {
    /// Selects the easiest trace of each case, numbered from `first`.
    pub(super) fn new(results: &[&'r CellResult], first: usize) -> Traces<'r> {
        let places = Places::of(results);
        let mut easiest: Vec<(Case<'r>, &'r Trace)> = Vec::new();
        for result in results {
            for property in &result.properties {
                let Some(trace) = &property.counterexample else { continue };
                let case = Case {
                    variant: &result.cell.variant,
                    arch: places.column(result).name(),
                    property: &property.name,
                    reader: result.cell.reader.as_deref(),
                    harm: &trace.harm,
                };
                match easiest.iter_mut().find(|(other, _)| other.is_of(&case)) {
                    Some(found) if trace.effort < found.1.effort => *found = (case, trace),
                    Some(_) => {}
                    None => easiest.push((case, trace)),
                }
            }
        }
        let mut told: Vec<Told<'r>> = Vec::new();
        for (case, trace) in easiest {
            match told.iter_mut().find(|told| same(told.trace, trace)) {
                Some(told) => told.cases.push(case),
                None => told.push(Told { number: first + told.len(), trace, cases: vec![case] }),
            }
        }
        Traces(told)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Told<'r>> {
        self.0.iter()
    }

    /// The easiest trace of the cases that `wanted` selects.
    pub(super) fn best(&self, wanted: impl Fn(&Case<'r>) -> bool) -> Option<usize> {
        let told = self.0.iter().filter(|told| told.cases.iter().any(&wanted));
        told.min_by_key(|told| told.trace.effort).map(|told| told.number)
    }
}

impl Case<'_> {
    /// Whether both are the same case, whatever the parameters.
    fn is_of(&self, other: &Case<'_>) -> bool {
        (self.variant, &self.arch, self.property, self.reader)
            == (other.variant, &other.arch, other.property, other.reader)
    }
}

/// Whether two traces are the same apart from the harm.
fn same(one: &Trace, other: &Trace) -> bool {
    one.property == other.property
        && one.cpus == other.cpus
        && one.steps == other.steps
        && one.cause == other.cause
        && one.fix == other.fix
}
