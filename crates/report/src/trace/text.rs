//! A trace in a terminal: one column per CPU, or one CPU per line where there is no room.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use textwrap::Options;

use super::{Mark, Step, Trace};
use crate::style::{heading, paint};

/// The narrowest column that still reads well.
const MIN_COLUMN: usize = 29;
/// Step number and mark.
const MARGIN: usize = 5;

/// `trace` in lines of at most `width` columns.
pub fn trace_text(trace: &Trace, width: usize) -> String {
    let mut text = String::new();
    let verdict = if trace.violated { "VIOLATED" } else { "REACHED" };
    for line in textwrap::wrap(&format!("{verdict} {}", trace.property), width) {
        let _ = writeln!(text, "{}", heading(&line));
    }
    text.push('\n');
    let shown: Vec<usize> =
        (0..trace.cpus.len()).filter(|cpu| trace.shown().any(|step| step.cpu == *cpu)).collect();
    let column = width.saturating_sub(MARGIN) / shown.len().max(1);
    if column >= MIN_COLUMN {
        columns(&mut text, trace, &shown, column);
    } else {
        one_per_line(&mut text, trace, width);
    }
    text.push('\n');
    for (name, body) in [("cause", &trace.cause), ("harm", &trace.harm), ("fix", &trace.fix)] {
        if !body.is_empty() {
            paragraph(&mut text, name, body, width);
        }
    }
    text
}

fn paragraph(text: &mut String, name: &str, body: &str, width: usize) {
    let first = format!("{name:<7}");
    let options = Options::new(width).initial_indent(&first).subsequent_indent("       ");
    for line in textwrap::wrap(body, options) {
        let _ = writeln!(text, "{line}");
    }
}

fn columns(text: &mut String, trace: &Trace, shown: &[usize], column: usize) {
    let mut header = " ".repeat(MARGIN);
    for cpu in shown {
        let _ = write!(header, "{:<column$}", trace.cpus[*cpu]);
    }
    let _ = writeln!(text, "{}", heading(header.trim_end()));
    let mut functions = vec![String::new(); trace.cpus.len()];
    let mut after = false;
    for step in trace.shown() {
        if step.mark == Mark::After && !after {
            after = true;
            let _ = writeln!(text, "{}how it goes on", " ".repeat(MARGIN));
        }
        let place = shown.iter().position(|cpu| *cpu == step.cpu).unwrap_or(0);
        let indent = MARGIN + place * column;
        if functions[step.cpu] != step.function {
            functions[step.cpu].clone_from(&step.function);
            if !step.function.is_empty() {
                let _ = writeln!(text, "{:indent$}{}()", "", step.function);
            }
        }
        for (index, line) in lines(step, column - 2).into_iter().enumerate() {
            let margin = if index == 0 { margin(step) } else { " ".repeat(MARGIN) };
            let line = format!("{margin}{:1$}  {line}", "", indent - MARGIN);
            let _ = writeln!(text, "{}", styled(step, line.trim_end()));
        }
    }
}

fn one_per_line(text: &mut String, trace: &Trace, width: usize) {
    let mut last = None;
    for step in trace.shown() {
        let place = (step.cpu, step.function.as_str());
        if last != Some(place) {
            last = Some(place);
            let function = match step.function.as_str() {
                "" => String::new(),
                function => format!("  {function}()"),
            };
            let _ = writeln!(text, "{}{function}", heading(&trace.cpus[step.cpu]));
        }
        for (index, line) in lines(step, width - MARGIN - 2).into_iter().enumerate() {
            let margin = if index == 0 { margin(step) } else { " ".repeat(MARGIN) };
            let _ = writeln!(text, "{}", styled(step, &format!("{margin}  {line}")));
        }
    }
}

/// Number and mark: `*` for the racing pair, `!` for the violation.
fn margin(step: &Step) -> String {
    let mark = match step.mark {
        Mark::Racing => '*',
        Mark::Violated | Mark::Reached => '!',
        Mark::None | Mark::After => ' ',
    };
    format!("{:>3}{mark} ", step.number)
}

fn lines(step: &Step, width: usize) -> Vec<String> {
    let said = match step.mark {
        Mark::Violated => format!("{}  <-- VIOLATED", step.text),
        Mark::Reached => format!("{}  <-- REACHED", step.text),
        _ => step.text.clone(),
    };
    let wrap = |text: &str, indent: &str| {
        let options = Options::new(width).initial_indent(indent).subsequent_indent("    ");
        let lines = textwrap::wrap(text, options);
        lines.into_iter().map(|line| line.into_owned()).collect::<Vec<_>>()
    };
    let details = step.details.iter().flat_map(|detail| wrap(detail, "  "));
    wrap(&said, "").into_iter().chain(details).collect()
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
