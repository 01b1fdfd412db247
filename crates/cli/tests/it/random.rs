//! Executions drawn at random: what they show is there, what they do not show is not settled, and they can be
//! drawn again.

use std::fs;

use pmdrace_scenario::CATALOGUE;
use serde_json::Value;

use crate::program::{command, pmdrace};
use crate::races::SPLIT;

/// A command line in words.
fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

/// The exit code and standard output; standard error has nothing but a seed that pmdrace picked.
fn said(line: &str) -> (i32, String) {
    let output = pmdrace(&words(line));
    let picked = line.contains("--engine random") && !line.contains("--seed");
    assert_eq!(output.err.lines().count(), usize::from(picked), "{line}: {}", output.err);
    (output.code, output.out)
}

/// The results of the report document, without what the clock says.
fn results(line: &str) -> Vec<Value> {
    let (_, text) = said(&format!("check --quiet --json {line}"));
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut results = document["results"].as_array().unwrap().clone();
    for result in &mut results {
        assert!(result.as_object_mut().unwrap().remove("seconds").is_some());
    }
    results
}

fn count(result: &Value, key: &str) -> u64 {
    result[key].as_u64().unwrap()
}

#[test]
fn the_same_seed_draws_the_same_executions_on_any_number_of_threads() {
    let cells = format!("{SPLIT} --variant before --arch arm64@6.1,x86_64@6.12 --param walkers=2");
    for drawn in ["--pct 3", "", "--pct 2 --memory tso"] {
        let sample = |seed: &str, jobs: u8| {
            let drawn = format!("--engine random --max-executions 400 {drawn}");
            results(&format!("{cells} {drawn} --seed {seed} -j {jobs}"))
        };
        let first = sample("7", 1);
        assert!(first.len() > 10);
        assert_eq!(first, sample("0x7", 1), "{drawn}");
        assert_eq!(first, sample("7", 2), "{drawn}");
        assert_ne!(first, sample("8", 1), "{drawn}");
    }
    // One search alone has both threads.
    let cell = format!("{SPLIT} --variant before --arch arm64@6.1 --reader fault");
    let cell = format!("{cell} --param walkers=2,remover=true --engine random --seed 5 --pct 3");
    let first = results(&format!("{cell} -j 1"));
    assert_eq!(first.len(), 1);
    assert_eq!(first, results(&format!("{cell} -j 2")));
}

#[test]
fn a_sample_never_holds_and_no_report_makes_a_pass_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let formats = ["html", "junit", "sarif", "markdown", "jsonl"];
    let reports: String =
        formats.iter().map(|format| format!(" --report {format}={}", file(format))).collect();
    let cells = format!("check {SPLIT} --variant after --arch arm64@6.1 --quiet");
    let sample = "--engine random --max-executions 200 --seed 77";
    let (code, text) = said(&format!("{cells} {sample} --json {reports}"));
    assert_eq!(code, 3);
    let document: Value = serde_json::from_str(&text).unwrap();
    let all = document["results"].as_array().unwrap();
    let results: Vec<&Value> = all.iter().filter(|r| r["not_applicable"].is_null()).collect();
    assert!(results.len() > 20);
    for result in &results {
        assert_eq!(result["verdict"], "inconclusive");
        assert_eq!(result["cut_by"], "sampled");
        assert_eq!(result["as_expected"], false);
        assert_eq!(result["sampling"]["seed"], 77);
        let properties = result["properties"].as_array().unwrap();
        assert!(properties.iter().all(|property| property["verdict"] == "inconclusive"));
    }
    assert_eq!(document["summary"]["inconclusive"], results.len());
    let read = |name: &str| fs::read_to_string(file(name)).unwrap();
    let why = "only 200 executions were drawn at random, with seed 77";
    let failures = read("junit").matches("<failure").count();
    assert_eq!(failures, results.len());
    for format in ["html", "junit", "sarif", "markdown"] {
        assert!(read(format).contains(why), "{format}");
    }
    assert!(read("html").contains("drawn with seed 77"));
    assert!(read("sarif").contains("\"warning\"") && !read("sarif").contains("\"pass\""));
    assert!(read("markdown").contains("Not everything is as expected."));
    let lines = read("jsonl");
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), all.len() + 1);
    assert_eq!(lines.iter().filter(|line| line["sampling"]["seed"] == 77).count(), results.len());
}

/// The verdict of each cell of a litmus test.
fn verdicts(name: &str, options: &str) -> Vec<(String, bool)> {
    let of = |result: &Value| {
        let violated = result["verdict"] == "violated";
        (format!("{name} {} {}", result["variant"], result["memory"]), violated)
    };
    results(&format!("{name} {options}")).iter().map(of).collect()
}

