//! The page stands alone: it loads nothing, its links lead somewhere, and names cannot break it.

use pmdrace_report::{Report, html};
use serde_json::{Value, json};

use crate::made_up;
use crate::markup::{ids, left_open, values};

/// A violated property with a trace of `steps` steps.
fn violated(name: &str, kind: &str, expected: &str, steps: usize, what: &str) -> Value {
    let step = |number: usize| {
        let mark = match steps - number {
            0 => "after",
            1 => "violated",
            2 => "racing",
            _ => "none",
        };
        let mut step = made_up::step(number, number % 2, &format!("{what} {number}"), mark);
        step["details"] = json!(["a & b < c"]);
        step
    };
    let mut property = made_up::property(name, "violated", expected);
    property["kind"] = json!(kind);
    property["counterexample"] = json!({
        "property": format!("{name}: never"), "violated": true, "cell": "a cell", "words": [],
        "cpus": ["CPU0 writer", "CPU1 reader", "CPU2 idle"],
        "steps": (1..=steps).map(step).collect::<Vec<_>>(),
        "cause": "the cause", "harm": "the harm", "fix": "the fix",
    });
    property
}

fn holds(name: &str, kind: &str) -> Value {
    let mut property = made_up::property(name, "holds", "holds");
    property["kind"] = json!(kind);
    property
}

fn cell(scenario: &str, variant: &str, arch: &str, reader: &str, properties: &[Value]) -> Value {
    let mut cell = made_up::cell(variant, "loom", properties);
    cell["scenario"] = json!(scenario);
    cell["arch"] = json!(arch);
    cell["reader"] = json!(reader);
    cell["params"] = json!({});
    cell
}

fn missing(arch: &str, reader: &str, reason: &str) -> Value {
    let mut cell = cell("race", "before", arch, reader, &[]);
    cell["verdict"] = json!("not-applicable");
    cell["not_applicable"] = json!(reason);
    cell
}

fn report(results: Vec<Value>) -> Report {
    let results =
        results.into_iter().map(|r| serde_json::from_value(r).expect("a result")).collect();
    Report::new("pmdrace 1.2.3", results)
}

fn sample() -> Report {
    let present = |steps| violated("no-false-present", "predicate", "violated", steps, "step");
    let page = |what| violated("no-wrong-page", "consequence", "violated", 4, what);
    let sound = [holds("no-false-present", "predicate"), holds("no-wrong-page", "consequence")];
    let mut failed = cell("race", "before", "riscv64@6.1", "bare", &[]);
    failed["error"] = json!({ "kind": "internal", "message": "it <died>" });
    report(vec![
        cell("race", "before", "arm64@6.1", "fast", &[present(5), sound[1].clone()]),
        cell("race", "before", "arm64@6.1", "bare", &[present(3), page("page")]),
        cell("race", "before", "arm64@6.12", "fast", &[present(5), sound[1].clone()]),
        cell("race", "before", "arm64@6.12", "bare", &[present(3), page("page")]),
        cell("race", "before", "x86_64@6.1", "fast", &sound),
        missing("x86_64@6.1", "bare", "it has no bare reader"),
        missing("s390x@6.1", "fast", "it has no such entry"),
        failed,
        cell("race", "after", "arm64@6.1", "fast", &sound),
        cell(
            "<script>alert('x')</script>",
            "\"><script>",
            "arm64@6.1",
            "a\"b",
            &[violated("<script>", "predicate", "holds", 3, "<script>")],
        ),
    ])
}

#[test]
fn tags_are_balanced() {
    let page = html(&sample());
    let body = page.split_once("</style>").unwrap().1;
    assert_eq!(left_open(body), Vec::<&str>::new());
}

