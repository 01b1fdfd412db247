//! A cell with the results of every engine that explored it: what they say together.
//!
//! An engine that could not finish takes nothing from one that did. Two that finished and contradict each
//! other are an error of the tool, whichever is right.

use pmdrace_engine::{Cut, Engine, Verdict};
use pmdrace_mm::MemoryModel;

use crate::{CellError, CellResult, Class, ErrorKind};

/// The results of one cell, one per engine.
#[derive(Clone, Copy, Debug)]
pub struct Case<'r> {
    results: &'r [CellResult],
}

/// The cells of results that stand side by side.
pub(crate) fn cases(results: &[CellResult]) -> impl Iterator<Item = Case<'_>> {
    results.chunk_by(CellResult::is_same_cell).map(|results| Case { results })
}

impl<'r> Case<'r> {
    /// One result per engine.
    pub fn results(self) -> &'r [CellResult] {
        self.results
    }

    /// The result that speaks for the cell: the worst that is settled; of equals the first.
    pub fn result(self) -> &'r CellResult {
        let rank = |result: &&CellResult| match result.class() {
            Class::Error => 0,
            Class::Unexpected => 1,
            Class::AsExpected => 2,
            Class::Inconclusive => 3,
            Class::NotApplicable => 4,
        };
        self.results.iter().min_by_key(rank).unwrap_or(&self.results[0])
    }

    /// The class it counts as.
    pub fn class(self) -> Class {
        self.result().class()
    }
}

impl CellResult {
    /// Whether both are about the same cell, whatever the engine.
    pub fn is_same_cell(&self, other: &CellResult) -> bool {
        (&self.scenario, &self.variant, &self.arch, &self.reader, &self.params, &self.memory)
            == (
                &other.scenario,
                &other.variant,
                &other.arch,
                &other.reader,
                &other.params,
                &other.memory,
            )
    }
}

/// Makes every cell an error about which two engines contradict each other.
pub(crate) fn compare(results: &mut [CellResult]) {
    for case in results.chunk_by_mut(CellResult::is_same_cell) {
        withdraw_what_only_looms_tso_has(case);
        let contradictions: Vec<String> = (1..case.len())
            .flat_map(|second| (0..second).map(move |first| (first, second)))
            .flat_map(|(first, second)| contradictions(&case[first], &case[second]))
            .collect();
        if contradictions.is_empty() {
            continue;
        }
        for result in case.iter_mut().filter(|result| result.error.is_none()) {
            result.error = Some(CellError {
                kind: ErrorKind::Disagreement,
                message: format!("the engines disagree: {}", contradictions.join("; ")),
            });
            result.settle();
        }
    }
}

/// loom's tso has executions that TSO has not. What it finds violated there and the state-space engine,
/// whose TSO is exact, finds to hold, is not settled by loom.
fn withdraw_what_only_looms_tso_has(case: &mut [CellResult]) {
    let of = |engine: Engine| move |result: &CellResult| result.engine == engine.name();
    let Some(exact) = case.iter().find(|result| of(Engine::Statespace)(result)).cloned() else {
        return;
    };
    let tso = |result: &&mut CellResult| result.memory == MemoryModel::Tso.name();
    for loom in case.iter_mut().filter(|result| of(Engine::Loom)(result)).filter(tso) {
        let pairs = loom.properties.iter_mut().zip(&exact.properties);
        let mut withdrawn = false;
        for (mine, exact) in pairs {
            if mine.verdict() == Verdict::Violated && exact.verdict() == Verdict::Holds {
                mine.verdict = Verdict::Inconclusive.name().to_owned();
                withdrawn = true;
            }
        }
        if withdrawn {
            loom.cut_by = Some(Cut::LoomTso.name().to_owned());
            loom.settle();
        }
    }
}

/// Where one result says that a property is violated and the other that it holds.
fn contradictions(a: &CellResult, b: &CellResult) -> Vec<String> {
    let says = |result: &CellResult, index: usize| {
        let verdict = result.properties.get(index).map(|property| property.verdict());
        // What holds up to a bound may be violated beyond it.
        let bounded = result.max_preemptions.is_some();
        verdict.filter(|verdict| match verdict {
            Verdict::Violated => true,
            Verdict::Holds => !bounded,
            Verdict::Inconclusive | Verdict::Error => false,
        })
    };
    let properties = a.properties.iter().enumerate();
    properties
        .filter_map(|(index, property)| {
            let (mine, other) = (says(a, index)?, says(b, index)?);
            (mine != other).then(|| {
                format!(
                    "{}: {} says {}, {} says {}",
                    property.name,
                    a.engine,
                    mine.name(),
                    b.engine,
                    other.name()
                )
            })
        })
        .collect()
}
