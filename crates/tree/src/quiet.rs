//! [`Quiet`]: a CPU that leaves out sections with interrupts off, and RCU read sections, in which nothing is asked, as
//! those in which the kernel updates its statistics. Such a section accesses no shared word and ends without
//! waiting, so that nobody can tell whether it was there.

use std::cell::RefCell;

use pmdrace_mm::{Answer, Call, Change, Cpu, Note, SyncOp, Word};

/// Passes calls on; what begins a section only with the first call in it.
pub(crate) struct Quiet<'a> {
    cpu: &'a dyn Cpu,
    /// What began sections and was not passed on.
    held_back: RefCell<Vec<SyncOp>>,
}

impl<'a> Quiet<'a> {
    pub(crate) fn new(cpu: &'a dyn Cpu) -> Quiet<'a> {
        Quiet { cpu, held_back: RefCell::default() }
    }
}

impl Cpu for Quiet<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let begin = match call {
            Call::Sync(op @ (SyncOp::IrqSave | SyncOp::RcuLock)) => {
                self.held_back.borrow_mut().push(op);
                return Answer::Done;
            }
            Call::Sync(SyncOp::IrqRestore) => Some(SyncOp::IrqSave),
            Call::Sync(SyncOp::RcuUnlock) => Some(SyncOp::RcuLock),
            _ => None,
        };
        let last = self.held_back.borrow().last().copied();
        if last.is_some() && last == begin {
            self.held_back.borrow_mut().pop();
            return Answer::Done;
        }
        for op in self.held_back.take() {
            self.cpu.sync(op);
        }
        self.cpu.call(call, change)
    }

    fn note(&self, note: Note) {
        self.cpu.note(note);
    }

    fn used(&self, word: Word) -> Word {
        self.cpu.used(word)
    }
}
