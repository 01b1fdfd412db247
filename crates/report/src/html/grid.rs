//! Results grouped for a table: rows of properties, columns of architectures whose eras agree.

use pmdrace_engine::Verdict;
use pmdrace_mm::Kind;

use crate::CellResult;

/// What a group of cells shows about one property: the worst verdict, and whether all are as expected.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Square {
    pub(super) verdict: Verdict,
    pub(super) as_expected: bool,
}

/// One row: a property, over all readers or for those that agree.
pub(super) struct Row<'r> {
    pub(super) property: &'r str,
    pub(super) kind: &'r str,
    /// The readers it speaks of; none: all.
    pub(super) readers: Vec<&'r str>,
    /// One per architecture.
    squares: Vec<Option<Square>>,
}

/// The rows of one variant.
pub(super) struct Group<'r> {
    pub(super) variant: &'r str,
    pub(super) rows: Vec<Row<'r>>,
    /// Properties that hold wherever there is such a case.
    pub(super) quiet: Vec<&'r str>,
    /// Whether some architecture has such a case.
    pub(super) applies: bool,
}

/// One column: an architecture and its eras that agree.
pub(super) struct Column<'r> {
    pub(super) base: &'r str,
    pub(super) eras: Vec<&'r str>,
    /// The architectures it shows, by full name and by index into the squares.
    pub(super) archs: Vec<&'r str>,
    indices: Vec<usize>,
}

/// All of one scenario.
pub(super) struct Grid<'r> {
    pub(super) groups: Vec<Group<'r>>,
    pub(super) columns: Vec<Column<'r>>,
}

impl<'r> Grid<'r> {
    pub(super) fn new(results: &[&'r CellResult]) -> Grid<'r> {
        let has_cases =
            |arch: &&str| results.iter().any(|r| r.arch == **arch && r.not_applicable.is_none());
        let archs: Vec<&'r str> = distinct(results.iter().map(|r| r.arch.as_str()))
            .into_iter()
            .filter(has_cases)
            .collect();
        let groups: Vec<Group<'r>> = distinct(results.iter().map(|r| r.variant.as_str()))
            .into_iter()
            .map(|variant| group(results, variant, &archs))
            .collect();
        let columns = fold(&archs, &groups);
        Grid { groups, columns }
    }
}

impl Row<'_> {
    /// What the row shows in this column; none: there is no such case.
    pub(super) fn square(&self, column: &Column<'_>) -> Option<Square> {
        column.indices.iter().find_map(|index| self.squares[*index])
    }

    /// The architectures of this column that have such a case.
    pub(super) fn archs<'r>(&self, column: &Column<'r>) -> Vec<&'r str> {
        let eras = column.archs.iter().zip(&column.indices);
        eras.filter(|(_, index)| self.squares[**index].is_some()).map(|(arch, _)| *arch).collect()
    }

    /// Whether this is the row of such a result.
    pub(super) fn speaks_of(&self, reader: Option<&str>) -> bool {
        self.readers.is_empty() || self.readers.contains(&reader.unwrap_or(""))
    }
}

fn group<'r>(results: &[&'r CellResult], variant: &'r str, archs: &[&'r str]) -> Group<'r> {
    let cells: Vec<&'r CellResult> =
        results.iter().copied().filter(|r| r.variant == variant).collect();
    let properties = || cells.iter().flat_map(|c| &c.properties);
    let mut group = Group {
        variant,
        rows: Vec::new(),
        quiet: Vec::new(),
        applies: cells.iter().any(|c| c.not_applicable.is_none()),
    };
    for name in distinct(properties().map(|p| p.name.as_str())) {
        let kind = properties().find(|p| p.name == name).map_or("", |p| p.kind.as_str());
        let rows = rows(&cells, name, kind, archs);
        let loud = rows.into_iter().filter(|row| !row.is_quiet());
        let before = group.rows.len();
        group.rows.extend(loud);
        if group.rows.len() == before {
            group.quiet.push(name);
        }
    }
    group
}

/// The rows of one property: one for all readers, or one for each set of readers that agree.
fn rows<'r>(
    cells: &[&'r CellResult],
    property: &'r str,
    kind: &'r str,
    archs: &[&'r str],
) -> Vec<Row<'r>> {
    let squares = |readers: &[&str]| {
        archs.iter().map(|arch| square(cells, arch, readers, property)).collect::<Vec<_>>()
    };
    // A predicate is about the word: what one reader of it is told, all could be.
    if kind == Kind::Predicate.name() {
        return vec![Row { property, kind, readers: Vec::new(), squares: squares(&[]) }];
    }
    let mut rows: Vec<Row<'r>> = Vec::new();
    for reader in distinct(cells.iter().map(|c| c.reader.as_deref().unwrap_or(""))) {
        let squares = squares(&[reader]);
        match rows.iter_mut().find(|row| row.squares == squares) {
            Some(row) => row.readers.push(reader),
            None => rows.push(Row { property, kind, readers: vec![reader], squares }),
        }
    }
    if let [row] = rows.as_mut_slice() {
        row.readers.clear();
    }
    rows
}

impl Row<'_> {
    fn is_quiet(&self) -> bool {
        self.squares.iter().flatten().all(|s| s.verdict == Verdict::Holds && s.as_expected)
    }
}

/// The cells of one architecture and of these readers, or of any, over all parameters.
fn square(cells: &[&CellResult], arch: &str, readers: &[&str], property: &str) -> Option<Square> {
    let read =
        |c: &CellResult| readers.is_empty() || readers.contains(&c.reader.as_deref().unwrap_or(""));
    cells
        .iter()
        .filter(|c| c.arch == arch && read(c))
        .flat_map(|c| &c.properties)
        .filter(|p| p.name == property)
        .map(|p| Square { verdict: p.verdict(), as_expected: p.verdict == p.expected })
        .reduce(|a, b| Square {
            verdict: a.verdict.min(b.verdict),
            as_expected: a.as_expected && b.as_expected,
        })
}

/// Eras that agree in every row where both have such a case become one column.
fn fold<'r>(archs: &[&'r str], groups: &[Group<'r>]) -> Vec<Column<'r>> {
    let mut columns: Vec<Column<'r>> = Vec::new();
    for (index, arch) in archs.iter().enumerate() {
        let (base, era) = arch.split_once('@').unwrap_or((arch, ""));
        let agrees = |column: &&mut Column<'r>| {
            let mut rows = groups.iter().flat_map(|group| &group.rows);
            column.base == base
                && rows.all(|row| match (row.square(column), row.squares[index]) {
                    (Some(theirs), Some(mine)) => theirs == mine,
                    _ => true,
                })
        };
        match columns.last_mut().filter(agrees) {
            Some(column) => {
                column.eras.push(era);
                column.archs.push(arch);
                column.indices.push(index);
            }
            None => columns.push(Column {
                base,
                eras: vec![era],
                archs: vec![arch],
                indices: vec![index],
            }),
        }
    }
    columns
}

/// Each value once, in the order of first appearance.
pub(super) fn distinct<'v>(values: impl Iterator<Item = &'v str>) -> Vec<&'v str> {
    let mut seen = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}
