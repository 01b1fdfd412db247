//! Functions: blocks, branches, calls and returns.

use std::sync::Arc;

use super::value::{Int, Value};
use super::{Machine, Run, Taint};
use crate::error::{Cause, Decides};
use crate::host::{Host, Kind, Reply};
use crate::ir::function::{BlockId, Callee, Copied, Function, Phi, Terminator};
use crate::ir::types::Type;
use crate::program::{FUNCTIONS, SymbolId};

/// What a register holds before it is written, which code from a compiler never reads.
const UNWRITTEN: Value = Value::Int(Int { bits: 0, undefined: u128::MAX, taint: Taint::NONE });

impl Machine {
    /// Calls a function that some file defines.
    pub(crate) fn call_symbol(
        &mut self,
        host: &mut dyn Host,
        symbol: SymbolId,
        arguments: &[Value],
    ) -> Run<Value> {
        match self.program.function(symbol) {
            Some(Ok(function)) => self.call(host, &function, arguments),
            Some(Err(error)) => Err(error.into()),
            None => Err(Cause::NoFunction(self.program.name(symbol).to_owned()).into()),
        }
    }

    /// Calls whatever a call instruction names.
    pub(crate) fn call_any(
        &mut self,
        host: &mut dyn Host,
        (function, base): (&Function, usize),
        callee: &Callee,
        mut arguments: Vec<Value>,
        copied: &[Copied],
        result: &Type,
    ) -> Run<Value> {
        let symbol = match callee {
            Callee::Intrinsic(intrinsic) => {
                return self.intrinsic(host, intrinsic, &arguments, result);
            }
            Callee::Symbol(symbol) => *symbol,
            Callee::Pointer(pointer) => {
                let address = self.address(self.value(function, base, *pointer))?;
                self.branch_on(address.taint);
                let at = address.bits as u64;
                match self.program.symbol_at(at) {
                    Some((symbol, 0)) if at >= FUNCTIONS => symbol,
                    _ => return Err(Cause::NotAFunction(at).into()),
                }
            }
        };
        let mark = self.memory.stack.mark();
        for copy in copied {
            let slot = self.allocate(copy.size, copy.align)?;
            if let Some(argument) = arguments.get_mut(copy.argument) {
                let from = self.address(argument)?;
                let to = self.address(&slot)?;
                self.copy(host, to, from, copy.size)?;
                *argument = slot;
            }
        }
        let program = Arc::clone(&self.program);
        let name = program.name(symbol);
        let asked = !self.settings.asked.is_empty() && self.settings.asked.contains(name);
        let returned = match self.program.function(symbol) {
            Some(function) if !asked => self.call(host, &function?, &arguments)?,
            _ => self.call_host(host, name, &arguments, result)?,
        };
        self.memory.stack.pop(mark);
        Ok(returned)
    }

    /// Asks the host to call a function.
    fn call_host(
        &mut self,
        host: &mut dyn Host,
        name: &str,
        arguments: &[Value],
        result: &Type,
    ) -> Run<Value> {
        let mut data = Taint::NONE;
        for argument in arguments {
            let own = self.taint_of(argument);
            data = self.taints.join(data, own);
        }
        let kind = Kind::Call { name, arguments };
        let reply = self.ask(host, kind, Taint::NONE, data)?;
        let taint = self.last_event();
        match reply {
            Reply::Value(bits) => Ok(Value::Int(Int { taint, ..Int::new(bits) })),
            Reply::Result(value) => Ok(self.tainted(&value, taint)),
            Reply::Done if *result == Type::Void => Ok(Value::NOTHING),
            Reply::Done => Err(Cause::Answer {
                asked: format!("{name}()"),
                answered: "nothing, and it returns a value",
            }
            .into()),
            _ => Err(Cause::External(name.to_owned()).into()),
        }
    }

    /// Calls a function.
    fn call(
        &mut self,
        host: &mut dyn Host,
        function: &Arc<Function>,
        arguments: &[Value],
    ) -> Run<Value> {
        let bound = self.settings.limits.depth;
        if self.callers.len() >= bound {
            return Err(
                Cause::Limit { what: "calls within each other", bound: bound as u64 }.into()
            );
        }
        let parameters = function.parameters.len();
        if arguments.len() < parameters || (arguments.len() > parameters && !function.variadic) {
            return Err(Cause::Arguments {
                function: self.program.name(function.symbol).to_owned(),
                parameters,
                arguments: arguments.len(),
            }
            .into());
        }
        let base = self.registers.len();
        self.registers.resize(base + function.registers as usize, UNWRITTEN);
        for (register, argument) in function.parameters.iter().zip(arguments) {
            self.set(base, *register, argument.clone());
        }
        let mark = self.memory.stack.mark();
        let caller = std::mem::replace(&mut self.place, function.described);
        self.callers.push(caller);
        let returned = self.blocks(host, function, base)?;
        // After an error the calls stay, for the trace.
        self.place = self.callers.pop().unwrap_or(caller);
        self.memory.stack.pop(mark);
        self.registers.truncate(base);
        Ok(returned)
    }

