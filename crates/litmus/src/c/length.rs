//! How many accesses and fences a statement is, whatever it reads: the arms of a branch are made equally long for
//! machines, which look for what comes behind both by its place in the thread.

use pmdrace_axioms::Tag;

use super::syntax::{Change, Expression, Statement, Update};

/// The length of a block; None if that depends.
pub(super) fn block(statements: &[Statement]) -> Option<usize> {
    statements.iter().map(statement).sum()
}

/// By how much one arm is shorter than the other; None if that depends.
pub(super) fn missing(arm: &[Statement], other: &[Statement]) -> Option<usize> {
    Some(block(other)?.saturating_sub(block(arm)?))
}

/// Whether some branch of a block has arms of different lengths, where both are known.
pub(super) fn differs(statements: &[Statement]) -> bool {
    statements.iter().any(|statement| match statement {
        Statement::If(_, then, otherwise) => {
            let unequal = matches!((block(then), block(otherwise)), (Some(a), Some(b)) if a != b);
            unequal || differs(then) || differs(otherwise)
        }
        Statement::While(_, body) => differs(body),
        _ => false,
    })
}

fn statement(statement: &Statement) -> Option<usize> {
    Some(match statement {
        Statement::Fence(Tag::Barrier) => 0,
        Statement::Fence(_) => 1,
        Statement::Evaluate(value) | Statement::Assign(_, value) => expression(value)?,
        Statement::Store(_, address, value) => expression(address)? + expression(value)? + 1,
        Statement::Update(update) => atomic(update)?,
        Statement::Lock(address) | Statement::Unlock(address) => expression(address)? + 1,
        Statement::If(condition, then, otherwise) => {
            expression(condition)? + block(then)?.max(block(otherwise)?)
        }
        Statement::SrcuUnlock(..)
        | Statement::SynchronizeSrcu(_)
        | Statement::While(..)
        | Statement::Return => return None,
    })
}

fn expression(of: &Expression) -> Option<usize> {
    match of {
        Expression::Number(_) | Expression::Variable(_) => Some(0),
        Expression::Load(_, address) => Some(expression(address)? + 1),
        Expression::Binary(_, left, right) => Some(expression(left)? + expression(right)?),
        Expression::Choose(parts) => {
            let [condition, then, otherwise] = &**parts;
            let (then, otherwise) = (expression(then)?, expression(otherwise)?);
            (then == otherwise).then_some(expression(condition)? + then)
        }
        Expression::Update(update) => atomic(update),
        Expression::TryLock(_)
        | Expression::IsLocked(_)
        | Expression::SrcuLock(_)
        | Expression::Object(..)
        | Expression::Call(..) => None,
    }
}

fn atomic(update: &Update) -> Option<usize> {
    let operands = match &update.change {
        Change::Exchange(one) | Change::Fetch(_, one) | Change::Return(_, one) => expression(one)?,
        Change::CompareExchange(one, other) | Change::AddUnless(one, other) => {
            expression(one)? + expression(other)?
        }
    };
    Some(expression(&update.address)? + operands + 1)
}
