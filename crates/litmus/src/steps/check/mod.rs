//! What can be said about steps before they run: what names stand for, what a CPU holds, and what has no meaning here.

mod barriers;
mod depends;
mod holds;

use std::collections::BTreeSet;

use pmdrace_axioms::{Tag, Tags};
use pmdrace_mm::routine::litmus::REGISTERS;
use pmdrace_mm::{CellKind, Register};

use self::barriers::beside;
use self::depends::Reached;
use crate::c::{Change, Expression, Operator, Order, Statement, Thread, Update};
use crate::steps::functions::{FUNCTIONS, Function, Run, Takes};
use crate::steps::names::{Names, Object};

/// What is wrong with a statement, by its number, and a remedy.
pub(super) struct Wrong {
    pub(super) statement: usize,
    pub(super) message: String,
    pub(super) help: String,
}

/// Parses the name of a register: `r0` and so on.
pub fn register(text: &str) -> Option<Register> {
    let digits = text.strip_prefix('r')?;
    let number: u8 =
        digits.parse().ok().filter(|_| digits == "0" || !digits.starts_with(['0', '+']))?;
    (usize::from(number) < REGISTERS).then_some(Register(number))
}

/// The object that an address is, if it is written out: `&x`, or `x` where an address is meant.
pub(super) fn address(at: &Expression) -> Option<usize> {
    match at {
        Expression::Object(object, _) => Some(*object),
        Expression::Load(Tags::NONE, inner) => match &**inner {
            Expression::Object(object, _) => Some(*object),
            _ => None,
        },
        _ => None,
    }
}

/// Looks through all steps; whether they can use an address of nothing, divide by zero, or assert something.
pub(super) fn all(names: &Names, thread: &Thread) -> Result<bool, Wrong> {
    let mut look = Look {
        names,
        thread,
        number: 0,
        held: Some(Vec::new()),
        reached: None,
        loaded: BTreeSet::new(),
        used: BTreeSet::new(),
        idle: Vec::new(),
        asserts: false,
    };
    let looked =
        look.block(&thread.body, None).and_then(|()| look.ends()).and_then(|()| look.all_used());
    let statement = look.number.saturating_sub(1);
    looked.map_err(|(message, help)| Wrong { statement, message, help })?;
    match look.idle.iter().find(|(_, variable)| !look.used.contains(variable)) {
        Some((statement, variable)) => {
            let name = thread.variables.get(*variable).map_or("", String::as_str);
            let near = names.near(name).map_or(String::new(), |near| format!(", or name `{near}`"));
            Err(Wrong {
                statement: *statement,
                message: format!("the variable `{name}` is never read"),
                help: format!("leave it out{near}"),
            })
        }
        None => Ok(look.asserts),
    }
}

/// What a CPU holds: the function that took it, and of what.
type Held = (&'static str, usize);

struct Look<'l> {
    names: &'l Names,
    thread: &'l Thread,
    /// The number of statements looked at, those inside others included.
    number: usize,
    /// None where no execution comes.
    held: Option<Vec<Held>>,
    reached: Option<Reached>,
    /// The variables that were read from memory as they are.
    loaded: BTreeSet<usize>,
    /// The variables that are read somewhere.
    used: BTreeSet<usize>,
    /// The statements that assign what accesses nothing, and the variables.
    idle: Vec<(usize, usize)>,
    asserts: bool,
}

/// A problem and a remedy.
type Looked = Result<(), (String, String)>;

fn wrong(message: impl Into<String>, help: impl Into<String>) -> Looked {
    Err((message.into(), help.into()))
}

