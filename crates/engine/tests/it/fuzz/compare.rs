//! One litmus test on everything that can run it.

use std::collections::BTreeSet;
use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, Final, Limits, Outcome, loom, search};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::Scenario;

use super::litmus::Program;
use crate::catalogue::cells;
use crate::independent::{axioms, instructions, interleavings, lkmm};

/// The number of loom's executions after which its outcomes count as some of all.
const EXECUTIONS: u64 = 4_000;
/// The number of steps from which loom would take too long.
const LARGE: usize = 9;

/// Every difference is an error.
pub(super) fn all(program: &Program) -> Result<bool, String> {
    let scenario = Scenario::parse(&program.to_string()).map_err(|error| format!("{error:?}"))?;
    everywhere(&scenario, program.depends(), program.size() < LARGE).map(|()| true)
}

/// The same of a scenario with one cell for each memory model. Reads that order what depends on them are
/// ordered more elsewhere; loom can be left out.
pub(super) fn everywhere(scenario: &Scenario, depends: bool, on_loom: bool) -> Result<(), String> {
    let mut stronger: Option<(MemoryModel, BTreeSet<Final>)> = None;
    for memory in [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Rc11] {
        let (_, model) = cells(scenario, Some(memory)).next().ok_or("no cell")?;
        let found = search::finals(Arc::clone(&model), &Budget::unlimited());
        let found = found.map_err(|error| error.to_string())?.set;
        let at = |text: &str| format!("{memory:?}: {text}");
        if let Some((weaker, outcomes)) = &stronger {
            within(outcomes, &found)
                .map_err(|what| at(&format!("not monotone: {weaker:?} has {what}")))?;
        }
        reduction(&model).map_err(|what| at(&what))?;
        match memory {
            MemoryModel::Rc11 => {
                let (_, by_axioms) = axioms::graphs(&model);
                within(&by_axioms, &found)
                    .map_err(|what| at(&format!("only the axioms allow {what}")))?;
                // To the axioms such a read is an acquire, which orders more.
                if !depends {
                    within(&found, &by_axioms)
                        .map_err(|what| at(&format!("the axioms forbid {what}")))?;
                }
            }
            _ => {
                let enumerated = interleavings::enumerate(&model);
                within(&enumerated, &found).map_err(|what| at(&format!("missed: {what}")))?;
                within(&found, &enumerated).map_err(|what| at(&format!("made up: {what}")))?;
            }
        }
        if on_loom {
            as_on_loom(&model, &found, depends).map_err(|what| at(&what))?;
        }
        stronger = Some((memory, found));
    }
    Ok(())
}

/// Under `lkmm` the machine ends as the axioms say, and the reduced and the whole search judge alike.
pub(super) fn lkmm(program: &Program) -> Result<bool, String> {
    // The kernel's model has changed between these.
    for arch in ["arm64@6.1", "arm64@6.12"] {
        let text = program.to_string().replace("arm64@6.1", arch);
        let scenario = Scenario::parse(&text).map_err(|error| format!("{error:?}"))?;
        let (_, model) = cells(&scenario, Some(MemoryModel::Lkmm)).next().ok_or("no cell")?;
        reduction(&model).map_err(|what| format!("{arch}: {what}"))?;
        let Some([weaker, stronger]) = lkmm::differences(&model) else { return Ok(false) };
        match (weaker.first(), stronger.first()) {
            (None, None) => {}
            (Some(_), _) if program.copies_what_is_known() => {}
            (Some(outcome), _) => {
                return Err(format!("{arch}: only the machine allows {outcome:?}"));
            }
            // The machine lets no store pass an earlier `spin_unlock()`.
            (None, Some(_)) if program.locks() => {}
            (None, Some(outcome)) => {
                return Err(format!("{arch}: only the axioms allow {outcome:?}"));
            }
        }
    }
    Ok(true)
}

/// The machine of Armv8 has the outcomes that the axioms allow, with and without its reductions, and those of `sc`: a
/// load-acquire after a store-release is ordered more than under `tso`.
pub(super) fn armv8(program: &Program) -> Result<bool, String> {
    promising(program, MemoryModel::Armv8, MemoryModel::Sc)
}

/// The same of RVWMO, where it is not.
pub(super) fn rvwmo(program: &Program) -> Result<bool, String> {
    promising(program, MemoryModel::Rvwmo, MemoryModel::Tso)
}

fn promising(
    program: &Program,
    memory: MemoryModel,
    stronger: MemoryModel,
) -> Result<bool, String> {
    let scenario = Scenario::parse(&program.to_string()).map_err(|error| format!("{error:?}"))?;
    let found = |memory| -> Result<_, String> {
        let (_, model) = cells(&scenario, Some(memory)).next().ok_or("no cell")?;
        let found = search::finals(Arc::clone(&model), &Budget::unlimited());
        Ok((model, found.map_err(|error| error.to_string())?.set))
    };
    let (_, strong) = found(stronger)?;
    let (model, outcomes) = found(memory)?;
    let by_axioms = instructions::outcomes(&model);
    within(&by_axioms, &outcomes).map_err(|what| format!("only the axioms allow {what}"))?;
    if !program.copies_what_is_known() {
        within(&outcomes, &by_axioms).map_err(|what| format!("the axioms forbid {what}"))?;
    }
    within(&strong, &outcomes).map_err(|what| format!("not monotone: {stronger} has {what}"))?;
    reduction(&model)?;
    Ok(true)
}

/// Whether all outcomes are among the others; if not, one that is not.
pub(super) fn within(some: &BTreeSet<Final>, others: &BTreeSet<Final>) -> Result<(), String> {
    match some.difference(others).next() {
        None => Ok(()),
        Some(outcome) => Err(format!("{:?}", outcome.observed)),
    }
}

/// The reduced and the whole search judge alike.
pub(super) fn reduction(model: &Arc<Model>) -> Result<(), String> {
    // Whether a property applies depends on what was learned besides.
    let judged = |outcome: &Outcome| (outcome.properties[0].violating > 0, outcome.goals[0] > 0);
    let reduced = search::check(Arc::clone(model), &Budget::unlimited());
    let whole = search::check_unreduced(Arc::clone(model), &Budget::unlimited());
    match (reduced, whole) {
        (Ok(reduced), Ok(whole)) if judged(&reduced) == judged(&whole) => Ok(()),
        (reduced, whole) => Err(format!("reduced: {reduced:?}, whole: {whole:?}")),
    }
}

/// loom has the same outcomes, as far as it claims to have all.
fn as_on_loom(model: &Arc<Model>, found: &BTreeSet<Final>, depends: bool) -> Result<(), String> {
    let limits = Limits { max_executions: Some(EXECUTIONS), ..Limits::default() };
    let loom = loom::finals(Arc::clone(model), &Budget::from(limits));
    let loom = loom.map_err(|error| format!("loom: {error}"))?;
    // Under tso loom allows more, and says so where it matters.
    if model.memory != MemoryModel::Tso {
        within(&loom.set, found).map_err(|what| format!("only loom allows {what}"))?;
    }
    let known = [Cut::MaxExecutions, Cut::LoomHiddenLoad, Cut::LoomHistory, Cut::LoomOrder];
    match loom.cut {
        // To loom a read that orders what depends on it is an acquire, which orders more.
        None if depends && model.memory == MemoryModel::Rc11 => Ok(()),
        None => within(found, &loom.set).map_err(|what| format!("loom misses {what}")),
        Some(cut) if known.contains(&cut) => Ok(()),
        Some(cut) => Err(format!("loom: {cut}")),
    }
}
