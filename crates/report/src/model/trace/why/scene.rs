//! What causes are made of: who read what, from which store, and what became of it.

use pmdrace_mm::{Addr, CellKind, Event, LockId, Meaning, Note, Op, Subject, SyncOp, Word};

use super::super::describe;
use super::super::tell::Teller;

/// The order of two sides of an execution that a CPU keeps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Barrier {
    /// Earlier stores before later stores.
    Stores,
    /// Earlier reads before later reads.
    Reads,
    /// Everything before everything.
    All,
}

impl<'t> Teller<'t> {
    pub(super) fn event(&self, index: usize) -> &'t Event {
        &self.events[index]
    }

    pub(super) fn cpu(&self, index: usize) -> usize {
        self.events[index].cpu
    }

    /// As in `CPU1 step 9`.
    pub(super) fn place(&self, index: usize) -> String {
        format!("CPU{} step {}", self.cpu(index), self.numbers[index])
    }

    /// The function that an event is in, and its CPU: as in `pmdp_establish() of CPU0`.
    pub(super) fn by(&self, index: usize) -> String {
        match self.functions[index] {
            Some(function) => format!("{function}() of CPU{}", self.cpu(index)),
            None => format!("CPU{}", self.cpu(index)),
        }
    }

    pub(super) fn name(&self, at: Addr) -> &'t str {
        &self.model.cells[at.0].name
    }

    /// The word as traces show it, and its meaning where that says more.
    pub(super) fn value(&self, at: Addr, word: Word) -> String {
        let kind = self.model.cells[at.0].kind;
        let bits = describe::shown(kind, word);
        match describe::told_meaning(self.model, kind, word) {
            Some(means) => format!("{bits} ({means})"),
            None => bits,
        }
    }

    /// What an event reads, and from where: by a load, or by an update, which reads what it replaces.
    pub(super) fn read(&self, index: usize) -> Option<(Addr, Word)> {
        match self.events[index].op {
            Op::Read { at, word, .. } => Some((at, word)),
            Op::Rmw { at, old, .. } if self.follows(at) => Some((at, old)),
            _ => None,
        }
    }

    /// Whether the memory model determines what a read of a word returns.
    fn follows(&self, at: Addr) -> bool {
        self.model.cells[at.0].kind.follows_memory_model()
    }

    /// What an event stores to memory, and where.
    pub(super) fn store(&self, index: usize) -> Option<(Addr, Word)> {
        match self.events[index].op {
            Op::Write { at, word } | Op::Rmw { at, new: Some(word), .. } => Some((at, word)),
            _ => None,
        }
    }

    /// The store that a read returns; None for the initial value.
    pub(super) fn source_of(&self, read: usize) -> Option<usize> {
        match self.events[read].op {
            Op::Read { from, .. } => from,
            Op::Rmw { at, new: Some(_), .. } => self.order.previous(at, read),
            Op::Rmw { at, .. } => self.order.newest(at, read),
            _ => None,
        }
    }

    /// The store by another CPU that replaces what a read returns. A CPU's own updates of a counter leave it as
    /// informed as it was.
    pub(super) fn replaced(&self, read: usize) -> Option<usize> {
        let (at, word) = self.read(read)?;
        let source = self.source_of(read).filter(|source| self.store(*source).is_some());
        let own = |store: &usize| self.cpu(*store) == self.cpu(read);
        let mut next = self.order.next(at, source)?;
        while own(&next) && matches!(word.means(), Meaning::Count { .. }) {
            next = self.order.next(at, Some(next))?;
        }
        (!own(&next)).then_some(next)
    }

    /// The reads of a CPU before an event, the last one first.
    pub(super) fn reads(&self, cpu: usize, before: usize) -> impl Iterator<Item = usize> + '_ {
        (0..before).rev().filter(move |i| self.cpu(*i) == cpu && self.read(*i).is_some())
    }

    /// The last read of this word by a CPU, up to an event.
    pub(super) fn read_of(&self, cpu: usize, word: Word, upto: usize) -> Option<usize> {
        self.reads(cpu, upto + 1).find(|read| {
            self.read(*read).is_some_and(|(at, read)| {
                read == word && self.model.cells[at.0].kind != CellKind::Counter
            })
        })
    }

    /// The word that the violation rests on, and the event by which the CPU had read it: that of the violation,
    /// or that which computed the page or table from the word.
    pub(super) fn basis(&self) -> Option<(Word, usize)> {
        match &self.events[self.at].op {
            Op::Read { word, .. } => Some((*word, self.at)),
            Op::Note(
                Note::Answer { word, .. }
                | Note::Page { word, .. }
                | Note::Table { word, .. }
                | Note::Size { word, .. }
                | Note::Skip { word }
                | Note::Bad { word }
                | Note::Warn { word, .. },
            ) => Some((*word, self.at)),
            Op::Note(Note::Accept { folio }) => self.behind(Subject::Folio(*folio)),
            Op::Note(Note::Claim { subject, .. } | Note::Use { subject, .. }) => {
                self.behind(*subject)
            }
            _ => None,
        }
    }

    /// The read of that word.
    pub(super) fn basis_read(&self) -> Option<usize> {
        let (word, upto) = self.basis()?;
        self.read_of(self.cpu(self.at), word, upto)
    }

    /// The word from which the violating CPU last computed the address of a page or a table, and when.
    fn behind(&self, subject: Subject) -> Option<(Word, usize)> {
        let cpu = self.cpu(self.at);
        let mut before = (0..self.at).rev().filter(|index| self.cpu(*index) == cpu);
        before.find_map(|index| {
            let computed = match (&self.events[index].op, subject) {
                (Op::Note(Note::Page { word, folio, .. }), Subject::Folio(id)) => {
                    (*folio == Some(id)).then_some(*word)
                }
                (Op::Note(Note::Table { word, table, .. }), Subject::Table(id)) => {
                    (*table == Some(id)).then_some(*word)
                }
                _ => None,
            };
            Some((computed?, index))
        })
    }

    /// Whether a word refers to a page or a table, or counts or marks the page.
    pub(super) fn concerns(&self, at: Addr, word: Word, subject: Subject) -> bool {
        match (word.means(), subject) {
            (Meaning::Leaf { folio, .. } | Meaning::Swap { folio, .. }, Subject::Folio(id)) => {
                folio == id
            }
            (Meaning::Table(table), Subject::Table(id)) => table == id,
            (_, Subject::Folio(id)) => {
                let folio = &self.model.kernel.folios[id.0];
                folio.refcount == at || folio.exclusive == Some(at)
            }
            _ => false,
        }
    }

    /// Whether a CPU orders two of its events by a primitive between them.
    pub(super) fn orders(&self, barrier: Barrier, first: usize, second: usize) -> bool {
        let cpu = self.cpu(first);
        self.events[first..second].iter().any(|event| {
            let Op::Sync(op) = event.op else { return false };
            event.cpu == cpu
                && match op {
                    SyncOp::Mb | SyncOp::Ipi(_) | SyncOp::GracePeriod => true,
                    SyncOp::Wmb => barrier == Barrier::Stores,
                    SyncOp::Rmb => barrier == Barrier::Reads,
                    _ => false,
                }
        })
    }

    /// The last event of a CPU, after `from`, that takes a reference, or a lock under which `changed` was done:
    /// from then on it may rely on what it holds.
    pub(super) fn holds_since(&self, from: usize, changed: usize) -> Option<usize> {
        let cpu = self.cpu(from);
        (from + 1..self.at).rev().filter(|index| self.cpu(*index) == cpu).find(|index| match &self
            .events[*index]
            .op
        {
            Op::Sync(op @ (SyncOp::Lock(_) | SyncOp::DownRead(_) | SyncOp::DownWrite(_))) => {
                op.lock().is_some_and(|lock| self.is_held(lock, changed))
            }
            Op::Rmw { old, new: Some(new), .. } => {
                matches!(old.means(), Meaning::Count { .. }) && new.bits > old.bits
            }
            _ => false,
        })
    }

    /// Whether the CPU of an event holds a lock there.
    fn is_held(&self, lock: LockId, at: usize) -> bool {
        let last = (0..at).rev().find_map(|index| match self.events[index].op {
            Op::Sync(op) if op.lock() == Some(lock) && self.cpu(index) == self.cpu(at) => Some(op),
            _ => None,
        });
        matches!(last, Some(SyncOp::Lock(_) | SyncOp::DownRead(_) | SyncOp::DownWrite(_)))
    }

    /// The names of the locks that the CPU of an event holds there.
    pub(super) fn locks_held(&self, at: usize) -> Vec<&'t str> {
        let locks = (0..self.model.locks.len()).filter(|lock| self.is_held(LockId(*lock), at));
        locks.map(|lock| self.model.locks[lock].name.as_str()).collect()
    }

    /// The event that turned interrupts off, if they are off from before `from` to the violation.
    pub(super) fn irqs_off_since(&self, from: usize) -> Option<usize> {
        let cpu = self.cpu(from);
        let is = |index: &usize, op: SyncOp| {
            self.cpu(*index) == cpu
                && matches!(self.events[*index].op, Op::Sync(done) if done == op)
        };
        let off = (0..from).rev().find(|index| is(index, SyncOp::IrqSave))?;
        let on = (off..self.at).any(|index| is(&index, SyncOp::IrqRestore));
        (!on).then_some(off)
    }
}

/// Numbers in words: `steps 2, 5 and 9`.
pub(super) fn steps(numbers: &[usize]) -> String {
    match numbers {
        [] => String::new(),
        [one] => format!("step {one}"),
        [most @ .., last] => {
            let most: Vec<String> = most.iter().map(ToString::to_string).collect();
            format!("steps {} and {last}", most.join(", "))
        }
    }
}