impl Look<'_> {
    /// A block, and the condition that leads to it.
    fn block(&mut self, statements: &[Statement], led_by: Option<&Expression>) -> Looked {
        for (index, statement) in statements.iter().enumerate() {
            self.number += 1;
            self.statement(statement)?;
            if let Statement::Fence(tag) = statement {
                let before = index.checked_sub(1).and_then(|before| statements.get(before));
                let led_by = led_by.filter(|_| index == 0);
                beside(*tag, before, led_by, statements.get(index + 1))?;
            }
        }
        Ok(())
    }

    fn statement(&mut self, statement: &Statement) -> Looked {
        match statement {
            Statement::Evaluate(Expression::Call(function, arguments, _)) => {
                self.call(*function, arguments)
            }
            Statement::Evaluate(value) => self.value(value),
            Statement::Assign(variable, value) => self.assign(*variable, value),
            Statement::Store(_, at, value) => {
                self.value(value)?;
                self.word(at)
            }
            Statement::Fence(Tag::RcuLock) => self.take("rcu_read_lock", 0),
            Statement::Fence(Tag::RcuUnlock) => self.give_back("rcu_read_unlock", 0),
            Statement::Fence(Tag::AfterUnlockLock | Tag::AfterSrcuReadUnlock) => {
                wrong("smp_mb__after_unlock_lock() and SRCU have no meaning here", "use smp_mb()")
            }
            Statement::Fence(_) => Ok(()),
            Statement::Update(update) => self.update(update, false),
            Statement::Lock(lock) => {
                let lock = self.lock(lock)?;
                self.take("spin_lock", lock)
            }
            Statement::Unlock(lock) => {
                let lock = self.lock(lock)?;
                self.give_back("spin_unlock", lock)
            }
            Statement::SrcuUnlock(..) | Statement::SynchronizeSrcu(_) => srcu(),
            Statement::If(condition, then, otherwise) => {
                self.value(condition)?;
                let (before, number) = (self.held.clone(), self.number);
                self.block(then, Some(condition))?;
                let after = std::mem::replace(&mut self.held, before);
                self.block(otherwise, Some(condition))?;
                self.joined(number, after)
            }
            Statement::While(condition, body) => {
                self.value(condition)?;
                let (before, number) = (self.held.clone(), self.number);
                self.block(body, Some(condition))?;
                self.value(condition)?;
                self.joined(number, before)
            }
            Statement::Return => {
                self.ends()?;
                self.held = None;
                Ok(())
            }
        }
    }

    fn assign(&mut self, variable: usize, value: &Expression) -> Looked {
        let again = self.reached.as_ref().is_some_and(|reached| reached.variable == variable);
        self.loaded.remove(&variable);
        match value {
            Expression::Call(function, arguments, _) if is(*function, "rcu_dereference") => {
                self.call(*function, arguments)?;
                self.all_used()?;
                self.reached = Some(Reached { variable, used: false });
                return Ok(());
            }
            value if self.is_loaded(value) => {
                self.loaded.insert(variable);
            }
            value if computes(value) => {
                let name = self.thread.variables.get(variable);
                if name.is_some_and(|name| register(name).is_none()) {
                    self.idle.push((self.number - 1, variable));
                }
            }
            _ => {}
        }
        self.value(value)?;
        match again {
            true => wrong(
                "this variable was read by rcu_dereference(), and is assigned again",
                "use another variable",
            ),
            false => Ok(()),
        }
    }

    fn value(&mut self, expression: &Expression) -> Looked {
        match expression {
            Expression::Variable(variable) => {
                self.used.insert(*variable);
                match self.thread.variables.get(*variable).is_some_and(|name| name == VAL) {
                    true => wrong(
                        "`VAL` has a meaning in the condition of a wait alone",
                        "rename the variable",
                    ),
                    false => Ok(()),
                }
            }
            Expression::Number(_) | Expression::Object(..) => Ok(()),
            Expression::Load(tags, at) => match (*tags, address(at).map(|at| self.names.get(at))) {
                // The name of what is no word stands for its address.
                (Tags::NONE, Some(Some(object))) if !matches!(object, Object::Word(..)) => Ok(()),
                _ => self.word(at),
            },
            Expression::Binary(operator, left, right) => {
                self.asserts |= matches!(operator, Operator::Divide | Operator::Remainder);
                self.value(left)?;
                self.value(right)
            }
            Expression::Choose(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.value(condition)?;
                let before = self.held.clone();
                self.value(then)?;
                let after = std::mem::replace(&mut self.held, before);
                self.value(otherwise)?;
                self.join(after)
            }
            Expression::Update(update) => self.update(update, true),
            Expression::Call(function, ..) if is(*function, "rcu_dereference") => wrong(
                "what rcu_dereference() returns has to be assigned as it is",
                "write r0 = rcu_dereference(x), and then READ_ONCE(*r0) or READ_ONCE(r0->y)",
            ),
            Expression::Call(function, arguments, _) => {
                let found = FUNCTIONS.get(*function);
                if let Some(Function { name, run: Run::Does(_), .. }) = found {
                    return wrong(format!("{name}() has no value"), "use it as a statement");
                }
                self.call(*function, arguments)
            }
            Expression::TryLock(_) => {
                wrong("spin_trylock() has no meaning here", "write both cases out")
            }
            Expression::IsLocked(_) => {
                wrong("spin_is_locked() has no meaning here", "use a word of your own")
            }
            Expression::SrcuLock(_) => srcu(),
        }
    }

    fn update(&mut self, update: &Update, used: bool) -> Looked {
        if matches!(update.order, Order::Acquire | Order::Release) {
            return wrong(
                "an atomic operation that is an acquire or a release has no meaning here",
                "use the fully ordered one, or the relaxed one and a barrier",
            );
        }
        self.word(&update.address)?;
        let counter = address(&update.address).and_then(|at| self.names.get(at));
        let counter = matches!(counter, Some(Object::Word(_, CellKind::Counter)));
        let operands = match &update.change {
            Change::Exchange(one) | Change::Fetch(_, one) | Change::Return(_, one) => vec![one],
            Change::CompareExchange(one, other) | Change::AddUnless(one, other) => vec![one, other],
        };
        operands.into_iter().try_for_each(|operand| self.value(operand))?;
        let simple = match update.change {
            Change::Fetch(..) => !used,
            Change::AddUnless(..) => true,
            _ => false,
        };
        match counter && !simple {
            true => wrong(
                "this operation on the count of a folio has no meaning here",
                "use folio_try_get(), folio_put(), folio_ref_freeze(), or a page instead of a folio",
            ),
            false => Ok(()),
        }
    }

    fn call(&mut self, number: usize, arguments: &[Expression]) -> Looked {
        let Some(function) = FUNCTIONS.get(number) else { return Ok(()) };
        for (takes, argument) in function.takes.iter().zip(arguments) {
            match (takes, address(argument)) {
                (Takes::Value, _) => self.value(argument)?,
                (Takes::Condition, _) if computes(argument) => self.uses(argument),
                (Takes::Condition, _) => {
                    return wrong(
                        format!("the condition of {}() may only compute with VAL", function.name),
                        "compare VAL with numbers and variables: VAL == 1",
                    );
                }
                (_, Some(object)) => {
                    let name = self.names.name(object);
                    match self.names.get(object) {
                        Some(found) if !takes.fits(found) => {
                            let message = format!(
                                "{}() takes {}, and `{name}` is {}",
                                function.name,
                                takes.what(),
                                found.what()
                            );
                            return wrong(
                                message,
                                match takes {
                                    Takes::Cpus => {
                                        "name a CPU, by the name of its [[cpu]]".to_owned()
                                    }
                                    _ => format!("name {} of [state]", takes.what()),
                                },
                            );
                        }
                        Some(Object::Word(..)) => self.reach(argument)?,
                        _ => {}
                    }
                }
                (Takes::Sem, None) => {
                    let message = format!("{}() takes the name of a semaphore", function.name);
                    return wrong(message, "name one of [state]");
                }
                (Takes::Pmd | Takes::Pte | Takes::Word, None) => {
                    self.value(argument)?;
                    self.dereference(argument)?;
                }
                _ => {
                    self.asserts = true;
                    self.value(argument)?;
                }
            }
        }
        self.asserts |= function.name == "assert";
        let of = arguments.first().and_then(address).unwrap_or(0);
        if function.name.ends_with("PageAnonExclusive") {
            self.marked(function.name, arguments.first().and_then(address))?;
        }
        match function.name {
            name @ ("down_read" | "down_write" | "local_irq_save") => self.take(name, of),
            name => self.give_back(name, of),
        }
    }

    /// The mark that a function is about is one of this page, or of any.
    fn marked(&self, function: &str, page: Option<usize>) -> Looked {
        match self.names.unmarked(page) {
            Some(name) => wrong(
                format!("{function}() is about a mark that `{name}` has not"),
                "give the base page exclusive = true, or false; a folio has no mark here"
                    .to_owned(),
            ),
            None => Ok(()),
        }
    }

    /// The variables of a condition, which accesses nothing.
    fn uses(&mut self, condition: &Expression) {
        match condition {
            Expression::Variable(variable) => drop(self.used.insert(*variable)),
            Expression::Binary(_, left, right) => {
                self.uses(left);
                self.uses(right);
            }
            Expression::Choose(parts) => parts.iter().for_each(|part| self.uses(part)),
            _ => {}
        }
    }

    /// Something that is used as a word.
    fn word(&mut self, at: &Expression) -> Looked {
        match address(at) {
            Some(object) => match self.names.get(object) {
                Some(Object::Word(..)) | None => self.reach(at),
                Some(other) => {
                    let message = format!("`{}` is {}", self.names.name(object), other.what());
                    wrong(message, "name a word, a PMD or a PTE of [state]")
                }
            },
            None => {
                self.value(at)?;
                self.dereference(at)
            }
        }
    }

    fn lock(&mut self, at: &Expression) -> Result<usize, (String, String)> {
        let found = address(at).and_then(|object| Some((object, self.names.get(object)?)));
        match found {
            Some((object, Object::Lock(_))) => Ok(object),
            Some((object, other)) => Err((
                format!("`{}` is {}", self.names.name(object), other.what()),
                "name a lock of [state]".to_owned(),
            )),
            None => Err(("this is no lock".to_owned(), "name a lock of [state]".to_owned())),
        }
    }
}

fn srcu() -> Looked {
    wrong("SRCU has no meaning here", "use rcu_read_lock() and synchronize_rcu()")
}

/// The variable that stands for what a condition is about.
pub(super) const VAL: &str = "VAL";

/// Whether an expression accesses nothing.
fn computes(expression: &Expression) -> bool {
    match expression {
        Expression::Number(_) | Expression::Variable(_) | Expression::Object(..) => true,
        // A division by zero would be neither a fault nor an answer.
        Expression::Binary(Operator::Divide | Operator::Remainder, ..) => false,
        Expression::Binary(_, left, right) => computes(left) && computes(right),
        Expression::Choose(parts) => parts.iter().all(computes),
        _ => false,
    }
}

/// Whether a function has this name.
pub(super) fn is(function: usize, name: &str) -> bool {
    FUNCTIONS.get(function).is_some_and(|function| function.name == name)
}
