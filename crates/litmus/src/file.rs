//! [`File`]: the sections of a litmus test: header, initial state, threads, question.

use std::ops::Range;

use crate::{Language, Problem};

/// A text in sections. Ranges are in bytes.
#[derive(Clone, Debug)]
pub(crate) struct File<'t> {
    /// All of it.
    pub(crate) text: &'t str,
    /// The language of the threads.
    pub(crate) language: Language,
    /// The name.
    pub(crate) name: &'t str,
    /// The lines `key=value` before the initial state, such as `Variant=memtag`.
    pub(crate) info: Vec<(&'t str, &'t str)>,
    /// Inside the braces of the initial state.
    pub(crate) init: Range<usize>,
    /// The threads.
    pub(crate) threads: Range<usize>,
    /// `locations`, `filter` and the question.
    pub(crate) question: Range<usize>,
}

impl<'t> File<'t> {
    /// A text that is nothing but statements of C.
    pub(crate) fn of_steps(text: &'t str) -> File<'t> {
        File {
            text,
            language: Language::C,
            name: "",
            info: Vec::new(),
            init: 0..0,
            threads: 0..text.len(),
            question: text.len()..text.len(),
        }
    }

    /// Splits a text.
    pub(crate) fn split(text: &'t str) -> Result<File<'t>, Problem> {
        let problem = |at, message: &str, help: &str| Err(Problem::new(text, at, message, help));
        let mut scan = Scan { text, at: 0 };
        scan.skip_blanks();
        let start = scan.at;
        let first = scan.line();
        let mut words = first.split_whitespace();
        let (Some(language), Some(name)) = (words.next(), words.next()) else {
            let help = "begin with the language and the name of the test, such as `C MP+onces`";
            return problem(start, "this is not the first line of a litmus test", help);
        };
        let Some(language) = Language::named(language) else {
            let message = format!("there is no reader for the language `{language}`");
            return problem(start, &message, "use C, AArch64, X86, X86_64 or RISCV");
        };
        // What follows may begin on the first line: `C name { x=0; }`.
        scan.at = start + first.find('{').unwrap_or(first.len());
        let info = scan.info()?;
        let open = scan.at;
        let Some(close) = scan.braces() else {
            let help = "end the initial state with `}`";
            return problem(open, "the initial state does not end", help);
        };
        let threads = close + 1;
        scan.at = threads;
        let question = scan.question(language);
        let end = text[question..].find("<<").map_or(text.len(), |at| question + at);
        Ok(File {
            text,
            language,
            // Some name the file instead.
            name: name.strip_suffix(".litmus").unwrap_or(name),
            info,
            init: open + 1..close,
            threads: threads..question,
            question: question..end,
        })
    }

    /// A problem at a byte of the text.
    pub(crate) fn problem<T>(
        &self,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Result<T, Problem> {
        Err(Problem::new(self.text, at, message, help))
    }
}

/// A walk through the text.
struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn next(&mut self) -> Option<char> {
        let next = self.rest().chars().next()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// White space and comments.
    fn skip_blanks(&mut self) {
        loop {
            let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
            self.at = self.text.len() - self.rest().trim_start_matches(blank).len();
            if !self.skip_comment("(*", "*)") {
                return;
            }
        }
    }

    /// A comment that begins here, if one does. One that does not end goes to the end of the text.
    fn skip_comment(&mut self, open: &str, close: &str) -> bool {
        if !self.rest().starts_with(open) {
            return false;
        }
        let inside = self.at + open.len();
        let length = self.text[inside..].find(close);
        self.at = length.map_or(self.text.len(), |length| inside + length + close.len());
        true
    }

    fn line(&mut self) -> &'t str {
        let line = self.rest().split('\n').next().unwrap_or("");
        self.at += line.len();
        line
    }

    /// The lines up to the initial state.
    fn info(&mut self) -> Result<Vec<(&'t str, &'t str)>, Problem> {
        let mut info = Vec::new();
        loop {
            self.skip_blanks();
            match self.rest().chars().next() {
                Some('{') => return Ok(info),
                Some('"') => {
                    self.skip_comment("\"", "\"");
                }
                Some(_) => {
                    let line = self.line();
                    match line.split_once('=') {
                        Some((key, value)) => info.push((key.trim(), value.trim())),
                        // A line of prose, up to an initial state on it.
                        None => self.at -= line.find('{').map_or(0, |at| line.len() - at),
                    }
                }
                None => {
                    let help = "write it in braces before the threads, `{}` if all is zero";
                    let message = "there is no initial state";
                    return Err(Problem::new(self.text, self.at, message, help));
                }
            }
        }
    }

    /// A pair of braces: the place of the closing one.
    fn braces(&mut self) -> Option<usize> {
        let mut depth = 0;
        loop {
            if self.skip_comment("(*", "*)") {
                continue;
            }
            let at = self.at;
            match self.next()? {
                '{' => depth += 1,
                '}' if depth == 1 => return Some(at),
                '}' => depth -= 1,
                _ => {}
            }
        }
    }

    /// The beginning of the question: a keyword outside comments and strings.
    fn question(&mut self, language: Language) -> usize {
        const KEYWORDS: [&str; 7] =
            ["exists", "forall", "final", "observed", "Observed", "locations", "filter"];
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '%');
        let mut depth = 0;
        loop {
            // In C, `(*` inside a function is a dereference.
            let comment = match language {
                Language::C => {
                    self.skip_comment("/*", "*/")
                        || self.skip_comment("//", "\n")
                        || depth == 0 && self.skip_comment("(*", "*)")
                }
                _ => self.skip_comment("(*", "*)"),
            };
            if comment || self.skip_comment("\"", "\"") {
                continue;
            }
            let rest = self.rest();
            let word = rest.find(|c| !is_name(c)).map_or(rest, |end| &rest[..end]);
            if depth == 0 && KEYWORDS.contains(&word) {
                let before = self.text[..self.at].trim_end();
                return before.strip_suffix('~').map_or(self.at, str::len);
            }
            if !word.is_empty() {
                self.at += word.len();
                continue;
            }
            match self.next() {
                Some('{') => depth += 1,
                Some('}') => depth -= 1,
                Some(_) => {}
                None => return self.at,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_found() {
        let text = "C name\n(* {not this} *)\nHash=1\n\n{ int a[2]={1,2}; (* } *) }\n\
                    P0(int *x) { r0 = (*x); } (* exists *)\n~exists (x=1)\n<<cut";
        let file = File::split(text).unwrap();
        assert_eq!((file.language, file.name), (Language::C, "name"));
        assert_eq!(file.info, [("Hash", "1")]);
        assert_eq!(&text[file.init], " int a[2]={1,2}; (* } *) ");
        assert!(text[file.threads].trim_start().starts_with("P0(int *x)"));
        assert_eq!(&text[file.question], "~exists (x=1)\n");
    }

    #[test]
    fn missing_sections_are_problems() {
        for (text, place, message) in [
            ("", (1, 1), "this is not the first line of a litmus test"),
            ("\n(* c *) C\n{}", (2, 9), "this is not the first line of a litmus test"),
            ("PPC name\n{}", (1, 1), "there is no reader for the language `PPC`"),
            ("C name\nHash=1\n", (3, 1), "there is no initial state"),
            ("C name\n{ x=0;", (2, 1), "the initial state does not end"),
        ] {
            let problem = File::split(text).unwrap_err();
            assert_eq!((problem.line, problem.column), place, "{text:?}");
            assert_eq!(problem.message, message);
        }
    }
}
