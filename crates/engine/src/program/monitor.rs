//! The judgement of a step, computed once per history instead of once per state.
//!
//! Most properties and goals concern one step of one CPU, or what that CPU did before: its history determines
//! them. The rest is left to the search: which folios the words of a walk mapped since, which windows of
//! other CPUs are open, what a store overwrites.

use pmdrace_mm::property::violates;
use pmdrace_mm::{
    Answer, Call, Event, Exists, FolioId, Goal, Location, LockId, Locks, Meaning, Model, Note, Op,
    Property, SyncOp, Term, Word, limits,
};

use super::tree::Tree;
use crate::occasions::Occasions;

/// The maximum number of folios to watch, and of goals to judge: bits of a byte.
pub(crate) const MAX_JUDGED: usize = limits::GOALS;
/// The maximum number of properties to judge: bits of four bytes.
pub(crate) const MAX_PROPERTIES: usize = limits::PROPERTIES;

/// The state of a CPU that its history determines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Facts {
    /// The windows (goals of reading between two functions) that the CPU has open.
    pub(crate) open: u8,
    /// The entries it has read.
    pub(crate) read: u64,
    /// The folios that the words it read mapped.
    pub(crate) mapped: u64,
    /// Whether the last reference it took is on a folio that had been reallocated.
    pub(crate) took_reused: bool,
    /// The locks that it holds alone: spin locks, and semaphores for writing.
    pub(crate) locks: Locks,
    /// The semaphores it holds for reading, each as often as it does.
    shared: Vec<LockId>,
    /// The number of RCU read sections it is in.
    in_rcu: u32,
    /// The number of sections with interrupts disabled it is in.
    irqs_off: u32,
    /// Whether it gave something up, and whether it goes no further for that: then what it holds means nothing.
    gave_up: bool,
    pub(crate) stopped: bool,
    /// The number of terms of each outcome that it has met.
    terms: Vec<usize>,
    /// The outcomes whose terms about this CPU are all met.
    pub(crate) met: u16,
    /// Of the terms of outcomes that are judged at the end, those about its registers that are met so far.
    pub(crate) holds: Vec<bool>,
}

impl Facts {
    /// The semaphores it holds for reading, as bits.
    pub(crate) fn shared(&self) -> u64 {
        self.shared.iter().fold(0, |bits, sem| bits | 1 << sem.0)
    }

    /// Whether it is in an RCU read section.
    pub(crate) fn in_rcu(&self) -> bool {
        self.in_rcu > 0
    }

    /// Whether its interrupts are disabled.
    pub(crate) fn irqs_off(&self) -> bool {
        self.irqs_off > 0
    }
}

/// An outcome that is judged.
pub(crate) struct Asked<'m> {
    /// The bit of its property, or of its goal.
    pub(crate) property: u32,
    pub(crate) goal: u8,
    pub(crate) exists: &'m Exists,
}

/// The outcomes that are judged, at the end of executions or as CPUs meet their terms. The order in which they do
/// does not matter there: a term that is met stays met, and the last CPU completes the outcome.
pub(crate) fn outcomes(model: &Model, at_the_end: bool) -> Vec<Asked<'_>> {
    let properties = model.properties.iter().enumerate();
    let properties = properties.filter(|(_, property)| **property == Property::NoOutcome);
    let goals = model.goals.iter().enumerate().filter_map(|(index, goal)| match goal {
        Goal::Outcome { exists, .. } => Some(Asked { property: 0, goal: 1 << index, exists }),
        _ => None,
    });
    let property = |index: usize| Asked { property: 1 << index, goal: 0, exists: &model.exists };
    let asked = properties.map(|(index, _)| property(index)).chain(goals);
    let asked = asked.filter(|asked| !asked.exists.terms.is_empty());
    asked.filter(|asked| asked.exists.needs_the_end(model) == at_the_end).collect()
}

