//! What is suggested works as it is printed, in the shell, and shows what it promises.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::program::pmdrace_in;
use crate::races::{SPLIT, quick_race};

/// The commands that a text suggests: what follows `next:` and `replay:`.
fn suggested(text: &str) -> Vec<String> {
    let after = |line: &str| {
        let told = ["next: ", "replay: "].iter().find_map(|start| line.strip_prefix(start))?;
        told.starts_with("pmdrace ").then(|| told.to_owned())
    };
    text.lines().filter_map(after).collect()
}

/// Gives a suggested command to a shell that finds the program as `pmdrace`; returns the code and the output.
fn in_shell(folder: &Path, command: &str) -> (i32, String) {
    let bin = Path::new(env!("CARGO_BIN_EXE_pmdrace")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", path)
        .env("NO_COLOR", "1")
        .env("HOME", folder)
        .env_remove("XDG_CACHE_HOME")
        .output()
        .unwrap();
    let (out, err) = (output.stdout, output.stderr);
    let text = String::from_utf8(out).unwrap() + &String::from_utf8(err).unwrap();
    (output.status.code().unwrap(), text)
}

/// What a suggested command says; its code is `code`.
fn follow(folder: &Path, command: &str, code: i32) -> String {
    let (ended, text) = in_shell(folder, command);
    assert_eq!(ended, code, "{command}\n{text}");
    text
}

#[test]
fn a_replay_that_is_suggested_shows_the_execution() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("my races")).unwrap();
    fs::rename(quick_race(folder.path()), folder.path().join("my races/it's.toml")).unwrap();
    for check in [
        // Several cells have this execution, and the cache is below the home directory.
        format!("pmdrace check {SPLIT} --variant before --arch arm64@6.1 --param remover=false -q --engine statespace"),
        "pmdrace check \"my races/it's.toml\" --variant before --arch arm64@6.1 -q".to_owned(),
        "pmdrace check \"my races/it's.toml\" --variant before --arch arm64@6.1 -q --traces 'to here'"
            .to_owned(),
    ] {
        let (_, told) = in_shell(folder.path(), &check);
        let replay = suggested(&told).into_iter().find(|line| line.contains(" replay ")).unwrap();
        let shown = follow(folder.path(), &replay, 0);
        assert!(shown.contains("VIOLATED") && shown.contains("reproduced: "), "{replay}\n{shown}");
        // The same steps as the check showed.
        let steps = |text: &str| {
            let lines = text.lines().skip_while(|line| !line.contains("CPU0"));
            lines.take_while(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        assert!(!steps(&shown).is_empty());
        assert_eq!(steps(&shown), steps(&told), "{check}");
    }
}

#[test]
fn a_suggested_command_keeps_what_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let sc =
        "pmdrace check numa-pmd-double-read --variant before --memory sc --engine statespace -q";
    let (_, told) = in_shell(folder.path(), sc);
    let next = suggested(&told).pop().unwrap();
    assert!(next.ends_with(" --memory sc"), "{next}");
    assert!(follow(folder.path(), &next, 0).contains("  sc\n"));

    let reload = "pmdrace check split-leaf-vs-gup-fast --reader perf-size --engine statespace --plain-reloads -q";
    let next = suggested(&in_shell(folder.path(), reload).1).pop().unwrap();
    assert!(next.ends_with(" --plain-reloads"), "{next}");

    let matrix = "pmdrace matrix numa-pmd-double-read --memory sc -q --engine statespace";
    let told = in_shell(folder.path(), matrix).1;
    assert!(told.contains("--variant V --arch A --memory sc, or"), "{told}");

    // A reader that was chosen is not asked for again.
    let chosen = format!(
        "pmdrace check {SPLIT} --variant after --arch arm64@6.1 --reader bare -q --engine statespace"
    );
    let told = in_shell(folder.path(), &chosen).1;
    assert!(told.contains("next: add -v") && !told.contains("--reader R"), "{told}");
}

#[test]
fn the_gate_of_a_file_says_how_to_bless_that_file() {
    let folder = tempfile::tempdir().unwrap();
    quick_race(folder.path());
    for verb in ["gate", "replay"] {
        let ran = pmdrace_in(folder.path(), &[verb, "race.toml"]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("`pmdrace gate race.toml --bless` writes it"), "{}", ran.err);
    }
    follow(folder.path(), "pmdrace gate race.toml --bless -q", 0);
    follow(folder.path(), "pmdrace replay race.toml", 0);
}

/// A violated cell whose search a budget ended is not said to have given up a loop.
#[test]
fn what_a_budget_ended_is_told_to_raise_it() {
    let folder = tempfile::tempdir().unwrap();
    let cut = "pmdrace check numa-pmd-double-read --arch arm64@6.1 --variant before --max-states 5 --engine statespace -q";
    let told = follow(folder.path(), cut, 3);
    assert!(told.contains("raise the budget that ended the search"), "{told}");
}

#[test]
fn what_failed_is_run_again_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = quick_race(folder.path());
    let text = fs::read_to_string(&path).unwrap();
    let cells = |told: &str| {
        let line =
            told.lines().find(|line| line.contains(" cell") && line.ends_with(" s")).unwrap();
        line.split(' ').next().unwrap().parse::<usize>().unwrap()
    };
    let none = follow(folder.path(), "pmdrace check --failed", 4);
    assert!(none.contains("nothing is known to have failed"), "{none}");
    let wrong = text.replacen("verdict = \"violated\"", "verdict = \"holds\"", 1);
    assert_ne!(wrong, text);
    fs::write(&path, &wrong).unwrap();
    let all = follow(folder.path(), "pmdrace check race.toml -q", 1);
    let again = suggested(&all).into_iter().find(|line| line.contains("--failed")).unwrap();
    let some = follow(folder.path(), &again, 1);
    assert!(cells(&some) < cells(&all), "{some}");
    assert!(some.contains("0 as expected"), "{some}");

    // What another run does not explore stays on the list.
    follow(folder.path(), "pmdrace check sb --variant plain --memory sc -q", 0);

    fs::write(&path, &text).unwrap();
    let mended = follow(folder.path(), "pmdrace check --failed race.toml", 0);
    assert_eq!(cells(&mended), cells(&some));
    follow(folder.path(), "pmdrace check --failed", 4);
}
