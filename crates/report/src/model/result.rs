//! What one engine found about one cell, as the report document has it.

use pmdrace_engine::{Cut, Engine, Verdict};
use pmdrace_scenario::{CellKey, Params};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Record, SamplingResult, Source, Trace};

/// What one engine found about one cell.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct CellResult {
    /// The scenario's name.
    pub scenario: String,
    /// The cell.
    #[serde(flatten)]
    pub cell: CellKey,
    /// The engine.
    pub engine: Engine,
    /// The worst verdict of its properties.
    pub verdict: Verdict,
    /// Whether every property shows what the scenario expects of it.
    pub as_expected: bool,
    /// Executions explored; null if the search failed or the engine counts states.
    pub executions: Option<u64>,
    /// States explored; null if the search failed or the engine counts executions.
    pub states: Option<u64>,
    /// Transitions between states; null where `states` is.
    pub transitions: Option<u64>,
    /// States in which every CPU is done or stuck; null where `states` is.
    pub final_states: Option<u64>,
    /// Executions that violate at least one property; null where `executions` is.
    pub violating_executions: Option<u64>,
    /// What cut the search short; null if it is complete.
    pub cut_by: Option<Cut>,
    /// The preemption bound of the search, which left out what needs more; null without one.
    pub max_preemptions: Option<usize>,
    /// How executions were drawn at random; null if the search was exhaustive.
    pub sampling: Option<SamplingResult>,
    /// How long the search took.
    pub seconds: f64,
    /// Why there is no result; null if there is one.
    pub error: Option<CellError>,
    /// Why the architecture has no such case, with the verdict `not-applicable`; null if it has.
    pub not_applicable: Option<String>,
    /// The kernel build whose own C the CPUs run; absent where all run transcriptions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// One per property, predicates first.
    pub properties: Vec<PropertyResult>,
    /// One per goal.
    pub goals: Vec<GoalResult>,
    /// Loop bounds that some execution hit: the kernel would have continued, and nothing beyond was explored.
    pub bounds: Vec<String>,
}

/// The error of a cell.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct CellError {
    /// What is at fault.
    pub kind: ErrorKind,
    /// What happened.
    pub message: String,
}

/// What is at fault for an error.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ErrorKind {
    /// The scenario: a goal was never reached, so a property that holds would be vacuous.
    Vacuous,
    /// The scenario: what only running it shows, such as a counter that leaves its range.
    Scenario,
    /// The tool: an engine panicked or a worker process died.
    Internal,
    /// The tool: two engines contradict each other.
    Disagreement,
}

/// What was found about one property of a cell.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct PropertyResult {
    /// Its name.
    pub name: String,
    /// Predicate or consequence.
    pub kind: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// Why nothing can violate it, with the verdict `not-applicable`; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The loop bounds up to which it holds, or does not apply; absent if it rests on none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub up_to: Vec<String>,
    /// What the scenario expects.
    pub expected: Verdict,
    /// The number of violating executions; from an engine that counts states, of violating transitions, or for
    /// `no-deadlock` of final states in which some CPU is stuck.
    pub violating: u64,
    /// The file of its trace; null if none was written.
    pub trace: Option<String>,
    /// The limit because of which a violation has no trace, or perhaps not the easiest; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace_cut_by: Option<Cut>,
    /// The violating execution that is easiest to follow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub counterexample: Option<Trace>,
    /// The same, as a trace file has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub record: Option<Record>,
}

impl PropertyResult {
    /// Whether the verdict is the expected one. A property that does not apply cannot be violated, which is
    /// all that is expected where no violation is.
    pub(crate) fn is_as_expected(&self) -> bool {
        self.verdict == self.expected
            || (self.verdict == Verdict::NotApplicable && self.expected == Verdict::Holds)
    }

    /// What its verdict rests on, if that is worth telling: why it does not apply, and loop bounds.
    pub(crate) fn basis(&self) -> Option<String> {
        let bounds =
            (!self.up_to.is_empty()).then(|| format!("up to the bound: {}", self.up_to.join("; ")));
        let parts: Vec<String> = self.reason.iter().cloned().chain(bounds).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// The result for one goal.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct GoalResult {
    /// Its name.
    pub name: String,
    /// The number of executions that reach it, or of transitions from an engine that counts states.
    pub reached: u64,
}

/// The class of a cell in a [`crate::Summary`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// Every property as expected.
    AsExpected,
    /// Some verdict differs from its expectation.
    Unexpected,
    /// Some verdict is inconclusive, and nothing is worse.
    Inconclusive,
    /// The tool or the scenario is at fault.
    Error,
    /// The architecture has no such case.
    NotApplicable,
}

impl Class {
    /// The word for a class that is not as expected.
    pub fn odd(self) -> Option<&'static str> {
        match self {
            Class::Unexpected => Some("unexpected"),
            Class::Inconclusive => Some("inconclusive"),
            Class::Error => Some("error"),
            Class::AsExpected | Class::NotApplicable => None,
        }
    }
}

impl CellResult {
    /// Derives verdict and expectation of the cell from its properties, unless there is an error.
    pub(crate) fn settle(&mut self) {
        let worst = self.properties.iter().map(|property| property.verdict).min();
        let worst = worst.filter(|_| self.error.is_none());
        self.verdict = worst.unwrap_or(Verdict::Error);
        self.as_expected = self.class() == Class::AsExpected;
    }

    /// The result as machine-readable reports have it.
    pub(crate) fn without_traces(&self) -> CellResult {
        let mut result = self.clone();
        for property in &mut result.properties {
            (property.counterexample, property.record) = (None, None);
        }
        result
    }

    /// The class of the result. A search that was to end at its first violation leaves other properties
    /// unsettled, which nobody asked it to settle: the violations that it found decide.
    pub fn class(&self) -> Class {
        let settled = |p: &&PropertyResult| p.verdict != Verdict::Inconclusive;
        let enough = self.cut_by == Some(Cut::FirstViolation);
        if self.not_applicable.is_some() {
            Class::NotApplicable
        } else if self.error.is_some() {
            Class::Error
        } else if self.properties.iter().filter(settled).any(|p| !p.is_as_expected()) {
            Class::Unexpected
        } else if !enough && self.properties.iter().any(|p| p.verdict == Verdict::Inconclusive) {
            Class::Inconclusive
        } else {
            Class::AsExpected
        }
    }

    /// The cell in words: variant, architecture, reader, parameters, memory model.
    pub fn title(&self) -> String {
        title(&self.cell)
    }
}

/// A cell in words.
pub(crate) fn title(cell: &CellKey) -> String {
    let params = params_text(&cell.params, "  ");
    let reader = cell.reader.as_deref();
    let memory = cell.memory.name();
    let parts =
        [Some(cell.variant.as_str()), Some(&cell.arch), reader, Some(&params), Some(memory)];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("  ")
}

/// Parameters in words.
pub(crate) fn params_text(params: &Params, separator: &str) -> String {
    let params = params.iter().map(|(name, value)| format!("{name}={value}"));
    params.collect::<Vec<_>>().join(separator)
}
