//! Tests in C from their text to their answer.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use pmdrace_axioms::model::{Lkmm, Model, Release, Sc};
use pmdrace_axioms::{Cut, Limits};
use pmdrace_litmus::{Observation, observe, outcomes, read};

const LKMM: Lkmm = Lkmm { release: Release::V6_12 };

fn limits() -> Limits<'static> {
    Limits { histories: 100_000, stop: &|| false }
}

/// What is observed; the full list must agree.
fn observed(text: &str, model: &impl Model) -> Observation {
    let test = read(text).unwrap();
    let observation = observe(&test, model, &limits()).unwrap();
    assert_eq!(outcomes(&test, model, &limits()).unwrap().observation(), observation);
    observation
}

/// Message passing with these statements on both sides.
fn message_passing(writer: &str, reader: &str) -> String {
    format!(
        "C mp\n{{ }}\nP0(int *data, int *flag) {{ {writer} }}\n\
         P1(int *data, int *flag) {{ int r0; int r1; {reader} }}\n\
         exists (1:r0=1 /\\ 1:r1=0)\n"
    )
}

#[test]
fn message_passing_needs_order_on_both_sides() {
    let relaxed = "WRITE_ONCE(*data, 1); WRITE_ONCE(*flag, 1);";
    let release = "WRITE_ONCE(*data, 1); smp_store_release(flag, 1);";
    let reads = "r0 = READ_ONCE(*flag); r1 = READ_ONCE(*data);";
    let acquire = "r0 = smp_load_acquire(flag); r1 = READ_ONCE(*data);";
    let sometimes = [(relaxed, reads), (release, reads), (relaxed, acquire)];
    for (writer, reader) in sometimes {
        let text = message_passing(writer, reader);
        assert_eq!(observed(&text, &LKMM), Observation::Sometimes, "{text}");
        assert_eq!(observed(&text, &Sc), Observation::Never);
    }
    assert_eq!(observed(&message_passing(release, acquire), &LKMM), Observation::Never);
}

#[test]
fn plain_accesses_race_unless_they_are_ordered() {
    let flags = |writer: &str, reader: &str| {
        let test = read(&message_passing(writer, reader)).unwrap();
        let all = outcomes(&test, &LKMM, &limits()).unwrap();
        all.flags.into_iter().collect::<Vec<_>>()
    };
    let ordered = "r0 = smp_load_acquire(flag); if (r0) r1 = *data;";
    assert_eq!(flags("*data = 1; smp_store_release(flag, 1);", ordered), [""; 0]);
    assert_eq!(flags("*data = 1; WRITE_ONCE(*flag, 1);", ordered), ["data-race"]);
}

#[test]
fn the_report_is_that_of_herd7() {
    let text = "C rcu (* a comment *)\n{ int *p=&x; int x=1; y=-2; }\n\
        P0(int **p, int *y) { rcu_assign_pointer(*p, y); synchronize_rcu(); }\n\
        P1(int **p) { rcu_read_lock(); int *r0 = rcu_dereference(*p); int r1 = *r0; rcu_read_unlock(); }\n\
        locations [p]\n~exists (1:r1=1 \\/ not (1:r0=y /\\ true))";
    let test = read(text).unwrap();
    let all = outcomes(&test, &LKMM, &limits()).unwrap();
    assert_eq!(
        all.report(&test),
        "Test rcu Forbidden\n\
         States 2\n\
         1:r0=x; 1:r1=1; [p]=y;\n\
         1:r0=y; 1:r1=-2; [p]=y;\n\
         No\n\
         Witnesses\n\
         Positive: 1 Negative: 1\n\
         Condition ~exists (1:r1=1 \\/ not (1:r0=y /\\ true))\n\
         Observation rcu Sometimes 1 1\n"
    );
}

