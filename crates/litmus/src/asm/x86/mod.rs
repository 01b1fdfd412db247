//! x86, in 32 bits (`X86`, in the syntax of Intel) and in 64 (`X86_64`, in that of AT&T).
//!
//! Reference: the Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2. Memory is write-back, so
//! that `LFENCE`, `SFENCE` and `CLFLUSH` order nothing; `MOVNTI` is a store as any other, as in herd7.

mod instruction;
mod parse;
mod register;
mod step;

use super::Architecture;
use super::cpu::{Cpu, Next, Step};
use super::cursor::Cursor;
use super::reader::Names;
use super::size::Size;
use crate::Problem;
use instruction::Instruction;
use register::Register;

/// x86.
pub(super) struct X86;

impl Architecture for X86 {
    type Instruction = Instruction;
    type Settings = ();
    type State = ();
    const REGISTERS: usize = Register::COUNT;

    fn register(name: &str) -> Option<usize> {
        Register::named(name).map(|view| view.register.index())
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

    fn step(cpu: &mut Cpu<'_, X86>, instruction: &Instruction) -> Step<Next> {
        cpu.step(instruction)
    }
}
