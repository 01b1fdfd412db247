//! What other tools read: a herd7 litmus test, a Graphviz graph, a ShiViz log. Pure functions to text.

mod dot;
mod litmus;
mod shiviz;

pub use dot::dot;
pub use litmus::{DoesNotFit, litmus};
pub use shiviz::shiviz;

use pmdrace_mm::{Event, Model};

use crate::record::steps;
use crate::teller::is_step;

/// A step of an execution, as a trace file has it, without its CPU.
struct Told {
    /// The event.
    index: usize,
    /// The number of the step.
    number: usize,
    /// What it says.
    text: String,
}

/// The steps of an execution.
fn told(model: &Model, events: &[Event]) -> Vec<Told> {
    let indices = (0..events.len()).filter(|index| is_step(&events[*index]));
    let told =
        indices.zip(steps(model, events)).enumerate().map(|(place, (index, (cpu, step)))| {
            let name = model.roles[cpu].name.as_str();
            let text = step.strip_prefix(name).unwrap_or(&step).trim().trim_start_matches("- ");
            Told { index, number: place + 1, text: text.to_owned() }
        });
    told.collect()
}
