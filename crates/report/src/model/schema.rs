//! The JSON schemas of the documents, generated from their structs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::{Report, StressReport};

/// Describes parameters, whose type belongs to the scenario crate.
pub(crate) type Params = BTreeMap<String, ParamValue>;

/// The value of a parameter.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its shape is used")]
pub(crate) enum ParamValue {
    /// A switch.
    Bool(bool),
    /// A count.
    Count(u64),
}

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

fn schema_of<T: JsonSchema>() -> Result<String, serde_json::Error> {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<T>();
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}
