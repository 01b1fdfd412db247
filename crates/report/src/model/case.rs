//! A cell with the results of all engines that explored it, and what they say together.
//!
//! An engine that did not finish takes nothing away from one that did. Two that finished and contradict each
//! other are an internal error, whichever is right.

use pmdrace_engine::{Cut, Engine, Verdict};
use pmdrace_mm::MemoryModel;

use crate::{CellError, CellResult, Class, ErrorKind};

/// The results of one cell, one per engine.
#[derive(Clone, Copy, Debug)]
pub struct Case<'r> {
    results: &'r [CellResult],
}

/// Groups results, in which those of a cell are adjacent, by cell.
pub(crate) fn cases(results: &[CellResult]) -> impl Iterator<Item = Case<'_>> {
    results.chunk_by(CellResult::is_same_cell).map(|results| Case { results })
}

impl<'r> Case<'r> {
    /// One result per engine.
    pub fn results(self) -> &'r [CellResult] {
        self.results
    }

    /// The result that represents the cell: the worst that is conclusive, the first among equals.
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

    /// The class of the cell.
    pub fn class(self) -> Class {
        self.result().class()
    }
}

impl CellResult {
    /// The memory model under which the engine explored: the cell's, unless it does not have that.
    pub fn explored_under(&self) -> MemoryModel {
        self.engine.stand_in(self.cell.memory).unwrap_or(self.cell.memory)
    }

    /// Whether both are results of the same cell, from any engine.
    pub fn is_same_cell(&self, other: &CellResult) -> bool {
        self.scenario == other.scenario && self.cell == other.cell
    }
}

/// Marks every cell as an error on which two engines contradict each other.
pub(crate) fn compare(results: &mut [CellResult]) {
    for case in results.chunk_by_mut(CellResult::is_same_cell) {
        withdraw_what_only_looms_tso_has(case);
        withdraw_what_only_looms_rc11_has(case);
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

/// loom's approximation of TSO permits executions that TSO does not. A violation found by loom alone, where the
/// state-space engine with its exact TSO shows that there is none, makes loom's verdict inconclusive.
fn withdraw_what_only_looms_tso_has(case: &mut [CellResult]) {
    let of = |engine: Engine| move |result: &CellResult| result.engine == engine;
    let Some(exact) = case.iter().find(|result| of(Engine::Statespace)(result)).cloned() else {
        return;
    };
    let tso = |result: &&mut CellResult| result.cell.memory == MemoryModel::Tso;
    for loom in case.iter_mut().filter(|result| of(Engine::Loom)(result)).filter(tso) {
        let pairs = loom.properties.iter_mut().zip(&exact.properties);
        let mut withdrawn = false;
        for (mine, exact) in pairs {
            let absent = [Verdict::Holds, Verdict::NotApplicable].contains(&exact.verdict);
            if mine.verdict == Verdict::Violated && absent {
                mine.verdict = Verdict::Inconclusive;
                withdrawn = true;
            }
        }
        if withdrawn {
            loom.cut_by = Some(Cut::LoomTso);
            loom.settle();
        }
    }
}

/// Under a memory model that loom does not have it explores under rc11. Its verdict counts where the state-space
/// engine has the same one, and otherwise says nothing.
fn withdraw_what_only_looms_rc11_has(case: &mut [CellResult]) {
    let exact: Vec<Verdict> = case
        .iter()
        .find(|result| result.engine == Engine::Statespace)
        .map(|result| result.properties.iter().map(|property| property.verdict).collect())
        .unwrap_or_default();
    for loom in case.iter_mut().filter(|result| result.explored_under() != result.cell.memory) {
        let mut withdrawn = false;
        for (index, mine) in loom.properties.iter_mut().enumerate() {
            let violated = |verdict| verdict == Verdict::Violated;
            let confirms = match exact.get(index) {
                None | Some(Verdict::Inconclusive | Verdict::Error) => false,
                Some(exact) => violated(*exact) == violated(mine.verdict),
            };
            let settled = [Verdict::Violated, Verdict::Holds, Verdict::NotApplicable];
            if !confirms && settled.contains(&mine.verdict) {
                mine.verdict = Verdict::Inconclusive;
                withdrawn = true;
            }
        }
        if withdrawn {
            loom.cut_by = Some(Cut::LoomRc11);
            loom.settle();
        }
    }
}

/// The properties that one result calls violated and the other holding, or beyond violation.
fn contradictions(a: &CellResult, b: &CellResult) -> Vec<String> {
    let says = |result: &CellResult, index: usize| {
        let verdict = result.properties.get(index).map(|property| property.verdict);
        let settled = [Verdict::Violated, Verdict::Holds, Verdict::NotApplicable];
        verdict.filter(|verdict| settled.contains(verdict))
    };
    let properties = a.properties.iter().enumerate();
    properties
        .filter_map(|(index, property)| {
            let (mine, other) = (says(a, index)?, says(b, index)?);
            let violated = |verdict| verdict == Verdict::Violated;
            (violated(mine) != violated(other)).then(|| {
                format!(
                    "{}: {} says {}, {} says {}",
                    property.name,
                    a.engine.name(),
                    mine.name(),
                    b.engine.name(),
                    other.name()
                )
            })
        })
        .collect()
}
