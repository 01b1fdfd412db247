//! CPUs that wait for a word: what they may read, what follows the read, and when they wait forever.

mod random;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::sync::Arc;

use pmdrace_engine::hardware::{Settings, stress};
use pmdrace_engine::search::{self, Explanation};
use pmdrace_engine::{
    Budget, Cut, Engine, EngineError, Limits, Observation, Outcome, Sampling, Scheduler, Verdict,
};
use pmdrace_mm::{Addr, Ctx, MemoryModel, Model, Op, Stuck, Wait, Word};

use crate::by_hand::{Body, N, X, Y, of_bodies, word};

/// The index of `no-deadlock` in models by hand.
const DEADLOCK: usize = 1;

fn check(model: &Arc<Model>) -> Outcome {
    search::check(Arc::clone(model), &Budget::unlimited()).unwrap()
}

/// The memory models under which CPUs can wait forever. The reduced and the whole search agree.
fn stuck_under(bodies: &[Body]) -> Vec<MemoryModel> {
    let stuck = MemoryModel::ALL.into_iter().filter(|memory| {
        let model = Arc::new(of_bodies(*memory, bodies));
        let found = check(&model);
        let whole = search::check_unreduced(Arc::clone(&model), &Budget::unlimited()).unwrap();
        assert_eq!(found.verdict(DEADLOCK), whole.verdict(DEADLOCK), "{memory}");
        assert_eq!(found.properties[DEADLOCK].by, whole.properties[DEADLOCK].by, "{memory}");
        assert!([Verdict::Holds, Verdict::Violated].contains(&found.verdict(DEADLOCK)), "{memory}");
        found.verdict(DEADLOCK) == Verdict::Violated
    });
    stuck.collect()
}

/// What a CPU observes in the executions that come to an end.
fn observed(memory: MemoryModel, bodies: &[Body], cpu: usize) -> BTreeSet<Vec<u64>> {
    let model = Arc::new(of_bodies(memory, bodies));
    let found = search::finals(model, &Budget::unlimited()).unwrap();
    assert_eq!(found.cut, None);
    found.set.iter().map(|outcome| outcome.observed[cpu].clone()).collect()
}

/// The memory models under which a CPU may observe this.
fn seen_under(bodies: &[Body], cpu: usize, what: &[u64]) -> Vec<MemoryModel> {
    let all = MemoryModel::ALL.into_iter();
    all.filter(|memory| observed(*memory, bodies, cpu).contains(what)).collect()
}

fn is(bits: u64) -> impl Fn(Word) -> bool {
    move |word: Word| word.bits == bits
}

fn acquires(k: &Ctx<'_>, at: Addr, bits: u64) -> u64 {
    k.cpu.smp_cond_load_acquire(at, &is(bits)).bits
}

fn relaxes(k: &Ctx<'_>, at: Addr, bits: u64) -> u64 {
    k.cpu.smp_cond_load_relaxed(at, &is(bits)).bits
}

const WEAK: [MemoryModel; 4] =
    [MemoryModel::Rc11, MemoryModel::Lkmm, MemoryModel::Rvwmo, MemoryModel::Armv8];

/// In the order of the memory models.
fn sorted(mut models: Vec<MemoryModel>) -> Vec<MemoryModel> {
    models.sort_by_key(|memory| MemoryModel::ALL.iter().position(|other| other == memory));
    models
}

#[test]
fn a_cpu_goes_on_with_a_word_that_it_waits_for() {
    let bodies: [Body; 2] = [
        |k| {
            k.cpu.write_once(X, word(1));
            k.cpu.write_once(X, word(2));
        },
        |k| {
            k.cpu.smp_cond_load_relaxed(X, &|word| word.bits != 0);
        },
    ];
    assert!(stuck_under(&bodies).is_empty());
    for memory in MemoryModel::ALL {
        assert_eq!(observed(memory, &bodies, 1), BTreeSet::from([vec![1], vec![2]]), "{memory}");
    }
}

