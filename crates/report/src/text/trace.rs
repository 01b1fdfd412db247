//! A trace: one column per CPU, or a list where space is short.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use textwrap::Options;

use super::style::{heading, paint};
use crate::{LaneRow, Mark, Step, Trace};

/// The minimum width of a column.
const MIN_COLUMN: usize = 29;
/// The width of step number and mark.
const MARGIN: usize = 5;

/// Renders a trace in lines of at most `width` columns.
pub fn trace_text(trace: &Trace, width: usize) -> String {
    let mut text = String::new();
    let verdict = if trace.violated { "VIOLATED" } else { "REACHED" };
    for line in textwrap::wrap(&format!("{verdict} {}", trace.property), width) {
        let _ = writeln!(text, "{}", heading(&line));
    }
    text.push('\n');
    let lanes = trace.lanes(false);
    let column = width.saturating_sub(MARGIN) / lanes.cpus.len().max(1);
    if column >= MIN_COLUMN {
        let names = lanes.cpus.iter().map(|cpu| format!("{:<column$}", trace.cpus[*cpu]));
        let names = format!("{:MARGIN$}{}", "", names.collect::<String>());
        let _ = writeln!(text, "{}", heading(names.trim_end()));
        for (row, step) in &lanes.rows {
            let indent = MARGIN + lanes.place(step.cpu) * column;
            let called = format!("{:indent$}{}", "", step.call());
            write(&mut text, *row, step, &called, indent, column - 2);
        }
    } else {
        for (row, step) in trace.list(false) {
            let called = format!("{}  {}", heading(&trace.cpus[step.cpu]), step.call());
            write(&mut text, row, step, called.trim_end(), MARGIN, width - MARGIN - 2);
        }
    }
    text.push('\n');
    for (name, body) in trace.explanation() {
        let first = format!("{name:<7}");
        let options = Options::new(width).initial_indent(&first).subsequent_indent("       ");
        for line in textwrap::wrap(body, options) {
            let _ = writeln!(text, "{line}");
        }
    }
    text
}

/// Writes a row; steps begin at `indent` and take at most `width` columns.
fn write(text: &mut String, row: LaneRow, step: &Step, called: &str, indent: usize, width: usize) {
    let _ = match row {
        LaneRow::GoesOn => writeln!(text, "{:MARGIN$}how it goes on", ""),
        LaneRow::Heading => writeln!(text, "{called}"),
        LaneRow::Step => {
            let mut margin = format!("{:>3}{} ", step.number, step.mark.sign());
            for line in step.lines(width, true) {
                let line = format!("{margin:indent$}  {line}");
                let _ = writeln!(text, "{}", styled(step, line.trim_end()));
                margin.clear();
            }
            Ok(())
        }
    };
}

fn styled(step: &Step, line: &str) -> String {
    let colour = |colour| Style::new().fg_color(Some(anstyle::Color::Ansi(colour)));
    match step.mark {
        Mark::Violated => paint(colour(AnsiColor::Red).bold(), line),
        Mark::Reached => paint(colour(AnsiColor::Green).bold(), line),
        Mark::Racing => paint(colour(AnsiColor::Cyan), line),
        Mark::After => paint(Style::new().dimmed(), line),
        Mark::None => line.to_owned(),
    }
}
