//! The result of stress on real threads: the document of `stress --json`, which its text is made from as well.
//!
//! A property is violated or inconclusive and never holds: the next round may violate it.

use std::collections::BTreeMap;

use pmdrace_engine::hardware::{Seen, Stressed};
use pmdrace_engine::search::{Certainty, Explanation, Permitted};
use pmdrace_engine::{Counterexample, End, EngineError, Final, Finals, Verdict};
use pmdrace_mm::{Model, Property};
use pmdrace_scenario::{CellKey, Scenario};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::model::result::title;
use crate::model::search::expected;
use crate::{About, Record, Trace};

/// The format of the document.
pub const STRESS_FORMAT: &str = "pmdrace-stress/1";

/// The result of a run of `stress`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressReport {
    /// The format of this document and its version.
    pub format: String,
    /// The program and its version.
    pub tool: String,
    /// The seed of every random choice.
    pub seed: u64,
    /// The maximum number of threads, which a model with more CPUs exceeds.
    pub threads: usize,
    /// Each CPU yielded the processor before one step in this many.
    pub yield_every: Option<u32>,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// Why it ended: `max-time`, `interrupted` or `failed`.
    pub ended_by: String,
    /// The cells that it stressed.
    pub results: Vec<StressResult>,
}

/// The result of the rounds of one cell.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressResult {
    /// The scenario's name.
    pub scenario: String,
    /// The cell; its memory model is the one whose orderings the threads used.
    #[serde(flatten)]
    pub cell: CellKey,
    /// The number of CPUs, each a thread.
    pub cpus: usize,
    /// The number of rounds.
    pub rounds: u64,
    /// How long they took, in seconds.
    pub seconds: f64,
    /// Rounds that certainly violate some property.
    pub violating_rounds: u64,
    /// `error`, `violated` or `inconclusive`: the worst of the properties'.
    pub verdict: Verdict,
    /// Whether nothing unexpected was observed.
    pub as_expected: bool,
    /// The properties.
    pub properties: Vec<StressProperty>,
    /// The goals.
    pub goals: Vec<StressGoal>,
    /// Outcome coverage.
    pub coverage: Coverage,
    /// What the routines ended with, most frequent first.
    pub outcomes: Vec<StressOutcome>,
    /// Rounds that the memory model forbids: a fault of the program or of the host.
    pub forbidden_rounds: u64,
    /// Rounds with too many matching executions to decide what they violate.
    pub undecided_rounds: u64,
    /// What went wrong.
    pub error: Option<String>,
}

/// The result of the rounds for one property.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressProperty {
    /// Its name.
    pub name: String,
    /// `predicate`, `consequence` or `outcome`.
    pub kind: String,
    /// `violated` or `inconclusive`.
    pub verdict: Verdict,
    /// The verdict that the scenario's author expects of an exhaustive search.
    pub expected: Verdict,
    /// Rounds that violate it in every matching order of steps.
    pub rounds: u64,
    /// Rounds that may violate it: some matching orders of steps do, and others do not.
    pub possibly: u64,
    /// The first round that certainly violates it, from 1.
    pub first_round: Option<u64>,
    /// The time until that round, in seconds.
    pub first_seconds: Option<f64>,
    /// The trace file of an execution that violates it and matches a round, preferably one that certainly does.
    pub trace: Option<String>,
    /// That execution.
    #[serde(skip)]
    pub counterexample: Option<Trace>,
    /// The same, as a trace file has it.
    #[serde(skip)]
    pub record: Option<Record>,
}

/// The rounds in which a goal was or may have been reached.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressGoal {
    /// Its name.
    pub name: String,
    /// How many rounds.
    pub rounds: u64,
}

/// Outcome coverage. An outcome is what every CPU observed and the final values of counters.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Coverage {
    /// Seen.
    pub seen: u64,
    /// Possible under the memory model; null if an exhaustive search takes too long.
    pub possible: Option<u64>,
    /// Possible on a TSO host, if this is one and the memory model is weaker.
    pub possible_on_host: Option<u64>,
}

/// Outcomes with the same results of all routines.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressOutcome {
    /// What, for each CPU.
    pub ends: Vec<CpuEnd>,
    /// In how many rounds.
    pub rounds: u64,
    /// The number of different outcomes.
    pub seen: u64,
    /// The number of possible outcomes, if known.
    pub possible: Option<u64>,
    /// The number of these rounds that certainly violate some property.
    pub violating: u64,
    /// Those properties.
    pub violates: Vec<String>,
}

