//! What scripts rely on: the report document, exit codes and determinism.

use std::fs;
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;

use crate::program::{command, interrupt, pmdrace};
use crate::races::{SPLIT, quick_race};

fn check(args: &[&str]) -> (Value, i32) {
    let output = pmdrace(&[&["check", SPLIT, "--json"], args].concat());
    (output.json(), output.code)
}

/// The verdicts of a property, once each, over the results of a reader (or of all).
fn verdicts(report: &Value, property: &str, reader: Option<&str>) -> Vec<String> {
    let results = report["results"].as_array().unwrap().iter();
    let results = results.filter(|result| result["verdict"] != "not-applicable");
    let mut verdicts: Vec<String> = results
        .filter(|result| reader.is_none_or(|reader| result["reader"] == reader))
        .flat_map(|result| result["properties"].as_array().unwrap())
        .filter(|found| found["name"] == property)
        .map(|found| found["verdict"].as_str().unwrap().to_owned())
        .collect();
    verdicts.sort();
    verdicts.dedup();
    assert!(!verdicts.is_empty(), "no result for {property} {reader:?}");
    verdicts
}

#[test]
fn before_the_fix_arm64_fools_everyone_and_hurts_only_the_credulous() {
    let (report, code) = check(&["--arch", "arm64@6.1", "--variant", "before"]);
    assert_eq!(code, 0);
    assert_eq!(report["format"], "pmdrace-report/1");
    for reader in ["gup-fast-read", "gup-fast-write", "perf-size", "bare", "fault", "hmm"] {
        assert_eq!(verdicts(&report, "no-false-present", Some(reader)), ["violated"], "{reader}");
    }
    // The notifier keeps KVM out, and the remover looks without the lock.
    let remover = ["not-applicable", "violated"];
    assert_eq!(verdicts(&report, "no-false-present", Some("kvm-user-size")), remover);
    // Without a remover a fast GUP takes no reference, and computes no page.
    for reader in ["gup-fast-read", "gup-fast-write"] {
        for property in ["no-foreign-reference", "no-wrong-page"] {
            assert_eq!(verdicts(&report, property, Some(reader)), ["holds", "not-applicable"]);
        }
    }
    assert_eq!(verdicts(&report, "no-foreign-reference", Some("bare")), ["violated"]);
    assert_eq!(verdicts(&report, "no-wrong-page", Some("bare")), ["violated"]);
    assert_eq!(verdicts(&report, "no-wrong-size", Some("perf-size")), ["violated"]);
    for result in report["results"].as_array().unwrap() {
        if result["reader"] == "gup-fast-read" {
            assert_eq!(result["verdict"], "violated");
            assert_eq!(result["goals"][0]["name"], "window-read");
        }
        if result["verdict"] != "not-applicable" {
            assert_eq!(result["memory"], "armv8");
            let hidden = result["engine"] == "loom" && result["cut_by"] == "loom-hidden-load";
            assert!(result["cut_by"].is_null() || hidden);
            if result["engine"] == "loom" {
                assert!(result["states"].is_null() && result["transitions"].is_null());
                assert!(result["violating_executions"].as_u64() <= result["executions"].as_u64());
            } else {
                assert_eq!(result["engine"], "statespace");
                assert!(result["executions"].is_null() && result["violating_executions"].is_null());
                assert!(result["states"].as_u64() <= result["transitions"].as_u64().map(|t| t + 1));
            }
        }
    }
}

#[test]
fn after_the_fix_everything_holds_exhaustively_with_the_goal_reached() {
    let (report, code) = check(&["--variant", "after"]);
    assert_eq!(code, 0);
    let results = report["results"].as_array().unwrap();
    let mut held = 0;
    for result in results.iter().filter(|result| result["verdict"] != "not-applicable") {
        // An older bug of loongarch64, told by the page fault's own assertion.
        let older = result["arch"] == "loongarch64@pre"
            && (result["reader"] == "fault" || result["reader"] == "follow-pmd");
        let first = result["engine"] == "statespace";
        held += usize::from(first);
        if older && result["params"]["remover"] == true {
            assert_eq!(result["verdict"], "violated");
            continue;
        }
        // Of these the other engine says that it holds.
        if !first && (result["cut_by"] == "loom-hidden-load" || result["cut_by"] == "loom-order") {
            assert_eq!(result["verdict"], "inconclusive", "{result}");
            continue;
        }
        assert_eq!(result["verdict"], "holds", "{result}");
        assert!(result["cut_by"].is_null() && result["max_preemptions"].is_null());
        assert!(result["goals"][0]["reached"].as_u64().unwrap() > 0);
    }
    assert!(held > 500, "{held}");
    assert_eq!(report["summary"]["as_expected"], held);
    assert!(results.iter().any(|result| result["engine"] == "loom"));
}

