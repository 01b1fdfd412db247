//! How the accesses of an execution relate: reads-from (rf), coherence (co) and from-reads (fr).
//!
//! Graphs and pages draw these edges. Program order (po) is the order of a CPU's own events and needs no list.
//! Coherence is the modification order, which under weak memory need not be the order of the steps.

use std::fmt;

use pmdrace_engine::Counterexample;
use pmdrace_mm::{Addr, Op};
use serde::{Deserialize, Serialize};

use super::{Trace, TracedWord};

/// The name of a relation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RelationName {
    /// Reads-from: from a store to a read that returns it.
    Rf,
    /// Coherence: from a store to the next one to the same word.
    Co,
    /// From-reads: from a read to the next store that overwrites what it returns.
    Fr,
}

impl fmt::Display for RelationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            RelationName::Rf => "rf",
            RelationName::Co => "co",
            RelationName::Fr => "fr",
        })
    }
}

/// One edge between two steps.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Relation {
    /// The relation.
    pub name: RelationName,
    /// The word, as an index into the trace's words.
    pub word: usize,
    /// The step where it begins; 0 for the initial value.
    pub from: usize,
    /// The step where it ends.
    pub to: usize,
}

/// One edge between two events.
pub(crate) struct Edge {
    pub(crate) name: RelationName,
    pub(crate) at: Addr,
    /// The event where it begins; None for the initial value.
    pub(crate) from: Option<usize>,
    /// The event where it ends.
    pub(crate) to: usize,
}

/// The edges of an execution, by the event that they are about.
pub(crate) fn edges(example: &Counterexample) -> Vec<Edge> {
    use RelationName::{Co, Fr, Rf};
    let order = &example.order;
    let mut edges = Vec::new();
    for (index, event) in example.events.iter().enumerate() {
        let mut edge = |name, at, from, to| edges.push(Edge { name, at, from, to });
        match event.op {
            Op::Read { at, from, .. } => {
                edge(Rf, at, from, index);
                if let Some(next) = order.next(at, from) {
                    edge(Fr, at, Some(index), next);
                }
            }
            Op::Write { at, .. } => edge(Co, at, order.previous(at, index), index),
            // An update reads from the store that immediately precedes it in modification order.
            Op::Rmw { at, new: Some(_), .. } => {
                edge(Rf, at, order.previous(at, index), index);
                edge(Co, at, order.previous(at, index), index);
            }
            Op::Rmw { at, new: None, .. } => edge(Rf, at, order.newest(at, index), index),
            _ => {}
        }
    }
    edges
}

/// The same edges between steps. `numbers` has the step number of each event.
pub(crate) fn between_steps(example: &Counterexample, numbers: &[usize]) -> Vec<Relation> {
    let edges = edges(example).into_iter();
    let relation = |Edge { name, at, from, to }| Relation {
        name,
        word: at.0,
        from: from.map_or(0, |from| numbers[from]),
        to: numbers[to],
    };
    edges.map(relation).collect()
}

impl Trace {
    /// The words whose initial value some step reads or overwrites, by index, each with whether the short form shows
    /// such a step.
    pub fn initial(&self) -> Vec<(usize, &TracedWord, bool)> {
        let of = |at: usize| {
            let mut to = self.relations.iter().filter(|edge| edge.from == 0 && edge.word == at);
            let first = to.next()?;
            Some(self.shows(first.to) || to.any(|edge| self.shows(edge.to)))
        };
        let words = self.words.iter().enumerate();
        words.filter_map(|(at, word)| Some((at, word, of(at)?))).collect()
    }
}
