//! Instructions of x86_64 that change memory: with a lock prefix in one go, without it by a load and a store.

use super::X86_64;
use crate::asm::arch::Architecture;
use crate::asm::micro::{Condition, Micro, Reg, Source, Test};
use crate::asm::operand::{Arg, Translate};
use crate::host::{Order, RmwOp};
use crate::ir::op::Binary;

/// The order of an access to memory by an instruction.
fn order(locked: bool) -> Order {
    if locked { Order::SeqCst } else { Order::Relaxed }
}

/// Instructions that change memory in one go. Without a lock prefix they are a load and a store.
pub(super) fn atomic(
    base: &str,
    size: u64,
    locked: bool,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let (first, last) = (arguments.first(), arguments.last());
    let in_memory = matches!(last, Some(Arg::Memory(_)));
    if !in_memory {
        return Ok(None);
    }
    let width = (size * 8) as u32;
    let as_value = |arg: Option<&Arg>, cx: &Translate<'_>| -> Result<Source, String> {
        Ok(match cx.source(arg)? {
            Source::Reg(reg) => Reg { width, ..reg }.into(),
            other => other,
        })
    };
    Ok(match base {
        // An exchange with memory locks by itself.
        "xchg" => {
            let into = cx.reg(first)?;
            let place = cx.place(last, size, Order::SeqCst)?;
            let operand = into.into();
            Some(vec![Micro::Rmw {
                op: RmwOp::Xchg,
                into: Some(into),
                operand,
                place,
                flags: false,
            }])
        }
        "xadd" if locked => {
            let into = cx.reg(first)?;
            let place = cx.place(last, size, order(true))?;
            let operand = into.into();
            Some(vec![Micro::Rmw { op: RmwOp::Add, into: Some(into), operand, place, flags: true }])
        }
        "cmpxchg" if locked => {
            let found = cx.register("rax").ok_or("the register rax")?;
            let (width, merges) = X86_64.written(width);
            let found = Reg { slot: found.slot, width, merges };
            let place = cx.place(last, size, order(true))?;
            let new = as_value(first, cx)?;
            Some(vec![Micro::Cmpxchg { expected: found.into(), found, new, place }])
        }
        "xadd" | "cmpxchg" => Some(exchange_alone(base, size, arguments, cx)?),
        "add" | "sub" | "and" | "or" | "xor" | "inc" | "dec" | "not" | "neg" => {
            let (op, binary, operand) = match base {
                "inc" => (RmwOp::Add, Binary::Add, Source::Number(1)),
                "dec" => (RmwOp::Sub, Binary::Sub, Source::Number(1)),
                "not" => (RmwOp::Xor, Binary::Xor, Source::Number(u128::MAX)),
                "add" => (RmwOp::Add, Binary::Add, as_value(first, cx)?),
                "sub" => (RmwOp::Sub, Binary::Sub, as_value(first, cx)?),
                "and" => (RmwOp::And, Binary::And, as_value(first, cx)?),
                "or" => (RmwOp::Or, Binary::Or, as_value(first, cx)?),
                "xor" => (RmwOp::Xor, Binary::Xor, as_value(first, cx)?),
                _ => return Ok(None),
            };
            let place = cx.place(last, size, order(locked))?;
            if locked {
                Some(vec![Micro::Rmw { op, into: None, operand, place, flags: true }])
            } else {
                let old = cx.temporary(width);
                let binary =
                    Micro::Binary { op: binary, into: old, a: old.into(), b: operand, flags: true };
                let load = Micro::Load { into: old, place: place.clone(), signed: false };
                Some(vec![load, binary, Micro::Store { from: old.into(), place }])
            }
        }
        "bts" | "btr" | "btc" | "bt" => Some(bit_in_memory(base, size, locked, arguments, cx)?),
        _ => None,
    })
}

/// `xadd` and `cmpxchg` without a lock prefix, for words of this CPU: a load and a store.
fn exchange_alone(
    base: &str,
    size: u64,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Vec<Micro>, String> {
    let (width, merges) = X86_64.written((size * 8) as u32);
    let place = cx.place(arguments.last(), size, Order::Relaxed)?;
    let given = Reg { width, merges, ..cx.reg(arguments.first())? };
    let (old, new) = (cx.temporary(width), cx.temporary(width));
    let mut micro = vec![Micro::Load { into: old, place: place.clone(), signed: false }];
    if base == "xadd" {
        let op = Binary::Add;
        micro.push(Micro::Binary { op, into: new, a: old.into(), b: given.into(), flags: true });
        micro.push(Micro::Move { into: given, from: old.into() });
    } else {
        let found = cx.register("rax").ok_or("the register rax")?;
        let found = Reg { slot: found.slot, width, merges };
        micro.push(Micro::Compare { width, a: found.into(), b: old.into() });
        let test = Test::Flag(Condition::Equal, true);
        let (yes, no) = (given.into(), old.into());
        micro.push(Micro::Select { into: new, test, yes, no });
        micro.push(Micro::Move { into: found, from: old.into() });
    }
    micro.push(Micro::Store { from: new.into(), place });
    Ok(micro)
}

/// `bts` and its kin on memory: the bit may lie in another word.
fn bit_in_memory(
    base: &str,
    size: u64,
    locked: bool,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Vec<Micro>, String> {
    let width = (size * 8) as u32;
    let number = cx.source(arguments.first())?;
    let mut place = cx.place(arguments.last(), size, order(locked))?;
    let mut micro = Vec::new();
    let (words, bit) = (cx.temporary(64), cx.temporary(64));
    let wide = cx.temporary(64);
    micro.push(Micro::Extend { into: wide, from: number, width, signed: true });
    let shift = Source::Number(u128::from(width.ilog2()));
    let binary = |op, into, a: Reg, b| Micro::Binary { op, into, a: a.into(), b, flags: false };
    micro.push(binary(Binary::Ashr, words, wide, shift));
    micro.push(binary(Binary::And, bit, wide, Source::Number(u128::from(width - 1))));
    if place.address.index.is_some() {
        return Err("a bit of an indexed word".to_owned());
    }
    place.address.index = Some((words, size));
    let op = match base {
        "bts" => RmwOp::Or,
        "btr" => RmwOp::AndNot,
        "btc" => RmwOp::Xor,
        _ => {
            let word = cx.temporary(width);
            micro.push(Micro::Load { into: word, place, signed: false });
            micro.push(Micro::TestBit { from: word.into(), bit: bit.into() });
            return Ok(micro);
        }
    };
    if locked {
        micro.push(Micro::RmwBit { op, bit: bit.into(), place });
        return Ok(micro);
    }
    let (word, one) = (cx.temporary(width), cx.temporary(width));
    micro.push(Micro::Load { into: word, place: place.clone(), signed: false });
    micro.push(Micro::TestBit { from: word.into(), bit: bit.into() });
    micro.push(Micro::Move { into: one, from: Source::Number(1) });
    micro.push(binary(Binary::Shl, one, one, bit.into()));
    if base == "btr" {
        micro.push(binary(Binary::Xor, one, one, Source::Number(u128::MAX)));
    }
    let op = match base {
        "bts" => Binary::Or,
        "btr" => Binary::And,
        _ => Binary::Xor,
    };
    micro.push(binary(op, word, word, one.into()));
    micro.push(Micro::Store { from: word.into(), place });
    Ok(micro)
}
