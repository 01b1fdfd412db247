//! LoongArch64: what loongarch's inline assembly uses.
//!
//! An `ll` and `sc` pair counts as one fully ordered update: compilers make every atomic operation of such a pair
//! without a barrier beside it, and the kernel its fully ordered ones. `dbar 0x700`, where such a pair stores nothing, is a
//! barrier of its own.
//!
//! Source: the LoongArch Reference Manual, volume 1, and arch/loongarch/include/asm of the kernel for what is used.

use super::{Architecture, Test};
use crate::asm::expression::Expression;
use crate::asm::micro::{Address, InterruptBit, Micro, Place, Reg, Source};
use crate::asm::operand::{Arg, Translate};
use crate::host::{Effect, Order, RmwOp};
use crate::ir::op::{Binary, Predicate};

/// The architecture.
pub(crate) struct Loongarch64;

/// The bit of CRMD that lets interrupts in.
const INTERRUPTS: InterruptBit = InterruptBit { mask: 4, enabled_when_set: true };
/// The number of the control register CRMD.
const CRMD: u128 = 0;

/// The names of r0 to r31.
const NAMES: &[&str] = &[
    "zero", "ra", "tp", "sp", "a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "t0", "t1", "t2",
    "t3", "t4", "t5", "t6", "t7", "t8", "r21", "fp", "s0", "s1", "s2", "s3", "s4", "s5", "s6",
    "s7", "s8",
];

impl Architecture for Loongarch64 {
    fn triple(&self) -> &'static str {
        "loongarch64"
    }

    fn comments(&self) -> &'static [&'static str] {
        &["#"]
    }

    fn constraints(&self) -> &'static str {
        "IJKlmq ZB ZC"
    }

    fn register(&self, name: &str) -> Option<(String, u32)> {
        let name = name.strip_prefix('$').unwrap_or(name);
        let number = match name.strip_prefix('r').and_then(|number| number.parse().ok()) {
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
        if matches!(text, "$zero" | "$r0") {
            return Ok(Arg::Reg(Reg::zero(64)));
        }
        if text.starts_with('$')
            && let Some(reg) = cx.register(text)
        {
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
        for translate in [atomic, access, compute, jump, system] {
            if let Some(found) = translate(mnemonic, arguments, cx)? {
                return Ok(found);
            }
        }
        Err(format!("the instruction {mnemonic} is not known"))
    }

    fn capability(&self, feature: u64) -> Option<(u32, bool)> {
        u32::try_from(feature).ok().map(|feature| (feature, false))
    }

    fn condition(&self, _: &str) -> Option<Test> {
        None
    }

    fn initial_registers(&self) -> &'static [(&'static str, u64)] {
        &[("crmd", 4)]
    }
}

type Found = Result<Option<Vec<Micro>>, String>;

