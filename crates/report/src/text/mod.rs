//! Results, traces and tables for a terminal.

mod cell;
pub(crate) mod grid;
mod here;
mod litmus;
mod matrix;
mod mutation;
mod stress;
pub(crate) mod style;
mod trace;

pub use cell::{cell_details, totals};
pub use here::here;
pub use litmus::{litmus_details, litmus_table, litmus_totals};
pub use matrix::{matrix, overview, overview_legend};
pub use mutation::mutation_table;
pub use stress::{stress_details, stress_table};
pub use trace::trace_text;
