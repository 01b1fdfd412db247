//! What of a function is not understood, without running it.

use crate::asm::{Assembly, Step};
use crate::debug::{Frame, Place};
use crate::ir::function::{Callee, Op, Terminator};
use crate::program::{Program, SymbolId};

/// Something that ends a run which reaches it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gap {
    /// What is not known.
    pub what: String,
    /// Where, innermost first; empty where the file does not say.
    pub place: Vec<Frame>,
}

impl Program {
    /// The instructions, intrinsics and inline assembly of a function that are not known.
    pub fn gaps(&self, symbol: SymbolId) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let function = match self.function(symbol) {
            None => return gaps,
            Some(Ok(function)) => function,
            Some(Err(error)) => {
                gaps.push(Gap { what: error.to_string(), place: Vec::new() });
                return gaps;
            }
        };
        let mut add = |what: String, place: Place| {
            gaps.push(Gap { what, place: self.chain(place) });
        };
        for block in &function.blocks {
            for instruction in &block.body {
                let place = instruction.place;
                match &instruction.op {
                    Op::Refused(error) => add(error.to_string(), place),
                    Op::Asm { assembly, .. } => unknown(assembly, |what| add(what, place)),
                    Op::Call { callee: Callee::Intrinsic(intrinsic), .. }
                        if intrinsic.known.is_none() =>
                    {
                        add(format!("the intrinsic llvm.{} is not known", intrinsic.name), place);
                    }
                    _ => {}
                }
            }
            match &block.end {
                Some((Terminator::Refused(error), place)) => add(error.to_string(), *place),
                Some((Terminator::AsmGoto { assembly, .. }, place)) => {
                    unknown(assembly, |what| add(what, *place));
                }
                _ => {}
            }
        }
        gaps
    }
}

/// What of a statement is not known.
fn unknown(assembly: &Assembly, mut add: impl FnMut(String)) {
    match &assembly.compiled {
        Err(what) => add(what.clone()),
        Ok(code) => {
            for step in &code.steps {
                if let Step::Run { micro: Err(what), .. } = step {
                    add(what.clone());
                }
            }
        }
    }
}
