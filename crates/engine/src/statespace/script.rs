//! A [`Cpu`] that answers from a list and unwinds at the first question the list does not answer.
//!
//! A routine is a deterministic function of the answers its `Cpu` gives. Running it on recorded answers
//! therefore leads to the same next question each time: that is how its automaton is learned from the
//! unchanged code. The unwinding carries a private marker and no panic hook hears of it.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use pmdrace_mm::{Addr, Cpu, LockId, Meaning, Model, Note, Op, RmwOrder, SemId, Word};

use crate::EngineError;

/// How a read orders what comes after it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Order {
    /// Not at all.
    Once,
    /// The accesses to words that are found through its value.
    Dependency,
    /// Everything.
    Acquire,
}

/// What a routine asks its CPU to do, where other CPUs can see or change the answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Call {
    Read {
        at: Addr,
        order: Order,
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
    /// The new word, if there is one, is a function of the old one: it comes with the answer.
    Update {
        at: Addr,
        order: RmwOrder,
    },
    AuxRead {
        at: Addr,
    },
    /// As an update.
    AuxUpdate {
        at: Addr,
    },
    CountRead {
        at: Addr,
    },
    CountAdd {
        at: Addr,
        n: u64,
    },
    CountAddUnless {
        at: Addr,
        n: u64,
        unless: u64,
    },
    CountSubAndTest {
        at: Addr,
        n: u64,
    },
    CountCmpxchg {
        at: Addr,
        old: u64,
        new: u64,
    },
    CountSet {
        at: Addr,
        word: Word,
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

/// What the CPU answers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Answer {
    /// Nothing.
    Done,
    /// A word, or a counter's value.
    Word(Word),
    /// Whether a counter was changed, or became zero; and whether its folio had been given to someone
    /// else, which no routine sees.
    Test { yes: bool, reused: bool },
}

impl Answer {
    fn word(self) -> Word {
        match self {
            Answer::Word(word) => word,
            _ => Word::new(0, Meaning::None),
        }
    }

    fn yes(self) -> bool {
        matches!(self, Answer::Test { yes: true, .. })
    }
}

/// What a run on recorded answers led to.
pub(super) struct Run {
    /// The next question; None: the routine has ended.
    pub(super) call: Option<Call>,
    /// What the routine did by itself since the last answer.
    pub(super) local: Vec<Op>,
    /// What the last answer made an update store.
    pub(super) stored: Option<Word>,
}

/// Unwinds out of the routine.
struct Unanswered;

struct Script<'a> {
    answers: &'a [Answer],
    /// Calls that no other CPU can see under this model: they are taken as steps of the routine itself.
    invisible: fn(&Model, &Call) -> bool,
    model: &'a Model,
    seen: RefCell<Seen>,
}

#[derive(Default)]
struct Seen {
    answered: usize,
    local: Vec<Op>,
    stored: Option<Word>,
    call: Option<Call>,
}

/// Runs one role on these answers.
///
/// # Errors
/// When the routine panics by itself.
pub(super) fn run(
    model: &Model,
    role: usize,
    answers: &[Answer],
    invisible: fn(&Model, &Call) -> bool,
) -> Result<Run, EngineError> {
    let script = Script { answers, invisible, model, seen: RefCell::default() };
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| model.run(role, &script)))
        && !payload.is::<Unanswered>()
    {
        return Err(EngineError::Panicked(crate::message(payload.as_ref())));
    }
    let seen = script.seen.into_inner();
    Ok(Run { call: seen.call, local: seen.local, stored: seen.stored })
}

impl Script<'_> {
    fn ask(&self, call: Call, op: Option<Op>) -> Answer {
        let mut seen = self.seen.borrow_mut();
        if (self.invisible)(self.model, &call) {
            seen.local.extend(op);
            return Answer::Done;
        }
        match self.answers.get(seen.answered) {
            Some(answer) => {
                seen.answered += 1;
                seen.local.clear();
                seen.stored = None;
                *answer
            }
            None => {
                seen.call = Some(call);
                drop(seen);
                resume_unwind(Box::new(Unanswered))
            }
        }
    }
}

