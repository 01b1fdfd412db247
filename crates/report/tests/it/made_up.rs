//! Results that nobody found: steps, properties and cells, a run with a cell of every class, and names that could
//! break a report.

use pmdrace_report::{Drift, Report, Run, ScenarioFile, ScenarioFiles};
use serde_json::{Value, json};

/// A name with what XML, Markdown, JSON, URIs and shells give a meaning.
pub(crate) const ODD: &str = "a|b <c> & \"d\" `e` 'f' \u{1b}[1m\u{1} \u{FFFF}";

/// A predicate without a counterexample.
pub(crate) fn property(name: &str, verdict: &str, expected: &str) -> Value {
    json!({
        "name": name, "kind": "predicate", "verdict": verdict, "expected": expected,
        "violating": u64::from(verdict == "violated"), "trace": null, "counterexample": null,
    })
}

/// A property that does not apply.
pub(crate) fn idle(name: &str, reason: &str) -> Value {
    let mut property = property(name, "not-applicable", "holds");
    property["reason"] = json!(reason);
    property
}

/// A property that holds up to a bound.
pub(crate) fn up_to(name: &str, bound: &str) -> Value {
    let mut property = property(name, "holds", "holds");
    property["up_to"] = json!([bound]);
    property
}

/// A run of a variant in which one property never applies and another holds up to a bound, and of one in which
/// all hold.
pub(crate) fn qualified() -> Report {
    let sized = property("no-wrong-size", "holds", "holds");
    let page = property("no-wrong-page", "holds", "holds");
    let (idle, bounded) =
        (idle("no-wrong-size", "no size is <reported>"), up_to("no-wrong-page", "a third try"));
    let cells = [
        cell("fine", "statespace", &[sized, page]),
        cell("before", "statespace", &[idle, bounded]),
    ];
    let cells = cells.map(|cell| serde_json::from_value(cell).expect("a result"));
    Report::new("pmdrace 1.2.3", cells.into())
}

/// A step that is shown and touches no word.
pub(crate) fn step(number: usize, cpu: usize, text: &str, mark: &str) -> Value {
    json!({
        "number": number, "cpu": cpu, "function": "walk", "text": text, "details": [], "mark": mark,
        "shown": true, "from": null, "word": null, "value": null, "kind": "note",
    })
}

/// What a counterexample holds at least.
fn traced(mut property: Value) -> Value {
    property["counterexample"] = json!({
        "property": "no-wrong-page: never", "violated": true, "cell": "a cell", "words": [],
        "cpus": ["CPU0 writer", "CPU1 reader"],
        "stale_reads": 0, "switches": 1,
        "steps": [step(1, 0, "write", "racing"), step(2, 1, "read", "violated")],
        "cause": "the cause", "harm": "the harm", "fix": "",
    });
    property
}

/// What an engine found about a cell.
pub(crate) fn cell(variant: &str, engine: &str, properties: &[Value]) -> Value {
    let has = |verdict: &&str| properties.iter().any(|property| property["verdict"] == *verdict);
    let worst = ["error", "violated", "inconclusive"].into_iter().find(has).unwrap_or("holds");
    json!({
        "scenario": "race", "variant": variant, "arch": "arm64@6.1", "reader": "fast",
        "params": { "walkers": 1, "remover": true }, "memory": "rc11", "engine": engine,
        "verdict": worst, "as_expected": true, "executions": 7, "states": null,
        "violating_executions": 0, "cut_by": null, "max_preemptions": null, "transitions": null,
        "final_states": null, "bounds": [], "seconds": 0.25, "error": null, "not_applicable": null,
        "properties": properties, "goals": [],
    })
}

/// Seven cells: as expected, violated as expected, unexpected, inconclusive, error of the tool, engines
/// that disagree, not applicable. Two of them were explored by both engines.
pub(crate) fn report() -> Report {
    let holds = |name: &str| property(name, "holds", "holds");
    let (present, page) = ("no-false-present", "no-wrong-page");
    let fine = [property(present, "violated", "violated"), holds(page)];
    let unexpected = traced(property(page, "violated", "holds"));
    let mut open = cell("open", "loom", &[property(present, "inconclusive", "holds"), holds(page)]);
    open["cut_by"] = json!("max-executions");
    let mut died = cell(
        "died",
        "loom",
        &[property(present, "error", "holds"), property(page, "error", "holds")],
    );
    died["error"] = json!({ "kind": "internal", "message": format!("it died: {ODD}") });
    let mut missing = cell("missing", "loom", &[]);
    missing["verdict"] = json!("not-applicable");
    missing["not_applicable"] = json!("it has no <such> entry");
    let cells = [
        cell("fine", "loom", &[holds(present), holds(page)]),
        cell("before", "statespace", &fine),
        cell("before", "loom", &[property(present, "inconclusive", "violated"), holds(page)]),
        cell(ODD, "loom", &[holds(present), unexpected]),
        open,
        died,
        cell("torn", "statespace", &[holds(present), holds(page)]),
        cell("torn", "loom", &[holds(present), property(page, "violated", "holds")]),
        missing,
    ];
    let cells = cells.map(|cell| serde_json::from_value(cell).expect("a result"));
    Report::new("pmdrace 1.2.3", cells.into())
}

/// A report in which all is as expected, one violation among it.
pub(crate) fn calm() -> Report {
    let all = report().results.into_iter();
    Report::new(
        "pmdrace 1.2.3",
        all.filter(|r| ["fine", "before"].contains(&&*r.cell.variant)).collect(),
    )
}

pub(crate) fn files() -> ScenarioFiles {
    let file = ScenarioFile {
        asked: "my races/100%.toml".to_owned(),
        path: "my races/100%.toml".to_owned(),
        lines: [("fine", 10), ("before", 20), (ODD, 30), ("open", 40), ("died", 50), ("torn", 60)]
            .map(|(variant, line)| (variant.to_owned(), line))
            .into(),
    };
    ScenarioFiles::from([("race".to_owned(), file)])
}

pub(crate) fn drifts() -> Vec<Drift> {
    let (cell, change) = ("fine  arm64@6.1  loom".to_owned(), "states was 3, is 4".to_owned());
    vec![Drift { scenario: "race".to_owned(), cell, change }]
}

pub(crate) fn run<'r>(report: &'r Report, files: &'r ScenarioFiles) -> Run<'r> {
    Run { report, files, not_begun: 0, drifts: &[] }
}

/// Text without colours.
pub(crate) fn plain(text: String) -> String {
    let (first, coloured) = text.split_once('\u{1b}').unwrap_or((&text, ""));
    let rest = coloured.split('\u{1b}').filter_map(|part| Some(part.split_once('m')?.1));
    first.to_owned() + &rest.collect::<String>()
}
