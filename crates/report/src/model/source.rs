//! [`Source`]: the kernel build whose own C a result is about, and what the result assumes of it.

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kernel build whose own C a result is about.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Source {
    /// The build directory, as it was named.
    pub build: String,
    /// The release of the kernel.
    pub kernel: String,
    /// The compiler, as it names itself.
    pub compiler: String,
    /// What each CPU runs.
    pub cpus: Vec<Played>,
    /// What the result rests on: stubs, constants, capabilities, static keys.
    pub assumptions: Vec<String>,
}

/// What a CPU runs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Played {
    /// The CPU.
    pub cpu: String,
    /// The routine of the scenario.
    pub routine: String,
    /// The kernel function that runs in its place; null if the transcription runs.
    pub kernel: Option<String>,
    /// Why the transcription runs; null if the kernel's C does.
    pub transcription: Option<String>,
    /// Whether that is because the build lacks what could run: then nothing that holds is said of the tree.
    pub lacking: bool,
}
