//! Random small litmus tests, answered here and by herd7: the same final states, as many executions, the same flags.
//! What differs is shrunk and shown.
//!
//! herd7 must be on PATH, and the kernel's model in the directory that `PMDRACE_MEMORY_MODEL` names, tools/memory-model
//! of some kernel tree; without these the tests fail, so they are ignored unless asked for: `just fuzz-herd TIME`. They
//! run for `PMDRACE_FUZZ_SECONDS`, from the seed `PMDRACE_FUZZ_SEED`.

mod aarch64;
mod c;
mod reference;
mod vmsa;

use std::cell::Cell;
use std::fmt::{Debug, Display};
use std::time::{Duration, Instant};

use pmdrace_litmus::{Cut, Limits, MemoryModel, Release, read_for};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use reference::{Herd, normal};

/// The number of tests between two looks at the clock.
const BATCH: u32 = 20;

/// For how long what differs is made smaller, in milliseconds.
const SHRINKING: u32 = 60_000;

/// When an answer is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// Draws tests and holds each against herd7 for as long as the environment says.
fn compare<S: Strategy>(name: &str, herd: &Herd, strategy: &S)
where
    S::Value: Debug + Display,
{
    let told = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    let time = Duration::from_secs(told("PMDRACE_FUZZ_SECONDS").unwrap_or(60));
    let first = told("PMDRACE_FUZZ_SEED").unwrap_or(1);
    let (begun, agreed, cut) = (Instant::now(), Cell::new(0), Cell::new(0));
    for seed in first.. {
        let config = Config {
            cases: BATCH,
            failure_persistence: None,
            max_shrink_time: SHRINKING,
            max_shrink_iters: 100_000,
            ..Config::default()
        };
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let found = TestRunner::new_with_rng(config, random).run(strategy, |test| {
            let count = match agrees(herd, &test.to_string()).map_err(TestCaseError::fail)? {
                true => &agreed,
                false => &cut,
            };
            count.set(count.get() + 1);
            Ok(())
        });
        match found {
            Ok(()) => {}
            Err(TestError::Fail(why, test)) => panic!("{name}, seed {seed}:\n{test}\n{why}"),
            Err(why) => panic!("{name}, seed {seed}: {why}"),
        }
        let done = begun.elapsed() >= time;
        if done || (seed - first) % 20 == 19 {
            let (agreed, cut) = (agreed.get(), cut.get());
            println!("{name}: {agreed} agree, {cut} are not answered, seeds {first} to {seed}");
        }
        if done {
            assert!(agreed.get() > cut.get(), "{name}: hardly any is answered in time");
            return;
        }
    }
}

/// Whether there are two answers to a test.
///
/// # Errors
/// If they differ.
fn agrees(herd: &Herd, text: &str) -> Result<bool, String> {
    let Some(theirs) = herd.answer(text)? else { return Ok(false) };
    let counted = !text.contains("Variant=vmsa");
    let same = |one: &str, other: &str| normal(one, counted) == normal(other, counted);
    match ours(text, herd.release())? {
        None => Ok(false),
        Some(ours) if same(&ours, &theirs) => Ok(true),
        Some(ours) => Err(format!("herd7:\n{theirs}\nhere:\n{ours}")),
    }
}

/// The answer from here; None if it takes too long, or sums take too many values.
fn ours(text: &str, release: Release) -> Result<Option<String>, String> {
    let test = read_for(text, release).map_err(|problem| format!("not read: {problem}"))?;
    let begun = Instant::now();
    let stop = || begun.elapsed() > PATIENCE;
    let limits = Limits { histories: 1 << 20, stop: &stop };
    match MemoryModel::of(test.language, release).outcomes(&test, &limits) {
        Ok(outcomes) => Ok(Some(outcomes.report(&test))),
        Err(Cut::Stopped | Cut::Histories) => Ok(None),
        Err(cut) => Err(format!("no answer: {cut}")),
    }
}

#[test]
#[ignore = "needs herd7 and runs as long as it is told: just fuzz-herd TIME"]
fn kernel_c() {
    compare("C", &Herd::of_kernel(), &c::programs());
}

#[test]
#[ignore = "needs herd7 and runs as long as it is told: just fuzz-herd TIME"]
fn aarch64_instructions() {
    compare("AArch64", &Herd::new(), &aarch64::programs());
}

#[test]
#[ignore = "needs herd7 and runs as long as it is told: just fuzz-herd TIME"]
fn aarch64_page_tables() {
    compare("AArch64 with page tables", &Herd::new(), &vmsa::programs());
}