/// What one CPU ends with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct CpuEnd {
    /// The CPU's name.
    pub cpu: String,
    /// What its routine returned, or its registers.
    pub ended: String,
}

/// The possible outcomes, as far as they are known.
#[derive(Clone, Debug, Default)]
pub struct Possible {
    /// Under the cell's memory model.
    pub all: Option<Finals>,
    /// Under TSO, if the host is TSO and the cell's memory model is weaker.
    pub on_host: Option<Finals>,
}

impl Possible {
    fn complete(finals: &Option<Finals>) -> Option<&Finals> {
        finals.as_ref().filter(|finals| finals.cut.is_none())
    }
}

impl StressResult {
    /// The result of the rounds of a cell. `from` is the tool and the scenario's digest.
    pub fn new(
        scenario: &Scenario,
        cell: &CellKey,
        model: &Model,
        stressed: &Stressed,
        possible: &Possible,
        from: (&str, &str),
    ) -> StressResult {
        let properties: Vec<StressProperty> = (0..model.properties.len())
            .map(|index| property(scenario, cell, model, index, &stressed.seen, from))
            .collect();
        let rounds = |counts: &dyn Fn(&Seen) -> bool| -> u64 {
            stressed.seen.iter().filter(|seen| counts(seen)).map(|seen| seen.rounds).sum()
        };
        let forbidden = rounds(&|seen| matches!(seen.explanation, Ok(Explanation::Forbidden)));
        let violated = properties.iter().any(|property| property.verdict != Verdict::Inconclusive);
        let unexpected = properties.iter().any(|property| {
            property.verdict != Verdict::Inconclusive && property.verdict != property.expected
        });
        // Too many matching executions are not a fault; any other error is.
        let too_many = |error: &EngineError| matches!(error, EngineError::TooMany { .. });
        let faults = stressed.seen.iter().filter_map(|seen| seen.explanation.as_ref().err());
        let error = stressed.error.as_ref().or(faults.into_iter().find(|error| !too_many(error)));
        let failed = forbidden > 0 || error.is_some();
        let verdict = match (failed, violated) {
            (true, _) => Verdict::Error,
            (false, true) => Verdict::Violated,
            (false, false) => Verdict::Inconclusive,
        };
        StressResult {
            scenario: scenario.name().to_owned(),
            cell: cell.clone(),
            cpus: model.roles.len(),
            rounds: stressed.rounds,
            seconds: stressed.time.as_secs_f64(),
            violating_rounds: rounds(&Seen::violates),
            verdict,
            as_expected: !failed && !unexpected,
            properties,
            goals: goals(model, &rounds),
            coverage: coverage(stressed, possible),
            outcomes: outcomes(model, stressed, possible),
            forbidden_rounds: forbidden,
            undecided_rounds: rounds(&|seen| seen.explanation.as_ref().is_err_and(too_many)),
            error: error.map(ToString::to_string),
        }
    }

    /// The cell in words.
    pub fn title(&self) -> String {
        title(&self.cell)
    }
}

fn property(
    scenario: &Scenario,
    cell: &CellKey,
    model: &Model,
    index: usize,
    seen: &[Seen],
    (tool, digest): (&str, &str),
) -> StressProperty {
    let property: Property = model.properties[index];
    let found: Vec<(&Seen, &Permitted)> = seen
        .iter()
        .filter_map(|seen| seen.permitted().map(|permitted| (seen, permitted)))
        .filter(|(_, permitted)| permitted.violated[index] != Certainty::No)
        .collect();
    let rounds = |certainty: Certainty| -> u64 {
        let of_it = found.iter().filter(|(_, permitted)| permitted.violated[index] == certainty);
        of_it.map(|(seen, _)| seen.rounds).sum()
    };
    let certain = found.iter().filter(|(_, found)| found.violated[index] == Certainty::Certainly);
    let first = certain.map(|(seen, _)| seen).min_by_key(|seen| seen.first);
    // Prefer one of a round that certainly violates it.
    let effort = |(certainty, example): &(Certainty, &Counterexample)| {
        (std::cmp::Reverse(*certainty), example.effort)
    };
    let examples = found.iter().filter_map(|(_, permitted)| {
        Some((permitted.violated[index], permitted.examples[index].as_ref()?))
    });
    let example = examples.min_by_key(effort).map(|(_, example)| example);
    let verdict = if first.is_none() { Verdict::Inconclusive } else { Verdict::Violated };
    StressProperty {
        name: property.name().to_owned(),
        kind: property.kind().name().to_owned(),
        verdict,
        expected: expected(scenario, cell, property),
        rounds: rounds(Certainty::Certainly),
        possibly: rounds(Certainty::Possibly),
        first_round: first.map(|seen| seen.first),
        first_seconds: first.map(|seen| seen.after.as_secs_f64()),
        trace: None,
        counterexample: example.map(|example| {
            Trace::new(scenario, cell, model, About::Property(index), example, None)
        }),
        record: example.map(|example| {
            let from = (tool, scenario.name(), digest);
            Record::new(model, example, (property.name(), true), from, cell)
        }),
    }
}

