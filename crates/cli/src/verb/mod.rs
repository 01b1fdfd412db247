//! The verbs, one file each, and what several of them share.

pub(crate) mod beside;
pub(crate) mod check;
pub(crate) mod conform;
pub(crate) mod contract;
pub(crate) mod decode;
pub(crate) mod export;
mod failed;
pub(crate) mod gate;
pub(crate) mod kernel;
pub(crate) mod lint;
pub(crate) mod list;
mod litmus;
mod litmus_states;
pub(crate) mod matrix;
pub(crate) mod mutate;
pub(crate) mod races;
pub(crate) mod replay;
pub(crate) mod reports;
pub(crate) mod run;
pub(crate) mod show;
pub(crate) mod stress;
pub(crate) mod traces;

use std::fmt::Write as _;

use pmdrace_report::{Trace, trace_text};

use self::traces::argument;
use crate::display;

/// The minimum line width.
const MIN_WIDTH: usize = 40;
/// The maximum line width.
const MAX_WIDTH: usize = 100;

/// The width of a line: what `--width` says, or else the variable `COLUMNS`, or else the width of the terminal.
pub(crate) fn width() -> usize {
    if let Some(asked) = display::width() {
        return asked;
    }
    // No terminal can be asked through a pipe or in a CI job, and what is asked for goes before what is found.
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    asked
        .filter(|columns| *columns > 0)
        .or_else(terminal)
        .map_or(MAX_WIDTH, |width| width.clamp(MIN_WIDTH, MAX_WIDTH))
}

/// Appends `body`, wrapped and indented.
pub(crate) fn wrapped(text: &mut String, indent: usize, body: &str) {
    let indent = " ".repeat(indent);
    let options =
        textwrap::Options::new(width()).initial_indent(&indent).subsequent_indent(&indent);
    for line in textwrap::wrap(&body.lines().collect::<Vec<_>>().join(" "), options) {
        let _ = writeln!(text, "{line}");
    }
}

/// Appends a trace, and the command with these options that replays its file if there is one.
pub(crate) fn show_trace(text: &mut String, trace: &Trace, file: Option<&str>, options: &str) {
    let _ = writeln!(text, "{}", trace_text(trace, width()));
    if let Some(file) = file {
        let _ = writeln!(text, "replay: pmdrace replay {}{options}\n", argument(file.as_ref()));
    }
}
