//! A path through the state space, replayed as the events of an execution.
//!
//! A path consists only of CPUs and choices. Replaying it with the trees restores what the routines did and
//! noted, and a history per word restores which store each read returned. After the violation the execution
//! continues to its end, the violating CPU first, to show the consequences.

use std::collections::BTreeMap;
use std::ops::Range;

use pmdrace_mm::{Addr, Answer, Call, CellKind, CountOp, Event, Model, Op, Property, SyncOp, Word};

use super::{deadlock, ended};
use crate::memory::{Choice, FLUSH, KEPT, Machine, Promised, Step};
use crate::{Counterexample, ModificationOrder};

/// One step of a path: a CPU, and which of its possible steps.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Move {
    pub(super) slot: u8,
    pub(super) choice: Choice,
}

/// The target of a path.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Target {
    /// The violation of a property.
    Property(usize),
    /// A goal.
    Goal(usize),
    /// A state in which some CPU is stuck, which violates the property at this index.
    Stuck(usize),
}

impl Target {
    /// The violation of the property at `index`.
    pub(super) fn violation(model: &Model, index: usize) -> Target {
        match model.properties[index] {
            Property::NoDeadlock => Target::Stuck(index),
            _ => Target::Property(index),
        }
    }

    /// Whether a step hits it, which leads to this state.
    pub(super) fn is_hit_by<M: Machine>(self, machine: &M, step: Step, next: &M::State) -> bool {
        match self {
            Target::Property(_) | Target::Goal(_) if self.is_an_end(machine) => {
                self.is_among(ended::met(machine, next))
            }
            Target::Property(_) | Target::Goal(_) => self.is_among((step.violated, step.goals)),
            Target::Stuck(_) => deadlock::stuck(machine, next) != 0,
        }
    }

    /// Whether only the end of an execution hits it.
    fn is_an_end<M: Machine>(self, machine: &M) -> bool {
        matches!(self, Target::Stuck(_)) || self.is_among(machine.frame().judged_at_the_end())
    }

    /// Whether it is one of these properties and goals.
    fn is_among(self, (properties, goals): (u32, u8)) -> bool {
        match self {
            Target::Property(index) | Target::Stuck(index) => properties >> index & 1 != 0,
            Target::Goal(index) => goals >> index & 1 != 0,
        }
    }
}

/// A store, in memory or buffered.
#[derive(Clone, Copy)]
struct Stored {
    word: Word,
    /// None for the initial value.
    event: Option<usize>,
}

/// A call that was executed ahead of earlier ones of its CPU.
#[derive(Clone)]
struct Ahead {
    answer: Answer,
    events: Range<usize>,
}

/// An entry of a store buffer.
#[derive(Clone)]
enum Waiting {
    Store(Addr, Stored),
    Unlock(SyncOp),
}

pub(super) struct Recorder<'a, M> {
    machine: &'a M,
    /// Per CPU, its history and whether it has begun.
    nodes: Vec<usize>,
    begun: Vec<bool>,
    /// Per cell, its stores in modification order.
    memory: Vec<Vec<Stored>>,
    buffers: Vec<Vec<Waiting>>,
    /// Per CPU, what its calls from the next one on were answered, where they were executed ahead.
    windows: Vec<Vec<Option<Ahead>>>,
    /// Per CPU, the stores that it has promised, each with the word before it.
    promises: Vec<Vec<(Stored, Word)>>,
    /// The events of all stores that were promised, and of all steps that were executed ahead.
    early: BTreeMap<usize, Option<usize>>,
    events: Vec<Event>,
}

impl<M> Clone for Recorder<'_, M> {
    fn clone(&self) -> Self {
        Recorder {
            machine: self.machine,
            nodes: self.nodes.clone(),
            begun: self.begun.clone(),
            memory: self.memory.clone(),
            buffers: self.buffers.clone(),
            windows: self.windows.clone(),
            promises: self.promises.clone(),
            early: self.early.clone(),
            events: self.events.clone(),
        }
    }
}