/// Counts the rounds that meet a condition.
type Rounds<'r> = dyn Fn(&dyn Fn(&Seen) -> bool) -> u64 + 'r;

fn goals(model: &Model, rounds: &Rounds<'_>) -> Vec<StressGoal> {
    let goal = |(index, goal): (usize, &pmdrace_mm::Goal)| StressGoal {
        name: goal.name().to_owned(),
        rounds: rounds(&|seen| seen.permitted().is_some_and(|found| found.reached[index])),
    };
    model.goals.iter().enumerate().map(goal).collect()
}

fn coverage(stressed: &Stressed, possible: &Possible) -> Coverage {
    let mut ends: Vec<&Final> =
        stressed.seen.iter().filter_map(|seen| seen.permitted().map(|found| &found.ends)).collect();
    ends.sort_unstable();
    ends.dedup();
    let all = Possible::complete(&possible.all);
    let on_host = Possible::complete(&possible.on_host).zip(all);
    Coverage {
        seen: ends.len() as u64,
        possible: all.map(|all| all.set.len() as u64),
        possible_on_host: on_host.map(|(host, all)| host.set.intersection(&all.set).count() as u64),
    }
}

fn outcomes(model: &Model, stressed: &Stressed, possible: &Possible) -> Vec<StressOutcome> {
    type Ends = Vec<Vec<End>>;
    let mut groups: BTreeMap<&Ends, Vec<&Seen>> = BTreeMap::new();
    let mut can: BTreeMap<&Ends, u64> = BTreeMap::new();
    let all = Possible::complete(&possible.all);
    for one in all.iter().flat_map(|all| &all.set) {
        *can.entry(&one.ends).or_default() += 1;
        groups.entry(&one.ends).or_default();
    }
    for seen in &stressed.seen {
        if let Some(permitted) = seen.permitted() {
            groups.entry(&permitted.ends.ends).or_default().push(seen);
        }
    }
    let mut outcomes: Vec<StressOutcome> = groups
        .into_iter()
        .map(|(ends, seen)| {
            let found = || seen.iter().filter_map(|seen| seen.permitted());
            let mut different: Vec<&Final> = found().map(|found| &found.ends).collect();
            different.sort_unstable();
            different.dedup();
            let certain =
                |index: usize| found().any(|found| found.violated[index] == Certainty::Certainly);
            let violates = model.properties.iter().enumerate().filter(|(index, _)| certain(*index));
            let violating = seen.iter().filter(|seen| seen.violates());
            StressOutcome {
                violating: violating.map(|seen| seen.rounds).sum(),
                ends: described(model, ends),
                rounds: seen.iter().map(|seen| seen.rounds).sum(),
                seen: different.len() as u64,
                possible: all.map(|_| can.get(ends).copied().unwrap_or_default()),
                violates: violates.map(|(_, property)| property.name().to_owned()).collect(),
            }
        })
        .collect();
    outcomes.sort_by_key(|outcome| std::cmp::Reverse(outcome.rounds));
    outcomes
}

/// What each CPU ends with, in words; CPUs that end with nothing are left out.
fn described(model: &Model, ends: &[Vec<End>]) -> Vec<CpuEnd> {
    let cpus = model.roles.iter().zip(ends).filter(|(_, ends)| !ends.is_empty());
    let cpus = cpus.map(|(role, ends)| CpuEnd {
        cpu: role.name.clone(),
        ended: ends.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    });
    cpus.collect()
}
