//! The machine's own view of a run: what lives, who holds a reference, who reaches into what was freed.
//!
//! Every call of every routine passes through here on its way to the engine, whichever routine it is. An access
//! to an entry reads the life of its table first; a store of a leaf or of a table reads the life of what it
//! maps; references are counted from what a CPU's own atomics returned, and those that it still holds at its end
//! and handed to no entry are kept. A read of a life orders nothing and can happen at any time before the access, so reading it
//! first finds what reading it in the same step would find: an execution in which the page is freed in between
//! is one in which it was freed before.

use std::cell::{Cell, RefCell};

use crate::helpers::GUP_PIN_COUNTING_BIAS;
use crate::{
    Addr, Answer, Call, Change, Claim, Cpu, Ctx, Depends, FolioId, Kernel, Meaning, Note, Subject,
    Use, Word,
};

/// A CPU that watches what a routine does.
pub(crate) struct Watching<'a> {
    cpu: &'a dyn Cpu,
    kernel: &'a Kernel,
    /// The references taken and neither dropped nor handed to an entry, per folio.
    held: RefCell<Vec<i64>>,
    /// Whether the routine stopped before its end.
    stopped: Cell<bool>,
}

impl<'a> Watching<'a> {
    pub(crate) fn new(cpu: &'a dyn Cpu, kernel: &'a Kernel) -> Watching<'a> {
        let held = RefCell::new(vec![0; kernel.folios.len()]);
        Watching { cpu, kernel, held, stopped: Cell::new(false) }
    }

    fn ctx(&self) -> Ctx<'_> {
        Ctx { cpu: self.cpu, kernel: self.kernel }
    }

    /// A word is about to be stored to an entry. A new mapping takes over a reference of the CPU.
    fn maps(&self, word: Word) {
        match word.means() {
            Meaning::Leaf { folio, invalidated: false } => {
                self.ctx().uses(Subject::Folio(folio), Use::Map);
                self.held.borrow_mut()[folio.0] -= 1;
            }
            Meaning::Table(table) => self.ctx().uses(Subject::Table(table), Use::Link),
            _ => {}
        }
    }

    /// Counts the references that an operation on a count takes or drops: one, a pin, or what makes a pin of one
    /// that is held. Other numbers are for the mappings of a page that is split.
    fn count(&self, at: Addr, difference: i64) {
        let Some(folio) = self.kernel.folios.iter().position(|folio| folio.refcount == at) else {
            return;
        };
        let pin = GUP_PIN_COUNTING_BIAS as i64;
        let held = &mut self.held.borrow_mut()[folio];
        let size = difference.abs();
        if size == 1 || size == pin || (size == pin - 1 && *held > 0) {
            *held += difference;
        }
    }

    /// Ends the run of a routine: what it still holds, it keeps, unless it stopped before its end.
    pub(crate) fn keep(&self) {
        if self.stopped.get() {
            return;
        }
        for (index, held) in self.held.borrow().iter().enumerate() {
            let folio = FolioId(index);
            if *held > 0 {
                self.ctx().claim(Subject::Folio(folio), Claim::Held);
                self.cpu.note(Note::Accept { folio });
            }
            if *held >= GUP_PIN_COUNTING_BIAS as i64 {
                self.ctx().claim(Subject::Folio(folio), Claim::Pinned);
            }
        }
    }
}

impl Cpu for Watching<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> Answer {
        if let Call::Await { at, .. } = call {
            self.cpu.note(Note::Await(at));
        }
        if let Some(table) = call.at().and_then(|at| self.kernel.table_of(at)) {
            self.ctx().uses(Subject::Table(table), Use::Entry);
        }
        if let Call::Write { word, .. } | Call::Xchg { word, .. } = call {
            self.maps(word);
        }
        let answer = self.cpu.call(call, change);
        match (call, answer) {
            (Call::Count { at, op }, Answer::Test { yes, .. }) if op.changed(yes) => {
                self.count(at, op.difference());
            }
            (Call::Update { at, .. }, Answer::Word(old)) => {
                let new = change(old).unwrap_or(old);
                self.count(at, new.bits.wrapping_sub(old.bits) as i64);
            }
            _ => {}
        }
        answer
    }

    fn next_call(&self) -> usize {
        self.cpu.next_call()
    }

    fn depends(&self, depends: Depends<'_>) {
        self.cpu.depends(depends);
    }

    fn note(&self, note: Note) {
        if note == Note::Stop {
            self.stopped.set(true);
        }
        self.cpu.note(note);
    }
}
