//! Reports for CI: every class of cell comes out as what it is, and no name can break the form.

use pmdrace_report::{Report, Run, cell_details, junit, markdown, matrix, overview, sarif};
use serde_json::{Value, json};

use crate::made_up::{
    ODD, calm, cell, drifts, files, idle, plain, property, qualified, report, run,
};

/// How many elements of a name there are.
fn count(xml: &roxmltree::Document<'_>, name: &str) -> usize {
    xml.descendants().filter(|node| node.has_tag_name(name)).count()
}

#[test]
fn junit_has_a_suite_per_scenario_and_a_test_per_cell() {
    let (report, files) = (report(), files());
    let text = junit(&run(&report, &files)).unwrap();
    let xml = roxmltree::Document::parse(&text).unwrap();
    assert_eq!(count(&xml, "testsuite"), 1);
    assert_eq!(count(&xml, "testcase"), 7);
    let suite = xml.descendants().find(|node| node.has_tag_name("testsuite")).unwrap();
    assert_eq!(suite.attribute("name"), Some("race"));
    for (attribute, number) in
        [("tests", "7"), ("failures", "2"), ("errors", "2"), ("skipped", "1")]
    {
        assert_eq!(suite.attribute(attribute), Some(number), "{attribute}");
    }
    // Nine searches of a quarter of a second.
    assert_eq!(suite.attribute("time"), Some("2.250"));
}

#[test]
fn junit_tells_each_class_of_cell_as_what_it_is() {
    let (report, files) = (report(), files());
    let text = junit(&run(&report, &files)).unwrap();
    let xml = roxmltree::Document::parse(&text).unwrap();
    let tests: Vec<_> = xml.descendants().filter(|node| node.has_tag_name("testcase")).collect();
    let told = |index: usize| {
        let child = tests[index].children().find(roxmltree::Node::is_element)?;
        let text = |name| child.attribute(name).unwrap_or_default().to_owned();
        Some((child.tag_name().name(), text("type"), text("message")))
    };
    assert_eq!(told(0), None);
    assert_eq!(tests[0].attribute("name"), Some("fine arm64@6.1 fast remover=true walkers=1 rc11"));
    assert_eq!(tests[0].attribute("classname"), Some("race"));
    let (element, ..) = told(1).unwrap();
    assert_eq!(element, "system-out");
    assert!(text.contains("no-false-present is violated, as expected"));
    let (element, kind, message) = told(2).unwrap();
    assert_eq!((element, kind.as_str()), ("failure", "unexpected"));
    assert_eq!(message, "no-wrong-page is violated, expected holds");
    assert!(tests[2].text().is_some() && text.contains("VIOLATED no-wrong-page: never"));
    let (element, kind, message) = told(3).unwrap();
    assert_eq!((element, kind.as_str()), ("failure", "inconclusive"));
    assert_eq!(message, "cut by max-executions");
    let (element, kind, _) = told(4).unwrap();
    assert_eq!((element, kind.as_str()), ("error", "internal"));
    let (element, kind, message) = told(5).unwrap();
    assert_eq!((element, kind.as_str()), ("error", "disagreement"));
    assert!(message.contains("the engines disagree"), "{message}");
    let (element, _, message) = told(6).unwrap();
    assert_eq!((element, message.as_str()), ("skipped", "it has no <such> entry"));
}

#[test]
fn a_run_that_was_interrupted_or_has_drifted_is_green_nowhere() {
    let (report, files, drifts) = (calm(), files(), drifts());
    let still = run(&report, &files);
    let text = junit(&still).unwrap();
    assert!(!text.contains("<failure") && !text.contains("<error"), "{text}");
    assert!(markdown(&still).contains("Everything is as expected."));

    let cut = Run { not_begun: 3, ..still };
    let text = junit(&cut).unwrap();
    let xml = roxmltree::Document::parse(&text).unwrap();
    assert_eq!(count(&xml, "error"), 1);
    assert!(text.contains("3 searches were not begun"));
    assert!(markdown(&cut).contains("**Not everything is as expected.**"));
    assert!(markdown(&cut).contains("3 searches were not begun"));
    assert_eq!(log(&cut)["runs"][0]["invocations"][0]["executionSuccessful"], false);

    let drifted = Run { drifts: &drifts, ..still };
    let text = junit(&drifted).unwrap();
    assert_eq!(count(&roxmltree::Document::parse(&text).unwrap(), "failure"), 1);
    assert!(text.contains("states was 3, is 4"));
    assert!(markdown(&drifted).contains("states was 3, is 4"));
    let log = log(&drifted);
    let found = log["runs"][0]["results"].as_array().unwrap().last().unwrap();
    assert_eq!((&found["ruleId"], &found["level"]), (&"golden-file".into(), &"error".into()));
}

