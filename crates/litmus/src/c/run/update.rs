//! Atomic read-modify-writes.

use pmdrace_axioms::{Event, Kind, Set, Tag, Tags, Value};

use super::{Asked, Machine, Made, Step, known};
use crate::c::syntax::{Change, Operator, Order, Update};

impl Machine<'_> {
    /// An atomic read-modify-write. A fully ordered one has barriers around it, unless it is conditional and fails.
    pub(super) fn update(&mut self, update: &Update) -> Step<Made> {
        if update.order != Order::Full {
            return Ok(self.change(update)?.0);
        }
        let mut without = self.clone();
        match without.change(update) {
            Ok((_, true)) => self.steps = without.steps,
            Ok((made, false)) => {
                *self = without;
                return Ok(made);
            }
            Err(end) => {
                (self.events, self.asked) = (without.events, without.asked);
                return Err(end);
            }
        }
        let outer = self.opening;
        let first = self.add(Event::new(Kind::Other, None, 0, Tag::Mb.into()))?;
        self.opening = Set::one(first);
        let (made, _) = self.change(update)?;
        self.opening = outer;
        let mut last = Event::new(Kind::Other, None, 0, Tag::Mb.into());
        last.iico_ctrl = (first..self.events.len()).collect();
        self.add(last)?;
        Ok(Made { flow: made.flow, ..Made::number(made.value) })
    }

    /// An atomic read-modify-write without its barriers, and whether it writes. One that fails is relaxed.
    fn change(&mut self, update: &Update) -> Step<(Made, bool)> {
        let (reading, writing) = match update.order {
            Order::Full | Order::Relaxed => (Tag::Once, Tag::Once),
            Order::Acquire => (Tag::Acquire, Tag::Once),
            Order::Release => (Tag::Once, Tag::Release),
            Order::NoReturn => (Tag::NoReturn, Tag::Once),
        };
        let start = self.events.len();
        let address = self.value(&update.address)?;
        let operand = match &update.change {
            Change::Exchange(value) | Change::Fetch(_, value) | Change::Return(_, value) => value,
            Change::CompareExchange(old, _) => old,
            Change::AddUnless(_, unless) => unless,
        };
        let operand = self.value(operand)?;
        let at = self.location(address.value)?;
        let read = self.access(Event::new(Kind::Read, Some(at), 0, Tag::Atomic.into()), address)?;
        let data = self.data(update, operand, Set::one(read));
        let old = self.answer(read, Asked::Update { order: update.order, data })?;
        let result = self.read(read);
        let is_address = |value| self.setting.memory.is_address(value);

        let mut write = Event::new(Kind::Write, Some(at), 0, Tags::from(writing).with(Tag::Atomic));
        write.rmw = u8::try_from(read).ok();
        let mut to = address;
        // What its operands do comes before its write, even if the write does not use it. A fetching operation is
        // ordered by use alone.
        let before = |machine: &Self| (start..machine.events.len()).collect::<Set>();
        let result = match &update.change {
            Change::Exchange(_) => {
                give(&mut write, operand, operand.value);
                write.iico_ctrl = before(self);
                result
            }
            Change::Fetch(by, _) | Change::Return(by, _) => {
                let new = by.apply(known(old)?, known(operand.value)?, is_address);
                give(&mut write, operand.with(result, 0), new);
                // Its address is used by the read, and through it by the write.
                to = Made::number(address.value);
                let returned = matches!(update.change, Change::Return(..));
                result.with(operand, if returned { new } else { old })
            }
            Change::CompareExchange(_, new) => {
                if known(old)? != known(operand.value)? {
                    self.tag(read, Tag::Once);
                    return Ok((result, false));
                }
                let new = self.value(new)?;
                give(&mut write, new, new.value);
                write.iico_ctrl = before(self);
                // Its value is that with which it was compared.
                Made { flow: operand.flow, ..result }
            }
            Change::AddUnless(added, _) => {
                let adds = known(old)? != known(operand.value)?;
                // It says whether it added, not what.
                let outcome = Made { flow: Set::EMPTY, ..result.with(operand, adds.into()) };
                if !adds {
                    self.tag(read, Tag::Once);
                    return Ok((outcome, false));
                }
                let added = self.value(added)?;
                let new = Operator::Add.apply(old, known(added.value)?, is_address);
                give(&mut write, added.with(result, 0), new);
                write.iico_ctrl = before(self);
                outcome
            }
        };
        self.tag(read, reading);
        self.access(write, to)?;
        Ok((result, true))
    }

    /// The reads that the new value would be made from, looked at before the answer is known; `own` is that of the
    /// operation.
    fn data(&self, update: &Update, operand: Made, own: Set) -> Set {
        let from = |other| self.clone().value(other).map_or(Set::EMPTY, |made| made.from);
        match &update.change {
            Change::Exchange(_) => operand.from,
            Change::Fetch(..) | Change::Return(..) => operand.from | own,
            Change::CompareExchange(_, new) => from(new),
            Change::AddUnless(added, _) => from(added) | own,
        }
    }
}

/// Makes an event write a value that was made so.
fn give(write: &mut Event, made: Made, value: Value) {
    write.value = value;
    write.data = made.from;
    write.flow = made.flow;
    write.iico_data = made.by;
}
