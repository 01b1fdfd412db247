//! A table reads without explanation: it fits its width, a mark stands under one heading, a row says whom it is about,
//! and text, page and Markdown say the same.

use std::collections::BTreeMap;

use pmdrace_pgtable::ARCHITECTURES;
use pmdrace_report::{Report, Run, ScenarioFiles, cell_details, html, markdown, matrix, overview};
use serde_json::{Value, json};

use crate::made_up::{cell, idle, plain, property};

/// The marks of a table: variant, property, whom the row is about, column.
type Marks = BTreeMap<[String; 4], String>;

const READERS: [&str; 6] = ["fast", "a-long-name-of-a-reader", "fault", "smaps", "mincore", "bare"];

/// Verdicts that differ by architecture, release and reader, and cells that are missing.
fn sample(memories: &[&str]) -> Report {
    let mut results = Vec::new();
    for variant in ["before", "a-variant-with-a-long-name", "after"] {
        for arch in ARCHITECTURES {
            for (number, reader) in READERS.into_iter().enumerate() {
                for memory in memories {
                    let salt = variant.len() * 7 + arch.name().len() * 3 + arch.name().len() % 4;
                    results.push(made(variant, arch.name(), reader, memory, salt + number));
                }
            }
        }
    }
    Report::new("pmdrace 1.2.3", results.into_iter().map(of).collect())
}

fn of(cell: Value) -> pmdrace_report::CellResult {
    serde_json::from_value(cell).expect("a result")
}

fn made(variant: &str, arch: &str, reader: &str, memory: &str, salt: usize) -> Value {
    let verdict = |by: usize| match salt % by {
        0 if variant != "after" => "violated",
        _ => "holds",
    };
    let kind = |mut property: Value, kind: &str| {
        property["kind"] = json!(kind);
        property
    };
    let expected = |name: &str, by: usize| property(name, verdict(by), verdict(by));
    let mut made = cell(
        variant,
        "statespace",
        &[
            expected("no-false-present", 5),
            kind(expected("no-table-use-after-free", 3), "consequence"),
            kind(expected("no-wrong-page", 4), "consequence"),
            kind(expected("no-warning", 7), "warning"),
            idle("no-deadlock", "no CPU takes a lock"),
        ],
    );
    (made["arch"], made["reader"], made["memory"]) = (json!(arch), json!(reader), json!(memory));
    if salt.is_multiple_of(11) {
        made["properties"] = json!([]);
        made["verdict"] = json!("not-applicable");
        made["not_applicable"] = json!("there is no such function");
    }
    made
}

fn text(report: &Report, width: usize) -> String {
    plain(matrix(&report.cells().collect::<Vec<_>>(), width))
}

/// The words of a line from a place on, each with the place where it begins.
fn words_from(line: &str, from: usize) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    let mut at = from;
    for word in line[from..].split(' ') {
        if !word.is_empty() {
            words.push((at, word.to_owned()));
        }
        at += word.len() + 1;
    }
    words
}

/// The heading above a place: the last that begins at or before it.
fn above(headings: &[(usize, String)], place: usize) -> &str {
    &headings.iter().rfind(|(at, _)| *at <= place).expect("a heading").1
}

/// Reads the marks back from text. A mark has to begin where a release does.
fn read_text(text: &str) -> Marks {
    let mut marks = Marks::new();
    let mut levels: Vec<Vec<(usize, String)>> = Vec::new();
    let mut row = [const { String::new() }; 3];
    let table = text.split("\nnot applicable").next().unwrap();
    let table = table.split("\nV violated").next().unwrap();
    for line in table.lines() {
        let labels = ["architecture", "memory model", "release"];
        if let Some(label) = labels.iter().find(|label| line.starts_with(**label)) {
            if *label == "architecture" {
                levels.clear();
            }
            levels.push(words_from(line, label.len()));
            continue;
        }
        match line.len() - line.trim_start().len() {
            0 => row[0] = line.split("  ").next().unwrap().to_owned(),
            2 => row[1] = line.trim().split(" (").next().unwrap().to_owned(),
            4 => {
                let releases = levels.last().unwrap();
                let (label, _) = line.split_at(releases[0].0.min(line.len()));
                row[2] = label.trim().to_owned();
                let found = words_from(line, label.len());
                assert_eq!(found.len(), releases.len(), "{line}\n{text}");
                for (place, mark) in found {
                    assert!(releases.iter().any(|(at, _)| *at == place), "{line}\n{text}");
                    let says: Vec<&str> = levels.iter().map(|its| above(its, place)).collect();
                    let [variant, property, who] = row.clone();
                    let key = [variant, property, who, says.join(" ")];
                    assert!(marks.insert(key, mark).is_none(), "{line}\n{text}");
                }
            }
            // The rest of a list of readers.
            6 => {
                let first = row[2].split(" +").next().unwrap();
                let full = format!("{first}, {}", line.trim_start().trim_start_matches("+ "));
                let of_row = marks.extract_if(.., |key, _| key[..3] == row).collect::<Vec<_>>();
                let full = |[variant, property, _, column]: [String; 4]| {
                    [variant, property, full.clone(), column]
                };
                marks.extend(of_row.into_iter().map(|(key, mark)| (full(key), mark)));
            }
            _ => {}
        }
    }
    marks
}

