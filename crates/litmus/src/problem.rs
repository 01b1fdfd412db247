//! [`Problem`]: why a text is not a litmus test that can be answered, with its place.

/// A problem at a place of a text, with a remedy.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{line}:{column}: {message}; {help}")]
pub struct Problem {
    /// The byte of the text.
    pub at: usize,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Problem {
    /// A problem at a byte of a text.
    pub(crate) fn new(
        text: &str,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Problem {
        let before = text.get(..at).unwrap_or(text);
        let line = before.rfind('\n').map_or(before, |end| &before[end + 1..]);
        Problem {
            at,
            line: before.matches('\n').count() + 1,
            column: line.chars().count() + 1,
            message: shortened(message.into()),
            help: shortened(help.into()),
        }
    }
}

/// What names of the text make too long is cut.
fn shortened(mut text: String) -> String {
    const LONGEST: usize = 400;
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push_str("...");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut() {
        let name = "\u{f6}".repeat(10_000);
        let Problem { message, help, .. } =
            Problem::new("", 0, format!("there is no `{name}`"), name);
        assert_eq!((message.chars().count(), help.chars().count()), (403, 403));
    }
}