#[test]
fn the_fixes_that_were_not_merged_do_what_their_critics_said() {
    let (report, code) =
        check(&["--variant", "warn-only", "--arch", "arm64@6.1", "--reader", "gup-fast-read"]);
    assert_eq!(code, 0);
    assert_eq!(verdicts(&report, "no-false-present", None), ["violated"]);
    assert_eq!(verdicts(&report, "no-warning", None), ["violated"]);

    let (report, code) = check(&["--variant", "arm64-mkinvalid-guard", "--reader", "bare"]);
    assert_eq!(code, 0);
    let of = |arch: &str, property: &str| {
        let mut report = report.clone();
        report["results"].as_array_mut().unwrap().retain(|result| result["arch"] == arch);
        verdicts(&report, property, None)
    };
    for arch in ["arm64@6.1", "arm64@6.12"] {
        assert_eq!(of(arch, "no-false-present"), ["holds"]);
    }
    assert_eq!(of("x86_64@6.1", "swap-entry-intact"), ["violated"]);
}

#[test]
fn loongarch64_lets_a_read_only_gup_fast_go_wrong() {
    let before = ["--variant", "before", "--arch", "loongarch64@6.1", "--engine", "statespace"];
    let (report, _) = check(&before);
    let of = |reader| verdicts(&report, "no-wrong-page", Some(reader));
    assert_eq!(of("gup-fast-read"), ["violated"]);
    assert_eq!(of("gup-fast-write"), ["holds", "not-applicable"]);
}

#[test]
fn a_budget_is_inconclusive_in_text_and_json_alike() {
    for (engine, option, cut) in [
        ("loom", "--max-executions", "max-executions"),
        ("statespace", "--max-states", "max-states"),
    ] {
        let one = ["--variant", "after", "--arch", "arm64@6.1", "--reader", "bare"];
        let one = [&one[..], &["--engine", engine, option, "1"]].concat();
        let (report, json_code) = check(&one);
        assert_eq!(json_code, 3);
        for result in report["results"].as_array().unwrap() {
            assert_eq!(result["verdict"], "inconclusive");
            assert_eq!(result["cut_by"], cut);
            assert_eq!(result["as_expected"], false);
        }
        let text = pmdrace(&[&["check", SPLIT, "--param", "walkers=1"], &one[..]].concat());
        assert_eq!(text.code, 3);
        let text = text.out;
        assert!(text.contains("INCONCLUSIVE") && text.contains(option), "{text}");
    }
}

#[test]
fn an_engine_that_gives_up_takes_nothing_from_one_that_is_done() {
    let (report, code) =
        check(&["--variant", "after", "--arch", "arm64@6.1", "--max-executions", "1"]);
    assert_eq!(code, 0);
    assert_eq!(report["summary"]["inconclusive"], 0);
    let results = report["results"].as_array().unwrap();
    let loom: Vec<&Value> = results.iter().filter(|r| r["executions"].is_u64()).collect();
    assert!(!loom.is_empty());
    assert!(loom.iter().all(|result| result["verdict"] == "inconclusive"));
}

/// The document without its times.
fn timeless(mut report: Value) -> Value {
    for result in report["results"].as_array_mut().unwrap() {
        result["seconds"] = Value::Null;
    }
    report
}

#[test]
fn two_runs_and_any_number_of_jobs_give_the_same_report() {
    let args = ["--arch", "arm64@6.1,x86_64@6.12", "--param", "walkers=1"];
    let run = |jobs| timeless(check(&[&args[..], &["-j", jobs]].concat()).0);
    let once = run("1");
    assert_eq!(once, run("2"));
    assert_eq!(once, run("1"));
}

#[test]
fn other_memory_models_can_be_asked_for() {
    for memory in ["sc", "tso"] {
        let (report, code) = check(&[
            "--variant",
            "before,after",
            "--arch",
            "arm64@6.1",
            "--memory",
            memory,
            "--param",
            "walkers=1",
        ]);
        assert_eq!(code, 0, "{memory}");
        assert!(report["results"].as_array().unwrap().iter().all(|r| r["memory"] == memory));
    }
}

#[test]
fn a_preemption_bound_is_told_with_the_result() {
    let args =
        ["--variant", "after", "--arch", "arm64@6.1", "--reader", "bare", "--max-preemptions", "2"];
    let (report, code) = check(&args);
    assert_eq!(code, 0);
    for result in report["results"].as_array().unwrap() {
        let bound = if result["engine"] == "loom" { 2.into() } else { Value::Null };
        assert_eq!(result["max_preemptions"], bound);
    }
    let text = pmdrace(&[
        "check",
        SPLIT,
        "--variant",
        "after",
        "--arch",
        "arm64@6.1",
        "--reader",
        "bare",
        "--max-preemptions",
        "2",
    ]);
    assert!(text.out.contains("not a proof"));
}

