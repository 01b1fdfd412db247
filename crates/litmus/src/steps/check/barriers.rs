//! Barriers that are one only beside another operation: `smp_mb__after_atomic()` and its like.

use pmdrace_axioms::Tag;

use super::{Looked, wrong};
use crate::c::{Expression, Statement};

/// A barrier that is one only beside another operation.
pub(super) fn beside(tag: Tag, before: Option<&Statement>, after: Option<&Statement>) -> Looked {
    let (fits, what) = match tag {
        Tag::BeforeAtomic => (after.is_some_and(is_atomic), "before an atomic operation"),
        Tag::AfterAtomic => (before.is_some_and(is_atomic), "after an atomic operation"),
        Tag::AfterSpinlock => (matches!(before, Some(Statement::Lock(_))), "after spin_lock()"),
        _ => return Ok(()),
    };
    match fits {
        true => Ok(()),
        false => wrong(format!("this barrier comes right {what}"), "move it, or use smp_mb()"),
    }
}

/// Whether a statement has an atomic operation, or a helper that may be one.
fn is_atomic(statement: &Statement) -> bool {
    match statement {
        Statement::Update(_) => true,
        Statement::Evaluate(value)
        | Statement::Assign(_, value)
        | Statement::If(value, ..)
        | Statement::While(value, _) => updates(value),
        _ => false,
    }
}

fn updates(expression: &Expression) -> bool {
    match expression {
        Expression::Update(_) | Expression::Call(..) => true,
        Expression::Binary(_, left, right) => updates(left) || updates(right),
        Expression::Choose(parts) => parts.iter().any(updates),
        _ => false,
    }
}
