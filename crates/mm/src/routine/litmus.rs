//! The CPU of a litmus test: a sequence of the kernel's primitives, as a scenario lists them.
//!
//! Not a kernel function: tests of the memory models consist of these. The names and the semantics of the
//! steps are those of tools/memory-model/litmus-tests in the kernel. A scenario's steps may also be more than a
//! sequence; then who reads them brings another [`Code`](super::Code).

use std::convert::Infallible;

use super::{ArgKind, ArgSpec, Routine, RoutineSpec};
use crate::{Call, Ctx, Meaning, Note, Register, Word};

/// The value to store.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Value {
    /// A constant.
    Is(u64),
    /// The contents of a register: a data dependency.
    Of(Register),
}

/// One step: a primitive, and the register that receives its result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// The register.
    pub register: Option<Register>,
    /// The primitive.
    pub call: Call<Value>,
}

/// The number of registers of a CPU.
pub const REGISTERS: usize = 16;

pub(super) static ROUTINES: &[&RoutineSpec] = &[&LITMUS];

/// The name of the routine of a CPU whose steps are written out.
pub const NAME: &str = "litmus";

static LITMUS: RoutineSpec = RoutineSpec {
    name: NAME,
    summary: "the steps that the scenario gives: C of the kernel's litmus tests, with its page-table helpers",
    kernel: &["tools/memory-model/Documentation/litmus-tests.txt"],
    args: &[ArgSpec::required(
        "steps",
        ArgKind::Code,
        "the steps in order, such as `r0 = READ_ONCE(x)`, `WRITE_ONCE(x, 1)`, `smp_mb()`",
    )],
    build: |args| Box::new(args.code("steps")),
    ..RoutineSpec::BASE
};

/// The steps of a litmus test, one after the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Litmus {
    /// The steps.
    pub steps: Vec<Step>,
}

impl Routine for Litmus {
    fn steps(&self) -> Option<&[Step]> {
        Some(&self.steps)
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
