//! The shipped scenarios, embedded in the binary.

/// A shipped scenario.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The name it is asked for by.
    pub name: &'static str,
    /// Its path below `scenarios/`.
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

/// The shipped scenario of this name.
pub fn by_name(name: &str) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.name == name)
}
