//! What a thread holds: machines run threads that end, on each path, the critical and read sections that they began.
//!
//! No execution of a machine ends while a CPU holds a lock or is in a section, and none gives back what another holds.
//! The axioms have such executions, and flag them.

use pmdrace_axioms::Tag;

use super::support::{Checked, refuse};
use crate::c::{Expression, Statement};

/// The locks that a thread holds, by their parameter, and how many read sections it is in.
#[derive(Clone, Default, PartialEq, Eq)]
struct Held {
    locks: Vec<usize>,
    sections: usize,
}

/// Refuses a thread that leaves a section open on some path, or ends one that it did not begin.
pub(super) fn end(body: &[Statement]) -> Checked {
    let mut held = Held::default();
    held.block(body)?;
    match held == Held::default() {
        true => Ok(()),
        false => refuse("a lock or a read section that its thread does not end"),
    }
}

impl Held {
    fn block(&mut self, statements: &[Statement]) -> Checked {
        statements.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &Statement) -> Checked {
        match statement {
            Statement::Lock(Expression::Variable(lock)) => self.locks.push(*lock),
            Statement::Unlock(Expression::Variable(lock)) => {
                match self.locks.iter().rposition(|held| held == lock) {
                    Some(at) => drop(self.locks.remove(at)),
                    None => return refuse("a lock that a thread gives back and does not hold"),
                }
            }
            Statement::Fence(Tag::RcuLock) => self.sections += 1,
            Statement::Fence(Tag::RcuUnlock) => match self.sections.checked_sub(1) {
                Some(left) => self.sections = left,
                None => return refuse("the end of a read section that did not begin"),
            },
            Statement::If(_, then, otherwise) => {
                let mut other = self.clone();
                self.block(then)?;
                other.block(otherwise)?;
                self.locks.sort_unstable();
                other.locks.sort_unstable();
                if *self != other {
                    return refuse("a section that begins or ends on one side of a branch alone");
                }
            }
            Statement::While(_, body) => {
                let before = self.clone();
                self.block(body)?;
                if *self != before {
                    return refuse("a section that begins or ends in a round of a loop");
                }
            }
            _ => {}
        }
        Ok(())
    }
}
