//! Inline assembly of riscv64.

use super::support::{WORDS, asked, machine, machine_of_counts};

const TEXT: &str = include_str!("../c/riscv64.ll");

#[test]
fn atomics_fences_and_interrupts() {
    let mut machine = machine("riscv64.ll", TEXT);
    let (log, found) = asked(&mut machine, "exchange", &[WORDS, 9], &[(0, 4)]);
    assert_eq!((log, found), (vec!["Xchg.seqcst 0 0x9".to_owned()], Some(4)));
    let (log, _) = asked(&mut machine, "ordered", &[WORDS, WORDS + 8], &[(0, 4)]);
    let expected = [
        "load.volatile 0",
        "fence r,r Barrier",
        "store.volatile 1 0x4 [|0|]",
        "fence w,rw Barrier",
        "sfence.vma 0x4 Tlb [|0|]",
    ];
    assert_eq!(log, expected);
    let (log, _) = asked(&mut machine, "irqs_off", &[WORDS], &[]);
    assert_eq!(log.len(), 3, "{log:?}");
    assert!(log[0].ends_with("Interrupts { enabled: false }"), "{log:?}");
    assert!(log[2].ends_with("Interrupts { enabled: true }"), "{log:?}");
}

#[test]
fn reserved_loops_are_one_update() {
    let mut machine = machine_of_counts("riscv64.ll", TEXT);
    let (log, found) = asked(&mut machine, "get_unless_zero", &[WORDS], &[(0, 2)]);
    // A release and the barrier behind it are how the kernel writes a full order.
    assert_eq!(log, ["Update.seqcst 0 0x2->Some(3)"]);
    assert_eq!(found, Some(1));
    let (log, found) = asked(&mut machine, "get_unless_zero", &[WORDS], &[]);
    assert_eq!((log, found), (vec!["Update.seqcst 0 0x0->None".to_owned()], Some(0)));
}
