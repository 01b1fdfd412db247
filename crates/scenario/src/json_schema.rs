//! The JSON schema of scenario files, generated from the types that read them.

use pmdrace_pgtable::MemoryModel;
use schemars::JsonSchema;

use crate::cell::OWN_MEMORY;
use crate::schema::Document;

/// The value of a routine's argument: a name, a switch, a list of steps or guards, or steps as one text.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only its shape is used")]
pub(crate) enum Argument {
    /// A name defined in the state, one of the words that the argument takes, or the steps of a CPU.
    Name(String),
    /// A switch.
    Switch(bool),
    /// The steps of a CPU, or in `without` the disabled guards.
    List(Vec<String>),
}

/// The JSON schema of scenario files, for completion and checking in editors. Names of routines, properties
/// and architectures are also checked when a file is read.
///
/// # Errors
/// When the schema cannot be written as JSON.
pub fn scenario_schema() -> Result<String, serde_json::Error> {
    let settings = schemars::generate::SchemaSettings::draft07();
    let mut schema = settings.into_generator().into_root_schema_for::<Document>();
    let names = |names: Vec<&str>| serde_json::json!({ "type": "string", "enum": names });
    let properties = pmdrace_mm::Property::ALL.map(pmdrace_mm::Property::name).to_vec();
    let shipped = pmdrace_mm::routine::Registry::shipped();
    let routines: Vec<&str> = shipped.iter().map(|routine| routine.name).collect();
    let memories =
        MemoryModel::ALL.into_iter().map(MemoryModel::name).chain([OWN_MEMORY]).collect();
    let mut fill = |pointer: &str, value: serde_json::Value| {
        if let Some(place) = schema.pointer_mut(pointer) {
            *place = value;
        }
    };
    fill("/properties/properties/items", names(properties));
    fill("/properties/readers/items", names(routines.clone()));
    fill("/properties/memory/items", names(memories));
    fill("/definitions/Cpu/properties/routine", names(routines));
    fill("/definitions/Expect/properties/verdict", names(vec!["holds", "violated"]));
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}
