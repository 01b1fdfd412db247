//! Accesses to memory. Every access of every instruction goes through [`Cpu::target`], which translates its
//! address, then through [`Cpu::load`] or [`Cpu::store`].

use crate::memory::NO_ADDRESS;
use crate::span::Span;
use pmdrace_axioms::{End, Set, Tag, Tags, Value};

use super::super::cpu::{Cpu, Step};
use super::super::trace::{Dep, Inputs, Word};
use super::AArch64;
use super::instruction::{Both, Order};
use super::register::Size;

/// What an instruction is going to do to memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Direction {
    Read,
    /// It writes; a read-modify-write counts as this.
    Write,
    /// A read-modify-write that turns out not to write.
    MayWrite,
}

/// Memory that an instruction accesses, once its address is translated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Target {
    pub(super) address: Value,
    /// What the address is made from.
    pub(super) addr: Dep,
    /// What decides whether the access happens.
    pub(super) ctrl: Dep,
}

impl Target {
    /// What follows it in memory.
    pub(super) fn offset(self, bytes: u64) -> Target {
        Target { address: self.address.wrapping_add(bytes), ..self }
    }
}

/// What the writes of an instruction depend on besides their address.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Stored {
    /// The value.
    pub(super) value: Word,
    /// An event of the instruction that the value comes from.
    pub(super) from: Dep,
    /// What decides whether it is written.
    pub(super) ctrl: Dep,
    /// Events of the instruction that come before it by decree.
    pub(super) order: Set,
    /// The read of which it is the write.
    pub(super) rmw: Option<u8>,
    /// The event of which it is a part.
    pub(super) part_of: Option<u8>,
}

impl Cpu<'_, AArch64> {
    /// The locations of an access.
    fn span(&self, target: Target, size: Size) -> Step<Span> {
        Ok(self.memory.access(target.address, size.bytes()).ok_or(End::Astray(NO_ADDRESS))?)
    }

    /// Reads memory, after events of the instruction that come before it by decree.
    pub(super) fn load(
        &mut self,
        target: Target,
        size: Size,
        tags: Tags,
        order: Set,
    ) -> Step<Word> {
        self.load_part(target, size, tags, order, None)
    }

    fn load_part(
        &mut self,
        target: Target,
        size: Size,
        tags: Tags,
        order: Set,
        part_of: Option<u8>,
    ) -> Step<Word> {
        let at = self.span(target, size)?;
        let Target { addr, ctrl, .. } = target;
        let offset = self.memory.offset(target.address);
        let inputs = Inputs { addr, ctrl, order, offset, part_of, ..Inputs::default() };
        let value = self.trace.read_span(at, tags, inputs)?;
        Ok(value.map(|value| size.zero_extend(value)))
    }

    /// Writes memory. The result is the event.
    pub(super) fn store(
        &mut self,
        target: Target,
        size: Size,
        tags: Tags,
        stored: Stored,
    ) -> Step<u8> {
        let at = self.span(target, size)?;
        let Stored { value, from, ctrl, order, rmw, part_of } = stored;
        let Target { addr, .. } = target;
        let ctrl = target.ctrl | ctrl;
        let offset = self.memory.offset(target.address);
        let data = value.dep;
        let inputs = Inputs { addr, data, from, ctrl, order, rmw, offset, part_of };
        Ok(self.trace.write_span(at, size.zero_extend(value.bits), tags, inputs)?)
    }

    /// Reads values side by side. They may be one access.
    pub(super) fn load_each(
        &mut self,
        target: Target,
        size: Size,
        tags: Tags,
        count: usize,
        one: bool,
    ) -> Step<Vec<Word>> {
        let mut values: Vec<Word> = Vec::new();
        for target in (0..).map(|index| target.offset(index * size.bytes())).take(count) {
            let first = values.first().copied().and_then(event);
            let part_of = if one { first } else { None };
            values.push(self.load_part(target, size, tags, Set::EMPTY, part_of)?);
        }
        Ok(values)
    }

    /// Writes values side by side. They may be one access.
    pub(super) fn store_each(
        &mut self,
        target: Target,
        size: Size,
        tags: Tags,
        stored: &[Stored],
        one: bool,
    ) -> Step<()> {
        let mut first = None;
        for (index, stored) in (0..).zip(stored) {
            let stored = Stored { part_of: first, ..*stored };
            let event = self.store(target.offset(index * size.bytes()), size, tags, stored)?;
            if one {
                first = first.or(Some(event));
            }
        }
        Ok(())
    }
}

/// The number of the event of a value that was read.
pub(super) fn event(value: Word) -> Option<u8> {
    value.dep.own.iter().next().and_then(|event| u8::try_from(event).ok())
}

impl From<Order> for Tags {
    fn from(order: Order) -> Tags {
        match order {
            Order::Plain => Tags::NONE,
            Order::Acquire => Tag::Acquire.into(),
            Order::AcquirePc => Tag::AcquirePc.into(),
        }
    }
}

/// The annotations of a write that may be a release.
pub(super) fn release(release: bool) -> Tags {
    if release { Tag::Release.into() } else { Tags::NONE }
}

impl Both {
    /// The annotations of the read of a read-modify-write. If it returns nothing, an acquire has no effect.
    pub(super) fn read(self, returns: bool) -> Tags {
        match (returns, self.acquire) {
            (false, _) => Tag::NoReturn.into(),
            (true, true) => Tag::Acquire.into(),
            (true, false) => Tags::NONE,
        }
    }
}
