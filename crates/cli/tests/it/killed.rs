//! Processes that are killed at any moment: no other process stays behind, and no file is half written.
//!
//! `PMDRACE_KILLS` is how often; `just kill` kills a hundred times.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use pmdrace_report::Record;
use serde_json::Value;

use crate::program::command;
use crate::races::SPLIT;

/// How long a process may take to notice that its parent is gone.
const SOON: Duration = Duration::from_secs(10);

fn often() -> u64 {
    std::env::var("PMDRACE_KILLS").map_or(10, |count| count.parse().unwrap())
}

/// Another number below a second for each kill, in milliseconds.
fn moment(kill: u64) -> Duration {
    Duration::from_millis(kill.wrapping_mul(0x9e37_79b9_7f4a_7c15) % 1000)
}

/// A run of many searches that keeps workers busy, recognisable by its environment.
fn start(folder: &Path, mark: &str) -> Child {
    let cells = ["check", SPLIT, "--variant", "before", "--full", "--param", "walkers=2"];
    let outputs = ["-j", "3", "-q", "--traces", "t", "--report", "json=r.json"];
    let lines = ["--report", "jsonl=r.jsonl", "--max-executions", "300"];
    command(&[&cells[..], &outputs, &lines].concat())
        .current_dir(folder)
        .env("PMDRACE_KILL_TEST", mark)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The processes with this mark in their environment.
fn marked(mark: &str) -> Vec<String> {
    let mark = format!("PMDRACE_KILL_TEST={mark}");
    let processes = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    let ids = processes.filter_map(|process| process.file_name().into_string().ok());
    let ours = |id: &String| {
        let environment = fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
        environment.split(|byte| *byte == 0).any(|one| one == mark.as_bytes())
    };
    ids.filter(|id| id.bytes().all(|byte| byte.is_ascii_digit())).filter(ours).collect()
}

/// Every file is whole: traces and the document, and the lines of a run that was killed but for the last.
fn whole(folder: &Path) {
    if let Ok(text) = fs::read_to_string(folder.join("r.json")) {
        assert!(serde_json::from_str::<Value>(&text).is_ok(), "a report is half written");
    }
    let lines = fs::read_to_string(folder.join("r.jsonl")).unwrap_or_default();
    let lines: Vec<&str> = lines.split_inclusive('\n').collect();
    for line in lines.iter().filter(|line| line.ends_with('\n')) {
        assert!(serde_json::from_str::<Value>(line).is_ok(), "a line is half written: {line}");
    }
    for file in fs::read_dir(folder.join("t")).into_iter().flatten() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "trace") {
            let text = fs::read_to_string(&path).unwrap();
            assert!(Record::parse_all(&text).is_ok(), "{} is half written", path.display());
        }
    }
}

#[test]
fn workers_end_with_their_parent() {
    for kill in 0..often() {
        let folder = tempfile::tempdir().unwrap();
        let mark = format!("{}-parent-{kill}", std::process::id());
        let mut child = start(folder.path(), &mark);
        std::thread::sleep(moment(kill));
        child.kill().unwrap();
        child.wait().unwrap();
        let killed = Instant::now();
        while !marked(&mark).is_empty() {
            assert!(killed.elapsed() < SOON, "{:?} are left", marked(&mark));
            std::thread::sleep(Duration::from_millis(20));
        }
        whole(folder.path());
    }
}

#[test]
fn a_worker_that_is_killed_costs_its_cell() {
    for kill in 0..often().div_ceil(3) {
        let folder = tempfile::tempdir().unwrap();
        let mark = format!("{}-worker-{kill}", std::process::id());
        let mut child = start(folder.path(), &mark);
        let parent = child.id().to_string();
        let worker = loop {
            let worker = marked(&mark).into_iter().find(|id| *id != parent);
            match worker {
                Some(worker) => break worker,
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        };
        std::thread::sleep(moment(kill) / 4);
        // One that has ended meanwhile had nothing left to lose.
        let hit = Command::new("kill").args(["-KILL", &worker]).stderr(Stdio::null()).status();
        assert!(child.wait().unwrap().code().is_some());
        assert!(marked(&mark).is_empty(), "{:?} are left", marked(&mark));
        whole(folder.path());
        let report = fs::read_to_string(folder.path().join("r.json")).unwrap();
        let report: Value = serde_json::from_str(&report).unwrap();
        let results = report["results"].as_array().unwrap();
        let lost = results.iter().filter(|result| result["error"]["kind"] == "internal").count();
        assert!(lost <= 1 && hit.is_ok(), "{lost} results are lost");
        assert!(results.len() > 20);
    }
}
