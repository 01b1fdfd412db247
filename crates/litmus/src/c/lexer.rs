//! The tokens of C.

use std::ops::Range;

use logos::Logos;

use crate::Problem;
use crate::file::File;

/// A token.
#[derive(Logos, Clone, Copy, PartialEq, Debug)]
#[logos(skip r"[ \t\r\n]+")]
#[logos(skip(r"//[^\n]*", allow_greedy = true))]
#[logos(skip r"/\*([^*]|\*+[^*/])*\*+/")]
pub(crate) enum Token<'t> {
    /// A name or keyword.
    #[regex(r"[A-Za-z_][A-Za-z0-9_]*")]
    Name(&'t str),
    /// A number.
    #[regex(r"(0[xX][0-9a-fA-F]+|[0-9]+)[uUlL]*", |lexer| number(lexer.slice()))]
    Number(u64),
    /// An operator or a mark.
    #[token("==")]
    #[token("!=")]
    #[token("<=")]
    #[token(">=")]
    #[token("<<")]
    #[token(">>")]
    #[token("&&")]
    #[token("||")]
    #[token("->")]
    #[token("++")]
    #[token("--")]
    #[regex(r"[-+*/%&|^~!=<>?:;,.(){}\[\]]")]
    Mark(&'t str),
}

/// Decimal, hexadecimal or octal, with a suffix such as `UL` or without.
fn number(text: &str) -> Option<u64> {
    let digits = text.trim_end_matches(['u', 'U', 'l', 'L']);
    let (digits, radix) = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => (digits.get(2..)?, 16),
        [b'0', _, ..] => (digits, 8),
        _ => (digits, 10),
    };
    u64::from_str_radix(digits, radix).ok()
}

/// A token and its first byte in the text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Placed<'t> {
    pub(crate) token: Token<'t>,
    pub(crate) at: usize,
}

/// The tokens of a section, which begins inside this many braces. Between functions, comments `(* *)` are comments too.
pub(crate) fn tokens<'t>(
    file: &File<'t>,
    section: Range<usize>,
    mut depth: usize,
) -> Result<Vec<Placed<'t>>, Problem> {
    let part = file.text.get(section.clone()).unwrap_or("");
    let mut lexer = Token::lexer(part);
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next() {
        let span = lexer.span();
        let at = section.start + span.start;
        let Ok(token) = token else {
            let help = "remove it";
            let text = part.get(span.clone()).unwrap_or("");
            if text.starts_with(|c: char| c.is_ascii_digit()) {
                let help = "use a number of at most 64 bits, octal if it begins with 0";
                return file.problem(at, "this is no number of 64 bits", help);
            }
            let wrong = part.get(span.start..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            return file.problem(at, format!("`{wrong}` begins nothing of C"), help);
        };
        match token {
            Token::Mark("{") => depth += 1,
            Token::Mark("}") => depth = depth.saturating_sub(1),
            Token::Mark("(") if depth == 0 && lexer.remainder().starts_with('*') => {
                let length = lexer.remainder().find("*)").map(|end| end + 2);
                lexer.bump(length.unwrap_or(lexer.remainder().len()));
                continue;
            }
            _ => {}
        }
        tokens.push(Placed { token, at });
    }
    Ok(tokens)
}
