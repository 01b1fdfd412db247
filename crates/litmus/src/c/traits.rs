//! [`Traits`]: what of a program decides how its executions are searched for.

use pmdrace_axioms::{Tags, Value};

use super::syntax::{Change, Expression, Order, Statement, Update};

/// Traits of a program.
#[derive(Debug, Default)]
pub(super) struct Traits {
    /// Whether anything depends on a condition.
    pub(super) branches: bool,
    /// Whether a value may come from itself: by plain accesses, or by a fully ordered operation whose result is stored
    /// in the same statement, which nothing orders.
    pub(super) circular: bool,
    /// The numbers and addresses that it names.
    pub(super) constants: Vec<Value>,
}

impl Traits {
    /// Adds what is in statements of a thread with these parameters.
    pub(super) fn block(&mut self, statements: &[Statement], parameters: &[Value]) {
        for statement in statements {
            match statement {
                Statement::Fence(_) | Statement::Return => {}
                Statement::Evaluate(Expression::Update(update))
                | Statement::Assign(_, Expression::Update(update)) => {
                    self.update(update, parameters);
                }
                Statement::Evaluate(value) | Statement::Assign(_, value) => {
                    self.value(value, parameters);
                }
                Statement::Store(tags, address, value) => {
                    self.circular |= *tags == Tags::NONE;
                    self.address(address, parameters);
                    self.value(value, parameters);
                }
                Statement::Update(update) => self.update(update, parameters),
                Statement::Lock(address)
                | Statement::Unlock(address)
                | Statement::SynchronizeSrcu(address) => self.address(address, parameters),
                Statement::SrcuUnlock(address, index) => {
                    self.address(address, parameters);
                    self.value(index, parameters);
                }
                Statement::If(condition, then, otherwise) => {
                    self.branches = true;
                    self.value(condition, parameters);
                    self.block(then, parameters);
                    self.block(otherwise, parameters);
                }
                Statement::While(condition, body) => {
                    self.branches = true;
                    self.value(condition, parameters);
                    self.block(body, parameters);
                }
            }
        }
    }

    /// A parameter that is used as an address names no value.
    fn address(&mut self, expression: &Expression, parameters: &[Value]) {
        if !matches!(expression, Expression::Variable(_)) {
            self.value(expression, parameters);
        }
    }

    fn value(&mut self, expression: &Expression, parameters: &[Value]) {
        match expression {
            Expression::Number(number) => self.constants.push(*number),
            Expression::Variable(variable) => self.constants.extend(parameters.get(*variable)),
            Expression::Load(tags, address) => {
                self.circular |= *tags == Tags::NONE;
                self.address(address, parameters);
            }
            Expression::Binary(_, left, right) => {
                self.value(left, parameters);
                self.value(right, parameters);
            }
            Expression::Choose(parts) => {
                self.branches = true;
                parts.iter().for_each(|part| self.value(part, parameters));
            }
            Expression::Update(update) => {
                self.circular |= update.order == Order::Full;
                self.update(update, parameters);
            }
            Expression::TryLock(address) => {
                self.branches = true;
                self.address(address, parameters);
            }
            Expression::IsLocked(address) | Expression::SrcuLock(address) => {
                self.address(address, parameters);
            }
            Expression::Object(..) | Expression::Call(..) => {}
        }
    }

    fn update(&mut self, update: &Update, parameters: &[Value]) {
        self.address(&update.address, parameters);
        match &update.change {
            Change::Exchange(value) | Change::Fetch(_, value) | Change::Return(_, value) => {
                self.value(value, parameters);
            }
            Change::CompareExchange(one, other) | Change::AddUnless(one, other) => {
                self.branches = true;
                // What says whether it added may be what makes it add.
                if matches!(update.change, Change::AddUnless(..)) {
                    self.constants.extend([0, 1]);
                }
                self.value(one, parameters);
                self.value(other, parameters);
            }
        }
    }
}
