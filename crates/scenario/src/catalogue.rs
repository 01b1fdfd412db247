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

macro_rules! entry {
    ($group:literal, $name:literal) => {
        Entry {
            name: $name,
            path: concat!($group, "/", $name, ".toml"),
            text: include_str!(concat!("../../../scenarios/", $group, "/", $name, ".toml")),
            golden: include_str!(concat!(
                "../../../scenarios/",
                $group,
                "/",
                $name,
                ".expected.json"
            )),
            traces: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../scenarios/",
                $group,
                "/",
                $name,
                ".traces"
            )),
        }
    };
}

/// Every shipped scenario, in the order that lists show.
pub static CATALOGUE: &[Entry] = &[
    entry!("pmd", "split-migration-vs-gup-fast"),
    entry!("pmd", "split-leaf-vs-gup-fast"),
    entry!("pmd", "migrate-vs-gup-fast"),
    entry!("pmd", "dontneed-vs-transient-clear"),
    entry!("pmd", "pfnmap-snapshot-kept-after-lock"),
    entry!("pmd", "numa-pmd-double-read"),
    entry!("pmd", "split-derefs-migration-entry"),
    entry!("pmd", "pae-torn-pmd"),
    entry!("table", "table-publish-order"),
    entry!("tlb", "switch-mm-vs-flush"),
    entry!("tlb", "mremap-stale-tlb"),
    entry!("pmd", "invalidate-loses-dirty"),
    entry!("table", "fork-wrprotect-vs-gup-fast"),
    entry!("table", "anon-exclusive-vs-gup-fast"),
    entry!("table", "collapse-without-notifier"),
    entry!("table", "kvm-host-walk"),
    entry!("table", "move-pmd-vs-retract"),
    entry!("table", "collapse-frees-table-under-gup-fast"),
    entry!("table", "collapse-vs-gup-fast-recheck"),
    entry!("litmus", "sb"),
    entry!("litmus", "mp"),
    entry!("litmus", "lb"),
    entry!("litmus", "corr"),
    entry!("litmus", "coww"),
    entry!("litmus", "r"),
    entry!("litmus", "s"),
    entry!("litmus", "2-2w"),
    entry!("litmus", "wrc"),
    entry!("litmus", "iriw"),
    entry!("litmus", "rwc"),
    entry!("litmus", "isa2"),
    entry!("litmus", "rmw"),
];

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
