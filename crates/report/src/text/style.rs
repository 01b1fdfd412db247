//! Colours and line breaking for terminal output.
//!
//! Colours only repeat what the text says; the caller strips them where none are wanted.

use anstyle::{AnsiColor, Style};
use pmdrace_engine::Verdict;

const fn fg(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(anstyle::Color::Ansi(colour)))
}

/// Applies a style to `text`.
pub(crate) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// The style of a verdict, which depends on whether it is expected.
pub(crate) fn verdict_style(verdict: Verdict, as_expected: bool) -> Style {
    match verdict {
        Verdict::Inconclusive => fg(AnsiColor::Yellow).bold(),
        _ if !as_expected => fg(AnsiColor::Red).bold(),
        Verdict::Violated => fg(AnsiColor::Magenta),
        _ => fg(AnsiColor::Green),
    }
}

/// A verdict in capitals, coloured and padded.
pub(crate) fn verdict_word(verdict: Verdict, as_expected: bool) -> String {
    let name = match verdict {
        Verdict::NotApplicable => "n/a".to_owned(),
        verdict => verdict.name().to_uppercase(),
    };
    let word = format!("{name:<13}");
    paint(verdict_style(verdict, as_expected), &word)
}

/// A heading.
pub(crate) fn heading(text: &str) -> String {
    paint(Style::new().bold(), text)
}

/// Breaks `text` into lines of at most `width` columns that begin with `first` and `next`. Names are not broken at
/// hyphens.
pub(crate) fn wrap(text: &str, width: usize, first: &str, next: &str) -> String {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(next)
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).iter().map(|line| format!("{line}\n")).collect()
}
