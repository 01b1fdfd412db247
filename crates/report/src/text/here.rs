//! What a kernel tree says of each race: one screen.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::style::paint;
use crate::{Here, Report, counted};

/// The races one by one; `titles` are those of the scenarios by name.
pub fn here(report: &Report, titles: &BTreeMap<String, String>) -> String {
    let all = Here::of(report);
    let width = all.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (name, here) in &all {
        let word = here.word();
        let styled = match here {
            Here::Present { known: false, .. } => paint(colour(AnsiColor::Red).bold(), word),
            Here::Present { .. } | Here::Unsettled(_) => paint(colour(AnsiColor::Yellow), word),
            Here::Fixed { .. } => paint(colour(AnsiColor::Green), word),
            Here::NotAsked(_) => paint(Style::new().dimmed(), word),
        };
        let _ = write!(text, "{name:width$}  {styled}");
        match here {
            Here::Fixed { cells } => {
                let _ = writeln!(text, "  {}", counted(*cells, "case"));
            }
            Here::Present { opens, violated, known, trace } => {
                let place = opens.as_ref().map(ToString::to_string);
                let place = place.map_or(String::new(), |place| format!(" ({place})"));
                let known = if *known { ", as this release is known to have it" } else { "" };
                let _ = writeln!(text, "{place}{known}");
                present(&mut text, titles.get(name), opens.as_ref(), violated, trace.as_ref());
            }
            Here::Unsettled(why) => {
                let _ = writeln!(text, ": {why}");
            }
            Here::NotAsked(reasons) => {
                let _ = writeln!(text, ", because {}", reasons.join("; "));
            }
        }
    }
    text
}

/// The lines below a race that is there.
fn present(
    text: &mut String,
    title: Option<&String>,
    opens: Option<&crate::SourceLine>,
    violated: &[(String, Vec<String>)],
    trace: Option<&String>,
) {
    if let Some(title) = title {
        let _ = writeln!(text, "    {title}");
    }
    if let Some(line) = opens {
        let _ = writeln!(text, "    {}(): {}", line.function, line.text);
    }
    for (property, readers) in violated {
        let readers = match readers.is_empty() {
            true => String::new(),
            false => format!(": {}", readers.join(", ")),
        };
        let _ = writeln!(text, "    {property}{readers}");
    }
    if let Some(trace) = trace {
        let _ = writeln!(text, "    trace: {trace}");
    }
}

fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(anstyle::Color::Ansi(colour)))
}
