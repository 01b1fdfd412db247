//! x86_64 in AT&T syntax: what its inline assembly uses.
//!
//! Source: the Intel Software Developer's Manual, volume 2, and arch/x86/include/asm of the kernel for what is used.

mod system;
mod update;

use super::Architecture;
use crate::asm::expression::{Expression, Leaf};
use crate::asm::micro::{Address, Condition, Count, InterruptBit, Micro, Reg, Source, Test};
use crate::asm::operand::{Arg, Translate};
use crate::asm::template::read_mark;
use crate::host::Order;
use crate::ir::op::Binary;

/// The architecture.
pub(crate) struct X86_64;

/// The flag that lets interrupts in, with the bit of EFLAGS that is always set.
const EFLAGS_IF: u64 = 0x200;
const INTERRUPTS: InterruptBit = InterruptBit { mask: EFLAGS_IF as u128, enabled_when_set: true };

/// The registers with their parts: 64, 32, 16, low 8 bits.
const REGISTERS: &[[&str; 4]] = &[
    ["rax", "eax", "ax", "al"],
    ["rbx", "ebx", "bx", "bl"],
    ["rcx", "ecx", "cx", "cl"],
    ["rdx", "edx", "dx", "dl"],
    ["rsi", "esi", "si", "sil"],
    ["rdi", "edi", "di", "dil"],
    ["rbp", "ebp", "bp", "bpl"],
    ["rsp", "esp", "sp", "spl"],
    ["r8", "r8d", "r8w", "r8b"],
    ["r9", "r9d", "r9w", "r9b"],
    ["r10", "r10d", "r10w", "r10b"],
    ["r11", "r11d", "r11w", "r11b"],
    ["r12", "r12d", "r12w", "r12b"],
    ["r13", "r13d", "r13w", "r13b"],
    ["r14", "r14d", "r14w", "r14b"],
    ["r15", "r15d", "r15w", "r15b"],
];

