//! What a CPU has taken and not given back, so that steps which end at a fault give it back.
//!
//! A real CPU would crash with its locks held. What led there is told by itself, and that others then wait for ever would
//! only be told beside it.

use std::cell::RefCell;

use pmdrace_mm::{Answer, Call, Change, Cpu, Depends, Note, SyncOp, Word};

/// A CPU that remembers what gives back all that it holds, in order.
pub(super) struct Held<'c> {
    cpu: &'c dyn Cpu,
    back: RefCell<Vec<SyncOp>>,
}

impl<'c> Held<'c> {
    pub(super) fn new(cpu: &'c dyn Cpu) -> Held<'c> {
        Held { cpu, back: RefCell::default() }
    }

    /// Gives back everything, the last first.
    pub(super) fn give_back(&self) {
        for op in self.back.take().into_iter().rev() {
            self.cpu.ask(Call::Sync(op));
        }
    }

    fn took(&self, op: SyncOp) {
        let mut back = self.back.borrow_mut();
        match op {
            SyncOp::Lock(lock) => back.push(SyncOp::Unlock(lock)),
            SyncOp::DownRead(sem) => back.push(SyncOp::UpRead(sem)),
            SyncOp::DownWrite(sem) => back.push(SyncOp::UpWrite(sem)),
            SyncOp::IrqSave => back.push(SyncOp::IrqRestore),
            SyncOp::RcuLock => back.push(SyncOp::RcuUnlock),
            SyncOp::Downgrade(sem) => {
                let writes = back.iter_mut().rfind(|op| **op == SyncOp::UpWrite(sem));
                writes.into_iter().for_each(|op| *op = SyncOp::UpRead(sem));
            }
            given => {
                let last = back.iter().rposition(|op| *op == given);
                last.map(|last| back.remove(last));
            }
        }
    }
}

impl Cpu for Held<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        let answer = self.cpu.call(call, change);
        if let Call::Sync(op) = call {
            self.took(op);
        }
        answer
    }

    fn used(&self, word: Word) -> Word {
        self.cpu.used(word)
    }

    fn next_call(&self) -> usize {
        self.cpu.next_call()
    }

    fn depends(&self, depends: Depends<'_>) {
        self.cpu.depends(depends);
    }

    fn note(&self, note: Note) {
        self.cpu.note(note);
    }
}
