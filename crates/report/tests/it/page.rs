//! The page of one execution stands alone: it can be read without its script, loads nothing, and names from
//! outside cannot break it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use pmdrace_report::{Trace, trace_page};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::made_up;
use crate::markup::{ids, left_open};

const HOSTILE: &str = "</script><script>alert(\"x\")</script> & 'y'";

fn value(bits: &str, present: bool) -> Value {
    let fields = match present {
        true => json!([
            { "name": "address", "hi": 47, "lo": 12, "value": 0x123480, "swap": false },
            { "name": "PRESENT_INVALID", "hi": 59, "lo": 59, "value": 1, "swap": false },
        ]),
        false => {
            json!([{ "name": "address", "hi": 47, "lo": 12, "value": 0x123480, "swap": false }])
        }
    };
    json!({
        "bits": bits, "means": format!("entry of {HOSTILE}"), "says": null, "fields": fields,
        "answers": [["pmd_present", present], ["pmd_none", false]],
    })
}

fn step(number: usize, cpu: usize, mark: &str, value: Value) -> Value {
    let mut step = made_up::step(number, cpu, &format!("text {number} {HOSTILE}"), mark);
    step["function"] = json!(format!("walk{HOSTILE}"));
    step["details"] = json!([format!("detail {number} {HOSTILE}")]);
    step["shown"] = json!(mark != "none");
    if value.is_null() {
        step["kind"] = json!("sync");
    } else {
        step["word"] = json!(0);
        step["kind"] = json!("read");
    }
    step["value"] = value;
    step
}

/// A store of CPU0, a read of CPU1 that is fooled by it, another store, and a step of no interest.
fn sample() -> Trace {
    let (before, after) = ("00000001234800d0", "08000001234800d0");
    let mut steps = vec![
        step(1, 0, "none", Value::Null),
        step(2, 0, "racing", value(after, true)),
        step(3, 1, "racing", value(after, true)),
        step(4, 0, "after", value(before, false)),
        step(5, 1, "violated", Value::Null),
    ];
    steps[1]["kind"] = json!("write");
    steps[2]["from"] = json!(2);
    steps[3]["kind"] = json!("write");
    steps[1]["changed"] = json!("+PRESENT_INVALID(59)");
    steps[3]["changed"] = json!("-PRESENT_INVALID(59)");
    serde_json::from_value(json!({
        "property": format!("no-thing{HOSTILE}: never {HOSTILE}"), "violated": true,
        "cell": format!("a cell {HOSTILE}"),
        "cpus": [format!("CPU0 {HOSTILE}"), "CPU1 reader", "CPU2 idle"],
        "words": [
            { "name": "pmd", "pmd": true, "init": value(before, false) },
            { "name": HOSTILE, "pmd": false,
              "init": { "bits": "7", "means": "count", "says": null, "fields": [], "answers": [] } },
        ],
        "steps": steps,
        "relations": [
            { "name": "co", "word": 0, "from": 0, "to": 2 },
            { "name": "rf", "word": 0, "from": 2, "to": 3 },
            { "name": "fr", "word": 0, "from": 3, "to": 4 },
            { "name": "co", "word": 0, "from": 2, "to": 4 },
        ],
        "cause": format!("the cause {HOSTILE}"), "harm": "the harm", "fix": "",
    }))
    .expect("a trace")
}

fn page() -> String {
    trace_page("pmdrace 1.2.3", &sample(), Some(&sample()))
}

/// The data that the script is given.
fn data(page: &str) -> Value {
    let block = page.split_once("<script type=\"application/json\" id=\"data\">").expect("data").1;
    serde_json::from_str(block.split_once("</script>").expect("its end").0).expect("JSON")
}

/// The markup without style, templates, data and script: what is there to see without a script.
fn seen(page: &str) -> &str {
    let body = page.split_once("<body>").expect("a body").1;
    body.split_once("<template").expect("templates").0
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;")
}

#[test]
fn tags_are_balanced() {
    let page = page();
    let head = page.split_once("</style>").expect("a style").1;
    let (markup, scripts) = head.split_once("<script").expect("scripts");
    assert!(scripts.ends_with("</script></body></html>"));
    assert_eq!(left_open(markup), ["html", "body"]);
}