impl Architecture for X86_64 {
    fn triple(&self) -> &'static str {
        "x86_64"
    }

    fn comments(&self) -> &'static [&'static str] {
        &["#"]
    }

    fn constraints(&self) -> &'static str {
        "abcdSDqQARlIJKLMNeZxyfuvt Ws Yz"
    }

    fn register(&self, name: &str) -> Option<(String, u32)> {
        for parts in REGISTERS {
            for (part, width) in parts.iter().zip([64, 32, 16, 8]) {
                if *part == name {
                    return Some((parts[0].to_owned(), width));
                }
            }
        }
        None
    }

    fn modified(&self, modifier: &str, width: u32) -> Result<(u32, bool), String> {
        let width = match modifier {
            "" | "c" | "P" | "a" | "p" | "z" => width,
            "b" => 8,
            "w" => 16,
            "k" => 32,
            "q" => 64,
            _ => return Err(format!("the modifier `{modifier}` is not known")),
        };
        Ok(self.written(width))
    }

    fn written(&self, width: u32) -> (u32, bool) {
        // Writing 32 bits clears the upper half; writing fewer leaves the rest.
        (width, width < 32)
    }

    fn prefix<'t>(&self, text: &'t str) -> Option<(&'static str, &'t str)> {
        for prefix in ["lock", "repz", "repe", "repnz", "rep", "notrack", "ds", "cs"] {
            if let Some(rest) = text.strip_prefix(prefix)
                && (rest.is_empty() || rest.starts_with(char::is_whitespace))
            {
                return Some((prefix, rest));
            }
        }
        None
    }

    fn argument(&self, text: &str, cx: &mut Translate<'_>) -> Result<Arg, String> {
        if let Some(target) = text.strip_prefix('*') {
            // The target of an indirect call or jump.
            return match cx.marked(target)? {
                Some(arg) => Ok(arg),
                None => self.argument(target, cx),
            };
        }
        if let Some(number) = text.strip_prefix('$') {
            return Ok(Arg::Immediate(Expression::read(number)?));
        }
        if let Some(name) = text.strip_prefix('%')
            && !text.contains([':', '('])
        {
            let name = name.trim();
            return match cx.register(name) {
                Some(reg) => Ok(Arg::Reg(reg)),
                None => Ok(Arg::Word(text.to_owned())),
            };
        }
        let (segment, rest) = match text.split_once(':') {
            Some(("%gs", rest)) => (Some("gs_base"), rest),
            Some(("%fs", rest)) => (Some("fs_base"), rest),
            _ => (None, text),
        };
        let rest = rest.trim();
        if segment.is_some() || rest.contains('(') {
            return Ok(Arg::Memory(address(segment, rest, cx)?));
        }
        // A jump to `1b`, a call of a symbol.
        Ok(Arg::Word(text.to_owned()))
    }

    fn instruction(
        &self,
        mnemonic: &str,
        arguments: &[Arg],
        cx: &mut Translate<'_>,
    ) -> Result<Vec<Micro>, String> {
        let (prefix, name) = match mnemonic.split_once(' ') {
            Some((prefix, name)) => (prefix, name),
            None => ("", mnemonic),
        };
        let locked = prefix == "lock";
        if let Some(found) = system::special(prefix, name, arguments, cx)? {
            return Ok(found);
        }
        let (base, size) = sized(name, arguments);
        if let Some(found) = update::atomic(base, size, locked, arguments, cx)? {
            return Ok(found);
        }
        if locked {
            return Err(format!("the instruction lock {name} is not known"));
        }
        match compute(base, size, arguments, cx)? {
            Some(found) => Ok(found),
            None => Err(format!("the instruction {name} is not known")),
        }
    }

    fn capability(&self, feature: u64) -> Option<(u32, bool)> {
        // Bit 17: an indirect call becomes a direct one of the same function.
        if feature & 0x2_0000 != 0 {
            return None;
        }
        // The number is in the lowest 15 bits; bit 15 (until 6.2) or bit 16 says that it must be absent.
        Some(((feature & 0x7fff) as u32, feature & 0x1_8000 != 0))
    }

    fn condition(&self, name: &str) -> Option<Test> {
        use Condition::{Below, BelowOrEqual, Equal, Less, LessOrEqual, Negative, Overflow};
        Some(match name {
            "e" | "z" => Test::Flag(Equal, true),
            "ne" | "nz" => Test::Flag(Equal, false),
            "b" | "c" | "nae" => Test::Flag(Below, true),
            "ae" | "nc" | "nb" => Test::Flag(Below, false),
            "be" | "na" => Test::Flag(BelowOrEqual, true),
            "a" | "nbe" => Test::Flag(BelowOrEqual, false),
            "l" | "nge" => Test::Flag(Less, true),
            "ge" | "nl" => Test::Flag(Less, false),
            "le" | "ng" => Test::Flag(LessOrEqual, true),
            "g" | "nle" => Test::Flag(LessOrEqual, false),
            "s" => Test::Flag(Negative, true),
            "ns" => Test::Flag(Negative, false),
            "o" => Test::Flag(Overflow, true),
            "no" => Test::Flag(Overflow, false),
            _ => return None,
        })
    }

    fn segment(&self, space: u32) -> Option<&'static str> {
        match space {
            256 => Some("gs_base"),
            257 => Some("fs_base"),
            _ => None,
        }
    }

    fn initial_registers(&self) -> &'static [(&'static str, u64)] {
        &[("eflags", EFLAGS_IF | 2)]
    }
}

