//! What variants say about their fix.
//!
//! A fix that no violation can show, or one that is there already although there is none, is a mistake.

use super::Problems;
use crate::{Diagnostic, Scenario};

/// `fix` and `fixed` of every variant.
pub(super) fn fixes(scenario: &Scenario, problems: &mut Problems) {
    for (name, variant) in scenario.variants() {
        if let Some(fix) = &variant.fix {
            if fix.get_ref().trim().is_empty() {
                problems.push(
                    Diagnostic::at(fix.span(), "the fix is empty")
                        .help("say in a sentence what would fix the variant, or leave it out"),
                );
            } else if !scenario.expects_any_violation(name) {
                problems.push(
                    Diagnostic::at(
                        fix.span(),
                        format!("nothing is expected to be violated in the variant `{name}`, so its fix is never shown"),
                    )
                    .help("remove the fix, or expect the violation in [[expect]]"),
                );
            }
        }
        if let Some(fixed) = &variant.fixed
            && scenario.source().change.is_none()
        {
            problems.push(
                Diagnostic::at(fixed.span(), "the scenario has no fix that a variant could have")
                    .help("say in [source] what the fix changes: change = \"...\""),
            );
        }
    }
}
