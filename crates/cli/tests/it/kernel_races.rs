//! The verbs that run the C of a build, on the kernel in miniature (crates/tree/tests/mini) with its source beside it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::program::{Ran, pmdrace, pmdrace_in, root};

/// A race that the C of the mini takes part in, and whose guard a variant of it lacks.
const RACE: &str = "migrate-vs-gup-fast";

/// A tree with a build of it.
struct Mini {
    folder: TempDir,
}

impl Mini {
    /// Of this variant of mm/gup.c.
    fn new(variant: &str) -> Mini {
        let folder = tempfile::tempdir().unwrap();
        let mini = root().join("crates/tree/tests/mini");
        let read = |file: &str| fs::read_to_string(mini.join(file)).unwrap();
        let write = |file: &str, text: &str| {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let tree = folder.path().join("tree").display().to_string();
        // As a compiler names files that is not run in the tree.
        let gup = read(&format!("gup{variant}.ll"))
            .replace(
                "source_filename = \"gup.c\"",
                &format!("source_filename = \"{tree}/mm/gup.c\""),
            )
            .replace(
                "DIFile(filename: \"gup.c\", directory: \".\"",
                &format!("DIFile(filename: \"{tree}/mm/gup.c\", directory: \"{tree}\""),
            );
        write("tree/mm/gup.c", &read("gup.c"));
        write("build/include/config/kernel.release", "6.1.0-mini\n");
        // As if compiled from the source of today.
        let today = format!("ret i64 {}", pmdrace_tree::PROBE_VERSION.cast_signed());
        write("build/pmdrace/probe.ll", &read("probe.ll").replace("ret i64 20240412", &today));
        write("build/mm/gup.ll", &gup);
        for file in ["mm/huge_memory.ll", "mm/pgtable-generic.ll"] {
            let name = format!("@nothing_of_{}", file.len());
            write(&format!("build/{file}"), &read("rest.ll").replace("@nothing_of", &name));
        }
        Mini { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn build(&self) -> String {
        self.path("build").display().to_string()
    }

    /// Asks the build about a race.
    fn check(&self, more: &[&str]) -> Ran {
        let (build, traces) = (self.build(), self.path("traces").display().to_string());
        let mut args = vec!["kernel", "check", "--kernel", &build, "--traces", &traces, "--quiet"];
        args.extend(more);
        pmdrace_in(self.folder.path(), &args)
    }
}

/// The line of gup.c that has this text, which occurs once.
fn line(text: &str) -> usize {
    let source = fs::read_to_string(root().join("crates/tree/tests/mini/gup.c")).unwrap();
    let found: Vec<usize> =
        source.lines().enumerate().filter(|(_, l)| l.contains(text)).map(|(n, _)| n + 1).collect();
    assert_eq!(found.len(), 1, "{text}");
    found[0]
}

/// The read whose word is stale where nothing is read again.
const READ: &str = "u64 pmd = READ_ONCE(*pmdp);";

#[test]
fn what_holds_with_a_transcription_for_what_a_build_lacks_is_not_said_of_the_tree() {
    let mini = Mini::new("");
    let ran = mini.check(&[RACE]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    for text in [
        "Linux 6.1.0-mini on arm64@",
        "\n1 function of the tree run\n",
        "migrate_huge_pmd is a transcription: cannot read",
        "\nmigrate-vs-gup-fast  cannot be asked, because cannot read ",
        "mm/rmap.ll",
        "\nassumed: 1 thing, which --verbose lists\n",
    ] {
        assert!(ran.out.contains(text), "no {text} in {}", ran.out);
    }
    assert!(!ran.out.contains("nobody listens"), "{}", ran.out);
    let verbose = mini.check(&[RACE, "--verbose"]);
    assert!(verbose.out.contains("\n  nobody listens to the mmu notifier\n"), "{}", verbose.out);
}

#[test]
fn a_tree_without_the_guard_has_the_race_and_is_shown_its_line() {
    let mini = Mini::new("-NO_RECHECK");
    let ran = mini.check(&[RACE]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    for text in [
        format!("{RACE}  present here (mm/gup.c:{})\n", line(READ)),
        format!("\n    walk(): {READ}\n"),
        "\n    no-foreign-reference: gup-fast-read, gup-fast-write\n".to_owned(),
        "\n    trace: ".to_owned(),
    ] {
        assert!(ran.out.contains(&text), "no {text} in {}", ran.out);
    }

    // The tree is read again each time, and a tree that is gone does no harm.
    fs::remove_file(mini.path("tree/mm/gup.c")).unwrap();
    let ran = mini.check(&[RACE]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains(&format!("(mm/gup.c:{})", line(READ))), "{}", ran.out);
    assert!(!ran.out.contains(READ), "{}", ran.out);
}

#[test]
fn what_is_not_known_is_not_settled() {
    let mini = Mini::new("-UNKNOWN_CALL");
    let ran = mini.check(&[RACE]);
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    let place = format!("in huge() at mm/gup.c:{}", line("\tmystery(page);"));
    for text in ["not settled: gave up: calls mystery()", &place] {
        assert!(ran.out.contains(text), "no {text} in {}", ran.out);
    }
}

/// A report but for how long it took.
fn timeless(report: &Value) -> Value {
    let mut report = report.clone();
    for result in report["results"].as_array_mut().unwrap() {
        result["seconds"] = json!(0);
    }
    report
}

#[test]
fn the_document_says_what_ran_whatever_the_number_of_jobs() {
    let mini = Mini::new("-NO_RECHECK");
    let one = mini.check(&[RACE, "--json", "--jobs", "1"]);
    let two = mini.check(&[RACE, "--json", "--jobs", "2"]);
    assert_eq!((one.code, two.code), (1, 1), "{}{}", one.err, two.err);
    let report = one.json();
    assert_eq!(timeless(&report), timeless(&two.json()));
    let explored = report["results"].as_array().unwrap().iter();
    let explored: Vec<&Value> =
        explored.filter(|result| result["not_applicable"].is_null()).collect();
    assert_eq!(explored.len(), 4);
    for result in explored {
        let source = &result["source"];
        assert_eq!(source["kernel"], "6.1.0-mini");
        assert!(source["compiler"].as_str().unwrap().contains("clang"), "{source}");
        assert_eq!(source["assumptions"], json!(["nobody listens to the mmu notifier"]));
        let cpus = source["cpus"].as_array().unwrap();
        let played: Vec<(&str, &Value)> =
            cpus.iter().map(|cpu| (cpu["routine"].as_str().unwrap(), &cpu["kernel"])).collect();
        assert!(played.contains(&("migrate_huge_pmd", &Value::Null)), "{played:?}");
        let reader = result["reader"].as_str().unwrap();
        assert!(played.contains(&(reader, &json!("get_user_pages_fast_only"))), "{played:?}");
    }
    // A variant that no release has is none of a tree.
    let results = report["results"].as_array().unwrap();
    assert!(results.iter().all(|result| result["variant"] == "recheck"));
}

#[test]
fn sarif_and_pages_point_at_the_tree() {
    let mini = Mini::new("-NO_RECHECK");
    let ran = mini.check(&[RACE, "--report", "sarif=out.sarif", "--report", "html=out.html"]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    let sarif: Value =
        serde_json::from_str(&fs::read_to_string(mini.path("out.sarif")).unwrap()).unwrap();
    let failed = sarif["runs"][0]["results"].as_array().unwrap().iter();
    let failed: Vec<&Value> = failed.filter(|result| result["kind"] == "fail").collect();
    assert!(!failed.is_empty());
    for result in failed {
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "mm/gup.c", "{result}");
        assert_eq!(place["region"]["startLine"], line(READ));
        let scenario =
            &result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert!(scenario.as_str().unwrap().ends_with("migrate-vs-gup-fast.toml"), "{scenario}");
    }
    let page = fs::read_to_string(mini.path("out.html")).unwrap();
    assert!(page.contains(&format!("mm/gup.c:{}  {READ}", line(READ))), "no line of the source");
}

#[test]
fn check_runs_the_c_of_a_build_on_both_engines() {
    for (variant, code, verdict) in [("", 0, "HOLDS   "), ("-NO_RECHECK", 1, "VIOLATED")] {
        let mini = Mini::new(variant);
        let build = mini.build();
        let traces = mini.path("traces").display().to_string();
        let args = ["check", RACE, "--kernel", &build, "--traces", &traces, "--quiet", "--verbose"];
        let ran =
            pmdrace(&[&args[..], &["--reader", "gup-fast-read", "--param", "walkers=1"]].concat());
        assert_eq!(ran.code, code, "{variant}: {}{}", ran.out, ran.err);
        assert!(ran.out.contains(&format!("{verdict}     no-foreign-reference")), "{}", ran.out);
        assert!(ran.out.contains("statespace ") && ran.out.contains("loom "), "{}", ran.out);
    }
}

#[test]
fn a_suggested_command_is_about_the_build_too() {
    let mini = Mini::new("-NO_RECHECK");
    let build = mini.build();
    let traces = mini.path("traces").display().to_string();
    let more = ["--kernel", &build, "--traces", &traces, "--quiet"];
    let other = "split-migration-vs-gup-fast";
    let check = ["check", RACE, other, "--engine", "statespace"];
    for (args, begins) in [
        (&check[..], "next: pmdrace check"),
        (&check[..], "next: pmdrace matrix"),
        (&["matrix", RACE][..], "a cell's trace: pmdrace check"),
        (&["check", RACE, "--reader", "gup-fast-read"][..], "replay: pmdrace replay"),
    ] {
        let ran = pmdrace(&[args, &more[..]].concat());
        assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
        let line = ran.out.lines().find_map(|line| line.strip_prefix(begins));
        let rest = line.unwrap_or_else(|| panic!("no {begins} in {}", ran.out));
        assert!(rest.contains(&format!(" --kernel {build}")), "{rest}");
    }
    let without = pmdrace(&[&check[..], &more[2..], &["--arch", "arm64@6.1"]].concat());
    assert!(without.out.contains("next: pmdrace check"), "{}", without.out);
    assert!(!without.out.contains("--kernel"), "{}", without.out);
}

/// The trace files of a run.
fn traces(mini: &Mini) -> Vec<PathBuf> {
    let files = fs::read_dir(mini.path("traces")).unwrap().map(|entry| entry.unwrap().path());
    files.collect()
}

fn replay(trace: &Path, build: Option<&Mini>, more: &[&str]) -> Ran {
    let build = build.map(Mini::build);
    let mut args = vec!["replay", trace.to_str().unwrap()];
    args.extend(build.iter().flat_map(|build| ["--kernel", build]));
    args.extend(more);
    pmdrace(&args)
}

#[test]
fn a_trace_is_replayed_on_its_build_and_says_what_another_does_else() {
    let mini = Mini::new("-NO_RECHECK");
    assert_eq!(mini.check(&[RACE]).code, 1);
    let all = traces(&mini);
    assert!(!all.is_empty());
    let fixed = Mini::new("");
    for trace in &all {
        let again = replay(trace, Some(&mini), &[]);
        assert_eq!(again.code, 0, "{}{}", again.out, again.err);
        let other = replay(trace, Some(&fixed), &[]);
        assert_eq!(other.code, 1, "{}{}", other.out, other.err);
        let text = &other.out;
        assert!(text.contains("is different now") && text.contains("0 of "), "{text}");
        assert!(text.contains("  recorded  ") && text.contains("irq_restore irqs-on"), "{text}");
        assert!(text.contains("  now       ") && text.contains(" huge read pmd = "), "{text}");
    }
    // One execution is shown, with the lines of the tree.
    let shown = replay(&all[0], Some(&mini), &["--reader", "gup-fast-read"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    assert!(shown.out.contains(&format!("mm/gup.c:{}", line(READ))), "{}", shown.out);
    assert!(shown.out.contains(READ), "{}", shown.out);
}

#[test]
fn a_function_that_cannot_be_compared_to_its_end_is_not_called_the_same() {
    let (whole, stops) = (Mini::new(""), Mini::new("-UNKNOWN_CALL"));
    let ran = whole.check(&[RACE, "--against", &stops.build()]);
    let told = "\nget_user_pages_fast_only() cannot be run to its end";
    assert!(ran.out.contains(told), "{}{}", ran.out, ran.err);
    assert!(!ran.out.contains("the same accesses"), "{}", ran.out);
    let ran = whole.check(&[RACE, "--against", &whole.build()]);
    assert!(ran.out.contains("the same accesses"), "{}{}", ran.out, ran.err);
}

#[test]
fn two_builds_are_compared_in_answers_and_in_what_functions_do() {
    let (fixed, broken) = (Mini::new(""), Mini::new("-NO_RECHECK"));
    let ran = fixed.check(&[RACE, "--against", &broken.build()]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    for text in [
        "\nmigrate-vs-gup-fast: present here, and cannot be asked before\n",
        "\nget_user_pages_fast_only() does something else\n",
        "    before: read pmd",
        "    now:    local_irq_restore",
    ] {
        assert!(ran.out.contains(text), "no {text} in {}", ran.out);
    }
    let same = fixed.check(&[RACE, "--against", &Mini::new("").build()]);
    assert_eq!(same.code, 0, "{}{}", same.out, same.err);
    let text = "\nthe answers are the same\n1 function compared: they make the same accesses in every execution\n";
    assert!(same.out.ends_with(text), "{}", same.out);
    // A comparison is a screen and no document.
    for more in [&["--json"][..], &["--report", "jsonl=out.jsonl"]] {
        let refused = fixed.check(&[&[RACE, "--against", &broken.build()], more].concat());
        assert_eq!(refused.code, 2, "{}", refused.out);
        assert!(refused.err.contains("--against") && refused.out.is_empty(), "{}", refused.err);
    }
    assert!(!fixed.path("out.jsonl").exists());
    // What no answer depends on is a difference all the same.
    let swapped = fixed.check(&[
        RACE,
        "split-migration-vs-gup-fast",
        "--against",
        &Mini::new("-SWAPPED").build(),
    ]);
    assert_eq!(swapped.code, 0, "{}{}", swapped.out, swapped.err);
    assert!(
        swapped.out.contains("\nthe answers are the same\nget_user_pages_fast_only() does"),
        "{}",
        swapped.out
    );
}

#[test]
fn what_is_no_build_ends_with_exit_code_2_and_a_remedy() {
    let empty = tempfile::tempdir().unwrap();
    let path = empty.path().to_str().unwrap();
    let mini = Mini::new("");
    let build = mini.build();
    for args in [
        vec!["kernel", "check", "--kernel", path],
        vec!["kernel", "check", RACE, "--kernel", &build, "--against", path, "--quiet"],
        vec!["check", RACE, "--kernel", path],
        vec!["matrix", RACE, "--kernel", path],
        vec!["replay", RACE, "--kernel", path],
    ] {
        let ran = pmdrace(&args);
        assert_eq!(ran.code, 2, "{args:?}: {}{}", ran.out, ran.err);
        assert!(ran.err.contains("pmdrace kernel build"), "{args:?}: {}", ran.err);
        assert!(ran.out.is_empty(), "{args:?}: {}", ran.out);
    }
    let ran = mini.check(&["no-such-race"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    // Nothing of it can be asked of a kernel.
    let litmus = mini.check(&["sb"]);
    assert_eq!(litmus.code, 4, "{}{}", litmus.out, litmus.err);
    assert!(fs::read_dir(empty.path()).unwrap().next().is_none(), "something was written");
}

const WRITTEN: &str = "\
format = \"pmdrace-scenario/1\"
name = \"written\"
title = \"t\"
why = \"t\"
architectures = [\"arm64@6.1\"]
readers = [\"gup-fast-read\"]
properties = [\"no-broken-assertion\"]
[source]
[state]
folio.F = { pfn = 0x1234800, refcount = 1 }
pmd.pmd = { leaf = \"F\" }
[[cpu]]
name = \"stranger\"
routine = \"litmus\"
args.steps = \"pmd_clear(pmd); assert(0);\"
[[cpu]]
name = \"walker\"
reader = true
args = { pmd = \"pmd\" }
[variant.v]
about = \"t\"
[goal.accepted]
accepts = true
";

/// The assertion of the steps is broken with any walker, so it says nothing of the tree.
#[test]
fn what_a_scenario_writes_out_is_not_said_of_the_tree() {
    let mini = Mini::new("");
    let file = mini.path("written.toml");
    fs::write(&file, WRITTEN).unwrap();
    let ran = mini.check(&[file.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let why = "cannot be asked, because what stranger does is written out in the scenario";
    assert!(ran.out.contains(why), "{}", ran.out);
    assert!(!ran.out.contains("present here"), "{}", ran.out);
}
