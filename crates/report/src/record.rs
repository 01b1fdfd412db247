//! Trace files: an execution as text that a person can read and `replay` can check.
//!
//! A file holds one record or several, a blank line between them. A record is a header of `key value` lines,
//! a blank line, and one line per step: number, CPU, kernel function, what it did, with every value. Nothing
//! in it is needed to find the way again but the text itself: replaying is looking for the execution whose
//! steps read the same. So whatever changes, in a routine, in an architecture's bits or in the scenario,
//! shows as the first line that reads differently.

use std::collections::HashMap;
use std::fmt::Write as _;

use pmdrace_engine::statespace::{Fit, Replay, replay};
use pmdrace_engine::{Counterexample, EngineError};
use pmdrace_mm::{Event, Model};
use pmdrace_scenario::CellKey;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::trace::{lines, step_number};

/// What a record begins with: the format and its version.
pub const TRACE_FORMAT: &str = "pmdrace-trace 1";

/// What a recorded execution shows.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Shows {
    /// The property that is violated, or the goal that is reached.
    pub name: String,
    /// Whether it is a violation.
    pub violated: bool,
    /// The step that does it.
    pub at: usize,
}

/// A record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Record {
    /// The tool that wrote it.
    pub tool: String,
    /// The scenario's name.
    pub scenario: String,
    /// A digest of the scenario's text.
    pub digest: String,
    /// The cells in which the execution is possible, as [`CellKey`] is written.
    pub cells: Vec<String>,
    /// What it shows.
    pub shows: Shows,
    /// Its steps to that point, without their numbers. How it goes on is no part of it.
    pub steps: Vec<String>,
    /// The line of the file on which the steps begin; 0: it was not read from one.
    pub first_line: usize,
}

/// The digest of a scenario's text.
pub fn digest(text: &str) -> String {
    format!("{:016x}", xxh3_64(text.as_bytes()))
}

/// Where a trace file is no such thing.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct RecordError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what is expected.
    pub problem: String,
}

/// What came of replaying a record in one cell.
#[derive(Clone, Debug)]
pub enum Replayed {
    /// The same execution, and it shows the same.
    Reproduced(Counterexample),
    /// Something is different now.
    Stale(Difference),
}

/// The first step that is different.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Its number.
    pub step: usize,
    /// What the record says; None: the record ends before it.
    pub recorded: Option<String>,
    /// What is so now; None: the CPU can do nothing there.
    pub now: Option<String>,
}

impl Record {
    /// The record of an execution that shows something at one of its events.
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

    /// The record as text, the last line ended.
    pub fn to_text(&self) -> String {
        let mut text = format!("{TRACE_FORMAT}\ntool {}\n", self.tool);
        let _ = writeln!(text, "scenario {} {}", self.scenario, self.digest);
        for cell in &self.cells {
            let _ = writeln!(text, "cell {cell}");
        }
        let Shows { name, violated, at } = &self.shows;
        let does = if *violated { "violates" } else { "reaches" };
        let _ = writeln!(text, "{does} {name} at {at}\n");
        for (index, step) in self.steps.iter().enumerate() {
            let _ = writeln!(text, "{:>3} {step}", index + 1);
        }
        text
    }

    /// Puts records of one execution that differ only in their cells together, in the order in which they
    /// first come.
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

    /// A name for its file: the scenario, and a digest of what it shows and how.
    pub fn file_name(&self) -> String {
        let Shows { name, at, .. } = &self.shows;
        let all = format!("{name} {at}\n{}", self.steps.join("\n"));
        format!("{}-{:08x}.trace", self.scenario, xxh3_64(all.as_bytes()) >> 32)
    }

    /// Reads all records of a file.
    ///
    /// # Errors
    /// At the first line that does not belong there.
    pub fn parse_all(text: &str) -> Result<Vec<Record>, RecordError> {
        let lines: Vec<&str> = text.lines().collect();
        let mut at = 0;
        let mut records = Vec::new();
        while at < lines.len() {
            if lines[at].trim().is_empty() {
                at += 1;
                continue;
            }
            records.push(parse(&lines, &mut at)?);
        }
        if records.is_empty() {
            let problem = format!("a trace file begins with `{TRACE_FORMAT}`; this one is empty");
            return Err(RecordError { line: 1, problem });
        }
        Ok(records)
    }