#[test]
fn initial_values_are_those_of_declared_types() {
    // As herd7 gives them: memory begins with the bits of its type, without a sign, and is shown through it.
    for (init, state) in [
        ("char x=200;", "0:r0=200; 0:r1=300; [x]=-56; [y]=300;"),
        ("uint8_t x=-1; char y;", "0:r0=255; 0:r1=300; [x]=255; [y]=44;"),
        ("short x=70000;", "0:r0=4464; 0:r1=300; [x]=4464; [y]=300;"),
        ("int x=-2147483648;", "0:r0=-2147483648; 0:r1=300; [x]=-2147483648; [y]=300;"),
        ("x=0xffffffff;", "0:r0=-1; 0:r1=300; [x]=-1; [y]=300;"),
        ("uint32_t x=-1;", "0:r0=-1; 0:r1=300; [x]=4294967295; [y]=300;"),
        ("unsigned x=-1; unsigned char y;", "0:r0=-1; 0:r1=300; [x]=4294967295; [y]=44;"),
        ("atomic_t x=ATOMIC_INIT(-1);", "0:r0=-1; 0:r1=300; [x]=4294967295; [y]=300;"),
        ("uint8_t 0:r1=0; long x=-1;", "0:r0=-1; 0:r1=44; [x]=-1; [y]=300;"),
    ] {
        let body = "int r0 = READ_ONCE(*x); WRITE_ONCE(*y, 300); int r1 = READ_ONCE(*y);";
        let body = format!("P0(int *x, int *y) {{ {body} }}");
        let text = format!("C i\n{{ {init} }}\n{body}\nlocations [0:r0;0:r1;x;y;]\nexists (true)");
        let all = outcomes(&read(&text).unwrap(), &LKMM, &limits()).unwrap();
        assert_eq!(all.states, [(state.to_owned(), 1)], "{init}");
    }
    let ask = |init: &str, question: &str| {
        let body = "P0(int *x) { int r0 = READ_ONCE(*x); WRITE_ONCE(*x, r0); }";
        observed(&format!("C i\n{{ {init} }}\n{body}\nexists ({question})"), &LKMM)
    };
    assert_eq!(ask("char x=300;", "x=300 /\\ 0:r0=44"), Observation::Always);
    assert_eq!(ask("int x=300;", "x=44"), Observation::Never);
}

#[test]
fn numbers_of_c_have_32_bits() {
    for (text, place, message) in [
        (
            "{ x=4294967296; }\nP0(int *x) { }\nexists (x=0)",
            (2, 3),
            "this number has more than 32 bits",
        ),
        (
            "{ x=-2147483649; }\nP0(int *x) { }\nexists (x=0)",
            (2, 3),
            "this number has more than 32 bits",
        ),
        (
            "{}\nP0(int *x) { *x = 4294967296; }\nexists (x=0)",
            (3, 19),
            "this number has more than 32 bits",
        ),
        ("{}\nP0(int *x) { }\nexists (x=4294967296)", (4, 9), "this number has more than 32 bits"),
        (
            "{ int64_t x=1; }\nP0(int *x) { }\nexists (x=0)",
            (2, 3),
            "`int64_t` is no type of at most 32 bits",
        ),
        (
            "{ u64 0:r0=1; }\nP0(int *x) { }\nexists (x=0)",
            (2, 3),
            "`u64` is no type of at most 32 bits",
        ),
    ] {
        let problem = read(&format!("C n\n{text}")).unwrap_err();
        assert_eq!(
            ((problem.line, problem.column), &problem.message[..]),
            (place, message),
            "{text}"
        );
    }
}

#[test]
fn nothing_faults_in_c() {
    let text = "C f\n{}\nP0(int *x) { WRITE_ONCE(*x, 1); }\n~exists (fault(P0,x))";
    assert_eq!(observed(text, &LKMM), Observation::Never);
}

#[test]
fn filters_leave_states_out() {
    let text =
        "C f\n{}\nP0(int *x) { WRITE_ONCE(*x, 1); }\nP1(int *x) { int r0 = READ_ONCE(*x); }\n";
    let ask = |question: &str| observed(&format!("{text}{question}"), &LKMM);
    assert_eq!(ask("exists (1:r0=1)"), Observation::Sometimes);
    assert_eq!(ask("filter (~1:r0=0) exists (1:r0=1)"), Observation::Always);
    assert_eq!(ask("filter (1:r0=2) exists (1:r0=1)"), Observation::Never);
}

#[test]
fn a_branch_may_justify_its_own_write() {
    let text = "C crypto\n{}\n\
        P0(int *x, int *y) { int r0 = 1; if (READ_ONCE(*x) == 0) r0 = 0; WRITE_ONCE(*y, r0); }\n\
        P1(int *x, int *y) { int r0 = READ_ONCE(*y); WRITE_ONCE(*x, r0); }\n\
        exists (0:r0=1)";
    assert_eq!(observed(text, &LKMM), Observation::Sometimes);
    assert_eq!(observed(text, &Sc), Observation::Never);
}

#[test]
fn a_statement_may_read_what_it_stores() {
    // The barriers of a fully ordered operation keep its result from ordering the store that uses it.
    for (value, positive, negative) in [
        ("xchg(x, 1)", 2, 1),
        ("xchg_relaxed(x, 1)", 1, 1),
        ("cmpxchg(x, 0, 0)", 0, 3),
        ("cmpxchg(x, 0, 1)", 2, 1),
        ("cmpxchg(x, 1, 0)", 0, 2),
        ("cmpxchg_relaxed(x, 0, 0)", 0, 2),
        ("atomic_add_unless(x, 1, 5)", 2, 1),
        ("atomic_fetch_add(1, x)", 1, 1),
    ] {
        let text = format!("C s\n{{}}\nP0(int *x) {{ WRITE_ONCE(*x, {value}); }}\nexists (x=1)");
        let all = outcomes(&read(&text).unwrap(), &LKMM, &limits()).unwrap();
        assert_eq!((all.positive, all.negative), (positive, negative), "{value}");
    }
}

