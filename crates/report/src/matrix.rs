//! The matrix: variants and properties down, architectures across, predicate and consequence apart.
//!
//! Eras of one architecture that agree in every row share a column, so that the table stays readable.

use std::fmt::Write as _;

use pmdrace_engine::Verdict;

use crate::CellResult;
use crate::style::{heading, paint, verdict_style};

/// The widest a line may be.
const WIDTH: usize = 100;
/// The label in front of the columns: property, and kind or reader.
const LABEL: usize = 37;

/// What a group of cells shows about one property: the worst verdict, and whether all are as expected.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Square {
    verdict: Verdict,
    as_expected: bool,
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
struct Column {
    base: String,
    eras: Vec<String>,
    /// The architecture whose squares it shows.
    arch: usize,
}

/// The results of one scenario as a table of at most 100 columns.
pub fn matrix(results: &[CellResult]) -> String {
    let archs = distinct(results.iter().map(|r| r.arch.as_str()));
    let variants = distinct(results.iter().map(|r| r.variant.as_str()));
    let rows: Vec<Row> =
        variants.iter().flat_map(|variant| rows(results, variant, &archs)).collect();
    let columns = fold(&archs, &rows);
    let width = columns.iter().map(Column::width).max().unwrap_or(0);
    let per_block = ((WIDTH - LABEL) / width.max(1)).max(1);
    let mut text = String::new();
    for block in columns.chunks(per_block) {
        header(&mut text, block, width);
        for variant in &variants {
            let of_it: Vec<&Row> = rows.iter().filter(|row| row.variant == *variant).collect();
            let quiet = if of_it.is_empty() { "  all properties hold" } else { "" };
            let _ = writeln!(text, "{}{quiet}", heading(variant));
            let mut last = "";
            for row in of_it {
                line(&mut text, row, last != row.property, block, width);
                last = &row.property;
            }
        }
        text.push('\n');
    }
    let _ = writeln!(
        text,
        "V violated  . holds  ? inconclusive  E error  ! not expected; what holds everywhere has no row"
    );
    text
}

/// The rows of one variant. A property that holds everywhere, as expected, is not worth a row.
fn rows(results: &[CellResult], variant: &str, archs: &[&str]) -> Vec<Row> {
    let cells: Vec<&CellResult> = results.iter().filter(|r| r.variant == variant).collect();
    let readers = distinct(cells.iter().map(|c| c.reader.as_deref().unwrap_or("")));
    let properties = || cells.iter().flat_map(|c| &c.properties);
    let mut rows = Vec::new();
    for name in distinct(properties().map(|p| p.name.as_str())) {
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
        // A predicate is about the word, whoever reads it; readers that differ get rows of their own.
        if of_readers.windows(2).all(|pair| pair[0].1 == pair[1].1) {
            let kind = properties().find(|p| p.name == name).map_or("", |p| p.kind.as_str());
            rows.extend(of_readers.first().filter(|r| !quiet(&r.1)).map(|r| row(kind, &r.1)));
        } else {
            let loud = of_readers.iter().filter(|(_, squares)| !quiet(squares));
            rows.extend(loud.map(|(reader, squares)| row(reader, squares)));
        }
    }
    rows
}

/// The cells of one architecture and reader, over all parameters.
fn square(cells: &[&CellResult], arch: &str, reader: &str, property: &str) -> Option<Square> {
    cells
        .iter()
        .filter(|c| c.arch == arch && c.reader.as_deref().unwrap_or("") == reader)
        .flat_map(|c| &c.properties)
        .filter(|p| p.name == property)
        .map(|p| Square { verdict: p.verdict(), as_expected: p.verdict == p.expected })
        .reduce(|a, b| Square {
            verdict: a.verdict.min(b.verdict),
            as_expected: a.as_expected && b.as_expected,
        })
}

/// Architectures as columns; neighbouring eras that agree in every row become one.
fn fold(archs: &[&str], rows: &[Row]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (arch, name) in archs.iter().enumerate() {
        let (base, era) = name.split_once('@').unwrap_or((name, ""));
        let agrees = |column: &Column| {
            column.base == base
                && rows.iter().all(|row| row.squares[column.arch] == row.squares[arch])
        };
        match columns.last_mut().filter(|column| agrees(column)) {
            Some(column) => column.eras.push(era.to_owned()),
            None => {
                columns.push(Column { base: base.to_owned(), eras: vec![era.to_owned()], arch })
            }
        }
    }
    columns
}

impl Column {
    fn eras(&self) -> String {
        self.eras.join(" ")
    }

    fn width(&self) -> usize {
        self.base.len().max(self.eras().len()) + 2
    }
}

fn header(text: &mut String, block: &[Column], width: usize) {
    let names = block.iter().map(|column| column.base.clone());
    let eras = block.iter().map(Column::eras);
    for line in [names.collect::<Vec<_>>(), eras.collect::<Vec<_>>()] {
        let cells: String = line.iter().map(|cell| format!("{cell:>width$}")).collect();
        let _ = writeln!(text, "{:LABEL$}{cells}", "");
    }
}

fn line(text: &mut String, row: &Row, name: bool, block: &[Column], width: usize) {
    let property = if name { row.property.as_str() } else { "" };
    let _ = write!(text, "  {property:<20} {:<14}", row.of);
    for column in block {
        let square = row.squares[column.arch];
        let letter = format!("{:>width$}", letter(square));
        match square {
            Some(s) => text.push_str(&paint(verdict_style(s.verdict, s.as_expected), &letter)),
            None => text.push_str(&letter),
        }
    }
    text.push('\n');
}

fn letter(square: Option<Square>) -> String {
    let Some(square) = square else { return " ".to_owned() };
    let letter = match square.verdict {
        Verdict::Error => "E",
        Verdict::Violated => "V",
        Verdict::Inconclusive => "?",
        Verdict::Holds => ".",
    };
    let mark = if square.as_expected || square.verdict == Verdict::Inconclusive { "" } else { "!" };
    format!("{letter}{mark}")
}

/// Each value once, in the order of first appearance.
fn distinct<'v>(values: impl Iterator<Item = &'v str>) -> Vec<&'v str> {
    let mut seen = Vec::new();
    for value in values {
        if !seen.contains(&value) {
            seen.push(value);
        }
    }
    seen
}
