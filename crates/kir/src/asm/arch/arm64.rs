//! A64: what arm64's inline assembly uses, with the LSE atomics and the load-exclusive loops.
//!
//! Source: the Arm Architecture Reference Manual for A-profile, and arch/arm64/include/asm of the kernel for what is used.

mod system;

use super::Architecture;
use crate::asm::expression::Expression;
use crate::asm::micro::{
    Address, Condition, Count, InterruptBit, Micro, Reg, Source, Target, Test,
};
use crate::asm::operand::{Arg, Translate};
use crate::host::{Order, RmwOp};
use crate::ir::op::{Binary, Predicate};

/// The architecture.
pub(crate) struct Arm64;

/// The bit of DAIF that masks interrupts.
const DAIF_I: u128 = 0x80;
const INTERRUPTS: InterruptBit = InterruptBit { mask: DAIF_I, enabled_when_set: false };

impl Architecture for Arm64 {
    fn triple(&self) -> &'static str {
        "aarch64"
    }

    fn comments(&self) -> &'static [&'static str] {
        &["//"]
    }

    fn constraints(&self) -> &'static str {
        "QIJKLMNSZwxyzU Qo Us"
    }

    fn register(&self, name: &str) -> Option<(String, u32)> {
        let name = name.to_ascii_lowercase();
        if name == "sp" || name == "wsp" {
            return Some(("sp".to_owned(), 64));
        }
        let (kind, number) = name.split_at_checked(1)?;
        let width = match kind {
            "x" => 64,
            "w" => 32,
            _ => return None,
        };
        let number: u32 = number.parse().ok().filter(|number| *number <= 30)?;
        Some((format!("x{number}"), width))
    }

    fn modified(&self, modifier: &str, width: u32) -> Result<(u32, bool), String> {
        match modifier {
            // A register without a modifier is an X register, whatever it holds.
            "" | "x" => Ok((64, false)),
            "w" => Ok((32, false)),
            "c" | "P" | "a" => Ok((width, false)),
            _ => Err(format!("the modifier `{modifier}` is not known")),
        }
    }

    fn written(&self, width: u32) -> (u32, bool) {
        (width, false)
    }

    fn argument(&self, text: &str, cx: &mut Translate<'_>) -> Result<Arg, String> {
        if let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let parts = crate::asm::template::parts(inner);
            let base = parts.first().copied().unwrap_or("");
            let base = match cx.marked(base)? {
                Some(arg) => cx.reg(Some(&arg))?,
                None => cx.register(base).ok_or_else(|| format!("the register {base}"))?,
            };
            let base = Some(Reg { width: 64, ..base });
            let mut address = Address { base, ..Address::default() };
            if let Some(offset) = parts.get(1) {
                address.offset = Some(Expression::read(offset.trim_start_matches('#'))?);
            }
            return Ok(Arg::Memory(address));
        }
        if let Some(number) = text.strip_prefix('#') {
            return Ok(Arg::Immediate(Expression::read(number)?));
        }
        if let Some(reg) = cx.register(text) {
            return Ok(Arg::Reg(reg));
        }
        match text {
            "xzr" => Ok(Arg::Reg(Reg::zero(64))),
            "wzr" => Ok(Arg::Reg(Reg::zero(32))),
            _ => Ok(match Expression::read(text) {
                Ok(expression) if expression.constant().is_some() => Arg::Immediate(expression),
                _ => Arg::Word(text.to_owned()),
            }),
        }
    }

    fn instruction(
        &self,
        mnemonic: &str,
        arguments: &[Arg],
        cx: &mut Translate<'_>,
    ) -> Result<Vec<Micro>, String> {
        let mnemonic = mnemonic.to_ascii_lowercase();
        let found = match atomic(&mnemonic, arguments, cx)? {
            Some(found) => Some(found),
            None => match memory(&mnemonic, arguments, cx)? {
                Some(found) => Some(found),
                None => match compute(&mnemonic, arguments, cx)? {
                    Some(found) => Some(found),
                    None => jump(&mnemonic, arguments, cx)?,
                },
            },
        };
        match found {
            Some(found) => Ok(found),
            None => system::system(&mnemonic, arguments, cx),
        }
    }

    fn capability(&self, feature: u64) -> Option<(u32, bool)> {
        // Bit 15 says that a callback patches.
        Some(((feature & 0x7fff) as u32, false))
    }

    fn condition(&self, name: &str) -> Option<Test> {
        use Condition::{Below, BelowOrEqual, Equal, Less, LessOrEqual, Negative, Overflow};
        Some(match name {
            "eq" => Test::Flag(Equal, true),
            "ne" => Test::Flag(Equal, false),
            "lo" | "cc" => Test::Flag(Below, true),
            "hs" | "cs" => Test::Flag(Below, false),
            "ls" => Test::Flag(BelowOrEqual, true),
            "hi" => Test::Flag(BelowOrEqual, false),
            "lt" => Test::Flag(Less, true),
            "ge" => Test::Flag(Less, false),
            "le" => Test::Flag(LessOrEqual, true),
            "gt" => Test::Flag(LessOrEqual, false),
            "mi" => Test::Flag(Negative, true),
            "pl" => Test::Flag(Negative, false),
            "vs" => Test::Flag(Overflow, true),
            "vc" => Test::Flag(Overflow, false),
            _ => return None,
        })
    }

    fn initial_registers(&self) -> &'static [(&'static str, u64)] {
        &[("daif", 0)]
    }
}

