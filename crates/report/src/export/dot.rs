//! An execution as a graph for Graphviz: events of each CPU in program order (po), reads-from (rf), coherence (co)
//! and from-reads (fr).
//!
//! Coherence is the modification order, which under weak memory need not be the order of the steps.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pmdrace_engine::Counterexample;
use pmdrace_mm::{Addr, Event, Model, Op};

use crate::model::trace::{describe, steps};

/// Renders an execution as a graph with a title; the violation is marked.
pub fn dot(title: &str, model: &Model, example: &Counterexample) -> String {
    let events = &example.events;
    let mut text = format!("digraph execution {{\n  label={};\n", quoted(title));
    text.push_str("  labelloc=t;\n  node [shape=box, fontname=monospace];\n");
    let labels = labels(model, events);
    for (cpu, role) in model.roles.iter().enumerate() {
        let mut nodes: Vec<usize> =
            shown(example).filter(|index| events[*index].cpu == cpu).collect();
        nodes.sort_by_key(|index| example.order.program_place(*index));
        let _ = writeln!(text, "  subgraph cluster_{cpu} {{\n    label={};", quoted(&role.name));
        for index in &nodes {
            let violation = match *index == example.at {
                true => ", color=red, penwidth=2, xlabel=violation",
                false => "",
            };
            let _ = writeln!(text, "    e{index} [label={}{violation}];", quoted(&labels[index]));
        }
        for pair in nodes.windows(2) {
            let _ = writeln!(text, "    e{} -> e{} [label=po];", pair[0], pair[1]);
        }
        text.push_str("  }\n");
    }
    for (from, to, name) in communication(example) {
        let style = match name {
            "rf" => "color=red",
            "co" => "color=blue, style=dashed",
            _ => "color=darkorange, style=dotted",
        };
        let _ = writeln!(text, "  {from} -> e{to} [label={name}, {style}, constraint=false];");
    }
    for (at, cell) in model.cells.iter().enumerate() {
        if text.contains(&format!(" init{at} ->")) {
            let label = format!("{} = {}", cell.name, describe::bits(cell.kind, cell.init));
            let _ = writeln!(text, "  init{at} [label={}, style=dotted];", quoted(&label));
        }
    }
    text.push_str("}\n");
    text
}

/// The events that are nodes: those that other CPUs can observe, and the violation.
fn shown(example: &Counterexample) -> impl Iterator<Item = usize> + '_ {
    let events = example.events.iter().enumerate();
    let told = move |(index, event): &(usize, &Event)| {
        *index == example.at || !matches!(event.op, Op::Note(_))
    };
    events.filter(told).map(|(index, _)| index)
}

fn labels(model: &Model, events: &[Event]) -> BTreeMap<usize, String> {
    let told = steps::tell(model, events).into_iter().enumerate();
    told.map(|(place, step)| (step.event, format!("{}: {}", place + 1, step.what()))).collect()
}

/// The rf, co and fr edges. Initial values are nodes of their own.
fn communication(example: &Counterexample) -> Vec<(String, usize, &'static str)> {
    let order = &example.order;
    let node = |at: Addr, store: Option<usize>| match store {
        Some(index) => format!("e{index}"),
        None => format!("init{}", at.0),
    };
    let mut edges = Vec::new();
    for (index, event) in example.events.iter().enumerate() {
        match event.op {
            Op::Read { at, from, .. } => {
                edges.push((node(at, from), index, "rf"));
                if let Some(next) = order.next(at, from) {
                    edges.push((format!("e{index}"), next, "fr"));
                }
            }
            Op::Write { at, .. } => edges.push((node(at, order.previous(at, index)), index, "co")),
            // An update reads from the store that immediately precedes it in modification order.
            Op::Rmw { at, new: Some(_), .. } => {
                edges.push((node(at, order.previous(at, index)), index, "rf"));
                edges.push((node(at, order.previous(at, index)), index, "co"));
            }
            Op::Rmw { at, new: None, .. } => {
                edges.push((node(at, order.newest(at, index)), index, "rf"));
            }
            _ => {}
        }
    }
    edges
}

/// A string quoted for Graphviz.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
