//! The state-space engine on small machines: limits, deadlocks, threads, who is named.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use pmdrace_engine::{
    Budget, Clock, Cut, Engine, EngineError, Explored, Limits, Outcome, Verdict, search,
};
use pmdrace_mm::{
    Addr, Cell, CellKind, Event, Folio, FolioId, Goal, Meaning, MemoryModel, Model, Note, Op,
    Property, SyncOp, Wait, Word,
};

use crate::by_hand::{
    A, B, Body, N, X, Y, busier, busiest, busy, of_bodies as model, role, script, warn, word,
};
use crate::clocks::{RunsOut, TenSeconds, Ticking};

fn explore(model: Model, budget: &Budget) -> Outcome {
    search::check(Arc::new(model), budget).unwrap()
}

#[test]
fn results_do_not_depend_on_the_number_of_threads() {
    for memory in [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Rc11] {
        let on = |threads| {
            let threads = NonZeroUsize::new(threads).unwrap();
            let budget =
                Budget::from(Limits { max_states: Some(60_000), threads, ..Limits::default() });
            let found = explore(model(memory, &[busy, busier, busy]), &budget);
            format!("{found:?}")
        };
        let one = on(1);
        assert_eq!(one, on(1), "two runs differ");
        if !one.contains("MaxStates") {
            assert_eq!(one, on(2), "one thread and two differ");
            assert_eq!(one, on(3), "one thread and three differ");
        }
    }
}

/// What a promise would lead to that is not kept is no step, and no occasion.
#[test]
fn what_no_cpu_does_gives_no_occasion() {
    let bodies: [Body; 2] = [
        |k| match k.cpu.read_once(X).bits {
            1 => warn(k),
            _ => k.cpu.write_once(Y, word(1)),
        },
        |k| match k.cpu.read_once(Y).bits {
            1 => k.cpu.write_once(X, word(1)),
            _ => k.cpu.write_once(X, word(2)),
        },
    ];
    for memory in [MemoryModel::Armv8, MemoryModel::Rvwmo, MemoryModel::Lkmm] {
        let found = explore(model(memory, &bodies), &Budget::unlimited());
        assert_eq!(found.verdict(0), Verdict::NotApplicable, "{memory:?}");
    }
}

#[test]
fn many_stores_in_a_row_are_learned_on_a_small_stack() {
    let bodies: [Body; 2] = [
        |k| (0..2_000).for_each(|_| k.cpu.write_once(X, word(1))),
        |k| k.cpu.write_once(Y, word(1)),
    ];
    let explored = move || explore(model(MemoryModel::Sc, &bodies), &Budget::unlimited());
    let small = std::thread::Builder::new().stack_size(256 << 10).spawn(explored).unwrap();
    assert_eq!(small.join().unwrap().cut, None);
}

#[test]
fn a_deadlock_names_who_holds_and_who_waits() {
    let bodies: [Body; 2] = [
        |k| {
            k.cpu.spin_lock(A);
            k.cpu.spin_lock(B);
            k.cpu.spin_unlock(B);
            k.cpu.spin_unlock(A);
        },
        |k| {
            k.cpu.spin_lock(B);
            k.cpu.spin_lock(A);
            k.cpu.spin_unlock(A);
            k.cpu.spin_unlock(B);
        },
    ];
    for memory in [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Rc11] {
        for engine in [Engine::Statespace, Engine::Random, Engine::Loom] {
            let found = engine.check(Arc::new(model(memory, &bodies)), &Budget::unlimited());
            let found = found.unwrap();
            assert_eq!(found.verdict(1), Verdict::Violated, "{engine}");
            assert_eq!(found.properties[1].by, BTreeSet::from([0, 1]), "{engine}");
            let example = found.properties[1].shortest.as_ref().unwrap();
            let stuck: Vec<_> = stuck(&example.events).collect();
            let waits = |cpu, lock| (cpu, Some(SyncOp::Lock(lock)));
            assert_eq!(stuck, [waits(0, B), waits(1, A)], "{engine}");
            assert_eq!(example.at, example.events.len() - 1, "{engine}");
        }
    }
}

