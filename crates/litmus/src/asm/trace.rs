//! [`Trace`]: the events of a thread while it runs, with what they depend on.
//!
//! Dependencies go through registers and through memory that the thread has written itself. They are those of
//! herd7's `aarch64deps.cat`: a value depends on the reads that it is made from (`data`), and on those that selected
//! it as well (`pick`), such as the condition of a conditional select.

use std::ops::{BitOr, BitOrAssign};

use crate::span::Span;
use pmdrace_axioms::{End, Event, Kind, Loc, MAX_EVENTS, Run, Set, Tag, Tags, Value};

/// What a value depends on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Dep {
    /// The reads that it is made from.
    pub(crate) data: Set,
    /// These, and the reads that it was selected by.
    pub(crate) pick: Set,
    /// The events of the instruction at hand that it comes from.
    pub(crate) own: Set,
    /// Whether it follows from an answer, so that it is not the same in all executions.
    pub(crate) asked: bool,
}

impl Dep {
    /// On nothing.
    pub(crate) const NONE: Dep =
        Dep { data: Set::EMPTY, pick: Set::EMPTY, own: Set::EMPTY, asked: false };

    /// Of a value that is selected, not made, by what this is the dependency of.
    pub(crate) fn selecting(self) -> Dep {
        Dep { data: Set::EMPTY, ..self }
    }

    /// After the instruction at hand.
    fn later(self) -> Dep {
        Dep { own: Set::EMPTY, ..self }
    }
}

impl BitOr for Dep {
    type Output = Dep;
    fn bitor(self, other: Dep) -> Dep {
        Dep {
            data: self.data | other.data,
            pick: self.pick | other.pick,
            own: self.own | other.own,
            asked: self.asked | other.asked,
        }
    }
}

impl BitOrAssign for Dep {
    fn bitor_assign(&mut self, other: Dep) {
        *self = *self | other;
    }
}

/// A value and what it depends on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Word {
    pub(crate) bits: Value,
    pub(crate) dep: Dep,
}

impl Word {
    /// A constant.
    pub(crate) fn constant(bits: Value) -> Word {
        Word { bits, dep: Dep::NONE }
    }

    /// Made from this by a function.
    pub(crate) fn map(self, function: impl FnOnce(Value) -> Value) -> Word {
        Word { bits: function(self.bits), ..self }
    }

    /// Made from two values.
    pub(crate) fn with(self, other: Word, function: impl FnOnce(Value, Value) -> Value) -> Word {
        Word { bits: function(self.bits, other.bits), dep: self.dep | other.dep }
    }

    /// The same value, which depends on more.
    pub(crate) fn on(self, dep: Dep) -> Word {
        Word { dep: self.dep | dep, ..self }
    }

    /// As later instructions see it.
    pub(crate) fn later(self) -> Word {
        Word { dep: self.dep.later(), ..self }
    }
}

/// What an event depends on, by the way in which it uses it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Inputs {
    /// Its address is made from this.
    pub(crate) addr: Dep,
    /// The value that it writes is made from this.
    pub(crate) data: Dep,
    /// What it writes comes from this, an event of its own instruction.
    pub(crate) from: Dep,
    /// This decides whether it happens.
    pub(crate) ctrl: Dep,
    /// Events of the instruction that come before it by decree.
    pub(crate) order: Set,
    /// The read of which it is the write.
    pub(crate) rmw: Option<u8>,
    /// The first event of the access that it is a part of.
    pub(crate) part_of: Option<u8>,
    /// Its offset in its page.
    pub(crate) offset: Option<u16>,
}

impl Inputs {
    /// What the event depends on.
    fn all(&self) -> Dep {
        self.addr | self.data | self.from | self.ctrl.selecting()
    }
}

/// The events of a thread while it runs.
#[derive(Debug)]
pub(crate) struct Trace<'a> {
    answers: &'a [Value],
    /// Whether dependencies go through reads, and through memory that the thread has written.
    through_memory: bool,
    events: Vec<Event>,
    instruction: u16,
    /// What the branches so far decided by.
    ctrl: Dep,
    /// The last write of earlier instructions to each location.
    written: Vec<(Loc, Dep)>,
    /// The writes of the instruction at hand.
    writing: Vec<(Loc, Dep)>,
}

