//! The machine of Armv8 and RVWMO against axioms: every execution graph that the models of `pmdrace-axioms` allow, with
//! the instructions that primitives are on arm64 or riscv.
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
use pmdrace_engine::{Final, LastState};
use pmdrace_mm::{Addr, CellKind, MemoryModel, Model, Word};

use super::replay::{Answer, Ask, next, observed};

/// An access with the fences beside it; without tags there is none.
struct Access {
    before: Tags,
    tags: Tags,
    after: Tags,
}

/// A read and a store that belong together.
struct Update {
    read: Tags,
    write: Tags,
    after: Tags,
    /// Whether they are one instruction.
    one: bool,
}

/// What primitives are in an instruction set. Plain accesses have no tags.
struct Isa {
    acquire: Access,
    release: Access,
    relaxed: Update,
    full: Update,
    lock: Update,
    unlock: Access,
    mb: Tags,
    wmb: Tags,
    rmb: Tags,
}

const fn tags<const N: usize>(all: [Tag; N]) -> Tags {
    let mut tags = Tags::NONE;
    let mut at = 0;
    while at < N {
        tags = tags.with(all[at]);
        at += 1;
    }
    tags
}

const NONE: Tags = Tags::NONE;

const ARM64: Isa = {
    const ACQUIRE: Tags = tags([Tag::Acquire]);
    const RELEASE: Tags = tags([Tag::Release]);
    const DMB: Tags = tags([Tag::DmbFull]);
    Isa {
        acquire: Access { before: NONE, tags: ACQUIRE, after: NONE },
        release: Access { before: NONE, tags: RELEASE, after: NONE },
        relaxed: Update { read: NONE, write: NONE, after: NONE, one: false },
        full: Update { read: NONE, write: RELEASE, after: DMB, one: false },
        lock: Update { read: ACQUIRE, write: NONE, after: NONE, one: false },
        unlock: Access { before: NONE, tags: RELEASE, after: NONE },
        mb: DMB,
        wmb: tags([Tag::DmbSt]),
        rmb: tags([Tag::DmbLd]),
    }
};

/// What takes the lock is `amoadd.w.aqrl`, and if it does not get it at once, `fence rw,rw` after having waited.
const RISCV: Isa = {
    const R_RW: Tags = tags([Tag::AfterReads, Tag::BeforeReads, Tag::BeforeWrites]);
    const RW_W: Tags = tags([Tag::AfterReads, Tag::AfterWrites, Tag::BeforeWrites]);
    const AMO: Tags = tags([Tag::Exclusive]);
    const AQRL: Tags = tags([Tag::Exclusive, Tag::Acquire, Tag::Release]);
    Isa {
        acquire: Access { before: NONE, tags: NONE, after: R_RW },
        release: Access { before: RW_W, tags: NONE, after: NONE },
        relaxed: Update { read: AMO, write: AMO, after: NONE, one: true },
        full: Update { read: AQRL, write: AQRL, after: NONE, one: true },
        lock: Update { read: AQRL, write: AQRL, after: NONE, one: true },
        unlock: Access { before: RW_W, tags: NONE, after: NONE },
        mb: R_RW.with(Tag::AfterWrites),
        wmb: tags([Tag::AfterWrites, Tag::BeforeWrites]),
        rmb: tags([Tag::AfterReads, Tag::BeforeReads]),
    }
};

