//! The report document: what `--json` prints, and what worker processes hand back.

use pmdrace_engine::{Engine, EngineError, Explored, Outcome, Verdict};
use pmdrace_mm::Model;
use pmdrace_scenario::{CellKey, Params, Scenario};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case::{Case, cases, compare};
use crate::{About, Record, SamplingResult, Trace};

/// The format of the document.
pub const REPORT_FORMAT: &str = "pmdrace-report/1";

/// The report document of pmdrace: what searches found, and how it compares with what is expected.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Report {
    /// The format of the document; it changes when a program that reads it has to.
    #[cfg_attr(feature = "schema", schemars(extend("const" = REPORT_FORMAT)))]
    pub format: String,
    /// Name and version of the tool.
    pub tool: String,
    /// One per cell and engine, in the order of the scenario; a cell's results stand side by side.
    pub results: Vec<CellResult>,
    /// How many cells of each class.
    pub summary: Summary,
}

/// What one engine found about one cell.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct CellResult {
    /// The scenario's name.
    pub scenario: String,
    /// The variant.
    pub variant: String,
    /// The architecture.
    pub arch: String,
    /// The reader; null where the scenario has none.
    pub reader: Option<String>,
    /// The parameters.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Params"))]
    pub params: Params,
    /// The memory model.
    pub memory: String,
    /// The engine.
    pub engine: String,
    /// The worst verdict of its properties.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["violated", "inconclusive", "holds", "error", "not-applicable"])))]
    pub verdict: String,
    /// Whether every property shows what the scenario expects of it.
    pub as_expected: bool,
    /// Executions explored; null if the search did not come to count, or the engine counts states.
    pub executions: Option<u64>,
    /// States explored; null if the search did not come to count, or the engine counts executions.
    pub states: Option<u64>,
    /// Steps from state to state; null as `states`.
    pub transitions: Option<u64>,
    /// States in which every CPU is done; null as `states`.
    pub final_states: Option<u64>,
    /// Executions that violate at least one property; null as `executions`.
    pub violating_executions: Option<u64>,
    /// What ended the search before it was complete; null: it is complete.
    pub cut_by: Option<String>,
    /// The preemption bound of the search; null: none.
    pub max_preemptions: Option<usize>,
    /// How executions were drawn at random; null: they were explored one after the other.
    pub sampling: Option<SamplingResult>,
    /// How long the search took.
    pub seconds: f64,
    /// Why there is no result; null: there is one.
    pub error: Option<CellError>,
    /// Why the architecture has no such case, with the verdict `not-applicable`; null: it has.
    pub not_applicable: Option<String>,
    /// One per property, predicates first.
    pub properties: Vec<PropertyResult>,
    /// One per goal.
    pub goals: Vec<GoalResult>,
    /// Loops that some execution gave up although the kernel would have gone on with them.
    pub bounds: Vec<String>,
}

/// Why a cell's verdict is error.
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
    /// The scenario: a goal was never reached, so nothing that holds means anything.
    Vacuous,
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
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["violated", "inconclusive", "holds", "error"])))]
    pub verdict: String,
    /// What the scenario expects.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ["violated", "holds"])))]
    pub expected: String,
    /// How many executions violate it; how many transitions, from an engine that counts states.
    pub violating: u64,
    /// The file of its trace; null: none was written.
    pub trace: Option<String>,
    /// The shortest violating execution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub counterexample: Option<Trace>,
    /// The same, as a trace file has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub record: Option<Record>,
}

/// How often a goal was reached.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct GoalResult {
    /// Its name.
    pub name: String,
    /// In how many executions; by how many transitions, from an engine that counts states.
    pub reached: u64,
}

/// How many cells are of each class.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Summary {
    /// Every property as expected.
    pub as_expected: usize,
    /// Some verdict differs from its expectation.
    pub unexpected: usize,
    /// Some property could not be settled, and nothing worse.
    pub inconclusive: usize,
    /// The tool or the scenario is at fault.
    pub errors: usize,
    /// The architecture has no such case.
    pub not_applicable: usize,
}

/// The class of a cell in a [`Summary`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// Every property as expected.
    AsExpected,
    /// Some verdict differs from its expectation.
    Unexpected,
    /// Some property could not be settled, and nothing worse.
    Inconclusive,
    /// The tool or the scenario is at fault.
    Error,
    /// The architecture has no such case.
    NotApplicable,
}

