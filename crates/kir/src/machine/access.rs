//! Loads, stores and atomic updates: of private memory here, of shared words by the host.

use std::sync::Arc;

use super::value::{Int, Value, mask};
use super::{Machine, Run};
use crate::error::{Cause, Decides, MemoryError};
use crate::host::{Access, Host, Kind, Order, RmwOp};
use crate::ir::types::Type;
use crate::memory::Loaded;

impl Machine {
    /// An address: defined, and not poison.
    pub(crate) fn address(&self, value: &Value) -> Run<Int> {
        let int = self.decided(value, Decides::Address)?;
        Ok(Int { bits: int.bits & mask(64), ..int })
    }

    /// The address in an address space such as that of per-CPU variables.
    pub(crate) fn in_space(&mut self, address: Int, space: u32) -> Run<Int> {
        if space == 0 {
            return Ok(address);
        }
        let segment = self.program.architecture.segment(space);
        let Some(segment) = segment else {
            return Err(Cause::Unknown(format!("the address space {space}")).into());
        };
        let base = self.system_register(segment)?;
        let bits = address.bits.wrapping_add(base.bits) & mask(64);
        let taint = self.taints.join(address.taint, base.taint);
        Ok(Int { taint, ..Int::new(bits) })
    }

    /// Loads a value of a type.
    pub(crate) fn load(
        &mut self,
        host: &mut dyn Host,
        ty: &Type,
        address: Int,
        order: Order,
    ) -> Run<Value> {
        let program = Arc::clone(&self.program);
        let layout = program.layout();
        if let Some(width) = ty.width().filter(|_| ty.parts() == 0) {
            let size = ty.stored(layout);
            let int = self.load_int(host, address, size, order)?;
            let all = mask(width);
            return Ok(Value::Int(Int {
                bits: int.bits & all,
                undefined: int.undefined & all,
                taint: int.taint,
            }));
        }
        self.check_aggregate(ty)?;
        let mut parts = Vec::new();
        for index in 0..ty.parts() {
            let (Some(offset), Some(part)) = (ty.offset(index, layout), ty.part(index)) else {
                continue;
            };
            let bits = address.bits.wrapping_add(u128::from(offset)) & mask(64);
            parts.push(self.load(host, part, Int { bits, ..address }, order)?);
        }
        Ok(Value::Many(parts.into()))
    }

    /// Stores a value of a type.
    pub(crate) fn store(
        &mut self,
        host: &mut dyn Host,
        ty: &Type,
        address: Int,
        value: &Value,
        order: Order,
    ) -> Run<()> {
        let program = Arc::clone(&self.program);
        let layout = program.layout();
        if let Some(width) = ty.width().filter(|_| ty.parts() == 0) {
            return self.store_value(host, address, ty.stored(layout), width, value, order);
        }
        self.check_aggregate(ty)?;
        let Value::Many(values) = value else {
            return Err(Cause::Unknown("a store of a scalar as an aggregate".to_owned()).into());
        };
        for (index, value) in (0..ty.parts()).zip(values.iter()) {
            let (Some(offset), Some(part)) = (ty.offset(index, layout), ty.part(index)) else {
                continue;
            };
            let bits = address.bits.wrapping_add(u128::from(offset)) & mask(64);
            self.store(host, part, Int { bits, ..address }, value, order)?;
        }
        Ok(())
    }

    /// Refuses what is not laid out in whole bytes, and what is too large to be a value.
    fn check_aggregate(&self, ty: &Type) -> Run<()> {
        let odd = match ty {
            Type::Vector(_, element) => element.width().is_none_or(|width| width % 8 != 0),
            Type::Struct(_) | Type::Array(..) => false,
            _ => true,
        };
        if odd || ty.scalars() > 4096 {
            return Err(Cause::Unknown("a load or store of a value of this type".to_owned()).into());
        }
        Ok(())
    }

    fn store_value(
        &mut self,
        host: &mut dyn Host,
        address: Int,
        size: u64,
        width: u32,
        value: &Value,
        order: Order,
    ) -> Run<()> {
        let all = mask(width);
        let int = match value {
            Value::Int(int) => {
                Int { bits: int.bits & all, undefined: int.undefined & all, taint: int.taint }
            }
            // Private memory may hold poison until somebody decides by it.
            Value::Poison(_) if !self.is_shared(&address, size)? => Int::partly(0, all),
            other => self.decided(other, Decides::Store)?,
        };
        self.store_int(host, address, size, int, order)
    }

    fn is_shared(&mut self, address: &Int, size: u64) -> Run<bool> {
        let (_, shared) = self.memory.reach(address.bits as u64, size, "store")?;
        Ok(shared)
    }

