//! What a host is told without being asked: marks in the code, and accesses to memory of its own at addresses that come
//! from what it answered.

use pmdrace_kir::{Ask, Host, Machine, Mark, Memory, Outcome, Region, Reply};

use super::support::{Alone, PRIVATE, WORDS, ints, machine};

/// Code of arm64.
fn machine_of(code: &str) -> Machine {
    let head = "target datalayout = \"e-m:e-i64:64-i128:128-n32:64-S128\"\n\
        target triple = \"aarch64-unknown-linux-gnu\"\n";
    machine("t.ll", &format!("{head}{code}"))
}

/// Answers as one CPU alone, and records what it is told.
#[derive(Default)]
struct Told {
    alone: Alone,
    /// Marks: text and values.
    marks: Vec<(String, Vec<u64>)>,
    /// The number of calls that led to each mark, and to each question.
    depths: (Vec<usize>, Vec<usize>),
    touches: Vec<(u64, Vec<u32>)>,
    /// Maps a page at this address when it is met unmapped.
    maps: Option<u64>,
}

impl Host for Told {
    fn ask(&mut self, ask: &Ask<'_>, memory: &mut Memory) -> Reply {
        self.depths.1.push(ask.callers.len());
        self.alone.ask(ask, memory)
    }

    fn mark(&mut self, mark: &Mark<'_>) {
        self.marks.push((mark.text.to_owned(), mark.values.to_vec()));
        self.depths.0.push(mark.callers.len());
    }

    fn touches(&mut self, address: u64, events: &[u32]) {
        self.touches.push((address, events.to_vec()));
    }

    fn unmapped(&mut self, address: u64, memory: &mut Memory) -> bool {
        let page = self.maps.filter(|page| (*page..page + 64).contains(&address));
        page.is_some_and(|page| memory.map("late", page, Region::Private, &[7; 64]).is_ok())
    }
}

/// Runs a function on words that begin like this, and returns what it returns.
fn run(machine: &mut Machine, host: &mut Told, arguments: &[u64], words: &[u64]) -> Option<u64> {
    let words = words.iter().enumerate();
    host.alone.words.extend(words.map(|(at, word)| (WORDS + 8 * at as u64, u128::from(*word))));
    match machine.run(host, "f", &ints(arguments)).unwrap() {
        Outcome::Returned(value) => value.bits(),
        Outcome::Stopped(question) => panic!("stopped at {question:?}"),
    }
}

const MARK: &str = r#"call i64 asm "/* pmdrace helper */", "=r,r,0"(i64"#;

#[test]
fn a_mark_tells_its_operands_and_passes_the_tied_one_on() {
    let code =
        format!("define i64 @f(i64 %w, i64 %a) {{\n  %r = {MARK} %w, i64 %a)\n  ret i64 %r\n}}\n");
    let mut machine = machine_of(&code);
    for (word, answer) in [(0x1234_5678_9abc_def0, 1), (u64::MAX, 0), (0, u64::MAX)] {
        let mut host = Told::default();
        assert_eq!(run(&mut machine, &mut host, &[word, answer], &[]), Some(answer));
        assert_eq!(host.marks, [("pmdrace helper".to_owned(), vec![word, answer])]);
        assert!(host.alone.log.is_empty(), "{:?}", host.alone.log);
    }
}

#[test]
fn an_answer_that_passes_through_a_mark_still_comes_from_its_events() {
    let code = format!(
        "define void @f(ptr %p, ptr %q) {{\n  %w = load volatile i64, ptr %p\n  %b = and i64 %w, 1\n  \
         %r = {MARK} %w, i64 %b)\n  store volatile i64 %r, ptr %q\n  ret void\n}}\n"
    );
    let mut machine = machine_of(&code);
    let mut host = Told::default();
    run(&mut machine, &mut host, &[WORDS, WORDS + 8], &[0x1001]);
    assert_eq!(host.marks, [("pmdrace helper".to_owned(), vec![0x1001, 1])]);
    assert_eq!(host.alone.log, ["load.volatile 0", "store.volatile 1 0x1 [|0|]"]);
}

#[test]
fn a_mark_is_told_once_for_each_time_that_it_is_passed() {
    let code = format!(
        "define i64 @inner(i64 %w, ptr %p) {{\n  %r = {MARK} %w, i64 1)\n  %x = load volatile i64, ptr %p\n  \
         ret i64 %r\n}}\ndefine i64 @f(i64 %n, ptr %p) {{\n  br label %head\nhead:\n  %i = phi i64 [ 0, %0 ], [ %next, %body ]\n  \
         %go = icmp ult i64 %i, %n\n  br i1 %go, label %body, label %end\nbody:\n  \
         %x = call i64 @inner(i64 %i, ptr %p)\n  %next = add i64 %i, %x\n  br label %head\nend:\n  ret i64 %i\n}}\n"
    );
    let mut machine = machine_of(&code);
    for times in [0, 1, 5] {
        let mut host = Told::default();
        assert_eq!(run(&mut machine, &mut host, &[times, WORDS], &[]), Some(times));
        let expected: Vec<_> =
            (0..times).map(|at| ("pmdrace helper".to_owned(), vec![at, 1])).collect();
        assert_eq!(host.marks, expected);
        assert_eq!(host.depths.0, host.depths.1);
    }
}

