//! Random integer expressions: the host's C compiler and the interpreter compute the same.
//!
//! A program has some functions of random expressions. clang compiles it to IR, which is interpreted, and to a
//! program of its own, which prints what they return. Without clang there is nothing to compare, and the
//! committed program is all that is tested.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::support::{machine, returned};

const COMMITTED: &str = include_str!("../c/random.ll");
const EXPECTED: &str = include_str!("../c/random.txt");

/// A generator of numbers, the same each time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }
}

const TYPES: [&str; 10] = ["s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "u128", "s128"];

/// An expression over `a`, `b` and `c` without undefined behaviour (the program is compiled with `-fwrapv`).
fn expression(numbers: &mut Numbers, depth: u32) -> String {
    if depth == 0 {
        return match numbers.below(5) {
            0 => "a".to_owned(),
            1 => "b".to_owned(),
            2 => "c".to_owned(),
            3 => format!("{}", numbers.below(200)),
            _ => format!("0x{:x}ull", numbers.next()),
        };
    }
    let mut part = || {
        let ty = TYPES[numbers.below(10) as usize];
        let inner = expression(numbers, depth - 1);
        format!("({ty})({inner})")
    };
    let (x, y, z) = (part(), part(), part());
    match numbers.below(16) {
        0 => format!("{x} + {y}"),
        1 => format!("{x} - {y}"),
        2 => format!("{x} * {y}"),
        3 => format!("{x} & {y}"),
        4 => format!("{x} | {y}"),
        5 => format!("{x} ^ {y}"),
        6 => format!("(u64){x} / ((u64){y} | 1)"),
        7 => format!("(s32){x} % ((s32){y} & 0xff | 1)"),
        8 => format!("{x} < {y} ? {z} : {y}"),
        9 => format!("{x} == {y} || {z} > {x}"),
        10 => format!("(u64){x} << ({y} & 63)"),
        11 => format!("(s64){x} >> ({y} & 63)"),
        12 => format!("__builtin_bswap32({x}) + __builtin_popcountll({y})"),
        13 => format!("__builtin_clzll((u64){x} | 1) * 64 + __builtin_ctzll((u64){y} | 1)"),
        14 => format!("(s128){x} * (s128){y} >> ({z} & 127)"),
        _ => format!("~{x} - !{y}"),
    }
}

/// A program of random functions, and the arguments that they are called with.
fn program(seed: u64, functions: u32, calls: u32) -> (String, Vec<(u32, [u64; 3])>) {
    let mut numbers = Numbers(seed | 1);
    let mut text = "typedef signed char s8; typedef unsigned char u8; typedef short s16;\n\
        typedef unsigned short u16; typedef int s32; typedef unsigned u32; typedef long s64;\n\
        typedef unsigned long u64; typedef __int128 s128; typedef unsigned __int128 u128;\n"
        .to_owned();
    let mut arguments = Vec::new();
    for function in 0..functions {
        let depth = 1 + (numbers.below(4) as u32);
        let body = expression(&mut numbers, depth);
        writeln!(text, "u64 f{function}(u64 a, s32 b, u16 c) {{ return {body}; }}").unwrap();
        for _ in 0..calls {
            let small = numbers.below(3) == 0;
            let mut number = || if small { numbers.below(40) } else { numbers.next() };
            arguments.push((function, [number(), number() & 0xffff_ffff, number() & 0xffff]));
        }
    }
    text.push_str("#ifndef IR\n#include <stdio.h>\nint main(void) {\n");
    for (function, [a, b, c]) in &arguments {
        writeln!(text, "printf(\"%lx\\n\", f{function}({a}ul, (s32){b}u, {c}));").unwrap();
    }
    text.push_str("}\n#endif\n");
    (text, arguments)
}

fn compare(name: &str, ir: &str, arguments: &[(u32, [u64; 3])], expected: &str) {
    let mut machine = machine(name, ir);
    assert_eq!(expected.lines().count(), arguments.len());
    for ((function, arguments), expected) in arguments.iter().zip(expected.lines()) {
        let found = returned(&mut machine, &format!("f{function}"), arguments);
        assert_eq!(format!("{found:x}"), expected, "{name} f{function} {arguments:x?}");
    }
}

/// The IR and the output of a program, by the compilers that are there.
fn compile(folder: &Path, text: &str, level: &str) -> Option<(String, String)> {
    fs::create_dir_all(folder).unwrap();
    let (c, ir, exe) = (folder.join("t.c"), folder.join("t.ll"), folder.join("t"));
    fs::write(&c, text).unwrap();
    let clang = Command::new("clang-19")
        .args(["-DIR", level, "-fwrapv", "-w", "-S", "-emit-llvm", "-mno-sse", "-o"])
        .args([&ir, &c])
        .status();
    if !clang.is_ok_and(|status| status.success()) {
        return None;
    }
    // Another compiler, and no optimisation.
    let built = Command::new("cc").args(["-O0", "-fwrapv", "-w", "-o"]).args([&exe, &c]).status();
    assert!(built.unwrap().success());
    let output = Command::new(&exe).output().unwrap();
    let text = fs::read_to_string(&ir).unwrap();
    Some((text, String::from_utf8(output.stdout).unwrap()))
}

const SEED: u64 = 0x5eed;

#[test]
fn the_committed_program_computes_what_the_compiler_computed() {
    let (_, arguments) = program(SEED, 60, 10);
    compare("random.ll", COMMITTED, &arguments, EXPECTED);
}

#[test]
fn random_programs_compute_what_the_compiler_computes() {
    let rounds = std::env::var("KIR_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(2);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kir-expressions");
    for seed in 1..=rounds {
        for level in ["-O0", "-O2"] {
            let (text, arguments) = program(seed * 7919, 40, 20);
            let Some((ir, expected)) = compile(&folder, &text, level) else { return };
            compare(&format!("seed {seed} {level}"), &ir, &arguments, &expected);
        }
    }
}

/// Makes the committed program again.
#[test]
#[ignore = "rewrites committed files"]
fn bless() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kir-bless");
    let (text, _) = program(SEED, 60, 10);
    let (ir, expected) = compile(&folder, &text, "-O1").unwrap();
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/c");
    let source = folder.join("t.c").to_string_lossy().into_owned();
    fs::write(home.join("random.ll"), ir.replace(&source, "random.c")).unwrap();
    fs::write(home.join("random.txt"), expected).unwrap();
}
