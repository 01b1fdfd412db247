//! Suites of litmus tests, and the tables of what the machine makes of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The tests of a kernel tree, by path in it: see the tests of `kernel`.
pub(crate) fn kernel(release: &str) -> BTreeMap<String, String> {
    let target = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/kernels");
    let kernels = std::env::var_os("PMDRACE_KERNELS").map_or_else(target, PathBuf::from);
    let tree = kernels.join(format!("linux-source-{release}"));
    assert!(tree.is_dir(), "{} is missing; make it with .ci/kernel-trees", tree.display());
    let mut tests = BTreeMap::new();
    let mut folders =
        vec![tree.join("tools/memory-model/litmus-tests"), tree.join("Documentation/litmus-tests")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of litmus tests") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "litmus") {
                let name = path.strip_prefix(&tree).expect("a path in the tree");
                let text = std::fs::read_to_string(&path).expect("a litmus test");
                tests.insert(name.display().to_string(), text);
            }
        }
    }
    tests
}

/// The tests of github.com/paulmckrcu/litmus that a table names, from `$PMDRACE_SUITES`.
pub(crate) fn public(table: &str) -> BTreeMap<String, String> {
    let suites =
        std::env::var_os("PMDRACE_SUITES").expect("PMDRACE_SUITES, the folder of checkouts");
    let suite = PathBuf::from(suites).join("paulmckrcu-litmus");
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    let names = rows.filter_map(|row| row.split('\t').next());
    let read = |name: &str| {
        let bytes =
            std::fs::read(suite.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name.to_owned(), String::from_utf8_lossy(&bytes).into_owned())
    };
    names.map(read).collect()
}

/// Holds the class of every test against a table, in which a test that is not listed agrees.
pub(crate) fn compare(
    name: &str,
    tests: &BTreeMap<String, String>,
    class: impl Fn(&str) -> String + Sync,
) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/machine/{name}.tsv"));
    let found = all(tests, class);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for class in found.values() {
        *counts.entry(class.split('\t').next().unwrap_or_default()).or_default() += 1;
    }
    println!("{name}: {} tests, {counts:?}", found.len());
    let mut table = format!(
        "# What the machine of lkmm makes of each test, against the axioms. A test that is not listed agrees.\n\
         # tests\t{}\n",
        found.len()
    );
    for (test, class) in found.iter().filter(|(_, class)| *class != "agrees") {
        let _ = writeln!(table, "{test}\t{class}");
    }
    if std::env::var_os("PMDRACE_BLESS").is_some() {
        std::fs::write(&path, &table).expect("the table");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    for (line, (mine, theirs)) in table.lines().zip(committed.lines()).enumerate() {
        assert_eq!(mine, theirs, "line {} of {}", line + 1, path.display());
    }
    assert_eq!(table.lines().count(), committed.lines().count(), "{}", path.display());
}

/// The class of every test, on all processors.
fn all(
    tests: &BTreeMap<String, String>,
    class: impl Fn(&str) -> String + Sync,
) -> BTreeMap<String, String> {
    let order: Vec<(&String, &String)> = tests.iter().collect();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((name, text)) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let class = class(text);
                    found.lock().expect("no panic").insert((*name).clone(), class);
                }
            });
        }
    });
    found.into_inner().expect("no panic")
}