/// The bytes that an access of this suffix and register has.
fn bytes(suffix: &str, reg: Option<&Arg>) -> Option<u64> {
    match (suffix, reg) {
        ("b", _) => Some(1),
        ("h", _) => Some(2),
        ("", Some(Arg::Reg(reg))) => Some(u64::from(reg.width / 8)),
        _ => None,
    }
}

/// Order and size behind the name of an LSE atomic: `al`, `ab`, ``.
fn lse_suffix(suffix: &str, reg: Option<&Arg>) -> Option<(Order, u64)> {
    let (order, rest) = if let Some(rest) = suffix.strip_prefix("al") {
        (Order::AcqRel, rest)
    } else if let Some(rest) = suffix.strip_prefix('a') {
        (Order::Acquire, rest)
    } else if let Some(rest) = suffix.strip_prefix('l') {
        (Order::Release, rest)
    } else {
        (Order::Relaxed, suffix)
    };
    Some((order, bytes(rest, reg)?))
}

/// The LSE atomics, and the exclusives that older machines have instead.
fn atomic(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    const UPDATES: &[(&str, RmwOp)] = &[
        ("swp", RmwOp::Xchg),
        ("ldadd", RmwOp::Add),
        ("ldclr", RmwOp::AndNot),
        ("ldset", RmwOp::Or),
        ("ldeor", RmwOp::Xor),
        ("ldsmax", RmwOp::Max),
        ("ldsmin", RmwOp::Min),
        ("ldumax", RmwOp::Umax),
        ("ldumin", RmwOp::Umin),
    ];
    const STORES: &[(&str, RmwOp)] = &[
        ("stadd", RmwOp::Add),
        ("stclr", RmwOp::AndNot),
        ("stset", RmwOp::Or),
        ("steor", RmwOp::Xor),
        ("stsmax", RmwOp::Max),
        ("stsmin", RmwOp::Min),
        ("stumax", RmwOp::Umax),
        ("stumin", RmwOp::Umin),
    ];
    let first = arguments.first();
    for (name, op) in UPDATES {
        let suffix = mnemonic.strip_prefix(name).and_then(|rest| lse_suffix(rest, first));
        let Some((order, size)) = suffix else { continue };
        let into = Some(cx.reg(arguments.get(1))?);
        let place = cx.place(arguments.get(2), size, order)?;
        let operand = cx.source(first)?;
        return Ok(Some(vec![Micro::Rmw { op: *op, into, operand, place, flags: false }]));
    }
    for (name, op) in STORES {
        let suffix = mnemonic.strip_prefix(name).and_then(|rest| lse_suffix(rest, first));
        let Some((order, size)) = suffix else { continue };
        let place = cx.place(arguments.get(1), size, order)?;
        let operand = cx.source(first)?;
        return Ok(Some(vec![Micro::Rmw { op: *op, into: None, operand, place, flags: false }]));
    }
    if let Some((order, size)) = mnemonic.strip_prefix("cas").and_then(|r| lse_suffix(r, first)) {
        let found = cx.reg(first)?;
        let new = cx.source(arguments.get(1))?;
        let place = cx.place(arguments.get(2), size, order)?;
        return Ok(Some(vec![Micro::Cmpxchg { expected: found.into(), found, new, place }]));
    }
    for (name, order) in [("ldxr", Order::Relaxed), ("ldaxr", Order::Acquire)] {
        if let Some(size) = mnemonic.strip_prefix(name).and_then(|rest| bytes(rest, first)) {
            let into = cx.reg(first)?;
            let place = cx.place(arguments.get(1), size, order)?;
            return Ok(Some(vec![Micro::LoadExclusive { into, place }]));
        }
    }
    for (name, order) in [("stxr", Order::Relaxed), ("stlxr", Order::Release)] {
        let second = arguments.get(1);
        if let Some(size) = mnemonic.strip_prefix(name).and_then(|rest| bytes(rest, second)) {
            let status = cx.reg(first)?;
            let from = cx.source(second)?;
            let place = cx.place(arguments.get(2), size, order)?;
            return Ok(Some(vec![Micro::StoreExclusive { status, success: 0, from, place }]));
        }
    }
    Ok(None)
}

