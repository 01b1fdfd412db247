//! The kernel's own litmus tests, under the model of their release: the same answers as herd7 gives, the same number
//! of executions, the same flags, and what each file says its result is.
//!
//! The tests are read from kernel sources, of which this repository has no text: from `$PMDRACE_KERNELS`, or from
//! target/kernels, where `.ci/kernel-trees` unpacks them. Without these the tests fail, so they are ignored unless
//! asked for: `cargo test -p pmdrace-litmus --test kernel -- --ignored`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use pmdrace_axioms::Limits;
use pmdrace_axioms::model::{Lkmm, Release};
use pmdrace_litmus::{MemoryModel, observe, outcomes, read_for};

/// Where a tree has its litmus tests.
const FOLDERS: [&str; 2] = ["tools/memory-model/litmus-tests", "Documentation/litmus-tests"];

fn tree(release: &str) -> PathBuf {
    let target = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/kernels");
    let kernels = std::env::var_os("PMDRACE_KERNELS").map_or_else(target, PathBuf::from);
    let tree = kernels.join(format!("linux-source-{release}"));
    assert!(
        tree.is_dir(),
        "{} is missing; make it with .ci/kernel-trees, or set PMDRACE_KERNELS to the directory that has it",
        tree.display()
    );
    tree
}

/// All tests of a tree, with their path in it.
fn files(tree: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|folder| tree.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).expect("a folder of litmus tests");
        for entry in entries {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "litmus") {
                let name = path.strip_prefix(tree).expect("a path in the tree");
                let text = std::fs::read_to_string(&path).expect("a litmus test");
                files.insert(name.display().to_string(), text);
            }
        }
    }
    files
}

/// What the comment of a test says its result is.
fn stated(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("Result:")?;
    rest.split_whitespace().next()
}

fn compare(release: Release, name: &str, table: &str) {
    let files = files(&tree(name));
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    let expected: BTreeMap<&str, &str> = rows.filter_map(|row| row.split_once('\t')).collect();
    let known: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(known, Vec::from_iter(expected.keys().copied()), "the tests of the tree");

    let limits = Limits { histories: 100_000, stop: &|| false };
    let model = Lkmm { release };
    for (file, text) in &files {
        let test = read_for(text, release).unwrap_or_else(|problem| panic!("{file}:{problem}"));
        let all = outcomes(&test, &model, &limits).unwrap_or_else(|cut| panic!("{file}: {cut}"));
        let flags: Vec<&str> = all.flags.iter().copied().collect();
        let flags = if flags.is_empty() { "-".to_owned() } else { flags.join(",") };
        let (seen, yes, no) = (all.observation(), all.positive, all.negative);
        assert_eq!(format!("{seen}\t{yes}\t{no}\t{flags}"), expected[&file[..]], "{file}");
        assert_eq!(observe(&test, &model, &limits), Ok(seen), "{file}");
        let short = MemoryModel::Lkmm(release).flags(&test, &limits);
        assert_eq!(short, Ok(all.flags), "{file}");
        // A deadlock is a test without an execution.
        let stated = stated(text).unwrap_or_else(|| panic!("{file} has no result"));
        let stated = if stated == "DEADLOCK" { "Never" } else { stated };
        assert_eq!(seen.to_string(), stated, "{file}");
    }
}

#[test]
#[ignore = "needs the kernel sources of .ci/kernel-trees"]
fn linux_6_1() {
    compare(Release::V6_1, "6.1", include_str!("kernel/linux-6.1.tsv"));
}

#[test]
#[ignore = "needs the kernel sources of .ci/kernel-trees"]
fn linux_6_12() {
    compare(Release::V6_12, "6.12", include_str!("kernel/linux-6.12.tsv"));
}
