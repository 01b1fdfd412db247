//! Reads the threads of a test in C.

mod expression;
mod statement;

use crate::Problem;
use crate::c::lexer::{Placed, Token, tokens};
use crate::c::syntax::{Thread, Vocabulary};
use crate::file::File;
use crate::syntax::{Init, Place};

/// How deep statements and expressions may nest.
const MAX_DEPTH: usize = 200;

/// Reads all threads, in which variables that have initial values need no declaration.
pub(super) fn threads(file: &File<'_>, init: &[Init]) -> Result<Vec<Thread>, Problem> {
    let tokens = tokens(file, file.threads.clone(), 0)?;
    let mut parser = Parser::new(file, init, None, tokens);
    let mut threads = Vec::new();
    while parser.peek(0).is_some() {
        threads.push(parser.thread(threads.len())?);
    }
    match threads.is_empty() {
        true => parser.problem("there are no threads", "write them as `P0(int *x) { ... }`"),
        false => Ok(threads),
    }
}

/// Reads the statements of a text, which follow those of a thread, without those that have one of the labels
/// `left_out`; returns the place of each, those inside others after them.
pub(crate) fn statements(
    file: &File<'_>,
    words: &dyn Vocabulary,
    left_out: &[&str],
    thread: &mut Thread,
) -> Result<Vec<usize>, Problem> {
    let tokens = tokens(file, file.threads.clone(), 1)?;
    let mut parser = Parser::new(file, &[], Some(words), tokens);
    parser.left_out = left_out;
    parser.thread = std::mem::take(thread);
    let mut body = std::mem::take(&mut parser.thread.body);
    while parser.peek(0).is_some() {
        parser.statement(&mut body)?;
    }
    *thread = Thread { body, ..parser.thread };
    Ok(parser.places)
}

struct Parser<'p> {
    file: &'p File<'p>,
    init: &'p [Init],
    /// The names of a scenario; a litmus test has none.
    words: Option<&'p dyn Vocabulary>,
    /// The labels of statements that are passed over.
    left_out: &'p [&'p str],
    tokens: Vec<Placed<'p>>,
    next: usize,
    depth: usize,
    /// Where statements begin.
    places: Vec<usize>,
    /// The thread so far.
    thread: Thread,
}

impl<'p> Parser<'p> {
    fn new(
        file: &'p File<'p>,
        init: &'p [Init],
        words: Option<&'p dyn Vocabulary>,
        tokens: Vec<Placed<'p>>,
    ) -> Parser<'p> {
        let (places, thread) = (Vec::new(), Thread::default());
        Parser { file, init, words, left_out: &[], tokens, next: 0, depth: 0, places, thread }
    }

    fn peek(&self, ahead: usize) -> Option<Token<'p>> {
        self.tokens.get(self.next + ahead).map(|placed| placed.token)
    }

    fn at(&self) -> usize {
        self.tokens.get(self.next).map_or(self.file.threads.end, |placed| placed.at)
    }

    fn is(&self, mark: &str) -> bool {
        self.peek(0) == Some(Token::Mark(mark))
    }

    fn eat(&mut self, mark: &str) -> bool {
        let found = self.is(mark);
        self.next += usize::from(found);
        found
    }

    fn eat_name(&mut self, name: &str) -> bool {
        let found = self.peek(0) == Some(Token::Name(name));
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, mark: &str, help: &str) -> Result<(), Problem> {
        if self.eat(mark) {
            return Ok(());
        }
        let found = match self.peek(0) {
            None => "the end".into(),
            Some(Token::Name(name) | Token::Mark(name)) => format!("`{name}`"),
            Some(Token::Number(number)) => format!("`{number}`"),
        };
        self.problem(format!("expected `{mark}`, found {found}"), help)
    }

    fn problem<T>(
        &self,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Result<T, Problem> {
        self.file.problem(self.at(), message, help)
    }

    fn nested<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        if self.depth == MAX_DEPTH {
            return self.problem("this is nested too deeply", "make it simpler");
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// `P0(int *x, spinlock_t *s) { ... }`.
    fn thread(&mut self, number: usize) -> Result<Thread, Problem> {
        while self.eat_name("static") || self.eat_name("void") || self.eat("*") {}
        let expected = format!("P{number}");
        if !self.eat_name(&expected) {
            let help = "threads are functions P0, P1 and so on, in this order";
            return self.problem(format!("expected the thread {expected}"), help);
        }
        self.thread = Thread::default();
        self.expect("(", "list the locations that it uses: `P0(int *x)`")?;
        while !self.eat(")") {
            self.types();
            let Some(Token::Name(name)) = self.peek(0) else {
                return self.problem("expected the name of a parameter", "write `int *x`");
            };
            if self.variable(name).is_some() {
                let message = format!("there are two parameters `{name}`");
                return self.problem(message, "rename one");
            }
            self.next += 1;
            self.declare(name);
            if !self.is(")") {
                self.expect(",", "separate parameters by `,`")?;
            }
        }
        self.thread.parameters = self.thread.variables.len();
        for init in self.init {
            match &init.place {
                Place::Register(of, name) if *of == number => {
                    self.declare(name);
                }
                _ => {}
            }
        }
        if !self.is("{") {
            return self.problem("expected the body of the thread", "write it in braces");
        }
        let mut body = Vec::new();
        self.statement(&mut body)?;
        self.thread.body = body;
        Ok(std::mem::take(&mut self.thread))
    }

    fn variable(&self, name: &str) -> Option<usize> {
        self.thread.variables.iter().position(|other| other == name)
    }

    fn declare(&mut self, name: &str) -> usize {
        self.variable(name).unwrap_or_else(|| {
            self.thread.variables.push(name.into());
            self.thread.variables.len() - 1
        })
    }

    /// Passes a type with its stars; whether there was one.
    fn types(&mut self) -> bool {
        let start = self.next;
        loop {
            match self.peek(0) {
                Some(Token::Name("struct" | "union" | "enum")) => self.next += 2,
                Some(Token::Name(name)) if is_type(name) => self.next += 1,
                Some(Token::Mark("*")) if self.next > start => self.next += 1,

                _ => return self.next > start,
            }
        }
    }
}

/// Whether a name is a part of a type.
fn is_type(name: &str) -> bool {
    let words = [
        "void", "char", "short", "int", "long", "unsigned", "signed", "bool", "volatile", "const",
        "_Atomic", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64",
    ];
    words.contains(&name) || name.ends_with("_t")
}
