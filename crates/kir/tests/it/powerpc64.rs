//! Inline assembly of 64-bit powerpc.

use super::support::{PRIVATE, WORDS, asked, error, machine, machine_of_counts, returned};

const TEXT: &str = include_str!("../c/powerpc64.ll");

#[test]
fn barriers_around_a_loop_of_reservations_are_part_of_the_update() {
    let mut machine = machine_of_counts("powerpc64.ll", TEXT);
    let (log, found) = asked(&mut machine, "add_unless_zero", &[WORDS, 3], &[(0, 2)]);
    assert_eq!(log, ["Update.seqcst 0 0x2->Some(5)"]);
    assert_eq!(found, Some(2));
    let (log, found) = asked(&mut machine, "add_unless_zero", &[WORDS, 3], &[]);
    assert_eq!((log, found), (vec!["Update.seqcst 0 0x0->None".to_owned()], Some(0)));
}

#[test]
fn loops_of_reservations_are_one_update() {
    let mut machine = machine("powerpc64.ll", TEXT);
    let (log, found) = asked(&mut machine, "change", &[WORDS, 0xf0, 5], &[(0, 0x1234)]);
    assert_eq!(
        (log, found),
        (vec!["Update.relaxed 0 0x1234->Some(1205)".to_owned()], Some(0x1234))
    );
    let (log, found) = asked(&mut machine, "change_unless_busy", &[WORDS, 1, 8], &[(0, 2)]);
    assert_eq!((log, found), (vec!["Update.relaxed 0 0x2->Some(a)".to_owned()], Some(2)));
    let (log, _) = asked(&mut machine, "change_unless_busy", &[PRIVATE, 1, 8], &[]);
    assert!(log.is_empty(), "{log:?}");
    // A word that stays busy is waited for until the run has taken too long.
    machine.memory.write_int(PRIVATE, 8, 1).unwrap();
    let waits = error(&mut machine, "change_unless_busy", &[PRIVATE, 1, 8]);
    assert!(waits.contains("steps"), "{waits}");
}

#[test]
fn accesses_and_barriers() {
    let mut machine = machine("powerpc64.ll", TEXT);
    let (log, found) = asked(&mut machine, "ordered", &[WORDS, WORDS + 8], &[(0, 4)]);
    let expected = [
        "load.relaxed 0",
        "lwsync Barrier",
        "store.relaxed 1 0x4 [|0|]",
        "sync Barrier",
        "eieio Barrier",
        "tlbsync Tlb",
        "ptesync Barrier",
    ];
    assert_eq!((log, found), (expected.map(str::to_owned).to_vec(), Some(4)));
}

#[test]
fn the_struct_of_the_cpu_is_at_a_register() {
    let mut machine = machine("powerpc64.ll", TEXT);
    assert!(error(&mut machine, "own_byte", &[WORDS]).contains("r13"));
    machine.settings.registers.insert("r13".to_owned(), PRIVATE);
    machine.memory.write_int(PRIVATE + 16, 1, 4).unwrap();
    let (log, found) = asked(&mut machine, "own_byte", &[WORDS], &[(0, 2)]);
    assert_eq!((log, found), (vec!["load.volatile 0".to_owned()], Some(6)));
    // What the run stored, until something else is declared or run.
    assert_eq!(machine.memory.read_int(PRIVATE + 16, 1), Ok(5));
}

#[test]
fn traps_on_a_condition() {
    let mut machine = machine("powerpc64.ll", TEXT);
    let (log, found) = asked(&mut machine, "warn_if", &[0], &[]);
    assert_eq!((log, found), (Vec::new(), Some(1)));
    let (log, found) = asked(&mut machine, "warn_if", &[6], &[]);
    assert_eq!(log, ["tdnei 0x6, 0 Trap { flags: Some(2305) }"]);
    assert_eq!(found, Some(7));
}

#[test]
fn what_is_not_known_is_named() {
    let mut machine = machine("powerpc64.ll", TEXT);
    assert_eq!(returned(&mut machine, "leading", &[0x10]), 59);
    assert!(error(&mut machine, "unknown", &[]).contains("tlbiel"));
    assert!(error(&mut machine, "fixed_up", &[]).contains("__mmu_ftr_fixup"));
}
