//! A deadlock as users meet it: a violated property whose trace says who waits for whom, on every engine and in
//! every report.

use std::fs;
use std::path::Path;

use crate::program::pmdrace_in;

const EXPECT: &str =
    "[[expect]]\nvariant = \"crossed\"\nproperty = \"no-deadlock\"\nverdict = \"violated\"\n";

/// Two CPUs that take two locks, in opposite orders or in the same, or none.
fn write(folder: &Path, rest: &str) {
    let text = format!(
        r#"
format = "pmdrace-scenario/1"
name = "locks"
title = "Two locks, taken in two orders"
why = "A test."
architectures = ["arm64@6.1"]
memory = ["sc"]

[source]

[state]
lock = ["pmd-lock", "pte-lock"]

[state.word]
x = 0

[[cpu]]
name = "one"
routine = "litmus"
args.steps = ["spin_lock(pmd-lock)", "spin_lock(pte-lock)", "r0 = READ_ONCE(x)", "spin_unlock(pte-lock)", "spin_unlock(pmd-lock)"]

[[cpu]]
name = "other"
routine = "litmus"
args.steps = ["spin_lock(pte-lock)", "spin_lock(pmd-lock)", "r0 = READ_ONCE(x)", "spin_unlock(pmd-lock)", "spin_unlock(pte-lock)"]

[exists]
one = {{ r0 = 1 }}

[variant.crossed]
about = "in opposite orders"

[variant.ordered]
about = "in the same order"
set.other.steps = ["spin_lock(pmd-lock)", "spin_lock(pte-lock)", "r0 = READ_ONCE(x)", "spin_unlock(pte-lock)", "spin_unlock(pmd-lock)"]

[variant.unlocked]
about = "without a lock"
set.one.steps = ["r0 = READ_ONCE(x)"]
set.other.steps = ["r0 = READ_ONCE(x)"]

[goal.ends]
outcome.one = {{ r0 = 0 }}
{rest}"#
    );
    fs::write(folder.join("locks.toml"), text).unwrap();
}

#[test]
fn a_deadlock_is_a_verdict_with_a_trace_on_every_engine() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "");
    for engine in ["statespace", "loom", "auto", "random"] {
        let args = ["check", "locks.toml", "--variant=crossed", "--engine", engine, "--traces=t"];
        let ran = pmdrace_in(folder.path(), &args);
        let text = ran.out;
        assert_eq!(ran.code, 1, "{engine}: {text}{}", ran.err);
        assert!(text.contains("VIOLATED     no-deadlock"), "{engine}: {text}");
        for told in [
            "waits forever in spin_lock(pte-lock)",
            "CPU1 other has held pte-lock since step",
            "waits forever in spin_lock(pmd-lock)",
            "CPU0 one has held pmd-lock since step",
            "CPU1 has not moved since step",
        ] {
            assert!(text.contains(told), "{engine}: {text}");
        }
    }
}

#[test]
fn a_deadlock_can_be_expected() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), EXPECT);
    let ran = pmdrace_in(folder.path(), &["check", "locks.toml", "--json"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    let report = ran.json();
    let verdict = |variant: &str, engine: &str| {
        let results = report["results"].as_array().unwrap();
        let of = |r: &&serde_json::Value| r["variant"] == variant && r["engine"] == engine;
        let result = results.iter().find(of).unwrap();
        let mut properties = result["properties"].as_array().unwrap().iter();
        let found = properties.find(|property| property["name"] == "no-deadlock");
        found.unwrap()["verdict"].as_str().unwrap().to_owned()
    };
    for engine in ["statespace", "loom"] {
        assert_eq!(verdict("crossed", engine), "violated", "{engine}");
        assert_eq!(verdict("ordered", engine), "holds", "{engine}");
        assert_eq!(verdict("unlocked", engine), "not-applicable", "{engine}: nobody can wait");
    }
}

#[test]
fn the_trace_of_a_deadlock_replays_and_is_on_the_page() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), EXPECT);
    for engine in ["statespace", "loom"] {
        let args =
            ["check", "locks.toml", "--variant=crossed", "--engine", engine, "--traces", engine];
        pmdrace_in(folder.path(), &args);
        let file = fs::read_dir(folder.path().join(engine)).unwrap().next().unwrap().unwrap();
        let file = file.path().display().to_string();
        let line = fs::read_to_string(&file).unwrap();
        let told = "- waits forever in spin_lock(pmd-lock): CPU0 one has held pmd-lock since step";
        assert!(line.contains(told), "{line}");
        let args = ["replay", &file, "--scenario=locks.toml", "--html=page.html"];
        let ran = pmdrace_in(folder.path(), &args);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        let page = fs::read_to_string(folder.path().join("page.html")).unwrap();
        assert!(page.contains("waits forever in spin_lock(pmd-lock)"), "{engine}");
        // Another story is not the same execution.
        fs::write(&file, line.replace("CPU0 one has held", "CPU0 two has held")).unwrap();
        let ran = pmdrace_in(folder.path(), &["replay", &file, "--scenario=locks.toml"]);
        assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    }
}
