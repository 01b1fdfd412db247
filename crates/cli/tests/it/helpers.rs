//! The helper contract against what is known of the architectures: every failure that is expected is
//! found, none that is not, and the committed table is what the code prints.

use std::fs;
use std::path::Path;

use pmdrace_cli::explore::{RANDOM_WORDS, SEED, check_contract as check};
use pmdrace_pgtable::{ARCHITECTURES, CLAUSES, Clause, Domain, by_name, matches_pattern};
use pmdrace_report::contract::{self, ContractReport, Outcome, json};

/// Who fails which clause, read from the headers and compiled answers of 6.1.192 and 6.12.117.
const FAILS: &[(&str, &[&str])] = &[
    // pmd_bad() of mips asks about words that are not huge.
    ("leaf-is-bad", &["mips64@6.1"]),
    // The present bit is cleared and nothing stands in for it.
    ("invalid-keeps-present", &["loongarch64@pre", "mips64@6.1", "arm-lpae@6.1"]),
    ("invalid-keeps-trans_huge", &["loongarch64@pre"]),
    // pmd_leaf() is the hardware's section type here.
    ("invalid-keeps-leaf", &["arm-lpae@6.1"]),
    // One bit is both young and valid.
    ("invalid-keeps-young", &["loongarch64@*"]),
    // The generic pmd_access_permitted(), and pmd_present() says yes.
    ("invalid-stops-gup-fast", &["loongarch64@6*", "riscv64@*", "s390x@*", "sparc64@6.1"]),
    // The PROT_NONE bit is cleared with the valid bit, or needs the valid bit.
    ("invalid-keeps-protnone", &["x86_64@*", "powerpc-*", "loongarch64@*", "riscv64@*"]),
    // And then nothing else refuses the word either.
    ("invalid-protnone-stops-gup", &["loongarch64@6*", "riscv64@*"]),
    // The leaf bit is part of every swap PMD.
    ("entry-is-no-leaf", &["powerpc-*", "loongarch64@*"]),
    // On x86 one of the inverted offset bits; on loongarch64 the dirty flag.
    ("entry-is-not-devmap", &["x86_64@*", "loongarch64@6.12"]),
    // The bit that pmd_mkinvalid() sets makes any word present.
    ("invalid-entry-not-present", &["arm64@*", "powerpc-*", "loongarch64@6*"]),
    // On x86 nine offset bits are lost; on loongarch64 the new bit is one of the offset.
    ("invalid-entry-decodes", &["x86_64@*", "loongarch64@6*"]),
    // Present, bad and without the bit that tells a THP.
    ("invalid-entry-not-cleared", &["powerpc-hash64k@*"]),
    ("trans_huge-is-present", &["mips64@6.1", "arm-lpae@6.1"]),
    ("leaf-is-present", &["powerpc-*", "loongarch64@*", "mips64@6.1"]),
    (
        "devmap-is-present",
        &["arm64@*", "x86_64@*", "powerpc-*", "loongarch64@6.12", "riscv64@6.12"],
    ),
];

/// Who has no PMD migration entries.
const NO_MIGRATION: &[&str] = &["s390x@*", "sparc64@6.1", "mips64@6.1", "arm-lpae@6.1"];
/// Who has no `pmd_protnone()`.
const NO_PROTNONE: &[&str] = &["sparc64@6.1", "mips64@6.1", "arm-lpae@6.1"];
/// Who has no `pmd_devmap()`.
const NO_DEVMAP: &[&str] = &[
    "loongarch64@pre",
    "loongarch64@6.1",
    "riscv64@6.1",
    "s390x@*",
    "sparc64@6.1",
    "mips64@6.1",
    "arm-lpae@6.1",
];

fn listed(patterns: &[&str], name: &str) -> bool {
    patterns.iter().any(|pattern| matches_pattern(name, pattern))
}

/// The text without its colours.
fn text(reports: &[ContractReport]) -> String {
    anstream::adapter::strip_str(&contract::text(reports, 100)).to_string()
}

fn reports() -> Vec<ContractReport> {
    ARCHITECTURES.iter().map(|arch| check(*arch, SEED, RANDOM_WORDS)).collect()
}