/// Violated only if the reader comes between the two stores, which takes a preemption.
const BETWEEN: &str = r#"
format = "pmdrace-scenario/1"
name = "between"
title = "a read between two stores"
why = "A preemption bound of zero hides it."
architectures = ["arm64@6.1"]
memory = ["sc"]
source = {}
state.word = { x = 0 }
cpu = [
    { name = "P", routine = "litmus", args.steps = ["WRITE_ONCE(x, 1)", "WRITE_ONCE(x, 2)"] },
    { name = "Q", routine = "litmus", args.steps = ["r0 = READ_ONCE(x)"] },
]
exists.Q = { r0 = 1 }
variant.plain = { about = "no lock" }
goal.late.outcome.Q = { r0 = 2 }
"#;

#[test]
fn a_search_under_a_preemption_bound_is_no_pass_in_any_report() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let formats = ["junit", "sarif", "markdown"];
    let reports = formats.map(|format| format!("{format}={}", file(format)));
    let scenario = file("between.toml");
    fs::write(&scenario, BETWEEN).unwrap();
    let mut args = vec!["check", &scenario, "--engine", "loom"];
    args.extend(["--max-preemptions", "0", "--quiet"]);
    args.extend(reports.iter().flat_map(|report| ["--report", report]));
    let ran = pmdrace(&args);
    assert_eq!(ran.code, 3, "{}", ran.out);
    assert!(ran.out.contains("INCONCLUSIVE no-outcome"), "{}", ran.out);
    assert!(ran.out.contains("leave out --max-preemptions"), "{}", ran.out);
    let read = |name: &str| fs::read_to_string(file(name)).unwrap();
    assert!(read("markdown").contains("Not everything is as expected."));
    let why = "only executions with at most 0 preemptions were explored";
    assert!(formats.iter().all(|format| read(format).contains(why)));
    assert!(read("junit").contains("<failure") && read("sarif").contains("\"warning\""));
}

#[test]
fn an_expected_first_violation_is_enough_where_it_is_asked_for() {
    let race = ["--variant", "before", "--arch", "arm64@6.1", "--reader", "gup-fast-read"];
    let (report, code) = check(&[&race[..], &["--first-violation"]].concat());
    assert_eq!(code, 0);
    assert_eq!(report["summary"]["inconclusive"], 0);
    let results = report["results"].as_array().unwrap();
    let cut = |result: &&Value| result["cut_by"] == "first-violation";
    assert!(results.iter().filter(cut).count() > 1);
    for result in results.iter().filter(cut) {
        assert_eq!(
            (&result["verdict"], &result["as_expected"]),
            (&"violated".into(), &true.into())
        );
    }
}

#[test]
fn a_report_file_holds_the_document() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.json");
    let report = format!("json={}", path.display());
    let args = ["check", SPLIT, "--variant", "after", "--arch", "arm64@6.1", "--report", &report];
    assert_eq!(pmdrace(&args).code, 0);
    let written: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(written["format"], "pmdrace-report/1");

    let nowhere = format!("json={}", folder.path().join("no/such/folder/x").display());
    let output = pmdrace(&[
        "check",
        SPLIT,
        "--variant",
        "after",
        "--arch",
        "arm64@6.1",
        "--report",
        &nowhere,
    ]);
    assert_eq!(output.code, 2);
}

#[test]
fn the_gate_notices_every_change_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let path = quick_race(folder.path());
    let file = path.to_str().unwrap();
    let golden = path.with_extension("expected.json");
    assert_eq!(pmdrace(&["gate", file]).code, 2, "no golden file yet");
    assert_eq!(pmdrace(&["gate", file, "--bless"]).code, 0);
    assert_eq!(pmdrace(&["gate", file]).code, 0);

    let committed = fs::read_to_string(&golden).unwrap();
    let plus_one = |count: &mut Value| *count = (count.as_u64().unwrap() + 1).into();
    type Change<'c> = (&'static str, &'c dyn Fn(&mut Value));
    let changes: [Change<'_>; 12] = [
        ("loom", &|cell| plus_one(&mut cell["executions"])),
        ("loom", &|cell| plus_one(&mut cell["violating_executions"])),
        ("loom", &|cell| cell["verdict"] = "holds".into()),
        ("loom", &|cell| plus_one(&mut cell["violated"]["no-false-present"])),
        ("statespace", &|cell| plus_one(&mut cell["states"])),
        ("statespace", &|cell| plus_one(&mut cell["transitions"])),
        ("statespace", &|cell| plus_one(&mut cell["final_states"])),
        ("statespace", &|cell| cell["verdict"] = "holds".into()),
        ("statespace", &|cell| cell["cut_by"] = "max-time".into()),
        ("statespace", &|cell| plus_one(&mut cell["goals"]["window-read"])),
        ("statespace", &|cell| cell["traces"]["no-false-present"] = "0*1".into()),
        ("statespace", &|cell| cell["arch"] = "arm64@6.12".into()),
    ];
    for (index, (engine, change)) in changes.into_iter().enumerate() {
        let mut document: Value = serde_json::from_str(&committed).unwrap();
        let cells = document["cells"].as_array_mut().unwrap();
        change(cells.iter_mut().find(|cell| cell["engine"] == engine).unwrap());
        fs::write(&golden, document.to_string()).unwrap();
        let output = pmdrace(&["gate", file]);
        assert_eq!(output.code, 1, "change {index}");
        assert!(output.out.contains("drift"));
    }
    fs::write(&golden, &committed).unwrap();

    let text = fs::read_to_string(&path).unwrap();
    for rule in 0..text.matches("verdict = \"violated\"").count() {
        let parts: Vec<&str> = text.split("verdict = \"violated\"").collect();
        let changed = parts[..=rule].join("verdict = \"violated\"")
            + "verdict = \"holds\""
            + &parts[rule + 1..].join("verdict = \"violated\"");
        fs::write(&path, changed).unwrap();
        assert_eq!(pmdrace(&["gate", file]).code, 1, "expectation {rule}");
    }
}

