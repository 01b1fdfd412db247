//! Automata: the trees with indistinguishable histories merged.
//!
//! Two histories of one kind of CPU are in one class when the same call follows, the same answers lead to the
//! same steps and classes, and the judge's state is the same. A state of the search stores one class per CPU,
//! so merging keeps the number of states small.

use hashbrown::HashMap;
use pmdrace_mm::{Call, MemoryModel, Model, SyncOp, Word};

use super::Missing;
use super::monitor::Judged;
use super::numbers::{self, STAYS, number, numbered};
use super::stated::{FARTHEST, Stated};
use super::tree::Tree;
use super::values::Values;
use crate::occasions::Occasions;
use crate::{End, EngineError};

/// The transition for an answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Edge {
    /// The answer, as a number.
    pub(crate) answer: u16,
    /// The class it leads to.
    pub(crate) class: u16,
    /// The word that an update stores.
    pub(crate) stored: u16,
    /// See [`Effect`](super::monitor::Effect).
    pub(crate) violated: u32,
    pub(crate) goals: u8,
    pub(crate) accepts: u8,
    /// The index in [`Automata::bounds`] of the loop that it gives up, plus one.
    pub(crate) bound: u8,
}

/// A class of indistinguishable histories.
#[derive(Clone, Debug)]
pub(crate) struct Class {
    /// The next call; None if the routine has ended.
    pub(crate) call: Option<Call<u16>>,
    /// What it depends on, if its routine states that.
    pub(crate) depends: Option<Stated>,
    /// Its edges: where they begin in [`Automata::edges`], and their number.
    first: u32,
    edges: u16,
    /// The answers for which it goes on waiting, by number.
    refused: Vec<u16>,
    /// The kind of CPU.
    pub(crate) group: usize,
    /// The judge's state, as far as it matters later.
    pub(crate) open: u8,
    pub(crate) locks: u64,
    pub(crate) shared: u64,
    pub(crate) irqs_off: bool,
    pub(crate) in_rcu: bool,
    pub(crate) stopped: bool,
    /// The folios that a later acceptance must find mapped since they were read, and the entries read so far
    /// if there is such an acceptance.
    pub(crate) watching: u8,
    pub(crate) read: u64,
    /// The outcomes (see [`super::monitor::outcomes`]) whose terms about this CPU are all met.
    pub(crate) met: u16,
    /// Of a CPU that has ended, or may wait here, the terms of outcomes judged at the end that its registers meet.
    pub(crate) holds: Vec<bool>,
    /// Whether the call may toggle a window, and whether it may accept a folio that must have been mapped.
    pub(crate) toggles: bool,
    pub(crate) accepts: bool,
    /// An upper bound of the remaining steps.
    pub(crate) longest: u32,
}

/// The automata of all kinds of CPUs, in one numbering.
pub(crate) struct Automata {
    pub(crate) classes: Vec<Class>,
    edges: Vec<Edge>,
    /// The initial class of each kind of CPU.
    pub(crate) roots: Vec<u16>,
    /// The histories of each class.
    members: Vec<Vec<usize>>,
    /// The loops that some step gives up.
    pub(crate) bounds: Vec<&'static str>,
    /// The occasions that steps provide, by the index of their edge.
    occasions: Vec<(usize, Occasions)>,
    pub(crate) values: Values,
}

/// How many bounds a search tells apart: bits of eight bytes, but for one.
const MAX_BOUNDS: usize = 63;

/// The key by which histories are merged.
#[derive(PartialEq, Eq, Hash)]
struct Signature {
    group: usize,
    call: Option<Call<u16>>,
    depends: Option<Stated>,
    edges: Vec<Edge>,
    refused: Vec<u16>,
    open: u8,
    locks: u64,
    shared: u64,
    irqs_off: bool,
    in_rcu: bool,
    stopped: bool,
    watching: u8,
    read: u64,
    met: u16,
    holds: Vec<bool>,
    /// The results of a CPU that has ended, where they are kept apart.
    ends: Vec<End>,
    /// Set to keep every history separate.
    node: usize,
}

/// Which histories are merged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Merge {
    /// All that nothing can distinguish any more.
    Alike,
    /// Those of them that lead to the same results.
    SameEnds,
    /// None.
    Nothing,
}

