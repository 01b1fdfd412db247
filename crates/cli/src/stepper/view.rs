//! The screen of a walk: a title, the CPUs in lanes, memory, and a line of keys.
//!
//! Signs carry the meaning and colours repeat it: `>` is the current step, `*` the racing pair, `!` the
//! violation, `w` a step that touches the watched word, `+` and `-` what the step changes.

mod lanes;
mod memory;

use pmdrace_report::Mark;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Text};
use textwrap::Options;

use super::walk::Walk;

/// The minimum number of lines for steps, where there is room.
const LANES: u16 = 8;
/// The minimum height to show the property in full.
const TALL: u16 = 30;

const KEYS: &str =
    "left/right step  r race  v violation  w watch  n/N touch  a all  ? help  q leave";
const KEYS_SHORT: &str = "? help  q leave  left/right step";

const HELP: &str = "\
right l j down space   the next step
left h k up            the step before
Home g, End G          the first step, the last step
r                      the racing pair: the write, then the read
v                      the violation, or the goal that is reached
w                      watch the next word, after the last none
n, N                   the next, the last step that touches it
a                      every step, or the short form
?                      this help
q Esc Ctrl-C           leave

>  the current step
*  one of the two steps that race
!  the violation, or the goal
w  touches the watched word
+  the step sets this    -  the step clears this

any key goes back";

/// Draws a walk.
pub(crate) fn draw(walk: &Walk<'_>, frame: &mut Frame<'_>) {
    let area = frame.area();
    if walk.help {
        return frame.render_widget(Text::raw(HELP), area);
    }
    let title = title(walk, area);
    let rest = area.height.saturating_sub(title.lines.len() as u16 + 1);
    let most = rest.saturating_sub(LANES).max(rest / 2);
    let wanted = memory::height(walk, usize::from(area.width));
    let panel = u16::try_from(wanted).unwrap_or(u16::MAX).min(most);
    let [top, middle, below, bottom] = Layout::vertical([
        Constraint::Length(title.lines.len() as u16),
        Constraint::Min(0),
        Constraint::Length(panel),
        Constraint::Length(1),
    ])
    .areas(area);
    frame.render_widget(title, top);
    lanes::draw(walk, frame, middle);
    memory::draw(walk, frame, below);
    let keys = if usize::from(area.width) < KEYS.len() { KEYS_SHORT } else { KEYS };
    let said = if walk.note.is_empty() { keys } else { &walk.note };
    frame.render_widget(Line::styled(said, Style::new().add_modifier(Modifier::DIM)), bottom);
}

/// What is violated or reached, and the cell.
fn title(walk: &Walk<'_>, area: Rect) -> Text<'static> {
    let (verdict, mark) = match walk.trace.violated {
        true => ("VIOLATED", Mark::Violated),
        false => ("REACHED", Mark::Reached),
    };
    let style = marked(walk, mark);
    let said = format!("{verdict} {}", walk.trace.property);
    let width = usize::from(area.width);
    let lines: Vec<Line<'static>> = match area.height >= TALL {
        true => {
            let lines = textwrap::wrap(&said, Options::new(width.max(8)).subsequent_indent("  "));
            lines.into_iter().take(2).map(|l| Line::styled(l.into_owned(), style)).collect()
        }
        false => vec![Line::styled(cut(&said, width), style)],
    };
    let cell = Line::raw(cut(&walk.trace.cell, width));
    Text::from(lines.into_iter().chain([cell]).collect::<Vec<_>>())
}

/// The style of a step with a mark.
fn marked(walk: &Walk<'_>, mark: Mark) -> Style {
    let style = Style::new();
    match mark {
        Mark::Violated => fg(walk, Color::Red).add_modifier(Modifier::BOLD),
        Mark::Reached => fg(walk, Color::Green).add_modifier(Modifier::BOLD),
        Mark::Racing => fg(walk, Color::Cyan),
        Mark::After => style.add_modifier(Modifier::DIM),
        Mark::None => style,
    }
}

/// A colour, if colours are wanted.
fn fg(walk: &Walk<'_>, colour: Color) -> Style {
    if walk.colour { Style::new().fg(colour) } else { Style::new() }
}

/// `text`, shortened to `width`.
fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(3)).collect();
    format!("{}...", kept.trim_end())
}
