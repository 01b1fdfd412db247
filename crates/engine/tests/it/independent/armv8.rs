//! The Armv8 machine against axioms: every execution graph that the Armv8 model of `pmdrace-axioms` allows, with
//! the instructions that primitives are on arm64.
//!
//! Addresses, data and control depend as the machine says: words that are found through others on every read for
//! whose dependents that is told; a store on a read if with another value of it another store, or none, would
//! follow.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

use pmdrace_axioms::{
    self as axioms, End, Event, Found, Kind, Limits, Loc, Run, Set, Tag, Tags, Value,
};
use pmdrace_engine::Final;
use pmdrace_mm::{Addr, CellKind, Model, Word};

use super::replay::{Answer, Ask, next, observed};

/// A model as the axioms see it.
struct Instructions<'m> {
    model: &'m Model,
    /// The words, by number.
    words: RefCell<Vec<Word>>,
}

/// What locks hold.
const FREE: Value = 0;
const HELD: Value = 1;

/// The events of a thread so far.
#[derive(Default)]
struct Events {
    all: Vec<Event>,
    instruction: u16,
    /// The reads on which addresses depend, and those that a branch was decided by.
    found: Set,
    branched: Set,
}

impl Events {
    fn push(&mut self, event: Event) -> usize {
        let index = self.all.len();
        let instruction = self.instruction;
        self.instruction += 1;
        let ctrl = self.branched;
        self.all.push(Event { instruction, ctrl, pick_ctrl: ctrl, ..event });
        index
    }

    fn fence(&mut self, tag: Tag) {
        self.push(Event::new(Kind::Other, None, 0, tag.into()));
    }
}

fn set(index: usize) -> Set {
    let mut set = Set::EMPTY;
    set.insert(index);
    set
}

impl Instructions<'_> {
    fn number(&self, word: Word) -> Value {
        let mut words = self.words.borrow_mut();
        let known = words.iter().position(|known| *known == word);
        let number = known.unwrap_or(words.len());
        if known.is_none() {
            words.push(word);
        }
        number as Value
    }

    fn word(&self, number: Value) -> Word {
        self.words.borrow()[number as usize]
    }

    fn lock(&self, lock: usize) -> Loc {
        Loc((self.model.cells.len() + lock) as u16)
    }

    fn address(&self, events: &Events, at: Addr) -> Set {
        match self.model.cells[at.0].kind {
            CellKind::Pmd => Set::EMPTY,
            _ => events.found,
        }
    }

    /// The reads on which the ask that follows these answers depends by data, and by control: with another answer
    /// to one of them it would be another.
    fn depends(&self, thread: usize, answers: &[Answer], reads: &[Option<usize>]) -> (Set, Set) {
        let ask = next(self.model, thread, answers).ask;
        let (mut data, mut control) = (Set::EMPTY, Set::EMPTY);
        for (index, answer) in answers.iter().enumerate() {
            let (Answer::Word(word), Some(read)) = (answer, reads[index]) else { continue };
            let mut others = answers.to_vec();
            others[index] = Answer::Word(word.with_bits(u64::from(word.bits == 0)));
            let other = next(self.model, thread, &others).ask;
            match (ask, other) {
                (ask, other) if ask == other => {}
                (Some(Ask::Write { at, .. }), Some(Ask::Write { at: instead, .. }))
                    if at == instead =>
                {
                    data.insert(read);
                }
                _ => control.insert(read),
            }
        }
        (data, control)
    }
}

