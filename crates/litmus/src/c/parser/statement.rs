//! Statements.

use pmdrace_axioms::{Tag, Tags};

use super::{Parser, is_type};
use crate::Problem;
use crate::c::lexer::Token;
use crate::c::primitives::{Action, Primitive};
use crate::c::syntax::{Change, Expression, Order, Statement, Update};

/// Keywords of C that begin no statement here.
const KEYWORDS: [&str; 9] =
    ["for", "do", "switch", "goto", "return", "break", "continue", "case", "default"];

/// Those that begin one.
const NAMED: [&str; 3] = ["if", "else", "while"];

impl<'p> Parser<'p> {
    /// A statement, which may stand for several.
    pub(super) fn statement(&mut self, into: &mut Vec<Statement>) -> Result<(), Problem> {
        self.nested(|parser| parser.one_statement(into))
    }

    fn one_statement(&mut self, into: &mut Vec<Statement>) -> Result<(), Problem> {
        if self.eat(";") {
            return Ok(());
        }
        if self.eat("{") {
            while !self.eat("}") {
                if self.peek(0).is_none() {
                    return self.problem("expected `}`, found the end", "close the block");
                }
                self.statement(into)?;
            }
            return Ok(());
        }
        let (at, before) = (self.at(), into.len());
        if let Some(label) = self.label()? {
            let left_out = self.left_out.contains(&label);
            return self.labelled(left_out, into);
        }
        if let Some(Token::Name("if" | "while")) = self.peek(0) {
            // What is inside comes after it.
            self.places.push(at);
            return self.branch(into);
        }
        self.simple(into)?;
        self.places.extend(into.iter().skip(before).map(|_| at));
        Ok(())
    }

