//! [`Herd`]: herd7 on PATH, and what of its report is compared.

use std::path::{Path, PathBuf};
use std::process::Command;

use pmdrace_litmus::Release;

/// The CPU time after which herd7 gives up, in seconds.
const PATIENCE: &str = "2";

/// How it fails on C with an operation that may fail inside another one, and with a macro there.
const FAULTS: [&str; 2] = ["Assertion failed", "in CSem"];

/// herd7 with its model for the architecture, or with the kernel's.
pub(super) struct Herd {
    /// The kernel's tools/memory-model.
    kernel: Option<PathBuf>,
    release: Release,
}

impl Herd {
    /// herd7 with the models of architectures that come with it.
    pub(super) fn new() -> Herd {
        must_run();
        Herd { kernel: None, release: Release::V6_12 }
    }

    /// herd7 with the kernel's model.
    pub(super) fn of_kernel() -> Herd {
        must_run();
        let Some(folder) = std::env::var_os("PMDRACE_MEMORY_MODEL") else {
            panic!("set PMDRACE_MEMORY_MODEL to tools/memory-model of a kernel tree");
        };
        // Relative to the workspace, as it is given to `just`.
        let kernel = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
        let bell = kernel.join("linux-kernel.bell");
        let text = std::fs::read_to_string(&bell).unwrap_or_else(|error| {
            let help = "name tools/memory-model of a kernel tree by PMDRACE_MEMORY_MODEL, for \
                        instance of one that .ci/kernel-trees unpacks";
            panic!("{}: {error}; {help}", bell.display())
        });
        // Since then dependencies go through plain variables.
        let release = if text.contains("carry-dep") { Release::V6_12 } else { Release::V6_1 };
        Herd { kernel: Some(kernel), release }
    }

    /// The release whose model it has.
    pub(super) fn release(&self) -> Release {
        self.release
    }

    /// Its report on a test; None if it takes too long, or if it has a fault of its own.
    ///
    /// # Errors
    /// If there is none.
    pub(super) fn answer(&self, text: &str) -> Result<Option<String>, String> {
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("test").replace(':', "-");
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("herd-{name}.litmus"));
        std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
        let mut herd = Command::new("herd7");
        herd.args(["-timeout", PATIENCE]);
        if let Some(kernel) = &self.kernel {
            herd.args(["-conf", "linux-kernel.cfg"]).current_dir(kernel);
        }
        let output = herd.arg(&file).output().map_err(|error| format!("herd7: {error}"))?;
        let report = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr);
        match report.contains("\nObservation ") {
            true => Ok(Some(report)),
            // It gives up in silence.
            false if errors.trim().is_empty() || FAULTS.iter().any(|of| errors.contains(of)) => {
                Ok(None)
            }
            false => Err(format!("herd7 gives no answer: {errors}")),
        }
    }
}

/// Panics if there is no herd7.
fn must_run() {
    if let Err(error) = Command::new("herd7").arg("-version").output() {
        let help = "get it by `opam install herdtools7`, and put it on PATH";
        panic!("herd7 does not run: {error}; {help}");
    }
}

/// The lines of a report that are compared. herd7's order of states that differ in addresses alone is its own, and so are
/// its numbers of unknown values. Where entries change on their own it counts some executions more than once.
pub(super) fn normal(report: &str, counted: bool) -> Vec<String> {
    let ignored = |line: &&str| {
        let places = ["Time ", "Hash=", "Flag Assuming-", "Flag loop-cut"];
        line.is_empty() || places.iter().any(|start| line.starts_with(start))
    };
    let lines = report.lines().filter(|line| !ignored(line)).map(|line| {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["Observation", name, seen, ..] if !counted => format!("Observation {name} {seen}"),
            ["Positive:", ..] if !counted => "Positive: Negative:".into(),
            // That a loop is cut is said here as soon as a thread alone may go on.
            ["Loop", verdict] => verdict.into(),
            _ => anonymous(line),
        }
    });
    let mut lines: Vec<String> = lines.collect();
    lines.sort_unstable();
    lines
}

/// A line with all unknown values spelled alike: `S5` as `S`.
fn anonymous(line: &str) -> String {
    let mut parts = line.split("=S");
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |line, part| {
        line + "=S" + part.trim_start_matches(|c: char| c.is_ascii_digit())
    })
}
