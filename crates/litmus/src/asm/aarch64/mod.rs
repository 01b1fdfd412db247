//! AArch64: what its instructions do, as herd7 has it (herd/AArch64Sem.ml) and the Arm ARM.

mod access;
mod atomic;
mod compute;
mod instruction;
mod mnemonic;
mod operand;
mod parse;
mod register;
mod step;
mod vmsa;

use super::Architecture;
use super::cpu::{Cpu, Handling, Next, Program, Step};
use super::cursor::Cursor;
use super::reader::Names;
use crate::Problem;
use crate::file::File;
use instruction::Instruction;
use register::{Register, Size};
use vmsa::{Settings, Spontaneous};

/// AArch64.
pub(super) struct AArch64;

/// The exclusives monitor of a CPU. The address that it has marked is in [`Register::MARKED`].
#[derive(Debug, Default)]
pub(super) struct Monitor {
    /// The size of the last load-exclusive, if no store-exclusive came after it.
    size: Option<Size>,
    /// The reads of the last exclusive or atomic instruction that a store-exclusive may pair with: their numbers.
    reads: Vec<u8>,
}

impl Architecture for AArch64 {
    type Instruction = Instruction;
    type State = Monitor;
    type Settings = Settings;
    const REGISTERS: usize = Register::COUNT;

    fn settings(file: &File<'_>) -> Result<Settings, Problem> {
        Settings::read(file)
    }

    fn handling(settings: &Settings) -> Handling {
        settings.handling
    }

    fn machine(program: Program<AArch64>) -> Box<dyn pmdrace_axioms::Program> {
        Box::new(Spontaneous::new(program))
    }

    fn register(name: &str) -> Option<usize> {
        Register::named(name).map(|(register, _)| register.index())
    }

    fn instruction(
        cursor: &mut Cursor<'_, '_>,
        names: &mut Names<'_>,
    ) -> Result<Instruction, Problem> {
        parse::instruction(cursor, names)
    }

    fn access(instruction: &Instruction) -> Option<u64> {
        instruction.access().map(Size::bytes)
    }

    fn step(cpu: &mut Cpu<'_, AArch64>, instruction: &Instruction) -> Step<Next> {
        cpu.step(instruction)
    }
}
