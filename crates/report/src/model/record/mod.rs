//! Trace files: an execution as text that people can read and `replay` can check.
//!
//! A file holds one record or several, separated by blank lines. A record is a header of `key value` lines,
//! a blank line, and one line per step: number, CPU, kernel function, and what it did, with every value. The
//! text is all that replaying needs: it looks for the execution whose steps read the same.

mod parse;

pub use parse::RecordError;

use std::collections::HashMap;
use std::fmt::{self, Write as _};

use pmdrace_engine::Counterexample;
use pmdrace_mm::Model;
use pmdrace_scenario::CellKey;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::{About, lines};

/// The first line of a record: the format and its version.
pub const TRACE_FORMAT: &str = "pmdrace-trace 1";

/// What a recorded execution shows.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Shows {
    /// The property that is violated, or the goal that is reached.
    pub name: String,
    /// Whether it is a violation.
    pub violated: bool,
    /// The number of the step that does it.
    pub at: usize,
}

/// A recorded execution.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Record {
    /// The tool that wrote it.
    pub tool: String,
    /// The scenario's name.
    pub scenario: String,
    /// A digest of the scenario's text.
    pub digest: String,
    /// The cells in which the execution is possible, as [`CellKey`] is displayed.
    pub cells: Vec<String>,
    /// What it shows.
    pub shows: Shows,
    /// Its steps to that point, without their numbers.
    pub steps: Vec<String>,
    /// The line of the file on which the steps begin; 0 if it was not read from one.
    pub first_line: usize,
}

/// The digest of a scenario's text.
pub fn digest(text: &str) -> String {
    format!("{:016x}", xxh3_64(text.as_bytes()))
}

impl Shows {
    /// The property or goal in a model.
    pub fn about(&self, model: &Model) -> Option<About> {
        let named = |name: &str| name == self.name;
        match self.violated {
            true => model.properties.iter().position(|p| named(p.name())).map(About::Property),
            false => model.goals.iter().position(|g| named(g.name())).map(About::Goal),
        }
    }

    /// The verb of its line: violates or reaches.
    pub fn verb(&self) -> &'static str {
        if self.violated { "violates" } else { "reaches" }
    }
}

impl fmt::Display for Shows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} at {}", self.verb(), self.name, self.at)
    }
}

impl Record {
    /// The record of an execution: `(name, violated)` is what it shows, `(tool, scenario, digest)` its origin.
    pub fn new(
        model: &Model,
        example: &Counterexample,
        (name, violated): (&str, bool),
        (tool, scenario, digest): (&str, &str, &str),
        cell: &CellKey,
    ) -> Record {
        let steps = lines(model, &example.events[..=example.at]);
        Record {
            tool: tool.to_owned(),
            scenario: scenario.to_owned(),
            digest: digest.to_owned(),
            cells: vec![cell.to_string()],
            shows: Shows { name: name.to_owned(), violated, at: steps.len() },
            steps,
            first_line: 0,
        }
    }

    /// Renders the record.
    pub fn to_text(&self) -> String {
        let mut text = format!("{TRACE_FORMAT}\ntool {}\n", self.tool);
        let _ = writeln!(text, "scenario {} {}", self.scenario, self.digest);
        for cell in &self.cells {
            let _ = writeln!(text, "cell {cell}");
        }
        let _ = writeln!(text, "{}\n", self.shows);
        for (index, step) in self.steps.iter().enumerate() {
            let _ = writeln!(text, "{:>3} {step}", index + 1);
        }
        text
    }

    /// Merges the records of one execution that differ only in their cells, in order of first appearance.
    pub fn gathered(records: impl IntoIterator<Item = Record>) -> Vec<Record> {
        let mut known: HashMap<(String, Shows, Vec<String>), usize> = HashMap::new();
        let mut all: Vec<Record> = Vec::new();
        for record in records {
            let key = (record.scenario.clone(), record.shows.clone(), record.steps.clone());
            match known.get(&key) {
                Some(index) => all[*index].cells.extend(record.cells),
                None => {
                    known.insert(key, all.len());
                    all.push(record);
                }
            }
        }
        all
    }

    /// The name of its file: the scenario, and a digest of what it shows and of its steps.
    pub fn file_name(&self) -> String {
        let Shows { name, at, .. } = &self.shows;
        let all = format!("{name} {at}\n{}", self.steps.join("\n"));
        format!("{}-{:08x}.trace", self.scenario, xxh3_64(all.as_bytes()) >> 32)
    }
}