/// The schema of the format. One pattern has a bracket that means itself and is not escaped.
fn sarif_schema() -> jsonschema::Validator {
    let text = include_str!("../fixtures/sarif-schema-2.1.0.json");
    let escaped = text.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}\\\\]?$");
    assert_ne!(text, escaped);
    jsonschema::validator_for(&serde_json::from_str(&escaped).unwrap()).unwrap()
}

/// The log of a run, after the schema of the format has accepted it.
fn log(run: &Run<'_>) -> Value {
    let log: Value = serde_json::from_str(&sarif(run).unwrap()).unwrap();
    let schema = sarif_schema();
    let problems: Vec<String> = schema.iter_errors(&log).map(|e| e.to_string()).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    // Every result names a rule by its place, and what does not fail has no level.
    for found in log["runs"][0]["results"].as_array().unwrap() {
        let index = usize::try_from(found["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], found["ruleId"]);
        assert_eq!(found["kind"] == "fail", found["level"] != "none");
    }
    log
}

#[test]
fn the_schema_of_sarif_refuses_what_is_no_log() {
    let schema = sarif_schema();
    let (report, files) = (report(), files());
    let mut log = log(&run(&report, &files));
    log["runs"][0]["results"][0]["level"] = "loud".into();
    assert!(!schema.is_valid(&log));
}

#[test]
fn sarif_has_a_result_per_property_that_is_worth_telling() {
    let (report, files) = (report(), files());
    let log = log(&run(&report, &files));
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!((&driver["name"], &driver["version"]), (&"pmdrace".into(), &"1.2.3".into()));
    let found: Vec<(&str, &str, &str, u64)> = log["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| {
            let place = &found["locations"][0]["physicalLocation"];
            assert_eq!(place["artifactLocation"]["uri"], "my%20races/100%25.toml");
            (
                found["ruleId"].as_str().unwrap(),
                found["kind"].as_str().unwrap(),
                found["level"].as_str().unwrap(),
                place["region"]["startLine"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("no-false-present", "informational", "none", 20),
            ("no-wrong-page", "fail", "error", 30),
            ("no-false-present", "fail", "warning", 40),
            ("no-false-present", "fail", "error", 50),
            ("no-wrong-page", "fail", "error", 50),
            ("no-wrong-page", "fail", "error", 60),
        ]
    );
    let text = log["runs"][0]["results"][1]["message"]["text"].as_str().unwrap();
    assert!(text.contains("violated, expected holds") && text.contains("the harm"), "{text}");
}

#[test]
fn markdown_shows_sums_matrix_and_what_is_odd() {
    let (report, files) = (report(), files());
    let text = markdown(&run(&report, &files));
    assert!(text.contains("| 6 | 2 | 1 | 1 | 1 | 2 |"), "{text}");
    assert!(text.contains("| architecture<br>release | arm64<br>6.1 |"), "{text}");
    for rows in [
        "| **fine** all properties hold |  |\n",
        "| **before** |  |\n| no-false-present (predicate)<br>fast | V |\n",
        "| **open** |  |\n| no-false-present (predicate)<br>fast | ? |\n",
        "| no-wrong-page (predicate)<br>fast | E! |\n| **missing** no such case |  |\n",
    ] {
        assert!(text.contains(rows), "{rows}\n{text}");
    }
    assert!(text.ends_with("V violated, ? inconclusive, E error, ! not expected\n"), "{text}");
    assert!(text.contains("## Not as expected (4)"), "{text}");
    let command = "--arch arm64@6.1 --reader fast --param remover=true,walkers=1 --memory rc11";
    assert!(text.contains("pmdrace check 'my races/100%.toml' --variant"), "{text}");
    assert!(text.contains(command), "{text}");
}

#[test]
fn markdown_tables_hold_whatever_the_names_are() {
    let (report, files) = (report(), files());
    let text = markdown(&run(&report, &files));
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let mut lines = text.lines().filter(|line| line.starts_with('|')).peekable();
    assert!(lines.peek().is_some());
    for table in text.split("\n\n").filter(|block| block.starts_with('|')) {
        let first = bars(table.lines().next().unwrap());
        assert!(table.lines().all(|line| bars(line) == first), "{table}");
    }
    assert!(!text.contains(ODD) && text.contains("a\\|b \\<c\\>"), "{text}");
}

#[test]
fn more_than_fifty_odd_cells_are_counted() {
    let one = report().results.into_iter().find(|result| result.cell.variant == "open").unwrap();
    let many = (0..80).map(|n| {
        let mut cell = one.clone();
        cell.cell.variant = format!("open-{n}");
        cell
    });
    let report = pmdrace_report::Report::new("pmdrace 1.2.3", many.collect());
    let text = markdown(&run(&report, &files()));
    assert!(text.contains("## Not as expected (80)") && text.contains("- and 30 more"), "{text}");
    assert_eq!(text.matches("- **inconclusive**").count(), 50);
}

#[test]
fn the_last_json_line_repeats_what_another_engine_changed() {
    let (report, files) = (report(), files());
    let last = pmdrace_report::jsonl_last(&run(&report, &files)).unwrap();
    let last: Value = serde_json::from_str(last.trim_end()).unwrap();
    let amended = last["amended"].as_array().unwrap();
    assert_eq!(amended.len(), 2);
    assert!(amended.iter().all(|result| result["variant"] == "torn"));
    assert_eq!(last["summary"]["errors"], 2);
    let line = pmdrace_report::jsonl_result(&report.results[0]).unwrap();
    assert_eq!(line.matches('\n').count(), 1);
    assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["variant"], "fine");
}

#[test]
fn pages_and_markdown_spell_control_characters_out() {
    let (report, files) = (report(), files());
    for text in [markdown(&run(&report, &files)), pmdrace_report::html(&report)] {
        assert!(text.contains("[U+001B]") || text.contains("\\[U+001B\\]"), "{text}");
        let control = |c: char| c != '\n' && c != '\t' && pmdrace_scenario::is_control(c);
        assert!(!text.contains(control), "{text:?}");
    }
}

/// The words of a line in which every form of report tells of a property that does not apply, and of a bound.
const IDLE: &str = "no-wrong-size does not apply: no size is <reported>";
const BOUNDED: &str = "no-wrong-page holds up to the bound: a third try";

#[test]
fn what_does_not_apply_and_what_holds_up_to_a_bound_is_told_in_ci() {
    let (report, files) = (qualified(), files());
    let run = run(&report, &files);
    let text = junit(&run).unwrap();
    let xml = roxmltree::Document::parse(&text).unwrap();
    let tests: Vec<_> = xml.descendants().filter(|node| node.has_tag_name("testcase")).collect();
    let said = tests.iter().map(|test| test.children().find(roxmltree::Node::is_element));
    let said: Vec<Option<&str>> = said.map(|told| told.and_then(|told| told.text())).collect();
    assert_eq!(said, [None, Some(&*format!("{IDLE}\n{BOUNDED}"))]);

    let log = log(&run);
    let found = log["runs"][0]["results"].as_array().unwrap().iter();
    let found: Vec<_> =
        found.map(|r| (r["kind"].as_str(), r["message"]["text"].as_str())).collect();
    let before = |text: &str| format!("before: {text}");
    assert_eq!(
        found,
        [(Some("notApplicable"), Some(&*before(IDLE))), (Some("pass"), Some(&*before(BOUNDED)))]
    );

    let text = markdown(&run);
    let idle = IDLE.replace('<', "\\<").replace('>', "\\>");
    assert!(text.contains(&format!("\nbefore: {idle}\n")), "{text}");
    assert!(text.contains(&format!("\nbefore: {BOUNDED}\n")), "{text}");
}

#[test]
fn what_does_not_apply_and_what_holds_up_to_a_bound_is_told_on_terminals() {
    let report = qualified();
    let cells: Vec<_> = report.cells().collect();
    let details = plain(report.cases().map(cell_details).collect());
    let line = |name: &str, n: usize| details.lines().filter(|l| l.contains(name)).nth(n).unwrap();
    assert!(line("no-wrong-size", 0).trim_end().ends_with("as expected"), "{details}");
    assert!(line("no-wrong-size", 1).trim_start().starts_with("n/a "), "{details}");
    assert!(line("no-wrong-size", 1).ends_with(" no size is <reported>"), "{details}");
    assert!(line("no-wrong-page", 1).ends_with("up to the bound: a third try"), "{details}");

    let table = plain(matrix(&cells, 100));
    assert!(table.contains("\nfine  all properties hold\n"), "{table}");
    let all = "\nbefore  all properties that apply hold, up to the bound: a third try\n";
    assert!(table.contains(all), "{table}");
    assert!(table.contains(&format!("\nbefore: {IDLE}\n")), "{table}");
    assert!(plain(overview(&cells, 100)).contains(&format!("\nbefore: {BOUNDED}\n")));
}

/// What one engine sees violated and the other beyond violation is a contradiction as well.
#[test]
fn a_violation_of_what_does_not_apply_is_a_disagreement() {
    let cells = [
        cell("torn", "statespace", &[idle("no-wrong-page", "no page is derived")]),
        cell("torn", "loom", &[property("no-wrong-page", "violated", "holds")]),
    ];
    let cells = cells.map(|cell| serde_json::from_value(cell).expect("a result"));
    let report = Report::new("pmdrace 1.2.3", cells.into());
    assert_eq!(report.summary.errors, 1);
    let message = &report.results[0].error.as_ref().unwrap().message;
    assert!(message.contains("statespace says not-applicable, loom says violated"), "{message}");
}

/// What loom finds under rc11 about a cell of another memory model confirms the exact engine or says nothing.
#[test]
fn what_loom_finds_under_rc11_confirms_or_says_nothing() {
    let under = |memory: &str, exact: Option<&str>, looms: &str| {
        let of = |(engine, verdict): (&str, &str)| {
            let mut cell = cell("v", engine, &[property("no-wrong-page", verdict, "violated")]);
            cell["memory"] = json!(memory);
            serde_json::from_value(cell).expect("a result")
        };
        let engines = exact.map(|verdict| ("statespace", verdict)).into_iter();
        let cells = engines.chain([("loom", looms)]).map(of).collect();
        let report = Report::new("pmdrace 1.2.3", cells);
        let loom = report.results.last().unwrap();
        let cut = loom.cut_by.map_or("", pmdrace_engine::Cut::name);
        (loom.properties[0].verdict.name(), cut, report.summary.errors)
    };
    for memory in ["armv8", "lkmm"] {
        assert_eq!(under(memory, Some("violated"), "violated"), ("violated", "", 0));
        assert_eq!(under(memory, Some("holds"), "holds"), ("holds", "", 0));
        for exact in [Some("holds"), Some("inconclusive"), None] {
            assert_eq!(under(memory, exact, "violated"), ("inconclusive", "loom-rc11", 0));
        }
        assert_eq!(under(memory, Some("violated"), "holds"), ("inconclusive", "loom-rc11", 0));
    }
    // Where loom has the memory model itself.
    assert_eq!(under("rc11", Some("holds"), "violated").2, 1);
    assert_eq!(under("rc11", None, "violated"), ("violated", "", 0));
}

#[test]
fn what_is_wrong_by_the_kernels_model_alone_is_told() {
    let of = |arch: &str, memory: &str, verdict: &str| {
        let mut cell = cell("v", "statespace", &[property("no-wrong-page", verdict, verdict)]);
        (cell["arch"], cell["memory"]) = (json!(arch), json!(memory));
        serde_json::from_value(cell).expect("a result")
    };
    let told = |own: &str| {
        let cells = vec![
            of("arm64@6.12", "armv8", "violated"),
            of("arm64@6.12", "lkmm", "violated"),
            of("x86_64@6.12", "tso", own),
            of("x86_64@6.12", "lkmm", "violated"),
        ];
        let report = Report::new("pmdrace 1.2.3", cells);
        plain(matrix(&report.cells().collect::<Vec<_>>(), 100))
    };
    let says = "\nv: no-wrong-page is violated by the kernel's model, but not on x86_64@6.12\n";
    assert!(told("holds").contains(says), "{}", told("holds"));
    assert!(!told("violated").contains("kernel's model"), "{}", told("violated"));
    assert!(!told("inconclusive").contains("kernel's model"));
}
