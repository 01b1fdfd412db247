//! s390x (z/Architecture): what the kernel's inline assembly uses.
//!
//! Instructions that invalidate a table entry and drop its translations on all CPUs are an atomic update of the entry,
//! followed by the maintenance. Source: z/Architecture Principles of Operation, and arch/s390/include/asm of the kernel for
//! what is used. Bits are counted from the lowest here.

use super::{AlternativeEntry, Architecture};
use crate::asm::expression::{Expression, printable};
use crate::asm::micro::{Address, Condition, Count, InterruptBit, Micro, Place, Reg, Source, Test};
use crate::asm::operand::{Arg, Translate};
use crate::host::{Effect, Order, RmwOp};
use crate::ir::op::Binary;

/// The architecture.
pub(crate) struct S390x;

/// The bits of the system mask that let interrupts of devices and external ones in.
const INTERRUPTS: InterruptBit = InterruptBit { mask: 3, enabled_when_set: true };
/// The invalid bit of a page table entry and of a segment table entry.
const PAGE_INVALID: u128 = 0x400;
const SEGMENT_INVALID: u128 = 0x20;

impl Architecture for S390x {
    fn triple(&self) -> &'static str {
        "s390x"
    }

    fn comments(&self) -> &'static [&'static str] {
        &["#"]
    }

    fn constraints(&self) -> &'static str {
        "adQRSTIJKLh"
    }

    fn register(&self, name: &str) -> Option<(String, u32)> {
        let number: u8 = name.trim_start_matches('%').strip_prefix('r')?.parse().ok()?;
        (number < 16).then(|| (format!("r{number}"), 64))
    }

    fn modified(&self, modifier: &str, width: u32) -> Result<(u32, bool), String> {
        match modifier {
            // A pair of registers has 128 bits.
            "" => Ok((width.max(64), false)),
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
            let base = match cx.marked(base)? {
                Some(arg) => cx.reg(Some(&arg))?,
                None => cx.register(base).ok_or_else(|| format!("the register {base}"))?,
            };
            let offset = Some(Expression::read(offset)?);
            return Ok(Arg::Memory(Address { base: Some(base), offset, ..Address::default() }));
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
        let found = match memory(mnemonic, arguments, cx)? {
            Some(found) => Some(found),
            None => invalidate(mnemonic, arguments, cx)?,
        };
        match found {
            Some(found) => Ok(found),
            None => system(mnemonic, arguments, cx),
        }
    }

    fn alternatives(&self) -> AlternativeEntry {
        // Original, replacement, feature, length; both have that length.
        AlternativeEntry { items: 4, feature: 2, end: 3, replacement_end: 3 }
    }

    fn is_full_barrier(&self, mnemonic: &str) -> bool {
        mnemonic.starts_with("bcr ")
    }

    fn capability(&self, feature: u64) -> Option<(u32, bool)> {
        // The kind of alternative, and its data; when it is applied says nothing about the CPU.
        Some(((feature & 0x0fff_ffff) as u32, false))
    }

    fn condition(&self, _: &str) -> Option<Test> {
        None
    }

    fn initial_registers(&self) -> &'static [(&'static str, u64)] {
        // Translation is on, and interrupts are.
        &[("system mask", 7)]
    }
}

