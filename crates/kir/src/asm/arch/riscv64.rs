//! RV64: what riscv's inline assembly uses, with the A extension.
//!
//! Source: the RISC-V Instruction Set Manual, volumes I and II, and arch/riscv/include/asm of the kernel for what is used.

use super::{AlternativeEntry, Architecture};
use crate::asm::expression::Expression;
use crate::asm::micro::{Address, InterruptBit, Micro, Reg, Source, Test};
use crate::asm::operand::{Arg, Translate};
use crate::host::{Effect, Order, RmwOp};
use crate::ir::op::{Binary, Predicate};

/// The architecture.
pub(crate) struct Riscv64;

/// The bit of `sstatus` that lets interrupts in.
const INTERRUPTS: InterruptBit = InterruptBit { mask: 2, enabled_when_set: true };

/// The names of x0 to x31.
const NAMES: &[&str] = &[
    "zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1", "a0", "a1", "a2", "a3", "a4",
    "a5", "a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "t3", "t4",
    "t5", "t6",
];

impl Architecture for Riscv64 {
    fn triple(&self) -> &'static str {
        "riscv64"
    }

    fn comments(&self) -> &'static [&'static str] {
        &["#", "//"]
    }

    fn constraints(&self) -> &'static str {
        "AIJKfS"
    }

    fn register(&self, name: &str) -> Option<(String, u32)> {
        let name = if name == "fp" { "s0" } else { name };
        let number = match name.strip_prefix('x').and_then(|number| number.parse().ok()) {
            Some(number) => number,
            None => NAMES.iter().position(|known| *known == name)?,
        };
        NAMES.get(number).map(|name| ((*name).to_owned(), 64))
    }

    fn modified(&self, modifier: &str, _: u32) -> Result<(u32, bool), String> {
        match modifier {
            "" | "z" | "i" => Ok((64, false)),
            _ => Err(format!("the modifier `{modifier}` is not known")),
        }
    }

    fn written(&self, width: u32) -> (u32, bool) {
        (width, false)
    }

    fn argument(&self, text: &str, cx: &mut Translate<'_>) -> Result<Arg, String> {
        if let Some((offset, inner)) = text.split_once('(')
            && let Some(base) = inner.strip_suffix(')')
        {
            let base = match cx.marked(base)? {
                Some(Arg::Memory(address)) => address.base,
                Some(arg) => Some(cx.reg(Some(&arg))?),
                None => Some(cx.register(base).ok_or_else(|| format!("the register {base}"))?),
            };
            let mut address = Address { base, ..Address::default() };
            if !offset.trim().is_empty() {
                address.offset = Some(Expression::read(offset)?);
            }
            return Ok(Arg::Memory(address));
        }
        if matches!(text, "zero" | "x0") {
            return Ok(Arg::Reg(Reg::zero(64)));
        }
        if let Some(reg) = cx.register(text) {
            return Ok(Arg::Reg(reg));
        }
        Ok(match Expression::read(text) {
            Ok(expression) if expression.constant().is_some() => Arg::Immediate(expression),
            _ => Arg::Word(text.to_owned()),
        })
    }

    fn instruction(
        &self,
        mnemonic: &str,
        arguments: &[Arg],
        cx: &mut Translate<'_>,
    ) -> Result<Vec<Micro>, String> {
        let found = match atomic(mnemonic, arguments, cx)? {
            Some(found) => Some(found),
            None => match compute(mnemonic, arguments, cx)? {
                Some(found) => Some(found),
                None => jump(mnemonic, arguments, cx)?,
            },
        };
        match found {
            Some(found) => Ok(found),
            None => system(mnemonic, arguments, cx),
        }
    }

    fn alternatives(&self) -> AlternativeEntry {
        // Original, replacement, vendor, length, patch. Both stretches have that length.
        AlternativeEntry { items: 5, feature: 4, end: 3, replacement_end: 3 }
    }

    fn completes_update(&self, mnemonic: &str) -> bool {
        mnemonic == "fence rw,rw"
    }

    fn capability(&self, feature: u64) -> Option<(u32, bool)> {
        Some(((feature & 0xffff) as u32, false))
    }

    fn condition(&self, _: &str) -> Option<Test> {
        None
    }

    fn initial_registers(&self) -> &'static [(&'static str, u64)] {
        &[("sstatus", 2)]
    }
}