impl CellResult {
    /// The result of a search.
    pub fn new(
        scenario: &Scenario,
        cell: &CellKey,
        engine: Engine,
        model: &Model,
        outcome: &Outcome,
    ) -> CellResult {
        let mut result = Self::blank(scenario, cell, engine);
        match outcome.explored {
            Explored::Executions { all, violating } => {
                result.executions = Some(all);
                result.violating_executions = Some(violating);
            }
            Explored::States { states, transitions, finals } => {
                result.states = Some(states);
                result.transitions = Some(transitions);
                result.final_states = Some(finals);
            }
        }
        result.bounds = outcome.bounds.iter().map(|text| (*text).to_owned()).collect();
        result.cut_by = outcome.cut.map(|cut| cut.name().to_owned());
        result.max_preemptions = outcome.max_preemptions;
        result.sampling = outcome.sampled.map(SamplingResult::from);
        result.goals = model
            .goals
            .iter()
            .zip(&outcome.goals)
            .map(|(goal, reached)| GoalResult { name: goal.name().to_owned(), reached: *reached })
            .collect();
        for (index, property) in result.properties.iter_mut().enumerate() {
            let found = &outcome.properties[index];
            property.verdict = outcome.verdict(index).name().to_owned();
            property.violating = found.violating;
            property.counterexample = found.shortest.as_ref().map(|example| {
                let about = About::Property(index);
                Trace::new(scenario, cell, model, about, example, Some(outcome)).slim()
            });
        }
        if outcome.is_vacuous() {
            let unreached = result.goals.iter().filter(|goal| goal.reached == 0);
            let names: Vec<&str> = unreached.map(|goal| goal.name.as_str()).collect();
            result.error = Some(CellError {
                kind: ErrorKind::Vacuous,
                message: format!(
                    "vacuous: no execution reaches the goal {}, so what holds means nothing",
                    names.join(", ")
                ),
            });
        }
        result.settle();
        result
    }

    /// The result for a case that the architecture does not have: nothing was explored and nothing holds.
    pub fn not_applicable(
        scenario: &Scenario,
        cell: &CellKey,
        engine: Engine,
        reason: &str,
    ) -> CellResult {
        let mut result = Self::blank(scenario, cell, engine);
        result.verdict = "not-applicable".to_owned();
        result.not_applicable = Some(reason.to_owned());
        result.as_expected = true;
        result.properties.clear();
        result
    }

    /// The result of a search that failed.
    pub fn failed(
        scenario: &Scenario,
        cell: &CellKey,
        engine: Engine,
        error: &EngineError,
    ) -> CellResult {
        Self::internal(scenario, cell, engine, error.to_string())
    }

    /// The result of a worker that died or could not be talked to.
    pub fn internal(
        scenario: &Scenario,
        cell: &CellKey,
        engine: Engine,
        message: String,
    ) -> CellResult {
        let mut result = Self::blank(scenario, cell, engine);
        result.error = Some(CellError { kind: ErrorKind::Internal, message });
        result.settle();
        result
    }

    fn blank(scenario: &Scenario, cell: &CellKey, engine: Engine) -> CellResult {
        let property = |property: pmdrace_mm::Property| PropertyResult {
            name: property.name().to_owned(),
            kind: property.kind().name().to_owned(),
            verdict: Verdict::Error.name().to_owned(),
            expected: match scenario.expects_violation(cell, property) {
                true => Verdict::Violated.name().to_owned(),
                false => Verdict::Holds.name().to_owned(),
            },
            violating: 0,
            trace: None,
            counterexample: None,
            record: None,
        };
        CellResult {
            scenario: scenario.name().to_owned(),
            variant: cell.variant.clone(),
            arch: cell.arch.to_owned(),
            reader: cell.reader.clone(),
            params: cell.params.clone(),
            memory: cell.memory.name().to_owned(),
            engine: engine.name().to_owned(),
            verdict: Verdict::Error.name().to_owned(),
            as_expected: false,
            executions: None,
            states: None,
            transitions: None,
            final_states: None,
            violating_executions: None,
            cut_by: None,
            max_preemptions: None,
            sampling: None,
            seconds: 0.0,
            error: None,
            not_applicable: None,
            properties: scenario.properties().into_iter().map(property).collect(),
            goals: Vec::new(),
            bounds: Vec::new(),
        }
    }

