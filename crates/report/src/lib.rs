//! Outcomes and events to people and machines.
//!
//! [`CellResult`] is what one search showed, in the form of the report document; [`Trace`] is a
//! counterexample a person can read; [`Golden`] is what a committed run showed. Renderers are pure
//! functions to text. Nothing here explores a model, reads a file or prints.

mod case;
mod catalogue;
pub mod contract;
pub mod decode;
pub mod export;
mod fields;
mod finding;
mod golden;
mod grid;
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
mod schema;
mod stress;
mod stress_text;
mod style;
mod summary;
mod trace;

pub use case::Case;
pub use catalogue::catalogue_page;
pub use fields::Bits;
pub use golden::{Drift, Golden, GoldenCell};
pub use html::{html, trace_page};
pub use jsonl::{jsonl_last, jsonl_result};
pub use junit::junit;
pub use markdown::markdown;
pub use matrix::{OVERVIEW_LEGEND, matrix, overview};
pub use mutation::{Caught, Mutation, mutation_table};
pub use record::{Record, RecordError, Shows, TRACE_FORMAT, digest};
pub use result::{
    CellError, CellResult, Class, ErrorKind, GoalResult, PropertyResult, REPORT_FORMAT, Report,
    Summary,
};
pub use run::{Run, ScenarioFile, ScenarioFiles, interrupted};
pub use sampling::SamplingResult;
pub use sarif::sarif;
pub use schema::{report_schema, stress_schema};
pub use stress::{
    Coverage, CpuEnd, Possible, STRESS_FORMAT, StressGoal, StressOutcome, StressProperty,
    StressReport, StressResult,
};
pub use stress_text::{stress_details, stress_table};
pub use style::verdict_word;
pub use summary::{cell_details, totals};
pub use trace::{
    About, Held, Lanes, Mark, Row, Step, StepKind, Trace, TracedWord, Value, lines, listing,
    step_number, trace_text,
};
