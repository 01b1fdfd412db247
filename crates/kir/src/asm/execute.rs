//! Runs inline assembly on the machine: operands in, patches, operations, results out.

use std::sync::Arc;

use super::exclusive::Rest;
use super::flow::{At, Next, Patched};
use super::state::{Flow, State};
use super::{Assembly, Compiled, Step};
use crate::error::Cause;
use crate::host::{Host, Mark};
use crate::machine::value::{Int, Value, mask};
use crate::machine::{Machine, Run};

impl Machine {
    /// Runs a statement: its result, and the label that it jumps to.
    pub(crate) fn assembly(
        &mut self,
        host: &mut dyn Host,
        assembly: &Arc<Assembly>,
        arguments: &[Value],
    ) -> Run<(Value, Option<usize>)> {
        if let Some(text) = &assembly.mark {
            let values = arguments.iter().map(|argument| argument.bits().unwrap_or(0));
            let values: Vec<u64> = values.collect();
            let (place, callers) = (self.place, &self.callers[..]);
            host.mark(&Mark { text, values: &values, place, callers });
        }
        let code = assembly.compiled.as_ref().map_err(|what| Cause::Assembly(what.clone()))?;
        let mut state =
            State { slots: vec![Int::default(); code.operands.slots], ..State::default() };
        for operand in &code.operands.list {
            let Some(slot) = state.slots.get_mut(operand.slot) else { continue };
            match operand.argument.map(|argument| arguments.get(argument)) {
                Some(Some(Value::Int(int))) => *slot = *int,
                Some(Some(Value::Poison(poison))) => {
                    *slot = Int { taint: poison.taint, ..Int::partly(0, u128::MAX) };
                }
                Some(_) => return Err(Cause::Assembly("an operand of this type".to_owned()).into()),
                None if operand.result.is_some() => slot.undefined = u128::MAX,
                None => {}
            }
        }
        // Outputs are undefined unless an input is tied to them, whichever comes first.
        for operand in &code.operands.list {
            if let Some(Some(Value::Int(int))) = operand.argument.map(|a| arguments.get(a))
                && let Some(slot) = state.slots.get_mut(operand.slot)
            {
                *slot = *int;
            }
        }
        let patched = self.patches(code, &state)?;
        let label = self.run_steps(host, code, &patched, &mut state)?;
        let mut results = vec![Value::NOTHING; assembly.shape.results.len()];
        for operand in &code.operands.list {
            let Some(result) = operand.result.and_then(|result| results.get_mut(result)) else {
                continue;
            };
            let int = match &operand.condition {
                Some(condition) => {
                    let architecture = self.program.architecture;
                    let test = architecture.condition(condition);
                    let test = test.ok_or_else(|| {
                        Cause::Assembly(format!("the condition `{condition}` is not known"))
                    })?;
                    state.test(&test, &code.operands, &mut self.taints)
                }
                None => state.slots.get(operand.slot).copied().unwrap_or_default(),
            };
            let all = mask(operand.width);
            *result = Value::Int(Int {
                bits: int.bits & all,
                undefined: int.undefined & all,
                taint: int.taint,
            });
        }
        let value = match (assembly.shape.several, results.pop()) {
            (true, Some(last)) => {
                results.push(last);
                Value::Many(results.into())
            }
            (false, Some(only)) => only,
            (_, None) => Value::NOTHING,
        };
        Ok((value, label))
    }

    fn run_steps(
        &mut self,
        host: &mut dyn Host,
        code: &Compiled,
        patched: &Patched,
        state: &mut State,
    ) -> Run<Option<usize>> {
        let mut exclusive = None;
        let mut next = patched.settle(At::default());
        loop {
            let at = match next {
                Next::Step(at) => at,
                Next::Label(label) => return Ok(Some(label)),
            };
            self.count(1)?;
            if let Some((_, jump)) = patched.jumps.iter().find(|(step, _)| *step == at.step) {
                next = match jump {
                    Some(target) => patched.jump(*target),
                    None => patched.settle(At { step: at.step + 1, ..at }),
                };
                continue;
            }
            let (text, micro) = match code.steps.get(at.step) {
                Some(Step::Run { text, micro }) => (text, micro),
                Some(Step::End) | None => return Ok(None),
            };
            let micro = micro.as_ref().map_err(|what| Cause::Assembly(what.clone()))?;
            let mut flow = None;
            for (place, one) in micro.iter().enumerate() {
                let jump = match state.run(one, &code.operands, &mut self.taints) {
                    Flow::Next => continue,
                    Flow::Jump(target) => Some(target),
                    Flow::Outside => {
                        let rest = Rest { code, patched, at, place, text };
                        self.outside(host, one, state, &mut exclusive, &rest)?
                    }
                };
                if jump.is_some() {
                    flow = jump;
                    break;
                }
            }
            next = match flow {
                Some(target) => patched.jump(target),
                None => patched.settle(At { step: at.step + 1, ..at }),
            };
        }
    }
}