impl axioms::Program for Instructions<'_> {
    fn threads(&self) -> usize {
        self.model.roles.len()
    }

    fn locations(&self) -> usize {
        self.model.cells.len() + self.model.locks.len()
    }

    fn initial(&self, at: Loc) -> Value {
        match self.model.cells.get(usize::from(at.0)) {
            Some(cell) => self.number(cell.init),
            None => FREE,
        }
    }

    fn run(&self, thread: usize, answers: &[Value]) -> Run {
        let mut events = Events::default();
        let mut given: Vec<Answer> = Vec::new();
        // Per answer that was given, the event that read it.
        let mut reads: Vec<Option<usize>> = Vec::new();
        let mut answers = answers.iter().copied();
        loop {
            let (data, control) = self.depends(thread, &given, &reads);
            events.branched |= control;
            let Some(ask) = next(self.model, thread, &given).ask else {
                let words = given.iter().map(|answer| match answer {
                    Answer::Word(word) => self.number(*word),
                    _ => 0,
                });
                return Run { events: events.all, end: End::Done(words.collect()) };
            };
            let none = Tags::NONE;
            match ask {
                Ask::Read { at, acquire, depends } => {
                    let tags = if acquire && !depends { Tag::Acquire.into() } else { none };
                    let addr = self.address(&events, at);
                    let read = Event::new(Kind::Read, Some(Loc(at.0 as u16)), 0, tags);
                    let index = events.push(Event { addr, pick_addr: addr, ..read });
                    let Some(value) = answers.next() else {
                        return Run { events: events.all, end: End::Value };
                    };
                    events.all[index].value = value;
                    if depends {
                        events.found |= set(index);
                    }
                    given.push(Answer::Word(self.word(value)));
                    reads.push(Some(index));
                }
                Ask::Write { at, word, release } => {
                    let tags = if release { Tag::Release.into() } else { none };
                    let addr = self.address(&events, at);
                    let (at, value) = (Some(Loc(at.0 as u16)), self.number(word));
                    let write = Event::new(Kind::Write, at, value, tags);
                    events.push(Event { addr, pick_addr: addr, data, pick_data: data, ..write });
                    given.push(Answer::Done);
                    reads.push(None);
                }
                Ask::Xchg { at, word, full } => {
                    let addr = self.address(&events, at);
                    let at = Some(Loc(at.0 as u16));
                    let read = Event::new(Kind::Read, at, 0, none);
                    let index = events.push(Event { addr, pick_addr: addr, ..read });
                    let Some(value) = answers.next() else {
                        return Run { events: events.all, end: End::Value };
                    };
                    events.all[index].value = value;
                    let tags = if full { Tag::Release.into() } else { none };
                    let write = Event::new(Kind::Write, at, self.number(word), tags);
                    let rmw = Some(index as u8);
                    events.push(Event { addr, pick_addr: addr, rmw, ..write });
                    if full {
                        events.fence(Tag::DmbFull);
                    }
                    given.push(Answer::Word(self.word(value)));
                    reads.push(Some(index));
                }
                Ask::Lock(lock) => {
                    let at = Some(self.lock(lock.0));
                    let index = events.push(Event::new(Kind::Read, at, 0, Tag::Acquire.into()));
                    let Some(value) = answers.next() else {
                        return Run { events: events.all, end: End::Value };
                    };
                    if value != FREE {
                        return Run { events: events.all, end: End::Never };
                    }
                    events.all[index].value = value;
                    let write = Event::new(Kind::Write, at, HELD, none);
                    events.push(Event { rmw: Some(index as u8), ..write });
                    given.push(Answer::Done);
                    reads.push(None);
                }
                Ask::Unlock(lock) => {
                    let at = Some(self.lock(lock.0));
                    events.push(Event::new(Kind::Write, at, FREE, Tag::Release.into()));
                    given.push(Answer::Done);
                    reads.push(None);
                }
                Ask::Mb | Ask::Wmb | Ask::Rmb => {
                    events.fence(match ask {
                        Ask::Mb => Tag::DmbFull,
                        Ask::Wmb => Tag::DmbSt,
                        _ => Tag::DmbLd,
                    });
                    given.push(Answer::Done);
                    reads.push(None);
                }
                Ask::IrqSave | Ask::IrqRestore | Ask::RcuLock | Ask::RcuUnlock => {
                    given.push(Answer::Done);
                    reads.push(None);
                }
                _ => panic!("not part of the axioms: {ask:?}"),
            }
        }
    }
}

struct Outcomes<'p, 'm> {
    program: &'p Instructions<'m>,
    all: BTreeSet<Final>,
}

impl axioms::Visitor for Outcomes<'_, '_> {
    fn visit(&mut self, found: &Found<'_>) -> ControlFlow<()> {
        let model = self.program.model;
        let answers = |(thread, given): (usize, &&[Value])| {
            let mut mine: Vec<Answer> = Vec::new();
            for value in *given {
                let ask = next(model, thread, &mine).ask;
                mine.push(match ask {
                    Some(Ask::Read { .. } | Ask::Xchg { .. }) => {
                        Answer::Word(self.program.word(*value))
                    }
                    _ => Answer::Done,
                });
            }
            mine
        };
        let all: Vec<Vec<Answer>> = found.registers.iter().enumerate().map(answers).collect();
        let all = || all.iter().enumerate();
        self.all.insert(Final {
            observed: all().map(|(cpu, mine)| observed(model, cpu, mine)).collect(),
            ends: all().map(|(cpu, mine)| next(model, cpu, mine).ends).collect(),
            counters: Vec::new(),
        });
        ControlFlow::Continue(())
    }
}

/// Whether a model can be put as instructions: entries, spin locks, and nothing that waits otherwise.
pub(crate) fn has_instructions(model: &Model) -> bool {
    let followed = |kind| matches!(kind, CellKind::Pmd | CellKind::Pte | CellKind::Word);
    model.cells.iter().all(|cell| followed(cell.kind))
}

/// What every execution graph of a model ends with.
pub(crate) fn outcomes(model: &Model) -> BTreeSet<Final> {
    let program = Instructions { model, words: RefCell::default() };
    let limits = Limits { histories: 1 << 20, stop: &|| false };
    let mut outcomes = Outcomes { program: &program, all: BTreeSet::new() };
    let armv8 = axioms::model::Armv8::default();
    axioms::explore(&program, &armv8, &limits, &mut outcomes).unwrap();
    outcomes.all
}
