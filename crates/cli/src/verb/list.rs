//! `list`: the shipped scenarios, the routines, and what steps may call.

use std::fmt::Write as _;

use clap::Args;
use pmdrace_litmus::steps::FUNCTIONS;
use pmdrace_mm::routine::Registry;
use pmdrace_report::counted;
use pmdrace_scenario::Catalogue;
use serde_json::json;

use super::show::routine;
use super::wrapped;
use crate::exit::{Exit, Failure};
use crate::output::print;
use crate::source;

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Print the list as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// List the functions that the steps of a CPU may call, beside the primitives of litmus tests.
    #[arg(long, conflicts_with = "json")]
    pub(crate) steps: bool,
    /// List the routines that a CPU of a scenario may run, with their arguments and guards.
    #[arg(long, conflicts_with_all = ["json", "steps"])]
    pub(crate) routines: bool,
}

pub(crate) fn run(args: &List, catalogue: &Catalogue) -> Result<Exit, Failure> {
    if args.steps {
        print(&functions())?;
        return Ok(Exit::AsExpected);
    }
    if args.routines {
        print(&routines(catalogue.routines()))?;
        return Ok(Exit::AsExpected);
    }
    let loaded = source::load_all(catalogue, &[])?;
    if args.json {
        let list: Vec<_> = loaded
            .iter()
            .map(|l| {
                json!({
                    "name": l.scenario.name(),
                    "title": l.scenario.title(),
                    "tags": l.scenario.tags(),
                    "variants": l.scenario.variants().map(|(name, _)| name).collect::<Vec<_>>(),
                    "architectures":
                        l.scenario.architectures().iter().map(|a| a.name()).collect::<Vec<_>>(),
                    "cells": l.scenario.cells(None).len(),
                })
            })
            .collect();
        print(&format!("{:#}\n", json!(list)))?;
        return Ok(Exit::AsExpected);
    }
    let mut text = String::new();
    for loaded in &loaded {
        let scenario = &loaded.scenario;
        let variants: Vec<&str> = scenario.variants().map(|(name, _)| name).collect();
        let _ = writeln!(text, "{}", scenario.name());
        let _ = writeln!(text, "    {}", scenario.title());
        let cells = counted(scenario.cells(None).len(), "cell");
        wrapped(&mut text, 4, &format!("{cells}; variants {}", variants.join(", ")));
        if !scenario.tags().is_empty() {
            wrapped(&mut text, 4, &format!("tags {}", scenario.tags().join(", ")));
        }
    }
    let _ = writeln!(text, "next: pmdrace show NAME, or pmdrace check NAME");
    print(&text)?;
    Ok(Exit::AsExpected)
}

/// The routines, by name.
fn routines(routines: &Registry) -> String {
    let mut text = String::new();
    for spec in routines.iter() {
        routine(&mut text, spec);
        for arg in spec.args {
            wrapped(&mut text, 8, &format!("argument {}: {}", arg.name, arg.about));
        }
    }
    text
}

/// What steps may call, with what it takes.
fn functions() -> String {
    let mut text = String::new();
    for function in FUNCTIONS {
        let call = function.usage();
        match function.about {
            "" => text += &call,
            about => {
                let _ = write!(text, "{call:<31} {about}");
            }
        }
        text.push('\n');
    }
    text
}
