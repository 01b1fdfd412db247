//! Which addresses depend on what was read.
//!
//! The engines let `rcu_dereference()` order every access after it, so every one has to go through its variable.

use pmdrace_axioms::{Tag, Tags};

use super::{Look, Looked, address, wrong};
use crate::c::{Expression, Order};
use crate::steps::names::Object;

/// How words are found: since `rcu_dereference()` into this variable through it, and whether any was.
pub(super) struct Reached {
    pub(super) variable: usize,
    pub(super) used: bool,
}

/// The variable through which it is found.
pub(super) fn through(at: &Expression) -> Option<usize> {
    match at {
        Expression::Object(_, through) => *through,
        Expression::Variable(variable) => Some(*variable),
        Expression::Load(Tags::NONE, inner) => through(inner),
        _ => None,
    }
}

impl Look<'_> {
    /// A word at an address that steps have computed.
    pub(super) fn dereference(&mut self, at: &Expression) -> Looked {
        self.asserts = true;
        if self.reached.is_some() {
            return self.reach(at);
        }
        match self.is_loaded(at) {
            true => wrong(
                "the address depends on what was read, and the machines would not know",
                "read it by rcu_dereference() into a variable of its own, or by smp_load_acquire()",
            ),
            false => Ok(()),
        }
    }

    /// Whether a value comes from memory by a read that orders nothing. What helpers return is theirs.
    pub(super) fn is_loaded(&self, value: &Expression) -> bool {
        match value {
            Expression::Variable(variable) => self.loaded.contains(variable),
            Expression::Load(tags, at) => {
                let object = matches!(address(at).and_then(|at| self.names.get(at)), Some(object)
                    if !matches!(object, Object::Word(..)));
                !object && !tags.has(Tag::Acquire)
            }
            Expression::Update(update) => update.order != Order::Full,
            Expression::Binary(_, left, right) => self.is_loaded(left) || self.is_loaded(right),
            Expression::Choose(parts) => parts.iter().skip(1).any(|part| self.is_loaded(part)),
            _ => false,
        }
    }

    /// An address that is used while a dereferenced variable orders what follows it.
    pub(super) fn reach(&mut self, at: &Expression) -> Looked {
        let name = |variable: usize| {
            self.thread.variables.get(variable).map_or("", String::as_str).to_owned()
        };
        match (&mut self.reached, through(at)) {
            (Some(reached), Some(through)) if reached.variable == through => {
                reached.used = true;
                Ok(())
            }
            (None, None) => Ok(()),
            (Some(reached), _) => {
                let last = name(reached.variable);
                wrong(
                    format!(
                        "this address does not come from {last}, which rcu_dereference() read last"
                    ),
                    format!(
                        "write {last}-> before the word, or read {last} by READ_ONCE() if no address comes from it"
                    ),
                )
            }
            (None, Some(through)) => {
                let through = name(through);
                wrong(
                    format!("no address comes from {through}"),
                    format!("read {through} by rcu_dereference() first"),
                )
            }
        }
    }

    /// Everything that was dereferenced must have been so for some access.
    pub(super) fn all_used(&self) -> Looked {
        match &self.reached {
            Some(Reached { variable, used: false }) => {
                let name = self.thread.variables.get(*variable).map_or("", String::as_str);
                wrong(
                    format!("no later step goes through {name}"),
                    format!(
                        "write READ_ONCE(*{name}) or READ_ONCE({name}->WORD) where an address comes from it, or read it by READ_ONCE()"
                    ),
                )
            }
            _ => Ok(()),
        }
    }
}
