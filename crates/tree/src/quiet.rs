//! [`Quiet`]: a CPU that leaves out sections with interrupts off, and RCU read sections, in which nothing is asked, as
//! those in which the kernel updates its statistics. Such a section accesses no shared word and ends without
//! waiting, so that nobody can tell whether it was there.
//!
//! It also says where in the source each call comes from, just before the call: what is left out leaves no trace.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use pmdrace_mm::{Answer, Call, Change, Cpu, Note, SyncOp, Word};

use crate::spot::Spot;

/// Passes calls on; what begins a section only with the first call in it.
pub(crate) struct Quiet<'a> {
    cpu: &'a dyn Cpu,
    /// What began sections and was not passed on, with its place.
    held_back: RefCell<Vec<(SyncOp, Option<Arc<Spot>>)>>,
    /// Where the C is.
    spot: RefCell<Option<Arc<Spot>>>,
    /// The place that was told last.
    told: Cell<Option<usize>>,
    /// The functions that were entered, outermost first.
    functions: RefCell<Vec<&'static str>>,
}

impl<'a> Quiet<'a> {
    pub(crate) fn new(cpu: &'a dyn Cpu) -> Quiet<'a> {
        Quiet {
            cpu,
            held_back: RefCell::default(),
            spot: RefCell::default(),
            told: Cell::new(None),
            functions: RefCell::default(),
        }
    }

    /// The C is here now.
    pub(crate) fn is_at(&self, spot: Arc<Spot>) {
        *self.spot.borrow_mut() = Some(spot);
    }

    /// Where the C is.
    pub(crate) fn spot(&self) -> Option<Arc<Spot>> {
        self.spot.borrow().clone()
    }

    /// Says where the C is before a function that is modelled enters others.
    pub(crate) fn is_told(&self) {
        self.place(self.spot().as_ref());
    }

    /// A note about what the C does here.
    pub(crate) fn tell(&self, note: Note) {
        self.place(self.spot().as_ref());
        self.cpu.note(note);
    }

    /// Says where the next call comes from, and which functions that entered and left.
    fn place(&self, spot: Option<&Arc<Spot>>) {
        let Some(spot) = spot.filter(|spot| self.told.get() != Some(spot.number)) else { return };
        self.told.set(Some(spot.number));
        self.enter(&spot.functions);
        self.cpu.note(Note::At(spot.place));
    }

    fn enter(&self, functions: &[&'static str]) {
        let mut active = self.functions.borrow_mut();
        let same = active.iter().zip(functions).take_while(|(one, other)| one == other).count();
        for left in active.drain(same..).rev() {
            self.cpu.note(Note::Leave(left));
        }
        for entered in &functions[same..] {
            self.cpu.note(Note::Enter(entered));
            active.push(entered);
        }
    }

    /// The C has returned.
    pub(crate) fn ends(&self) {
        self.enter(&[]);
        self.told.set(None);
    }
}

impl Cpu for Quiet<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let begin = match call {
            Call::Sync(op @ (SyncOp::IrqSave | SyncOp::RcuLock)) => {
                self.held_back.borrow_mut().push((op, self.spot()));
                return Answer::Done;
            }
            Call::Sync(SyncOp::IrqRestore) => Some(SyncOp::IrqSave),
            Call::Sync(SyncOp::RcuUnlock) => Some(SyncOp::RcuLock),
            _ => None,
        };
        let last = self.held_back.borrow().last().map(|(op, _)| *op);
        if last.is_some() && last == begin {
            self.held_back.borrow_mut().pop();
            return Answer::Done;
        }
        for (op, spot) in self.held_back.take() {
            self.place(spot.as_ref());
            self.cpu.sync(op);
        }
        self.place(self.spot().as_ref());
        self.cpu.call(call, change)
    }

    fn note(&self, note: Note) {
        self.cpu.note(note);
    }

    fn used(&self, word: Word) -> Word {
        self.cpu.used(word)
    }
}