/// A lock that its own thread holds is found held by what comes later, and nothing in one expression does.
#[test]
fn a_lock_is_found_held_after_it_was_taken() {
    let test = |body: &str| {
        format!(
            "C locks\n{{}}\nP0(spinlock_t *l) {{ int r0 = 0; int r1 = 0; {body} }}\nexists (0:r0=1)\n"
        )
    };
    let at_once = test("r0 = spin_trylock(l) + spin_trylock(l);");
    assert_eq!(observed(&at_once, &LKMM), Observation::Never);
    let in_turn = test("r1 = spin_trylock(l); r0 = spin_is_locked(l);");
    assert_eq!(observed(&in_turn, &LKMM), Observation::Always);
}

#[test]
fn an_operation_may_succeed_because_it_does() {
    let text = "C s\n{}\nP0(int *x) { atomic_add(atomic_add_unless(x, 0, 0), x); }\nexists (x=1)";
    let all = outcomes(&read(text).unwrap(), &LKMM, &limits()).unwrap();
    assert_eq!((all.positive, all.negative), (1, 1));
}

#[test]
fn what_is_computed_from_unknown_values_is_no_execution() {
    // The numbers of executions are herd7's. A value that comes from itself is unknown (`S`), and where something is
    // computed from it nothing solves it.
    let copy = "P1(int *x, int *y) { int r1 = *y; *x = r1; }";
    for (body, executions, unknown) in [
        ("int r0 = *x; *y = r0;", 4, true),
        ("int r0 = *x; *y = r0 + 1;", 3, false),
        ("int r0 = *x; if (r0) *y = r0;", 2, false),
        ("int r0 = *x; *y = r0; if (r0) *z = 1;", 3, false),
    ] {
        let text =
            format!("C u\n{{}}\nP0(int *x, int *y, int *z) {{ {body} }}\n{copy}\nexists (0:r0=1)");
        let all = outcomes(&read(&text).unwrap(), &LKMM, &limits()).unwrap();
        assert_eq!((all.positive, all.negative), (0, executions), "{body}");
        assert_eq!(all.states.iter().any(|(state, _)| state == "0:r0=S;"), unknown, "{body}");
    }
}

#[test]
fn locks_that_are_numbers_are_told() {
    for (init, body, how) in [
        ("l=2;", "spin_lock(l);", "use a lock that is not free at the beginning"),
        ("l=1;", "int r0 = spin_trylock(l);", "use a lock that is not free at the beginning"),
        ("", "WRITE_ONCE(*l, 5); spin_lock(l);", "use a lock whose value is neither 0 nor 1"),
        (
            "",
            "WRITE_ONCE(*l, 5); int r0 = spin_is_locked(l);",
            "use a lock whose value is neither 0 nor 1",
        ),
    ] {
        let text = format!("C l\n{{ {init} }}\nP0(spinlock_t *l) {{ {body} }}\nexists (true)");
        let all = outcomes(&read(&text).unwrap(), &LKMM, &limits());
        assert_eq!(all, Err(Cut::Astray(0, how)), "{body}");
        assert_eq!(observe(&read(&text).unwrap(), &LKMM, &limits()), Err(Cut::Astray(0, how)));
    }
    let text = "C l\n{}\nP0(spinlock_t *l, int *x) { int r0 = READ_ONCE(*x); if (r0) WRITE_ONCE(*l, 5); spin_lock(l); }\n\
        exists (l=1)";
    assert_eq!(observed(text, &LKMM), Observation::Always);
}

