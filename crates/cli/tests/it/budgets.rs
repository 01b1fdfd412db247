//! Budgets and interrupts in the program: they end a run in time, and nothing found is lost.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::{command, interrupt, pmdrace, pmdrace_in, root};
use crate::races::SMALL;

/// A violation on the second step, and more states than anybody waits for.
const MID: &str = r#"
format = "pmdrace-scenario/1"
name = "mid"
title = "a violation on the second step and a big rest"
why = "What a cut search found is its result."
architectures = ["arm64@6.12"]
memory = ["rc11"]
tags = ["litmus"]
source = {}
state.word = { x = 0, a = 0, b = 0, c = 0 }
variant.plain = { about = "no barrier" }
exists.r = { r0 = 1 }
goal.early.outcome.r = { r0 = 0 }
expect = [{ variant = "plain", property = "no-outcome", verdict = "violated" }]
cpu = [
    { name = "w", routine = "litmus", args.steps = ["WRITE_ONCE(x, 1)"] },
    { name = "r", routine = "litmus", args.steps = ["r0 = READ_ONCE(x)"] },
    { name = "b1", routine = "litmus", args.steps = ["r0 = READ_ONCE(a)", "WRITE_ONCE(b, 1)", "r1 = READ_ONCE(c)", "WRITE_ONCE(a, 2)"] },
    { name = "b2", routine = "litmus", args.steps = ["r0 = READ_ONCE(b)", "WRITE_ONCE(c, 1)", "r1 = READ_ONCE(a)", "WRITE_ONCE(b, 2)"] },
    { name = "b3", routine = "litmus", args.steps = ["r0 = READ_ONCE(c)", "WRITE_ONCE(a, 1)", "r1 = READ_ONCE(b)", "WRITE_ONCE(c, 2)"] },
    { name = "b4", routine = "litmus", args.steps = ["r0 = READ_ONCE(a)", "WRITE_ONCE(c, 3)", "r1 = READ_ONCE(b)", "WRITE_ONCE(a, 4)"] },
    { name = "b5", routine = "litmus", args.steps = ["r0 = READ_ONCE(b)", "WRITE_ONCE(a, 3)", "r1 = READ_ONCE(c)", "WRITE_ONCE(b, 4)"] },
]
"#;
/// How much later than it should a run may end on a busy machine.
const LATE: Duration = Duration::from_secs(10);

fn mid(folder: &Path) -> String {
    let path = folder.join("mid.toml");
    std::fs::write(&path, MID).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The model of eight CPUs, whose violation takes fifteen steps.
fn crowd() -> String {
    root().join("docs/how-to/large-models/crowd.toml").to_str().unwrap().to_owned()
}

/// Checks that the one result is a violation with its trace, of more than a few states.
fn has_found(report: &Value, cut: &str) {
    let result = &report["results"][0];
    assert_eq!((&result["verdict"], &result["cut_by"]), (&"violated".into(), &cut.into()));
    assert!(result["states"].as_u64().unwrap() > 1000, "{result}");
    assert!(result["properties"][0]["trace"].is_string(), "{result}");
}

#[test]
fn a_search_that_runs_out_of_time_keeps_what_it_found() {
    let folder = tempfile::tempdir().unwrap();
    for time in ["700ms", "1s", "1300ms"] {
        let started = Instant::now();
        let search = ["--engine", "statespace", "--max-time", time, "--json", "-q"];
        let ran = pmdrace(&[&["check", &mid(folder.path())], &search[..]].concat());
        // The deadlocks that were not looked for are not settled.
        assert_eq!(ran.code, 3);
        has_found(&ran.json(), "max-time");
        assert!(started.elapsed() < Duration::from_secs(2) + LATE);
    }
}

#[test]
#[cfg(unix)]
fn an_interrupted_search_keeps_what_it_found() {
    let folder = tempfile::tempdir().unwrap();
    for (path, memory) in [(mid(folder.path()), "rc11"), (crowd(), "tso")] {
        let search = ["--memory", memory, "--engine", "statespace", "--json", "-q"];
        let mut child = command(&[&["check", &path], &search[..]].concat());
        let child = child.stdout(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(2_500));
        let started = Instant::now();
        let ran = interrupt(child);
        assert!(started.elapsed() < Duration::from_secs(1) + LATE);
        assert_eq!(ran.code, 130);
        let report = ran.json();
        assert_eq!(report["results"][0]["cut_by"], "interrupted");
        assert!(report["results"][0]["states"].as_u64().unwrap() > 1000);
    }
}

/// What a cell shows that was not explored to its end says nothing about its golden file.
#[test]
#[cfg(unix)]
fn an_interrupted_gate_claims_no_difference() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("race.toml"), SMALL).unwrap();
    let gate = ["gate", "race.toml", "-q", "-j", "1"];
    assert_eq!(pmdrace_in(folder.path(), &[&gate[..], &["--bless"]].concat()).code, 0);
    for milliseconds in [100, 300, 500] {
        let mut command = command(&gate);
        let command = command.current_dir(folder.path());
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(milliseconds));
        let ran = interrupt(child);
        assert!(!ran.out.contains("drift"), "{}", ran.out);
        let said = match ran.code {
            130 => "as in the golden files, as far as the run got",
            _ => "as in the golden files\n",
        };
        assert!(ran.out.contains(said), "{}", ran.out);
    }
}

/// The search for the trace goes on for longer than that without a limit.
#[test]
fn a_trace_is_searched_for_within_the_budget() {
    let search = ["--memory", "rc11", "--engine", "statespace", "--json", "-q", "-j", "1"];
    for (limit, value, cut) in
        [("--max-time", "5s", "max-time"), ("--max-memory", "40MiB", "max-memory")]
    {
        let started = Instant::now();
        let ran = pmdrace(&[&["check", &crowd(), limit, value], &search[..]].concat());
        assert!(started.elapsed() < Duration::from_secs(6) + LATE);
        let report = ran.json();
        let result = &report["results"][0];
        assert_eq!(result["cut_by"], cut);
        if result["verdict"] == "violated" {
            has_found(&report, cut);
        }
    }
}

#[test]
fn there_is_no_room_for_any_number_of_processes() {
    for args in [
        &["check", "sb", "-j", "100000"][..],
        &["gate", "sb", "-j", "18446744073709551615"],
        &["stress", "sb", "--threads", "18446744073709551615"],
    ] {
        let ran = pmdrace(args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
    }
    assert_eq!(pmdrace(&["check", "sb", "--variant", "plain", "-q", "-j", "1024"]).code, 0);
}
