//! Outcomes and events to people and machines.
//!
//! [`CellResult`] is what one search showed, in the form of the report document; [`Trace`] is a
//! counterexample a person can read; [`Golden`] is what a committed run showed. Renderers are pure
//! functions to text. Nothing here explores a model, reads a file or prints.

mod case;
pub mod contract;
pub mod decode;
mod describe;
pub mod export;
mod finding;
mod golden;
mod html;
mod jsonl;
mod junit;
mod markdown;
mod matrix;
mod mutation;
mod record;
mod result;
mod run;
mod sampling;
mod sarif;
#[cfg(feature = "schema")]
mod schema;
mod stress;
mod stress_text;
mod style;
mod summary;
mod teller;
mod trace;
mod trace_page;
mod trace_text;
mod why;

pub use case::Case;
pub use golden::{Drift, Golden, GoldenCell};
pub use html::html;
pub use jsonl::{jsonl_last, jsonl_result};
pub use junit::junit;
pub use markdown::markdown;
pub use matrix::{OVERVIEW_LEGEND, matrix, overview};
pub use mutation::{Caught, Mutation, MutationError, mutate, mutation_table};
pub use record::{Difference, Record, RecordError, Replayed, Shows, TRACE_FORMAT, digest, listing};
pub use result::{
    CellError, CellResult, Class, ErrorKind, GoalResult, PropertyResult, REPORT_FORMAT, Report,
    Summary,
};
pub use run::{Run, ScenarioFile, ScenarioFiles};
pub use sampling::SamplingResult;
pub use sarif::sarif;
#[cfg(feature = "schema")]
pub use schema::{report_schema, stress_schema};
pub use stress::{
    Coverage, CpuEnd, Possible, STRESS_FORMAT, StressGoal, StressOutcome, StressProperty,
    StressReport, StressResult,
};
pub use stress_text::{stress_details, stress_table};
pub use style::verdict_word;
pub use summary::{cell_details, totals};
pub use trace::{About, Bits, Mark, Step, Trace, TracedWord, Value};
pub use trace_page::trace_page;
pub use trace_text::trace_text;
