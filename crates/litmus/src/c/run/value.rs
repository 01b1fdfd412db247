//! Expressions.

use pmdrace_axioms::model::Release;
use pmdrace_axioms::{End, Event, Kind, Set, Tag, Tags, Value};

use super::{Asked, Machine, Made, OF_SCENARIOS, Step, known};
use crate::c::syntax::{Expression, Operator};

impl Machine<'_> {
    /// The value of an expression.
    pub(super) fn value(&mut self, expression: &Expression) -> Step<Made> {
        self.step()?;
        match expression {
            Expression::Number(number) => Ok(Made::number(*number)),
            Expression::Variable(variable) => {
                let made = self.variables.get(*variable).copied().unwrap_or_default();
                if let Some(condition) = &mut self.condition {
                    condition.events |= made.through;
                    condition.variables |= made.through;
                }
                Ok(made)
            }
            Expression::Load(tags, address) => {
                let address = self.value(address)?;
                let at = self.location(address.value)?;
                let read = self.access(Event::new(Kind::Read, Some(at), 0, *tags), address)?;
                self.answer(read, Asked::Read)?;
                Ok(self.read(read))
            }
            Expression::Binary(operator, left, right) => {
                let left = self.value(left)?;
                let right = self.value(right)?;
                let is_address = |value| self.setting.memory.is_address(value);
                let (a, b) = (known(left.value)?, known(right.value)?);
                if let Some(what) = meaningless(*operator, a, b, is_address) {
                    return Err(End::Astray(what));
                }
                Ok(left.with(right, operator.apply(a, b, is_address)))
            }
            Expression::Choose(parts) => {
                let [condition, then, otherwise] = &**parts;
                let from = self.events.len();
                let (holds, control) = self.decide(condition)?;
                let by: Set = (from..self.events.len()).collect();
                let chosen = if holds { then } else { otherwise };
                let made = self.branch(control, |machine| machine.value(chosen))?;
                let condition =
                    Made { by, from: control.events, through: control.events, ..Made::default() };
                Ok(made.with(condition, made.value))
            }
            Expression::Update(update) => self.update(update),
            Expression::Object(..) | Expression::Call(..) => Err(End::Astray(OF_SCENARIOS)),
            Expression::TryLock(address) => {
                let address = self.value(address)?;
                self.try_lock(address)
            }
            Expression::IsLocked(address) => {
                let address = self.value(address)?;
                let at = self.location(address.value)?;
                let read = self.access(Event::new(Kind::Read, Some(at), 0, Tags::NONE), address)?;
                let locked = self.held(at, read)?;
                self.tag(read, if locked { Tag::LockFail } else { Tag::NotLocked });
                Ok(Made { value: locked.into(), ..self.read(read) })
            }
            Expression::SrcuLock(address) => {
                let address = self.value(address)?;
                match self.setting.release {
                    // It gives an index that is not in memory.
                    Release::V6_1 => {
                        let index = Value::from(self.instruction);
                        self.srcu(Tag::SrcuLock, address, index)?;
                        Ok(Made::number(index))
                    }
                    _ => {
                        let at = self.location(address.value)?;
                        let event = Event::new(Kind::Read, Some(at), 0, Tag::SrcuLock.into());
                        let read = self.access(event, address)?;
                        self.answer(read, Asked::Read)?;
                        Ok(self.read(read))
                    }
                }
            }
        }
    }
}

/// What a computation does that has no meaning in C; None if it has one.
fn meaningless(
    operator: Operator,
    a: Value,
    b: Value,
    is_address: impl Fn(Value) -> bool,
) -> Option<&'static str> {
    match operator {
        Operator::Divide | Operator::Remainder if b as i32 == 0 => Some("divide by zero"),
        Operator::Add | Operator::Subtract | Operator::Equal | Operator::NotEqual => None,
        Operator::Xor if a == b => None,
        _ if is_address(a) || is_address(b) => {
            Some("compute with an address, other than by + and -, or compare it for order")
        }
        _ => None,
    }
}