    /// Draws verdict and expectation of the cell from its properties, if there is no error.
    pub(crate) fn settle(&mut self) {
        let worst = self.properties.iter().map(PropertyResult::verdict).min();
        let worst = worst.filter(|_| self.error.is_none());
        self.verdict = worst.unwrap_or(Verdict::Error).name().to_owned();
        self.as_expected = self.class() == Class::AsExpected;
    }

    /// The result as reports for programs have it.
    pub(crate) fn without_traces(&self) -> CellResult {
        let mut result = self.clone();
        for property in &mut result.properties {
            (property.counterexample, property.record) = (None, None);
        }
        result
    }

    /// The cell's verdict.
    pub fn verdict(&self) -> Verdict {
        verdict(&self.verdict)
    }

    /// The class it counts as.
    pub fn class(&self) -> Class {
        let settled = |p: &&PropertyResult| p.verdict() != Verdict::Inconclusive;
        if self.not_applicable.is_some() {
            Class::NotApplicable
        } else if self.error.is_some() {
            Class::Error
        } else if self.properties.iter().filter(settled).any(|p| p.verdict != p.expected) {
            Class::Unexpected
        } else if self.properties.iter().any(|p| p.verdict() == Verdict::Inconclusive) {
            Class::Inconclusive
        } else {
            Class::AsExpected
        }
    }

    /// The cell in words: variant, architecture, reader, parameters, memory model.
    pub fn title(&self) -> String {
        let reader = self.reader.as_deref();
        title(&self.variant, &self.arch, reader, &self.params, &self.memory)
    }
}

/// A cell in words.
pub(crate) fn title(
    variant: &str,
    arch: &str,
    reader: Option<&str>,
    params: &Params,
    memory: &str,
) -> String {
    let params = params.iter().map(|(name, value)| format!("{name}={value}"));
    [variant, arch]
        .into_iter()
        .chain(reader)
        .map(str::to_owned)
        .chain(params)
        .chain([memory.to_owned()])
        .collect::<Vec<_>>()
        .join("  ")
}

impl PropertyResult {
    /// The property's verdict.
    pub fn verdict(&self) -> Verdict {
        verdict(&self.verdict)
    }
}

/// The verdict of this name; a name that is none is an error.
fn verdict(name: &str) -> Verdict {
    [Verdict::Violated, Verdict::Inconclusive, Verdict::Holds]
        .into_iter()
        .find(|verdict| verdict.name() == name)
        .unwrap_or(Verdict::Error)
}

impl Report {
    /// The document of these results. Engines that contradict each other about a cell make it an error.
    pub fn new(tool: &str, mut results: Vec<CellResult>) -> Report {
        compare(&mut results);
        let mut summary = Summary::default();
        for case in cases(&results) {
            *match case.class() {
                Class::AsExpected => &mut summary.as_expected,
                Class::Unexpected => &mut summary.unexpected,
                Class::Inconclusive => &mut summary.inconclusive,
                Class::Error => &mut summary.errors,
                Class::NotApplicable => &mut summary.not_applicable,
            } += 1;
        }
        Report { format: REPORT_FORMAT.to_owned(), tool: tool.to_owned(), results, summary }
    }

    /// The document as `--json` prints it: counterexamples are in the trace files.
    pub fn without_traces(&self) -> Report {
        let results = self.results.iter().map(CellResult::without_traces).collect();
        Report {
            format: self.format.clone(),
            tool: self.tool.clone(),
            results,
            summary: self.summary,
        }
    }

    /// The cells with the results of all engines.
    pub fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        cases(&self.results)
    }

    /// Per cell, the result that speaks for it.
    pub fn cells(&self) -> impl Iterator<Item = &CellResult> {
        self.cases().map(Case::result)
    }

    /// The options that draw the same executions once more, if they were drawn at random.
    pub fn sampling_options(&self) -> Option<String> {
        let sampling = self.results.iter().find_map(|result| result.sampling.as_ref())?;
        let mut counts: Vec<u64> = self.results.iter().filter_map(|r| r.executions).collect();
        counts.dedup();
        // Where time ended some searches earlier than others, no number is right for all.
        Some(sampling.options(counts.first().copied().filter(|_| counts.len() == 1)))
    }

    /// How many cells violate something and are expected to.
    pub(crate) fn violated_as_expected(&self) -> usize {
        let violated = |result: &&CellResult| {
            result.verdict() == Verdict::Violated && result.class() == Class::AsExpected
        };
        self.cells().filter(violated).count()
    }
}
