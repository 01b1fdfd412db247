//! What a scenario's author expects of a cell.

use pmdrace_mm::{Kind, Property};

use crate::cell::selects;
use crate::schema::{Expect, Names};
use crate::{CellKey, Scenario};

impl Expect {
    /// Whether the rule is about this property of this cell.
    pub(crate) fn selects(&self, cell: &CellKey, property: Property) -> bool {
        let select = |names: &Option<Names>, name: &str| {
            names.as_ref().is_none_or(|names| names.select(name))
        };
        self.variant.select(&cell.variant)
            && self.property.select(property.name())
            && select(&self.arch, &cell.arch)
            && select(&self.reader, cell.reader.as_deref().unwrap_or_default())
            && select(&self.memory, cell.memory.name())
            && selects(&self.params, &cell.params)
    }
}

impl Scenario {
    /// Whether the author expects `property` to be violated in `cell`; otherwise it is to hold.
    pub fn expects_violation(&self, cell: &CellKey, property: Property) -> bool {
        self.document
            .expect
            .iter()
            .map(|rule| rule.get_ref())
            .rev()
            .find(|rule| rule.selects(cell, property))
            .is_some_and(|rule| rule.verdict.get_ref() == "violated")
    }

    /// The properties to judge, in the order of reports.
    pub fn properties(&self) -> Vec<Property> {
        match &self.document.properties {
            // A litmus test is about its outcome, everything else about all the rest.
            None => Property::ALL
                .into_iter()
                .filter(|p| (p.kind() == Kind::Outcome) == self.document.exists.is_some())
                .collect(),
            Some(names) => Property::ALL
                .into_iter()
                .filter(|p| names.iter().any(|name| name.get_ref() == p.name()))
                .collect(),
        }
    }
}
