//! `check` of litmus tests in herd7's format: answers, exit codes, documents, mistakes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::pmdrace;

/// Message passing without order, and with it; both state their result.
const TESTS: [(&str, &str); 2] = [
    (
        "mp-once.litmus",
        "C mp-once\n\n(*\n * Result: Sometimes\n *)\n\n{}\n\n\
         P0(int *x, int *y)\n{\n\tWRITE_ONCE(*x, 1);\n\tWRITE_ONCE(*y, 1);\n}\n\n\
         P1(int *x, int *y)\n{\n\tint r0;\n\tint r1;\n\n\tr0 = READ_ONCE(*y);\n\tr1 = READ_ONCE(*x);\n}\n\n\
         exists (1:r0=1 /\\ 1:r1=0)\n",
    ),
    (
        "mp-release.litmus",
        "C mp-release\n\n(*\n * Result: Never\n *)\n\n{}\n\n\
         P0(int *x, int *y)\n{\n\tWRITE_ONCE(*x, 1);\n\tsmp_store_release(y, 1);\n}\n\n\
         P1(int *x, int *y)\n{\n\tint r0;\n\tint r1;\n\n\tr0 = smp_load_acquire(y);\n\tr1 = READ_ONCE(*x);\n}\n\n\
         exists (1:r0=1 /\\ 1:r1=0)\n",
    ),
];

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

/// A folder with both tests.
fn tests() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in TESTS {
        write(folder.path(), name, text);
    }
    folder
}

fn check(arguments: &[&str], path: &Path) -> crate::program::Ran {
    let mut all = vec!["check"];
    all.extend_from_slice(arguments);
    all.push(path.to_str().unwrap());
    pmdrace(&all)
}

#[test]
fn a_folder_of_tests_is_answered_as_they_state() {
    let folder = tests();
    let output = check(&[], folder.path());
    assert_eq!(output.code, 0, "{}", output.err);
    assert!(output.out.contains("mp-once") && output.out.contains("2 as stated"), "{}", output.out);
    // What they state is about their own model, and a wrong statement is told.
    let output = check(&["--memory", "sc"], folder.path());
    assert!(output.code == 0 && output.out.contains("2 with no stated result"), "{}", output.out);
    let wrong = TESTS[0].1.replace("Result: Sometimes", "Result: Never");
    let output = check(&[], &write(folder.path(), "wrong.litmus", &wrong));
    assert!(output.code == 1 && output.out.contains("the test states Never"), "{}", output.out);
}

#[test]
fn answers_do_not_depend_on_the_number_of_jobs() {
    let folder = tests();
    let answers = |jobs| {
        let output = check(&["--json", "--jobs", jobs], folder.path());
        let mut report: serde_json::Value = serde_json::from_str(&output.out).unwrap();
        report["seconds"] = 0.into();
        report
    };
    let one = answers("1");
    assert_eq!(one, answers("2"));
    assert_eq!(one["format"], "pmdrace-litmus/1");
    assert_eq!(one["tests"][0]["verdict"], "violated");
    assert_eq!(one["tests"][1]["verdict"], "holds");
    let schema: serde_json::Value =
        serde_json::from_str(&pmdrace_report::litmus_schema().unwrap()).unwrap();
    assert!(jsonschema::is_valid(&schema, &one));
}

#[test]
fn outcomes_are_those_of_herd7() {
    let folder = tests();
    let output = check(&["--outcomes"], &folder.path().join("mp-once.litmus"));
    assert_eq!(output.code, 0);
    assert_eq!(
        output.out,
        "Test mp-once Allowed\nStates 4\n1:r0=0; 1:r1=0;\n1:r0=0; 1:r1=1;\n1:r0=1; 1:r1=0;\n\
         1:r0=1; 1:r1=1;\nOk\nWitnesses\nPositive: 1 Negative: 3\n\
         Condition exists (1:r0=1 /\\ 1:r1=0)\nObservation mp-once Sometimes 1 3\n"
    );
}

#[test]
fn assertions_and_data_races_fail_without_a_statement() {
    let folder = tempfile::tempdir().unwrap();
    let stated = |text: &str, name: &str| {
        let text = text.replace("Result: Sometimes", "").replace("Result: Never", "");
        write(folder.path(), name, &text)
    };
    let (once, release) = (TESTS[0].1, TESTS[1].1);
    assert_eq!(check(&[], &stated(once, "question.litmus")).code, 0);
    assert_eq!(check(&[], &stated(&once.replace("exists", "~exists"), "no.litmus")).code, 1);
    assert_eq!(check(&[], &stated(&release.replace("exists", "~exists"), "yes.litmus")).code, 0);
    let plain = once.replace("WRITE_ONCE(*x, 1)", "*x = 1");
    let output = check(&[], &stated(&plain, "race.litmus"));
    assert_eq!(output.code, 1);
    assert!(output.out.contains("flag data-race"), "{}", output.out);
    // That the outcome is as stated does not excuse a race that is not.
    let stated = |result: &str| plain.replace("Result: Sometimes", result);
    let path = |result: &str| write(folder.path(), "stated.litmus", &stated(result));
    assert_eq!(check(&[], &path("Result: Sometimes")).code, 1);
    assert_eq!(check(&[], &path("Result: Sometimes DATARACE")).code, 0);
}

