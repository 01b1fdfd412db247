//! Instructions of A64 that are not arithmetic: barriers, maintenance, system registers, traps, hints.

use super::{Arm64, INTERRUPTS};
use crate::asm::arch::Architecture;
use crate::asm::expression::Expression;
use crate::asm::micro::{Micro, Source};
use crate::asm::operand::{Arg, Translate};
use crate::host::Effect;
use crate::ir::op::Binary;

/// Barriers, maintenance, system registers, traps, hints.
pub(super) fn system(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Vec<Micro>, String> {
    let kind = match arguments.first() {
        Some(Arg::Word(word)) => word.to_ascii_lowercase(),
        _ => String::new(),
    };
    let named = if kind.is_empty() { mnemonic.to_owned() } else { format!("{mnemonic} {kind}") };
    let effect = |effect: Effect, operands: Vec<Source>| {
        vec![Micro::Effect { mnemonic: named.clone(), effect, operands, into: None }]
    };
    let values = |from: usize| -> Result<Vec<Source>, String> {
        arguments.iter().skip(from).map(|arg| cx.source(Some(arg))).collect()
    };
    Ok(match mnemonic {
        "dmb" | "dsb" if !kind.is_empty() => effect(Effect::Barrier, Vec::new()),
        "isb" | "sb" | "csdb" | "ssbb" | "pssbb" => effect(Effect::Barrier, Vec::new()),
        "tlbi" if !kind.is_empty() => effect(Effect::Tlb, values(1)?),
        "dc" | "ic" | "at" if !kind.is_empty() => effect(Effect::Cache, values(1)?),
        "nop" | "yield" | "hint" | "prfm" | "sevl" | "bti" => Vec::new(),
        "wfe" | "wfi" | "sev" | "svc" | "hvc" | "smc" | "eret" => {
            effect(Effect::System, Vec::new())
        }
        "brk" | "udf" => effect(Effect::Trap { flags: None }, Vec::new()),
        "mrs" => {
            let into = cx.reg(arguments.first())?;
            let Some(Arg::Word(name)) = arguments.get(1) else {
                return Err("a system register is expected".to_owned());
            };
            vec![Micro::ReadNamed { name: name.to_ascii_lowercase(), into }]
        }
        "msr" => return msr(&kind, arguments, cx),
        ".inst" => return raw(arguments, cx),
        _ => return Err(format!("the instruction {named} is not known")),
    })
}

/// `msr`: of the interrupt mask, or of a register that the host is told of.
fn msr(kind: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Result<Vec<Micro>, String> {
    let from = cx.source(arguments.get(1))?;
    let write =
        |from: Source| Micro::WriteSystem { name: "daif", from, interrupts: Some(INTERRUPTS) };
    match kind {
        "daif" => Ok(vec![write(from)]),
        "daifset" | "daifclr" => {
            let Source::Number(bits) = from else { return Err("bits of DAIF".to_owned()) };
            // The immediate is D, A, I, F; in the register they begin at bit 6.
            let bits = bits << 6;
            let into = cx.temporary(64);
            let (op, b) = match kind {
                "daifset" => (Binary::Or, bits),
                _ => (Binary::And, !bits),
            };
            let change =
                Micro::Binary { op, into, a: into.into(), b: Source::Number(b), flags: false };
            Ok(vec![Micro::ReadSystem { name: "daif", into }, change, write(into.into())])
        }
        "" => Err("a system register is expected".to_owned()),
        _ => {
            let mnemonic = format!("msr {kind}");
            Ok(vec![Micro::Effect {
                mnemonic,
                effect: Effect::System,
                operands: vec![from],
                into: None,
            }])
        }
    }
}

/// `.inst`: an access to a system register by its number, as the kernel's own macros encode it. The number of
/// the general register stands in a symbol with the register in its name.
fn raw(arguments: &[Arg], cx: &mut Translate<'_>) -> Result<Vec<Micro>, String> {
    const PREFIX: &str = ".L__gpr_num_";
    let unknown = || "an encoding that is not known".to_owned();
    let Some(Arg::Word(text)) = arguments.first() else { return Err(unknown()) };
    let (before, after) = text.split_once(PREFIX).ok_or_else(unknown)?;
    let end = after.find(')').ok_or_else(unknown)?;
    let (name, rest) = after.split_at(end);
    let bits = Expression::read(&format!("{before}0{rest}"))?.constant().ok_or_else(unknown)?;
    let field = |from: u32, width: u32| (bits >> from) & ((1 << width) - 1);
    let (op0, op1, op2) = (2 + field(19, 1), field(16, 3), field(5, 3));
    let register = format!("s{op0}_{op1}_c{}_c{}_{op2}", field(12, 4), field(8, 4));
    let arg = match cx.marked(name)? {
        Some(arg) => arg,
        None => Arm64.argument(name, cx)?,
    };
    match bits >> 20 {
        0xd53 => Ok(vec![Micro::ReadNamed { name: register, into: cx.reg(Some(&arg))? }]),
        0xd51 => Ok(vec![Micro::Effect {
            mnemonic: format!("msr {register}"),
            effect: Effect::System,
            operands: vec![cx.source(Some(&arg))?],
            into: None,
        }]),
        _ => Err(unknown()),
    }
}
