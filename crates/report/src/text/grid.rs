//! Tables with architectures as columns, for a terminal.

use std::fmt::Write as _;

use super::style::{heading, paint, verdict_style};
use crate::model::grid::{Column, Grid, Group, Row};

/// The maximum line width.
const WIDTH: usize = 100;

/// Renders a table in lines of at most 100 columns: as many architectures as fit, then a block for the next ones.
pub(crate) fn text(grid: &Grid<'_>) -> String {
    let rows = grid.groups.iter().flat_map(|group| &group.rows);
    let name = rows.map(|row| row.name.len()).max().unwrap_or(0);
    let groups: Vec<Vec<Line<'_>>> = grid.groups.iter().map(|group| lines(group, name)).collect();
    let label = groups.iter().flatten().map(|line| line.label.len()).max().unwrap_or(0);
    let mut blocks = Vec::new();
    let mut rest = grid.columns.as_slice();
    while !rest.is_empty() {
        let mut width = label;
        let fits = rest.iter().take_while(|column| {
            width += column.width();
            width <= WIDTH
        });
        let (block, left) = rest.split_at(fits.count().max(1));
        let mut text = header(block, label);
        for (group, lines) in grid.groups.iter().zip(&groups) {
            if !group.title.is_empty() {
                let _ = writeln!(text, "{}{}", heading(&group.title), quiet(group));
            }
            lines.iter().for_each(|line| line.write(&mut text, block, label));
        }
        blocks.push(text);
        rest = left;
    }
    blocks.join("\n")
}

/// What stands in for rows where there are none, and the bounds that verdicts rest on.
fn quiet(group: &Group<'_>) -> String {
    let said = match (group.applies, group.rows.is_empty(), group.quiet.is_empty()) {
        (false, ..) => "  no such case",
        (true, false, _) => "",
        (true, true, true) if !group.idle.is_empty() => "  no property applies",
        (true, true, _) if !group.idle.is_empty() => "  all properties that apply hold",
        (true, true, _) => "  all properties hold",
    };
    let comma = if said.is_empty() { " " } else { "," };
    match group.bounds.as_slice() {
        [] => said.to_owned(),
        bounds => format!("{said}{comma} up to the bound: {}", bounds.join("; ")),
    }
}

impl Column {
    /// The lines of its heading, such as `powerpc`, `hash64k`, `6.1 6.12`.
    fn heading(&self) -> [String; 3] {
        let (first, second) = self.base.split_once('-').unwrap_or(("", self.base.as_str()));
        [first.to_owned(), second.to_owned(), self.eras.join(" ")]
    }

    /// The width of its heading and the gap before it.
    fn width(&self) -> usize {
        self.heading().iter().map(String::len).max().unwrap_or(0) + 2
    }
}

fn header(block: &[Column], label: usize) -> String {
    let headings: Vec<[String; 3]> = block.iter().map(Column::heading).collect();
    let lines = (0..3).map(|line| {
        let cells = block.iter().zip(&headings);
        let cells = cells.map(|(column, head)| format!("{:>1$}", head[line], column.width()));
        cells.collect::<String>()
    });
    let lines = lines.filter(|cells| !cells.trim().is_empty());
    lines.map(|cells| format!("{:label$}{}\n", "", cells.trim_end())).collect()
}

/// A line, and the row that it shows.
struct Line<'g> {
    label: String,
    row: &'g Row<'g>,
}

/// The lines of a group: one per row, or one per reader of a row that is about some readers.
fn lines<'g>(group: &'g Group<'_>, width: usize) -> Vec<Line<'g>> {
    let mut lines = Vec::new();
    let mut last = "";
    for row in &group.rows {
        let of = if row.readers.is_empty() { &[row.kind][..] } else { &row.readers };
        for of in of {
            let name = if row.name == last { "" } else { row.name.as_str() };
            last = &row.name;
            lines.push(Line { label: format!("  {name:<width$} {of}").trim_end().to_owned(), row });
        }
    }
    lines
}

impl Line<'_> {
    fn write(&self, text: &mut String, block: &[Column], label: usize) {
        let _ = write!(text, "{:<label$}", self.label);
        for column in block {
            let mark = self.row.mark(column);
            let letters = mark.map_or("-".to_owned(), |mark| mark.letters());
            let cell = format!("{letters:>0$}", column.width());
            match mark.and_then(|mark| Some((mark.verdict?, mark.as_expected))) {
                Some((verdict, expected)) => {
                    text.push_str(&paint(verdict_style(verdict, expected), &cell))
                }
                None => text.push_str(&cell),
            }
        }
        text.push('\n');
    }
}
