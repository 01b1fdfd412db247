//! Declarations of memory.

use pmdrace_kir::{Cause, MemoryError, Region};

use super::support::{Alone, PRIVATE, WORDS, machine, run};

const PLAIN: &str = include_str!("../c/plain.arm64.ll");

#[test]
fn regions_lie_within_each_other_or_apart() {
    let memory = &mut machine("plain.arm64.ll", PLAIN).memory;
    let base = 0xffff_0000_0100_0000;
    memory.map("page", base, Region::Constant, &[7; 64]).unwrap();
    memory.map("count", base + 16, Region::Shared { word: 4 }, &[0; 4]).unwrap();
    memory.map("flags", base + 24, Region::Private, &[1; 8]).unwrap();
    assert_eq!(memory.read_int(base + 8, 8).unwrap(), 0x0707_0707_0707_0707);
    assert_eq!(memory.read_int(base + 20, 4).unwrap(), 0x0707_0707);
    assert_eq!(memory.read_int(base + 24, 8).unwrap(), 0x0101_0101_0101_0101);
    let partial = memory.read_int(base + 16, 2).unwrap_err();
    assert!(matches!(partial, MemoryError::Partial { .. }), "{partial}");
    let crossing = memory.read_int(base + 12, 8).unwrap_err();
    assert!(matches!(crossing, MemoryError::Crosses { .. }), "{crossing}");
    let overlap = memory.map("x", base + 60, Region::Private, &[0; 8]).unwrap_err();
    assert!(matches!(overlap, MemoryError::Declaration(_)), "{overlap}");
    assert_eq!(memory.share("owner", base + 32, 8).unwrap(), 0x0707_0707_0707_0707);
    memory.write_int(base + 40, 2, 0xbeef).unwrap();
    assert_eq!(memory.read(base + 40, 3).unwrap(), [0xef, 0xbe, 7]);
}

#[test]
fn part_of_a_word_is_asked_about_where_it_is_one_of_flags() {
    let mut machine = machine("plain.arm64.ll", PLAIN);
    let base = 0xffff_0000_0100_0000;
    machine.memory.map("flags", base, Region::Flags { word: 8 }, &[0; 8]).unwrap();
    machine.memory.map("count", base + 8, Region::Shared { word: 8 }, &[0; 8]).unwrap();
    let host = &mut Alone::default();
    run(&mut machine, host, "low_byte", &[base + 3]).unwrap();
    let refused = run(&mut machine, host, "low_byte", &[base + 11]).unwrap_err();
    assert!(matches!(refused.cause, Cause::Memory(MemoryError::Partial { .. })), "{refused}");
}

#[test]
fn impossible_declarations_are_refused() {
    let memory = &mut machine("plain.arm64.ll", PLAIN).memory;
    let refused = [
        memory.map("empty", 0x1000, Region::Private, &[]),
        memory.map("end", u64::MAX - 3, Region::Private, &[0; 8]),
        memory.map("odd", 0x1000, Region::Shared { word: 3 }, &[0; 3]),
        memory.map("crooked", 0x1001, Region::Shared { word: 8 }, &[0; 8]),
        memory.map("stack", 0xffff_f600_0000_0000, Region::Private, &[0; 8]),
        memory.write_int(0x1000, 8, 0),
    ];
    for result in refused {
        assert!(result.is_err());
    }
}

#[test]
fn constants_are_listed_and_not_written() {
    let mut machine = machine("plain.arm64.ll", PLAIN);
    let base = 0xffff_0000_0100_0000;
    machine.memory.map("object", base, Region::Constant, &[0; 96]).unwrap();
    super::support::asked(&mut machine, "copies", &[PRIVATE, base], &[]);
    assert_eq!(machine.memory.constants_read(), [("object".to_owned(), 0, 72)]);
    let found = super::support::error(&mut machine, "clears", &[base]);
    assert!(found.starts_with("store of 72 bytes to the constant object+0 at clears"), "{found}");
    let found = super::support::error(&mut machine, "copies", &[WORDS, base]);
    assert!(found.contains("whose words are shared") || found.contains("word"), "{found}");
}
