//! The operations of inline assembly that touch memory, the host or the CPU.

use super::exclusive::{Exclusive, Rest, cut};
use super::micro::{Address, InterruptBit, Micro, Place, Target};
use super::state::State;
use crate::error::{Cause, Decides};
use crate::host::{Effect, Host, Kind, Order, Reply, RmwOp};
use crate::machine::taint::Taint;
use crate::machine::value::{Int, Value, mask};
use crate::machine::{Machine, Run};
use crate::memory::Loaded;

impl Machine {
    /// An operation that touches memory, the host or the CPU.
    pub(crate) fn outside(
        &mut self,
        host: &mut dyn Host,
        micro: &Micro,
        state: &mut State,
        exclusive: &mut Option<Exclusive>,
        rest: &Rest<'_>,
    ) -> Run<Option<Target>> {
        let operands = &rest.code.operands;
        match micro {
            Micro::Jump { test: Some(test), to } => {
                let decided = state.test(test, operands, &mut self.taints);
                let decided = self.decided(&Value::Int(decided), Decides::Branch)?;
                self.branch_on(decided.taint);
                return Ok((decided.bits == 1).then_some(*to));
            }
            Micro::Address { into, address } => {
                let address = self.asm_address(address, state, rest)?;
                state.set(*into, address, &mut self.taints);
            }
            Micro::Load { into, place, signed } => {
                let (address, size) = self.asm_place(place, state, rest)?;
                let loaded = self.load_int(host, address, size, place.order)?;
                let width = u32::try_from(size * 8).unwrap_or(64);
                let wide = if *signed {
                    let extend = |bits| crate::machine::value::signed(bits, width) as u128;
                    Int {
                        taint: loaded.taint,
                        ..Int::partly(extend(loaded.bits), extend(loaded.undefined))
                    }
                } else {
                    loaded
                };
                state.set(*into, wide, &mut self.taints);
            }
            Micro::Store { from, place } => {
                let (address, size) = self.asm_place(place, state, rest)?;
                let value = cut(state.value(from, operands), size);
                self.store_int(host, address, size, value, place.order)?;
            }
            Micro::LoadExclusive { into, place } => {
                let (address, size) = self.asm_place(place, state, rest)?;
                let old = self.load_exclusive(host, address, size, place, state, rest)?;
                let shared = matches!(
                    self.memory.load(address.bits as u64, size, &mut self.taints),
                    Ok(Loaded::Shared)
                );
                *exclusive = Some(Exclusive { address: address.bits as u64, size, shared });
                state.set(*into, old, &mut self.taints);
            }
            Micro::StoreExclusive { status, success, from, place } => {
                let (address, size) = self.asm_place(place, state, rest)?;
                let known = exclusive.take();
                let Some(known) =
                    known.filter(|e| e.address == address.bits as u64 && e.size == size)
                else {
                    let what = "a store-exclusive without its load-exclusive";
                    return Err(Cause::Assembly(what.to_owned()).into());
                };
                if !known.shared {
                    let value = cut(state.value(from, operands), size);
                    self.store_int(host, address, size, value, place.order)?;
                }
                state.set(*status, Int::new(*success), &mut self.taints);
            }
            Micro::Rmw { op, into, operand, place, flags } => {
                let order = match self.barrier_after(rest.code, rest.at.step) {
                    Some(_) => Order::SeqCst,
                    None => place.order,
                };
                if self.is_own_stack(&place.address, rest) {
                    // An update of a word that no other CPU sees, for its ordering alone.
                    self.barrier(host, rest.text)?;
                    return Ok(None);
                }
                let (address, size) = self.asm_place(place, state, rest)?;
                let operand = cut(state.value(operand, operands), size);
                let old = self.rmw(host, *op, address, size, operand, order)?;
                if *flags {
                    let width = u32::try_from(size * 8).unwrap_or(64);
                    let taint = self.taints.join(old.taint, operand.taint);
                    let undefined = old.undefined | operand.undefined;
                    let bits = op.apply(old.bits, operand.bits, size);
                    let all = if undefined == 0 { 0 } else { mask(width) };
                    let new = Int { taint, ..Int::partly(bits, all) };
                    if *op == RmwOp::Sub {
                        state.compare(width, old, operand, &mut self.taints);
                    } else {
                        state.result_flags(width, new);
                    }
                }
                if let Some(into) = into {
                    state.set(*into, old, &mut self.taints);
                }
            }
            Micro::RmwBit { op, bit, place } => {
                let (address, size) = self.asm_place(place, state, rest)?;
                let bit =
                    self.decided(&Value::Int(state.value(bit, operands)), Decides::Address)?;
                let by = (bit.bits % u128::from(size * 8)) as u32;
                let operand = Int { taint: bit.taint, ..Int::new(1 << by) };
                let old = self.rmw(host, *op, address, size, operand, place.order)?;
                let found = Int {
                    bits: old.bits >> by & 1,
                    undefined: old.undefined >> by & 1,
                    taint: old.taint,
                };
                state.carry(found);
            }
            Micro::Cmpxchg { expected, found, new, place } => {
                let (address, size) = self.asm_place(place, state, rest)?;
                let expected = cut(state.value(expected, operands), size);
                let new = cut(state.value(new, operands), size);
                let old = self.cmpxchg(host, address, size, (expected, new), place.order)?;
                let width = u32::try_from(size * 8).unwrap_or(64);
                state.compare(width, expected, old, &mut self.taints);
                state.set(*found, old, &mut self.taints);
            }
            Micro::Effect { effect: Effect::Barrier, .. }
                if let step = rest.at.step
                    && self.is_of_update(rest.code, step) => {}
            Micro::Effect { mnemonic, effect, operands: values, into } => {
                let mut data = Taint::NONE;
                let mut numbers = Vec::new();
                for value in values {
                    let value = Value::Int(state.value(value, operands));
                    let value = self.decided(&value, Decides::Instruction)?;
                    data = self.taints.join(data, value.taint);
                    numbers.push(value.bits as u64);
                }
                let effect = self.trap_flags(*effect, state, rest)?;
                let text = self.filled(rest.text, state, rest);
                let kind = Kind::Instruction { text: &text, mnemonic, operands: &numbers, effect };
                match into {
                    Some(into) => {
                        let value = self.ask_value(host, kind, Taint::NONE, data)?;
                        state.set(*into, value, &mut self.taints);
                    }
                    None => self.ask_done(host, kind, Taint::NONE, data)?,
                }
            }
            Micro::Call { name, by, into } => {
                let name = match by {
                    None => self.filled(name, state, rest),
                    Some(by) => {
                        let address = Value::Int(state.value(by, operands));
                        let address = self.decided(&address, Decides::Address)?.bits as u64;
                        match self.program.symbol_at(address) {
                            Some((symbol, 0)) => self.program.name(symbol).to_owned(),
                            _ => return Err(Cause::NotAFunction(address).into()),
                        }
                    }
                };
                let text = self.filled(rest.text, state, rest);
                let kind = Kind::Instruction {
                    text: &text,
                    mnemonic: &format!("call {name}"),
                    operands: &[],
                    effect: Effect::Call,
                };
                let reply = self.ask(host, kind, Taint::NONE, Taint::NONE)?;
                let taint = self.last_event();
                if let Some(into) = into {
                    let value = match reply {
                        Reply::Value(bits) => Int { taint, ..Int::new(bits) },
                        _ => Int::partly(0, u128::MAX),
                    };
                    state.set(*into, value, &mut self.taints);
                }
            }
            Micro::ReadSystem { name, into } => {
                let value = self.system_register(name)?;
                state.set(*into, value, &mut self.taints);
            }
            Micro::ReadNamed { name, into } => {
                let value = self.system_register(name)?;
                state.set(*into, value, &mut self.taints);
            }
            Micro::WriteSystem { name, from, interrupts } => {
                let value = Value::Int(state.value(from, operands));
                let value = self.decided(&value, Decides::Instruction)?;
                let text = self.filled(rest.text, state, rest);
                self.write_system(host, name, value, *interrupts, &text)?;
            }
            Micro::Push { from } => {
                let value = state.value(from, operands);
                state.pushed.push(value);
            }
            Micro::Pop { into } => {
                let value = popped(state)?;
                state.set(*into, value, &mut self.taints);
            }
            Micro::PopTo { place } => {
                let value = popped(state)?;
                let (address, size) = self.asm_place(place, state, rest)?;
                self.store_int(host, address, size, cut(value, size), place.order)?;
            }
            // `State::run` has done the others.
            _ => return Err(Cause::Assembly("an operation out of place".to_owned()).into()),
        }
        Ok(None)
    }

