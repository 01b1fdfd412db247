//! Where in a file a part of a text stands that TOML wrote with quotation marks and escapes.

use std::ops::Range;

/// The bytes of the file that write `part` of a text, which the file writes at `written`, quotation marks included. Where
/// the text ends, these are the quotation marks.
pub(super) fn in_the_file(file: &str, written: Range<usize>, part: Range<usize>) -> Range<usize> {
    let raw = file.get(written.clone()).unwrap_or_default();
    let quote = raw.chars().next().unwrap_or('"');
    let triple: String = [quote; 3].iter().collect();
    let mut at = quote.len_utf8().min(raw.len());
    if raw.starts_with(&triple) {
        at = triple.len();
        // The end of the line of the quotation marks is not part of the text.
        let line = ["\r\n", "\n"].into_iter().find(|end| raw[at..].starts_with(end));
        at += line.map_or(0, str::len);
    }
    // The places at which bytes of the text begin, each with its number.
    let (mut read, mut places) = (0, Vec::new());
    while let Some(next) = raw[at..].chars().next() {
        places.push((read, at));
        let (bytes, of_text) = match next {
            '\\' if quote == '"' => escape(&raw[at..]),
            _ => (next.len_utf8(), next.len_utf8()),
        };
        at += bytes;
        read += of_text;
    }
    let begins = |byte: usize| {
        let place = places.iter().rev().find(|(read, _)| *read <= byte);
        written.start + place.map_or(0, |(_, at)| *at)
    };
    let start = begins(part.start);
    let first = file.get(start..).and_then(|rest| rest.chars().next());
    start..begins(part.end).max(start + first.map_or(0, char::len_utf8))
}

/// The length of an escape, and of what it stands for.
fn escape(raw: &str) -> (usize, usize) {
    let digits = match raw.as_bytes().get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        Some(b'U') => 8,
        Some(b'\n' | b'\r' | b' ' | b'\t') => {
            // The end of a line, and the space after it.
            let rest = raw[1..].trim_start_matches([' ', '\t', '\r', '\n']);
            return (raw.len() - rest.len(), 0);
        }
        _ => return (raw.len().min(2), 1),
    };
    let bytes = raw.len().min(2 + digits);
    let code = raw.get(2..bytes).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    (bytes, code.and_then(char::from_u32).map_or(1, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::in_the_file;

    /// The part of the file that writes `part` of the only text in it.
    fn written<'f>(file: &'f str, text: &str, part: &str) -> &'f str {
        let start = text.find(part).unwrap();
        &file[in_the_file(file, 0..file.len(), start..start + part.len())]
    }

    #[test]
    fn a_place_in_a_text_is_one_in_the_file() {
        let text = "x=1 /\\ y=2";
        for file in [
            "\"x=1 /\\\\ y=2\"",
            "'x=1 /\\ y=2'",
            "\"\"\"\nx=1 /\\\\ y=2\"\"\"",
            "'''x=1 /\\ y=2'''",
            "\"\"\"x=1 \\\n   /\\\\ y=2\"\"\"",
            "\"\\u0078=1 /\\x5c y=2\"",
        ] {
            assert_eq!(written(file, text, "y=2"), "y=2", "{file}");
            let first = written(file, text, "x");
            assert!(first == "x" || first == "\\u0078", "{file}: {first}");
        }
    }
}
