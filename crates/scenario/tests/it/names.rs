//! Names that scenarios may not use, because the program does.

use pmdrace_scenario::{Scenario, by_name};

#[test]
fn no_scenario_may_have_a_parameter_named_plain_reloads() {
    let text = by_name("migrate-vs-gup-fast").unwrap().text;
    let text = text.replace("walkers = [1, 2]", "walkers = [1, 2]\nplain-reloads = [true]");
    let problems = Scenario::parse(&text).unwrap_err();
    assert!(problems.iter().any(|p| p.to_string().contains("plain-reloads")), "{problems:?}");
}
