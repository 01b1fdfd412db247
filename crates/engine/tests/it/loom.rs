//! The loom engine on small models written by hand: memory models, interrupts, budgets and limits.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pmdrace_engine::{Budget, Cut, EngineError, Limits, Outcome, Verdict, loom, search};
use pmdrace_mm::{Ctx, Goal, Meaning, MemoryModel, Model, Property, TableId, Word};
use pmdrace_pgtable::by_name;

use crate::by_hand::{A, B, N, X, Y, model, script, warn, word};
use crate::clocks::TenSeconds;

fn explore(model: Model) -> Outcome {
    loom::check(Arc::new(model), &Budget::unlimited()).unwrap()
}

/// Every pair of values that two CPUs can end with, over all executions.
type Outcomes = Arc<Mutex<(Vec<(usize, u64)>, BTreeSet<(u64, u64)>)>>;

fn end(outcomes: &Outcomes, cpu: usize, value: u64) {
    let mut outcomes = outcomes.lock().unwrap();
    outcomes.0.push((cpu, value));
    if let [a, b] = outcomes.0[..] {
        outcomes.0.clear();
        let (first, second) = if a.0 == 0 { (a.1, b.1) } else { (b.1, a.1) };
        outcomes.1.insert((first, second));
    }
}

type Body = fn(&Ctx<'_>) -> u64;

fn outcomes(arch: &str, memory: MemoryModel, bodies: [Body; 2]) -> BTreeSet<(u64, u64)> {
    let found = Outcomes::default();
    let scripts = bodies
        .into_iter()
        .enumerate()
        .map(|(cpu, body)| {
            let found = Arc::clone(&found);
            script(move |k| {
                let value = body(k);
                end(&found, cpu, value);
            })
        })
        .collect();
    let mut model = model(memory, scripts);
    model.kernel.arch = by_name(arch).unwrap();
    model.kernel.flush = model.kernel.arch.facts().mmu.flush;
    let outcome = explore(model);
    assert_eq!(outcome.cut, None);
    let found = found.lock().unwrap();
    assert!(found.0.is_empty(), "an execution ended half-way");
    found.1.clone()
}

fn store_buffering(mb: bool) -> [Body; 2] {
    let plain: [Body; 2] = [
        |k| {
            k.cpu.write_once(X, word(1));
            k.cpu.read_once(Y).bits
        },
        |k| {
            k.cpu.write_once(Y, word(1));
            k.cpu.read_once(X).bits
        },
    ];
    let fenced: [Body; 2] = [
        |k| {
            k.cpu.write_once(X, word(1));
            k.cpu.smp_mb();
            k.cpu.read_once(Y).bits
        },
        |k| {
            k.cpu.write_once(Y, word(1));
            k.cpu.smp_mb();
            k.cpu.read_once(X).bits
        },
    ];
    if mb { fenced } else { plain }
}

#[test]
fn store_buffering_is_seen_under_tso_and_rc11_and_not_under_sc() {
    for (memory, seen) in
        [(MemoryModel::Sc, false), (MemoryModel::Tso, true), (MemoryModel::Rc11, true)]
    {
        let found = outcomes("arm64@6.1", memory, store_buffering(false));
        assert_eq!(found.contains(&(0, 0)), seen, "{memory:?}: {found:?}");
        assert!(found.contains(&(1, 1)) && found.contains(&(0, 1)) && found.contains(&(1, 0)));
    }
}

#[test]
fn smp_mb_forbids_store_buffering() {
    for memory in [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Rc11] {
        assert!(!outcomes("arm64@6.1", memory, store_buffering(true)).contains(&(0, 0)));
    }
}

#[test]
fn message_passing_needs_the_write_barrier_and_the_dependency_under_rc11() {
    let reader: Body = |k| {
        let flag = k.cpu.read_once_dep(Y).bits;
        flag * 10 + k.cpu.read_once(X).bits
    };
    let relaxed_reader: Body = |k| {
        let flag = k.cpu.read_once(Y).bits;
        flag * 10 + k.cpu.read_once(X).bits
    };
    let publish: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.cpu.smp_wmb();
        k.cpu.write_once(Y, word(1));
        0
    };
    let bare: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.cpu.write_once(Y, word(1));
        0
    };
    let stale = |memory, bodies| outcomes("arm64@6.1", memory, bodies).contains(&(0, 10));
    assert!(!stale(MemoryModel::Rc11, [publish, reader]));
    assert!(stale(MemoryModel::Rc11, [bare, reader]));
    assert!(stale(MemoryModel::Rc11, [publish, relaxed_reader]));
    assert!(!stale(MemoryModel::Tso, [bare, relaxed_reader]));
    assert!(!stale(MemoryModel::Sc, [bare, relaxed_reader]));
}

