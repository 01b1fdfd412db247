//! The examples of the page on kernel trees in CI: the page shows the files, their options exist, and the script for
//! git bisect ends as git wants it.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::program::{pmdrace, root};

const FILES: [(&str, &str); 3] =
    [("github-actions.yml", "yaml"), ("gitlab-ci.yml", "yaml"), ("bisect.sh", "sh")];

fn folder() -> std::path::PathBuf {
    root().join("docs/how-to/kernel-ci")
}

fn page() -> String {
    fs::read_to_string(root().join("docs/how-to/kernel-ci.md")).unwrap()
}

#[test]
fn the_page_shows_the_files() {
    let page = page();
    for (name, language) in FILES {
        let text = fs::read_to_string(folder().join(name)).unwrap();
        assert!(page.contains(&format!("```{language}\n{text}```\n")), "{name} is not on the page");
        assert!(page.contains(&format!("(kernel-ci/{name})")), "no link to {name}");
    }
    assert_eq!(fs::read_dir(folder()).unwrap().count(), FILES.len());
}

#[test]
fn options_of_the_examples_exist() {
    let mut seen = BTreeSet::new();
    for line in page().lines() {
        let Some((_, command)) = line.split_once("pmdrace kernel ") else { continue };
        let command = command.split(" >").next().unwrap_or_default();
        let Some(verb @ ("build" | "check")) = command.split_whitespace().next() else { continue };
        let help = pmdrace(&["kernel", verb, "--help"]).out;
        for option in command.split_whitespace().filter(|word| word.starts_with("--")) {
            assert!(help.contains(option), "kernel {verb} has no {option}");
            seen.insert(option.to_owned());
        }
    }
    assert!(seen.contains("--against") && seen.contains("--llvm"), "{seen:?}");
}

/// How the script ends where `kernel build` ends with `build`, and `kernel check` says this and ends with `check`.
fn bisect(folder: &Path, build: i32, check: i32, says: &str) -> i32 {
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let status = Command::new("sh")
        .arg(self::folder().join("bisect.sh"))
        .args(["arm64", "split-migration-vs-gup-fast"])
        .current_dir(root())
        .env("PATH", path)
        .envs([("BUILD", build.to_string()), ("CHECK", check.to_string())])
        .env("SAYS", says)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.unwrap().code().unwrap()
}

#[test]
fn the_bisect_script_ends_as_git_wants_it() {
    let folder = TempDir::new().unwrap();
    let stub =
        "case $2 in build) exit \"$BUILD\" ;; esac\nprintf '%s\\n' \"$SAYS\"\nexit \"$CHECK\"\n";
    let programs = [("pmdrace", stub), ("git", "echo /linux\n"), ("nproc", "echo 1\n")];
    for (name, text) in programs {
        let path = folder.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{text}")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    for (build, check, says, ends) in [
        (0, 0, "a-race  fixed here  48 cases", 0),
        (0, 1, "a-race  present here (mm/gup.c:1)", 1),
        (0, 0, "a-race  present here, as this release is known to have it", 1),
        (0, 1, "a-race  not settled: no execution reaches the goal", 125),
        (0, 3, "a-race  not settled: gave up", 125),
        (0, 4, "", 125),
        (0, 2, "", 125),
        (0, 70, "", 125),
        (0, 130, "a-race  present here (mm/gup.c:1)", 130),
        (2, 0, "a-race  fixed here  48 cases", 125),
    ] {
        assert_eq!(bisect(folder.path(), build, check, says), ends, "{build} {check} {says}");
    }
}
