//! Lint: properties that nothing in a scenario can violate are warned about, and no others.

use std::collections::BTreeSet;
use std::fs;

use pmdrace_engine::Engine;
use pmdrace_mm::Property;
use pmdrace_report::Golden;
use pmdrace_scenario::{CATALOGUE, Scenario};

use crate::program::{pmdrace, pmdrace_in, root};

const VACUOUS: &str = include_str!("../fixtures/vacuous.toml");

/// The properties warned about, each with its place, in order.
fn warned(said: &str) -> Vec<(&str, &str)> {
    let lines: Vec<&str> = said.lines().collect();
    let told = lines.windows(2).filter(|pair| pair[0].starts_with("warning: "));
    told.map(|pair| {
        let name = pair[0].split('`').nth(1).unwrap();
        (name, pair[1].split("--> ").nth(1).unwrap())
    })
    .collect()
}

#[test]
fn a_guard_that_a_reader_lacks_is_named_with_the_reader() {
    let folder = tempfile::tempdir().unwrap();
    let race = include_str!("../../../../scenarios/pmd/migrate-vs-gup-fast.toml");
    let more =
        race.replace("readers = [\"gup-fast-read\"", "readers = [\"bare\", \"gup-fast-read\"");
    assert_ne!(more, race);
    fs::write(folder.path().join("race.toml"), more).unwrap();
    let ran = pmdrace_in(folder.path(), &["lint", "race.toml"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("no guard `recheck-pmd` to switch off in bare"), "{}", ran.err);
    fs::write(folder.path().join("race.toml"), race).unwrap();
    let ran = pmdrace_in(folder.path(), &["lint", "race.toml"]);
    assert!(!ran.err.contains("to switch off"), "{}", ran.err);
}

#[test]
fn properties_that_nothing_can_violate_are_named_with_place_reason_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("vacuous.toml"), VACUOUS).unwrap();
    let ran = pmdrace_in(folder.path(), &["lint", "vacuous.toml"]);
    assert_eq!((ran.code, &*ran.out), (0, "vacuous.toml: vacuous, 3 cells\n"));
    let names = [
        ("no-table-use-after-free", "vacuous.toml:9:5"),
        ("no-shared-pin", "vacuous.toml:11:5"),
        ("no-lost-write", "vacuous.toml:12:5"),
        ("no-torn-value", "vacuous.toml:13:5"),
        ("no-secondary-mismatch", "vacuous.toml:14:5"),
    ];
    assert_eq!(warned(&ran.err), names);
    for says in [
        "in any of 3 cells: no page is pinned by one CPU and shared by another\n",
        "help: remove it, or add a CPU that pins a page, and one that shares it\n",
    ] {
        assert!(ran.err.contains(says), "{}", ran.err);
    }
    // The document of a run has the same reason.
    let report = pmdrace_in(
        folder.path(),
        &["check", "vacuous.toml", "-q", "--json", "--engine", "statespace"],
    )
    .json();
    for result in report["results"].as_array().unwrap() {
        for property in result["properties"].as_array().unwrap() {
            let named = names.iter().any(|(name, _)| property["name"] == *name);
            let idle = property["verdict"] == "not-applicable";
            // One reader of three keeps a page.
            let elsewhere =
                property["name"] == "no-stale-acceptance" && result["reader"] != "follow-pmd";
            assert_eq!(idle, named || elsewhere, "{property}");
            let reason = property["reason"].as_str().unwrap_or_default();
            assert!(!named || ran.err.contains(&format!("cells: {reason}\n")), "{property}");
        }
    }
}

/// What is not listed is judged because everything is: that is nobody's mistake.
#[test]
fn what_is_judged_unasked_is_not_warned_about() {
    let folder = tempfile::tempdir().unwrap();
    let (start, end) = (VACUOUS.find("properties = [").unwrap(), VACUOUS.find("[source]").unwrap());
    fs::write(folder.path().join("all.toml"), [&VACUOUS[..start], &VACUOUS[end..]].concat())
        .unwrap();
    let ran = pmdrace_in(folder.path(), &["lint", "all.toml"]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
}

#[test]
fn a_cell_that_is_too_large_leaves_it_open() {
    let folder = tempfile::tempdir().unwrap();
    let crowd = fs::read_to_string(root().join("docs/how-to/large-models/crowd.toml")).unwrap();
    let listed = "properties = [\"no-outcome\", \"no-torn-value\"]\n[source]";
    fs::write(folder.path().join("crowd.toml"), crowd.replacen("[source]", listed, 1)).unwrap();
    let ran = pmdrace_in(folder.path(), &["lint", "crowd.toml"]);
    assert_eq!((ran.code, &*ran.err), (0, ""));
    let says = "not known whether anything can violate no-torn-value: ";
    assert!(ran.out.contains(says), "{}", ran.out);
}

/// Lint and the committed results of a complete run say the same about every shipped scenario.
#[test]
fn shipped_scenarios_are_warned_about_if_their_results_say_so() {
    let scenarios = root().join("scenarios");
    for entry in CATALOGUE {
        let file = scenarios.join(entry.path);
        let ran = pmdrace(&["lint", file.to_str().unwrap()]);
        assert_eq!(ran.code, 0, "{}", entry.path);
        let warned: BTreeSet<&str> = warned(&ran.err).into_iter().map(|(name, _)| name).collect();
        assert!(!ran.out.contains("not known"), "{}", ran.out);
        let golden = Golden::parse(entry.golden).unwrap();
        let cells = golden.cells.iter().filter(|cell| cell.engine == Engine::Statespace);
        let cells: Vec<_> = cells.collect();
        let idle = |property: &Property| {
            cells.iter().all(|cell| cell.not_applicable.contains(property.name()))
        };
        let scenario = Scenario::parse(entry.text).unwrap();
        let listed = scenario.listed_properties().map(|(property, _)| property).filter(idle);
        assert_eq!(warned, listed.map(Property::name).collect(), "{}", entry.path);
    }
}

/// Both registers can be 0, and neither can be 7.
#[test]
fn an_outcome_with_a_value_that_no_register_has_does_not_apply() {
    let folder = tempfile::tempdir().unwrap();
    let sb = include_str!("../../../../scenarios/litmus/sb.toml");
    let exists = "[exists]\nP0 = { r0 = 0 }";
    assert!(sb.contains(exists));
    fs::write(folder.path().join("sb.toml"), sb.replace(exists, "[exists]\nP0 = { r0 = 7 }"))
        .unwrap();
    for engine in ["statespace", "loom"] {
        let cell = ["check", "sb.toml", "--variant=plain", "--memory=sc", "--engine", engine];
        let said = pmdrace_in(folder.path(), &cell).out;
        assert!(said.contains("n/a          no-outcome"), "{said}");
        assert!(
            said.contains("some register or word of the outcome never has its value"),
            "{said}"
        );
    }
}
