//! A small scenario to make mistakes in: store buffering.

use pmdrace_scenario::{Diagnostic, Scenario};

pub(crate) const SMALL: &str = r#"format = "pmdrace-scenario/1"
name = "small"
title = "store buffering"
why = "to make mistakes in"
architectures = ["arm64@6.1"]
memory = ["sc"]

[source]

[params]
n = [1, 2]
there = [true, false]

[state]
lock = ["l"]

[state.word]
x = 0
y = 0

[[cpu]]
name = "P"
routine = "litmus"
args.steps = ["WRITE_ONCE(x, 1)", "r0 = READ_ONCE(y)"]

[[cpu]]
name = "Q"
routine = "litmus"
args.steps = ["WRITE_ONCE(y, 1)", "r0 = READ_ONCE(x)"]

[exists]
P = { r0 = 0 }
Q = { r0 = 0 }

[variant.plain]
about = "no barrier"

[goal.seen]
outcome.P = { r0 = 1 }
"#;

/// The text that a span covers.
pub(crate) fn at<'t>(text: &'t str, span: &Option<std::ops::Range<usize>>) -> &'t str {
    &text[span.clone().expect("a place")]
}

/// The problems of the small scenario with every `from` replaced, and its text.
pub(crate) fn problems(changes: &[(&str, &str)]) -> (String, Vec<Diagnostic>) {
    let text = changed(changes);
    let problems = Scenario::parse(&text).expect_err("a problem");
    for problem in &problems {
        assert!(problem.span.is_some() && problem.help.is_some(), "{problem:?}");
    }
    (text, problems)
}

pub(crate) fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SMALL.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "`{from}` does not occur");
        text.replace(from, to)
    })
}

#[test]
fn the_small_scenario_is_valid() {
    Scenario::parse(SMALL).expect("it is valid");
}
