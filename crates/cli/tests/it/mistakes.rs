//! How mistakes are told: in a scenario, in a file that is none, in what is too large, on the command line.

use std::fs;

use crate::program::pmdrace;
use crate::races::{SPLIT, quick_race};

/// What standard error says about a scenario made from the founding one by replacing `from` by `to`.
fn mistake(from: &str, to: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = quick_race(folder.path());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "`{from}` does not occur");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    let before: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    let output = pmdrace(&["gate", "--bless", path.to_str().unwrap()]);
    assert_eq!(output.code, 2, "{from} -> {to}");
    assert!(output.out.is_empty());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before.len(), "something was written");
    output.err
}

#[test]
fn mistakes_in_a_scenario_are_told_with_their_place_and_a_remedy() {
    for (from, to, says) in [
        ("title =", "titel =", "did you mean `title`?"),
        (
            "routine = \"remove_migration_pmd\"",
            "routine = \"remove_migraton_pmd\"",
            "did you mean `remove_migration_pmd`?",
        ),
        (
            "\"arm64@6.1\", \"x86_64@6.1\"",
            "\"arm46@6.1\", \"x86_64@6.1\"",
            "did you mean `arm64@6.1`?",
        ),
        (
            "\"gup-fast-read\", \"gup-fast-write\"",
            "\"gup-fast-raed\", \"gup-fast-write\"",
            "did you mean `gup-fast-read`?",
        ),
        ("variant = \"warn-only\"", "variant = \"warn-olny\"", "did you mean `warn-only`?"),
        ("property = \"no-warning\"", "property = \"no-warnings\"", "did you mean `no-warning`?"),
        (
            "order = \"invalidate-then-test\"",
            "order = \"invalidate-then-tset\"",
            "did you mean `invalidate-then-test`?",
        ),
        ("set.splitter = { order", "set.spliter = { order", "did you mean `splitter`?"),
        (
            "set.splitter = {",
            "flags.pdm = { young = true }\nset.splitter = {",
            "did you mean `pmd`?",
        ),
        ("set.splitter = {", "flags.pmd = { yuong = true }\nset.splitter = {", "yuong"),
        ("architectures =", "long_on_loom = [{ variant = \"befor\" }]\narchitectures =", "`befor`"),
        ("migration = \"F\"", "migration = \"G\"", "unknown folio `G`"),
        ("warn = false", "warn = \"no\"", "takes true or false"),
        ("walkers = [1]", "walkers = [99]", "counts of 1 to 8"),
        ("walkers = [1]", "walkers = [8]", "at most 8"),
        ("walkers = [1]", "walkers = [-1]", "a whole number from 0"),
        ("walkers = [1]", "walkers = [1.5]", "a whole number from 0"),
        ("architectures =", "memory = [\"weak\"]\narchitectures =", "`weak` is now called `rc11`"),
        ("access = \"write\"", "access = \"wirte\"", "did you mean `write`?"),
        ("pfn = 0x1234800", "pfn = 0x1234801", "multiple of"),
        ("pfn = 0x1234800", "pfn = 99999999999999999999", "99999999999999999999"),
        ("pfn = 0x2345800", "pfn = 0x1234800", "overlaps"),
        ("\"pmd_populate\"]", "\"pmd_populat\"]", "did you mean `pmd_populate`?"),
        ("entries = 1", "entries = 0", "1 to 16"),
        ("entries = 1", "entries = \"one\"", "a whole number from 0"),
        ("pmdrace-scenario/1", "pmdrace-scenario/9", "pmdrace-scenario/1"),
        ("when = \"remover\"", "when = \"removed\"", "did you mean `remover`?"),
        ("pmd = \"pmd\", ptl = \"ptl\", table", "pmd = \"pmd\", table", "needs the argument `ptl`"),
    ] {
        let said = mistake(from, to);
        assert!(said.contains(says), "{to}\n{said}");
        assert!(said.contains("race.toml:"), "no place for {to}\n{said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn files_that_are_no_scenarios_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let huge = vec![b'#'; (1 << 20) + 1];
    for (path, says) in [
        (file("empty.toml", b""), "is empty"),
        (
            file("latin1.toml", b"name = \"a\"\ntitle = \"caf\xe9\"\n"),
            "latin1.toml:2:13: not UTF-8",
        ),
        (file("huge.toml", &huge), "at most 1048576"),
        (file("syntax.toml", b"name = \n"), "syntax.toml:1"),
        (folder.path().to_str().unwrap().to_owned(), "is a directory"),
        (folder.path().join("none.toml").to_str().unwrap().to_owned(), "cannot read"),
    ] {
        for verb in ["check", "lint", "gate", "show", "matrix"] {
            let output = pmdrace(&[verb, &path]);
            assert_eq!(output.code, 2, "{verb} {path}");
            let said = output.err;
            assert!(said.contains(says) && !said.contains("panicked"), "{verb}: {said}");
        }
    }
}

#[test]
fn more_cpus_than_an_engine_takes_are_refused_with_the_limit_and_what_helps() {
    let folder = tempfile::tempdir().unwrap();
    let path = quick_race(folder.path());
    let text = fs::read_to_string(&path).unwrap();
    let file = path.to_str().unwrap();
    let with = |walkers: u64, engine: &str| {
        let walkers = format!("walkers = [{walkers}]");
        fs::write(&path, text.replace("walkers = [1]", &walkers)).unwrap();
        pmdrace(&["check", file, "--variant", "after", "--engine", engine, "--arch", "arm64@6.1"])
    };
    let output = with(5, "loom");
    let said = output.err;
    assert_eq!(output.code, 2);
    assert!(said.contains("at most 5") && said.contains("walkers=5"), "{said}");
    assert!(said.contains("--engine statespace"), "{said}");

    let output = with(5, "auto");
    assert_eq!(output.code, 0);
    let said = output.out;
    assert!(said.contains("cells with more than 5 CPUs"), "{said}");

    let output = with(8, "auto");
    let said = output.err;
    assert_eq!(output.code, 2);
    assert!(said.contains("9 CPUs, and at most 8 are supported"), "{said}");
}

#[test]
fn mistakes_on_the_command_line_are_told() {
    for (args, says) in [
        (
            &["check", "split-migration-vs-gup-fats"][..],
            "did you mean `split-migration-vs-gup-fast`?",
        ),
        (&["check", SPLIT, "--arch", "arm65@6.1"], "did you mean `arm64@6.1`?"),
        (&["check", SPLIT, "--variant", "befor"], "did you mean `before`?"),
        (&["check", SPLIT, "--reader", "bear"], "did you mean `bare`?"),
        (&["check", SPLIT, "--param", "wakers=1"], "did you mean `walkers`?"),
        (&["check", SPLIT, "--param", "walkers"], "NAME=VALUE"),
        (&["check", SPLIT, "--max-executions", "0"], "--max-executions"),
        (&["check", SPLIT, "--max-time", "soon"], "--max-time"),
        (&["check", SPLIT, "--max-memory", "much"], "--max-memory"),
        (&["check", SPLIT, "--engine", "spin"], "possible values: auto, loom, statespace"),
        (&["check", SPLIT, "--report", "xml=x"], "unknown report format"),
        (&["check", SPLIT, "-j", "0"], "--jobs"),
        (&["check", SPLIT, "--memory", "weak"], "the kernel's own model is `lkmm`"),
        (
            &["check", SPLIT, "--memory", "power"],
            "possible values: sc, tso, rc11, armv8, rvwmo, lkmm]",
        ),
        (&["check", SPLIT, "--engine", "loom", "--memory", "lkmm"], "it has sc, tso, rc11"),
        (&["decode", "arm64", "0x0"], "did you mean `arm64@6.1`?"),
        (&["decode", "arm64@6.1", "0xzz"], "is not a valid PMD value"),
        (&["decode", "arm64@6.1", "DEADBEE"], "8 or 16 without it"),
        (&["decode", "arm64@6.1", "0x11112222333344445"], "is not a valid PMD value"),
        (&["nonsense"], "unrecognized subcommand"),
    ] {
        let output = pmdrace(args);
        assert_eq!(output.code, 2, "{args:?}");
        let said = output.err;
        assert!(said.contains(says) && !said.contains("panicked"), "{args:?}: {said}");
    }
}
