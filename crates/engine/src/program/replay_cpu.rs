//! A [`Cpu`] that answers from a list and unwinds at the first call without an answer.
//!
//! A routine is a deterministic function of the answers of its `Cpu`. Run on recorded answers it makes the
//! same next call each time: that is how its automaton is learned from the unchanged code. The unwinding
//! carries a private marker and does not invoke the panic hook.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use pmdrace_mm::{Answer, Call, Change, Cpu, Depends, History, Model, Note, Op, Step, Word};

use super::stated::Stated;
use crate::EngineError;

/// The result of a run on recorded answers.
#[derive(Default)]
pub(crate) struct Run {
    /// The next call; None if the routine has ended.
    pub(crate) call: Option<Call>,
    /// What it depends on, if the routine states that.
    pub(crate) depends: Option<Stated>,
    /// The routine's local operations since the last answer.
    pub(crate) local: Vec<Op>,
    /// The word that the last answer made an update store.
    pub(crate) stored: Option<Word>,
    /// Whether the last answer is a word for which an await goes on waiting.
    pub(crate) refused: bool,
}

/// The payload that unwinds out of the routine.
struct Unanswered;

struct Script<'a> {
    answers: &'a [Answer],
    /// Answers calls that no other CPU can observe, which are treated as local operations.
    invisible: &'a dyn Fn(Call) -> Option<Answer>,
    seen: RefCell<Seen>,
}

#[derive(Default)]
struct Seen {
    answered: usize,
    local: Vec<Op>,
    stored: Option<Word>,
    refused: bool,
    call: Option<Call>,
    /// What the next call depends on, if that is stated.
    depends: Option<Stated>,
}

/// Runs one role on these answers.
///
/// # Errors
/// When the routine itself panics.
pub(crate) fn run(
    model: &Model,
    role: usize,
    answers: &[Answer],
    invisible: &dyn Fn(Call) -> Option<Answer>,
) -> Result<Run, EngineError> {
    let script = Script { answers, invisible, seen: RefCell::default() };
    until_unanswered(model, role, &script)?;
    let seen = script.seen.into_inner();
    let Seen { call, depends, local, stored, refused, .. } = seen;
    Ok(Run { call, depends, local, stored, refused })
}

/// Runs one role on these answers and records all its calls, those included that are answered as invisible.
///
/// # Errors
/// When the routine itself panics.
pub(crate) fn record(
    model: &Model,
    role: usize,
    answers: &[Answer],
    invisible: &dyn Fn(Call) -> Option<Answer>,
) -> Result<History, EngineError> {
    let script = Script { answers, invisible, seen: RefCell::default() };
    let recorder = Recorder { script, steps: RefCell::default(), returned: Cell::new(None) };
    until_unanswered(model, role, &recorder)?;
    let ended = recorder.script.seen.into_inner().call.is_none();
    let (steps, returned) = (recorder.steps.into_inner(), recorder.returned.get());
    Ok(History { role, steps, returned, ended })
}

/// Runs one role until it ends or makes a call without an answer.
fn until_unanswered(model: &Model, role: usize, cpu: &dyn Cpu) -> Result<(), EngineError> {
    match catch_unwind(AssertUnwindSafe(|| model.run(role, cpu))) {
        Err(payload) if !payload.is::<Unanswered>() => {
            Err(EngineError::Panicked(crate::message(payload.as_ref())))
        }
        _ => Ok(()),
    }
}

/// A script that records calls and answers.
struct Recorder<'a> {
    script: Script<'a>,
    steps: RefCell<Vec<Step>>,
    returned: Cell<Option<&'static str>>,
}

impl Cpu for Recorder<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let answer = self.script.call(call, change);
        let stored = match (call, answer) {
            (Call::Update { .. }, Answer::Word(old)) => change(old),
            _ => None,
        };
        self.steps.borrow_mut().push(Step { call, answer, stored });
        answer
    }

    fn next_call(&self) -> usize {
        self.script.next_call()
    }

    fn depends(&self, depends: Depends<'_>) {
        self.script.depends(depends);
    }

    fn note(&self, note: Note) {
        if let Note::Return(text) = note {
            self.returned.set(Some(text));
        }
        self.script.note(note);
    }
}

impl Cpu for Script<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let mut seen = self.seen.borrow_mut();
        if let Some(answer) = (self.invisible)(call) {
            seen.local.extend(match (call, answer) {
                (Call::Sync(op), _) => Some(Op::Sync(op)),
                (Call::Read { at, .. }, Answer::Word(word)) => Some(Op::Count { at, word }),
                _ => None,
            });
            return answer;
        }
        let Some(answer) = self.answers.get(seen.answered).copied() else {
            seen.call = Some(call);
            drop(seen);
            resume_unwind(Box::new(Unanswered))
        };
        seen.answered += 1;
        seen.local.clear();
        seen.depends = None;
        if let (Call::Await { .. }, Answer::Word(word)) = (call, answer)
            && change(word).is_none()
        {
            seen.refused = true;
            drop(seen);
            resume_unwind(Box::new(Unanswered))
        }
        seen.stored = match (call, answer) {
            (Call::Update { .. }, Answer::Word(old)) => change(old),
            _ => None,
        };
        answer
    }

    fn next_call(&self) -> usize {
        self.seen.borrow().answered
    }

    fn depends(&self, depends: Depends<'_>) {
        let mut seen = self.seen.borrow_mut();
        seen.depends = Some(Stated::new(seen.answered, depends));
    }

    fn note(&self, note: Note) {
        let mut seen = self.seen.borrow_mut();
        // The unwinding ends scopes, whose notes do not count.
        if seen.call.is_none() {
            seen.local.push(Op::Note(note));
        }
    }
}