#[test]
fn a_message_is_passed_by_acquire_and_not_without() {
    let writer: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.cpu.smp_store_release(Y, word(1));
    };
    let acquire: Body = |k| {
        acquires(k, Y, 1);
        k.cpu.read_once(X);
    };
    let relaxed: Body = |k| {
        relaxes(k, Y, 1);
        k.cpu.read_once(X);
    };
    assert!(seen_under(&[writer, acquire], 1, &[1, 0]).is_empty());
    assert_eq!(sorted(seen_under(&[writer, relaxed], 1, &[1, 0])), sorted(WEAK.to_vec()));
    assert!(stuck_under(&[writer, relaxed]).is_empty());
}

/// Load buffering: a store passes a read, and none passes a read that waits.
#[test]
fn a_store_depends_on_the_word_that_was_waited_for() {
    let waits: Body = |k| {
        relaxes(k, X, 1);
        k.cpu.write_once(Y, word(1));
    };
    let reads: Body = |k| {
        k.cpu.read_once(Y);
        k.cpu.write_once(X, word(1));
    };
    let loose = [MemoryModel::Lkmm, MemoryModel::Rvwmo, MemoryModel::Armv8];
    assert_eq!(sorted(seen_under(&[waits, reads], 1, &[1])), sorted(loose.to_vec()));
    let other: Body = |k| {
        relaxes(k, Y, 1);
        k.cpu.write_once(X, word(1));
    };
    for memory in MemoryModel::ALL {
        assert!(observed(memory, &[waits, other], 0).is_empty(), "{memory}");
    }
    assert_eq!(stuck_under(&[waits, other]), MemoryModel::ALL);
}

/// Going to sleep: who sleeps says so, looks once more, and sleeps; who wakes sets the flag, and looks who sleeps.
#[test]
fn a_wake_up_is_lost_where_the_sleeper_looks_first() {
    let looks_first: Body = |k| {
        if k.cpu.read_once(X).bits == 0 {
            k.cpu.write_once(Y, word(1));
            k.cpu.smp_mb();
            relaxes(k, Y, 0);
        }
    };
    let says_first: Body = |k| {
        k.cpu.write_once(Y, word(1));
        k.cpu.smp_mb();
        if k.cpu.read_once(X).bits == 0 {
            relaxes(k, Y, 0);
        }
    };
    let hastily: Body = |k| {
        k.cpu.write_once(Y, word(1));
        if k.cpu.read_once(X).bits == 0 {
            relaxes(k, Y, 0);
        }
    };
    let wakes: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.cpu.smp_mb();
        if k.cpu.read_once(Y).bits == 1 {
            k.cpu.write_once(Y, word(0));
        }
    };
    assert_eq!(stuck_under(&[looks_first, wakes]), MemoryModel::ALL);
    assert!(stuck_under(&[says_first, wakes]).is_empty());
    let all_but_sc: Vec<MemoryModel> =
        MemoryModel::ALL.into_iter().filter(|memory| *memory != MemoryModel::Sc).collect();
    assert_eq!(stuck_under(&[hastily, wakes]), all_but_sc);
}

/// A store that is soon overwritten may be missed, under every memory model: a loop reads it or does not.
#[test]
fn a_pulse_may_be_missed() {
    let pulse: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.cpu.write_once(X, word(0));
    };
    let waits: Body = |k| {
        relaxes(k, X, 1);
    };
    let late: Body = |k| {
        acquires(k, Y, 1);
        relaxes(k, X, 1);
    };
    let says: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.cpu.write_once(X, word(0));
        k.cpu.write_once(Y, word(1));
    };
    assert_eq!(stuck_under(&[pulse, waits]), MemoryModel::ALL);
    assert_eq!(stuck_under(&[says, late]), MemoryModel::ALL);
    for memory in MemoryModel::ALL {
        let both = observed(memory, &[pulse, waits], 1);
        assert_eq!(both, BTreeSet::from([vec![1]]), "{memory}");
    }
}

#[test]
fn counters_and_words_of_oracles_can_be_waited_for() {
    let adds: Body = |k| {
        k.cpu.atomic_add(N, 2);
    };
    let waits: Body = |k| {
        k.cpu.smp_cond_load_acquire(N, &|word| word.bits >= 2);
    };
    let more: Body = |k| {
        k.cpu.smp_cond_load_relaxed(N, &|word| word.bits >= 3);
    };
    assert!(stuck_under(&[adds, waits]).is_empty());
    assert_eq!(stuck_under(&[adds, more]), MemoryModel::ALL);
}