#[test]
fn exactly_the_known_promises_are_broken() {
    for (name, patterns) in FAILS {
        assert!(CLAUSES.iter().any(|clause| clause.name == *name), "no clause {name}");
        for pattern in *patterns {
            let known = ARCHITECTURES.iter().any(|arch| matches_pattern(arch.name(), pattern));
            assert!(known, "no architecture {pattern}");
        }
    }
    let mut wrong = Vec::new();
    for report in reports() {
        let arch = report.arch.name();
        for (clause, outcome) in report.clauses() {
            let fails =
                FAILS.iter().any(|(name, archs)| *name == clause.name && listed(archs, arch));
            let absent = match clause.domain {
                Domain::Migration => listed(NO_MIGRATION, arch),
                Domain::ProtNoneLeaf => listed(NO_PROTNONE, arch),
                _ => false,
            } || clause.name.contains("devmap") && listed(NO_DEVMAP, arch);
            let as_known = match outcome {
                Outcome::Fails { .. } => fails,
                Outcome::Holds { .. } => !fails && !absent,
                Outcome::NotApplicable => !fails && absent,
            };
            if !as_known {
                wrong.push(format!("{arch}, {}: {outcome:x?}", clause.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_clause_holds_for_want_of_words() {
    for report in reports() {
        for (clause, outcome) in report.clauses() {
            let (Outcome::Holds { checked } | Outcome::Fails { checked, .. }) = outcome else {
                continue;
            };
            // "None" is one word, or four on x86.
            let few = clause.domain == Domain::Empty || clause.name == "none-is-not-present";
            let enough = if few { 1 } else { 300 };
            assert!(checked >= enough, "{}, {}: {checked}", report.arch.name(), clause.name);
        }
    }
}

#[test]
fn names_are_unique_and_every_clause_says_what_and_who() {
    for clause in CLAUSES {
        let same = CLAUSES.iter().filter(|other| other.name == clause.name);
        assert_eq!(same.count(), 1, "{}", clause.name);
        assert!(!clause.text.is_empty() && !clause.source.is_empty(), "{}", clause.name);
    }
    assert!(CLAUSES.is_sorted_by_key(|clause| clause.domain));
}

#[test]
fn a_counterexample_fails_and_is_the_smallest_of_the_words() {
    // An invalidated entry of the first huge page, read-only, old and clean.
    let arm64 = check(by_name("arm64@6.1").unwrap(), SEED, 0);
    let word = |name: &str| {
        let found = arm64.clauses().find(|(clause, _)| clause.name == name);
        match found {
            Some((clause, Outcome::Fails { word, .. })) => {
                assert_eq!((clause.holds)(arm64.arch, word), Some(false));
                word.0
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(word("invalid-entry-not-present"), 0x200c0);
    assert_eq!(word("devmap-is-present"), 1 << 57);
}

#[test]
fn the_same_seed_gives_the_same_report() {
    let of = |seed, words| {
        let report = check(by_name("x86_64@6.12").unwrap(), seed, words);
        (text(std::slice::from_ref(&report)), json(&[report]).to_string())
    };
    assert_eq!(of(7, 100), of(7, 100));
    assert_ne!(of(7, 100).1, of(8, 100).1, "the seed is part of the report");
}

#[test]
fn random_words_find_nothing_that_the_classes_miss() {
    for arch in ARCHITECTURES {
        let letters = |words| -> Vec<&'static str> {
            let report = check(*arch, SEED, words);
            let name = |(clause, outcome): (&'static Clause, Outcome)| match outcome {
                Outcome::Fails { .. } => Some(clause.name),
                _ => None,
            };
            report.clauses().filter_map(name).collect()
        };
        assert_eq!(letters(0), letters(200), "{}", arch.name());
    }
}

#[test]
fn lines_are_short_enough() {
    for line in text(&reports()).lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn the_committed_table_is_what_the_code_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/contract.md");
    let page = format!(
        "# The helper contract\n\
         \n\
         What the kernel's documents, self-tests and callers promise about the PMD helpers, and which\n\
         architecture keeps it. A failure is a fact about a helper, not yet a bug: what comes of it\n\
         depends on who asks, and in which order. The rules are data in\n\
         `crates/pgtable/src/contract.rs`. This page is the output of\n\
         \n\
         ```text\n\
         pmdrace contract\n\
         ```\n\
         \n\
         and a test compares the two; `PMDRACE_BLESS=1 cargo test -p pmdrace --test it helpers`\n\
         rewrites it.\n\
         \n\
         ```text\n\
         {}```\n",
        text(&reports())
    );
    if std::env::var_os("PMDRACE_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &page).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "{} is stale; run the test with PMDRACE_BLESS=1", path.display());
}