#[test]
fn a_thread_ends_though_its_loops_multiply() {
    let ask = |body: &str| {
        let text = format!("C m\n{{}}\nP0(int *x) {{ {body} }}\nexists (x=9)");
        let test = read(&text).unwrap();
        let limits = Limits { histories: 200, stop: &|| false };
        (outcomes(&test, &LKMM, &limits).map(|all| all.flags), observe(&test, &LKMM, &limits))
    };
    let nested = |depth: usize, inside: &str| {
        let names: Vec<String> = (0..depth).map(|number| format!("i{number}")).collect();
        let declared: String = names.iter().map(|name| format!("int {name}; ")).collect();
        let open: String =
            names.iter().map(|i| format!("{i} = 0; while ({i} < 2) {{ {i} = {i} + 1; ")).collect();
        format!("{declared} {open} {inside} {}", "}".repeat(depth))
    };
    // 2^60 rounds, without an event and with one; 2^60 evaluations; 200 events.
    let (flags, observed) = ask(&nested(60, ""));
    assert_eq!((flags.unwrap().contains("loop-cut"), observed), (true, Err(Cut::Loops)));
    assert_eq!(ask(&nested(60, "WRITE_ONCE(*x, 1);")).1, Err(Cut::Events));
    let exchanges = (0..60).fold("1".to_owned(), |inner, _| format!("xchg(x, {inner})"));
    assert!(ask(&format!("int r0 = {exchanges};")).1.is_err());
    assert_eq!(ask(&"READ_ONCE(*x); ".repeat(200)).1, Err(Cut::Events));
    // What is not too long is followed.
    assert_eq!(ask(&nested(5, "")).1, Ok(Observation::Never));
}

#[test]
fn a_computation_without_a_meaning_is_told() {
    for (value, what) in [
        ("4 / r0", "divide by zero"),
        ("4 % (r0 ^ 0)", "divide by zero"),
        ("r1 * 2", "compute with an address"),
        ("r1 > 3", "compute with an address"),
    ] {
        let text = format!(
            "C t\n{{ p=x; }}\nP0(int **p, int *x) {{ int r0 = READ_ONCE(*x); int *r1 = READ_ONCE(*p); int r2 = {value}; }}\n\
             exists (0:r2=0)\n"
        );
        let cut = observe(&read(&text).unwrap(), &LKMM, &limits()).unwrap_err();
        assert!(cut.to_string().contains(what), "{value}: {cut}");
    }
}

#[test]
fn an_access_at_no_address_is_told() {
    let text = |guard: &str| {
        format!(
            "C astray\n{{}}\nP0(int **p, int *x) {{ rcu_assign_pointer(*p, x); }}\n\
             P1(int **p) {{ int r0; int *r1 = rcu_dereference(*p); {guard} r0 = READ_ONCE(*r1); }}\n\
             exists (1:r0=0)"
        )
    };
    let ask = |guard: &str| outcomes(&read(&text(guard)).unwrap(), &LKMM, &limits());
    assert!(matches!(ask(""), Err(Cut::Astray(1, _))));
    assert_eq!(ask("if (r1)").unwrap().positive, 2);
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (body, column, message) in [
        ("r0 = ;", 6, "expected an expression"),
        ("r0 = 1", 8, "expected `;`, found `}`"),
        ("r0 = r1;", 6, "there is no variable `r1`"),
        ("r0 = x[0];", 7, "this operator is not supported"),
        ("r0 = READ_ONCE(x);", 6, "READ_ONCE() needs an object in memory"),
        ("r0 = READ_ONCE(*x, 1);", 6, "READ_ONCE() has 2 arguments here"),
        ("r0 = smp_mb();", 6, "smp_mb() has no value"),
        ("smp_memb();", 1, "there is no primitive `smp_memb`"),
        ("for (;;) {}", 1, "`for` is not supported"),
        ("1 = 2;", 1, "this cannot be assigned to"),
        ("if r0", 4, "expected `(`, found `r0`"),
        ("r0 = 99999999999999999999;", 6, "this is no number of 64 bits"),
        ("r0 = 'a';", 6, "`'` begins nothing of C"),
    ] {
        let text = format!("C wrong\n{{}}\nP0(int *x)\n{{int r0;\n{body} }}\n");
        let problem = read(&text).unwrap_err();
        assert_eq!((problem.line, problem.column), (5, column), "{body}: {problem}");
        assert_eq!(problem.message, message, "{body}");
        assert!(!problem.help.is_empty());
    }
    for (text, place, message) in [
        ("C t\n{}\n", (3, 1), "there are no threads"),
        ("C t\n{}\nP1() {}", (3, 1), "expected the thread P0"),
        ("C t\n{}\nP0(int *x, int *x) {}", (3, 17), "there are two parameters `x`"),
        ("C t\n{}\nP0() { {", (3, 9), "expected `}`, found the end"),
        ("C t\n{}\nP0(int *x)", (3, 11), "expected the body of the thread"),
        ("C t\n{x=1; x=2;}\nP0() {}", (2, 7), "this has an initial value already"),
        ("C t\n{}\nP0() {}\nexists (1:r0=0)", (4, 9), "there is no thread 1"),
        ("C t\n{int x[2];}\nP0() {}\nexists (x=0)", (4, 9), "`x` is an array"),
    ] {
        let problem = read(text).unwrap_err();
        assert_eq!((problem.line, problem.column), place, "{text}: {problem}");
        assert_eq!(problem.message, message);
    }
}
