//! Random models, on every engine and checker that can run them. What they disagree about is shrunk and shown
//! as a scenario.
//!
//! Each test draws its models from a fixed seed. `just fuzz TIME` draws others for as long as it is told
//! (`PMDRACE_FUZZ_SECONDS`, from the seed `PMDRACE_FUZZ_SEED`).

mod barriers;
mod branches;
mod compare;
mod conditions;
pub(crate) mod found;
mod interrupts;
mod litmus;
mod routines;

use std::cell::Cell;
use std::fmt::Debug;
use std::time::{Duration, Instant};

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

/// The number of models between two looks at the clock.
const BATCH: u32 = 50;

/// Draws models and checks each, which says whether there was something to check; a model that fails is shrunk
/// and shown. Returns the number of models that were checked.
fn draw<S: Strategy>(
    strategy: &S,
    seed: u64,
    cases: u32,
    check: impl Fn(&S::Value) -> Result<bool, String>,
) -> usize
where
    S::Value: Debug,
{
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(config, random);
    let checked = Cell::new(0);
    let found = runner.run(strategy, |model| {
        let new = check(&model).map_err(TestCaseError::fail)?;
        checked.set(checked.get() + usize::from(new));
        Ok(())
    });
    if let Err(failure) = found {
        panic!("seed {seed}: {failure}");
    }
    checked.get()
}

/// A number from the environment.
fn told(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Draws models for as long as the environment says.
fn draw_for_long<S: Strategy>(strategy: &S, check: impl Fn(&S::Value) -> Result<bool, String>)
where
    S::Value: Debug,
{
    for_long(|seed| draw(strategy, seed, BATCH, &check));
}

/// Checks batches of models, each from a seed of its own, for as long as the environment says; `batch` returns how many
/// it checked.
pub(crate) fn for_long(batch: impl Fn(u64) -> usize) {
    let time = Duration::from_secs(told("PMDRACE_FUZZ_SECONDS").unwrap_or(60));
    let first = told("PMDRACE_FUZZ_SEED").unwrap_or(1);
    let (begun, mut checked) = (Instant::now(), 0);
    for seed in first.. {
        checked += batch(seed);
        let done = begun.elapsed() >= time;
        if done || (seed - first) % 20 == 19 {
            println!("{checked} models agree, seeds {first} to {seed}");
        }
        if done {
            return;
        }
    }
}

#[test]
fn litmus_tests() {
    assert_eq!(draw(&litmus::programs(), 0, 200, compare::all), 200);
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn litmus_tests_for_long() {
    draw_for_long(&litmus::programs(), compare::all);
}

#[test]
fn litmus_tests_under_lkmm() {
    assert_eq!(draw(&litmus::programs(), 0, 200, compare::lkmm), 200);
}

#[test]
fn litmus_tests_on_armv8() {
    assert_eq!(draw(&litmus::programs(), 0, 200, compare::armv8), 200);
}

#[test]
fn litmus_tests_on_rvwmo() {
    assert_eq!(draw(&litmus::programs(), 0, 200, compare::rvwmo), 200);
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn litmus_tests_under_lkmm_for_long() {
    draw_for_long(&litmus::programs(), compare::lkmm);
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn litmus_tests_on_armv8_for_long() {
    draw_for_long(&litmus::loose_programs(), compare::armv8);
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn litmus_tests_on_rvwmo_for_long() {
    draw_for_long(&litmus::loose_programs(), compare::rvwmo);
}

#[test]
fn conditions_on_the_last_values() {
    let checked = draw(&conditions::conditions(), 0, 150, conditions::agree);
    assert!(checked > 75, "hardly any is about memory: {checked}");
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn conditions_on_the_last_values_for_long() {
    draw_for_long(&conditions::conditions(), conditions::agree);
}

#[test]
fn branches_on_loom() {
    let checked = draw(&branches::programs(), 0, 300, branches::agree);
    assert!(checked > 50, "hardly any has outcomes of which loom claims to know all: {checked}");
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn branches_on_loom_for_long() {
    draw_for_long(&branches::programs(), branches::agree);
}

#[test]
fn auxiliary_words_on_loom() {
    let checked = draw(&branches::auxiliary(), 0, 300, branches::agree);
    assert!(checked > 50, "hardly any has outcomes of which loom claims to know all: {checked}");
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn auxiliary_words_on_loom_for_long() {
    draw_for_long(&branches::auxiliary(), branches::agree);
}

#[test]
fn interrupts_of_some_cpus() {
    let checked = draw(&interrupts::programs(), 0, 100, interrupts::agree);
    assert!(checked > 30, "hardly any interrupts some CPUs only: {checked}");
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn interrupts_of_some_cpus_for_long() {
    draw_for_long(&interrupts::programs(), interrupts::agree);
}

#[test]
fn recombined_routines() {
    let checked = draw(&routines::scenarios(), 0, 300, routines::agree);
    assert!(checked > 60, "hardly any has a cell: {checked}");
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn recombined_routines_for_long() {
    draw_for_long(&routines::scenarios(), routines::agree);
}
