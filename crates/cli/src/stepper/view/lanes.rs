//! The steps: a column for each CPU, or a list where space is short.

use pmdrace_report::{LaneRow, Step};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Text};

use super::super::walk::Walk;
use super::marked;

/// The minimum width for columns.
const NARROW: usize = 60;
/// The minimum width of a column.
const MIN_COLUMN: usize = 22;
/// The width of the signs around a step's number.
const MARGIN: usize = 7;

/// A line, and the number of the step that it belongs to.
type Numbered = (Option<usize>, Line<'static>);

/// Draws the steps around the current one.
pub(super) fn draw(walk: &Walk<'_>, frame: &mut Frame<'_>, area: Rect) {
    let width = usize::from(area.width);
    let lanes = walk.trace.lanes(walk.all);
    let column = width.saturating_sub(MARGIN) / lanes.cpus.len().max(1);
    let mut header = None;
    let mut lines: Vec<Numbered> = Vec::new();
    if width >= NARROW && column >= MIN_COLUMN {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let names = lanes.cpus.iter().map(|cpu| format!("{:<column$}", walk.trace.cpus[*cpu]));
        let names = format!("{:MARGIN$}{}", "", names.collect::<String>());
        header = Some(Line::styled(names.trim_end().to_owned(), bold));
        for (row, step) in &lanes.rows {
            let indent = MARGIN + lanes.place(step.cpu) * column;
            let called = format!("{:indent$}{}", "", step.call());
            lines.extend(rows(walk, *row, step, called, indent, column));
        }
    } else {
        for (row, step) in walk.trace.list(walk.all) {
            let called = format!("{}  {}", walk.trace.cpus[step.cpu], step.call());
            lines.extend(rows(walk, row, step, called, MARGIN, width.saturating_sub(MARGIN)));
        }
    }
    let height = usize::from(area.height).saturating_sub(usize::from(header.is_some()));
    let skip = skip(&lines, walk.step().map(|step| step.number), height);
    let seen = lines.into_iter().skip(skip).take(height).map(|(_, line)| line);
    frame.render_widget(Text::from_iter(header.into_iter().chain(seen)), area);
}

/// The number of lines to skip so that the current step is in the middle.
fn skip(lines: &[Numbered], current: Option<usize>, height: usize) -> usize {
    let of_step = |(number, _): &Numbered| number.is_some() && *number == current;
    let first = lines.iter().position(of_step).unwrap_or(0);
    let last = lines.iter().rposition(of_step).unwrap_or(first);
    let middle = (first + last).div_ceil(2).saturating_sub(height / 2);
    middle.min(first).min(lines.len().saturating_sub(height))
}

/// The lines of a row. The current step has its details.
fn rows(
    walk: &Walk<'_>,
    row: LaneRow,
    step: &Step,
    called: String,
    indent: usize,
    column: usize,
) -> Vec<Numbered> {
    match row {
        LaneRow::GoesOn => return vec![(None, Line::raw(format!("{:MARGIN$}how it goes on", "")))],
        LaneRow::Heading => return vec![(None, Line::raw(called.trim_end().to_owned()))],
        LaneRow::Step => {}
    }
    let current = walk.step() == Some(step);
    let mut style = marked(walk, step.mark);
    if current {
        style = style.remove_modifier(Modifier::DIM).add_modifier(Modifier::REVERSED);
    }
    let mut margin = margin(walk, step, current);
    let lines = step.lines(column.saturating_sub(4), current).into_iter().map(|line| {
        let line = format!("{:<indent$}  {line}", std::mem::take(&mut margin));
        (Some(step.number), Line::styled(line, style))
    });
    lines.collect()
}

/// The signs of a step around its number.
fn margin(walk: &Walk<'_>, step: &Step, current: bool) -> String {
    let here = if current { '>' } else { ' ' };
    let watched = match walk.watched.is_some() && step.word == walk.watched {
        true => 'w',
        false => ' ',
    };
    format!("{here}{:>3}{}{watched}", step.number, step.mark.sign())
}
