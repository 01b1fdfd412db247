//! The house rules that a script can check: which crate may use which, how long a file may be, and
//! that every file says what it is.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Who may use whom: each crate with the crates of ours it depends on.
const ARROWS: &[(&str, &[&str])] = &[
    ("pgtable", &[]),
    ("mm", &["pgtable"]),
    ("scenario", &["mm", "pgtable"]),
    ("engine", &["mm"]),
    ("report", &["engine", "mm", "pgtable", "scenario"]),
    ("cli", &["engine", "mm", "pgtable", "report", "scenario"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    rust_files(&root().join("crates"), &mut found);
    assert!(found.len() > 40, "found only {} files", found.len());
    found
}

#[test]
fn arrows_between_crates_go_one_way() {
    let crates = fs::read_dir(root().join("crates")).unwrap().count();
    assert_eq!(crates, ARROWS.len(), "a crate is missing from ARROWS");
    for (name, allowed) in ARROWS {
        let manifest = root().join("crates").join(name).join("Cargo.toml");
        let manifest: toml::Table = fs::read_to_string(manifest).unwrap().parse().unwrap();
        let none = toml::Table::new();
        let dependencies =
            manifest.get("dependencies").and_then(toml::Value::as_table).unwrap_or(&none);
        let ours: Vec<&str> =
            dependencies.keys().filter_map(|key| key.strip_prefix("pmdrace-")).collect();
        assert_eq!(&ours, allowed, "crate {name}");
    }
}

#[test]
fn only_the_cli_reads_files_the_clock_or_the_environment_or_prints() {
    let forbidden =
        ["std::fs", "std::env", "std::io", "Instant::now", "SystemTime", "println!", "eprintln!"];
    for path in sources() {
        let text = path.to_string_lossy().into_owned();
        if text.contains("/crates/cli/") || !text.contains("/src/") {
            continue;
        }
        let code = fs::read_to_string(&path).unwrap();
        for word in forbidden {
            assert!(!code.contains(word), "{text} uses {word}");
        }
    }
}

#[test]
fn the_engine_knows_no_pmd_and_routines_see_no_meaning() {
    for path in sources() {
        let text = path.to_string_lossy().into_owned();
        let code = fs::read_to_string(&path).unwrap();
        if text.contains("/engine/src/") {
            for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
                let knows = line.contains("pgtable") || line.contains("pmd_");
                assert!(!knows, "{text}: {line}");
            }
        }
        if text.contains("/mm/src/routine/") {
            assert!(!code.contains(".means()"), "{text} looks at the shadow");
        }
    }
}

#[test]
fn files_say_what_they_are_and_stay_short() {
    for path in sources() {
        let code = fs::read_to_string(&path).unwrap();
        assert!(code.starts_with("//! "), "{} has no module doc", path.display());
        let lines = code.lines().count();
        assert!(lines <= 600, "{} has {lines} lines: split it by concept", path.display());
    }
}

#[test]
fn every_scenario_file_is_in_the_catalogue() {
    let mut on_disk = Vec::new();
    for group in fs::read_dir(root().join("scenarios")).unwrap() {
        let group = group.unwrap().path();
        if group.is_dir() {
            let files = fs::read_dir(&group).unwrap().map(|entry| entry.unwrap().path());
            on_disk.extend(files.filter(|path| path.extension().is_some_and(|e| e == "toml")));
        }
    }
    assert_eq!(on_disk.len(), pmdrace_scenario::CATALOGUE.len());
    for entry in pmdrace_scenario::CATALOGUE {
        assert!(on_disk.iter().any(|path| path.ends_with(entry.path)), "{}", entry.path);
    }
}
