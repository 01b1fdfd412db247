//! Trace files: every violation that is committed has a trace that replays, and no changed value goes by.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use pmdrace_cli::explore::{Replayed, replay};
use pmdrace_engine::{Budget, Counterexample, Engine, loom, search};
use pmdrace_mm::{Addr, MemoryModel, Model, Op};
use pmdrace_report::{Golden, Record};
use pmdrace_scenario::{CATALOGUE, Entry, Scenario};

use crate::program::{Ran, pmdrace_in};
use crate::races::SPLIT;

const ONE: [&str; 8] = [
    "--variant",
    "before",
    "--arch",
    "arm64@6.1",
    "--reader",
    "gup-fast-read",
    "--param",
    "walkers=1,remover=false",
];

/// The models of a shipped scenario by the names of their cells.
fn models(entry: &Entry) -> BTreeMap<String, Arc<Model>> {
    let scenario = Scenario::parse(entry.text).unwrap();
    let cells = scenario.cells(None).into_iter().filter(|cell| scenario.applies(cell));
    cells.map(|cell| (cell.to_string(), Arc::new(scenario.model(&cell).unwrap()))).collect()
}

fn records(entry: &Entry) -> Vec<Record> {
    match entry.traces.is_empty() {
        true => Vec::new(),
        false => Record::parse_all(entry.traces).unwrap(),
    }
}

/// Coherence per location: along each CPU's own steps no word goes back in its modification order, and what an
/// update finds is what the store right before it left.
fn coherent(example: &Counterexample) -> Result<(), String> {
    let Counterexample { events, order, .. } = example;
    let mut reached: BTreeMap<(usize, Addr), usize> = BTreeMap::new();
    for (index, event) in events.iter().enumerate() {
        let (at, store) = match event.op {
            Op::Read { at, from: Some(from), .. } => match events[from].op {
                Op::Buffer { .. } => continue,
                _ => (at, from),
            },
            Op::Write { at, .. } => (at, index),
            Op::Rmw { at, old, new: Some(_) } => {
                let left = order.previous(at, index).map(|previous| &events[previous].op);
                if let Some(Op::Write { word, .. } | Op::Rmw { new: Some(word), .. }) = left
                    && *word != old
                {
                    return Err(format!("event {index} finds {old:?} after {word:?}"));
                }
                (at, index)
            }
            _ => continue,
        };
        let place = order.stores(at).iter().position(|other| *other == store);
        let place = place.ok_or_else(|| format!("event {store} has no place"))?;
        // Its place among the CPU's own steps is not that among the events.
        if order.is_early(index) {
            continue;
        }
        let last = reached.insert((event.cpu, at), place).unwrap_or(0);
        if place < last {
            return Err(format!("event {index} goes back to place {place} from {last}"));
        }
    }
    Ok(())
}

/// Whether a store takes its place before one that was executed earlier.
fn overtakes(example: &Counterexample) -> bool {
    let mut events = 0..example.events.len();
    events.any(|index| example.order.overtaken(&example.events, index).is_some())
}

#[test]
fn every_committed_violation_has_a_trace_that_replays() {
    let (mut replayed, mut overtaking) = (0, 0);
    for entry in CATALOGUE {
        let (models, records) = (models(entry), records(entry));
        for record in &records {
            for cell in &record.cells {
                let again = replay(record, &models[cell]).unwrap();
                let Replayed::Reproduced(_, example) = again else { panic!("{cell}: {again:?}") };
                coherent(&example).unwrap_or_else(|problem| panic!("{cell}: {problem}"));
                overtaking += usize::from(overtakes(&example));
                replayed += 1;
            }
        }
        for cell in &Golden::parse(entry.golden).unwrap().cells {
            if cell.engine != Engine::Statespace {
                continue;
            }
            for property in cell.violated.keys() {
                let name = cell.cell.to_string();
                let has = |r: &Record| r.shows.name == *property && r.cells.contains(&name);
                assert!(records.iter().any(has), "{name} {property} has no trace");
            }
        }
    }
    assert!(replayed > 2000 && overtaking > 0, "{replayed}, {overtaking}");
}

