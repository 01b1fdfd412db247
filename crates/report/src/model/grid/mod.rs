//! A table with architectures as columns: the form of many cells, and of the contract, in text, HTML and Markdown.
//!
//! Rows are grouped by variant or by kind of word. Eras of an architecture that agree in every row share a column,
//! so that the table stays readable.

mod results;

use pmdrace_engine::Verdict;

pub(crate) use results::{Places, details, overview};

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
    /// The readers that it is about; empty for all.
    pub(crate) readers: Vec<&'g str>,
    /// One mark per architecture; None where there is no such case.
    pub(crate) marks: Vec<Option<Mark>>,
}

/// Rows under one heading.
pub(crate) struct Group<'g> {
    /// The heading.
    pub(crate) title: String,
    /// The rows that are worth showing.
    pub(crate) rows: Vec<Row<'g>>,
    /// Properties without a row, which hold wherever they apply.
    pub(crate) quiet: Vec<&'g str>,
    /// Properties that apply nowhere in it, each with the reason.
    pub(crate) idle: Vec<String>,
    /// The loop bounds that verdicts in it rest on.
    pub(crate) bounds: Vec<&'g str>,
    /// Whether some architecture has such a case.
    pub(crate) applies: bool,
}

/// One column: an architecture with its eras that agree.
pub(crate) struct Column {
    /// The architecture without its era.
    pub(crate) base: String,
    /// The eras.
    pub(crate) eras: Vec<String>,
    /// The full names, one per era.
    pub(crate) archs: Vec<String>,
    /// Their places among the marks of a row.
    places: Vec<usize>,
}

/// The table.
pub(crate) struct Grid<'g> {
    pub(crate) columns: Vec<Column>,
    pub(crate) groups: Vec<Group<'g>>,
}

impl Row<'_> {
    /// The mark of the row in a column.
    pub(crate) fn mark(&self, column: &Column) -> Option<Mark> {
        column.places.iter().find_map(|place| self.marks[*place])
    }

    /// The architectures of a column that have such a case.
    pub(crate) fn archs<'c>(&self, column: &'c Column) -> Vec<&'c str> {
        let eras = column.archs.iter().zip(&column.places);
        eras.filter(|(_, place)| self.marks[**place].is_some()).map(|(arch, _)| &**arch).collect()
    }

    /// Whether the row is about a reader.
    pub(crate) fn is_about(&self, reader: &str) -> bool {
        self.readers.is_empty() || self.readers.contains(&reader)
    }
}

impl<'g> Grid<'g> {
    /// Builds the table of groups whose rows have one mark for each of `archs`.
    pub(crate) fn new(archs: &[String], groups: Vec<Group<'g>>) -> Grid<'g> {
        let mut columns: Vec<Column> = Vec::new();
        for (place, arch) in archs.iter().enumerate() {
            let (base, era) = arch.split_once('@').unwrap_or((arch, ""));
            let agrees = |column: &&mut Column| {
                let mut rows = groups.iter().flat_map(|group| &group.rows);
                column.base == base
                    && rows.all(|row| match (row.mark(column), row.marks[place]) {
                        (Some(theirs), Some(mine)) => theirs == mine,
                        _ => true,
                    })
            };
            match columns.last_mut().filter(agrees) {
                Some(column) => {
                    column.eras.push(era.to_owned());
                    column.archs.push(arch.clone());
                    column.places.push(place);
                }
                None => columns.push(Column {
                    base: base.to_owned(),
                    eras: vec![era.to_owned()],
                    archs: vec![arch.clone()],
                    places: vec![place],
                }),
            }
        }
        Grid { columns, groups }
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