/// The walker reads twice with interrupts off; between the reads the other CPU writes, interrupts, and
/// writes again. Where the flush is an interrupt, the second write cannot fall inside.
fn irq_section(arch: &str) -> BTreeSet<(u64, u64)> {
    let walker: Body = |k| {
        k.cpu.local_irq_save();
        let first = k.cpu.read_once(X).bits;
        let second = k.cpu.read_once(X).bits;
        k.cpu.local_irq_restore();
        first * 10 + second
    };
    let flusher: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.flush_tlb();
        k.cpu.write_once(X, word(2));
        0
    };
    outcomes(arch, MemoryModel::Sc, [walker, flusher])
}

#[test]
fn an_ipi_waits_for_irq_off_sections_and_a_broadcast_does_not() {
    // Initially 0: seeing 0 and then 2 means that the flush returned in the middle of the section.
    assert!(irq_section("arm64@6.1").contains(&(2, 0)), "broadcast");
    let waited = irq_section("x86_64@6.1");
    assert!(!waited.contains(&(2, 0)) && waited.contains(&(1, 0)), "{waited:?}");
}

#[test]
fn a_lock_excludes() {
    let body: Body = |k| {
        k.cpu.spin_lock(A);
        let value = k.cpu.read_once(X).bits;
        k.cpu.write_once(X, word(value + 1));
        k.cpu.spin_unlock(A);
        value
    };
    let found = outcomes("arm64@6.1", MemoryModel::Rc11, [body, body]);
    assert_eq!(found, BTreeSet::from([(0, 1), (1, 0)]));
}

#[test]
fn a_conditional_add_fails_on_its_value_and_counts_otherwise() {
    let found = outcomes(
        "arm64@6.1",
        MemoryModel::Rc11,
        [
            |k| u64::from(k.cpu.atomic_add_unless(N, 1, 0)),
            |k| {
                k.cpu.atomic_add(N, 1);
                0
            },
        ],
    );
    assert_eq!(found, BTreeSet::from([(0, 0), (1, 0)]));
}

/// Warns in the executions in which the second CPU sees the first one's write.
fn sometimes_warns() -> Model {
    model(
        MemoryModel::Rc11,
        vec![
            script(|k| k.cpu.write_once(X, word(1))),
            script(|k| {
                if k.cpu.read_once(X).bits == 1 {
                    warn(k);
                }
            }),
        ],
    )
}

#[test]
fn a_complete_search_counts_executions_and_violations() {
    let outcome = explore(sometimes_warns());
    assert_eq!(outcome.cut, None);
    assert!(
        outcome.violating_executions() > Some(0)
            && outcome.violating_executions() < outcome.executions()
    );
    assert_eq!(outcome.verdict(0), Verdict::Violated);
    let example = outcome.properties[0].shortest.as_ref().unwrap();
    assert_eq!(example.events[example.at].cpu, 1);
    assert!(example.is_sc(), "the easiest one to follow reads the newest value");
}

#[test]
fn every_budget_ends_a_search_as_inconclusive() {
    let harmless = || {
        let write = |value| script(move |k| k.cpu.write_once(X, word(value)));
        Arc::new(model(MemoryModel::Rc11, vec![write(1), write(2)]))
    };
    let interrupted = Arc::new(AtomicBool::new(true));
    let late = Limits { max_time: Some(Duration::from_secs(5)), ..Limits::default() };
    let late = Budget::from(late).with_clock(Arc::new(TenSeconds));
    for (budget, cut, executions) in [
        (
            Budget::from(Limits { max_executions: Some(1), ..Limits::default() }),
            Cut::MaxExecutions,
            1,
        ),
        (late, Cut::MaxTime, 0),
        (Budget { interrupted, ..Budget::unlimited() }, Cut::Interrupted, 0),
    ] {
        let outcome = loom::check(harmless(), &budget).unwrap();
        assert_eq!((outcome.cut, outcome.executions()), (Some(cut), Some(executions)));
        assert_eq!(outcome.verdict(0), Verdict::Inconclusive);
    }
}

