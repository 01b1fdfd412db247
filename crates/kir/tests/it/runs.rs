//! Runs: limits, ends, and that one is like the next.

use pmdrace_kir::{Cause, Kind, Outcome, Question, Value};

use super::support::{Alone, PRIVATE, WORDS, error, ints, machine};

const PLAIN: &str = include_str!("../c/plain.arm64.ll");

#[test]
fn a_run_ends_at_the_first_question_without_an_answer_and_can_be_made_again() {
    let mut machine = machine("plain.arm64.ll", PLAIN);
    for stop_at in [0, 1, 0] {
        let mut host = Alone { stop_at: Some(stop_at), ..Alone::default() };
        let arguments = ints(&[WORDS, WORDS + 8]);
        let outcome = machine.run(&mut host, "dependent_stores", &arguments).unwrap();
        let Outcome::Stopped(question) = outcome else { panic!("{outcome:?}") };
        match question {
            Question::Load(access) => assert_eq!((stop_at, access.address), (0, WORDS)),
            Question::Store { access, value } => {
                assert_eq!((stop_at, access.address, value), (1, WORDS + 8, 1));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn every_run_begins_with_the_memory_that_was_declared() {
    let mut machine = machine("plain.arm64.ll", PLAIN);
    machine.memory.write_int(PRIVATE, 8, 0x1234).unwrap();
    for _ in 0..3 {
        assert_eq!(machine.memory.read_int(PRIVATE, 8).unwrap(), 0x1234);
        machine.run(&mut Alone::default(), "clears", &ints(&[PRIVATE])).unwrap();
        // What a run did can be looked at until the next.
        assert_eq!(machine.memory.read_int(PRIVATE, 8).unwrap(), 0);
        machine.reset();
    }
}

#[test]
fn a_function_goes_on_in_the_memory_that_the_one_before_left() {
    let mut machine = machine("plain.arm64.ll", PLAIN);
    machine.memory.write_int(PRIVATE, 8, 0x1234).unwrap();
    machine.memory.write_int(PRIVATE + 8, 8, 0x5678).unwrap();
    machine.run(&mut Alone::default(), "clears", &ints(&[PRIVATE])).unwrap();
    machine.go_on(&mut Alone::default(), "clears", &ints(&[PRIVATE + 8])).unwrap();
    assert_eq!(machine.memory.read_int(PRIVATE, 8).unwrap(), 0);
    assert_eq!(machine.memory.read_int(PRIVATE + 8, 8).unwrap(), 0);
    machine.reset();
    assert_eq!(machine.memory.read_int(PRIVATE, 8).unwrap(), 0x1234);
    assert_eq!(machine.memory.read_int(PRIVATE + 8, 8).unwrap(), 0x5678);
}

#[test]
fn memory_that_a_function_allocates_ends_with_the_run() {
    use pmdrace_kir::{Ask, Memory, Region, Reply};
    let text = "target datalayout = \"e-m:e-i64:64-i128:128-n32:64-S128\"\n\
        target triple = \"aarch64-unknown-linux-gnu\"\ndeclare ptr @allocate(i64)\n\
        define i64 @f(i64 %x) {\n  %p = call ptr @allocate(i64 8)\n  store i64 %x, ptr %p\n  \
        %v = load i64, ptr %p\n  ret i64 %v\n}\n";
    let mut machine = super::support::machine("t.ll", text);
    let heap = 0xffff_0000_0010_0000;
    let mut host = |ask: &Ask<'_>, memory: &mut Memory| match ask.kind {
        Kind::Call { name: "allocate", .. } => {
            memory.map("heap", heap, Region::Private, &[0; 8]).unwrap();
            Reply::Value(heap.into())
        }
        _ => Reply::Unknown,
    };
    for x in [5, 6] {
        let outcome = machine.run(&mut host, "f", &ints(&[x])).unwrap();
        assert!(matches!(outcome, Outcome::Returned(value) if value.bits() == Some(x)));
    }
    machine.reset();
    assert!(machine.memory.read_int(heap, 8).is_err());
}

#[test]
fn limits_end_a_run() {
    let mut machine = machine("plain.arm64.ll", PLAIN);
    machine.settings.limits.depth = 10;
    let found = error(&mut machine, "deep", &[20]);
    assert!(found.starts_with("more than 10 calls within each other"), "{found}");
    machine.settings.limits.depth = 100;
    machine.settings.limits.steps = 1000;
    let found = error(&mut machine, "deep", &[40]);
    assert!(found.starts_with("more than 1000 steps"), "{found}");
    machine.settings.limits.events = 0;
    let found = error(&mut machine, "follow", &[WORDS]);
    assert!(found.starts_with("more than 0 events"), "{found}");
}

#[test]
fn wrong_calls_are_refused() {
    let mut machine = machine("plain.arm64.ll", PLAIN);
    let found = error(&mut machine, "nowhere", &[]);
    assert_eq!(found, "no module defines the function nowhere");
    let found = error(&mut machine, "loops", &[]);
    assert_eq!(found, "loops has 1 parameters and was given 0 arguments");
}

#[test]
fn functions_can_be_left_to_the_host() {
    use pmdrace_kir::Reply;
    let mut machine = machine("plain.arm64.ll", PLAIN);
    machine.settings.asked.insert("halve".to_owned());
    let mut host = Alone::default();
    host.functions.insert("halve", Reply::Value(1000));
    let outcome = machine.run(&mut host, "pointers", &ints(&[1, 10])).unwrap();
    assert!(matches!(outcome, Outcome::Returned(value) if value.bits() == Some(1100)));
}

#[test]
fn an_answer_must_fit_the_question() {
    use pmdrace_kir::{Ask, Memory, Reply};
    let mut machine = machine("plain.arm64.ll", PLAIN);
    let mut host = |_: &Ask<'_>, _: &mut Memory| Reply::Done;
    let error = machine.run(&mut host, "follow", &ints(&[WORDS])).unwrap_err();
    assert!(matches!(error.cause, Cause::Answer { .. }), "{error}");
    let mut host = |_: &Ask<'_>, _: &mut Memory| Reply::Refuse("a word that nobody has".to_owned());
    let error = machine.run(&mut host, "follow", &ints(&[WORDS])).unwrap_err();
    assert!(error.to_string().starts_with("a word that nobody has at follow plain.c:"), "{error}");
}

#[test]
fn undefined_arguments_reach_no_shared_word() {
    let mut machine = machine("plain.arm64.ll", PLAIN);
    let undefined = Value::Int(pmdrace_kir::Int {
        bits: 0,
        undefined: u128::from(u64::MAX),
        ..Default::default()
    });
    let error = machine.run(&mut Alone::default(), "follow", &[undefined]).unwrap_err();
    assert!(error.to_string().starts_with("an undefined value is used as an address"), "{error}");
}