#[test]
fn a_sample_of_a_litmus_test_shows_what_is_allowed_and_nothing_else() {
    let (mut allowed, mut cells) = (0, 0);
    for entry in CATALOGUE.iter().filter(|entry| entry.path.starts_with("litmus/")) {
        let all = verdicts(entry.name, "--engine statespace");
        let uniform = verdicts(entry.name, "--engine random --seed 1");
        let pct = verdicts(entry.name, "--engine random --seed 1 --pct 3 --max-executions 2000");
        cells += all.len();
        allowed += all.iter().filter(|(_, violated)| *violated).count();
        // These tests are small: any step at random finds each outcome before long.
        assert_eq!(all, uniform);
        for (exact, sampled) in all.iter().zip(&pct) {
            assert_eq!(exact.0, sampled.0);
            assert!(exact.1 || !sampled.1, "{} is not possible", exact.0);
        }
    }
    assert!(allowed > 25 && cells - allowed > 100, "{allowed} of {cells}");
}

#[test]
fn everything_that_a_sample_of_a_race_shows_is_there() {
    let mut violated = 0;
    for memory in ["sc", "tso", "rc11"] {
        for race in ["migrate-vs-gup-fast", "numa-pmd-double-read", "mremap-stale-tlb"] {
            let cells = format!("{race} --memory {memory}");
            let all = results(&format!("{cells} --engine statespace"));
            let sampled =
                results(&format!("{cells} --engine random --seed 2 --pct 3 --max-executions 500"));
            for (exact, sampled) in all.iter().zip(&sampled) {
                let properties = exact["properties"].as_array().unwrap().iter();
                for (exact, found) in properties.zip(sampled["properties"].as_array().unwrap()) {
                    violated += u64::from(found["verdict"] == "violated");
                    assert_ne!(
                        (&exact["verdict"], &found["verdict"]),
                        (&"holds".into(), &"violated".into())
                    );
                    assert_ne!(found["verdict"], "holds");
                }
            }
        }
    }
    assert!(violated > 20, "{violated}");
}

/// The share of executions that violate something, the guarantee, and what is said of a miss.
fn share(cell: &str, options: &str) -> (f64, f64, f64) {
    let results = results(&format!("{cell} {options} --engine random"));
    let [result] = results.as_slice() else { panic!("{cell}: {} cells", results.len()) };
    let share = count(result, "violating_executions") as f64 / count(result, "executions") as f64;
    let says = |key: &str| result["sampling"][key].as_f64().unwrap();
    assert_eq!(count(&result["sampling"], "counted"), count(result, "executions"));
    (share, says("guarantee"), says("missed_at_most"))
}

/// Races whose bugs are two orders away: between a step of the one and a step of the other, both ways.
const DEPTH_TWO: [&str; 5] = [
    "split-migration-vs-gup-fast --variant before --arch arm64@6.1 --reader gup-fast-read \
     --param walkers=1,remover=false",
    "fork-wrprotect-vs-gup-fast --variant before --arch arm64@6.12",
    "pfnmap-snapshot-kept-after-lock --variant before --arch x86_64@6.12 --param migrates=false",
    "move-pmd-vs-retract --variant before --arch arm64@6.12",
    "dontneed-vs-transient-clear --variant before --arch arm64@6.1",
];

#[test]
fn pct_shows_a_bug_as_often_as_it_guarantees() {
    for cell in DEPTH_TWO {
        let pct = |depth: u8| {
            share(cell, &format!("--memory sc --seed 11 --max-executions 2000 --pct {depth}"))
        };
        // Priorities alone run one CPU after the other.
        assert_eq!(pct(1).0, 0.0, "{cell}");
        let (share, guarantee, missed) = pct(2);
        assert!(guarantee > 0.01 && share >= guarantee, "{cell}: {share} < {guarantee}");
        assert!((missed - (1.0 - guarantee).powi(2000)).abs() < 1e-9, "{missed}");
        let (share, guarantee, _) = pct(3);
        assert!(guarantee > 0.0 && share >= guarantee, "{cell}: {share} < {guarantee}");
    }
}

/// Here only one change of priority shows the bug, so the guarantee is the probability itself, but for the few steps
/// that the longest execution has more than this one: a bound on the steps that is too small or too large would show.
#[test]
fn pct_shows_a_bug_no_more_often_than_that_where_one_change_does() {
    let cell = "migrate-vs-gup-fast --variant no-recheck --arch arm64@6.1 --reader gup-fast-read \
                --param walkers=1 --memory sc --seed 3 --max-executions 40000";
    let (share, guarantee, _) = share(cell, "--pct 2");
    assert!((share / guarantee - 1.0).abs() < 0.15, "{share} {guarantee}");
    let (violating, all) = {
        let uniform = results(&format!("{cell} --engine random"));
        (count(&uniform[0], "violating_executions"), count(&uniform[0], "executions"))
    };
    assert!(violating * 20 < all / 32, "{violating} of {all} at random");
}

