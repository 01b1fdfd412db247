//! Random models, on every engine and checker that can run them. What they disagree about is shrunk and shown
//! as a scenario.
//!
//! Each test draws its models from a fixed seed. `just fuzz TIME` draws others for as long as it is told
//! (`PMDRACE_FUZZ_SECONDS`, from the seed `PMDRACE_FUZZ_SEED`).

mod compare;
mod found;
mod litmus;
mod routines;

use std::fmt::Debug;
use std::time::{Duration, Instant};

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

/// The number of models between two looks at the clock.
const BATCH: u32 = 50;

/// Draws models and checks each; a model that fails is shrunk and shown.
fn draw<S: Strategy>(
    strategy: &S,
    seed: u64,
    cases: u32,
    check: impl Fn(S::Value) -> Result<(), String>,
) where
    S::Value: Debug,
{
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(config, random);
    let found = runner.run(strategy, |model| check(model).map_err(TestCaseError::fail));
    if let Err(failure) = found {
        panic!("seed {seed}: {failure}");
    }
}

/// A number from the environment.
fn told(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Draws models for as long as the environment says.
fn draw_for_long<S: Strategy>(strategy: &S, check: impl Fn(S::Value) -> Result<(), String>)
where
    S::Value: Debug,
{
    let time = Duration::from_secs(told("PMDRACE_FUZZ_SECONDS").unwrap_or(60));
    let first = told("PMDRACE_FUZZ_SEED").unwrap_or(1);
    let (begun, mut drawn) = (Instant::now(), 0);
    for seed in first.. {
        draw(strategy, seed, BATCH, &check);
        drawn += BATCH;
        if drawn % 1_000 == 0 {
            println!("{drawn} models, seeds {first} to {seed}");
        }
        if begun.elapsed() >= time {
            println!("{drawn} models, seeds {first} to {seed}: no disagreement");
            return;
        }
    }
}

#[test]
fn litmus_tests() {
    draw(&litmus::programs(), 0, 150, |program| compare::all(&program));
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn litmus_tests_for_long() {
    draw_for_long(&litmus::programs(), |program| compare::all(&program));
}

#[test]
fn recombined_routines() {
    let run = std::cell::Cell::new(0);
    draw(&routines::scenarios(), 0, 150, |mixed| {
        run.set(run.get() + usize::from(routines::agree(&mixed)?));
        Ok(())
    });
    assert!(run.get() > 30, "hardly any has a cell: {}", run.get());
}

#[test]
#[ignore = "runs as long as it is told: just fuzz TIME"]
fn recombined_routines_for_long() {
    draw_for_long(&routines::scenarios(), |mixed| routines::agree(&mixed).map(drop));
}
