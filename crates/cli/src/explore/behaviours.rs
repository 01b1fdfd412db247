//! What the functions of two kernel builds do differently: the second is run along every history of the first.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use pmdrace_engine::{Budget, Limits, search};
use pmdrace_mm::{Call, History, ReadOrder};
use pmdrace_scenario::Scenario;
use pmdrace_tree::{Build, Difference, KernelRoutine, adopt, conform, entry, is_news};

use super::ConformError;

/// The maximum number of states to explore of a cell.
const OF_A_CELL: u64 = 300_000;

/// How the functions of two builds differ.
#[derive(Debug, Default)]
pub struct Behaviours {
    /// How many functions were compared.
    pub compared: usize,
    /// How many cells were too large to know every list of answers in them.
    pub cut: usize,
    /// The functions of the second build that cannot be run to their end.
    pub stopped: BTreeSet<&'static str>,
    /// The functions that differ, each with the difference after the shortest list of answers.
    pub differ: BTreeMap<&'static str, Difference>,
}

/// Compares the functions of two builds in the cells of scenarios on the architecture of the first.
///
/// # Errors
/// When a model cannot be built or run, or a build lacks something.
pub fn behaviours(
    first: &Build,
    second: &Build,
    scenarios: &[&Scenario],
) -> Result<Behaviours, ConformError> {
    let mut found = Behaviours::default();
    let mut functions = BTreeSet::new();
    for scenario in scenarios {
        for cell in scenario.cells(None).iter().filter(|cell| scenario.applies(cell)) {
            let hardware = first.arch().facts().memory_model;
            let mut model = scenario.model(cell)?;
            if !hardware.has_barriers_of(cell.memory) {
                continue;
            }
            let Ok(runs) = adopt(first, &mut model) else { continue };
            let budget = Budget::from(Limits { max_states: Some(OF_A_CELL), ..Limits::default() });
            let mut histories = loop {
                let (histories, cut) = search::histories(&model, &budget)?;
                if !is_news(&runs) {
                    found.cut += usize::from(cut.is_some());
                    break histories;
                }
            };
            // Which reads head a dependency was found out in the same way for both.
            for step in histories.iter_mut().flat_map(|history| &mut history.steps) {
                if let Call::Read { order: order @ ReadOrder::Dependency, .. } = &mut step.call {
                    *order = ReadOrder::Once;
                }
            }
            let mut groups = BTreeSet::new();
            for role in 0..model.roles.len() {
                let Some(entry) = entry::by_routine(model.roles[role].runs) else { continue };
                if !groups.insert(model.roles[role].group) || second.provides(entry).is_err() {
                    continue;
                }
                let mine: Vec<History> =
                    histories.iter().filter(|history| history.role == role).cloned().collect();
                let routine = KernelRoutine::new(second, entry, &model, &model.roles[role].args)?;
                let its =
                    std::mem::replace(&mut model.roles[role].routine, Box::new(routine.clone()));
                let compared = conform(&model, &routine, &mine, &[]);
                model.roles[role].routine = its;
                let function = (entry.function)(second.arch().kernel());
                functions.insert(function);
                let Some(difference) = compared.difference else { continue };
                if difference.stopped {
                    found.stopped.insert(function);
                    continue;
                }
                let known = found.differ.get(function);
                if known.is_none_or(|known| difference.before.len() < known.before.len()) {
                    found.differ.insert(function, difference);
                }
            }
        }
    }
    found.compared = functions.len();
    Ok(found)
}

impl fmt::Display for Behaviours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.cut > 0 {
            let cells = pmdrace_report::counted(self.cut, "cell");
            writeln!(f, "{cells} too large: not every list of answers in them was compared")?;
        }
        for function in &self.stopped {
            writeln!(f, "{function}() cannot be run to its end: it is compared up to there")?;
        }
        if self.differ.is_empty() && self.cut == 0 && self.stopped.is_empty() {
            let what = pmdrace_report::counted(self.compared, "function");
            return writeln!(f, "{what} compared: they make the same accesses in every execution");
        }
        for (function, difference) in &self.differ {
            writeln!(f, "{function}() does something else")?;
            if difference.before.is_empty() {
                writeln!(f, "      at the first call")?;
            }
            for step in &difference.before {
                writeln!(f, "      {step}")?;
            }
            writeln!(f, "    before: {}", difference.transcription)?;
            writeln!(f, "    now:    {}", difference.kernel)?;
            for frame in difference.place.split(" < ").filter(|frame| !frame.is_empty()).take(3) {
                writeln!(f, "      in {frame}")?;
            }
        }
        Ok(())
    }
}