/// The judgement of one step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Effect {
    /// The properties it violates, independently of other CPUs.
    pub(crate) violated: u32,
    /// The goals it reaches, independently of other CPUs.
    pub(crate) goals: u8,
    /// The accepted folios that a word of the walk must have mapped since it was read.
    pub(crate) accepts: u8,
    /// The loops it gives up.
    pub(crate) bounds: Vec<&'static str>,
    /// What it contributes to the occasions of the properties.
    pub(crate) occasions: Occasions,
}

/// Judges the steps of one CPU in program order.
pub(crate) struct Judge<'m> {
    model: &'m Model,
    role: usize,
    /// The outcomes that CPUs complete, and the terms of those that are judged at the end.
    outcomes: Vec<&'m Exists>,
    last: Vec<Term>,
}

impl<'m> Judge<'m> {
    pub(crate) fn new(model: &'m Model, role: usize) -> Judge<'m> {
        let of = |at_the_end| outcomes(model, at_the_end).into_iter().map(|asked| asked.exists);
        let last = of(true).flat_map(|exists| exists.terms.iter().copied()).collect();
        Judge { model, role, outcomes: of(false).collect(), last }
    }

    /// The state before the first step.
    pub(crate) fn begin(&self) -> Facts {
        // A register holds 0 before it is assigned.
        let holds = |term: &Term| {
            matches!(term.of, Location::Register(cpu, _) if cpu == self.role) && term.value == 0
        };
        let holds = self.last.iter().map(holds).collect();
        let mut facts = Facts { terms: vec![0; self.outcomes.len()], holds, ..Facts::default() };
        self.count_met(&mut facts);
        facts
    }

    fn count_met(&self, facts: &mut Facts) {
        for (index, exists) in self.outcomes.iter().enumerate() {
            facts.met |= u16::from(facts.terms[index] == exists.terms_of(self.role)) << index;
        }
    }

    /// Processes one operation.
    pub(crate) fn take(&self, op: &Op, facts: &mut Facts, effect: &mut Effect) {
        let event = Event { cpu: self.role, op: op.clone() };
        let held = facts.locks;
        for (index, property) in self.model.properties.iter().enumerate() {
            effect.violated |= u32::from(violates(*property, self.model, &event, held)) << index;
            effect.occasions.add(self.model, index, &event, held);
        }
        match op {
            Op::Read { at, word, .. } => {
                facts.read |= 1 << at.0;
                facts.mapped |= word.maps().map_or(0, |folio| 1 << folio.0);
            }
            Op::Sync(op) => sync(*op, facts),
            Op::Note(Note::Register { .. }) => self.assigned(&event, facts),
            Op::Note(note) => self.note(note, facts, effect),
            _ => {}
        }
    }

    /// A register is assigned.
    fn assigned(&self, event: &Event, facts: &mut Facts) {
        for (index, exists) in self.outcomes.iter().enumerate() {
            facts.terms[index] += usize::from(exists.meets(event).is_some());
        }
        self.count_met(facts);
        for (term, holds) in self.last.iter().zip(&mut facts.holds) {
            *holds = term.is_met_by(event).unwrap_or(*holds);
        }
    }

    fn note(&self, note: &Note, facts: &mut Facts, effect: &mut Effect) {
        for (index, goal) in self.model.goals.iter().enumerate() {
            let bit = 1 << index;
            match (goal, note) {
                (Goal::Accepts { .. }, Note::Accept { .. }) => effect.goals |= bit,
                (Goal::Returns { with, .. }, Note::Return(text)) => {
                    effect.goals |= if text.starts_with(with) { bit } else { 0 };
                }
                (Goal::ReadBetween { enter, .. }, Note::Enter(f)) if f == enter => {
                    facts.open |= bit;
                }
                (Goal::ReadBetween { leave, .. }, Note::Leave(f)) if f == leave => {
                    facts.open &= !bit;
                }
                _ => {}
            }
        }
        match note {
            Note::Accept { folio } => self.accept(*folio, facts, effect),
            Note::Bound(text) => {
                facts.gave_up = true;
                effect.bounds.push(text);
            }
            Note::Stop => facts.stopped = facts.gave_up,
            _ => {}
        }
    }

    fn accept(&self, folio: FolioId, facts: &Facts, effect: &mut Effect) {
        let judged = |property: &Property| *property == Property::NoForeignReference;
        let Some(index) = self.model.properties.iter().position(judged) else { return };
        if facts.took_reused {
            effect.violated |= 1 << index;
        } else if facts.mapped >> folio.0 & 1 == 0 {
            effect.accepts |= 1 << folio.0;
        }
    }
}

/// The judgement of every history of a tree.
pub(crate) struct Judged {
    pub(crate) facts: Vec<Facts>,
    pub(crate) effects: Vec<Effect>,
}

impl Judged {
    /// A routine's operations before its first call count as part of the CPU's first step.
    pub(crate) fn new(model: &Model, tree: &Tree) -> Judged {
        let judge = Judge::new(model, tree.role);
        let mut judged = Judged { facts: Vec::new(), effects: Vec::new() };
        let (mut first_facts, mut first_effect) = (judge.begin(), Effect::default());
        for op in &tree.nodes[0].local {
            judge.take(op, &mut first_facts, &mut first_effect);
        }
        // The only step of an idle CPU takes it from the beginning to its end.
        judged.facts.push(if tree.idle { judge.begin() } else { first_facts.clone() });
        judged.effects.push(Effect::default());
        for node in &tree.nodes[1..] {
            let parent = node.parent.unwrap_or_default();
            let mut facts = match parent {
                0 => first_facts.clone(),
                parent => judged.facts[parent].clone(),
            };
            let mut effect = if parent == 0 { first_effect.clone() } else { Effect::default() };
            match (tree.nodes[parent].call, node.answer) {
                (_, Answer::Test { reused, .. }) => facts.took_reused = reused,
                (Some(Call::Update { .. }), Answer::Word(word)) => {
                    if let Meaning::Count { reused } = word.means() {
                        facts.took_reused = reused;
                    }
                }
                _ => {}
            }
            let call = tree.nodes[parent].call;
            if let Some(op) = call.and_then(|call| op(model, call, node.answer, node.stored)) {
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

/// Applies a primitive to the state of the CPU that uses it.
fn sync(op: SyncOp, facts: &mut Facts) {
    facts.locks = facts.locks.after(op);
    match op {
        SyncOp::DownRead(sem) | SyncOp::Downgrade(sem) => facts.shared.push(sem),
        SyncOp::UpRead(sem) => {
            if let Some(held) = facts.shared.iter().position(|held| *held == sem) {
                facts.shared.remove(held);
            }
        }
        SyncOp::RcuLock => facts.in_rcu += 1,
        SyncOp::RcuUnlock => facts.in_rcu = facts.in_rcu.saturating_sub(1),
        SyncOp::IrqSave => facts.irqs_off += 1,
        SyncOp::IrqRestore => facts.irqs_off = facts.irqs_off.saturating_sub(1),
        _ => {}
    }
}

/// The operation as far as the judge of one CPU needs it.
fn op(model: &Model, call: Call, answer: Answer, stored: Option<Word>) -> Option<Op> {
    match (call, answer) {
        (Call::Read { at, .. } | Call::Await { at, .. }, Answer::Word(word))
            if model.cells[at.0].kind.follows_memory_model() =>
        {
            Some(Op::Read { at, word, from: None })
        }
        (Call::Write { at, word, .. }, _) => Some(Op::Write { at, word }),
        (Call::Xchg { at, word, .. }, Answer::Word(old)) => {
            Some(Op::Rmw { at, old, new: Some(word) })
        }
        (Call::Update { at, .. }, Answer::Word(old)) => Some(Op::Rmw { at, old, new: stored }),
        (Call::Sync(op), _) => Some(Op::Sync(op)),
        _ => None,
    }
}
