//! Threads side by side, as columns: `P0 | P1 ;` and rows of instructions. A column `P1.F` is the fault handler
//! of P1.

use std::ops::Range;

use super::cursor::Cursor;
use super::lexer::{Placed, Token, tokens};
use crate::Problem;

/// A column of the table.
#[derive(Clone, Debug)]
pub(super) struct Column<'t> {
    /// The thread.
    pub(super) thread: usize,
    /// Whether it is the fault handler of the thread.
    pub(super) handler: bool,
    /// The first byte of its head.
    pub(super) at: usize,
    /// Its instructions, each with the labels before it. Empty cells are left out.
    pub(super) lines: Vec<Line<'t>>,
}

/// A cell of the table.
#[derive(Clone, Debug, Default)]
pub(super) struct Line<'t> {
    /// The labels, with their first bytes.
    pub(super) labels: Vec<(&'t str, usize)>,
    /// The instruction; none if there is only a label.
    pub(super) instruction: Vec<Placed<'t>>,
    /// The byte after it.
    pub(super) end: usize,
}

/// Reads a table.
pub(super) fn columns(text: &str, section: Range<usize>) -> Result<Vec<Column<'_>>, Problem> {
    let end = section.end;
    let tokens = tokens(text, section)?;
    let mut rows = tokens.split(|token| token.token == Token::Mark(';'));
    let heads = rows.next().unwrap_or(&[]);
    let mut columns: Vec<Column<'_>> = Vec::new();
    for head in cells(heads) {
        let column = column(text, head, end)?;
        let number = (column.thread, column.handler);
        if columns.iter().any(|other| (other.thread, other.handler) == number) {
            let help = "give each thread one column";
            return Err(Problem::new(text, column.at, "this column is there already", help));
        }
        columns.push(column);
    }
    for row in rows {
        if row.is_empty() {
            continue;
        }
        for (index, cell) in cells(row).enumerate() {
            if cell.is_empty() {
                continue;
            }
            let Some(column) = columns.get_mut(index) else {
                let help = "the first row names the columns: `P0 | P1 ;`";
                return Err(Problem::new(text, cell[0].at, "this column has no head", help));
            };
            column.lines.push(line(cell));
        }
    }
    Ok(columns)
}

fn cells<'c, 't>(row: &'c [Placed<'t>]) -> impl Iterator<Item = &'c [Placed<'t>]> {
    row.split(|token| token.token == Token::Mark('|'))
}

/// The head of a column.
fn column<'t>(text: &'t str, head: &[Placed<'t>], end: usize) -> Result<Column<'t>, Problem> {
    let at = head.first().map_or(end, |token| token.at);
    let name = match head.first().map(|token| token.token) {
        Some(Token::Name(name)) => name,
        _ => "",
    };
    let (number, handler) = match name.strip_suffix(".F") {
        Some(number) => (number, true),
        None => (name, false),
    };
    let number = number.strip_prefix('P').and_then(|number| number.parse::<u8>().ok());
    let Some(number) = number else {
        let help = "name the columns in the first row: `P0 | P1 ;`";
        return Err(Problem::new(text, at, "this is not the head of a thread", help));
    };
    // What follows a colon, as in `P0:user`, says where herd7 places the thread.
    Ok(Column { thread: usize::from(number), handler, at, lines: Vec::new() })
}

/// Splits the labels off.
fn line<'t>(mut cell: &[Placed<'t>]) -> Line<'t> {
    let mut labels = Vec::new();
    let end = cell.last().map_or(0, |last| last.at + last.token.length());
    while let [label, colon, rest @ ..] = cell {
        let (Token::Name(name), Token::Mark(':')) = (label.token, colon.token) else { break };
        labels.push((name, label.at));
        cell = rest;
    }
    Line { labels, instruction: cell.to_vec(), end }
}

impl<'t> Line<'t> {
    /// A cursor at the instruction.
    pub(super) fn cursor<'c>(&'c self, text: &'t str) -> Cursor<'c, 't> {
        Cursor::new(text, &self.instruction, self.end)
    }
}