#[test]
fn nothing_is_loaded_and_one_script_may_run() {
    let page = page();
    for foreign in ["http:", "https:", "src=", "url(", "@import", "<link", "href=", " onclick"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"));
    assert_eq!(page.matches("<script").count(), 2, "the data and the script");
    assert_eq!(page.matches("</script").count(), 2);
    let script = page.rsplit_once("<script>").expect("a script").1;
    let script = script.split_once("</script>").expect("its end").0;
    let hash = BASE64_STANDARD.encode(Sha256::digest(script.as_bytes()));
    assert!(page.contains(&format!("script-src 'sha256-{hash}'")), "the script's hash is {hash}");
}

#[test]
fn all_steps_can_be_read_without_a_script() {
    let page = page();
    let seen = seen(&page);
    for number in 1..=5 {
        let said = format!("<span class=\"say\">{}<", escaped(&format!("text {number} {HOSTILE}")));
        let detail = escaped(&format!("detail {number} {HOSTILE}"));
        for said in [said, detail] {
            assert_eq!(seen.matches(&said).count(), 2, "{said}: here and beside");
        }
        assert!(seen.contains(&format!("<tr id=\"s{number}\"")));
        assert!(seen.contains(&format!("<tr id=\"b{number}\"")));
    }
    for said in
        ["racing write", "racing read", "VIOLATED", "the cause", "the harm", "pmdrace 1.2.3"]
    {
        assert!(seen.contains(said), "{said}");
    }
    assert!(!seen.contains("CPU2 idle"), "a CPU that does nothing has no lane");
    assert!(!seen.contains("<dt>fix</dt>"), "there is no fix to tell");
    assert!(seen.contains(
        "<section class=\"controls\" id=\"controls\" aria-label=\"step through it\" hidden>"
    ));
    assert!(seen.contains("<tr id=\"s1\" class=\"step more\">"), "the short form leaves it out");
}

#[test]
fn relations_can_be_read_without_a_script() {
    let page = page();
    let seen = seen(&page);
    for name in ["po", "rf", "co", "fr"] {
        assert!(seen.contains(&format!("<b class=\"{name}\">{name}</b>")), "{name} is explained");
    }
    let ends = |from: &str, to: usize, cpu: usize| {
        let text = escaped(&format!("text {to} {HOSTILE}"));
        format!("<td>pmd</td><td>{from}</td><td>step {to} (CPU{cpu}): {text}</td>")
    };
    let step = |n: usize, cpu: usize| escaped(&format!("step {n} (CPU{cpu}): text {n} {HOSTILE}"));
    for row in [
        format!("<td>co</td>{}", ends("initial value", 2, 0)),
        format!("<td>rf</td>{}", ends(&step(2, 0), 3, 1)),
        format!("<td>fr</td>{}", ends(&step(3, 1), 4, 0)),
        format!("<td>co</td>{}", ends(&step(2, 0), 4, 0)),
    ] {
        assert_eq!(seen.matches(&row).count(), 2, "{row}: here and beside");
    }
    // The initial value stands above the first step, and only that of a word that an edge begins at.
    let first = seen.split_once("<tr class=\"init\">").expect("initial values").1;
    let first = first.split_once("</tr>").expect("its end").0;
    assert!(first.contains("<code id=\"sw0\">pmd = 0x00000001234800d0</code>"), "{first}");
    assert!(!first.contains("sw1"), "{first}");
}

#[test]
fn what_a_mouse_does_has_a_key_that_is_listed() {
    let page = page();
    let keys = seen(&page).split_once("<p class=\"keys\" id=\"keys\" hidden>").expect("keys").1;
    let keys = keys.split_once("</p>").expect("their end").0;
    for key in ["←", "→", "h", "l", "Home", "End", "r", "a", "e", "Tab"] {
        assert!(keys.contains(&format!("<kbd>{key}</kbd>")), "{key}: {keys}");
    }
}

#[test]
fn memory_is_that_of_the_violation() {
    let page = page();
    let cards = seen(&page).split_once("id=\"cards\">").expect("cards").1;
    let cards = cards.split_once("</section>").expect("their end").0;
    // Memory has moved on, and the reader goes on with what it read.
    assert!(cards.contains("0x00000001234800d0") && cards.contains("since step 4"));
    assert!(cards.contains("changed: -PRESENT_INVALID(59)"));
    assert!(cards.contains("0x08000001234800d0"));
    assert!(cards.contains("CPU1 reader goes on with what it read in step 3"));
    assert_eq!(cards.matches("<i class=").count(), 128);
    assert_eq!(cards.matches(" chg\" data-bit=\"59\"").count(), 1);
    assert!(cards.contains("pmd_present <b>no</b><span class=\"was\"> was yes</span>"));
    assert!(cards.contains(&format!("<b>{}</b> = <code class=\"hex\">7</code>", escaped(HOSTILE))));
}

#[test]
fn another_entry_is_not_told_bit_by_bit() {
    let mut trace = sample();
    trace.steps[1].changed = Some("the whole entry".to_owned());
    let data = data(&trace_page("pmdrace", &trace, None));
    let was = format!("changed: was 0x00000001234800d0 (entry of {HOSTILE})");
    assert_eq!(data["steps"][1]["changed"], json!(was));
}

#[test]
fn the_script_is_given_what_it_shows() {
    let page = page();
    let data = data(&page);
    let steps = data["steps"].as_array().expect("steps");
    assert_eq!((steps.len(), &data["start"]), (5, &json!(4)));
    assert_eq!(steps[0]["text"], json!(format!("text 1 {HOSTILE}")));
    assert_eq!(steps[1]["changed"], "changed: +PRESENT_INVALID(59)");
    let edge = json!({ "name": "rf", "word": 0, "from": 2, "to": 3 });
    assert_eq!((&data["relations"][1], &data["related"][1]), (&edge, &edge));
    assert_eq!(steps[4]["beside"], json!(5), "as far as it came itself");
    let cards = steps.iter().flat_map(|step| step["cards"].as_array().expect("cards"));
    for card in cards {
        assert_eq!(page.matches(&format!("<template id=\"c{card}\">")).count(), 1);
    }
}

#[test]
fn ids_are_unique() {
    let page = page();
    let markup = page.split_once("<body>").expect("a body").1;
    assert!(!ids(markup).is_empty());
}

#[test]
fn names_are_escaped() {
    let page = page();
    assert!(!page.contains("<script>alert"));
    assert!(page.contains(&escaped(HOSTILE)));
    assert!(page.contains("\\u003c/script>\\u003cscript>alert"), "in the data too");
}

#[test]
fn an_execution_without_steps_is_a_page() {
    let mut trace = sample();
    trace.steps.clear();
    assert!(trace_page("pmdrace", &trace, None).ends_with("</html>"));
}
