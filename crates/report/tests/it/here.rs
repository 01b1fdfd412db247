//! What a kernel tree says of each race, and how reports show lines of its source.

use std::collections::BTreeMap;

use pmdrace_report::{Here, Report, SourceLine, Trace, here, html, sarif, trace_text};
use serde_json::{Value, json};

use crate::made_up::{ODD, cell, files, property, run, step};

/// The line of a step in the tree.
fn line(function: &str, file: &str, line: u32, telling: bool, text: &str) -> Value {
    json!({ "function": function, "file": file, "line": line, "telling": telling, "text": text })
}

/// A step that comes from lines of the source.
fn at(mut step: Value, kind: &str, lines: &[Value]) -> Value {
    step["kind"] = json!(kind);
    step["source"] = json!(lines);
    step
}

/// A property that is violated by these steps.
fn violated(name: &str, expected: &str, steps: &[Value]) -> Value {
    let mut property = property(name, "violated", expected);
    property["trace"] = json!(format!("/traces/{name}.json"));
    property["counterexample"] = json!({
        "property": format!("{name}: never"), "violated": true, "cell": "a cell", "words": [],
        "cpus": ["CPU0 writer", "CPU1 reader"], "steps": steps,
        "cause": "the cause", "harm": "the harm", "fix": "",
    });
    property
}

/// A race whose window the C opens in a store, and one whose walker alone is C.
fn steps(writer: bool) -> Vec<Value> {
    let store = [
        line("set_pmd", "include/linux/pgtable.h", 9, false, ""),
        line("mover", "mm/huge memory.c", 321, true, "set_pmd(pmdp, entry);"),
    ];
    let read = [line("walk", "mm/gup.c", 77, true, "pmd = READ_ONCE(*pmdp);")];
    let end = [line("walk", "mm/gup.c", 99, true, "return page;")];
    vec![
        at(step(1, 0, "write", "racing"), "write", if writer { &store } else { &[] }),
        at(step(2, 1, "read", "racing"), "read", &read),
        at(step(3, 1, "ends", "violated"), "note", &end),
    ]
}

fn report(cells: Vec<Value>) -> Report {
    let cells = cells.into_iter().map(|cell| serde_json::from_value(cell).expect("a result"));
    Report::new("pmdrace 1.2.3", cells.collect())
}

fn of(scenario: &str, reader: &str, properties: &[Value]) -> Value {
    let mut cell = cell("after", "statespace", properties);
    cell["scenario"] = json!(scenario);
    cell["reader"] = json!(reader);
    cell
}

const PAGE: &str = "no-wrong-page";
const PRESENT: &str = "no-false-present";

fn holds(name: &str) -> Value {
    property(name, "holds", "holds")
}

/// A cell that is not there.
fn missing(scenario: &str, why: &str) -> Value {
    let mut cell = of(scenario, "fast", &[]);
    cell["verdict"] = json!("not-applicable");
    cell["not_applicable"] = json!(why);
    cell
}

/// A cell with a property that is open, for this reason.
fn open(scenario: &str, bounds: &[&str], cut: &str) -> Value {
    let mut cell = of(scenario, "fast", &[property(PRESENT, "inconclusive", "holds"), holds(PAGE)]);
    cell["bounds"] = json!(bounds);
    cell["cut_by"] = json!(cut);
    cell
}

fn answers(cells: Vec<Value>) -> BTreeMap<String, Here> {
    Here::of(&report(cells)).into_iter().collect()
}

#[test]
fn a_race_is_fixed_present_open_or_not_asked() {
    let idle = property(PAGE, "not-applicable", "holds");
    let mut failed = of("failed", "fast", &[property(PRESENT, "error", "holds")]);
    failed["error"] = json!({ "kind": "internal", "message": "it died" });
    let mut other = of("fixed", "bare", &[holds(PRESENT)]);
    other["arch"] = json!("x86_64@6.1");
    let found = answers(vec![
        of("fixed", "fast", &[holds(PRESENT), idle]),
        other,
        missing("fixed", "no such entry"),
        open("bounded", &["mystery() at mm/gup.c:7"], "loop-bound"),
        open("cut", &[], "max-states"),
        failed,
        missing("missing", "one reason"),
        {
            let mut again = missing("missing", "another");
            again["reader"] = json!("bare");
            again
        },
    ]);
    assert_eq!(found["fixed"], Here::Fixed { cells: 2 });
    assert_eq!(found["bounded"], Here::Unsettled("gave up: mystery() at mm/gup.c:7".to_owned()));
    assert_eq!(found["cut"], Here::Unsettled("cut by max-states".to_owned()));
    assert_eq!(found["failed"], Here::Unsettled("it died".to_owned()));
    let reasons = vec!["another".to_owned(), "one reason".to_owned()];
    assert_eq!(found["missing"], Here::NotAsked(reasons));
}