impl<'a, M: Machine> Recorder<'a, M> {
    pub(super) fn new(machine: &'a M) -> Recorder<'a, M> {
        let frame = machine.frame();
        let first = |cell: &pmdrace_mm::Cell| vec![Stored { word: cell.init, event: None }];
        Recorder {
            machine,
            nodes: vec![0; frame.slots.len()],
            begun: vec![false; frame.slots.len()],
            memory: frame.model.cells.iter().map(first).collect(),
            buffers: frame.slots.iter().map(|_| Vec::new()).collect(),
            windows: vec![Vec::new(); frame.slots.len()],
            promises: frame.slots.iter().map(|_| Vec::new()).collect(),
            early: BTreeMap::new(),
            events: Vec::new(),
        }
    }

    /// The events so far.
    pub(super) fn events(&self) -> &[Event] {
        &self.events
    }

    /// The modification order of the stores so far.
    pub(super) fn order(&self) -> ModificationOrder {
        let words = self.memory.iter().enumerate();
        ModificationOrder::of(words.map(|(at, stores)| {
            (Addr(at), stores.iter().filter_map(|stored| stored.event).collect())
        }))
        .with_early(self.early.clone())
    }

    /// What words hold after the stores so far.
    pub(super) fn last_words(&self) -> Vec<Word> {
        let first = self.machine.frame().model.cells.iter().map(|cell| cell.init);
        let last = self.memory.iter().map(|stores| stores.last().map(|stored| stored.word));
        last.zip(first).map(|(last, first)| last.unwrap_or(first)).collect()
    }

    /// The number of stores in a CPU's buffer.
    pub(super) fn waiting(&self, slot: usize) -> usize {
        self.buffers[slot].len()
    }

    /// The execution with these steps, the last of which violates a property or reaches a goal.
    pub(super) fn execution(mut self, path: &[Move], target: Target) -> Counterexample {
        let mut state = self.machine.initial();
        let mut next = state.clone();
        let mut from = 0;
        for (index, made) in path.iter().enumerate() {
            let before = self.events.len();
            self.step(&mut state, &mut next, *made, path.get(index + 1));
            // A store recorded when it entered an empty buffer reaches memory without an event.
            from = if self.events.len() > before { before } else { from };
        }
        let last = path.last().map_or(0, |made| made.slot);
        let mut to = self.events.len();
        self.finish(&mut state, last);
        if target.is_an_end(self.machine) {
            to = self.events.len();
        }
        let model = self.machine.frame().model;
        let judged = match target {
            Target::Property(index) | Target::Stuck(index) => {
                model.judge_with(&self.events, &self.last_words()).violated_at[index]
            }
            Target::Goal(index) => {
                model.goals[index].reached_at(model, &self.events, &self.last_words())
            }
        };
        // What the end decides may have been settled by an earlier step than the last.
        if target.is_an_end(self.machine) {
            from = 0;
        }
        let at = judged.filter(|at| (from..to).contains(at)).unwrap_or(from);
        let order = self.order();
        Counterexample::new(self.events, order, at)
    }

    /// Runs every CPU to its end, this one first, and records who is stuck there.
    pub(super) fn finish(&mut self, state: &mut M::State, prefer: u8) {
        let mut next = state.clone();
        while let Some(made) = self.any_step(state, &mut next, prefer) {
            self.step(state, &mut next, made, None);
        }
        self.end(state);
    }

    /// Records who is stuck in a state, if no CPU can step.
    pub(super) fn end(&mut self, state: &M::State) {
        let stuck = deadlock::stuck(self.machine, state);
        for slot in (0..self.nodes.len()).filter(|slot| stuck >> slot & 1 != 0) {
            self.push(slot, Op::Stuck(deadlock::explain(self.machine, state, slot)));
        }
    }

    /// Some possible step: of this CPU if it has one, otherwise of the first CPU that has.
    pub(super) fn any_step(
        &self,
        state: &M::State,
        next: &mut M::State,
        prefer: u8,
    ) -> Option<Move> {
        let cpus = self.nodes.len() as u8;
        std::iter::once(prefer).chain(0..cpus).find_map(|slot| {
            let mut first = None;
            self.machine.steps(state, usize::from(slot), next, &mut |step, _| {
                if let (Ok(step), None) = (step, first) {
                    first = Some(Move { slot, choice: step.choice });
                }
            });
            first
        })
    }

    /// Takes a step and records it.
    pub(super) fn step(
        &mut self,
        state: &mut M::State,
        next: &mut M::State,
        made: Move,
        then: Option<&Move>,
    ) {
        let slot = usize::from(made.slot);
        let before = self.machine.heads(state)[slot];
        let mut reached = None;
        self.machine.steps(state, slot, next, &mut |step, next| {
            if step.is_ok_and(|step| step.choice == made.choice) {
                reached = Some(next.clone());
            }
        });
        let Some(reached) = reached else { return };
        if let Some(promised) = self.machine.promised(state, slot, made.choice) {
            *state = reached;
            return self.promise(slot, promised);
        }
        let after = self.machine.heads(&reached)[slot];
        *state = reached;
        if made.choice == FLUSH {
            self.flush(slot);
        } else if after.queued && !before.queued {
            if let Some(Call::Sync(SyncOp::DownWrite(sem))) = self.machine.frame().call(before) {
                self.push(slot, Op::Queue(sem));
            }
        } else if made.choice.ahead > 0 {
            self.act_ahead(slot, made.choice);
        } else if after.class != before.class {
            let flushed = then.is_some_and(|then| then.slot == made.slot && then.choice == FLUSH);
            self.act(
                slot,
                usize::from(made.choice.which),
                flushed && self.buffers[slot].is_empty(),
            );
        }
    }

    fn push(&mut self, slot: usize, op: Op) -> usize {
        let cpu = self.machine.frame().slots[slot];
        self.events.push(Event { cpu, op });
        self.events.len() - 1
    }

    /// Records a store where others see it, before its CPU comes to it.
    fn promise(&mut self, slot: usize, Promised { at, value, exclusive }: Promised) {
        let word = self.machine.frame().automata.values.word(at.0, value);
        let old = self.seen(slot, at, 0).word;
        let op = match exclusive {
            true => Op::Rmw { at, old, new: Some(word) },
            false => Op::Write { at, word },
        };
        let event = self.push(slot, op);
        self.early.insert(event, None);
        let stored = Stored { word, event: Some(event) };
        self.memory[at.0].push(stored);
        self.promises[slot].push((stored, old));
    }

    /// A CPU comes to a store that it has promised; returns the word before it.
    fn keep(&mut self, slot: usize, choice: usize) -> Option<Word> {
        let number = choice.checked_sub(usize::from(KEPT))?;
        let known = number < self.promises[slot].len();
        let (stored, old) = known.then(|| self.promises[slot].remove(number))?;
        self.comes_to(stored.event);
        Some(old)
    }

    /// A CPU comes to steps that it has made early.
    fn comes_to(&mut self, steps: impl IntoIterator<Item = usize>) {
        let now = self.events.len();
        self.early.extend(steps.into_iter().map(|event| (event, Some(now))));
    }

    /// Writes the oldest store of a CPU's buffer to memory.
    fn flush(&mut self, slot: usize) {
        if self.buffers[slot].is_empty() {
            return; // recorded when it entered the buffer
        }
        match self.buffers[slot].remove(0) {
            Waiting::Store(at, stored) => {
                let event = self.push(slot, Op::Write { at, word: stored.word });
                self.memory[at.0].push(Stored { event: Some(event), ..stored });
            }
            Waiting::Unlock(op) => {
                self.push(slot, Op::Sync(op));
            }
        }
    }

    /// Executes the next step of a CPU's routine.
    fn act(&mut self, slot: usize, choice: usize, flushed: bool) {
        let group = self.machine.frame().groups[slot];
        let tree = &self.machine.frame().trees[group];
        let node = self.nodes[slot];
        if !std::mem::replace(&mut self.begun[slot], true) {
            self.local(slot, &tree.nodes[0].local);
        }
        let Some(call) = tree.nodes[node].call else { return };
        let kept = self.keep(slot, choice);
        let answer = match kept {
            Some(_) if matches!(call, Call::Write { .. }) => Answer::Done,
            Some(old) => Answer::Word(old),
            None if tree.idle => Answer::Done,
            None => self.call(slot, call, choice, flushed),
        };
        let Some(next) = tree.next(node, answer) else { return };
        if kept.is_none() {
            self.update(slot, call, tree.nodes[next].stored, choice);
        }
        self.advance(slot, next);
        // Past what was executed ahead.
        if !self.windows[slot].is_empty() {
            self.windows[slot].remove(0);
        }
        while let Some(Some(Ahead { answer, events })) = self.windows[slot].first().cloned() {
            self.windows[slot].remove(0);
            self.comes_to(events);
            let Some(next) = tree.next(self.nodes[slot], answer) else { return };
            self.advance(slot, next);
        }
    }

    /// Executes a step ahead of earlier ones of its CPU's routine.
    fn act_ahead(&mut self, slot: usize, choice: Choice) {
        let group = self.machine.frame().groups[slot];
        let tree = &self.machine.frame().trees[group];
        let ahead = usize::from(choice.ahead);
        // Whatever the calls that it passes will be answered, it is the same.
        let mut nodes = vec![self.nodes[slot]];
        for place in 0..ahead {
            let answer = self.windows[slot].get(place).and_then(Option::as_ref);
            let next = nodes.iter().flat_map(|node| &tree.nodes[*node].next);
            let next = next.filter(|(known, _)| answer.is_none_or(|made| made.answer == *known));
            nodes = next.map(|(_, next)| *next).collect();
        }
        let Some(node) = nodes.first().copied() else { return };
        let Some(call) = tree.nodes[node].call else { return };
        let which = usize::from(choice.which);
        let before = self.events.len();
        let answer = self.call(slot, call, which, false);
        let Some(next) = tree.next(node, answer) else { return };
        self.update(slot, call, tree.nodes[next].stored, which);
        let events = before..self.events.len();
        self.early.extend(events.clone().map(|event| (event, None)));
        let window = &mut self.windows[slot];
        if window.len() <= ahead {
            window.resize(ahead + 1, None);
        }
        window[ahead] = Some(Ahead { answer, events });
    }

    /// Records an update, now that its result is known.
    fn update(&mut self, slot: usize, call: Call, stored: Option<Word>, choice: usize) {
        match (call, stored) {
            (Call::Update { at, .. }, Some(new)) => self.exchange(slot, at, new, choice),
            (Call::Update { at, .. }, None) => {
                let old = self.seen(slot, at, choice).word;
                self.push(slot, Op::Rmw { at, old, new: None });
            }
            _ => {}
        }
    }

    /// Moves a CPU's routine on.
    fn advance(&mut self, slot: usize, next: usize) {
        self.nodes[slot] = next;
        let group = self.machine.frame().groups[slot];
        self.local(slot, &self.machine.frame().trees[group].nodes[next].local);
    }

    /// Records a routine's local operations, except notes that nothing is wrong.
    fn local(&mut self, slot: usize, ops: &[Op]) {
        let silent = |op: &&Op| matches!(op, Op::Note(note) if note.is_silent());
        for op in ops.iter().filter(|op| !silent(op)) {
            self.push(slot, op.clone());
        }
    }

    /// Records a call and answers it.
    fn call(&mut self, slot: usize, call: Call, choice: usize, flushed: bool) -> Answer {
        let kinds = &self.machine.frame().kinds;
        let auxiliary = call.at().is_some_and(|at| kinds[at.0] == CellKind::Auxiliary);
        let buffered = self.machine.buffers() && !flushed && !auxiliary;
        match call {
            Call::Read { at, .. } | Call::Await { at, .. } => {
                let stored = self.seen(slot, at, choice);
                let word = stored.word;
                let follows = self.machine.frame().model.cells[at.0].kind.follows_memory_model();
                self.push(
                    slot,
                    match follows {
                        true => Op::Read { at, word, from: stored.event },
                        false => Op::Count { at, word },
                    },
                );
                Answer::Word(word)
            }
            Call::Write { at, word, .. } if buffered => {
                let event = Some(self.push(slot, Op::Buffer { at, word }));
                self.buffers[slot].push(Waiting::Store(at, Stored { word, event }));
                Answer::Done
            }
            Call::Write { at, word, .. } => {
                let event = Some(self.push(slot, Op::Write { at, word }));
                let place = self.memory[at.0].len().saturating_sub(choice);
                self.memory[at.0].insert(place, Stored { word, event });
                Answer::Done
            }
            Call::Xchg { at, word, .. } => {
                let old = self.seen(slot, at, choice).word;
                self.exchange(slot, at, word, choice);
                Answer::Word(old)
            }
            // Recorded once the stored word is known.
            Call::Update { at, .. } => Answer::Word(self.seen(slot, at, choice).word),
            Call::Count { at, op } => self.count(slot, at, op),
            Call::Sync(op @ SyncOp::Unlock(_)) if buffered => {
                self.buffers[slot].push(Waiting::Unlock(op));
                Answer::Done
            }
            Call::Sync(op) => {
                self.push(slot, Op::Sync(op));
                Answer::Done
            }
        }
    }

    /// The store that a read returns: the CPU's own newest one, or the one this far from the newest in
    /// memory.
    fn seen(&self, slot: usize, at: Addr, back: usize) -> Stored {
        let own = self.buffers[slot].iter().rev().find_map(|waiting| match waiting {
            Waiting::Store(to, stored) if *to == at => Some(*stored),
            _ => None,
        });
        let memory = &self.memory[at.0];
        own.unwrap_or(memory[memory.len().saturating_sub(1 + back)])
    }

    fn exchange(&mut self, slot: usize, at: Addr, new: Word, back: usize) {
        let place = self.memory[at.0].len().saturating_sub(back);
        let old = self.seen(slot, at, back).word;
        let event = Some(self.push(slot, Op::Rmw { at, old, new: Some(new) }));
        self.memory[at.0].insert(place, Stored { word: new, event });
    }

    fn count(&mut self, slot: usize, at: Addr, op: CountOp) -> Answer {
        let old = self.seen(slot, at, 0).word;
        let (new, yes) = op.apply(old.bits);
        let new = new.map(|bits| Word::new(bits, old.means()));
        let event = Some(self.push(slot, Op::Rmw { at, old, new }));
        if let Some(word) = new {
            self.memory[at.0].push(Stored { word, event });
        }
        Answer::test(yes, old)
    }
}
