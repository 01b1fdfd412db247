//! The JSON schemas of the documents, generated from their structs.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::{LitmusReport, Report, StressReport};

/// The schema of the report document, as JSON text.
///
/// # Errors
/// When the schema cannot be written as JSON.
pub fn report_schema() -> Result<String, serde_json::Error> {
    schema_of::<Report>()
}

/// The schema of the document of `stress`, as JSON text.
///
/// # Errors
/// As [`report_schema`].
pub fn stress_schema() -> Result<String, serde_json::Error> {
    schema_of::<StressReport>()
}

/// The schema of the document of `check` about litmus tests, as JSON text.
///
/// # Errors
/// As [`report_schema`].
pub fn litmus_schema() -> Result<String, serde_json::Error> {
    schema_of::<LitmusReport>()
}

fn schema_of<T: JsonSchema>() -> Result<String, serde_json::Error> {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<T>();
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}