#[test]
fn the_first_violation_can_end_a_search_and_settles_only_itself() {
    let mut model = sometimes_warns();
    model.properties.push(Property::NoWrongPage);
    let budget = Budget::from(Limits { first_violation: true, ..Limits::default() });
    let outcome = loom::check(Arc::new(model), &budget).unwrap();
    assert_eq!((outcome.cut, outcome.violating_executions()), (Some(Cut::FirstViolation), Some(1)));
    assert_eq!(outcome.verdict(0), Verdict::Violated);
    assert_eq!(outcome.verdict(1), Verdict::Inconclusive);
}

#[test]
fn a_goal_that_is_never_reached_is_an_error_and_not_a_pass() {
    let mut model = model(MemoryModel::Rc11, vec![script(|k| k.cpu.smp_mb())]);
    model.goals.push(Goal::Accepts { name: "accepted".to_owned() });
    let outcome = explore(model);
    assert!(outcome.is_vacuous());
    assert_eq!(outcome.verdict(0), Verdict::Error);
}

#[test]
fn more_stores_than_loom_remembers_are_inconclusive_but_not_under_sc() {
    let stores = |memory| {
        let many = script(|k| (0..7).for_each(|value| k.cpu.write_once(X, word(value))));
        let one = script(|k| {
            k.cpu.read_once(X);
        });
        explore(model(memory, vec![many, one])).cut
    };
    assert_eq!(stores(MemoryModel::Rc11), Some(Cut::LoomHistory));
    assert_eq!(stores(MemoryModel::Sc), None);
}

#[test]
fn an_execution_with_too_many_branches_is_inconclusive() {
    let long = script(|k| {
        for _ in 0..6_000 {
            k.cpu.read_once(X);
        }
    });
    let outcome = explore(model(MemoryModel::Rc11, vec![long]));
    assert_eq!(outcome.cut, Some(Cut::LoomBranches));
    assert_eq!(outcome.verdict(0), Verdict::Inconclusive);
}

#[test]
fn more_cpus_than_loom_takes_are_an_error_that_names_the_limit() {
    let scripts = (0..6).map(|_| script(|k| k.cpu.smp_mb())).collect();
    let model = Arc::new(model(MemoryModel::Rc11, scripts));
    let error = loom::check(model, &Budget::unlimited()).unwrap_err();
    assert_eq!(error, EngineError::TooManyThreads { threads: 6, limit: 5 });
    assert!(error.to_string().contains("at most 5 threads"), "{error}");
}

#[test]
fn a_routine_that_panics_is_an_error_with_its_message() {
    let model = model(MemoryModel::Rc11, vec![script(|_| panic!("out of order"))]);
    let error = loom::check(Arc::new(model), &Budget::unlimited()).unwrap_err();
    assert_eq!(error, EngineError::Panicked("out of order".to_owned()));
}

#[test]
fn a_preemption_bound_explores_less_and_says_so() {
    let bounded = Budget::from(Limits { max_preemptions: Some(0), ..Limits::default() });
    let body = || {
        script(|k| {
            k.cpu.write_once(X, word(1));
            k.cpu.write_once(Y, word(1));
            k.cpu.read_once(X);
        })
    };
    let build = || Arc::new(model(MemoryModel::Sc, vec![body(), body()]));
    let all = loom::check(build(), &Budget::unlimited()).unwrap();
    let some = loom::check(build(), &bounded).unwrap();
    assert!(some.executions() < all.executions(), "{some:?} {all:?}");
    assert_eq!((some.max_preemptions, all.max_preemptions), (Some(0), None));
    // What was left out may violate anything.
    assert_eq!((some.cut, some.verdict(0)), (None, Verdict::Inconclusive));
    assert_eq!(all.verdict(0), Verdict::NotApplicable);
}