impl<'a> Trace<'a> {
    pub(crate) fn new(answers: &'a [Value], through_memory: bool) -> Trace<'a> {
        Trace {
            answers,
            through_memory,
            events: Vec::new(),
            instruction: 0,
            ctrl: Dep::NONE,
            written: Vec::new(),
            writing: Vec::new(),
        }
    }

    /// Begins the next instruction.
    pub(crate) fn next_instruction(&mut self) {
        self.instruction = self.instruction.saturating_add(1);
        let writing = std::mem::take(&mut self.writing);
        for (at, _) in &writing {
            self.written.retain(|(other, _)| other != at);
        }
        self.written.extend(writing.into_iter().map(|(at, dep)| (at, dep.later())));
    }

    /// A branch decides by this.
    pub(crate) fn branch(&mut self, on: Dep) {
        self.ctrl |= on.later();
    }

    /// A read, answered.
    pub(crate) fn read(&mut self, at: Loc, tags: Tags, inputs: Inputs) -> Result<Word, End> {
        let index = self.add(Kind::Read, Some(at), 0, tags, inputs)?;
        let before = self.written.iter().filter(|(other, _)| *other == at);
        let before = before.fold(Dep::NONE, |all, (_, dep)| all | *dep);
        if let Some(event) = self.events.last_mut() {
            event.pick |= before.pick;
        }
        let value = self.answer(End::Value)?;
        if let Some(event) = self.events.last_mut() {
            event.value = value;
        }
        // Nothing depends on an implicit read alone.
        let this = if tags.has(Tag::Implicit) { Set::EMPTY } else { Set::one(index) };
        let made = if self.through_memory { inputs.all() | before } else { Dep::NONE };
        let dep = Dep {
            data: made.data | this,
            pick: made.pick | this,
            own: Set::one(index),
            asked: true,
        };
        Ok(Word { bits: value, dep })
    }

    /// An access to neighbouring locations that together hold a value.
    pub(crate) fn read_span(
        &mut self,
        span: Span,
        tags: Tags,
        mut inputs: Inputs,
    ) -> Result<Word, End> {
        let offset = inputs.offset;
        let mut dep = Dep::NONE;
        let mut parts = Vec::new();
        for (index, at) in (0..).zip(span.locations()) {
            let first = self.next();
            inputs.offset = offset.map(|offset| offset + index * span.bytes() as u16);
            let part = self.read(at, tags, inputs)?;
            inputs.part_of = inputs.part_of.or(first);
            dep |= part.dep;
            parts.push(part.bits);
        }
        Ok(Word { bits: span.join(parts.into_iter()), dep })
    }

    /// A write of neighbouring locations that together hold a value. The result is the number of its first event.
    pub(crate) fn write_span(
        &mut self,
        span: Span,
        value: Value,
        tags: Tags,
        mut inputs: Inputs,
    ) -> Result<u8, End> {
        let (offset, rmw, first) = (inputs.offset, inputs.rmw, self.next());
        for (index, at) in (0..).zip(span.locations()) {
            inputs.offset = offset.map(|offset| offset + u16::from(index) * span.bytes() as u16);
            inputs.rmw = rmw.map(|rmw| rmw + index);
            self.write(at, span.part(value, u32::from(index)), tags, inputs)?;
            inputs.part_of = inputs.part_of.or(first);
        }
        Ok(first.unwrap_or(0))
    }

    /// The number of the next event.
    fn next(&self) -> Option<u8> {
        u8::try_from(self.events.len()).ok()
    }

    /// A write. The result is its number.
    pub(crate) fn write(
        &mut self,
        at: Loc,
        value: Value,
        tags: Tags,
        inputs: Inputs,
    ) -> Result<u8, End> {
        let index = self.add(Kind::Write, Some(at), value, tags, inputs)?;
        self.writing.push((at, inputs.all()));
        Ok(index as u8)
    }

    /// An event that is neither.
    pub(crate) fn other(
        &mut self,
        at: Option<Loc>,
        value: Value,
        tags: Tags,
        inputs: Inputs,
    ) -> Result<Dep, End> {
        let index = self.add(Kind::Other, at, value, tags, inputs)?;
        Ok(Dep { own: Set::one(index), ..inputs.all() })
    }

    fn add(
        &mut self,
        kind: Kind,
        at: Option<Loc>,
        value: Value,
        tags: Tags,
        inputs: Inputs,
    ) -> Result<usize, End> {
        let index = self.events.len();
        let Inputs { addr, data, from, ctrl, order, rmw, part_of, offset } = inputs;
        let own = Set::first(index) & self.here();
        self.events.push(Event {
            instruction: self.instruction,
            addr: addr.data - own,
            data: data.data - own,
            ctrl: self.ctrl.data,
            iico_data: addr.own | data.own | from.own,
            iico_ctrl: ctrl.own,
            pick_addr: addr.pick - own,
            pick_data: data.pick - own,
            pick_ctrl: self.ctrl.pick,
            pick: inputs.all().pick - own,
            rmw,
            iico_order: order,
            part_of,
            offset,
            ..Event::new(kind, at, value, tags)
        });
        // A set has no room for more: the search sees that there are too many.
        if index == MAX_EVENTS { Err(End::Never) } else { Ok(index) }
    }

    /// The page-table entry that was read last names this page frame.
    pub(crate) fn names_frame(&mut self, frame: Option<u16>) {
        if let Some(event) = self.events.last_mut() {
            event.frame = frame;
        }
    }

    /// An atomic update by no instruction. `new` is what it makes of a value; if it is None there is no update.
    pub(crate) fn update(
        &mut self,
        at: Loc,
        tags: Tags,
        new: impl FnOnce(Value) -> Option<Value>,
    ) -> Result<(), End> {
        let read = self.add(Kind::Read, Some(at), 0, tags, Inputs::default())?;
        let old = self.answer(End::Value)?;
        if let Some(event) = self.events.last_mut() {
            event.value = old;
        }
        let new = new(old).ok_or(End::Never)?;
        let inputs = Inputs {
            data: Dep { own: Set::one(read), ..Dep::NONE },
            rmw: u8::try_from(read).ok(),
            ..Inputs::default()
        };
        self.add(Kind::Write, Some(at), new, tags, inputs)?;
        Ok(())
    }

    /// The events of the instruction at hand.
    fn here(&self) -> Set {
        let here = |event: &&Event| event.instruction == self.instruction;
        let count = self.events.iter().rev().take_while(here).count();
        Set::first(self.events.len()) - Set::first(self.events.len() - count)
    }

    /// Asks for one of the numbers 0 to `n - 1`.
    pub(crate) fn choose(&mut self, n: u8) -> Result<Value, End> {
        self.answer(End::Choice(n))
    }

    fn answer(&mut self, question: End) -> Result<Value, End> {
        let (first, rest) = self.answers.split_first().ok_or(question)?;
        self.answers = rest;
        Ok(*first)
    }

    /// What the thread did.
    pub(crate) fn into_run(self, end: End) -> Run {
        Run { events: self.events, end }
    }
}
