//! The expectations of a scenario's author.

use std::ops::Range;

use pmdrace_mm::{Kind, Property};

use crate::cell::selects;
use crate::schema::{Expect, Names};
use crate::{CellKey, Scenario};

impl Expect {
    /// Whether the rule applies to this property of this cell, whose architecture it knows by this name.
    fn selects(&self, cell: &CellKey, arch: &str, property: Property) -> bool {
        let select = |names: &Option<Names>, name: &str| {
            names.as_ref().is_none_or(|names| names.select(name))
        };
        self.variant.select(&cell.variant)
            && self.property.select(property.name())
            && select(&self.arch, arch)
            && select(&self.reader, cell.reader.as_deref().unwrap_or_default())
            && select(&self.memory, cell.memory.name())
            && selects(&self.params, &cell.params)
    }
}

impl Scenario {
    /// Whether the author expects `property` to be violated in `cell`; otherwise it must hold.
    pub fn expects_violation(&self, cell: &CellKey, property: Property) -> bool {
        self.document
            .expect
            .iter()
            .map(|rule| rule.get_ref())
            .rev()
            .find(|rule| rule.selects(cell, self.known_as(&cell.arch), property))
            .is_some_and(|rule| rule.verdict.get_ref() == "violated")
    }

    /// The properties that the file lists, each with its place in the text.
    pub fn listed_properties(&self) -> impl Iterator<Item = (Property, Range<usize>)> {
        let names = self.document.properties.iter().flatten();
        names.filter_map(|name| Some((Property::by_name(name.get_ref())?, name.span())))
    }

    /// The properties to judge, in report order. The last one is always [`Property::NoDeadlock`], and where routines assert
    /// something by themselves, [`Property::NoBrokenAssertion`] is among them.
    pub fn properties(&self) -> Vec<Property> {
        let judged = |property: &Property| match &self.document.properties {
            _ if *property == Property::NoDeadlock => true,
            _ if *property == Property::NoBrokenAssertion && self.asserts => true,
            // A litmus test is judged by its outcome, everything else by all other properties.
            None => (property.kind() == Kind::Outcome) == self.document.exists.is_some(),
            Some(names) => names.iter().any(|name| name.get_ref() == property.name()),
        };
        Property::ALL.into_iter().filter(judged).collect()
    }
}