/// The CPUs that are stuck at the end of an execution, and in which primitive.
fn stuck(events: &[Event]) -> impl Iterator<Item = (usize, Option<SyncOp>)> {
    events.iter().filter_map(|event| match &event.op {
        Op::Stuck(stuck) => Some((event.cpu, stuck.inside.and_then(Wait::op))),
        _ => None,
    })
}

#[test]
fn a_lock_that_is_never_given_back_is_a_deadlock() {
    let model = Arc::new(model(MemoryModel::Rc11, &[|k| k.cpu.spin_lock(A)]));
    for engine in [Engine::Statespace, Engine::Random, Engine::Loom] {
        let found = engine.check(Arc::clone(&model), &Budget::unlimited()).unwrap();
        let example = found.properties[1].shortest.as_ref().unwrap();
        assert_eq!(stuck(&example.events).collect::<Vec<_>>(), [(0, None)], "{engine}");
    }
}

#[test]
fn limits_end_a_search_without_a_pass() {
    let interrupted = Arc::new(AtomicBool::new(false));
    interrupted.store(true, Ordering::Relaxed);
    let late = Limits { max_time: Some(Duration::from_secs(5)), ..Limits::default() };
    let late = Budget::from(late).with_clock(Arc::new(TenSeconds));
    for (budget, cut) in [
        (Budget::from(Limits { max_states: Some(500), ..Limits::default() }), Cut::MaxStates),
        (Budget::from(Limits { max_memory: Some(50_000), ..Limits::default() }), Cut::MaxMemory),
        (late, Cut::MaxTime),
        (Budget { interrupted, ..Budget::unlimited() }, Cut::Interrupted),
    ] {
        let found = explore(model(MemoryModel::Rc11, &[busy, busier]), &budget);
        assert_eq!(found.cut, Some(cut));
        assert_eq!(found.verdict(0), Verdict::Inconclusive);
    }
}

/// A ceiling that is hit in passing, while threads trade states or a level gives way to the next, still leaves
/// states out: whatever memory is taken in the end, the search is not complete.
#[test]
fn a_search_that_left_states_out_is_never_complete_wherever_the_ceiling_is() {
    let model = || Arc::new(model(MemoryModel::Rc11, &[busy, busier, busiest]));
    let on = |max_memory, threads| {
        let threads = NonZeroUsize::new(threads).unwrap();
        let budget = Budget::from(Limits { max_memory, threads, ..Limits::default() });
        search::check_unreduced(model(), &budget).unwrap()
    };
    let whole = on(None, 1);
    assert_eq!(whole.cut, None);
    let (mut cut, mut kib) = (0, 1 << 10);
    loop {
        let found = on(Some(kib << 10), 16);
        if found.cut.is_none() {
            assert_eq!(found.explored, whole.explored, "{kib} KiB");
            break;
        }
        assert_eq!(found.cut, Some(Cut::MaxMemory));
        cut += 1;
        kib += kib / 16;
    }
    assert!(cut > 10, "{cut}");
}

#[test]
fn a_violation_has_its_trace_when_the_time_is_over_too() {
    let bodies: [Body; 3] = [busy, busier, |k| {
        if k.cpu.read_once(X).bits == 1 {
            warn(k);
        }
    }];
    let (mut cut, mut looks) = (0, 1);
    while looks < 10_000 {
        let clock = Arc::new(RunsOut(AtomicUsize::new(looks)));
        let budget =
            Budget::from(Limits { max_time: Some(Duration::from_secs(1)), ..Limits::default() });
        let budget = budget.with_clock(clock);
        let found = explore(model(MemoryModel::Rc11, &bodies), &budget);
        let violated = found.verdict(0) == Verdict::Violated;
        assert_eq!(found.properties[0].shortest.is_some(), violated, "{looks}");
        cut += usize::from(violated && found.cut == Some(Cut::MaxTime));
        looks += 1 + looks / 4;
    }
    assert!(cut > 0);
}