    /// The address that an operand means.
    fn asm_address(&mut self, address: &Address, state: &State, rest: &Rest<'_>) -> Run<Int> {
        let mut found = Int::new(0);
        let mut add = |machine: &mut Machine, int: Int, scale: u64| -> Run<()> {
            let int = machine.decided(&Value::Int(int), Decides::Address)?;
            let by = int.bits.wrapping_mul(u128::from(scale));
            found.bits = found.bits.wrapping_add(by) & mask(64);
            found.taint = machine.taints.join(found.taint, int.taint);
            Ok(())
        };
        if let Some(base) = address.base {
            add(self, state.get(base), 1)?;
        }
        if let Some((index, scale)) = address.index {
            add(self, state.get(index), scale)?;
        }
        if let Some(offset) = &address.offset {
            add(self, state.expression(offset, &rest.code.operands), 1)?;
        }
        if let Some(symbol) = &address.symbol {
            let known = self.program.symbol(symbol);
            let known = known.ok_or_else(|| Cause::Unknown(format!("the symbol {symbol}")))?;
            add(self, Int::new(u128::from(self.program.address(known))), 1)?;
        }
        if let Some(segment) = address.segment {
            let base = self.system_register(segment)?;
            add(self, base, 1)?;
        }
        Ok(found)
    }