/// Loads, stores and atomic updates.
fn memory(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let (first, second, third) = (arguments.first(), arguments.get(1), arguments.get(2));
    let size = if mnemonic.contains('g') && mnemonic != "lghi" { 8 } else { 4 };
    Ok(Some(match mnemonic {
        "l" | "lg" | "llgf" | "lgf" => {
            let size = if mnemonic == "lg" { 8 } else { 4 };
            let place = cx.place(second, size, Order::Relaxed)?;
            vec![Micro::Load { into: cx.reg(first)?, place, signed: mnemonic == "lgf" }]
        }
        "st" | "stg" | "sth" | "stc" => {
            let size = match mnemonic {
                "sth" => 2,
                "stc" => 1,
                _ => size,
            };
            let place = cx.place(second, size, Order::Relaxed)?;
            vec![Micro::Store { from: cx.source(first)?, place }]
        }
        "mvhi" | "mvghi" | "mvhhi" => {
            let size = match mnemonic {
                "mvhi" => 4,
                "mvghi" => 8,
                _ => 2,
            };
            let place = cx.place(first, size, Order::Relaxed)?;
            vec![Micro::Store { from: cx.source(second)?, place }]
        }
        // Loads that update: they order nothing but the word itself.
        "laa" | "laag" | "lan" | "lang" | "lao" | "laog" | "lax" | "laxg" => {
            let op = match mnemonic.as_bytes().get(2) {
                Some(b'a') => RmwOp::Add,
                Some(b'n') => RmwOp::And,
                Some(b'o') => RmwOp::Or,
                _ => RmwOp::Xor,
            };
            let (into, operand) = (cx.reg(first)?, cx.source(second)?);
            let place = cx.place(third, size, Order::Relaxed)?;
            vec![Micro::Rmw { op, into: Some(into), operand, place, flags: false }]
        }
        "asi" | "agsi" => {
            let operand = cx.source(second)?;
            let place = cx.place(first, size, Order::Relaxed)?;
            vec![Micro::Rmw { op: RmwOp::Add, into: None, operand, place, flags: false }]
        }
        // Serialises before and after.
        "cs" | "csy" | "csg" => {
            let (expected, found, new) = (cx.source(first)?, cx.reg(first)?, cx.source(second)?);
            let place = cx.place(third, size, Order::SeqCst)?;
            vec![Micro::Cmpxchg { expected, found, new, place }]
        }
        _ => return Ok(None),
    }))
}

/// The instructions that invalidate a table entry and drop its translations.
fn invalidate(
    mnemonic: &str,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let number = |arg: Option<&Arg>| match arg {
        Some(Arg::Immediate(number)) => number.constant(),
        _ => None,
    };
    // A fourth operand that is 1 means this CPU only.
    let local = match arguments.get(3) {
        None => false,
        Some(arg) => {
            let operand = match arg {
                Arg::Reg(reg) => cx.operands.list.iter().find(|operand| operand.slot == reg.slot),
                _ => None,
            };
            let value = number(Some(arg)).map(|number| number as u128);
            let value = value.or_else(|| operand.and_then(|operand| operand.constant));
            value.ok_or("the scope of an invalidation is not constant")? & 1 == 1
        }
    };
    let (first, second, third) = (arguments.first(), arguments.get(1), arguments.get(2));
    let scope = if local { "local" } else { "all" };
    let flush = |what: &str, operands: Vec<Source>| Micro::Effect {
        mnemonic: format!("{what} {scope}"),
        effect: Effect::Tlb,
        operands,
        into: None,
    };
    Ok(Some(match mnemonic {
        // The first operand is the table, the second the address: bits 12 to 19 choose the entry.
        "ipte" => {
            let (table, address) = (cx.reg(first)?, cx.reg(second)?);
            let mut micro = clear(cx, (table, 0x7ff), (address, 12, 0xff), PAGE_INVALID);
            micro.push(flush(mnemonic, vec![address.into()]));
            micro
        }
        // All translations of an address space.
        "idte" if number(first) == Some(0) => vec![flush("idte space", Vec::new())],
        // The first operand is the table, the third the address: bits 20 to 30 choose the entry.
        "idte" => {
            let (table, address) = (cx.reg(first)?, cx.reg(third)?);
            let mut micro = clear(cx, (table, 0xfff), (address, 20, 0x7ff), SEGMENT_INVALID);
            micro.push(flush(mnemonic, vec![address.into()]));
            micro
        }
        "ptlb" => vec![Micro::Effect {
            mnemonic: "ptlb local".to_owned(),
            effect: Effect::Tlb,
            operands: Vec::new(),
            into: None,
        }],
        _ => return Ok(None),
    }))
}

