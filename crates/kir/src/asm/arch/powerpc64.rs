//! 64-bit powerpc, little endian: what the inline assembly of server kernels uses.
//!
//! Registers are plain numbers in the text; what one means depends on the instruction. `r13`, the address of the CPU's
//! own data, is a system register. Source: Power ISA, books I to III, and arch/powerpc/include/asm of the kernel for what is used.

use super::{AlternativeEntry, Architecture};
use crate::asm::expression::{Expression, printable};
use crate::asm::micro::{Address, Condition, Count, Micro, Place, Source, Target, Test};
use crate::asm::operand::{Arg, Translate, step_of};
use crate::asm::template::{CLOSE, OPEN, read_mark};
use crate::host::{Effect, Order};
use crate::ir::op::{Binary, Predicate};

/// The architecture.
pub(crate) struct Powerpc64;

impl Architecture for Powerpc64 {
    fn triple(&self) -> &'static str {
        "powerpc64le"
    }

    fn comments(&self) -> &'static [&'static str] {
        &["#"]
    }

    fn constraints(&self) -> &'static str {
        "IJKLZb<>"
    }

    fn register(&self, name: &str) -> Option<(String, u32)> {
        let number: u8 = name.strip_prefix('r')?.parse().ok()?;
        (number < 32).then(|| (name.to_owned(), 64))
    }

    fn modified(&self, modifier: &str, _: u32) -> Result<(u32, bool), String> {
        match modifier {
            "" | "c" | "l" => Ok((64, false)),
            _ => Err(format!("the modifier `{modifier}` is not known")),
        }
    }

    fn written(&self, width: u32) -> (u32, bool) {
        (width, false)
    }

    fn argument(&self, text: &str, cx: &mut Translate<'_>) -> Result<Arg, String> {
        if let Some((offset, inner)) = text.split_once('(')
            && !offset.trim().is_empty()
            && let Some(base) = inner.strip_suffix(')')
        {
            let offset = Some(Expression::read(offset)?);
            let address = match cx.marked(base)? {
                Some(arg) => {
                    Address { base: Some(cx.reg(Some(&arg))?), offset, ..Address::default() }
                }
                None if base == "13" => {
                    Address { segment: Some("r13"), offset, ..Address::default() }
                }
                None => return Err(format!("the register {}", printable(base))),
            };
            return Ok(Arg::Memory(address));
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
        let mnemonic = &plain(mnemonic)?;
        let found = match memory(mnemonic, arguments, cx)? {
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
        // No kernel of this architecture has the table.
        AlternativeEntry { items: 5, feature: 2, end: 3, replacement_end: 4 }
    }

    fn is_full_barrier(&self, mnemonic: &str) -> bool {
        matches!(mnemonic, "sync" | "hwsync")
    }

    fn capability(&self, _: u64) -> Option<(u32, bool)> {
        None
    }

    fn condition(&self, _: &str) -> Option<Test> {
        None
    }

    fn initial_registers(&self) -> &'static [(&'static str, u64)] {
        &[]
    }
}

/// A mnemonic without the marks of operands that choose its form: `lwz${1:U}${1:X}`, `add${2:I}c`. The forms differ in
/// how an operand is written, which is known otherwise.
fn plain(mnemonic: &str) -> Result<String, String> {
    let mut found = String::new();
    let mut rest = mnemonic;
    while let Some(at) = rest.find(OPEN) {
        found.push_str(&rest[..at]);
        match read_mark(&rest[at..]) {
            Some((_, "U" | "X" | "I", after)) => rest = after,
            _ => return Err(format!("the mnemonic {}", printable(mnemonic))),
        }
    }
    debug_assert!(!rest.contains(CLOSE));
    found.push_str(rest);
    Ok(found.to_ascii_lowercase())
}

/// The address that two registers add up to; the first is zero where the text says 0.
fn indexed(arguments: &[Arg], size: u64, cx: &Translate<'_>) -> Result<Place, String> {
    let is_zero = |arg: &Arg| matches!(arg, Arg::Immediate(e) if e.constant() == Some(0));
    if !arguments.get(1).is_some_and(is_zero) {
        return Err("an address of two registers".to_owned());
    }
    let base = Some(cx.reg(arguments.get(2))?);
    let address = Address { base, ..Address::default() };
    Ok(Place { address, size, order: Order::Relaxed })
}

