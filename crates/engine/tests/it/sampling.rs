//! Executions drawn at random: what is guaranteed of a sample, and what a sample cannot say.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use pmdrace_engine::{Budget, Engine, Limits, Outcome, Sampling, Scheduler, search};
use pmdrace_mm::{Ctx, MemoryModel, Model, Note, Op};

use crate::by_hand::{Body, N, X, busier, busiest, busy, of_bodies as model, warn};
use crate::catalogue::{cells, scenarios};

/// Long, and longer if another CPU steps at a certain place: no search of a few thousand states gets there.
fn long(k: &Ctx<'_>) {
    for _ in 0..12 {
        k.cpu.atomic_add_unless(N, 1, 1000);
    }
    let seen = [0, 0, 0, 3, 3, 3, 3, 3];
    if seen.into_iter().all(|bits| k.cpu.read_once(X).bits == bits) {
        for _ in 0..10 {
            k.cpu.atomic_add_unless(N, 1, 1000);
        }
        warn(k);
    }
}

fn sample(model: Model, scheduler: Scheduler, threads: usize, executions: u64) -> Outcome {
    let budget = Budget::from(Limits {
        sampling: Sampling { seed: 1, scheduler },
        threads: NonZeroUsize::new(threads).unwrap(),
        max_executions: Some(executions),
        ..Limits::default()
    });
    Engine::Random.check(Arc::new(model), &budget).unwrap()
}

#[test]
fn a_guarantee_counts_what_was_drawn_for_the_longest_execution_that_is_known() {
    let bodies: [Body; 5] = [busy, busier, busy, busiest, long];
    let pct = Scheduler::Pct { depth: 3 };
    for memory in [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Rc11] {
        let drawn = |executions| sample(model(memory, &bodies), pct, 1, executions);
        let guarantee = |executions| drawn(executions).sampled.unwrap().guarantee.unwrap();
        let all = guarantee(3000);
        assert!(all.executions > 0 && all.executions < 3000, "{all:?}");
        // Those that taught it do not count.
        let before = guarantee(3000 - all.executions);
        assert_eq!((before.steps, before.executions), (all.steps, 0));
        assert_eq!(before.missed_at_most(), 1.0);
        let found = drawn(3000);
        assert_eq!(found.executions(), Some(3000));
        assert!(found.properties[0].violating > 0);
        let example = found.properties[0].shortest.clone().unwrap();
        assert!(matches!(example.events[example.at].op, Op::Note(Note::Warn { .. })));
        // What is missing and learned depends on nothing else.
        let on_three = sample(model(memory, &bodies), pct, 3, 3000);
        assert_eq!(format!("{found:?}"), format!("{on_three:?}"));
    }
}

#[test]
fn a_sample_cannot_tell_what_all_executions_end_with() {
    let model = Arc::new(model(MemoryModel::Sc, &[busy]));
    let error = Engine::Random.finals(model, &Budget::unlimited()).unwrap_err().to_string();
    assert!(error.contains("random samples executions") && error.contains("statespace"), "{error}");
}

/// The guarantee draws changes of priority among as many steps as there may be.
#[test]
fn no_execution_takes_more_steps_than_are_reckoned_with() {
    let (mut all, mut exact) = (0, 0);
    let archs = ["arm64@6.1", "arm64@6.12", "x86_64@6.12", "powerpc-radix@6.12"];
    for scenario in scenarios() {
        for memory in [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Rc11] {
            let here = cells(&scenario, Some(memory));
            for (cell, model) in here.filter(|(cell, _)| archs.contains(&cell.arch.as_str())) {
                let budget = Budget::unlimited();
                search::check(model, &budget).unwrap();
                let read = |count: &AtomicU64| count.load(Ordering::Relaxed);
                let progress = &budget.progress;
                let (level, most) = (read(&progress.level), read(&progress.levels_at_most));
                // After the last step nothing is left.
                assert!(
                    level <= most + 1,
                    "{} {cell}: {level} levels, {most} steps",
                    scenario.name()
                );
                exact += u64::from(level == most + 1);
                all += 1;
            }
        }
    }
    assert!(exact > all / 8, "{exact} of {all}");
}
