//! What a search found, and the verdict that may be drawn from it.

use std::collections::BTreeSet;

use pmdrace_mm::Event;
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

use crate::{ModificationOrder, Sampled};

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
    /// The tool or the scenario is at fault: nothing can be said.
    Error,
    /// An execution violates the property.
    Violated,
    /// The search ended before it was complete and found no violation.
    Inconclusive,
    /// Every execution within the stated bounds was explored; none violates the property.
    Holds,
    /// The kernel has no such case: nothing was explored.
    NotApplicable,
}

impl Verdict {
    /// The name used in reports and scenarios.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Why a search ended before it was complete, or cannot vouch that it was.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, Debug, Display, IntoStaticStr, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Cut {
    /// `max_executions` was reached.
    MaxExecutions,
    /// `max_time` was reached.
    MaxTime,
    /// Somebody interrupted it.
    Interrupted,
    /// It was asked to stop at the first violation.
    FirstViolation,
    /// Some execution stored to a word more often than loom remembers, so older values went unexplored.
    LoomHistory,
    /// In some execution one CPU's load hid another's from loom's search, so some orders went unexplored.
    LoomHiddenLoad,
    /// Some execution has more branch points than loom was given room for.
    LoomBranches,
    /// Some violation is one that loom's approximation of tso has and TSO has not.
    LoomTso,
    /// `max_states` was reached.
    MaxStates,
    /// `max_memory` was reached.
    MaxMemory,
    /// Nothing was left that runs without an error.
    Failed,
    /// As many executions were drawn at random as were asked for; there may be others.
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
    /// Its recorded steps, in the order they were executed.
    pub events: Vec<Event>,
    /// The order in which the stores to each word count.
    pub order: ModificationOrder,
    /// The step that violates the property.
    pub at: usize,
    /// How many reads return something older than the newest store: only weak memory does that.
    pub stale_reads: usize,
    /// How often the CPU changes from one step to the next.
    pub switches: usize,
}

impl Counterexample {
    /// The execution of these steps, which violates a property at step `at`.
    pub fn new(events: Vec<Event>, order: ModificationOrder, at: usize) -> Counterexample {
        let (stale_reads, switches) = (stale_reads(&events, &order), switches(&events));
        Counterexample { events, order, at, stale_reads, switches }
    }
}

/// How often the CPU changes from one step to the next.
pub(crate) fn switches(events: &[Event]) -> usize {
    events.windows(2).filter(|pair| pair[0].cpu != pair[1].cpu).count()
}

/// Reads that return something older than the newest store to their word.
pub(crate) fn stale_reads(events: &[Event], order: &ModificationOrder) -> usize {
    (0..events.len()).filter(|index| order.newer_than_read(events, *index).is_some()).count()
}

/// What was found about one property.
#[derive(Clone, Debug, Default)]
pub struct PropertyOutcome {
    /// How many executions violate it; how many transitions, from an engine that counts states.
    pub violating: u64,
    /// The roles that violate it first in some execution.
    pub by: BTreeSet<usize>,
    /// The violating execution that is easiest to follow. From loom: fewest stale reads, then fewest
    /// switches, then fewest steps to the violation, then the first one found. From the state-space
    /// engine: fewest steps, then fewest switches, then the first one in canonical order. From a sample: fewest
    /// steps that do not take the newest, then fewest switches, then fewest steps, then the first one.
    pub shortest: Option<Counterexample>,
}

/// How much was explored, in the engine's own measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Explored {
    /// Executions from beginning to end.
    Executions {
        /// How many.
        all: u64,
        /// How many of them violate at least one property.
        violating: u64,
    },
    /// States of the whole machine, and steps between them.
    States {
        /// How many different states.
        states: u64,
        /// How many steps from one to another.
        transitions: u64,
        /// How many of the states have no successor: every CPU is done.
        finals: u64,
    },
}

/// What a search found.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How much was explored.
    pub explored: Explored,
    /// Why the search is not complete; None: it is.
    pub cut: Option<Cut>,
    /// The preemption bound it ran under, if any: "holds" then holds only up to that bound.
    pub max_preemptions: Option<usize>,
    /// In the order of the model's properties.
    pub properties: Vec<PropertyOutcome>,
    /// In the order of the model's goals: how many executions (transitions) reached each.
    pub goals: Vec<u64>,
    /// The loops that some execution gave up although the kernel would have gone on with them.
    pub bounds: BTreeSet<&'static str>,
    /// How executions were drawn, by an engine that does not explore all there are.
    pub sampled: Option<Sampled>,
}

impl Outcome {
    /// How many executions were explored, from an engine that counts them.
    pub fn executions(&self) -> Option<u64> {
        match self.explored {
            Explored::Executions { all, .. } => Some(all),
            Explored::States { .. } => None,
        }
    }

    /// How many of the executions violate a property, from an engine that counts them.
    pub fn violating_executions(&self) -> Option<u64> {
        match self.explored {
            Explored::Executions { violating, .. } => Some(violating),
            Explored::States { .. } => None,
        }
    }

    /// Whether some goal was never reached by a search that is complete: "holds" would be empty talk. A
    /// search under a preemption bound is not complete in that sense.
    pub fn is_vacuous(&self) -> bool {
        self.cut.is_none() && self.max_preemptions.is_none() && self.goals.contains(&0)
    }

    /// The verdict on the property at `index`.
    pub fn verdict(&self, index: usize) -> Verdict {
        if self.properties[index].violating > 0 {
            Verdict::Violated
        } else if self.cut.is_some() || (self.max_preemptions.is_some() && self.goals.contains(&0))
        {
            Verdict::Inconclusive
        } else if self.is_vacuous() {
            Verdict::Error
        } else {
            Verdict::Holds
        }
    }
}

/// Why an engine cannot explore a model.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EngineError {
    /// More CPUs than the engine can run.
    #[error(
        "the model has {threads} CPUs and loom takes at most {limit} threads; \
         remove a CPU or lower the number of walkers"
    )]
    TooManyThreads {
        /// CPUs of the model.
        threads: usize,
        /// What the engine takes.
        limit: usize,
    },
    /// More than the engine has room for, whatever the machine.
    #[error("the model has {count} {what} and the engine takes at most {limit}")]
    TooMany {
        /// Of what, in the plural.
        what: &'static str,
        /// How many the model has.
        count: usize,
        /// What the engine takes.
        limit: usize,
    },
    /// A counter has a value that the engine has no room for.
    #[error("a counter is {count}; the engine counts from -{limit} to {limit}")]
    CounterRange {
        /// The value.
        count: i64,
        /// What the engine takes.
        limit: i64,
    },
    /// Some execution ends with a CPU waiting for ever, or with a lock held.
    #[error("deadlock: {0}")]
    Deadlock(String),
    /// A question about every execution to an engine that draws some.
    #[error(
        "{0} draws executions at random and cannot tell what all of them end with; ask statespace"
    )]
    NotExhaustive(&'static str),
    /// The engine or a routine panicked.
    #[error("the engine panicked: {0}")]
    Panicked(String),
}