/// The atomics: `amadd_db.w`, `ll.d`, `sc.d`.
fn atomic(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Found {
    let Some((name, suffix)) = mnemonic.split_once('.') else { return Ok(None) };
    let size = match suffix {
        "w" | "wu" => 4,
        "d" | "du" => 8,
        _ => return Ok(None),
    };
    match name {
        "ll" => {
            let into = cx.reg(arguments.first())?;
            let place = place(arguments.get(1..).unwrap_or(&[]), size, Order::SeqCst, cx)?;
            return Ok(Some(extended(size, Micro::LoadExclusive { into, place }, into)));
        }
        "sc" => {
            // The register that is stored becomes the status.
            let status = cx.reg(arguments.first())?;
            let place = place(arguments.get(1..).unwrap_or(&[]), size, Order::SeqCst, cx)?;
            let from = status.into();
            return Ok(Some(vec![Micro::StoreExclusive { status, success: 1, from, place }]));
        }
        _ => {}
    }
    let (name, order) = match name.strip_suffix("_db") {
        Some(name) => (name, Order::SeqCst),
        None => (name, Order::Relaxed),
    };
    let op = match (name, suffix.ends_with('u')) {
        ("amswap", false) => RmwOp::Xchg,
        ("amadd", false) => RmwOp::Add,
        ("amand", false) => RmwOp::And,
        ("amor", false) => RmwOp::Or,
        ("amxor", false) => RmwOp::Xor,
        ("ammax", false) => RmwOp::Max,
        ("ammin", false) => RmwOp::Min,
        ("ammax", true) => RmwOp::Umax,
        ("ammin", true) => RmwOp::Umin,
        _ => return Ok(None),
    };
    let into = cx.reg(arguments.first())?;
    let operand = cx.source(arguments.get(1))?;
    let place = place(arguments.get(2..).unwrap_or(&[]), size, order, cx)?;
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

/// A memory operand, or a register and an offset or index.
fn place(
    arguments: &[Arg],
    size: u64,
    order: Order,
    cx: &mut Translate<'_>,
) -> Result<Place, String> {
    let [Arg::Reg(base), rest @ ..] = arguments else {
        return cx.place(arguments.first(), size, order);
    };
    let mut address = Address { base: Some(*base), ..Address::default() };
    match rest {
        [] => {}
        [Arg::Reg(index)] => address.index = Some((*index, 1)),
        [Arg::Immediate(offset)] => address.offset = Some(offset.clone()),
        _ => return Err("an offset is expected".to_owned()),
    }
    Ok(Place { address, size, order })
}

/// Loads and stores. Where the base is the register that kernels keep for variables of a CPU, it is a register of
/// the system.
fn access(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Found {
    let Some((name, suffix)) = mnemonic.split_once('.') else { return Ok(None) };
    let store = matches!(name, "st" | "stx" | "stptr");
    if !store && !matches!(name, "ld" | "ldx" | "ldptr") {
        return Ok(None);
    }
    let size = match suffix {
        "b" | "bu" => 1,
        "h" | "hu" => 2,
        "w" | "wu" => 4,
        "d" => 8,
        _ => return Ok(None),
    };
    let mut micro = Vec::new();
    let mut places = arguments.get(1..).unwrap_or(&[]).to_vec();
    let per_cpu = cx.register("r21");
    if let Some(first @ Arg::Reg(_)) = places.first_mut()
        && per_cpu.map(Arg::Reg).as_ref() == Some(first)
    {
        let base = cx.temporary(64);
        micro.push(Micro::ReadNamed { name: "$r21".to_owned(), into: base });
        *first = Arg::Reg(base);
    }
    let place = place(&places, size, Order::Relaxed, cx)?;
    micro.push(if store {
        Micro::Store { from: cx.source(arguments.first())?, place }
    } else {
        Micro::Load { into: cx.reg(arguments.first())?, place, signed: !suffix.ends_with('u') }
    });
    Ok(Some(micro))
}

/// Arithmetic.
fn compute(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Found {
    let (name, word) = match mnemonic.split_once('.') {
        Some((name, "w")) => (name, true),
        Some((name, "d")) => (name, false),
        Some(_) => return Ok(None),
        None => (mnemonic, false),
    };
    let (first, second) = (arguments.first(), arguments.get(1));
    let op = match name {
        "add" | "addi" => Binary::Add,
        "sub" => Binary::Sub,
        "and" | "andi" => Binary::And,
        "or" | "ori" => Binary::Or,
        "xor" | "xori" => Binary::Xor,
        "sll" | "slli" => Binary::Shl,
        "srl" | "srli" => Binary::Lshr,
        "sra" | "srai" => Binary::Ashr,
        "mul" => Binary::Mul,
        "move" | "li" => {
            return Ok(Some(vec![Micro::Move { into: cx.reg(first)?, from: cx.source(second)? }]));
        }
        "sltu" | "slt" => {
            let (into, a, b) = (cx.reg(first)?, cx.source(second)?, cx.source(arguments.get(2))?);
            let predicate = if name == "slt" { Predicate::Slt } else { Predicate::Ult };
            let test = Test::Compare(predicate, 64, a, b);
            let (yes, no) = (Source::Number(1), Source::Number(0));
            return Ok(Some(vec![Micro::Select { into, test, yes, no }]));
        }
        _ => return Ok(None),
    };
    let into = cx.reg(first)?;
    let (a, b) = (cx.source(second)?, cx.source(arguments.get(2))?);
    if !word {
        return Ok(Some(vec![Micro::Binary { op, into, a, b, flags: false }]));
    }
    let half = cx.temporary(32);
    let short = Micro::Binary { op, into: half, a, b, flags: false };
    let extend = Micro::Extend { into, from: half.into(), width: 32, signed: true };
    Ok(Some(vec![short, extend]))
}

/// Branches.
fn jump(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Found {
    if mnemonic == "b" {
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
    // The ABI keeps values of 32 bits extended by their sign: comparing those bits is comparing all.
    let compared = arguments.get(..if with_zero { 1 } else { 2 }).unwrap_or(&[]);
    let width = compared.iter().filter_map(|arg| width(arg, cx)).min().unwrap_or(64).max(32);
    let part = |source| match source {
        Source::Reg(reg) => Source::Reg(Reg { width, ..reg }),
        other => other,
    };
    let test = Some(Test::Compare(predicate, width, part(a), part(b)));
    Ok(Some(vec![Micro::Jump { test, to: cx.target(label)? }]))
}

/// How many bits the operand in a register has.
fn width(arg: &Arg, cx: &Translate<'_>) -> Option<u32> {
    let Arg::Reg(reg) = arg else { return None };
    cx.operands.list.iter().find(|operand| operand.slot == reg.slot).map(|operand| operand.width)
}

/// The number that an argument is: in the text, or of an operand that is one.
fn number(arg: Option<&Arg>, cx: &Translate<'_>) -> Result<u128, String> {
    let found = match arg {
        Some(Arg::Immediate(number)) => number.constant().map(|number| number as u128),
        Some(Arg::Reg(reg)) => {
            let operand = cx.operands.list.iter().find(|operand| operand.slot == reg.slot);
            operand.and_then(|operand| operand.constant)
        }
        _ => None,
    };
    found.ok_or_else(|| "a number is expected".to_owned())
}

/// Barriers, control registers, TLB maintenance, traps, hints.
fn system(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Found {
    let effect = |name: String, effect: Effect, operands: Vec<Source>| {
        Ok(Some(vec![Micro::Effect { mnemonic: name, effect, operands, into: None }]))
    };
    let first = arguments.first();
    match mnemonic {
        "dbar" | "ibar" => {
            let name = format!("{mnemonic} {:#x}", number(first, cx)?);
            effect(name, Effect::Barrier, Vec::new())
        }
        "invtlb" => {
            let name = format!("{mnemonic} {:#x}", number(first, cx)?);
            let values = arguments.iter().skip(1).map(|arg| cx.source(Some(arg)));
            effect(name, Effect::Tlb, values.collect::<Result<_, _>>()?)
        }
        "nop" => Ok(Some(Vec::new())),
        "break" => effect(mnemonic.to_owned(), Effect::Trap { flags: None }, Vec::new()),
        "idle" | "syscall" => effect(mnemonic.to_owned(), Effect::System, Vec::new()),
        "csrrd" | "csrwr" | "csrxchg" => csr(mnemonic, arguments, cx).map(Some),
        _ => Ok(None),
    }
}

/// Reads and changes of control registers: of CRMD here, of others by the host. What is written becomes what was
/// there.
fn csr(mnemonic: &str, arguments: &[Arg], cx: &mut Translate<'_>) -> Result<Vec<Micro>, String> {
    let into = cx.reg(arguments.first())?;
    let at = number(arguments.last(), cx)?;
    if at != CRMD {
        let (mnemonic, effect) = (format!("{mnemonic} {at:#x}"), Effect::System);
        let operands = Vec::new();
        return Ok(vec![Micro::Effect { mnemonic, effect, operands, into: Some(into) }]);
    }
    let old = cx.temporary(64);
    let mut micro = vec![Micro::ReadNamed { name: "crmd".to_owned(), into: old }];
    let mut binary = |op, a: Source, b: Source| {
        let into = cx.temporary(64);
        micro.push(Micro::Binary { op, into, a, b, flags: false });
        Source::from(into)
    };
    let from = match mnemonic {
        "csrrd" => None,
        "csrwr" => Some(into.into()),
        _ => {
            let mask: Source = match arguments.get(1) {
                Some(Arg::Reg(reg)) => (*reg).into(),
                _ => return Err("a register is expected for the mask".to_owned()),
            };
            let others = binary(Binary::Xor, mask.clone(), Source::Number(u128::MAX));
            let kept = binary(Binary::And, old.into(), others);
            let set = binary(Binary::And, into.into(), mask);
            Some(binary(Binary::Or, kept, set))
        }
    };
    if let Some(from) = from {
        micro.push(Micro::WriteSystem { name: "crmd", from, interrupts: Some(INTERRUPTS) });
    }
    micro.push(Micro::Move { into, from: old.into() });
    Ok(micro)
}
