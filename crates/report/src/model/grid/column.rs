//! The columns of a table, and the headings above them.
//!
//! Every architecture and release has a column of its own. A column for several releases that agree would be
//! narrower by little, and a mark in it would read as one about the last of them.

use pmdrace_mm::MemoryModel;

/// What headings say, from the top.
const LEVELS: [&str; 3] = ["architecture", "memory model", "release"];

/// One column: an architecture in a release, under one memory model where there are several.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// The architecture without its release.
    base: String,
    memory: Option<&'static str>,
    release: String,
}

/// The headings of one level above some columns.
pub(crate) struct Level<'c> {
    /// What they say.
    pub(crate) label: &'static str,
    pub(crate) headings: Vec<Heading<'c>>,
}

/// A heading above neighbouring columns.
pub(crate) struct Heading<'c> {
    pub(crate) text: &'c str,
    /// The first of the columns.
    pub(crate) first: usize,
    /// The number of columns.
    pub(crate) columns: usize,
}

impl Column {
    pub(crate) fn new(arch: &str, memory: Option<MemoryModel>) -> Column {
        let (base, release) = arch.split_once('@').unwrap_or((arch, ""));
        let memory = memory.map(MemoryModel::name);
        Column { base: base.to_owned(), memory, release: release.to_owned() }
    }

    /// The architecture and release, and the memory model if the column is of one.
    pub(crate) fn name(&self) -> String {
        let at = if self.release.is_empty() { "" } else { "@" };
        let memory = self.memory.map_or(String::new(), |memory| format!(" {memory}"));
        format!("{}{at}{}{memory}", self.base, self.release)
    }

    /// What each level says of it.
    pub(crate) fn says(&self) -> [&str; 3] {
        [&self.base, self.memory.unwrap_or_default(), &self.release]
    }
}

/// The uppermost level at which a column has a heading of its own, to the right of another.
pub(crate) fn begins(column: &Column, left: &Column) -> usize {
    let (says, left) = (column.says(), left.says());
    let differs = (0..LEVELS.len()).find(|level| says[*level] != left[*level]);
    differs.unwrap_or(LEVELS.len() - 1)
}

/// The levels of headings above columns, without those that say nothing.
pub(crate) fn levels(columns: &[Column]) -> Vec<Level<'_>> {
    let level = |level: usize| {
        let mut headings: Vec<Heading<'_>> = Vec::new();
        for (at, column) in columns.iter().enumerate() {
            let begins = at == 0 || begins(column, &columns[at - 1]) <= level;
            match headings.last_mut().filter(|_| !begins) {
                Some(heading) => heading.columns += 1,
                None => {
                    headings.push(Heading { text: column.says()[level], first: at, columns: 1 })
                }
            }
        }
        Level { label: LEVELS[level], headings }
    };
    let levels = (0..LEVELS.len()).map(level);
    levels.filter(|level| level.headings.iter().any(|heading| !heading.text.is_empty())).collect()
}