/// CPU0 reads X; CPU1 reads X under a lock and then stores to it. loom alone never shows CPU0 the store,
/// because CPU1's own load hides CPU0's from its search.
#[test]
fn a_writers_own_read_hides_no_reader_from_the_search() {
    for memory in [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Rc11] {
        let reader: Body = |k| k.cpu.read_once(X).bits;
        let writer: Body = |k| {
            k.cpu.spin_lock(A);
            k.cpu.read_once(X);
            k.cpu.write_once(X, word(1));
            k.cpu.spin_unlock(A);
            0
        };
        for bodies in [[reader, writer], [writer, reader]] {
            let found = outcomes("arm64@6.1", memory, bodies);
            let seen: BTreeSet<u64> = found.iter().map(|(a, b)| a | b).collect();
            assert_eq!(seen, BTreeSet::from([0, 1]), "{memory:?}");
        }
    }
}

#[test]
fn a_search_in_which_a_load_was_hidden_cannot_say_holds() {
    let reader = script(|k| {
        k.cpu.read_once(X);
    });
    let writer = script(|k| {
        let value = k.cpu.read_once(X).bits;
        k.cpu.write_once(X, word(value + 1));
    });
    let outcome = explore(model(MemoryModel::Rc11, vec![reader, writer]));
    assert_eq!(outcome.cut, Some(Cut::LoomHiddenLoad));
    assert_eq!(outcome.verdict(0), Verdict::Inconclusive);
}

/// Whether the table is lost depends on which of two stores memory has first. loom has the one first that led to
/// the other, though memory need not.
#[test]
fn a_store_that_loom_cannot_put_first_may_lose_a_table() {
    let verdicts = |handed_on: bool| {
        let mutator = script(move |k| {
            k.cpu.write_once(X, Word::new(2, Meaning::Rubbish));
            match handed_on {
                true => k.cpu.smp_store_release(Y, word(1)),
                false => k.cpu.write_once(Y, word(1)),
            }
        });
        let reader = script(|k| {
            if k.cpu.smp_load_acquire(Y).bits == 1 {
                k.cpu.write_once(X, word(0));
            }
        });
        let mut model = model(MemoryModel::Rc11, vec![mutator, reader]);
        model.cells[X.0].init = Word::new(1, Meaning::Table(TableId(0)));
        model.properties = vec![Property::NoLostTable];
        let model = Arc::new(model);
        let states = search::check(Arc::clone(&model), &Budget::unlimited()).unwrap();
        let by_loom = loom::check(model, &Budget::unlimited()).unwrap();
        (states.verdict(0), by_loom.verdict(0), by_loom.cut)
    };
    assert_eq!(verdicts(false), (Verdict::Violated, Verdict::Inconclusive, Some(Cut::LoomOrder)));
    assert_eq!(verdicts(true), (Verdict::Holds, Verdict::Holds, None));
}

#[test]
fn a_locked_read_that_no_lock_protects_may_return_an_older_store() {
    let under = |lock| {
        script(move |k| {
            k.cpu.spin_lock(lock);
            let value = k.cpu.read_once(X).bits;
            k.cpu.write_once(X, word(value + 1));
            k.cpu.spin_unlock(lock);
        })
    };
    let model = Arc::new(model(MemoryModel::Rc11, vec![under(A), under(B)]));
    let by_loom = loom::finals(Arc::clone(&model), &Budget::unlimited()).unwrap();
    let by_states = search::finals(model, &Budget::unlimited()).unwrap();
    // loom lets a CPU's load hide another's from its search, and the search says so.
    assert_eq!(by_loom.cut, Some(Cut::LoomHiddenLoad));
    assert!(by_loom.set.is_subset(&by_states.set));
    assert!(by_loom.set.len() > 1 && by_states.set.len() > 2);
}

#[test]
fn stronger_memory_models_show_no_more_than_weaker_ones() {
    for mb in [false, true] {
        let [a, b] = store_buffering(mb);
        for bodies in [[a, b], [b, a]] {
            let of = |memory| outcomes("x86_64@6.1", memory, bodies);
            let (sc, tso, rc11) =
                (of(MemoryModel::Sc), of(MemoryModel::Tso), of(MemoryModel::Rc11));
            assert!(sc.is_subset(&tso) && tso.is_subset(&rc11), "{sc:?} {tso:?} {rc11:?}");
        }
    }
}
