//! Automata: the tries with all histories merged that nobody can tell apart any more.
//!
//! Two histories of one kind of CPU are one class when the same question follows, the same answers lead
//! to the same steps and classes, and the judge knows the same. A class is what a state of the search
//! stores of a CPU, so merging is what keeps states few.

use std::collections::HashMap;

use pmdrace_mm::{Addr, Meaning, MemoryModel, Model, Op, RmwOrder, Word};

use super::effect::{Effect, Facts, Judge};
use super::learn::Trie;
use super::script::{Answer, Call, Order};
use super::values::Values;
use crate::EngineError;

/// A call with its words as numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Do {
    /// The routine has ended.
    Nothing,
    Read {
        at: u8,
        order: Order,
    },
    Write {
        at: u8,
        value: u16,
        release: bool,
    },
    Xchg {
        at: u8,
        value: u16,
        full: bool,
    },
    Update {
        at: u8,
        full: bool,
    },
    AuxRead {
        at: u8,
    },
    AuxUpdate {
        at: u8,
    },
    CountRead {
        at: u8,
    },
    CountAdd {
        at: u8,
        n: u64,
    },
    CountAddUnless {
        at: u8,
        n: u64,
        unless: u64,
    },
    CountSubAndTest {
        at: u8,
        n: u64,
    },
    CountCmpxchg {
        at: u8,
        old: u64,
        new: u64,
    },
    Mb,
    Wmb,
    Rmb,
    /// A spin lock, or a semaphore for writing; semaphores are numbered after the locks.
    Lock(u8),
    Unlock(u8),
    DownRead(u8),
    UpRead(u8),
    UpWrite(u8),
    Downgrade(u8),
    IrqSave,
    IrqRestore,
    Ipi,
    RcuLock,
    RcuUnlock,
    GracePeriod,
}

/// What [`Edge::stored`] is where an update changes nothing.
pub(super) const STAYS: u16 = u16::MAX;

/// What an answer leads to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Edge {
    /// The answer, as a number.
    pub(super) answer: u16,
    /// The class it leads to.
    pub(super) class: u16,
    /// What an update stores.
    pub(super) stored: u16,
    /// See [`Effect`].
    pub(super) violated: u32,
    pub(super) goals: u8,
    pub(super) accepts: u8,
    /// Which of [`Automata::bounds`] it gives up, plus one.
    pub(super) bound: u8,
}

/// Histories that nobody can tell apart.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// What comes next.
    pub(super) op: Do,
    /// Where its edges begin in [`Automata::edges`], and how many there are.
    first: u32,
    edges: u16,
    /// The kind of CPU.
    pub(super) group: usize,
    /// What the judge knows, as far as it matters later.
    pub(super) open: u8,
    pub(super) locks: u64,
    pub(super) shared: u64,
    pub(super) irqs_off: bool,
    pub(super) in_rcu: bool,
    /// The folios that an acceptance ahead must find mapped meanwhile, and the entries read so far if
    /// there is one.
    pub(super) watching: u8,
    pub(super) read: u64,
    /// The outcomes (see [`super::effect::outcomes`]) whose terms about this CPU are all met.
    pub(super) met: u16,
    /// Whether the op may toggle a window, and whether it may accept what must be mapped meanwhile.
    pub(super) toggles: bool,
    pub(super) accepts: bool,
    /// At most this many steps to the end.
    pub(super) longest: u32,
}

/// The automata of every kind of CPU in one numbering.
pub(super) struct Automata {
    pub(super) classes: Vec<Class>,
    edges: Vec<Edge>,
    /// Where each kind of CPU begins.
    pub(super) roots: Vec<u16>,
    /// The histories of each class.
    members: Vec<Vec<usize>>,
    /// The loops that some step gives up.
    pub(super) bounds: Vec<&'static str>,
    pub(super) values: Values,
}

/// Histories are told apart by this.
#[derive(PartialEq, Eq, Hash)]
struct Signature {
    group: usize,
    op: Do,
    edges: Vec<Edge>,
    open: u8,
    locks: u64,
    shared: u64,
    irqs_off: bool,
    in_rcu: bool,
    watching: u8,
    read: u64,
    met: u16,
    /// Set to keep every history apart.
    node: usize,
}