/// A model as the axioms see it.
struct Instructions<'m> {
    model: &'m Model,
    isa: &'m Isa,
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

    /// An event of the instruction of the last one.
    fn push_behind(&mut self, event: Event) -> usize {
        self.instruction -= 1;
        self.push(event)
    }

    fn fence(&mut self, tags: Tags) {
        if tags != Tags::NONE {
            self.push(Event::new(Kind::Other, None, 0, tags));
        }
    }

    /// The store of an update whose read is the last event.
    fn store(&mut self, update: &Update, event: Event) {
        let event = Event { rmw: Some((self.all.len() - 1) as u8), ..event };
        match update.one {
            true => self.push_behind(event),
            false => self.push(event),
        };
        self.fence(update.after);
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
            let isa = self.isa;
            let plain = Access { before: NONE, tags: NONE, after: NONE };
            match ask {
                Ask::Read { at, acquire, depends } => {
                    let access = if acquire && !depends { &isa.acquire } else { &plain };
                    let addr = self.address(&events, at);
                    let read = Event::new(Kind::Read, Some(Loc(at.0 as u16)), 0, access.tags);
                    events.fence(access.before);
                    let index = events.push(Event { addr, pick_addr: addr, ..read });
                    let Some(value) = answers.next() else {
                        return Run { events: events.all, end: End::Value };
                    };
                    events.all[index].value = value;
                    events.fence(access.after);
                    if depends {
                        events.found |= set(index);
                    }
                    given.push(Answer::Word(self.word(value)));
                    reads.push(Some(index));
                }
                Ask::Write { at, word, release } => {
                    let access = if release { &isa.release } else { &plain };
                    let addr = self.address(&events, at);
                    let (at, value) = (Some(Loc(at.0 as u16)), self.number(word));
                    let write = Event::new(Kind::Write, at, value, access.tags);
                    events.fence(access.before);
                    events.push(Event { addr, pick_addr: addr, data, pick_data: data, ..write });
                    events.fence(access.after);
                    given.push(Answer::Done);
                    reads.push(None);
                }
                Ask::Xchg { at, word, full } => {
                    let update = if full { &isa.full } else { &isa.relaxed };
                    let addr = self.address(&events, at);
                    let at = Some(Loc(at.0 as u16));
                    let read = Event::new(Kind::Read, at, 0, update.read);
                    let index = events.push(Event { addr, pick_addr: addr, ..read });
                    let Some(value) = answers.next() else {
                        return Run { events: events.all, end: End::Value };
                    };
                    events.all[index].value = value;
                    let write = Event::new(Kind::Write, at, self.number(word), update.write);
                    events.store(update, Event { addr, pick_addr: addr, ..write });
                    given.push(Answer::Word(self.word(value)));
                    reads.push(Some(index));
                }
                Ask::Lock(lock) => {
                    let at = Some(self.lock(lock.0));
                    let index = events.push(Event::new(Kind::Read, at, 0, isa.lock.read));
                    let Some(value) = answers.next() else {
                        return Run { events: events.all, end: End::Value };
                    };
                    if value != FREE {
                        return Run { events: events.all, end: End::Never };
                    }
                    events.all[index].value = value;
                    events.store(&isa.lock, Event::new(Kind::Write, at, HELD, isa.lock.write));
                    given.push(Answer::Done);
                    reads.push(None);
                }
                Ask::Unlock(lock) => {
                    let at = Some(self.lock(lock.0));
                    events.fence(isa.unlock.before);
                    events.push(Event::new(Kind::Write, at, FREE, isa.unlock.tags));
                    events.fence(isa.unlock.after);
                    given.push(Answer::Done);
                    reads.push(None);
                }
                Ask::Mb | Ask::Wmb | Ask::Rmb => {
                    events.fence(match ask {
                        Ask::Mb => isa.mb,
                        Ask::Wmb => isa.wmb,
                        _ => isa.rmb,
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
    last: BTreeSet<LastState>,
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
        let ends: Vec<_> = all().map(|(cpu, mine)| next(model, cpu, mine).ends).collect();
        let words = found.memory.iter().take(model.cells.len());
        self.last.insert(LastState {
            ends: ends.clone(),
            memory: words.map(|value| self.program.word(*value).bits).collect(),
        });
        self.all.insert(Final {
            observed: all().map(|(cpu, mine)| observed(model, cpu, mine)).collect(),
            ends,
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

/// What every execution graph of a model ends with, by the axioms of its memory model.
pub(crate) fn outcomes(model: &Model) -> BTreeSet<Final> {
    explored(model).0
}

/// The last states of every execution graph.
pub(crate) fn last_states(model: &Model) -> BTreeSet<LastState> {
    explored(model).1
}

fn explored(model: &Model) -> (BTreeSet<Final>, BTreeSet<LastState>) {
    let riscv = model.memory == MemoryModel::Rvwmo;
    let isa = if riscv { &RISCV } else { &ARM64 };
    let program = Instructions { model, isa, words: RefCell::default() };
    let limits = Limits { histories: 1 << 20, stop: &|| false };
    let mut outcomes = Outcomes { program: &program, all: BTreeSet::new(), last: BTreeSet::new() };
    match riscv {
        true => axioms::explore(&program, &axioms::model::RiscV, &limits, &mut outcomes),
        false => {
            let armv8 = axioms::model::Armv8::default();
            axioms::explore(&program, &armv8, &limits, &mut outcomes)
        }
    }
    .unwrap();
    (outcomes.all, outcomes.last)
}
