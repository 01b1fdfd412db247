//! The registry: routines by name, those of this crate and those of others.

use std::sync::Arc;

use super::{FILES, RoutineSpec};
use crate::helpers;

/// Routines by name.
#[derive(Clone)]
pub struct Registry(Arc<[&'static RoutineSpec]>);

impl Registry {
    /// The routines of this crate.
    pub fn shipped() -> Registry {
        Registry(FILES.iter().flat_map(|file| file.iter().copied()).collect())
    }

    /// Adds routines. One whose name exists replaces the existing one.
    #[must_use]
    pub fn with(&self, specs: &[&'static RoutineSpec]) -> Registry {
        let mut all = self.0.to_vec();
        for spec in specs {
            match all.iter_mut().find(|known| known.name == spec.name) {
                Some(known) => *known = spec,
                None => all.push(spec),
            }
        }
        Registry(all.into())
    }

    /// Returns the routine of this name.
    pub fn by_name(&self, name: &str) -> Option<&'static RoutineSpec> {
        self.iter().find(|spec| spec.name == name)
    }

    /// All routines.
    pub fn iter(&self) -> impl Iterator<Item = &'static RoutineSpec> + Clone + use<'_> {
        self.0.iter().copied()
    }

    /// Every kernel function that a routine or a helper enters, in alphabetical order: the names for goals.
    pub fn functions(&self) -> Vec<&'static str> {
        let own = self.iter().flat_map(|spec| spec.enters.iter().copied());
        let mut all: Vec<&str> = own.chain(helpers::ENTERED.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl std::fmt::Debug for Registry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.iter().map(|spec| spec.name)).finish()
    }
}