    fn set(&mut self, base: usize, register: u32, value: Value) {
        if let Some(slot) = self.registers.get_mut(base + register as usize) {
            *slot = value;
        }
    }

    fn blocks(&mut self, host: &mut dyn Host, function: &Function, base: usize) -> Run<Value> {
        let (mut from, mut current): (BlockId, BlockId) = (BlockId::MAX, 0);
        loop {
            let Some(block) = function.blocks.get(current as usize) else {
                return Err(Cause::Unknown("a jump to no block".to_owned()).into());
            };
            if !block.phis.is_empty() {
                self.phis(function, base, &block.phis, from)?;
            }
            self.count(block.body.len() as u64 + 1)?;
            for instruction in &block.body {
                if instruction.place != crate::debug::Place::NONE {
                    self.place = instruction.place;
                }
                if self.quick(function, base, instruction) {
                    if let Some((address, taint)) = self.touched.take() {
                        self.touch(host, address, taint);
                    }
                    continue;
                }
                let value = self.step(host, function, base, &instruction.op)?;
                if let Some(register) = instruction.into {
                    self.set(base, register, value);
                }
            }
            let Some((end, place)) = &block.end else {
                return Err(Cause::Unknown("a block without an end".to_owned()).into());
            };
            if *place != crate::debug::Place::NONE {
                self.place = *place;
            }
            from = current;
            current = match end {
                Terminator::Jump(to) => *to,
                Terminator::Branch { condition, yes, no } => {
                    if let Some((bit, taint)) = self.defined(function, base, *condition) {
                        self.branch_on(taint);
                        current = if bit & 1 == 1 { *yes } else { *no };
                        continue;
                    }
                    let condition = self.value(function, base, *condition);
                    let condition = self.decided(condition, Decides::Branch)?;
                    self.branch_on(condition.taint);
                    if condition.bits & 1 == 1 { *yes } else { *no }
                }
                Terminator::Switch { value, cases, other } => {
                    let value = self.value(function, base, *value);
                    let value = self.decided(value, Decides::Branch)?;
                    self.branch_on(value.taint);
                    let found = cases.binary_search_by_key(&value.bits, |(case, _)| *case).ok();
                    found.and_then(|place| cases.get(place)).map_or(*other, |(_, to)| *to)
                }
                Terminator::Return(value) => {
                    let value = value.map(|value| self.value(function, base, value).clone());
                    return Ok(value.unwrap_or(Value::NOTHING));
                }
                Terminator::Unreachable => {
                    let name = self.program.name(function.symbol).to_owned();
                    return Err(Cause::Unreachable(name).into());
                }
                Terminator::AsmGoto { into, assembly, arguments, next, labels } => {
                    let get = |operand: &_| self.value(function, base, *operand).clone();
                    let arguments: Vec<Value> = arguments.iter().map(get).collect();
                    let (value, label) = self.assembly(host, assembly, &arguments)?;
                    if let Some(register) = into {
                        self.set(base, *register, value);
                    }
                    label.and_then(|label| labels.get(label)).copied().unwrap_or(*next)
                }
                Terminator::Refused(error) => return Err(Cause::Read((**error).clone()).into()),
            };
        }
    }

    /// The phis of a block take their values all at once.
    fn phis(&mut self, function: &Function, base: usize, phis: &[Phi], from: BlockId) -> Run<()> {
        let missing = || Cause::Unknown("a phi without this predecessor".to_owned());
        if let [phi] = phis {
            let found = phi.from.iter().find(|(_, block)| *block == from);
            let value = self.value(function, base, found.ok_or_else(missing)?.0).clone();
            self.set(base, phi.into, value);
            return Ok(());
        }
        let mut values = std::mem::take(&mut self.scratch);
        values.clear();
        for phi in phis {
            let Some((operand, _)) = phi.from.iter().find(|(_, block)| *block == from) else {
                return Err(missing().into());
            };
            values.push(self.value(function, base, *operand).clone());
        }
        for (phi, value) in phis.iter().zip(values.drain(..)) {
            self.set(base, phi.into, value);
        }
        self.scratch = values;
        Ok(())
    }
}
