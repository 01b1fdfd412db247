//! The outcome of a litmus test names exactly one CPU per term. A term that no CPU meets, or another CPU meets, would
//! change the question, and the answer would be wrong in both engines.

use pmdrace_mm::{Addr, Exists, Location, Proposition, Register, Term};
use pmdrace_scenario::{Diagnostic, Scenario};

use crate::small::{SMALL, at, changed, problems};

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
    assert!(problems[0].message.contains("at least one register or word"), "{problems:?}");
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
            model.exists.cpus().map(|cpu| model.roles[cpu].name.as_str()).collect();
        assert_eq!(cpus, ["P", "Q"], "{cell}");
    }
}

/// The changes by which the small scenario asks this.
fn asking(exists: &str) -> [(&'static str, String); 2] {
    let table = "[exists]\nP = { r0 = 0 }\nQ = { r0 = 0 }\n\n";
    [(table, String::new()), ("[source]\n", format!("{exists}\n\n[source]\n"))]
}

/// What the small scenario asks, bound to its first cell.
fn asked(exists: &str) -> Exists {
    let changes = asking(exists);
    let changes: Vec<(&str, &str)> = changes.iter().map(|(from, to)| (*from, &to[..])).collect();
    let scenario = Scenario::parse(&changed(&changes)).expect("it is valid");
    scenario.model(&scenario.cells(None)[0]).expect("a model").exists
}

/// What is wrong with it, and the text of the place.
fn wrong(exists: &str) -> Vec<(String, String, Diagnostic)> {
    let changes = asking(exists);
    let changes: Vec<(&str, &str)> = changes.iter().map(|(from, to)| (*from, &to[..])).collect();
    let (text, problems) = problems(&changes);
    let told = |problem: Diagnostic| {
        (problem.message.clone(), at(&text, &problem.span).to_owned(), problem)
    };
    problems.into_iter().map(told).collect()
}

#[test]
fn a_condition_is_a_proposition_over_registers_and_words() {
    let both = asked("exists = 'P:r0=0 /\\ ([x]=1 \\/ ~y=0x10) /\\ P:r0=0'");
    let word = |at, value| Term { of: Location::Memory(Addr(at)), value };
    assert_eq!(both.terms, [Term::register(0, Register(0), 0), word(0, 1), word(1, 16)]);
    let [register, x, y] = [0, 1, 2].map(Proposition::Term);
    let either = Proposition::Or(vec![x, Proposition::Not(Box::new(y))]);
    assert_eq!(both.proposition, Proposition::And(vec![register.clone(), either, register]));
}

#[test]
fn a_table_and_a_text_ask_the_same() {
    let table = asked("exists = { P = { r0 = 0 }, memory = { x = 1 } }");
    assert_eq!(table, asked("exists = \"P:r0=0 /\\\\ x=1\""));
    assert_eq!(table.terms[1], Term { of: Location::Memory(Addr(0)), value: 1 });
    assert_eq!(Scenario::parse(SMALL).unwrap().exists().as_deref(), Some("P:r0=0 /\\ Q:r0=0"));
}

#[test]
fn under_memory_a_cpu_of_that_name_is_meant() {
    let named = [
        ("name = \"P\"", "name = \"memory\""),
        ("\nP = {", "\nmemory = {"),
        ("outcome.P ", "outcome.memory "),
    ];
    let scenario = Scenario::parse(&changed(&named)).expect("it is valid");
    let model = scenario.model(&scenario.cells(None)[0]).expect("a model");
    assert_eq!(model.exists.words().count(), 0);
}

#[test]
fn what_is_wrong_with_a_condition_has_its_place_in_the_file() {
    for (exists, message, place) in [
        ("exists = 'P:r0=0 P:r0=1'", "expected the end of the condition, found `P`", "P"),
        ("exists = \"P:r0=0 /\\\\ R:r0=1\"", "unknown litmus CPU `R`", "R:r0"),
        ("exists = \"P:r0=0 /\\\\ P:r1=1\"", "some variant of `P` does not assign `r1`", "P:r1"),
        ("exists = 'P:x1=1'", "`x1` is not a register", "P:x1"),
        ("exists = 'P:r0=0 /\\ z = 1'", "unknown word `z`", "z"),
        ("exists = 'P:r0=0 /\\ [x]=none'", "`none` is no value of it", "[x]"),
        ("exists = \"\"\"\nP:r0=0\n /\\\\ x\"\"\"", "expected `=`, found the end", "\""),
        ("exists = 3", "this must be a condition", "3"),
        ("exists = { memory = { z = 1 } }", "unknown word `z`", "memory"),
        ("exists = {}", "an outcome needs at least one register or word", "{}"),
    ] {
        let all = wrong(exists);
        let (said, at, _) = &all[0];
        assert!(said.starts_with(message), "{exists}: {said}");
        assert_eq!((at.as_str(), all.len()), (place, 1), "{exists}: {all:?}");
    }
}

#[test]
fn a_condition_has_a_limit() {
    let many: Vec<String> = (0..65).map(|value| format!("x={value}")).collect();
    let all = wrong(&format!("exists = '{}'", many.join(r" \/ ")));
    assert!(all[0].0.contains("65 terms of a condition"), "{all:?}");
}

/// Names may hold hyphens, and words be entries, their parts and counts.
#[test]
fn words_of_all_kinds_have_a_last_value() {
    let kinds = "[state.pmd]\npmd-0 = { none = true }\n\n[state.folio]\nF = { pfn = 0x1234800, refcount = 3 }\n\n[state.word]";
    let conditions = "exists = 'pmd-0=none /\\ F.refcount=3 /\\ P:r0=0'";
    let mut changes: Vec<(&str, String)> = asking(conditions).to_vec();
    changes.push(("[state.word]", kinds.to_owned()));
    let changes: Vec<(&str, &str)> = changes.iter().map(|(from, to)| (*from, &to[..])).collect();
    let scenario = Scenario::parse(&changed(&changes)).expect("it is valid");
    let model = scenario.model(&scenario.cells(None)[0]).expect("a model");
    let words: Vec<&str> = model.exists.words().map(|at| &model.cells[at.0].name[..]).collect();
    assert_eq!(words, ["pmd-0", "F.refcount"]);
    // What oracles keep of the folio is no word.
    let claims = changed(&changes).replace("F.refcount=3", "F.life=0");
    let problems = Scenario::parse(&claims).expect_err("a problem");
    assert_eq!(problems[0].message, "unknown word `F.life`");
}
