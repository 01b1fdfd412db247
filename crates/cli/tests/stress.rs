//! The verb `stress`: its document, its exit codes, its traces, and what an interrupt leaves of a run.
//!
//! A test binary of its own: rounds on real threads show little while other tests keep the cores busy.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "it/program.rs"]
mod program;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use std::time::Duration;

use parking_lot::Mutex;
use serde_json::Value;

use program::{Ran, command, interrupt, pmdrace, pmdrace_in, root};

const SPLIT: &str = "split-migration-vs-gup-fast";

/// One run at a time: rounds need threads that run together.
static ALONE: Mutex<()> = Mutex::new(());

fn stress(args: &[&str]) -> Ran {
    let _alone = ALONE.lock();
    pmdrace(&[&["stress"], args].concat())
}

const RACE: [&str; 7] = [
    SPLIT,
    "--variant=before",
    "--arch=arm64@6.1",
    "--reader=perf-size",
    "--time=4s",
    "--seed=0x2a",
    "--quiet",
];

#[test]
fn the_document_says_what_was_seen_and_fits_its_schema() {
    let folder = tempfile::tempdir().unwrap();
    let traces = format!("--traces={}", folder.path().display());
    let ran = stress(&[&RACE[..], &[&traces, "--json"]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let document = ran.json();
    let schema = fs::read_to_string(root().join("docs/reference/stress.schema.json")).unwrap();
    let schema = serde_json::from_str(&schema).unwrap();
    let problems: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&document)
        .map(|error| error.to_string())
        .collect();
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(document["seed"], 42);
    assert_eq!(document["ended_by"], "max-time");
    let results = document["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    for result in results {
        let number = |value: &Value| value.as_u64().unwrap();
        assert_eq!(result["verdict"], "violated", "{result:#}");
        assert_eq!(result["as_expected"], true);
        assert_eq!(
            (&result["forbidden_rounds"], &result["undecided_rounds"]),
            (&0.into(), &0.into())
        );
        let coverage = &result["coverage"];
        assert!(number(&coverage["seen"]) <= number(&coverage["possible"]));
        let outcomes = result["outcomes"].as_array().unwrap();
        let sum = |key: &str| outcomes.iter().map(|outcome| number(&outcome[key])).sum::<u64>();
        assert_eq!(sum("rounds"), number(&result["rounds"]));
        assert_eq!(sum("seen"), number(&coverage["seen"]));
        assert_eq!(sum("possible"), number(&coverage["possible"]));
        assert_eq!(sum("violating"), number(&result["violating_rounds"]));
        let properties = result["properties"].as_array().unwrap();
        let size = properties.iter().find(|property| property["name"] == "no-wrong-size").unwrap();
        assert_eq!(size["verdict"], "violated");
        assert!(number(&size["first_round"]) <= number(&result["rounds"]));
        let trace = size["trace"].as_str().unwrap();
        let replay = pmdrace(&["replay", trace]);
        assert_eq!(replay.code, 0, "{}", replay.out);
        assert!(replay.out.contains("reproduced"), "{}", replay.out);
    }
}

#[test]
fn what_holds_is_inconclusive_under_stress() {
    let args = ["sb", "--variant=mb", "--time=3s", "--quiet", "--json", "--threads=4"];
    let output = stress(&args);
    assert_eq!(output.code, 0);
    for result in output.json()["results"].as_array().unwrap() {
        assert_eq!(result["verdict"], "inconclusive");
        assert!(result["rounds"].as_u64().unwrap() > 0);
        assert_eq!(result["violating_rounds"], 0);
    }
}

#[test]
fn what_nobody_expects_is_told_and_ends_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = pmdrace_scenario::by_name("split-derefs-migration-entry").unwrap().text;
    let (head, _) = shipped.split_once("[[expect]]").unwrap();
    fs::write(folder.path().join("race.toml"), head).unwrap();
    let alone = ALONE.lock();
    let output = pmdrace_in(folder.path(), &["stress", "race.toml", "--time=4s", "--seed=7"]);
    drop(alone);
    let text = output.out;
    assert_eq!(output.code, 1, "{text}");
    assert!(text.contains("NOT EXPECTED"), "{text}");
    assert!(text.contains("show something unexpected"), "{text}");
    assert!(text.contains("seed 0x7"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn a_run_without_a_round_is_no_pass() {
    let sb = ["sb", "--variant=plain", "--memory=tso"];
    let output = stress(&[&sb[..], &["--time=1ns"]].concat());
    assert_eq!(output.code, 3, "{}", output.out);
    assert!(output.out.contains("1 cell had no round"), "{}", output.out);
    assert_eq!(stress(&[&sb[..], &["--time=0s"]].concat()).code, 2);
}

#[test]
fn a_cell_that_can_deadlock_does_not_run() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = pmdrace_scenario::by_name("mp").unwrap().text;
    let locked = "[\"spin_lock(ptl)\", \"r0 = READ_ONCE(flag)\", \"r1 = READ_ONCE(x)\"]";
    let (head, rest) = shipped.split_once("[variant.locked]").unwrap();
    let end = rest.find("\n\n").unwrap();
    let variant = format!(
        "[variant.locked]\nabout = \"never unlocks\"\nset.P0.steps = {locked}\nset.P1.steps = {locked}"
    );
    let text = format!("{head}{variant}{}", &rest[end..]);
    fs::write(folder.path().join("deadlock.toml"), text).unwrap();
    let args = ["stress", "deadlock.toml", "--variant=locked", "--time=1s"];
    let output = pmdrace_in(folder.path(), &args);
    let message = output.err;
    assert_eq!(output.code, 2, "{message}");
    assert!(message.contains("some execution deadlocks"), "{message}");
}

#[test]
fn an_interrupt_prints_what_was_found() {
    let folder = tempfile::tempdir().unwrap();
    let traces = format!("--traces={}", folder.path().display());
    let cells = ["--variant=before", "--arch=arm64@6.1", "--reader=bare"];
    let mut child = command(&[&["stress", SPLIT], &cells[..], &["--time=10min", &traces]].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(told.any(|line| line.unwrap() == "rounds for 10m"));
    std::thread::sleep(Duration::from_secs(2));
    let output = interrupt(child);
    let text = output.out;
    assert_eq!(output.code, 130, "{text}");
    assert!(text.contains("interrupted: this is what was found until then"), "{text}");
    let found = |line: &str| line.contains("VIOLATED") && line.contains("no-wrong-page");
    assert!(text.lines().any(found), "{text}");
    assert!(fs::read_dir(folder.path()).unwrap().count() > 0);
}

#[test]
fn mistakes_are_told_before_anything_runs() {
    for (args, words) in [
        (&["sbb"][..], "did you mean `sb`"),
        (&["sb", "--variant=mbb"], "did you mean `mb`"),
        (&["sb", "--time=soon"], "--time"),
        (&["sb", "--threads=0"], "--threads"),
        (&["sb", "--yield-every=0"], "--yield-every"),
        (&["sb", "--seed=x"], "--seed"),
    ] {
        let output = stress(args);
        let message = output.err;
        assert_eq!(output.code, 2, "{message}");
        assert!(message.contains(words), "{message}");
    }
}
