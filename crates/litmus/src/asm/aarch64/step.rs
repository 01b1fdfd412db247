//! What each instruction does.

use pmdrace_axioms::Set;

use super::super::cpu::{Cpu, Next, Step, code_address};
use super::super::trace::{Inputs, Word};
use super::AArch64;
use super::access::{Direction, Stored, release};
use super::compute::bit_field;
use super::instruction::{Address, Extend, Instruction, Offset, Operand, Order};
use super::register::{Register, Size};
use crate::fault::Class;

impl Cpu<'_, AArch64> {
    /// Executes an instruction.
    pub(super) fn step(&mut self, instruction: &Instruction) -> Step<Next> {
        match *instruction {
            Instruction::Nop => {}
            Instruction::Fence(tag) => {
                self.trace.other(None, 0, tag.into(), Inputs::default())?;
            }
            Instruction::Load { size, extend, order, to, at } => {
                let (address, base) = self.address(at);
                let target = self.target(address, Direction::Read, order.into())?;
                let value = self.load(target, size, order.into(), Set::EMPTY)?;
                self.write_back(base);
                self.set(to, extend.apply(size, value));
            }
            Instruction::Store { size, release: releases, from, at } => {
                let value = self.sized(from, size);
                let (address, base) = self.address(at);
                let target = self.target(address, Direction::Write, release(releases))?;
                self.store(target, size, release(releases), Stored::of(value))?;
                self.write_back(base);
            }
            Instruction::LoadPair { size, extend, order, to, at } => {
                self.load_pair(size, extend, order, to, at)?;
            }
            Instruction::StorePair { size, release, from, at } => {
                self.store_pair(size, release, from, at)?;
            }
            Instruction::LoadExclusive { size, acquire, to, at } => {
                self.load_exclusive(size, acquire, &[to], at)?;
            }
            Instruction::LoadExclusivePair { size, acquire, to, at } => {
                self.load_exclusive(size, acquire, &to, at)?;
            }
            Instruction::StoreExclusive { size, release, status, from, at } => {
                self.store_exclusive(size, release, status, &[from], at)?;
            }
            Instruction::StoreExclusivePair { size, release, status, from, at } => {
                self.store_exclusive(size, release, status, &from, at)?;
            }
            Instruction::Atomic { change, size, with, from, to, at } => {
                self.atomic(change, size, with, from, to, at)?;
            }
            Instruction::CompareAndSwap { size, with, old, new, at } => {
                self.compare_and_swap(size, with, &[old], &[new], at)?;
            }
            Instruction::CompareAndSwapPair { size, with, old, new, at } => {
                self.compare_and_swap(size, with, &old, &new, at)?;
            }
            Instruction::BranchIf(..)
            | Instruction::CompareBranch { .. }
            | Instruction::TestBranch { .. }
            | Instruction::Branch(_)
            | Instruction::BranchLink(_)
            | Instruction::BranchRegister { .. } => return self.branch(instruction),
            Instruction::Invalidate { shared, page } => self.invalidate(shared, page)?,
            Instruction::ExceptionReturn => return self.exception_return(),
            Instruction::SupervisorCall => self.exception(Class::SupervisorCall, 1)?,
            Instruction::Undefined => self.exception(Class::Undefined, 0)?,
            _ => self.compute(instruction),
        }
        Ok(Next::Follow)
    }

    /// The value of a register.
    pub(super) fn get(&self, register: Register) -> Word {
        match register {
            Register::ZERO => Word::constant(0),
            register => self.register(register.index()),
        }
    }

    /// The low bits of a register.
    pub(super) fn sized(&self, register: Register, size: Size) -> Word {
        self.get(register).map(|value| size.zero_extend(value))
    }

    /// Sets a register.
    pub(super) fn set(&mut self, register: Register, value: Word) {
        if register != Register::ZERO {
            self.set_register(register.index(), value);
        }
    }

    /// The address of an access, and what its base becomes.
    fn address(&self, at: Address) -> (Word, Option<(Register, Word)>) {
        let base = self.get(at.base);
        let plus = |by: u64| base.map(|base| base.wrapping_add(by));
        match at.offset {
            Offset::Immediate(by) => (plus(by), None),
            Offset::Before(by) => (plus(by), Some((at.base, plus(by)))),
            Offset::After(by) => (base, Some((at.base, plus(by)))),
            Offset::Register(register, shift) => {
                let by = self.get(register).map(|value| shift.apply(Size::Double, value));
                (base.with(by, u64::wrapping_add), None)
            }
        }
    }

    fn write_back(&mut self, base: Option<(Register, Word)>) {
        if let Some((register, value)) = base {
            self.set(register, value);
        }
    }

    fn load_pair(
        &mut self,
        size: Size,
        extend: Extend,
        order: Order,
        to: [Register; 2],
        at: Address,
    ) -> Step<()> {
        let (address, base) = self.address(at);
        let target = self.target(address, Direction::Read, order.into())?;
        let first = self.load(target, size, order.into(), Set::EMPTY)?;
        let before = if order == Order::Plain { Set::EMPTY } else { first.dep.own };
        let second = self.load(target.offset(size.bytes()), size, order.into(), before)?;
        self.write_back(base);
        for (to, value) in to.into_iter().zip([first, second]) {
            self.set(to, extend.apply(size, value));
        }
        Ok(())
    }

    fn store_pair(
        &mut self,
        size: Size,
        releases: bool,
        from: [Register; 2],
        at: Address,
    ) -> Step<()> {
        let (address, base) = self.address(at);
        let target = self.target(address, Direction::Write, release(releases))?;
        let mut halves = [(0, from[0]), (size.bytes(), from[1])];
        if releases && base.is_some() {
            // STILP with write-back stores the second register first.
            halves.reverse();
        }
        let mut before = Set::EMPTY;
        for (offset, from) in halves {
            let order = if releases { before } else { Set::EMPTY };
            let stored = Stored { order, ..Stored::of(self.sized(from, size)) };
            let event = self.store(target.offset(offset), size, release(releases), stored)?;
            before = Set::one(usize::from(event));
        }
        self.write_back(base);
        Ok(())
    }

    fn branch(&mut self, instruction: &Instruction) -> Step<Next> {
        let (taken, on, to) = match *instruction {
            Instruction::BranchIf(condition, target) => {
                let flags = self.get(Register::FLAGS);
                (condition.holds(flags.bits), flags.dep, target)
            }
            Instruction::CompareBranch { zero, size, register, target } => {
                let value = self.sized(register, size);
                ((value.bits == 0) == zero, value.dep, target)
            }
            Instruction::TestBranch { zero, bit, register, target } => {
                let value = self.get(register);
                ((value.bits >> bit & 1 == 0) == zero, value.dep, target)
            }
            Instruction::Branch(to) => return Ok(Next::Jump { to, counted: true }),
            Instruction::BranchLink(to) => {
                self.link();
                return Ok(Next::Jump { to, counted: true });
            }
            Instruction::BranchRegister { link, register } => {
                let address = self.get(register);
                self.trace.branch(address.dep);
                let to = self.instruction_at(address.bits)?;
                if link {
                    self.link();
                }
                return Ok(Next::Jump { to, counted: true });
            }
            _ => return Ok(Next::Follow),
        };
        self.trace.branch(on);
        Ok(if taken { Next::Jump { to, counted: on.asked } } else { Next::Follow })
    }

    fn link(&mut self) {
        let next = code_address(self.thread, self.at + 1);
        self.set(Register::LINK, Word::constant(next));
    }

    fn operand(&self, operand: Operand, size: Size) -> Word {
        match operand {
            Operand::Immediate(value) => Word::constant(value),
            Operand::Register(register, shift) => {
                self.get(register).map(|value| shift.apply(size, value))
            }
        }
    }

    /// Executes an instruction that changes registers only.
    fn compute(&mut self, instruction: &Instruction) {
        match *instruction {
            Instruction::Compute { function, size, to, left, right } => {
                let (left, right) = (self.sized(left, size), self.operand(right, size));
                self.set(to, left.with(right, |a, b| function.apply(size, a, b)));
            }
            Instruction::ComputeFlags { function, size, to, left, right } => {
                let (left, right) = (self.sized(left, size), self.operand(right, size));
                let flags = left.with(right, |a, b| function.flags(size, a, b));
                self.set(to, left.with(right, |a, b| function.apply(size, a, b)));
                self.set(Register::FLAGS, flags);
            }
            Instruction::Move { size, to, from } => {
                let value = self.operand(from, size);
                self.set(to, value.map(|value| size.zero_extend(value)));
            }
            Instruction::MoveKeep { size, to, value, shift } => {
                let mask = 0xffff << shift;
                let old = self.sized(to, size);
                self.set(to, old.map(|old| old & !mask | value << shift));
            }
            Instruction::BitField { signed, size, to, from, rotate, last } => {
                let value = self.get(from);
                self.set(to, value.map(|value| bit_field(signed, size, value, rotate, last)));
            }
            Instruction::MultiplyAdd { subtract, size, to, factors: [a, b], add } => {
                let product = self.get(a).with(self.get(b), u64::wrapping_mul);
                let sum = product.with(self.get(add), |product, add| match subtract {
                    true => add.wrapping_sub(product),
                    false => add.wrapping_add(product),
                });
                self.set(to, sum.map(|sum| size.zero_extend(sum)));
            }
            Instruction::Select { size, to, then, otherwise, change, condition } => {
                let flags = self.get(Register::FLAGS);
                let value = match condition.holds(flags.bits) {
                    true => self.sized(then, size),
                    false => self.get(otherwise).map(|value| change.apply(size, value)),
                };
                self.set(to, value.on(flags.dep.selecting()));
            }
            Instruction::AddressOf { to, address } => self.set(to, Word::constant(address)),
            Instruction::ReadSystem { to, from } => {
                let shift = if from == Register::FLAGS { 28 } else { 0 };
                let value = self.get(from);
                self.set(to, value.map(|value| value << shift));
            }
            Instruction::WriteSystem { to, from } => {
                let value = self.get(from);
                let flags =
                    |value: u64| if to == Register::FLAGS { value >> 28 & 15 } else { value };
                self.set(to, value.map(flags));
            }
            _ => {}
        }
    }
}

impl Stored {
    /// A value.
    fn of(value: Word) -> Stored {
        Stored { value, ..Stored::default() }
    }
}

impl Extend {
    fn apply(self, size: Size, value: Word) -> Word {
        match self {
            Extend::Zero => value,
            Extend::Sign(to) => value.map(|value| to.zero_extend(size.sign_extend(value))),
        }
    }
}