/// Sets the invalid bit of the entry that an address chooses in a table. The low bits of the table's address that
/// are not part of it are given with it.
fn clear(
    cx: &mut Translate<'_>,
    (table, low): (Reg, u64),
    (address, shift, mask): (Reg, u128, u128),
    invalid: u128,
) -> Vec<Micro> {
    let (base, index, scaled) = (cx.temporary(64), cx.temporary(64), cx.temporary(64));
    let binary = |op, into: Reg, a: Reg, b: u128| Micro::Binary {
        op,
        into,
        a: a.into(),
        b: Source::Number(b),
        flags: false,
    };
    let address_of = Address { base: Some(base), index: Some((scaled, 8)), ..Address::default() };
    let place = Place { address: address_of, size: 8, order: Order::Relaxed };
    vec![
        binary(Binary::And, base, table, u128::from(!low)),
        binary(Binary::Lshr, index, address, shift),
        binary(Binary::And, scaled, index, mask),
        Micro::Rmw {
            op: RmwOp::Or,
            into: None,
            operand: Source::Number(invalid),
            place,
            flags: false,
        },
    ]
}

/// Serialisation, the system mask, traps, registers, branches.
fn system(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Result<Vec<Micro>, String> {
    let (first, second) = (arguments.first(), arguments.get(1));
    let number = |arg: Option<&Arg>| match arg {
        Some(Arg::Immediate(number)) => number.constant(),
        _ => None,
    };
    Ok(match mnemonic {
        // To no register it only serialises, if its first operand is 14 or 15.
        "bcr" => match (number(first), number(second)) {
            (Some(kind @ (14 | 15)), Some(0)) => vec![Micro::Effect {
                mnemonic: format!("bcr {kind},0"),
                effect: Effect::Barrier,
                operands: Vec::new(),
                into: None,
            }],
            _ => return Err("a branch to a register".to_owned()),
        },
        "nop" | "nopr" => Vec::new(),
        // What jump labels are made of: never, or always.
        "brcl" | "brc" => match number(first) {
            Some(0) => Vec::new(),
            Some(15) => vec![Micro::Jump { test: None, to: cx.target(second)? }],
            _ => return Err("a branch on a condition code".to_owned()),
        },
        "j" | "jg" => vec![Micro::Jump { test: None, to: cx.target(first)? }],
        "je" | "jz" | "jne" | "jnz" => {
            let test = Some(Test::Flag(Condition::Equal, !mnemonic.contains('n')));
            vec![Micro::Jump { test, to: cx.target(first)? }]
        }
        "lr" | "lgr" | "lghi" | "lhi" => {
            vec![Micro::Move { into: cx.reg(first)?, from: cx.source(second)? }]
        }
        "llilh" => {
            let (into, a) = (cx.reg(first)?, cx.source(second)?);
            vec![Micro::Binary { op: Binary::Shl, into, a, b: Source::Number(16), flags: false }]
        }
        "xr" | "xgr" => {
            let (into, a, b) = (cx.reg(first)?, cx.source(first)?, cx.source(second)?);
            vec![Micro::Binary { op: Binary::Xor, into, a, b, flags: false }]
        }
        // How many zeros are above the highest bit of the second register; in the first of a pair.
        "flogr" => {
            let (pair, from) = (cx.reg(first)?, cx.reg(second)?);
            let (high, count) = (cx.temporary(128), cx.temporary(128));
            let shift = |op, into, a: Reg| Micro::Binary {
                op,
                into,
                a: a.into(),
                b: Source::Number(64),
                flags: false,
            };
            vec![
                shift(Binary::Lshr, high, from),
                Micro::Count { kind: Count::Leading, into: count, from: high.into(), width: 64 },
                shift(Binary::Shl, pair, count),
            ]
        }
        // Stores the mask and changes it.
        "stnsm" | "stosm" => {
            let op = if mnemonic == "stnsm" { Binary::And } else { Binary::Or };
            let (old, new) = (cx.temporary(8), cx.temporary(8));
            let place = cx.place(first, 1, Order::Relaxed)?;
            let b = cx.source(second)?;
            vec![
                Micro::ReadSystem { name: "system mask", into: old },
                Micro::Store { from: old.into(), place },
                Micro::Binary { op, into: new, a: old.into(), b, flags: false },
                Micro::WriteSystem {
                    name: "system mask",
                    from: new.into(),
                    interrupts: Some(INTERRUPTS),
                },
            ]
        }
        // "Monitor call": a trap of the kernel's own.
        "mc" => vec![Micro::Effect {
            mnemonic: "mc".to_owned(),
            effect: Effect::Trap { flags: None },
            operands: Vec::new(),
            into: None,
        }],
        _ => return Err(format!("the instruction {} is not known", printable(mnemonic))),
    })
}
