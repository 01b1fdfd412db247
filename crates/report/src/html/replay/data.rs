//! The data of the page's script: for each step its text, its cards and the step of the other execution to show
//! with it, and the relations between the steps of each execution, as JSON that cannot close the element around it.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::memory::Memory;
use crate::{Step, Trace};

/// Renders the data of a page.
pub(super) fn json(
    trace: &Trace,
    beside: Option<&Trace>,
    memory: &Memory<'_>,
    start: usize,
) -> String {
    let partners = beside.map_or_else(Vec::new, |beside| partners(trace, beside));
    let steps = trace.steps.iter().enumerate().map(|(index, step)| {
        let mut data = plain(step);
        data["changed"] = memory.changed(step.number).into();
        data["cards"] = memory.ids(index).into();
        data["beside"] = partners.get(index).copied().flatten().into();
        data
    });
    let relations = |trace: &Trace| json!(trace.relations);
    let other = beside.into_iter().flat_map(|beside| &beside.steps).map(plain);
    let data = json!({
        "start": start,
        "steps": steps.collect::<Vec<_>>(),
        "relations": relations(trace),
        "beside": other.collect::<Vec<_>>(),
        "related": beside.map_or_else(|| json!([]), relations),
    });
    data.to_string().replace('<', "\\u003c")
}

/// The data of a step in either execution.
fn plain(step: &Step) -> Value {
    json!({
        "n": step.number,
        "cpu": step.cpu,
        "text": step.text,
        "mark": step.mark,
        "shown": step.shown,
    })
}

/// For each step, the step of the other execution at which its CPU has taken as many turns, or all of its turns.
fn partners(trace: &Trace, beside: &Trace) -> Vec<Option<usize>> {
    let mut turns: HashMap<usize, Vec<usize>> = HashMap::new();
    for step in &beside.steps {
        let of_cpu = turns.entry(step.cpu).or_default();
        match of_cpu.last_mut() {
            // A step that takes no turn belongs to the turn before it.
            Some(last) if !step.kind.is_turn() => *last = step.number,
            _ => of_cpu.push(step.number),
        }
    }
    let mut taken: HashMap<usize, usize> = HashMap::new();
    let partner = |step: &Step| {
        let taken = taken.entry(step.cpu).or_default();
        *taken += usize::from(step.kind.is_turn() || *taken == 0);
        let of_cpu = turns.get(&step.cpu)?;
        of_cpu.get(*taken - 1).or(of_cpu.last()).copied()
    };
    trace.steps.iter().map(partner).collect()
}
