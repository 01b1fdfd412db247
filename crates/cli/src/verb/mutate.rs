//! `mutate`: switch off each guard of the routines in turn and see whether a scenario detects it.

use std::fmt::Write as _;

use clap::Args;
use pmdrace_report::{Mutation, counted, listing, mutation_table};
use pmdrace_scenario::Catalogue;
use serde_json::json;

use crate::exit::{Exit, Failure};
use crate::explore::{MutationError, mutate};
use crate::output::{print, tell};
use crate::source::{self, Loaded};

#[derive(Debug, Args)]
pub(crate) struct Mutate {
    /// Only the guards of this scenario's routines, detected by this scenario alone.
    pub(crate) scenario: Option<String>,
    /// Print the easiest execution that shows why each guard is needed.
    #[arg(long)]
    pub(crate) trace: bool,
    /// Print one JSON document instead.
    #[arg(long)]
    pub(crate) json: bool,
    /// Hide progress.
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

pub(crate) fn run(args: &Mutate, catalogue: &Catalogue) -> Result<Exit, Failure> {
    let asked: Vec<String> = args.scenario.iter().cloned().collect();
    let loaded: Vec<Loaded> = source::load_all(catalogue, &asked)?;
    let scenarios: Vec<_> = loaded.iter().map(|loaded| &loaded.scenario).collect();
    let done = |mutation: &Mutation| {
        if !args.quiet {
            tell(format!("{} without {}", mutation.guard.of, mutation.guard.guard));
        }
    };
    let mutations = mutate(&scenarios, &done).map_err(|error| match error {
        MutationError::Steps { .. } => Failure::usage(error.to_string()),
        _ => Failure::internal(error.to_string()),
    })?;
    if mutations.is_empty() {
        return Err(Failure::nothing(
            "no routine of this scenario has a guard, and no steps have a label",
        ));
    }
    let survivors = mutations.iter().filter(|mutation| mutation.survives()).count();
    if args.json {
        print(&format!("{:#}\n", json!(mutations.iter().map(document).collect::<Vec<_>>())))?;
    } else {
        let caught = mutations.iter().filter(|mutation| mutation.caught.is_some()).count();
        let mut text = mutation_table(&mutations);
        if args.trace {
            mutations.iter().for_each(|mutation| trace(&mut text, mutation));
        }
        let _ = writeln!(
            text,
            "\n{}: {caught} caught, {survivors} survive without a stated reason",
            counted(mutations.len(), "guard")
        );
        print(&text)?;
    }
    Ok(if survivors == 0 { Exit::AsExpected } else { Exit::Unexpected })
}

/// Appends the shortest execution that shows why a guard is needed.
fn trace(text: &mut String, mutation: &Mutation) {
    let Some(caught) = &mutation.caught else { return };
    let (routine, guard) = (&mutation.guard.of, &mutation.guard.guard);
    let _ = writeln!(text, "\n{routine} without {guard}: {} {}", caught.scenario, caught.cell);
    let events = &caught.example.events[..=caught.example.at];
    text.push_str(&listing(&caught.model, events));
    let _ = writeln!(text, "     violates {}", caught.property);
}

fn document(mutation: &Mutation) -> serde_json::Value {
    json!({
        "routine": mutation.guard.of,
        "guard": mutation.guard.guard,
        "protects": mutation.guard.protects,
        "reason": mutation.reason(),
        "cells_tried": mutation.tried,
        "caught": mutation.caught.as_ref().map(|caught| json!({
            "scenario": caught.scenario,
            "cell": caught.cell.to_string(),
            "property": caught.property,
            "steps": caught.steps(),
        })),
    })
}
