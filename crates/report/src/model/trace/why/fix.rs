//! What the fix changes, for the variant that is shown.
//!
//! A variant lacks the scenario's fix unless it says `fixed = true` or the scenario expects nothing of it to be
//! violated. What it needs instead or beside that, it says itself (`fix = "..."`).

use pmdrace_mm::Property;
use pmdrace_scenario::{CellKey, Scenario};

/// The fix of a violation; empty if the scenario does not say.
pub(crate) fn fix(scenario: &Scenario, cell: &CellKey, property: Property) -> String {
    let own = scenario.own_fix(&cell.variant).map(|own| format!("{own}."));
    let Some(fix) = source(scenario) else { return own.unwrap_or_default() };
    if scenario.is_of_build() && !scenario.expects_violation(cell, property) {
        return format!("{fix}. In this tree that is missing, or something undoes it.");
    }
    if scenario.has_fix(&cell.variant) {
        let own = own.map_or(String::new(), |own| format!(" What is left to do: {own}"));
        return format!("this variant has it already: {fix}.{own}");
    }
    if let Some(own) = own {
        return own;
    }
    let Some(other) = scenario.fix_leaves(cell, property) else { return format!("{fix}.") };
    let missing = scenario.own_fix(other);
    let missing = missing.map_or(String::new(), |own| format!(" What is left to do: {own}."));
    // Which of several warnings fires, an expectation does not say.
    let left = match property {
        Property::NoWarning => format!("Variant `{other}` hits a kernel warning too."),
        _ => format!("That leaves this violation, which variant `{other}` has too."),
    };
    format!("{fix}. {left}{missing}")
}

/// The scenario's fix: the commit, its release, and what it changes.
fn source(scenario: &Scenario) -> Option<String> {
    let source = scenario.source();
    let change = source.change.as_ref()?;
    Some(match (&source.fix, &source.merged) {
        (Some(fix), Some(merged)) => format!("{fix} ({merged}) {change}"),
        (Some(fix), None) => format!("{fix} {change}"),
        _ => change.clone(),
    })
}
