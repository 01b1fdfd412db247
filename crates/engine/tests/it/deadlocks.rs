//! Deadlocks: both exhaustive engines find the same ones, reduction hides none, and their traces replay.

use std::sync::Arc;

use pmdrace_engine::{Budget, Cut, Engine, Explored, Outcome, Verdict, search};
use pmdrace_mm::{Cpus, LockId, MemoryModel, Model, Op, Property, Stuck, SyncOp, Wait};
use pmdrace_pgtable::by_name;
use pmdrace_scenario::Scenario;
use rand::rngs::SmallRng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use crate::by_hand::{Body, X, of_bodies, word};
use crate::catalogue::cells;

const ALL: [MemoryModel; 3] = [MemoryModel::Sc, MemoryModel::Tso, MemoryModel::Rc11];

/// CPUs of these steps over the words x and y, two locks and two semaphores. None of them reads anything.
fn litmus(cpus: &[&str], memory: MemoryModel) -> Arc<Model> {
    let cpu = |(index, steps): (usize, &&str)| {
        let steps: Vec<String> =
            steps.split("; ").filter(|s| !s.is_empty()).map(|step| format!("\"{step}\"")).collect();
        format!(
            "[[cpu]]\nname = \"P{index}\"\nroutine = \"litmus\"\nargs = {{ steps = [{}] }}\n",
            steps.join(", ")
        )
    };
    let cpus: String = cpus.iter().enumerate().map(cpu).collect();
    let text = format!(
        "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
         architectures = [\"arm64@6.1\"]\n[source]\n[state]\nsem = [\"s\", \"t\"]\n\
         lock = [\"l\", \"m\"]\n[state.word]\nx = 0\ny = 0\n{cpus}\
         [[cpu]]\nname = \"goal\"\nroutine = \"litmus\"\nargs = {{ steps = [\"r0 = READ_ONCE(y)\"] }}\n\
         [variant.v]\nabout = \"t\"\n[exists]\ngoal = {{ r0 = 1 }}\n\
         [goal.ended]\noutcome.goal = {{ r0 = 0 }}\n",
    );
    let (_, model) = cells(&Scenario::parse(&text).unwrap(), Some(memory)).next().unwrap();
    model
}

fn index(model: &Model) -> usize {
    model.properties.iter().position(|property| *property == Property::NoDeadlock).unwrap()
}

fn stuck(outcome: &Outcome, index: usize) -> Vec<(usize, Stuck)> {
    let example = outcome.properties[index].shortest.as_ref().unwrap();
    let stuck = example.events.iter().filter_map(|event| match &event.op {
        Op::Stuck(stuck) => Some((event.cpu, stuck.clone())),
        _ => None,
    });
    stuck.collect()
}

/// Whether the CPUs can deadlock: reduced or not, and on loom. What is found is an execution.
fn deadlocks(cpus: &[&str], memory: MemoryModel) -> Option<Vec<(usize, Stuck)>> {
    let model = litmus(cpus, memory);
    let (index, budget) = (index(&model), Budget::unlimited());
    let states = search::check(Arc::clone(&model), &budget).unwrap();
    let whole = search::check_unreduced(Arc::clone(&model), &budget).unwrap();
    let loom = Engine::Loom.check(Arc::clone(&model), &budget).unwrap();
    assert_eq!(states.cut, None, "{cpus:?}");
    let verdict = states.verdict(index);
    assert_eq!(verdict, whole.verdict(index), "{cpus:?} {memory:?}");
    assert_eq!(states.properties[index].by, whole.properties[index].by, "{cpus:?} {memory:?}");
    assert_eq!(states.properties[index].violating > 0, whole.properties[index].violating > 0);
    assert_eq!(verdict, loom.verdict(index), "{cpus:?} {memory:?}");
    let finals = |engine: Engine| engine.finals(Arc::clone(&model), &budget).unwrap();
    let (one, other) = (finals(Engine::Statespace), finals(Engine::Loom));
    assert_eq!(one.deadlocks, verdict == Verdict::Violated, "{cpus:?} {memory:?}");
    match other.cut {
        None => assert_eq!(one.set, other.set, "{cpus:?} {memory:?}"),
        cut => assert_eq!(cut, Some(Cut::Deadlock), "{cpus:?} {memory:?}"),
    }
    assert!(other.set.is_subset(&one.set), "{cpus:?} {memory:?}");
    if verdict != Verdict::Violated {
        return None;
    }
    let example = loom.properties[index].shortest.as_ref().unwrap();
    // loom's approximation of tso has executions that TSO has not.
    if memory != MemoryModel::Tso {
        let retold = search::retell(&model, &example.events).unwrap();
        let (events, _) = retold.unwrap_or_else(|| panic!("{cpus:?} {memory:?}: {example:?}"));
        let at = model.judge(&events).violated_at[index];
        assert_eq!(at, Some(events.len() - 1), "{cpus:?} {memory:?}");
    }
    Some(stuck(&states, index))
}

fn waits(cpu: usize, op: SyncOp, on: &[usize]) -> (usize, Stuck) {
    (cpu, Stuck { inside: Some(Wait::Return(op)), on: on.to_vec() })
}

#[test]
fn programs_of_locks_deadlock_alike_everywhere() {
    const STEPS: [&str; 14] = [
        "spin_lock(l)",
        "spin_unlock(l)",
        "spin_lock(m)",
        "spin_unlock(m)",
        "down_read(s)",
        "up_read(s)",
        "down_write(s)",
        "up_write(s)",
        "down_write(s)",
        "rcu_read_lock()",
        "rcu_read_unlock()",
        "synchronize_rcu()",
        "WRITE_ONCE(x, 1)",
        "down_read(s)",
    ];
    let mut random = SmallRng::seed_from_u64(11);
    let mut found = [0, 0];
    for _ in 0..400 {
        let cpus = random.random_range(1..=2);
        let programs: Vec<String> = (0..cpus).map(|_| program(&mut random, &STEPS)).collect();
        let programs: Vec<&str> = programs.iter().map(String::as_str).collect();
        let memory = *ALL.choose(&mut random).unwrap();
        found[usize::from(deadlocks(&programs, memory).is_some())] += 1;
    }
    assert!(found.iter().all(|count| *count > 50), "{found:?}");
}

#[test]
fn a_cpu_can_wait_for_itself() {
    let (l, s) = (LockId(0), LockId(2));
    for memory in ALL {
        let of = |steps| deadlocks(&[steps], memory);
        assert_eq!(
            of("spin_lock(l); spin_lock(l); spin_unlock(l)"),
            Some(vec![waits(0, SyncOp::Lock(l), &[])])
        );
        assert_eq!(
            of("down_read(s); down_write(s); up_write(s); up_read(s)"),
            Some(vec![waits(0, SyncOp::DownWrite(s), &[])])
        );
        assert_eq!(
            of("rcu_read_lock(); synchronize_rcu(); rcu_read_unlock()"),
            Some(vec![waits(0, SyncOp::GracePeriod, &[0])])
        );
        assert_eq!(of("down_read(s); down_read(s); up_read(s); up_read(s)"), None);
    }
}

#[test]
fn a_reader_that_reads_again_waits_behind_a_writer() {
    let s = LockId(2);
    let nested = "down_read(s); down_read(s); up_read(s); up_read(s)";
    let writer = "down_write(s); up_write(s)";
    for memory in ALL {
        assert_eq!(deadlocks(&[nested], memory), None);
        assert_eq!(deadlocks(&[nested, nested], memory), None);
        assert_eq!(
            deadlocks(&[nested, writer], memory),
            Some(vec![waits(0, SyncOp::DownRead(s), &[]), waits(1, SyncOp::DownWrite(s), &[])])
        );
        // A writer that becomes a reader.
        let downgrades = "down_write(s); downgrade_write(s); down_read(s); up_read(s); up_read(s)";
        assert_eq!(deadlocks(&[downgrades], memory), None);
        assert!(deadlocks(&[downgrades, writer], memory).is_some());
        // Readers of two semaphores, each behind the writer of the other.
        let both = [
            "down_read(s); down_read(t); up_read(t); up_read(s)",
            "down_read(t); down_read(s); up_read(s); up_read(t)",
        ];
        assert_eq!(deadlocks(&both, memory), None);
    }
}

#[test]
fn sections_nest() {
    // The grace period waits for the outer section, whatever ends inside.
    let reader = "rcu_read_lock(); rcu_read_lock(); rcu_read_unlock(); spin_lock(l); spin_unlock(l); rcu_read_unlock()";
    let updater = "spin_lock(l); synchronize_rcu(); spin_unlock(l)";
    for memory in ALL {
        assert_eq!(
            deadlocks(&[reader, updater], memory),
            Some(vec![waits(0, SyncOp::Lock(LockId(0)), &[]), waits(1, SyncOp::GracePeriod, &[0])])
        );
        let over = "rcu_read_lock(); rcu_read_lock(); rcu_read_unlock(); rcu_read_unlock(); spin_lock(l); spin_unlock(l)";
        assert_eq!(deadlocks(&[over, updater], memory), None);
    }
}

#[test]
fn two_cpus_without_interrupts_wait_for_each_other() {
    let interrupts: Body = |k| {
        k.cpu.local_irq_save();
        k.cpu.ipi_and_wait();
        k.cpu.local_irq_restore();
    };
    for memory in ALL {
        let mut model = of_bodies(memory, &[interrupts, interrupts]);
        model.kernel.arch = by_name("x86_64@6.1").unwrap();
        model.kernel.flush = model.kernel.arch.facts().mmu.flush;
        let model = Arc::new(model);
        for engine in Engine::EXHAUSTIVE {
            let found = engine.check(Arc::clone(&model), &Budget::unlimited()).unwrap();
            let told = vec![
                waits(0, SyncOp::Ipi(Cpus::ALL), &[1]),
                waits(1, SyncOp::Ipi(Cpus::ALL), &[0]),
            ];
            assert_eq!(stuck(&found, 1), told, "{engine}");
        }
    }
}

#[test]
fn cpus_that_wait_for_grace_periods_are_not_interchangeable() {
    // Each of two alike CPUs waits for the other; a third sees how far they have come.
    let waits: Body = |k| {
        k.cpu.synchronize_rcu();
        k.cpu.write_once(X, word(k.cpu.read_once(X).bits + 1));
    };
    let reader: Body = |k| {
        k.cpu.rcu_read_lock();
        k.cpu.read_once(X);
        k.cpu.rcu_read_unlock();
    };
    for memory in ALL {
        let mut model = of_bodies(memory, &[waits, waits, reader]);
        model.kernel.arch = by_name("x86_64@6.1").unwrap();
        model.kernel.flush = model.kernel.arch.facts().mmu.flush;
        let model = Arc::new(model);
        let budget = Budget::unlimited();
        let reduced = search::check(Arc::clone(&model), &budget).unwrap();
        let whole = search::check_unreduced(Arc::clone(&model), &budget).unwrap();
        let finals = |outcome: &Outcome| match outcome.explored {
            Explored::States { finals, .. } => finals,
            Explored::Executions { .. } => panic!("the engine counts states"),
        };
        assert_eq!(reduced.verdict(1), Verdict::Holds);
        assert_eq!(finals(&reduced), finals(&whole));
    }
}

#[test]
fn where_no_cpu_can_wait_the_property_does_not_apply() {
    for memory in ALL {
        let model = Arc::new(of_bodies(memory, &[|k| k.cpu.write_once(X, word(1))]));
        for engine in Engine::EXHAUSTIVE {
            let found = engine.check(Arc::clone(&model), &Budget::unlimited()).unwrap();
            assert_eq!(found.verdict(1), Verdict::NotApplicable, "{engine}");
        }
    }
}

/// A program that releases only what it holds.
fn program(random: &mut SmallRng, steps: &[&'static str]) -> String {
    let mut held: Vec<&str> = Vec::new();
    let mut chosen: Vec<&str> = Vec::new();
    let release = |step: &str| match step {
        "spin_lock(l)" => Some("spin_unlock(l)"),
        "spin_lock(m)" => Some("spin_unlock(m)"),
        "down_read(s)" => Some("up_read(s)"),
        "down_write(s)" => Some("up_write(s)"),
        "rcu_read_lock()" => Some("rcu_read_unlock()"),
        _ => None,
    };
    for _ in 0..random.random_range(1..=4) {
        let step = *steps.choose(random).unwrap();
        if let Some(release) = release(step) {
            held.push(release);
        } else if !step.starts_with("sync") && !step.starts_with("WRITE") {
            match held.iter().position(|release| *release == step) {
                Some(held_at) => drop(held.remove(held_at)),
                None => continue,
            }
        }
        chosen.push(step);
    }
    // Now and then a lock stays held.
    if random.random_bool(0.1) {
        held.retain(|release| *release == "rcu_read_unlock()");
    }
    chosen.extend(held.into_iter().rev());
    chosen.join("; ")
}
