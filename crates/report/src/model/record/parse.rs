//! Reading trace files.

use std::iter::{Enumerate, Peekable};
use std::str::Lines;

use pmdrace_scenario::{is_control, quoted};

use super::{Record, Shows, TRACE_FORMAT};

/// Why a text is not a trace file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct RecordError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what is expected. It is safe to print: what it quotes is shortened, and control characters
    /// are spelt out.
    pub problem: String,
}

impl Record {
    /// Reads all records of a file.
    ///
    /// # Errors
    /// At the first line that is not as the format has it.
    pub fn parse_all(text: &str) -> Result<Vec<Record>, RecordError> {
        let mut lines = Reader { lines: text.lines().enumerate().peekable(), last: 0 };
        let mut records = Vec::new();
        while lines.begins_record() {
            records.push(parse(&mut lines)?);
        }
        if records.is_empty() {
            let problem = format!("a trace file begins with `{TRACE_FORMAT}`; this one is empty");
            return Err(RecordError { line: 1, problem });
        }
        Ok(records)
    }
}

/// The lines of a file, trimmed.
struct Reader<'t> {
    lines: Peekable<Enumerate<Lines<'t>>>,
    /// The line returned last, from 1.
    last: usize,
}

impl<'t> Reader<'t> {
    /// The next line of a block, None at the blank line that ends it.
    ///
    /// # Errors
    /// When the line has control characters.
    fn next(&mut self) -> Result<Option<&'t str>, RecordError> {
        let Some((index, line)) = self.lines.next() else { return Ok(None) };
        self.last = index + 1;
        let line = line.trim();
        if let Some(c) = line.chars().find(|c| is_control(*c)) {
            let problem = format!("the control character U+{:04X} is not allowed", u32::from(c));
            return Err(self.wrong(&problem, Some(line)));
        }
        Ok(Some(line).filter(|line| !line.is_empty()))
    }

    /// Skips blank lines; returns whether there is another.
    fn begins_record(&mut self) -> bool {
        while self.lines.next_if(|(_, line)| line.trim().is_empty()).is_some() {}
        self.lines.peek().is_some()
    }

    /// What is wrong with the line returned last.
    fn wrong(&self, problem: &str, line: Option<&str>) -> RecordError {
        let problem = match line {
            Some(line) => format!("{problem}; it says `{}`", quoted(line)),
            None => problem.to_owned(),
        };
        RecordError { line: self.last, problem }
    }
}

fn parse(lines: &mut Reader<'_>) -> Result<Record, RecordError> {
    let first = lines.next()?;
    if first != Some(TRACE_FORMAT) {
        return Err(lines.wrong(&format!("a record begins with `{TRACE_FORMAT}`"), first));
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
    let mut shows = lines.last;
    while let Some(line) = lines.next()? {
        let wrong = |problem: &str| lines.wrong(problem, Some(line));
        let (key, value) = line.split_once(' ').unwrap_or((line, ""));
        match key {
            "tool" => record.tool = value.to_owned(),
            "scenario" => {
                let (name, digest) = value
                    .split_once(' ')
                    .ok_or_else(|| wrong("expected `scenario NAME DIGEST`"))?;
                (record.scenario, record.digest) = (name.to_owned(), digest.to_owned());
            }
            "cell" => record.cells.push(value.to_owned()),
            "violates" | "reaches" => {
                let parts = value.split_once(" at ");
                let parts = parts.and_then(|(name, at)| Some((name, at.parse().ok()?)));
                let (name, step) =
                    parts.ok_or_else(|| wrong(&format!("expected `{key} NAME at STEP`")))?;
                shows = lines.last;
                record.shows =
                    Shows { name: name.to_owned(), violated: key == "violates", at: step };
            }
            _ => return Err(wrong("expected tool, scenario, cell, violates or reaches")),
        }
    }
    for (missing, what) in [
        (record.scenario.is_empty(), "`scenario NAME DIGEST`"),
        (record.cells.is_empty(), "`cell ...`"),
        (record.shows.name.is_empty(), "`violates NAME at STEP`"),
    ] {
        if missing {
            return Err(lines.wrong(&format!("the header has no line {what}"), None));
        }
    }
    record.first_line = lines.last + 1;
    while let Some(line) = lines.next()? {
        let number = record.steps.len() + 1;
        let step = line.split_once(' ').filter(|(count, _)| count.parse() == Ok(number));
        let (_, step) =
            step.ok_or_else(|| lines.wrong(&format!("expected step {number}"), Some(line)))?;
        record.steps.push(step.trim().to_owned());
    }
    if !(1..=record.steps.len()).contains(&record.shows.at) {
        let problem = format!("there is no step {}", record.shows.at);
        return Err(RecordError { line: shows, problem });
    }
    Ok(record)
}
