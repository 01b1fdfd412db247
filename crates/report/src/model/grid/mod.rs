//! A table with architectures as columns: the form of many cells, and of the contract, in text, HTML and Markdown.
//!
//! Rows are grouped by variant or by kind of word. All forms take the headings, who a row is about and the meaning of
//! the marks from here, so that they say the same.

mod column;
mod legend;
mod results;
mod who;

use pmdrace_engine::Verdict;

pub(crate) use column::{Column, begins, levels};
pub(crate) use legend::legend;
pub(crate) use results::{Places, details, overview};
pub(crate) use who::Who;

/// What one square shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The letter.
    pub(crate) letter: char,
    /// The verdict that it stands for, if it stands for one.
    pub(crate) verdict: Option<Verdict>,
    /// Whether the verdict is expected.
    pub(crate) as_expected: bool,
}

impl Mark {
    /// The mark of a verdict.
    pub(crate) fn new(verdict: Verdict, as_expected: bool) -> Mark {
        let letter = match verdict {
            Verdict::Error => 'E',
            Verdict::Violated => 'V',
            Verdict::Inconclusive => '?',
            Verdict::Holds => '.',
            Verdict::NotApplicable => '-',
        };
        Mark { letter, verdict: Some(verdict), as_expected }
    }

    /// The letter, with an exclamation mark for a conclusive verdict that is not expected.
    pub(crate) fn letters(self) -> String {
        let settled = self.verdict != Some(Verdict::Inconclusive);
        let mark = if settled && !self.as_expected { "!" } else { "" };
        format!("{}{mark}", self.letter)
    }
}

/// One row: a property under a variant, a variant, or a clause of the contract.
pub(crate) struct Row<'g> {
    /// What it is about.
    pub(crate) name: String,
    /// Predicate, consequence or outcome; empty where the row is not about a property.
    pub(crate) kind: &'g str,
    /// Whom it is about.
    pub(crate) who: Who<'g>,
    /// One mark per column; None where there is no such case.
    pub(crate) marks: Vec<Option<Mark>>,
}

/// Rows under one heading.
pub(crate) struct Group<'g> {
    /// The heading.
    pub(crate) title: String,
    /// The rows that are worth showing.
    pub(crate) rows: Vec<Row<'g>>,
    /// Whether something holds wherever it applies, and therefore has no row.
    pub(crate) hides: bool,
    /// Properties without a row, which hold wherever they apply.
    pub(crate) quiet: Vec<&'g str>,
    /// Properties that apply nowhere in it, each with the reason.
    pub(crate) idle: Vec<String>,
    /// The loop bounds that verdicts in it rest on.
    pub(crate) bounds: Vec<&'g str>,
    /// Whether some architecture has such a case.
    pub(crate) applies: bool,
    /// Whether a cell of it ended in an error without a result.
    pub(crate) lost: bool,
}

/// The table.
pub(crate) struct Grid<'g> {
    pub(crate) columns: Vec<Column>,
    pub(crate) groups: Vec<Group<'g>>,
}

impl Row<'_> {
    /// What stands in a column.
    pub(crate) fn letters(&self, column: usize) -> String {
        self.marks[column].map_or("-".to_owned(), Mark::letters)
    }
}

impl<'g> Group<'g> {
    /// A group of rows that are about no property.
    pub(crate) fn plain(title: &str, rows: Vec<Row<'g>>) -> Group<'g> {
        let (quiet, idle, bounds) = (Vec::new(), Vec::new(), Vec::new());
        let (title, hides, applies, lost) = (title.to_owned(), false, true, false);
        Group { title, rows, hides, quiet, idle, bounds, applies, lost }
    }

    /// What stands in for rows where there are none, and the bounds that verdicts rest on.
    pub(crate) fn remark(&self) -> String {
        let said = match (self.applies, self.rows.is_empty(), self.quiet.is_empty()) {
            (false, ..) => "no such case",
            (true, false, _) => "",
            (true, true, true) if self.lost => "an error instead of a result",
            (true, true, true) if !self.idle.is_empty() => "no property applies",
            (true, true, _) if !self.idle.is_empty() => "all properties that apply hold",
            (true, true, _) => "all properties hold",
        };
        let comma = if said.is_empty() { "" } else { ", " };
        match self.bounds.as_slice() {
            [] => said.to_owned(),
            bounds => format!("{said}{comma}up to the bound: {}", bounds.join("; ")),
        }
    }
}

/// Each value once, in order of first appearance.
pub(crate) fn distinct<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}