impl Automata {
    /// Merges the tries; or, to see what CPUs observed, only numbers them.
    pub(super) fn new(
        model: &Model,
        tries: &[Trie],
        mut values: Values,
        merge: bool,
    ) -> Result<Automata, EngineError> {
        let mut automata = Automata {
            classes: Vec::new(),
            edges: Vec::new(),
            roots: Vec::new(),
            members: Vec::new(),
            bounds: Vec::new(),
            values: values.clone(),
        };
        let mut known: HashMap<Signature, u16> = HashMap::new();
        for (group, trie) in tries.iter().enumerate() {
            let judged = Judged::new(model, trie);
            let mut class_of = vec![0_u16; trie.nodes.len()];
            // Children come after their parents.
            for node in (0..trie.nodes.len()).rev() {
                let signature = automata.signature(
                    (model, group, trie),
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
                    automata.push(signature);
                    fresh
                });
                automata.members[usize::from(class)].push(node);
                class_of[node] = class;
            }
            automata.roots.push(class_of[0]);
        }
        automata.values = values;
        Ok(automata)
    }

    fn signature(
        &mut self,
        (model, group, trie): (&Model, usize, &Trie),
        judged: &Judged,
        node: usize,
        class_of: &[u16],
        values: &mut Values,
        merge: bool,
    ) -> Result<Signature, EngineError> {
        let op = dense(model, trie.nodes[node].call, values)?;
        let mut edges = Vec::with_capacity(trie.nodes[node].next.len());
        let mut watching = 0;
        for (answer, next) in &trie.nodes[node].next {
            let effect = &judged.effects[*next];
            let class = class_of[*next];
            watching |= effect.accepts | self.classes[usize::from(class)].watching;
            edges.push(Edge {
                answer: number(trie.nodes[node].call, *answer, values)?,
                class,
                stored: match (trie.nodes[node].call, trie.nodes[*next].stored) {
                    (Some(Call::Update { at, .. } | Call::AuxUpdate { at }), Some(word)) => {
                        values.intern(at, word)?
                    }
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
        let facts = &judged.facts[node];
        Ok(Signature {
            group,
            op,
            edges,
            // Before its first step a CPU has not begun: see `Judged`.
            open: if node == 0 { 0 } else { facts.open },
            locks: facts.locks,
            shared: facts.shared,
            irqs_off: facts.irqs_off,
            in_rcu: facts.in_rcu,
            watching,
            read: if watching == 0 { 0 } else { facts.read },
            met: facts.met,
            node: if merge { 0 } else { node },
        })
    }

    fn bound(&mut self, text: &'static str) -> u8 {
        let known = self.bounds.iter().position(|known| *known == text);
        known.unwrap_or_else(|| {
            self.bounds.push(text);
            self.bounds.len() - 1
        }) as u8
            + 1
    }

    fn push(&mut self, signature: &Signature) {
        let target = |edge: &Edge| &self.classes[usize::from(edge.class)];
        let steps = match signature.op {
            Do::Nothing => 0,
            Do::Write { .. } | Do::Unlock(_) => 2,
            Do::Ipi | Do::GracePeriod => 9,
            _ => 1,
        };
        let longest = signature.edges.iter().map(|edge| target(edge).longest).max();
        let class = Class {
            op: signature.op,
            first: self.edges.len() as u32,
            edges: signature.edges.len() as u16,
            group: signature.group,
            open: signature.open,
            locks: signature.locks,
            shared: signature.shared,
            irqs_off: signature.irqs_off,
            in_rcu: signature.in_rcu,
            watching: signature.watching,
            read: signature.read,
            met: signature.met,
            toggles: signature.edges.iter().any(|edge| target(edge).open != signature.open),
            accepts: signature.edges.iter().any(|edge| edge.accepts != 0),
            longest: longest.unwrap_or(0) + steps,
        };
        self.edges.extend_from_slice(&signature.edges);
        self.classes.push(class);
        self.members.push(Vec::new());
    }

    /// What comes next in a class.
    pub(super) fn class(&self, class: u16) -> &Class {
        &self.classes[usize::from(class)]
    }

    /// The edges of a class, by answer.
    pub(super) fn edges(&self, class: u16) -> &[Edge] {
        let class = self.class(class);
        &self.edges[class.first as usize..][..usize::from(class.edges)]
    }

    /// Where an answer leads; None: nobody has seen it yet.
    pub(super) fn edge(&self, class: u16, answer: u16) -> Option<Edge> {
        self.edges(class).iter().find(|edge| edge.answer == answer).copied()
    }

    /// One of the histories of a class; the only one where they are not merged.
    pub(super) fn history(&self, class: u16) -> usize {
        self.members[usize::from(class)][0]
    }

    /// Learns an answer for every history of a class.
    pub(super) fn learn(
        &self,
        model: &Model,
        tries: &mut [Trie],
        (class, answer): (u16, u16),
    ) -> Result<(), EngineError> {
        let answer = self.answer(self.class(class).op, answer);
        let trie = &mut tries[self.class(class).group];
        self.members[usize::from(class)]
            .iter()
            .try_for_each(|node| trie.learn(model, *node, answer))
    }

    /// The answer of this number.
    pub(super) fn answer(&self, op: Do, number: u16) -> Answer {
        match op {
            Do::Read { at, .. }
            | Do::Xchg { at, .. }
            | Do::Update { at, .. }
            | Do::AuxRead { at }
            | Do::AuxUpdate { at }
            | Do::CountRead { at } => Answer::Word(self.values.word(usize::from(at), number)),
            Do::CountAdd { .. }
            | Do::CountAddUnless { .. }
            | Do::CountSubAndTest { .. }
            | Do::CountCmpxchg { .. } => {
                Answer::Test { yes: number & 1 != 0, reused: number & 2 != 0 }
            }
            _ => Answer::Done,
        }
    }
}

/// A call with its words as numbers.
fn dense(model: &Model, call: Option<Call>, values: &mut Values) -> Result<Do, EngineError> {
    let cell = |at: Addr| at.0 as u8;
    let sem = |sem: pmdrace_mm::SemId| (model.locks.len() + sem.0) as u8;
    Ok(match call {
        None => Do::Nothing,
        // Where nothing is reordered but stores, no read orders more than another.
        Some(Call::Read { at, .. }) if model.memory != MemoryModel::Weak => {
            Do::Read { at: cell(at), order: Order::Once }
        }
        Some(Call::Read { at, order }) => Do::Read { at: cell(at), order },
        Some(Call::Write { at, word, release }) => {
            let release = release && model.memory == MemoryModel::Weak;
            Do::Write { at: cell(at), value: values.intern(at, word)?, release }
        }
        Some(Call::CountSet { at, word }) => {
            Do::Write { at: cell(at), value: values.intern(at, word)?, release: false }
        }
        Some(Call::Xchg { at, word, full }) => {
            Do::Xchg { at: cell(at), value: values.intern(at, word)?, full }
        }
        Some(Call::Update { at, order }) => {
            Do::Update { at: cell(at), full: order == RmwOrder::Full }
        }
        Some(Call::AuxRead { at }) => Do::AuxRead { at: cell(at) },
        Some(Call::AuxUpdate { at }) => Do::AuxUpdate { at: cell(at) },
        Some(Call::CountRead { at }) => Do::CountRead { at: cell(at) },
        Some(Call::CountAdd { at, n }) => Do::CountAdd { at: cell(at), n },
        Some(Call::CountAddUnless { at, n, unless }) => {
            Do::CountAddUnless { at: cell(at), n, unless }
        }
        Some(Call::CountSubAndTest { at, n }) => Do::CountSubAndTest { at: cell(at), n },
        Some(Call::CountCmpxchg { at, old, new }) => Do::CountCmpxchg { at: cell(at), old, new },
        Some(Call::Mb) => Do::Mb,
        Some(Call::Wmb) => Do::Wmb,
        Some(Call::Rmb) => Do::Rmb,
        Some(Call::Lock(lock)) => Do::Lock(lock.0 as u8),
        Some(Call::Unlock(lock)) => Do::Unlock(lock.0 as u8),
        Some(Call::DownRead(id)) => Do::DownRead(sem(id)),
        Some(Call::UpRead(id)) => Do::UpRead(sem(id)),
        Some(Call::DownWrite(id)) => Do::Lock(sem(id)),
        Some(Call::UpWrite(id)) => Do::UpWrite(sem(id)),
        Some(Call::Downgrade(id)) => Do::Downgrade(sem(id)),
        Some(Call::IrqSave) => Do::IrqSave,
        Some(Call::IrqRestore) => Do::IrqRestore,
        Some(Call::RcuLock) => Do::RcuLock,
        Some(Call::RcuUnlock) => Do::RcuUnlock,
        Some(Call::GracePeriod) => Do::GracePeriod,
        Some(Call::Ipi) if model.waits_for_cpus() => Do::Ipi,
        Some(Call::Ipi) => Do::Mb,
    })
}

/// An answer as a number.
fn number(call: Option<Call>, answer: Answer, values: &mut Values) -> Result<u16, EngineError> {
    match (call, answer) {
        (
            Some(
                Call::Read { at, .. }
                | Call::Xchg { at, .. }
                | Call::Update { at, .. }
                | Call::AuxRead { at }
                | Call::AuxUpdate { at }
                | Call::CountRead { at },
            ),
            Answer::Word(word),
        ) => values.intern(at, word),
        (_, Answer::Test { yes, reused }) => Ok(test(yes, reused)),
        _ => Ok(0),
    }
}

/// The number of an answer about a counter.
pub(super) fn test(yes: bool, reused: bool) -> u16 {
    u16::from(yes) | u16::from(reused) << 1
}

/// What the judge says of every history of a trie.
struct Judged {
    facts: Vec<Facts>,
    effects: Vec<Effect>,
}

impl Judged {
    /// What a routine does before its first question happens when the CPU takes its first step.
    fn new(model: &Model, trie: &Trie) -> Judged {
        let judge = Judge::new(model, trie.role);
        let mut judged = Judged { facts: Vec::new(), effects: Vec::new() };
        let (mut first_facts, mut first_effect) = (judge.begin(), Effect::default());
        for op in &trie.nodes[0].local {
            judge.take(op, &mut first_facts, &mut first_effect);
        }
        judged.facts.push(first_facts);
        judged.effects.push(Effect::default());
        for node in &trie.nodes[1..] {
            let parent = node.parent.unwrap_or_default();
            let mut facts = judged.facts[parent].clone();
            let mut effect = if parent == 0 { first_effect.clone() } else { Effect::default() };
            match (trie.nodes[parent].call, node.answer) {
                (_, Answer::Test { reused, .. }) => facts.took_reused = reused,
                (Some(Call::Update { .. }), Answer::Word(word)) => {
                    if let Meaning::Count { reused } = word.means() {
                        facts.took_reused = reused;
                    }
                }
                _ => {}
            }
            if let Some(op) = trie.nodes[parent].call.and_then(|call| op(call, node.answer)) {
                judge.take(&op, &mut facts, &mut effect);
            }
            for op in &node.local {
                judge.take(op, &mut facts, &mut effect);
            }
            judged.facts.push(facts);
            judged.effects.push(effect);
        }
        judged
    }
}

/// The operation as far as the judge of one CPU needs it.
fn op(call: Call, answer: Answer) -> Option<Op> {
    match (call, answer) {
        (Call::Read { at, .. }, Answer::Word(word)) => Some(Op::Read { at, word, from: None }),
        (Call::Lock(lock), _) => Some(Op::Lock(lock)),
        (Call::Unlock(lock), _) => Some(Op::Unlock(lock)),
        (Call::DownRead(sem), _) => Some(Op::DownRead(sem)),
        (Call::UpRead(sem), _) => Some(Op::UpRead(sem)),
        (Call::DownWrite(sem), _) => Some(Op::DownWrite(sem)),
        (Call::UpWrite(sem), _) => Some(Op::UpWrite(sem)),
        (Call::Downgrade(sem), _) => Some(Op::Downgrade(sem)),
        (Call::IrqSave, _) => Some(Op::IrqSave),
        (Call::IrqRestore, _) => Some(Op::IrqRestore),
        (Call::RcuLock, _) => Some(Op::RcuLock),
        (Call::RcuUnlock, _) => Some(Op::RcuUnlock),
        _ => None,
    }
}

/// The folio that a word maps, as a bit; 0 for none.
pub(super) fn maps(word: Word) -> u8 {
    word.maps().map_or(0, |folio| 1 << folio.0)
}
