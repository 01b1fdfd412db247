//! [`Cursor`]: a walk over the tokens of an instruction.

use super::lexer::{Placed, Token};
use crate::Problem;

/// A walk over the tokens of an instruction.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'c, 't> {
    text: &'t str,
    rest: &'c [Placed<'t>],
    /// The byte after the instruction.
    end: usize,
}

impl<'c, 't> Cursor<'c, 't> {
    pub(super) fn new(text: &'t str, rest: &'c [Placed<'t>], end: usize) -> Cursor<'c, 't> {
        Cursor { text, rest, end }
    }

    /// The place of the next token.
    pub(super) fn at(&self) -> usize {
        self.rest.first().map_or(self.end, |token| token.at)
    }

    /// The next token.
    pub(super) fn peek(&self) -> Option<Token<'t>> {
        self.rest.first().map(|token| token.token)
    }

    /// Whether there is such a token among the rest.
    pub(super) fn any(&self, is: impl Fn(Token<'t>) -> bool) -> bool {
        self.rest.iter().any(|token| is(token.token))
    }

    fn skip(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or(&[]);
    }

    /// A problem at a place.
    pub(super) fn problem_at<T>(
        &self,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Result<T, Problem> {
        Err(Problem::new(self.text, at, message, help))
    }

    /// A problem at the next token: something else is expected.
    pub(super) fn expected<T>(&self, what: &str, help: &str) -> Result<T, Problem> {
        let found = match self.peek() {
            Some(Token::Number(text) | Token::Name(text)) => format!("`{text}`"),
            Some(Token::Mark(mark)) => format!("`{mark}`"),
            None => "the end of the instruction".into(),
        };
        self.problem_at(self.at(), format!("expected {what}, found {found}"), help)
    }

    /// Takes a mark, if it is next.
    pub(super) fn eat(&mut self, mark: char) -> bool {
        let next = self.peek() == Some(Token::Mark(mark));
        if next {
            self.skip();
        }
        next
    }

    /// Takes a mark.
    pub(super) fn expect(&mut self, mark: char) -> Result<(), Problem> {
        match self.eat(mark) {
            true => Ok(()),
            false => {
                self.expected(&format!("`{mark}`"), &format!("write a `{mark}` between operands"))
            }
        }
    }

    /// Takes a name for which there is a meaning.
    pub(super) fn name<T>(&mut self, meaning: impl Fn(&'t str) -> Option<T>) -> Option<T> {
        let Some(Token::Name(name)) = self.peek() else { return None };
        let meant = meaning(name)?;
        self.skip();
        Some(meant)
    }

    /// Takes a name.
    pub(super) fn word(&mut self) -> Option<&'t str> {
        self.name(Some)
    }

    /// Takes a label.
    pub(super) fn label(&mut self) -> Result<(&'t str, usize), Problem> {
        let at = self.at();
        match self.word() {
            Some(name) => Ok((name, at)),
            None => self.expected("a label", "name a label of the same thread"),
        }
    }

    /// Takes a number, if one is next. Negative ones are in two's complement.
    pub(super) fn number(&mut self) -> Result<Option<u64>, Problem> {
        let Some(Token::Number(written)) = self.peek() else { return Ok(None) };
        let digits = written.strip_prefix('-').unwrap_or(written);
        let magnitude = match digits.get(..2) {
            Some("0x" | "0X") => u64::from_str_radix(&digits[2..], 16),
            _ => digits.parse(),
        };
        let Ok(magnitude) = magnitude else {
            let help = "numbers have at most 64 bits";
            return self.problem_at(self.at(), format!("`{written}` is too large"), help);
        };
        self.skip();
        Ok(Some(if written.starts_with('-') { magnitude.wrapping_neg() } else { magnitude }))
    }

    /// Nothing must follow.
    pub(super) fn end(&self) -> Result<(), Problem> {
        match self.rest {
            [] => Ok(()),
            _ => self.expected("the end of the instruction", "write one instruction per cell"),
        }
    }
}
