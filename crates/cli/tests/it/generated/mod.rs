//! Committed files that are drawn from the program: man pages, completions, the catalogue and the schemas.
//!
//! With `PMDRACE_BLESS` in the environment they are written, as `just bless-generated` does.

mod affected;
mod catalogue;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use clap_complete::Shell;
use pmdrace_cli::command;
use pmdrace_report::{litmus_schema, report_schema, stress_schema};
use pmdrace_scenario::{CATALOGUE, by_name, scenario_schema};

use crate::program::root;

fn reference() -> PathBuf {
    root().join("docs/reference")
}

/// Compares a file of the reference with what it is to be, or writes it.
fn is_current(file: &str, text: &str) {
    let path = reference().join(file);
    if std::env::var_os("PMDRACE_BLESS").is_some() {
        fs::write(&path, text).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == text, "{file} has changed: `just bless-generated` writes it");
}

/// A page for the program and one for each verb.
#[test]
fn man_pages_are_committed_as_they_are_generated() {
    let mut whole = command();
    whole.build();
    let verbs = whole.get_subcommands().filter(|verb| verb.get_name() != "help");
    let verbs = verbs.map(|verb| (format!("pmdrace-{}", verb.get_name()), verb.clone()));
    let mut names = BTreeSet::new();
    for (name, command) in [("pmdrace".to_owned(), whole.clone())].into_iter().chain(verbs) {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).title(&name).date("").render(&mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        assert!(!page.contains("worker") || !page.contains("one JSON job a line"), "{name}");
        is_current(&format!("man/{name}.1"), &page);
        names.insert(format!("{name}.1"));
    }
    assert!(names.len() > 8 && names.contains("pmdrace-replay.1"));
    let committed = fs::read_dir(reference().join("man")).unwrap();
    let committed = committed.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(committed.collect::<BTreeSet<_>>(), names, "a page of a verb that is gone");
}

#[test]
fn completions_are_committed_as_they_are_generated() {
    for (shell, file) in
        [(Shell::Bash, "pmdrace.bash"), (Shell::Zsh, "_pmdrace"), (Shell::Fish, "pmdrace.fish")]
    {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut command(), "pmdrace", &mut script);
        let script = String::from_utf8(script).unwrap();
        assert!(script.contains("replay") && !script.contains("one JSON job a line"), "{file}");
        is_current(&format!("completions/{file}"), &script);
    }
}

#[test]
fn the_catalogue_is_committed_as_it_is_generated() {
    is_current("catalogue.md", &catalogue::page());
}

#[test]
fn the_affected_architectures_are_committed_as_they_are_generated() {
    is_current("affected.md", &affected::page());
}

#[test]
fn schemas_are_committed_as_they_are_generated() {
    is_current("litmus.schema.json", &litmus_schema().unwrap());
    is_current("report.schema.json", &report_schema().unwrap());
    is_current("scenario.schema.json", &scenario_schema().unwrap());
    is_current("stress.schema.json", &stress_schema().unwrap());
}

/// Every shipped scenario is what the schema says a scenario is, and a slip of the pen is not.
#[test]
fn the_schema_accepts_every_shipped_scenario() {
    let schema = serde_json::from_str(&scenario_schema().unwrap()).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let document = |text: &str| -> serde_json::Value {
        serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap()
    };
    for entry in CATALOGUE {
        let problems: Vec<String> =
            schema.iter_errors(&document(entry.text)).map(|e| e.to_string()).collect();
        assert!(problems.is_empty(), "{}: {problems:?}", entry.path);
    }
    let text = by_name("migrate-vs-gup-fast").unwrap().text;
    for (from, to) in [
        ("routine = \"migrate_huge_pmd\"", "routine = \"migrate_huge_pdm\""),
        ("verdict = \"violated\"", "verdict = \"inconclusive\""),
        ("accepts = true", "acepts = true"),
    ] {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        assert!(!schema.is_valid(&document(&text.replace(from, to))), "{to}");
    }
}