    /// Goes the recorded way in a model of one of its cells.
    ///
    /// # Errors
    /// When the engine cannot run the model.
    pub fn replay(&self, model: &Model) -> Result<Replayed, EngineError> {
        let fits = |events: &[Event]| {
            let now = lines(model, events);
            let pairs = now.iter().zip(&self.steps);
            let after = pairs.take_while(|(now, recorded)| now == recorded).count();
            match self.steps.get(now.len()) {
                _ if after < now.len().min(self.steps.len()) => Fit::Differs { after },
                Some(next) => Fit::Begins { after, next: cpu_of(model, next) },
                None => Fit::Complete,
            }
        };
        let (events, order) = match replay(model, &fits)? {
            Replay::Reproduced(events, order) => (events, order),
            Replay::Differs(events) => return Ok(Replayed::Stale(self.difference(model, &events))),
        };
        let judgement = model.judge(&events);
        let shown =
            match self.shows.violated {
                true => model
                    .properties
                    .iter()
                    .position(|property| property.name() == self.shows.name)
                    .and_then(|index| judgement.violated_at[index]),
                false => model.goals.iter().find(|goal| goal.name() == self.shows.name).and_then(
                    |goal| (0..events.len()).find(|end| goal.reached(model, &events[..=*end])),
                ),
            };
        let step = |at: usize| step_number(&events, at);
        let does = if self.shows.violated { "violates" } else { "reaches" };
        let says = |at: usize| format!("{does} {} at {at}", self.shows.name);
        match shown {
            Some(at) if step(at) == self.shows.at => {
                Ok(Replayed::Reproduced(Counterexample::new(events, order, at)))
            }
            shown => Ok(Replayed::Stale(Difference {
                step: self.shows.at,
                recorded: Some(says(self.shows.at)),
                now: Some(shown.map_or_else(
                    || format!("the steps are the same, and {} is not shown", self.shows.name),
                    |at| says(step(at)),
                )),
            })),
        }
    }

    fn difference(&self, model: &Model, events: &[Event]) -> Difference {
        let now = lines(model, events);
        let same = now.iter().zip(&self.steps).take_while(|(now, recorded)| now == recorded);
        let index = same.count();
        Difference {
            step: index + 1,
            recorded: self.steps.get(index).cloned(),
            now: now.get(index).cloned(),
        }
    }
}

/// The CPU whose step a line is.
fn cpu_of(model: &Model, line: &str) -> usize {
    let begins = |name: &str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
    model.roles.iter().position(|role| begins(&role.name)).unwrap_or(0)
}

fn parse(lines: &[&str], at: &mut usize) -> Result<Record, RecordError> {
    let wrong = |at: usize, problem: &str| RecordError {
        line: at + 1,
        problem: match lines.get(at) {
            Some(line) if !line.trim().is_empty() => {
                format!("{problem}; it says `{}`", line.trim())
            }
            _ => problem.to_owned(),
        },
    };
    if lines[*at].trim() != TRACE_FORMAT {
        return Err(wrong(*at, &format!("a record begins with `{TRACE_FORMAT}`")));
    }
    let mut record = Record {
        tool: String::new(),
        scenario: String::new(),
        digest: String::new(),
        cells: Vec::new(),
        shows: Shows { name: String::new(), violated: true, at: 0 },
        steps: Vec::new(),
        first_line: 0,
    };
    *at += 1;
    while let Some(line) = lines.get(*at).map(|line| line.trim()).filter(|line| !line.is_empty()) {
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        match key {
            "tool" => record.tool = value.to_owned(),
            "scenario" => {
                let (name, digest) = value
                    .split_once(' ')
                    .ok_or_else(|| wrong(*at, "expected `scenario NAME DIGEST`"))?;
                (record.scenario, record.digest) = (name.to_owned(), digest.to_owned());
            }
            "cell" => record.cells.push(value.to_owned()),
            "violates" | "reaches" => {
                let parts = value.split_once(" at ");
                let parts = parts.and_then(|(name, at)| Some((name, at.parse().ok()?)));
                let (name, step) =
                    parts.ok_or_else(|| wrong(*at, &format!("expected `{key} NAME at STEP`")))?;
                record.shows =
                    Shows { name: name.to_owned(), violated: key == "violates", at: step };
            }
            _ => {
                let known = "expected tool, scenario, cell, violates or reaches";
                return Err(wrong(*at, known));
            }
        }
        *at += 1;
    }
    for (missing, what) in [
        (record.scenario.is_empty(), "`scenario NAME DIGEST`"),
        (record.cells.is_empty(), "`cell ...`"),
        (record.shows.name.is_empty(), "`violates NAME at STEP`"),
    ] {
        if missing {
            return Err(wrong(*at, &format!("the header has no line {what}")));
        }
    }
    *at += 1;
    record.first_line = *at + 1;
    while let Some(line) = lines.get(*at).map(|line| line.trim()).filter(|line| !line.is_empty()) {
        let number = record.steps.len() + 1;
        let step = line.split_once(' ').filter(|(count, _)| count.parse() == Ok(number));
        let (_, step) = step.ok_or_else(|| wrong(*at, &format!("expected step {number}")))?;
        record.steps.push(step.trim().to_owned());
        *at += 1;
    }
    if !(1..=record.steps.len()).contains(&record.shows.at) {
        return Err(wrong(*at, &format!("there is no step {}", record.shows.at)));
    }
    Ok(record)
}
