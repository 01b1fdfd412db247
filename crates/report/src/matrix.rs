//! The matrix: variants and properties down, architectures across, predicate and consequence apart.
//!
//! Eras of one architecture that agree in every row share a column, so that the table stays readable.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pmdrace_engine::Verdict;
use pmdrace_mm::Kind;

use crate::CellResult;
use crate::style::{heading, paint, verdict_style};

/// The widest a line may be.
const WIDTH: usize = 100;
/// Stands for every reader.
const ANY: &str = "*";
/// The label in front of the columns: property, and kind or reader.
const LABEL: usize = 38;

/// What a group of cells shows: the worst verdict, the letter for it, and whether all are as expected.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Square {
    verdict: Verdict,
    letter: char,
    as_expected: bool,
}

impl Square {
    fn new(verdict: Verdict, as_expected: bool) -> Square {
        let letter = match verdict {
            Verdict::Error => 'E',
            Verdict::Violated => 'V',
            Verdict::Inconclusive => '?',
            Verdict::Holds => '.',
        };
        Square { verdict, letter, as_expected }
    }
}

/// One row: a property under a variant, over all readers or for one.
struct Row {
    variant: String,
    property: String,
    of: String,
    /// One per architecture.
    squares: Vec<Option<Square>>,
}

/// One column: an architecture and its eras that agree.
#[derive(Clone)]
struct Column {
    base: String,
    eras: Vec<String>,
    /// The architectures whose squares it shows, one per era.
    archs: Vec<usize>,
}

/// A result and its place in a table.
struct Placed<'r> {
    result: &'r CellResult,
    /// The variant; with its scenario where there are several.
    row: String,
    /// The architecture; behind the memory model where there are several.
    column: String,
}

/// Finds the places of results.
fn place<'r>(results: &[&'r CellResult]) -> Vec<Placed<'r>> {
    let scenarios = distinct(results.iter().map(|r| r.scenario.as_str())).len();
    let mut memory: BTreeMap<&str, &str> = BTreeMap::new();
    let several =
        results.iter().any(|r| *memory.entry(&r.arch).or_insert(&r.memory) != r.memory.as_str());
    let placed = results.iter().map(|result| Placed {
        result,
        row: match scenarios {
            1 => result.variant.clone(),
            _ => format!("{} {}", result.scenario, result.variant),
        },
        column: match several {
            false => result.arch.clone(),
            true => format!("{}-{}", result.memory, result.arch),
        },
    });
    placed.collect()
}

/// The results of one scenario as a table of at most 100 columns.
pub fn matrix(results: &[&CellResult]) -> String {
    let results = &place(results);
    let archs = distinct(results.iter().map(|r| r.column.as_str()));
    let variants = distinct(results.iter().map(|r| r.row.as_str()));
    let rows: Vec<Row> =
        variants.iter().flat_map(|variant| rows(results, variant, &archs)).collect();
    let mut text = String::new();
    for (block, width) in blocks(&fold(&archs, &rows, |arch| has_cases(results, arch))) {
        header(&mut text, &block, width);
        for variant in &variants {
            let of_it: Vec<&Row> = rows.iter().filter(|row| row.variant == *variant).collect();
            let quiet = if of_it.is_empty() { "  all properties hold" } else { "" };
            let _ = writeln!(text, "{}{quiet}", heading(variant));
            let mut last = "";
            for row in of_it {
                line(&mut text, row, last != row.property, &block, width);
                last = &row.property;
            }
        }
        text.push('\n');
    }
    text.push_str(&without_cases(results));
    let _ = writeln!(
        text,
        "V violated  . holds  ? inconclusive  E error  - no such case  ! not expected\n\
         A property that holds everywhere has no row."
    );
    text
}

/// One line per variant: the worst that the architecture shows. Results may be of several scenarios.
pub fn overview(results: &[&CellResult]) -> String {
    let results = &place(results);
    let (archs, rows) = overview_rows(results);
    let mut text = String::new();
    for (block, width) in blocks(&fold(&archs, &rows, |arch| has_cases(results, arch))) {
        header(&mut text, &block, width);
        for row in &rows {
            let _ = write!(text, "  {:<36}", row.variant);
            squares(&mut text, row, &block, width);
        }
    }
    text.push_str(&without_cases(results));
    text
}

/// What [`overview`] shows, for whoever writes it in another form: the headings of the columns, and each
/// variant with a letter per column.
pub(crate) struct Letters {
    /// Architecture and eras, such as `arm64` and `6.1 6.12`.
    pub(crate) columns: Vec<(String, String)>,
    /// The variant, and its letters.
    pub(crate) rows: Vec<(String, Vec<String>)>,
    /// The architectures without cases, one line per reason.
    pub(crate) missing: String,
}

