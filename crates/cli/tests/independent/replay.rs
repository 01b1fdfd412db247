//! Runs one CPU of a model on recorded answers, for checkers that are written apart from the engines: what
//! it asks next, what it was answered.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use pmdrace_engine::End;
use pmdrace_mm::{Addr, Cpu, LockId, Model, Note, RmwOrder, SemId, Word};

/// What a CPU asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ask {
    Read {
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
    DownRead(SemId),
    UpRead(SemId),
    DownWrite(SemId),
    UpWrite(SemId),
    Downgrade(SemId),
    IrqSave,
    IrqRestore,
    Ipi,
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
    /// What the routine has ended with, so far.
    pub(crate) ends: Vec<End>,
}

/// Runs a role on these answers.
pub(crate) fn next(model: &Model, role: usize, answers: &[Answer]) -> Next {
    let cpu = Replay { answers, seen: RefCell::default() };
    let ended = catch_unwind(AssertUnwindSafe(|| model.run(role, &cpu)));
    if let Err(payload) = ended
        && !payload.is::<Unanswered>()
    {
        resume_unwind(payload);
    }
    let seen = cpu.seen.into_inner();
    Next { ask: seen.ask, stored: seen.stored, ends: seen.ends }
}

/// What a CPU observed, as [`pmdrace_engine::Final`] has it.
pub(crate) fn observed(model: &Model, role: usize, answers: &[Answer]) -> Vec<u64> {
    let asked = (0..answers.len()).map(|count| next(model, role, &answers[..count]).ask);
    let seen = asked.zip(answers).filter_map(|(ask, answer)| match (ask?, answer) {
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
    answers: &'a [Answer],
    seen: RefCell<Seen>,
}

#[derive(Default)]
struct Seen {
    answered: usize,
    ask: Option<Ask>,
    stored: Option<Word>,
    ends: Vec<End>,
}

impl Replay<'_> {
    fn ask(&self, ask: Ask) -> Answer {
        let mut seen = self.seen.borrow_mut();
        match self.answers.get(seen.answered) {
            Some(answer) => {
                seen.answered += 1;
                seen.stored = None;
                *answer
            }
            None => {
                seen.ask = Some(ask);
                drop(seen);
                resume_unwind(Box::new(Unanswered))
            }
        }
    }

    fn word(&self, ask: Ask) -> Word {
        match self.ask(ask) {
            Answer::Word(word) => word,
            other => panic!("{ask:?} was answered {other:?}"),
        }
    }

    fn count(&self, at: Addr, op: Count) -> u64 {
        match self.ask(Ask::Count { at, op }) {
            Answer::Number(number) => number,
            other => panic!("{op:?} was answered {other:?}"),
        }
    }
}

impl Cpu for Replay<'_> {
    fn read_once(&self, at: Addr) -> Word {
        self.word(Ask::Read { at, acquire: false })
    }
    fn read_once_dep(&self, at: Addr) -> Word {
        self.word(Ask::Read { at, acquire: true })
    }
    fn smp_load_acquire(&self, at: Addr) -> Word {
        self.word(Ask::Read { at, acquire: true })
    }
    fn write_once(&self, at: Addr, word: Word) {
        self.ask(Ask::Write { at, word, release: false });
    }
    fn smp_store_release(&self, at: Addr, word: Word) {
        self.ask(Ask::Write { at, word, release: true });
    }
    fn xchg(&self, at: Addr, word: Word) -> Word {
        self.word(Ask::Xchg { at, word, full: true })
    }
    fn xchg_relaxed(&self, at: Addr, word: Word) -> Word {
        self.word(Ask::Xchg { at, word, full: false })
    }
    fn update(&self, at: Addr, order: RmwOrder, change: &dyn Fn(Word) -> Option<Word>) -> Word {
        let old = self.word(Ask::Update { at, full: order == RmwOrder::Full });
        self.seen.borrow_mut().stored = change(old);
        old
    }
    fn atomic_read(&self, at: Addr) -> u64 {
        self.count(at, Count::Read)
    }
    fn atomic_add(&self, at: Addr, n: u64) {
        self.count(at, Count::Add(n));
    }
    fn atomic_add_unless(&self, at: Addr, n: u64, unless: u64) -> bool {
        self.count(at, Count::AddUnless(n, unless)) != 0
    }
    fn atomic_sub_and_test(&self, at: Addr, n: u64) -> bool {
        self.count(at, Count::SubAndTest(n)) != 0
    }
    fn atomic_cmpxchg(&self, at: Addr, old: u64, new: u64) -> bool {
        self.count(at, Count::Cmpxchg(old, new)) != 0
    }
    fn atomic_set(&self, at: Addr, word: Word) {
        self.count(at, Count::Set(word));
    }
    fn smp_mb(&self) {
        self.ask(Ask::Mb);
    }
    fn smp_wmb(&self) {
        self.ask(Ask::Wmb);
    }
    fn smp_rmb(&self) {
        self.ask(Ask::Rmb);
    }
    fn spin_lock(&self, lock: LockId) {
        self.ask(Ask::Lock(lock));
    }
    fn spin_unlock(&self, lock: LockId) {
        self.ask(Ask::Unlock(lock));
    }
    fn local_irq_save(&self) {
        self.ask(Ask::IrqSave);
    }
    fn local_irq_restore(&self) {
        self.ask(Ask::IrqRestore);
    }
    fn ipi_and_wait(&self) {
        self.ask(Ask::Ipi);
    }
    fn down_read(&self, sem: SemId) {
        self.ask(Ask::DownRead(sem));
    }
    fn up_read(&self, sem: SemId) {
        self.ask(Ask::UpRead(sem));
    }
    fn down_write(&self, sem: SemId) {
        self.ask(Ask::DownWrite(sem));
    }
    fn up_write(&self, sem: SemId) {
        self.ask(Ask::UpWrite(sem));
    }
    fn downgrade_write(&self, sem: SemId) {
        self.ask(Ask::Downgrade(sem));
    }
    fn rcu_read_lock(&self) {
        self.ask(Ask::RcuLock);
    }
    fn rcu_read_unlock(&self) {
        self.ask(Ask::RcuUnlock);
    }
    fn synchronize_rcu(&self) {
        self.ask(Ask::GracePeriod);
    }
    fn aux_read(&self, at: Addr) -> Word {
        self.word(Ask::AuxRead(at))
    }
    fn aux_update(&self, at: Addr, change: &dyn Fn(Word) -> Word) -> Word {
        let old = self.word(Ask::AuxUpdate(at));
        self.seen.borrow_mut().stored = Some(change(old));
        old
    }
    fn note(&self, note: Note) {
        self.seen.borrow_mut().ends.extend(match note {
            Note::Return(text) => Some(End::Returned(text)),
            Note::Register { register, value } => Some(End::Holds(register, value)),
            _ => None,
        });
    }
}
