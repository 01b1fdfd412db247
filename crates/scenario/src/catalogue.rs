//! The catalogue: scenarios and routines by name. The shipped scenarios are embedded in the binary.

use pmdrace_mm::routine::{Registry, RoutineSpec};

use crate::{Diagnostic, Scenario};

/// A scenario of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The name it is asked for by.
    pub name: &'static str,
    /// The path of its file, below `scenarios/` for a shipped one.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
    /// Its committed results: what `gate` compares with.
    pub golden: &'static str,
    /// Its committed traces.
    pub traces: &'static str,
}

/// An [`Entry`] from the files of a scenario: `entry!("scenarios", "own", "walker-vs-split")` embeds
/// `scenarios/own/walker-vs-split.toml`, `.expected.json` and `.traces`. The first folder is relative to the
/// crate's manifest, and is what `pmdrace gate --bless --dir` is given.
#[macro_export]
macro_rules! entry {
    ($dir:literal, $group:literal, $name:literal) => {
        $crate::Entry {
            name: $name,
            path: concat!($group, "/", $name, ".toml"),
            text: $crate::entry!(@file $dir, $group, $name, ".toml"),
            golden: $crate::entry!(@file $dir, $group, $name, ".expected.json"),
            traces: $crate::entry!(@file $dir, $group, $name, ".traces"),
        }
    };
    (@file $dir:literal, $group:literal, $name:literal, $extension:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"), "/", $dir, "/", $group, "/", $name, $extension
        ))
    };
}

macro_rules! shipped {
    ($($group:literal / $name:literal,)+) => {
        &[$(entry!("../../scenarios", $group, $name),)+]
    };
}

/// Every shipped scenario, in the order that lists show.
pub static CATALOGUE: &[Entry] = shipped! {
    "pmd" / "split-migration-vs-gup-fast",
    "pmd" / "split-leaf-vs-gup-fast",
    "pmd" / "migrate-vs-gup-fast",
    "pmd" / "dontneed-vs-transient-clear",
    "pmd" / "pfnmap-snapshot-kept-after-lock",
    "pmd" / "numa-pmd-double-read",
    "pmd" / "split-derefs-migration-entry",
    "pmd" / "pae-torn-pmd",
    "table" / "table-publish-order",
    "tlb" / "switch-mm-vs-flush",
    "tlb" / "mremap-stale-tlb",
    "pmd" / "invalidate-loses-dirty",
    "table" / "fork-wrprotect-vs-gup-fast",
    "table" / "anon-exclusive-vs-gup-fast",
    "table" / "collapse-without-notifier",
    "table" / "kvm-host-walk",
    "table" / "move-pmd-vs-retract",
    "table" / "collapse-frees-table-under-gup-fast",
    "table" / "collapse-vs-gup-fast-recheck",
    "litmus" / "sb",
    "litmus" / "mp",
    "litmus" / "lb",
    "litmus" / "corr",
    "litmus" / "coww",
    "litmus" / "r",
    "litmus" / "s",
    "litmus" / "2-2w",
    "litmus" / "wrc",
    "litmus" / "iriw",
    "litmus" / "rwc",
    "litmus" / "isa2",
    "litmus" / "rmw",
};

/// Scenarios by name, and the routines that they can use.
#[derive(Clone, Debug)]
pub struct Catalogue {
    entries: Vec<Entry>,
    routines: Registry,
}

impl Catalogue {
    /// What pmdrace ships.
    pub fn shipped() -> Catalogue {
        Catalogue { entries: CATALOGUE.to_vec(), routines: Registry::shipped() }
    }

    /// No scenario, and the shipped routines.
    pub fn empty() -> Catalogue {
        Catalogue { entries: Vec::new(), routines: Registry::shipped() }
    }

    /// These routines too: see [`Registry::with`].
    #[must_use]
    pub fn with_routines(self, specs: &[&'static RoutineSpec]) -> Catalogue {
        Catalogue { routines: self.routines.with(specs), ..self }
    }

    /// This scenario too. One whose name is taken already takes the place of the other.
    #[must_use]
    pub fn with_scenario(mut self, entry: Entry) -> Catalogue {
        match self.entries.iter_mut().find(|known| known.name == entry.name) {
            Some(known) => *known = entry,
            None => self.entries.push(entry),
        }
        self
    }

    /// The scenarios, in the order that lists show.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The routines.
    pub fn routines(&self) -> &Registry {
        &self.routines
    }

    /// The scenario of this name.
    pub fn by_name(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// Reads and checks the text of a scenario file that uses these routines.
    ///
    /// # Errors
    /// As [`Scenario::parse`].
    pub fn parse(&self, text: &str) -> Result<Scenario, Vec<Diagnostic>> {
        Scenario::parse_with(text, &self.routines)
    }
}

/// The shipped scenario of this name.
pub fn by_name(name: &str) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.name == name)
}