/// The atomics: `amoswap.w.aqrl`, `lr.d`, `sc.d.rl`.
fn atomic(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let mut parts = mnemonic.split('.');
    let name = parts.next().unwrap_or("");
    let size = match parts.next() {
        Some("w") => 4,
        Some("d") => 8,
        _ => return Ok(None),
    };
    let order = match parts.next() {
        None => Order::Relaxed,
        Some("aq") => Order::Acquire,
        Some("rl") => Order::Release,
        Some("aqrl") => Order::SeqCst,
        Some(_) => return Ok(None),
    };
    let op = match name {
        "amoswap" => RmwOp::Xchg,
        "amoadd" => RmwOp::Add,
        "amoand" => RmwOp::And,
        "amoor" => RmwOp::Or,
        "amoxor" => RmwOp::Xor,
        "amomax" => RmwOp::Max,
        "amomin" => RmwOp::Min,
        "amomaxu" => RmwOp::Umax,
        "amominu" => RmwOp::Umin,
        "lr" => {
            let into = cx.reg(arguments.first())?;
            let place = cx.place(arguments.get(1), size, order)?;
            return Ok(Some(extended(size, Micro::LoadExclusive { into, place }, into)));
        }
        "sc" => {
            let status = cx.reg(arguments.first())?;
            let from = cx.source(arguments.get(1))?;
            let place = cx.place(arguments.get(2), size, order)?;
            return Ok(Some(vec![Micro::StoreExclusive { status, success: 0, from, place }]));
        }
        _ => return Ok(None),
    };
    let into = cx.reg(arguments.first())?;
    let operand = cx.source(arguments.get(1))?;
    let place = cx.place(arguments.get(2), size, order)?;
    let update = Micro::Rmw { op, into: Some(into), operand, place, flags: false };
    Ok(Some(extended(size, update, into)))
}

/// A word is extended by its sign.
fn extended(size: u64, micro: Micro, into: Reg) -> Vec<Micro> {
    match size {
        4 => vec![micro, Micro::Extend { into, from: into.into(), width: 32, signed: true }],
        _ => vec![micro],
    }
}

/// Arithmetic, loads and stores.
fn compute(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let (first, second) = (arguments.first(), arguments.get(1));
    let access = match mnemonic {
        "lb" | "lbu" | "sb" => Some(1),
        "lh" | "lhu" | "sh" => Some(2),
        "lw" | "lwu" | "sw" => Some(4),
        "ld" | "sd" => Some(8),
        _ => None,
    };
    if let Some(size) = access {
        let place = cx.place(second, size, Order::Relaxed)?;
        return Ok(Some(vec![if mnemonic.starts_with('l') {
            Micro::Load { into: cx.reg(first)?, place, signed: !mnemonic.ends_with('u') }
        } else {
            Micro::Store { from: cx.source(first)?, place }
        }]));
    }
    let (name, word) = match mnemonic.strip_suffix('w') {
        Some(name) if name.len() >= 3 => (name, true),
        _ => (mnemonic, false),
    };
    let op = match name {
        "add" | "addi" => Some(Binary::Add),
        "sub" => Some(Binary::Sub),
        "and" | "andi" => Some(Binary::And),
        "or" | "ori" => Some(Binary::Or),
        "xor" | "xori" => Some(Binary::Xor),
        "sll" | "slli" => Some(Binary::Shl),
        "srl" | "srli" => Some(Binary::Lshr),
        "sra" | "srai" => Some(Binary::Ashr),
        "mul" => Some(Binary::Mul),
        _ => None,
    };
    if let Some(op) = op {
        let into = cx.reg(first)?;
        let (a, b) = (cx.source(second)?, cx.source(arguments.get(2))?);
        if !word {
            return Ok(Some(vec![Micro::Binary { op, into, a, b, flags: false }]));
        }
        let half = cx.temporary(32);
        let short = Micro::Binary { op, into: half, a, b, flags: false };
        return Ok(Some(vec![
            short,
            Micro::Extend { into, from: half.into(), width: 32, signed: true },
        ]));
    }
    let zero = Source::Number(0);
    Ok(Some(match mnemonic {
        "mv" | "li" | "move" => {
            vec![Micro::Move { into: cx.reg(first)?, from: cx.source(second)? }]
        }
        "not" | "neg" => {
            let (into, value) = (cx.reg(first)?, cx.source(second)?);
            let (op, a, b) = match mnemonic {
                "not" => (Binary::Xor, value, Source::Number(u128::MAX)),
                _ => (Binary::Sub, zero, value),
            };
            vec![Micro::Binary { op, into, a, b, flags: false }]
        }
        "sext.w" => {
            let (into, from) = (cx.reg(first)?, cx.source(second)?);
            vec![Micro::Extend { into, from, width: 32, signed: true }]
        }
        "snez" | "seqz" | "sltu" | "slt" => {
            let (into, a) = (cx.reg(first)?, cx.source(second)?);
            let (predicate, b) = match mnemonic {
                "snez" => (Predicate::Ne, zero),
                "seqz" => (Predicate::Eq, zero),
                "sltu" => (Predicate::Ult, cx.source(arguments.get(2))?),
                _ => (Predicate::Slt, cx.source(arguments.get(2))?),
            };
            let test = Test::Compare(predicate, 64, a, b);
            vec![Micro::Select { into, test, yes: Source::Number(1), no: Source::Number(0) }]
        }
        _ => return Ok(None),
    }))
}