/// `8(%rax,%rcx,4)`, `symbol+8(%rip)`, the mark of an operand.
fn address(
    segment: Option<&'static str>,
    text: &str,
    cx: &mut Translate<'_>,
) -> Result<Address, String> {
    let mut found = Address { segment, ..Address::default() };
    if let Some((_, _, rest)) = read_mark(text)
        && (rest.is_empty() || rip_relative(rest))
    {
        let mark = &text[..text.len() - rest.len()];
        match cx.marked(mark)? {
            Some(Arg::Memory(inner)) => found.base = inner.base,
            // The address of a symbol is a value.
            Some(Arg::Reg(reg)) => found.base = Some(Reg { width: 64, ..reg }),
            _ => return Err("an address is expected".to_owned()),
        }
        return Ok(found);
    }
    let (offset, inner) = match text.rsplit_once('(') {
        Some((offset, inner)) => (offset.trim(), inner.strip_suffix(')').ok_or("`)`")?),
        None => (text, ""),
    };
    let mut parts = crate::asm::template::parts(inner).into_iter();
    let register = |text: &str, cx: &mut Translate<'_>| -> Result<Option<Reg>, String> {
        if text.is_empty() || is_rip(text) {
            return Ok(None);
        }
        let known = match cx.marked(text)? {
            Some(arg) => Some(cx.reg(Some(&arg))?),
            None => text.strip_prefix('%').and_then(|name| cx.register(name.trim())),
        };
        let known = known.ok_or_else(|| format!("the register {text} is not known"))?;
        Ok(Some(Reg { width: 64, merges: false, ..known }))
    };
    found.base = register(parts.next().unwrap_or(""), cx)?;
    if let Some(index) = register(parts.next().unwrap_or(""), cx)? {
        let scale = parts.next().map_or(Ok(1), str::parse).map_err(|_| "a scale is expected")?;
        found.index = Some((index, scale));
    }
    if !offset.is_empty() {
        match Expression::read(offset)? {
            Expression::Leaf(Leaf::Name(name)) => found.symbol = Some(name),
            Expression::Binary("+", a, b) if a.added_name().is_some() => {
                found.symbol = a.added_name().map(str::to_owned);
                found.offset = Some(*b);
            }
            expression => found.offset = Some(expression),
        }
    }
    Ok(found)
}

fn is_rip(text: &str) -> bool {
    text.trim_start_matches('%').trim() == "rip"
}

/// Whether a text is `(%rip)`, in which the kernel may have put spaces.
fn rip_relative(text: &str) -> bool {
    let inner = text.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(is_rip)
}