/// A search that misses an answer starts again. When the time is over in the middle of that, what earlier
/// attempts found is the result.
#[test]
fn more_time_never_finds_less() {
    let bodies: [Body; 4] = [busy, busier, busier, |k| {
        if k.cpu.read_once(X).bits == 1 {
            warn(k);
        }
    }];
    let (mut looks, mut most, mut violated, mut least) = (1, 0, false, u64::MAX);
    while looks < 5_000 {
        let clock = Arc::new(RunsOut(AtomicUsize::new(looks)));
        let budget =
            Budget::from(Limits { max_time: Some(Duration::from_secs(1)), ..Limits::default() });
        let found = explore(model(MemoryModel::Rc11, &bodies), &budget.with_clock(clock));
        let Explored::States { states, .. } = found.explored else { panic!("{found:?}") };
        let again = found.verdict(0) == Verdict::Violated;
        assert!(states >= most && again >= violated, "{looks}: {states} after {most}");
        (most, violated, least) = (states, again, least.min(states));
        looks += 1 + looks / 4;
    }
    assert!(violated && most > 10 * least, "{least} to {most}");
}

/// The shortest execution would take two million states to find.
#[test]
fn a_trace_takes_no_more_than_the_budget_has_left() {
    let bodies: [Body; 5] = [busy, busy, busier, busier, |k| {
        if k.cpu.read_once(X).bits == 3 && k.cpu.read_once(X).bits == 2 {
            warn(k);
        }
    }];
    let memory = Limits { max_memory: Some(2 << 20), ..Limits::default() };
    let time = Limits { max_time: Some(Duration::from_secs(2)), ..Limits::default() };
    let found = |limits: Limits| {
        let clock = Arc::new(Ticking(AtomicUsize::new(0)));
        let budget = Budget::from(limits).with_clock(Arc::clone(&clock) as Arc<dyn Clock>);
        let found = explore(model(MemoryModel::Rc11, &bodies), &budget);
        assert_eq!(found.verdict(0), Verdict::Violated);
        (found.cut, found.properties[0].shortest_cut, clock.elapsed())
    };
    let (cut, trace_cut, elapsed) = found(time);
    assert_eq!((cut, trace_cut), (Some(Cut::MaxTime), Some(Cut::MaxTime)));
    assert!(elapsed < Duration::from_secs(3), "{elapsed:?}");
    let (cut, trace_cut, _) = found(memory);
    assert_eq!((cut, trace_cut), (Some(Cut::MaxMemory), Some(Cut::MaxMemory)));
}

#[test]
fn a_limit_loses_no_violation_that_was_found() {
    let bodies: [Body; 3] = [busy, busier, |k| {
        if k.cpu.read_once(X).bits == 1 {
            warn(k);
        }
    }];
    let budget = Budget::from(Limits { first_violation: true, ..Limits::default() });
    let found = explore(model(MemoryModel::Rc11, &bodies), &budget);
    assert_eq!((found.cut, found.verdict(0)), (Some(Cut::FirstViolation), Verdict::Violated));
    assert!(found.properties[0].shortest.is_some());
}

#[test]
fn a_counterexample_has_fewest_switches_and_then_fewest_steps() {
    // The warning needs x == 2: two stores of the first CPU, then a read. The detour over y is longer.
    let bodies: [Body; 2] = [
        |k| {
            k.cpu.write_once(X, word(1));
            k.cpu.write_once(Y, word(1));
            k.cpu.write_once(X, word(2));
        },
        |k| {
            let y = k.cpu.read_once(Y).bits;
            if k.cpu.read_once(X).bits == 2 && y == 0 {
                warn(k);
            }
        },
    ];
    let found = explore(model(MemoryModel::Sc, &bodies), &Budget::unlimited());
    let example = found.properties[0].shortest.clone().unwrap();
    // y is read before it is stored: two changes of CPU cannot do.
    let steps: Vec<usize> = example.events[..=example.at]
        .iter()
        .filter(|event| !matches!(event.op, Op::Note(_)))
        .map(|event| event.cpu)
        .collect();
    assert_eq!(steps, [1, 0, 0, 0, 1]);
}

