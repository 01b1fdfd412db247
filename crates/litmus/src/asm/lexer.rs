//! The tokens of assembly threads, which are the same for all architectures.

use std::ops::Range;

use logos::{Lexer, Logos};

use crate::Problem;

/// A token.
#[derive(Logos, Clone, Copy, PartialEq, Eq, Debug)]
#[logos(skip r"[ \t\r\n]+")]
#[logos(skip(r"\(\*", comment))]
pub(super) enum Token<'t> {
    /// A number, decimal or hexadecimal.
    #[regex(r"-?[0-9]+")]
    #[regex(r"-?0[xX][0-9a-fA-F]+")]
    Number(&'t str),
    /// A mnemonic, a register, a label, a location: `STADD.W`, `%rax`, `$x`.
    #[regex(r"%?[A-Za-z_.][A-Za-z0-9_.]*")]
    Name(&'t str),
    /// A mark of one character.
    #[regex(r"[|;,:#$@!+*(){}\[\]]", |lexer| lexer.slice().chars().next())]
    Mark(char),
}

impl Token<'_> {
    /// Its length in bytes.
    pub(super) fn length(self) -> usize {
        match self {
            Token::Number(text) | Token::Name(text) => text.len(),
            Token::Mark(mark) => mark.len_utf8(),
        }
    }
}

/// Skips a comment; one that does not end goes to the end.
fn comment<'t>(lexer: &mut Lexer<'t, Token<'t>>) -> logos::Skip {
    let rest = lexer.remainder();
    lexer.bump(rest.find("*)").map_or(rest.len(), |end| end + 2));
    logos::Skip
}

/// A token and its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Placed<'t> {
    pub(super) token: Token<'t>,
    /// Its first byte in the text.
    pub(super) at: usize,
}

/// The tokens of a section.
pub(super) fn tokens(text: &str, section: Range<usize>) -> Result<Vec<Placed<'_>>, Problem> {
    let start = section.start;
    let part = text.get(section).unwrap_or("");
    let tokens = Token::lexer(part).spanned().map(|(token, span)| {
        let at = start + span.start;
        token.map(|token| Placed { token, at }).map_err(|()| {
            let wrong = part[span].chars().next().unwrap_or(' ');
            Problem::new(text, at, format!("`{wrong}` means nothing here"), "remove it")
        })
    });
    tokens.collect()
}
