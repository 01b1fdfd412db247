//! A model: one machine, the roles that run on it, and what to judge an execution by.

use crate::exists::Exists;
use crate::goal::Goal;
use crate::property::{self, Property};
use crate::reload::Reloading;
use crate::routine::Routine;
use crate::{Cpu, Ctx, Event, Kernel, MemoryModel, Word};

/// What kind of word a cell holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CellKind {
    /// A PMD entry.
    Pmd,
    /// A PTE.
    Pte,
    /// A word of data.
    Word,
    /// A counter, changed only by atomic read-modify-writes. Each hands on what its CPU knows: stronger than
    /// the kernel's, and few states.
    Counter,
    /// A counter as memory has it: an operation orders what the kernel says it orders, and no more.
    Atomic,
    /// A word outside memory, which changes for all CPUs at once and orders nothing: what the oracles
    /// keep (an auxiliary variable, after Owicki and Gries, 1976), what a TLB holds.
    Auxiliary,
}

impl CellKind {
    /// Whether the memory model says which of its stores a read returns; if not, it is the newest.
    pub fn follows_memory_model(self) -> bool {
        !matches!(self, CellKind::Counter | CellKind::Auxiliary)
    }
}

/// What kind of lock a lock is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LockKind {
    /// A spin lock.
    Spin,
    /// A reader-writer semaphore.
    Semaphore,
}

/// A lock of the model.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lock {
    /// Its name in traces.
    pub name: String,
    /// What kind it is.
    pub kind: LockKind,
}

/// A word of shared memory.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its name in traces.
    pub name: String,
    /// What it holds.
    pub kind: CellKind,
    /// Its initial value.
    pub init: Word,
}

/// A CPU and what it runs.
pub struct Role {
    /// The CPU's name in traces, such as `splitter` or `walker`.
    pub name: String,
    /// The routine's name.
    pub runs: &'static str,
    /// Whether it reads without the lock that mutators hold: the side the properties protect.
    pub reader: bool,
    /// Whether it may store to an entry without holding a lock.
    pub lockless_stores: bool,
    /// Roles of one group run the same routine with the same arguments: they are interchangeable.
    pub group: usize,
    /// The routine.
    pub routine: Box<dyn Routine>,
}

/// Everything an engine needs: initial memory, one role per CPU, and the judge.
pub struct Model {
    /// The fixed layout.
    pub kernel: Kernel,
    /// Shared memory; an [`crate::Addr`] is an index into it.
    pub cells: Vec<Cell>,
    /// Spin locks and reader-writer semaphores; a [`crate::LockId`] is an index into it.
    pub locks: Vec<Lock>,
    /// One role per CPU.
    pub roles: Vec<Role>,
    /// The memory model to explore under.
    pub memory: MemoryModel,
    /// What must hold.
    pub properties: Vec<Property>,
    /// The outcome that [`Property::NoOutcome`] is about.
    pub exists: Exists,
    /// What must have happened at least once for a result to mean anything.
    pub goals: Vec<Goal>,
}

/// What one execution showed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judgement {
    /// For each property of the model, the index of the event that violated it first.
    pub violated_at: Vec<Option<usize>>,
    /// For each goal of the model, whether the execution reached it.
    pub reached: Vec<bool>,
}

impl Model {
    /// Whether some CPU waits for others: by interrupting them, or for a grace period. Where none does,
    /// sections with interrupts off and RCU read sections delay nobody.
    pub fn waits_for_cpus(&self) -> bool {
        self.kernel.arch.facts().mmu.flush == pmdrace_pgtable::TlbFlush::Ipi
            || self.roles.iter().any(|role| role.routine.waits_for_cpus(self.kernel.arch))
    }

    /// Runs the role of one CPU.
    pub fn run(&self, role: usize, cpu: &dyn Cpu) {
        let run = |cpu: &dyn Cpu| self.roles[role].routine.run(&Ctx { cpu, kernel: &self.kernel });
        match self.kernel.plain_reloads {
            true => run(&Reloading::new(cpu, &self.cells)),
            false => run(cpu),
        }
    }

    /// Who violates the property at `index` when a step of `cpu` does: the outcome of a litmus test is the
    /// doing of every CPU that it names, whoever comes last.
    pub fn violators(&self, index: usize, cpu: usize) -> Vec<usize> {
        match self.properties[index] {
            Property::NoOutcome => self.exists.terms.iter().map(|term| term.cpu).collect(),
            _ => vec![cpu],
        }
    }

    /// Judges a complete execution.
    pub fn judge(&self, events: &[Event]) -> Judgement {
        Judgement {
            violated_at: self
                .properties
                .iter()
                .map(|property| property::first_violation(*property, self, events))
                .collect(),
            reached: self.goals.iter().map(|goal| goal.reached(self, events)).collect(),
        }
    }
}
