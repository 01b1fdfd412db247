//! A thread as a routine: its events, one after the other, as calls of its CPU.
//!
//! An atomic operation is one call, although it is a read and a write to the axioms, and so is `spin_lock()`.

use std::collections::BTreeSet;
use std::sync::Arc;

use pmdrace_axioms::{End, Event, Kind, Loc, Set, Tag, Tags, Value};
use pmdrace_mm::routine::Routine;
use pmdrace_mm::{
    Addr, Call, Ctx, Depends, LockId, Meaning, Note, ReadOrder, Register, RmwOrder, SyncOp, Word,
    WriteOrder,
};

use crate::c::{self, Asked, Order};

/// How a thread ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// It came to its end.
    Done,
    /// In a loop that goes on for longer than it is followed.
    Unrolled,
    /// It would have done this, which has no meaning.
    Astray(&'static str),
    /// In an execution that is not to be considered.
    Never,
}

impl Ending {
    /// What the routine of a thread returns.
    fn text(self) -> &'static str {
        match self {
            Ending::Done => "done",
            Ending::Unrolled => "unrolled",
            Ending::Astray(what) => what,
            Ending::Never => "never",
        }
    }

    /// How a thread ended whose routine returned this.
    pub fn of(text: &'static str) -> Ending {
        let others = [Ending::Done, Ending::Unrolled, Ending::Never];
        others.into_iter().find(|ending| ending.text() == text).unwrap_or(Ending::Astray(text))
    }
}

/// What the machine has no meaning for.
const LOCK_AS_WORD: &str = "use a lock as a word, or a word as a lock";

/// A thread of a test.
pub(super) struct Thread {
    pub(super) source: Arc<c::Test>,
    /// The locations that are locks, by their number.
    pub(super) locks: Arc<BTreeSet<Loc>>,
    pub(super) thread: usize,
    /// A word that nobody stores to: reading it does nothing.
    pub(super) pad: Option<Addr>,
}

/// A run of it.
struct Running<'r> {
    of: &'r Thread,
    k: &'r Ctx<'r>,
    answers: Vec<Value>,
    /// Per event that is done, the number of the call that it was; None of what nothing depends on.
    calls: Vec<Option<usize>>,
}

impl Routine for Thread {
    fn run(&self, k: &Ctx<'_>) {
        let mut running = Running { of: self, k, answers: Vec::new(), calls: Vec::new() };
        let (ending, values) = loop {
            let (run, asked) = self.source.ask(self.thread, &running.answers);
            let asks = run.end == End::Value;
            let done = run.events.len() - usize::from(asks);
            let fresh = run.events.get(running.calls.len()..done).unwrap_or_default();
            if fresh.iter().try_for_each(|event| running.perform(event)).is_none() {
                break (Ending::Astray(LOCK_AS_WORD), Vec::new());
            }
            match (run.end, run.events.last()) {
                (End::Value, Some(event)) => {
                    if running.ask(event, asked).is_none() {
                        break (Ending::Astray(LOCK_AS_WORD), Vec::new());
                    }
                }
                (End::Done(values), _) => break (Ending::Done, values),
                (End::Unrolled, _) => break (Ending::Unrolled, Vec::new()),
                (End::Astray(what), _) => break (Ending::Astray(what), Vec::new()),
                _ => break (Ending::Never, Vec::new()),
            }
        };
        for (register, value) in values.into_iter().enumerate() {
            k.cpu.note(Note::Register { register: Register(register as u8), value });
        }
        k.cpu.note(Note::Return(ending.text()));
    }
}