    /// Loads `size` bytes.
    pub(crate) fn load_int(
        &mut self,
        host: &mut dyn Host,
        address: Int,
        size: u64,
        order: Order,
    ) -> Run<Int> {
        let at = address.bits as u64;
        if size > 16 {
            return Err(Cause::Unknown(format!("a load of {size} bytes")).into());
        }
        let found = self.memory.load(at, size, &mut self.taints);
        if !matches!(found, Ok(Loaded::Shared)) {
            self.touch(host, at, address.taint);
        }
        let loaded = match found {
            Err(MemoryError::Unmapped { .. })
                if self.map_constant(at) || host.unmapped(at, &mut self.memory) =>
            {
                self.memory.load(at, size, &mut self.taints)
            }
            loaded => loaded,
        };
        match loaded.map_err(|error| self.near(error))? {
            Loaded::Int(int) => {
                let taint = self.taints.join(int.taint, address.taint);
                Ok(Int { taint, ..int })
            }
            Loaded::Shared => {
                let kind = Kind::Load(Access { address: at, size, order });
                let int = self.ask_value(host, kind, address.taint, super::Taint::NONE)?;
                Ok(Int { bits: int.bits & bytes_mask(size), ..int })
            }
        }
    }

    /// Stores `size` bytes.
    pub(crate) fn store_int(
        &mut self,
        host: &mut dyn Host,
        address: Int,
        size: u64,
        int: Int,
        order: Order,
    ) -> Run<()> {
        let at = address.bits as u64;
        if size > 16 {
            return Err(Cause::Unknown(format!("a store of {size} bytes")).into());
        }
        let stored = self.memory.store(at, size, int, "store");
        if !matches!(stored, Ok(false)) {
            self.touch(host, at, address.taint);
        }
        if stored.map_err(|error| self.near(error))? {
            return Ok(());
        }
        let int = self.decided(&Value::Int(int), Decides::Store)?;
        let access = Access { address: at, size, order };
        let value = int.bits & bytes_mask(size);
        self.ask_done(host, Kind::Store { access, value }, address.taint, int.taint)
    }

    /// An atomic update of `size` bytes; returns the old value.
    pub(crate) fn rmw(
        &mut self,
        host: &mut dyn Host,
        op: RmwOp,
        address: Int,
        size: u64,
        operand: Int,
        order: Order,
    ) -> Run<Int> {
        let at = address.bits as u64;
        let all = bytes_mask(size);
        match self.memory.load(at, size, &mut self.taints).map_err(|error| self.near(error))? {
            Loaded::Shared => {
                let operand = self.decided(&Value::Int(operand), Decides::Store)?;
                let access = Access { address: at, size, order };
                let kind = Kind::Rmw { access, op, operand: operand.bits & all };
                let old = self.ask_value(host, kind, address.taint, operand.taint)?;
                Ok(Int { bits: old.bits & all, ..old })
            }
            Loaded::Int(old) => {
                let undefined = if op == RmwOp::Xchg {
                    operand.undefined
                } else if old.is_defined() && operand.is_defined() {
                    0
                } else {
                    all
                };
                let taint = match op {
                    RmwOp::Xchg => operand.taint,
                    _ => self.taints.join(old.taint, operand.taint),
                };
                let bits = op.apply(old.bits, operand.bits & all, size);
                let new = Int { taint, ..Int::partly(bits, undefined & all) };
                let stored = self.memory.store(at, size, new, "update");
                stored.map_err(|error| self.near(error))?;
                Ok(old)
            }
        }
    }

    /// A compare and exchange of `size` bytes; returns the old value.
    pub(crate) fn cmpxchg(
        &mut self,
        host: &mut dyn Host,
        address: Int,
        size: u64,
        (expected, new): (Int, Int),
        order: Order,
    ) -> Run<Int> {
        let at = address.bits as u64;
        let all = bytes_mask(size);
        let expected = self.decided(&Value::Int(expected), Decides::Store)?;
        match self.memory.load(at, size, &mut self.taints).map_err(|error| self.near(error))? {
            Loaded::Shared => {
                let new = self.decided(&Value::Int(new), Decides::Store)?;
                let access = Access { address: at, size, order };
                let (old, bits) = (expected.bits & all, new.bits & all);
                let kind = Kind::Cmpxchg { access, expected: old, new: bits };
                let data = self.taints.join(expected.taint, new.taint);
                let old = self.ask_value(host, kind, address.taint, data)?;
                Ok(Int { bits: old.bits & all, ..old })
            }
            Loaded::Int(old) => {
                let old = self.decided(&Value::Int(old), Decides::Branch)?;
                if old.bits == expected.bits & all {
                    let stored = self.memory.store(at, size, new, "update");
                    stored.map_err(|error| self.near(error))?;
                }
                Ok(old)
            }
        }
    }

    /// Says which variable an address belongs to.
    pub(crate) fn near(&self, error: MemoryError) -> MemoryError {
        match error {
            MemoryError::Unmapped { access, address, size, near } if near.is_empty() => {
                let symbol = self.program.symbol_at(address);
                let near = symbol.map_or(near, |(symbol, offset)| {
                    format!(" ({offset} bytes into {})", self.program.name(symbol))
                });
                MemoryError::Unmapped { access, address, size, near }
            }
            other => other,
        }
    }
}

/// The bits of `size` bytes.
fn bytes_mask(size: u64) -> u128 {
    mask(u32::try_from(size * 8).unwrap_or(128))
}
