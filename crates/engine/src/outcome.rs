//! The result of a search, and the verdict that it allows.

use std::collections::BTreeSet;

use pmdrace_mm::{Event, MemoryModel, limits};
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

use crate::{Effort, Engine, ModificationOrder, Sampled};

/// The verdicts, worst first.
#[derive(
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Debug,
    Display,
    IntoStaticStr,
    Serialize,
    Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Verdict {
    /// The tool or the scenario is at fault: there is no result.
    Error,
    /// An execution violates the property.
    Violated,
    /// The search left executions out and found no violation.
    Inconclusive,
    /// Every execution within the stated bounds was explored; none violates the property.
    Holds,
    /// There is no such case: the kernel lacks it and nothing was explored, or the property is about something
    /// that no execution does.
    NotApplicable,
}

impl Verdict {
    /// The name used in reports and scenarios.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Why a search is incomplete, or cannot be shown to be complete.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, Debug, Display, IntoStaticStr, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Cut {
    /// A routine gave up a loop that the kernel would continue, and the scenario does not accept that bound.
    LoopBound,
    /// `max_executions` was reached.
    MaxExecutions,
    /// `max_time` was reached.
    MaxTime,
    /// It was interrupted.
    Interrupted,
    /// It was asked to stop at the first violation.
    FirstViolation,
    /// Some execution stored to a word more often than loom remembers, so older values went unexplored.
    LoomHistory,
    /// In some execution one CPU's load hid another's from loom's search, so some orders went unexplored.
    LoomHiddenLoad,
    /// In some execution an update, a store or a full barrier came after everything that led to it, as in every
    /// execution of loom, though memory may order it before; those orders went unexplored.
    LoomOrder,
    /// Some CPU waits for a word, and loom cannot suspend a load until there is another store.
    LoomAwait,
    /// Some execution has more branch points than loom was configured for.
    LoomBranches,
    /// Some violation occurs in loom's approximation of tso, but not under TSO.
    LoomTso,
    /// loom explored under rc11, since it does not have the cell's memory model, and nothing exact confirms its
    /// verdict.
    LoomRc11,
    /// `max_states` was reached.
    MaxStates,
    /// `max_memory` was reached.
    MaxMemory,
    /// Some execution deadlocks, which ends loom's search.
    Deadlock,
    /// Every model ended with an error.
    Failed,
    /// The requested number of executions was sampled; there may be others.
    Sampled,
}

impl Cut {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// An execution that violates a property.
#[derive(Clone, Debug)]
pub struct Counterexample {
    /// The recorded steps, in execution order.
    pub events: Vec<Event>,
    /// The modification order.
    pub order: ModificationOrder,
    /// The step that violates the property.
    pub at: usize,
    /// The effort of following it to that step.
    pub effort: Effort,
}

impl Counterexample {
    /// The execution of these steps, which violates a property at step `at`.
    pub fn new(events: Vec<Event>, order: ModificationOrder, at: usize) -> Counterexample {
        let effort = Effort::of(&events, &order, at);
        Counterexample { events, order, at, effort }
    }

    /// Whether it is an execution of `sc`: no read is stale, and every store takes effect in order.
    pub fn is_sc(&self) -> bool {
        self.effort.departures == 0
    }
}

/// The result for one property.
#[derive(Clone, Debug, Default)]
pub struct PropertyOutcome {
    /// The number of violating executions; from an engine that counts states, of violating transitions, or for
    /// what the end of an execution decides (`no-deadlock`, an outcome about memory) of last states.
    pub violating: u64,
    /// The roles that violate it first in some execution.
    pub by: BTreeSet<usize>,
    /// The violating execution that is easiest to follow, by [`Effort`]: from loom among all that it
    /// explored, from the state-space engine among all that there are, from a sample the easiest that a search
    /// of limited size finds. Of equals it is the first.
    pub shortest: Option<Counterexample>,
    /// The limit because of which `shortest` is missing, or may not be the easiest.
    pub shortest_cut: Option<Cut>,
}

/// The amount explored, in the engine's own measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Explored {
    /// Complete executions.
    Executions {
        /// The number of executions.
        all: u64,
        /// The number of them that violate at least one property.
        violating: u64,
    },
    /// States of the whole machine, and transitions between them.
    States {
        /// The number of distinct states.
        states: u64,
        /// The number of transitions.
        transitions: u64,
        /// The number of states without successor: every CPU is done or stuck.
        finals: u64,
    },
}

