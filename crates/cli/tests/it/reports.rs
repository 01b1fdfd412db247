//! The report files that the program writes: their forms, their schema, and what is refused.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use pmdrace_report::report_schema;
use serde_json::{Value, json};

use crate::program::{Ran, command, interrupt, pmdrace_in};
use crate::races::{SMALL, SPLIT};

/// A scenario and a few of its cells, one of them violated.
const FEW: [&str; 8] =
    ["check", SPLIT, "--variant", "before,after", "--arch", "arm64@6.1", "--param", "walkers=1"];

fn quiet(folder: &Path, args: &[&str]) -> Ran {
    pmdrace_in(folder, &[args, &["--quiet"]].concat())
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

/// The options for one report of each form.
fn all_forms() -> Vec<String> {
    let forms = ["json", "jsonl", "html", "markdown", "junit", "sarif"];
    forms.iter().flat_map(|form| ["--report".to_owned(), format!("{form}=out.{form}")]).collect()
}

/// Holds all reports of a run against its document; `drifts` cells differ from a golden file.
fn agree(folder: &Path, location: &str, drifts: u64) {
    let document: Value = serde_json::from_str(&read(folder, "out.json")).unwrap();
    let summary = &document["summary"];
    let count = |class: &str| summary[class].as_u64().unwrap();
    let cells: u64 = summary.as_object().unwrap().values().map(|v| v.as_u64().unwrap()).sum();

    let junit = read(folder, "out.junit");
    let junit = roxmltree::Document::parse(&junit).unwrap();
    let total = |name| junit.root_element().attribute(name).unwrap().parse::<u64>().unwrap();
    assert_eq!(total("tests"), cells + drifts);
    assert_eq!(total("failures"), count("unexpected") + count("inconclusive") + drifts);
    assert_eq!(total("skipped"), count("not_applicable"));
    assert_eq!(total("errors"), count("errors"));

    let lines = read(folder, "out.jsonl");
    let mut lines: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(&lines.pop().unwrap()["summary"], summary);
    let results = document["results"].as_array().unwrap();
    assert_eq!(lines.len(), results.len());
    assert!(results.iter().all(|result| lines.contains(result)));

    let sarif: Value = serde_json::from_str(&read(folder, "out.sarif")).unwrap();
    let found = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(!found.is_empty());
    for found in found.iter().filter(|found| found["ruleId"] != "golden-file") {
        let place = &found["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], location);
        assert!(place["region"]["startLine"].as_u64().unwrap() > 1);
    }
    assert!(read(folder, "out.markdown").contains("| **before** |"));
    assert!(read(folder, "out.html").starts_with("<!DOCTYPE html>"));
}

#[test]
fn check_and_matrix_write_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let all = all_forms();
    for verb in ["check", "matrix"] {
        let mut args = FEW.to_vec();
        args[0] = verb;
        args.extend(all.iter().map(String::as_str));
        let output = quiet(folder.path(), &args);
        assert_eq!(output.code, 0, "{}", output.err);
        agree(folder.path(), "scenarios/pmd/split-migration-vs-gup-fast.toml", 0);
        for name in all.iter().filter_map(|arg| arg.split_once('=')) {
            fs::remove_file(folder.path().join(name.1)).unwrap();
        }
    }
}

#[test]
fn gate_lists_what_differs_and_reports_everything() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("my race.toml"), SMALL).unwrap();
    assert_eq!(quiet(folder.path(), &["gate", "my race.toml", "--bless"]).code, 0);
    let all = all_forms();
    let mut args = vec!["gate", "my race.toml"];
    args.extend(all.iter().map(String::as_str));
    let output = quiet(folder.path(), &args);
    assert_eq!(output.code, 0, "{}", output.err);
    agree(folder.path(), "my%20race.toml", 0);
    // As expected is nothing to list: the sums and the verdict remain.
    let said = output.out;
    assert_eq!(said.lines().count(), 3, "{said}");
    assert!(read(folder.path(), "out.markdown").contains("Everything is as expected."));

    let golden = read(folder.path(), "my race.expected.json");
    let first = golden.lines().nth(1).unwrap();
    let changed = golden.replacen(first, &first.replacen("\"states\":", "\"states\":9", 1), 1);
    assert_ne!(golden, changed);
    fs::write(folder.path().join("my race.expected.json"), changed).unwrap();
    let output = quiet(folder.path(), &args);
    assert_eq!(output.code, 1);
    agree(folder.path(), "my%20race.toml", 1);
    let said = output.out;
    assert_eq!(said.matches("drift  ").count(), 1, "{said}");
    assert!(read(folder.path(), "out.junit").contains("type=\"drift\""));
    assert!(read(folder.path(), "out.sarif").contains("\"golden-file\""));
    assert!(
        read(folder.path(), "out.markdown").contains("## Differences from the golden files (1)")
    );
}

