//! Tokens of textual LLVM IR.
//!
//! The classes are those of LLVM's own lexer: a name with a colon behind it is one token, whether it is the
//! label of a block or the key of a metadata field. Source: the LLVM Language Reference and `LLLexer.cpp`.

use logos::Logos;

/// One token. Strings and names are slices of the text, with their escapes still in them.
#[derive(Logos, Clone, Copy, PartialEq, Debug)]
#[logos(skip r"[ \t\r\n\x00]+")]
#[logos(skip(r";[^\n]*", allow_greedy = true))]
pub(crate) enum Token<'t> {
    /// `%name`, `%"name"`, `%12`: a register, block or type.
    #[regex(r"%[-a-zA-Z$._][-a-zA-Z$._0-9]*", |lex| &lex.slice()[1..])]
    #[regex(r"%[0-9]+", |lex| &lex.slice()[1..])]
    #[regex("%\"[^\"]*\"", |lex| unquoted(lex.slice(), 2))]
    Local(&'t str),
    /// `@name`, `@"name"`, `@12`: a function or variable.
    #[regex(r"@[-a-zA-Z$._][-a-zA-Z$._0-9]*", |lex| &lex.slice()[1..])]
    #[regex(r"@[0-9]+", |lex| &lex.slice()[1..])]
    #[regex("@\"[^\"]*\"", |lex| unquoted(lex.slice(), 2))]
    Global(&'t str),
    /// `!12`: a metadata node.
    #[regex(r"![0-9]+", |lex| lex.slice()[1..].parse().ok())]
    Node(u32),
    /// `!dbg`, `!DILocation`: a kind of metadata.
    #[regex(r"![-a-zA-Z$._\\][-a-zA-Z$._0-9\\]*", |lex| &lex.slice()[1..])]
    Kind(&'t str),
    /// `!` on its own, before `{` or a string.
    #[token("!")]
    Bang,
    /// `#12`: a group of attributes.
    #[regex(r"#[0-9]+")]
    Attributes,
    /// `#dbg_value` and its kin: a debug record of LLVM 19.
    #[regex(r"#[a-z_]+")]
    Record,
    /// `$name`: a comdat.
    #[regex(r"\$[-a-zA-Z$._0-9]+", priority = 10)]
    #[regex("\\$\"[^\"]*\"")]
    Comdat,
    /// A keyword, type or opcode.
    #[regex(r"[a-zA-Z_][-a-zA-Z$._0-9]*")]
    Word(&'t str),
    /// `name:`: the label of a block, the key of a field.
    #[regex(r"[-a-zA-Z$._0-9]+:", |lex| &lex.slice()[..lex.slice().len() - 1], priority = 20)]
    #[regex("\"[^\"]*\":", |lex| unquoted(&lex.slice()[..lex.slice().len() - 1], 1))]
    Label(&'t str),
    /// A decimal integer.
    #[regex(r"-?[0-9]+", priority = 5)]
    Integer(&'t str),
    /// A floating-point or hexadecimal literal, which kernel code has in metadata at most.
    #[regex(r"[-+]?[0-9]+\.[0-9]*([eE][-+]?[0-9]+)?")]
    #[regex(r"0x[KLMHR]?[0-9A-Fa-f]+")]
    #[regex(r"[us]0x[0-9A-Fa-f]+")]
    Float(&'t str),
    /// `"text"`.
    #[regex("\"[^\"]*\"", |lex| unquoted(lex.slice(), 1))]
    Text(&'t str),
    /// `c"text"`: an array of bytes.
    #[regex("c\"[^\"]*\"", |lex| unquoted(lex.slice(), 2))]
    Bytes(&'t str),
    /// `...`.
    #[token("...")]
    Dots,
    /// One of the punctuation characters.
    #[regex(r"[()\[\]{}<>,=*|:+/&^~\\']", |lex| lex.slice().as_bytes()[0] as char)]
    Mark(char),
}

/// What stands between the quotes of a token that has `head` characters before its text.
fn unquoted(slice: &str, head: usize) -> &str {
    slice.get(head..slice.len().saturating_sub(1)).unwrap_or("")
}

/// The bytes of a string: `\xx` is a byte in hexadecimal, `\\` a backslash.
pub(crate) fn unescape(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digits = bytes.get(at + 1..at + 3).and_then(|pair| {
            let high = char::from(pair[0]).to_digit(16)?;
            let low = char::from(pair[1]).to_digit(16)?;
            u8::try_from(high * 16 + low).ok()
        });
        match (byte, bytes.get(at + 1), digits) {
            (b'\\', Some(b'\\'), _) => {
                found.push(b'\\');
                at += 2;
            }
            (b'\\', _, Some(value)) => {
                found.push(value);
                at += 3;
            }
            _ => {
                found.push(byte);
                at += 1;
            }
        }
    }
    found
}

/// [`unescape`] as text.
pub(crate) fn unescape_text(text: &str) -> String {
    if text.contains('\\') {
        String::from_utf8_lossy(&unescape(text)).into_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lexes_the_classes_of_a_line() {
        let text =
            "  %a.1 = call i32 @\"\\01f\"(i32 -5), !dbg !12 ; comment\n4:\nkey: c\"x\\00\" ...";
        let tokens: Vec<Token<'_>> = Token::lexer(text).map(|t| t.expect("a token")).collect();
        assert_eq!(tokens[0], Token::Local("a.1"));
        assert_eq!(tokens[2], Token::Word("call"));
        assert_eq!(tokens[4], Token::Global("\\01f"));
        assert!(tokens.contains(&Token::Integer("-5")));
        assert!(tokens.contains(&Token::Kind("dbg")));
        assert!(tokens.contains(&Token::Node(12)));
        assert!(tokens.contains(&Token::Label("4")));
        assert!(tokens.contains(&Token::Label("key")));
        assert!(tokens.contains(&Token::Bytes("x\\00")));
        assert_eq!(tokens.last(), Some(&Token::Dots));
    }

    #[test]
    fn unescapes_bytes() {
        assert_eq!(unescape("a\\0A\\\\b\\2"), b"a\n\\b\\2");
    }
}