impl Automata {
    /// Merges the trees or, where the CPUs' observations are needed, only numbers them.
    pub(crate) fn new(
        model: &Model,
        trees: &[Tree],
        mut values: Values,
        merge: Merge,
    ) -> Result<Automata, EngineError> {
        let mut automata = Automata {
            classes: Vec::new(),
            edges: Vec::new(),
            roots: Vec::new(),
            members: Vec::new(),
            bounds: Vec::new(),
            occasions: Vec::new(),
            values: values.clone(),
        };
        let mut known: HashMap<Signature, u16> = HashMap::new();
        for (group, tree) in trees.iter().enumerate() {
            let judged = Judged::new(model, tree);
            let mut class_of = vec![0_u16; tree.nodes.len()];
            // Children come after their parents.
            for node in (0..tree.nodes.len()).rev() {
                let signature = automata.signature(
                    (model, group, tree),
                    &judged,
                    node,
                    &class_of,
                    &mut values,
                    merge,
                )?;
                let fresh =
                    u16::try_from(automata.classes.len()).map_err(|_| EngineError::TooMany {
                        what: "different histories",
                        count: automata.classes.len(),
                        limit: usize::from(u16::MAX),
                    })?;
                let class = *known.entry(signature).or_insert_with_key(|signature| {
                    automata.push(model, signature);
                    fresh
                });
                automata.members[usize::from(class)].push(node);
                class_of[node] = class;
                automata.note_occasions(tree, &judged, node, class, &mut values)?;
            }
            automata.roots.push(class_of[0]);
        }
        automata.values = values;
        Ok(automata)
    }

    fn signature(
        &mut self,
        (model, group, tree): (&Model, usize, &Tree),
        judged: &Judged,
        node: usize,
        class_of: &[u16],
        values: &mut Values,
        merge: Merge,
    ) -> Result<Signature, EngineError> {
        let asked = tree.nodes[node].call;
        let call = asked.map(|call| numbered(model, call, values)).transpose()?;
        let depends = tree.nodes[node].depends;
        if depends.is_some_and(Stated::too_far) {
            let (what, limit) = ("calls between a read and what depends on it", FARTHEST - 1);
            return Err(EngineError::TooMany { what, count: FARTHEST, limit });
        }
        let mut edges = Vec::with_capacity(tree.nodes[node].next.len());
        let mut watching = 0;
        for (answer, next) in &tree.nodes[node].next {
            let effect = &judged.effects[*next];
            let class = class_of[*next];
            watching |= effect.accepts | self.classes[usize::from(class)].watching;
            edges.push(Edge {
                answer: number(asked, *answer, values)?,
                class,
                stored: match (asked, tree.nodes[*next].stored) {
                    (Some(Call::Update { at, .. }), Some(word)) => values.intern(at, word)?,
                    (Some(Call::Update { .. }), None) => STAYS,
                    _ => 0,
                },
                violated: effect.violated,
                goals: effect.goals,
                accepts: effect.accepts,
                bound: effect.bounds.first().map_or(0, |text| self.bound(text)),
            });
        }
        edges.sort_by_key(|edge| edge.answer);
        let refused = tree.nodes[node].refused.iter();
        let mut refused =
            refused.map(|answer| number(asked, *answer, values)).collect::<Result<Vec<_>, _>>()?;
        refused.sort_unstable();
        let facts = &judged.facts[node];
        Ok(Signature {
            group,
            call,
            depends,
            edges,
            refused,
            // A CPU begins with its first step: see `Judged`.
            open: if node == 0 { 0 } else { facts.open },
            locks: facts.locks.0,
            shared: facts.shared(),
            irqs_off: facts.irqs_off(),
            in_rcu: facts.in_rcu(),
            stopped: facts.stopped,
            watching,
            read: if watching == 0 { 0 } else { facts.read },
            met: facts.met,
            holds: match asked {
                None | Some(Call::Await { .. }) => facts.holds.clone(),
                Some(Call::Sync(op)) if op.may_wait() => facts.holds.clone(),
                Some(_) => Vec::new(),
            },
            ends: match (merge, asked) {
                (Merge::SameEnds, None) => tree.ends(node),
                _ => Vec::new(),
            },
            node: if merge == Merge::Nothing { node } else { 0 },
        })
    }

    /// Notes the occasions that the steps from a history provide.
    fn note_occasions(
        &mut self,
        tree: &Tree,
        judged: &Judged,
        node: usize,
        class: u16,
        values: &mut Values,
    ) -> Result<(), EngineError> {
        let asked = tree.nodes[node].call;
        for (answer, next) in &tree.nodes[node].next {
            let occasions = &judged.effects[*next].occasions;
            if !occasions.is_empty() {
                let answer = number(asked, *answer, values)?;
                let edge = self.numbered_edges(class).find(|(_, edge)| edge.answer == answer);
                let edge = edge.map(|(index, _)| (index, occasions.clone()));
                self.occasions.extend(edge);
            }
        }
        Ok(())
    }

    /// The number of a bound, from 1 to [`MAX_BOUNDS`]; those beyond share the last.
    fn bound(&mut self, text: &'static str) -> u8 {
        let known = self.bounds.iter().position(|known| *known == text);
        let known = known.unwrap_or_else(|| {
            self.bounds.push(text);
            self.bounds.len() - 1
        });
        (known + 1).min(MAX_BOUNDS) as u8
    }

