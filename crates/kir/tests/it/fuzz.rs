//! Files that were mutilated: an error or a result, never a panic, and never without end.
//!
//! Every mutant is opened, linked, parsed whole, asked for debug information, and its functions are run. The
//! normal tests try some hundred; `KIR_MUTANTS` says how many.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use pmdrace_kir::{Ask, Kind, Machine, Memory, Module, Program, Region, Reply, Value};

use super::support::{PRIVATE, WORDS};

const FILES: [&str; 8] = [
    include_str!("../c/plain.arm64.ll"),
    include_str!("../c/plain.front.ll"),
    include_str!("../c/plain.x86_64.ll"),
    include_str!("../c/arm64.ll"),
    include_str!("../c/x86_64.ll"),
    include_str!("../c/riscv64.ll"),
    include_str!("../c/powerpc64.ll"),
    include_str!("../c/s390x.ll"),
];

/// What an input may take. Debug builds on a busy machine are slow; what hangs does not end in an hour.
const LONGEST: Duration = Duration::from_secs(5);

struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

/// Pieces that make sense somewhere, and nowhere in particular.
const PIECES: [&str; 24] = [
    "i32",
    "i128",
    "ptr",
    "label",
    "%0",
    "@f",
    "!0",
    "!1",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<",
    "\"",
    "4294967295",
    "-1",
    "18446744073709551616",
    "undef",
    "poison",
    "zeroinitializer",
    "asm",
    ",",
];

/// A few changes of a file: bytes, lines, numbers and words.
fn mutate(text: &str, numbers: &mut Numbers) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..1 + numbers.below(6) {
        let at = numbers.below(lines.len());
        let other = numbers.below(lines.len());
        match numbers.below(9) {
            0 => {
                lines.remove(at);
            }
            1 => {
                let copy = lines[other].clone();
                lines.insert(at, copy);
            }
            2 => lines.swap(at, other),
            3 => {
                let end = lines[at].len() / 2;
                let end = (0..=end).rev().find(|end| lines[at].is_char_boundary(*end)).unwrap();
                lines[at].truncate(end);
            }
            4 => lines.truncate(at + 1),
            kind => {
                // Changes one word of the line.
                let words: Vec<&str> = lines[at].split(' ').collect();
                let place = numbers.below(words.len());
                let piece = PIECES[numbers.below(PIECES.len())];
                let word = words[place];
                let changed = match kind {
                    5 => piece.to_owned(),
                    6 => format!("{word}{piece}"),
                    7 => word.chars().rev().collect(),
                    _ => word
                        .chars()
                        .map(|c| {
                            if c.is_ascii_digit() {
                                (b'0' + numbers.below(10) as u8) as char
                            } else {
                                c
                            }
                        })
                        .collect(),
                };
                let mut words: Vec<String> = words.iter().map(|w| (*w).to_owned()).collect();
                words[place] = changed;
                lines[at] = words.join(" ");
            }
        }
        if lines.is_empty() {
            return String::new();
        }
    }
    lines.join("\n")
}

/// Does everything with a file that can be done.
fn exercise(text: String) {
    let Ok(module) = Module::read("mutant.ll", text) else { return };
    let Ok(program) = Program::link([module]) else { return };
    let program = Arc::new(program);
    let names: Vec<String> = program.modules()[0].functions().map(str::to_owned).collect();
    for name in &names {
        if let Some(symbol) = program.symbol(name) {
            let _ = program.gaps(symbol);
        }
    }
    for debug in program.debug() {
        let _ = debug.layout("object");
        let _ = debug.member("object", "entries[1].bits");
        for name in &names {
            let _ = debug.signature(name);
        }
    }
    let mut machine = Machine::new(Arc::clone(&program));
    machine.settings.other_capabilities = Some(true);
    machine.settings.other_keys = Some(false);
    machine.settings.limits.steps = 20_000;
    machine.settings.limits.events = 200;
    machine.settings.limits.depth = 40;
    machine.memory.map("word", WORDS, Region::Shared { word: 8 }, &[0; 64]).unwrap();
    machine.memory.map("private", PRIVATE, Region::Private, &[1; 4096]).unwrap();
    for variable in ["first", "table", "per_cpu_word"] {
        let _ = machine.map_variable(variable, Region::Constant);
    }
    let mut host = |ask: &Ask<'_>, _: &mut Memory| match ask.kind {
        Kind::Store { .. } | Kind::Fence(_) => Reply::Done,
        Kind::Instruction { .. } => Reply::Done,
        kind => {
            let _ = kind.change(u128::from(ask.event));
            Reply::Value(u128::from(ask.event % 3))
        }
    };
    for name in names {
        for arguments in 0..4 {
            let arguments: Vec<Value> = [WORDS, PRIVATE, 5][..arguments.min(3)]
                .iter()
                .map(|bits| Value::new(*bits))
                .collect();
            let _ = machine.run(&mut host, &name, &arguments);
        }
    }
}

#[test]
fn mutilated_files_neither_panic_nor_hang() {
    let mutants = std::env::var("KIR_MUTANTS").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    let seed = std::env::var("KIR_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(1u64);
    let mut slowest = Duration::ZERO;
    for number in 0..mutants {
        let mut numbers =
            Numbers((seed << 32 | (number as u64 + 1)).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let text = mutate(FILES[numbers.below(FILES.len())], &mut numbers);
        let begun = Instant::now();
        let copy = text.clone();
        let result = catch_unwind(AssertUnwindSafe(|| exercise(copy)));
        let took = begun.elapsed();
        slowest = slowest.max(took);
        if result.is_err() || took > LONGEST {
            let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutant.ll");
            std::fs::write(&path, text).unwrap();
            panic!("mutant {number} of seed {seed} took {took:?}; it is in {}", path.display());
        }
    }
    println!("{mutants} mutants, the slowest took {slowest:?}");
}
