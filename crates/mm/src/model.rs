//! A model: one machine, the roles that run on it, and the properties that judge an execution.

use crate::exists::Exists;
use crate::goal::Goal;
use crate::property::{self, Property};
use crate::reload::Reloading;
use crate::routine::{Args, Routine, litmus};
use crate::watch::Watching;
use crate::{Cpu, Ctx, Event, Kernel, LockId, MemoryModel, Op, Word};

/// The kind of word in a cell.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CellKind {
    /// A PMD entry.
    Pmd,
    /// A PTE.
    Pte,
    /// A word of data.
    Word,
    /// A counter, changed only by atomic read-modify-writes. Each passes on its CPU's view of memory:
    /// stronger than the kernel's, but with few states.
    Counter,
    /// A counter in ordinary memory: an operation has the ordering that the kernel documents, and no more.
    Atomic,
    /// A word outside memory, which changes for all CPUs at once and is unordered: oracle state (an auxiliary
    /// variable, after Owicki and Gries, 1976) or TLB contents.
    Auxiliary,
}

impl CellKind {
    /// Whether the memory model determines which store a read returns; if not, it is the newest.
    pub fn follows_memory_model(self) -> bool {
        !matches!(self, CellKind::Counter | CellKind::Auxiliary)
    }
}

/// The kind of a lock.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LockKind {
    /// A page-table lock: a spin lock under which entries change.
    PageTable,
    /// Another spin lock, such as the notifier's or that of a TLB.
    Spin,
    /// A reader-writer semaphore.
    Semaphore,
}

/// A lock of the model.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lock {
    /// The name in traces.
    pub name: String,
    /// The kind.
    pub kind: LockKind,
}

/// A word of shared memory.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The name in traces.
    pub name: String,
    /// The kind of word in it.
    pub kind: CellKind,
    /// The initial value.
    pub init: Word,
    /// The lock under which it is stored to, if the scenario names one.
    pub guard: Option<LockId>,
}

/// A CPU and the routine it runs.
pub struct Role {
    /// The CPU's name in traces, such as `splitter` or `walker`.
    pub name: String,
    /// The routine's name.
    pub runs: &'static str,
    /// Roles of one group run the same routine with the same arguments and are interchangeable.
    pub group: usize,
    /// The arguments that it was built from.
    pub args: Args,
    /// The routine.
    pub routine: Box<dyn Routine>,
}

impl Role {
    /// What runs, in reports: the routine's name, or the CPU's where the scenario wrote its steps out.
    pub fn told(&self) -> &str {
        if self.runs == litmus::NAME { &self.name } else { self.runs }
    }
}

/// Everything an engine needs: initial memory, one role per CPU, and the properties.
pub struct Model {
    /// The fixed layout.
    pub kernel: Kernel,
    /// Shared memory, indexed by [`crate::Addr`].
    pub cells: Vec<Cell>,
    /// Spin locks and reader-writer semaphores, indexed by [`crate::LockId`].
    pub locks: Vec<Lock>,
    /// One role per CPU.
    pub roles: Vec<Role>,
    /// The memory model to explore under.
    pub memory: MemoryModel,
    /// The properties that must hold.
    pub properties: Vec<Property>,
    /// The outcome for [`Property::NoOutcome`].
    pub exists: Exists,
    /// What must happen at least once, so that a result is not vacuous.
    pub goals: Vec<Goal>,
    /// The loop bounds up to which a property may hold; any other makes a result inconclusive.
    pub bounds: Vec<String>,
}

impl Model {
    /// The page-table locks, as bits.
    pub fn page_table_locks(&self) -> u64 {
        let locks = self.locks.iter().enumerate();
        let locks = locks.filter(|(_, lock)| lock.kind == LockKind::PageTable);
        locks.fold(0, |bits, (index, _)| bits | 1 << index)
    }

    /// Whether a property that holds up to this loop bound holds as far as the scenario asks.
    pub fn accepts_bound(&self, bound: &str) -> bool {
        self.bounds.iter().any(|accepted| accepted == bound)
    }
}

/// The judgement of one execution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judgement {
    /// For each property of the model, the index of the first event that violates it.
    pub violated_at: Vec<Option<usize>>,
    /// For each goal of the model, whether the execution reached it.
    pub reached: Vec<bool>,
}

impl Model {
    /// Runs the role of one CPU.
    pub fn run(&self, role: usize, cpu: &dyn Cpu) {
        let Role { routine, .. } = &self.roles[role];
        let watching = Watching::new(cpu, &self.kernel);
        let run = |cpu: &dyn Cpu| routine.run(&Ctx { cpu, kernel: &self.kernel });
        match self.kernel.plain_reloads {
            true => run(&Reloading::new(&watching, &self.cells)),
            false => run(&watching),
        }
        watching.keep();
    }

    /// The CPUs that violate the property at `index` when a step of `cpu` does: for the outcome of a litmus
    /// test, all CPUs that it names, whichever comes last; all there are if it names words alone.
    pub fn violators(&self, index: usize, cpu: usize) -> Vec<usize> {
        match self.properties[index] {
            Property::NoOutcome if self.exists.cpus().next().is_none() => {
                (0..self.roles.len()).collect()
            }
            Property::NoOutcome => self.exists.cpus().collect(),
            _ => vec![cpu],
        }
    }

    /// Judges a complete execution whose events are in the order in which stores follow each other in memory.
    pub fn judge(&self, events: &[Event]) -> Judgement {
        self.judge_with(events, &self.memory_after(events))
    }

    /// What words hold after these events, in the order of which stores follow each other in memory.
    pub fn memory_after(&self, events: &[Event]) -> Vec<Word> {
        let mut memory: Vec<Word> = self.cells.iter().map(|cell| cell.init).collect();
        for event in events {
            if let Op::Write { at, word } | Op::Rmw { at, new: Some(word), .. } = event.op {
                memory[at.0] = word;
            }
        }
        memory
    }

    /// Judges a complete execution, at whose end words hold `memory`.
    pub fn judge_with(&self, events: &[Event], memory: &[Word]) -> Judgement {
        let properties = self.properties.iter();
        let violated_at = properties.map(|p| property::first_violation(*p, self, events, memory));
        let goals = self.goals.iter().map(|goal| goal.reached_at(self, events, memory));
        Judgement {
            violated_at: violated_at.collect(),
            reached: goals.map(|reached| reached.is_some()).collect(),
        }
    }
}
