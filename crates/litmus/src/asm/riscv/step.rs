//! What each instruction does.

use crate::memory::NO_ADDRESS;
use crate::span::Span;
use pmdrace_axioms::{End, Set, Tag, Tags};

use super::super::cpu::{Cpu, Next, Step};
use super::super::size::Size;
use super::super::trace::{Dep, Inputs, Word};
use super::RiscV;
use super::instruction::{Address, Both, Change, Instruction, Operand};
use super::register::Register;

impl Cpu<'_, RiscV> {
    /// Executes an instruction.
    pub(super) fn step(&mut self, instruction: &Instruction) -> Step<Next> {
        match *instruction {
            Instruction::Nop => {}
            Instruction::Fence(tags) => {
                self.trace.other(None, 0, tags, Inputs::default())?;
            }
            Instruction::Load { size, signed, with, to, at } => {
                let address = self.address(at);
                let value = self.load(address, size, signed, with.tags())?;
                self.set(to, value);
            }
            Instruction::Store { size, with, from, at } => {
                let address = self.address(at);
                let data = self.get(from);
                let inputs = Inputs { data: data.dep, ..Inputs::default() };
                self.store(address, size, data.bits, with.tags(), inputs)?;
            }
            Instruction::LoadReserved { size, with, to, at } => {
                let address = self.get(at);
                let tags = Both { release: with.release && with.acquire, ..with }.tags();
                let value = self.load(address, size, true, tags.with(Tag::Exclusive))?;
                self.state.address = Some(address.bits);
                self.state.read = event(value);
                self.set(to, value);
            }
            Instruction::StoreConditional { size, with, status, from, at } => {
                self.store_conditional(size, with, status, from, at)?;
            }
            Instruction::Atomic { change, size, with, to, from, at } => {
                self.atomic(change, size, with, to, from, at)?;
            }
            Instruction::Compute { function, size, to, left, right } => {
                let right = match right {
                    Operand::Immediate(value) => Word::constant(value),
                    Operand::Register(register) => self.get(register),
                };
                let left = self.get(left);
                self.set(to, left.with(right, |a, b| function.apply(size, a, b)));
            }
            Instruction::Extend { signed, size, to, from } => {
                let value = self.get(from);
                self.set(to, value.map(|value| self.narrow(size, signed, value)));
            }
            Instruction::Constant { to, value } => self.set(to, Word::constant(value)),
            Instruction::Branch { condition, left, right, target } => {
                let (left, right) = (self.get(left), self.get(right));
                let on = left.dep | right.dep;
                self.trace.branch(on);
                if condition.holds(left.bits, right.bits) {
                    return Ok(Next::Jump { to: target, counted: on.asked });
                }
            }
            Instruction::Jump(to) => return Ok(Next::Jump { to, counted: true }),
            Instruction::Return => return Ok(Next::Stop),
        }
        Ok(Next::Follow)
    }

    fn store_conditional(
        &mut self,
        size: Size,
        with: Both,
        status: Register,
        from: Register,
        at: Register,
    ) -> Step<()> {
        let (address, data) = (self.get(at), self.get(from));
        let reserved = self.state.address.take() == Some(address.bits);
        let mut dep = Dep { asked: true, ..Dep::NONE };
        let succeeds = reserved && self.trace.choose(2)? == 1;
        if succeeds {
            let rmw = self.state.read.take();
            let inputs = Inputs { data: data.dep, rmw, ..Inputs::default() };
            let tags = Both { acquire: with.acquire && with.release, ..with }.tags();
            let tags = tags.with(Tag::Exclusive);
            let write = self.store(address, size, data.bits, tags, inputs)?;
            dep.data = address.dep.data | write;
        }
        self.set(status, Word { bits: u64::from(!succeeds), dep });
        Ok(())
    }

    fn atomic(
        &mut self,
        change: Change,
        size: Size,
        with: Both,
        to: Register,
        from: Register,
        at: Register,
    ) -> Step<()> {
        let (address, operand) = (self.get(at), self.get(from));
        let tags = with.tags().with(Tag::Exclusive);
        let old = self.load(address, size, true, tags)?;
        let value = change.apply(size, old.bits, operand.bits);
        let from = if change == Change::Swap { Dep::NONE } else { old.dep };
        let rmw = event(old);
        let inputs = Inputs { data: operand.dep, from, rmw, ..Inputs::default() };
        self.store(address, size, value, tags, inputs)?;
        self.state.read = None;
        self.set(to, old);
        Ok(())
    }

    fn get(&self, register: Register) -> Word {
        match register {
            Register::ZERO => Word::constant(0),
            register => self.register(register.index()),
        }
    }

    fn set(&mut self, register: Register, value: Word) {
        if register != Register::ZERO {
            self.set_register(register.index(), value);
        }
    }

    fn address(&self, at: Address) -> Word {
        self.get(at.base).map(|base| base.wrapping_add(at.offset))
    }

    /// The low bits of a value. An address stays whole: it has 32 bits in tests for 32 bits, but not here.
    fn narrow(&self, size: Size, signed: bool, value: u64) -> u64 {
        match signed {
            _ if size >= Size::Word && self.memory.is_address(value) => value,
            true => size.sign_extend(value),
            false => size.zero_extend(value),
        }
    }

    fn span(&self, address: Word, size: Size) -> Step<Span> {
        Ok(self.memory.access(address.bits, size.bytes()).ok_or(End::Astray(NO_ADDRESS))?)
    }

    /// Reads memory.
    fn load(&mut self, address: Word, size: Size, signed: bool, tags: Tags) -> Step<Word> {
        let at = self.span(address, size)?;
        let inputs = Inputs { addr: address.dep, ..Inputs::default() };
        let value = self.trace.read_span(at, tags, inputs)?;
        Ok(value.map(|value| self.narrow(size, signed, value)))
    }

    /// Writes memory. The result is the event.
    fn store(
        &mut self,
        address: Word,
        size: Size,
        value: u64,
        tags: Tags,
        inputs: Inputs,
    ) -> Step<Set> {
        let at = self.span(address, size)?;
        let inputs = Inputs { addr: address.dep, ..inputs };
        let value = self.narrow(size, false, value);
        let event = self.trace.write_span(at, value, tags, inputs)?;
        Ok(Set::one(usize::from(event)))
    }
}

/// The number of the event of a value that was read.
fn event(value: Word) -> Option<u8> {
    value.dep.own.iter().next().and_then(|event| u8::try_from(event).ok())
}

impl Both {
    fn tags(self) -> Tags {
        let acquire = if self.acquire { Tag::Acquire.into() } else { Tags::NONE };
        if self.release { acquire.with(Tag::Release) } else { acquire }
    }
}
