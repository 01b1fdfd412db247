//! The catalogue: scenarios and routines by name. The shipped scenarios are embedded in the binary.

use pmdrace_mm::routine::{Registry, RoutineSpec};

use crate::{Diagnostic, Scenario};

/// A scenario of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The name used on the command line.
    pub name: &'static str,
    /// The path of its file, below `scenarios/` for a shipped one.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
    /// The committed results, with which `gate` compares.
    pub golden: &'static str,
    /// The committed traces.
    pub traces: &'static str,
}

/// An [`Entry`] from the files of a scenario: `entry!("scenarios", "own", "walker-vs-split")` embeds
/// `scenarios/own/walker-vs-split.toml`, `.expected.json` and `.traces`. The first folder is relative to the
/// crate's manifest, and the argument of `pmdrace gate --bless --dir`.
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
        &[$(entry!("scenarios", $group, $name),)+]
    };
}

/// All shipped scenarios, in the order of lists.
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
    "table" / "ptdump-vs-vmalloc-huge",
    "table" / "ptdump-nested-lock",
    "table" / "rcu-walk-vs-unmap",
    "table" / "guest-walk-vs-split",
    "pmd" / "hugetlb-lookup-wrong-lock",
    "pmd" / "damon-vs-migration",
    "page" / "tail-seen-unlocked",
    "page" / "hvo-vs-pfn-walker",
    "page" / "lazyfree-vs-gup-fast",
    "page" / "pte-buddy",
    "tlb" / "hypercall-flush-vs-gup-fast",
    "table" / "collapse-without-second-ipi",
    "tlb" / "lazy-cpu-vs-collapse",
    "tlb" / "loaded-mm-vs-flush",
    "tlb" / "batched-flush-vs-munmap",
    "tlb" / "invalid-cached-vs-vmalloc",
    "table" / "kvm-size-walk-vs-collapse",
    "pmd" / "uffd-wait-vs-migration",
    "pmd" / "uffd-move-vs-migration",
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
    /// The shipped scenarios and routines.
    pub fn shipped() -> Catalogue {
        Catalogue { entries: CATALOGUE.to_vec(), routines: Registry::shipped() }
    }

    /// The shipped routines, without scenarios.
    pub fn empty() -> Catalogue {
        Catalogue { entries: Vec::new(), routines: Registry::shipped() }
    }

    /// Adds routines: see [`Registry::with`].
    #[must_use]
    pub fn with_routines(self, specs: &[&'static RoutineSpec]) -> Catalogue {
        Catalogue { routines: self.routines.with(specs), ..self }
    }

    /// Adds a scenario. One whose name exists replaces the existing one.
    #[must_use]
    pub fn with_scenario(mut self, entry: Entry) -> Catalogue {
        match self.entries.iter_mut().find(|known| known.name == entry.name) {
            Some(known) => *known = entry,
            None => self.entries.push(entry),
        }
        self
    }

    /// The scenarios, in the order of lists.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The routines.
    pub fn routines(&self) -> &Registry {
        &self.routines
    }

    /// Returns the scenario of this name.
    pub fn by_name(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// Reads and checks the text of a scenario file that uses the catalogue's routines.
    ///
    /// # Errors
    /// As [`Scenario::parse`].
    pub fn parse(&self, text: &str) -> Result<Scenario, Vec<Diagnostic>> {
        Scenario::parse_with(text, &self.routines)
    }
}

/// Returns the shipped scenario of this name.
pub fn by_name(name: &str) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.name == name)
}
