//! Inline assembly of x86_64.

use pmdrace_kir::Region;

use super::support::{Alone, WORDS, asked, error, machine, machine_of_counts, run};

const TEXT: &str = include_str!("../c/x86_64.ll");

#[test]
fn updates_are_fully_ordered() {
    let mut machine = machine("x86_64.ll", TEXT);
    let (log, found) = asked(&mut machine, "exchange", &[WORDS, 9], &[(0, 4)]);
    assert_eq!((log, found), (vec!["Xchg.seqcst 0 0x9".to_owned()], Some(4)));
    let (log, found) = asked(&mut machine, "fetch_add", &[WORDS, 9], &[(0, 4)]);
    assert_eq!((log, found), (vec!["Add.seqcst 0 0x9".to_owned()], Some(4)));
    // Bit 67 is bit 3 of the next word.
    let (log, found) = asked(&mut machine, "test_and_set", &[WORDS, 67], &[(8, 8)]);
    assert_eq!((log, found), (vec!["Or.seqcst 1 0x8".to_owned()], Some(1)));
    let (log, found) = asked(&mut machine, "test_bit", &[WORDS, 2], &[(0, 8)]);
    assert_eq!((log, found), (vec!["load.relaxed 0".to_owned()], Some(0)));
}

#[test]
fn conditions_come_from_flags() {
    let mut machine = machine_of_counts("x86_64.ll", TEXT);
    let (log, found) = asked(&mut machine, "get_unless_zero", &[WORDS], &[(0, 2)]);
    assert_eq!(log, ["load.volatile 0", "Cmpxchg.seqcst 0 0x2 0x3 [|0|0]"]);
    assert_eq!(found, Some(1));
    let (_, found) = asked(&mut machine, "get_unless_zero", &[WORDS], &[]);
    assert_eq!(found, Some(0));
    for (count, zero) in [(1, 1), (2, 0)] {
        let (log, found) = asked(&mut machine, "put_and_test", &[WORDS], &[(0, count)]);
        assert_eq!((log, found), (vec!["Sub.seqcst 0 0x1".to_owned()], Some(zero)));
    }
}

#[test]
fn barriers_interrupts_and_flushes() {
    let mut machine = machine("x86_64.ll", TEXT);
    let (log, _) = asked(&mut machine, "barriers", &[], &[]);
    assert_eq!(log, ["addl $0,-4(%rsp) Barrier", "mfence Barrier", "sfence Barrier"]);
    let (log, _) = asked(&mut machine, "irqs_off", &[WORDS], &[]);
    let expected = [
        "cli Interrupts { enabled: false }",
        "load.volatile 0",
        "sti Interrupts { enabled: true }",
    ];
    assert_eq!(log, expected);
    machine.settings.registers.insert("eflags".to_owned(), 2);
    let (log, _) = asked(&mut machine, "irqs_off", &[WORDS], &[]);
    assert_eq!(log, ["load.volatile 0"]);
    let (log, _) = asked(&mut machine, "flush", &[0x4000], &[]);
    assert_eq!(log, ["invlpg (0x4000) Tlb"]);
}

#[test]
fn per_cpu_words_are_relative_to_a_segment() {
    let mut machine = machine("x86_64.ll", TEXT);
    let found = error(&mut machine, "per_cpu", &[5]);
    assert!(found.starts_with("the state of the register gs_base is not declared"), "{found}");
    machine.settings.registers.insert("gs_base".to_owned(), 0);
    machine.map_variable("per_cpu_word", Region::Private).unwrap();
    let (log, found) = asked(&mut machine, "per_cpu", &[5], &[]);
    assert_eq!((log, found), (Vec::new(), Some(5)));
    // The run is undone before the next.
    assert_eq!(asked(&mut machine, "per_cpu", &[6], &[]).1, Some(6));
}

#[test]
fn keys_and_alternatives() {
    let mut machine = machine("x86_64.ll", TEXT);
    machine.settings.other_keys = Some(false);
    // The branch of a key that is likely on is taken while it is off.
    assert_eq!(run(&mut machine, &mut Alone::default(), "keys", &[]).unwrap(), Some(1));
    machine.settings.other_keys = Some(true);
    assert_eq!(run(&mut machine, &mut Alone::default(), "keys", &[]).unwrap(), Some(10));
    machine.settings.other_capabilities = Some(true);
    assert_eq!(asked(&mut machine, "alternatives", &[3], &[]).1, Some(3));
    machine.settings.other_capabilities = Some(false);
    assert_eq!(asked(&mut machine, "alternatives", &[3], &[]).1, Some(4 << 4));
}

#[test]
fn traps_counts_and_calls() {
    let mut machine = machine("x86_64.ll", TEXT);
    let (log, _) = asked(&mut machine, "warns", &[(-1i32) as u32 as u64], &[]);
    assert_eq!(log, [".byte 0x0f, 0x0b Trap { flags: Some(2305) }"]);
    assert_eq!(asked(&mut machine, "counts", &[0x50], &[]).1, Some(406));
    let (log, found) = asked(&mut machine, "calls", &[3], &[]);
    assert_eq!((log, found), (vec!["call helper_8 Call".to_owned()], Some(77)));
    let found = error(&mut machine, "unknown_instruction", &[]);
    assert!(found.contains("the instruction vzeroall is not known at"), "{found}");
}
