//! Barriers that are one only beside another operation: `smp_mb__after_atomic()` and its like.

use pmdrace_axioms::Tag;

use super::{Looked, is, wrong};
use crate::c::{Expression, Statement};

/// The helpers that are atomic operations.
const ATOMIC: [&str; 9] = [
    "folio_get",
    "folio_put",
    "folio_try_get",
    "folio_ref_freeze",
    "ClearPageAnonExclusive",
    "pmdp_huge_get_and_clear",
    "pmdp_invalidate",
    "ptep_get_and_clear",
    "ptep_set_wrprotect",
];

/// A barrier that is one only beside another operation: the statements before and after it in its block, and the condition
/// that leads to it if it comes first.
pub(super) fn beside(
    tag: Tag,
    before: Option<&Statement>,
    led_by: Option<&Expression>,
    after: Option<&Statement>,
) -> Looked {
    let (fits, what) = match tag {
        Tag::BeforeAtomic => (
            after.is_some_and(|after| is_atomic(after) || decides(after)),
            "before an atomic operation",
        ),
        Tag::AfterAtomic => (
            before.is_some_and(is_atomic) || led_by.is_some_and(updates),
            "after an atomic operation",
        ),
        Tag::AfterSpinlock => (matches!(before, Some(Statement::Lock(_))), "after spin_lock()"),
        _ => return Ok(()),
    };
    match fits {
        true => Ok(()),
        false => wrong(format!("this barrier comes right {what}"), "move it, or use smp_mb()"),
    }
}

/// Whether a statement is an atomic operation, or a helper that is one.
fn is_atomic(statement: &Statement) -> bool {
    match statement {
        Statement::Update(_) => true,
        Statement::Evaluate(value) | Statement::Assign(_, value) => updates(value),
        _ => false,
    }
}

/// Whether a condition is one.
fn decides(statement: &Statement) -> bool {
    matches!(statement, Statement::If(value, ..) | Statement::While(value, _) if updates(value))
}

fn updates(expression: &Expression) -> bool {
    match expression {
        Expression::Update(_) => true,
        Expression::Call(function, ..) => ATOMIC.iter().any(|name| is(*function, name)),
        Expression::Binary(_, left, right) => updates(left) || updates(right),
        Expression::Choose(parts) => parts.iter().any(updates),
        _ => false,
    }
}
