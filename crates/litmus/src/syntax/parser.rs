//! What the readers of initial states and of questions need alike.

use std::ops::Range;

use super::lexer::{Placed, Spelling, Token, tokens};
use super::{Constant, Field, Place, Symbol, View};
use crate::Problem;

/// How deep expressions may nest.
const MAX_DEPTH: usize = 200;

/// A walk over the tokens of a section.
pub(super) struct Parser<'t> {
    text: &'t str,
    tokens: Vec<Placed<'t>>,
    next: usize,
    end: usize,
    depth: usize,
    /// The names of threads so far, where they have names: their numbers are places in this list.
    threads: Option<Vec<&'t str>>,
}

impl<'t> Parser<'t> {
    pub(super) fn new(text: &'t str, section: Range<usize>) -> Result<Parser<'t>, Problem> {
        let end = section.end;
        let tokens = tokens(text, section, Spelling::Herd)?;
        Ok(Parser { text, tokens, next: 0, end, depth: 0, threads: None })
    }

    /// A walk over the tokens of a text in which threads have names.
    pub(super) fn with_names(text: &'t str) -> Result<Parser<'t>, Problem> {
        let tokens = tokens(text, 0..text.len(), Spelling::Hyphens)?;
        let threads = Some(Vec::new());
        Ok(Parser { text, tokens, next: 0, end: text.len(), depth: 0, threads })
    }

    /// The names of threads, by their numbers.
    pub(super) fn threads(&self) -> &[&'t str] {
        self.threads.as_deref().unwrap_or_default()
    }

    /// Whether a register is next.
    pub(super) fn is_register(&self) -> bool {
        let is_thread = match self.peek(0) {
            Some(Token::Number(_) | Token::Thread(_)) => true,
            Some(Token::Name(_)) => self.threads.is_some(),
            _ => false,
        };
        is_thread && self.is_mark(1, ':')
    }

    /// The token that is `ahead` of the next one.
    pub(super) fn peek(&self, ahead: usize) -> Option<Token<'t>> {
        self.tokens.get(self.next + ahead).map(|placed| placed.token)
    }

    /// The place of the next token.
    pub(super) fn at(&self) -> usize {
        self.tokens.get(self.next).map_or(self.end, |placed| placed.at)
    }

    pub(super) fn advance(&mut self) {
        self.next += 1;
    }

    /// Whether the next token is this one, which is passed then.
    pub(super) fn eat(&mut self, token: Token<'_>) -> bool {
        let found = self.peek(0) == Some(token);
        self.next += usize::from(found);
        found
    }

    pub(super) fn eat_mark(&mut self, mark: char) -> bool {
        self.eat(Token::Mark(mark))
    }

    pub(super) fn eat_name(&mut self, name: &str) -> bool {
        self.eat(Token::Name(name))
    }

    pub(super) fn is_mark(&self, ahead: usize, mark: char) -> bool {
        self.peek(ahead) == Some(Token::Mark(mark))
    }

    pub(super) fn expect(&mut self, mark: char, help: &str) -> Result<(), Problem> {
        if self.eat_mark(mark) {
            return Ok(());
        }
        self.problem(format!("expected `{mark}`, found {}", self.found()), help)
    }

    /// What the next token is, for messages.
    pub(super) fn found(&self) -> String {
        let Some(placed) = self.tokens.get(self.next) else { return "the end".into() };
        let rest = self.text.get(placed.at..).unwrap_or("");
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let word = rest.split(|c| !is_part(c)).next().unwrap_or("");
        match word {
            "" => format!("`{}`", rest.chars().next().unwrap_or(' ')),
            word => format!("`{word}`"),
        }
    }

    pub(super) fn problem<T>(
        &self,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Result<T, Problem> {
        self.problem_at(self.at(), message, help)
    }

    pub(super) fn problem_at<T>(
        &self,
        at: usize,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Result<T, Problem> {
        Err(Problem::new(self.text, at, message, help))
    }

    /// Reads what may contain itself.
    pub(super) fn nested<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        if self.depth == MAX_DEPTH {
            return self.problem("this is nested too deeply", "remove parentheses");
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    pub(super) fn name(&mut self, what: &str) -> Result<&'t str, Problem> {
        match self.peek(0) {
            Some(Token::Name(name)) => {
                self.advance();
                Ok(name)
            }
            _ => self.problem(format!("expected {what}, found {}", self.found()), "name it"),
        }
    }

    /// A number that counts something.
    pub(super) fn count(&mut self) -> Result<usize, Problem> {
        let at = self.at();
        let number = match self.peek(0) {
            Some(Token::Number(digits)) => digits.parse().ok(),
            _ => None,
        };
        self.advance();
        match number {
            Some(number) if number <= u16::MAX.into() => Ok(number),
            _ => self.problem_at(at, "expected a small number", "write it in decimal digits"),
        }
    }

    /// The thread before a colon, if one is next: `0:`, `P0:`.
    pub(super) fn thread(&mut self) -> Result<Option<usize>, Problem> {
        if !self.is_register() {
            return Ok(None);
        }
        let digits = match (self.peek(0), &mut self.threads) {
            (
                Some(Token::Number(name) | Token::Thread(name) | Token::Name(name)),
                Some(threads),
            ) => {
                let known = threads.iter().position(|thread| *thread == name);
                let thread = known.unwrap_or(threads.len());
                threads.extend(known.is_none().then_some(name));
                self.next += 2;
                return Ok(Some(thread));
            }
            (Some(Token::Number(digits)), None) => digits,
            (Some(Token::Thread(name)), None) => &name[1..],
            _ => return Ok(None),
        };
        match digits.parse::<u8>() {
            Ok(thread) => {
                self.next += 2;
                Ok(Some(thread.into()))
            }
            Err(_) => self.problem("this is no thread", "threads are numbered from 0 to 255"),
        }
    }

    /// A name of memory: `x`, `x[1]`, `PTE(x)`.
    pub(super) fn symbol(&mut self) -> Result<Symbol, Problem> {
        if let (Some(Token::Thread(name)), false) = (self.peek(0), self.is_mark(1, ':')) {
            // `P0` is a name where no thread can be.
            self.advance();
            return Ok(Symbol { view: View::Memory, name: name.into(), index: None });
        }
        let name = match self.peek(0) {
            // A name that begins with a digit.
            Some(Token::Number(name)) if self.threads.is_some() => {
                self.advance();
                name
            }
            _ => self.name("a location")?,
        };
        let view = match name {
            "PTE" | "TTD" => View::Entry,
            "PA" => View::Physical,
            _ => View::Memory,
        };
        if view != View::Memory && self.eat_mark('(') {
            let name = self.name("a location")?.into();
            self.expect(')', "close it")?;
            return Ok(Symbol { view, name, index: None });
        }
        let mut index = None;
        if self.is_mark(0, '[') && matches!(self.peek(1), Some(Token::Number(_))) {
            self.advance();
            index = Some(self.count()?);
            self.expect(']', "close the index")?;
        }
        Ok(Symbol { view: View::Memory, name: name.into(), index })
    }

    /// What holds a value: `0:X1`, `x`, `[x]`, `*x`, `*0:r1`.
    pub(super) fn place(&mut self) -> Result<Place, Problem> {
        if self.eat_mark('[') {
            let symbol = self.symbol()?;
            self.expect(']', "close the bracket")?;
            return Ok(Place::Memory(symbol));
        }
        self.eat_mark('*');
        match self.thread()? {
            Some(thread) => Ok(Place::Register(thread, self.name("a register")?.into())),
            None => Ok(Place::Memory(self.symbol()?)),
        }
    }

    /// A value.
    pub(super) fn constant(&mut self) -> Result<Constant, Problem> {
        if self.eat_mark('{') {
            return self.nested(Self::array);
        }
        if self.eat_mark('(') {
            return self.entry();
        }
        self.eat_mark('&');
        if let Some(thread) = self.thread()? {
            return Ok(Constant::Label(thread, self.name("a label")?.into()));
        }
        match self.peek(0) {
            Some(Token::Number(number)) => {
                let value = self.number(number)?;
                self.advance();
                Ok(Constant::Number(value))
            }
            Some(Token::Name("instr" | "label")) if self.is_mark(1, ':') => self.quoted(),
            Some(Token::Name("NOP" | "nop")) => {
                self.advance();
                Ok(Constant::Instruction("NOP".into()))
            }
            _ => Ok(Constant::Address(self.symbol()?)),
        }
    }

    fn array(&mut self) -> Result<Constant, Problem> {
        let mut elements = Vec::new();
        while !self.eat_mark('}') {
            elements.push(self.constant()?);
            if !self.is_mark(0, '}') {
                self.expect(',', "separate the elements of an array by `,`")?;
            }
        }
        Ok(Constant::Array(elements))
    }

    fn number(&self, digits: &str) -> Result<u64, Problem> {
        let (negative, rest) =
            digits.strip_prefix('-').map_or((false, digits), |rest| (true, rest));
        let hexadecimal = rest.strip_prefix("0x").or_else(|| rest.strip_prefix("0X"));
        let number = match hexadecimal {
            Some(rest) => u64::from_str_radix(rest, 16),
            None => rest.parse(),
        };
        match number {
            Ok(number) if negative => Ok(number.wrapping_neg()),
            Ok(number) => Ok(number),
            Err(_) => self.problem("this number is too large", "use one of at most 64 bits"),
        }
    }

    /// `instr:"NOP"`, `label:"P0:L0"`.
    fn quoted(&mut self) -> Result<Constant, Problem> {
        let is_label = self.eat_name("label") || {
            self.advance();
            false
        };
        self.advance();
        let Some(Token::Text(text)) = self.peek(0) else {
            return self.problem("expected a string", "write it in quotes");
        };
        let inside = text.get(1..text.len() - 1).unwrap_or("");
        if !is_label {
            self.advance();
            return Ok(Constant::Instruction(inside.into()));
        }
        let parts = inside.strip_prefix('P').unwrap_or(inside).split_once(':');
        let parsed = parts.and_then(|(thread, label)| Some((thread.parse().ok()?, label)));
        let Some((thread, label)) = parsed else {
            return self.problem("this is not a label", "write it as \"P0:name\"");
        };
        self.advance();
        Ok(Constant::Label(thread, label.into()))
    }

    /// The fields of a page-table entry, after the parenthesis.
    fn entry(&mut self) -> Result<Constant, Problem> {
        let mut fields = Vec::new();
        loop {
            let key = self.name("a field of a page-table entry")?;
            let mut field = Field::Set;
            if self.eat_mark(':') {
                field = match self.peek(0) {
                    Some(Token::Number(digits)) => {
                        let number = self.number(digits)?;
                        self.advance();
                        Field::Number(number)
                    }
                    Some(Token::Mark('(')) => Field::Names(self.names()?),
                    _ => Field::Name(self.symbol()?),
                };
            }
            fields.push((key.into(), field));
            if self.eat_mark(')') {
                return Ok(Constant::Entry(fields));
            }
            self.expect(',', "separate fields by `,`, end with `)`")?;
        }
    }

    fn names(&mut self) -> Result<Vec<String>, Problem> {
        self.expect('(', "list the attributes in parentheses")?;
        let mut names = vec![self.name("an attribute")?.into()];
        while self.eat_mark(',') {
            names.push(self.name("an attribute")?.into());
        }
        self.expect(')', "close the list")?;
        Ok(names)
    }
}