#[test]
fn a_violation_outweighs_what_is_open_and_names_all_readers() {
    let bare = violated(PRESENT, "holds", &steps(true)[..2]);
    let found = answers(vec![
        of("race", "fast", &[violated(PAGE, "violated", &steps(true)), holds(PRESENT)]),
        of("race", "bare", &[bare, property(PAGE, "violated", "violated")]),
        open("race", &["a bound"], "loop-bound"),
    ]);
    let Here::Present { opens, violated, known, trace } = &found["race"] else {
        panic!("{found:?}")
    };
    let readers = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    // In the order of the properties.
    let expected =
        [(PRESENT.to_owned(), readers(&["bare"])), (PAGE.to_owned(), readers(&["fast", "bare"]))];
    assert_eq!(violated, &expected);
    assert!(!known, "one of them is not expected");
    // What hurts somebody tells more than a helper's answer, although its trace is longer.
    assert_eq!(trace.as_deref(), Some("/traces/no-wrong-page.json"));
    let opens = opens.as_ref().unwrap();
    assert_eq!(
        (opens.to_string().as_str(), opens.function.as_str()),
        ("mm/huge memory.c:321", "mover")
    );
}

#[test]
fn a_violation_that_is_expected_is_known() {
    let found = answers(vec![of("race", "fast", &[violated(PAGE, "violated", &steps(false))])]);
    let Here::Present { opens, known, .. } = &found["race"] else { panic!("{found:?}") };
    assert!(known);
    // The writer is a transcription: the read of the C is what there is.
    assert_eq!(opens.as_ref().map(ToString::to_string).as_deref(), Some("mm/gup.c:77"));

    let bare: Vec<Value> = steps(false).into_iter().map(|step| at(step, "note", &[])).collect();
    let found = answers(vec![of("race", "fast", &[violated(PAGE, "violated", &bare)])]);
    assert!(matches!(found["race"], Here::Present { opens: None, .. }), "{found:?}");
}

#[test]
fn the_screen_says_it_in_words() {
    let text = here(
        &report(vec![
            of("race", "fast", &[violated(PAGE, "holds", &steps(true))]),
            of("fixed", "fast", &[holds(PAGE)]),
            open("open", &["a bound"], "loop-bound"),
            missing("missing", "there is none"),
        ]),
        &BTreeMap::from([("race".to_owned(), "A race".to_owned())]),
    );
    let plain = anstyle_free(&text);
    for line in [
        "race     present here (mm/huge memory.c:321)",
        "    A race",
        "    mover(): set_pmd(pmdp, entry);",
        "    no-wrong-page: fast",
        "    trace: /traces/no-wrong-page.json",
        "fixed    fixed here  1 case",
        "open     not settled: gave up: a bound",
        "missing  cannot be asked, because there is none",
    ] {
        assert!(plain.lines().any(|found| found == line), "{line}\n{plain}");
    }
}