/// The result of a search.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The amount explored.
    pub explored: Explored,
    /// Why the search is incomplete; None if it is complete.
    pub cut: Option<Cut>,
    /// The preemption bound, if any: executions beyond it were not explored.
    pub max_preemptions: Option<usize>,
    /// The results per property, in the order of the model.
    pub properties: Vec<PropertyOutcome>,
    /// Per goal, in the order of the model: the number of executions (transitions) that reached it.
    pub goals: Vec<u64>,
    /// The loops that some execution gave up although the kernel would continue them.
    pub bounds: BTreeSet<&'static str>,
    /// The texts with which CPUs return, as far as the state-space engine has learned them.
    pub returns: BTreeSet<&'static str>,
    /// The properties, by index, for which a complete search found no occasion to violate them.
    pub not_applicable: BTreeSet<usize>,
    /// How executions were sampled, by an engine that is not exhaustive.
    pub sampled: Option<Sampled>,
}

impl Outcome {
    /// The number of executions, from an engine that counts them.
    pub fn executions(&self) -> Option<u64> {
        match self.explored {
            Explored::Executions { all, .. } => Some(all),
            Explored::States { .. } => None,
        }
    }

    /// The number of violating executions, from an engine that counts them.
    pub fn violating_executions(&self) -> Option<u64> {
        match self.explored {
            Explored::Executions { violating, .. } => Some(violating),
            Explored::States { .. } => None,
        }
    }

    /// Whether a complete search never reached some goal, so that "holds" would be vacuous. A search under a
    /// preemption bound is not complete in that sense.
    pub fn is_vacuous(&self) -> bool {
        self.cut.is_none() && self.max_preemptions.is_none() && self.goals.contains(&0)
    }

    /// The verdict on the property at `index`.
    pub fn verdict(&self, index: usize) -> Verdict {
        if self.properties[index].violating > 0 {
            Verdict::Violated
        } else if self.cut.is_some() || self.max_preemptions.is_some() {
            Verdict::Inconclusive
        } else if self.is_vacuous() {
            Verdict::Error
        } else if self.not_applicable.contains(&index) {
            Verdict::NotApplicable
        } else {
            Verdict::Holds
        }
    }
}

/// Why an engine cannot explore a model.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EngineError {
    /// More CPUs than the engine supports.
    #[error(
        "the model has {threads} CPUs and loom supports at most {limit} threads; \
         remove a CPU or lower the number of walkers"
    )]
    TooManyThreads {
        /// CPUs of the model.
        threads: usize,
        /// The engine's limit.
        limit: usize,
    },
    /// More than the engine supports on any machine.
    #[error("the model has {count} {what} and the engine supports at most {limit}")]
    TooMany {
        /// What is counted, in the plural.
        what: &'static str,
        /// The model's number.
        count: usize,
        /// The engine's limit.
        limit: usize,
    },
    /// A memory model that the engine does not have.
    #[error("{engine} does not have the memory model {memory}; it has {}", engine.models().join(", "))]
    NoModel {
        /// The engine.
        engine: Engine,
        /// The model's memory model.
        memory: MemoryModel,
    },
    /// A counter would leave the range that engines support.
    #[error(
        "a counter leaves the range of {} to {}; lower the scenario's reference counts",
        -limits::COUNT - 1,
        limits::COUNT
    )]
    CounterRange,
    /// A CPU on a host thread waits forever.
    #[error("deadlock: {0}")]
    Deadlock(String),
    /// All outcomes were requested of an engine that samples.
    #[error("{0} samples executions and cannot list the outcomes of all of them; use statespace")]
    NotExhaustive(&'static str),
    /// The engine or a routine panicked.
    #[error("the engine panicked: {0}")]
    Panicked(String),
}
