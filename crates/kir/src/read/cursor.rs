//! A place in a file: the next token, and errors that say where it is.

use logos::{Lexer, Logos};

use super::lex::Token;
use crate::ReadError;

/// How deep types, constants and metadata may nest.
pub(crate) const DEPTH: u32 = 64;

/// The text of a file with its name, for errors.
pub(crate) struct Source {
    /// What the file is called.
    pub(crate) name: String,
    /// All of it.
    pub(crate) text: String,
    /// Where each line begins.
    pub(crate) lines: Vec<u32>,
}

impl Source {
    /// An error at a byte of the file.
    pub(crate) fn error(&self, at: usize, what: impl Into<String>) -> ReadError {
        let line = self.lines.partition_point(|&start| start as usize <= at).max(1);
        let start = self.lines.get(line - 1).map_or(0, |&start| start as usize);
        ReadError {
            module: self.name.clone(),
            line,
            column: at.saturating_sub(start) + 1,
            what: what.into(),
        }
    }
}

/// Reads a stretch of a file token by token, one token ahead.
pub(crate) struct Cursor<'t> {
    source: &'t Source,
    lexer: Lexer<'t, Token<'t>>,
    base: usize,
    /// The next token with the byte it begins at; None at the end.
    ahead: Option<(Result<Token<'t>, ()>, usize)>,
    /// Where the last token that was taken ends.
    taken: usize,
}

impl<'t> Cursor<'t> {
    /// The stretch from `start` to `end`; an empty one if that is not within the file.
    pub(crate) fn new(source: &'t Source, start: usize, end: usize) -> Cursor<'t> {
        let text = source.text.get(start..end).unwrap_or("");
        let mut cursor =
            Cursor { source, lexer: Token::lexer(text), base: start, ahead: None, taken: start };
        cursor.advance();
        cursor
    }

    fn advance(&mut self) {
        self.taken = self.base + self.lexer.span().end;
        self.ahead = self.lexer.next().map(|token| (token, self.base + self.lexer.span().start));
    }

    /// The byte that the next token begins at, or the end of the stretch.
    pub(crate) fn offset(&self) -> usize {
        self.ahead.map_or(self.base + self.lexer.source().len(), |(_, at)| at)
    }

    /// The next token, not taken.
    pub(crate) fn peek(&self) -> Option<Token<'t>> {
        self.ahead.and_then(|(token, _)| token.ok())
    }

    /// Whether nothing follows.
    pub(crate) fn is_done(&self) -> bool {
        self.ahead.is_none()
    }

    /// Takes the next token.
    pub(crate) fn next(&mut self) -> Result<Token<'t>, ReadError> {
        match self.ahead {
            Some((Ok(token), _)) => {
                self.advance();
                Ok(token)
            }
            Some((Err(()), _)) => Err(self.error("not a token of LLVM IR")),
            None => Err(self.error("the text ends too early")),
        }
    }

    /// An error at the next token.
    pub(crate) fn error(&self, what: impl Into<String>) -> ReadError {
        self.source.error(self.offset(), what)
    }

    /// An error at the next token: something else was expected.
    pub(crate) fn expected(&self, what: &str) -> ReadError {
        match self.ahead {
            Some((Ok(token), _)) => self.error(format!("expected {what}, found {token:?}")),
            _ => self.error(format!("expected {what}")),
        }
    }

    /// Takes a punctuation character if it is next.
    pub(crate) fn eat(&mut self, mark: char) -> bool {
        let found = self.peek() == Some(Token::Mark(mark));
        if found {
            self.advance();
        }
        found
    }

    /// Takes a punctuation character that must be next.
    pub(crate) fn expect(&mut self, mark: char) -> Result<(), ReadError> {
        if self.eat(mark) { Ok(()) } else { Err(self.expected(&format!("`{mark}`"))) }
    }

    /// Takes a keyword if it is next.
    pub(crate) fn eat_word(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(Token::Word(word));
        if found {
            self.advance();
        }
        found
    }

    /// Takes a keyword that must be next.
    pub(crate) fn expect_word(&mut self, word: &str) -> Result<(), ReadError> {
        if self.eat_word(word) { Ok(()) } else { Err(self.expected(&format!("`{word}`"))) }
    }

    /// Takes any keyword.
    pub(crate) fn word(&mut self) -> Result<&'t str, ReadError> {
        match self.peek() {
            Some(Token::Word(word)) => {
                self.advance();
                Ok(word)
            }
            _ => Err(self.expected("a keyword")),
        }
    }

    /// Takes a number that is not negative.
    pub(crate) fn number<N: std::str::FromStr>(&mut self) -> Result<N, ReadError> {
        if let Some(Token::Integer(digits)) = self.peek()
            && let Ok(number) = digits.parse()
        {
            self.advance();
            return Ok(number);
        }
        Err(self.expected("a number"))
    }

    /// Takes a string.
    pub(crate) fn text(&mut self) -> Result<&'t str, ReadError> {
        match self.peek() {
            Some(Token::Text(text)) => {
                self.advance();
                Ok(text)
            }
            _ => Err(self.expected("a string")),
        }
    }

    /// Whether a comma is next and this mark behind it; takes the comma then.
    pub(crate) fn comma_then(&mut self, mark: char) -> bool {
        let found = self.after_ahead() == Some(Token::Mark(mark));
        if found {
            self.eat(',');
        }
        found
    }

    /// Whether metadata follows the comma that is next.
    pub(crate) fn comma_then_attachment(&self) -> bool {
        matches!(self.after_ahead(), Some(Token::Kind(_)))
    }

    /// The token after the next.
    fn after_ahead(&self) -> Option<Token<'t>> {
        self.lexer.clone().next()?.ok()
    }

    /// Skips a parenthesis, bracket or brace that is next, with all that is in it.
    pub(crate) fn skip_nested(&mut self) -> Result<(), ReadError> {
        let mut depth = 0usize;
        loop {
            match self.next()? {
                Token::Mark('(' | '[' | '{') => depth += 1,
                Token::Mark(')' | ']' | '}') => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    /// Goes on at the line after the last token that was taken, and after the line that has `from` in it.
    pub(crate) fn skip_line(&mut self, from: usize) {
        let from = from.max(self.taken);
        let rest = self.source.text.get(from..).unwrap_or("");
        let end = rest.find('\n').map_or(usize::MAX, |n| from + n);
        while let Some((_, at)) = self.ahead
            && at <= end
        {
            self.advance();
        }
    }

    /// Where the line of the last token that was taken ends.
    pub(crate) fn line_end(&self) -> usize {
        let rest = self.source.text.get(self.taken..).unwrap_or("");
        rest.find('\n').map_or(self.source.text.len(), |n| self.taken + n)
    }

    /// The rest of the line from a byte on, for messages.
    pub(crate) fn line_from(&self, from: usize) -> &'t str {
        let rest = self.source.text.get(from..).unwrap_or("");
        rest.lines().next().unwrap_or("").trim()
    }
}