#[test]
fn sections_of_cpus_that_wait_for_a_word_last() {
    let reader: Body = |k| {
        k.cpu.rcu_read_lock();
        relaxes(k, X, 1);
        k.cpu.rcu_read_unlock();
    };
    let late: Body = |k| {
        k.cpu.synchronize_rcu();
        k.cpu.write_once(X, word(1));
    };
    let early: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.cpu.synchronize_rcu();
    };
    assert_eq!(stuck_under(&[reader, late]), MemoryModel::ALL);
    assert!(stuck_under(&[reader, early]).is_empty());
}

fn stuck(outcome: &Outcome) -> Vec<(usize, Stuck)> {
    let example = outcome.properties[DEADLOCK].shortest.as_ref().unwrap();
    let stuck = example.events.iter().filter_map(|event| match &event.op {
        Op::Stuck(stuck) => Some((event.cpu, stuck.clone())),
        _ => None,
    });
    stuck.collect()
}

#[test]
fn who_is_stuck_names_the_word_and_what_it_stays() {
    let bodies: [Body; 2] = [
        |k| k.cpu.write_once(X, word(3)),
        |k| {
            acquires(k, X, 4);
        },
    ];
    for memory in MemoryModel::ALL {
        let model = Arc::new(of_bodies(memory, &bodies));
        let told = Stuck { inside: Some(Wait::Word { at: X, stays: word(3) }), on: vec![] };
        let sample = Limits { max_executions: Some(50), ..Limits::default() };
        let sampled = Engine::Random.check(Arc::clone(&model), &Budget::from(sample)).unwrap();
        for found in [check(&model), sampled] {
            assert_eq!(stuck(&found), [(1, told.clone())], "{memory}");
            let example = found.properties[DEADLOCK].shortest.as_ref().unwrap();
            let retold = search::retell(&model, &example.events).unwrap();
            let (events, _) = retold.unwrap_or_else(|| panic!("{memory}: {example:?}"));
            assert_eq!(model.judge(&events).violated_at[DEADLOCK], Some(events.len() - 1));
        }
    }
}

/// What one CPU of each kind is explored for, before all are, says nothing about who waits for words.
#[test]
fn a_cpu_is_not_stuck_because_its_like_takes_no_part_yet() {
    let meets: Body = |k| {
        k.cpu.atomic_add(N, 1);
        k.cpu.smp_cond_load_relaxed(N, &|word| word.bits >= 2);
        k.cpu.write_once(X, word(1));
        k.cpu.read_once(Y);
    };
    for memory in MemoryModel::ALL {
        let model = Arc::new(of_bodies(memory, &[meets, meets]));
        for max in 1..8 {
            let budget = Budget::from(Limits { max_states: Some(max), ..Limits::default() });
            let found = search::check(Arc::clone(&model), &budget).unwrap();
            assert_ne!(found.verdict(DEADLOCK), Verdict::Violated, "{memory} {max}");
        }
        assert_eq!(check(&model).verdict(DEADLOCK), Verdict::Holds, "{memory}");
    }
}

/// Conditions that are about what was read before, and words that grow with the values that are waited for.
#[test]
fn learning_ends_and_the_counts_depend_on_no_thread() {
    let counts: Body = |k| {
        for bits in 1..4 {
            k.cpu.smp_cond_load_acquire(X, &is(bits - 1));
            k.cpu.smp_store_release(Y, word(bits));
        }
    };
    let answers: Body = |k| {
        for _ in 1..4 {
            let seen = k.cpu.read_once(X).bits;
            let next = k.cpu.smp_cond_load_acquire(Y, &|word| word.bits > seen).bits;
            k.cpu.write_once(X, word(next));
        }
    };
    for memory in MemoryModel::ALL {
        let model = Arc::new(of_bodies(memory, &[counts, answers]));
        let on = |threads| {
            let threads = NonZeroUsize::new(threads).unwrap();
            let budget = Budget::from(Limits { threads, ..Limits::default() });
            format!("{:?}", search::check(Arc::clone(&model), &budget).unwrap())
        };
        assert_eq!(on(1), on(3), "{memory}");
    }
}