/// The step with its last value changed: a number, or true and false.
fn altered(step: &str) -> Option<String> {
    if let Some(text) = step.strip_suffix("true") {
        return Some(format!("{text}false"));
    }
    if let Some(text) = step.strip_suffix("false") {
        return Some(format!("{text}true"));
    }
    let (_, values) = step.split_once(" = ").or_else(|| step.split_once(" -> "))?;
    let start = step.len() - values.len();
    let digit = values.find(|c: char| c.is_ascii_hexdigit())?;
    let at = start + digit;
    let other = if &step[at..=at] == "7" { "6" } else { "7" };
    Some(format!("{}{other}{}", &step[..at], &step[at + 1..]))
}

#[test]
fn no_changed_value_goes_by() {
    let mut changed = 0;
    for entry in CATALOGUE {
        let models = models(entry);
        for record in records(entry) {
            let model = &models[&record.cells[0]];
            for at in 0..record.steps.len() {
                let Some(other) = altered(&record.steps[at]) else { continue };
                let mut record = record.clone();
                record.steps[at].clone_from(&other);
                let Replayed::Stale(difference) = replay(&record, model).unwrap() else {
                    panic!("{}: `{other}` went by", record.cells[0]);
                };
                assert_eq!(difference.step, at + 1, "{}: `{other}`", record.cells[0]);
                assert_eq!(difference.recorded.as_ref(), Some(&other));
                changed += 1;
            }
        }
    }
    assert!(changed > 5_000, "{changed}");
}

#[test]
fn a_record_survives_its_text() {
    for entry in CATALOGUE.iter().filter(|entry| !entry.traces.is_empty()) {
        let texts: Vec<String> = records(entry).iter().map(Record::to_text).collect();
        assert_eq!(texts.join("\n"), entry.traces, "{}", entry.name);
    }
}

/// What loom finds can be told as the state-space engine tells it, old values and all.
#[test]
fn what_loom_finds_replays_too() {
    let mut told = 0;
    for entry in CATALOGUE {
        let scenario = Scenario::parse(entry.text).unwrap();
        for cell in scenario.cells(Some(MemoryModel::Rc11)) {
            let few = cell.arch == "arm64@6.1" || cell.arch == "loongarch64@6.12";
            if !scenario.applies(&cell) || scenario.is_slow_on_loom(&cell) || !few {
                continue;
            }
            let model = Arc::new(scenario.model(&cell).unwrap());
            let budget = Budget::unlimited();
            let found = loom::check(Arc::clone(&model), &budget).unwrap();
            for (index, property) in found.properties.iter().enumerate() {
                let Some(example) = &property.shortest else { continue };
                let again = search::retell(&model, &example.events).unwrap();
                let (again, order) =
                    again.unwrap_or_else(|| panic!("{cell}: loom's execution is not one"));
                assert!(model.judge(&again).violated_at[index].is_some(), "{cell}");
                let order = order.retold(&again, &example.events);
                let example = Counterexample::new(example.events.clone(), order, example.at);
                coherent(&example).unwrap_or_else(|problem| panic!("{cell}: loom: {problem}"));
                told += 1;
            }
        }
    }
    assert!(told > 30, "{told}");
}

#[test]
fn the_format_page_shows_a_committed_record() {
    let page = include_str!("../../../../docs/reference/trace-format.md");
    let (_, rest) = page.split_once("```text\n").unwrap();
    let (shown, _) = rest.split_once("```").unwrap();
    let sb = CATALOGUE.iter().find(|entry| entry.name == "sb").unwrap();
    assert!(sb.traces.contains(shown), "{shown}");
}

#[test]
fn a_check_writes_a_trace_that_replay_takes_and_names_it() {
    let folder = tempfile::tempdir().unwrap();
    for engine in ["auto", "loom"] {
        let args = [&["check", SPLIT, "--engine", engine], &ONE[..]].concat();
        let Ran { code, out: text, .. } = pmdrace_in(folder.path(), &args);
        assert_eq!(code, 0);
        let line = text.lines().find(|line| line.starts_with("replay: pmdrace replay ")).unwrap();
        let file = line.rsplit(' ').next().unwrap();
        let Ran { code, out: text, .. } = pmdrace_in(folder.path(), &["replay", file]);
        assert_eq!(code, 0, "{text}");
        assert!(text.contains("reproduced: ") && text.contains("<-- VIOLATED"), "{text}");
    }
    let args = [&["check", SPLIT, "--traces", "mine", "--json"], &ONE[..]].concat();
    let Ran { code, out: text, .. } = pmdrace_in(folder.path(), &args);
    assert_eq!(code, 0);
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    let properties = report["results"][0]["properties"].as_array().unwrap();
    let violated = properties.iter().find(|p| p["verdict"] == "violated").unwrap();
    let file = violated["trace"].as_str().unwrap();
    assert!(file.starts_with("mine/") && folder.path().join(file).is_file(), "{file}");
    assert!(violated.get("counterexample").is_none() && violated.get("record").is_none());
}