#[test]
fn what_is_not_settled_fails_in_junit() {
    let folder = tempfile::tempdir().unwrap();
    let args = [&FEW[..], &["--engine", "loom", "--max-executions", "1", "--report", "junit=out"]];
    assert_eq!(quiet(folder.path(), &args.concat()).code, 3);
    let junit = read(folder.path(), "out");
    let junit = roxmltree::Document::parse(&junit).unwrap();
    let mut failures = junit.descendants().filter(|node| node.has_tag_name("failure")).peekable();
    assert!(failures.peek().is_some());
    assert!(failures.all(|node| node.attribute("type") == Some("inconclusive")));
}

#[test]
#[cfg(unix)]
fn an_interrupt_leaves_whole_lines() {
    let folder = tempfile::tempdir().unwrap();
    let cells = ["--full", "--param", "walkers=2,remover=true", "--engine", "loom"];
    let lines = ["-j", "1", "-q", "--report", "jsonl=lines", "--json"];
    let child = command(&[&["check", SPLIT], &cells[..], &lines].concat())
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(1_500));
    assert_eq!(interrupt(child).code, 130);
    let text = read(folder.path(), "lines");
    assert!(text.ends_with('\n'));
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (last, results) = lines.split_last().unwrap();
    assert!(last["not_begun"].as_u64().unwrap() > 0);
    assert!(results.iter().any(|result| result["cut_by"] == "interrupted"));
}

#[test]
fn reports_that_cannot_be_written_are_refused_before_anything_runs() {
    let folder = tempfile::tempdir().unwrap();
    for (reports, says) in [
        (&["junit=none/out.xml"][..], "cannot write none/out.xml"),
        (&["jsonl=none/out.jsonl"], "cannot write none/out.jsonl"),
        (&["sarif=."], "cannot write ."),
        (&["sarif=out", "junit=out"], "two reports go to out"),
        (&["xml=out"], "unknown report format `xml`"),
        (&["sarif="], "FORMAT=PATH"),
    ] {
        let mut args = FEW.to_vec();
        args.extend(reports.iter().flat_map(|report| ["--report", report]));
        let output = quiet(folder.path(), &args);
        assert_eq!(output.code, 2, "{reports:?}");
        let said = output.err;
        assert!(said.contains(says), "{said}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{reports:?} wrote something");
    }
}

#[test]
fn the_schema_accepts_a_document_and_refuses_what_is_none() {
    let schema: Value = serde_json::from_str(&report_schema().unwrap()).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let bounded = ["check", "pae-torn-pmd", "--variant", "after", "--memory", "tso"];
    let documents = [&FEW[..], &bounded];
    let documents =
        documents.map(|args| quiet(folder.path(), &[args, &["--json"]].concat()).json());
    for document in &documents {
        let problems: Vec<String> =
            schema.iter_errors(document).map(|error| error.to_string()).collect();
        assert!(problems.is_empty(), "{problems:#?}");
    }
    let [document, bounded] = documents;
    let results = bounded["results"].as_array().unwrap().iter();
    let bounds = results.flat_map(|result| result["properties"].as_array().unwrap());
    let bounds: Vec<&Value> = bounds.map(|property| &property["up_to"]).collect();
    assert_eq!(bounds.len(), 4);
    assert!(bounds.iter().all(|up_to| **up_to == json!(["more rounds of reading both halves"])));
    for (pointer, value) in [
        ("/format", Value::from("pmdrace-report/9")),
        ("/results/0/verdict", Value::from("fine")),
        ("/results/0/params/walkers", Value::from("one")),
        ("/results/0/states", Value::from(-1)),
        ("/summary/errors", Value::Null),
    ] {
        let mut wrong = document.clone();
        *wrong.pointer_mut(pointer).unwrap() = value;
        assert!(!schema.is_valid(&wrong), "{pointer}");
    }
}