/// Where every step takes the newest choice, a CPU that does not like the newest store waits, as under `sc`.
#[test]
fn samples_find_what_they_guarantee() {
    let pulse: Body = |k| {
        k.cpu.write_once(X, word(1));
        k.cpu.write_once(X, word(0));
    };
    let waits: Body = |k| {
        relaxes(k, X, 1);
        k.cpu.write_once(Y, word(1));
    };
    for memory in MemoryModel::ALL {
        for scheduler in [Scheduler::Uniform, Scheduler::Pct { depth: 2 }] {
            let sampling = Sampling { seed: 5, scheduler };
            let limits = Limits { sampling, max_executions: Some(300), ..Limits::default() };
            let model = Arc::new(of_bodies(memory, &[pulse, waits]));
            let found = Engine::Random.check(model, &Budget::from(limits)).unwrap();
            let violating = found.properties[DEADLOCK].violating;
            assert!((20..290).contains(&violating), "{memory} {scheduler:?}: {violating}");
        }
    }
}

#[test]
fn loom_says_that_it_cannot_wait() {
    let model = Arc::new(of_bodies(
        MemoryModel::Rc11,
        &[
            |k| k.cpu.write_once(X, word(1)),
            |k| {
                relaxes(k, X, 1);
            },
        ],
    ));
    let found = Engine::Loom.check(Arc::clone(&model), &Budget::unlimited()).unwrap();
    assert_eq!(found.cut, Some(Cut::LoomAwait));
    assert_eq!(found.verdict(DEADLOCK), Verdict::Inconclusive);
}

#[test]
fn real_threads_wait() {
    let settings = Settings { threads: NonZeroUsize::MIN, seed: 3, yield_every: None };
    let bodies: [Body; 2] = [
        |k| {
            k.cpu.write_once(X, word(1));
            k.cpu.smp_store_release(Y, word(1));
            k.cpu.atomic_add(N, 1);
        },
        |k| {
            acquires(k, Y, 1);
            k.cpu.read_once(X);
            k.cpu.smp_cond_load_relaxed(N, &is(1));
        },
    ];
    for memory in [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Armv8] {
        let model = Arc::new(of_bodies(memory, &bodies));
        let budget = Budget::from(Limits { max_executions: Some(400), ..Limits::default() });
        let (stressed, _) = stress(std::slice::from_ref(&model), settings, &budget);
        assert_eq!(stressed[0].error, None);
        assert_eq!(stressed[0].seen.len(), 1);
        let explained = stressed[0].seen[0].explanation.as_ref().unwrap();
        assert!(matches!(explained, Explanation::Permitted(_)), "{explained:?}");
    }
}

#[test]
fn an_observation_of_a_cpu_that_waited_is_explained() {
    let bodies: [Body; 2] = [
        |k| {
            k.cpu.write_once(X, word(1));
            k.cpu.write_once(X, word(2));
            k.cpu.write_once(X, word(3));
        },
        |k| {
            k.cpu.smp_cond_load_relaxed(X, &|word| word.bits > 1);
        },
    ];
    for memory in MemoryModel::ALL {
        let model = of_bodies(memory, &bodies);
        for (seen, permitted) in [(2, true), (3, true), (4, false)] {
            let observation = Observation(vec![vec![], vec![word(seen)]]);
            let explained = search::explain(&model, &observation).unwrap();
            let permits = matches!(explained, Explanation::Permitted(_));
            assert_eq!(permits, permitted, "{memory} {seen}");
        }
        let refused = Observation(vec![vec![], vec![word(1)]]);
        let error = search::explain(&model, &refused).unwrap_err();
        assert!(matches!(error, EngineError::Panicked(_)), "{error}");
        for (events, _) in search::interleavings(&model, 20).unwrap() {
            let observation = Observation::of(2, &events);
            let explained = search::explain(&model, &observation).unwrap();
            assert!(matches!(explained, Explanation::Permitted(_)), "{memory}: {events:?}");
        }
    }
}
