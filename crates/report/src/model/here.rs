//! [`Here`]: what a kernel tree says about one race.

use std::collections::BTreeMap;

use pmdrace_engine::Verdict;
use pmdrace_mm::{Kind, Property};

use crate::{Case, CellResult, Report, SourceLine, Trace};

/// What a kernel tree says about one race.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Here {
    /// Every property holds that applies, in every cell that can be asked.
    Fixed {
        /// The number of cells.
        cells: usize,
    },
    /// Some property is violated.
    Present {
        /// The line of the kernel's source that opens the window, if its C does.
        opens: Option<SourceLine>,
        /// What is violated, and for which readers.
        violated: Vec<(String, Vec<String>)>,
        /// Whether the scenario expects all of it of this release.
        known: bool,
        /// The file of a trace.
        trace: Option<String>,
    },
    /// The search did not settle it.
    Unsettled(String),
    /// It cannot be asked of this tree.
    NotAsked(Vec<String>),
}

impl Here {
    /// The answer of each scenario, in the order of the report.
    pub fn of(report: &Report) -> Vec<(String, Here)> {
        let mut by_name: Vec<(String, Vec<&CellResult>)> = Vec::new();
        for result in report.cases().map(Case::result) {
            match by_name.last_mut() {
                Some((name, results)) if *name == result.scenario => results.push(result),
                _ => by_name.push((result.scenario.clone(), vec![result])),
            }
        }
        by_name.into_iter().map(|(name, results)| (name, Here::new(&results))).collect()
    }

    fn new(results: &[&CellResult]) -> Here {
        let asked = || results.iter().filter(|result| result.not_applicable.is_none());
        let violated = || {
            let all = asked().flat_map(|r| r.properties.iter().map(move |p| (*r, p)));
            all.filter(|(_, property)| property.verdict == Verdict::Violated)
        };
        if violated().next().is_some() {
            let mut readers: BTreeMap<usize, (String, Vec<String>)> = BTreeMap::new();
            for (result, property) in violated() {
                let order = Property::ALL.iter().position(|p| p.name() == property.name);
                let entry = readers.entry(order.unwrap_or(usize::MAX));
                let (_, names) = entry.or_insert_with(|| (property.name.clone(), Vec::new()));
                names.extend(result.cell.reader.clone().filter(|name| !names.contains(name)));
            }
            // What hurts somebody tells more than a helper's answer, and that more than what the kernel notices itself or
            // who waits for it then; among those, the shortest trace.
            let rank = |(result, property): &(&CellResult, &crate::PropertyResult)| {
                let order = match Property::by_name(&property.name) {
                    Some(Property::NoDeadlock) => 3,
                    Some(property) if property.kind() == Kind::Warning => 2,
                    Some(property) if property.kind() == Kind::Predicate => 1,
                    _ => 0,
                };
                let steps = property.counterexample.as_ref().map_or(usize::MAX, |t| t.steps.len());
                (order, steps, result.cell.to_string())
            };
            let telling = violated().filter(|(_, p)| p.counterexample.is_some()).min_by_key(rank);
            let trace = telling.and_then(|(_, property)| property.counterexample.as_ref());
            return Here::Present {
                opens: trace.and_then(Trace::opens).and_then(|step| step.telling()).cloned(),
                violated: readers.into_values().collect(),
                known: violated().all(|(_, property)| property.expected == Verdict::Violated),
                trace: telling.and_then(|(_, property)| property.trace.clone()),
            };
        }
        let errors = asked().filter_map(|result| result.error.as_ref().map(|e| e.message.clone()));
        let bounds = asked().flat_map(|r| r.bounds.iter().map(|bound| format!("gave up: {bound}")));
        let cuts = asked().filter(|result| result.bounds.is_empty());
        let cuts = cuts.filter_map(|result| Some(format!("cut by {}", result.cut_by?.name())));
        let open = |result: &CellResult| {
            result.error.is_some()
                || result.properties.iter().any(|p| p.verdict == Verdict::Inconclusive)
        };
        if asked().any(|result| open(result)) {
            let mut reasons: Vec<String> = errors.chain(bounds).chain(cuts).collect();
            reasons.sort();
            reasons.dedup();
            return Here::Unsettled(reasons.join("; "));
        }
        // A transcription in the place of what the tree should have answers for the release.
        let cpus = asked().filter_map(|r| r.source.as_ref()).flat_map(|source| &source.cpus);
        let mut lacks: Vec<String> =
            cpus.filter(|cpu| cpu.lacking).filter_map(|cpu| cpu.transcription.clone()).collect();
        if !lacks.is_empty() {
            lacks.sort();
            lacks.dedup();
            return Here::NotAsked(lacks);
        }
        match asked().count() {
            0 => {
                // The last variant is the one with the fix: what keeps that from being asked is the reason.
                let variant = results.last().map(|result| &result.cell.variant);
                let of_it = results.iter().filter(|result| Some(&result.cell.variant) == variant);
                let mut reasons: Vec<String> =
                    of_it.filter_map(|result| result.not_applicable.clone()).collect();
                reasons.sort();
                reasons.dedup();
                Here::NotAsked(reasons)
            }
            cells => Here::Fixed { cells },
        }
    }

    /// Whether a race is there that is not known to be in this release.
    pub fn is_news(&self) -> bool {
        matches!(self, Here::Present { known: false, .. })
    }

    /// The answer in a few words.
    pub fn word(&self) -> &'static str {
        match self {
            Here::Fixed { .. } => "fixed here",
            Here::Present { .. } => "present here",
            Here::Unsettled(_) => "not settled",
            Here::NotAsked(_) => "cannot be asked",
        }
    }
}