/// A CPU that stores 1 to x and to y, and one that warns if it finds x as it was. `late` decides whether it
/// has seen y before, which only weak memory permits.
fn stale_or_early(late: bool) -> Vec<Body> {
    let stores: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.cpu.write_once(Y, word(1));
    };
    let any: Body = |k| {
        k.cpu.read_once(Y);
        if k.cpu.read_once(X).bits == 0 {
            warn(k);
        }
    };
    let after_y: Body = |k| {
        if k.cpu.read_once(Y).bits == 1 && k.cpu.read_once(X).bits == 0 {
            warn(k);
        }
    };
    vec![stores, if late { after_y } else { any }]
}

#[test]
fn a_counterexample_is_one_of_sc_where_there_is_one() {
    for memory in [MemoryModel::Tso, MemoryModel::Rc11] {
        let found = explore(model(memory, &stale_or_early(false)), &Budget::unlimited());
        let example = found.properties[0].shortest.as_ref().unwrap();
        assert!(example.is_sc(), "{memory:?}: {example:?}");
        assert_eq!(example.effort.switches, 0, "{memory:?}");
    }
    let found = explore(model(MemoryModel::Rc11, &stale_or_early(true)), &Budget::unlimited());
    let example = found.properties[0].shortest.as_ref().unwrap();
    assert_eq!((example.effort.departures, example.effort.switches), (1, 1));
    // Each CPU reads the other's word before its own store reaches memory, which only tso permits.
    let buffers: [Body; 2] = [
        |k| {
            k.cpu.write_once(X, word(1));
            if k.cpu.read_once(Y).bits == 0 {
                k.cpu.write_once(X, word(2));
            }
        },
        |k| {
            k.cpu.write_once(Y, word(1));
            if k.cpu.read_once(X).bits == 0 && k.cpu.read_once(X).bits == 2 {
                warn(k);
            }
        },
    ];
    let found = explore(model(MemoryModel::Tso, &buffers), &Budget::unlimited());
    let example = found.properties[0].shortest.as_ref();
    assert!(example.is_some_and(|example| !example.is_sc()), "{example:?}");
}

#[test]
fn a_sample_tells_the_easiest_story_too() {
    let model = model(MemoryModel::Rc11, &stale_or_early(false));
    let limits = Limits { max_executions: Some(50), ..Limits::default() };
    let found = search::sample(&model, &Budget::from(limits)).unwrap();
    let example = found.properties[0].shortest.as_ref().unwrap();
    assert_eq!((example.effort.departures, example.effort.switches), (0, 0));
}