#[test]
fn mistakes_are_told_with_their_place() {
    let folder = tests();
    let wrong = TESTS[0].1.replace("READ_ONCE(*y)", "READ_TWICE(*y)");
    let path = write(folder.path(), "wrong.litmus", &wrong);
    let output = check(&[], &path);
    assert_eq!(output.code, 2);
    assert!(output.out.contains("wrong.litmus:20:7"), "{}", output.out);
    // The other tests of the folder are answered.
    let output = check(&[], folder.path());
    assert_eq!(output.code, 2);
    assert!(output.out.contains("2 as stated, 1 that could not be read"), "{}", output.out);

    let path = folder.path().join("mp-once.litmus");
    let output = check(&["--variant", "before"], &path);
    assert_eq!(output.code, 2);
    assert!(output.err.contains("`--variant` is for scenarios"), "{}", output.err);
    let output = pmdrace(&["check", "mp", path.to_str().unwrap()]);
    assert!(output.code == 2 && output.err.contains("check them apart"), "{}", output.err);
    assert_eq!(pmdrace(&["check", "mp", "--outcomes"]).code, 2);
    let output = check(&["--memory", "tso"], &path);
    assert_eq!(output.code, 2);
    assert!(output.out.contains("says nothing about tests in this language"), "{}", output.out);
    let empty = tempfile::tempdir().unwrap();
    let output = check(&[], empty.path());
    assert_eq!(output.code, 2);
    assert!(output.err.contains("is a directory without litmus tests"), "{}", output.err);
    assert_eq!(check(&[], &folder.path().join("none.litmus")).code, 2);
}

#[test]
fn a_search_that_is_cut_is_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    // The order of twelve stores is one of 479 million.
    let thread =
        |number: usize| format!("P{number}(int *x)\n{{\n\tWRITE_ONCE(*x, {number});\n}}\n\n");
    let threads: String = (1..12).map(thread).collect();
    let text = format!(
        "C many\n\n{{}}\n\nP0(int *x)\n{{\n\tWRITE_ONCE(*x, 12);\n}}\n\n{threads}exists (x=13)\n"
    );
    let output = check(&["--max-time", "200ms"], &write(folder.path(), "many.litmus", &text));
    assert_eq!(output.code, 3, "{}", output.out);
    assert!(output.out.contains("inconclusive: stopped by the budget"), "{}", output.out);
}

#[test]
fn a_loop_that_is_not_followed_to_its_end_is_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let text = "C loop\n\n{}\n\nP0(int *x)\n{\n\tint r0;\n\n\tr0 = 0;\n\twhile (r0 < 3) {\n\t\tr0 = r0 + 1;\n\t}\n\
                \tWRITE_ONCE(*x, 1);\n}\n\n~exists (x=1)\n";
    for arguments in [&[][..], &["--outcomes"]] {
        let output = check(arguments, &write(folder.path(), "loop.litmus", text));
        assert_eq!(output.code, 3, "{}", output.out);
        assert!(output.out.contains("a loop may go on for longer"), "{}", output.out);
    }
}

#[test]
fn a_machine_answers_as_the_axioms_do() {
    let folder = tests();
    let machine = ["--engine", "statespace"];
    let output = check(&machine, folder.path());
    assert_eq!(output.code, 0, "{}", output.err);
    assert!(output.out.contains("2 as stated"), "{}", output.out);
    let path = folder.path().join("mp-once.litmus");
    let states = |output: crate::program::Ran| {
        let (states, _) = output.out.split_once("Witnesses").unwrap();
        states.to_owned()
    };
    let by_axioms = states(check(&["--outcomes"], &path));
    assert_eq!(states(check(&["--outcomes", "--engine", "statespace"], &path)), by_axioms);
    let output = check(&["--json", "--engine", "statespace"], &path);
    let report: serde_json::Value = serde_json::from_str(&output.out).unwrap();
    assert_eq!(report["tests"][0]["engine"], "statespace");
    assert_eq!(report["tests"][0]["observed"], "Sometimes");
}

#[test]
fn what_a_machine_cannot_answer_is_told_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let machine = ["--engine", "statespace"];
    // Few states are no answer.
    let mp = write(folder.path(), "mp.litmus", TESTS[0].1);
    let output = check(&["--engine", "statespace", "--max-states", "3"], &mp);
    assert!(output.code == 3 && output.out.contains("--max-states"), "{}", output.out);
    let plain = TESTS[0].1.replace("READ_ONCE(*x)", "*x");
    let output = check(&machine, &write(folder.path(), "plain.litmus", &plain));
    assert_eq!(output.code, 3);
    assert!(output.out.contains("unsupported by the machine: plain accesses"), "{}", output.out);
    let x86 = "X86 sb\n{}\n P0 ;\n MOV [x],$1 ;\nexists (x=1)\n";
    let output = check(&machine, &write(folder.path(), "sb.litmus", x86));
    assert_eq!(output.code, 2);
    assert!(output.out.contains("leave the option out"), "{}", output.out);
    for other in ["loom", "random"] {
        let output = check(&["--engine", other], &mp);
        assert!(output.code == 2 && output.err.contains("is for scenarios"), "{}", output.err);
    }
    let output = check(&["--max-states", "3"], &mp);
    assert!(output.code == 2 && output.err.contains("--engine statespace"), "{}", output.err);
}
