//! Which variants have the scenario's fix, and what it leaves.
//!
//! History fixes many races by degrees. `[source]` names the fix that the scenario is about; a variant that has
//! it says `fixed = true`, unless nothing is expected of it to be violated, and what a variant needs instead or
//! beside it is its own `fix`.

use pmdrace_mm::Property;

use crate::{CellKey, Scenario, Variant};

impl Scenario {
    fn variant(&self, name: &str) -> Option<&Variant> {
        self.document.variant.get(name)
    }

    /// What would fix a variant, if it says so itself.
    pub fn own_fix(&self, variant: &str) -> Option<&str> {
        let fix = self.variant(variant)?.fix.as_ref()?;
        Some(fix.get_ref().trim().trim_end_matches('.'))
    }

    /// Whether a variant has the scenario's fix.
    pub fn has_fix(&self, variant: &str) -> bool {
        let says = self.variant(variant).and_then(|variant| variant.fixed.as_ref());
        says.map_or_else(|| !self.expects_any_violation(variant), |says| *says.get_ref())
    }

    /// Whether some rule expects a violation of a variant.
    pub(crate) fn expects_any_violation(&self, variant: &str) -> bool {
        self.document
            .expect
            .iter()
            .map(|rule| rule.get_ref())
            .any(|rule| rule.variant.select(variant) && rule.verdict.get_ref() == "violated")
    }

    /// A variant with the scenario's fix in which the same cell is expected to violate the property, if that is
    /// so in all that have it.
    pub fn fix_leaves(&self, cell: &CellKey, property: Property) -> Option<&str> {
        let others = self.variants().map(|(name, _)| name);
        let mut fixed =
            others.filter(|name| *name != cell.variant && self.has_fix(name)).peekable();
        let first = *fixed.peek()?;
        let violated = |name: &str| {
            let cell = CellKey { variant: name.to_owned(), ..cell.clone() };
            self.expects_violation(&cell, property)
        };
        fixed.all(violated).then_some(first)
    }
}