fn read_markdown(text: &str) -> Marks {
    let mut marks = Marks::new();
    let mut variant = String::new();
    let table = text.split("\n\n").find(|block| block.starts_with("| architecture")).unwrap();
    let mut lines = table.lines().map(|line| {
        let line = line.trim_start_matches("| ").trim_end_matches(" |");
        line.split(" | ").map(|cell| cell.replace('\\', "")).collect::<Vec<_>>()
    });
    let columns = lines.next().unwrap();
    for cells in lines.skip(1) {
        if let Some(title) = cells[0].strip_prefix("**") {
            variant = title.split("**").next().unwrap().to_owned();
            continue;
        }
        let (property, who) = cells[0].split_once("<br>").unwrap();
        let property = property.split(" (").next().unwrap();
        for (column, mark) in columns.iter().zip(&cells).skip(1) {
            let column = column.replace("<br>", " ");
            let key = [variant.clone(), property.to_owned(), who.to_owned(), column];
            assert!(marks.insert(key, mark.clone()).is_none(), "{table}");
        }
    }
    marks
}

/// The text of markup.
fn words_of(markup: &str) -> String {
    let (first, rest) = markup.split_once('<').unwrap_or((markup, ""));
    let rest = rest.split('<').filter_map(|part| Some(part.split_once('>')?.1));
    first.to_owned() + &rest.collect::<String>()
}

fn read_page(page: &str) -> Marks {
    let mut marks = Marks::new();
    let table = page.split("<table class=\"matrix\">").nth(1).unwrap();
    let table = table.split("</table>").next().unwrap();
    let (head, body) = table.split_once("</thead>").unwrap();
    let mut columns: Vec<Vec<String>> = Vec::new();
    for level in head.split("<tr>").skip(1) {
        let mut said = Vec::new();
        for heading in level.split("<th ").skip(2) {
            let span = heading.split("colspan=\"").nth(1).unwrap().split('"').next().unwrap();
            let text = words_of(heading.split_once('>').unwrap().1);
            said.extend(std::iter::repeat_n(text, span.parse().unwrap()));
        }
        columns.resize(said.len(), Vec::new());
        columns.iter_mut().zip(said).for_each(|(column, text)| column.push(text));
    }
    let mut variant = String::new();
    for row in body.split("<tr").skip(1) {
        if row.starts_with(" class=\"variant") {
            variant = words_of(row.split_once('>').unwrap().1);
        }
        let Some(row) = row.strip_prefix("><th scope=\"row\">") else { continue };
        let (label, squares) = row.split_once("</th>").unwrap();
        let (property, who) = label.split_once("<br>").unwrap();
        let property = property.split(' ').next().unwrap();
        for (column, square) in columns.iter().zip(squares.split("<td ").skip(1)) {
            let mark = words_of(square.split_once('>').unwrap().1.split("</td>").next().unwrap());
            let key = [variant.clone(), property.to_owned(), words_of(who), column.join(" ")];
            assert!(marks.insert(key, mark).is_none(), "{label}");
        }
    }
    marks
}

#[test]
fn every_line_fits() {
    for memories in [&["lkmm"][..], &["lkmm", "sc"]] {
        let report = sample(memories);
        let cells: Vec<_> = report.cells().collect();
        for width in (40..=100).step_by(3) {
            for text in [text(&report, width), plain(overview(&cells, width))] {
                for line in text.lines() {
                    assert!(line.chars().count() <= width, "{width}: {line}");
                }
            }
        }
        // More room takes no more lines.
        let lines = |width| text(&report, width).lines().count();
        assert!(lines(100) < lines(80) && lines(80) < lines(60));
    }
}

#[test]
fn text_page_and_markdown_have_the_same_marks_under_the_same_headings() {
    for memories in [&["lkmm"][..], &["lkmm", "sc"]] {
        let report = sample(memories);
        let files = ScenarioFiles::new();
        let run = Run { report: &report, files: &files, not_begun: 0, drifts: &[] };
        let marks = read_markdown(&markdown(&run));
        // Nine or more rows, and a column for each architecture, release and memory model.
        assert!(marks.len() >= 9 * ARCHITECTURES.len() * memories.len());
        for arch in ARCHITECTURES {
            let (base, release) = arch.name().split_once('@').unwrap();
            for memory in memories {
                let memory = if memories.len() > 1 { format!(" {memory}") } else { String::new() };
                let column = format!("{base}{memory} {release}");
                assert!(marks.keys().any(|key| key[3] == column), "{column}");
            }
        }
        assert_eq!(read_page(&html(&report)), marks);
        // One band, in which lists of readers are in full.
        assert_eq!(read_text(&text(&report, 1000)), marks);
    }
}

