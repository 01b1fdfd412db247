//! Expressions of the assembler: `662b-661b`, `(1 << 15) | ($0)`, `1b - .`.

use super::template::read_mark;

/// How deep parentheses may nest.
const DEPTH: u32 = 64;

/// What an expression may refer to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Leaf {
    /// The place of the expression itself.
    Dot,
    /// A label or symbol; numeric ones with their direction: `661b`.
    Name(String),
    /// The value of an operand.
    Operand(usize),
}

/// An expression.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Expression {
    Number(i128),
    Leaf(Leaf),
    Unary(char, Box<Expression>),
    Binary(&'static str, Box<Expression>, Box<Expression>),
}

/// Operators by how tightly they bind, the loosest first.
const LEVELS: &[&[&str]] = &[
    &["||"],
    &["&&"],
    &["==", "!=", "<>", "<=", ">=", "<", ">"],
    &["+", "-"],
    &["|", "^", "&"],
    &["<<", ">>", "*", "/", "%"],
];

impl Expression {
    /// Reads an expression that is all of the text.
    pub(crate) fn read(text: &str) -> Result<Expression, String> {
        let mut parser = Parser { rest: text.trim_start() };
        let found = parser.level(0, 0)?;
        if parser.rest.is_empty() {
            Ok(found)
        } else {
            Err(format!("the expression `{}`", printable(text)))
        }
    }

    /// Its value, if every leaf has one.
    pub(crate) fn value(&self, leaf: &dyn Fn(&Leaf) -> Option<i128>) -> Option<i128> {
        Some(match self {
            Expression::Number(number) => *number,
            Expression::Leaf(found) => leaf(found)?,
            Expression::Unary(op, a) => {
                let a = a.value(leaf)?;
                match op {
                    '-' => a.wrapping_neg(),
                    '~' => !a,
                    _ => i128::from(a == 0),
                }
            }
            Expression::Binary(op, a, b) => {
                let (a, b) = (a.value(leaf)?, b.value(leaf)?);
                // The assembler's true is -1.
                let truth = |yes: bool| -i128::from(yes);
                let by = u32::try_from(b).ok().filter(|by| *by < 128);
                match *op {
                    "+" => a.wrapping_add(b),
                    "-" => a.wrapping_sub(b),
                    "*" => a.wrapping_mul(b),
                    "/" => a.checked_div(b)?,
                    "%" => a.checked_rem(b)?,
                    "<<" => a << by?,
                    ">>" => a >> by?,
                    "|" => a | b,
                    "&" => a & b,
                    "^" => a ^ b,
                    "==" => truth(a == b),
                    "!=" | "<>" => truth(a != b),
                    "<" => truth(a < b),
                    ">" => truth(a > b),
                    "<=" => truth(a <= b),
                    ">=" => truth(a >= b),
                    "&&" => truth(a != 0 && b != 0),
                    _ => truth(a != 0 || b != 0),
                }
            }
        })
    }

    /// The value of an expression without leaves.
    pub(crate) fn constant(&self) -> Option<i128> {
        self.value(&|_| None)
    }

    /// The first name that is added: the place that `1b - .` is about.
    pub(crate) fn added_name(&self) -> Option<&str> {
        match self {
            Expression::Leaf(Leaf::Name(name)) => Some(name),
            Expression::Binary("+", a, b) => a.added_name().or_else(|| b.added_name()),
            Expression::Binary("-", a, _) => a.added_name(),
            _ => None,
        }
    }

    /// The first operand that is added.
    pub(crate) fn added_operand(&self) -> Option<usize> {
        match self {
            Expression::Leaf(Leaf::Operand(number)) => Some(*number),
            Expression::Binary("+", a, b) => a.added_operand().or_else(|| b.added_operand()),
            Expression::Binary("-", a, _) => a.added_operand(),
            _ => None,
        }
    }
}

/// A text with the marks of operands made visible.
pub(crate) fn printable(text: &str) -> String {
    text.replace(super::template::OPEN, "${").replace(super::template::CLOSE, "}")
}