    fn asm_place(&mut self, place: &Place, state: &State, rest: &Rest<'_>) -> Run<(Int, u64)> {
        Ok((self.asm_address(&place.address, state, rest)?, place.size))
    }

    /// Whether an address is relative to the stack pointer, whose words only this CPU has.
    fn is_own_stack(&self, address: &Address, rest: &Rest<'_>) -> bool {
        let registers = &rest.code.operands.registers;
        let stack = registers.iter().find(|(name, _)| name == "rsp").map(|(_, slot)| *slot);
        address.base.is_some_and(|base| stack == Some(base.slot))
    }

    fn barrier(&mut self, host: &mut dyn Host, text: &str) -> Run<()> {
        let kind =
            Kind::Instruction { text, mnemonic: text, operands: &[], effect: Effect::Barrier };
        self.ask_done(host, kind, Taint::NONE, Taint::NONE)
    }

    /// A system register: as the run has changed it, or as it was declared.
    pub(crate) fn system_register(&mut self, name: &str) -> Run<Int> {
        if let Some(value) = self.system.get(name) {
            return Ok(*value);
        }
        let known = self.settings.registers.get(name).copied().or_else(|| {
            let initial = self.program.architecture.initial_registers();
            initial.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
        });
        match known {
            Some(value) => Ok(Int::new(u128::from(value))),
            None => Err(Cause::Undeclared(format!("the register {name}")).into()),
        }
    }

    fn write_system(
        &mut self,
        host: &mut dyn Host,
        name: &str,
        value: Int,
        interrupts: Option<InterruptBit>,
        text: &str,
    ) -> Run<()> {
        if let Some(bit) = interrupts {
            let enabled = |value: u128| (value & bit.mask != 0) == bit.enabled_when_set;
            let old = self.system_register(name)?;
            if enabled(old.bits) != enabled(value.bits) {
                let effect = Effect::Interrupts { enabled: enabled(value.bits) };
                let kind = Kind::Instruction { text, mnemonic: text, operands: &[], effect };
                self.ask_done(host, kind, Taint::NONE, value.taint)?;
            }
        }
        self.system.insert(name.to_owned(), value);
        Ok(())
    }

    /// The flags of the bug table's entry, for a trap that has one.
    fn trap_flags(&mut self, effect: Effect, state: &State, rest: &Rest<'_>) -> Run<Effect> {
        let Effect::Trap { .. } = effect else { return Ok(effect) };
        let trap = rest.code.patches.traps.iter().find(|trap| trap.step == rest.at.step);
        let flags = match trap {
            Some(trap) => {
                let flags = state.expression(&trap.flags, &rest.code.operands);
                Some(self.decided(&Value::Int(flags), Decides::Instruction)?.bits as u64)
            }
            None => None,
        };
        Ok(Effect::Trap { flags })
    }

    /// A text with the values of operands in it.
    fn filled(&self, text: &str, state: &State, rest: &Rest<'_>) -> String {
        let mut filled = String::new();
        let mut left = text;
        while let Some(at) = left.find(super::template::OPEN) {
            filled.push_str(&left[..at]);
            let Some((number, modifier, after)) = super::template::read_mark(&left[at..]) else {
                break;
            };
            let operand = rest.code.operands.list.get(number);
            let slot = operand.and_then(|operand| state.slots.get(operand.slot));
            let bits = slot.map_or(0, |slot| slot.bits);
            // In a name it stands as it is.
            let plain = filled.ends_with('_') || modifier == "P" || modifier == "c";
            let number = if plain { format!("{bits}") } else { format!("{bits:#x}") };
            filled.push_str(&number);
            left = after;
        }
        filled.push_str(left);
        filled
    }
}

fn popped(state: &mut State) -> Run<Int> {
    let value = state.pushed.pop();
    value.ok_or_else(|| Cause::Assembly("pops what it has not pushed".to_owned()).into())
}