#[test]
fn every_mark_stands_under_one_release_in_every_band() {
    let count = |width| {
        let marks = read_text(&text(&sample(&["lkmm", "sc"]), width));
        let mut letters: Vec<String> = marks.into_values().collect();
        letters.sort();
        letters
    };
    let whole = count(1000);
    for width in (60..=100).step_by(8) {
        assert_eq!(count(width), whole, "{width}");
    }
}

/// A cell of some property and kind that is violated as expected, by one reader on one architecture.
fn violated(arch: &str, reader: Option<&str>, kind: &str) -> Value {
    let mut property = property("no-wrong-page", "violated", "violated");
    property["kind"] = json!(kind);
    let mut cell = cell("before", "statespace", &[property]);
    (cell["arch"], cell["reader"]) = (json!(arch), json!(reader));
    cell
}

#[test]
fn every_row_says_whom_it_is_about() {
    let says = |cells: Vec<Value>, who: &[&str]| {
        let report = Report::new("pmdrace 1.2.3", cells.into_iter().map(of).collect());
        let marks = read_text(&text(&report, 80));
        let said: Vec<&str> = marks.keys().map(|key| key[2].as_str()).collect();
        assert_eq!(said, who, "{}", text(&report, 80));
    };
    let of_readers = |kind: &str, readers: &[&str]| -> Vec<Value> {
        readers.iter().map(|reader| violated("arm64@6.1", Some(reader), kind)).collect()
    };
    says(vec![violated("arm64@6.1", None, "consequence")], &["any CPU"]);
    says(vec![violated("arm64@6.1", None, "outcome")], &["all CPUs"]);
    says(of_readers("predicate", &["fast"]), &["fast"]);
    says(of_readers("predicate", &["fast", "bare"]), &["any of 2 readers"]);
    says(of_readers("warning", &["fast", "bare"]), &["any of 2 readers"]);
    says(of_readers("consequence", &["fast", "bare", "fault"]), &["all 3 readers"]);
    let mut some = of_readers("consequence", &READERS);
    some[1]["properties"][0]["verdict"] = json!("holds");
    some[1]["properties"][0]["expected"] = json!("holds");
    says(some.clone(), &["fast, fault, smaps, mincore, bare"]);
    let report = Report::new("pmdrace 1.2.3", some.into_iter().map(of).collect());
    // Where there is no room for all of them, the others are counted, and listed below.
    let table = text(&report, 40);
    assert!(table.contains("\n    fast +4 "), "{table}");
    assert!(table.contains("\n      + fault, smaps, mincore, bare\n"), "{table}");
}

#[test]
fn the_legend_explains_what_occurs() {
    let last = |cells: Vec<Value>| {
        let report = Report::new("pmdrace 1.2.3", cells.into_iter().map(of).collect());
        text(&report, 100).lines().last().unwrap().to_owned()
    };
    let one = violated("arm64@6.1", Some("fast"), "consequence");
    assert_eq!(last(vec![one.clone()]), "V violated");
    let mut other = violated("arm64@6.12", Some("fast"), "consequence");
    other["properties"][0]["verdict"] = json!("holds");
    assert_eq!(last(vec![one, other]), "V violated  . holds  ! not expected");
}

#[test]
fn an_error_of_a_whole_cell_is_no_property_that_holds() {
    let lost = |properties: &[Value]| {
        let mut cell = cell("before", "statespace", properties);
        cell["verdict"] = json!("error");
        cell["error"] = json!({ "kind": "internal", "message": "it died" });
        let report = Report::new("pmdrace 1.2.3", vec![of(cell)]);
        text(&report, 100)
    };
    let held = lost(&[property("no-wrong-page", "holds", "holds")]);
    assert!(held.contains("\n    fast      E!\n"), "{held}");
    let nothing = lost(&[]);
    assert!(nothing.contains("\nbefore  an error instead of a result\n"), "{nothing}");
}

#[test]
fn a_cell_in_detail_is_in_line_whatever_the_names_are() {
    let names = ["no-deadlock", "no-table-use-after-free"];
    let properties = names.map(|name| property(name, "holds", "holds"));
    let report = Report::new("pmdrace 1.2.3", vec![of(cell("fine", "loom", &properties))]);
    let details = plain(report.cases().map(cell_details).collect());
    let places: Vec<_> = details.lines().filter_map(|line| line.find("predicate")).collect();
    assert_eq!(places, [places[0]; 2], "{details}");
}
