//! The expectations: known verdicts and names, in rules that select at least one cell.
//!
//! A rule that selects no cell would be an expectation that no run can contradict.

use pmdrace_mm::{MemoryModel, Property};

use super::{Problems, known, selects};
use crate::schema::Names;
use crate::{Diagnostic, Scenario};

/// Every rule of `[[expect]]`.
pub(super) fn expectations(scenario: &Scenario, problems: &mut Problems) {
    let own = scenario.cells(None);
    for rule in &scenario.document.expect {
        let before = problems.len();
        let (span, rule) = (rule.span(), rule.get_ref());
        let verdict = &rule.verdict;
        known(verdict.span(), "verdict", verdict.get_ref(), ["violated", "holds"], problems);
        let mut names = |what, names: &Names, known: &[&str]| {
            for name in names.iter() {
                selects(span.clone(), what, name, known.iter().copied(), problems);
            }
        };
        let properties: Vec<&str> = scenario.properties().into_iter().map(Property::name).collect();
        let variants: Vec<&str> = scenario.variants().map(|(name, _)| name).collect();
        let readers: Vec<&str> = scenario.readers().collect();
        let archs: Vec<&str> = scenario.architectures().iter().map(|arch| arch.name()).collect();
        let memories: Vec<&str> = MemoryModel::ALL.into_iter().map(MemoryModel::name).collect();
        names("variant", &rule.variant, &variants);
        names("property", &rule.property, &properties);
        rule.arch.iter().for_each(|n| names("architecture", n, &archs));
        rule.reader.iter().for_each(|n| names("reader", n, &readers));
        rule.memory.iter().for_each(|n| names("memory model", n, &memories));
        let memories = MemoryModel::ALL.into_iter().flat_map(|m| scenario.cells(Some(m)));
        let mut cells = own.iter().cloned().chain(memories);
        let judged = scenario.properties();
        if problems.len() == before
            && !cells.any(|cell| {
                scenario.applies(&cell)
                    && judged.iter().any(|property| rule.selects(&cell, *property))
            })
        {
            problems.push(
                Diagnostic::at(span, "this expectation selects no cell")
                    .help("check its parameters and names"),
            );
        }
    }
}
