//! The outcome of a litmus test names exactly one CPU per term. A term that no CPU meets, or another CPU meets, would
//! change the question, and the answer would be wrong in both engines.

use pmdrace_scenario::Scenario;

use crate::small::{SMALL, at, problems};

#[test]
fn an_outcome_of_a_cpu_that_is_several_in_some_cells_is_refused() {
    let (text, problems) = problems(&[("name = \"P\"\n", "name = \"P\"\ncount = \"n\"\n")]);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("`P` is several CPUs in some cells"), "{problems:?}");
    let places = (at(&text, &problems[0].span), at(&text, &problems[0].other));
    assert_eq!(places, ("P", "\"n\""));
}

#[test]
fn an_outcome_of_a_cpu_that_some_cells_lack_is_refused() {
    let (text, problems) = problems(&[("name = \"Q\"\n", "name = \"Q\"\nwhen = \"there\"\n")]);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].message.contains("`Q` is no CPU in some cells"), "{problems:?}");
    assert_eq!(at(&text, &problems[0].span), "Q");
}

#[test]
fn an_outcome_without_registers_is_refused() {
    let (_, problems) = problems(&[("outcome.P = { r0 = 1 }", "outcome.P = {}")]);
    assert!(problems[0].message.contains("at least one register"), "{problems:?}");
}

#[test]
fn two_cpus_of_one_name_are_refused_with_both_places() {
    // `P` with a count of 2 is P0 and P1.
    let group = "name = \"P\"\ncount = \"n\"\n";
    let (text, problems) = problems(&[
        ("name = \"P\"\n", group),
        ("name = \"Q\"", "name = \"P0\""),
        ("\nP = { r0 = 0 }", ""),
        ("Q = {", "P0 = {"),
        ("outcome.P ", "outcome.P0 "),
    ]);
    assert!(problems[0].message.contains("another CPU is named `P0`"), "{problems:?}");
    let places = (at(&text, &problems[0].span), at(&text, &problems[0].other));
    assert_eq!(places, ("\"P0\"", "\"P\""));
}

#[test]
fn every_term_is_bound_in_every_cell() {
    let scenario = Scenario::parse(SMALL).expect("it is valid");
    for cell in scenario.cells(None) {
        let model = scenario.model(&cell).expect("a model");
        let cpus: Vec<&str> =
            model.exists.terms.iter().map(|t| model.roles[t.cpu].name.as_str()).collect();
        assert_eq!(cpus, ["P", "Q"], "{cell}");
    }
}
