//! Operations on values of any shape: scalars, and vectors lane by lane.

use super::Machine;
use super::arith::{self, Wrong};
use super::taint::Taint;
use super::value::{Int, Poison, Value, mask};
use super::{Run, Stop};
use crate::error::{Cause, Decides};
use crate::ir::op::{Binary, Cast, Flags, Predicate};

impl Machine {
    /// Poison that is made here.
    pub(crate) fn poison(&self, made_by: &'static str, taint: Taint) -> Value {
        Value::Poison(Poison { made_by, place: self.place, taint })
    }

    fn wrong(&self, wrong: Wrong, made_by: &'static str, taint: Taint) -> Run<Value> {
        match wrong {
            Wrong::Poison => Ok(self.poison(made_by, taint)),
            Wrong::Division(what) => Err(Cause::Division(what).into()),
            Wrong::UndefinedDivisor => Err(Cause::Undefined(Decides::Division).into()),
        }
    }

    /// An operation on two scalars; poison in, poison out.
    pub(crate) fn scalars(
        &mut self,
        a: &Value,
        b: &Value,
        made_by: &'static str,
        op: impl FnOnce(Int, Int) -> Result<Int, Wrong>,
    ) -> Run<Value> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => {
                let taint = self.taints.join(a.taint, b.taint);
                match op(*a, *b) {
                    Ok(int) => Ok(Value::Int(Int { taint, ..int })),
                    Err(wrong) => self.wrong(wrong, made_by, taint),
                }
            }
            (Value::Poison(_), _) => Ok(a.clone()),
            (_, Value::Poison(_)) => Ok(b.clone()),
            _ => Err(shapes()),
        }
    }

    /// A binary operation.
    pub(crate) fn binary(
        &mut self,
        (op, flags, width): (Binary, Flags, u32),
        a: &Value,
        b: &Value,
    ) -> Run<Value> {
        match (a, b) {
            (Value::Many(a), Value::Many(b)) if a.len() == b.len() => {
                let lanes = a.iter().zip(b.iter());
                let lanes = lanes.map(|(a, b)| self.binary((op, flags, width), a, b));
                Ok(Value::Many(lanes.collect::<Run<Vec<Value>>>()?.into()))
            }
            _ => self.scalars(a, b, op.name(), |a, b| arith::binary(op, flags, width, a, b)),
        }
    }

    /// A comparison.
    pub(crate) fn compare(
        &mut self,
        (predicate, width): (Predicate, u32),
        a: &Value,
        b: &Value,
    ) -> Run<Value> {
        match (a, b) {
            (Value::Many(a), Value::Many(b)) if a.len() == b.len() => {
                let lanes = a.iter().zip(b.iter());
                let lanes = lanes.map(|(a, b)| self.compare((predicate, width), a, b));
                Ok(Value::Many(lanes.collect::<Run<Vec<Value>>>()?.into()))
            }
            _ => self.scalars(a, b, "icmp", |a, b| Ok(arith::compare(predicate, width, a, b))),
        }
    }

    /// A conversion.
    pub(crate) fn cast(
        &mut self,
        (kind, flags): (Cast, Flags),
        (from, to): (u32, u32),
        a: &Value,
    ) -> Run<Value> {
        match a {
            Value::Many(lanes) => {
                let lanes = lanes.iter().map(|a| self.cast((kind, flags), (from, to), a));
                Ok(Value::Many(lanes.collect::<Run<Vec<Value>>>()?.into()))
            }
            Value::Poison(_) => Ok(a.clone()),
            Value::Int(int) => match arith::cast(kind, flags, from, to, *int) {
                Ok(cast) => Ok(Value::Int(Int { taint: int.taint, ..cast })),
                Err(wrong) => self.wrong(wrong, "cast", int.taint),
            },
        }
    }

    /// One of two values.
    pub(crate) fn select(&mut self, condition: &Value, yes: &Value, no: &Value) -> Run<Value> {
        match condition {
            Value::Many(conditions) => {
                let (Value::Many(yes), Value::Many(no)) = (yes, no) else { return Err(shapes()) };
                let lanes = conditions.iter().zip(yes.iter().zip(no.iter()));
                let lanes = lanes.map(|(condition, (yes, no))| self.select(condition, yes, no));
                Ok(Value::Many(lanes.collect::<Run<Vec<Value>>>()?.into()))
            }
            Value::Poison(_) => Ok(condition.clone()),
            Value::Int(decided) if decided.is_defined() => {
                let chosen = if decided.bits & 1 == 1 { yes } else { no };
                Ok(self.tainted(chosen, decided.taint))
            }
            Value::Int(decided) => match (yes, no) {
                (Value::Int(a), Value::Int(b)) => {
                    let taint = self.taints.join(a.taint, b.taint);
                    let taint = self.taints.join(taint, decided.taint);
                    Ok(Value::Int(Int { taint, ..arith::either(*a, *b) }))
                }
                _ if yes == no => Ok(yes.clone()),
                (Value::Poison(_), _) => Ok(yes.clone()),
                (_, Value::Poison(_)) => Ok(no.clone()),
                _ => Err(Cause::Undefined(Decides::Branch).into()),
            },
        }
    }

    /// A value that comes from more events.
    pub(crate) fn tainted(&mut self, value: &Value, taint: Taint) -> Value {
        if taint == Taint::NONE {
            return value.clone();
        }
        match value {
            Value::Int(int) => {
                Value::Int(Int { taint: self.taints.join(int.taint, taint), ..*int })
            }
            Value::Poison(poison) => {
                Value::Poison(Poison { taint: self.taints.join(poison.taint, taint), ..*poison })
            }
            Value::Many(values) => {
                Value::Many(values.iter().map(|value| self.tainted(value, taint)).collect())
            }
        }
    }

    /// All events that a value comes from.
    pub(crate) fn taint_of(&mut self, value: &Value) -> Taint {
        match value {
            Value::Int(int) => int.taint,
            Value::Poison(poison) => poison.taint,
            Value::Many(values) => values.iter().fold(Taint::NONE, |all, value| {
                let own = self.taint_of(value);
                self.taints.join(all, own)
            }),
        }
    }
}

/// Poison becomes a value that is not known, but is the same wherever it is used.
pub(crate) fn freeze(value: &Value, width: u32) -> Value {
    match value {
        Value::Poison(poison) => {
            Value::Int(Int { taint: poison.taint, ..Int::partly(0, mask(width)) })
        }
        Value::Int(_) => value.clone(),
        Value::Many(values) => Value::Many(values.iter().map(|v| freeze(v, width)).collect()),
    }
}

/// The part of an aggregate at the end of a path.
pub(crate) fn extract<'v>(value: &'v Value, path: &[u32]) -> Run<&'v Value> {
    path.iter().try_fold(value, |value, index| match value {
        Value::Many(values) => values.get(*index as usize).ok_or_else(shapes),
        Value::Poison(_) => Ok(value),
        Value::Int(_) => Err(shapes()),
    })
}

/// An aggregate with one part replaced.
pub(crate) fn insert(value: &Value, part: &Value, path: &[u32]) -> Run<Value> {
    let Some((first, rest)) = path.split_first() else { return Ok(part.clone()) };
    let Value::Many(values) = value else { return Err(shapes()) };
    let mut values = values.to_vec();
    let slot = values.get_mut(*first as usize).ok_or_else(shapes)?;
    *slot = insert(slot, part, rest)?;
    Ok(Value::Many(values.into()))
}

/// The operands do not have the shape that the operation needs.
pub(crate) fn shapes() -> Stop {
    Cause::Unknown("an operation on operands of this shape".to_owned()).into()
}
