//! What variants say about their fix: checked, and told apart from what they have already.

use pmdrace_mm::Property;
use pmdrace_scenario::{CATALOGUE, CellKey, Scenario};

/// What is wrong with a shipped scenario after a change.
fn problem(name: &str, from: &str, to: &str) -> String {
    let entry = CATALOGUE.iter().find(|entry| entry.name == name).expect("a shipped scenario");
    assert!(entry.text.contains(from), "{from}");
    let text = entry.text.replacen(from, to, 1);
    let problems = Scenario::parse(&text).expect_err("a problem");
    let problem = problems.first().expect("a problem");
    let span = problem.span.clone().expect("a place");
    assert!(to.contains(&text[span]), "{problem:?}");
    problem.to_string()
}

#[test]
fn a_fix_is_checked() {
    let about = "about = \"the fix: one load\"\n";
    let with = |more: &str| format!("{about}{more}\n");
    let says = problem("numa-pmd-double-read", about, &with("fix = \"load it once\""));
    assert!(says.contains("nothing is expected to be violated in the variant `after`"), "{says}");
    let says = problem("numa-pmd-double-read", about, &with("fix = \" \""));
    assert!(says.contains("the fix is empty"), "{says}");
    let says = problem("sb", "about = \"no barrier\"\n", "about = \"no barrier\"\nfixed = true\n");
    assert!(says.contains("no fix that a variant could have"), "{says}");
}

#[test]
fn a_variant_has_the_fix_if_it_says_so_or_is_expected_to_hold() {
    let split = pmdrace_scenario::by_name("split-migration-vs-gup-fast").expect("shipped");
    let scenario = Scenario::parse(split.text).expect("valid");
    // Something is violated in `after`, which the fix is not about.
    let has: Vec<&str> =
        scenario.variants().map(|(name, _)| name).filter(|name| scenario.has_fix(name)).collect();
    assert_eq!(has, ["after"]);
    let cells = || scenario.cells(None).into_iter().filter(|cell| cell.variant == "before");
    let leaves = |property: Property| {
        let others = cells().filter(|cell| cell.reader.as_deref() != Some("mglru"));
        let left = others.filter(|cell| scenario.expects_violation(cell, property));
        left.map(|cell| scenario.fix_leaves(&cell, property)).collect::<Vec<_>>()
    };
    assert!(leaves(Property::NoFalsePresent).iter().all(Option::is_none));
    // MGLRU has a warning of its own, which the fix cures.
    let warned = leaves(Property::NoWarning);
    assert!(!warned.is_empty() && warned.iter().all(|left| *left == Some("after")), "{warned:?}");
    let numa = pmdrace_scenario::by_name("numa-pmd-double-read").expect("shipped");
    let numa = Scenario::parse(numa.text).expect("valid");
    assert!(numa.has_fix("after") && !numa.has_fix("before"));
}

/// Statements with a label are guards of the CPU's steps.
#[test]
fn labels_are_guards() {
    let lazyfree = pmdrace_scenario::by_name("lazyfree-vs-gup-fast").expect("shipped");
    let scenario = Scenario::parse(lazyfree.text).expect("valid");
    let mutants = scenario.mutants();
    let of: Vec<(&str, &str)> =
        mutants.iter().map(|one| (one.of.as_str(), one.guard.as_str())).collect();
    let reclaim = "lazyfree-vs-gup-fast reclaim";
    assert_eq!(of, [(reclaim, "full"), (reclaim, "counted"), (reclaim, "read")]);
    let uses = |mutant| {
        let cells = scenario.cells(None).into_iter();
        let model = |cell: &CellKey| scenario.mutated(cell, mutant).expect("a model").is_some();
        let variants = cells.filter(model).map(|cell| cell.variant);
        variants.collect::<std::collections::BTreeSet<String>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(uses(&mutants[0]), ["after", "no-read-barrier"]);
    assert_eq!(uses(&mutants[1]), ["after", "no-full-barrier", "no-read-barrier"]);
    let says = problem(
        "lazyfree-vs-gup-fast",
        "set.reclaim.without = [\"read\"]",
        "set.reclaim.without = [\"raed\"]",
    );
    assert!(says.contains("unknown guard `raed`"), "{says}");
}
