//! Which models the axioms speak of.

use std::cell::{Cell, RefCell};

use pmdrace_mm::{self as mm, Addr, Call, CellKind, Change, Cpu, Meaning, Model, SyncOp, Word};

/// Whether the CPUs, run one after the other in either order, do only what the axioms speak of: no
/// semaphores, no waiting for other CPUs, nothing outside of memory.
pub(super) fn has_axioms(model: &Model) -> bool {
    let forwards: Vec<usize> = (0..model.roles.len()).collect();
    let backwards: Vec<usize> = forwards.iter().rev().copied().collect();
    model.cells.iter().all(|cell| cell.kind != CellKind::Atomic)
        && [forwards, backwards].iter().all(|order| {
            let memory = RefCell::new(model.cells.iter().map(|cell| cell.init).collect());
            let cpu = Sequential { model, memory, beyond: Cell::new(false) };
            order.iter().for_each(|role| model.run(*role, &cpu));
            !cpu.beyond.get()
        })
}

/// Whether a word is for oracles only.
pub(super) fn is_life(model: &Model, at: Addr) -> bool {
    model.cells[at.0].init.means() == Meaning::Claims
}

/// Runs CPUs one after the other.
struct Sequential<'m> {
    model: &'m Model,
    memory: RefCell<Vec<Word>>,
    beyond: Cell<bool>,
}

impl Cpu for Sequential<'_> {
    fn call(&self, call: Call, change: Change<'_>) -> mm::Answer {
        let mut memory = self.memory.borrow_mut();
        let auxiliary = |at: Addr| {
            self.model.cells[at.0].kind == CellKind::Auxiliary && !is_life(self.model, at)
        };
        let found = call.at().map(|at| memory[at.0]);
        let beyond = match call {
            Call::Write { at, word, .. } | Call::Xchg { at, word, .. } => {
                memory[at.0] = word;
                auxiliary(at)
            }
            Call::Update { at, .. } => {
                memory[at.0] = change(memory[at.0]).unwrap_or(memory[at.0]);
                auxiliary(at)
            }
            Call::Count { at, op } => {
                let old = memory[at.0];
                memory[at.0] =
                    op.apply(old.bits).0.map_or(old, |bits| Word::new(bits, old.means()));
                false
            }
            Call::Read { at, .. } => auxiliary(at),
            Call::Await { .. } => true,
            Call::Sync(op) => !matches!(
                op,
                SyncOp::Mb
                    | SyncOp::Wmb
                    | SyncOp::Rmb
                    | SyncOp::Lock(_)
                    | SyncOp::Unlock(_)
                    | SyncOp::IrqSave
                    | SyncOp::IrqRestore
                    | SyncOp::RcuLock
                    | SyncOp::RcuUnlock
            ),
        };
        self.beyond.set(self.beyond.get() || beyond);
        match call {
            Call::Write { .. } => mm::Answer::Done,
            call => mm::Answer::to(call, found),
        }
    }
}