/// Loads, stores, and those that reserve.
fn memory(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let reserved = match mnemonic {
        "lbarx" | "stbcx." => Some(1),
        "lharx" | "sthcx." => Some(2),
        "lwarx" | "stwcx." => Some(4),
        "ldarx" | "stdcx." => Some(8),
        _ => None,
    };
    if let Some(size) = reserved {
        let place = indexed(arguments, size, cx)?;
        if mnemonic.starts_with('l') {
            // A fourth operand is a hint.
            return Ok(Some(vec![Micro::LoadExclusive {
                into: cx.reg(arguments.first())?,
                place,
            }]));
        }
        let from = cx.source(arguments.first())?;
        let status = cx.temporary(8);
        return Ok(Some(vec![
            Micro::StoreExclusive { status, success: 0, from, place },
            // "Equal" is success.
            Micro::Compare { width: 8, a: status.into(), b: Source::Number(0) },
        ]));
    }
    let size = match mnemonic {
        "lbz" | "stb" => 1,
        "lhz" | "sth" => 2,
        "lwz" | "lwa" | "stw" => 4,
        "ld" | "std" => 8,
        _ => return Ok(None),
    };
    let place = cx.place(arguments.get(1), size, Order::Relaxed)?;
    Ok(Some(vec![if mnemonic.starts_with('l') {
        Micro::Load { into: cx.reg(arguments.first())?, place, signed: mnemonic == "lwa" }
    } else {
        Micro::Store { from: cx.source(arguments.first())?, place }
    }]))
}

/// Arithmetic and comparisons.
fn compute(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let (first, second, third) = (arguments.first(), arguments.get(1), arguments.get(2));
    let (name, flags) = match mnemonic.strip_suffix('.') {
        Some(name) => (name, true),
        None => (mnemonic, false),
    };
    // Of one register with itself: a hint about priorities.
    if name == "or" && !flags && arguments.iter().all(|arg| matches!(arg, Arg::Immediate(_))) {
        return Ok(Some(Vec::new()));
    }
    let op = match name {
        "add" | "addc" | "addi" | "addic" => Some(Binary::Add),
        "sub" | "subc" | "subf" | "subfc" => Some(Binary::Sub),
        "and" | "andi" | "andc" => Some(Binary::And),
        "or" | "ori" | "orc" => Some(Binary::Or),
        "xor" | "xori" => Some(Binary::Xor),
        "sld" | "sldi" => Some(Binary::Shl),
        "srd" | "srdi" => Some(Binary::Lshr),
        "mulld" => Some(Binary::Mul),
        _ => None,
    };
    if let Some(op) = op {
        let into = cx.reg(first)?;
        let (mut a, mut b) = (cx.source(second)?, cx.source(third)?);
        let mut micro = Vec::new();
        match name {
            "subf" | "subfc" => (a, b) = (b, a),
            "andc" | "orc" => {
                let flipped = cx.temporary(64);
                let ones = Source::Number(u128::from(u64::MAX));
                let (op, into) = (Binary::Xor, flipped);
                micro.push(Micro::Binary { op, into, a: b, b: ones, flags: false });
                b = flipped.into();
            }
            _ => {}
        }
        micro.push(Micro::Binary { op, into, a, b, flags: false });
        if flags {
            // As a comparison of the result with zero.
            micro.push(Micro::Compare { width: 64, a: into.into(), b: Source::Number(0) });
        }
        return Ok(Some(micro));
    }
    let width = match mnemonic {
        "cmpw" | "cmpwi" | "cmplw" | "cmplwi" => 32,
        "cmpd" | "cmpdi" | "cmpld" | "cmpldi" => 64,
        _ => 0,
    };
    if width > 0 {
        let is_first = |arg: &Arg| matches!(arg, Arg::Immediate(e) if e.constant() == Some(0));
        let operands = match arguments {
            [field, rest @ ..] if rest.len() == 2 && is_first(field) => rest,
            rest if rest.len() == 2 => rest,
            _ => return Err("a field of conditions other than the first".to_owned()),
        };
        let (a, b) = (cx.source(operands.first())?, cx.source(operands.get(1))?);
        return Ok(Some(vec![Micro::Compare { width, a, b }]));
    }
    Ok(Some(match mnemonic {
        "mr" | "li" => vec![Micro::Move { into: cx.reg(first)?, from: cx.source(second)? }],
        "cntlzd" | "cntlzw" => {
            let width = if mnemonic == "cntlzd" { 64 } else { 32 };
            let (into, from) = (cx.reg(first)?, cx.source(second)?);
            vec![Micro::Count { kind: Count::Leading, into, from, width }]
        }
        _ => return Ok(None),
    }))
}

