//! The data of reports: results, runs, traces and tables.

mod case;
pub(crate) mod fields;
pub(crate) mod finding;
mod golden;
pub(crate) mod grid;
pub(crate) mod hardware;
mod here;
mod litmus;
mod mutation;
mod record;
pub(crate) mod remark;
mod report;
pub(crate) mod result;
pub(crate) mod run;
mod sampling;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod search;
mod source;
pub(crate) mod stress;
pub(crate) mod trace;

pub use case::Case;
pub use fields::Bits;
pub use golden::{Drift, Golden, GoldenCell};
pub use here::Here;
pub use litmus::{LITMUS_FORMAT, LitmusReport, LitmusResult, LitmusTotals};
pub use mutation::{Caught, Mutation};
pub use record::{Record, RecordError, Shows, TRACE_FORMAT, digest};
pub use report::{REPORT_FORMAT, Report, Summary};
pub use result::{CellError, CellResult, Class, ErrorKind, GoalResult, PropertyResult};
pub use run::{Run, ScenarioFile, ScenarioFiles, interrupted};
pub use sampling::SamplingResult;
#[cfg(feature = "schema")]
pub use schema::{litmus_schema, report_schema, stress_schema};
pub use source::{Played, Source};
pub use stress::{
    Coverage, CpuEnd, Possible, STRESS_FORMAT, StressGoal, StressOutcome, StressProperty,
    StressReport, StressResult,
};
pub use trace::{
    About, Held, LaneRow, Lanes, Mark, Relation, RelationName, SourceLine, Step, StepKind, Trace,
    TracedWord, Value, lines, listing, step_number,
};
