//! The building blocks one by one, on both engines and on real threads: what a semaphore, a grace period and a
//! count of memory promise, and what they do not.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::sync::Arc;

use pmdrace_engine::hardware::{Settings, stress};
use pmdrace_engine::search::Explanation;
use pmdrace_engine::{Budget, Cut, Engine, Final, Limits, Verdict};
use pmdrace_mm::{MemoryModel, Model};
use pmdrace_scenario::Scenario;

use crate::catalogue::cells;

/// Two CPUs of these steps over the words x and y, and an outcome of their registers.
fn litmus(first: &str, second: &str, exists: &str) -> String {
    let cpu = |name: &str, steps: &str| {
        let steps: Vec<String> = steps.split("; ").map(|step| format!("\"{step}\"")).collect();
        format!(
            "[[cpu]]\nname = \"{name}\"\nroutine = \"litmus\"\nargs = {{ steps = [{}] }}\n",
            steps.join(", ")
        )
    };
    format!(
        "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
         architectures = [\"arm64@6.1\"]\n[source]\n[state]\nsem = [\"s\"]\nlock = [\"l\"]\n\
         [state.word]\nx = 0\ny = 0\n{}{}[variant.v]\nabout = \"t\"\n[exists]\n{exists}\n\
         [goal.ended]\noutcome.P0 = {{ r0 = 0 }}\n",
        cpu("P0", first),
        cpu("P1", second)
    )
}

/// The one cell of a litmus test, under a memory model or the architecture's own.
fn only(text: &str, memory: Option<MemoryModel>) -> Arc<Model> {
    let (_, model) = cells(&Scenario::parse(text).unwrap(), memory).next().unwrap();
    model
}

/// Whether the outcome occurs; both engines agree on it and on all final outcomes.
fn occurs(text: &str, memory: MemoryModel) -> bool {
    let model = only(text, Some(memory));
    let budget = Budget::unlimited();
    let check = |engine: Engine| engine.check(Arc::clone(&model), &budget).unwrap();
    let finals = |engine: Engine| engine.finals(Arc::clone(&model), &budget).unwrap().set;
    let found = Engine::EXHAUSTIVE.map(|engine| check(engine).properties[0].violating > 0);
    assert_eq!(found[0], found[1], "{text}");
    let possible = finals(Engine::Statespace);
    assert_eq!(possible, finals(Engine::Loom), "{text}");
    let seen = seen_on_threads(&model);
    assert!(seen.is_subset(&possible), "{text}: {:?}", seen.difference(&possible));
    found[0]
}

/// The outcomes that some thousand rounds on real threads show.
fn seen_on_threads(model: &Arc<Model>) -> BTreeSet<Final> {
    let settings = Settings { threads: NonZeroUsize::MIN, seed: 3, yield_every: None };
    let budget = Budget::from(Limits { max_executions: Some(20_000), ..Limits::default() });
    let (stressed, _) = stress(std::slice::from_ref(model), settings, &budget);
    assert_eq!(stressed[0].error, None);
    let seen = stressed[0].seen.iter().map(|seen| match &seen.explanation {
        Ok(Explanation::Permitted(found)) => found.ends.clone(),
        other => panic!("{:?}: {other:?}", seen.observation),
    });
    seen.collect()
}

/// Whether it occurs under each memory model of loom's that is exact.
fn occurs_under(text: &str) -> [bool; 2] {
    [MemoryModel::Sc, MemoryModel::Rc11].map(|memory| occurs(text, memory))
}

const READ_BOTH: &str = "r0 = READ_ONCE(x); r1 = READ_ONCE(y)";
const TORN: &str = "P0 = { r0 = 1, r1 = 0 }";

#[test]
fn a_writer_of_a_semaphore_keeps_readers_out() {
    let reader = format!("down_read(s); {READ_BOTH}; up_read(s)");
    let writer = "down_write(s); WRITE_ONCE(x, 1); WRITE_ONCE(y, 1); up_write(s)";
    assert_eq!(occurs_under(&litmus(&reader, writer, TORN)), [false, false]);
    assert_eq!(occurs_under(&litmus(READ_BOTH, writer, TORN)), [true, true]);
}

#[test]
fn readers_of_a_semaphore_let_each_other_in() {
    let reader = format!("down_read(s); {READ_BOTH}; up_read(s)");
    let another = "down_read(s); WRITE_ONCE(x, 1); WRITE_ONCE(y, 1); up_read(s)";
    assert_eq!(occurs_under(&litmus(&reader, another, TORN)), [true, true]);
}

#[test]
fn a_downgraded_writer_keeps_writers_out_and_lets_readers_in() {
    let between =
        "down_write(s); WRITE_ONCE(x, 1); downgrade_write(s); WRITE_ONCE(y, 1); up_read(s)";
    let reader = format!("down_read(s); {READ_BOTH}; up_read(s)");
    assert_eq!(occurs_under(&litmus(&reader, between, TORN)), [true, true]);
    let writer = format!("down_write(s); {READ_BOTH}; up_write(s)");
    assert_eq!(occurs_under(&litmus(&writer, between, TORN)), [false, false]);
}

#[test]
fn a_semaphore_hands_on_what_its_last_holder_stored() {
    let before = "WRITE_ONCE(y, 1); down_write(s); WRITE_ONCE(x, 1); up_write(s)";
    let reader = format!("down_read(s); {READ_BOTH}; up_read(s)");
    assert_eq!(occurs_under(&litmus(&reader, before, TORN)), [false, false]);
    // Between two readers too: both change the count.
    let before = "down_read(s); WRITE_ONCE(y, 1); up_read(s); smp_store_release(x, 1)";
    let after = "r0 = smp_load_acquire(x); r1 = READ_ONCE(y)";
    assert_eq!(occurs_under(&litmus(after, before, TORN)), [false, false]);
}

#[test]
fn a_grace_period_waits_for_read_sections_that_began_before_it() {
    // The pointer is taken back in x; y says that what it pointed at is gone.
    let updater = "WRITE_ONCE(x, 1); synchronize_rcu(); WRITE_ONCE(y, 1)";
    let reader = "rcu_read_lock(); r0 = READ_ONCE(x); r1 = READ_ONCE(y); rcu_read_unlock()";
    let gone = "P0 = { r0 = 0, r1 = 1 }";
    assert_eq!(occurs_under(&litmus(reader, updater, gone)), [false, false]);
    let outside = "r0 = READ_ONCE(x); r1 = READ_ONCE(y)";
    assert_eq!(occurs_under(&litmus(outside, updater, gone)), [true, true]);
    // A section that is over holds nobody up.
    let over = "rcu_read_lock(); r0 = READ_ONCE(x); rcu_read_unlock(); r1 = READ_ONCE(y)";
    assert_eq!(occurs_under(&litmus(over, updater, gone)), [true, true]);
}

/// Read, then store, in a read section; what a grace period waited for reaches whoever sees the store after it.
#[test]
fn what_a_grace_period_waited_for_precedes_what_follows_it() {
    let cpu = |name: &str, steps: &str| {
        format!("[[cpu]]\nname = \"{name}\"\nroutine = \"litmus\"\nargs.steps = [{steps}]\n")
    };
    let text = format!(
        "format = \"pmdrace-scenario/1\"\nname = \"t\"\ntitle = \"t\"\nwhy = \"t\"\n\
         architectures = [\"arm64@6.1\"]\n[source]\n[state.word]\nx = 0\ny = 0\nz = 0\n{}{}{}\
         [exists]\nP0 = {{ r0 = 0 }}\nP2 = {{ r0 = 1, r1 = 0 }}\n\
         [variant.v]\nabout = \"t\"\n[goal.ran]\noutcome.P0 = {{ r0 = 0 }}\n",
        cpu(
            "P0",
            r#""rcu_read_lock()", "r0 = READ_ONCE(z)", "WRITE_ONCE(x, 1)", "rcu_read_unlock()""#
        ),
        cpu("P1", r#""WRITE_ONCE(z, 1)", "synchronize_rcu()", "WRITE_ONCE(y, 1)""#),
        cpu("P2", r#""r0 = smp_load_acquire(y)", "r1 = READ_ONCE(x)""#),
    );
    for memory in MemoryModel::ALL {
        let model = only(&text, Some(memory));
        for engine in Engine::EXHAUSTIVE.into_iter().filter(|engine| engine.has(memory)) {
            let found = engine.check(Arc::clone(&model), &Budget::unlimited()).unwrap();
            assert_eq!(found.verdict(0), Verdict::Holds, "{engine} {memory:?}");
        }
    }
    // Without the grace period it is possible.
    let model = only(&text.replace("\"synchronize_rcu()\", ", ""), Some(MemoryModel::Rc11));
    let found = Engine::Statespace.check(model, &Budget::unlimited()).unwrap();
    assert_eq!(found.verdict(0), Verdict::Violated);
}

#[test]
fn a_grace_period_in_its_own_read_section_is_told_on_threads() {
    let text = litmus(
        "rcu_read_lock(); synchronize_rcu(); rcu_read_unlock(); r0 = READ_ONCE(x)",
        "WRITE_ONCE(x, 1)",
        "P0 = { r0 = 1 }",
    );
    let model = only(&text, None);
    let settings = Settings { threads: NonZeroUsize::MIN, seed: 3, yield_every: None };
    let (stressed, cut) = stress(&[model], settings, &Budget::unlimited());
    assert_eq!(cut, Cut::Failed);
    let error = stressed[0].error.as_ref().unwrap().to_string();
    assert!(error.contains("CPU0 waits for its own read section"), "{error}");
}
