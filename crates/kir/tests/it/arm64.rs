//! Inline assembly of arm64.

use super::support::{Alone, WORDS, asked, error, machine, machine_of_counts, run};

const TEXT: &str = include_str!("../c/arm64.ll");
const LSE: u32 = 26;

#[test]
fn atomics_are_one_update_with_and_without_lse() {
    let mut machine = machine("arm64.ll", TEXT);
    machine.settings.capabilities.insert(LSE, true);
    let (log, found) = asked(&mut machine, "exchange", &[WORDS, 9], &[(0, 4)]);
    assert_eq!((log, found), (vec!["Xchg.acqrel 0 0x9".to_owned()], Some(4)));
    machine.settings.capabilities.insert(LSE, false);
    let (log, found) = asked(&mut machine, "exchange", &[WORDS, 9], &[(0, 4)]);
    let expected = ["Update.release 0 0x4->Some(9)", "dmb ish Barrier"];
    assert_eq!((log, found), (expected.map(str::to_owned).to_vec(), Some(4)));
}

#[test]
fn a_loop_that_does_not_store_changes_nothing() {
    let mut machine = machine_of_counts("arm64.ll", TEXT);
    machine.settings.capabilities.insert(LSE, true);
    let (log, found) = asked(&mut machine, "get_unless_zero", &[WORDS], &[(0, 2)]);
    assert_eq!(log, ["load.volatile 0", "Cmpxchg.acqrel 0 0x2 0x3 [|0|0]"]);
    assert_eq!(found, Some(1));
    machine.settings.capabilities.insert(LSE, false);
    let (log, _) = asked(&mut machine, "get_unless_zero", &[WORDS], &[(0, 2)]);
    let expected =
        ["load.volatile 0", "Update.release 0 0x2->Some(3) [|0|0]", "dmb ish Barrier [||0,1]"];
    assert_eq!(log, expected);
    // Another CPU gets in between: the loop compares, and does not store.
    let mut host = Intruder { looks: [2, 5, 5] };
    let outcome = machine.run(&mut host, "get_unless_zero", &super::support::ints(&[WORDS]));
    assert!(matches!(outcome, Ok(pmdrace_kir::Outcome::Returned(_))), "{outcome:?}");
}

/// Answers loads and updates with a list.
struct Intruder {
    looks: [u128; 3],
}

impl pmdrace_kir::Host for Intruder {
    fn ask(
        &mut self,
        ask: &pmdrace_kir::Ask<'_>,
        _: &mut pmdrace_kir::Memory,
    ) -> pmdrace_kir::Reply {
        let Some(_) = ask.kind.access() else { return pmdrace_kir::Reply::Done };
        let found = self.looks[ask.event as usize];
        let stores = ask.event == 2;
        assert_eq!(ask.kind.change(found).is_some(), stores);
        pmdrace_kir::Reply::Value(found)
    }
}

#[test]
fn an_update_without_a_result() {
    let mut machine = machine_of_counts("arm64.ll", TEXT);
    machine.settings.capabilities.insert(LSE, true);
    let (log, _) = asked(&mut machine, "add_seven", &[WORDS], &[(0, 2)]);
    assert_eq!(log, ["Add.relaxed 0 0x7"]);
    machine.settings.capabilities.insert(LSE, false);
    let (log, _) = asked(&mut machine, "add_seven", &[WORDS], &[(0, 2)]);
    assert_eq!(log, ["Update.relaxed 0 0x2->Some(9)"]);
}

#[test]
fn accesses_and_barriers() {
    let mut machine = machine("arm64.ll", TEXT);
    let (log, _) = asked(&mut machine, "acquire_and_release", &[WORDS, WORDS + 8], &[(0, 4)]);
    let expected = ["load.acquire 0", "dmb ishst Barrier", "store.release 1 0x5 [|0|]"];
    assert_eq!(log, expected);
    let (log, _) = asked(&mut machine, "flush", &[0x4000], &[]);
    let expected = ["dsb ishst Barrier", "tlbi vale1is, 0x4 Tlb", "dsb ish Barrier", "isb Barrier"];
    assert_eq!(log, expected);
}

#[test]
fn interrupts_change_once() {
    let mut machine = machine("arm64.ll", TEXT);
    let (log, _) = asked(&mut machine, "irqs_off", &[WORDS], &[]);
    let expected = [
        "msr daifset, #3 Interrupts { enabled: false }",
        "load.volatile 0",
        "msr daif, 0x0 Interrupts { enabled: true }",
    ];
    assert_eq!(log, expected);
    // They are off already: nothing changes.
    machine.settings.registers.insert("daif".to_owned(), 0xc0);
    let (log, _) = asked(&mut machine, "irqs_off", &[WORDS], &[]);
    assert_eq!(log, ["load.volatile 0"]);
}

#[test]
fn keys_and_capabilities_must_be_declared() {
    let mut machine = machine("arm64.ll", TEXT);
    let found = error(&mut machine, "keys", &[]);
    assert!(
        found.starts_with("the state of the static key unlikely_key is not declared"),
        "{found}"
    );
    assert!(found.contains("key_on arm64.c:"), "{found}");
    machine.settings.static_keys.insert("unlikely_key".to_owned(), true);
    machine.settings.other_keys = Some(false);
    assert_eq!(run(&mut machine, &mut Alone::default(), "keys", &[]).unwrap(), Some(10));
    let found = error(&mut machine, "capability", &[]);
    assert!(found.starts_with("the state of capability 42 is not declared"), "{found}");
    for (on, expected) in [(true, 1), (false, 0)] {
        machine.settings.capabilities.insert(42, on);
        let found = run(&mut machine, &mut Alone::default(), "capability", &[]).unwrap();
        assert_eq!(found, Some(expected));
    }
    let consulted: Vec<String> = machine.settings.consulted().collect();
    assert_eq!(
        consulted,
        ["capability 42 is off", "static key likely_key is off", "static key unlikely_key is on"]
    );
}

#[test]
fn warnings_system_registers_and_what_is_unknown() {
    let mut machine = machine("arm64.ll", TEXT);
    let (log, found) = asked(&mut machine, "warns", &[(-1i32) as u32 as u64], &[]);
    assert_eq!(log, ["brk 0x800 Trap { flags: Some(2305) }"]);
    assert_eq!(found, Some(0));
    let found = error(&mut machine, "current_task", &[]);
    assert!(found.starts_with("the state of the register sp_el0 is not declared"), "{found}");
    machine.settings.registers.insert("sp_el0".to_owned(), 0x1234);
    machine.settings.registers.insert("s3_0_c4_c6_0".to_owned(), 0xf0);
    let (_, found) = asked(&mut machine, "current_task", &[], &[]);
    assert_eq!(found, Some(0x1234));
    let (_, found) = asked(&mut machine, "by_macro", &[], &[]);
    assert_eq!(found, Some(0xf0));
    let found = error(&mut machine, "unknown_instruction", &[]);
    assert!(
        found.starts_with("inline assembly: `wrp x0, #3`: the instruction wrp is not known at"),
        "{found}"
    );
    assert!(found.contains("unknown_instruction arm64.c:"), "{found}");
    let (_, found) = asked(&mut machine, "selects", &[3, 5], &[]);
    assert_eq!(found, Some(3));
    let (_, found) = asked(&mut machine, "selects", &[u64::MAX, 5], &[]);
    assert_eq!(found, Some(5));
}
