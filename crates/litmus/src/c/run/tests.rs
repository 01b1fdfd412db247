//! Which events a thread has, and what they depend on.

use pmdrace_axioms::model::Release;
use pmdrace_axioms::{End, Event, Kind, Program, Run, Set, Tag, UNKNOWN, Value};

use crate::{Test, read_for};

/// A test whose thread 0 has this body; its parameters are three locations and a lock.
fn test(body: &str, release: Release) -> Test {
    let thread =
        format!("P0(int *x, int *y, int **p, spinlock_t *l, struct srcu_struct *s)\n{{ {body} }}");
    read_for(&format!("C test\n{{}}\n{thread}\nexists (0:r0=0)"), release).unwrap()
}

fn run(body: &str, answers: &[Value]) -> Run {
    test(body, Release::V6_12).program.run(0, answers)
}

fn set(events: &[usize]) -> Set {
    events.iter().copied().collect()
}

/// The marks of the events: R, W or F, and the tags that a test asks about.
fn kinds(run: &Run) -> String {
    let letter = |event: &Event| match event.kind {
        Kind::Read => 'R',
        Kind::Write => 'W',
        Kind::Other => 'F',
    };
    run.events.iter().map(letter).collect()
}

#[test]
fn dependencies_go_through_variables() {
    let run = run(
        "int r0 = READ_ONCE(*x); int r1 = r0 ^ r0; WRITE_ONCE(*y, r1 + 1); \
         int *r2 = READ_ONCE(*p); r0 = *r2; *(y + (r0 & 0)) = 1;",
        &[5, 0x5a00_0000_0000, 7],
    );
    assert_eq!(kinds(&run), "RWRRW");
    let of = |event: usize| &run.events[event];
    assert_eq!((of(1).value, of(1).data, of(1).addr), (1, set(&[0]), Set::EMPTY));
    assert_eq!((of(3).at, of(3).addr), (of(0).at, set(&[2])));
    assert_eq!((of(4).at, of(4).addr, of(4).data), (of(1).at, set(&[3]), Set::EMPTY));
    assert!(run.events.iter().all(|event| event.ctrl.is_empty()));
    assert_eq!(run.end, End::Done(vec![7]));
}

#[test]
fn control_ends_with_the_branch_but_variables_carry_it_to_conditions() {
    let run = run(
        "int r0; int r1; if (READ_ONCE(*x) == r0) { r1 = 1; WRITE_ONCE(*y, 1); } WRITE_ONCE(*y, r1); \
         r0 = READ_ONCE(*x); if (r0) { r1 = 2; } WRITE_ONCE(*y, r1); if (r1) WRITE_ONCE(*y, 3);",
        &[0, 1],
    );
    assert_eq!(kinds(&run), "RWWRWW");
    let ctrl: Vec<Set> = run.events.iter().map(|event| event.ctrl).collect();
    // Read 0 is in the condition itself, not in a variable, so that only its own branch depends on it.
    assert_eq!(ctrl[..4], [Set::EMPTY, set(&[0]), Set::EMPTY, Set::EMPTY]);
    assert_eq!(ctrl[4..], [Set::EMPTY, set(&[3])]);
    assert!(run.events.iter().all(|event| event.data.is_empty()));
}

#[test]
fn full_order_is_two_barriers_and_no_dependency() {
    let full = run("int r0 = xchg(x, 2); WRITE_ONCE(*y, r0);", &[1]);
    assert_eq!(kinds(&full), "FRWFW");
    assert_eq!(full.events[2].rmw, Some(1));
    assert_eq!(full.events[2].iico_ctrl, set(&[0, 1]));
    assert_eq!(full.events[3].iico_ctrl, set(&[0, 1, 2]));
    assert_eq!((full.events[4].value, full.events[4].data), (1, Set::EMPTY));

    let relaxed = run("int r0 = xchg_acquire(x, 2); WRITE_ONCE(*y, r0);", &[1]);
    assert_eq!(kinds(&relaxed), "RWW");
    assert!(relaxed.events[0].tags.has(Tag::Acquire) && relaxed.events[1].tags.has(Tag::Once));
    assert_eq!(relaxed.events[2].data, set(&[0]));
}

#[test]
fn a_failed_compare_and_exchange_only_reads() {
    let body = "int r0 = cmpxchg(x, 1, 2);";
    let succeeds = run(body, &[1]);
    assert_eq!((kinds(&succeeds), succeeds.end), ("FRWF".into(), End::Done(vec![1])));
    let fails = run(body, &[3]);
    assert_eq!((kinds(&fails), fails.end), ("R".into(), End::Done(vec![3])));
    assert!(fails.events[0].tags.has(Tag::Once) && fails.events[0].tags.has(Tag::Atomic));
    let asks = run(body, &[]);
    assert_eq!((kinds(&asks), asks.end), ("R".into(), End::Value));
}

