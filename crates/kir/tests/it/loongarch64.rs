//! Inline assembly of loongarch64.

use super::support::{WORDS, asked, error, machine, machine_of_counts, returned};

const TEXT: &str = include_str!("../c/loongarch64.ll");

#[test]
fn atomics_keep_their_order_and_sign() {
    let mut machine = machine("loongarch64.ll", TEXT);
    let (log, found) = asked(&mut machine, "exchange", &[WORDS, 9], &[(0, 4)]);
    assert_eq!((log, found), (vec!["Xchg.seqcst 0 0x9".to_owned()], Some(4)));
    let mut machine = machine_of_counts("loongarch64.ll", TEXT);
    let (log, found) = asked(&mut machine, "add", &[WORDS, 3], &[(0, 0xffff_fffe)]);
    assert_eq!(log, ["Add.relaxed 0 0x3", "Add.relaxed 0 0x3"]);
    assert_eq!(found, Some(-2_i64 as u64), "a word is extended by its sign");
}

#[test]
fn a_pair_of_ll_and_sc_is_one_fully_ordered_update() {
    let mut machine = machine_of_counts("loongarch64.ll", TEXT);
    let (log, found) = asked(&mut machine, "get_unless_zero", &[WORDS], &[(0, 2)]);
    assert_eq!((log, found), (vec!["Update.seqcst 0 0x2->Some(3)".to_owned()], Some(1)));
    let (log, found) = asked(&mut machine, "get_unless_zero", &[WORDS], &[]);
    assert_eq!(log, ["Update.seqcst 0 0x0->None", "dbar 0x700 Barrier [||0]"]);
    assert_eq!(found, Some(0));
}

#[test]
fn words_are_compared_by_their_32_bits() {
    let mut machine = machine_of_counts("loongarch64.ll", TEXT);
    let high = 0x8000_0001;
    let arguments = [WORDS, high, 7];
    let (log, found) = asked(&mut machine, "compare_exchange", &arguments, &[(0, high.into())]);
    assert_eq!(log[0], "Update.seqcst 0 0x80000001->Some(7)");
    assert_eq!(found, Some(1));
    let (log, found) = asked(&mut machine, "compare_exchange", &arguments, &[(0, 5)]);
    assert_eq!(log[0], "Update.seqcst 0 0x5->None");
    assert_eq!(found, Some(0));
}

#[test]
fn barriers_are_named_by_their_hints() {
    let mut machine = machine("loongarch64.ll", TEXT);
    let (log, _) = asked(&mut machine, "ordered", &[WORDS, WORDS + 8], &[(0, 4)]);
    let expected = [
        "load.volatile 0",
        "dbar 0x15 Barrier",
        "store.volatile 1 0x4 [|0|]",
        "dbar 0x10 Barrier",
        "invtlb 0x5, $zero, 0x4 Tlb [|0|]",
    ];
    assert_eq!(log, expected);
}

#[test]
fn interrupts_follow_the_control_register() {
    let mut machine = machine("loongarch64.ll", TEXT);
    let (log, _) = asked(&mut machine, "irqs_off", &[WORDS], &[]);
    assert_eq!(log.len(), 3, "{log:?}");
    assert!(log[0].ends_with("Interrupts { enabled: false }"), "{log:?}");
    assert!(log[2].ends_with("Interrupts { enabled: true }"), "{log:?}");
}

#[test]
fn variables_of_this_cpu_are_found_by_its_register() {
    let mut machine = machine("loongarch64.ll", TEXT);
    machine.settings.registers.insert("$tp".to_owned(), 100);
    machine.settings.registers.insert("$r21".to_owned(), WORDS);
    let (log, found) = asked(&mut machine, "of_this_cpu", &[8], &[(8, 4)]);
    assert_eq!(log, ["load.relaxed 1", "store.relaxed 1 0x5 [|0|]"]);
    assert_eq!(found, Some(104));
    machine.settings.registers.remove("$r21");
    assert!(error(&mut machine, "of_this_cpu", &[8]).contains("$r21"));
}

#[test]
fn an_instruction_that_is_not_known_is_named() {
    let mut machine = machine("loongarch64.ll", TEXT);
    let error = error(&mut machine, "unknown", &[]);
    assert!(error.contains("the instruction amcas.d is not known"), "{error}");
    assert_eq!(returned(&mut machine, "nothing_but_arithmetic", &[5, 3]), 5 - 3 + (5 << 2));
}
