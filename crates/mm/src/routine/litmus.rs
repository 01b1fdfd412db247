//! The CPU of a litmus test: the kernel's primitives one after the other, as a scenario lists them.
//!
//! No kernel function: this is what tests of the memory models are made of. The names are those of
//! tools/memory-model/litmus-tests in the kernel, and so is the meaning of a step.

use pmdrace_pgtable::Arch;

use super::{ArgKind, ArgSpec, Routine, RoutineSpec, SPEC};
use crate::{Addr, Ctx, LockId, Meaning, Note, Register, SemId, Word};

/// How a read orders what comes after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadOrder {
    /// `READ_ONCE()`: not at all.
    Once,
    /// `rcu_dereference()`: the accesses to words that are found through its value.
    Dependency,
    /// `smp_load_acquire()`: everything.
    Acquire,
}

/// What is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// A number.
    Is(u64),
    /// What a register has: a data dependency.
    Of(Register),
}

/// One step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// A read into a register.
    Read {
        /// The register.
        register: Register,
        /// The word.
        at: Addr,
        /// How it orders.
        order: ReadOrder,
    },
    /// `WRITE_ONCE()` or `smp_store_release()`.
    Write {
        /// The word.
        at: Addr,
        /// What is stored.
        value: Value,
        /// Whether it is ordered after everything before it.
        release: bool,
    },
    /// `xchg()` or `xchg_relaxed()` into a register.
    Xchg {
        /// The register.
        register: Register,
        /// The word.
        at: Addr,
        /// What is stored.
        value: Value,
        /// Whether it orders nothing.
        relaxed: bool,
    },
    /// `smp_mb()`.
    Mb,
    /// `smp_wmb()`.
    Wmb,
    /// `smp_rmb()`.
    Rmb,
    /// `spin_lock()`.
    Lock(LockId),
    /// `spin_unlock()`.
    Unlock(LockId),
    /// An operation on a reader-writer semaphore.
    Sem(SemStep, SemId),
    /// An operation of RCU.
    Rcu(RcuStep),
}

/// What is done to a semaphore.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SemStep {
    /// `down_read()`.
    DownRead,
    /// `up_read()`.
    UpRead,
    /// `down_write()`.
    DownWrite,
    /// `up_write()`.
    UpWrite,
    /// `downgrade_write()`.
    Downgrade,
}

/// What is done of RCU.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RcuStep {
    /// `rcu_read_lock()`.
    Lock,
    /// `rcu_read_unlock()`.
    Unlock,
    /// `synchronize_rcu()`.
    Synchronize,
}

impl Step {
    /// The register that the step gives a value.
    pub fn gives(self) -> Option<Register> {
        match self {
            Step::Read { register, .. } | Step::Xchg { register, .. } => Some(register),
            _ => None,
        }
    }
}

/// How many registers a CPU has.
pub const REGISTERS: usize = 16;

pub(super) static LITMUS: RoutineSpec = RoutineSpec {
    name: "litmus",
    summary: "the steps that the scenario lists, for tests of the memory models",
    kernel: &["tools/memory-model/Documentation/litmus-tests.txt"],
    reader: true,
    lockless_stores: true,
    args: &[ArgSpec::required(
        "steps",
        ArgKind::Steps,
        "the steps in order, such as `r0 = READ_ONCE(x)`, `WRITE_ONCE(x, 1)`, `smp_mb()`",
    )],
    build: |args| Box::new(Litmus { steps: args.steps("steps") }),
    ..SPEC
};

struct Litmus {
    steps: Vec<Step>,
}

impl Routine for Litmus {
    fn steps(&self) -> Option<&[Step]> {
        Some(&self.steps)
    }

    fn waits_for_cpus(&self, _: &dyn Arch) -> bool {
        self.steps.contains(&Step::Rcu(RcuStep::Synchronize))
    }

    fn run(&self, k: &Ctx<'_>) {
        let mut registers = [0; REGISTERS];
        for step in &self.steps {
            let value = |value: Value| match value {
                Value::Is(value) => Word::new(value, Meaning::None),
                Value::Of(register) => Word::new(registers[usize::from(register.0)], Meaning::None),
            };
            let read = match *step {
                Step::Read { at, order: ReadOrder::Once, .. } => Some(k.cpu.read_once(at)),
                Step::Read { at, order: ReadOrder::Dependency, .. } => {
                    Some(k.cpu.read_once_dep(at))
                }
                Step::Read { at, order: ReadOrder::Acquire, .. } => {
                    Some(k.cpu.smp_load_acquire(at))
                }
                Step::Write { at, value: stored, release: false } => {
                    k.cpu.write_once(at, value(stored));
                    None
                }
                Step::Write { at, value: stored, release: true } => {
                    k.cpu.smp_store_release(at, value(stored));
                    None
                }
                Step::Xchg { at, value: stored, relaxed: false, .. } => {
                    Some(k.cpu.xchg(at, value(stored)))
                }
                Step::Xchg { at, value: stored, relaxed: true, .. } => {
                    Some(k.cpu.xchg_relaxed(at, value(stored)))
                }
                Step::Mb => {
                    k.cpu.smp_mb();
                    None
                }
                Step::Wmb => {
                    k.cpu.smp_wmb();
                    None
                }
                Step::Rmb => {
                    k.cpu.smp_rmb();
                    None
                }
                Step::Lock(lock) => {
                    k.cpu.spin_lock(lock);
                    None
                }
                Step::Unlock(lock) => {
                    k.cpu.spin_unlock(lock);
                    None
                }
                Step::Sem(step, sem) => {
                    match step {
                        SemStep::DownRead => k.cpu.down_read(sem),
                        SemStep::UpRead => k.cpu.up_read(sem),
                        SemStep::DownWrite => k.cpu.down_write(sem),
                        SemStep::UpWrite => k.cpu.up_write(sem),
                        SemStep::Downgrade => k.cpu.downgrade_write(sem),
                    }
                    None
                }
                Step::Rcu(step) => {
                    match step {
                        RcuStep::Lock => k.cpu.rcu_read_lock(),
                        RcuStep::Unlock => k.cpu.rcu_read_unlock(),
                        RcuStep::Synchronize => k.cpu.synchronize_rcu(),
                    }
                    None
                }
            };
            if let (Some(register), Some(word)) = (step.gives(), read) {
                registers[usize::from(register.0)] = word.bits;
                k.cpu.note(Note::Register { register, value: word.bits });
            }
        }
    }
}
