//! The expectations: known verdicts and names, in rules that select at least one cell.
//!
//! A rule that selects no cell would be an expectation that no run can contradict.

use pmdrace_mm::{MemoryModel, Property};

use super::{Problems, known, selects};
use crate::cell::ParamValue;
use crate::schema::Names;
use crate::{Diagnostic, Scenario};

/// Every rule of `[[expect]]`.
pub(super) fn expectations(scenario: &Scenario, problems: &mut Problems) {
    let kernels: Vec<_> = scenario.kernels().collect();
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
        // Everything but architectures and readers is combined freely.
        let any = |given: &Names, names: &[&str]| names.iter().any(|name| given.select(name));
        let select = |given: &Option<Names>, name: &str| {
            given.as_ref().is_none_or(|names| names.select(name))
        };
        let kernel = kernels.iter().any(|(arch, reader)| {
            select(&rule.arch, arch.name()) && select(&rule.reader, reader.unwrap_or_default())
        });
        let memory = rule.memory.as_ref().is_none_or(|given| any(given, &memories));
        let value = |(name, value): (&String, &ParamValue)| {
            scenario.document.params.get(name.as_str()).is_some_and(|has| has.contains(value))
        };
        if problems.len() == before
            && !(kernel
                && memory
                && any(&rule.variant, &variants)
                && any(&rule.property, &properties)
                && rule.params.iter().all(value))
        {
            problems.push(
                Diagnostic::at(span, "this expectation selects no cell")
                    .help("check its parameters and names"),
            );
        }
    }
}
