//! Expressions.

use pmdrace_axioms::{Tags, Value};

use super::Parser;
use crate::Problem;
use crate::c::lexer::Token;
use crate::c::primitives::{Function, Primitive};
use crate::c::syntax::{Change, Expression, Operator, Order, Update};
use crate::read::number_of;

/// How many operators may follow each other without parentheses: they nest, too.
const MAX_CHAIN: usize = 50;

impl Parser<'_> {
    /// An expression.
    pub(super) fn expression(&mut self) -> Result<Expression, Problem> {
        self.nested(|parser| {
            let condition = parser.binary(0)?;
            if !parser.eat("?") {
                return Ok(condition);
            }
            let then = parser.expression()?;
            parser.expect(":", "write `a ? b : c`")?;
            let otherwise = parser.expression()?;
            Ok(Expression::Choose(Box::new([condition, then, otherwise])))
        })
    }

    /// Operators from this strength on.
    fn binary(&mut self, strength: usize) -> Result<Expression, Problem> {
        let mut left = self.unary()?;
        let mut length = 0;
        while let Some(Token::Mark(mark)) = self.peek(0) {
            let Some((own, operator)) = operator(mark) else { break };
            if own < strength {
                break;
            }
            if self.peek(1) == Some(Token::Mark("=")) {
                let help = format!("write `x = x {mark} ...`");
                return self.problem(format!("`{mark}=` is not supported"), help);
            }
            length += 1;
            if length > MAX_CHAIN {
                return self.problem("this expression is too long", "compute it in parts");
            }
            self.next += 1;
            let right = self.nested(|parser| parser.binary(own + 1))?;
            left = match operator {
                Some(operator) => Expression::Binary(operator, Box::new(left), Box::new(right)),
                None => {
                    let right = truth(right);
                    let parts = match mark {
                        "&&" => [left, right, Expression::Number(0)],
                        _ => [left, Expression::Number(1), right],
                    };
                    Expression::Choose(Box::new(parts))
                }
            };
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Expression, Problem> {
        self.nested(|parser| {
            let zero = || Box::new(Expression::Number(0));
            if parser.eat("*") {
                return Ok(Expression::Load(Tags::NONE, Box::new(parser.unary()?)));
            }
            if parser.words.is_some() && parser.eat("&") {
                return match parser.unary()? {
                    Expression::Load(Tags::NONE, address) => Ok(*address),
                    _ => parser.problem("this has no address", "write & before a word"),
                };
            }
            if parser.eat("-") {
                let of = Box::new(parser.unary()?);
                return Ok(Expression::Binary(Operator::Subtract, zero(), of));
            }
            if parser.eat("!") {
                let of = Box::new(parser.unary()?);
                return Ok(Expression::Binary(Operator::Equal, of, zero()));
            }
            if parser.eat("~") {
                let ones = Expression::Number(Value::MAX);
                let of = Box::new(parser.unary()?);
                return Ok(Expression::Binary(Operator::Xor, of, Box::new(ones)));
            }
            if parser.is("(") {
                let start = parser.next;
                parser.next += 1;
                if parser.types() && parser.eat(")") {
                    return parser.unary();
                }
                parser.next = start + 1;
                let inner = parser.expression()?;
                parser.expect(")", "close the parenthesis")?;
                return Ok(inner);
            }
            parser.primary()
        })
    }

    fn primary(&mut self) -> Result<Expression, Problem> {
        match self.peek(0) {
            Some(Token::Number(number)) => {
                let number = match self.words {
                    Some(_) => number,
                    None => number_of(self.file, self.at(), number)?,
                };
                self.next += 1;
                Ok(Expression::Number(number))
            }
            Some(Token::Name(name)) if self.peek(1) == Some(Token::Mark("(")) => self.call(name),
            Some(Token::Name(name)) => {
                let found = match (name, self.words) {
                    ("VAL", Some(_)) => Some(self.declare(name)),
                    _ => self.variable(name),
                };
                let Some(variable) = found else {
                    if self.words.is_some() {
                        return self.word(name, None);
                    }
                    let help = "declare it, or make it a parameter";
                    return self.problem(format!("there is no variable `{name}`"), help);
                };
                self.next += 1;
                match self.peek(0) {
                    Some(Token::Mark("->")) if self.words.is_some() => {
                        self.next += 1;
                        match self.peek(0) {
                            Some(Token::Name(name)) => self.word(name, Some(variable)),
                            _ => self.problem("expected a word", "write r0->x"),
                        }
                    }
                    Some(Token::Mark("++" | "--")) if self.words.is_some() => {
                        let help = format!("write `{name} = {name} + 1`");
                        self.problem("this operator is not supported", help)
                    }
                    Some(Token::Mark("[" | "->" | "." | "++" | "--")) => {
                        let help = "use `*p` with a pointer that is computed before";
                        self.problem("this operator is not supported", help)
                    }
                    _ => Ok(Expression::Variable(variable)),
                }
            }
            _ => self.problem("expected an expression", "write a variable, a number or a call"),
        }
    }

    /// The contents of an object of the scenario, `x`, `T[0]` or `F.refcount`.
    fn word(&mut self, name: &str, through: Option<usize>) -> Result<Expression, Problem> {
        let Some((number, end)) = self.object_next() else {
            let help = self.words.map_or_else(String::new, |words| words.help(name));
            return self.problem(format!("there is no `{name}`"), help);
        };
        while self.tokens.get(self.next).is_some_and(|token| token.at < end) {
            self.next += 1;
        }
        Ok(Expression::Load(Tags::NONE, Box::new(Expression::Object(number, through))))
    }

    /// The number of the object whose name comes next, if it is no variable, and where the name ends.
    pub(super) fn object_next(&self) -> Option<(usize, usize)> {
        let at = self.at();
        let (number, length) = self.words?.object(self.file.text.get(at..)?)?;
        Some((number, at + length))
    }

    /// Whether this name, which comes next, is that of an object.
    pub(super) fn is_object(&self, name: &str) -> bool {
        self.object_next().is_some_and(|(_, end)| end == self.at() + name.len())
    }

    /// A function of the scenario's vocabulary.
    fn function(&mut self, name: &str) -> Result<Expression, Problem> {
        let at = self.at();
        match self.words {
            None => {
                let help = "use a primitive of tools/memory-model/linux-kernel.def";
                self.problem(format!("there is no primitive `{name}`"), help)
            }
            Some(words) => match words.function(name) {
                Some((number, takes)) => {
                    let arguments = self.arguments(name, takes)?;
                    Ok(Expression::Call(number, arguments, at))
                }
                None => self.problem(format!("there is no function `{name}`"), words.help(name)),
            },
        }
    }

    fn call(&mut self, name: &str) -> Result<Expression, Problem> {
        let at = self.at();
        if self.words.is_some() && matches!(name, "likely" | "unlikely") {
            return Ok(self.arguments(name, 1)?.swap_remove(0));
        }
        if self.words.is_some_and(|words| words.function(name).is_some()) {
            return self.function(name);
        }
        let function = match Primitive::named(name) {
            Some(Primitive::Function(function)) => function,
            Some(Primitive::Action(_)) => {
                return self.problem(format!("{name}() has no value"), "use it as a statement");
            }
            None => return self.function(name),
        };
        let takes = Primitive::Function(function).arguments();
        let mut arguments = self.arguments(name, takes)?.into_iter();
        let mut next = || arguments.next().unwrap_or(Expression::Number(0));
        let update = |address, order, change| {
            Expression::Update(Box::new(Update { address, order, change }))
        };
        Ok(match function {
            Function::Read(tag) => {
                let address = self.object(at, name, next())?;
                Expression::Load(tag.into(), Box::new(address))
            }
            Function::ReadAt(tag) => Expression::Load(tag.into(), Box::new(next())),
            Function::TryLock => Expression::TryLock(Box::new(next())),
            Function::IsLocked => Expression::IsLocked(Box::new(next())),
            Function::SrcuLock => Expression::SrcuLock(Box::new(next())),
            Function::Exchange(order) => update(next(), order, Change::Exchange(next())),
            Function::CompareExchange(order) => {
                update(next(), order, Change::CompareExchange(next(), next()))
            }
            Function::AddUnless => update(next(), Order::Full, Change::AddUnless(next(), next())),
            Function::Fetch(order, by, operand) => {
                let change = Change::Fetch(by, operand.take(&mut next));
                update(next(), order, change)
            }
            Function::Return(order, by, operand) => {
                let change = Change::Return(by, operand.take(&mut next));
                update(next(), order, change)
            }
            // Numbers of steps have no sign, and `-1` has the highest bit.
            Function::Test(by, operand, Operator::Less) if self.words.is_some() => {
                let change = Change::Return(by, operand.take(&mut next));
                let new = update(next(), Order::Full, change);
                let highest = Box::new(Expression::Number(63));
                Expression::Binary(Operator::ShiftRight, Box::new(new), highest)
            }
            Function::Test(by, operand, test) => {
                let change = Change::Return(by, operand.take(&mut next));
                let new = update(next(), Order::Full, change);
                Expression::Binary(test, Box::new(new), Box::new(Expression::Number(0)))
            }
        })
    }

    /// The arguments of a call.
    pub(super) fn arguments(
        &mut self,
        name: &str,
        takes: usize,
    ) -> Result<Vec<Expression>, Problem> {
        let at = self.at();
        self.next += 1;
        self.expect("(", "call it")?;
        if let Some(given) = self.count_arguments().filter(|given| *given != takes) {
            let message = match given {
                1 => format!("{name}() has 1 argument here"),
                given => format!("{name}() has {given} arguments here"),
            };
            let usage = self.words.and_then(|words| words.usage(name));
            let help = usage.map_or(format!("it takes {takes}"), |usage| format!("write {usage}"));
            return self.file.problem(at, message, help);
        }
        let mut arguments = Vec::new();
        while !self.eat(")") {
            arguments.push(self.expression()?);
            if !self.is(")") {
                self.expect(",", "separate arguments by `,`")?;
            }
        }
        Ok(arguments)
    }

    /// How many arguments come before the closing parenthesis, if there is one.
    fn count_arguments(&self) -> Option<usize> {
        let (mut depth, mut commas) = (0, 0);
        for (index, placed) in self.tokens.iter().skip(self.next).enumerate() {
            match placed.token {
                Token::Mark("(") => depth += 1,
                Token::Mark(")") if depth == 0 => {
                    return Some(if index == 0 { 0 } else { commas + 1 });
                }
                Token::Mark(")") => depth -= 1,
                Token::Mark(",") if depth == 0 => commas += 1,
                _ => {}
            }
        }
        None
    }

    /// The address of the object that a macro is given.
    pub(super) fn object(
        &self,
        at: usize,
        name: &str,
        of: Expression,
    ) -> Result<Expression, Problem> {
        match of {
            Expression::Load(Tags::NONE, address) => Ok(*address),
            _ => {
                let help = match self.words {
                    Some(_) => format!("write {name}(x) for a word, {name}(*p) for an address"),
                    None => format!("write {name}(*x)"),
                };
                self.file.problem(at, format!("{name}() needs an object in memory"), help)
            }
        }
    }
}

/// A value as 0 or 1.
fn truth(of: Expression) -> Expression {
    Expression::Binary(Operator::NotEqual, Box::new(of), Box::new(Expression::Number(0)))
}

/// How strongly an operator binds; `&&` and `||` are no operators on values.
fn operator(mark: &str) -> Option<(usize, Option<Operator>)> {
    Some(match mark {
        "||" => (0, None),
        "&&" => (1, None),
        "|" => (2, Some(Operator::Or)),
        "^" => (3, Some(Operator::Xor)),
        "&" => (4, Some(Operator::And)),
        "==" => (5, Some(Operator::Equal)),
        "!=" => (5, Some(Operator::NotEqual)),
        "<" => (6, Some(Operator::Less)),
        "<=" => (6, Some(Operator::LessEqual)),
        ">" => (6, Some(Operator::Greater)),
        ">=" => (6, Some(Operator::GreaterEqual)),
        "<<" => (7, Some(Operator::ShiftLeft)),
        ">>" => (7, Some(Operator::ShiftRight)),
        "+" => (8, Some(Operator::Add)),
        "-" => (8, Some(Operator::Subtract)),
        "*" => (9, Some(Operator::Multiply)),
        "/" => (9, Some(Operator::Divide)),
        "%" => (9, Some(Operator::Remainder)),
        _ => return None,
    })
}