/// Branches by the first field of conditions.
fn jump(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    // A plus or minus is a hint.
    let test = match mnemonic.trim_end_matches(['+', '-']) {
        "b" => None,
        "beq" => Some((Condition::Equal, true)),
        "bne" => Some((Condition::Equal, false)),
        "blt" => Some((Condition::Less, true)),
        "bge" => Some((Condition::Less, false)),
        "ble" => Some((Condition::LessOrEqual, true)),
        "bgt" => Some((Condition::LessOrEqual, false)),
        _ => return Ok(None),
    };
    let to = cx.target(arguments.first())?;
    let test = test.map(|(condition, expected)| Test::Flag(condition, expected));
    Ok(Some(vec![Micro::Jump { test, to }]))
}

/// Barriers, traps, special registers, hints.
fn system(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Result<Vec<Micro>, String> {
    let effect = |effect: Effect| {
        let mnemonic = mnemonic.to_owned();
        Micro::Effect { mnemonic, effect, operands: Vec::new(), into: None }
    };
    let special = |arg: Option<&Arg>| match arg {
        Some(Arg::Immediate(number)) => Ok(format!("spr {:#x}", number.constant().unwrap_or(0))),
        _ => Err("a special register is expected".to_owned()),
    };
    Ok(match mnemonic {
        "sync" | "hwsync" | "lwsync" | "ptesync" | "isync" | "eieio" if arguments.is_empty() => {
            vec![effect(Effect::Barrier)]
        }
        "tlbsync" => vec![effect(Effect::Tlb)],
        "nop" => Vec::new(),
        "dcbt" | "dcbtst" => vec![effect(Effect::Cache)],
        "mfmsr" => vec![Micro::ReadSystem { name: "msr", into: cx.reg(arguments.first())? }],
        "mfspr" => {
            let name = special(arguments.get(1))?;
            vec![Micro::ReadNamed { name, into: cx.reg(arguments.first())? }]
        }
        "mtspr" => {
            let mnemonic = format!("mtspr {}", special(arguments.first())?);
            let operands = vec![cx.source(arguments.get(1))?];
            vec![Micro::Effect { mnemonic, effect: Effect::System, operands, into: None }]
        }
        "twi" | "tdnei" | "twnei" => {
            let trap = effect(Effect::Trap { flags: None });
            let always = |arg: &Arg| matches!(arg, Arg::Immediate(e) if e.constant() == Some(31));
            if mnemonic == "twi" {
                if !arguments.first().is_some_and(always) {
                    return Err("a trap on a condition of this kind".to_owned());
                }
                return Ok(vec![trap]);
            }
            // Traps unless both are equal.
            let (a, b) = (cx.source(arguments.first())?, cx.source(arguments.get(1))?);
            let width = if mnemonic == "tdnei" { 64 } else { 32 };
            let test = Some(Test::Compare(Predicate::Eq, width, a, b));
            vec![Micro::Jump { test, to: Target::Step(after(cx)?) }, trap]
        }
        _ => return Err(format!("the instruction {mnemonic} is not known")),
    })
}

/// The step after this instruction.
fn after(cx: &Translate<'_>) -> Result<usize, String> {
    let sections = cx.assembled.sections.iter().enumerate();
    let here = sections.filter_map(|(number, section)| {
        let item = section.items.iter().position(|(order, _)| *order == cx.order)?;
        step_of(cx.assembled, cx.starts, number, item + 1)
    });
    here.max().ok_or_else(|| "an instruction at no place".to_owned())
}