#[test]
fn nothing_is_loaded_or_run() {
    let page = html(&sample());
    for foreign in ["http:", "https:", "src=", "url(", "@import", "<script", "<link", "onclick"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(values(&page, "href").iter().all(|link| link.starts_with('#')));
}

#[test]
fn links_lead_somewhere() {
    let page = html(&sample());
    let known = ids(&page);
    let links = values(&page, "href");
    assert!(links.len() > 5);
    for link in links {
        assert!(known.contains(&link[1..]), "{link} leads nowhere");
    }
}

#[test]
fn violated_squares_link_to_the_shortest_trace() {
    let page = html(&sample());
    let tables: Vec<&str> = page
        .split("<table class=\"matrix\">")
        .skip(1)
        .map(|rest| rest.split("</table>").next().unwrap())
        .collect();
    assert_eq!(tables.len(), 2);
    for table in &tables {
        for square in table.split("<td").skip(1).map(|rest| rest.split("</td>").next().unwrap()) {
            let letter = square.trim_end_matches("</a>").rsplit('>').next().unwrap();
            assert_eq!(letter.starts_with('V'), square.contains("<a href=\"#t"), "{square}");
        }
    }
    // The reader with 3 steps is told, not the one with 5.
    let link = values(tables[0], "href")[0];
    let trace = page.split(&format!("<article id=\"{}\"", &link[1..])).nth(1).unwrap();
    assert!(trace.contains("<summary>3 steps</summary>"));
    assert!(tables[1].contains(">V!</a>") && tables[1].contains("NOT EXPECTED"));
}

#[test]
fn an_identical_trace_is_written_once() {
    let page = html(&sample());
    // Two eras each: 5 steps, 3 steps, and the page; and that of the other scenario.
    assert_eq!(page.matches("<article").count(), 4);
    let first = page.split("<article").nth(1).unwrap();
    assert!(first.contains("arm64@6.1 fast") && first.contains("arm64@6.12 fast"));
}

#[test]
fn a_trace_is_told_in_lanes() {
    let page = html(&sample());
    let steps = page.split("<table class=\"steps\">").nth(1).unwrap();
    let steps = steps.split("</table>").next().unwrap();
    assert!(steps.contains("CPU0 writer") && steps.contains("CPU1 reader"));
    assert!(!steps.contains("CPU2 idle"), "a CPU that does nothing has no lane");
    assert!(steps.contains("<mark>racing read</mark>") && steps.contains("<mark>VIOLATED</mark>"));
    assert!(steps.contains("how it goes on") && steps.contains("walk()"));
    for why in ["the cause", "the harm", "the fix"] {
        assert!(page.contains(why));
    }
}

#[test]
fn empty_squares_and_odd_cells_say_why() {
    let page = html(&sample());
    assert!(page.contains("aria-label=\"no such case: it has no bare reader\">-</td>"));
    assert!(page.contains("<dt>it has no such entry</dt><dd>s390x@6.1</dd>"));
    assert!(page.contains("it &lt;died&gt;"));
    assert!(page.contains("&lt;script&gt; is violated, expected holds"));
}

#[test]
fn names_are_escaped() {
    let page = html(&sample());
    assert!(!page.contains("<script"));
    assert!(page.contains("&lt;script&gt;alert('x')&lt;/script&gt;"));
    assert!(page.contains("&quot;&gt;&lt;script&gt;"));
    assert!(page.contains("a &amp; b &lt; c"));
}

#[test]
fn a_run_without_results_is_a_page() {
    let page = html(&report(Vec::new()));
    assert!(page.contains("pmdrace: 0 scenarios") && page.ends_with("</html>"));
}

#[test]
fn what_does_not_apply_and_what_holds_up_to_a_bound_says_so() {
    let page = html(&made_up::qualified());
    for said in [
        "hold wherever they apply: no-wrong-size, no-wrong-page",
        "not applicable: no-wrong-size: no size is &lt;reported&gt;",
        "what holds here, holds up to the bound: a third try",
    ] {
        assert_eq!(page.matches(said).count(), 1, "{said}");
    }
    // In a row, the square says it.
    let page = html(&report(vec![
        cell("race", "before", "arm64@6.1", "fast", &[made_up::idle("no-wrong-size", "none is")]),
        cell("race", "before", "riscv64@6.1", "fast", &[made_up::up_to("no-wrong-size", "a try")]),
        cell(
            "race",
            "before",
            "x86_64@6.1",
            "fast",
            &[violated("no-wrong-size", "predicate", "violated", 3, "step")],
        ),
    ]));
    assert!(page.contains("<td class=\"n first\" title=\"not-applicable: none is\""), "{page}");
    assert!(
        page.contains("<td class=\"h first\" title=\"holds: up to the bound: a try\""),
        "{page}"
    );
}

#[test]
fn paper_shows_what_a_screen_hides() {
    let page = html(&sample());
    let print: String = page.split("@media print {").skip(1).collect();
    for rule in [
        ".scroll { overflow: visible !important; max-height: none !important;",
        "details::details-content { content-visibility: visible;",
        "thead { display: table-header-group; }",
        "break-inside: avoid",
    ] {
        assert!(print.contains(rule), "{rule}");
    }
    let screen = page.split("@media print {").next().unwrap();
    assert!(screen.contains("prefers-color-scheme: dark"), "black on white comes last and wins");
}