#[test]
fn what_is_no_comment_alone_is_no_mark() {
    for (template, marks) in [
        ("/* a mark */", vec!["a mark"]),
        (" /*  spaced  */ ", vec!["spaced"]),
        ("", vec![]),
        ("/* one */ dmb ish /* other */", vec![]),
        ("dmb ish /* a barrier */", vec![]),
        ("/* not closed", vec![]),
    ] {
        let code = format!(
            "define void @f() {{\n  call void asm sideeffect \"{template}\", \"\"()\n  ret void\n}}\n"
        );
        let mut machine = machine_of(&code);
        let mut host = Told::default();
        // Whether it runs is not the question.
        let _ = machine.run(&mut host, "f", &[]);
        let told: Vec<&str> = host.marks.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(told, marks, "{template}");
    }
}

#[test]
fn accesses_at_addresses_that_come_from_events_are_told() {
    // Reads an address from a word, an offset from another, and accesses private memory there.
    let code = "define i64 @f(ptr %p, ptr %q) {\n  %a = load volatile ptr, ptr %p\n  \
        %o = load volatile i64, ptr %q\n  %one = load i64, ptr %a\n  %at = getelementptr i8, ptr %a, i64 %o\n  \
        store i64 %one, ptr %at\n  ret i64 %one\n}\n";
    let mut machine = machine_of(code);
    let mut host = Told::default();
    run(&mut machine, &mut host, &[WORDS, WORDS + 8], &[PRIVATE + 64, 16]);
    assert_eq!(host.touches, [(PRIVATE + 64, vec![0]), (PRIVATE + 80, vec![0, 1])]);
    // And in the next run again.
    let mut host = Told::default();
    run(&mut machine, &mut host, &[WORDS, WORDS + 8], &[PRIVATE + 64, 16]);
    assert_eq!(host.touches.len(), 2);
}

#[test]
fn other_accesses_are_not_told() {
    // At an address that comes from the caller, also of what came from an event, and at one of a shared word.
    let code = "define i64 @f(ptr %p, ptr %own) {\n  %w = load volatile i64, ptr %p\n  store i64 %w, ptr %own\n  \
        %again = load i64, ptr %own\n  %next = getelementptr i8, ptr %own, i64 8\n  \
        %other = load i64, ptr %next\n  %sum = add i64 %again, %other\n  ret i64 %sum\n}\n";
    let mut machine = machine_of(code);
    let mut host = Told::default();
    assert_eq!(run(&mut machine, &mut host, &[WORDS, PRIVATE], &[5]), Some(5));
    assert!(host.touches.is_empty(), "{:?}", host.touches);

    let code = "define i64 @f(ptr %p) {\n  %a = load volatile ptr, ptr %p\n  %w = load volatile i64, ptr %a\n  \
        %x = load i64, ptr %a\n  store i64 3, ptr %a\n  ret i64 %w\n}\n";
    let mut machine = machine_of(code);
    let mut host = Told::default();
    assert_eq!(run(&mut machine, &mut host, &[WORDS], &[WORDS + 16, 0, 9]), Some(9));
    assert!(host.touches.is_empty(), "{:?}", host.touches);
    assert_eq!(host.alone.log.len(), 4, "{:?}", host.alone.log);
}

#[test]
fn unmapped_memory_is_told_before_it_is_mapped_or_refused() {
    let code = "define i64 @f(ptr %p) {\n  %a = load volatile ptr, ptr %p\n  %x = load i64, ptr %a\n  ret i64 %x\n}\n";
    let far = PRIVATE + 0x10_0000;
    let mut machine = machine_of(code);
    let mut host = Told { maps: Some(far), ..Told::default() };
    let found = run(&mut machine, &mut host, &[WORDS], &[far + 8]);
    assert_eq!(found, Some(0x0707_0707_0707_0707));
    assert_eq!(host.touches, [(far + 8, vec![0])]);

    let mut machine = machine_of(code);
    let mut host = Told::default();
    host.alone.words.insert(WORDS, u128::from(far));
    assert!(machine.run(&mut host, "f", &ints(&[WORDS])).is_err());
    assert_eq!(host.touches, [(far, vec![0])]);
}