#[test]
fn twins_share_the_blame() {
    let reads: Body = |k| {
        if k.cpu.read_once(X).bits == 1 {
            warn(k);
        }
    };
    let stores: Body = |k| k.cpu.write_once(X, word(1));
    let found = explore(model(MemoryModel::Rc11, &[reads, stores, reads]), &Budget::unlimited());
    assert_eq!(found.properties[0].by.iter().copied().collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn a_loop_that_is_given_up_is_reported() {
    let bodies: [Body; 2] = [
        |k| {
            if k.cpu.read_once(X).bits == 1 {
                k.cpu.note(Note::Bound("a second try"));
            }
        },
        |k| k.cpu.write_once(X, word(1)),
    ];
    let found = explore(model(MemoryModel::Sc, &bodies), &Budget::unlimited());
    assert_eq!(found.bounds.into_iter().collect::<Vec<_>>(), ["a second try"]);
}

#[test]
fn a_cpu_that_gives_up_at_once_is_reported() {
    let gives_up: Body = |k| k.cpu.note(Note::Bound("everything"));
    let stores: Body = |k| k.cpu.write_once(X, word(1));
    let found = explore(model(MemoryModel::Sc, &[gives_up, stores]), &Budget::unlimited());
    assert_eq!(found.verdict(0), Verdict::Inconclusive);
    assert_eq!(found.bounds.into_iter().collect::<Vec<_>>(), ["everything"]);
}

#[test]
fn a_goal_that_is_never_reached_is_an_error_and_not_a_pass() {
    let mut model = model(MemoryModel::Rc11, &[|k| k.cpu.write_once(X, word(1))]);
    model.goals.push(Goal::Accepts { name: "accepted".to_owned() });
    let found = explore(model, &Budget::unlimited());
    assert!(found.is_vacuous());
    assert_eq!(found.verdict(0), Verdict::Error);
}

#[test]
fn more_than_there_is_room_for_is_an_error() {
    let nine = model(MemoryModel::Sc, &[busy as Body; 9]);
    let found = search::check(Arc::new(nine), &Budget::unlimited()).unwrap_err();
    assert_eq!(found, EngineError::TooMany { what: "CPUs", count: 9, limit: 8 });
    let mut large = model(MemoryModel::Sc, &[busy]);
    large.cells[N.0].init = Word::new(1 << 20, Meaning::Count { reused: false });
    let found = search::check(Arc::new(large), &Budget::unlimited()).unwrap_err();
    assert_eq!(found, EngineError::CounterRange);
}

#[test]
fn a_counter_that_leaves_its_range_is_an_error_in_every_engine() {
    let bodies: [Body; 2] = [
        |k| {
            if k.cpu.read_once(X).bits == 1 {
                k.cpu.atomic_add(N, 1);
            }
        },
        |k| k.cpu.write_once(X, word(1)),
    ];
    for memory in MemoryModel::ALL {
        for engine in Engine::ALL.into_iter().filter(|engine| engine.has(memory)) {
            let check = |count: i64| {
                let mut model = model(memory, &bodies);
                model.cells[N.0].init = Word::new(count as u64, Meaning::Count { reused: false });
                let limits = Limits { max_executions: Some(1_000), ..Limits::default() };
                engine.check(Arc::new(model), &limits.into())
            };
            let most = pmdrace_mm::limits::COUNT;
            assert_eq!(check(most).err(), Some(EngineError::CounterRange), "{engine} {memory:?}");
            assert_eq!(check(most - 1).err(), None, "{engine} {memory:?}");
        }
    }
}

#[test]
fn a_panic_of_a_routine_is_an_error() {
    let found = search::check(
        Arc::new(model(MemoryModel::Sc, &[|_| panic!("the routine is at fault")])),
        &Budget::unlimited(),
    );
    assert_eq!(found.unwrap_err(), EngineError::Panicked("the routine is at fault".to_owned()));
}

#[test]
fn eight_cpus_and_sixty_four_words_fit() {
    let mut model = model(
        MemoryModel::Rc11,
        &[|k| (0..60).for_each(|at| k.cpu.write_once(Addr(at + 3), word(1)))],
    );
    for index in 3..64 {
        let name = format!("pte{index}");
        model.cells.push(Cell { name, kind: CellKind::Pte, init: word(0), guard: None });
    }
    for index in 1..8 {
        let reads = script(|k| {
            if k.cpu.read_once(Addr(62)).bits == 1 {
                warn(k);
            }
        });
        model.roles.push(role(index, 1, reads));
    }
    let found = explore(model, &Budget::unlimited());
    let Explored::States { states, .. } = found.explored else { panic!("states are counted") };
    assert!(states > 60, "{states}");
    assert_eq!(found.verdict(0), Verdict::Violated);
}

/// A walk reads a word that maps nothing, and accepts a folio. Whether a store of that mapping comes in
/// between decides, though the step that accepts touches another word than the store.
#[test]
fn an_acceptance_is_tried_before_and_after_the_store_that_would_excuse_it() {
    let folio = FolioId(0);
    let leaf = Word::new(7, Meaning::Leaf { folio, invalidated: false });
    let walk: Body = |k| {
        if k.cpu.read_once(X).bits == 0 {
            k.cpu.atomic_add(N, 1);
        }
    };
    for memory in [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Rc11] {
        for writer_first in [false, true] {
            let mut model = model(memory, &[walk, walk]);
            model.kernel.folios = vec![Folio {
                name: "F".to_owned(),
                pfns: 0x200..0x400,
                refcount: N,
                atomic: false,
                exclusive: None,
                life: None,
            }];
            model.properties = vec![Property::NoForeignReference];
            let writer = usize::from(!writer_first);
            model.roles[writer].group = 1 + usize::from(writer_first);
            model.roles[writer].routine = script(move |k| k.cpu.write_once(X, leaf));
            let found = explore(model, &Budget::unlimited());
            assert_eq!(found.verdict(0), Verdict::Violated, "{memory:?} {writer_first}");
        }
    }
}