    /// A label, in steps alone.
    fn label(&mut self) -> Result<Option<&'p str>, Problem> {
        let (Some(Token::Name(name)), Some(Token::Mark(":"))) = (self.peek(0), self.peek(1)) else {
            return Ok(None);
        };
        if self.words.is_none() {
            return Ok(None);
        }
        if KEYWORDS.contains(&name) || NAMED.contains(&name) {
            return self.problem(format!("`{name}` is no label"), "name the guard otherwise");
        }
        self.next += 2;
        if matches!(self.peek(0), None | Some(Token::Mark("}" | ";"))) {
            return self.problem(
                format!("the label `{name}` is before no statement"),
                "write it before the statement that variants leave out",
            );
        }
        Ok(Some(name))
    }

    /// The statement behind a label; if it is left out, nothing of it, its variables included.
    fn labelled(&mut self, left_out: bool, into: &mut Vec<Statement>) -> Result<(), Problem> {
        let (places, before) = (self.places.len(), into.len());
        let variables = self.thread.variables.len();
        self.statement(into)?;
        if left_out {
            self.places.truncate(places);
            self.thread.variables.truncate(variables);
            into.truncate(before);
        }
        Ok(())
    }

    /// A statement without others inside.
    fn simple(&mut self, into: &mut Vec<Statement>) -> Result<(), Problem> {
        match self.peek(0) {
            Some(Token::Name("return")) if self.words.is_some() => {
                self.next += 1;
                if !self.is(";") && self.peek(0).is_some() {
                    return self.problem("steps return nothing", "write `return;`");
                }
                into.push(Statement::Return);
                return self.end();
            }
            Some(Token::Name("else")) => {
                return self
                    .problem("this `else` belongs to no `if`", "write a statement before it");
            }
            Some(Token::Name(word)) if KEYWORDS.contains(&word) => {
                let help = "use `if` and `while`";
                return self.problem(format!("`{word}` is not supported"), help);
            }
            Some(Token::Name(name)) if is_type(name) || name == "struct" => {
                return self.declaration(into);
            }
            Some(Token::Name(name)) if self.peek(1) == Some(Token::Mark("(")) => {
                if let Some(Primitive::Action(action)) = Primitive::named(name) {
                    self.action(name, action, into)?;
                    return self.end();
                }
            }
            _ => {}
        }
        self.assignment(into)?;
        self.end()
    }

    /// The end of a statement. The last of some steps needs no `;`.
    fn end(&mut self) -> Result<(), Problem> {
        match self.words.is_some() && self.peek(0).is_none() {
            true => Ok(()),
            false => self.expect(";", "end the statement with `;`"),
        }
    }

    fn parenthesized(&mut self) -> Result<Expression, Problem> {
        self.expect("(", "write the condition in parentheses")?;
        let condition = self.expression()?;
        self.expect(")", "close the parenthesis")?;
        Ok(condition)
    }

    /// `if` or `while`.
    fn branch(&mut self, into: &mut Vec<Statement>) -> Result<(), Problem> {
        let repeats = self.eat_name("while");
        self.next += usize::from(!repeats);
        let condition = self.parenthesized()?;
        if repeats {
            let mut body = Vec::new();
            self.statement(&mut body)?;
            into.push(Statement::While(condition, body));
            return Ok(());
        }
        let (mut then, mut otherwise) = (Vec::new(), Vec::new());
        self.statement(&mut then)?;
        if self.eat_name("else") {
            self.statement(&mut otherwise)?;
        }
        into.push(Statement::If(condition, then, otherwise));
        Ok(())
    }

    /// `int *p = x, r;`.
    fn declaration(&mut self, into: &mut Vec<Statement>) -> Result<(), Problem> {
        self.types();
        loop {
            while self.eat("*") {}
            let Some(Token::Name(name)) = self.peek(0) else {
                return self.problem("expected the name of a variable", "write `int r0;`");
            };
            if self.words.is_some() && (KEYWORDS.contains(&name) || NAMED.contains(&name)) {
                return self.problem(format!("`{name}` is no name of a variable"), "rename it");
            }
            if self.variable(name).is_none() && self.is_object(name) {
                let message = format!("`{name}` is a name of [state]");
                return self.problem(message, "name the variable otherwise");
            }
            self.next += 1;
            let variable = self.declare(name);
            if self.eat("=") {
                let value = self.expression()?;
                into.push(Statement::Assign(variable, value));
            }
            if !self.eat(",") {
                return self.end();
            }
        }
    }

    /// `r = e`, `*p = e`, or an expression alone.
    fn assignment(&mut self, into: &mut Vec<Statement>) -> Result<(), Problem> {
        let at = self.at();
        if let (Some(Token::Name(name)), Some(Token::Mark("="))) = (self.peek(0), self.peek(1))
            && (self.variable(name).is_some() || self.object_next().is_none())
        {
            // A name that is assigned to is a variable, declared or not.
            self.next += 2;
            let variable = self.declare(name);
            let value = self.expression()?;
            into.push(Statement::Assign(variable, value));
            return Ok(());
        }
        let left = self.expression()?;
        if !self.eat("=") {
            into.push(Statement::Evaluate(left));
            return Ok(());
        }
        let value = self.expression()?;
        match left {
            Expression::Variable(variable) => into.push(Statement::Assign(variable, value)),
            Expression::Load(Tags::NONE, address) => {
                into.push(Statement::Store(Tags::NONE, *address, value));
            }
            _ => {
                let help = "assign to a variable or to `*p`";
                return self.file.problem(at, "this cannot be assigned to", help);
            }
        }
        Ok(())
    }

    /// A call of a primitive that has no value.
    fn action(
        &mut self,
        name: &str,
        action: Action,
        into: &mut Vec<Statement>,
    ) -> Result<(), Problem> {
        let at = self.at();
        let takes = Primitive::Action(action).arguments();
        let mut arguments = self.arguments(name, takes)?.into_iter();
        let mut next = || arguments.next().unwrap_or(Expression::Number(0));
        let statement = match action {
            Action::Write(tag) => {
                let address = self.object(at, name, next())?;
                Statement::Store(tag.into(), address, next())
            }
            Action::WriteAt(tag) => Statement::Store(tag.into(), next(), next()),
            Action::WriteAndFence => {
                let address = self.object(at, name, next())?;
                into.push(Statement::Store(Tag::Once.into(), address, next()));
                Statement::Fence(Tag::Mb)
            }
            Action::Fence(tag) => Statement::Fence(tag),
            Action::Lock => Statement::Lock(next()),
            Action::Unlock => Statement::Unlock(next()),
            Action::SrcuUnlock => Statement::SrcuUnlock(next(), next()),
            Action::SynchronizeSrcu => Statement::SynchronizeSrcu(next()),
            Action::Update(by, operand) => {
                let change = Change::Fetch(by, operand.take(&mut next));
                Statement::Update(Update { address: next(), order: Order::NoReturn, change })
            }
        };
        into.push(statement);
        Ok(())
    }
}
