//! How a violation is told: a word of data is its value, and a value is called old only if it is.

use crate::program::{pmdrace, pmdrace_in};

fn check(scenario: &str, variant: &str) -> String {
    let cell = ["check", scenario, "--variant", variant, "--arch", "arm64@6.12"];
    pmdrace(&[&cell[..], &["--memory", "rc11", "--engine", "statespace"]].concat()).out
}

/// The same text in one line.
fn flat(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("- ", "-")
}

#[test]
fn a_page_flag_has_a_value_and_no_fields_of_an_entry() {
    let told = check("anon-exclusive-vs-gup-fast", "no-flag-barrier");
    assert!(told.contains("F.exclusive: 1 -> 0\n"), "{told}");
}

#[test]
fn a_new_value_is_not_called_old() {
    let told = check("table-publish-order", "before");
    assert!(told.contains("older than step 2\n"), "{told}");
    assert!(flat(&told).contains("as it was before __pte_alloc() of CPU0"), "{told}");
    let told = check("numa-pmd-double-read", "before");
    assert!(!told.contains("older than step"), "{told}");
    assert!(told.contains("also under sc: no weak memory is needed"), "{told}");
}

/// What is told of a scenario of the tests.
fn check_fixture(file: &str) -> String {
    let path = format!("{}/tests/fixtures/{file}", env!("CARGO_MANIFEST_DIR"));
    let cell = ["--variant", "before", "--arch", "arm64@6.12", "--engine", "statespace"];
    pmdrace(&[&["check", &path], &cell[..]].concat()).out
}

#[test]
fn two_locks_that_keep_nobody_out_are_blamed_and_not_the_memory_model() {
    let told = check_fixture("wrong-lock.toml");
    assert!(told.contains("also under sc: no weak memory is needed"), "{told}");
    assert!(!told.contains("older than step"), "{told}");
    assert!(flat(&told).contains("CPU0 holds pmd-lock, and CPU1 pte-lock"), "{told}");
}

#[test]
fn a_decoded_swap_entry_is_told_by_its_encoding() {
    let told = check_fixture("uffd-move.toml");
    let encoding = "offset 0x1234800, which pmd_page() takes for page frame 0x1234800";
    assert!(flat(&told).contains(encoding), "{told}");
}

#[test]
fn a_change_is_told_by_fields_while_the_entry_means_the_same() {
    let invalidated = check("split-migration-vs-gup-fast", "before");
    assert!(invalidated.contains("changes +nG(11) +PRESENT_INVALID(11)"), "{invalidated}");
    let cleared = check("collapse-vs-gup-fast-recheck", "before");
    assert!(cleared.contains("changes the whole entry"), "{cleared}");
}

#[test]
fn a_store_without_the_guard_of_its_entry_is_violated_on_every_engine() {
    let path = format!("{}/tests/fixtures/zap-under-another-lock.toml", env!("CARGO_MANIFEST_DIR"));
    for engine in ["statespace", "loom"] {
        for memory in ["sc", "tso", "rc11"] {
            let cell = ["check", &path, "--memory", memory, "--engine", engine, "--variant"];
            let before = pmdrace(&[&cell[..], &["before"]].concat()).out;
            assert!(before.contains("VIOLATED     no-unguarded-store"), "{before}");
            assert!(
                flat(&before)
                    .contains("without pmd-lock, the lock that guards it; it holds pte-lock"),
                "{before}"
            );
            let after = pmdrace(&[&cell[..], &["after"]].concat()).out;
            assert!(!after.contains("VIOLATED"), "{after}");
            // Under the lock that guards it a lookup reads the entry twice, and loom may hide one from the other.
            let settled = engine == "statespace" || memory == "sc";
            assert!(!settled || after.contains("HOLDS        no-unguarded-store"), "{after}");
        }
    }
}

#[test]
fn one_of_something_is_not_told_as_several() {
    for (line, says) in [
        ("show sb --variant plain --interleavings 1", "\n1 execution; there may be more\n"),
        (
            "check sb --variant plain --memory sc --engine random --max-executions 1 -q",
            "1 cell, 1 execution, drawn",
        ),
        ("mutate mremap-stale-tlb -q", "\n1 guard: 1 caught"),
    ] {
        let ran = pmdrace(&line.split(' ').collect::<Vec<_>>());
        assert!(ran.out.contains(says), "{line}: {}{}", ran.out, ran.err);
    }
}

/// A word as a trace shows it is read as hexadecimal.
#[test]
fn a_word_is_decoded_as_traces_show_it() {
    let of = |word: &str| pmdrace(&["decode", "arm64@6.1", word]);
    for (bare, marked) in [("0800000054321003", "0x0800000054321003"), ("54321003", "0x54321003")] {
        assert_eq!(of(bare).out, of(marked).out);
        assert!(of(bare).out.contains("pfn 0x54321"), "{}", of(bare).out);
    }
    assert_eq!(of("16").out, of("0x10").out);
}

#[test]
fn a_scenario_is_shown_with_its_initial_state_and_routines_with_their_arguments() {
    let shown = pmdrace(&["show", "split-migration-vs-gup-fast"]).out;
    let state = shown.split("initial state").nth(1).unwrap();
    assert!(state.contains("    pmd = { migration = \"F\", access = \"write\""), "{shown}");
    let listed = pmdrace(&["list", "--routines"]).out;
    for says in ["split_huge_pmd_locked: ", "argument pmd: the PMD word", "guard recheck-pmd: "] {
        assert!(listed.contains(says), "{says}: {listed}");
    }
}

/// A goal that no routine's text meets is told with the texts that there are.
#[test]
fn a_misspelt_return_is_told_with_the_returns_that_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let race = include_str!("../../../../scenarios/tlb/mremap-stale-tlb.toml");
    let misspelt = race.replace("returns = \"the page", "returns = \"teh page");
    assert_ne!(misspelt, race);
    std::fs::write(folder.path().join("race.toml"), misspelt).unwrap();
    let cell = ["check", "race.toml", "--arch", "x86_64@6.1", "--engine", "statespace", "-q"];
    let ran = pmdrace_in(folder.path(), &cell);
    let returns = flat(&ran.out);
    let returns = returns.split("CPUs return ").nth(1).unwrap();
    assert!(returns.contains("\"the page is accessed\""), "{}", ran.out);
}

/// A guard on an entry explains no violation of another property.
#[test]
fn a_guard_does_not_explain_what_it_is_not_about() {
    let folder = tempfile::tempdir().unwrap();
    let moved = include_str!("../../../../scenarios/table/move-pmd-vs-retract.toml");
    let guarded =
        moved.replace("new = { none = true }", "new = { none = true, guard = \"old-ptl\" }");
    assert_ne!(guarded, moved);
    std::fs::write(folder.path().join("moved.toml"), guarded).unwrap();
    let cell = ["check", "moved.toml", "--variant=before", "--arch=arm64@6.12", "--memory=rc11"];
    let told = pmdrace_in(folder.path(), &cell).out;
    assert!(told.contains("VIOLATED     no-bad-link"), "{told}");
    assert!(!told.contains("the lock that guards it"), "{told}");
}