#[test]
fn store_buffers_are_threads_and_stale_reads_cost_half() {
    let sampled = |cell: &str| {
        let results = results(&format!("{cell} --engine random --seed 9 --max-executions 2000"));
        results[0].clone()
    };
    // Two loads, each before the other CPU's store leaves its buffer: two orders, four threads.
    let sb = sampled("sb --variant plain --memory tso --pct 2");
    let guarantee = sb["sampling"]["guarantee"].as_f64().unwrap();
    assert_eq!(guarantee, 1.0 / (4.0 * count(&sb["sampling"], "steps") as f64));
    assert!(count(&sb, "violating_executions") as f64 / 2000.0 >= guarantee);
    assert_eq!(sb["sampling"]["newest_values_only"], false);
    // By priorities alone the first CPU's buffer must come after the second CPU: a third of all orders.
    let sb = sampled("sb --variant plain --memory tso --pct 1");
    let share = count(&sb, "violating_executions") as f64 / 2000.0;
    assert!((share - 1.0 / 3.0).abs() < 0.03, "{share}");

    let founding = DEPTH_TWO[0];
    let rc11 = sampled(&format!("{founding} --memory rc11 --pct 2"));
    let guarantee = rc11["sampling"]["guarantee"].as_f64().unwrap();
    assert_eq!(guarantee, 0.25 / count(&rc11["sampling"], "steps") as f64);
    assert!(count(&rc11, "violating_executions") as f64 / 2000.0 >= guarantee);
    assert_eq!(rc11["sampling"]["newest_values_only"], true);

    // Nothing is claimed where an interrupt reaches several CPUs in any order, and nothing of any step at random.
    let interrupted = sampled("mremap-stale-tlb --variant before --arch x86_64@6.12 --pct 2");
    for result in [&interrupted, &sampled("sb --variant plain --memory tso")] {
        for key in ["guarantee", "steps", "counted", "missed_at_most"] {
            assert!(result["sampling"][key].is_null(), "{key}");
        }
    }
}

#[test]
fn a_trace_of_a_sample_replays() {
    let folder = tempfile::tempdir().unwrap();
    let traces = folder.path().to_str().unwrap();
    for (race, options) in [
        (SPLIT, "--variant before --arch arm64@6.1 --pct 2"),
        (SPLIT, "--variant before --arch powerpc-hash64k@6.1 --memory tso"),
        ("migrate-vs-gup-fast", "--variant no-recheck --arch arm64@6.12 --pct 3"),
        ("mp", "--variant plain"),
        ("mremap-stale-tlb", "--variant before --arch x86_64@6.12 --pct 3"),
    ] {
        let sample = "--engine random --seed 4 --max-executions 1000 --traces";
        results(&format!("{race} {options} {sample} {traces}"));
    }
    let files: Vec<_> = fs::read_dir(traces).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(files.len() > 10, "{}", files.len());
    for file in &files {
        let (code, text) = said(&format!("replay {}", file.display()));
        assert!(code == 0 && text.contains("reproduced"), "{}: {text}", file.display());
    }
}

#[test]
fn a_cell_says_how_it_was_drawn_and_how_to_draw_it_again() {
    let cell = DEPTH_TWO[0];
    let again = |text: &str| {
        let (_, options) = text.split_once(" again: ").unwrap();
        options.lines().next().unwrap().to_owned()
    };
    let (code, text) =
        said(&format!("check {cell} --quiet --engine random --pct 2 --max-executions 50"));
    assert_eq!(code, 3);
    let options = again(&text);
    let seed = options.strip_prefix("--engine random --seed ").unwrap().split(' ').next().unwrap();
    for line in [
        &format!("  random      50 executions drawn at random, seed {seed}; not a proof\n"),
        "  PCT, depth 2: a bug of that depth is missed with probability at most 0.46\n",
        "  it covers bugs within 16 steps that need no old value and no step out of order\n",
        &format!("1 cell, 50 executions, drawn with seed {seed}, "),
        "inconclusive is not a pass: a sample is no proof; --max-executions N draws more",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(options.ends_with(" --pct 2 --max-executions 50"), "{options}");
    let untimed = |text: &str| -> String {
        text.lines().filter(|line| !line.starts_with("1 cell")).collect::<Vec<_>>().join("\n")
    };
    let (_, same) = said(&format!("check {cell} --quiet {options}"));
    assert_eq!(untimed(&text), untimed(&same));

    // Another seed each time, and so is the matrix.
    let (_, other) = said(&format!("check {cell} --quiet --engine random"));
    assert_ne!(again(&other), again(&said(&format!("check {cell} --quiet --engine random")).1));
    let (code, text) = said("matrix sb --quiet --engine random --seed 18446744073709551615");
    assert_eq!(code, 3);
    assert!(text.contains("drawn with seed 18446744073709551615, "), "{text}");
    assert!(text.contains(" --engine random --seed 18446744073709551615, or"), "{text}");
}

#[test]
#[cfg(unix)]
fn a_seed_outlives_a_kill() {
    use std::io::{BufRead as _, BufReader};
    use std::process::Stdio;

    let endless = format!("check {} --engine random --max-executions 4000000000", DEPTH_TWO[0]);
    let mut child = command(&words(&endless));
    let mut child = child.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut first).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let seed = first.strip_prefix("seed ").and_then(|rest| rest.split(':').next()).unwrap();
    assert!(seed.parse::<u64>().is_ok() && first.contains(&format!("--seed {seed} ")), "{first}");
}

