//! The panel of memory: what every word holds after the current step, and what the step changed.
//!
//! A PMD is shown in full: bits, fields by name, its meaning, what the bits say instead, and the helpers' answers.
//! Any other word is shown as name and value.

use pmdrace_report::{Held, Value};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span, Text};

use super::super::walk::Walk;
use super::{cut, fg};

/// The width of the labels.
const LABEL: usize = 11;

/// An unbreakable piece of a line.
type Item = (String, Style);

/// The greatest height that the panel needs at any step, so that it does not jump.
pub(super) fn height(walk: &Walk<'_>, width: usize) -> usize {
    let mut there = walk.clone();
    let tall = (0..walk.trace.steps.len()).map(|at| {
        there.at = at;
        lines(&there, width).len()
    });
    1 + tall.max().unwrap_or(0)
}

/// Draws the panel.
pub(super) fn draw(walk: &Walk<'_>, frame: &mut Frame<'_>, area: Rect) {
    let width = usize::from(area.width);
    let rule = format!("-- {} ", walk.step().map_or(String::new(), |_| place(walk)));
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let mut lines: Vec<Line<'static>> =
        [Line::styled(format!("{:-<width$}", cut(&rule, width)), bold)]
            .into_iter()
            .chain(lines(walk, width))
            .collect();
    let room = usize::from(area.height);
    if lines.len() > room && room > 0 {
        let hidden = lines.len() - room + 1;
        lines.truncate(room - 1);
        lines.push(Line::raw(format!("... {hidden} more lines in a taller window")));
    }
    frame.render_widget(Text::from(lines), area);
}

/// The title of the panel.
fn place(walk: &Walk<'_>) -> String {
    let Some(step) = walk.step() else { return String::new() };
    let called = Some(step.call()).filter(|call| !call.is_empty());
    let called = called.map_or(String::new(), |call| format!(", {call}"));
    let (cpu, of) = (&walk.trace.cpus[step.cpu], walk.trace.steps.len());
    format!("memory after step {} of {of}: {cpu}{called}", step.number)
}

fn lines(walk: &Walk<'_>, width: usize) -> Vec<Line<'static>> {
    let memory = walk.trace.memory_after(walk.at);
    let (pmds, others): (Vec<_>, Vec<_>) =
        memory.iter().enumerate().partition(|(_, held)| held.word.pmd);
    let pmds = pmds.into_iter().flat_map(|(index, held)| pmd(walk, index, held, width));
    let others = others.into_iter().map(|(index, held)| other(walk, index, held)).collect();
    pmds.chain(flow("", others, width)).collect()
}

/// A word with its value, and the value before the current step if that changed it.
fn head(walk: &Walk<'_>, index: usize, held: &Held<'_>) -> (Item, Option<String>) {
    let watched = if walk.watched == Some(index) { " (watched)" } else { "" };
    let text = format!("{}{watched} = {}", held.word.name, held.value.bits);
    let was = was(walk, held);
    let changed = was.bits != held.value.bits;
    let style = if changed { Modifier::BOLD } else { Modifier::empty() };
    ((text, Style::new().add_modifier(style)), changed.then(|| format!("was {}", was.bits)))
}

/// The value of a word before the current step.
fn was<'t>(walk: &Walk<'_>, held: &Held<'t>) -> &'t Value {
    let by_this = held.since == walk.step().map(|step| step.number);
    held.before.filter(|_| by_this).unwrap_or(held.value)
}

/// A word that is not a PMD.
fn other(walk: &Walk<'_>, index: usize, held: &Held<'_>) -> Item {
    let ((mut text, style), was) = head(walk, index, held);
    text.extend(was.map(|was| format!(", {was}")));
    if !held.value.means.is_empty() {
        text.push_str(&format!(" ({})", held.value.means));
    }
    text.extend(older(walk, index, held).map(|older| format!("; {older}")));
    (text, style)
}

/// The value that the current step reads from a word, if the word holds another.
fn older(walk: &Walk<'_>, index: usize, held: &Held<'_>) -> Option<String> {
    let step = walk.step().filter(|step| step.word == Some(index) && !step.kind.stores())?;
    let read = step.value.as_ref().filter(|read| read.bits != held.value.bits)?;
    Some(format!("this read returns the older {}", read.bits))
}

fn pmd(walk: &Walk<'_>, index: usize, held: &Held<'_>, width: usize) -> Vec<Line<'static>> {
    let (now, plain) = (held.value, Style::new());
    let (first, was_bits) = head(walk, index, held);
    let mut head = vec![first];
    head.extend(was_bits.map(|was| (was, plain)));
    head.extend(older(walk, index, held).map(|text| (text, fg(walk, Color::Yellow))));
    let mut lines = flow("", head, width);
    for (label, swap) in [("fields", false), ("as swap", true)] {
        let fields = fields(walk, was(walk, held), now, swap);
        if !fields.is_empty() {
            lines.extend(flow(label, fields, width));
        }
    }
    lines.extend(flow("means", vec![(now.means.clone(), plain)], width));
    if let Some(says) = &now.says {
        let style = fg(walk, Color::Red).add_modifier(Modifier::BOLD);
        lines.extend(flow("bits say", vec![(says.clone(), style)], width));
    }
    let answers = now.answers.iter().map(|(helper, answer)| {
        let answer = if *answer { "yes" } else { "no" };
        (format!("{helper}: {answer}"), plain)
    });
    lines.extend(flow("answers", answers.collect(), width));
    lines
}

/// The fields of a PMD, marked where the step sets or clears them.
fn fields(walk: &Walk<'_>, was: &Value, now: &Value, swap: bool) -> Vec<Item> {
    let gone = was.fields.iter().filter(|field| !now.fields.contains(field));
    let gone = gone.map(|field| (field, "-", fg(walk, Color::Red)));
    let here = now.fields.iter().map(|field| match was.fields.contains(field) {
        true => (field, "", Style::new()),
        false => (field, "+", fg(walk, Color::Green).add_modifier(Modifier::BOLD)),
    });
    let all = gone.chain(here).filter(|(field, ..)| field.swap == swap);
    all.map(|(field, sign, style)| (format!("{sign}{field}"), style)).collect()
}

/// A label and items, with line breaks between items.
fn flow(label: &str, items: Vec<Item>, width: usize) -> Vec<Line<'static>> {
    let indent = if label.is_empty() { 0 } else { LABEL };
    let mut lines = Vec::new();
    let first =
        format!("{:indent$}", if label.is_empty() { String::new() } else { format!("  {label}") });
    let (mut spans, mut used) = (vec![Span::raw(first)], indent);
    for (text, style) in items {
        let long = text.chars().count();
        if used > indent && used + 2 + long > width {
            lines.push(Line::from(std::mem::take(&mut spans)));
            let more = indent.max(2);
            (spans, used) = (vec![Span::raw(" ".repeat(more))], more);
        } else if used > indent {
            spans.push(Span::raw("  "));
            used += 2;
        }
        spans.push(Span::styled(text, style));
        used += long;
    }
    if used > indent {
        lines.push(Line::from(spans));
    }
    lines
}