/// The letters of [`overview`].
pub(crate) fn letters(results: &[&CellResult]) -> Letters {
    let results = &place(results);
    let (archs, rows) = overview_rows(results);
    let columns = fold(&archs, &rows, |arch| has_cases(results, arch));
    let letters =
        |row: &Row| columns.iter().map(|column| letter(row.square(column))).collect::<Vec<_>>();
    Letters {
        rows: rows.iter().map(|row| (row.variant.clone(), letters(row))).collect(),
        columns: columns.iter().map(|c| (c.base.clone(), c.eras.join(" "))).collect(),
        missing: without_cases(results),
    }
}

/// The architectures, and per variant the worst that each shows.
fn overview_rows<'p>(results: &'p [Placed<'_>]) -> (Vec<&'p str>, Vec<Row>) {
    let archs = distinct(results.iter().map(|r| r.column.as_str()));
    let rows = distinct(results.iter().map(|r| r.row.as_str()))
        .into_iter()
        .map(|variant| Row {
            variant: variant.to_owned(),
            property: String::new(),
            of: String::new(),
            squares: archs.iter().map(|arch| worst(results, variant, arch)).collect(),
        })
        .collect();
    (archs, rows)
}

/// What the letters of [`overview`] mean.
pub const OVERVIEW_LEGEND: &str =
    "C somebody is hurt (consequence)  P a helper lies (predicate)  A the outcome is allowed
. holds  ? inconclusive  ! not expected";

/// The worst that a variant shows on an architecture.
fn worst(results: &[Placed<'_>], variant: &str, arch: &str) -> Option<Square> {
    let cells = || {
        let of_it = |r: &&Placed<'_>| {
            r.row == variant && r.column == arch && r.result.not_applicable.is_none()
        };
        results.iter().filter(of_it).map(|r| r.result)
    };
    let verdict = cells().map(CellResult::verdict).min()?;
    let violated = |kind: Kind| {
        let mut properties = cells().flat_map(|r| &r.properties);
        properties.any(|p| p.verdict() == Verdict::Violated && p.kind == kind.name())
    };
    let mut square = Square::new(verdict, cells().all(|r| r.as_expected));
    if verdict == Verdict::Violated {
        square.letter = match (violated(Kind::Consequence), violated(Kind::Outcome)) {
            (true, _) => 'C',
            (_, true) => 'A',
            _ => 'P',
        };
    }
    Some(square)
}

