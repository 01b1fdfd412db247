//! What differs between builds for different architectures, one file each.

mod arm64;
mod x86_64;

use pmdrace_kir::Settings;

use crate::TreeError;
use crate::probe::Probe;

/// An architecture as a kernel tree knows it.
pub(crate) struct Target {
    /// What `make ARCH=` takes, which names of shipped architectures begin with.
    pub(crate) make: &'static str,
    /// The option that its configurations have.
    pub(crate) symbol: &'static str,
    /// What target triples begin with.
    pub(crate) triple: &'static str,
    /// Options of the configuration that the shipped bit table assumes; a leading minus switches off.
    pub(crate) options: &'static [&'static str],
    /// Files that define what other architectures have elsewhere.
    pub(crate) files: &'static [&'static str],
    /// Variables with their values in a kernel that has booted; those that a release lacks are passed over.
    pub(crate) variables: &'static [Variable],
    /// How the code finds its task.
    pub(crate) current: Current,
    /// Declares capabilities, registers and static keys.
    pub(crate) settings: fn(&mut Settings, &Probe) -> Result<(), TreeError>,
    /// What an instruction orders or maintains.
    pub(crate) instruction: fn(&str) -> Instruction,
}

/// A variable of the kernel.
pub(crate) struct Variable {
    pub(crate) name: &'static str,
    pub(crate) value: u64,
    /// Whether the code under test may store to it, as it does to statistics.
    pub(crate) private: bool,
}

impl Variable {
    pub(crate) const fn constant(name: &'static str, value: u64) -> Variable {
        Variable { name, value, private: false }
    }
    pub(crate) const fn private(name: &'static str) -> Variable {
        Variable { name, value: 0, private: true }
    }
}

/// How the code finds `current`.
pub(crate) enum Current {
    /// In a system register.
    Register(&'static str),
    /// In the first word of one of these per-CPU variables.
    PerCpu(&'static [&'static str]),
}

/// What an instruction with an effect is to other CPUs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Instruction {
    /// `smp_mb()`.
    Mb,
    /// `smp_wmb()`.
    Wmb,
    /// `smp_rmb()`.
    Rmb,
    /// Orders stores before a TLB maintenance that follows; on its own it is for the walker of the hardware.
    BeforeTlb,
    /// Asks all CPUs to drop translations.
    Tlb,
    /// Drops translations of this CPU alone.
    LocalTlb,
    /// Waits until TLB maintenance is done; elsewhere a full barrier.
    AfterTlb,
    /// Concerns this CPU alone.
    Local,
    /// Not known.
    Unknown,
}

/// The architectures whose builds can be run.
pub(crate) static TARGETS: &[&Target] = &[&arm64::ARM64, &x86_64::X86_64];

/// Variables that mean the same on every architecture.
pub(crate) static VARIABLES: &[Variable] = &[
    Variable::constant("huge_zero_pfn", u64::MAX),
    Variable::constant("huge_zero_page", 0),
    Variable::constant("huge_zero_folio", 0),
    Variable::constant("zero_pfn", 1),
    Variable::constant("highest_memmap_pfn", u64::MAX),
    Variable::constant("percpu_counter_batch", 32),
    Variable::constant("swap_migration_ad_supported", 1),
    Variable::constant("system_state", 3),
    Variable::constant("nr_swapfiles", 0),
    Variable::constant("swapper_spaces", 0),
    Variable::constant("swapper_pg_dir", 0),
    Variable::constant("node_data", 0),
    Variable::constant("memory_cgroup_data", 0),
    Variable::constant("transparent_hugepage_flags", 0),
    Variable::constant("node_reclaim_mode", 0),
    Variable::constant("khugepaged_max_ptes_none", 0),
    Variable::constant("khugepaged_max_ptes_swap", 0),
    Variable::constant("khugepaged_max_ptes_shared", 0),
    Variable::constant("sysctl_overcommit_memory", 0),
    Variable::constant("kmalloc_caches", 0),
    // What WARN_ONCE() keeps, which is read before the condition is known.
    Variable::private("get_file.__already_done"),
    Variable::constant("split_underused_thp", 0),
    // NUMA_BALANCING_NORMAL
    Variable::constant("sysctl_numa_balancing_mode", 1),
    Variable::private("vm_event_states"),
    Variable::private("mthp_stats"),
    Variable::private("write_protect_page.__already_done"),
    Variable::private("__preempt_count"),
];
