//! Fuzzing of everything that is read from files: scenarios, traces and golden files, mutated from the shipped ones.
//!
//! Whatever a file holds, nothing panics, takes more than five seconds or much memory; what is refused is refused with
//! its place and a remedy; what is accepted can be built and survives being written. Inputs are numbered, and each
//! number gives the same input always. `cargo test` tries a fixed number of them; `just fuzz-inputs 10min` goes on for
//! a time, from `PMDRACE_FUZZ_SEED` or 0.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod mutate;
#[path = "../it/program.rs"]
#[expect(dead_code, reason = "shared with other tests")]
mod program;

use std::fs;
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use mutate::Mutator;
use pmdrace_report::{Golden, Record};
use pmdrace_scenario::{CATALOGUE, Catalogue, Diagnostic, Scenario, is_control};

/// The time that an input may take.
const LONGEST: Duration = Duration::from_secs(5);
/// The memory that this process may ever have taken, in KiB.
const MOST: u64 = 1 << 20;
/// The number of inputs without a time to fill.
const QUICK: u64 = 8_000;

/// Where an input comes from, and what reads it.
type Kind = (&'static str, fn(&str), Vec<String>);

/// The kinds of files, each with texts to begin from.
fn kinds() -> [Kind; 3] {
    let of = |text: fn(&pmdrace_scenario::Entry) -> &'static str| {
        CATALOGUE.iter().map(text).filter(|text| !text.is_empty())
    };
    let first =
        |text: &str, lines: usize| -> String { text.split_inclusive('\n').take(lines).collect() };
    let golden = |text| first(text, 6).trim_end().trim_end_matches(',').to_owned() + "\n]}\n";
    [
        ("scenario", scenario, of(|entry| entry.text).map(str::to_owned).collect()),
        ("trace", trace, of(|entry| entry.traces).map(|text| first(text, 120)).collect()),
        ("golden", self::golden, of(|entry| entry.golden).map(golden).collect()),
    ]
}

/// What may be printed: nothing that a terminal obeys, and nothing endless.
fn is_shown_well(text: &str) -> bool {
    text.len() < 4_000 && !text.chars().any(|c| c != '\n' && is_control(c))
}

fn scenario(text: &str) {
    match Catalogue::shipped().parse(text) {
        Ok(scenario) => built(&scenario),
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            problems.iter().for_each(|problem| placed(text, problem));
        }
    }
}

/// Every cell of an accepted scenario can be built; some are.
fn built(scenario: &Scenario) {
    let cells = scenario.cells(None);
    assert!(cells.len() <= 20_000, "{} cells", cells.len());
    let apply: Vec<_> = cells.iter().filter(|cell| scenario.applies(cell)).collect();
    for cell in apply.iter().step_by(apply.len() / 4 + 1) {
        let model = scenario.model(cell).expect("a model of every cell");
        assert!(model.roles.len() <= 8 && model.cells.len() <= 64, "{cell}");
        let names: std::collections::HashSet<_> = model.roles.iter().map(|r| &r.name).collect();
        assert_eq!(names.len(), model.roles.len(), "two CPUs of one name");
        let names: std::collections::HashSet<_> = model.cells.iter().map(|c| &c.name).collect();
        assert_eq!(names.len(), model.cells.len(), "two words of one name");
    }
}

fn placed(text: &str, problem: &Diagnostic) {
    let span = problem.span.clone().unwrap_or_else(|| panic!("no place: {problem:?}"));
    assert!(text.get(span).is_some(), "no such place: {problem:?}");
    let help = problem.help.as_ref().unwrap_or_else(|| panic!("no remedy: {problem:?}"));
    assert!(is_shown_well(&problem.message) && is_shown_well(help), "{problem:?}");
}

fn trace(text: &str) {
    match Record::parse_all(text) {
        Ok(records) => {
            let texts: Vec<String> = records.iter().map(Record::to_text).collect();
            let again = Record::parse_all(&texts.join("\n")).expect("it was written by ourselves");
            let unplaced = |r: &Record| Record { first_line: 0, ..r.clone() };
            assert!(again.iter().map(unplaced).eq(records.iter().map(unplaced)), "it changed");
        }
        Err(error) => {
            let lines = text.lines().count();
            assert!((1..=lines + 1).contains(&error.line), "{error} of {lines} lines");
            assert!(is_shown_well(&error.problem), "{error}");
        }
    }
}

