//! Turns the outcome of a search into its result in the report document.

use pmdrace_engine::{Engine, EngineError, Explored, Outcome, Verdict};
use pmdrace_mm::occasion::occasions;
use pmdrace_mm::{Goal, Model, Property};
use pmdrace_scenario::{CellKey, Scenario};

use crate::{
    About, CellError, CellResult, ErrorKind, GoalResult, PropertyResult, SamplingResult, Trace,
};

/// Why a complete search proves nothing: the goals that it does not reach, and how CPUs return if that is asked.
fn vacuous(model: &Model, outcome: &Outcome) -> CellError {
    let goals = model.goals.iter().zip(&outcome.goals);
    let unreached: Vec<&Goal> = goals.filter(|(_, reached)| **reached == 0).map(|g| g.0).collect();
    let names: Vec<&str> = unreached.iter().map(|goal| goal.name()).collect();
    let mut message = format!(
        "vacuous: no execution reaches the goal {}, so what holds means nothing",
        names.join(", ")
    );
    let asks = |goal: &&Goal| matches!(goal, Goal::Returns { .. });
    if unreached.iter().any(asks) && !outcome.returns.is_empty() {
        let returns: Vec<String> = outcome.returns.iter().map(|r| format!("\"{r}\"")).collect();
        message += &format!("; CPUs return {}", returns.join(", "));
    }
    CellError { kind: ErrorKind::Vacuous, message }
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
        result.cut_by = outcome.cut;
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
            property.verdict = outcome.verdict(index);
            if property.verdict == Verdict::NotApplicable {
                property.reason = Some(occasions(model.properties[index]).1.to_owned());
            }
            if [Verdict::NotApplicable, Verdict::Holds].contains(&property.verdict) {
                property.up_to.clone_from(&result.bounds);
            }
            property.violating = found.violating;
            property.trace_cut_by = found.shortest_cut;
            property.counterexample = found.shortest.as_ref().map(|example| {
                let about = About::Property(index);
                Trace::new(scenario, cell, model, about, example, Some(outcome)).slim()
            });
        }
        if outcome.is_vacuous() {
            result.error = Some(vacuous(model, outcome));
        }
        result.settle();
        result
    }

    /// The result of a cell that is not applicable: nothing was explored and nothing holds.
    pub fn not_applicable(
        scenario: &Scenario,
        cell: &CellKey,
        engine: Engine,
        reason: &str,
    ) -> CellResult {
        let mut result = Self::blank(scenario, cell, engine);
        result.verdict = Verdict::NotApplicable;
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
        let kind = match error {
            EngineError::CounterRange => ErrorKind::Scenario,
            _ => ErrorKind::Internal,
        };
        Self::fails(scenario, cell, engine, CellError { kind, message: error.to_string() })
    }

    /// The result of a worker that died or did not answer.
    pub fn internal(
        scenario: &Scenario,
        cell: &CellKey,
        engine: Engine,
        message: String,
    ) -> CellResult {
        Self::fails(scenario, cell, engine, CellError { kind: ErrorKind::Internal, message })
    }

    fn fails(scenario: &Scenario, cell: &CellKey, engine: Engine, error: CellError) -> CellResult {
        let mut result = Self::blank(scenario, cell, engine);
        result.error = Some(error);
        result.settle();
        result
    }

    fn blank(scenario: &Scenario, cell: &CellKey, engine: Engine) -> CellResult {
        let property = |property: Property| PropertyResult {
            name: property.name().to_owned(),
            kind: property.kind().name().to_owned(),
            verdict: Verdict::Error,
            reason: None,
            up_to: Vec::new(),
            expected: expected(scenario, cell, property),
            violating: 0,
            trace: None,
            trace_cut_by: None,
            counterexample: None,
            record: None,
        };
        CellResult {
            scenario: scenario.name().to_owned(),
            cell: cell.clone(),
            engine,
            verdict: Verdict::Error,
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
            source: None,
            properties: scenario.properties().into_iter().map(property).collect(),
            goals: Vec::new(),
            bounds: Vec::new(),
        }
    }
}

/// The verdict that a scenario expects of an exhaustive search.
pub(crate) fn expected(scenario: &Scenario, cell: &CellKey, property: Property) -> Verdict {
    match scenario.expects_violation(cell, property) {
        true => Verdict::Violated,
        false => Verdict::Holds,
    }
}