impl Cpu for Script<'_> {
    fn read_once(&self, at: Addr) -> Word {
        self.ask(Call::Read { at, order: Order::Once }, None).word()
    }
    fn read_once_dep(&self, at: Addr) -> Word {
        self.ask(Call::Read { at, order: Order::Dependency }, None).word()
    }
    fn smp_load_acquire(&self, at: Addr) -> Word {
        self.ask(Call::Read { at, order: Order::Acquire }, None).word()
    }
    fn write_once(&self, at: Addr, word: Word) {
        self.ask(Call::Write { at, word, release: false }, None);
    }
    fn smp_store_release(&self, at: Addr, word: Word) {
        self.ask(Call::Write { at, word, release: true }, None);
    }
    fn xchg(&self, at: Addr, word: Word) -> Word {
        self.ask(Call::Xchg { at, word, full: true }, None).word()
    }
    fn xchg_relaxed(&self, at: Addr, word: Word) -> Word {
        self.ask(Call::Xchg { at, word, full: false }, None).word()
    }
    fn update(&self, at: Addr, order: RmwOrder, change: &dyn Fn(Word) -> Option<Word>) -> Word {
        let old = self.ask(Call::Update { at, order }, None).word();
        let new = change(old);
        self.seen.borrow_mut().stored = new;
        old
    }
    fn atomic_read(&self, at: Addr) -> u64 {
        self.ask(Call::CountRead { at }, None).word().bits
    }
    fn atomic_add(&self, at: Addr, n: u64) {
        self.ask(Call::CountAdd { at, n }, None);
    }
    fn atomic_add_unless(&self, at: Addr, n: u64, unless: u64) -> bool {
        self.ask(Call::CountAddUnless { at, n, unless }, None).yes()
    }
    fn atomic_sub_and_test(&self, at: Addr, n: u64) -> bool {
        self.ask(Call::CountSubAndTest { at, n }, None).yes()
    }
    fn atomic_cmpxchg(&self, at: Addr, old: u64, new: u64) -> bool {
        self.ask(Call::CountCmpxchg { at, old, new }, None).yes()
    }
    fn atomic_set(&self, at: Addr, word: Word) {
        self.ask(Call::CountSet { at, word }, None);
    }
    fn smp_mb(&self) {
        self.ask(Call::Mb, Some(Op::Mb));
    }
    fn smp_wmb(&self) {
        self.ask(Call::Wmb, Some(Op::Wmb));
    }
    fn smp_rmb(&self) {
        self.ask(Call::Rmb, Some(Op::Rmb));
    }
    fn spin_lock(&self, lock: LockId) {
        self.ask(Call::Lock(lock), None);
    }
    fn spin_unlock(&self, lock: LockId) {
        self.ask(Call::Unlock(lock), None);
    }
    fn down_read(&self, sem: SemId) {
        self.ask(Call::DownRead(sem), None);
    }
    fn up_read(&self, sem: SemId) {
        self.ask(Call::UpRead(sem), None);
    }
    fn down_write(&self, sem: SemId) {
        self.ask(Call::DownWrite(sem), None);
    }
    fn up_write(&self, sem: SemId) {
        self.ask(Call::UpWrite(sem), None);
    }
    fn downgrade_write(&self, sem: SemId) {
        self.ask(Call::Downgrade(sem), None);
    }
    fn local_irq_save(&self) {
        self.ask(Call::IrqSave, Some(Op::IrqSave));
    }
    fn local_irq_restore(&self) {
        self.ask(Call::IrqRestore, Some(Op::IrqRestore));
    }
    fn ipi_and_wait(&self) {
        self.ask(Call::Ipi, Some(Op::Ipi));
    }
    fn rcu_read_lock(&self) {
        self.ask(Call::RcuLock, Some(Op::RcuLock));
    }
    fn rcu_read_unlock(&self) {
        self.ask(Call::RcuUnlock, Some(Op::RcuUnlock));
    }
    fn synchronize_rcu(&self) {
        assert!(
            self.model.waits_for_cpus(),
            "a routine waits for a grace period and does not say so"
        );
        self.ask(Call::GracePeriod, None);
    }
    fn aux_read(&self, at: Addr) -> Word {
        self.ask(Call::AuxRead { at }, None).word()
    }
    fn aux_update(&self, at: Addr, change: &dyn Fn(Word) -> Word) -> Word {
        let old = self.ask(Call::AuxUpdate { at }, None).word();
        let new = change(old);
        self.seen.borrow_mut().stored = Some(new);
        old
    }
    fn note(&self, note: Note) {
        let mut seen = self.seen.borrow_mut();
        // Once the question is asked, scopes that end by unwinding have nothing to tell.
        if seen.call.is_none() {
            seen.local.push(Op::Note(note));
        }
    }
}
