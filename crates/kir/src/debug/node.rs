//! One metadata node: `!DILocation(line: 12, scope: !3)` or `!{!1, null, !2}`.

use crate::ReadError;
use crate::module::Module;
use crate::read::cursor::Cursor;
use crate::read::lex::Token;

/// What a field of a node holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Meta<'t> {
    Node(u32),
    Int(i128),
    Text(&'t str),
    Word(&'t str),
    Other,
}

/// A metadata node.
#[derive(Debug, Default)]
pub(crate) struct Node<'t> {
    /// `DILocation`; empty for a tuple.
    pub(crate) kind: &'t str,
    fields: Vec<(&'t str, Meta<'t>)>,
    /// The elements of a tuple.
    pub(crate) items: Vec<Meta<'t>>,
}

impl<'t> Node<'t> {
    /// Reads a node; None if there is none of this number, or it makes no sense.
    pub(crate) fn read(module: &'t Module, number: u32) -> Option<Node<'t>> {
        let mut cursor = module.cursor(module.index.node(number)?);
        parse(&mut cursor).ok()
    }

    /// The number of the node that a field refers to.
    pub(crate) fn reference(&self, key: &str) -> Option<u32> {
        match self.field(key)? {
            Meta::Node(number) => Some(number),
            _ => None,
        }
    }

    /// A field that is a string.
    pub(crate) fn text(&self, key: &str) -> Option<&'t str> {
        match self.field(key)? {
            Meta::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A field that is a number.
    pub(crate) fn int(&self, key: &str) -> Option<i128> {
        match self.field(key)? {
            Meta::Int(number) => Some(number),
            _ => None,
        }
    }

    /// A field that is a number that is not negative; 0 where it is left out.
    pub(crate) fn count(&self, key: &str) -> u64 {
        self.int(key).and_then(|number| u64::try_from(number).ok()).unwrap_or(0)
    }

    /// A field that is a keyword such as `DW_TAG_member`, or several joined by `|`.
    pub(crate) fn has_word(&self, key: &str, word: &str) -> bool {
        self.fields.iter().any(|(name, value)| *name == key && *value == Meta::Word(word))
    }

    /// A field that is a keyword.
    pub(crate) fn word(&self, key: &str) -> Option<&'t str> {
        match self.field(key)? {
            Meta::Word(word) => Some(word),
            _ => None,
        }
    }

    fn field(&self, key: &str) -> Option<Meta<'t>> {
        self.fields.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
    }
}

fn parse<'t>(cursor: &mut Cursor<'t>) -> Result<Node<'t>, ReadError> {
    cursor.next()?;
    cursor.expect('=')?;
    cursor.eat_word("distinct");
    let mut node = Node::default();
    match cursor.next()? {
        Token::Kind(kind) => {
            node.kind = kind;
            cursor.expect('(')?;
            while !cursor.eat(')') {
                cursor.eat(',');
                let key = match cursor.peek() {
                    Some(Token::Label(key)) => {
                        cursor.next()?;
                        key
                    }
                    _ => "",
                };
                // Flags: `DIFlagA | DIFlagB`.
                loop {
                    let value = item(cursor)?;
                    node.fields.push((key, value));
                    if !cursor.eat('|') {
                        break;
                    }
                }
            }
        }
        Token::Bang => {
            cursor.expect('{')?;
            while !cursor.eat('}') {
                cursor.eat(',');
                let value = item(cursor)?;
                node.items.push(value);
            }
        }
        _ => return Err(cursor.error("not a metadata node")),
    }
    Ok(node)
}

fn item<'t>(cursor: &mut Cursor<'t>) -> Result<Meta<'t>, ReadError> {
    Ok(match cursor.next()? {
        Token::Node(number) => Meta::Node(number),
        Token::Integer(digits) => digits.parse().map_or(Meta::Other, Meta::Int),
        Token::Text(text) => Meta::Text(text),
        Token::Kind(_) => {
            if cursor.peek() == Some(Token::Mark('(')) {
                cursor.skip_nested()?;
            }
            Meta::Other
        }
        Token::Bang => match cursor.peek() {
            Some(Token::Text(text)) => {
                cursor.next()?;
                Meta::Text(text)
            }
            Some(Token::Mark('{')) => {
                cursor.skip_nested()?;
                Meta::Other
            }
            _ => Meta::Other,
        },
        // A constant with its type: `i32 7`.
        Token::Word(word) => match cursor.peek() {
            Some(Token::Integer(digits)) => {
                cursor.next()?;
                digits.parse().map_or(Meta::Other, Meta::Int)
            }
            Some(Token::Global(_) | Token::Word(_)) if word == "ptr" => {
                cursor.next()?;
                Meta::Other
            }
            _ => Meta::Word(word),
        },
        _ => Meta::Other,
    })
}
