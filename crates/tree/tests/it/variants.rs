//! The comparison finds the same code equal, and sees each change of it.

use pmdrace_tree::{Build, Difference, compare_helpers};

use crate::mini::{compared, directory, probe, write};

const SCENARIOS: &[&str] = &["split-migration-vs-gup-fast", "migrate-vs-gup-fast"];

/// The difference after the shortest list of answers, for reading and for writing.
fn differences(gup: &str) -> Vec<Difference> {
    let directory = directory(gup);
    let build = Build::open(directory.path()).unwrap();
    let mut all = Vec::new();
    for scenario in SCENARIOS {
        for routine in ["gup-fast-read", "gup-fast-write"] {
            let (histories, found) = compared(&build, routine, scenario);
            assert!(histories > 5, "{scenario} {routine}: {histories} histories");
            all.extend(found.into_iter().filter_map(|one| one.difference));
        }
    }
    all.sort_by_key(|one| one.before.len());
    all
}

#[test]
fn the_same_code_is_equal() {
    let differences = differences("gup.ll");
    assert!(differences.is_empty(), "{}", differences[0]);
}

/// Each variant, with what the transcription and the C do where they part.
const VARIANTS: &[(&str, &str, &str)] = &[
    ("NO_ACCESS_TEST", "local_irq_restore", "atomic_add_unless 1 to"),
    ("NO_RECHECK", "read pmd", "local_irq_restore"),
    ("SWAPPED", "read pmd", "read T.life"),
    ("EARLY_RETURN", "", "local_irq_restore"),
    ("IRQS_ON", "local_irq_save", "read pmd"),
    ("PLAIN_REFERENCE", "atomic_add_unless 1 to", ""),
];

#[test]
fn each_change_is_seen() {
    for (variant, transcription, kernel) in VARIANTS {
        let differences = differences(&format!("gup-{variant}.ll"));
        let as_expected = |one: &&Difference| {
            one.transcription.starts_with(transcription) && one.kernel.starts_with(kernel)
        };
        let found = differences.iter().find(as_expected);
        let all: Vec<String> = differences.iter().map(ToString::to_string).collect();
        let found = found.unwrap_or_else(|| panic!("{variant}: {}", all.join("\n")));
        assert!(found.place.contains("gup.c:"), "{variant}: {}", found.place);
    }
}

#[test]
fn helpers_are_compared_word_by_word() {
    let build = directory("gup.ll");
    let (answers, differences) = compare_helpers(&Build::open(build.path()).unwrap()).unwrap();
    assert!(answers > 250_000, "{answers} answers");
    assert!(differences.is_empty(), "{differences:?}");

    // Another number for the first migration type.
    let probe = probe();
    let other = probe.replace("icmp ugt i64 %8, 23", "icmp ugt i64 %8, 24");
    assert_ne!(probe, other);
    write(&build, "pmdrace/probe.ll", &other);
    let (_, differences) = compare_helpers(&Build::open(build.path()).unwrap()).unwrap();
    let helpers: Vec<&str> = differences.iter().map(|one| one.helper).collect();
    assert_eq!(helpers, ["is_pmd_migration_entry"]);
}
