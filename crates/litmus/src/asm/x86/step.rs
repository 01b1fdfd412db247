//! What each instruction does.

use crate::memory::NO_ADDRESS;
use crate::span::Span;
use pmdrace_axioms::{End, Tag, Tags, Value};

use super::super::cpu::{Cpu, Next, Step};
use super::super::size::Size;
use super::super::trace::{Dep, Inputs, Word};
use super::X86;
use super::instruction::{Address, Function, Instruction, Operand, Place};
use super::register::{Register, View};

/// Memory that an instruction accesses.
#[derive(Clone, Copy)]
struct Target {
    address: Value,
    addr: Dep,
    /// Whether the bus is locked.
    locked: bool,
}

/// A place once its address is known.
#[derive(Clone, Copy)]
enum Found {
    Register(View),
    Memory(Target),
}

impl Cpu<'_, X86> {
    /// Executes an instruction.
    pub(super) fn step(&mut self, instruction: &Instruction) -> Step<Next> {
        match *instruction {
            Instruction::Nop => {}
            Instruction::Fence => {
                self.trace.other(None, 0, Tag::Mb.into(), Inputs::default())?;
            }
            Instruction::Move { size, to, from } => {
                let to = self.find(to, false);
                let value = self.operand(from, size)?;
                self.write(to, size, value, Word::default())?;
            }
            Instruction::Compute { function, size, locked, to, from } => {
                let to = self.find(to, locked);
                let old = self.read(to, size)?;
                let operand = self.operand(from, size)?;
                let result = self.compute(function, size, old, operand);
                self.write(to, size, result, old)?;
            }
            Instruction::Compare { function, size, left, right } => {
                let left = self.find(left, false);
                let left = self.read(left, size)?;
                let right = self.operand(right, size)?;
                self.compute(function, size, left, right);
            }
            Instruction::Exchange { size, places } => {
                let places = [self.find(places[0], true), self.find(places[1], true)];
                let old = [self.read(places[0], size)?, self.read(places[1], size)?];
                self.write(places[0], size, old[1], old[0])?;
                self.write(places[1], size, old[0], old[1])?;
            }
            Instruction::ExchangeAdd { size, locked, to, from } => {
                let to = self.find(to, locked);
                let old = self.read(to, size)?;
                let operand = self.view(from);
                let result = self.compute(Function::Add, size, old, operand);
                self.set(from, old);
                self.write(to, size, result, old)?;
            }
            Instruction::CompareExchange { size, locked, to, from } => {
                self.compare_exchange(size, locked, to, from)?;
            }
            Instruction::MoveIf { condition, size, to, from } => {
                let flags = self.register(Register::FLAGS.index());
                let value = match condition.holds(flags.bits) {
                    true => {
                        let from = self.find(from, false);
                        self.read(from, size)?
                    }
                    false => self.view(to),
                };
                self.set(to, value.on(flags.dep.selecting()));
            }
            Instruction::SetIf { condition, to } => {
                let flags = self.register(Register::FLAGS.index());
                let value = flags.map(|flags| u64::from(condition.holds(flags)));
                let to = self.find(to, false);
                self.write(to, Size::Byte, value, Word::default())?;
            }
            Instruction::Jump(to) => return Ok(Next::Jump { to, counted: true }),
            Instruction::JumpIf(condition, to) => {
                let flags = self.register(Register::FLAGS.index());
                self.trace.branch(flags.dep);
                if condition.holds(flags.bits) {
                    return Ok(Next::Jump { to, counted: flags.dep.asked });
                }
            }
            Instruction::Return => return Ok(Next::Stop),
        }
        Ok(Next::Follow)
    }

    /// `CMPXCHG`: compares with `RAX`, which the old value goes to if it differs. A locked one that fails is as
    /// much of a fence as one that succeeds.
    fn compare_exchange(&mut self, size: Size, locked: bool, to: Place, from: View) -> Step<()> {
        let to = self.find(to, locked);
        let a = View { register: Register::A, size, high: false };
        let expected = self.view(a);
        let old = self.read(to, size)?;
        self.compute(Function::Subtract, size, expected, old);
        if old.bits == expected.bits {
            let new = self.view(from).on((old.dep | expected.dep).selecting());
            self.write(to, size, new, old)?;
        } else {
            self.set(a, old.on(expected.dep.selecting()));
        }
        Ok(())
    }

    /// Sets the flags, gives the result.
    fn compute(&mut self, function: Function, size: Size, left: Word, right: Word) -> Word {
        let before = self.register(Register::FLAGS.index());
        let (result, flags) = function.apply(size, left.bits, right.bits, before.bits);
        let dep = left.dep | right.dep;
        self.set_register(Register::FLAGS.index(), Word { bits: flags, dep });
        Word { bits: result, dep }
    }

    /// The value of a part of a register.
    fn view(&self, view: View) -> Word {
        let shift = if view.high { 8 } else { 0 };
        let value = self.register(view.register.index());
        value.map(|value| self.narrow(view.size, value >> shift))
    }

    /// Sets a part of a register. 32 bits clear the upper half, fewer bits leave the others.
    fn set(&mut self, view: View, value: Word) {
        let index = view.register.index();
        let value = value.map(|bits| self.narrow(view.size, bits));
        if view.size >= Size::Word {
            self.set_register(index, value);
            return;
        }
        let shift = if view.high { 8 } else { 0 };
        let mask = view.size.zero_extend(u64::MAX) << shift;
        let merged = self.register(index).with(value, |old, new| old & !mask | new << shift);
        self.set_register(index, merged);
    }

    /// The low bits of a value. Addresses have 32 bits in tests for 32 bits, but not here.
    fn narrow(&self, size: Size, value: u64) -> u64 {
        let whole = size >= Size::Word && self.memory.is_address(value);
        if whole { value } else { size.zero_extend(value) }
    }

    /// Finds a place.
    fn find(&self, place: Place, locked: bool) -> Found {
        let address = match place {
            Place::Register(view) => return Found::Register(view),
            Place::Memory(address) => self.address(address),
        };
        Found::Memory(Target { address: address.bits, addr: address.dep, locked })
    }

    /// The locations of an access.
    fn span(&self, target: Target, size: Size) -> Step<Span> {
        Ok(self.memory.access(target.address, size.bytes()).ok_or(End::Astray(NO_ADDRESS))?)
    }

    fn address(&self, address: Address) -> Word {
        let mut sum = Word::constant(address.displacement);
        if let Some(base) = address.base {
            sum = sum.with(self.register(base.index()), u64::wrapping_add);
        }
        if let Some((index, scale)) = address.index {
            let index = self.register(index.index()).map(|index| index.wrapping_mul(scale));
            sum = sum.with(index, u64::wrapping_add);
        }
        sum
    }

    fn operand(&mut self, operand: Operand, size: Size) -> Step<Word> {
        match operand {
            Operand::Immediate(value) => Ok(Word::constant(self.narrow(size, value))),
            Operand::Place(place) => {
                let place = self.find(place, false);
                self.read(place, size)
            }
        }
    }

    /// Reads a place.
    fn read(&mut self, place: Found, size: Size) -> Step<Word> {
        match place {
            Found::Register(view) => Ok(self.view(view)),
            Found::Memory(target) => {
                let span = self.span(target, size)?;
                let inputs = Inputs { addr: target.addr, ..Inputs::default() };
                let value = self.trace.read_span(span, tags(target), inputs)?;
                Ok(value.map(|value| self.narrow(size, value)))
            }
        }
    }

    /// Writes a place; `old` was read there by the same instruction, if it was.
    fn write(&mut self, place: Found, size: Size, value: Word, old: Word) -> Step<()> {
        let target = match place {
            Found::Register(view) => {
                self.set(view, value);
                return Ok(());
            }
            Found::Memory(target) => target,
        };
        let read = old.dep.own.iter().next().and_then(|event| u8::try_from(event).ok());
        let inputs = Inputs {
            addr: target.addr,
            data: value.dep,
            rmw: read.filter(|_| target.locked),
            ..Inputs::default()
        };
        let bits = self.narrow(size, value.bits);
        let span = self.span(target, size)?;
        self.trace.write_span(span, bits, tags(target), inputs)?;
        Ok(())
    }
}

/// The annotations of an access.
fn tags(target: Target) -> Tags {
    if target.locked { Tag::Exclusive.into() } else { Tags::NONE }
}