/// Branches.
fn jump(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    if mnemonic == "j" {
        return Ok(Some(vec![Micro::Jump { test: None, to: cx.target(arguments.first())? }]));
    }
    let (name, with_zero) = match mnemonic.strip_suffix('z') {
        Some(name) => (name, true),
        None => (mnemonic, false),
    };
    let predicate = match name {
        "beq" => Predicate::Eq,
        "bne" => Predicate::Ne,
        "blt" => Predicate::Slt,
        "bge" => Predicate::Sge,
        "bgt" => Predicate::Sgt,
        "ble" => Predicate::Sle,
        "bltu" => Predicate::Ult,
        "bgeu" => Predicate::Uge,
        _ => return Ok(None),
    };
    let a = cx.source(arguments.first())?;
    let (b, label) = match with_zero {
        true => (Source::Number(0), arguments.get(1)),
        false => (cx.source(arguments.get(1))?, arguments.get(2)),
    };
    let test = Some(Test::Compare(predicate, 64, a, b));
    Ok(Some(vec![Micro::Jump { test, to: cx.target(label)? }]))
}

/// Fences, control registers, traps, hints.
fn system(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Result<Vec<Micro>, String> {
    let words: Vec<&str> = arguments
        .iter()
        .filter_map(|arg| match arg {
            Arg::Word(word) => Some(word.as_str()),
            _ => None,
        })
        .collect();
    let effect = |name: String, effect: Effect, operands: Vec<Source>| {
        vec![Micro::Effect { mnemonic: name, effect, operands, into: None }]
    };
    let values = || -> Result<Vec<Source>, String> {
        arguments.iter().map(|arg| cx.source(Some(arg))).collect()
    };
    Ok(match mnemonic {
        // A fence without operands orders everything.
        "fence" if words.is_empty() => {
            effect("fence iorw,iorw".to_owned(), Effect::Barrier, Vec::new())
        }
        "fence" => effect(format!("fence {}", words.join(",")), Effect::Barrier, Vec::new()),
        "fence.i" | "fence.tso" => effect(mnemonic.to_owned(), Effect::Barrier, Vec::new()),
        "sfence.vma" | "sinval.vma" | "sfence.w.inval" | "sfence.inval.ir" => {
            effect(mnemonic.to_owned(), Effect::Tlb, values()?)
        }
        "nop" | "pause" => Vec::new(),
        "ebreak" | "unimp" => effect(mnemonic.to_owned(), Effect::Trap { flags: None }, Vec::new()),
        "wfi" | "ecall" => effect(mnemonic.to_owned(), Effect::System, Vec::new()),
        "csrr" | "csrw" | "csrs" | "csrc" | "csrrs" | "csrrc" | "csrrw" => {
            return csr(mnemonic, arguments, cx);
        }
        _ => return Err(format!("the instruction {mnemonic} is not known")),
    })
}

/// Reads and changes of control registers: of `sstatus` here, of others by the host.
fn csr(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Result<Vec<Micro>, String> {
    let reads = mnemonic.len() > 4 || mnemonic == "csrr";
    let at = usize::from(reads);
    let name = match arguments.get(at) {
        Some(Arg::Word(name)) => name.clone(),
        Some(Arg::Immediate(number)) => match number.constant() {
            // The number of `sstatus`.
            Some(0x100) => "sstatus".to_owned(),
            Some(number) => format!("csr {number:#x}"),
            None => return Err("a control register is expected".to_owned()),
        },
        _ => return Err("a control register is expected".to_owned()),
    };
    let (old, new) = (cx.temporary(64), cx.temporary(64));
    let mut micro = vec![Micro::ReadNamed { name: name.clone(), into: old }];
    if mnemonic != "csrr" {
        let value = cx.source(arguments.get(at + 1))?;
        let ones = Source::Number(u128::MAX);
        let binary = |op, b| Micro::Binary { op, into: new, a: old.into(), b, flags: false };
        match mnemonic.as_bytes().last() {
            Some(b's') => micro.push(binary(Binary::Or, value)),
            Some(b'c') => {
                let cleared = cx.temporary(64);
                let flip = (Binary::Xor, cleared, value);
                let (op, into, a) = flip;
                micro.push(Micro::Binary { op, into, a, b: ones, flags: false });
                micro.push(binary(Binary::And, cleared.into()));
            }
            _ => micro.push(Micro::Move { into: new, from: value }),
        }
        if name != "sstatus" {
            return Ok(vec![Micro::Effect {
                mnemonic: format!("{mnemonic} {name}"),
                effect: Effect::System,
                operands: Vec::new(),
                into: if reads { Some(cx.reg(arguments.first())?) } else { None },
            }]);
        }
        let from = new.into();
        micro.push(Micro::WriteSystem { name: "sstatus", from, interrupts: Some(INTERRUPTS) });
    }
    if reads {
        micro.push(Micro::Move { into: cx.reg(arguments.first())?, from: old.into() });
    }
    Ok(micro)
}
