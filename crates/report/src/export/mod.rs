//! Formats of other tools: a herd7 litmus test, a Graphviz graph, a ShiViz log.

mod dot;
mod identifiers;
mod litmus;
mod shiviz;

pub use dot::dot;
pub use litmus::{DoesNotFit, litmus};
pub use shiviz::shiviz;
