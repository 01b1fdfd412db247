//! The CPU of a litmus test: the kernel's primitives one after the other, as a scenario lists them.
//!
//! No kernel function: this is what tests of the memory models are made of. The names are those of
//! tools/memory-model/litmus-tests in the kernel, and so is the meaning of a step.

use std::convert::Infallible;

use pmdrace_pgtable::Arch;

use super::{ArgKind, ArgSpec, Routine, RoutineSpec};
use crate::{Call, Ctx, Meaning, Note, Register, SyncOp, Word};

/// What is stored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// A number.
    Is(u64),
    /// What a register has: a data dependency.
    Of(Register),
}

/// One step: a primitive, and the register that gets what it returns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// The register.
    pub register: Option<Register>,
    /// The primitive.
    pub call: Call<Value>,
}

/// How many registers a CPU has.
pub const REGISTERS: usize = 16;

pub(super) static ROUTINES: &[&RoutineSpec] = &[&LITMUS];

static LITMUS: RoutineSpec = RoutineSpec {
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
    ..RoutineSpec::BASE
};

struct Litmus {
    steps: Vec<Step>,
}

impl Routine for Litmus {
    fn steps(&self) -> Option<&[Step]> {
        Some(&self.steps)
    }

    fn waits_for_cpus(&self, _: &dyn Arch) -> bool {
        self.steps.iter().any(|step| step.call == Call::Sync(SyncOp::GracePeriod))
    }

    fn run(&self, k: &Ctx<'_>) {
        let mut registers = [0; REGISTERS];
        for step in &self.steps {
            let Ok(call) = step.call.map(|_, value| {
                let bits = match value {
                    Value::Is(bits) => bits,
                    Value::Of(register) => registers[usize::from(register.0)],
                };
                Ok::<_, Infallible>(Word::new(bits, Meaning::None))
            });
            let answer = k.cpu.ask(call);
            if let Some(register) = step.register {
                let value = answer.word().bits;
                registers[usize::from(register.0)] = value;
                k.cpu.note(Note::Register { register, value });
            }
        }
    }
}
