//! Completions and man pages that are committed are what the program generates.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{pmdrace, root};

fn generate(args: &[&str]) -> String {
    let ran = pmdrace(&[&["generate"], args].concat());
    assert_eq!(ran.code, 0, "{args:?}");
    ran.out
}

fn reference() -> PathBuf {
    root().join("docs/reference")
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let file = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    entries.map(file).collect()
}

#[test]
fn man_pages_are_committed_as_they_are_generated() {
    let folder = tempfile::tempdir().unwrap();
    generate(&["man", folder.path().to_str().unwrap()]);
    let (now, committed) = (files(folder.path()), files(&reference().join("man")));
    assert!(now.len() > 8 && now.contains_key("pmdrace-replay.1"));
    let again = "just bless-generated writes them";
    assert_eq!(now.keys().collect::<Vec<_>>(), committed.keys().collect::<Vec<_>>(), "{again}");
    for (name, page) in &now {
        assert!(page == &committed[name], "{name} has changed: {again}");
        assert!(!page.contains("worker") || !page.contains("one JSON job a line"), "{name}");
    }
}

#[test]
fn the_catalogue_and_the_schemas_are_committed_as_they_are_generated() {
    for (args, file, writes) in [
        (&["catalogue"][..], "catalogue.md", "bless-generated"),
        (&["schema", "scenario"], "scenario.schema.json", "bless-generated"),
        (&["schema", "stress"], "stress.schema.json", "bless-schema"),
    ] {
        let committed = fs::read_to_string(reference().join(file)).unwrap();
        assert!(generate(args) == committed, "{file} has changed: just {writes} writes it");
    }
}

/// Every shipped scenario is what the schema says a scenario is, and a slip of the pen is not.
#[test]
fn the_schema_accepts_every_shipped_scenario() {
    let schema = serde_json::from_str(&generate(&["schema", "scenario"])).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let document = |text: &str| -> serde_json::Value {
        serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap()
    };
    for entry in pmdrace_scenario::CATALOGUE {
        let problems: Vec<String> =
            schema.iter_errors(&document(entry.text)).map(|e| e.to_string()).collect();
        assert!(problems.is_empty(), "{}: {problems:?}", entry.path);
    }
    let text = pmdrace_scenario::by_name("migrate-vs-gup-fast").unwrap().text;
    for (from, to) in [
        ("routine = \"migrate_huge_pmd\"", "routine = \"migrate_huge_pdm\""),
        ("verdict = \"violated\"", "verdict = \"inconclusive\""),
        ("accepts = true", "acepts = true"),
    ] {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        assert!(!schema.is_valid(&document(&text.replace(from, to))), "{to}");
    }
}

#[test]
fn completions_are_committed_as_they_are_generated() {
    let committed = files(&reference().join("completions"));
    for (shell, file) in [("bash", "pmdrace.bash"), ("zsh", "_pmdrace"), ("fish", "pmdrace.fish")] {
        let now = generate(&["completions", shell]);
        assert!(now == committed[file], "{file} has changed: just bless-generated writes it");
        assert!(now.contains("replay") && !now.contains("one JSON job a line"), "{file}");
    }
}
