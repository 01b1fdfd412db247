//! Instructions of x86_64 that are not arithmetic: control, barriers, traps, the interrupt flag, control registers.

use super::{EFLAGS_IF, INTERRUPTS, X86_64};
use crate::asm::arch::Architecture;
use crate::asm::expression::Expression;
use crate::asm::micro::{Micro, Reg, Source};
use crate::asm::operand::{Arg, Translate};
use crate::host::{Effect, Order};
use crate::ir::op::Binary;

/// What has neither size nor arithmetic: control, barriers, traps, the interrupt flag.
pub(super) fn special(
    prefix: &str,
    name: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let first = arguments.first();
    let effect = |effect: Effect| {
        Some(vec![Micro::Effect {
            mnemonic: name.to_owned(),
            effect,
            operands: Vec::new(),
            into: None,
        }])
    };
    let flags =
        |from: Source| Micro::WriteSystem { name: "eflags", from, interrupts: Some(INTERRUPTS) };
    if let Some(code) = name.strip_prefix('j').filter(|_| name != "jmp") {
        let test = X86_64.condition(code);
        let test = test.ok_or_else(|| format!("the instruction {name} is not known"))?;
        return Ok(Some(vec![Micro::Jump { test: Some(test), to: cx.target(first)? }]));
    }
    if let Some(test) = name.strip_prefix("set").and_then(|code| X86_64.condition(code)) {
        let (yes, no) = (Source::Number(1), Source::Number(0));
        if let Some(Arg::Memory(_)) = first {
            let into = cx.temporary(8);
            let place = cx.place(first, 1, Order::Relaxed)?;
            let store = Micro::Store { from: into.into(), place };
            return Ok(Some(vec![Micro::Select { into, test, yes, no }, store]));
        }
        let (width, merges) = X86_64.written(8);
        let into = Reg { width, merges, ..cx.reg(first)? };
        return Ok(Some(vec![Micro::Select { into, test, yes, no }]));
    }
    if let Some(test) = name.strip_prefix("cmov").and_then(|code| X86_64.condition(code)) {
        let into = cx.reg(arguments.last())?;
        let yes = cx.source(first)?;
        return Ok(Some(vec![Micro::Select { into, test, yes, no: into.into() }]));
    }
    Ok(match name {
        "jmp" => Some(vec![Micro::Jump { test: None, to: cx.target(first)? }]),
        "call" => Some(call(arguments, cx)?),
        "nop" | "nopl" | "nopw" | "pause" | "endbr64" => Some(Vec::new()),
        "mfence" | "lfence" | "sfence" | "serialize" => effect(Effect::Barrier),
        "invlpg" => {
            let Some(Arg::Memory(address)) = first else { return Err("an address".to_owned()) };
            let into = cx.temporary(64);
            let invalidate = Micro::Effect {
                mnemonic: name.to_owned(),
                effect: Effect::Tlb,
                operands: vec![into.into()],
                into: None,
            };
            Some(vec![Micro::Address { into, address: address.clone() }, invalidate])
        }
        "invpcid" => {
            let Some(Arg::Memory(address)) = first else { return Err("an address".to_owned()) };
            let into = cx.temporary(64);
            let operands = vec![cx.source(arguments.last())?, into.into()];
            let mnemonic = name.to_owned();
            let invalidate = Micro::Effect { mnemonic, effect: Effect::Tlb, operands, into: None };
            Some(vec![Micro::Address { into, address: address.clone() }, invalidate])
        }
        "mov" if control(first).is_some() => {
            let name = control(first).unwrap_or_default();
            Some(vec![Micro::ReadNamed { name, into: cx.reg(arguments.last())? }])
        }
        "mov" if control(arguments.last()).is_some() => {
            let name = control(arguments.last()).unwrap_or_default();
            // A write of CR3 flushes.
            let effect = if name == "cr3" { Effect::Tlb } else { Effect::System };
            let operands = vec![cx.source(first)?];
            let mnemonic = format!("mov {name}");
            Some(vec![Micro::Effect { mnemonic, effect, operands, into: None }])
        }
        "ud2" | "int3" => effect(Effect::Trap { flags: None }),
        "hlt" | "wbinvd" | "cpuid" | "rdtsc" | "rdmsr" | "wrmsr" | "swapgs" => {
            effect(Effect::System)
        }
        "clac" | "stac" => effect(Effect::System),
        _ if name.starts_with("prefetch") => Some(Vec::new()),
        "clflush" | "clflushopt" | "clwb" => effect(Effect::Cache),
        "cli" | "sti" => {
            let into = cx.temporary(64);
            let (op, b) = match name {
                "cli" => (Binary::And, !u128::from(EFLAGS_IF)),
                _ => (Binary::Or, u128::from(EFLAGS_IF)),
            };
            let a = into.into();
            let change = Micro::Binary { op, into, a, b: Source::Number(b), flags: false };
            let read = Micro::ReadSystem { name: "eflags", into };
            Some(vec![read, change, flags(into.into())])
        }
        "pushf" | "pushfq" => {
            let into = cx.temporary(64);
            let read = Micro::ReadSystem { name: "eflags", into };
            Some(vec![read, Micro::Push { from: into.into() }])
        }
        "popf" | "popfq" => {
            let into = cx.temporary(64);
            Some(vec![Micro::Pop { into }, flags(into.into())])
        }
        "push" | "pushq" => Some(vec![Micro::Push { from: cx.source(first)? }]),
        "pop" | "popq" => Some(vec![match first {
            Some(Arg::Memory(_)) => Micro::PopTo { place: cx.place(first, 8, Order::Relaxed)? },
            _ => Micro::Pop { into: cx.reg(first)? },
        }]),
        ".byte" => Some(raw(arguments)?),
        _ if prefix.starts_with("rep") && !matches!(name, "bsf" | "bsr" | "bsfq" | "bsrq") => {
            return Err(format!("the instruction {prefix} {name} is not known"));
        }
        _ => None,
    })
}