    fn push(&mut self, model: &Model, signature: &Signature) {
        let target = |edge: &Edge| &self.classes[usize::from(edge.class)];
        let steps = match signature.call {
            None => 0,
            // Into the store buffer, and out of it.
            Some(Call::Write { .. } | Call::Sync(SyncOp::Unlock(_)))
                if model.memory == MemoryModel::Tso =>
            {
                2
            }
            // A promise, and its place in program order.
            Some(Call::Write { .. } | Call::Xchg { .. } | Call::Update { .. })
                if matches!(model.memory, MemoryModel::Armv8 | MemoryModel::Rvwmo) =>
            {
                2
            }
            // A place in the queue first.
            Some(Call::Sync(SyncOp::DownWrite(_))) => 2,
            // Every other CPU in turn, and under `rc11` a barrier first.
            Some(Call::Sync(SyncOp::Ipi(_))) => model.roles.len() as u32,
            // An exchange, and its second barrier.
            Some(Call::Xchg { .. } | Call::Update { .. }) if model.memory == MemoryModel::Lkmm => 2,
            // The same, and under `rc11` a barrier last.
            Some(Call::Sync(SyncOp::GracePeriod)) => {
                model.roles.len() as u32 + u32::from(model.memory.is_relaxed())
            }
            Some(_) => 1,
        };
        let longest = signature.edges.iter().map(|edge| target(edge).longest).max();
        let class = Class {
            call: signature.call,
            depends: signature.depends,
            first: self.edges.len() as u32,
            edges: signature.edges.len() as u16,
            refused: signature.refused.clone(),
            group: signature.group,
            open: signature.open,
            locks: signature.locks,
            shared: signature.shared,
            irqs_off: signature.irqs_off,
            in_rcu: signature.in_rcu,
            stopped: signature.stopped,
            watching: signature.watching,
            read: signature.read,
            met: signature.met,
            holds: signature.holds.clone(),
            toggles: signature.edges.iter().any(|edge| target(edge).open != signature.open),
            accepts: signature.edges.iter().any(|edge| edge.accepts != 0),
            longest: longest.unwrap_or(0) + steps,
        };
        self.edges.extend_from_slice(&signature.edges);
        self.classes.push(class);
        self.members.push(Vec::new());
    }

    /// The class of this number.
    pub(crate) fn class(&self, class: u16) -> &Class {
        &self.classes[usize::from(class)]
    }

    /// The edges of a class, by answer.
    pub(crate) fn edges(&self, class: u16) -> &[Edge] {
        let class = self.class(class);
        &self.edges[class.first as usize..][..usize::from(class.edges)]
    }

    /// The edge of an answer; None if it has not been learned.
    pub(crate) fn edge(&self, class: u16, answer: u16) -> Option<Edge> {
        self.edges(class).iter().find(|edge| edge.answer == answer).copied()
    }

    /// Whether some CPU waits for a word.
    pub(crate) fn waits_for_words(&self) -> bool {
        self.classes.iter().any(|class| matches!(class.call, Some(Call::Await { .. })))
    }

    /// The answers for which a class goes on waiting.
    pub(crate) fn refused(&self, class: u16) -> &[u16] {
        &self.class(class).refused
    }

    /// Whether a class goes on waiting after this answer.
    pub(crate) fn refuses(&self, class: u16, answer: u16) -> bool {
        self.refused(class).contains(&answer)
    }

    /// The edges of a class, each with its index among all edges.
    pub(crate) fn numbered_edges(&self, class: u16) -> impl Iterator<Item = (usize, &Edge)> {
        let first = self.class(class).first as usize;
        self.edges(class).iter().enumerate().map(move |(within, edge)| (first + within, edge))
    }

    /// The number of all edges.
    pub(crate) fn edge_count(&self) -> usize {
        self.edges.len()
    }

    /// Adds the occasions that steps along the edges that were taken provide.
    pub(crate) fn add_occasions(&self, taken: &[bool], all: &mut Occasions) {
        let provided = self.occasions.iter().filter(|(edge, _)| taken[*edge]);
        provided.for_each(|(_, occasions)| all.merge(occasions));
    }

    /// One of the histories of a class; the only one if they are not merged.
    pub(crate) fn history(&self, class: u16) -> usize {
        self.members[usize::from(class)][0]
    }

    /// Learns an answer for every history of a class.
    ///
    /// # Errors
    /// When a routine panics, or a counter leaves its range.
    pub(crate) fn learn(
        &self,
        model: &Model,
        trees: &mut [Tree],
        Missing { class, answer }: Missing,
    ) -> Result<(), EngineError> {
        let call = self.class(class).call;
        if matches!(call, Some(Call::Count { .. })) && answer == numbers::OUT_OF_RANGE {
            return Err(EngineError::CounterRange);
        }
        let answer = numbers::answer(&self.values, call, answer);
        let tree = &mut trees[self.class(class).group];
        self.members[usize::from(class)]
            .iter()
            .try_for_each(|node| tree.learn(model, *node, answer))
    }
}

/// The folio that a word maps, as a bit; 0 for none.
pub(crate) fn maps(word: Word) -> u8 {
    word.maps().map_or(0, |folio| 1 << folio.0)
}
