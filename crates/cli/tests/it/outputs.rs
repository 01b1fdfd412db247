//! Outputs that fail: an error of its own, and no other output is lost.
#![cfg(target_os = "linux")]

use std::fs::{self, File};
use std::process::Stdio;

use crate::program::{Ran, command, pmdrace, pmdrace_in};
use crate::races::SMALL;

/// A quick run.
const CHECK: [&str; 6] = ["check", "sb", "--variant", "plain", "--memory", "tso"];

/// A device that is always full.
fn full() -> Stdio {
    File::options().write(true).open("/dev/full").unwrap().into()
}

/// A pipe that nobody reads.
fn closed() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

#[test]
fn output_that_is_lost_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("small.toml"), SMALL).unwrap();
    for args in [
        &CHECK[..],
        &["check", "sb", "--variant", "plain", "--json"],
        &["matrix", "sb", "-q"],
        &["export", "mp", "--variant", "wmb-rmb", "--memory", "rc11", "--as", "litmus"],
        &["lint", "small.toml"],
        &["list"],
        &["show", "sb"],
        &["decode", "arm64@6.1", "0x0"],
        &["replay", "sb"],
        &["--help"],
        &["check", "--help"],
    ] {
        let run = |out: Stdio| {
            let mut command = command(args);
            let ended = command.current_dir(folder.path()).stdout(out).output().unwrap();
            (ended.status.code().unwrap(), String::from_utf8(ended.stderr).unwrap())
        };
        let (code, said) = run(full());
        assert_eq!(code, 74, "{args:?}: {said}");
        assert!(said.contains("cannot write to standard output"), "{args:?}: {said}");
        let (code, said) = run(closed());
        assert_eq!((code, said.as_str()), (0, ""), "{args:?}: a reader that has seen enough");
    }
}

#[test]
fn nobody_has_to_read_messages() {
    for args in [
        &["lint", "/nonexistent.toml"][..],
        &["check", "/nonexistent.toml"],
        &["mutate", "mp"],
        &["stress", "sb", "--variant", "plain", "--time", "100ms"],
        &["check", "sb", "--engine", "random", "--max-executions", "10"],
    ] {
        let wanted = pmdrace(args).code;
        for messages in [full(), closed()] {
            let ended = command(args).stderr(messages).output().unwrap();
            assert_eq!(ended.status.code(), Some(wanted), "{args:?}");
        }
    }
}

#[test]
fn a_report_that_fails_takes_no_other_with_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("traces")).unwrap();
    let reports = ["json=/dev/full", "html=out.html", "jsonl=/dev/full", "junit=out.xml"];
    for verb in ["check", "matrix", "gate"] {
        let mut args = vec![verb, "sb", "--quiet", "--traces", "traces"];
        args.extend(reports.iter().flat_map(|report| ["--report", report]));
        let Ran { code, out, err } = pmdrace_in(folder.path(), &args);
        assert_eq!(code, 74, "{verb}: {err}");
        assert_eq!(err.matches("error: cannot write /dev/full").count(), 2, "{verb}: {err}");
        assert!(out.contains("as expected"), "{verb}: {out}");
        for file in ["out.html", "out.xml"] {
            fs::remove_file(folder.path().join(file)).unwrap();
        }
    }
}

/// Traces cannot be written where directories have their names.
#[test]
fn traces_that_cannot_be_written_take_no_result_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let args = [&CHECK[..], &["--quiet", "--traces", "t"]].concat();
    assert_eq!(pmdrace_in(folder.path(), &args).code, 0);
    for file in fs::read_dir(folder.path().join("t")).unwrap() {
        let path = file.unwrap().path();
        fs::remove_file(&path).unwrap();
        fs::create_dir_all(path.join("full")).unwrap();
    }
    let Ran { code, out, err } = pmdrace_in(folder.path(), &args);
    assert_eq!(code, 74, "{err}");
    assert!(out.contains("VIOLATED") && out.contains("no trace files in t"), "{out}");
    assert!(!out.contains("replay: "), "{out}");
    assert!(err.contains("cannot write t/"), "{err}");
}

#[test]
fn what_is_committed_is_blessed_together_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    fs::write(file("race.toml"), SMALL).unwrap();
    fs::create_dir(file("race.traces")).unwrap();
    let bless = || pmdrace_in(folder.path(), &["gate", "race.toml", "--bless", "--quiet"]);
    let refused = bless();
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("cannot write race.traces"), "{}", refused.err);
    assert!(!file("race.expected.json").exists());
    fs::remove_dir(file("race.traces")).unwrap();
    assert_eq!(bless().code, 0);
    let files = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(files, 3, "the scenario and two files beside it");
}
