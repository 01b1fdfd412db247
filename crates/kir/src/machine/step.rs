//! One instruction.

use super::lanes::{extract, freeze, insert, shapes};
use super::value::{Int, Value, mask, signed};
use super::{Machine, Run};
use crate::error::{Cause, Decides};
use crate::host::{Host, Kind, Order};
use crate::ir::function::{Function, Op, Operand, Step};
use crate::ir::types::Type;

impl Machine {
    /// The value of an operand of the function whose registers begin at `base`.
    pub(crate) fn value<'m>(
        &'m self,
        function: &'m Function,
        base: usize,
        operand: Operand,
    ) -> &'m Value {
        let found = match operand {
            Operand::Register(register) => self.registers.get(base + register as usize),
            Operand::Constant(number) => function.constants.get(number as usize),
        };
        found.unwrap_or(&Value::NOTHING)
    }

    /// Runs an instruction; returns its result.
    pub(crate) fn step(
        &mut self,
        host: &mut dyn Host,
        function: &Function,
        base: usize,
        op: &Op,
    ) -> Run<Value> {
        let get = |machine: &Machine, operand| machine.value(function, base, operand).clone();
        Ok(match op {
            Op::Binary { op, flags, width, a, b } => {
                let (a, b) = (get(self, *a), get(self, *b));
                self.binary((*op, *flags, *width), &a, &b)?
            }
            Op::Compare { predicate, width, a, b } => {
                let (a, b) = (get(self, *a), get(self, *b));
                self.compare((*predicate, *width), &a, &b)?
            }
            Op::Cast { kind, flags, from, to, a } => {
                let a = get(self, *a);
                self.cast((*kind, *flags), (*from, *to), &a)?
            }
            Op::Select { condition, yes, no } => {
                let (condition, yes, no) = (get(self, *condition), get(self, *yes), get(self, *no));
                self.select(&condition, &yes, &no)?
            }
            Op::Freeze { width, a } => freeze(self.value(function, base, *a), *width),
            Op::Load { ty, pointer, space, order } => {
                let address = self.address(self.value(function, base, *pointer))?;
                let address = self.in_space(address, *space)?;
                self.load(host, ty, address, *order)?
            }
            Op::Store { ty, value, pointer, space, order } => {
                let address = self.address(self.value(function, base, *pointer))?;
                let address = self.in_space(address, *space)?;
                let value = get(self, *value);
                self.store(host, ty, address, &value, *order)?;
                Value::NOTHING
            }
            Op::Offset { base: pointer, offset, steps } => {
                let pointer = get(self, *pointer);
                self.offset(function, base, &pointer, *offset, steps)?
            }
            Op::Alloca { size, align, count } => {
                let count = match count {
                    None => 1,
                    Some(count) => {
                        let count = self.value(function, base, *count);
                        self.decided(count, Decides::Size)?.bits as u64
                    }
                };
                self.allocate(size.saturating_mul(count), *align)?
            }
            Op::Rmw { op, ty, pointer, operand, order } => {
                let address = self.address(self.value(function, base, *pointer))?;
                let operand = self.int(self.value(function, base, *operand))?;
                let size = self.atomic_size(ty)?;
                Value::Int(self.rmw(host, *op, address, size, operand, *order)?)
            }
            Op::Cmpxchg { ty, pointer, expected, new, order } => {
                let address = self.address(self.value(function, base, *pointer))?;
                let expected = self.int(self.value(function, base, *expected))?;
                let new = self.int(self.value(function, base, *new))?;
                let size = self.atomic_size(ty)?;
                let old = self.cmpxchg(host, address, size, (expected, new), *order)?;
                let taint = self.taints.join(old.taint, expected.taint);
                let same = Int { taint, ..Int::new(u128::from(old.bits == expected.bits)) };
                Value::Many([Value::Int(old), Value::Int(same)].into())
            }
            Op::Fence { order: Order::Plain } => Value::NOTHING,
            Op::Fence { order } => {
                let none = super::Taint::NONE;
                self.ask_done(host, Kind::Fence(*order), none, none)?;
                Value::NOTHING
            }
            Op::Call { callee, arguments, copied, result } => {
                let arguments: Vec<Value> = arguments.iter().map(|a| get(self, *a)).collect();
                self.call_any(host, (function, base), callee, arguments, copied, result)?
            }
            Op::Asm { assembly, arguments } => {
                let arguments: Vec<Value> = arguments.iter().map(|a| get(self, *a)).collect();
                self.assembly(host, assembly, &arguments)?.0
            }
            Op::Extract { a, path } => extract(self.value(function, base, *a), path)?.clone(),
            Op::Insert { a, value, path } => {
                insert(self.value(function, base, *a), self.value(function, base, *value), path)?
            }
            Op::ExtractElement { a, index } => {
                let index = self.lane(self.value(function, base, *index))?;
                extract(self.value(function, base, *a), &[index])?.clone()
            }
            Op::InsertElement { a, value, index } => {
                let index = self.lane(self.value(function, base, *index))?;
                insert(
                    self.value(function, base, *a),
                    self.value(function, base, *value),
                    &[index],
                )?
            }
            Op::Shuffle { a, b, lanes } => {
                let (Value::Many(a), Value::Many(b)) =
                    (self.value(function, base, *a), self.value(function, base, *b))
                else {
                    return Err(shapes());
                };
                let lane = |lane: &Option<u32>| match lane {
                    None => Value::Int(Int::partly(0, u128::MAX)),
                    Some(lane) => {
                        let lane = *lane as usize;
                        let found = a.get(lane).or_else(|| b.get(lane.wrapping_sub(a.len())));
                        found.cloned().unwrap_or(Value::NOTHING)
                    }
                };
                Value::Many(lanes.iter().map(lane).collect())
            }
            Op::Refused(error) => return Err(Cause::Read((**error).clone()).into()),
        })
    }

    /// The address of a part of what a pointer points to.
    fn offset(
        &mut self,
        function: &Function,
        base: usize,
        pointer: &Value,
        offset: u64,
        steps: &[Step],
    ) -> Run<Value> {
        let Value::Int(pointer) = pointer else {
            return if matches!(pointer, Value::Poison(_)) {
                Ok(pointer.clone())
            } else {
                Err(shapes())
            };
        };
        let mut address =
            Int { bits: pointer.bits.wrapping_add(u128::from(offset)) & mask(64), ..*pointer };
        for step in steps {
            let index = match self.value(function, base, step.index) {
                Value::Int(index) => *index,
                other => return Ok(other.clone()),
            };
            let by = (signed(index.bits, step.width) as u64).wrapping_mul(step.scale);
            address.bits = address.bits.wrapping_add(u128::from(by)) & mask(64);
            if index.undefined != 0 {
                address.undefined = mask(64);
            }
            address.taint = self.taints.join(address.taint, index.taint);
        }
        address.bits &= !address.undefined;
        Ok(Value::Int(address))
    }

    /// A new slot of the stack.
    pub(crate) fn allocate(&mut self, size: u64, align: u64) -> Run<Value> {
        let bound = self.settings.limits.stack;
        match self.memory.stack.push(size, align, bound) {
            Some(address) => Ok(Value::new(address)),
            None => Err(Cause::Limit { what: "bytes of stack", bound }.into()),
        }
    }

    /// The number of a lane.
    fn lane(&self, index: &Value) -> Run<u32> {
        let index = self.decided(index, Decides::Address)?;
        u32::try_from(index.bits).map_err(|_| shapes())
    }

    /// A scalar that is not poison.
    fn int(&self, value: &Value) -> Run<Int> {
        match value {
            Value::Int(int) => Ok(*int),
            other => self.decided(other, Decides::Store),
        }
    }

    fn atomic_size(&self, ty: &Type) -> Run<u64> {
        match ty {
            Type::Int(8 | 16 | 32 | 64 | 128) | Type::Pointer(_) => {
                Ok(ty.stored(self.program.layout()))
            }
            _ => Err(Cause::Unknown("an atomic update of this type".to_owned()).into()),
        }
    }
}
