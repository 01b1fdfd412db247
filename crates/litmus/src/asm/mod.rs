//! Tests whose threads are assembly: AArch64, x86 and RISC-V.
//!
//! A thread is interpreted: its registers hold values with what these depend on ([`trace`]), and what it reads is
//! answered by the search. An architecture says which instructions there are and what each does ([`Architecture`]).

mod aarch64;
mod cpu;
mod cursor;
mod lexer;
mod reader;
mod riscv;
mod size;
mod table;
mod trace;
mod x86;

use aarch64::AArch64;

use crate::file::File;
use crate::memory::Memory;
use crate::read::{Input, Threads};
use crate::{Language, Problem};
pub(crate) use cpu::is_code;
use cpu::{Cpu, Handling, Next, Program, Step};
use cursor::Cursor;
use reader::Names;
use riscv::RiscV;
use x86::X86;

/// An architecture.
trait Architecture: Sized + 'static {
    /// An instruction.
    type Instruction;

    /// What a CPU has besides its registers.
    type State: Default;

    /// What the lines before the initial state say about the machine.
    type Settings: Default + 'static;

    /// The number of registers.
    const REGISTERS: usize;

    /// Whether dependencies go through memory: from what a write depends on to what reads it next in the thread.
    const THROUGH_MEMORY: bool = true;

    /// Reads the settings.
    fn settings(file: &File<'_>) -> Result<Self::Settings, Problem> {
        let _ = file;
        Ok(Self::Settings::default())
    }

    /// What happens after a fault without a handler.
    fn handling(_: &Self::Settings) -> Handling {
        Handling::Fatal
    }

    /// The program with what the machine does besides its threads.
    fn machine(program: Program<Self>) -> Box<dyn pmdrace_axioms::Program> {
        Box::new(program)
    }

    /// The register that a question or an initial state names.
    fn register(name: &str) -> Option<usize>;

    /// Reads an instruction.
    fn instruction(
        cursor: &mut Cursor<'_, '_>,
        names: &mut Names<'_>,
    ) -> Result<Self::Instruction, Problem>;

    /// The bytes of each access of an instruction to memory, if it makes any.
    fn access(instruction: &Self::Instruction) -> Option<u64>;

    /// What an instruction does.
    fn step(cpu: &mut Cpu<'_, Self>, instruction: &Self::Instruction) -> Step<Next>;
}

/// Reads the threads of a test.
pub(crate) fn read(input: &Input<'_>, memory: Memory) -> Result<Threads, Problem> {
    match input.file.language {
        Language::AArch64 => reader::read::<AArch64>(input, memory),
        Language::X86 => reader::read::<X86>(input, memory),
        Language::RiscV => reader::read::<RiscV>(input, memory),
        Language::C => {
            let help = "begin with AArch64, X86, X86_64 or RISCV";
            input.file.problem(input.file.threads.start, "this is not assembly", help)
        }
    }
}
