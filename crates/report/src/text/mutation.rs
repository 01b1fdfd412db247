//! Mutation results as a table.

use std::fmt::Write as _;

use crate::Mutation;

/// The table: guard, what it protects against, what catches it, and how long the shortest execution is.
pub fn mutation_table(mutations: &[Mutation]) -> String {
    let mut text = String::new();
    let mut routine = "";
    for mutation in mutations {
        if mutation.routine != routine {
            routine = mutation.routine;
            let _ = writeln!(text, "{routine}");
        }
        let _ = writeln!(text, "  {:<18} {}", mutation.guard.name, mutation.guard.protects);
        let _ = match (&mutation.caught, mutation.reason()) {
            (Some(caught), _) => writeln!(
                text,
                "  {:<18} caught: {} in {} {}, {} steps",
                "",
                caught.property,
                caught.scenario,
                caught.cell,
                caught.steps()
            ),
            (None, Some(reason)) => writeln!(text, "  {:<18} not caught: {reason}", ""),
            (None, None) => writeln!(
                text,
                "  {:<18} SURVIVES: {} cells rely on it, and none shows what for",
                "", mutation.tried
            ),
        };
    }
    text
}