impl Running<'_> {
    /// Executes an event that has no answer. None where a lock is used as a word.
    fn perform(&mut self, event: &Event) -> Option<()> {
        let cpu = self.k.cpu;
        let call = match event.kind {
            Kind::Write if event.tags.has(Tag::Unlock) => {
                Some(Call::Sync(SyncOp::Unlock(self.lock(event)?)))
            }
            Kind::Write => {
                let order = match event.tags.has(Tag::Release) {
                    true => WriteOrder::Release,
                    false => WriteOrder::Once,
                };
                Some(Call::Write { at: self.word(event)?, word: word(event.value), order })
            }
            Kind::Read => None,
            Kind::Other if event.tags == Tags::NONE => {
                self.of.pad.map(|at| Call::Read { at, order: ReadOrder::Once })
            }
            Kind::Other => fence(event).map(Call::Sync),
        };
        if let Some(call) = call {
            if !matches!(call, Call::Sync(_)) {
                self.depends(event, event.data);
            }
            cpu.ask(call);
        }
        self.calls.push(None);
        Some(())
    }

    /// Executes the event that asks for a value, and what belongs to it. None where a lock is used as a word.
    fn ask(&mut self, event: &Event, asked: Asked) -> Option<()> {
        let cpu = self.k.cpu;
        let number = cpu.next_call();
        let answer = match asked {
            Asked::Read => {
                let order = match event.tags.has(Tag::Acquire) {
                    true => ReadOrder::Acquire,
                    false => ReadOrder::Once,
                };
                let at = self.word(event)?;
                self.depends(event, Set::EMPTY);
                cpu.ask(Call::Read { at, order }).word().bits
            }
            Asked::Update { order, data } => {
                let order = match order {
                    Order::Full => RmwOrder::Full,
                    _ => RmwOrder::Relaxed,
                };
                let at = self.word(event)?;
                self.depends(event, data);
                cpu.update(at, order, &|old| self.stored(old.bits).map(word)).bits
            }
            Asked::Lock => {
                let lock = self.lock(event)?;
                self.depends(event, Set::EMPTY);
                cpu.spin_lock(lock);
                0
            }
        };
        let begun = self.calls.len();
        let events = self.after(answer);
        // The read, and the barriers and the write that belong to it: they share its statement's effect.
        let own = events.iter().skip(begun);
        let opened = own.clone().next().is_some_and(|first| first.kind == Kind::Other);
        let read = begun + usize::from(opened);
        let written = events.get(read + 1).is_some_and(|next| next.rmw == Some(read as u8));
        let count = 1 + usize::from(written) + 2 * usize::from(opened);
        // What a fully ordered operation returns, nothing depends on: its barriers order all.
        self.calls.extend((begun..begun + count).map(|at| (at == read).then_some(number)));
        self.answers.push(answer);
        Some(())
    }

    /// The events after one more answer.
    fn after(&self, answer: Value) -> Vec<Event> {
        let answers: Vec<Value> = self.answers.iter().copied().chain([answer]).collect();
        self.of.source.ask(self.of.thread, &answers).0.events
    }

    /// What the atomic operation that comes next stores if it finds this value; None if it changes nothing.
    fn stored(&self, found: Value) -> Option<Value> {
        let events = self.after(found);
        let writes = events.iter().skip(self.calls.len()).take(3);
        writes.take(3).find(|event| event.rmw.is_some()).map(|write| write.value)
    }

    /// States what the next call depends on; its own read is one that is not done yet.
    fn depends(&self, event: &Event, data: Set) {
        let calls = |events: Set| -> Vec<usize> {
            let next = || Some(Some(self.k.cpu.next_call()));
            let call = |event| self.calls.get(event).copied().or_else(next).flatten();
            events.iter().filter_map(call).collect()
        };
        let (address, data, control) = (calls(event.addr), calls(data), calls(event.ctrl));
        self.k.cpu.depends(Depends { address: &address, data: &data, control: &control });
    }

    fn word(&self, event: &Event) -> Option<Addr> {
        let at = event.at.filter(|at| !self.of.locks.contains(at))?;
        Some(Addr(usize::from(at.0)))
    }

    fn lock(&self, event: &Event) -> Option<LockId> {
        let at = event.at?;
        self.of.locks.iter().position(|lock| *lock == at).map(LockId)
    }
}

fn word(value: Value) -> Word {
    Word::new(value, Meaning::None)
}

/// The primitive that a fence is; None of one for the compiler alone. Those that complete an atomic operation or
/// `spin_lock()` stand beside it (`support`), and there they are full barriers.
fn fence(event: &Event) -> Option<SyncOp> {
    let fences = [
        (Tag::Mb, SyncOp::Mb),
        (Tag::BeforeAtomic, SyncOp::Mb),
        (Tag::AfterAtomic, SyncOp::Mb),
        (Tag::AfterSpinlock, SyncOp::Mb),
        (Tag::Wmb, SyncOp::Wmb),
        (Tag::Rmb, SyncOp::Rmb),
        (Tag::RcuLock, SyncOp::RcuLock),
        (Tag::RcuUnlock, SyncOp::RcuUnlock),
        (Tag::SyncRcu, SyncOp::GracePeriod),
    ];
    fences.into_iter().find(|(tag, _)| event.tags.has(*tag)).map(|(_, op)| op)
}
