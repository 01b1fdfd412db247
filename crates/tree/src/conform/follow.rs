//! A CPU that answers the C from a history of the transcription, as long as both make the same calls.

use std::cell::{Cell, RefCell};
use std::panic::resume_unwind;

use pmdrace_mm::{Answer, Call, Change, Cpu, Model, Note, ReadOrder, RmwOrder, Step, WriteOrder};

use super::light::{Light, LightBarriers};
use super::say::say;
use super::{Declared, implied, strongest};

/// Unwinds out of the C where it parts from the history.
pub(super) struct Parted;

/// The CPU.
pub(super) struct Follow<'a> {
    model: &'a Model,
    pub(super) steps: &'a [Step],
    /// The number of steps that were the same.
    pub(super) next: Cell<usize>,
    /// What the C asked where it parted.
    pub(super) parted: RefCell<Option<String>>,
    /// What the C said last about its result.
    pub(super) returned: Cell<Option<&'static str>>,
    allowed: &'a [(usize, &'a Declared)],
    /// The declared differences that were met, as indices.
    pub(super) met: RefCell<Vec<usize>>,
    ended: Cell<bool>,
    /// The call of the C at which it parted.
    last: Cell<Option<Call>>,
    /// Where a light barrier is both `smp_rmb()` and `smp_wmb()` in the C.
    light: Option<LightBarriers>,
}

impl<'a> Follow<'a> {
    pub(super) fn new(
        model: &'a Model,
        steps: &'a [Step],
        allowed: &'a [(usize, &'a Declared)],
        light: bool,
    ) -> Follow<'a> {
        Follow {
            model,
            steps,
            next: Cell::new(0),
            parted: RefCell::new(None),
            returned: Cell::new(None),
            allowed,
            met: RefCell::default(),
            ended: Cell::new(false),
            last: Cell::new(None),
            // Elsewhere the memory model implies what they order.
            light: (light && strongest(model).is_relaxed()).then(LightBarriers::default),
        }
    }

    /// Whether what the C asked where it parted is something that it asked before.
    pub(super) fn asks_again(&self) -> bool {
        let before = |call: Call| {
            self.steps
                .iter()
                .any(|step| compared(self.model, step.call) == compared(self.model, call))
        };
        self.last.get().is_some_and(before)
    }

    /// Whether a declared difference ended the comparison.
    pub(super) fn is_declared(&self) -> bool {
        self.ended.get()
    }

    /// The answer if a declared difference allows this call of the C instead of the next step.
    fn declared(&self, call: Call, step: Option<&Step>) -> Option<Answer> {
        let kernel = say(self.model, call, None);
        let expected =
            step.map_or_else(|| "ends".to_owned(), |step| say(self.model, step.call, None));
        let fits = |(_, declared): &&(usize, &Declared)| declared.fits(&expected, &kernel);
        let (index, declared) = self.allowed.iter().find(fits)?;
        self.met.borrow_mut().push(*index);
        if declared.transcription.is_empty() && matches!(call, Call::Sync(_)) {
            return Some(Answer::Done);
        }
        self.ended.set(true);
        None
    }
}

/// A call as far as it is compared here: dependencies are compared for all histories together, and the order of
/// an access not where the memory model implies it.
fn compared(model: &Model, call: Call) -> Call {
    let implied = !strongest(model).is_relaxed();
    match call {
        Call::Read { at, order: ReadOrder::Dependency } => {
            Call::Read { at, order: ReadOrder::Once }
        }
        Call::Read { at, order: ReadOrder::Acquire } if implied => {
            Call::Read { at, order: ReadOrder::Once }
        }
        Call::Await { at, .. } if implied => Call::Await { at, order: ReadOrder::Once },
        Call::Write { at, word, order: WriteOrder::Release } if implied => {
            Call::Write { at, word, order: WriteOrder::Once }
        }
        Call::Xchg { at, word, .. } if implied => Call::Xchg { at, word, order: RmwOrder::Full },
        Call::Update { at, .. } if implied => Call::Update { at, order: RmwOrder::Full },
        other => other,
    }
}

impl Cpu for Follow<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let next = self.next.get();
        if implied(self.model, self.steps.get(..next).unwrap_or_default(), call) {
            return Answer::Done;
        }
        let step = self.steps.get(next);
        let call =
            match self.light.as_ref().map(|light| light.read(call, step.map(|step| step.call))) {
                Some(Light::Met) => return Answer::Done,
                Some(Light::Is(call)) => call,
                None => call,
            };
        let stored = |step: &Step| match (call, step.answer) {
            (Call::Update { .. }, Answer::Word(old)) => change(old),
            _ => None,
        };
        if let Some(step) = step
            && compared(self.model, step.call) == compared(self.model, call)
            && step.stored == stored(step)
        {
            self.next.set(next + 1);
            return step.answer;
        }
        if let Some(answer) = self.declared(call, step) {
            return answer;
        }
        let asked = match step {
            Some(step) if compared(self.model, step.call) == compared(self.model, call) => {
                let asked = Step { call, answer: step.answer, stored: stored(step) };
                say(self.model, call, Some(&asked))
            }
            _ => say(self.model, call, None),
        };
        self.last.set(Some(call));
        *self.parted.borrow_mut() = Some(asked);
        resume_unwind(Box::new(Parted))
    }

    fn note(&self, note: Note) {
        if let Note::Return(text) = note {
            self.returned.set(Some(text));
        }
    }
}
