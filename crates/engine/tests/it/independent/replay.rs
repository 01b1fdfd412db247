//! Runs one CPU of a model on recorded answers, for checkers that are written apart from the engines: what
//! it asks next, what it was answered.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use pmdrace_engine::End;
use pmdrace_mm::{
    self as mm, Addr, Call, CellKind, Change, CountOp, Cpu, Cpus, LockId, Meaning, Model, Note,
    ReadOrder, RmwOrder, SyncOp, Word, WriteOrder,
};

/// What a CPU asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ask {
    Read {
        at: Addr,
        acquire: bool,
        /// Whether that is because addresses depend on it.
        depends: bool,
    },
    /// A read that returns only what it waits for: see [`Next::refused`].
    Await {
        at: Addr,
        acquire: bool,
    },
    Write {
        at: Addr,
        word: Word,
        release: bool,
    },
    Xchg {
        at: Addr,
        word: Word,
        full: bool,
    },
    /// The new word follows from the old: see [`Next::stored`].
    Update {
        at: Addr,
        full: bool,
    },
    AuxRead(Addr),
    /// As an update.
    AuxUpdate(Addr),
    /// An operation on a counter.
    Count {
        at: Addr,
        op: Count,
    },
    Mb,
    Wmb,
    Rmb,
    Lock(LockId),
    Unlock(LockId),
    DownRead(LockId),
    UpRead(LockId),
    DownWrite(LockId),
    UpWrite(LockId),
    Downgrade(LockId),
    IrqSave,
    IrqRestore,
    Ipi(Cpus),
    RcuLock,
    RcuUnlock,
    GracePeriod,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Count {
    Read,
    Add(u64),
    AddUnless(u64, u64),
    SubAndTest(u64),
    Cmpxchg(u64, u64),
    Set(Word),
}

impl Count {
    /// The new value, if it changes, and the answer.
    pub(crate) fn apply(self, old: Word) -> (Option<Word>, u64) {
        let with = |bits| Word::new(bits, old.means());
        match self {
            Count::Read => (None, old.bits),
            Count::Add(n) => (Some(with(old.bits.wrapping_add(n))), 1),
            Count::AddUnless(n, unless) if old.bits != unless => {
                (Some(with(old.bits.wrapping_add(n))), 1)
            }
            Count::SubAndTest(n) => {
                let left = old.bits.wrapping_sub(n);
                (Some(with(left)), u64::from(left == 0))
            }
            Count::Cmpxchg(was, new) if old.bits == was => (Some(with(new)), 1),
            Count::Set(word) => (Some(word), 0),
            Count::AddUnless(..) | Count::Cmpxchg(..) => (None, 0),
        }
    }

    /// Whether it is a full barrier when it changes the counter.
    pub(crate) fn is_full(self) -> bool {
        matches!(self, Count::AddUnless(..) | Count::SubAndTest(_) | Count::Cmpxchg(..))
    }
}

/// What a CPU was answered: a word's shadow travels along.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Answer {
    Done,
    Word(Word),
    Number(u64),
}

/// Where a run on recorded answers leads.
pub(crate) struct Next {
    /// The next question; None: the routine has ended.
    pub(crate) ask: Option<Ask>,
    /// What the last answer made an update store.
    pub(crate) stored: Option<Word>,
    /// Whether the last answer is a word for which an await goes on waiting.
    pub(crate) refused: bool,
    /// What the routine has ended with, so far.
    pub(crate) ends: Vec<End>,
}

/// Runs a role on these answers.
pub(crate) fn next(model: &Model, role: usize, answers: &[Answer]) -> Next {
    let cpu = Replay { model, answers, seen: RefCell::default() };
    let ended = catch_unwind(AssertUnwindSafe(|| model.run(role, &cpu)));
    if let Err(payload) = ended
        && !payload.is::<Unanswered>()
    {
        resume_unwind(payload);
    }
    let seen = cpu.seen.into_inner();
    Next { ask: seen.ask, stored: seen.stored, refused: seen.refused, ends: seen.ends }
}

/// What a CPU observed, as [`pmdrace_engine::Final`] has it.
pub(crate) fn observed(model: &Model, role: usize, answers: &[Answer]) -> Vec<u64> {
    let asked = (0..answers.len()).map(|count| next(model, role, &answers[..count]).ask);
    let seen = asked.zip(answers).filter_map(|(ask, answer)| match (ask?, answer) {
        (_, Answer::Word(word)) if word.means() == Meaning::Claims => None,
        (_, Answer::Word(word)) => Some(word.bits),
        (Ask::Count { op: Count::Set(_), .. }, _) => None,
        (Ask::Count { op: Count::SubAndTest(_), .. }, _) => Some(1),
        (_, Answer::Number(number)) => Some(*number),
        _ => None,
    });
    seen.collect()
}

