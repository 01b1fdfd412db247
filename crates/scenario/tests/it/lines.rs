//! Where a scenario's text names its variants: what reports point at.

use pmdrace_scenario::{CATALOGUE, Scenario};

#[test]
fn every_variant_of_a_shipped_scenario_has_the_line_of_its_header() {
    for entry in CATALOGUE {
        let scenario = Scenario::parse(entry.text).expect("a shipped scenario parses");
        for (variant, _) in scenario.variants() {
            let line = scenario.variant_line(entry.text, variant).expect("a line");
            let text = entry.text.lines().nth(line - 1).expect("a line of the text");
            assert_eq!(text, format!("[variant.{variant}]"), "{}", entry.name);
        }
    }
}

#[test]
fn what_the_scenario_does_not_have_has_no_line() {
    let entry = CATALOGUE[0];
    let scenario = Scenario::parse(entry.text).expect("a shipped scenario parses");
    assert_eq!(scenario.variant_line(entry.text, "never"), None);
    assert_eq!(scenario.variant_line("", "before"), None);
}

#[test]
fn a_variant_written_in_another_way_has_a_line_too() {
    let text = CATALOGUE[0].text.replace("[variant.before]", "# why\n[ variant . \"before\" ]");
    let scenario = Scenario::parse(&text).expect("the same scenario");
    let line = scenario.variant_line(&text, "before").expect("a line");
    assert_eq!(text.lines().nth(line - 1), Some("[ variant . \"before\" ]"));
}
