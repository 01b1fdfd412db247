//! A [`Cpu`] that answers from a list and unwinds at the first question the list does not answer.
//!
//! A routine is a deterministic function of the answers its `Cpu` gives. Running it on recorded answers
//! therefore leads to the same next question each time: that is how its automaton is learned from the
//! unchanged code. The unwinding carries a private marker and no panic hook hears of it.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use pmdrace_mm::{Answer, Call, Change, Cpu, Model, Note, Op, SyncOp, Word};

use crate::EngineError;

/// What a run on recorded answers led to.
pub(crate) struct Run {
    /// The next question; None: the routine has ended.
    pub(crate) call: Option<Call>,
    /// What the routine did by itself since the last answer.
    pub(crate) local: Vec<Op>,
    /// What the last answer made an update store.
    pub(crate) stored: Option<Word>,
}

/// Unwinds out of the routine.
struct Unanswered;

struct Script<'a> {
    answers: &'a [Answer],
    /// Calls that no other CPU can see under this model: they are taken as steps of the routine itself.
    invisible: fn(&Model, SyncOp) -> bool,
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
pub(crate) fn run(
    model: &Model,
    role: usize,
    answers: &[Answer],
    invisible: fn(&Model, SyncOp) -> bool,
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

impl Cpu for Script<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        assert!(
            call != Call::Sync(SyncOp::GracePeriod) || self.model.waits_for_cpus(),
            "a routine waits for a grace period and does not say so"
        );
        let mut seen = self.seen.borrow_mut();
        if let Call::Sync(op) = call
            && (self.invisible)(self.model, op)
        {
            seen.local.push(Op::Sync(op));
            return Answer::Done;
        }
        let Some(answer) = self.answers.get(seen.answered).copied() else {
            seen.call = Some(call);
            drop(seen);
            resume_unwind(Box::new(Unanswered))
        };
        seen.answered += 1;
        seen.local.clear();
        seen.stored = match (call, answer) {
            (Call::Update { .. }, Answer::Word(old)) => change(old),
            _ => None,
        };
        answer
    }

    fn note(&self, note: Note) {
        let mut seen = self.seen.borrow_mut();
        // Once the question is asked, scopes that end by unwinding have nothing to tell.
        if seen.call.is_none() {
            seen.local.push(Op::Note(note));
        }
    }
}