fn has_cases(results: &[Placed<'_>], arch: &str) -> bool {
    results.iter().any(|r| r.column == arch && r.result.not_applicable.is_none())
}

/// The architectures that have no case at all, with the reason.
fn without_cases(results: &[Placed<'_>]) -> String {
    let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for placed in results.iter().filter(|r| !has_cases(results, &r.column)) {
        let reason = placed.result.not_applicable.as_deref().unwrap_or_default();
        let archs = reasons.entry(reason).or_default();
        if !archs.contains(&placed.column.as_str()) {
            archs.push(&placed.column);
        }
    }
    let line = |(reason, archs): (&str, Vec<&str>)| {
        format!("not applicable: {}: {reason}\n", archs.join(", "))
    };
    reasons.into_iter().map(line).collect()
}

/// As many columns side by side as a line takes, and the width of each.
fn blocks(columns: &[Column]) -> Vec<(Vec<Column>, usize)> {
    let width = columns.iter().map(Column::width).max().unwrap_or(0);
    let per_block = ((WIDTH - LABEL) / width.max(1)).max(1);
    columns.chunks(per_block).map(|block| (block.to_vec(), width)).collect()
}

/// The rows of one variant. A property that holds everywhere, as expected, is not worth a row.
fn rows(results: &[Placed<'_>], variant: &str, archs: &[&str]) -> Vec<Row> {
    let cells: Vec<&Placed<'_>> = results.iter().filter(|r| r.row == variant).collect();
    let readers = distinct(cells.iter().map(|c| c.result.reader.as_deref().unwrap_or("")));
    let properties = || cells.iter().flat_map(|c| &c.result.properties);
    let mut rows = Vec::new();
    for name in distinct(properties().map(|p| p.name.as_str())) {
        let kind = properties().find(|p| p.name == name).map_or("", |p| p.kind.as_str());
        // A predicate is about the word: what one reader of it is told, all could be.
        let readers = if kind == Kind::Predicate.name() { &[ANY] } else { readers.as_slice() };
        let of_readers: Vec<(&str, Vec<Option<Square>>)> = readers
            .iter()
            .map(|reader| {
                let square = |arch: &&str| square(&cells, arch, reader, name);
                (*reader, archs.iter().map(square).collect())
            })
            .collect();
        let quiet = |squares: &[Option<Square>]| {
            squares.iter().flatten().all(|s| s.verdict == Verdict::Holds && s.as_expected)
        };
        let row = |of: &str, squares: &[Option<Square>]| Row {
            variant: variant.to_owned(),
            property: name.to_owned(),
            of: of.to_owned(),
            squares: squares.to_vec(),
        };
        if of_readers.windows(2).all(|pair| pair[0].1 == pair[1].1) {
            rows.extend(of_readers.first().filter(|r| !quiet(&r.1)).map(|r| row(kind, &r.1)));
        } else {
            let loud = of_readers.iter().filter(|(_, squares)| !quiet(squares));
            rows.extend(loud.map(|(reader, squares)| row(reader, squares)));
        }
    }
    rows
}

/// The cells of one architecture and reader, over all parameters.
fn square(cells: &[&Placed<'_>], arch: &str, reader: &str, property: &str) -> Option<Square> {
    let of_it = |c: &&&Placed<'_>| {
        let of_reader = reader == ANY || c.result.reader.as_deref().unwrap_or("") == reader;
        c.column == arch && of_reader
    };
    cells
        .iter()
        .filter(of_it)
        .flat_map(|c| &c.result.properties)
        .filter(|p| p.name == property)
        .map(|p| Square::new(p.verdict(), p.verdict == p.expected))
        .reduce(|a, b| Square::new(a.verdict.min(b.verdict), a.as_expected && b.as_expected))
}

/// Architectures as columns; eras that agree in every row where both have such a case become one. An
/// architecture that has no case at all gets none.
fn fold(archs: &[&str], rows: &[Row], applies: impl Fn(&str) -> bool) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (arch, name) in archs.iter().enumerate().filter(|(_, name)| applies(name)) {
        let (base, era) = name.split_once('@').unwrap_or((name, ""));
        let agrees = |column: &&mut Column| {
            column.base == base
                && rows.iter().all(|row| match (row.square(column), row.squares[arch]) {
                    (Some(theirs), Some(mine)) => theirs == mine,
                    _ => true,
                })
        };
        match columns.last_mut().filter(agrees) {
            Some(column) => {
                column.eras.push(era.to_owned());
                column.archs.push(arch);
            }
            None => columns.push(Column {
                base: base.to_owned(),
                eras: vec![era.to_owned()],
                archs: vec![arch],
            }),
        }
    }
    columns
}

impl Row {
    fn square(&self, column: &Column) -> Option<Square> {
        column.archs.iter().find_map(|arch| self.squares[*arch])
    }
}

impl Column {
    /// The lines of its heading, such as `powerpc`, `hash64k`, `6.1 6.12`.
    fn heading(&self) -> [String; 3] {
        let (first, second) = self.base.split_once('-').unwrap_or(("", self.base.as_str()));
        [first.to_owned(), second.to_owned(), self.eras.join(" ")]
    }

    fn width(&self) -> usize {
        self.heading().iter().map(String::len).max().unwrap_or(0) + 1
    }
}

fn header(text: &mut String, block: &[Column], width: usize) {
    let headings: Vec<[String; 3]> = block.iter().map(Column::heading).collect();
    for line in 0..3 {
        let cells: String =
            headings.iter().map(|heading| format!("{:>width$}", heading[line])).collect();
        if !cells.trim().is_empty() {
            let _ = writeln!(text, "{:LABEL$}{}", "", cells.trim_end());
        }
    }
}

fn line(text: &mut String, row: &Row, name: bool, block: &[Column], width: usize) {
    let property = if name { row.property.as_str() } else { "" };
    let _ = write!(text, "  {property:<20} {:<15}", row.of);
    squares(text, row, block, width);
}

fn squares(text: &mut String, row: &Row, block: &[Column], width: usize) {
    for column in block {
        let square = row.square(column);
        let letter = format!("{:>width$}", letter(square));
        match square {
            Some(s) => text.push_str(&paint(verdict_style(s.verdict, s.as_expected), &letter)),
            None => text.push_str(&letter),
        }
    }
    text.push('\n');
}

fn letter(square: Option<Square>) -> String {
    let Some(square) = square else { return "-".to_owned() };
    let mark = if square.as_expected || square.verdict == Verdict::Inconclusive { "" } else { "!" };
    format!("{}{mark}", square.letter)
}

/// Each value once, in the order of first appearance.
pub(crate) fn distinct<'v>(values: impl Iterator<Item = &'v str>) -> Vec<&'v str> {
    let mut seen = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}
