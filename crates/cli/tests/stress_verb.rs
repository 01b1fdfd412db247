//! The verb `stress`: its document, its exit codes, its traces, and what an interrupt leaves of a run.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;

fn stress(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pmdrace"));
    command.arg("stress").args(args);
    command
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn document(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

const RACE: [&str; 7] = [
    "split-migration-vs-gup-fast",
    "--variant=before",
    "--arch=arm64@6.1",
    "--reader=perf-size",
    "--time=2s",
    "--seed=0x2a",
    "--quiet",
];

#[test]
fn the_document_says_what_was_seen_and_fits_its_schema() {
    let folder = tempfile::tempdir().unwrap();
    let traces = format!("--traces={}", folder.path().display());
    let output = stress(&RACE).args([traces.as_str(), "--json"]).output().unwrap();
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    let document = document(&output);
    let schema =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/stress.schema.json");
    let schema = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
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
        let replay = Command::new(env!("CARGO_BIN_EXE_pmdrace")).args(["replay", trace]).output();
        let replay = replay.unwrap();
        assert_eq!(code(&replay), 0, "{}", text(&replay));
        assert!(text(&replay).contains("reproduced"), "{}", text(&replay));
    }
}

#[test]
fn what_holds_is_inconclusive_under_stress() {
    let args = ["sb", "--variant=mb", "--time=300ms", "--quiet", "--json", "--threads=4"];
    let output = stress(&args).output().unwrap();
    assert_eq!(code(&output), 0);
    for result in document(&output)["results"].as_array().unwrap() {
        assert_eq!(result["verdict"], "inconclusive");
        assert!(result["rounds"].as_u64().unwrap() > 0);
        assert_eq!(result["violating_rounds"], 0);
    }
}

#[test]
fn what_nobody_expects_is_told_and_ends_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("race.toml");
    let shipped = pmdrace_scenario::by_name("split-derefs-migration-entry").unwrap().text;
    let (head, _) = shipped.split_once("[[expect]]").unwrap();
    fs::write(&file, head).unwrap();
    let output = stress(&[file.to_str().unwrap(), "--time=2s", "--seed=7"]).output().unwrap();
    let text = text(&output);
    assert_eq!(code(&output), 1, "{text}");
    assert!(text.contains("NOT EXPECTED"), "{text}");
    assert!(text.contains("show something unexpected"), "{text}");
    assert!(text.contains("seed 0x7"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
}

#[test]
fn a_cell_that_can_deadlock_does_not_run() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("deadlock.toml");
    let shipped = pmdrace_scenario::by_name("mp").unwrap().text;
    let locked = "[\"spin_lock(ptl)\", \"r0 = READ_ONCE(flag)\", \"r1 = READ_ONCE(x)\"]";
    let (head, rest) = shipped.split_once("[variant.locked]").unwrap();
    let end = rest.find("\n\n").unwrap();
    let variant = format!(
        "[variant.locked]\nabout = \"never unlocks\"\nset.P0.steps = {locked}\nset.P1.steps = {locked}"
    );
    fs::write(&file, format!("{head}{variant}{}", &rest[end..])).unwrap();
    let args = [file.to_str().unwrap(), "--variant=locked", "--time=1s"];
    let output = stress(&args).output().unwrap();
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(code(&output), 70, "{message}");
    assert!(message.contains("deadlock"), "{message}");
}

#[test]
fn an_interrupt_prints_what_was_found() {
    let folder = tempfile::tempdir().unwrap();
    let traces = format!("--traces={}", folder.path().display());
    let args =
        ["split-migration-vs-gup-fast", "--variant=before", "--arch=arm64@6.1", "--reader=bare"];
    let mut child = stress(&args)
        .args(["--time=10min", &traces])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut told = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(told.any(|line| line.unwrap() == "rounds for 10m"));
    std::thread::sleep(Duration::from_secs(2));
    let kill =
        Command::new("sh").args(["-c", &format!("kill -INT {}", child.id())]).status().unwrap();
    assert!(kill.success());
    let output = child.wait_with_output().unwrap();
    let text = text(&output);
    assert_eq!(code(&output), 130, "{text}");
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
        let output = stress(args).output().unwrap();
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(code(&output), 2, "{message}");
        assert!(message.contains(words), "{message}");
    }
}