struct Parser<'t> {
    rest: &'t str,
}

impl<'t> Parser<'t> {
    fn level(&mut self, level: usize, depth: u32) -> Result<Expression, String> {
        let Some(operators) = LEVELS.get(level) else { return self.unary(depth) };
        let mut left = self.level(level + 1, depth)?;
        let mut count = 0;
        while let Some(op) = self.operator(operators) {
            count += 1;
            if count > 256 {
                return Err("an expression this long".to_owned());
            }
            let right = self.level(level + 1, depth)?;
            left = Expression::Binary(op, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    /// An operator of this level that is next, and no longer one of another level.
    fn operator(&mut self, operators: &[&'static str]) -> Option<&'static str> {
        let longest = LEVELS.iter().flat_map(|level| level.iter());
        let longest = longest.filter(|op| self.rest.starts_with(**op)).max_by_key(|op| op.len())?;
        let found = operators.iter().find(|op| *op == longest)?;
        self.skip(found.len());
        Some(found)
    }

    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or("").trim_start();
    }

    fn unary(&mut self, depth: u32) -> Result<Expression, String> {
        if depth > DEPTH {
            return Err("an expression that nests this deeply".to_owned());
        }
        match self.rest.chars().next() {
            Some(op @ ('-' | '~' | '!')) => {
                self.skip(1);
                Ok(Expression::Unary(op, Box::new(self.unary(depth + 1)?)))
            }
            Some('+') => {
                self.skip(1);
                self.unary(depth + 1)
            }
            Some('(') => {
                self.skip(1);
                let inner = self.level(0, depth + 1)?;
                if !self.rest.starts_with(')') {
                    return Err(format!("expected `)` at `{}`", printable(self.rest)));
                }
                self.skip(1);
                Ok(inner)
            }
            _ => self.leaf(),
        }
    }

    fn leaf(&mut self) -> Result<Expression, String> {
        if let Some((number, _, rest)) = read_mark(self.rest) {
            self.rest = rest.trim_start();
            return Ok(Expression::Leaf(Leaf::Operand(number)));
        }
        let word_end = |c: char| !(c.is_ascii_alphanumeric() || "_.$".contains(c));
        let end = self.rest.find(word_end).unwrap_or(self.rest.len());
        let word = &self.rest[..end];
        self.skip(end);
        if word == "." {
            return Ok(Expression::Leaf(Leaf::Dot));
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return match number(word) {
                Some(number) => Ok(Expression::Number(number)),
                None => Ok(Expression::Leaf(Leaf::Name(word.to_owned()))),
            };
        }
        if word.is_empty() {
            return Err(format!("the expression `{}`", printable(self.rest)));
        }
        Ok(Expression::Leaf(Leaf::Name(word.to_owned())))
    }
}

/// A number of the assembler: `12`, `0x1f`, `017`; None for `12b`, which is a label.
pub(crate) fn number(word: &str) -> Option<i128> {
    let digits = |text: &str, radix| i128::from_str_radix(text, radix).ok();
    let word = word.trim_end_matches(['u', 'U', 'l', 'L']);
    if let Some(hex) = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X")) {
        return digits(hex, 16);
    }
    match word.strip_prefix('0') {
        Some(octal) if !octal.is_empty() => digits(octal, 8),
        _ => digits(word, 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn works_out_what_is_constant() {
        let value = |text| Expression::read(text).expect("an expression").constant();
        assert_eq!(value("(1 << 15) | (3)"), Some(0x8003));
        assert_eq!(value("( 3*32+21)"), Some(117));
        assert_eq!(value("1 == 1"), Some(-1));
        assert_eq!(value("0x10 - -2"), Some(18));
        assert_eq!(value("1b - ."), None);
        let place = Expression::read("771b - .").expect("an expression");
        assert_eq!(place.added_name(), Some("771b"));
        assert!(Expression::read("1 +").is_err());
    }
}