#[test]
fn a_changed_trace_is_stale_at_its_line_and_tells_both() {
    let folder = tempfile::tempdir().unwrap();
    let args = [&["check", SPLIT, "--traces", "t"], &ONE[..]].concat();
    assert_eq!(pmdrace_in(folder.path(), &args).code, 0);
    let file = fs::read_dir(folder.path().join("t")).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(&file).unwrap();
    let line = text.lines().position(|line| line.contains("pmd_present(")).unwrap() + 1;
    fs::write(&file, text.replace("pmd_present(08", "pmd_present(00")).unwrap();
    let Ran { code, out: said, .. } =
        pmdrace_in(folder.path(), &["replay", file.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(said.contains(&format!(":{line}: step 10 is different now")), "{said}");
    assert!(said.contains("recorded  walker gup_pmd_range pmd_present(000"), "{said}");
    assert!(said.contains("now       walker gup_pmd_range pmd_present(080"), "{said}");
    assert!(said.contains("0 of 1 reproduced"), "{said}");

    let blocked = text.replace(" lock ptl", " lock ptl\n  2 splitter - lock ptl");
    let mut number = 0;
    let blocked: Vec<String> = blocked
        .lines()
        .map(|line| match line.trim().split_once(' ') {
            Some((count, step)) if count.parse::<usize>().is_ok() => {
                number += 1;
                format!("{number} {step}")
            }
            _ => line.replace(" at 10", " at 11"),
        })
        .collect();
    fs::write(&file, blocked.join("\n")).unwrap();
    let Ran { code, out: said, .. } =
        pmdrace_in(folder.path(), &["replay", file.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(said.contains("step 2 is different now"), "{said}");

    let old = text.replace("tool pmdrace ", "tool pmdrace 0.0.").replace(" lock ptl", " lock it");
    fs::write(&file, old).unwrap();
    let Ran { code, out: said, .. } =
        pmdrace_in(folder.path(), &["replay", file.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(said.contains("step 1 is different now"), "{said}");
    assert!(said.contains("the trace was written by pmdrace 0.0."), "{said}");
}

#[test]
fn what_is_no_trace_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let good = records(&CATALOGUE[0])[0].to_text();
    let line_of = |begins: &str, says: &str| {
        let line = 1 + good.lines().position(|line| line.starts_with(begins)).unwrap();
        format!("x.trace:{line}: {says}")
    };
    for (text, says) in [
        ("", "x.trace:1: a trace file begins with"),
        ("\nhello\n", "x.trace:2: a record begins with"),
        (&good.replace("pmdrace-trace 1", "pmdrace-trace 2"), "x.trace:1: a record begins with"),
        (&good.replace("violates ", "breaks "), &line_of("violates ", "expected tool, scenario")),
        (&good.replace(" at 10", " at 99"), "there is no step 99"),
        (
            &good.replace("  3 splitter", "  4 splitter"),
            &line_of("  3 splitter", "expected step 3"),
        ),
        (&good.replace("scenario split", "scenario splat"), "which is not shipped"),
        (
            &good.replace("cell before arm64@6.1", "cell before arm46@6.1"),
            &line_of("cell before arm64@6.1", "`split-migration-vs-gup-fast` has no cell"),
        ),
    ] {
        fs::write(folder.path().join("x.trace"), text).unwrap();
        let Ran { code, err: said, .. } = pmdrace_in(folder.path(), &["replay", "x.trace"]);
        assert_eq!(code, 2, "{says}: {said}");
        assert!(said.contains(says) && !said.contains("panicked"), "{says}: {said}");
    }
}

#[test]
fn one_property_is_selected_in_a_file_as_in_a_scenario() {
    let folder = tempfile::tempdir().unwrap();
    let entry = CATALOGUE.iter().find(|entry| entry.name == SPLIT).unwrap();
    fs::write(folder.path().join("all.trace"), entry.traces).unwrap();
    let property = "no-wrong-size";
    let wanted = records(entry).into_iter().filter(|record| record.shows.name == property);
    let wanted: usize = wanted.map(|record| record.cells.len()).sum();
    assert!(wanted > 1);
    for what in ["all.trace", SPLIT] {
        let args = ["replay", what, "--property", property];
        let Ran { code, out: text, .. } = pmdrace_in(folder.path(), &args);
        assert_eq!(code, 0);
        assert!(text.contains(&format!("{wanted} of {wanted} reproduced")), "{what}: {text}");
    }
}

#[test]
fn of_several_executions_the_first_is_shown_and_written_as_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let args = ["replay", SPLIT, "--variant", "before", "--arch", "arm64", "--html", "a.html"];
    let Ran { code, out: text, .. } = pmdrace_in(folder.path(), &args);
    assert_eq!(code, 0);
    for says in ["<-- VIOLATED", "page: a.html", "reproduced: ", "shown is the first; --variant"] {
        assert!(text.contains(says), "{says}: {text}");
    }
    // Both releases.
    let count = |text: &str| {
        let line = text.lines().find(|line| line.ends_with(" reproduced")).unwrap();
        line.split(' ').next().unwrap().parse::<usize>().unwrap()
    };
    let of_one = pmdrace_in(folder.path(), &[&args[..4], &["--arch", "arm64@6.1"]].concat());
    assert!(count(&text) > count(&of_one.out), "{text}");
    let page = fs::read_to_string(folder.path().join("a.html")).unwrap();
    assert!(page.contains("no-false-present"));

    let unknown = pmdrace_in(folder.path(), &["replay", SPLIT, "--property", "no-false-presnt"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("did you mean `no-false-present`?"), "{}", unknown.err);
}

#[test]
fn a_goal_has_a_witness_and_an_unknown_one_a_hint() {
    let folder = tempfile::tempdir().unwrap();
    let args = ["replay", SPLIT, "--variant", "after", "--arch", "arm64@6.1"];
    let Ran { code, out: text, .. } =
        pmdrace_in(folder.path(), &[&args[..], &["--goal", "window-read"]].concat());
    assert_eq!(code, 0);
    assert!(text.contains("<-- REACHED") && text.contains("reaches window-read"), "{text}");
    let Ran { code, err: said, .. } =
        pmdrace_in(folder.path(), &[&args[..], &["--goal", "window-raed"]].concat());
    assert_eq!(code, 2);
    assert!(said.contains("did you mean `window-read`?"), "{said}");
}

#[test]
fn commands_that_are_suggested_for_a_file_work() {
    let folder = tempfile::tempdir().unwrap();
    let moves = CATALOGUE.iter().find(|entry| entry.name == "uffd-move-vs-migration").unwrap();
    let text = moves.text.replace("name = \"uffd-move", "name = \"my-move");
    fs::write(folder.path().join("my move.toml"), text).unwrap();
    let run = |line: &str| {
        let args: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let args = args.join("\u{1}").replace("'my\u{1}move.toml'", "my move.toml");
        let args: Vec<&str> = args.split('\u{1}').collect();
        pmdrace_in(folder.path(), &args)
    };
    let suggested = |text: &str, about: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(about)).unwrap_or_else(|| {
            panic!("no {about}: {text}");
        });
        line.trim_start_matches(" pmdrace ").to_owned()
    };
    let told = run("show 'my move.toml'");
    assert!(told.out.contains("r1 = pmd_page(entry) != 0;"), "{}", told.out);
    let all = run(&suggested(&told.out, "next:"));
    let one = run(&suggested(&all.out, "next:"));
    assert!(one.code == 0 && !one.out.contains("add --reader"), "{}", one.out);
    let replayed = run(&suggested(&one.out, "replay:"));
    assert_eq!((told.code, all.code, replayed.code), (0, 0, 0), "{}", replayed.out);
    assert!(replayed.out.contains("reproduced: "), "{}", replayed.out);
    let matrix = run("matrix 'my move.toml'");
    assert!(!matrix.out.contains("--reader R"), "{}", matrix.out);
}
