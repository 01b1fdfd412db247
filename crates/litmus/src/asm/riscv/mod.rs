//! RISC-V: RV32 and RV64 with the extensions A and Zifencei, as far as tests use them.
//!
//! Reference: The RISC-V Instruction Set Manual, volume I. Dependencies are syntactic ones, through registers only
//! (chapter "RVWMO", 17.1.5); the result of a store-conditional depends on its write and on its address, as in
//! herd7.

mod instruction;
mod mnemonic;
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

/// RISC-V.
pub(super) struct RiscV;

/// The reservation of a CPU.
#[derive(Debug, Default)]
pub(super) struct Reservation {
    /// The address of the last load-reserved, if no store-conditional came after it.
    address: Option<u64>,
    /// Its read, if no other atomic operation came after it.
    read: Option<u8>,
}

impl Architecture for RiscV {
    type Instruction = Instruction;
    type State = Reservation;
    type Settings = ();
    const REGISTERS: usize = Register::COUNT;
    const THROUGH_MEMORY: bool = false;

    fn register(name: &str) -> Option<usize> {
        Register::named(name).map(Register::index)
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

    fn step(cpu: &mut Cpu<'_, RiscV>, instruction: &Instruction) -> Step<Next> {
        cpu.step(instruction)
    }
}
