//! An execution as a graph for Graphviz: events of each CPU in program order (po), reads-from (rf), coherence (co)
//! and from-reads (fr).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pmdrace_engine::Counterexample;
use pmdrace_mm::{Event, Model, Op};

use crate::model::trace::relations::{self, Edge, RelationName};
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
    for Edge { name, at, from, to } in relations::edges(example) {
        let style = match name {
            RelationName::Rf => "color=red",
            RelationName::Co => "color=blue, style=dashed",
            RelationName::Fr => "color=darkorange, style=dotted",
        };
        // Initial values are nodes of their own.
        let from = from.map_or_else(|| format!("init{}", at.0), |from| format!("e{from}"));
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

/// A string quoted for Graphviz.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
