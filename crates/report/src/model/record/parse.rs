//! Reading trace files.

use super::{Record, Shows, TRACE_FORMAT};

/// Why a text is not a trace file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct RecordError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what is expected.
    pub problem: String,
}

impl Record {
    /// Reads all records of a file.
    ///
    /// # Errors
    /// At the first line that is not as the format has it.
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