fn golden(text: &str) {
    if let Ok(golden) = Golden::parse(text) {
        let again = Golden::parse(&golden.to_text().unwrap()).expect("it was written by ourselves");
        assert!(again == golden, "it changed");
    }
}

/// The input of a number.
fn input(kind: &Kind, number: u64) -> String {
    let mut mutator = Mutator::new(number);
    let (text, other) = (mutator.choose(&kind.2), mutator.choose(&kind.2));
    mutator.mutated(text, other)
}

/// The most memory that this process has taken so far, in KiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
}

/// Tries inputs until `enough` of the number tried and the time taken; returns how many.
fn try_all(enough: impl Fn(u64, Duration) -> bool) -> u64 {
    let seed: u64 =
        std::env::var("PMDRACE_FUZZ_SEED").map_or(0, |seed| seed.parse().expect("a number"));
    let (begun, kinds) = (Instant::now(), kinds());
    let mut tried = 0;
    let mut failed = Vec::new();
    while !enough(tried, begun.elapsed()) && failed.len() < 10 {
        let number = seed + tried;
        // Scenarios have the most to check.
        let kind = &kinds[[0, 0, 0, 1, 2][(tried % 5) as usize]];
        let text = input(kind, number);
        let before = Instant::now();
        let ended = catch_unwind(|| (kind.1)(&text));
        let slow = before.elapsed() > LONGEST;
        if ended.is_err() || slow {
            let path = std::env::temp_dir().join(format!("pmdrace-{}-{number}", kind.0));
            fs::write(&path, &text).unwrap();
            failed.push(format!("{}{}", path.display(), if slow { ", slow" } else { "" }));
        }
        tried += 1;
    }
    eprintln!("{tried} inputs from number {seed}, {} s, {} KiB", begun.elapsed().as_secs(), peak());
    assert!(failed.is_empty(), "inputs that fail: {failed:#?}");
    assert!(peak() < MOST, "{} KiB", peak());
    tried
}

#[test]
fn no_input_is_taken_badly() {
    assert_eq!(try_all(|tried, _| tried >= QUICK), QUICK);
}

/// `PMDRACE_FUZZ_TIME` is the time in seconds, or with a unit such as `10min`.
#[test]
#[ignore = "takes as long as it is given: just fuzz-inputs TIME"]
fn no_input_is_taken_badly_for_long() {
    let time = std::env::var("PMDRACE_FUZZ_TIME").unwrap_or_else(|_| "60s".to_owned());
    let time = humantime::parse_duration(&time).expect("a time such as 10min");
    try_all(|_, taken| taken >= time);
}

#[test]
fn the_program_refuses_files_with_their_place_and_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let kinds = kinds();
    let said_well = |ran: &program::Ran, what: &str| {
        let said = ran.out.clone() + &ran.err;
        assert!(!said.contains("panicked"), "{what}: {said}");
        assert!(!said.chars().any(|c| !"\n\t".contains(c) && is_control(c)), "{what}: {said:?}");
        assert!(said.len() < 1 << 20, "{what}: {} bytes", said.len());
    };
    let names: Vec<String> = (0..150).map(|number| format!("{number}.toml")).collect();
    for (number, name) in names.iter().enumerate() {
        let mut bytes = input(&kinds[0], 1_000_000 + number as u64).into_bytes();
        // Some are not even UTF-8.
        if number % 10 == 0 {
            let at = bytes.len() / 2;
            bytes.insert(at, 0xff);
        }
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let begun = Instant::now();
    let args: Vec<&str> = std::iter::once("lint").chain(names.iter().map(String::as_str)).collect();
    let ran = program::pmdrace_in(folder.path(), &args);
    assert!(begun.elapsed() < LONGEST * 6, "{:?}", begun.elapsed());
    assert!([0, 2].contains(&ran.code), "{}", ran.code);
    said_well(&ran, "lint");
    let told = |name: &&String| ran.out.contains(*name) || ran.err.contains(*name);
    assert_eq!(names.iter().filter(told).count(), names.len(), "a file is not told");
    for number in 0..20 {
        fs::write(folder.path().join("x.trace"), input(&kinds[1], 1_000_000 + number)).unwrap();
        let begun = Instant::now();
        let ran = program::pmdrace_in(folder.path(), &["replay", "x.trace"]);
        assert!(begun.elapsed() < LONGEST, "replay of {number}: {:?}", begun.elapsed());
        assert!([0, 1, 2, 4].contains(&ran.code), "replay of {number}: {}", ran.code);
        said_well(&ran, &format!("replay of {number}"));
    }
}
