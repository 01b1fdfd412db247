//! The flow of control through inline assembly that is patched: into replacements and out of them again, and
//! jumps that static keys decide.

use super::Compiled;
use super::constraint::Role;
use super::micro::Target;
use super::patch::Replacement;
use super::state::State;
use crate::error::{Cause, Decides};
use crate::machine::value::Value;
use crate::machine::{Machine, Run};

/// What the declared capabilities and keys make of the code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patched {
    /// Original, its end, replacement, its end.
    pub(crate) redirects: Vec<[usize; 4]>,
    /// Instructions that are jumps, or nothing.
    pub(crate) jumps: Vec<(usize, Option<Target>)>,
}

/// Where in the code a run is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct At {
    pub(crate) step: usize,
    /// The redirection that it is in.
    pub(crate) within: Option<usize>,
    /// The one that it has just left, whose original may be empty.
    pub(crate) left: Option<usize>,
}

/// What comes next.
pub(crate) enum Next {
    Step(At),
    Label(usize),
}

impl Machine {
    /// What the kernel would have patched.
    pub(crate) fn patches(&mut self, code: &Compiled, state: &State) -> Run<Patched> {
        let mut patched = Patched::default();
        let architecture = self.program.architecture;
        for alternative in &code.patches.alternatives {
            let feature = state.expression(&alternative.feature, &code.operands);
            let feature = self.decided(&Value::Int(feature), Decides::Instruction)?;
            let capability = architecture.capability(feature.bits as u64);
            let Some((number, inverted)) = capability else { continue };
            if self.capability(number)? == inverted {
                continue;
            }
            let (from, end) = alternative.original;
            match &alternative.replacement {
                Replacement::Code(begin, until) => {
                    patched.redirects.push([from, end, *begin, *until]);
                }
                // The callback that the kernel makes nops with.
                Replacement::Callback(name) if name == "alt_cb_patch_nops" => {
                    patched.redirects.push([from, end, end, end]);
                }
                Replacement::Callback(name) => {
                    let what = format!("capability {number} patches code by {name}()");
                    return Err(Cause::Assembly(what).into());
                }
            }
        }
        for key in &code.patches.keys {
            let address = state.expression(&key.key, &code.operands);
            let address = self.decided(&Value::Int(address), Decides::Instruction)?.bits as u64;
            // Bit 0 says which way the branch goes by default, bit 1 how it begins.
            let (at, default_taken) = (address & !3, address & 1 == 1);
            let Some((symbol, offset)) = self.program.symbol_at(at) else {
                return Err(Cause::Assembly(format!("no static key is at {at:#x}")).into());
            };
            let mut name = self.program.name(symbol).to_owned();
            if offset > 0 {
                name = format!("{name}+{offset}");
            }
            let target = match key.target {
                Target::Step(step) => Target::Step(step),
                Target::Label(number) => Target::Label(label_of(code, number)?),
            };
            let taken = self.static_key(&name)? != default_taken;
            patched.jumps.push((key.step, taken.then_some(target)));
        }
        Ok(patched)
    }
}

impl Patched {
    pub(crate) fn jump(&self, target: Target) -> Next {
        match target {
            Target::Step(step) => {
                let inside = |redirect: &[usize; 4]| (redirect[2]..redirect[3]).contains(&step);
                let within = self.redirects.iter().rposition(inside);
                self.settle(At { step, within, left: None })
            }
            Target::Label(label) => Next::Label(label),
        }
    }

    /// Where a run that comes to a step goes: into what replaces it, or out of it again.
    pub(crate) fn settle(&self, mut at: At) -> Next {
        // Each turn enters or leaves a redirection, and none is entered twice in a row.
        for _ in 0..=2 * self.redirects.len() {
            if let Some(within) = at.within {
                match self.redirects.get(within) {
                    Some(&[_, end, _, until]) if at.step == until => {
                        at = At { step: end, within: None, left: Some(within) };
                        continue;
                    }
                    _ => return Next::Step(at),
                }
            }
            // Of several replacements the last counts.
            let found = self.redirects.iter().rposition(|redirect| redirect[0] == at.step);
            match found {
                Some(number) if at.left != Some(number) => {
                    let begin = self.redirects.get(number).map_or(at.step, |redirect| redirect[2]);
                    at = At { step: begin, within: Some(number), left: None };
                }
                _ => return Next::Step(at),
            }
        }
        Next::Step(at)
    }
}

/// The number of the label that an operand is.
fn label_of(code: &Compiled, operand: usize) -> Run<usize> {
    match code.operands.list.get(operand).map(|operand| operand.role) {
        Some(Role::Label(label)) => Ok(label),
        _ => Err(Cause::Assembly(format!("the operand {operand} is no label")).into()),
    }
}
