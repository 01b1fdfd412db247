//! The characters of a scenario's text: nothing that a terminal obeys or that hides what a line says.
//!
//! Every string is checked, keys included, before anything is read, so no later message can quote such text.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Problems;
use crate::Diagnostic;
use crate::printable::is_control;

/// The keys whose text may have several lines.
const PARAGRAPHS: [&str; 10] =
    ["why", "about", "fix", "fixes", "merged", "found", "change", "steps", "exists", "outcome"];
/// The number of strings to report.
const MANY: usize = 10;

/// Reports the strings of a document that contain control characters.
pub(crate) fn characters(document: &Spanned<DeTable<'_>>) -> Problems {
    let mut problems = Vec::new();
    table(document.get_ref(), &mut problems);
    problems
}

fn table(table: &DeTable<'_>, problems: &mut Problems) {
    for (key, value) in table {
        text(key.get_ref(), key.span(), false, problems);
        let lines = PARAGRAPHS.contains(&key.get_ref().as_ref());
        self::value(value, lines, problems);
    }
}

fn value(given: &Spanned<DeValue<'_>>, lines: bool, problems: &mut Problems) {
    match given.get_ref() {
        DeValue::String(string) => text(string, given.span(), lines, problems),
        DeValue::Array(values) => values.iter().for_each(|one| value(one, lines, problems)),
        DeValue::Table(inner) => table(inner, problems),
        _ => {}
    }
}

fn text(text: &str, span: Range<usize>, lines: bool, problems: &mut Problems) {
    let refused = |c: &char| is_control(*c) && !(lines && "\n\r\t".contains(*c));
    if problems.len() < MANY
        && let Some(c) = text.chars().find(refused)
    {
        let what = match c {
            '\n' | '\r' => "a line break".to_owned(),
            c => format!("the control character U+{:04X}", u32::from(c)),
        };
        problems.push(Diagnostic::at(span, format!("{what} is not allowed here")).help(
            "remove it; only `why`, `about`, steps, conditions and the texts of [source] may have several lines",
        ));
    }
}