/// Loads and stores, those to user memory included.
fn memory(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    const LOADS: &[(&str, Order)] = &[
        ("ldar", Order::Acquire),
        ("ldapr", Order::AcquirePc),
        ("ldtr", Order::Relaxed),
        ("ldur", Order::Relaxed),
        ("ldr", Order::Relaxed),
    ];
    const STORES: &[(&str, Order)] = &[
        ("stlr", Order::Release),
        ("sttr", Order::Relaxed),
        ("stur", Order::Relaxed),
        ("str", Order::Relaxed),
    ];
    let first = arguments.first();
    for (name, order) in LOADS {
        let Some(rest) = mnemonic.strip_prefix(name) else { continue };
        let (signed, rest) = match rest.strip_prefix('s') {
            Some("w") => {
                let into = cx.reg(first)?;
                let place = cx.place(arguments.get(1), 4, *order)?;
                return Ok(Some(vec![Micro::Load { into, place, signed: true }]));
            }
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let Some(size) = bytes(rest, first) else { continue };
        let into = cx.reg(first)?;
        let place = cx.place(arguments.get(1), size, *order)?;
        return Ok(Some(vec![Micro::Load { into, place, signed }]));
    }
    for (name, order) in STORES {
        let Some(size) = mnemonic.strip_prefix(name).and_then(|rest| bytes(rest, first)) else {
            continue;
        };
        let from = cx.source(first)?;
        let place = cx.place(arguments.get(1), size, *order)?;
        return Ok(Some(vec![Micro::Store { from, place }]));
    }
    Ok(None)
}

/// Arithmetic.
fn compute(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let (plain, flags) = match mnemonic {
        "adds" | "subs" | "ands" | "bics" => (&mnemonic[..3], true),
        other => (other, false),
    };
    let op = match plain {
        "add" => Some((Binary::Add, false)),
        "sub" => Some((Binary::Sub, false)),
        "mul" => Some((Binary::Mul, false)),
        "udiv" => Some((Binary::Udiv, false)),
        "sdiv" => Some((Binary::Sdiv, false)),
        "and" => Some((Binary::And, false)),
        "orr" => Some((Binary::Or, false)),
        "eor" => Some((Binary::Xor, false)),
        "bic" => Some((Binary::And, true)),
        "orn" => Some((Binary::Or, true)),
        "eon" => Some((Binary::Xor, true)),
        "lsl" | "lslv" => Some((Binary::Shl, false)),
        "lsr" | "lsrv" => Some((Binary::Lshr, false)),
        "asr" | "asrv" => Some((Binary::Ashr, false)),
        _ => None,
    };
    if let Some((op, inverted)) = op {
        let into = cx.reg(arguments.first())?;
        let a = cx.source(arguments.get(1))?;
        let mut b = cx.source(arguments.get(2))?;
        let mut micro = Vec::new();
        if let Some(shift) = arguments.get(3) {
            b = shifted(shift, b, into.width, cx, &mut micro)?;
        }
        if inverted {
            let flipped = cx.temporary(into.width);
            let ones = Source::Number(u128::MAX);
            micro.push(Micro::Binary {
                op: Binary::Xor,
                into: flipped,
                a: b,
                b: ones,
                flags: false,
            });
            b = flipped.into();
        }
        micro.push(Micro::Binary { op, into, a, b, flags });
        return Ok(Some(micro));
    }
    let first = arguments.first();
    let (zero, ones) = (Source::Number(0), Source::Number(u128::MAX));
    Ok(Some(match mnemonic {
        "mov" | "movz" => {
            vec![Micro::Move { into: cx.reg(first)?, from: cx.source(arguments.get(1))? }]
        }
        "mvn" => {
            let a = cx.source(arguments.get(1))?;
            vec![Micro::Binary { op: Binary::Xor, into: cx.reg(first)?, a, b: ones, flags: false }]
        }
        "neg" | "negs" => {
            let b = cx.source(arguments.get(1))?;
            let flags = mnemonic == "negs";
            vec![Micro::Binary { op: Binary::Sub, into: cx.reg(first)?, a: zero, b, flags }]
        }
        "cmp" | "tst" => {
            let width = cx.reg(first)?.width;
            let (a, b) = (cx.source(first)?, cx.source(arguments.get(1))?);
            vec![match mnemonic {
                "cmp" => Micro::Compare { width, a, b },
                _ => Micro::Test { width, a, b },
            }]
        }
        "csel" | "csinc" | "csinv" | "csneg" => {
            let into = cx.reg(first)?;
            let test = condition(arguments.get(3))?;
            let yes = cx.source(arguments.get(1))?;
            let no = cx.source(arguments.get(2))?;
            let (mut micro, other) = (Vec::new(), cx.temporary(into.width));
            let change = match mnemonic {
                "csinc" => Some((Binary::Add, no.clone(), Source::Number(1))),
                "csinv" => Some((Binary::Xor, no.clone(), ones)),
                "csneg" => Some((Binary::Sub, zero, no.clone())),
                _ => None,
            };
            let no = match change {
                Some((op, a, b)) => {
                    micro.push(Micro::Binary { op, into: other, a, b, flags: false });
                    other.into()
                }
                None => no,
            };
            micro.push(Micro::Select { into, test, yes, no });
            micro
        }
        "cset" => {
            let test = condition(arguments.get(1))?;
            vec![Micro::Select { into: cx.reg(first)?, test, yes: Source::Number(1), no: zero }]
        }
        "clz" | "rbit" | "rev" => {
            let into = cx.reg(first)?;
            let kind = match mnemonic {
                "clz" => Count::Leading,
                "rbit" => Count::Bits,
                _ => Count::Bytes,
            };
            let from = cx.source(arguments.get(1))?;
            vec![Micro::Count { kind, into, from, width: into.width }]
        }
        "sxtw" | "uxtw" | "sxth" | "uxth" | "sxtb" | "uxtb" => {
            let width = match &mnemonic[3..] {
                "w" => 32,
                "h" => 16,
                _ => 8,
            };
            let from = cx.source(arguments.get(1))?;
            let signed = mnemonic.starts_with('s');
            vec![Micro::Extend { into: cx.reg(first)?, from, width, signed }]
        }
        _ => return Ok(None),
    }))
}

/// `lsl #3` behind a register.
fn shifted(
    shift: &Arg,
    value: Source,
    width: u32,
    cx: &mut Translate<'_>,
    micro: &mut Vec<Micro>,
) -> Result<Source, String> {
    let Arg::Word(text) = shift else { return Err("a shift is expected".to_owned()) };
    let (name, by) = text.split_once(['#', ' ']).unwrap_or((text, "0"));
    let op = match name.trim() {
        "lsl" => Binary::Shl,
        "lsr" => Binary::Lshr,
        "asr" => Binary::Ashr,
        other => return Err(format!("the shift `{other}` is not known")),
    };
    let by = Expression::read(by.trim().trim_start_matches('#'))?;
    let by = by.constant().ok_or("a shift by no constant")?;
    let into = cx.temporary(width);
    micro.push(Micro::Binary { op, into, a: value, b: Source::Number(by as u128), flags: false });
    Ok(into.into())
}

fn condition(arg: Option<&Arg>) -> Result<Test, String> {
    match arg {
        Some(Arg::Word(name)) => {
            Arm64.condition(name).ok_or_else(|| format!("the condition `{name}` is not known"))
        }
        _ => Err("a condition is expected".to_owned()),
    }
}

/// Branches.
fn jump(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let conditional = |test: Test, to: Target| Some(vec![Micro::Jump { test: Some(test), to }]);
    if let Some(name) = mnemonic.strip_prefix("b.") {
        let test = condition(Some(&Arg::Word(name.to_owned())))?;
        return Ok(conditional(test, cx.target(arguments.first())?));
    }
    Ok(match mnemonic {
        "b" => Some(vec![Micro::Jump { test: None, to: cx.target(arguments.first())? }]),
        "cbz" | "cbnz" => {
            let reg = cx.reg(arguments.first())?;
            let predicate = if mnemonic == "cbz" { Predicate::Eq } else { Predicate::Ne };
            let test = Test::Compare(predicate, reg.width, reg.into(), Source::Number(0));
            conditional(test, cx.target(arguments.get(1))?)
        }
        "tbz" | "tbnz" => {
            let (reg, bit) = (cx.reg(arguments.first())?, cx.source(arguments.get(1))?);
            let found = cx.temporary(1);
            let to = cx.target(arguments.get(2))?;
            let is_set = Test::Bit(reg.into(), bit);
            let (yes, no) = (Source::Number(1), Source::Number(0));
            let predicate = if mnemonic == "tbz" { Predicate::Eq } else { Predicate::Ne };
            let test = Test::Compare(predicate, 1, found.into(), Source::Number(0));
            Some(vec![
                Micro::Select { into: found, test: is_set, yes, no },
                Micro::Jump { test: Some(test), to },
            ])
        }
        _ => None,
    })
}
