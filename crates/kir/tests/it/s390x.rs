//! Inline assembly of s390x, which is big-endian.

use super::support::{PRIVATE, WORDS, asked, error, machine, machine_of_counts, returned};

const TEXT: &str = include_str!("../c/s390x.ll");

#[test]
fn a_barrier_after_an_update_is_part_of_it() {
    let mut machine = machine_of_counts("s390x.ll", TEXT);
    let (log, found) = asked(&mut machine, "add_ordered", &[WORDS, 3], &[(0, 4)]);
    assert_eq!((log, found), (vec!["Add.seqcst 0 0x3".to_owned()], Some(4)));
}

#[test]
fn updates_of_words() {
    let mut machine = machine("s390x.ll", TEXT);
    let (log, found) = asked(&mut machine, "set_bits", &[WORDS, 0x30], &[(0, 4)]);
    assert_eq!((log, found), (vec!["Or.relaxed 0 0x30".to_owned()], Some(4)));
    let (log, found) = asked(&mut machine, "exchange_if", &[WORDS, 4, 9], &[(0, 5)]);
    assert_eq!((log, found), (vec!["Cmpxchg.seqcst 0 0x4 0x9".to_owned()], Some(5)));
}

#[test]
fn invalidation_updates_the_entry_that_the_address_chooses() {
    let mut machine = machine("s390x.ll", TEXT);
    // The fourth entry of a segment table that begins 24 bytes before the words: tables are aligned, so low bits count
    // for nothing.
    let table = WORDS & !0xfff;
    let (log, _) = asked(&mut machine, "invalidate_segment", &[WORDS, table | 0x6, 3 << 20], &[]);
    assert_eq!(
        log,
        ["Or.relaxed 3 0x20", " idte 0xffff000000010006,0,0x300000,0x0 Tlb"].map(str::trim)
    );
    let (log, _) = asked(
        &mut machine,
        "invalidate_page_here",
        &[WORDS, table, 0x1234_5000 & !0xf_f000 | 2 << 12],
        &[],
    );
    assert_eq!(log.len(), 2);
    assert_eq!(log[0], "Or.relaxed 2 0x400");
    assert!(log[1].contains("ipte") && log[1].ends_with("Tlb"), "{log:?}");
    let (log, _) = asked(&mut machine, "drop_space", &[7, 0x800], &[]);
    assert_eq!(log.len(), 1);
    assert!(log[0].contains("idte") && log[0].ends_with("Tlb"), "{log:?}");
}

#[test]
fn the_system_mask_lets_interrupts_in() {
    let mut machine = machine("s390x.ll", TEXT);
    let (log, _) = asked(&mut machine, "irqs_off", &[WORDS], &[]);
    assert_eq!(log.len(), 3, "{log:?}");
    assert!(log[0].ends_with("Interrupts { enabled: false }"), "{log:?}");
    assert!(log[2].ends_with("Interrupts { enabled: true }"), "{log:?}");
}

#[test]
fn alternatives_and_pairs_of_registers() {
    let mut machine = machine("s390x.ll", TEXT);
    assert!(error(&mut machine, "own", &[]).contains("capability"));
    machine.settings.other_capabilities = Some(false);
    assert_eq!(returned(&mut machine, "own", &[]), 0);
    machine.settings.capabilities.insert(2 << 20, true);
    assert_eq!(returned(&mut machine, "own", &[]), 0x7_0000);
    assert_eq!(returned(&mut machine, "leading", &[0x10]), 59);
    assert_eq!(returned(&mut machine, "leading", &[0]), 64);
    assert!(error(&mut machine, "unknown", &[]).contains("sske"));
}

#[test]
fn memory_is_big_endian() {
    let mut machine = machine("s390x.ll", TEXT);
    assert_eq!(returned(&mut machine, "second_byte", &[0x1122_3344_5566_7788]), 0x22);
    machine.memory.write_int(PRIVATE, 4, 0x0102_0304).unwrap();
    assert_eq!(machine.memory.read(PRIVATE, 4).unwrap(), [1, 2, 3, 4]);
}
