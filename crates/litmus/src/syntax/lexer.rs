//! The tokens of initial states and questions, which are the same for all languages.

use std::ops::Range;

use logos::{Lexer, Logos};

use crate::Problem;

/// How names are spelt.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) enum Spelling {
    /// As in herd7.
    #[default]
    Herd,
    /// They may hold `-` and begin with a digit: nothing is subtracted here.
    Hyphens,
}

/// A token.
#[derive(Logos, Clone, Copy, PartialEq, Debug)]
#[logos(extras = Spelling)]
#[logos(skip r"[ \t\r\n]+", skip(r"//[^\n]*", allow_greedy = true))]
#[logos(skip(r"\(\*", comment))]
pub(crate) enum Token<'t> {
    /// A number.
    #[regex(r"-?[0-9]+", name)]
    #[regex(r"-?0[xX][0-9a-fA-F]+", name)]
    Number(&'t str),
    /// A thread, `P0`.
    #[regex(r"P[0-9]+", name, priority = 10)]
    Thread(&'t str),
    /// A name: of a location, a register, a type, a keyword.
    #[regex(r"[A-Za-z_.$%][A-Za-z0-9_.]*", name, priority = 5)]
    Name(&'t str),
    /// A string: `"P0:L0"`.
    #[regex("\"[^\"]*\"")]
    #[regex(r"`[^`]*`")]
    Text(&'t str),
    /// `/\`, `and`.
    #[token("/\\")]
    #[token("and")]
    And,
    /// `\/`.
    #[token("\\/")]
    Or,
    /// `=>`.
    #[token("=>")]
    Implies,
    /// `~`, `not`.
    #[token("~")]
    #[token("not")]
    Not,
    /// `=`, `==`.
    #[token("=")]
    #[token("==")]
    Equal,
    /// `!=`, `<>`.
    #[token("!=")]
    #[token("<>")]
    NotEqual,
    /// A mark of one character.
    #[regex(r"[,;:+*&(){}\[\]]", |lexer| lexer.slice().chars().next())]
    Mark(char),
}

/// The text of a token, and what follows of a name with hyphens.
fn name<'t>(lexer: &mut Lexer<'t, Token<'t>>) -> &'t str {
    if lexer.extras == Spelling::Hyphens {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "_.-".contains(c);
        let rest = lexer.remainder();
        lexer.bump(rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
    }
    lexer.slice()
}

/// Skips a comment, in which comments may nest; one that does not end goes to the end.
fn comment<'t>(lexer: &mut Lexer<'t, Token<'t>>) -> logos::Skip {
    let mut depth = 1;
    let bytes = lexer.remainder().as_bytes();
    let mut end = bytes.len();
    let mut at = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"(*" => depth += 1,
            b"*)" => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            end = at;
            break;
        }
    }
    lexer.bump(end);
    logos::Skip
}

/// A token and its place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Placed<'t> {
    pub(crate) token: Token<'t>,
    /// Its first byte in the text.
    pub(crate) at: usize,
}

/// The tokens of a section.
pub(crate) fn tokens(
    text: &str,
    section: Range<usize>,
    spelling: Spelling,
) -> Result<Vec<Placed<'_>>, Problem> {
    let start = section.start;
    let part = text.get(section).unwrap_or("");
    let tokens = Token::lexer_with_extras(part, spelling).spanned().map(|(token, span)| {
        let at = start + span.start;
        token.map(|token| Placed { token, at }).map_err(|()| {
            let wrong = part[span].chars().next().unwrap_or(' ');
            Problem::new(text, at, format!("`{wrong}` means nothing here"), "remove it")
        })
    });
    tokens.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_nest_and_names_do_not_take_connectives() {
        let text = r"0:r1=x/\(* (* a *) b *)-0x1F // c
            \/ P1:%y<>2";
        let tokens = tokens(text, 0..text.len(), Spelling::Herd).unwrap();
        let kinds: Vec<Token<'_>> = tokens.iter().map(|token| token.token).collect();
        let expected = [
            Token::Number("0"),
            Token::Mark(':'),
            Token::Name("r1"),
            Token::Equal,
            Token::Name("x"),
            Token::And,
            Token::Number("-0x1F"),
            Token::Or,
            Token::Thread("P1"),
            Token::Mark(':'),
            Token::Name("%y"),
            Token::NotEqual,
            Token::Number("2"),
        ];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn names_may_hold_hyphens_where_that_is_asked_for() {
        let text = "gup-fast:r1=-1 P0-a=0x1f 2nd";
        let kinds = |spelling| -> Result<Vec<Token<'_>>, Problem> {
            let tokens = tokens(text, 0..text.len(), spelling)?;
            Ok(tokens.iter().map(|token| token.token).collect())
        };
        let expected = [
            Token::Name("gup-fast"),
            Token::Mark(':'),
            Token::Name("r1"),
            Token::Equal,
            Token::Number("-1"),
            Token::Thread("P0-a"),
            Token::Equal,
            Token::Number("0x1f"),
            Token::Number("2nd"),
        ];
        assert_eq!(kinds(Spelling::Hyphens).unwrap(), expected);
        assert_eq!(kinds(Spelling::Herd).unwrap_err().column, 4);
    }
}
