//! Text of files made safe to show: no control character reaches a terminal, a page or a log.
//!
//! An escape sequence in a name could rewrite what a terminal shows, and bidirectional controls change the order in
//! which text is read ("Trojan Source", CVE-2021-42574). Scenarios and traces with such characters are refused; where
//! foreign text is quoted anyhow, as in the message that refuses it, it goes through [`printable`].

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character changes how other text is shown: C0 and C1 controls, DEL, line and paragraph separators, and
/// the marks, embeddings, overrides and isolates of bidirectional text.
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// Returns the text with every control character but newlines and tabs spelt out, as in `[U+001B]`. The result is
/// safe in terminals and, as far as control characters go, in HTML, JSON and Markdown.
pub fn printable(text: &str) -> Cow<'_, str> {
    let safe = |c: char| !is_control(c) || c == '\n' || c == '\t';
    if text.chars().all(safe) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match safe(c) {
            true => shown.push(c),
            false => {
                let _ = write!(shown, "[U+{:04X}]", u32::from(c));
            }
        }
    }
    Cow::Owned(shown)
}

/// Returns a line of a file as a message quotes it: printable, on one line, and shortened.
pub fn quoted(line: &str) -> String {
    const LONGEST: usize = 80;
    let mut shown: String = line.chars().take(LONGEST).collect();
    if shown.len() < line.len() {
        shown.push_str("...");
    }
    printable(&shown).replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_obey_is_spelt_out() {
        for (text, shown) in [
            ("plain, caf\u{e9}", "plain, caf\u{e9}"),
            ("two\n\tlines", "two\n\tlines"),
            ("\u{1b}]0;T\u{7}", "[U+001B]]0;T[U+0007]"),
            ("\u{7f}\u{9b}31m\r", "[U+007F][U+009B]31m[U+000D]"),
            ("a\u{202e}b\u{2066}c\u{200f}", "a[U+202E]b[U+2066]c[U+200F]"),
        ] {
            assert_eq!(printable(text), shown);
        }
    }

    #[test]
    fn a_long_line_is_quoted_shortened() {
        assert_eq!(quoted("a\n\tb"), "a  b");
        assert_eq!(quoted(&"\u{e9}".repeat(100)), "\u{e9}".repeat(80) + "...");
    }
}