/// The name of a control register.
fn control(arg: Option<&Arg>) -> Option<String> {
    match arg {
        Some(Arg::Word(word)) => {
            word.strip_prefix('%').filter(|name| name.starts_with("cr")).map(str::to_owned)
        }
        _ => None,
    }
}

/// A call: of a symbol by name, of one that an operand is, or through memory.
fn call(arguments: &[Arg], cx: &mut Translate<'_>) -> Result<Vec<Micro>, String> {
    let into = cx.register("rax");
    Ok(vec![match arguments.first() {
        Some(Arg::Reg(reg)) => Micro::Call { name: String::new(), by: Some((*reg).into()), into },
        Some(Arg::Word(name)) => Micro::Call { name: name.clone(), by: None, into },
        Some(Arg::Memory(_)) => {
            let target = cx.temporary(64);
            let place = cx.place(arguments.first(), 8, Order::Relaxed)?;
            let call = Micro::Call { name: String::new(), by: Some(target.into()), into };
            return Ok(vec![Micro::Load { into: target, place, signed: false }, call]);
        }
        _ => return Err("the target of a call".to_owned()),
    }])
}

/// Instructions that the assembler of the time did not know, as bytes.
fn raw(arguments: &[Arg]) -> Result<Vec<Micro>, String> {
    let byte = |arg: &Arg| match arg {
        Arg::Word(word) => Expression::read(word).ok()?.constant(),
        _ => None,
    };
    let bytes: Option<Vec<i128>> = arguments.iter().map(byte).collect();
    let bytes = bytes.ok_or("bytes that are not constant")?;
    let name = match bytes.as_slice() {
        [0x0f, 0x0b] => "ud2",
        [0x0f, 0x01, 0xca] => "clac",
        [0x0f, 0x01, 0xcb] => "stac",
        [0x0f, 0x01, 0xee] => "rdpkru",
        [0x0f, 0x01, 0xef] => "wrpkru",
        [0x0f, 0x1f, ..] | [0x66, 0x90] | [0x90] | [0x66, 0x0f, 0x1f, ..] => return Ok(Vec::new()),
        _ => return Err(format!("the bytes {bytes:x?} are no instruction that is known")),
    };
    let effect = if name == "ud2" { Effect::Trap { flags: None } } else { Effect::System };
    let mnemonic = name.to_owned();
    Ok(vec![Micro::Effect { mnemonic, effect, operands: Vec::new(), into: None }])
}
