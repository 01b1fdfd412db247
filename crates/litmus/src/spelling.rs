//! How herd7 spells a question.

use crate::memory::entry_name;
use crate::read::{Paged, constant, paged};
use crate::resolve::Resolver;
use crate::syntax::{Constant, Fault, Place, Proposition, Question};
use crate::{Problem, Quantifier};

impl Resolver<'_> {
    /// The question as herd7 spells it.
    pub(crate) fn question(&self, question: &Question) -> Result<String, Problem> {
        let quantifier = match question.quantifier {
            Quantifier::Exists => "exists",
            Quantifier::NotExists => "~exists",
            Quantifier::Forall => "forall",
        };
        let mut text = String::new();
        self.spell(&question.proposition, Above::Nothing, &mut text)?;
        Ok(format!("{quantifier} ({text})"))
    }

    fn spell(
        &self,
        proposition: &Proposition,
        above: Above,
        text: &mut String,
    ) -> Result<(), Problem> {
        let (parts, joint, here, parenthesized) = match proposition {
            Proposition::And(parts) => {
                let inside = above == Above::Implies;
                (parts.iter().collect::<Vec<_>>(), " /\\ ", Above::And, inside)
            }
            Proposition::Or(parts) => {
                let inside = matches!(above, Above::And | Above::Implies);
                (parts.iter().collect(), " \\/ ", Above::Or, inside)
            }
            Proposition::Implies(a, b) => {
                let inside = matches!(above, Above::And | Above::Or);
                (vec![&**a, &**b], " => ", Above::Implies, inside)
            }
            Proposition::Not(inner) => {
                text.push_str("not (");
                self.spell(inner, Above::Nothing, text)?;
                text.push(')');
                return Ok(());
            }
            Proposition::True => {
                text.push_str("true");
                return Ok(());
            }
            Proposition::False => {
                text.push_str("false");
                return Ok(());
            }
            Proposition::Equal(at, place, value) => {
                match (place, value) {
                    (Place::Memory(array), Constant::Array(_)) => {
                        text.push_str(&array.name);
                        text.push('=');
                        text.push_str(&self.constant_spelled(*at, value)?);
                    }
                    _ => {
                        text.push_str(&self.place_spelled(place));
                        text.push('=');
                        text.push_str(&self.memory.spell(self.value(*at, place, value)?));
                    }
                }
                return Ok(());
            }
            Proposition::Same(_, a, b) => {
                text.push_str(&format!("{}={}", self.place_spelled(a), self.place_spelled(b)));
                return Ok(());
            }
            Proposition::Fault(_, fault) => {
                let class = fault.class.as_ref().map_or(String::new(), |class| format!(",{class}"));
                text.push_str(&format!("fault({}{class})", self.fault_spelled(fault)));
                return Ok(());
            }
        };
        if parenthesized {
            text.push('(');
        }
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                text.push_str(joint);
            }
            self.spell(part, here, text)?;
        }
        if parenthesized {
            text.push(')');
        }
        Ok(())
    }

    /// The instruction and the address of a fault.
    pub(crate) fn fault_spelled(&self, fault: &Fault) -> String {
        let label = fault.label.as_ref().map_or(String::new(), |label| format!(":{label}"));
        let at = match &fault.at {
            None => String::new(),
            Some(symbol) => match paged(self.file, symbol) {
                Some(Paged::Entry(name)) => format!(",{}", entry_name(name)),
                _ => format!(",{}", symbol.name),
            },
        };
        format!("P{}{label}{at}", fault.thread)
    }

    /// A place: `0:r1`, `[x]`, `x[1]`.
    pub(crate) fn place_spelled(&self, place: &Place) -> String {
        match place {
            Place::Register(thread, name) => format!("{thread}:{name}"),
            Place::Memory(symbol) => match (paged(self.file, symbol), symbol.index) {
                (Some(Paged::Entry(name)), _) => format!("[{}]", entry_name(name)),
                (Some(Paged::Physical(name)), _) => format!("[PA({name})]"),
                (None, Some(index)) => format!("{}[{index}]", symbol.name),
                (None, None) => format!("[{}]", symbol.name),
            },
        }
    }

    fn constant_spelled(&self, at: usize, value: &Constant) -> Result<String, Problem> {
        match value {
            Constant::Array(values) => {
                let values: Result<Vec<String>, Problem> =
                    values.iter().map(|value| self.constant_spelled(at, value)).collect();
                Ok(format!("{{{}}}", values?.join(",")))
            }
            _ => Ok(self.memory.spell(constant(self.file, at, self.memory, value)?)),
        }
    }
}

/// What a proposition is a part of, which decides about parentheses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    Nothing,
    And,
    Or,
    Implies,
}