struct Unanswered;

struct Replay<'a> {
    model: &'a Model,
    answers: &'a [Answer],
    seen: RefCell<Seen>,
}

#[derive(Default)]
struct Seen {
    answered: usize,
    ask: Option<Ask>,
    stored: Option<Word>,
    refused: bool,
    ends: Vec<End>,
}

impl Replay<'_> {
    fn ask(&self, ask: Ask) -> Answer {
        let mut seen = self.seen.borrow_mut();
        match self.answers.get(seen.answered) {
            Some(answer) => {
                seen.answered += 1;
                (seen.stored, seen.refused) = (None, false);
                *answer
            }
            None => {
                seen.ask = Some(ask);
                drop(seen);
                resume_unwind(Box::new(Unanswered))
            }
        }
    }

    /// A call in this checker's own terms.
    fn understand(&self, call: Call) -> Ask {
        let kind = |at: Addr| self.model.cells[at.0].kind;
        match call {
            Call::Read { at, .. } if kind(at) == CellKind::Counter => {
                Ask::Count { at, op: Count::Read }
            }
            Call::Read { at, .. } if kind(at) == CellKind::Auxiliary => Ask::AuxRead(at),
            Call::Read { at, order } => Ask::Read {
                at,
                acquire: order != ReadOrder::Once,
                depends: order == ReadOrder::Dependency,
            },
            Call::Await { at, order } => Ask::Await { at, acquire: order != ReadOrder::Once },
            Call::Write { at, word, .. } if kind(at) == CellKind::Counter => {
                Ask::Count { at, op: Count::Set(word) }
            }
            Call::Write { at, word, order } => {
                Ask::Write { at, word, release: order == WriteOrder::Release }
            }
            Call::Xchg { at, word, order } => Ask::Xchg { at, word, full: order == RmwOrder::Full },
            Call::Update { at, .. } if kind(at) == CellKind::Auxiliary => Ask::AuxUpdate(at),
            Call::Update { at, order } => Ask::Update { at, full: order == RmwOrder::Full },
            Call::Count { at, op } => Ask::Count {
                at,
                op: match op {
                    CountOp::Add(n) => Count::Add(n),
                    CountOp::AddUnless { n, unless } => Count::AddUnless(n, unless),
                    CountOp::SubAndTest(n) => Count::SubAndTest(n),
                    CountOp::Cmpxchg { old, new } => Count::Cmpxchg(old, new),
                },
            },
            Call::Sync(op) => match op {
                SyncOp::Mb => Ask::Mb,
                SyncOp::Wmb => Ask::Wmb,
                SyncOp::Rmb => Ask::Rmb,
                SyncOp::Lock(lock) => Ask::Lock(lock),
                SyncOp::Unlock(lock) => Ask::Unlock(lock),
                SyncOp::DownRead(sem) => Ask::DownRead(sem),
                SyncOp::UpRead(sem) => Ask::UpRead(sem),
                SyncOp::DownWrite(sem) => Ask::DownWrite(sem),
                SyncOp::UpWrite(sem) => Ask::UpWrite(sem),
                SyncOp::Downgrade(sem) => Ask::Downgrade(sem),
                SyncOp::IrqSave => Ask::IrqSave,
                SyncOp::IrqRestore => Ask::IrqRestore,
                SyncOp::Ipi(cpus) => Ask::Ipi(cpus),
                SyncOp::RcuLock => Ask::RcuLock,
                SyncOp::RcuUnlock => Ask::RcuUnlock,
                SyncOp::GracePeriod => Ask::GracePeriod,
            },
        }
    }
}

impl Cpu for Replay<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> mm::Answer {
        let ask = self.understand(call);
        match (ask, self.ask(ask)) {
            (Ask::Update { .. } | Ask::AuxUpdate(_), Answer::Word(old)) => {
                self.seen.borrow_mut().stored = change(old);
                mm::Answer::Word(old)
            }
            (Ask::Await { .. }, Answer::Word(word)) => {
                self.seen.borrow_mut().refused = change(word).is_none();
                mm::Answer::Word(word)
            }
            (_, Answer::Word(word)) => mm::Answer::Word(word),
            (Ask::Count { op: Count::Read, .. }, Answer::Number(number)) => {
                mm::Answer::Word(Word::new(number, mm::Meaning::Count { reused: false }))
            }
            (_, Answer::Number(number)) => mm::Answer::Test { yes: number != 0, reused: false },
            (_, Answer::Done) => mm::Answer::Done,
        }
    }

    fn note(&self, note: Note) {
        self.seen.borrow_mut().ends.extend(match note {
            Note::Return(text) => Some(End::Returned(text)),
            Note::Register { register, value } => Some(End::Holds(register, value)),
            _ => None,
        });
    }
}
