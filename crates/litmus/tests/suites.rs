//! Public suites of litmus tests, against answers that others publish or that herd7 gives: 6,665 tests.
//!
//! The tables beside this file name tests and answers alone. The tests themselves are read from checkouts in the folder
//! that `PMDRACE_SUITES` names, one per table: `paulmckrcu-litmus`, `herdtools7-7.58` and `herdtools7-5feffe4e8`. Without
//! these the test fails, so it is ignored unless asked for: `just litmus-suites DIR`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use pmdrace_litmus::{Limits, MemoryModel, Release, read_for};

/// When a search for an answer is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// The tests that are known to have no answer, by path, with the reason.
const UNANSWERED: &str = include_str!("suites/unanswered.tsv");

fn folder(suite: &str) -> PathBuf {
    let suites = std::env::var_os("PMDRACE_SUITES")
        .expect("set PMDRACE_SUITES to a folder with checkouts of the suites");
    let folder = Path::new(&suites).join(suite);
    assert!(folder.is_dir(), "{} is missing: check it out there", folder.display());
    folder
}

/// The answer to a test, or why there is none.
fn answer(path: &Path) -> Result<String, String> {
    let text = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8_lossy(&text);
    let test = read_for(&text, Release::V6_1).map_err(|problem| format!("unread: {problem}"))?;
    let begun = Instant::now();
    let stop = || begun.elapsed() > PATIENCE;
    let limits = Limits { histories: 1 << 20, stop: &stop };
    let model = MemoryModel::of(test.language, Release::V6_1);
    model.observe(&test, &limits).map(|seen| seen.to_string()).map_err(|cut| cut.to_string())
}

fn agrees(suite: &str, table: &str) {
    let folder = folder(suite);
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<(&str, &str)> = rows.filter_map(|row| row.split_once('\t')).collect();
    let unanswered: BTreeMap<&str, &str> =
        UNANSWERED.lines().filter_map(|row| row.split_once('\t')).collect();
    let (next, differ) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((path, says)) = rows.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = answer(&folder.join(path));
                    let as_known = match &found {
                        Ok(answer) => answer == says && !unanswered.contains_key(path),
                        Err(why) => {
                            let known = why.starts_with("unread") || why.starts_with("a loop");
                            known && unanswered.contains_key(path)
                        }
                    };
                    if !as_known {
                        differ.lock().unwrap().push(format!("{path}: {found:?}, not {says}"));
                    }
                }
            });
        }
    });
    let refused = rows.iter().filter(|(path, _)| unanswered.contains_key(path)).count();
    let (answered, seconds) = (rows.len() - refused, begun.elapsed().as_secs_f64());
    println!("{suite}: {answered} answered, {refused} without an answer, {seconds:.1} s");
    let mut differ = differ.into_inner().unwrap();
    differ.sort();
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ.join("\n"));
}

#[test]
#[ignore = "needs checkouts of the suites"]
fn paulmckrcu_litmus() {
    agrees("paulmckrcu-litmus", include_str!("suites/paulmckrcu-litmus.tsv"));
}

#[test]
#[ignore = "needs checkouts of the suites"]
fn herdtools7_7_58() {
    agrees("herdtools7-7.58", include_str!("suites/herdtools7-7.58.tsv"));
}

#[test]
#[ignore = "needs checkouts of the suites"]
fn herdtools7_5feffe4e8() {
    agrees("herdtools7-5feffe4e8", include_str!("suites/herdtools7-5feffe4e8.tsv"));
}
