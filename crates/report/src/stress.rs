//! What stress on real threads showed, as data: the document of `stress --json`, and what the text is made of.
//!
//! A verdict here is violated or inconclusive, never holds: the next round may be the one.

use std::collections::BTreeMap;

use pmdrace_engine::hardware::{Seen, Stressed};
use pmdrace_engine::search::{Certainty, Explanation, Permitted};
use pmdrace_engine::{Counterexample, End, EngineError, Final, Finals, Verdict};
use pmdrace_mm::{Model, Property};
use pmdrace_scenario::{CellKey, Params, Scenario};
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::result::title;
use crate::{About, Record, Trace};

/// The format of the document.
pub const STRESS_FORMAT: &str = "pmdrace-stress/1";

/// What a run of `stress` showed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressReport {
    /// The format of this document and its version.
    pub format: String,
    /// The program and its version.
    pub tool: String,
    /// What every random choice of the run followed from.
    pub seed: u64,
    /// How many threads there were to be, at most, unless a model has more CPUs.
    pub threads: usize,
    /// A CPU yielded the processor before one step in so many.
    pub yield_every: Option<u32>,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// Why it ended: `max-time`, `interrupted` or `failed`.
    pub ended_by: String,
    /// The cells that it stressed.
    pub results: Vec<StressResult>,
}

/// What the rounds of one cell showed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressResult {
    /// The scenario's name.
    pub scenario: String,
    /// The variant.
    pub variant: String,
    /// The architecture and era.
    pub arch: String,
    /// The reader, where the scenario has readers.
    pub reader: Option<String>,
    /// The parameters.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::Params"))]
    pub params: Params,
    /// The memory model whose orderings the threads used.
    pub memory: String,
    /// How many CPUs, each a thread.
    pub cpus: usize,
    /// How many rounds.
    pub rounds: u64,
    /// How long they took, in seconds.
    pub seconds: f64,
    /// Rounds that violate some property for certain.
    pub violating_rounds: u64,
    /// `error`, `violated` or `inconclusive`: the worst of the properties'.
    pub verdict: String,
    /// Whether nothing was seen that is not expected.
    pub as_expected: bool,
    /// The properties.
    pub properties: Vec<StressProperty>,
    /// The goals.
    pub goals: Vec<StressGoal>,
    /// How much of what can happen was seen.
    pub coverage: Coverage,
    /// What the routines ended with, the most frequent first.
    pub outcomes: Vec<StressOutcome>,
    /// Rounds that the memory model forbids: the program or the host is at fault.
    pub forbidden_rounds: u64,
    /// Rounds of which nobody can tell what they violate, because too many executions fit.
    pub undecided_rounds: u64,
    /// What went wrong.
    pub error: Option<String>,
}

/// What the rounds showed of one property.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressProperty {
    /// Its name.
    pub name: String,
    /// `predicate`, `consequence` or `outcome`.
    pub kind: String,
    /// `violated` or `inconclusive`.
    pub verdict: String,
    /// The verdict that the scenario's author expects of an exhaustive search.
    pub expected: String,
    /// Rounds that violate it in whatever order the steps were taken.
    pub rounds: u64,
    /// More rounds that may have: some order of steps that fits violates it, and some does not.
    pub possibly: u64,
    /// The first round that violates it for certain, from 1.
    pub first_round: Option<u64>,
    /// How long the rounds up to it took, in seconds.
    pub first_seconds: Option<f64>,
    /// The trace file of an execution that violates it and fits such a round, if need be one that only may have.
    pub trace: Option<String>,
    /// That execution, for people.
    #[serde(skip)]
    pub counterexample: Option<Trace>,
    /// The same, as a trace file has it.
    #[serde(skip)]
    pub record: Option<Record>,
}

/// In how many rounds a goal was or may have been reached.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressGoal {
    /// Its name.
    pub name: String,
    /// How many rounds.
    pub rounds: u64,
}

/// How many different outcomes there are. An outcome is what every CPU observed and what counters end with.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Coverage {
    /// Seen.
    pub seen: u64,
    /// Possible under the memory model; none where an exhaustive search takes too long.
    pub possible: Option<u64>,
    /// Possible on a host whose memory is TSO, if this is one and the memory model is weaker.
    pub possible_on_host: Option<u64>,
}

/// Outcomes in which the routines end with the same.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct StressOutcome {
    /// What, for each CPU.
    pub ends: Vec<CpuEnd>,
    /// In how many rounds.
    pub rounds: u64,
    /// How many different outcomes these are.
    pub seen: u64,
    /// How many of them are possible, where that is known.
    pub possible: Option<u64>,
    /// How many of these rounds violate some property for certain.
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

/// The outcomes that can occur, as far as they are known.
#[derive(Clone, Debug, Default)]
pub struct Possible {
    /// Under the cell's memory model.
    pub all: Option<Finals>,
    /// Under TSO, where the host has that and the cell's memory model is weaker.
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
        let violated = properties.iter().any(|property| property.verdict != INCONCLUSIVE);
        let unexpected = properties.iter().any(|property| {
            property.verdict != INCONCLUSIVE && property.verdict != property.expected
        });
        // Too many executions that fit is no fault; anything else is.
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
            variant: cell.variant.clone(),
            arch: cell.arch.to_owned(),
            reader: cell.reader.clone(),
            params: cell.params.clone(),
            memory: cell.memory.name().to_owned(),
            cpus: model.roles.len(),
            rounds: stressed.rounds,
            seconds: stressed.time.as_secs_f64(),
            violating_rounds: rounds(&Seen::violates),
            verdict: verdict.name().to_owned(),
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
        let reader = self.reader.as_deref();
        title(&self.variant, &self.arch, reader, &self.params, &self.memory)
    }
}

const INCONCLUSIVE: &str = "inconclusive";

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
    // One of a round that violates it for certain, if there is such a round.
    let effort = |(certainty, example): &(Certainty, &Counterexample)| {
        (std::cmp::Reverse(*certainty), example.stale_reads, example.switches, example.at)
    };
    let examples = found.iter().filter_map(|(_, permitted)| {
        Some((permitted.violated[index], permitted.examples[index].as_ref()?))
    });
    let example = examples.min_by_key(effort).map(|(_, example)| example);
    let expected = match scenario.expects_violation(cell, property) {
        true => Verdict::Violated,
        false => Verdict::Holds,
    };
    let verdict = if first.is_none() { Verdict::Inconclusive } else { Verdict::Violated };
    StressProperty {
        name: property.name().to_owned(),
        kind: property.kind().name().to_owned(),
        verdict: verdict.name().to_owned(),
        expected: expected.name().to_owned(),
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

/// Counts the rounds of what meets a condition.
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
