//! Where results go besides the terminal: `--json` and `--report`.
//!
//! Most reports are written whole when the run is over, or not at all. JSON lines are written as results
//! come, each line in one piece, so that what an interrupt leaves behind can be read.

use std::fs::File;
use std::io::Write as _;

use parking_lot::Mutex;
use pmdrace_report::{CellResult, Drift, Run, ScenarioFile, ScenarioFiles};

use super::run::Found;
use crate::exit::Failure;
use crate::options::{Output, ReportFile, ReportFormat};
use crate::output::{all, cannot_write, check_folders, print, write_file};
use crate::source::{Loaded, Origin};

/// The reports of a run that has begun.
pub(crate) struct Reports<'r> {
    output: &'r Output,
    files: ScenarioFiles,
    lines: Vec<Mutex<Lines<'r>>>,
}

/// A file of JSON lines.
struct Lines<'r> {
    to: &'r ReportFile,
    file: File,
    /// Why nothing more is written.
    failed: Option<Failure>,
}

impl<'r> Reports<'r> {
    /// Checks that every report can be written, and begins those that are written line by line. Called
    /// when everything else about the command line is known to be right.
    pub(crate) fn begin(output: &'r Output, loaded: &[Loaded]) -> Result<Reports<'r>, Failure> {
        check_folders(output.report.iter().map(|report| report.path.as_path()))?;
        for (index, report) in output.report.iter().enumerate() {
            let device = report.path.metadata().is_ok_and(|metadata| !metadata.is_file());
            if !device && output.report[..index].iter().any(|other| other.path == report.path) {
                return Err(Failure::usage(format!(
                    "two reports go to {}\n  = help: give each a file of its own",
                    report.path.display()
                )));
            }
        }
        let by_line = |report: &&ReportFile| report.format == ReportFormat::Jsonl;
        let lines = output.report.iter().filter(by_line).map(|to| {
            let file = File::create(&to.path).map_err(|error| {
                let kind = error.kind();
                Failure::usage(format!("cannot write {}: {kind}", to.path.display()))
            })?;
            Ok(Mutex::new(Lines { to, file, failed: None }))
        });
        let lines = lines.collect::<Result<Vec<_>, Failure>>()?;
        let files = loaded.iter().map(|one| (one.scenario.name().to_owned(), file(one)));
        Ok(Reports { output, files: files.collect(), lines })
    }

    /// A result has come.
    pub(crate) fn result(&self, result: &CellResult) {
        for lines in &self.lines {
            lines.lock().write(pmdrace_report::jsonl_result(result));
        }
    }

    /// The run is over. Every report is attempted, even after one has failed.
    pub(crate) fn finish(self, found: &Found, drifts: &[Drift]) -> Result<(), Failure> {
        let report = &found.report;
        let run = Run { report, files: &self.files, not_begun: found.not_begun, drifts };
        let document =
            || serde_json::to_string_pretty(&report.without_traces()).map(|text| text + "\n");
        let mut outputs = Vec::new();
        if self.output.json {
            outputs.push(document().map_err(no_text).and_then(|text| print(&text)));
        }
        for to in &self.output.report {
            let text = match to.format {
                ReportFormat::Json => document().map_err(no_text),
                ReportFormat::Html => Ok(pmdrace_report::html(report)),
                ReportFormat::Junit => pmdrace_report::junit(&run).map_err(no_text),
                ReportFormat::Sarif => pmdrace_report::sarif(&run).map_err(no_text),
                ReportFormat::Markdown => Ok(pmdrace_report::markdown(&run)),
                ReportFormat::Jsonl => continue,
            };
            outputs.push(text.and_then(|text| write_file(&to.path, &text)));
        }
        for lines in self.lines {
            let mut lines = lines.into_inner();
            lines.write(pmdrace_report::jsonl_last(&run));
            outputs.push(lines.failed.map_or(Ok(()), Err));
        }
        all(outputs)
    }
}

impl Lines<'_> {
    /// Writes one line, unless an earlier one failed.
    fn write(&mut self, line: Result<String, serde_json::Error>) {
        if self.failed.is_some() {
            return;
        }
        let written = line.map_err(no_text).and_then(|line| {
            self.file
                .write_all(line.as_bytes())
                .map_err(|error| cannot_write(&self.to.path, &error))
        });
        self.failed = written.err();
    }
}

/// Where a scenario's text lies, and on which lines its variants begin.
fn file(loaded: &Loaded) -> ScenarioFile {
    let (asked, path) = match &loaded.origin {
        Origin::Shipped(entry) => (entry.name.to_owned(), format!("scenarios/{}", entry.path)),
        Origin::File(path) => (path.display().to_string(), path.display().to_string()),
    };
    let line = |variant: &str| {
        Some((variant.to_owned(), loaded.scenario.variant_line(&loaded.text, variant)?))
    };
    let lines = loaded.scenario.variants().filter_map(|(variant, _)| line(variant)).collect();
    ScenarioFile { asked, path, lines }
}

fn no_text(error: impl std::fmt::Display) -> Failure {
    Failure::internal(format!("the report cannot be written: {error}"))
}
