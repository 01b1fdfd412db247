//! Scenario files: what they may say, and where.

mod applies;
mod builds;
mod fixes;
mod lines;
mod names;
mod outcomes;
mod sizes;
mod small;
mod text;