#[test]
fn a_budget_that_ends_a_sample_is_told() {
    let cell = DEPTH_TWO[0];
    let sample = "--engine random --seed 6 --max-executions 4000000000";
    let (code, text) = said(&format!("check --quiet {cell} {sample} --max-time 500ms"));
    assert_eq!(code, 3);
    let cut = " drawn at random, seed 6, cut by the time budget; raise --max-time";
    assert!(text.contains(cut), "{text}");
    // What was drawn can be drawn again.
    let again = text.split_once(" again: ").unwrap().1.lines().next().unwrap();
    let [result] = results(&format!("{cell} {again}")).try_into().unwrap();
    let executions = count(&result, "executions");
    assert!(
        text.contains(&format!("in {} of {executions}", count(&result, "violating_executions")))
    );

    let first = results(&format!("{cell} {sample} --first-violation"));
    assert_eq!(first[0]["cut_by"], "first-violation");
    assert_eq!(count(&first[0], "violating_executions"), 1);
    assert!(count(&first[0], "executions") < 1000);
}

/// Where both engines run, the options of either have an effect.
#[test]
fn options_of_either_engine_go_with_both() {
    for line in [
        "check sb --max-executions 9 --max-states 9 --max-memory 1GiB --full",
        "check sb --engine loom --max-executions 9 --max-preemptions 1 --full",
        "check sb --engine statespace --max-states 9 --max-memory 1GiB",
        "check sb --engine random --max-executions 9 --max-memory 1GiB",
    ] {
        assert_eq!(pmdrace(&words(line)).code, 3, "{line}");
    }
}

#[test]
fn options_that_would_do_nothing_are_mistakes() {
    for (line, says) in [
        ("check sb --seed 1", "`--seed` has no effect with --engine auto"),
        ("check sb --engine loom --pct 2", "or use --engine random"),
        ("matrix sb --engine statespace --seed 1", "use --engine random"),
        (
            "check sb --engine statespace --max-executions 9",
            "use --engine loom or --engine random or --engine auto",
        ),
        ("check sb --engine random --max-preemptions 1", "use --engine loom or --engine auto"),
        ("matrix sb --engine statespace --max-preemptions 1", "with --engine statespace"),
        ("check sb --engine loom --max-states 9", "use --engine statespace or --engine auto"),
        ("check sb --engine random --max-states 9", "`--max-states` has no effect"),
        ("check sb --engine loom --max-memory 1GiB", "use --engine statespace"),
        ("check sb --engine statespace --full", "use --engine loom or --engine auto"),
        ("check sb --engine random --full", "`--full` has no effect"),
        ("show sb --full", "--full"),
        ("show sb --variant plain", "--interleavings"),
        ("replay sb --full", "--full"),
        ("export sb --as dot --full", "--full"),
        ("stress sb --full", "--full"),
        ("stress sb --time 0s", "nothing can run in no time"),
        ("check sb --engine random --pct 0", "--pct"),
        ("check sb --engine random --pct 101", "--pct"),
        ("check sb --engine random --seed x", "--seed"),
        ("check sb --engine random --seed 0x10000000000000000", "--seed"),
        ("check sb --engine random --seed -1", "-1"),
        ("check sb --engine random --max-executions 0", "--max-executions"),
    ] {
        let output = pmdrace(&words(line));
        assert_eq!(output.code, 2, "{line}");
        let text = output.err;
        assert!(text.contains(says) && !text.contains("panicked"), "{line}: {text}");
    }
}