/// Text without colours.
fn anstyle_free(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[test]
fn sarif_points_at_the_kernel_and_names_the_scenario_beside_it() {
    let with = of("race", "fast", &[violated(PAGE, "holds", &steps(true))]);
    let without = of("race", "bare", &[violated(PAGE, "holds", &[step(1, 0, "write", "racing")])]);
    let (report, mut files) = (report(vec![with, without]), files());
    files.get_mut("race").unwrap().lines.insert("after".to_owned(), 12);
    let log: Value = serde_json::from_str(&sarif(&run(&report, &files)).unwrap()).unwrap();
    let schema = include_str!("../fixtures/sarif-schema-2.1.0.json")
        .replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}\\\\]?$");
    let schema = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    assert!(schema.is_valid(&log), "{log:#}");

    let place = |found: &Value| {
        let physical = &found["physicalLocation"];
        let uri = physical["artifactLocation"]["uri"].as_str().unwrap().to_owned();
        (uri, physical["region"]["startLine"].as_u64().unwrap())
    };
    let found = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(found.len(), 2);
    let with = found.iter().find(|found| found.get("relatedLocations").is_some()).unwrap();
    assert_eq!(with["locations"].as_array().unwrap().len(), 1);
    let location = &with["locations"][0];
    assert_eq!(place(location), ("mm/huge%20memory.c".to_owned(), 321));
    assert_eq!(location["logicalLocations"][0]["name"], "mover");
    let scenario = ("my%20races/100%25.toml".to_owned(), 12);
    assert_eq!(place(&with["relatedLocations"][0]), scenario);
    // Transcriptions have no line: there the scenario is what is shown.
    let without = found.iter().find(|found| found.get("relatedLocations").is_none()).unwrap();
    assert_eq!(place(&without["locations"][0]), scenario);
}

/// A trace of which each line has this text.
fn traced(text: &str) -> (Trace, Report) {
    let line = line("walk", "mm/gup.c", 77, true, text);
    let helper = self::line("read", "mm/help.c", 5, false, text);
    let steps = [
        at(step(1, 0, "write", "none"), "write", &[helper.clone(), line.clone()]),
        at(step(2, 1, "read", "racing"), "read", &[helper, line.clone()]),
        at(step(3, 1, "ends", "violated"), "note", &[line]),
    ];
    let report = report(vec![of("race", "fast", &[violated(PAGE, "holds", &steps)])]);
    let trace = report.results[0].properties[0].counterexample.clone().unwrap();
    (trace, report)
}

#[test]
fn a_trace_shows_lines_of_the_source_whatever_they_are() {
    let (trace, report) = traced("if (a < b && *p > '\"')");
    let text = anstyle_free(&trace_text(&trace, 120));
    assert_eq!(text.matches("mm/gup.c:77").count(), 3, "{text}");
    // Of a step that stands out also where it was inlined from.
    assert_eq!(text.matches("mm/help.c:5").count(), 1, "{text}");
    assert!(text.contains("if (a < b && *p > '\"')"), "{text}");

    let page = html(&report);
    assert!(page.contains("mm/gup.c:77  if (a &lt; b &amp;&amp; *p &gt; "), "{page}");
    assert!(!page.contains("a < b &&"), "{page}");

    let (trace, report) = traced(&format!("</code><script>alert(1)</script>{ODD}"));
    let page = html(&report);
    assert!(!page.contains("<script>alert(1)"), "{page}");
    let control = |c: char| c != '\n' && c != '\t' && pmdrace_scenario::is_control(c);
    assert!(!page.contains(control), "{page:?}");
    // Lines are cut where they do not fit.
    for width in [40, 60, 80, 120] {
        let text = anstyle_free(&trace_text(&trace, width));
        let longest = text.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(longest <= width, "{longest} of {width}\n{text}");
    }
}

#[test]
fn a_trace_takes_the_source_from_whoever_can_read_it() {
    let (mut trace, _) = traced("old");
    trace.read_source(&|file, line| (file == "mm/gup.c").then(|| format!("line {line}")));
    let lines: Vec<&SourceLine> = trace.steps.iter().flat_map(|step| &step.source).collect();
    assert!(lines.iter().any(|line| line.said() == "mm/gup.c:77  line 77"), "{lines:?}");
    // What cannot be read has no text, rather than an old one.
    assert!(lines.iter().any(|line| line.said() == "mm/help.c:5"), "{lines:?}");
    let (plain, _) = traced("");
    let text = serde_json::to_value(&plain.steps[0].source[0]).unwrap();
    assert!(text.get("text").is_none(), "{text}");
}

#[test]
fn a_line_of_the_source_cannot_reach_the_terminal_as_it_is() {
    let (mut trace, _) = traced("");
    trace.read_source(&|_, _| Some("a\tb \u{1b}[31m \u{7} \u{202e} \u{2028}".to_owned()));
    for line in trace.steps.iter().flat_map(|step| &step.source) {
        assert!(line.text.starts_with("a b "), "{:?}", line.text);
        assert!(!line.text.contains(pmdrace_scenario::is_control), "{:?}", line.text);
        assert!(line.text.contains("202E"), "{:?}", line.text);
    }
}
