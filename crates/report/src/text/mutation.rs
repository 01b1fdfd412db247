//! Mutation results as a table.

use std::fmt::Write as _;

use crate::{Mutation, counted};

/// Renders for each guard what it protects against, what detects that it is off, and in how many steps.
pub fn mutation_table(mutations: &[Mutation]) -> String {
    let mut text = String::new();
    let mut routine = "";
    for mutation in mutations {
        if mutation.guard.of != routine {
            routine = &mutation.guard.of;
            let _ = writeln!(text, "{routine}");
        }
        let _ = writeln!(text, "  {:<18} {}", mutation.guard.guard, mutation.guard.protects);
        let _ = match (&mutation.caught, mutation.reason()) {
            (Some(caught), _) => writeln!(
                text,
                "  {:<18} caught: {} in {} {}, {}",
                "",
                caught.property,
                caught.scenario,
                caught.cell,
                counted(caught.steps(), "step")
            ),
            (None, Some(reason)) => writeln!(text, "  {:<18} not caught: {reason}", ""),
            (None, None) => writeln!(
                text,
                "  {:<18} SURVIVES: tried in {}, and none needs it",
                "",
                counted(mutation.tried, "cell")
            ),
        };
    }
    text
}
