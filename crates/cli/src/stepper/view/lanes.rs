//! The steps: a column for each CPU, or one CPU per line where there is no room.

use pmdrace_report::{Mark, Step};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Text};

use super::super::walk::Walk;
use super::{marked, wrap};

/// Below this width, one CPU per line.
const NARROW: usize = 60;
/// The narrowest column that still reads well.
const MIN_COLUMN: usize = 22;
/// Current step, number, mark, watched word.
const MARGIN: usize = 7;

/// A line, and the step that it belongs to.
struct Row {
    step: Option<usize>,
    line: Line<'static>,
}

/// Where the steps of a CPU stand.
struct Lane {
    cpu: usize,
    indent: usize,
}

/// Draws the steps around the current one.
pub(super) fn draw(walk: &Walk<'_>, frame: &mut Frame<'_>, area: Rect) {
    let width = usize::from(area.width);
    let cpus: Vec<usize> = (0..walk.trace.cpus.len())
        .filter(|cpu| walk.visible().any(|(_, step)| step.cpu == *cpu))
        .collect();
    let column = width.saturating_sub(MARGIN) / cpus.len().max(1);
    let lanes: Vec<Lane> = match width >= NARROW && column >= MIN_COLUMN {
        true => {
            let lane =
                |(place, cpu): (usize, &usize)| Lane { cpu: *cpu, indent: MARGIN + place * column };
            cpus.iter().enumerate().map(lane).collect()
        }
        false => Vec::new(),
    };
    let header = usize::from(!lanes.is_empty());
    let rows =
        rows(walk, &lanes, if lanes.is_empty() { width - MARGIN.min(width) } else { column });
    let height = usize::from(area.height).saturating_sub(header);
    let skip = skip(&rows, walk.at, height);
    let seen = rows.into_iter().skip(skip).take(height).map(|row| row.line);
    let mut lines: Vec<Line<'static>> = Vec::new();
    if header == 1 {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        lines.push(Line::styled(names(walk, &lanes), bold));
    }
    lines.extend(seen);
    frame.render_widget(Text::from(lines), area);
}

/// How many rows to leave out above, so that the current step is in the middle.
fn skip(rows: &[Row], at: usize, height: usize) -> usize {
    let of_step = |row: &Row| row.step == Some(at);
    let first = rows.iter().position(of_step).unwrap_or(0);
    let last = rows.iter().rposition(of_step).unwrap_or(first);
    let middle = (first + last).div_ceil(2).saturating_sub(height / 2);
    middle.min(first).min(rows.len().saturating_sub(height))
}

/// The CPUs above their lanes.
fn names(walk: &Walk<'_>, lanes: &[Lane]) -> String {
    lanes.iter().fold(String::new(), |names, lane| {
        format!("{names:<width$}{}", walk.trace.cpus[lane.cpu], width = lane.indent)
    })
}

/// Every row; without lanes, each CPU is named where it goes on.
fn rows(walk: &Walk<'_>, lanes: &[Lane], column: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut functions: Vec<&str> = vec![""; walk.trace.cpus.len()];
    let mut last = None;
    let mut after = false;
    for (index, step) in walk.visible() {
        let mut plain = |text: String| rows.push(Row { step: None, line: Line::raw(text) });
        if step.mark == Mark::After && !after {
            after = true;
            plain(format!("{:MARGIN$}how it goes on", ""));
        }
        let lane = lanes.iter().find(|lane| lane.cpu == step.cpu);
        let called = match step.function.as_str() {
            "" => String::new(),
            function => format!("{function}()"),
        };
        if let Some(lane) = lane {
            if functions[step.cpu] != step.function && !called.is_empty() {
                plain(format!("{:1$}{called}", "", lane.indent));
            }
        } else if last != Some(step.cpu) || functions[step.cpu] != step.function {
            plain(format!("{}  {called}", walk.trace.cpus[step.cpu]).trim_end().to_owned());
        }
        last = Some(step.cpu);
        functions[step.cpu] = &step.function;
        let indent = lane.map_or(MARGIN, |lane| lane.indent);
        rows.extend(step_rows(walk, index, step, indent, column));
    }
    rows
}

/// The rows of a step; the current one tells what it means too.
fn step_rows(walk: &Walk<'_>, index: usize, step: &Step, indent: usize, column: usize) -> Vec<Row> {
    let current = index == walk.at;
    let said = match step.mark {
        Mark::Violated => format!("{}  <-- VIOLATED", step.text),
        Mark::Reached => format!("{}  <-- REACHED", step.text),
        _ => step.text.clone(),
    };
    let width = column.saturating_sub(2);
    let mut lines = wrap(&said, width, "  ");
    if current {
        lines.extend(step.details.iter().flat_map(|detail| wrap(detail, width, "    ")));
    }
    let mut style = marked(walk, step.mark);
    if current {
        style = style.remove_modifier(Modifier::DIM).add_modifier(Modifier::REVERSED);
    }
    let line = |(nth, text): (usize, String)| {
        let margin = if nth == 0 { margin(walk, step, current) } else { String::new() };
        let line = Line::styled(format!("{margin:<indent$}{text}"), style);
        Row { step: Some(index), line }
    };
    lines.into_iter().enumerate().map(line).collect()
}

/// The signs of a step around its number.
fn margin(walk: &Walk<'_>, step: &Step, current: bool) -> String {
    let here = if current { '>' } else { ' ' };
    let mark = match step.mark {
        Mark::Racing => '*',
        Mark::Violated | Mark::Reached => '!',
        Mark::None | Mark::After => ' ',
    };
    let watched = match walk.watched.is_some() && step.word == walk.watched {
        true => 'w',
        false => ' ',
    };
    format!("{here}{:>3}{mark}{watched}", step.number)
}