#[test]
fn atomic_operations_give_the_old_value_the_new_one_or_none() {
    for (body, value, result) in [
        ("int r0 = atomic_fetch_add_relaxed(3, x);", 10, 7),
        ("int r0 = atomic_sub_return_relaxed(3, x);", 4, 4),
        ("int r0 = atomic_dec_and_test(x);", 6, 0),
        ("int r0 = atomic_add_unless(x, 2, 1);", 9, 1),
        ("int r0; atomic_inc(x);", 8, 0),
    ] {
        let run = run(body, &[7]);
        let write = run.events.iter().find(|event| event.kind == Kind::Write).unwrap();
        assert_eq!((write.value, &run.end), (value, &End::Done(vec![result])), "{body}");
        let read = write.rmw.map(usize::from).unwrap();
        assert_eq!(run.events[read].tags.has(Tag::NoReturn), body.contains("atomic_inc"));
        assert_eq!(write.data, set(&[read]));
    }
}

#[test]
fn locks_are_taken_when_they_are_free() {
    let taken = run("spin_lock(l); spin_unlock(l);", &[0]);
    let tags = [Tag::LockRead, Tag::LockWrite, Tag::Unlock];
    assert!(taken.events.iter().zip(tags).all(|(event, tag)| event.tags.has(tag)));
    assert_eq!((taken.events[1].value, taken.events[1].rmw), (1, Some(0)));
    assert_eq!(run("spin_lock(l);", &[1]).end, End::Never);

    let body = "int r0 = spin_trylock(l); if (r0) WRITE_ONCE(*x, 1);";
    let taken = run(body, &[0]);
    assert_eq!((kinds(&taken), &taken.end), ("RWW".into(), &End::Done(vec![1])));
    // Nothing depends on a lock that was taken.
    assert_eq!(taken.events[2].ctrl, Set::EMPTY);
    let held = run(body, &[1]);
    assert!(held.events[0].tags.has(Tag::LockFail));
    assert_eq!((kinds(&held), held.end), ("R".into(), End::Done(vec![0])));

    let seen = run("int r0 = spin_is_locked(l); if (r0) WRITE_ONCE(*x, 1);", &[1]);
    assert_eq!(seen.events[1].ctrl, set(&[0]));
}

#[test]
fn srcu_is_an_access_since_6_12() {
    let body = "int r0 = srcu_read_lock(s); srcu_read_unlock(s, r0); synchronize_srcu(s);";
    let later = test(body, Release::V6_12).program.run(0, &[4]);
    assert_eq!(kinds(&later), "RWF");
    assert_eq!((later.events[1].data, later.events[1].value), (set(&[0]), 4));
    let earlier = test(body, Release::V6_1).program.run(0, &[]);
    assert_eq!(kinds(&earlier), "FFF");
    assert!(earlier.events.iter().all(|event| event.at == later.events[0].at));
}

#[test]
fn loops_are_followed_twice() {
    let body = "int r0 = READ_ONCE(*x); while (r0) { r0 = READ_ONCE(*x); }";
    assert_eq!(run(body, &[1, 1, 0]).end, End::Done(vec![0]));
    assert_eq!(run(body, &[1, 1, 1]).end, End::Unrolled);
}

#[test]
fn short_circuits_read_what_they_need() {
    let body = "int r0 = READ_ONCE(*x) && READ_ONCE(*y); if (r0) WRITE_ONCE(*x, 1);";
    assert_eq!(kinds(&run(body, &[0])), "R");
    let both = run(body, &[1, 1]);
    assert_eq!(kinds(&both), "RRW");
    assert_eq!(both.events[1].ctrl, set(&[0]));
    assert_eq!(both.events[2].ctrl, set(&[0, 1]));
}

#[test]
fn nothing_is_done_with_what_is_unknown() {
    assert_eq!(run("int r0 = *x; *y = r0;", &[UNKNOWN]).events[1].value, UNKNOWN);
    for body in ["int r0 = *x + 1;", "if (*x) *y = 1;", "int *r0 = *p; *r0 = 1;"] {
        assert_eq!(run(body, &[UNKNOWN]).end, End::Never, "{body}");
    }
    assert!(matches!(run("int *r0 = *p; *r0 = 1;", &[3]).end, End::Astray(_)));
}

#[test]
fn accesses_of_one_statement_are_ordered_by_use_only() {
    let run = run("WRITE_ONCE(*y, READ_ONCE(*x) + READ_ONCE(*y));", &[1, 2]);
    assert!(run.events.iter().all(|event| event.instruction == run.events[0].instruction));
    assert_eq!(run.events[1].iico_data, Set::EMPTY);
    assert_eq!(run.events[2].iico_data, set(&[0, 1]));
}
