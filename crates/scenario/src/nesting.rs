//! How deeply a scenario's text nests brackets: the reader of TOML calls itself for each, even where none is closed.

use crate::Diagnostic;

/// The maximum depth. A scenario needs four.
const DEEPEST: usize = 64;

/// The bracket that opens too many, if one does. Brackets in comments and in strings of one line do not count.
pub(crate) fn too_deep(text: &str) -> Option<Diagnostic> {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut comment = false;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match (c, quote) {
            ('\n', _) => (quote, comment, escaped) = (None, false, false),
            _ if comment => {}
            _ if escaped => escaped = false,
            ('\\', Some('"')) => escaped = true,
            (c, Some(open)) => quote = (c != open).then_some(open),
            ('#', None) => comment = true,
            ('"' | '\'', None) => quote = Some(c),
            ('[' | '{', None) => depth += 1,
            (']' | '}', None) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            let problem = Diagnostic::at(at..at + 1, "brackets are nested too deeply");
            return Some(problem.help("close those before; a scenario needs no more than four"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, too_deep};

    #[test]
    fn only_brackets_that_are_open_count() {
        let most = "[".repeat(DEEPEST);
        assert!(too_deep(&most).is_none());
        assert!(too_deep(&"P1 = { { = 1 }\n".repeat(DEEPEST + 1)).is_some());
        for text in ["[a]\n", "x = \"{[\" # {{\n", "x = '\\{' # '\n", "x = \"\\\"{\"\n"] {
            assert!(too_deep(&text.repeat(1000)).is_none(), "{text}");
        }
    }
}