/// The name without its size suffix, and the size in bytes: from the suffix or else from a register operand.
fn sized<'n>(name: &'n str, arguments: &[Arg]) -> (&'n str, u64) {
    const BASES: &[&str] = &[
        "mov", "add", "sub", "and", "or", "xor", "cmp", "test", "inc", "dec", "neg", "not", "shl",
        "shr", "sar", "rol", "ror", "xchg", "xadd", "cmpxchg", "bt", "bts", "btr", "btc", "bsf",
        "bsr", "tzcnt", "lzcnt", "popcnt", "bswap", "push", "pop", "pushf", "popf", "lea", "adc",
        "sbb", "imul", "movabs",
    ];
    let suffix = name.as_bytes().last().and_then(|last| match last {
        b'b' => Some(1),
        b'w' => Some(2),
        b'l' => Some(4),
        b'q' => Some(8),
        _ => None,
    });
    if let Some(size) = suffix
        && let Some(base) = name.get(..name.len() - 1)
        && BASES.contains(&base)
    {
        return (base, size);
    }
    let width = arguments.iter().rev().find_map(|arg| match arg {
        Arg::Reg(reg) => Some(reg.width),
        _ => None,
    });
    (name, u64::from(width.unwrap_or(64) / 8))
}
/// Moves and arithmetic whose result is a register, and plain accesses to memory.
fn compute(
    base: &str,
    size: u64,
    arguments: &[Arg],
    cx: &mut Translate<'_>,
) -> Result<Option<Vec<Micro>>, String> {
    let width = (size * 8) as u32;
    let mut micro = Vec::new();
    let (first, last) = (arguments.first(), arguments.last());
    if matches!(base, "mov" | "movabs") {
        if let Some(Arg::Memory(_)) = last {
            let place = cx.place(last, size, Order::Relaxed)?;
            return Ok(Some(vec![Micro::Store { from: cx.source(first)?, place }]));
        }
        let (width, merges) = X86_64.written(width);
        let into = Reg { width, merges, ..cx.reg(last)? };
        return Ok(Some(vec![match first {
            Some(Arg::Memory(_)) => {
                let place = cx.place(first, size, Order::Relaxed)?;
                Micro::Load { into, place, signed: false }
            }
            _ => Micro::Move { into, from: cx.source(first)? },
        }]));
    }
    if base == "lea" {
        let Some(Arg::Memory(address)) = first else { return Err("an address".to_owned()) };
        return Ok(Some(vec![Micro::Address { into: cx.reg(last)?, address: address.clone() }]));
    }
    // What is left takes values; one may be loaded.
    let mut value = |arg: Option<&Arg>, cx: &mut Translate<'_>| -> Result<Source, String> {
        match arg {
            Some(Arg::Memory(_)) => {
                let into = cx.temporary(width);
                let place = cx.place(arg, size, Order::Relaxed)?;
                micro.push(Micro::Load { into, place, signed: false });
                Ok(into.into())
            }
            _ => Ok(match cx.source(arg)? {
                Source::Reg(reg) => Reg { width: width.min(reg.width), ..reg }.into(),
                other => other,
            }),
        }
    };
    let op = match base {
        "add" => Some(Binary::Add),
        "sub" => Some(Binary::Sub),
        "and" => Some(Binary::And),
        "or" => Some(Binary::Or),
        "xor" => Some(Binary::Xor),
        "shl" | "sal" => Some(Binary::Shl),
        "shr" => Some(Binary::Lshr),
        "sar" => Some(Binary::Ashr),
        "imul" if arguments.len() == 2 => Some(Binary::Mul),
        _ => None,
    };
    if let Some(op) = op {
        let into = cx.reg(last)?;
        let b = if arguments.len() == 1 { Source::Number(1) } else { value(first, cx)? };
        micro.push(Micro::Binary { op, into, a: into.into(), b, flags: true });
        return Ok(Some(micro));
    }
    match base {
        "inc" | "dec" | "neg" | "not" => {
            let into = cx.reg(first)?;
            let one = Source::Number(1);
            let (op, a, b) = match base {
                "inc" => (Binary::Add, into.into(), one),
                "dec" => (Binary::Sub, into.into(), one),
                "neg" => (Binary::Sub, Source::Number(0), into.into()),
                _ => (Binary::Xor, into.into(), Source::Number(u128::MAX)),
            };
            micro.push(Micro::Binary { op, into, a, b, flags: base != "not" });
        }
        "cmp" | "test" => {
            let b = value(first, cx)?;
            let a = value(last, cx)?;
            micro.push(match base {
                "cmp" => Micro::Compare { width, a, b },
                _ => Micro::Test { width, a, b },
            });
        }
        "sbb" => {
            // Only as the idiom that makes a mask of the carry.
            let into = cx.reg(last)?;
            if first != last {
                return Err("sbb of two registers".to_owned());
            }
            let test = Test::Flag(Condition::Below, true);
            let (yes, no) = (Source::Number(u128::MAX), Source::Number(0));
            micro.push(Micro::Select { into, test, yes, no });
        }
        "bt" => {
            let bit = value(first, cx)?;
            let from = value(last, cx)?;
            micro.push(Micro::TestBit { from, bit });
        }
        "bsf" | "tzcnt" | "bsr" | "lzcnt" | "popcnt" => {
            let kind = match base {
                "bsf" | "tzcnt" => Count::Trailing,
                "bsr" => Count::Highest,
                "lzcnt" => Count::Leading,
                _ => Count::Ones,
            };
            let from = value(first, cx)?;
            let into = cx.reg(last)?;
            let counted = cx.temporary(width);
            micro.push(Micro::Count { kind, into: counted, from: from.clone(), width });
            if matches!(base, "bsr" | "bsf") {
                // Of zero they leave the destination as it is.
                let zero = Source::Number(0);
                let test = Test::Compare(crate::ir::op::Predicate::Eq, width, from, zero);
                let (yes, no) = (into.into(), counted.into());
                micro.push(Micro::Select { into, test, yes, no });
            } else {
                micro.push(Micro::Move { into, from: counted.into() });
            }
        }
        "bswap" => {
            let into = cx.reg(first)?;
            let from = into.into();
            micro.push(Micro::Count { kind: Count::Bytes, into, from, width: into.width });
        }
        _ => return Ok(None),
    }
    Ok(Some(micro))
}
