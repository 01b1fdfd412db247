//! What the page's script is given: for each step its text, its cards and its partner in the execution
//! beside, as JSON that cannot end the element it stands in.

use std::collections::HashMap;

use serde::Serialize;

use super::memory::Memory;
use crate::{Mark, Step, Trace};

/// All of it.
#[derive(Serialize)]
struct Data<'t> {
    /// Where the page opens, as an index into the steps.
    start: usize,
    steps: Vec<Told<'t>>,
    /// The steps of the execution beside; they have no cards.
    beside: Vec<Told<'t>>,
}

/// A step.
#[derive(Serialize)]
struct Told<'t> {
    n: usize,
    cpu: usize,
    text: &'t str,
    mark: Mark,
    shown: bool,
    /// The step that it reads from.
    from: Option<usize>,
    /// What it changed, in words.
    changed: Option<String>,
    /// What memory shows after it.
    cards: &'t [usize],
    /// The step of the execution beside that has come as far.
    beside: Option<usize>,
}

/// The data of a page.
pub(super) fn json(
    trace: &Trace,
    beside: Option<&Trace>,
    memory: &Memory<'_>,
    start: usize,
) -> String {
    let partners = beside.map_or_else(Vec::new, |beside| partners(trace, beside));
    let told = trace.steps.iter().enumerate().map(|(index, step)| Told {
        changed: memory.changed(step.number),
        cards: memory.ids(index),
        beside: partners.get(index).copied().flatten(),
        ..plain(step)
    });
    let data = Data {
        start,
        steps: told.collect(),
        beside: beside.map_or_else(Vec::new, |beside| beside.steps.iter().map(plain).collect()),
    };
    serde_json::to_string(&data).unwrap_or_default().replace('<', "\\u003c")
}

fn plain(step: &Step) -> Told<'_> {
    Told {
        n: step.number,
        cpu: step.cpu,
        text: &step.text,
        mark: step.mark,
        shown: step.shown,
        from: step.from.filter(|from| *from > 0),
        changed: None,
        cards: &[],
        beside: None,
    }
}

/// For each step, how far the execution beside has come: its CPU has taken as many turns there, or all that
/// it has.
fn partners(trace: &Trace, beside: &Trace) -> Vec<Option<usize>> {
    let mut turns: HashMap<usize, Vec<usize>> = HashMap::new();
    for step in &beside.steps {
        let of_cpu = turns.entry(step.cpu).or_default();
        match of_cpu.last_mut() {
            // What it finds out without a turn belongs to the turn before.
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
