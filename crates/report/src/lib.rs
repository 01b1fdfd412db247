//! Results of searches, traces and tables, for people and for programs.
//!
//! [`CellResult`] is what one search found, in the form of the report document; [`Trace`] is a
//! counterexample that people can read; [`Golden`] is what a committed run found. Renderers are pure
//! functions from such data to text. Nothing here explores a model, reads a file or prints.
//!
//! For a tool that runs searches of its own and wants their results in the forms of `pmdrace`.
//!
//! ```
//! use std::sync::Arc;
//!
//! use pmdrace_engine::{Budget, Engine};
//! use pmdrace_report::{CellResult, Report, cell_details};
//! use pmdrace_scenario::{CATALOGUE, Scenario};
//!
//! let test = CATALOGUE.iter().find(|entry| entry.name == "sb").expect("a shipped test");
//! let scenario = Scenario::parse(test.text).expect("a valid scenario");
//! let cell = &scenario.cells(None)[0];
//! let model = Arc::new(scenario.model(cell).expect("every cell can be built"));
//! let outcome = Engine::Statespace.check(model.clone(), &Budget::unlimited()).expect("a small model");
//!
//! let result = CellResult::new(&scenario, cell, Engine::Statespace, &model, &outcome);
//! let report = Report::new("my-tool 1.0", vec![result]);
//! let text: String = report.cases().map(cell_details).collect();
//! assert!(text.contains("HOLDS"));
//! ```

mod ci;
pub mod contract;
mod counted;
pub mod decode;
pub mod export;
mod html;
mod model;
mod text;

pub use ci::{jsonl_last, jsonl_result, junit, markdown, sarif};
pub use counted::counted;
pub use html::{html, trace_page};
pub use model::{
    About, Bits, Case, Caught, CellError, CellResult, Class, Coverage, CpuEnd, Drift, ErrorKind,
    GoalResult, Golden, GoldenCell, Held, Here, LITMUS_FORMAT, LaneRow, Lanes, LitmusReport,
    LitmusResult, LitmusTotals, Mark, Mutation, Played, Possible, PropertyResult, REPORT_FORMAT,
    Record, RecordError, Relation, RelationName, Report, Run, STRESS_FORMAT, SamplingResult,
    ScenarioFile, ScenarioFiles, Shows, Source, SourceLine, Step, StepKind, StressGoal,
    StressOutcome, StressProperty, StressReport, StressResult, Summary, TRACE_FORMAT, Trace,
    TracedWord, Value, digest, interrupted, lines, listing, step_number,
};
#[cfg(feature = "schema")]
pub use model::{litmus_schema, report_schema, stress_schema};
pub use text::{
    cell_details, here, litmus_details, litmus_table, litmus_totals, matrix, mutation_table,
    overview, overview_legend, stress_details, stress_table, totals, trace_text,
};