#[test]
fn counts_of_cells_that_are_slow_on_loom_are_not_committed() {
    let folder = tempfile::tempdir().unwrap();
    let path = quick_race(folder.path());
    let file = path.to_str().unwrap();
    assert_eq!(pmdrace(&["gate", file, "--bless"]).code, 0);
    let text = fs::read_to_string(&path).unwrap();
    let slow = text.replace("architectures =", "long_on_loom = [{}]\narchitectures =");
    fs::write(&path, slow).unwrap();
    let output = pmdrace(&["gate", file]);
    assert_eq!(output.code, 1);
    assert!(output.out.contains("leaves it to full runs"), "{}", output.out);
    assert_eq!(pmdrace(&["gate", file, "--bless"]).code, 0);
    let golden = fs::read_to_string(path.with_extension("expected.json")).unwrap();
    assert!(golden.contains("statespace") && !golden.contains("loom"));
    assert_eq!(pmdrace(&["gate", file]).code, 0);
    assert_eq!(pmdrace(&["gate", file, "--full"]).code, 0);
}

#[test]
fn a_scenario_whose_goal_is_never_reached_is_vacuous_and_does_not_pass() {
    let folder = tempfile::tempdir().unwrap();
    let path = quick_race(folder.path());
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replace("[\"__split_huge_pmd_locked\"", "[\"set_page_refcounted\"");
    fs::write(&path, text).unwrap();
    let output = pmdrace(&[
        "check",
        path.to_str().unwrap(),
        "--variant",
        "after",
        "--arch",
        "arm64@6.1",
        "--json",
    ]);
    assert_eq!(output.code, 1);
    let report = output.json();
    let mut vacuous = 0;
    for result in report["results"].as_array().unwrap() {
        // KVM's cells have a goal of their own.
        if result["verdict"] != "not-applicable" {
            vacuous += 1;
            assert_eq!(result["verdict"], "error");
            assert_eq!(result["error"]["kind"], "vacuous");
        }
    }
    assert!(vacuous > 0);
}

#[test]
fn nothing_selected_is_no_pass() {
    let output = pmdrace(&["check", SPLIT, "--param", "walkers=9"]);
    assert_eq!(output.code, 4);
    let output =
        pmdrace(&["check", SPLIT, "--engine", "loom", "--param", "walkers=2,remover=true"]);
    assert_eq!(output.code, 4);
    assert!(output.err.contains("--full"));
}

#[test]
#[cfg(unix)]
fn an_interrupt_prints_what_was_found_and_ends_with_130() {
    let cells = ["--full", "--param", "walkers=2,remover=true", "--arch", "arm64@6.1"];
    let only = ["--json", "-j", "1", "--engine", "loom"];
    let child = command(&[&["check", SPLIT], &cells[..], &only].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(1_500));
    let output = interrupt(child);
    assert_eq!(output.code, 130);
    let report = output.json();
    let first = &report["results"][0];
    assert_eq!(first["cut_by"], "interrupted", "{first}");
    assert!(first["executions"].as_u64().unwrap() > 0);
}

#[test]
fn loom_variables_of_the_environment_change_nothing() {
    let args = ["check", SPLIT, "--variant", "after", "--arch", "arm64@6.1", "--json"];
    let output = command(&args)
        .env("LOOM_MAX_PREEMPTIONS", "0")
        .env("LOOM_MAX_BRANCHES", "nonsense")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let told = serde_json::from_slice(&output.stdout).unwrap();
    let plain = check(&["--variant", "after", "--arch", "arm64@6.1"]).0;
    assert_eq!(timeless(told), timeless(plain));
}
